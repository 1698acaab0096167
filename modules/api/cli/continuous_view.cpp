// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/continuous_view.h"

#include "api/cli/bars_file.h"
#include "api/cli/book_json.h"
#include "api/cli/collected_bars.h"
#include "integration/connectors/any_file.h"

#include <cmath>
#include <filesystem>

namespace rialto::cli {

namespace {

using namespace rialto::market;

std::string upper(std::string text)
{
    for (char& c : text)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return text;
}

/// Open interest of each bar where the file is a table that has such a column.
std::vector<std::optional<std::int64_t>> interestOf(const std::string& path, const std::vector<Bar>& bars)
{
    const auto file = BarsFile::read(path);
    if (!file)
        return {};
    const std::vector<double>* column = nullptr;
    for (const char* name : {"open_interest", "oi", "openint", "hold", "持仓量", "持仓"})
        if (column == nullptr)
            column = file->column(name);
    const auto times = file->times();
    if (column == nullptr || !times)
        return {};
    std::map<std::int64_t, double> byDay;
    for (std::size_t i = 0; i < file->rows(); ++i)
        byDay[Date::ofUtc(Timestamp::fromMillis((*times)[i])).days] = (*column)[i];
    std::vector<std::optional<std::int64_t>> all;
    for (const Bar& bar : bars) {
        const auto found = byDay.find(Date::ofUtc(bar.start).days);
        const bool known = found != byDay.end() && std::isfinite(found->second) && found->second >= 0 && found->second < 9e15;
        all.push_back(known ? std::optional(static_cast<std::int64_t>(found->second)) : std::nullopt);
    }
    return all;
}

Result<std::vector<Contract>> fromFiles(const std::string& root, const std::vector<std::string>& files)
{
    std::vector<Contract> contracts;
    for (const auto& path : files) {
        const std::string stem = std::filesystem::path(std::u8string(path.begin(), path.end())).stem().string();
        const auto month = contractMonth(stem);
        if (!month)
            return invalid("cli.contract-month", path + ": the name tells no month of delivery, as ESZ23.csv, es_trade_201312.csv or IF2401.csv do");
        if (!root.empty() && month->root != upper(root))
            continue;
        CollectedBars collected;
        integration::ImportOptions options;
        options.symbol = stem;
        const auto report = integration::importAnyFile(path, options, {&collected, nullptr, nullptr});
        if (!report)
            return report.error();
        Contract contract{stem, *month, {}, {}};
        for (const auto& [key, bars] : collected.bars)
            if (key.interval == BarInterval::Day && contract.bars.empty())
                for (const auto& [time, bar] : bars)
                    contract.bars.push_back(bar);
        if (contract.bars.empty())
            return invalid("cli.adjust-daily", path + " holds no daily bars");
        contract.openInterest = interestOf(path, contract.bars);
        contracts.push_back(std::move(contract));
    }
    return contracts;
}

Result<std::vector<Contract>> fromBook(BarStore& store, const std::string& root, const std::string& source)
{
    const auto series = store.series();
    if (!series)
        return series.error();
    std::map<std::pair<int, int>, Contract> byMonth; // of several sources the first one in order counts
    for (const auto& info : *series) {
        const auto month = contractMonth(info.key.symbol);
        if (!month || month->root != upper(root) || info.key.interval != BarInterval::Day || info.count == 0 || (!source.empty() && info.key.source != source))
            continue;
        auto bars = store.read(info.key);
        if (!bars)
            return bars.error();
        byMonth.emplace(std::pair(month->year, month->month), Contract{info.key.symbol, *month, std::move(*bars), {}});
    }
    std::vector<Contract> contracts;
    for (auto& [month, contract] : byMonth)
        contracts.push_back(std::move(contract));
    if (contracts.empty())
        return notFound("market.series-unknown", "no daily bars of contracts of " + upper(root) + " are stored (symbols such as " + upper(root) + "Z23 or " + upper(root) + "_202312); give files with --contracts");
    return contracts;
}

Json barJson(const ContinuousBar& each)
{
    return {{"time", Date::ofUtc(each.bar.start).text()}, {"contract", each.contract}, {"open", each.bar.open.text()}, {"high", each.bar.high.text()}, {"low", each.bar.low.text()},
        {"close", each.bar.close.text()}, {"volume", each.bar.volume.text()}, {"rawClose", each.raw.close.text()}};
}

} // namespace

void addContinuousOptions(CLI::App& app, const std::shared_ptr<ContinuousArguments>& arguments)
{
    app.add_option("--continuous", arguments->rule, "The contracts of this root one after the other; the next one is followed when it has more volume, more open-interest, or by the calendar")
        ->check(CLI::IsMember({"volume", "open-interest", "calendar"}));
    app.add_option("--roll", arguments->roll, "Prices before a roll: moved by the difference of the closes (back), multiplied by their ratio, or left (none)")
        ->check(CLI::IsMember({"back", "ratio", "none"}))
        ->capture_default_str();
    app.add_option("--expiry", arguments->end, "When a contract ends, for the calendar")->check(CLI::IsMember({"third-friday", "month-start", "month-end", "last-bar"}))->capture_default_str();
    app.add_option("--days-before", arguments->daysBefore, "Calendar days before its end that a contract is left, for the calendar")->check(CLI::Range(0, 200))->capture_default_str();
    app.add_option("--contracts", arguments->files, "Files of the contracts in place of the book, named with their month");
}

int showContinuous(Context& context, BarStore* store, const std::string& root, const std::string& source, const ContinuousArguments& arguments, std::int64_t last)
{
    auto contracts = arguments.files.empty() ? fromBook(*store, root, source) : fromFiles(root, arguments.files);
    if (!contracts)
        return context.fail(contracts.error());
    ContinuousOptions options;
    options.rule = arguments.rule == "volume" ? RollRule::Volume : arguments.rule == "calendar" ? RollRule::Calendar : RollRule::OpenInterest;
    options.adjust = arguments.roll == "back" ? RollAdjust::Back : arguments.roll == "ratio" ? RollAdjust::Ratio : RollAdjust::None;
    options.end = arguments.end == "third-friday" ? ContractEnd::ThirdFriday : arguments.end == "month-start" ? ContractEnd::MonthStart : arguments.end == "month-end" ? ContractEnd::MonthEnd : ContractEnd::LastBar;
    options.daysBefore = arguments.daysBefore;
    Json names = Json::array();
    for (const auto& each : *contracts)
        names.push_back({{"name", each.name}, {"month", std::to_string(each.month.year) + (each.month.month < 10 ? "-0" : "-") + std::to_string(each.month.month)}, {"bars", each.bars.size()}});
    const auto made = continuousSeries(std::move(*contracts), options);
    if (!made)
        return context.fail(made.error());
    const std::size_t wanted = last > 0 ? static_cast<std::size_t>(last) : context.json ? made->bars.size() : 20;
    const std::size_t first = made->bars.size() > wanted ? made->bars.size() - wanted : 0;
    Json rows = Json::array(), rolls = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (std::size_t i = first; i < made->bars.size(); ++i) {
        const auto& each = made->bars[i];
        rows.push_back(barJson(each));
        cells.push_back({Date::ofUtc(each.bar.start).text(), each.contract, each.bar.open.text(2), each.bar.high.text(2), each.bar.low.text(2), each.bar.close.text(2), each.bar.volume.text()});
    }
    std::string told;
    for (const auto& roll : made->rolls) {
        rolls.push_back({{"day", roll.day.text()}, {"from", roll.from}, {"to", roll.to}, {"decided", roll.decided.text()}, {"oldClose", roll.oldClose.text()}, {"newClose", roll.newClose.text()}, {"reason", roll.reason}});
        told += "\n" + roll.day.text() + ": " + roll.from + " to " + roll.to + ", " + roll.reason;
    }
    Json document{{"symbol", upper(root)}, {"continuous", arguments.rule}, {"roll", arguments.roll}, {"contracts", names}, {"rolls", rolls}, {"count", made->bars.size()},
        {"method", "the next contract is followed from the day after the evening on which the rule first held, and never left for an earlier one; at a roll, earlier prices are "
                + std::string(options.adjust == RollAdjust::Back ? "moved by new close minus old close" : options.adjust == RollAdjust::Ratio ? "multiplied by new close over old close, each step rounded half even to eight decimals" : "left as they were")
                + (options.rule == RollRule::Calendar ? "; contracts end: " + arguments.end + ", left " + std::to_string(arguments.daysBefore) + " calendar days before" : std::string())},
        {"bars", rows}};
    return context.ok(document, table({"day", "contract", "open", "high", "low", "close", "volume"}, cells) + std::to_string(made->rolls.size()) + " rolls" + told);
}

} // namespace rialto::cli
