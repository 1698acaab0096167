// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/pricing/option_pricing.h"
#include "api/cli/batch_table.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

constexpr double kDaysOfYear = 365;

struct OptionArguments {
    std::string batch;
    std::string out;
    std::string model;
    int steps = 1001;
    std::string type = "call";
    std::string spot;
    std::string strike;
    std::string dividendYield = "0";
    std::string rate;
    std::string volatility;
    std::string years;
};

Json optionConventions(const OptionArguments& arguments)
{
    return {{"bs_price", "Black-Scholes-Merton closed form, continuous rates and dividend yield"},
        {"time", "years; days are ACT/365"},
        {"vega_per_1.00_vol", "for a volatility higher by 1.00"},
        {"theta_per_year", "a year"},
        {"rho_per_1.00", "for a rate higher by 1.00"},
        {"implied_vol_from_price", "from the column price where it is given, else from bs_price"},
        {"american_crr_1001", fmt::format("American exercise, Cox-Ross-Rubinstein tree of {} steps (QuantLib)", arguments.steps)},
        {"american_baw", "American exercise, Barone-Adesi and Whaley 1987 (QuantLib)"},
        {"american_bjerksund", "American exercise, Bjerksund and Stensland 1993 (QuantLib)"}};
}

struct OptionColumns {
    std::size_t type, spot, strike, rate;
    std::optional<std::size_t> dividendYield, volatility, years, days, price;
};

Result<OptionColumns> optionColumns(const BatchTable& table)
{
    const auto type = table.column({"type", "option_type", "right", "cp"});
    const auto spot = table.column({"spot", "s", "underlying"});
    const auto strike = table.column({"strike", "k", "x"});
    const auto rate = table.column({"r", "rate"});
    const auto years = table.column({"t_act365", "t", "years", "time", "expiry"});
    const auto days = table.column({"days"});
    const auto volatility = table.column({"vol", "volatility", "sigma"});
    const auto price = table.column({"price", "market_price"});
    if (!type || !spot || !strike || !rate || (!years && !days) || (!volatility && !price))
        return invalid("option.columns-missing", "needed: type,spot,strike,r, days or t, vol (or price), and q where there is a dividend yield");
    return OptionColumns{*type, *spot, *strike, *rate, table.column({"q", "dividend_yield", "dividend", "b"}), volatility, years, days, price};
}

Result<pricing::OptionTerms> optionTerms(const BatchTable& table, std::size_t row, const OptionColumns& columns)
{
    pricing::OptionTerms terms;
    const std::string& type = table.cell(row, columns.type);
    const char first = type.empty() ? ' ' : type.front();
    if (first != 'c' && first != 'C' && first != 'p' && first != 'P')
        return table.wrong(row, "the type is call or put, not \"" + type.substr(0, 20) + "\"");
    terms.call = first == 'c' || first == 'C';
    const auto take = [&](std::optional<std::size_t> column, double& place) -> Result<void> {
        if (!column || table.cell(row, *column).empty())
            return {};
        const auto value = table.number(row, *column);
        if (!value)
            return value.error();
        place = *value;
        return {};
    };
    for (const auto& [column, place] : {std::pair{std::optional(columns.spot), &terms.spot}, {std::optional(columns.strike), &terms.strike},
             {std::optional(columns.rate), &terms.rate}, {columns.dividendYield, &terms.dividendYield}, {columns.volatility, &terms.volatility}})
        if (const auto taken = take(column, *place); !taken)
            return taken.error();
    double days = 0;
    if (columns.days && !table.cell(row, *columns.days).empty()) {
        if (const auto taken = take(columns.days, days); !taken)
            return taken.error();
        terms.years = days / kDaysOfYear;
    } else if (const auto taken = take(columns.years, terms.years); !taken) {
        return taken.error();
    }
    return terms;
}

Result<void> valueOption(BatchTable& table, std::size_t row, const OptionColumns& columns, const OptionArguments& arguments)
{
    using pricing::AmericanModel;
    auto terms = optionTerms(table, row, columns);
    if (!terms)
        return terms.error();
    std::optional<double> market;
    if (columns.price && !table.cell(row, *columns.price).empty()) {
        const auto given = table.number(row, *columns.price);
        if (!given)
            return given.error();
        market = *given;
    }
    if (terms->volatility == 0 && market) {
        const auto implied = pricing::impliedVolatility(*terms, *market);
        if (!implied)
            return table.wrong(row, implied.error().detail);
        terms->volatility = *implied;
    }
    const auto figures = pricing::europeanOption(*terms);
    if (!figures)
        return table.wrong(row, figures.error().detail);
    const bool all = arguments.model.empty();
    if (all || arguments.model == "bs") {
        table.append(row, "bs_price", figures->price);
        table.append(row, "delta", figures->delta);
        table.append(row, "gamma", figures->gamma);
        table.append(row, "vega_per_1.00_vol", figures->vega);
        table.append(row, "theta_per_year", figures->theta);
        table.append(row, "rho_per_1.00", figures->rho);
        const auto implied = pricing::impliedVolatility(*terms, market.value_or(figures->price));
        if (market && !implied)
            return table.wrong(row, implied.error().detail);
        table.append(row, "implied_vol_from_price", implied ? figureText(*implied) : std::string());
        table.append(row, "value", figures->price);
    }
    static const std::tuple<const char*, const char*, AmericanModel> kModels[] = {{"crr", "american_crr_", AmericanModel::CoxRossRubinstein},
        {"baw", "american_baw", AmericanModel::BaroneAdesiWhaley}, {"bjerksund", "american_bjerksund", AmericanModel::BjerksundStensland}};
    for (const auto& [word, column, model] : kModels) {
        if (arguments.model != word && !(all && model == AmericanModel::CoxRossRubinstein))
            continue;
        const auto price = pricing::americanOption(*terms, model, arguments.steps);
        if (!price)
            return table.wrong(row, price.error().detail);
        table.append(row, model == AmericanModel::CoxRossRubinstein ? column + std::to_string(arguments.steps) : column, *price);
        if (!all)
            table.append(row, "value", *price);
    }
    return {};
}

int option(Context& context, const OptionArguments& arguments)
{
    auto table = !arguments.batch.empty() ? BatchTable::read(arguments.batch)
                                          : BatchTable::parse(fmt::format("type,spot,strike,q,r,vol,t\n{},{},{},{},{},{},{}\n", arguments.type, arguments.spot,
                                                arguments.strike, arguments.dividendYield, arguments.rate, arguments.volatility, arguments.years));
    if (!table)
        return context.fail(table.error());
    const auto columns = optionColumns(*table);
    if (!columns)
        return context.fail(columns.error());
    for (std::size_t row = 0; row < table->rows(); ++row)
        if (const auto valued = valueOption(*table, row, *columns, arguments); !valued)
            return context.fail(valued.error());
    return finishBatch(context, *table, arguments.out, optionConventions(arguments));
}

} // namespace

Command optionCommand()
{
    return {{"option"}, "Value options: Black-Scholes-Merton with Greeks and implied volatility, American models",
        {"rialtoctl option --batch options.csv --json", "rialtoctl option --batch options.csv --model baw",
            "rialtoctl option --type put --spot 100 --strike 95 --rate 0.05 --volatility 0.2 --years 0.5"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<OptionArguments>();
            auto* batch = app.add_option("--batch", given->batch, "CSV: type,spot,strike,q,r,vol and days or t; or price instead of vol");
            app.add_option("--out", given->out, "Write the CSV here instead of printing it");
            app.add_option("--model", given->model, "bs, crr, baw or bjerksund; default: bs with Greeks, and crr")->check(CLI::IsMember({"bs", "crr", "baw", "bjerksund"}));
            app.add_option("--steps", given->steps, "Steps of the tree")->check(CLI::Range(2, 20'000))->capture_default_str();
            app.add_option("--type", given->type, "call or put")->capture_default_str();
            for (auto [name, place, help] : {std::tuple{"--spot", &given->spot, "Price of the underlying"}, {"--strike", &given->strike, "Strike"},
                     {"--rate", &given->rate, "Continuous, as a fraction"}, {"--volatility", &given->volatility, "A year, as a fraction"}, {"--years", &given->years, "To expiry"}})
                app.add_option(name, *place, help)->excludes(batch);
            app.add_option("--dividend-yield", given->dividendYield, "Continuous, as a fraction")->capture_default_str();
            return [given](Context& context) { return option(context, *given); };
        }};
}

} // namespace rialto::cli
