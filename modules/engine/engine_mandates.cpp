// SPDX-License-Identifier: GPL-3.0-or-later
// Mandates at the gate; see engine.h. Looked at is the book of the mandate's accounts at the mark, with the orders that are
// open already, and the same book after the order. An order is refused when a rule is broken after it that was kept before, or
// is broken further: what makes a breach smaller may always be traded.
#include "engine/engine.h"

#include "engine/prepared.h"

#include <set>
#include <string>

namespace rialto {

namespace {

using clients::MandateBook;
using clients::MandateRule;
using clients::RuleKind;
using clients::RuleOutcome;

/// `rate`: units of `to` for one of `from`, or, inverse, of `from` for one of `to`.
std::optional<std::int64_t> exchanged(std::int64_t minor, const Currency& from, const Currency& to, Price rate, bool inverse)
{
    const Int128 scaled = Int128(minor) * to.minorPerMajor();
    if (!rate.isPositive())
        return std::nullopt;
    const Int128 over = Int128(inverse ? rate.raw() : kFixedOne) * from.minorPerMajor();
    const Int128 times = inverse ? kFixedOne : rate.raw();
    return narrow(divideRounded(scaled * times, over, Rounding::HalfEven));
}

bool worse(const MandateRule& rule, const RuleOutcome& before, const RuleOutcome& after, const MandateBook& bookBefore, const MandateBook& bookAfter)
{
    if (after.kept)
        return false;
    if (before.kept || after.excess > before.excess)
        return true;
    if (rule.kind == RuleKind::MostPositions)
        return bookAfter.holdings.size() > bookBefore.holdings.size();
    return rule.kind == RuleKind::LeastPositions && bookAfter.holdings.size() < bookBefore.holdings.size();
}

} // namespace

std::optional<std::int64_t> Engine::inCurrency(std::int64_t minor, const Currency& from, const Currency& to) const
{
    if (from == to)
        return minor;
    for (const auto& [id, instrument] : m_instruments) {
        const auto* pair = std::get_if<FxPair>(&instrument.details);
        if (pair == nullptr)
            continue;
        const bool straight = pair->base == from && instrument.spec.currency == to;
        if (!straight && !(pair->base == to && instrument.spec.currency == from))
            continue;
        if (const auto rate = mark(id))
            return exchanged(minor, from, to, *rate, !straight);
    }
    return std::nullopt;
}

/// One account's holdings and cash into the mandate's book; `trades` are what its orders would add to a position.
void Engine::addToMandateBook(MandateBook& book, AccountId account, std::int64_t share, const Currency& base,
    const std::map<InstrumentId, PendingTrade>& trades) const
{
    const auto worth = [&](std::int64_t minor, const Currency& currency) -> std::optional<std::int64_t> {
        const auto mine = share == clients::kWhole ? std::optional(minor) : mulDiv(minor, share, clients::kWhole, Rounding::HalfEven);
        return mine ? inCurrency(*mine, currency, base) : std::nullopt;
    };
    std::map<InstrumentId, std::int64_t> positions;
    std::map<std::string, std::int64_t> cash; // minor units, by currency
    std::int64_t total = book.total.value_or(0);
    for (const auto& [asset, amount] : m_ledger.holdings(account)) {
        if (asset.isInstrument())
            positions[asset.instrument()] += amount;
        else
            cash[asset.currency().code()] += amount;
    }
    for (const auto& [id, trade] : trades) {
        const Instrument& instrument = m_instruments.at(id);
        const auto price = mark(id).value_or(trade.price);
        const auto paid = valueOf(instrument, price, trade.quantity);
        if (paid && instrument.assetClass() != AssetClass::Future)
            cash[instrument.spec.currency.code()] = addChecked(cash[instrument.spec.currency.code()], -paid->minor());
        if (const auto* pair = std::get_if<FxPair>(&instrument.details)) {
            const auto bought = mulDiv(trade.quantity.raw(), pair->base.minorPerMajor(), kFixedOne, Rounding::HalfEven);
            cash[pair->base.code()] = addChecked(cash[pair->base.code()], bought.value_or(0));
        } else {
            positions[id] = addChecked(positions[id], trade.quantity.raw());
        }
    }
    std::set<std::string> currencies;
    for (const auto& [code, minor] : cash)
        currencies.insert(code);
    for (const auto& [id, raw] : positions) {
        if (raw == 0)
            continue;
        const Instrument& instrument = m_instruments.at(id);
        const Currency& currency = instrument.spec.currency;
        currencies.insert(currency.code());
        const auto pending = trades.find(id);
        auto price = mark(id);
        if (!price && pending != trades.end())
            price = pending->second.price;
        std::int64_t weight = 0; // without a price it weighs nothing, but it is there
        if (price)
            if (const auto value = valueOf(instrument, *price, Quantity::fromRaw(raw)))
                if (const auto converted = worth(value->minor(), currency))
                    weight = *converted;
        book.holdings.push_back({instrument.symbol, instrument.assetClass(), currency.code(), instrument.mic, weight, raw < 0});
        total = addChecked(total, weight);
    }
    // Of futures: what is put up is cash, and the unsettled gain belongs to the whole.
    for (const auto& code : currencies) {
        const Currency currency = *Currency::parse(code);
        const auto asset = AssetId::of(currency);
        const auto free = worth(addChecked(cash[code], m_ledger.balance({account, Bucket::Margin}, asset)), currency);
        const auto variation = worth(m_ledger.balance({account, Bucket::Variation}, asset), currency);
        if (free && *free != 0)
            book.cash.push_back({code, *free});
        total = addChecked(total, addChecked(free.value_or(0), variation.value_or(0)));
    }
    book.total = total;
}

void Engine::gateMandates(const OrderRequest& request, const Instrument& instrument, Prepared& prepared) const
{
    if (request.terms.link == Link::Block && request.terms.parent) // the house buys for its clients, who are asked one by one
        return;
    const std::uint64_t version = m_registry.changes() + m_accounts.size();
    if (!m_mandates || m_mandatesVersion != version) {
        m_mandates.emplace(m_registry, m_accounts);
        m_mandatesVersion = version;
    }
    const auto* binding = m_mandates->of(request.account);
    if (binding == nullptr)
        return;
    const auto price = needsLimit(request.type) ? std::optional(request.limit) : mark(request.instrument);
    std::map<AccountId, std::map<InstrumentId, PendingTrade>> open;
    const auto add = [&open](const OrderRequest& asked, Quantity quantity, Price at) {
        PendingTrade& trade = open[asked.account][asked.instrument];
        trade.quantity += asked.side == Side::Buy ? quantity : -quantity;
        trade.price = at;
    };
    for (const OrderId id : m_orders.openOrders()) {
        const Order& order = *m_orders.find(id);
        const OrderTerms& terms = order.request.terms;
        // Of a group only what goes first counts: the others come instead of it or undo it. A replacement stands for its order.
        if ((terms.link != Link::None && terms.link != Link::Block && !terms.parent) || order.request.commandId == request.commandId)
            continue;
        if (m_mandates->of(order.request.account) != nullptr)
            add(order.request, order.leaves(), order.request.limit);
    }
    const auto without = open;
    add(request, request.quantity, price.value_or(request.limit));
    for (const auto& mandate : *binding) {
        if (mandate->malformed) {
            prepared.refusals.push_back({"mandate.unreadable", mandate->name + ": " + mandate->malformed->detail});
            continue;
        }
        const Currency base = m_accounts.at(mandate->shares.begin()->first).base;
        MandateBook before;
        MandateBook after;
        static const std::map<InstrumentId, PendingTrade> kNone;
        for (const auto& [account, share] : mandate->shares) {
            const auto held = without.find(account);
            addToMandateBook(before, account, share, base, held == without.end() ? kNone : held->second);
            const auto then = open.find(account);
            addToMandateBook(after, account, share, base, then == open.end() ? kNone : then->second);
        }
        const auto was = clients::checkMandate(mandate->rules, before);
        const auto is = clients::checkMandate(mandate->rules, after);
        for (std::size_t i = 0; i < is.size(); ++i) {
            if (!worse(mandate->rules[i], was[i], is[i], before, after))
                continue;
            const bool limit = mandate->rules[i].kind == RuleKind::Most || mandate->rules[i].kind == RuleKind::Least;
            std::string detail = mandate->name + ": \"" + mandate->rules[i].text + "\"; after the order in " + instrument.symbol + ": "
                + (is[i].measured.empty() ? is[i].why : is[i].measured);
            if (!limit && !is[i].measured.empty() && !is[i].why.empty())
                detail += " (" + is[i].why + ")";
            auto& where = mandate->rules[i].warning ? prepared.warnings : prepared.refusals;
            where.push_back({mandate->rules[i].warning ? "mandate.warning" : "mandate.broken", std::move(detail)});
        }
    }
}

} // namespace rialto
