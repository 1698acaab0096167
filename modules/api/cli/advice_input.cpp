// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/advice_input.h"

#include "advice/advice_words.h"
#include "api/cli/book_json.h"
#include "api/cli/input_text.h"

#include <cmath>

namespace rialto::cli {

void AdviceArguments::addTo(CLI::App& app, bool withProfile)
{
    app.add_option("--holdings", holdings, "CSV: symbol,quantity,price (also class, currency, fx_rate, lot, multiplier, acquired, cost or cost_price); a row 'cash'; needs no book");
    app.add_option("--client", client, "Number of a client of the book");
    app.add_option("--currency", currency, "Base currency of a file")->capture_default_str();
    app.add_option("--as-of", asOf, "Day (default: today of the book; of a file the newest day in it)");
    app.add_option("--cash", cash, "Cash of a file, besides its rows 'cash'");
    app.add_option("--short-term-rate", shortRate, "Tax on gains of at most a year, 0 to 1")->check(CLI::Range(0.0, 1.0));
    app.add_option("--long-term-rate", longRate, "Tax on gains of more than a year")->check(CLI::Range(0.0, 1.0));
    app.add_option("--lang", language, "Of the sentences: en or zh")->check(CLI::IsMember({"en", "zh"}))->capture_default_str();
    if (withProfile) {
        app.add_option("--profile", profile, "conservative, cautious, balanced, growth, aggressive (default: the client's newest assessment)");
        app.add_option("--models", models, "CSV: profile,symbol,weight (default: the house's, for the demo book's instruments)");
    }
}

advice::TaxRates AdviceArguments::tax() const { return {std::llround(shortRate * 1e8), std::llround(longRate * 1e8)}; }

namespace {

Result<AdviceCase> caseOfFile(const AdviceArguments& given)
{
    const auto base = Currency::parse(given.currency);
    if (!base)
        return base.error();
    const auto text = inputText(given.holdings);
    if (!text)
        return text.error();
    auto read = advice::readPositionsCsv(*text, *base);
    if (!read)
        return Error{read.error().kind, read.error().code, given.holdings + ": " + read.error().detail};
    AdviceCase one;
    one.subject = given.holdings;
    one.plan.base = *base;
    one.plan.cash = read->cash;
    if (!given.cash.empty()) {
        const auto cash = Money::parse(given.cash, *base);
        if (!cash)
            return Error{cash.error().kind, cash.error().code, "--cash " + given.cash};
        one.plan.cash += *cash;
    }
    Date newest = Date::of(1970, 1, 1);
    for (const auto& position : read->positions)
        for (const auto& lot : position.lots)
            newest = std::max(newest, lot.acquired);
    if (!given.asOf.empty()) {
        const auto day = Date::parse(given.asOf);
        if (!day)
            return day.error();
        newest = *day;
    }
    one.plan.day = newest;
    one.plan.book.cash.push_back({base->code(), one.plan.cash.minor()});
    for (const auto& position : read->positions) {
        const auto value = advice::worthOf(position, position.quantity, *base);
        if (!value)
            return value.error();
        if (!position.quantity.isZero())
            one.plan.book.holdings.push_back({position.symbol, position.assetClass, position.spec.currency.code(), {}, value->minor(), false});
    }
    one.plan.positions = std::move(read->positions);
    return one;
}

Result<AdviceCase> caseOfClient(BookSession& session, const AdviceArguments& given)
{
    const auto source = ReportSource::gather(session.services(), session.bars());
    if (!source)
        return source.error();
    const auto client = (*source)->client(given.client);
    if (!client)
        return client.error();
    ReportPeriod period;
    if (!given.asOf.empty()) {
        const auto day = Date::parse(given.asOf);
        if (!day)
            return day.error();
        period.to = *day;
    }
    const auto definition = reports::findReport("tax-lots");
    if (!definition)
        return definition.error();
    auto inputs = (*source)->statementInputs(client->id, period);
    if (!inputs)
        return inputs.error();
    const auto data = (*source)->data(*definition, client->id, period, false);
    if (!data)
        return data.error();
    auto plan = clientPlan(*inputs, *data, (*source)->book() ? (*source)->book()->registry.get() : nullptr);
    if (!plan)
        return plan.error();
    AdviceCase one;
    one.subject = given.client;
    one.plan = std::move(*plan);
    one.source = *source;
    one.inputs = std::move(*inputs);
    one.bookFolder = session.directory();
    return one;
}

} // namespace

std::optional<AdviceCase> adviceCase(Context& context, const AdviceArguments& given, int& exit)
{
    exit = kOk;
    if (given.holdings.empty() == given.client.empty()) {
        context.err << "rialtoctl: give either --holdings FILE.csv or --client NUMBER\n";
        exit = kUsage;
        return std::nullopt;
    }
    Result<AdviceCase> made = invalid("cli.advice-subject", "");
    if (!given.holdings.empty()) {
        made = caseOfFile(given);
    } else {
        const auto session = context.open();
        if (!session) {
            exit = kFailed;
            return std::nullopt;
        }
        made = caseOfClient(*session, given);
    }
    if (!made) {
        exit = context.fail(made.error());
        return std::nullopt;
    }
    if (const auto applied = applyProfile(given, made->plan); !applied) {
        exit = context.fail(applied.error());
        return std::nullopt;
    }
    return std::move(*made);
}

Result<void> applyProfile(const AdviceArguments& given, ClientPlan& plan)
{
    if (given.profile.empty())
        return {};
    const auto profile = advice::riskProfile(given.profile);
    if (!profile)
        return invalid("advice.model-unknown", "'" + given.profile.substr(0, 40) + "' is no profile (conservative, cautious, balanced, growth, aggressive)");
    plan.profile = *profile;
    plan.score.reset();
    plan.assessed.reset();
    return {};
}

Result<std::vector<advice::ModelPortfolio>> modelsOf(const AdviceArguments& given)
{
    if (given.models.empty())
        return advice::houseModels();
    const auto text = inputText(given.models);
    if (!text)
        return text.error();
    auto read = advice::readModels(*text);
    if (!read)
        return Error{read.error().kind, read.error().code, given.models + ": " + read.error().detail};
    return read;
}

Result<std::int64_t> partOf(const std::string& text, const std::string& what)
{
    std::string number = text;
    const bool percent = !number.empty() && number.back() == '%';
    if (percent)
        number.pop_back();
    const auto units = parseDecimal(number, percent ? 6 : 8);
    if (!units || *units < 0 || *units > kFixedOne)
        return invalid("advice.band", what + " " + text.substr(0, 40) + " is no part between 0 and 1 (or 0% and 100%)");
    return *units;
}

std::string weightText(std::int64_t e8) { return formatDecimal(e8, 8, 2); }

Json suitabilityJson(const clients::Suitability& suitability, clients::RiskProfile profile, bool chinese)
{
    return {{"profile", std::string(clients::name(profile))}, {"risk", formatDecimal(suitability.portfolioRisk, 3, 3)}, {"limit", formatDecimal(suitability.limit, 3, 3)}, {"suits", suitability.suits}, {"riskiest", suitability.riskiest},
        {"sentence", advice::sentence(suitability, profile, chinese)}};
}

Json planJson(const advice::RebalancePlan& plan, bool chinese)
{
    Json lines = Json::array();
    for (const auto& line : plan.lines)
        lines.push_back({{"symbol", line.symbol.empty() ? "cash" : line.symbol}, {"value", line.value.text()}, {"weight", weightText(line.before)}, {"target", line.inModel ? Json(weightText(line.target)) : Json(nullptr)},
            {"drift", weightText(line.before - line.target)}, {"band", weightText(line.band)}, {"outside", line.breached}, {"value_after", line.valueAfter.text()}, {"weight_after", weightText(line.after)}, {"outside_after", line.breachedAfter}});
    Json trades = Json::array();
    for (const auto& trade : plan.trades) {
        Json lots = Json::array();
        for (const auto& sale : trade.lots)
            lots.push_back({{"lot", sale.lot.id}, {"acquired", sale.lot.acquired.text()}, {"quantity", sale.lot.quantity.text()}, {"cost", sale.lot.cost.text()}, {"proceeds", sale.proceeds.text()}, {"gain", sale.gain().text()}, {"term", sale.longTerm ? "long" : "short"}});
        trades.push_back({{"side", trade.side == Side::Buy ? "buy" : "sell"}, {"symbol", trade.symbol}, {"quantity", trade.quantity.text()}, {"price", trade.price.text()}, {"value", trade.value.text()}, {"reason", std::string(advice::name(trade.reason))},
            {"weight", weightText(trade.before)}, {"target", weightText(trade.target)}, {"weight_after", weightText(trade.after)}, {"lots", std::move(lots)}, {"short_term_gain", trade.shortGain.text()}, {"long_term_gain", trade.longGain.text()},
            {"tax", trade.tax.text()}, {"sentence", advice::sentence(trade, plan.base, chinese)}});
    }
    return {{"currency", plan.base.code()}, {"whole", plan.whole.text()}, {"cash_after", plan.cashAfter.text()}, {"positions", std::move(lines)}, {"trades", std::move(trades)}, {"sold", plan.sold.text()}, {"bought", plan.bought.text()},
        {"turnover", weightText(plan.turnover)}, {"short_term_gain", plan.shortGain.text()}, {"long_term_gain", plan.longGain.text()}, {"tax", plan.tax.text()}, {"outside", plan.breaches}, {"outside_after", plan.breachesAfter},
        {"summary", advice::summary(plan, chinese)}};
}

std::string planText(const advice::RebalancePlan& plan, bool chinese)
{
    std::vector<std::vector<std::string>> rows;
    for (const auto& line : plan.lines)
        rows.push_back({line.symbol.empty() ? "cash" : line.symbol, line.value.text(), advice::percentText(line.before), line.inModel ? advice::percentText(line.target) : std::string("-"), advice::percentText(line.after), line.breached ? "outside" : ""});
    std::string text = table({"position", "value", "weight", "target", "after", "band"}, rows);
    text += "\n" + advice::summary(plan, chinese) + "\n";
    for (const auto& trade : plan.trades)
        text += "- " + advice::sentence(trade, plan.base, chinese) + "\n";
    return text;
}

} // namespace rialto::cli
