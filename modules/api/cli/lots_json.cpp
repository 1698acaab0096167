// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/lots_json.h"

#include "api/cli/book_json.h"
#include "domain/currency.h"
#include "domain/fixed.h"

#include <fmt/format.h>

#include <cstdlib>
#include <set>

namespace rialto::cli {

namespace {

std::string amountText(std::int64_t amount, int places) { return formatDecimal(amount, places, std::min(2, places)); }
std::string sharesText(std::int64_t quantity) { return formatDecimal(quantity, kFixedPlaces, 0); }

struct LotSums {
    std::int64_t cost = 0;
    std::int64_t basis = 0;
    std::int64_t proceeds = 0;
    std::int64_t soldBasis = 0;
    std::int64_t gain = 0;
    std::int64_t grossGain = 0;
    std::int64_t shortTerm = 0;
    std::int64_t longTerm = 0;
    std::int64_t disallowed = 0;
    std::int64_t fees = 0;
    std::int64_t dividends = 0;
    std::int64_t withheld = 0;
    std::int64_t fxGain = 0;
};

// The result stays within 64 bits: LotKeeper bounds the turnover of the whole history.
LotSums sumsOf(const LotReport& run, const std::vector<Lot>& lots, bool base)
{
    LotSums sums;
    for (const Lot& lot : lots) {
        sums.cost += base ? lot.amounts.baseCost : lot.amounts.cost;
        sums.basis += base ? lot.amounts.baseBasis() : lot.amounts.basis();
        sums.fees += base ? lot.amounts.baseFees : lot.amounts.fees;
    }
    for (const Disposal& disposal : run.disposals)
        for (const LotMatch& match : disposal.matches) {
            sums.proceeds += base ? match.baseValue - match.baseClosingFees : match.value - match.closingFees;
            sums.soldBasis += base ? match.basis.baseBasis() : match.basis.basis();
            sums.fees += base ? match.baseClosingFees + match.basis.baseFees : match.closingFees + match.basis.fees;
            sums.disallowed += base ? match.baseDisallowed : match.disallowed;
            sums.fxGain += match.baseFxGain;
            if (!disposal.priced)
                continue;
            const std::int64_t gain = base ? match.baseGain() : match.gain();
            sums.gain += gain;
            sums.grossGain += base ? match.baseValue - match.basis.baseCost : match.grossGain();
            (match.longTerm ? sums.longTerm : sums.shortTerm) += gain;
        }
    for (const IncomeRow& row : run.income) {
        sums.dividends += base ? row.baseGross : row.gross;
        sums.withheld += base ? 0 : row.withheld;
    }
    return sums;
}

Json sumsJson(const LotSums& sums, int places)
{
    return {{"remaining_cost", amountText(sums.cost, places)}, {"remaining_basis", amountText(sums.basis, places)},
        {"proceeds", amountText(sums.proceeds, places)}, {"disposed_basis", amountText(sums.soldBasis, places)},
        {"realised_gain", amountText(sums.gain, places)}, {"realised_gain_before_fees", amountText(sums.grossGain, places)},
        {"short_term_gain", amountText(sums.shortTerm, places)}, {"long_term_gain", amountText(sums.longTerm, places)},
        {"disallowed_loss", amountText(sums.disallowed, places)}, {"fees_and_taxes", amountText(sums.fees, places)},
        {"dividends", amountText(sums.dividends, places)}};
}

Json roundedJson(const Json& sums, int digits)
{
    Json rounded = Json::object();
    for (const auto& [key, value] : sums.items())
        if (value.is_string() && key != "quantity" && key != "average_price")
            if (const auto exact = ExactDecimal::parse(value.get<std::string>()))
                if (const auto minor = exact->units(digits, Rounding::HalfEven))
                    rounded[key] = formatDecimal(*minor, digits, digits);
    return rounded;
}

Json lotJson(const Lot& lot, int places)
{
    Json json{{"lot_id", lot.id}, {"date", lot.acquired.text()}, {"symbol", lot.symbol}, {"quantity", sharesText(lot.quantity)},
        {"unit_cost", unitPrice(lot.amounts.cost, lot.quantity, places).text()}, {"cost", amountText(lot.amounts.cost, places)},
        {"fees", amountText(lot.amounts.fees, places)}, {"basis", amountText(lot.amounts.basis(), places)},
        {"unit_basis", unitPrice(lot.amounts.basis(), lot.quantity, places).text()}, {"currency", lot.currency}, {"fx_rate", lot.fxRate.text()},
        {"base_basis", amountText(lot.amounts.baseBasis(), places)}};
    if (lot.amounts.adjustment != 0)
        json["wash_sale_adjustment"] = amountText(lot.amounts.adjustment, places);
    if (lot.heldFrom != lot.acquired)
        json["held_from"] = lot.heldFrom.text();
    if (lot.amounts.dividends != 0)
        json["dividends_not_yet_taxed"] = amountText(lot.amounts.dividends, places);
    return json;
}

Json unrealisedJson(const std::vector<Lot>& lots, const LotsShown& shown, int places)
{
    std::int64_t value = 0;
    std::int64_t gain = 0;
    std::int64_t grossGain = 0;
    std::int64_t baseValue = 0;
    std::int64_t baseGain = 0;
    std::int64_t fx = 0;
    for (const Lot& lot : lots) {
        const auto worth = shown.mark->times(lot.quantity, kFixedPlaces, places, Rounding::HalfEven);
        const auto base = worth ? shown.markFx.times(*worth, places, places, Rounding::HalfEven) : std::nullopt;
        const auto carried = shown.markFx.times(lot.amounts.basis(), places, places, Rounding::HalfEven);
        const std::int64_t most = std::numeric_limits<std::int64_t>::max() / 8;
        if (!worth || !base || !carried || std::abs(*worth) > most || std::abs(*base) > most || std::abs(value) > most || std::abs(baseValue) > most)
            return nullptr;
        value += *worth;
        baseValue += *base;
        gain += *worth - lot.amounts.basis();
        grossGain += *worth - lot.amounts.cost;
        baseGain += *base - lot.amounts.baseBasis();
        fx += *carried - lot.amounts.baseBasis();
    }
    return {{"price", shown.mark->text()}, {"fx_rate", shown.markFx.text()}, {"market_value", amountText(value, places)},
        {"unrealised_gain", amountText(gain, places)}, {"unrealised_gain_before_fees", amountText(grossGain, places)},
        {"base_market_value", amountText(baseValue, places)}, {"base_unrealised_gain", amountText(baseGain, places)},
        {"base_unrealised_capital_gain", amountText(baseGain - fx, places)}, {"base_unrealised_fx_gain", amountText(fx, places)}};
}

Json conventions(const LotReport& run, const LotsShown& shown)
{
    const LotOptions& options = run.options;
    Json list{"fees and taxes of a purchase are part of the basis, those of a sale reduce the proceeds; cost and ..._before_fees leave them out",
        "amounts are kept to " + std::to_string(options.places) + " places; a part of a lot takes its share rounded half even and the rest keeps the rest",
        "a gain is long-term when the lot was held more than " + std::to_string(options.longTermYears) + " year(s): from the day after the anniversary; shorts are short-term",
        "fx_rate is base currency for one unit of the row's currency; fx gain = basis x rate of the sale - basis at its own rates, capital gain = the rest",
        run.order == RowOrder::Date ? "rows are taken by date, rows of a day in the file's order" : "rows are taken in the file's order"};
    switch (options.method) {
    case LotMethod::Average: list.push_back("the average is over all lots of a currency; holding periods leave first in, first out; lot_id of sales is not used"); break;
    case LotMethod::Hifo: list.push_back("highest basis a share in the base currency first, ties oldest first"); break;
    case LotMethod::Specific: list.push_back("a sale names its lot by name, acquisition date or @price; without, it must close all lots there are"); break;
    case LotMethod::None: list.push_back("nothing is matched: every trade is a lot of its own"); break;
    default: list.push_back("lots of one day in the order of purchase (lifo: the last first)"); break;
    }
    if (options.allowShort)
        list.push_back("a sale of more than is held opens a short lot");
    for (const std::string& note : run.notes)
        list.push_back(note);
    if (shown.roundedNumbers > 0)
        list.push_back(std::to_string(shown.roundedNumbers) + " numbers of the file had more digits than are kept (18; quantities 8 places) and were rounded half even");
    return list;
}

} // namespace

Json disposalJson(const Disposal& disposal, int places)
{
    LotMatch sum;
    Json matches = Json::array();
    std::int64_t shortTerm = 0;
    std::int64_t longTerm = 0;
    for (const LotMatch& match : disposal.matches) {
        sum.value += match.value - match.closingFees;
        sum.baseValue += match.baseValue - match.baseClosingFees;
        sum.closingFees += match.closingFees;
        sum.basis += match.basis;
        sum.baseFxGain += match.baseFxGain;
        sum.disallowed += match.disallowed;
        sum.baseDisallowed += match.baseDisallowed;
        (match.longTerm ? longTerm : shortTerm) += match.gain();
        Json each{{"lot_id", match.lotId}, {"acquired", match.acquired.text()}, {"quantity", sharesText(match.quantity)}, {"unit_price", match.price.text()},
            {"proceeds", amountText(match.value - match.closingFees, places)}, {"cost", amountText(match.basis.cost, places)},
            {"basis", amountText(match.basis.basis(), places)}, {"gain", amountText(match.gain(), places)}, {"held_days", match.heldDays},
            {"term", match.longTerm ? "long" : "short"}};
        if (!match.rule.empty())
            each["rule"] = match.rule;
        if (match.isShort)
            each["position"] = "short";
        if (match.disallowed != 0) {
            each["disallowed_loss"] = amountText(match.disallowed, places);
            each["moved_to"] = match.disallowedTo;
        }
        if (!disposal.priced)
            each["proceeds"] = each["gain"] = nullptr;
        matches.push_back(std::move(each));
    }
    const std::int64_t gain = sum.value - sum.basis.basis() + sum.disallowed;
    const std::int64_t baseGain = sum.baseValue - sum.basis.baseBasis() + sum.baseDisallowed;
    Json json{{"row", disposal.row}, {"date", disposal.date.text()}, {"action", std::string(name(disposal.action))}, {"symbol", disposal.symbol},
        {"quantity", sharesText(disposal.quantity)}, {"price", disposal.price ? Json(disposal.price->text()) : Json(nullptr)}, {"currency", disposal.currency},
        {"proceeds", amountText(sum.value, places)}, {"cost", amountText(sum.basis.cost, places)}, {"basis", amountText(sum.basis.basis(), places)},
        {"fees", amountText(sum.closingFees, places)}, {"gain", amountText(gain, places)},
        {"gain_before_fees", amountText(sum.value + sum.closingFees - sum.basis.cost, places)}, {"short_term_gain", amountText(shortTerm, places)},
        {"long_term_gain", amountText(longTerm, places)}, {"fx_rate", disposal.fxRate.text()}, {"base_gain", amountText(baseGain, places)},
        {"base_capital_gain", amountText(baseGain - sum.baseFxGain, places)}, {"base_fx_gain", amountText(sum.baseFxGain, places)}};
    if (sum.disallowed != 0)
        json["disallowed_loss"] = amountText(sum.disallowed, places);
    if (!disposal.priced)
        for (const char* key : {"proceeds", "gain", "gain_before_fees", "short_term_gain", "long_term_gain", "base_gain", "base_capital_gain", "base_fx_gain"})
            json[key] = nullptr;
    json["matches"] = std::move(matches);
    return json;
}

Json lotsJson(const LotReport& run, const LotsShown& shown)
{
    const int places = run.options.places;
    const std::vector<Lot>& lots = run.lots;
    std::set<std::string> currencies;
    std::int64_t quantity = 0;
    Json list = Json::array();
    for (const Lot& lot : lots) {
        currencies.insert(lot.currency);
        quantity += lot.quantity;
        list.push_back(lotJson(lot, places));
    }
    Json disposals = Json::array();
    for (const Disposal& disposal : run.disposals) {
        currencies.insert(disposal.currency);
        disposals.push_back(disposalJson(disposal, places));
        disposals.back()["rounded"] = {{"gain", roundedJson(disposals.back(), 2).value("gain", Json(nullptr))}};
    }
    Json income = Json::array();
    for (const IncomeRow& row : run.income) {
        currencies.insert(row.currency);
        income.push_back({{"row", row.row}, {"date", row.date.text()}, {"symbol", row.symbol}, {"currency", row.currency}, {"gross", amountText(row.gross, places)},
            {"withheld", amountText(row.withheld, places)}});
    }
    const LotSums local = sumsOf(run, lots, false);
    const LotSums base = sumsOf(run, lots, true);
    const std::string currency = currencies.size() == 1 ? *currencies.begin() : "";
    const std::string baseCurrency = shown.baseCurrency.empty() ? currency : shown.baseCurrency;
    const auto digitsOf = [](const std::string& code) {
        const auto known = Currency::parse(code);
        return known ? known->digits() : 2;
    };
    Json totals = nullptr; // amounts of several currencies have no sum
    if (currencies.size() <= 1) {
        totals = sumsJson(local, places);
        totals["quantity"] = sharesText(quantity);
        totals["average_price"] = quantity == 0 ? "0" : unitPrice(local.cost, quantity, places).text();
        totals["withheld"] = amountText(local.withheld, places);
        totals["other_fees"] = amountText(run.otherFees, places);
        totals["rounded"] = roundedJson(totals, digitsOf(currency));
    }
    Json totalsBase = sumsJson(base, places);
    totalsBase["capital_gain"] = amountText(base.gain - base.fxGain, places);
    totalsBase["fx_gain"] = amountText(base.fxGain, places);
    totalsBase["rounded"] = roundedJson(totalsBase, digitsOf(baseCurrency));
    Json document{{"method", std::string(name(run.options.method))}, {"currency", currency}, {"base_currency", baseCurrency}};
    document["lots"] = std::move(list);
    document["disposals"] = std::move(disposals);
    document["income"] = std::move(income);
    Json actions = Json::array();
    for (const ActionOutcome& outcome : run.actions) {
        Json legs = Json::array();
        for (const ActionLeg& leg : outcome.legs)
            legs.push_back(leg.kind == ActionLeg::Kind::Cash ? Json{{"leg", "cash"}, {"amount", amountText(leg.amount, places)}}
                                                             : Json{{"leg", leg.kind == ActionLeg::Kind::SharesIn ? "shares_in" : "shares_out"},
                                                                   {"symbol", leg.symbol}, {"quantity", sharesText(leg.quantity)}});
        actions.push_back({{"legs", legs}, {"basis_before", amountText(outcome.basisBefore, places)}, {"basis_after", amountText(outcome.basisAfter, places)},
            {"cash", amountText(outcome.cash, places)}, {"gain_recognised", amountText(outcome.recognised, places)}, {"conserved", outcome.conserves()}});
    }
    document["corporate_actions"] = std::move(actions);
    if (!run.rules.empty())
        document["rules"] = run.rules;
    if (run.options.deferDividendTax) {
        Json rows = Json::array();
        std::int64_t tax = 0;
        for (const DividendTax& each : run.dividendTax) {
            rows.push_back({{"row", each.row}, {"date", each.date.text()}, {"lot_id", each.lotId}, {"acquired", each.acquired.text()},
                {"dividend", amountText(each.dividend, places)}, {"rate", each.rate.text()}, {"tax", amountText(each.tax, places)}});
            tax += each.tax;
        }
        document["dividend_tax"] = {{"rows", rows}, {"total", amountText(tax, places)}};
    }
    document["totals"] = std::move(totals);
    document["totals_base"] = std::move(totalsBase);
    if (shown.mark)
        document["valuation"] = unrealisedJson(lots, shown, places);
    document["basis_conserved"] = run.conserved;
    document["conventions"] = conventions(run, shown);
    return document;
}

std::string lotsText(const Json& document)
{
    const auto text = [](const Json& value) { return value.is_string() ? value.get<std::string>() : value.is_null() ? std::string("-") : value.dump(); };
    std::vector<std::vector<std::string>> lots;
    for (const Json& lot : document["lots"])
        lots.push_back({text(lot["lot_id"]), text(lot["date"]), text(lot["symbol"]), text(lot["quantity"]), text(lot["unit_basis"]), text(lot["basis"]), text(lot["currency"])});
    std::vector<std::vector<std::string>> sales;
    for (const Json& disposal : document["disposals"])
        for (const Json& match : disposal["matches"])
            sales.push_back({text(disposal["date"]), text(disposal["action"]), text(match["lot_id"]), text(match["acquired"]), text(match["quantity"]), text(match["proceeds"]),
                text(match["basis"]), text(match["gain"]), text(match["term"])});
    std::string all = "Remaining lots (" + text(document["method"]) + ")\n"
        + table({"lot", "date", "symbol", "quantity", "unit basis", "basis", "currency"}, lots) + "\nRealised gains\n"
        + table({"date", "action", "lot", "acquired", "quantity", "proceeds", "basis", "gain", "term"}, sales) + "\n";
    const Json& totals = document["totals"].is_null() ? document["totals_base"] : document["totals"];
    for (const auto& [key, value] : totals["rounded"].items())
        all += fmt::format("{:<28}{:>18}\n", key, text(value));
    if (document.contains("valuation"))
        for (const auto& [key, value] : document["valuation"].items())
            all += fmt::format("{:<28}{:>18}\n", key, text(value));
    for (const Json& convention : document["conventions"])
        all += "- " + text(convention) + "\n";
    return all;
}

} // namespace rialto::cli
