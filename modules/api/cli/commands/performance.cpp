// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/performance/period_performance.h"

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

struct PerformanceArguments {
    std::string flows, values, benchmark;
    std::string timing = "end";
    std::string valueTime = "after-flows";
    std::string benchmarkKind = "level";
    bool startsEmpty = false;
    double daysAYear = 365;
};

Result<analytics::TextTable> performanceTable(const std::string& path)
{
    const auto text = inputText(path);
    if (!text)
        return text.error();
    auto table = analytics::TextTable::parse(*text);
    if (!table)
        return Error{table.error().kind, table.error().code, path + ": " + table.error().detail};
    return table;
}

/// The first column that has one of the names; else the only one that is no date.
std::optional<std::size_t> amountColumn(const analytics::TextTable& table, std::size_t dateColumn, std::initializer_list<std::string_view> names)
{
    if (const auto named = table.column(names))
        return named;
    return table.columns() == 2 ? std::optional<std::size_t>(1 - dateColumn) : std::nullopt;
}

Result<std::vector<analytics::DatedValue>> valuesOf(const std::string& path, bool returns)
{
    const auto table = performanceTable(path);
    if (!table)
        return table.error();
    auto dateColumn = table->dateColumn();
    if (!dateColumn && table->columns() == 2)
        dateColumn = 0;
    const auto column = dateColumn
        ? amountColumn(*table, *dateColumn, {"value", "market_value", "nav", "level", "close", "price", "return", "end_value", "ending_value", "balance", "benchmark"})
        : std::nullopt;
    if (!column)
        return invalid("performance.columns", path + ": needed are the columns date and value");
    const auto dates = table->dates(*dateColumn);
    if (!dates)
        return Error{dates.error().kind, dates.error().code, path + ": " + dates.error().detail};
    std::vector<analytics::DatedValue> values;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto value = table->required(row, *column);
        if (!value)
            return Error{value.error().kind, value.error().code, path + ": " + value.error().detail};
        values.push_back({(*dates)[row], *value});
    }
    std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    for (std::size_t i = 1; i < values.size(); ++i)
        if (values[i].date == values[i - 1].date)
            return invalid("analysis.date-twice", path + ": " + values[i].date.text() + " stands in the file twice");
    if (returns) {
        double level = 1;
        for (auto& each : values)
            each.value = level *= 1 + each.value;
        values.insert(values.begin(), {Date(values.front().date.days - 400), 1.0});
    }
    return values;
}

Result<void> readFlows(const std::string& path, analytics::PerformanceInput& input)
{
    const auto table = performanceTable(path);
    if (!table) {
        if (table.error().code == "analysis.empty")
            return {}; // only a header: nothing came or went
        return table.error();
    }
    auto dateColumn = table->dateColumn();
    if (!dateColumn && table->columns() == 2)
        dateColumn = 0;
    const auto column = dateColumn ? amountColumn(*table, *dateColumn, {"amount", "flow", "cash_flow", "cashflow", "cash flow", "external_flow", "net_flow", "value"}) : std::nullopt;
    if (!column)
        return invalid("performance.columns", path + ": needed are the columns date and amount (and, if wanted, type)");
    const auto kind = table->column({"type", "kind", "category", "flow_type"});
    const auto dates = table->dates(*dateColumn);
    if (!dates)
        return Error{dates.error().kind, dates.error().code, path + ": " + dates.error().detail};
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto amount = table->required(row, *column);
        if (!amount)
            return Error{amount.error().kind, amount.error().code, path + ": " + amount.error().detail};
        std::string word = kind ? table->cell(row, *kind) : std::string();
        for (char& c : word)
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        const auto isOneOf = [&](std::initializer_list<const char*> words) { return std::any_of(words.begin(), words.end(), [&](const char* each) { return word == each; }); };
        if (isOneOf({"fee", "fees", "management_fee", "management fee", "advisory_fee", "performance_fee", "custody_fee", "cost"}))
            input.fees.push_back({(*dates)[row], *amount});
        else if (isOneOf({"withdrawal", "outflow", "redemption"}))
            input.external.push_back({(*dates)[row], -std::fabs(*amount)});
        else if (isOneOf({"", "external", "flow", "deposit", "contribution", "inflow", "subscription", "transfer", "cash"}))
            input.external.push_back({(*dates)[row], *amount});
        else if (!isOneOf({"income", "dividend", "interest", "coupon", "internal"})) // these stay in the portfolio
            return invalid("performance.flow-type", path + ": " + table->wrong(row, *kind, "is no type of flow: external, deposit, withdrawal, fee, income").detail);
    }
    return {};
}

Json optionalFigure(const std::optional<double>& value) { return value ? figure(*value) : Json(nullptr); }

Json returnsJson(const analytics::Returns& returns)
{
    return {{"twr", optionalFigure(returns.timeWeighted)}, {"modified_dietz", optionalFigure(returns.modifiedDietz)}, {"simple_dietz", optionalFigure(returns.simpleDietz)},
        {"mwr", optionalFigure(returns.moneyWeighted)}};
}

Json performancePeriodJson(const analytics::PeriodPerformance& period)
{
    Json json{{"period", period.name}, {"opened", period.opened.text()}, {"closed", period.closed.text()}, {"days", period.closed - period.opened},
        {"opening_value", period.openingValue}, {"closing_value", period.closingValue}, {"net_flow", period.netFlow}, {"fees", period.fees},
        {"gain", period.closingValue - period.openingValue - period.netFlow}};
    json.update(returnsJson(period.net));
    json["gross"] = returnsJson(period.gross);
    json["twr_annualized"] = optionalFigure(period.twrNetAnnualised);
    json["twr_gross_annualized"] = optionalFigure(period.twrGrossAnnualised);
    json["mwr_annualized"] = optionalFigure(period.moneyWeightedAnnualised);
    if (period.benchmark) {
        const double active = *period.net.timeWeighted - *period.benchmark;
        json["benchmark"] = {{"return", *period.benchmark}, {"annualized", optionalFigure(period.benchmarkAnnualised)}, {"excess_arithmetic", active},
            {"excess_geometric", figure((1 + *period.net.timeWeighted) / (1 + *period.benchmark) - 1)}};
    }
    return json;
}

int performanceVerb(Context& context, const PerformanceArguments& given)
{
    analytics::PerformanceInput input;
    auto values = valuesOf(given.values, false);
    if (!values)
        return context.fail(values.error());
    input.values = std::move(*values);
    if (!given.flows.empty())
        if (const auto read = readFlows(given.flows, input); !read)
            return context.fail(read.error());
    if (!given.benchmark.empty()) {
        auto benchmark = valuesOf(given.benchmark, given.benchmarkKind == "returns");
        if (!benchmark)
            return context.fail(benchmark.error());
        input.benchmark = std::move(*benchmark);
    }
    analytics::PerformanceOptions options;
    options.timing = given.timing == "start" ? analytics::FlowTime::Start : given.timing == "mid" ? analytics::FlowTime::Middle : analytics::FlowTime::End;
    options.valuesBeforeFlows = given.valueTime == "before-flows";
    options.startsEmpty = given.startsEmpty;
    options.daysAYear = given.daysAYear;
    const auto report = analytics::performance(std::move(input), options);
    if (!report)
        return context.fail(report.error());

    Json document{{"method", {{"twr", "chained between valuations; a flow inside a gap is weighted by its days (modified Dietz)"},
                                 {"modified_dietz", "(E - B - F) / (B + sum of w F), w the part of the period for which the flow is at work"},
                                 {"simple_dietz", "(E - B - F) / (B + F / 2)"}, {"mwr", "internal rate of the period, days of the period / its length as exponent"}}},
        {"conventions", {{"flow_timing", options.valuesBeforeFlows ? std::string("after the value of the day") : given.timing + " of day"}, {"values", "end of day, " + given.valueTime},
                            {"flow_sign", "+ into the portfolio"}, {"net_and_gross", "fees are in the values; gross puts them back as if paid out (column type = fee)"},
                            {"annualized", "(1 + r)^(days_a_year / days) - 1, only from 365 days on"}, {"days_a_year", given.daysAYear},
                            {"opening", "the first valuation" + std::string(options.startsEmpty ? ", before it nothing" : "; flows on or before its day are in it")},
                            {"period_of_a_step", "that of its closing valuation"}, {"benchmark", given.benchmarkKind}}},
        {"since_inception", performancePeriodJson(report->whole)}};
    for (const auto& [name, list] : {std::pair{"months", &report->months}, {"quarters", &report->quarters}, {"years", &report->years}}) {
        Json rows = Json::array();
        for (const auto& each : *list)
            rows.push_back(performancePeriodJson(each));
        document[name] = std::move(rows);
    }
    Json warnings = Json::array();
    if (report->estimatedGaps > 0)
        warnings.push_back(fmt::format("{} gaps between valuations hold flows on days without a value: the time-weighted return is an estimate there", report->estimatedGaps));
    if (report->ignoredFlows > 0)
        warnings.push_back(fmt::format("{} flows lie on or before the first valuation or after the last and do not count", report->ignoredFlows));
    if (report->gapsWithoutCapital > 0)
        warnings.push_back(fmt::format("{} steps have no capital at work and count as zero", report->gapsWithoutCapital));
    document["warnings"] = warnings;

    std::vector<std::vector<std::string>> cells;
    const auto shown = [](const std::optional<double>& value) { return value ? fmt::format("{:.4f} %", *value * 100) : std::string("-"); };
    const auto row = [&](const analytics::PeriodPerformance& each) {
        cells.push_back({each.name, each.opened.text(), each.closed.text(), shown(each.net.timeWeighted), shown(each.gross.timeWeighted), shown(each.net.modifiedDietz),
            shown(each.net.simpleDietz), shown(each.net.moneyWeighted), shown(each.benchmark)});
    };
    for (const auto* list : {&report->months, &report->quarters, &report->years})
        for (const auto& each : *list)
            row(each);
    row(report->whole);
    std::string text = table({"period", "opened", "closed", "TWR net", "TWR gross", "modified Dietz", "simple Dietz", "MWR", "benchmark"}, cells);
    for (const auto& warning : warnings)
        text += "note: " + warning.get<std::string>() + "\n";
    return context.ok(document, text);
}

} // namespace

Command performanceCommand()
{
    return {{"performance"}, "Return of a portfolio from its values and flows: time-weighted, Dietz, money-weighted, by month, quarter, year",
        {"rialtoctl performance --values values.csv --flows flows.csv --json", "rialtoctl performance --values nav.csv --flows flows.csv --benchmark index.csv --flow-timing start",
            "values.csv: date,value (end of day)    flows.csv: date,amount[,type] (+ in; type: external, deposit, withdrawal, fee, income)"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<PerformanceArguments>();
            app.add_option("--values", given->values, "CSV: date,value, the whole portfolio at the end of the day")->required();
            app.add_option("--flows", given->flows, "CSV: date,amount[,type]; without it nothing came or went");
            app.add_option("--benchmark", given->benchmark, "CSV: date,level (or returns, see --benchmark-kind)");
            app.add_option("--benchmark-kind", given->benchmarkKind, "level or returns")->check(CLI::IsMember({"level", "returns"}))->capture_default_str();
            app.add_option("--flow-timing", given->timing, "A flow joins at the start, mid or end of its day")->check(CLI::IsMember({"start", "mid", "end"}))->capture_default_str();
            app.add_option("--value-time", given->valueTime, "Is the day's flow in the day's value? after-flows or before-flows")
                ->check(CLI::IsMember({"after-flows", "before-flows"}))->capture_default_str();
            app.add_flag("--starts-empty", given->startsEmpty, "The first flows are the opening: before the first valuation there was nothing");
            app.add_option("--days-a-year", given->daysAYear, "For figures a year")->check(CLI::Range(1.0, 1000.0))->capture_default_str();
            return [given](Context& context) { return performanceVerb(context, *given); };
        }};
}

} // namespace rialto::cli
