// SPDX-License-Identifier: GPL-3.0-or-later
#include "brokers/reconcile/reconciling_adapter.h"

#include <algorithm>

namespace rialto {

namespace {

bool ends(OrderEvent event)
{
    return event == OrderEvent::RejectedByBroker || event == OrderEvent::LastFill || event == OrderEvent::Cancelled || event == OrderEvent::Expired
           || event == OrderEvent::ConfirmedAbsent;
}

bool holds(const std::vector<OrderId>& ids, OrderId id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

} // namespace

class ReconcilingAdapter::Catcher : public BrokerEventSink {
public:
    Catcher(ReconcilingAdapter& owner, BrokerEventSink& sink) : m_owner(owner), m_sink(sink) {}
    void onBrokerEvent(const BrokerEvent& event) override
    {
        if (const auto* report = std::get_if<ExecutionReport>(&event))
            return m_owner.onReport(*report, m_sink);
        if (const auto* state = std::get_if<BrokerState>(&event))
            return m_owner.onState(*state, m_sink);
        if (const auto* changed = std::get_if<ConnectionChanged>(&event))
            m_owner.onConnection(*changed);
        m_sink.onBrokerEvent(event);
    }

private:
    ReconcilingAdapter& m_owner;
    BrokerEventSink& m_sink;
};

ReconcilingAdapter::ReconcilingAdapter(std::unique_ptr<BrokerAdapter> inner, ReconcileTerms terms) : m_inner(std::move(inner)), m_terms(terms) {}

std::size_t ReconcilingAdapter::undecided() const
{
    return static_cast<std::size_t>(std::count_if(m_orders.begin(), m_orders.end(), [](const auto& each) { return each.second.waits(); }));
}

void ReconcilingAdapter::start()
{
    m_startedAt.reset();
    m_inner->start();
}

void ReconcilingAdapter::submit(const BrokerOrder& order)
{
    track(order);
    m_inner->submit(order);
}

void ReconcilingAdapter::submitGroup(Link link, const std::vector<BrokerOrder>& orders)
{
    for (const BrokerOrder& order : orders)
        track(order);
    m_inner->submitGroup(link, orders);
}

void ReconcilingAdapter::track(const BrokerOrder& order)
{
    Tracked tracked;
    tracked.order = order;
    tracked.sentAt = tracked.askedAt = m_now;
    m_orders.insert_or_assign(order.id, std::move(tracked));
    m_kinds[order.id] = {order.instrument, order.side};
}

void ReconcilingAdapter::replace(OrderId order, Quantity quantity, Price limit)
{
    if (const auto it = m_orders.find(order); it != m_orders.end()) {
        it->second.replaceAsked = true;
        it->second.askedAt = m_now;
        it->second.stillSince.reset();
    }
    m_inner->replace(order, quantity, limit);
}

void ReconcilingAdapter::cancel(OrderId order)
{
    if (const auto it = m_orders.find(order); it != m_orders.end()) {
        it->second.cancelAsked = true;
        it->second.askedAt = m_now;
        it->second.stillSince.reset();
    }
    m_inner->cancel(order);
}

void ReconcilingAdapter::requestState(Timestamp since)
{
    m_wantedSince = m_wantedSince ? std::min(*m_wantedSince, since) : since;
    m_ownerWaits = true;
    m_mustAsk = true;
    ask();
}

void ReconcilingAdapter::ask()
{
    Timestamp since = (m_knownUntil ? *m_knownUntil : m_inner->venueTime(m_now)) + -m_terms.overlapNanos;
    if (m_wantedSince)
        since = std::min(since, *m_wantedSince);
    m_questions.push_back({m_now, m_inner->venueTime(m_now)});
    ++m_asked;
    m_inner->requestState(since);
}

void ReconcilingAdapter::forgetOldQuestions()
{
    m_questions.erase(std::remove_if(m_questions.begin(), m_questions.end(), [this](const Question& asked) { return m_now - asked.at > m_terms.horizonNanos; }),
        m_questions.end());
}

bool ReconcilingAdapter::shouldAsk() const
{
    if (m_down)
        return false;
    if (!m_questions.empty() && m_now - m_questions.back().at < m_terms.askAgainNanos)
        return false;
    return m_mustAsk || m_ownerWaits || std::any_of(m_orders.begin(), m_orders.end(), [this](const auto& each) {
        return each.second.waits() && m_now - each.second.askedAt >= m_terms.patienceNanos;
    });
}

void ReconcilingAdapter::poll(Timestamp now, BrokerEventSink& sink)
{
    m_now = now;
    if (!m_startedAt) {
        m_startedAt = now;
        if (!m_knownUntil)
            m_knownUntil = m_inner->venueTime(now);
    }
    Catcher catcher(*this, sink);
    m_inner->poll(now, catcher);
    forgetOldQuestions();
    if (shouldAsk())
        ask();
}

void ReconcilingAdapter::onConnection(const ConnectionChanged& changed)
{
    m_down = changed.state == ConnectionState::Lost || changed.state == ConnectionState::Connecting || changed.state == ConnectionState::Stopped;
    if (changed.state == ConnectionState::Lost)
        for (auto& [id, tracked] : m_orders)
            tracked.confirmed = false;
    if (changed.state == ConnectionState::Connected && !m_orders.empty())
        m_mustAsk = true;
}

void ReconcilingAdapter::onReport(const ExecutionReport& report, BrokerEventSink& sink)
{
    if (!m_seen.insert(report.executionId).second)
        return;
    if (report.lastQuantity.isPositive()) {
        const auto kind = m_kinds.find(report.order);
        if (kind == m_kinds.end())
            m_apart.reset();
        else
            m_positions[kind->second.first] += kind->second.second == Side::Buy ? report.lastQuantity : -report.lastQuantity;
    }
    const auto it = m_orders.find(report.order);
    if (it != m_orders.end()) {
        Tracked& tracked = it->second;
        // A refusal may say that the order never came, and a part fill leaves an unknown order unknown: they confirm nothing.
        if (report.event == OrderEvent::Accepted || report.event == OrderEvent::Replaced) {
            tracked.confirmed = true;
            tracked.absentSince.reset();
        }
        if (report.event == OrderEvent::CancelRefused)
            tracked.cancelAsked = false;
        if (report.event == OrderEvent::Replaced || report.event == OrderEvent::ReplaceRefused)
            tracked.replaceAsked = false;
        if (ends(report.event))
            m_orders.erase(it);
    }
    sink.onBrokerEvent(report);
}

void ReconcilingAdapter::tell(const Tracked& tracked, OrderEvent event, const char* reason, BrokerEventSink& sink)
{
    ExecutionReport report;
    // The host's time tells one run from the other.
    report.executionId = "settled:" + std::to_string(m_now.nanos) + ":" + std::to_string(++m_serial) + ":" + tracked.order.clientOrderId;
    report.order = tracked.order.id;
    report.event = event;
    report.reason = reason;
    report.time = m_inner->venueTime(m_now);
    sink.onBrokerEvent(report);
}

bool ReconcilingAdapter::settlePresent(Tracked& tracked, Timestamp askedAt, BrokerEventSink& sink)
{
    tracked.absentSince.reset();
    if (!tracked.confirmed) {
        tracked.confirmed = true;
        tell(tracked, OrderEvent::Accepted, "", sink);
    }
    if (!tracked.cancelAsked && !tracked.replaceAsked)
        return true;
    if (askedAt < tracked.askedAt)
        return false;
    if (!tracked.stillSince)
        tracked.stillSince = askedAt;
    if (askedAt - *tracked.stillSince < m_terms.horizonNanos)
        return false;
    if (std::exchange(tracked.cancelAsked, false))
        tell(tracked, OrderEvent::CancelRefused, "broker.cancel-lost", sink);
    if (std::exchange(tracked.replaceAsked, false))
        tell(tracked, OrderEvent::ReplaceRefused, "broker.replace-lost", sink);
    return true;
}

bool ReconcilingAdapter::settleAbsent(Tracked& tracked, Timestamp askedAt, BrokerEventSink& sink)
{
    if (askedAt < tracked.sentAt)
        return false;
    if (!tracked.absentSince)
        tracked.absentSince = askedAt;
    if (askedAt - *tracked.absentSince < m_terms.horizonNanos)
        return false;
    tell(tracked, OrderEvent::ConfirmedAbsent, "oms.not-known-to-broker", sink);
    return true;
}

void ReconcilingAdapter::onState(BrokerState state, BrokerEventSink& sink)
{
    forgetOldQuestions();
    if (m_questions.empty())
        return; // nobody can have asked for this
    const Timestamp askedAt = m_questions.front().at;
    const bool whole = std::all_of(state.executions.begin(), state.executions.end(), [this](const std::string& id) { return m_seen.count(id) != 0; });
    if (!whole) {
        m_mustAsk = true;
        return;
    }
    bool open = false;
    for (auto it = m_orders.begin(); it != m_orders.end();) {
        Tracked& tracked = it->second;
        const bool listed = holds(state.openOrders, it->first);
        const bool settled = holds(state.undecided, it->first) ? false : listed ? settlePresent(tracked, askedAt, sink) : settleAbsent(tracked, askedAt, sink);
        if (!settled) {
            open = true;
            if (!listed && !holds(state.undecided, it->first))
                state.undecided.push_back(it->first);
        }
        it = settled && !listed ? m_orders.erase(it) : std::next(it);
    }
    m_mustAsk = open;
    if (state.positions)
        comparePositions(*state.positions);
    m_knownUntil = m_questions.front().venueTime;
    if (m_ownerWaits && m_startedAt && askedAt - *m_startedAt < m_terms.horizonNanos)
        return; // an order of an earlier run may still be on its way
    m_ownerWaits = false;
    m_wantedSince.reset();
    sink.onBrokerEvent(state);
}

void ReconcilingAdapter::comparePositions(const std::vector<BrokerPosition>& positions)
{
    std::map<InstrumentId, Quantity> theirs;
    for (const auto& position : positions)
        theirs[position.instrument] += position.quantity;
    for (const auto& [instrument, quantity] : m_positions)
        theirs[instrument] += -quantity;
    const auto clean = [](std::map<InstrumentId, Quantity> map) {
        for (auto it = map.begin(); it != map.end();)
            it = it->second.isZero() ? map.erase(it) : std::next(it);
        return map;
    };
    theirs = clean(std::move(theirs));
    if (!m_apart) {
        m_apart = theirs;
        return;
    }
    const bool differs = theirs != *m_apart;
    if (differs && m_differed) // once may be an execution on its way
        for (const auto& [instrument, quantity] : theirs)
            if (const auto it = m_apart->find(instrument); it == m_apart->end() || it->second != quantity)
                m_problems.push_back({"broker.position-differs", std::to_string(instrument.value) + " by " + quantity.text()});
    m_differed = differs;
}

} // namespace rialto
