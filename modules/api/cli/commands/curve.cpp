// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/pricing/yield_curve.h"
#include "api/cli/batch_table.h"
#include "api/cli/book_json.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct CurveArguments {
    std::string file, asOf;
    std::vector<std::string> tenors;
    std::string calendar = "TARGET", deposit = "ACT/360", fixed = "30/360", time = "ACT/365", interpolation = "log-linear-discount";
    int settlementDays = 2, fixedPerYear = 1, floatingMonths = 6;
};

std::optional<pricing::CurveQuote::Kind> kindOf(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    using Kind = pricing::CurveQuote::Kind;
    if (text == "deposit" || text == "depo" || text == "cash")
        return Kind::Deposit;
    if (text == "future" || text == "futures")
        return Kind::Future;
    if (text == "swap" || text == "irs" || text == "ois")
        return Kind::Swap;
    if (text == "bond" || text == "bill")
        return Kind::Bond;
    return std::nullopt;
}

Result<std::vector<pricing::CurveQuote>> readQuotes(const std::string& path)
{
    const auto table = BatchTable::read(path);
    if (!table)
        return table.error();
    const auto kind = table->column({"type", "kind", "instrument"});
    const auto tenor = table->column({"tenor", "term"});
    const auto value = table->column({"rate", "quote", "price", "value"});
    const auto price = table->column({"price"});
    const auto start = table->column({"start", "imm", "imm_date"});
    const auto maturity = table->column({"maturity", "end"});
    const auto coupon = table->column({"coupon"});
    const auto frequency = table->column({"frequency", "coupons_per_year"});
    const auto convexity = table->column({"convexity", "convexity_adjustment"});
    if (!kind || !value)
        return invalid("curve.columns", path + ": needed are type (deposit, future, swap, bond) and rate or price");
    std::vector<pricing::CurveQuote> quotes;
    for (std::size_t i = 0; i < table->rows(); ++i) {
        pricing::CurveQuote quote;
        const auto known = kindOf(table->cell(i, *kind));
        if (!known)
            return table->wrong(i, "'" + table->cell(i, *kind).substr(0, 30) + "' is no type (deposit, future, swap, bond)");
        quote.kind = *known;
        if (tenor)
            quote.tenor = table->cell(i, *tenor);
        const bool priced = price && !table->cell(i, *price).empty() && (quote.kind == pricing::CurveQuote::Kind::Future || quote.kind == pricing::CurveQuote::Kind::Bond);
        const auto number = table->number(i, priced ? *price : *value);
        if (!number)
            return number.error();
        quote.value = *number;
        for (const auto& [column, into] : {std::pair{start, &quote.start}, std::pair{maturity, &quote.maturity}})
            if (column && !table->cell(i, *column).empty()) {
                const auto day = table->date(i, *column);
                if (!day)
                    return day.error();
                *into = *day;
            }
        for (const auto& [column, into] : {std::pair{coupon, &quote.coupon}, std::pair{convexity, &quote.convexity}})
            if (column && !table->cell(i, *column).empty()) {
                const auto read = table->number(i, *column);
                if (!read)
                    return read.error();
                *into = *read;
            }
        if (frequency && !table->cell(i, *frequency).empty()) {
            const auto read = table->number(i, *frequency);
            if (!read || *read < 1 || *read > 12)
                return table->wrong(i, "the frequency is 1, 2, 4 or 12 coupons a year");
            quote.couponsPerYear = static_cast<int>(*read);
        }
        quotes.push_back(std::move(quote));
    }
    return quotes;
}

Json pointJson(const pricing::CurvePoint& point, bool quoted)
{
    Json json{{"label", point.label}, {"date", point.date.text()}, {"time", point.time}, {"discount", point.discount}, {"zero", point.zero}, {"forward", point.forward}};
    if (quoted)
        json["error"] = point.error;
    return json;
}

int curveVerb(Context& context, const CurveArguments& given)
{
    const auto day = Date::parse(given.asOf);
    if (!day)
        return context.fail(day.error());
    pricing::CurveConventions conventions;
    conventions.reference = *day;
    conventions.settlementDays = given.settlementDays;
    conventions.calendar = given.calendar;
    conventions.fixedPerYear = given.fixedPerYear;
    conventions.floatingMonths = given.floatingMonths;
    conventions.interpolation = given.interpolation == "linear-zero" ? pricing::CurveInterpolation::LinearZero : pricing::CurveInterpolation::LogLinearDiscount;
    for (const auto& [text, into] : {std::pair{&given.deposit, &conventions.depositDayCount}, std::pair{&given.fixed, &conventions.fixedDayCount}, std::pair{&given.time, &conventions.curveDayCount}}) {
        const auto known = pricing::parseDayCount(*text);
        if (!known)
            return context.fail(known.error());
        *into = *known;
    }
    const auto quotes = readQuotes(given.file);
    if (!quotes)
        return context.fail(quotes.error());
    const auto curve = pricing::bootstrapCurve(*quotes, conventions, given.tenors);
    if (!curve)
        return context.fail(curve.error());
    Json pillars = Json::array();
    Json points = Json::array();
    std::vector<std::vector<std::string>> rows;
    const auto row = [&](const pricing::CurvePoint& point) { rows.push_back({point.label, point.date.text(), fmt::format("{:.6f}", point.time), fmt::format("{:.10f}", point.discount), fmt::format("{:.6f}", point.zero * 100), fmt::format("{:.6f}", point.forward * 100)}); };
    for (const auto& point : curve->pillars) {
        pillars.push_back(pointJson(point, true));
        row(point);
    }
    for (const auto& point : curve->points) {
        points.push_back(pointJson(point, false));
        row(point);
    }
    return context.ok({{"as_of", given.asOf}, {"pillars", std::move(pillars)}, {"points", std::move(points)},
                          {"conventions", {{"method", "bootstrap, shortest first, each quote repriced (QuantLib PiecewiseYieldCurve)"}, {"interpolation", std::string(pricing::name(conventions.interpolation))}, {"zero", "continuously compounded, -ln P / t"},
                              {"time", std::string(pricing::name(conventions.curveDayCount))}, {"settlement_days", given.settlementDays}, {"calendar", given.calendar}, {"deposit", std::string(pricing::name(conventions.depositDayCount)) + ", modified following"},
                              {"fixed_leg", std::string(pricing::name(conventions.fixedDayCount)) + ", " + std::to_string(given.fixedPerYear) + " a year"}, {"floating_leg", std::to_string(given.floatingMonths) + " months, projected on the same curve"},
                              {"futures", "three months from the IMM date; rate = (100 - price) / 100 - convexity"}, {"bonds", "clean price per 100, settled on the reference date, unadjusted coupons"}}}},
        table({"point", "date", "time", "discount", "zero %", "forward %"}, rows));
}

} // namespace

Command curveCommand()
{
    return {{"curve"}, "A yield curve from deposits, futures, swaps and bonds: discount factors, zero and forward rates",
        {"rialtoctl curve quotes.csv --as-of 2026-01-05 --at 6M,18M,7Y --json", "rialtoctl curve bonds.csv --as-of 2026-01-05 --calendar NONE --settlement-days 0 --time 30/360 --interpolation linear-zero"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<CurveArguments>();
            app.add_option("file", given->file, "CSV: type,tenor,rate (deposit 3M 0.05; swap 5Y 0.04), type,start,price (future), type,maturity or tenor,price,coupon,frequency (bond)")->required();
            app.add_option("--as-of", given->asOf, "Reference date")->required();
            app.add_option("--at", given->tenors, "Tenors to read the curve at: 6M,18M,7Y")->delimiter(',');
            app.add_option("--calendar", given->calendar, "TARGET, US, UK, CN, HK, JP, WEEKENDS, NONE")->capture_default_str();
            app.add_option("--settlement-days", given->settlementDays, "From the reference to the start of deposits and swaps")->check(CLI::Range(0, 10))->capture_default_str();
            app.add_option("--deposit-daycount", given->deposit, "Of deposits, futures and the floating leg")->capture_default_str();
            app.add_option("--fixed-daycount", given->fixed, "Of the fixed leg and of bonds")->capture_default_str();
            app.add_option("--fixed-frequency", given->fixedPerYear, "Payments a year of the fixed leg")->check(CLI::IsMember({1, 2, 4}))->capture_default_str();
            app.add_option("--floating-months", given->floatingMonths, "Of the floating leg")->check(CLI::IsMember({1, 3, 6, 12}))->capture_default_str();
            app.add_option("--time", given->time, "Day count of the curve's times")->capture_default_str();
            app.add_option("--interpolation", given->interpolation, "log-linear-discount or linear-zero")->check(CLI::IsMember({"log-linear-discount", "linear-zero"}))->capture_default_str();
            return [given](Context& context) { return curveVerb(context, *given); };
        }};
}

} // namespace rialto::cli
