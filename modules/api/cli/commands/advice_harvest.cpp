// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/advice_input.h"
#include "api/cli/book_json.h"

#include "advice/advice_words.h"

namespace rialto::cli {

namespace {

struct HarvestArguments {
    AdviceArguments advice;
    std::string leastLoss;
    std::string leastPart;
    int washDays = 30;
    std::vector<std::string> replacements;
    std::vector<std::string> planned;
};

Result<advice::HarvestOptions> harvestOptions(const HarvestArguments& given, const ClientPlan& plan)
{
    advice::HarvestOptions options;
    options.today = plan.day;
    options.base = plan.base;
    options.leastLoss = Money::zero(plan.base);
    options.washDays = given.washDays;
    options.tax = given.advice.tax();
    if (!given.leastLoss.empty()) {
        const auto amount = Money::parse(given.leastLoss, plan.base);
        if (!amount || amount->isNegative())
            return invalid("advice.band", "--min-loss " + given.leastLoss.substr(0, 40) + " is no amount of " + plan.base.code());
        options.leastLoss = *amount;
    }
    if (!given.leastPart.empty()) {
        const auto part = partOf(given.leastPart, "--min-part");
        if (!part)
            return part.error();
        options.leastPart = *part;
    }
    for (const auto& pair : given.replacements) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size())
            return invalid("advice.band", "--replace " + pair.substr(0, 60) + " is not OLD=NEW");
        options.replacements[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    for (const auto& pair : given.planned) {
        const auto equals = pair.find('=');
        const auto quantity = Quantity::parse(equals == std::string::npos ? std::string() : pair.substr(equals + 1));
        if (!quantity || quantity->isNegative())
            return invalid("advice.band", "--planned " + pair.substr(0, 60) + " is not SYMBOL=QUANTITY");
        options.planned[pair.substr(0, equals)] = *quantity;
    }
    return options;
}

int harvestVerb(Context& context, const HarvestArguments& given)
{
    int exit = kOk;
    const auto one = adviceCase(context, given.advice, exit);
    if (!one)
        return exit;
    const auto options = harvestOptions(given, one->plan);
    if (!options)
        return context.fail(options.error());
    const auto harvest = advice::findLosses(one->plan.positions, *options);
    if (!harvest)
        return context.fail(harvest.error());
    const bool chinese = given.advice.chinese();
    Json positions = Json::array();
    std::vector<std::vector<std::string>> rows;
    std::string sentences;
    for (const auto& position : harvest->positions) {
        Json lots = Json::array();
        for (const auto& lot : position.lots) {
            lots.push_back({{"lot", lot.lot.id}, {"acquired", lot.lot.acquired.text()}, {"quantity", lot.lot.quantity.text()}, {"cost", lot.lot.cost.text()}, {"value", lot.value.text()}, {"loss", lot.loss.text()}, {"part", weightText(lot.part)},
                {"term", lot.longTerm ? "long" : "short"}, {"washed", lot.washed.text()}, {"disallowed", lot.disallowed.text()}, {"usable", lot.usable.text()}, {"saving", lot.saving.text()}});
            rows.push_back({position.symbol, lot.lot.acquired.text(), lot.lot.quantity.text(), lot.lot.cost.text(), lot.value.text(), lot.loss.text(), lot.longTerm ? "long" : "short", lot.usable.text(), lot.saving.text()});
        }
        const std::string words = advice::sentence(position, one->plan.base, chinese);
        sentences += "- " + words + "\n";
        positions.push_back({{"symbol", position.symbol}, {"price", position.price.text()}, {"quantity", position.quantity.text()}, {"proceeds", position.proceeds.text()}, {"loss", position.loss.text()}, {"usable", position.usable.text()},
            {"saving", position.saving.text()}, {"bought_lately", position.boughtLately.text()}, {"last_purchase", position.lastPurchase ? Json(position.lastPurchase->text()) : Json(nullptr)}, {"not_before", position.notBefore.text()},
            {"replacement", position.replacement.empty() ? Json(nullptr) : Json(position.replacement)}, {"lots", std::move(lots)}, {"sentence", words}});
    }
    Json document{{"subject", one->subject}, {"as_of", one->plan.day.text()}, {"currency", one->plan.base.code()}, {"positions", std::move(positions)}, {"loss", harvest->loss.text()}, {"usable", harvest->usable.text()}, {"saving", harvest->saving.text()},
        {"unrealised_gain", harvest->unrealisedGain.text()}, {"summary", advice::summary(*harvest, one->plan.base, chinese)},
        {"conventions",
            {{"loss", "value at the price - cost, by lot"}, {"long_term", "more than one year"}, {"wash_days", given.washDays}, {"wash", "units bought within these days before the sale (other lots), or planned after it, take the loss of as many units, deepest first"},
                {"short_term_rate", weightText(options->tax.shortTerm)}, {"long_term_rate", weightText(options->tax.longTerm)}, {"saving", "usable loss x rate of its term"}}}};
    std::string text = rows.empty() ? std::string() : table({"symbol", "acquired", "quantity", "cost", "value", "loss", "term", "usable", "saving"}, rows);
    return context.ok(document, text + advice::summary(*harvest, one->plan.base, chinese) + "\n" + sentences);
}

} // namespace

Command adviceHarvestCommand()
{
    return {{"advice", "harvest"}, "Tax lots below their cost: what selling them would save, and what the wash-sale rule takes away",
        {"rialtoctl advice harvest --holdings lots.csv --as-of 2026-01-05 --short-term-rate 0.37 --long-term-rate 0.2 --json", "rialtoctl advice harvest --client C-1001 --min-loss 500 --replace MERI=RXF"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<HarvestArguments>();
            given->advice.addTo(app, false);
            app.add_option("--min-loss", given->leastLoss, "Of a lot, in the base currency");
            app.add_option("--min-part", given->leastPart, "Of a lot's cost: 5%");
            app.add_option("--wash-days", given->washDays, "Days before and after in which a purchase spoils the loss; 0: no such rule")->check(CLI::Range(0, 3660))->capture_default_str();
            app.add_option("--replace", given->replacements, "OLD=NEW: what may be bought instead")->delimiter(',');
            app.add_option("--planned", given->planned, "SYMBOL=QUANTITY that will be bought within the days after")->delimiter(',');
            return [given](Context& context) { return harvestVerb(context, *given); };
        }};
}

} // namespace rialto::cli
