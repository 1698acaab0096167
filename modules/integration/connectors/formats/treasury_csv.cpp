// SPDX-License-Identifier: GPL-3.0-or-later
// US Treasury daily yield curves as CSV: Date (month/day/year) and a column a tenor ("1 Mo", "1.5 Month", "10 Yr").
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace treasurycsv {
namespace {

std::optional<int> tenor(std::string_view heading)
{
    heading = trimSpaces(heading);
    if (heading.starts_with("1.5"))
        return std::nullopt; // 45 days are no whole month; told in parse
    return heading.find(' ') == std::string_view::npos ? std::nullopt : research::tenorMonths(heading);
}

int recognise(const Payload& payload)
{
    if (payload.json != nullptr || payload.xml != nullptr)
        return 0;
    std::string head(payload.firstLine());
    std::erase(head, '"');
    int tenors = 0;
    std::string_view rest = head;
    if (!lowerCase(rest).starts_with("date,"))
        return 0;
    while (!rest.empty()) {
        const auto end = rest.find(',');
        tenors += tenor(rest.substr(0, end)) ? 1 : 0;
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return tenors >= 3 ? 90 : 0;
}

std::optional<Date> dayOf(std::string_view text)
{
    text = trimSpaces(text);
    const auto first = text.find('/');
    const auto second = first == std::string_view::npos ? first : text.find('/', first + 1);
    if (second == std::string_view::npos) {
        const auto time = feedTime(text);
        return time ? std::optional(Date::ofUtc(*time)) : std::nullopt;
    }
    const auto month = wholeNumber(text.substr(0, first));
    const auto day = wholeNumber(text.substr(first + 1, second - first - 1));
    auto year = wholeNumber(text.substr(second + 1));
    if (!month || !day || !year || *month < 1 || *month > 12 || *day < 1 || *day > 31)
        return std::nullopt;
    if (*year < 100)
        *year += *year < 70 ? 2000 : 1900;
    const Date date = Date::of(static_cast<int>(*year), static_cast<unsigned>(*month), 1) + static_cast<std::int32_t>(*day - 1);
    return date.month() == static_cast<unsigned>(*month) ? std::optional(date) : std::nullopt;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    std::vector<std::optional<int>> tenors;
    std::vector<std::string> names;
    harvest.assume("one row of this account is one yield of one day, in percent a year");
    return forEachRow(payload.bytes, ',', [&](const TextRow& row) {
        if (row.row == 1) {
            for (const auto field : row.fields) {
                names.emplace_back(trimSpaces(field));
                tenors.push_back(tenor(field));
                if (names.back().starts_with("1.5"))
                    harvest.assume("the column " + names.back() + " is kept as UST.1.5M");
            }
            return true;
        }
        const auto date = dayOf(row.at(0));
        if (!date) {
            harvest.reject(row.row, row.line, "Date", "date-malformed", std::string(row.at(0).substr(0, 40)));
            return true;
        }
        for (std::size_t i = 1; i < names.size(); ++i) {
            const std::string_view written = trimSpaces(row.at(i));
            const bool half = names[i].starts_with("1.5");
            if ((!tenors[i] && !half) || written.empty() || written == "N/A")
                continue;
            const auto value = Decimal::parse(written);
            if (!value) {
                harvest.reject(row.row, row.line, names[i], "value-malformed", std::string(written.substr(0, 40)));
                continue;
            }
            const std::string name = half ? "1.5M" : research::tenorName(*tenors[i]);
            auto& series = harvest.seriesOf("treasury", "UST." + name);
            series.unit = "percent";
            series.frequency = "D";
            series.title = "US Treasury par yield, " + name;
            series.observations.push_back({*date, *value, research::kAlwaysKnown, research::kStillKnown});
            harvest.accept();
        }
        return true;
    });
}

} // namespace
} // namespace treasurycsv

Connector treasuryCsvConnector() { return {"treasury-csv", "US Treasury yield curves (CSV)", "series", treasurycsv::recognise, treasurycsv::parse}; }

} // namespace rialto::integration
