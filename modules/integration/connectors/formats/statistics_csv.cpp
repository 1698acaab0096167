// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of statistics as CSV: FRED (DATE or observation_date and one column a series), ALFRED (a column a vintage:
// "GDP_20140829"), and tables by year and quarter or month, or by fraction of a year (1953.25 is April 1953). One row of the
// account is one figure; "." "NA" "#N/A" and nothing are missing values.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace statistics {
namespace {

enum class When { None, Date, YearQuarter, YearMonth, Fraction };

When shapeOf(std::string_view line)
{
    std::string head = lowerCase(line);
    std::erase(head, '"');
    if (head.starts_with("observation_date,") || head.starts_with("observation_date\t"))
        return When::Date;
    if (head.starts_with("year,quarter,"))
        return When::YearQuarter;
    if (head.starts_with("year,month,"))
        return When::YearMonth;
    if (head.starts_with("year_frac,"))
        return When::Fraction;
    // FRED's older downloads say DATE in capitals, and the series in capitals too.
    if (line.starts_with("DATE,") && upperCase(line) == line && head.find("close") == std::string::npos && head.find("price") == std::string::npos)
        return When::Date;
    return When::None;
}

int recognise(const Payload& payload)
{
    return payload.json == nullptr && payload.xml == nullptr && shapeOf(payload.firstLine()) != When::None ? 75 : 0;
}

bool missing(std::string_view text) { return text.empty() || text == "." || text == "NA" || text == "#N/A" || text == "N/A" || text == "NaN" || text == ".."; }

std::optional<Date> whenOf(When shape, const TextRow& row)
{
    const auto year = wholeNumber(trimSpaces(row.at(0)));
    const auto part = wholeNumber(trimSpaces(row.at(1)));
    switch (shape) {
    case When::Date: {
        const auto time = feedTime(row.at(0));
        return time ? std::optional(Date::ofUtc(*time)) : std::nullopt;
    }
    case When::YearQuarter:
        if (year && part && *year > 0 && *year < 10'000 && *part >= 1 && *part <= 4)
            return Date::of(static_cast<int>(*year), static_cast<unsigned>(*part * 3 - 2), 1);
        return std::nullopt;
    case When::YearMonth:
        if (year && part && *year > 0 && *year < 10'000 && *part >= 1 && *part <= 12)
            return Date::of(static_cast<int>(*year), static_cast<unsigned>(*part), 1);
        return std::nullopt;
    case When::Fraction: {
        const auto value = Decimal::parse(trimSpaces(row.at(0)));
        if (!value || value->isNegative())
            return std::nullopt;
        const auto months = value->times(Decimal::of(12));
        const auto whole = months ? months->dividedBy(Decimal::of(1), 0, Rounding::HalfUp) : std::nullopt;
        if (!whole || whole->units() < 12 || whole->units() >= 120'000)
            return std::nullopt;
        return Date::of(static_cast<int>(whole->units() / 12), static_cast<unsigned>(whole->units() % 12) + 1, 1);
    }
    case When::None: break;
    }
    return std::nullopt;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const When shape = shapeOf(payload.firstLine());
    const std::size_t first = shape == When::YearQuarter || shape == When::YearMonth ? 2 : 1;
    const char delimiter = payload.firstLine().find('\t') != std::string_view::npos && payload.firstLine().find(',') == std::string_view::npos ? '\t' : ',';
    std::vector<std::string> names;
    std::vector<Date> vintages;
    if (shape == When::Fraction)
        harvest.assume("the fraction of a year counts months: 1953.25 is April 1953");
    harvest.assume("one row of this account is one figure");
    return forEachRow(payload.bytes, delimiter, [&](const TextRow& row) {
        if (row.row == 1) {
            for (const auto field : row.fields) {
                std::string name(trimSpaces(field));
                Date vintage = research::kAlwaysKnown;
                if (const auto mark = name.rfind('_'); mark != std::string::npos && name.size() - mark == 9 && allDigits(std::string_view(name).substr(mark + 1)))
                    if (const auto date = Date::parse(std::string_view(name).substr(mark + 1))) {
                        vintage = *date;
                        name.erase(mark);
                    }
                names.push_back(name);
                vintages.push_back(vintage);
            }
            return true;
        }
        const auto date = whenOf(shape, row);
        if (!date) {
            harvest.reject(row.row, row.line, names.empty() ? "date" : names.front(), "date-malformed", std::string(row.at(0).substr(0, 40)));
            return true;
        }
        if (row.fields.size() > names.size()) {
            harvest.reject(row.row, row.line, {}, "columns-extra", std::to_string(row.fields.size()) + " cells under " + std::to_string(names.size()) + " headings");
            return true;
        }
        for (std::size_t i = first; i < names.size(); ++i) {
            const std::string_view written = trimSpaces(row.at(i));
            auto& series = harvest.seriesOf(shape == When::Date ? "fred" : "table", names[i]);
            if (series.frequency.empty())
                series.frequency = shape == When::YearQuarter ? "Q" : shape == When::Date ? "" : "M";
            research::Observation made{*date, std::nullopt, vintages[i], research::kStillKnown};
            if (!missing(written)) {
                const auto value = Decimal::parse(written);
                if (!value) {
                    harvest.reject(row.row, row.line, names[i], "value-malformed", std::string(written.substr(0, 40)));
                    continue;
                }
                made.value = *value;
            } else if (vintages[i] != research::kAlwaysKnown) {
                continue; // the vintage did not reach so far
            }
            series.observations.push_back(made);
            harvest.accept();
        }
        return true;
    });
}

} // namespace
} // namespace statistics

Connector statisticsCsvConnector() { return {"statistics-csv", "FRED, ALFRED and other tables of statistics (CSV)", "series", statistics::recognise, statistics::parse}; }

} // namespace rialto::integration
