// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/advice_input.h"
#include "api/cli/input_text.h"

#include "advice/advice_words.h"

namespace rialto::cli {

namespace {

struct RebalanceArguments {
    AdviceArguments advice;
    std::string targets;
    std::string band = "5%";
    std::string relativeBand;
    std::string to = "target";
    std::string scope = "breached";
    std::string lots = "highest-cost";
    std::string cashNeed;
    std::string leastTrade;
};

Result<std::vector<advice::TargetWeight>> targetsOf(const RebalanceArguments& given, const ClientPlan& plan)
{
    if (!given.targets.empty()) {
        const auto text = inputText(given.targets);
        if (!text)
            return text.error();
        auto read = advice::readTargetsCsv(*text);
        if (!read)
            return Error{read.error().kind, read.error().code, given.targets + ": " + read.error().detail};
        return read;
    }
    if (plan.profile == clients::RiskProfile::None)
        return notFound("advice.model-unknown", "there is no target: give --targets FILE.csv (symbol,weight), --profile NAME, or assess the client first ('rialtoctl client assess')");
    const auto models = modelsOf(given.advice);
    if (!models)
        return models.error();
    auto model = advice::modelFor(*models, plan.profile);
    if (!model)
        return model.error();
    return model->weights;
}

Result<advice::RebalanceOptions> optionsOf(const RebalanceArguments& given, const ClientPlan& plan)
{
    advice::RebalanceOptions options;
    options.today = plan.day;
    options.cash = plan.cash;
    options.cashNeed = Money::zero(plan.base);
    options.leastTrade = Money::zero(plan.base);
    const auto band = partOf(given.band, "--band");
    if (!band)
        return band.error();
    options.absoluteBand = *band;
    if (!given.relativeBand.empty()) {
        const auto relative = partOf(given.relativeBand, "--relative-band");
        if (!relative)
            return relative.error();
        options.relativeBand = *relative;
    }
    options.goal = given.to == "band" ? advice::RebalanceGoal::BandEdge : given.to == "halfway" ? advice::RebalanceGoal::Halfway : advice::RebalanceGoal::Target;
    options.scope = given.scope == "all" ? advice::RebalanceScope::All : advice::RebalanceScope::Breached;
    options.lots = advice::lotOrder(given.lots).value_or(advice::LotOrder::HighestCost);
    options.tax = given.advice.tax();
    for (const auto& [text, into] : {std::pair{&given.cashNeed, &options.cashNeed}, std::pair{&given.leastTrade, &options.leastTrade}})
        if (!text->empty()) {
            const auto amount = Money::parse(*text, plan.base);
            if (!amount)
                return Error{amount.error().kind, amount.error().code, *text + " is no amount of " + plan.base.code()};
            *into = *amount;
        }
    return options;
}

int rebalanceVerb(Context& context, const RebalanceArguments& given)
{
    int exit = kOk;
    auto one = adviceCase(context, given.advice, exit);
    if (!one)
        return exit;
    const auto targets = targetsOf(given, one->plan);
    const auto options = optionsOf(given, one->plan);
    if (!targets || !options)
        return context.fail(targets ? options.error() : targets.error());
    if (one->source)
        if (const auto added = addModelPositions(one->plan, *targets, one->source->instruments(), one->source->prices()); !added)
            return context.fail(added.error());
    const auto plan = advice::rebalance(one->plan.positions, *targets, *options);
    if (!plan)
        return context.fail(plan.error());
    const bool chinese = given.advice.chinese();
    Json document{{"subject", one->subject}, {"as_of", one->plan.day.text()}};
    document.update(planJson(*plan, chinese));
    if (one->plan.profile != clients::RiskProfile::None) {
        document["suitability_before"] = suitabilityJson(clients::suitabilityOf(one->plan.profile, one->plan.book), one->plan.profile, chinese);
        document["suitability_after"] = suitabilityJson(clients::suitabilityOf(one->plan.profile, bookAfter(one->plan.book, *plan)), one->plan.profile, chinese);
    }
    document["left_alone"] = one->plan.left;
    document["conventions"] = {{"whole", "holdings + cash - cash that must be paid out"}, {"drift", "value / whole - target"}, {"band", "absolute " + weightText(options->absoluteBand) + (options->relativeBand ? ", or the narrower " + weightText(*options->relativeBand) + " of the target" : std::string())},
        {"to", std::string(advice::name(options->goal))}, {"scope", std::string(advice::name(options->scope))}, {"lots", std::string(advice::name(options->lots))}, {"rounding", "sales and purchases down to whole lots; cash that is needed: sales up"},
        {"cost", "splits in proportion, half even"}, {"long_term", "more than one year"}, {"short_term_rate", weightText(options->tax.shortTerm)}, {"long_term_rate", weightText(options->tax.longTerm)}};
    return context.ok(document, planText(*plan, chinese));
}

} // namespace

Command adviceRebalanceCommand()
{
    return {{"advice", "rebalance"}, "What to sell and buy so that a portfolio is back within the bands of its model, by tax lots, with cash needs",
        {"rialtoctl advice rebalance --holdings holdings.csv --targets targets.csv --band 5% --json", "rialtoctl advice rebalance --client C-1001 --band 3% --relative-band 25% --lots least-tax --short-term-rate 0.37 --long-term-rate 0.2",
            "rialtoctl advice rebalance --holdings holdings.csv --targets targets.csv --cash-need 25000 --to band"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<RebalanceArguments>();
            given->advice.addTo(app, true);
            app.add_option("--targets", given->targets, "CSV: symbol,weight; what is missing to 1 is cash (default: the model of the profile)");
            app.add_option("--band", given->band, "How far a weight may drift, of the whole: 0.05 or 5%")->capture_default_str();
            app.add_option("--relative-band", given->relativeBand, "And of its target: 25%; the narrower counts");
            app.add_option("--to", given->to, "Where a trade ends: target, band (its edge), halfway")->check(CLI::IsMember({"target", "band", "halfway"}))->capture_default_str();
            app.add_option("--scope", given->scope, "breached: only what is outside; all: everything once something is")->check(CLI::IsMember({"breached", "all"}))->capture_default_str();
            app.add_option("--lots", given->lots, "Which lots a sale takes first")->check(CLI::IsMember({"fifo", "lifo", "highest-cost", "lowest-cost", "least-tax"}))->capture_default_str();
            app.add_option("--cash-need", given->cashNeed, "Amount that will be paid out");
            app.add_option("--min-trade", given->leastTrade, "Smaller trades are left out");
            return [given](Context& context) { return rebalanceVerb(context, *given); };
        }};
}

} // namespace rialto::cli
