// SPDX-License-Identifier: GPL-3.0-or-later
// Seeded runs of random faults over every adapter: orders are placed, changed and cancelled behind a line that drops, doubles, delays
// and reorders messages and breaks; at the end what our side believes is compared with what the venue says: no order lost or
// doubled, no fill lost or doubled, positions equal. RIALTO_CHAOS=10000 makes so many runs of each; RIALTO_CHAOS_SEED starts elsewhere.
#include "venues.h"

#include "brokers/faults/fault_injector.h"
#include "brokers/reconcile/reconciling_adapter.h"
#include "oms/order_manager.h"
#include "support/test_main.h"

#include <map>

using namespace rialto;
using namespace rialto::testing;

namespace {

constexpr std::int64_t kStep = 100 * kNanosPerMilli;

// Our side as the engine has it: the order manager and the sum of its fills.
struct OurSide : BrokerEventSink {
    OrderManager orders;
    Quantity position;
    int lost = 0;
    int unknownSeen = 0;
    int lateFills = 0;
    std::map<OrderId, int> absentTold;
    std::vector<std::string> contradictions;
    std::map<OrderId, std::string> stories;
    Timestamp now;

    void onBrokerEvent(const BrokerEvent& event) override
    {
        if (const auto* report = std::get_if<ExecutionReport>(&event))
            return apply(*report);
        const auto* changed = std::get_if<ConnectionChanged>(&event);
        if (changed == nullptr || changed->state != ConnectionState::Lost)
            return;
        ++lost;
        for (const OrderId id : orders.openOrders()) {
            ExecutionReport report;
            report.executionId = "lost:" + std::to_string(now.nanos) + ":" + std::to_string(id.value);
            report.order = id;
            report.event = OrderEvent::Lost;
            apply(report);
        }
    }
    void apply(const ExecutionReport& report)
    {
        const Order* order = orders.find(report.order);
        if (order == nullptr)
            return;
        const Money none = Money::zero(Currency::literal("USD"));
        const auto applied = orders.apply(report, none);
        if (!applied) {
            // Answers to verbs that were sent twice may come in states that do not wait for them.
            if (report.lastQuantity.isPositive() || report.event == OrderEvent::Cancelled || report.event == OrderEvent::Expired)
                contradictions.push_back(applied.error().detail + " of order " + std::to_string(report.order.value));
            return;
        }
        if (applied->outcome == OrderManager::Outcome::Duplicate)
            return;
        stories[report.order] += " " + std::string(name(report.event));
        if (report.lastQuantity.isPositive())
            position += order->request.side == Side::Buy ? report.lastQuantity : -report.lastQuantity;
        lateFills += report.lastQuantity.isPositive() && applied->alert ? 1 : 0;
        unknownSeen += applied->after.state == OrderState::Unknown ? 1 : 0;
        if (report.event == OrderEvent::ConfirmedAbsent)
            ++absentTold[report.order];
    }
    ExecutionReport asked(OrderId id, OrderEvent event)
    {
        ExecutionReport report;
        report.executionId = "ask:" + std::to_string(now.nanos) + ":" + std::to_string(id.value) + std::string(name(event));
        report.order = id;
        report.event = event;
        return report;
    }
};

struct Tally {
    std::uint64_t runs = 0;
    std::uint64_t orders = 0;
    std::uint64_t fills = 0;
    std::uint64_t absent = 0;
    std::uint64_t unknown = 0;
    FaultCounts faults;
};

FaultRates ratesOf(Rng& rng)
{
    const auto some = [&rng](std::uint32_t most) { return rng.chance(700) ? rng.below(most) : 0; };
    FaultRates rates;
    rates.drop = some(150);
    rates.duplicate = some(150);
    rates.delay = some(300);
    rates.reorder = some(300);
    rates.disconnect = some(30);
    rates.restart = some(10);
    return rates;
}

void place(OurSide& side, BrokerAdapter& broker, const Venue& venue, Rng& rng)
{
    BrokerOrder order;
    order.id = side.orders.nextId();
    order.clientOrderId = "C" + std::to_string(order.id.value);
    order.instrument = venue.instrument;
    order.quantity = venue.quantity;
    order.type = rng.chance(200) ? OrderType::Market : OrderType::Limit;
    order.tif = rng.chance(100) ? TimeInForce::Ioc : venue.tif;
    if (order.type == OrderType::Limit)
        order.limit = rng.chance(500) ? venue.crossing : venue.resting;
    Order intent;
    intent.id = order.id;
    intent.request.commandId = order.clientOrderId;
    intent.request.account = AccountId(1);
    intent.request.instrument = order.instrument;
    intent.request.quantity = order.quantity;
    intent.request.type = order.type;
    intent.request.tif = order.tif;
    intent.request.limit = order.limit;
    const auto added = side.orders.add(intent);
    RIALTO_CHECK(added.ok(), "a new order is added");
    broker.submit(order);
    if (rng.chance(50))
        broker.submit(order); // an impatient engine
}

void change(OurSide& side, BrokerAdapter& broker, const Venue& venue, Rng& rng)
{
    const auto open = side.orders.openOrders();
    if (open.empty())
        return;
    const OrderId id = open[rng.below(static_cast<std::uint32_t>(open.size()))];
    const Order order = *side.orders.find(id);
    if (rng.chance(300) && next(order.state, OrderEvent::ReplaceAsked).legal) {
        auto report = side.asked(id, OrderEvent::ReplaceAsked);
        side.apply(report);
        broker.replace(id, order.request.quantity + venue.quantity, rng.chance(300) ? venue.crossing : venue.otherResting);
    } else if (next(order.state, OrderEvent::CancelAsked).legal) {
        side.apply(side.asked(id, OrderEvent::CancelAsked));
        broker.cancel(id);
    }
}

// "" when both sides agree.
std::string oneRun(Venue venue, std::uint64_t seed, Tally& tally)
{
    Rng rng(seed);
    auto injector = std::make_unique<FaultInjector>(std::move(venue.adapter), ratesOf(rng), rng.next());
    FaultInjector& faults = *injector;
    ReconcilingAdapter broker(std::move(injector));
    OurSide side;
    side.now = Date::of(2026, 3, 2).startUtc() + 15 * 60 * kNanosPerMinute;
    broker.start();
    const auto step = [&] {
        side.now = side.now + kStep;
        broker.poll(side.now, side);
    };
    step();
    const int actions = 10 + static_cast<int>(rng.below(30));
    for (int i = 0; i < actions; ++i) {
        if (rng.chance(600))
            place(side, broker, venue, rng);
        else
            change(side, broker, venue, rng);
        for (std::uint32_t pause = rng.below(8); pause > 0; --pause)
            step();
    }
    // The line is good from here on. Every order must be settled in reasonable time.
    faults.setRates({});
    if (venue.calm)
        venue.calm();
    for (int i = 0; i < 600; ++i)
        step();
    if (broker.undecided() > 0)
        return "undecided after a minute of a good line: " + std::to_string(broker.undecided());

    // The venue's own word.
    EventLog truth;
    BrokerAdapter& venueItself = faults.inner();
    venueItself.requestState(Timestamp(1));
    for (int i = 0; i < 50 && truth.states.empty(); ++i) {
        side.now = side.now + kStep;
        venueItself.poll(side.now, truth);
        for (const auto& report : truth.reports)
            side.apply(report);
    }
    if (truth.states.empty())
        return "the venue does not answer";
    std::map<std::string, ExecutionReport> fills;
    Quantity position;
    for (const auto& report : truth.reports)
        if (report.lastQuantity.isPositive() && fills.emplace(report.executionId, report).second)
            position += report.lastQuantity;
    ++tally.runs;
    tally.orders += side.orders.orders().size();
    tally.fills += fills.size();
    tally.absent += side.absentTold.size();
    tally.unknown += static_cast<std::uint64_t>(side.unknownSeen);
    const FaultCounts& counts = faults.counts();
    tally.faults.dropped += counts.dropped;
    tally.faults.duplicated += counts.duplicated;
    tally.faults.delayed += counts.delayed;
    tally.faults.reordered += counts.reordered;
    tally.faults.disconnects += counts.disconnects;
    tally.faults.midBatch += counts.midBatch;
    tally.faults.restarts += counts.restarts;

    if (!side.contradictions.empty())
        return "contradiction: " + side.contradictions.front();
    for (const auto& [id, order] : side.orders.orders()) {
        const std::string who = "order " + std::to_string(id.value) + " (" + std::string(name(order.state)) + "): ";
        Quantity filled;
        for (const auto& [executionId, fill] : fills)
            if (fill.order == id)
                filled += fill.lastQuantity;
        if (filled != order.filled)
            return who + "filled " + order.filled.text() + " here, " + filled.text() + " there";
        const auto& open = truth.states.back().openOrders;
        if (order.state == OrderState::Unknown || order.state == OrderState::PendingNew)
            return who + "not settled";
        const bool openThere = std::find(open.begin(), open.end(), id) != open.end();
        if (openThere != order.open())
            return who + (openThere ? "is open there" : "is not open there") + "; here:" + side.stories[id] + "; there: " + truth.story(id);
        const bool known = !truth.of(id).empty() && truth.story(id).find("Accepted") != std::string::npos;
        if (side.absentTold.count(id) != 0 && known)
            return who + "was told absent, but " + truth.story(id);
    }
    if (position != side.position)
        return "position " + side.position.text() + " here, " + position.text() + " there";
    return "";
}

} // namespace

class ChaosTest : public QObject {
    Q_OBJECT
private:
    static void runs(int fallback, const std::function<Venue(std::uint64_t)>& venue)
    {
        const int runs = qEnvironmentVariableIsSet("RIALTO_CHAOS") ? qEnvironmentVariableIntValue("RIALTO_CHAOS") : fallback;
        const auto first = static_cast<std::uint64_t>(qEnvironmentVariableIsSet("RIALTO_CHAOS_SEED") ? qEnvironmentVariableIntValue("RIALTO_CHAOS_SEED") : 1);
        Tally tally;
        for (std::uint64_t seed = first; seed < first + static_cast<std::uint64_t>(runs); ++seed) {
            const std::string wrong = oneRun(venue(seed), seed, tally);
            QVERIFY2(wrong.empty(), ("seed " + std::to_string(seed) + ": " + wrong).c_str());
        }
        const auto& faults = tally.faults;
        qInfo("%llu runs from seed %llu: %llu orders, %llu fills, %llu confirmed absent, %llu times unknown; %llu messages dropped, %llu doubled, %llu delayed, "
              "%llu reordered, %llu breaks (%llu in mid-batch), %llu restarts; nothing lost, nothing doubled",
            static_cast<unsigned long long>(tally.runs), static_cast<unsigned long long>(first), static_cast<unsigned long long>(tally.orders),
            static_cast<unsigned long long>(tally.fills), static_cast<unsigned long long>(tally.absent), static_cast<unsigned long long>(tally.unknown),
            static_cast<unsigned long long>(faults.dropped), static_cast<unsigned long long>(faults.duplicated), static_cast<unsigned long long>(faults.delayed),
            static_cast<unsigned long long>(faults.reordered), static_cast<unsigned long long>(faults.disconnects), static_cast<unsigned long long>(faults.midBatch),
            static_cast<unsigned long long>(faults.restarts));
        QVERIFY(faults.dropped > 0 && faults.duplicated > 0 && faults.delayed > 0 && faults.disconnects > 0);
    }

private slots:
    void thePaperBrokerBehindABadLineLosesNothing()
    {
        runs(100, [](std::uint64_t) { return paperVenue(); });
    }
    void binanceBehindABadLineLosesNothing()
    {
        runs(40, [](std::uint64_t seed) { return binanceVenue(kStep / kNanosPerMilli, seed); });
    }
    void theSimulatorBehindABadLineLosesNothing()
    {
        runs(20, [](std::uint64_t seed) { return simulatorVenue(seed); });
    }
};

RIALTO_TEST(ChaosTest)
#include "chaos_test.moc"
