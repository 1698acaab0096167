// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab.h"

#include "matching/market_rules.h"
#include "simulator/demo_instruments.h"
#include "simulator/venue_listings.h"

#include <algorithm>

namespace rialto::simulation {

namespace {

using simulator::ScriptedCommand;
using simulator::Timeline;

constexpr std::int64_t kLots = 100; // of an own order

Date firstDay() { return Date::of(2026, 3, 2); }

} // namespace

Result<std::unique_ptr<Lab>> Lab::open(const LabSettings& settings, const QString& symbol)
{
    Timeline::Terms terms;
    terms.config.seed = settings.seed;
    terms.config.runId = "lab";
    terms.config.start = firstDay().startUtc();
    terms.config.listings = simulator::demoListings(firstDay());
    terms.config.mix = settings.mix;
    terms.config.latency = settings.latency;
    terms.config.faults = settings.faults;
    if (const auto* rules = matching::venueProfile(settings.venue.toStdString()))
        if (const auto listed = simulator::listAt(*rules, terms.config); !listed)
            return listed.error();
    for (const auto& listing : terms.config.listings)
        if (listing.instrument.tradable() && (!terms.focus.valid() || listing.instrument.symbol == symbol.toStdString()))
            terms.focus = listing.instrument.id;
    std::unique_ptr<Lab> lab(new Lab());
    lab->m_lines.push_back({QStringLiteral("A"), settings, 0, Timeline(std::move(terms)), {}});
    return lab;
}

const simulator::Listing& Lab::listing() const
{
    const auto& line = m_lines[m_active].timeline;
    const auto& listings = line.exchange().listings();
    return *std::find_if(listings.begin(), listings.end(), [&](const simulator::Listing& each) { return each.instrument.id == line.focus(); });
}

void Lab::run(std::size_t steps)
{
    Timeline& timeline = active();
    timeline.run(std::min(steps, kMostSteps - std::min(kMostSteps, timeline.steps().size())));
}

void Lab::change(const LabSettings& settings)
{
    Line& line = m_lines[m_active];
    const auto say = [&](ScriptedCommand::Kind kind) {
        ScriptedCommand command;
        command.kind = kind;
        command.mix = settings.mix;
        command.latency = settings.latency;
        command.faults = settings.faults;
        line.timeline.command(command);
    };
    if (settings.mix != line.settings.mix)
        say(ScriptedCommand::Kind::SetMix);
    if (settings.latency != line.settings.latency)
        say(ScriptedCommand::Kind::SetLatency);
    if (settings.faults != line.settings.faults)
        say(ScriptedCommand::Kind::SetFaults);
    const std::uint64_t seed = line.settings.seed;
    line.settings = settings;
    line.settings.seed = seed;
}

void Lab::halt(bool halted)
{
    ScriptedCommand command;
    command.kind = halted ? ScriptedCommand::Kind::Halt : ScriptedCommand::Kind::Resume;
    command.instrument = active().focus();
    active().command(command);
}

void Lab::place(Side side, bool market)
{
    const Instrument& instrument = listing().instrument;
    const Quote quote = active().exchange().quote(instrument.id);
    const Price best = side == Side::Buy ? quote.bid : quote.ask;
    ScriptedCommand command;
    BrokerOrder& order = command.order;
    order.id = OrderId(m_nextOrder++);
    order.clientOrderId = "lab" + std::to_string(order.id.value);
    order.instrument = instrument.id;
    order.side = side;
    order.quantity = Quantity::fromRaw(instrument.spec.lot.raw() * kLots);
    order.type = market || !best.isPositive() ? OrderType::Market : OrderType::Limit;
    order.limit = best;
    m_lines[m_active].orders.push_back({order.id, side, order.quantity, {}, order.type == OrderType::Limit ? best : Price(), true, {}, {}, {}});
    active().command(command);
}

void Lab::cancel(OrderId order)
{
    ScriptedCommand command;
    command.kind = ScriptedCommand::Kind::Cancel;
    command.target = order;
    active().command(command);
}

Result<void> Lab::rewind(std::size_t step)
{
    simulator::BranchChanges changes;
    changes.dropsScript = true;
    auto back = active().branch(step, changes);
    if (!back)
        return back.error();
    active() = std::move(*back);
    m_lines[m_active].branchedAfter = std::min(m_lines[m_active].branchedAfter, step);
    return {};
}

Result<void> Lab::branch(std::size_t step, const LabSettings& settings)
{
    if (m_lines.size() >= kMostLines)
        return refused("simulator.too-many-branches", std::to_string(kMostLines));
    const Line& from = m_lines[m_active];
    simulator::BranchChanges changes;
    if (settings.seed != from.settings.seed)
        changes.seed = settings.seed;
    if (settings.mix != from.settings.mix)
        changes.mix = settings.mix;
    if (settings.latency != from.settings.latency)
        changes.latency = settings.latency;
    if (settings.faults != from.settings.faults)
        changes.faults = settings.faults;
    auto other = from.timeline.branch(step, changes);
    if (!other)
        return other.error();
    other->run(from.timeline.steps().size() - step);
    const QString name(QChar(ushort('A' + m_lines.size())));
    m_lines.push_back({name, settings, step, std::move(*other), from.orders});
    m_active = m_lines.size() - 1;
    return {};
}

std::vector<LabOrder> Lab::ordersOf(const Line& line) const
{
    std::vector<LabOrder> list;
    for (const LabOrder& placed : line.orders) {
        LabOrder order = placed;
        bool told = false;
        for (const ExecutionReport& report : line.timeline.reports()) {
            if (report.order != order.id)
                continue;
            told = true;
            order.filled += report.lastQuantity;
            const bool ends = report.event == OrderEvent::LastFill || report.event == OrderEvent::Cancelled || report.event == OrderEvent::Expired
                           || report.event == OrderEvent::RejectedByBroker;
            order.open = order.open && !ends;
            if (ends && !report.reason.empty())
                order.end = QString::fromStdString(report.reason);
        }
        if (const auto stand = told ? line.timeline.exchange().queueStand(order.id) : std::nullopt) {
            order.ahead = stand->ahead;
            order.atPrice = stand->atPrice;
        }
        list.push_back(std::move(order));
    }
    return list;
}

LabView Lab::view() const
{
    LabView view;
    const Line& line = m_lines[m_active];
    const simulator::SimulatedExchange& exchange = line.timeline.exchange();
    const InstrumentId focus = line.timeline.focus();
    for (const Line& each : m_lines)
        view.lines.push_back({each.name, each.settings.seed, each.branchedAfter, each.timeline.steps(),
            simulator::firstDifference(m_lines.front().timeline.steps(), each.timeline.steps()), each.timeline.snapshots()});
    view.active = m_active;
    view.time = exchange.time();
    view.session = exchange.session();
    view.halted = exchange.halted(focus);
    view.instrument = listing().instrument;
    if (const auto auction = exchange.indicative(focus); view.halted && auction.price) {
        view.indicative = Price::fromRaw(std::int64_t{*auction.price} * view.instrument.spec.tick.raw());
        view.indicativeVolume = Quantity::fromRaw(static_cast<std::int64_t>(auction.volume) * view.instrument.spec.lot.raw());
    }
    view.depth = exchange.depth(focus, kDepth);
    view.orders = ordersOf(line);
    view.lostMessages = exchange.lostMessages();
    return view;
}

} // namespace rialto::simulation
