// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/input/tax_rules.h"

#include <nlohmann/json.hpp>

namespace rialto {

namespace {

using RuleJson = nlohmann::json;

std::optional<int> wholeOf(const RuleJson& json, const char* key)
{
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number_integer() || *found < 0 || *found > 3650)
        return std::nullopt;
    return found->get<int>();
}

Error malformedRules(const std::string& what)
{
    return invalid("lots.rules-malformed", "the rule pack " + what);
}

Result<std::vector<TaxRules::Band>> bandsOf(const RuleJson& json)
{
    std::vector<TaxRules::Band> bands;
    const auto list = json.find("bands");
    if (list == json.end() || !list->is_array() || list->empty())
        return malformedRules("needs bands");
    int last = 0;
    for (const RuleJson& each : *list) {
        const auto rate = each.is_object() && each.contains("rate") && each["rate"].is_string() ? ExactDecimal::parse(each["rate"].get<std::string>())
                                                                                               : Result<ExactDecimal>(malformedRules("needs a rate in each band"));
        if (!rate || rate->isNegative() || !rate->units(8, Rounding::HalfEven))
            return malformedRules("needs a rate in each band, as text");
        const auto months = wholeOf(each, "months");
        const bool final = &each == &list->back();
        if (final == months.has_value() || (months && *months <= last))
            return malformedRules("needs bands of rising months, the last without");
        last = months.value_or(last);
        bands.push_back({months, *rate});
    }
    return bands;
}

void taxDividends(LotReport& report, const TaxRules& rules)
{
    for (const Disposal& disposal : report.disposals)
        for (const LotMatch& match : disposal.matches) {
            if (match.basis.dividends == 0)
                continue;
            std::size_t band = 0;
            while (rules.dividendBands[band].months && disposal.date > monthsLater(match.heldFrom, *rules.dividendBands[band].months))
                ++band;
            const ExactDecimal rate = rules.dividendBands[band].rate;
            // To the minor unit of two places, half up, as the depository withholds it.
            const int digits = std::min(2, report.options.places);
            const auto exact = rate.times(match.basis.dividends, report.options.places, digits, Rounding::HalfUp).value_or(0);
            const auto tax = ExactDecimal::of(exact, digits).units(report.options.places, Rounding::HalfUp).value_or(0);
            report.dividendTax.push_back({disposal.row, disposal.date, match.lotId, match.acquired, match.basis.dividends, rate, tax});
        }
}

} // namespace

Result<TaxRules> TaxRules::parse(std::string_view text)
{
    const RuleJson json = RuleJson::parse(text, nullptr, false);
    if (!json.is_object())
        return malformedRules("is no JSON object");
    TaxRules rules;
    for (const auto& [key, into] : {std::pair{"id", &rules.id}, std::pair{"version", &rules.version}, std::pair{"source", &rules.source}})
        if (json.contains(key) && json[key].is_string())
            *into = json[key].get<std::string>();
    if (rules.id.empty() || rules.version.empty())
        return malformedRules("needs an id and a version");
    const std::string kind = json.contains("kind") && json["kind"].is_string() ? json["kind"].get<std::string>() : "";
    if (kind == "wash_sale") {
        const auto before = wholeOf(json, "days_before");
        const auto after = wholeOf(json, "days_after");
        if (!before || !after)
            return malformedRules("needs days_before and days_after");
        rules.washSale = WashSaleRule{*before, *after};
    } else if (kind == "share_pool") {
        const auto after = wholeOf(json, "days_after");
        if (!after || !json.contains("same_day") || !json["same_day"].is_boolean())
            return malformedRules("needs same_day and days_after");
        rules.pool = PoolRule{json["same_day"].get<bool>(), *after};
    } else if (kind == "dividend_by_holding") {
        auto bands = bandsOf(json);
        if (!bands)
            return bands.error();
        rules.dividendBands = std::move(*bands);
    } else {
        return malformedRules("is of the unknown kind '" + kind + "'");
    }
    return rules;
}

Result<TaxRules> TaxRules::builtIn(std::string_view id)
{
    std::string known;
    for (const std::string_view text : taxRuleTexts()) {
        auto rules = parse(text);
        if (!rules)
            return rules.error();
        if (rules->id == id)
            return rules;
        known += " " + rules->id;
    }
    return notFound("lots.rules-unknown", "'" + std::string(id) + "' (known:" + known + ")");
}

Result<void> prepare(const TaxRules& rules, LotOptions& options)
{
    if (rules.washSale && options.method == LotMethod::Average)
        return invalid("lots.rule-needs-lots", rules.id + " works lot by lot, an average has none; choose another method");
    if (!rules.dividendBands.empty() && options.method != LotMethod::Fifo)
        return invalid("lots.rule-needs-fifo", rules.id + " takes shares first in, first out; choose --method fifo");
    options.washSale = rules.washSale;
    options.deferDividendTax = !rules.dividendBands.empty();
    return {};
}

Result<LotReport> runWithRules(const std::vector<LotEvent>& events, const TaxRules& rules, const LotOptions& options, RowOrder order)
{
    LotReport report;
    if (rules.pool) {
        auto pooled = runPoolRule(events, *rules.pool, options);
        if (!pooled)
            return pooled.error();
        report = std::move(*pooled);
    } else {
        const auto run = runLots(events, options, order);
        if (!run)
            return run.error();
        report = reportOf(*run);
        taxDividends(report, rules);
    }
    report.rules = rules.id + " " + rules.version;
    report.notes.push_back("rule pack " + report.rules + ": " + rules.source);
    return report;
}

} // namespace rialto
