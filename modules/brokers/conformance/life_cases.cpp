// SPDX-License-Identifier: GPL-3.0-or-later
// Cases 1xx to 3xx: connection, the life of an order, replacement.
#include "brokers/conformance/case_desk.h"

#include <algorithm>

namespace rialto::conformance {

namespace {


std::string connects(CaseDesk& desk)
{
    desk.broker.start();
    return desk.until([&] { return desk.connected; }) ? "" : "Connected was not told";
}

std::string startsOnce(CaseDesk& desk)
{
    const auto before = desk.connections.size();
    desk.broker.start();
    desk.wait();
    for (std::size_t i = before; i < desk.connections.size(); ++i)
        if (desk.connections[i].state != ConnectionState::Connected)
            return "a second start disturbed the connection";
    return "";
}

std::string namesItself(CaseDesk& desk)
{
    const std::string id = desk.broker.id();
    const bool fine = !id.empty() && id.size() <= 32 && std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    return fine ? "" : "the id \"" + id + "\" is no short word of a-z, 0-9 and '-'";
}

std::string capabilitiesAreTrue(CaseDesk& desk)
{
    const auto again = desk.broker.capabilities();
    if (again.orderTypes != desk.capabilities.orderTypes || again.timesInForce != desk.capabilities.timesInForce || again.replace != desk.capabilities.replace)
        return "they change while it runs";
    if (!desk.can(OrderType::Limit))
        return "limit orders are missing";
    return desk.can(TimeInForce::Day) || desk.can(TimeInForce::Gtc) ? "" : "neither day nor gtc orders can rest";
}

std::string acceptsOnce(CaseDesk& desk)
{
    const auto order = desk.resting();
    if (!desk.accepted(order))
        return desk.story(order.id);
    desk.wait();
    const int times = desk.count(order.id, OrderEvent::Accepted);
    const std::string story = desk.story(order.id);
    const bool cleared = desk.cleared(order.id);
    return times == 1 && cleared ? "" : story;
}

std::string cancels(CaseDesk& desk)
{
    const auto order = desk.resting();
    if (!desk.accepted(order))
        return desk.story(order.id);
    desk.broker.cancel(order.id);
    if (!desk.until([&] { return desk.ended(order.id); }))
        return desk.story(order.id);
    return desk.count(order.id, OrderEvent::Cancelled) == 1 ? "" : desk.story(order.id);
}

std::string repeatsPlaceNothing(CaseDesk& desk)
{
    const auto order = desk.resting();
    if (!desk.accepted(order))
        return desk.story(order.id);
    desk.broker.submit(order);
    desk.wait();
    if (desk.count(order.id, OrderEvent::RejectedByBroker) > 0) {
        desk.cleared(order.id);
        return "the repeat was told as a rejection of the order; " + desk.story(order.id);
    }
    if (!desk.cleared(order.id))
        return desk.story(order.id);
    const auto state = desk.askState(desk.now() + -kNanosPerMinute);
    if (!state)
        return "the state was not told";
    return std::find(state->openOrders.begin(), state->openOrders.end(), order.id) == state->openOrders.end() ? "" : "a second order is open";
}

std::string repeatsAfterTheEnd(CaseDesk& desk)
{
    const auto order = desk.resting();
    if (!desk.accepted(order) || !desk.cleared(order.id))
        return desk.story(order.id);
    desk.broker.submit(order);
    desk.wait();
    const auto state = desk.askState(desk.now() + -kNanosPerMinute);
    if (!state)
        return "the state was not told";
    const bool open = std::find(state->openOrders.begin(), state->openOrders.end(), order.id) != state->openOrders.end();
    if (open)
        desk.broker.cancel(order.id);
    return open || desk.count(order.id, OrderEvent::Accepted) > 1 ? "an ended order was placed again; " + desk.story(order.id) : "";
}

std::string refusesLateCancels(CaseDesk& desk)
{
    const auto order = desk.resting();
    if (!desk.accepted(order) || !desk.cleared(order.id))
        return desk.story(order.id);
    desk.broker.cancel(order.id);
    return desk.until([&] { return desk.count(order.id, OrderEvent::CancelRefused) > 0; }) ? "" : desk.story(order.id);
}

std::string refusesCancelsOfStrangers(CaseDesk& desk)
{
    const auto order = desk.resting(); // never sent
    desk.broker.cancel(order.id);
    return desk.until([&] { return desk.count(order.id, OrderEvent::CancelRefused) > 0; }) ? "" : desk.story(order.id);
}

std::string refusedWithReason(CaseDesk& desk, const BrokerOrder& order)
{
    desk.broker.submit(order);
    if (!desk.until([&] { return desk.ended(order.id); })) {
        desk.broker.cancel(order.id);
        desk.wait();
        return desk.story(order.id);
    }
    for (const auto& report : desk.of(order.id))
        if (report.event == OrderEvent::RejectedByBroker)
            return report.reason.empty() ? "it was rejected without a reason" : "";
    return desk.story(order.id);
}

std::string refusesNothing(CaseDesk& desk)
{
    auto order = desk.resting();
    order.quantity = Quantity();
    return refusedWithReason(desk, order);
}

std::string refusesUnknownInstruments(CaseDesk& desk)
{
    auto order = desk.resting();
    order.instrument = desk.terms.strangerInstrument;
    return refusedWithReason(desk, order);
}

std::string nothingIsOddInReports(CaseDesk& desk)
{
    for (const auto& report : desk.reports) {
        if (report.executionId.empty() || report.executionId.size() > 200)
            return "an execution id is empty or longer than 200 characters";
        if (!report.order.valid())
            return "a report names no order";
        if (report.time.nanos <= 0)
            return "a report of order " + std::to_string(report.order.value) + " has no time";
    }
    return desk.reports.empty() ? "no report was told" : "";
}

std::string replaces(CaseDesk& desk)
{
    if (!desk.capabilities.replace)
        return notApplicable("it does not replace");
    const auto order = desk.resting();
    if (!desk.accepted(order))
        return desk.story(order.id);
    const Quantity more = order.quantity + order.quantity;
    desk.broker.replace(order.id, more, desk.terms.otherRestingBuy);
    const bool told = desk.until([&] { return desk.count(order.id, OrderEvent::Replaced) > 0; });
    const auto reports = desk.of(order.id);
    const std::string story = desk.story(order.id);
    if (!desk.cleared(order.id))
        return "the replaced order cannot be cancelled; " + desk.story(order.id);
    if (!told)
        return story;
    for (const auto& report : reports)
        if (report.event == OrderEvent::Replaced && (report.newQuantity != more || report.newLimit != desk.terms.otherRestingBuy))
            return "told " + report.newQuantity.text() + " at " + report.newLimit.text() + " instead of what was asked";
    return "";
}

std::string refusesLateReplacements(CaseDesk& desk)
{
    if (!desk.capabilities.replace)
        return notApplicable("it does not replace");
    const auto order = desk.resting();
    if (!desk.accepted(order) || !desk.cleared(order.id))
        return desk.story(order.id);
    desk.broker.replace(order.id, order.quantity + order.quantity, order.limit);
    return desk.until([&] { return desk.count(order.id, OrderEvent::ReplaceRefused) > 0; }) ? "" : desk.story(order.id);
}

std::string refusesReplacementsOfStrangers(CaseDesk& desk)
{
    if (!desk.capabilities.replace)
        return notApplicable("it does not replace");
    const auto order = desk.resting();
    desk.broker.replace(order.id, order.quantity, order.limit);
    return desk.until([&] { return desk.count(order.id, OrderEvent::ReplaceRefused) > 0; }) ? "" : desk.story(order.id);
}

} // namespace

std::vector<Case> lifeCases()
{
    return {
        {101, "It starts and tells that it is connected", connects},
        {102, "A second start changes nothing", startsOnce},
        {103, "Its id is a short word", namesItself},
        {104, "Its capabilities stay the same and let a limit order rest", capabilitiesAreTrue},
        {201, "A resting limit order is accepted, once", acceptsOnce},
        {202, "A cancel ends a working order as cancelled, once", cancels},
        {203, "The same order sent twice is one order", repeatsPlaceNothing},
        {204, "An order sent again after its end stays ended", repeatsAfterTheEnd},
        {205, "A cancel that comes after the end is refused", refusesLateCancels},
        {206, "A cancel of an order that nobody sent is refused", refusesCancelsOfStrangers},
        {207, "An order for nothing is rejected with a reason", refusesNothing},
        {208, "An order in an unknown instrument is rejected with a reason", refusesUnknownInstruments},
        {209, "Every report has an execution id, an order and a time", nothingIsOddInReports},
        {301, "A replacement changes quantity and limit as asked", replaces},
        {302, "A replacement that comes after the end is refused", refusesLateReplacements},
        {303, "A replacement of an order that nobody sent is refused", refusesReplacementsOfStrangers},
    };
}

} // namespace rialto::conformance
