// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/pricing/bond_pricing.h"
#include "api/cli/batch_table.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct BondArguments {
    std::string batch;
    std::string out;
    std::string settlement;
    std::string issue;
    std::string maturity;
    std::string coupon;
    std::string frequency = "2";
    std::string dayCount = "ACT/ACT ISMA";
    std::string yield;
    std::string clean;
};

const Json& bondConventions()
{
    static const Json conventions{
        {"method", "cash flows of QuantLib FixedRateBond, discounted at the yield"},
        {"prices", "per 100 nominal"},
        {"yield", "a fraction, compounded at the coupon frequency (street convention)"},
        {"schedule", "backward from maturity to issue, unadjusted, no end-of-month rule"},
        {"settlement", "on the day given, no lag"},
        {"mod_duration", "years; mac_duration / (1 + yield/frequency)"},
        {"convexity", "second derivative of the price over the price"},
        {"bpv", "of the dirty price for +0.0001: -mod_duration*dirty*1bp + (convexity/100)*dirty*1bp^2/2, as QuantLib defines it"},
        {"yield_from_clean", "from the column clean_price where it is given, else from the computed price"},
    };
    return conventions;
}

std::optional<int> couponsPerYear(const std::string& text)
{
    static const std::pair<const char*, int> kWords[] = {{"annual", 1}, {"yearly", 1}, {"semiannual", 2}, {"quarterly", 4}, {"monthly", 12},
        {"bimonthly", 6}, {"1", 1}, {"2", 2}, {"3", 3}, {"4", 4}, {"6", 6}, {"12", 12}};
    std::string plain;
    for (const char c : text)
        if (c != ' ' && c != '-')
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (plain.size() > 2 && plain.substr(plain.size() - 2) == ".0")
        plain.resize(plain.size() - 2);
    for (const auto& [word, number] : kWords)
        if (plain == word)
            return number;
    return std::nullopt;
}

struct BondColumns {
    std::size_t settlement, issue, maturity, coupon, frequency, dayCount;
    std::optional<std::size_t> yield, clean;
};

Result<BondColumns> bondColumns(const BatchTable& table)
{
    const auto settlement = table.column({"settlement", "settlement_date", "settle"});
    const auto issue = table.column({"issue", "issue_date", "start"});
    const auto maturity = table.column({"maturity", "maturity_date", "end"});
    const auto coupon = table.column({"coupon", "coupon_rate"});
    const auto frequency = table.column({"frequency", "freq", "coupons_per_year"});
    const auto dayCount = table.column({"day_count", "daycount", "day_counter", "convention"});
    const auto yield = table.column({"yield", "ytm"});
    const auto clean = table.column({"clean_price", "clean", "price"});
    if (!settlement || !issue || !maturity || !coupon || !frequency || !dayCount || (!yield && !clean))
        return invalid("bond.columns-missing", "needed: settlement,issue,maturity,coupon,frequency,day_count and yield or clean_price");
    return BondColumns{*settlement, *issue, *maturity, *coupon, *frequency, *dayCount, yield, clean};
}

Result<void> valueBond(BatchTable& table, std::size_t row, const BondColumns& columns)
{
    pricing::BondTerms terms;
    const auto settlement = table.date(row, columns.settlement);
    const auto issue = table.date(row, columns.issue);
    const auto maturity = table.date(row, columns.maturity);
    const auto coupon = table.number(row, columns.coupon);
    const auto frequency = couponsPerYear(table.cell(row, columns.frequency));
    const auto dayCount = pricing::parseDayCount(table.cell(row, columns.dayCount));
    if (!settlement)
        return settlement.error();
    if (!issue)
        return issue.error();
    if (!maturity)
        return maturity.error();
    if (!coupon)
        return coupon.error();
    if (!frequency)
        return table.wrong(row, "the frequency is 1, 2, 3, 4, 6 or 12 coupons a year");
    if (!dayCount)
        return table.wrong(row, dayCount.error().detail);
    terms = {*issue, *maturity, *coupon, *frequency, *dayCount};
    std::optional<double> clean;
    if (columns.clean && !table.cell(row, *columns.clean).empty()) {
        const auto given = table.number(row, *columns.clean);
        if (!given)
            return given.error();
        clean = *given;
    }
    const bool fromYield = columns.yield && !table.cell(row, *columns.yield).empty();
    Result<pricing::BondFigures> figures = invalid("bond.columns-missing", "neither yield nor clean_price");
    if (fromYield) {
        const auto yield = table.number(row, *columns.yield);
        if (!yield)
            return yield.error();
        figures = pricing::bondFromYield(terms, *settlement, *yield);
    } else if (clean) {
        figures = pricing::bondFromCleanPrice(terms, *settlement, *clean);
    }
    if (!figures)
        return table.wrong(row, figures.error().detail);
    const auto back = fromYield ? pricing::bondFromCleanPrice(terms, *settlement, clean.value_or(figures->cleanPrice)) : figures;
    if (!back)
        return table.wrong(row, back.error().detail);
    if (!fromYield)
        table.append(row, "yield", figures->yield);
    table.append(row, "clean_price", figures->cleanPrice);
    table.append(row, "dirty_price", figures->dirtyPrice);
    table.append(row, "accrued", figures->accrued);
    table.append(row, "mod_duration", figures->modifiedDuration);
    table.append(row, "mac_duration", figures->macaulayDuration);
    table.append(row, "convexity", figures->convexity);
    table.append(row, "bpv", figures->basisPointValue);
    table.append(row, "yield_from_clean", back->yield);
    return {};
}

int bond(Context& context, const BondArguments& arguments)
{
    auto table = !arguments.batch.empty()
        ? BatchTable::read(arguments.batch)
        : BatchTable::parse(fmt::format("settlement,issue,maturity,coupon,frequency,day_count,yield,clean_price\n{},{},{},{},{},{},{},{}\n", arguments.settlement,
              arguments.issue, arguments.maturity, arguments.coupon, arguments.frequency, arguments.dayCount, arguments.yield, arguments.clean));
    if (!table)
        return context.fail(table.error());
    const auto columns = bondColumns(*table);
    if (!columns)
        return context.fail(columns.error());
    for (std::size_t row = 0; row < table->rows(); ++row)
        if (const auto valued = valueBond(*table, row, *columns); !valued)
            return context.fail(valued.error());
    return finishBatch(context, *table, arguments.out, bondConventions());
}

} // namespace

Command bondCommand()
{
    return {{"bond"}, "Value fixed-rate bonds: price, yield, accrued interest, duration, convexity",
        {"rialtoctl bond --batch bonds.csv --out valued.csv",
            "rialtoctl bond --settlement 2024-03-01 --issue 2022-01-31 --maturity 2027-01-31 --coupon 0.0275 --frequency 2 --yield 0.012 --json"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<BondArguments>();
            auto* batch = app.add_option("--batch", given->batch, "CSV: settlement,issue,maturity,coupon,frequency,day_count and yield or clean_price");
            app.add_option("--out", given->out, "Write the CSV here instead of printing it");
            for (auto [name, place, help] : {std::tuple{"--settlement", &given->settlement, "YYYY-MM-DD"}, {"--issue", &given->issue, "YYYY-MM-DD"},
                     {"--maturity", &given->maturity, "YYYY-MM-DD"}, {"--coupon", &given->coupon, "A year, as a fraction: 0.0275"}})
                app.add_option(name, *place, help)->excludes(batch);
            app.add_option("--frequency", given->frequency, "Coupons a year")->capture_default_str();
            app.add_option("--day-count", given->dayCount, "For example 30/360 US, 30E/360, ACT/ACT ISMA")->capture_default_str();
            app.add_option("--yield", given->yield, "As a fraction: 0.012");
            app.add_option("--clean", given->clean, "Clean price per 100");
            return [given](Context& context) { return bond(context, *given); };
        }};
}

} // namespace rialto::cli
