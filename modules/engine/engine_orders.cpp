// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the engine that deals with orders; see engine.h.
#include "engine/engine.h"

#include "engine/prepared.h"

#include <algorithm>

namespace rialto {

namespace {

// What an order may say at most: beyond it sums of a day would leave 64 bits. 2^58 raw is some 2.8 billion units.
constexpr std::int64_t kLargestRaw = std::int64_t(1) << 58;
constexpr std::int64_t kLargestMinor = std::int64_t(1) << 55;

bool fits(std::int64_t raw, std::int64_t largest) { return raw <= largest && raw >= -largest; }

std::string clientOrderId(OrderId id) { return "R" + std::to_string(id.value); }

// The worst price that an order may cost: its limit, or the reference plus the collar for a market order.
std::optional<Price> worstPrice(const OrderRequest& request, std::optional<Price> reference, int collarPerMille)
{
    if (needsLimit(request.type) || (request.type == OrderType::Pegged && !request.limit.isZero()))
        return request.limit;
    if (waitsForTrigger(request.type) && !request.terms.trigger.isZero() && request.side == Side::Buy && (!reference || *reference < request.terms.trigger))
        reference = request.terms.trigger; // it enters there
    if (!reference)
        return std::nullopt;
    const auto room = mulDiv(reference->raw(), collarPerMille, 1000, Rounding::Up);
    if (!room)
        return std::nullopt;
    return request.side == Side::Buy ? Price::fromRaw(addChecked(reference->raw(), *room)) : *reference;
}

Quantity openingPart(Quantity position, const OrderRequest& request)
{
    const Quantity after = request.side == Side::Buy ? position + request.quantity : position - request.quantity;
    const Quantity opens = after.abs() - position.abs();
    return opens.isPositive() ? opens : Quantity();
}

} // namespace

Engine::Prepared Engine::prepare(const OrderRequest& request) const
{
    Prepared prepared;
    const auto instrument = m_instruments.find(request.instrument);
    if (instrument == m_instruments.end())
        prepared.refusals.push_back({"engine.instrument-unknown", std::to_string(request.instrument.value)});
    if (m_accounts.count(request.account) == 0)
        prepared.refusals.push_back({"engine.account-unknown", std::to_string(request.account.value)});
    if (request.commandId.empty() || request.commandId.size() > 64)
        prepared.refusals.push_back({"engine.command-id", request.commandId.substr(0, 80)});
    if (needsLimit(request.type) && !request.limit.isPositive() && instrument != m_instruments.end()
        && instrument->second.assetClass() != AssetClass::Future)
        prepared.refusals.push_back({"engine.limit-missing", request.limit.text()});
    if (!request.quantity.isPositive())
        prepared.refusals.push_back({"engine.quantity-not-positive", request.quantity.text()});
    const bool sized = fits(request.quantity.raw(), kLargestRaw) && fits(request.limit.raw(), kLargestRaw) && fits(request.terms.trigger.raw(), kLargestRaw)
        && fits(request.terms.trail.raw(), kLargestRaw) && fits(request.terms.pegOffset.raw(), kLargestRaw) && fits(request.terms.display.raw(), kLargestRaw);
    if (!sized)
        prepared.refusals.push_back({"domain.notional-range", request.quantity.text()});
    if (waitsForTrigger(request.type) && !trails(request.type) && request.terms.trigger.isZero())
        prepared.refusals.push_back({"engine.trigger-missing", std::string(name(request.type))});
    if (trails(request.type) && request.terms.trail.isPositive() == (request.terms.trailBasisPoints > 0))
        prepared.refusals.push_back({"engine.trail-missing", std::string(name(request.type))});
    if (request.tif == TimeInForce::Gtd && request.terms.goodTill < m_tradingDay)
        prepared.refusals.push_back({"engine.good-till-past", request.terms.goodTill == Date() ? "" : request.terms.goodTill.text()});
    if (const auto route = routeOf(request, m_able); !route.refusal.empty() && request.terms.link != Link::Block)
        prepared.refusals.push_back({route.refusal, route.detail});
    if (!prepared.refusals.empty())
        return prepared;

    const auto reference = mark(request.instrument);
    const Quantity position = m_ledger.position(request.account, request.instrument);
    const auto worst = worstPrice(request, reference, m_limits.collarPerMille);
    if (worst) {
        const bool future = instrument->second.assetClass() == AssetClass::Future;
        const Quantity reserveFor = future ? openingPart(position, request) : request.quantity;
        const auto value = valueOf(instrument->second, *worst, request.quantity);
        if (value && !fits(value->minor(), kLargestMinor)) {
            prepared.refusals.push_back({"domain.notional-range", request.quantity.text()});
            return prepared;
        }
        const auto allowance = value ? scale(*value, m_limits.feeAllowancePerMille, 1000, Rounding::Up) : value;
        const auto need = allowance ? reservationFor(instrument->second, request.side, reserveFor, *worst, *allowance)
                                    : Result<ReservationNeed>(allowance.error());
        if (!need) {
            prepared.refusals.push_back({need.error().code, need.error().detail});
            return prepared;
        }
        prepared.need = *need;
    }
    RiskContext context{request, instrument->second, m_limits, reference, prepared.need.amount,
        prepared.need.asset.key == 0 ? 0 : m_ledger.available(request.account, prepared.need.asset), position,
        m_orders.openOrders(request.account), true};
    prepared.refusals = m_gate.check(context);
    gateDesk(request, instrument->second, prepared);
    gateMandates(request, instrument->second, prepared);
    return prepared;
}

std::vector<Refusal> Engine::preview(const OrderRequest& request) const { return prepare(request).refusals; }

Result<std::int64_t> Engine::previewNeed(const OrderRequest& request) const
{
    const auto prepared = prepare(request);
    if (prepared.need.asset.key == 0)
        return notFound("engine.no-estimate");
    return prepared.need.amount;
}

ExecutionReport Engine::ownReport(const std::string& executionId, OrderId order, OrderEvent event) const
{
    ExecutionReport report;
    report.executionId = executionId;
    report.order = order;
    report.event = event;
    report.time = m_now;
    return report;
}

void Engine::handle(const PlaceOrder& input, StepResult& result)
{
    if (const Order* known = m_orders.findByCommand(input.request.commandId)) {
        result.reply.accepted = known->state != OrderState::Rejected;
        result.reply.repeated = true;
        result.reply.order = known->id;
        if (!known->reason.empty())
            result.reply.refusals.push_back({known->reason, ""});
        return;
    }
    const auto prepared = prepare(input.request);
    const auto instrument = m_instruments.find(input.request.instrument);
    const bool nameable = instrument != m_instruments.end() && m_accounts.count(input.request.account) != 0
        && !input.request.commandId.empty() && input.request.commandId.size() <= 64;
    if (!nameable) { // nothing that a blotter could show
        result.reply.refusals = prepared.refusals;
        return;
    }
    const OrderId id = enterOrder(input.request, instrument->second, OrderState::PendingNew, result);
    result.reply.order = id;
    if (!prepared.refusals.empty()) {
        auto report = ownReport("risk:" + std::to_string(id.value), id, OrderEvent::RejectedByBroker);
        report.reason = prepared.refusals.front().code;
        result.reply.refusals = prepared.refusals;
        return onReport(report, result);
    }
    if (prepared.need.amount > 0)
        post(reserveGroup(*m_orders.find(id), input.request.commandId, prepared.need, m_now, m_tradingDay), result);
    result.reply.accepted = true;
    warn(prepared, id, result);
    send(id, result);
}

void Engine::warn(const Prepared& prepared, OrderId order, StepResult& result) const
{
    for (const auto& warning : prepared.warnings) {
        result.alerts.push_back({warning.code, warning.detail, order, m_now});
        result.reply.warnings.push_back(warning);
    }
}

OrderId Engine::enterOrder(const OrderRequest& request, const Instrument& instrument, OrderState state, StepResult& result)
{
    Order order;
    order.id = m_orders.nextId();
    order.request = request;
    order.state = state;
    order.filledValue = Money::zero(instrument.spec.currency);
    order.createdAt = m_now;
    order.updatedAt = m_now;
    const auto added = m_orders.add(order);
    RIALTO_CHECK(added.ok(), "a fresh order is refused by the order manager");
    countEntered(order);
    result.facts.emplace_back(std::move(order));
    return *added;
}

BrokerOrder Engine::brokerOrder(const Order& order) const
{
    BrokerOrder out{order.id, clientOrderId(order.id), order.request.instrument, order.request.side, order.request.type, order.request.tif,
        order.leaves(), order.request.limit, order.filled, order.request.terms};
    const auto route = routeOf(order.request, m_able);
    out.tif = route.tif;
    out.type = order.triggered ? triggeredType(order.request.type) : route.type;
    return out;
}

// Sends the order, or keeps it here when its trigger is watched here.
void Engine::send(OrderId id, StepResult& result)
{
    const Order& order = *m_orders.find(id);
    const auto route = routeOf(order.request, m_able);
    for (const auto& note : route.notes)
        if (std::find(result.reply.notes.begin(), result.reply.notes.end(), note) == result.reply.notes.end())
            result.reply.notes.push_back(note);
    if (route.held) {
        auto report = ownReport("held:" + std::to_string(id.value), id, OrderEvent::Held);
        report.reason = route.notes.front();
        return onReport(report, result);
    }
    result.send.emplace_back(SubmitCommand{brokerOrder(order)});
}

void Engine::handle(const CancelOrder& input, StepResult& result)
{
    const Order* order = m_orders.find(input.order);
    if (order == nullptr)
        return refuse(result, "oms.order-unknown", std::to_string(input.order.value));
    result.reply.order = order->id;
    if (order->state == OrderState::PendingCancel || m_orders.seen("cancel:" + input.commandId)) {
        result.reply.accepted = true;
        result.reply.repeated = true;
        return;
    }
    if (order->request.terms.link == Link::Block && !order->request.terms.parent)
        return refuse(result, "oms.share-of-a-block", order->request.terms.group);
    if (order->state == OrderState::Held) {
        result.reply.accepted = true;
        return endHeld(order->id, OrderEvent::Cancelled, "", result);
    }
    if (!next(order->state, OrderEvent::CancelAsked).legal)
        return refuse(result, "oms.not-cancellable", std::string(name(order->state)));
    result.reply.accepted = true;
    askCancel(order->id, input.commandId, result);
}

void Engine::askCancel(OrderId id, const std::string& commandId, StepResult& result)
{
    onReport(ownReport("cancel:" + commandId, id, OrderEvent::CancelAsked), result);
    result.send.emplace_back(CancelCommand{id});
}

void Engine::handle(const ReplaceOrder& input, StepResult& result)
{
    const Order* order = m_orders.find(input.order);
    if (order == nullptr)
        return refuse(result, "oms.order-unknown", std::to_string(input.order.value));
    result.reply.order = order->id;
    if (m_orders.seen("replace:" + input.commandId)) {
        result.reply.accepted = true;
        result.reply.repeated = true;
        return;
    }
    const bool held = order->state == OrderState::Held;
    const OrderTerms& terms = order->request.terms;
    if (terms.link == Link::Block || (terms.link != Link::None && input.quantity != order->request.quantity))
        return refuse(result, "oms.group-quantity-fixed", terms.group);
    if (!held && !next(order->state, OrderEvent::ReplaceAsked).legal)
        return refuse(result, "oms.not-replaceable", std::string(name(order->state)));
    if (input.quantity <= order->filled)
        return refuse(result, "oms.quantity-below-filled", "filled " + order->filled.text());
    OrderRequest changed = order->request;
    changed.quantity = input.quantity - order->filled; // what would still be open
    changed.limit = input.limit;
    auto prepared = prepare(changed);
    // What the order has set aside already counts as available for its own replacement.
    const auto reserved = m_ledger.reservation(order->id);
    const bool child = terms.link != Link::None && !terms.parent; // its group sets aside what it needs
    const std::int64_t extra = child ? 0 : prepared.need.amount - (reserved ? reserved->remaining : 0);
    const bool enough = prepared.need.asset.key == 0 || extra <= m_ledger.available(order->request.account, prepared.need.asset);
    prepared.refusals.erase(std::remove_if(prepared.refusals.begin(), prepared.refusals.end(),
                                [&](const Refusal& refusal) {
                                    return enough && (refusal.code == "risk.funds" || refusal.code == "risk.position");
                                }),
        prepared.refusals.end());
    if (!prepared.refusals.empty()) {
        result.reply.refusals = prepared.refusals;
        return;
    }
    if (extra > 0)
        post(reserveGroup(*order, input.commandId, {prepared.need.asset, extra}, m_now, m_tradingDay), result);
    auto report = ownReport("replace:" + input.commandId, order->id, held ? OrderEvent::Replaced : OrderEvent::ReplaceAsked);
    report.newQuantity = input.quantity;
    report.newLimit = input.limit;
    onReport(report, result);
    result.reply.accepted = true;
    if (held)
        return;
    result.send.emplace_back(ReplaceCommand{order->id, input.quantity, input.limit});
}

void Engine::handle(const BrokerSaid& input, StepResult& result)
{
    if (const auto* report = std::get_if<ExecutionReport>(&input.event))
        return onReport(*report, result);
    if (const auto* quote = std::get_if<Quote>(&input.event))
        return onQuote(*quote, result);
    if (const auto* state = std::get_if<BrokerState>(&input.event))
        return onBrokerState(*state, result);
    if (const auto* closed = std::get_if<SessionClosed>(&input.event))
        return onSessionClosed(*closed, result);
    const auto* connection = std::get_if<ConnectionChanged>(&input.event);
    if (connection != nullptr && connection->state == ConnectionState::Lost)
        for (const OrderId id : m_orders.openOrders())
            if (m_orders.find(id)->state != OrderState::Held)
                onReport(ownReport("lost:" + std::to_string(m_now.nanos) + ":" + std::to_string(id.value), id, OrderEvent::Lost), result);
}

void Engine::onReport(const ExecutionReport& report, StepResult& result, const std::optional<Money>& exact)
{
    const Order* order = m_orders.find(report.order);
    if (order == nullptr) {
        result.alerts.push_back({"oms.order-unknown", report.executionId, report.order, m_now});
        return;
    }
    const Instrument& instrument = m_instruments.at(order->request.instrument);
    const bool fill = report.event == OrderEvent::PartFill || report.event == OrderEvent::LastFill;
    Money value = Money::zero(instrument.spec.currency);
    std::optional<TransferGroup> group;
    if (fill && !m_orders.seen(report.executionId)) {
        const auto worth = valueOf(instrument, report.lastPrice, report.lastQuantity);
        const Date settle = calendar(instrument).plus(m_tradingDay, instrument.spec.settlementDays);
        auto posting = fillGroup(m_ledger, {*order, instrument, report, m_tradingDay, settle, m_now, exact});
        if (!worth || !posting) {
            result.alerts.push_back({"oms.fill-unbookable", report.executionId, report.order, m_now});
            return;
        }
        value = *worth;
        group = std::move(*posting);
    }
    const auto applied = m_orders.apply(report, value);
    if (!applied) {
        result.alerts.push_back({applied.error().code, applied.error().detail, report.order, m_now});
        return;
    }
    if (applied->outcome == OrderManager::Outcome::Duplicate)
        return;
    result.facts.emplace_back(report);
    countReport(applied->before, applied->after, report, value);
    if (group) {
        m_fills.push_back(report);
        post(std::move(*group), result);
    }
    if (applied->alert)
        result.alerts.push_back({"oms.surprising-report", std::string(name(applied->before.state)) + " + " + std::string(name(report.event)),
            report.order, m_now});
    if (applied->before.open() && !applied->after.open())
        release(report.order, report.executionId, result);
    // Thrown while the line was down, or with a cancel that the line swallowed: the kill switch asks again once the order is known.
    const bool backAgain = report.event == OrderEvent::Accepted && applied->before.state == OrderState::Unknown;
    if ((backAgain || report.event == OrderEvent::CancelRefused) && m_limitBook.killed(applied->after.request.account)
        && next(m_orders.find(report.order)->state, OrderEvent::CancelAsked).legal)
        askCancel(report.order, "kill:" + std::to_string(report.order.value) + ":" + std::to_string(m_now.nanos), result);
    const Order& after = *m_orders.find(report.order);
    if (after.request.terms.link == Link::None)
        return;
    if (after.request.terms.link == Link::Block) {
        if (after.request.terms.parent && applied->before.open() && !after.open())
            allocateBlock(after, result);
        return;
    }
    if (fill || applied->before.open() != after.open())
        reserveForGroup(after.request.terms.group, report.executionId, result);
    if (m_orders.managedHere(after.request.terms.group) && report.event != OrderEvent::Held // all wait before one goes
        && report.event != OrderEvent::ReplaceRefused)                                            // asking again at once would never end
        manageGroup(after.request.terms.group, result);
}

void Engine::release(OrderId order, const std::string& why, StepResult& result)
{
    if (const auto held = m_ledger.reservation(order))
        post(releaseGroup(order, *held, why, m_now, m_tradingDay), result);
}

void Engine::noteStateAsked()
{
    m_askedAbout.clear();
    for (const OrderId id : m_orders.openOrders())
        if (m_orders.find(id)->state != OrderState::Held) // no broker has heard of it
            m_askedAbout.push_back(id);
}

void Engine::onBrokerState(const BrokerState& state, StepResult& result)
{
    const auto holds = [](const std::vector<OrderId>& ids, OrderId id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    for (const OrderId id : std::exchange(m_askedAbout, {})) {
        if (!m_orders.find(id)->open() || m_orders.find(id)->state == OrderState::Held)
            continue;
        if (holds(state.undecided, id)) { // a later answer will speak of it
            m_askedAbout.push_back(id);
            continue;
        }
        const bool known = holds(state.openOrders, id);
        const std::string stamp = std::to_string(state.time.nanos) + ":" + std::to_string(id.value);
        if (!known) {
            auto report = ownReport("absent:" + stamp, id, OrderEvent::ConfirmedAbsent);
            report.reason = "oms.not-known-to-broker";
            onReport(report, result);
        } else if (m_orders.find(id)->state == OrderState::Unknown) {
            onReport(ownReport("present:" + stamp, id, OrderEvent::Accepted), result);
        }
    }
}

void Engine::onSessionClosed(const SessionClosed& closed, StepResult& result)
{
    for (const auto& [accountId, instrumentId] : m_futures) {
        const Instrument& instrument = m_instruments.at(instrumentId);
        const auto settlement = mark(instrumentId);
        if (!settlement)
            continue;
        auto group = variationGroup(m_ledger, accountId, instrument, *settlement, closed.time, closed.day);
        if (!group)
            result.alerts.push_back({group.error().code, instrument.symbol, OrderId(), m_now});
        else if (!group->transfers.empty())
            post(std::move(*group), result);
    }
    expireHeld(closed.day, result);
}

std::vector<BrokerCommand> Engine::resubmissions() const
{
    std::vector<BrokerCommand> commands;
    std::map<std::string, SubmitGroupCommand> groups;
    std::vector<OrderId> cancels;
    for (const OrderId id : m_orders.openOrders()) {
        const Order& order = *m_orders.find(id);
        if (!order.leaves().isPositive() || order.state == OrderState::Held)
            continue;
        if (order.state == OrderState::PendingCancel)
            cancels.push_back(id);
        const OrderTerms& terms = order.request.terms;
        const bool native = terms.link != Link::None && terms.link != Link::Block && !m_orders.managedHere(terms.group);
        if (native) {
            auto& group = groups[terms.group];
            group.link = terms.link;
            group.orders.push_back(brokerOrder(order));
        } else {
            commands.emplace_back(SubmitCommand{brokerOrder(order)});
        }
    }
    for (auto& [name, group] : groups) {
        const bool parentGone = group.link != Link::Oco && !group.orders.front().terms.parent;
        if (parentGone && group.link == Link::Bracket)
            group.link = Link::Oco; // what is left of it
        if (group.orders.size() > 1 && !(parentGone && group.link == Link::Oto)) {
            commands.emplace_back(std::move(group));
            continue;
        }
        for (const auto& order : group.orders)
            commands.emplace_back(SubmitCommand{order});
    }
    for (const OrderId id : cancels)
        commands.emplace_back(CancelCommand{id});
    return commands;
}

} // namespace rialto
