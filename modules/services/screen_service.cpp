// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/screen_service.h"

#include "research/statement_view.h"

#include <algorithm>
#include <cstdlib>

namespace rialto {

namespace {

constexpr double kOne = double(kFixedOne);
constexpr int kCalendarBarsADay = 390; // minutes of a usual session, for how far back to read

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

double numberOf(const Decimal& value) { return std::strtod(value.text().c_str(), nullptr); }

/// Figures and ratios of the newest year, and what they are with the close.
std::map<std::string, double> fundamentalsOf(const research::Company& company, std::optional<Date> asOf, double close)
{
    std::map<std::string, double> values;
    const auto view = research::statementView(company, false, asOf);
    if (!view || view->periods.empty())
        return values;
    for (const auto& [key, figure] : view->periods.front().figures)
        values[lowered(key)] = numberOf(figure.value);
    for (const auto& ratio : view->ratios)
        if (!ratio.values.empty() && ratio.values.front())
            values[lowered(ratio.key)] = numberOf(*ratio.values.front());
    const auto has = [&](const char* key) { return values.count(key) != 0 && values.at(key) != 0; };
    if (has("epsdiluted") || has("epsbasic"))
        values["pe"] = close / (has("epsdiluted") ? values["epsdiluted"] : values["epsbasic"]);
    if (has("sharesdiluted") || has("sharesbasic")) {
        const double shares = has("sharesdiluted") ? values["sharesdiluted"] : values["sharesbasic"];
        values["marketcap"] = close * shares;
        if (has("equity"))
            values["pb"] = close * shares / values["equity"];
        if (has("revenue"))
            values["ps"] = close * shares / values["revenue"];
        if (has("dividendspaid") && close > 0)
            values["dividendyield"] = values["dividendspaid"] / (close * shares);
    }
    return values;
}

struct Named {
    std::string name, label;
};

const std::vector<Named>& namedFundamentals()
{
    static const std::vector<Named> all = [] {
        std::vector<Named> names;
        for (const auto& item : research::statementItems())
            names.push_back({lowered(item.key), std::string(item.label)});
        for (const char* ratio : {"grossMargin", "operatingMargin", "netMargin", "effectiveTaxRate", "returnOnEquity", "returnOnAssets", "currentRatio", "quickRatio", "debtToEquity",
                 "liabilitiesToAssets", "interestCover", "assetTurnover", "freeCashFlowMargin", "payoutRatio"})
            names.push_back({lowered(ratio), ratio});
        names.push_back({"pe", "Close over diluted earnings per share"});
        names.push_back({"pb", "Close times diluted shares over equity"});
        names.push_back({"ps", "Close times diluted shares over revenue"});
        names.push_back({"marketcap", "Close times diluted shares"});
        names.push_back({"dividendyield", "Dividends paid over market value"});
        std::sort(names.begin(), names.end(), [](const Named& a, const Named& b) { return a.name < b.name; });
        return names;
    }();
    return all;
}

} // namespace

const std::vector<std::string>& screenFundamentals()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (const Named& each : namedFundamentals())
            list.push_back(each.name);
        return list;
    }();
    return names;
}

std::string screenFundamentalLabel(const std::string& name)
{
    for (const Named& each : namedFundamentals())
        if (each.name == name)
            return each.label;
    return {};
}

analytics::ScreenSubject screenSubject(const std::vector<Bar>& bars, const std::optional<research::Company>& company, std::optional<Date> asOf)
{
    analytics::ScreenSubject subject;
    for (const Bar& bar : bars) {
        subject.open.push_back(double(bar.open.raw()) / kOne);
        subject.high.push_back(double(bar.high.raw()) / kOne);
        subject.low.push_back(double(bar.low.raw()) / kOne);
        subject.close.push_back(double(bar.close.raw()) / kOne);
        subject.volume.push_back(double(bar.volume.raw()) / kOne);
        subject.time.push_back(bar.start.millis());
    }
    if (company && !bars.empty())
        subject.fundamental = [values = fundamentalsOf(*company, asOf, subject.close.back())](const std::string& name) {
            const auto found = values.find(name);
            return found == values.end() ? std::nullopt : std::optional(found->second);
        };
    return subject;
}

Result<ScreenAnswer> screenStored(market::BarStore& bars, research::ResearchStore* desk, const ScreenRequest& request, const std::atomic<bool>* cancelled)
{
    const auto screen = analytics::Screen::parse(request.condition, screenFundamentals());
    if (!screen)
        return screen.error();
    const auto series = bars.series();
    if (!series)
        return series.error();
    std::map<std::string, market::SeriesInfo> chosen;
    for (const auto& info : *series) {
        if (info.count == 0 || info.key.interval != request.interval || (!request.source.empty() && info.key.source != request.source))
            continue;
        if (!request.symbols.empty() && std::find(request.symbols.begin(), request.symbols.end(), info.key.symbol) == request.symbols.end())
            continue;
        const auto [at, isNew] = chosen.emplace(info.key.symbol, info);
        if (!isNew && info.last > at->second.last)
            at->second = info;
    }
    ScreenAnswer answer;
    answer.understood = screen->text();
    answer.barsNeeded = screen->barsNeeded();
    const Timestamp end = request.asOf ? (*request.asOf + 1).startUtc() : market::kEndOfTime;
    // Averages that never forget need a long run before they are what they would be over the whole series.
    const std::int64_t wanted = std::max<std::int64_t>(std::int64_t{answer.barsNeeded} * 10, 1000);
    for (const auto& [symbol, info] : chosen) {
        if (cancelled != nullptr && *cancelled)
            return conflict("screen.cancelled", "the screen was cancelled");
        const std::int64_t days = request.interval == BarInterval::Day ? wanted * 2 : request.interval == BarInterval::Hour ? wanted / 2 + 10 : wanted / (kCalendarBarsADay / 4) + 10;
        const Timestamp newest = std::min(info.last, Timestamp(end.nanos - 1));
        const Timestamp from = newest.nanos - info.first.nanos > days * kNanosPerDay ? Timestamp(newest.nanos - days * kNanosPerDay) : info.first;
        const auto read = bars.read(info.key, from, end);
        if (!read)
            return read.error();
        ScreenRow row{symbol, info.key.source, {}, analytics::Answer::Unknown, {}};
        if (!read->empty()) {
            std::optional<research::Company> company;
            if (desk != nullptr && screen->needsFundamentals())
                if (auto found = desk->company(symbol))
                    company = std::move(*found);
            auto result = screen->ask(screenSubject(*read, company, request.asOf));
            row.asOf = read->back().start;
            row.answer = result.answer;
            row.values = std::move(result.values);
        }
        answer.rows.push_back(std::move(row));
    }
    return answer;
}

} // namespace rialto
