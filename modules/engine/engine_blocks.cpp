// SPDX-License-Identifier: GPL-3.0-or-later
// Block orders and their allocation; see engine.h and oms/allocation.h.
#include "engine/engine.h"

#include "engine/prepared.h"

#include <set>

namespace rialto {

namespace {

constexpr std::size_t kLongestBlockId = 40;
constexpr std::size_t kMostShares = 20'000;

} // namespace

void Engine::handle(const PlaceBlock& input, StepResult& result)
{
    const std::string& id = input.order.commandId;
    if (repeatedGroup(id, result))
        return;
    const auto instrument = m_instruments.find(input.order.instrument);
    if (instrument == m_instruments.end())
        return refuse(result, "engine.instrument-unknown", std::to_string(input.order.instrument.value));
    if (m_accounts.count(input.order.account) == 0)
        return refuse(result, "engine.account-unknown", std::to_string(input.order.account.value));
    if (id.empty() || id.size() > kLongestBlockId)
        return refuse(result, "engine.command-id", id.substr(0, 80));
    if (input.shares.empty() || input.shares.size() > kMostShares)
        return refuse(result, "engine.block-shares", std::to_string(input.shares.size()));
    if (input.order.tif == TimeInForce::Gtc || input.order.tif == TimeInForce::Gtd)
        return refuse(result, "engine.block-lasts", std::string(name(input.order.tif)));
    std::set<AccountId> accounts;
    Int128 sum = 0;
    for (const auto& share : input.shares) {
        sum += share.quantity.raw();
        if (m_accounts.count(share.account) == 0 || share.account == input.order.account)
            return refuse(result, "engine.account-unknown", std::to_string(share.account.value));
        if (!accounts.insert(share.account).second)
            return refuse(result, "engine.block-account-twice", m_accounts.at(share.account).number);
    }
    if (sum != input.order.quantity.raw())
        return refuse(result, "oms.allocation-sum", "the shares do not make " + input.order.quantity.text());

    if (commandTaken(id, result))
        return;
    struct Share {
        OrderRequest request;
        Prepared prepared;
    };
    std::vector<Share> shares;
    std::vector<Refusal> refusals;
    OrderRequest parent = input.order;
    parent.quantity = Quantity();
    for (const auto& share : input.shares) {
        OrderRequest each = input.order;
        each.commandId = id + "/" + std::to_string(share.account.value);
        if (commandTaken(each.commandId, result))
            return;
        each.account = share.account;
        each.quantity = share.quantity;
        each.terms.display = Quantity();
        each.terms.group = id;
        each.terms.link = Link::Block;
        each.terms.parent = false;
        Prepared prepared = prepare(each);
        for (auto& refusal : prepared.refusals)
            refusals.push_back({refusal.code, m_accounts.at(share.account).number + ": " + refusal.detail});
        if (!prepared.refusals.empty())
            continue;
        parent.quantity += share.quantity;
        shares.push_back({std::move(each), std::move(prepared)});
    }
    parent.terms.group = id;
    parent.terms.link = Link::Block;
    parent.terms.parent = true;
    std::vector<Refusal> ofWhole;
    if (const auto route = routeOf(parent, m_able); !route.refusal.empty() || route.held)
        ofWhole.push_back({route.refusal.empty() ? "oms.type-not-possible" : route.refusal, route.refusal.empty() ? std::string(name(parent.type)) : route.detail});
    if (!shares.empty())
        for (const auto& refusal : prepare(parent).refusals)
            // The house pays with what the clients have set aside, and what is a limit of one client was asked of each.
            if (refusal.code != "risk.funds" && refusal.code != "risk.position" && refusal.code != "risk.quantity" && refusal.code != "risk.notional")
                ofWhole.push_back(refusal);
    if (!ofWhole.empty() || shares.empty() || (!refusals.empty() && !input.leaveOutRefused)) {
        refusals.insert(refusals.begin(), ofWhole.begin(), ofWhole.end());
        result.reply.refusals = std::move(refusals);
        return;
    }
    result.reply.refusals = std::move(refusals);
    result.reply.accepted = true;
    result.reply.order = enterOrder(parent, instrument->second, OrderState::PendingNew, result);
    for (const auto& share : shares) {
        const OrderId child = enterOrder(share.request, instrument->second, OrderState::Held, result);
        warn(share.prepared, child, result);
        if (share.prepared.need.amount > 0)
            post(reserveGroup(*m_orders.find(child), share.request.commandId, share.prepared.need, m_now, m_tradingDay), result);
    }
    send(result.reply.order, result);
}

void Engine::noteBlockFill(const Order& order, const ExecutionReport& report)
{
    const Instrument& instrument = m_instruments.at(order.request.instrument);
    const auto [it, fresh] = m_blocks.try_emplace(order.request.terms.group);
    BlockSum& sum = it->second;
    const Money none = Money::zero(instrument.spec.currency);
    if (fresh)
        sum.value = sum.fee = sum.tax = none;
    sum.average.add(report.lastPrice, report.lastQuantity);
    const auto value = valueOf(instrument, report.lastPrice, report.lastQuantity);
    sum.value += value ? *value : none;
    // Costs in another currency stay with the house.
    sum.fee += report.fee.currency() == none.currency() ? report.fee : none;
    sum.tax += report.tax.currency() == none.currency() ? report.tax : none;
}

// The parent is done: each client gets its part of what traded, the house account gives it up, and what did not trade is freed.
void Engine::allocateBlock(const Order& parent, StepResult& result)
{
    const std::string group = parent.request.terms.group;
    const Instrument& instrument = m_instruments.at(parent.request.instrument);
    std::vector<OrderId> children;
    std::vector<std::int64_t> meant;
    for (const OrderId id : m_orders.members(group)) {
        const Order& order = *m_orders.find(id);
        if (order.request.terms.parent || !order.open())
            continue;
        children.push_back(id);
        meant.push_back(order.asked.raw());
    }
    const auto found = m_blocks.find(group);
    const auto finish = [&](OrderId id, const std::string& reason) {
        auto report = ownReport("unallocated:" + std::to_string(id.value), id, OrderEvent::Expired);
        report.reason = reason;
        onReport(report, result);
    };
    if (children.empty())
        return;
    if (found == m_blocks.end()) {
        for (const OrderId id : children)
            finish(id, parent.state == OrderState::Rejected ? "oms.block-rejected" : "oms.block-not-filled");
        return;
    }
    const BlockSum sum = found->second;
    m_blocks.erase(found);
    const auto quantities = allocateProRata(sum.average.quantity(), meant, instrument.spec.lot);
    std::vector<std::int64_t> parts;
    if (quantities)
        for (const Quantity each : *quantities)
            parts.push_back(each.raw());
    const auto values = quantities ? shareMoney(sum.value, parts) : Result<std::vector<Money>>(quantities.error());
    const auto fees = values ? shareMoney(sum.fee, parts) : values;
    const auto taxes = fees ? shareMoney(sum.tax, parts) : fees;
    const Date settle = calendar(instrument).plus(m_tradingDay, instrument.spec.settlementDays);
    const Price average = sum.average.price();
    const Quantity total = parent.request.side == Side::Buy ? -sum.average.quantity() : sum.average.quantity();
    auto away = taxes ? allocatedAwayGroup(m_ledger, group, parent.request.account, instrument, total, average, sum.value, sum.fee, sum.tax, m_now,
                            m_tradingDay, settle)
                      : Result<TransferGroup>(taxes.error());
    if (!away) { // it stays in the house account, where it can be seen
        result.alerts.push_back({"oms.block-not-allocated", away.error().text(), parent.id, m_now});
        for (const OrderId id : children)
            finish(id, "oms.block-not-allocated");
        return;
    }
    post(std::move(*away), result);
    for (std::size_t i = 0; i < children.size(); ++i) {
        const Order& child = *m_orders.find(children[i]);
        if ((*quantities)[i].isPositive()) {
            auto report = ownReport("allocated:" + std::to_string(child.id.value), child.id,
                (*quantities)[i] >= child.leaves() ? OrderEvent::LastFill : OrderEvent::PartFill);
            report.brokerOrderId = parent.brokerOrderId;
            report.lastQuantity = (*quantities)[i];
            report.lastPrice = average;
            report.fee = (*fees)[i];
            report.tax = (*taxes)[i];
            onReport(report, result, (*values)[i]);
        }
        if (m_orders.find(children[i])->open())
            finish(children[i], "oms.block-not-filled");
    }
}

} // namespace rialto
