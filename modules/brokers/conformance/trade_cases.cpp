// SPDX-License-Identifier: GPL-3.0-or-later
// Cases 4xx to 8xx: fills, the broker's state, many orders, market data, stop and start.
#include "brokers/conformance/case_desk.h"

#include <algorithm>
#include <set>

namespace rialto::conformance {

namespace {

std::string noTrading() { return notApplicable("trading was not allowed to this check"); }

bool lists(const BrokerState& state, OrderId id) { return std::find(state.openOrders.begin(), state.openOrders.end(), id) != state.openOrders.end(); }

std::string fillsInFull(CaseDesk& desk, const BrokerOrder& order)
{
    desk.broker.submit(order);
    if (!desk.until([&] { return desk.ended(order.id); })) {
        desk.cleared(order.id);
        return desk.story(order.id);
    }
    if (desk.filled(order.id) != order.quantity)
        return "filled " + desk.filled(order.id).text() + " of " + order.quantity.text() + "; " + desk.story(order.id);
    const auto reports = desk.of(order.id);
    const auto last = std::find_if(reports.begin(), reports.end(), [](const auto& each) { return each.event == OrderEvent::LastFill; });
    if (last == reports.end() || desk.count(order.id, OrderEvent::LastFill) != 1)
        return "not exactly one fill is the last; " + desk.story(order.id);
    for (const auto& each : reports)
        if (each.lastQuantity.isPositive() && order.type == OrderType::Limit && each.lastPrice > order.limit)
            return "bought at " + each.lastPrice.text() + " above the limit " + order.limit.text();
    return "";
}

std::string marketOrdersFill(CaseDesk& desk)
{
    if (!desk.terms.mayTrade)
        return noTrading();
    if (!desk.can(OrderType::Market))
        return notApplicable("it has no market orders");
    return fillsInFull(desk, desk.order(OrderType::Market, desk.can(TimeInForce::Day) ? TimeInForce::Day : TimeInForce::Gtc, Price()));
}

std::string crossingLimitsFill(CaseDesk& desk)
{
    if (!desk.terms.mayTrade)
        return noTrading();
    return fillsInFull(desk, desk.order(OrderType::Limit, desk.can(TimeInForce::Day) ? TimeInForce::Day : TimeInForce::Gtc, desk.terms.crossingBuy));
}

std::string endsUnfilled(CaseDesk& desk, TimeInForce tif, const char* missing)
{
    if (!desk.can(tif))
        return notApplicable(missing);
    const auto order = desk.order(OrderType::Limit, tif, desk.terms.restingBuy);
    desk.broker.submit(order);
    if (!desk.until([&] { return desk.ended(order.id); })) {
        desk.cleared(order.id);
        return desk.story(order.id);
    }
    return desk.fills(order.id) == 0 ? "" : desk.story(order.id);
}

std::string iocEnds(CaseDesk& desk) { return endsUnfilled(desk, TimeInForce::Ioc, "it has no ioc orders"); }
std::string fokEnds(CaseDesk& desk) { return endsUnfilled(desk, TimeInForce::Fok, "it has no fok orders"); }

std::string fillsAreWhole(CaseDesk& desk)
{
    if (!desk.terms.mayTrade)
        return noTrading();
    int fills = 0;
    for (const auto& report : desk.reports) {
        const bool fill = report.event == OrderEvent::PartFill || report.event == OrderEvent::LastFill;
        if (!fill && report.lastQuantity.isPositive())
            return "a report that is no fill has a quantity";
        if (fill && (!report.lastQuantity.isPositive() || report.lastPrice.isZero()))
            return "a fill has no quantity or no price";
        if (fill && report.fee.currency().valid() && report.fee.isNegative())
            return "a fee is negative";
        fills += fill ? 1 : 0;
    }
    return fills > 0 ? "" : "no fill was told";
}

std::string stateListsOpenOrders(CaseDesk& desk)
{
    const auto order = desk.resting();
    if (!desk.accepted(order))
        return desk.story(order.id);
    const auto state = desk.askState(desk.now() + -kNanosPerMinute);
    const bool cleared = desk.cleared(order.id);
    if (!state)
        return "the state was not told";
    return lists(*state, order.id) && cleared ? "" : "an open order is not listed";
}

std::string stateLeavesEndedOrdersOut(CaseDesk& desk)
{
    const auto order = desk.resting();
    if (!desk.accepted(order) || !desk.cleared(order.id))
        return desk.story(order.id);
    const auto state = desk.askState(desk.now() + -kNanosPerMinute);
    if (!state)
        return "the state was not told";
    return lists(*state, order.id) ? "an ended order is listed as open" : "";
}

std::string stateTellsTheSameExecutions(CaseDesk& desk)
{
    const auto before = desk.reports.size();
    const auto heard = desk.ordersHeard;
    const auto state = desk.askState(Timestamp(1));
    if (!state)
        return "the state was not told";
    if (desk.reports.size() != before)
        return "an execution was told again under another id: " + desk.reports.back().executionId;
    const bool traded = std::any_of(desk.reports.begin(), desk.reports.end(), [](const auto& each) { return each.lastQuantity.isPositive(); });
    return traded && desk.ordersHeard == heard ? "the fills were not told again" : "";
}

std::string stateNamesWhatItTold(CaseDesk& desk)
{
    const auto state = desk.askState(Timestamp(1));
    if (!state)
        return "the state was not told";
    for (const auto& id : state->executions)
        if (std::none_of(desk.reports.begin(), desk.reports.end(), [&](const auto& each) { return each.executionId == id; }))
            return "it names execution " + id + ", which was not told";
    const bool traded = std::any_of(desk.reports.begin(), desk.reports.end(), [](const auto& each) { return each.lastQuantity.isPositive(); });
    return traded && state->executions.empty() ? "it names no execution, although there were fills" : "";
}

std::string positionsFollowFills(CaseDesk& desk)
{
    if (!desk.terms.mayTrade)
        return noTrading();
    const auto held = [&](const BrokerState& state) {
        Quantity sum;
        for (const auto& position : *state.positions)
            if (position.instrument == desk.terms.instrument)
                sum += position.quantity;
        return sum;
    };
    const auto before = desk.askState(desk.now());
    if (!before)
        return "the state was not told";
    if (!before->positions)
        return notApplicable("it tells no positions");
    const auto order = desk.order(OrderType::Limit, desk.can(TimeInForce::Day) ? TimeInForce::Day : TimeInForce::Gtc, desk.terms.crossingBuy);
    desk.broker.submit(order);
    if (!desk.until([&] { return desk.ended(order.id); })) {
        desk.cleared(order.id);
        return desk.story(order.id);
    }
    std::optional<BrokerState> after;
    for (int i = 0; i < 5; ++i) { // positions may follow executions at a distance
        after = desk.askState(desk.now());
        if (after && after->positions && held(*after) - held(*before) == desk.filled(order.id))
            return "";
        desk.wait();
    }
    return "positions do not follow the fills";
}

std::string manyAtOnce(CaseDesk& desk)
{
    std::vector<BrokerOrder> orders;
    for (int i = 0; i < 10; ++i) {
        orders.push_back(desk.resting());
        desk.broker.submit(orders.back());
    }
    desk.until([&] { return std::all_of(orders.begin(), orders.end(), [&](const auto& each) { return desk.count(each.id, OrderEvent::Accepted) > 0; }); });
    std::string wrong;
    for (const auto& each : orders)
        if (desk.count(each.id, OrderEvent::Accepted) != 1)
            wrong = desk.story(each.id);
    for (const auto& each : orders)
        desk.broker.cancel(each.id);
    desk.until([&] { return std::all_of(orders.begin(), orders.end(), [&](const auto& each) { return desk.ended(each.id); }); });
    for (const auto& each : orders)
        if (desk.count(each.id, OrderEvent::Cancelled) != 1)
            wrong = desk.story(each.id);
    return wrong;
}

std::string cancelInTheSameBreath(CaseDesk& desk)
{
    const auto order = desk.resting();
    desk.broker.submit(order);
    desk.broker.cancel(order.id);
    const bool gone = desk.until([&] { return desk.ended(order.id); });
    desk.wait();
    if (!gone) {
        // A cancel that overtook its order may be refused; then the order works and can be cancelled.
        if (desk.count(order.id, OrderEvent::CancelRefused) > 0 && desk.cleared(order.id))
            return "";
        return desk.story(order.id);
    }
    const int ends = desk.count(order.id, OrderEvent::Cancelled) + desk.count(order.id, OrderEvent::RejectedByBroker) + desk.count(order.id, OrderEvent::Expired);
    return ends == 1 ? "" : desk.story(order.id);
}

std::string depthIsSorted(CaseDesk& desk)
{
    if (!desk.capabilities.depth)
        return notApplicable("it has no depth");
    desk.depths.clear();
    desk.broker.subscribe(desk.terms.instrument);
    if (!desk.until([&] { return !desk.depths.empty(); }))
        return "no depth came";
    desk.wait();
    for (const auto& depth : desk.depths) {
        for (std::size_t i = 1; i < depth.bids.size(); ++i)
            if (depth.bids[i].price >= depth.bids[i - 1].price)
                return "bids are not best first";
        for (std::size_t i = 1; i < depth.asks.size(); ++i)
            if (depth.asks[i].price <= depth.asks[i - 1].price)
                return "asks are not best first";
        if (!depth.bids.empty() && !depth.asks.empty() && depth.bids[0].price >= depth.asks[0].price)
            return "the book is crossed: " + depth.bids[0].price.text() + " against " + depth.asks[0].price.text();
    }
    return "";
}

std::string silenceAfterUnsubscribe(CaseDesk& desk)
{
    if (!desk.capabilities.depth)
        return notApplicable("it has no depth");
    desk.broker.subscribe(desk.terms.instrument);
    desk.wait();
    desk.broker.unsubscribe(desk.terms.instrument);
    desk.wait(); // what was under way
    desk.depths.clear();
    desk.wait();
    return desk.depths.empty() ? "" : "depth comes after the unsubscription";
}

std::string strangersAreHarmless(CaseDesk& desk)
{
    desk.broker.subscribe(desk.terms.strangerInstrument);
    desk.broker.unsubscribe(desk.terms.strangerInstrument);
    desk.wait();
    return desk.connected ? "" : "the connection was lost";
}

std::string stopIsSilence(CaseDesk& desk)
{
    desk.broker.stop();
    if (!desk.until([&] { return !desk.connected; }))
        return "the end of the connection was not told";
    const auto before = desk.ordersHeard;
    desk.wait();
    return desk.ordersHeard == before ? "" : "reports come after the stop";
}

std::string ordersOutliveAStop(CaseDesk& desk)
{
    desk.broker.start();
    if (!desk.until([&] { return desk.connected; }))
        return "it does not start again";
    const auto order = desk.resting();
    if (!desk.accepted(order))
        return desk.story(order.id);
    desk.broker.stop();
    desk.until([&] { return !desk.connected; });
    desk.broker.start();
    if (!desk.until([&] { return desk.connected; }))
        return "it does not start again";
    const auto state = desk.askState(desk.now() + -kNanosPerMinute);
    const bool cleared = desk.cleared(order.id);
    if (!state)
        return "the state was not told";
    if (!lists(*state, order.id))
        return "an order that was open before the stop is not listed";
    return cleared ? "" : "it cannot be cancelled after the start; " + desk.story(order.id);
}

std::string nothingIsLeft(CaseDesk& desk)
{
    const auto state = desk.askState(desk.now());
    if (!state)
        return "the state was not told";
    for (const OrderId id : state->openOrders)
        if (id.value >= desk.terms.firstOrderId)
            return "order " + std::to_string(id.value) + " of this check is still open";
    return "";
}

} // namespace

std::vector<Case> tradeCases()
{
    return {
        {401, "A market order fills in full", marketOrdersFill},
        {402, "A limit order that crosses fills in full, at the limit or better", crossingLimitsFill},
        {403, "An ioc order that cannot trade ends at once", iocEnds},
        {404, "A fok order that cannot trade ends at once", fokEnds},
        {405, "Fills have quantity, price and no negative fee", fillsAreWhole},
        {501, "The state lists an open order", stateListsOpenOrders},
        {502, "The state leaves ended orders out", stateLeavesEndedOrdersOut},
        {503, "The state tells executions again, under the same ids", stateTellsTheSameExecutions},
        {504, "The state names the executions that it told", stateNamesWhatItTold},
        {505, "Positions follow the fills", positionsFollowFills},
        {601, "Ten orders at once are ten orders, and ten cancels end them", manyAtOnce},
        {602, "A cancel in the same breath as its order leaves nothing open", cancelInTheSameBreath},
        {701, "Depth is sorted and not crossed", depthIsSorted},
        {702, "Depth ends with the subscription", silenceAfterUnsubscribe},
        {703, "Subscribing an unknown instrument does no harm", strangersAreHarmless},
        {801, "After a stop nothing more is said", stopIsSilence},
        {802, "Orders outlive a stop and a start", ordersOutliveAStop},
        {803, "Nothing of the check is left open", nothingIsLeft},
    };
}

} // namespace rialto::conformance
