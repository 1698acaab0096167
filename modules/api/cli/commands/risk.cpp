// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/input/text_table.h"
#include "api/cli/book_json.h"
#include "api/cli/command.h"
#include "api/cli/input_text.h"
#include "api/cli/risk_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rialto::cli {

namespace {

struct RiskArguments {
    std::string returns, column, benchmark, benchmarkColumn, weights;
    bool prices = false, compoundRates = false, notOperational = false;
    int rolling = 0;
    double componentLevel = 0.95;
    RiskConventions conventions;
};

struct RiskSeries {
    std::vector<Date> dates;
    std::vector<double> values;
};

RiskSeries presentOf(const analytics::DatedColumns& file, std::size_t column)
{
    RiskSeries series;
    for (std::size_t i = 0; i < file.dates.size(); ++i)
        if (!std::isnan(file.columns[column][i])) {
            series.dates.push_back(file.dates[i]);
            series.values.push_back(file.columns[column][i]);
        }
    return series;
}

/// Where both have a value on the same day (or, without days, in the same row).
std::pair<std::vector<double>, std::vector<double>> alignedOf(const RiskSeries& a, const RiskSeries& b)
{
    std::pair<std::vector<double>, std::vector<double>> both;
    for (std::size_t i = 0, k = 0; i < a.dates.size(); ++i) {
        while (k < b.dates.size() && b.dates[k] < a.dates[i])
            ++k;
        if (k < b.dates.size() && b.dates[k] == a.dates[i]) {
            both.first.push_back(a.values[i]);
            both.second.push_back(b.values[k]);
        }
    }
    return both;
}

Result<analytics::DatedColumns> returnsOf(const std::string& path, bool prices)
{
    const auto text = inputText(path);
    if (!text)
        return text.error();
    const auto table = analytics::TextTable::parse(*text);
    if (!table)
        return Error{table.error().kind, table.error().code, path + ": " + table.error().detail};
    auto file = analytics::datedColumns(*table);
    if (!file)
        return Error{file.error().kind, file.error().code, path + ": " + file.error().detail};
    for (std::size_t c = 0; c < file->columns.size(); ++c) {
        auto& column = file->columns[c];
        double before = analytics::kMissing;
        for (std::size_t i = 0; i < column.size(); ++i) {
            if (std::isnan(column[i]))
                continue;
            if (prices) {
                const double price = column[i];
                if (!(price > 0))
                    return invalid("risk.bad-price", fmt::format("{}: {} on {} is {}; a price must be positive", path, file->names[c], file->dates[i].text(), price));
                column[i] = std::isnan(before) ? analytics::kMissing : price / before - 1;
                before = price;
            } else if (column[i] < -1 || column[i] > 1000) {
                return invalid("risk.bad-return", fmt::format("{}: {} on {} is {}; returns are fractions (0.01 is one per cent) of at least -1 (prices? say --prices)", path,
                        file->names[c], file->dates[i].text(), column[i]));
            }
        }
    }
    return file;
}

bool isBenchmarkName(std::string name)
{
    for (char& c : name)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    return name.find("benchmark") != std::string::npos;
}

Error columnUnknown(const std::string& name, const analytics::DatedColumns& file)
{
    std::string all;
    for (const auto& each : file.names)
        all += (all.empty() ? "" : ", ") + each;
    return notFound("risk.column-unknown", "'" + name + "'; the file has: " + all.substr(0, 600));
}

Result<std::vector<double>> riskWeights(const std::string& text, const analytics::DatedColumns& file)
{
    std::vector<double> weights(file.names.size(), text == "equal" ? 1.0 / static_cast<double>(file.names.size()) : 0.0);
    if (text == "equal")
        return weights;
    std::size_t unnamed = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        const std::string part = text.substr(at, end - at);
        at = end + 1;
        const auto equals = part.rfind('=');
        const auto value = analytics::readNumber(equals == std::string::npos ? part : part.substr(equals + 1));
        if (!value)
            return invalid("risk.weights", "'" + part + "' is no weight; write NAME=0.6,NAME=0.4, one number a column, or equal");
        if (equals == std::string::npos) {
            if (unnamed >= weights.size())
                return invalid("risk.weights", "more weights than columns");
            weights[unnamed++] = *value;
            continue;
        }
        const auto column = file.find(part.substr(0, equals));
        if (!column)
            return columnUnknown(part.substr(0, equals), file);
        weights[*column] = *value;
    }
    if (unnamed != 0 && unnamed != weights.size())
        return invalid("risk.weights", fmt::format("{} weights for {} columns", unnamed, weights.size()));
    return weights;
}

std::string riskText(const Json& document)
{
    std::vector<std::vector<std::string>> cells;
    const auto shown = [](const Json& value) { return value.is_number_float() ? fmt::format("{:.6f}", value.get<double>()) : value.is_null() ? std::string("-") : value.dump(); };
    const bool hasBenchmark = document.contains("benchmark");
    for (const auto& [name, value] : document["portfolio"].items())
        if (value.is_primitive())
            cells.push_back({name, shown(value), hasBenchmark ? shown(document["benchmark"].value(name, Json(nullptr))) : std::string()});
    std::string text = table({"figure", "portfolio", hasBenchmark ? "benchmark" : ""}, cells);
    cells.clear();
    if (document["portfolio"].contains("vs_benchmark")) {
        for (const auto& [name, value] : document["portfolio"]["vs_benchmark"].items())
            cells.push_back({name, shown(value)});
        text += "\n" + table({"against the benchmark", "value"}, cells);
    }
    cells.clear();
    for (const auto& row : document["portfolio"]["worst_drawdowns"])
        cells.push_back({row["from"].dump(), row["trough"].dump(), row["to"].dump(), shown(row["depth_exact"]), row["length"].dump()});
    if (!cells.empty())
        text += "\n" + table({"from", "trough", "to", "depth", "length"}, cells);
    return text;
}

int risk(Context& context, RiskArguments& given)
{
    auto& conventions = given.conventions;
    conventions.mix = given.compoundRates ? analytics::RatesMix::Compounded : analytics::RatesMix::AsGiven;
    conventions.operational = !given.notOperational;
    for (const double level : conventions.levels)
        if (!(level > 0.5 && level < 1))
            return context.fail(invalid("risk.level", fmt::format("{}: a level is a confidence between 0.5 and 1", level)));
    const auto file = returnsOf(given.returns, given.prices);
    if (!file)
        return context.fail(file.error());
    conventions.dated = file->dated;

    std::optional<std::size_t> benchmarkColumn;
    std::optional<analytics::DatedColumns> other;
    if (!given.benchmark.empty() && given.benchmark != given.returns) {
        auto read = returnsOf(given.benchmark, given.prices);
        if (!read)
            return context.fail(read.error());
        other = std::move(*read);
        if (other->dated != file->dated)
            return context.fail(invalid("risk.no-overlap", "one of the two files has dates and the other has none"));
    }
    const analytics::DatedColumns& benchmarkFile = other ? *other : *file;
    if (!given.benchmarkColumn.empty()) {
        benchmarkColumn = benchmarkFile.find(given.benchmarkColumn);
        if (!benchmarkColumn)
            return context.fail(columnUnknown(given.benchmarkColumn, benchmarkFile));
    } else {
        for (std::size_t i = 0; i < benchmarkFile.names.size() && !benchmarkColumn; ++i)
            if (isBenchmarkName(benchmarkFile.names[i]) && (other || file->names.size() > 1))
                benchmarkColumn = i;
        if (!benchmarkColumn && other)
            benchmarkColumn = 0;
        if (!benchmarkColumn && !given.benchmark.empty())
            benchmarkColumn = file->names.size() > 1 ? 1 : 0;
    }
    std::size_t column = 0;
    if (!given.column.empty()) {
        const auto found = file->find(given.column);
        if (!found)
            return context.fail(columnUnknown(given.column, *file));
        column = *found;
    } else if (!other && benchmarkColumn && *benchmarkColumn == 0 && file->names.size() > 1) {
        column = 1;
    }

    std::optional<RiskSeries> benchmark;
    if (benchmarkColumn)
        benchmark = presentOf(benchmarkFile, *benchmarkColumn);
    const auto figuresOf = [&](std::size_t which) -> Result<Json> {
        const RiskSeries series = presentOf(*file, which);
        if (series.values.size() < 2)
            return invalid("risk.too-short", file->names[which] + ": at least two returns are needed");
        Json json = seriesJson(series.dates, series.values, conventions);
        if (benchmark && (other || *benchmarkColumn != which)) {
            const auto both = alignedOf(series, *benchmark);
            if (both.first.size() < 2)
                return invalid("risk.no-overlap", file->names[which] + " and the benchmark have fewer than two days in common");
            json["vs_benchmark"] = benchmarkJson(both.first, both.second, conventions);
        }
        return json;
    };
    Json document{{"method", "C. Bacon, Practical Portfolio Performance Measurement and Attribution (2nd ed.), with the definitions of the R package PerformanceAnalytics"},
        {"conventions", conventionsJson(conventions)}, {"column", file->names[column]}};
    auto portfolio = figuresOf(column);
    if (!portfolio)
        return context.fail(portfolio.error());
    document["portfolio"] = std::move(*portfolio);
    if (benchmark) {
        if (benchmark->values.size() < 2)
            return context.fail(invalid("risk.too-short", "the benchmark: at least two returns are needed"));
        document["benchmark_column"] = benchmarkFile.names[*benchmarkColumn];
        document["benchmark"] = seriesJson(benchmark->dates, benchmark->values, conventions);
    }
    if (given.column.empty() && file->names.size() > (benchmark && !other ? 2 : 1)) {
        Json all = Json::object();
        for (std::size_t i = 0; i < file->names.size(); ++i) {
            auto each = figuresOf(i);
            all[file->names[i]] = each ? std::move(*each) : Json{{"error", each.error().text()}};
        }
        document["columns"] = std::move(all);
    }
    if (given.rolling > 0) {
        const RiskSeries series = presentOf(*file, column);
        if (given.rolling < 2 || static_cast<std::size_t>(given.rolling) > series.values.size())
            return context.fail(invalid("risk.rolling", "the window must be 2 to the number of returns"));
        document["rolling"] = rollingJson(series.dates, series.values, given.rolling, conventions);
    }
    if (!given.weights.empty()) {
        const auto weights = riskWeights(given.weights, *file);
        if (!weights)
            return context.fail(weights.error());
        std::vector<std::string> names;
        std::vector<double> used;
        std::vector<std::size_t> which;
        for (std::size_t i = 0; i < weights->size(); ++i)
            if ((*weights)[i] != 0) {
                names.push_back(file->names[i]);
                used.push_back((*weights)[i]);
                which.push_back(i);
            }
        std::vector<std::vector<double>> columns(which.size());
        for (std::size_t t = 0; t < file->dates.size(); ++t)
            if (std::all_of(which.begin(), which.end(), [&](std::size_t i) { return !std::isnan(file->columns[i][t]); }))
                for (std::size_t k = 0; k < which.size(); ++k)
                    columns[k].push_back(file->columns[which[k]][t]);
        if (columns.empty() || columns[0].size() < 3)
            return context.fail(invalid("risk.no-overlap", "the weighted columns have fewer than three days in common"));
        document["components"] = componentsJson(names, columns, used, given.componentLevel, 1);
    }
    return context.ok(document, riskText(document));
}

} // namespace

Command riskCommand()
{
    return {{"risk"}, "Return and risk figures of a series of returns, alone and against a benchmark",
        {"rialtoctl risk --returns fund.csv --scale 12 --json", "rialtoctl risk --returns fund.csv --benchmark index.csv --rf 0.0025 --mar 0.005",
            "rialtoctl risk --returns managers.csv --column HAM1 --benchmark managers.csv --benchmark-column 'SP500 TR'",
            "rialtoctl risk --returns assets.csv --weights 'A=0.6,B=0.4' --rolling 12"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<RiskArguments>();
            auto& c = given->conventions;
            app.add_option("--returns", given->returns, "CSV: a date and columns of simple returns as fractions (or with %)")->required();
            app.add_option("--column", given->column, "Which column (name, or number from 1); default the first, and all are told under \"columns\"");
            app.add_option("--benchmark", given->benchmark, "CSV of the benchmark; may be the same file. A column called ...benchmark... is found alone");
            app.add_option("--benchmark-column", given->benchmarkColumn, "Its column (name, or number from 1)");
            app.add_flag("--prices", given->prices, "The files hold prices; returns are made from them");
            app.add_option("--rf", c.riskFree, "Riskless rate a period")->check(CLI::Range(-0.9, 10.0))->capture_default_str();
            app.add_option("--scale", c.scale, "Periods a year: 252, 52, 12, 4, 1")->check(CLI::Range(0.01, 1e6))->capture_default_str();
            app.add_option("--mar", c.mar, "Minimum acceptable return a period (threshold of omega, too)")->check(CLI::Range(-1.0, 10.0))->capture_default_str();
            app.add_option("--level,--levels", c.levels, "Confidence of VaR and ES")->delimiter(',')->capture_default_str();
            app.add_option("--ddof", c.ddof, "Of standard deviations: 1 sample, 0 population")->check(CLI::Range(0, 1))->capture_default_str();
            app.add_option("--gaussian-ddof", c.gaussianDdof, "Of the deviation in Gaussian VaR and ES")->check(CLI::Range(0, 1))->capture_default_str();
            app.add_option("--quantile-type", c.quantileType, "Hyndman and Fan 1 to 9")->check(CLI::Range(1, 9))->capture_default_str();
            app.add_flag("--unbounded-es", given->notOperational, "Modified ES may be smaller than the modified VaR");
            app.add_flag("--compound-rf", given->compoundRates, "Figures a year use rf compounded to a year, not as it stands");
            app.add_option("--sterling-excess", c.sterlingExcess, "Added to the maximum drawdown")->check(CLI::Range(0.0, 10.0))->capture_default_str();
            app.add_option("--lambda", c.lambda, "Decay of the filtered VaR")->check(CLI::Range(0.01, 0.9999))->capture_default_str();
            app.add_option("--draws", c.draws, "Of the Monte Carlo VaR")->check(CLI::Range(100, 10'000'000))->capture_default_str();
            app.add_option("--seed", c.seed, "Of the Monte Carlo VaR")->capture_default_str();
            app.add_option("--worst", c.worst, "Drawdowns in the table")->check(CLI::Range(0, 100000))->capture_default_str();
            app.add_option("--depth-digits", c.depthDigits, "Digits of \"depth\" there; depth_exact has all")->check(CLI::Range(0, 15))->capture_default_str();
            app.add_option("--rolling", given->rolling, "Also figures over a moving window of so many returns")->check(CLI::Range(2, 1'000'000));
            app.add_option("--weights", given->weights, "Marginal and component risk of a portfolio of the columns: NAME=0.6,NAME=0.4 or equal");
            app.add_option("--component-level", given->componentLevel, "Confidence of the component VaR and ES")->check(CLI::Range(0.51, 0.9999))->capture_default_str();
            return [given](Context& context) { return risk(context, *given); };
        }};
}

} // namespace rialto::cli
