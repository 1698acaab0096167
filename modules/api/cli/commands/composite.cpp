// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/input/text_table.h"
#include "analytics/performance/composite.h"
#include "api/cli/book_json.h"
#include "api/cli/input_text.h"

#include <fmt/format.h>

#include <cmath>

namespace rialto::cli {

namespace {

struct CompositeArguments {
    std::string file, benchmark;
    bool equal = false;
    int ddof = 1;
};

Json number(const std::optional<double>& value) { return value && std::isfinite(*value) ? Json(*value) : Json(nullptr); }
std::string percent(const std::optional<double>& value) { return value ? fmt::format("{:.2f}", *value * 100) : std::string("-"); }

/// Where an error of a table happened: the file is named before it.
Error inFile(const std::string& path, const Error& error) { return Error{error.kind, error.code, path + ": " + error.detail}; }

Result<std::vector<analytics::CompositeRow>> compositeRows(const std::string& path)
{
    const auto text = inputText(path);
    if (!text)
        return text.error();
    const auto table = analytics::TextTable::parse(*text);
    if (!table)
        return inFile(path, table.error());
    const auto portfolio = table->column({"portfolio", "account", "fund", "name", "id"});
    const auto rate = table->column({"return", "rate", "r", "twr"});
    const auto start = table->column({"begin_value", "beginning_value", "start_value", "value", "bmv", "assets", "weight"});
    const auto end = table->column({"end_value", "ending_value", "emv"});
    const auto date = table->column({"date", "month", "period", "end"});
    if (!portfolio || !rate || !date || !start)
        return invalid("composite.columns", path + ": needed are portfolio, month, return and begin_value");
    const auto days = table->dates(*date);
    if (!days)
        return inFile(path, days.error());
    std::vector<analytics::CompositeRow> rows;
    for (std::size_t i = 0; i < table->rows(); ++i) {
        const auto value = table->required(i, *start);
        const auto r = table->required(i, *rate);
        if (!value || !r)
            return inFile(path, value ? r.error() : value.error());
        analytics::CompositeRow row{table->cell(i, *portfolio), (*days)[i].year() * 12 + static_cast<int>((*days)[i].month()) - 1, *r, *value, std::nullopt, i + 2};
        if (end)
            if (const auto closing = table->number(i, *end); closing && !std::isnan(*closing))
                row.endValue = *closing;
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::map<int, double>> benchmarkRates(const std::string& path)
{
    std::map<int, double> rates;
    if (path.empty())
        return rates;
    const auto text = inputText(path);
    if (!text)
        return text.error();
    const auto table = analytics::TextTable::parse(*text);
    if (!table)
        return inFile(path, table.error());
    const auto columns = analytics::datedColumns(*table);
    if (!columns)
        return inFile(path, columns.error());
    for (std::size_t i = 0; i < columns->dates.size(); ++i)
        if (const double rate = columns->columns.front()[i]; !std::isnan(rate) && !rates.emplace(columns->dates[i].year() * 12 + static_cast<int>(columns->dates[i].month()) - 1, rate).second)
            return invalid("composite.twice", path + ": two returns in the month of " + columns->dates[i].text());
    return rates;
}

int compositeVerb(Context& context, const CompositeArguments& given)
{
    auto rows = compositeRows(given.file);
    if (!rows)
        return context.fail(rows.error());
    const auto benchmark = benchmarkRates(given.benchmark);
    if (!benchmark)
        return context.fail(benchmark.error());
    const auto composite = analytics::compositeOf(std::move(*rows), {given.equal, given.ddof, *benchmark});
    if (!composite)
        return context.fail(inFile(given.file, composite.error()));
    Json months = Json::array();
    for (const auto& month : composite->months)
        months.push_back({{"month", fmt::format("{:04}-{:02}", month.month / 12, month.month % 12 + 1)}, {"return", month.rate}, {"assets", month.assets}, {"portfolios", month.portfolios}});
    Json years = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const auto& year : composite->years) {
        const auto range = year.highest ? std::optional(*year.highest - *year.lowest) : std::nullopt;
        const auto middle = year.upperQuartile ? std::optional(*year.upperQuartile - *year.lowerQuartile) : std::nullopt;
        years.push_back({{"year", year.year}, {"months", year.months}, {"whole_year", year.months == 12}, {"return", year.rate}, {"benchmark_return", number(year.benchmark)}, {"portfolios", year.portfolios}, {"portfolios_whole_year", year.wholeYear},
            {"assets_end", number(year.assets)}, {"dispersion", {{"equal_weighted_stdev", number(year.equalDeviation)}, {"asset_weighted_stdev", number(year.assetDeviation)}, {"mean", number(year.meanRate)}, {"high", number(year.highest)}, {"low", number(year.lowest)},
            {"range", number(range)}, {"upper_quartile", number(year.upperQuartile)}, {"median", number(year.median)}, {"lower_quartile", number(year.lowerQuartile)}, {"interquartile_range", number(middle)}, {"required", year.dispersionAsked}}},
            {"stdev_3_years", number(year.deviation36)}, {"benchmark_stdev_3_years", number(year.benchmarkDeviation36)}});
        cells.push_back({std::to_string(year.year) + (year.months == 12 ? "" : fmt::format(" ({} months)", year.months)), percent(year.rate), percent(year.benchmark), std::to_string(year.portfolios), percent(year.equalDeviation), percent(year.assetDeviation),
            percent(year.lowest), percent(year.highest), percent(year.deviation36)});
    }
    return context.ok({{"months", std::move(months)}, {"years", std::move(years)}, {"total_return", composite->total}, {"annual_return", composite->annual},
                          {"conventions", {{"standard", "GIPS 2020"}, {"weights", given.equal ? "equal" : "value at the start of the month"}, {"year", "months linked"}, {"dispersion", "linked returns of portfolios that were in all twelve months"}, {"ddof", given.ddof},
                              {"asset_weighted", "sqrt(sum w (r - sum w r)^2), w by value at the start of the year"}, {"quartiles", "type 7"}, {"stdev_3_years", "36 monthly returns, n - ddof, x sqrt(12)"}, {"required", "more than five portfolios in all year"}}}},
        table({"year", "return %", "benchmark %", "portfolios", "equal sd %", "asset sd %", "low %", "high %", "3-year sd %"}, cells));
}

} // namespace

Command compositeCommand()
{
    return {{"composite"}, "The return of a composite of portfolios by month and year, with dispersion, after the GIPS standards",
        {"rialtoctl composite returns.csv --json", "rialtoctl composite returns.csv --benchmark index.csv --ddof 0"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<CompositeArguments>();
            app.add_option("file", given->file, "CSV: portfolio,month,return,begin_value (and end_value), a row a portfolio and month; returns are fractions or \"1.2%\"")->required();
            app.add_option("--benchmark", given->benchmark, "CSV of dated monthly returns");
            app.add_flag("--equal-weights", given->equal, "Portfolios count alike (default: by their value at the start of the month)");
            app.add_option("--ddof", given->ddof, "Deviations divide by n - ddof")->check(CLI::Range(0, 1))->capture_default_str();
            return [given](Context& context) { return compositeVerb(context, *given); };
        }};
}

} // namespace rialto::cli
