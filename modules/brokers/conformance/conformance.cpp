// SPDX-License-Identifier: GPL-3.0-or-later
#include "brokers/conformance/conformance.h"

#include "brokers/conformance/case_desk.h"

#include <algorithm>

namespace rialto {

namespace conformance {

void CaseDesk::onBrokerEvent(const BrokerEvent& event)
{
    ++heard;
    if (const auto* report = std::get_if<ExecutionReport>(&event)) {
        ++ordersHeard;
        const bool known = std::any_of(reports.begin(), reports.end(), [&](const auto& each) { return each.executionId == report->executionId; });
        if (!known)
            reports.push_back(*report);
    } else if (const auto* state = std::get_if<BrokerState>(&event)) {
        states.push_back(*state);
    } else if (const auto* changed = std::get_if<ConnectionChanged>(&event)) {
        connections.push_back(*changed);
        connected = changed->state == ConnectionState::Connected;
    } else if (const auto* depth = std::get_if<DepthUpdate>(&event)) {
        depths.push_back(*depth);
    } else if (const auto* quote = std::get_if<Quote>(&event)) {
        if (quotes.size() < 1000)
            quotes.push_back(*quote);
    }
}

BrokerOrder CaseDesk::order(OrderType type, TimeInForce tif, Price limit)
{
    BrokerOrder made;
    made.id = OrderId(m_next++);
    made.clientOrderId = terms.clientOrderPrefix + std::to_string(made.id.value);
    made.instrument = terms.instrument;
    made.side = Side::Buy;
    made.type = type;
    made.tif = tif;
    made.quantity = terms.quantity;
    if (type == OrderType::Limit)
        made.limit = limit;
    return made;
}

BrokerOrder CaseDesk::resting() { return order(OrderType::Limit, can(TimeInForce::Gtc) ? TimeInForce::Gtc : TimeInForce::Day, terms.restingBuy); }

bool CaseDesk::can(OrderType type) const
{
    return std::find(capabilities.orderTypes.begin(), capabilities.orderTypes.end(), type) != capabilities.orderTypes.end();
}

bool CaseDesk::can(TimeInForce tif) const
{
    return std::find(capabilities.timesInForce.begin(), capabilities.timesInForce.end(), tif) != capabilities.timesInForce.end();
}

bool CaseDesk::until(const std::function<bool()>& condition)
{
    m_now = terms.letPass();
    const Timestamp end = m_now + terms.patienceNanos;
    for (;;) {
        broker.poll(m_now, *this);
        if (condition())
            return true;
        if (m_now >= end)
            return false;
        m_now = terms.letPass();
    }
}

void CaseDesk::wait()
{
    m_now = terms.letPass();
    const Timestamp end = m_now + terms.patienceNanos / 5;
    while (m_now < end) {
        broker.poll(m_now, *this);
        m_now = terms.letPass();
    }
}

std::vector<ExecutionReport> CaseDesk::of(OrderId order) const
{
    std::vector<ExecutionReport> found;
    std::copy_if(reports.begin(), reports.end(), std::back_inserter(found), [&](const auto& each) { return each.order == order; });
    return found;
}

int CaseDesk::count(OrderId order, OrderEvent event) const
{
    return static_cast<int>(std::count_if(reports.begin(), reports.end(), [&](const auto& each) { return each.order == order && each.event == event; }));
}

Quantity CaseDesk::filled(OrderId order) const
{
    Quantity sum;
    for (const auto& each : reports)
        if (each.order == order)
            sum += each.lastQuantity;
    return sum;
}

bool CaseDesk::ended(OrderId order) const
{
    return std::any_of(reports.begin(), reports.end(), [&](const auto& each) {
        return each.order == order && (each.event == OrderEvent::RejectedByBroker || each.event == OrderEvent::LastFill || each.event == OrderEvent::Cancelled || each.event == OrderEvent::Expired);
    });
}

std::string CaseDesk::story(OrderId order) const
{
    std::string text;
    for (const auto& each : reports)
        if (each.order == order)
            text += (text.empty() ? "" : " ") + std::string(name(each.event)) + (each.reason.empty() ? "" : "(" + each.reason + ")");
    return text.empty() ? "nothing was said" : "told: " + text;
}

std::optional<BrokerState> CaseDesk::askState(Timestamp since)
{
    const std::size_t before = states.size();
    broker.requestState(since);
    if (!until([&] { return states.size() > before; }))
        return std::nullopt;
    return states.back();
}

bool CaseDesk::accepted(const BrokerOrder& order)
{
    broker.submit(order);
    return until([&] { return count(order.id, OrderEvent::Accepted) > 0; });
}

bool CaseDesk::cleared(OrderId order)
{
    if (ended(order))
        return true;
    broker.cancel(order);
    return until([&] { return ended(order); });
}

} // namespace conformance

int ConformanceReport::passed() const
{
    return static_cast<int>(std::count_if(cases.begin(), cases.end(), [](const auto& each) { return each.outcome == CaseOutcome::Passed; }));
}

int ConformanceReport::failed() const
{
    return static_cast<int>(std::count_if(cases.begin(), cases.end(), [](const auto& each) { return each.outcome == CaseOutcome::Failed; }));
}

int ConformanceReport::score() const
{
    const int all = passed() + failed();
    return all == 0 ? 0 : passed() * 100 / all;
}

namespace {

std::vector<conformance::Case> everyCase()
{
    auto cases = conformance::lifeCases();
    const auto more = conformance::tradeCases();
    cases.insert(cases.end(), more.begin(), more.end());
    return cases;
}

} // namespace

std::vector<CaseResult> conformanceCases()
{
    std::vector<CaseResult> list;
    for (const auto& each : everyCase())
        list.push_back({each.number, each.title, CaseOutcome::NotApplicable, ""});
    return list;
}

ConformanceReport checkConformance(BrokerAdapter& adapter, const ConformanceTerms& terms)
{
    conformance::CaseDesk desk(adapter, terms);
    ConformanceReport report;
    for (const auto& each : everyCase()) {
        CaseResult result{each.number, each.title, CaseOutcome::Passed, ""};
        if (each.number > 101 && !desk.connected && each.number < 800) {
            result.outcome = CaseOutcome::Failed;
            result.detail = "there is no connection";
        } else if (const std::string said = each.run(desk); said.rfind(conformance::kNotApplicable, 0) == 0) {
            result.outcome = CaseOutcome::NotApplicable;
            result.detail = said.substr(sizeof(conformance::kNotApplicable) - 1);
        } else if (!said.empty()) {
            result.outcome = CaseOutcome::Failed;
            result.detail = said;
        }
        report.cases.push_back(std::move(result));
    }
    return report;
}

} // namespace rialto
