// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/corporate_posting.h"

#include "ledger/lots_before.h"

#include <algorithm>
#include <set>

namespace rialto {

namespace {

constexpr std::string_view kUndoPrefix = "reversal:";

std::string ratioText(const ShareRatio& ratio) { return std::to_string(ratio.numerator) + ":" + std::to_string(ratio.denominator); }

std::optional<ShareRatio> ratioOf(std::string_view text)
{
    const std::size_t colon = text.find(':');
    const auto top = ExactDecimal::parse(text.substr(0, colon));
    const auto bottom = colon == std::string_view::npos ? Result<ExactDecimal>(ExactDecimal::one()) : ExactDecimal::parse(text.substr(colon + 1));
    if (!top || !bottom || top->mantissa <= 0 || bottom->mantissa <= 0)
        return std::nullopt;
    const int places = std::max(top->places, bottom->places);
    const auto numerator = top->units(places, Rounding::HalfEven);
    const auto denominator = bottom->units(places, Rounding::HalfEven);
    if (!numerator || !denominator || *numerator <= 0 || *denominator <= 0)
        return std::nullopt;
    std::int64_t a = *numerator;
    std::int64_t b = *denominator;
    while (b != 0) {
        const std::int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return ShareRatio{*numerator / a, *denominator / a};
}

const Instrument* named(const InstrumentMap& instruments, const std::string& symbol)
{
    for (const auto& [id, instrument] : instruments)
        if (instrument.symbol == symbol)
            return &instrument;
    return nullptr;
}

void leg(TransferGroup& group, AssetId asset, std::int64_t toOwn, Bucket other)
{
    const LedgerAccount own{group.account, Bucket::Own};
    const LedgerAccount outside{group.account, other};
    if (toOwn > 0)
        group.transfers.push_back({outside, own, asset, toOwn});
    else if (toOwn < 0)
        group.transfers.push_back({own, outside, asset, -toOwn});
}

bool changesLots(LotAction action) { return action != LotAction::Dividend; }

bool needsTarget(LotAction action)
{
    return action == LotAction::SpinOff || action == LotAction::Rights || action == LotAction::TickerChange;
}

class Previewer {
public:
    Previewer(const Ledger& ledger, const std::string& id, const ActionTerms& terms, const Instrument& source, const Instrument* target, Timestamp knownAt)
        : m_ledger(ledger), m_id(id), m_terms(terms), m_source(source), m_target(target), m_knownAt(knownAt)
    {
    }

    std::optional<ActionPreview> preview(AccountId account) const
    {
        const Currency currency = m_source.spec.currency;
        const LotBook lots = lotsBefore(m_ledger.groups(), account, m_source, m_terms.date);
        if (lots.open.empty())
            return std::nullopt;
        ActionPreview out;
        out.account = account;
        out.currency = currency;
        out.held = lots.quantity();
        out.after = out.held;
        out.cash = Money::zero(currency);
        out.tax = Money::zero(currency);
        TransferGroup& group = out.group;
        group.key = std::string(kActionPrefix) + m_id + "/" + std::to_string(account.value);
        group.kind = changesLots(m_terms.action) ? GroupKind::CorporateAction : GroupKind::Dividend;
        group.account = account;
        group.time = m_terms.date.startUtc();
        group.knownAt = m_knownAt;
        group.tradeDate = m_terms.date;
        group.settleDate = m_terms.date;
        group.instrument = m_source.id;
        group.memo = m_terms.text();
        const auto done = changesLots(m_terms.action) ? act(lots, out) : payDividend(out);
        if (!done)
            out.refused = done.error();
        else if (const auto later = laterAction(account))
            out.refused = refused("actions.used-since", "'" + later->memo + "' of " + later->tradeDate.text() + " stands in the book already; undo it first");
        else if (group.transfers.empty())
            out.refused = invalid("actions.nothing-held", "nothing comes of it for this account");
        else if (m_ledger.reserved(account, AssetId::of(m_source.id)) > 0)
            out.refused = refused("actions.shares-reserved", "open orders have set shares of " + m_source.symbol + " aside; cancel them first");
        return out;
    }

private:
    // Of a later day on the same shares: its lots were worked out without this action.
    const TransferGroup* laterAction(AccountId account) const
    {
        if (!changesLots(m_terms.action))
            return nullptr;
        for (const auto& group : m_ledger.groups()) {
            if (group.account != account || group.kind != GroupKind::CorporateAction || group.tradeDate <= m_terms.date || m_ledger.contains(std::string(kUndoPrefix) + group.key))
                continue;
            for (const auto& transfer : group.transfers)
                if (transfer.asset == AssetId::of(m_source.id) || (m_target != nullptr && transfer.asset == AssetId::of(m_target->id)))
                    return &group;
        }
        return nullptr;
    }
    Result<void> payDividend(ActionPreview& out) const
    {
        if (!m_terms.price || m_terms.price->mantissa <= 0)
            return invalid("actions.terms-malformed", "a dividend needs price=, the cash a share");
        const auto gross = m_terms.price->times(out.held.raw(), kFixedPlaces, out.currency.digits(), Rounding::HalfEven);
        const auto tax = gross ? m_terms.taxRate.times(*gross, 0, 0, Rounding::HalfEven) : std::nullopt;
        if (!gross || !tax)
            return invalid("lots.amount-range", "the cash is more than can be counted");
        out.cash = Money(*gross, out.currency);
        out.tax = Money(*tax, out.currency);
        leg(out.group, AssetId::of(out.currency), *gross, Bucket::Income);
        leg(out.group, AssetId::of(out.currency), -*tax, Bucket::Taxes);
        return {};
    }

    Result<void> act(const LotBook& lots, ActionPreview& out) const
    {
        auto outcome = applyAction(openLots(lots, m_source.symbol, out.currency), toCorporateAction(m_terms), out.currency.digits(), 1);
        if (!outcome)
            return outcome.error();
        if (!outcome->conserves())
            return corrupt("actions.basis-not-conserved", m_terms.text());
        std::map<std::string, std::int64_t> shares;
        std::int64_t cash = 0;
        for (const ActionLeg& each : outcome->legs) {
            if (each.kind == ActionLeg::Kind::Cash)
                cash = addChecked(cash, each.amount);
            else
                shares[each.symbol] = addChecked(shares[each.symbol], each.quantity);
        }
        for (const ActionLeg& each : outcome->legs) { // every leg stands by itself: old shares out, new ones in
            const bool isTarget = m_target != nullptr && each.symbol == m_target->symbol;
            if (each.kind == ActionLeg::Kind::Cash)
                leg(out.group, AssetId::of(out.currency), each.amount, Bucket::Market);
            else
                leg(out.group, AssetId::of(isTarget ? m_target->id : m_source.id), each.quantity, Bucket::Market);
        }
        out.after = out.held + Quantity::fromRaw(shares[m_source.symbol]);
        if (m_target != nullptr)
            out.received = Quantity::fromRaw(shares[m_target->symbol]);
        out.cash = Money(cash, out.currency);
        out.outcome = std::move(*outcome);
        return {};
    }

    const Ledger& m_ledger;
    const std::string& m_id;
    const ActionTerms& m_terms;
    const Instrument& m_source;
    const Instrument* m_target;
    Timestamp m_knownAt;
};

} // namespace

std::string ActionTerms::text() const
{
    std::string out = std::string(name(action)) + " " + symbol;
    if (ratio)
        out += " ratio=" + ratioText(*ratio);
    if (!target.empty())
        out += " target=" + target;
    for (const auto& [key, value] : {std::pair{" price=", &price}, std::pair{" basis=", &basisShare}, std::pair{" fair=", &fairValue}, std::pair{" lieu=", &lieuPrice}})
        if (*value)
            out += key + (*value)->text();
    if (!taxRate.isZero())
        out += " tax=" + taxRate.text();
    if (wholeShares)
        out += " whole";
    return out;
}

Result<ActionTerms> ActionTerms::parse(std::string_view text, Date date)
{
    const auto malformed = [&](const std::string& what) { return invalid("actions.terms-malformed", "'" + std::string(text.substr(0, 80)) + "': " + what); };
    std::vector<std::string_view> words;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (end > 0)
            words.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (words.size() < 2 || words.size() > 12)
        return malformed("begins with what happens and the symbol, as: split MERI ratio=2:1");
    ActionTerms out;
    out.date = date;
    const auto action = lotAction(words[0]);
    if (!action || *action == LotAction::Buy || *action == LotAction::Sell || *action == LotAction::SellShort || *action == LotAction::BuyToCover || *action == LotAction::Fee)
        return malformed("'" + std::string(words[0]) + "' is no corporate action (split, bonus, stock_dividend, dividend, return_of_capital, spin_off, rights, merger, ticker_change, delist)");
    out.action = *action;
    out.symbol = std::string(words[1]);
    for (std::size_t i = 2; i < words.size(); ++i) {
        const std::size_t equals = words[i].find('=');
        const std::string_view key = words[i].substr(0, equals);
        std::string_view value = equals == std::string_view::npos ? std::string_view() : words[i].substr(equals + 1);
        if (key == "whole" && equals == std::string_view::npos) {
            out.wholeShares = true;
            continue;
        }
        if (value.empty())
            return malformed("'" + std::string(words[i]) + "' is not understood (ratio=, target=, price=, basis=, fair=, tax=, lieu=, whole)");
        if (key == "target") {
            out.target = std::string(value);
            continue;
        }
        if (key == "ratio") {
            out.ratio = ratioOf(value);
            if (!out.ratio)
                return malformed("'" + std::string(value) + "' is no ratio of new to old shares (2, 2:1, 1:10)");
            continue;
        }
        const bool percent = value.back() == '%';
        if (percent)
            value.remove_suffix(1);
        auto number = ExactDecimal::parse(value);
        if (!number || number->isNegative())
            return malformed("'" + std::string(value) + "' is no number");
        if (percent)
            number = ExactDecimal::of(number->mantissa, number->places + 2);
        if (key == "price")
            out.price = *number;
        else if (key == "basis")
            out.basisShare = *number;
        else if (key == "fair")
            out.fairValue = *number;
        else if (key == "lieu")
            out.lieuPrice = *number;
        else if (key == "tax")
            out.taxRate = *number;
        else
            return malformed("'" + std::string(key) + "' is not understood (ratio=, target=, price=, basis=, fair=, tax=, lieu=, whole)");
    }
    const auto whole = out.taxRate.units(8, Rounding::HalfEven);
    if (!whole || *whole > kFixedOne)
        return malformed("tax is a part between 0 and 100 %");
    if (needsTarget(out.action) && out.target.empty())
        return malformed("needs target=, the symbol of the new shares");
    if (out.target == out.symbol)
        return malformed("target and symbol are the same");
    return out;
}

CorporateAction toCorporateAction(const ActionTerms& terms)
{
    CorporateAction action;
    action.event.date = terms.date;
    action.event.action = terms.action;
    action.event.symbol = terms.symbol;
    action.event.target = terms.target;
    action.event.ratio = terms.ratio;
    action.event.price = terms.price;
    action.event.basisShare = terms.basisShare;
    action.event.fairValue = terms.fairValue;
    action.wholeShares = terms.wholeShares;
    action.cashInLieuPrice = terms.lieuPrice;
    return action;
}

std::vector<Lot> openLots(const LotBook& book, const std::string& symbol, const Currency& currency)
{
    std::vector<Lot> lots;
    for (const TaxLot& each : book.open) {
        Lot lot;
        lot.id = each.groupKey;
        lot.sequence = lots.size() + 1;
        lot.acquired = each.acquired;
        lot.heldFrom = each.acquired;
        lot.symbol = symbol;
        lot.currency = currency.code();
        lot.quantity = each.quantity.raw();
        lot.amounts.cost = each.cost.minor();
        lot.amounts.baseCost = each.cost.minor();
        lot.price = unitPrice(each.cost.minor(), each.quantity.raw(), currency.digits());
        lots.push_back(std::move(lot));
    }
    return lots;
}

Result<std::vector<ActionPreview>> previewAction(const Ledger& ledger, const InstrumentMap& instruments, const std::string& id, const ActionTerms& terms, Timestamp knownAt)
{
    if (id.empty() || id.find('/') != std::string::npos)
        return invalid("actions.terms-malformed", "an action has an id without a slash");
    const Instrument* source = named(instruments, terms.symbol);
    const Instrument* target = terms.target.empty() ? nullptr : named(instruments, terms.target);
    if (source == nullptr || (!terms.target.empty() && target == nullptr))
        return notFound("actions.instrument-unknown", source == nullptr ? terms.symbol : terms.target + "; add the new instrument first");
    const auto suits = [](const Instrument& each) { return each.assetClass() == AssetClass::Equity || each.assetClass() == AssetClass::Fund; };
    if (!suits(*source) || (target != nullptr && !suits(*target)))
        return invalid("actions.instrument-unknown", "corporate actions are of shares and funds");
    if (target != nullptr && target->spec.currency != source->spec.currency)
        return invalid("actions.currency-differs", terms.symbol + " and " + terms.target + " are in different currencies");
    std::set<AccountId> accounts;
    for (const auto& group : ledger.groups())
        for (const auto& transfer : group.transfers)
            if (transfer.asset == AssetId::of(source->id) && group.tradeDate < terms.date)
                accounts.insert(group.account);
    const Previewer previewer(ledger, id, terms, *source, target, knownAt);
    std::vector<ActionPreview> previews;
    for (const AccountId account : accounts)
        if (auto one = previewer.preview(account))
            previews.push_back(std::move(*one));
    if (previews.empty())
        return notFound("actions.nothing-held", "no account held " + terms.symbol + " when " + terms.date.text() + " began");
    return previews;
}

std::vector<const TransferGroup*> actionGroups(const Ledger& ledger, const std::string& id)
{
    const std::string prefix = std::string(kActionPrefix) + id + "/";
    std::vector<const TransferGroup*> groups;
    for (const auto& group : ledger.groups())
        if (group.key.starts_with(prefix))
            groups.push_back(&group);
    return groups;
}

Result<void> mayUndo(const Ledger& ledger, const TransferGroup& group)
{
    if (group.kind != GroupKind::CorporateAction)
        return {}; // cash alone: nothing rests on it
    // A return of capital moves no share, but its lots are what later trades and actions were worked out from.
    std::set<AssetId> touched{AssetId::of(group.instrument)};
    for (const auto& transfer : group.transfers)
        if (transfer.asset.isInstrument())
            touched.insert(transfer.asset);
    bool after = false;
    for (const auto& later : ledger.groups()) {
        if (later.key == group.key) {
            after = true;
            continue;
        }
        const bool counts = later.kind == GroupKind::Trade || later.key.starts_with(kActionPrefix);
        // What the ledger had before but happened on that day or later was worked out with the action too.
        if (!counts || later.account != group.account || ledger.contains(std::string(kUndoPrefix) + later.key) || (!after && later.tradeDate <= group.tradeDate))
            continue;
        bool uses = touched.count(AssetId::of(later.instrument)) != 0;
        for (const auto& transfer : later.transfers)
            uses = uses || touched.count(transfer.asset) != 0;
        if (uses)
            return refused("actions.used-since", "account " + std::to_string(group.account.value) + " has '" + later.key + "' of " + later.tradeDate.text() + "; undo what came later first");
    }
    return {};
}

} // namespace rialto
