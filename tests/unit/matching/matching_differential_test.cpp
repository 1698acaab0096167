// SPDX-License-Identifier: GPL-3.0-or-later
// Random streams of every kind of command through the product's engine and the reference model, every event compared; then the
// invariants: quantity conserved, queues in the same order (time priority), the book not crossed in continuous trading, the
// same state on replay, and nothing different after going on from a snapshot.
// RIALTO_FUZZ_EVENTS=100000000 runs a night's worth; the seed and command of a difference are printed with both engines' events.
#include "base/rng.h"
#include "matching/matching_engine.h"
#include "support/reference_matching_engine.h"
#include "support/test_main.h"

#include <algorithm>

using namespace rialto::matching;
using rialto::testing::EventCollector;
using rialto::testing::EventLine;
using rialto::testing::ReferenceMatchingEngine;

namespace {

/// What a stream is made of. Plain ones stay on the hot path most of the time.
enum class Style { Plain, Rare, Session, Groups };
constexpr int kStyles = 4;

/// One random stream: its own price grid, width, mix and way of numbering orders.
class RandomStream {
public:
    RandomStream(std::uint64_t seed, Style style) : m_rng(seed), m_style(style)
    {
        static constexpr std::int64_t kSteps[] = {1, 1, 1, 2, 5, 7, 10, 100, 4096, 99'991};
        m_step = kSteps[below(10)];
        m_middle = static_cast<std::int64_t>(below(20'000)) - 10'000;
        m_width = 2 + static_cast<std::int64_t>(below(style == Style::Plain && below(4) == 0 ? 3'000 : 30));
        m_counter = below(2) == 0;
        m_target = style == Style::Plain ? 10 + static_cast<std::uint32_t>(below(60)) : 6 + static_cast<std::uint32_t>(below(24));
    }

    std::uint64_t below(std::uint64_t bound) { return m_rng.next() % bound; }
    bool oneIn(std::uint64_t bound) { return below(bound) == 0; }
    std::uint32_t target() const { return m_target; }
    bool has(Style style) const { return m_style == style; }
    void drift()
    {
        if (oneIn(20))
            m_middle += static_cast<std::int64_t>(below(9)) - 4;
    }
    OrderId newId()
    {
        ++m_ids;
        return m_counter ? m_ids * 3 : m_ids * 0xD6E8FEB86659FD93ULL;
    }
    Ticks price(Side side)
    {
        if (oneIn(300)) // far away from all others
            return static_cast<Ticks>(side == Side::Buy ? -2'000'000'000 + static_cast<std::int64_t>(below(50))
                                                        : 2'000'000'000 - static_cast<std::int64_t>(below(50)));
        const std::int64_t distance = static_cast<std::int64_t>(below(static_cast<std::uint64_t>(m_width))) - m_width / 6;
        const std::int64_t offGrid = oneIn(60) ? static_cast<std::int64_t>(below(static_cast<std::uint64_t>(m_step))) : 0;
        return static_cast<Ticks>((side == Side::Buy ? m_middle - distance : m_middle + distance) * m_step + offGrid);
    }
    Ticks price() { return price(static_cast<Side>(below(2))); }
    NewOrder order()
    {
        NewOrder order;
        order.id = newId();
        order.side = static_cast<Side>(below(2));
        order.price = price(order.side);
        order.quantity = static_cast<Lots>(1 + below(oneIn(10) ? 200 : 40));
        order.owner = static_cast<OwnerId>(below(5));
        order.book = static_cast<BookId>(below(kBooks));
        const std::uint64_t dice = below(100);
        if (dice < 6)
            order.kind = OrderKind::Market;
        else if (dice < 12)
            order.timeInForce = TimeInForce::ImmediateOrCancel;
        else if (dice < 16)
            order.timeInForce = TimeInForce::FillOrKill;
        else if (dice < 30)
            order.timeInForce = TimeInForce::Day;
        if (below(5) == 0)
            order.display = static_cast<Lots>(1 + below(20));
        if (below(12) == 0)
            order.postOnly = true;
        if (below(4) == 0)
            order.selfTrade = static_cast<SelfTrade>(below(5));
        if (below(400) == 0)
            order.quantity = 0;
        if (below(400) == 0)
            order.book = kBooks;
        if (m_style != Style::Plain && below(5) < 3)
            makeRare(order);
        return order;
    }
    /// An order that a group takes, mostly.
    NewOrder member(BookId book, Side side)
    {
        NewOrder order;
        order.id = newId();
        order.book = book;
        order.side = side;
        order.price = price(side);
        order.quantity = static_cast<Lots>(1 + below(30));
        order.owner = static_cast<OwnerId>(below(5));
        static constexpr OrderKind kKinds[] = {OrderKind::Limit, OrderKind::Limit, OrderKind::Limit, OrderKind::Stop, OrderKind::StopLimit,
                                               OrderKind::Market, OrderKind::TrailingStop, OrderKind::LimitIfTouched, OrderKind::MarketToLimit};
        order.kind = kKinds[below(9)];
        order.rests = order.kind == OrderKind::Market && oneIn(2);
        setTrigger(order);
        if (oneIn(4))
            order.timeInForce = oneIn(2) ? TimeInForce::Day : TimeInForce::GoodTillDate;
        order.expiry = static_cast<std::int64_t>(below(100));
        if (oneIn(8))
            order.selfTrade = static_cast<SelfTrade>(below(5));
        if (oneIn(60))
            order.hidden = true;
        return order;
    }
    PhaseTerms terms() { return {!oneIn(6), !oneIn(5), !oneIn(6), oneIn(2)}; }
    PriceGuard guard()
    {
        PriceGuard guard;
        guard.action = static_cast<GuardAction>(below(3));
        guard.dynamicBasisPoints = static_cast<std::uint32_t>(below(3) * below(300));
        guard.staticBasisPoints = static_cast<std::uint32_t>(below(3) * below(300));
        if (oneIn(2))
            guard.reference = price();
        if (oneIn(3)) {
            guard.lowest = price(Side::Buy);
            guard.highest = std::max(guard.lowest, price(Side::Sell));
        }
        return guard;
    }

    static constexpr BookId kBooks = 3;

private:
    void setTrigger(NewOrder& order)
    {
        order.trigger = price();
        order.triggerOn = static_cast<TriggerOn>(below(2));
        order.trailInBasisPoints = oneIn(3);
        order.trailDistance = static_cast<Ticks>(order.trailInBasisPoints ? below(500) : below(6) * static_cast<std::uint64_t>(m_step));
        order.trailStep = static_cast<Ticks>(below(3));
    }
    void makeRare(NewOrder& order)
    {
        if (oneIn(2))
            order.kind = static_cast<OrderKind>(below(11));
        if (oneIn(3))
            order.timeInForce = static_cast<TimeInForce>(below(7));
        order.slides = oneIn(15);
        order.allOrNone = oneIn(8);
        if (order.allOrNone && !oneIn(4)) { // one that is taken
            order.kind = OrderKind::Limit;
            order.timeInForce = TimeInForce::GoodTillCancel;
            order.display = 0;
            order.postOnly = order.slides = false;
            order.selfTrade = SelfTrade::Allow;
        }
        order.hidden = oneIn(8);
        order.rests = order.kind == OrderKind::Market && oneIn(2);
        if (oneIn(10))
            order.minimum = static_cast<Lots>(1 + below(12));
        if (oneIn(10))
            order.slippage = static_cast<Ticks>(below(4) * static_cast<std::uint64_t>(m_step));
        setTrigger(order);
        order.pegTo = static_cast<PegTo>(below(2));
        order.pegOffset = static_cast<Ticks>(below(5)) - 2;
        order.capped = oneIn(3);
        order.expiry = static_cast<std::int64_t>(below(100));
    }

    rialto::Rng m_rng;
    Style m_style;
    std::int64_t m_step = 1;
    std::int64_t m_middle = 0;
    std::int64_t m_width = 10;
    bool m_counter = true;
    std::uint32_t m_target = 50;
    std::uint64_t m_ids = 0;
};

QString told(const EventLine& line)
{
    static constexpr const char* kNames[] = {"accepted", "rejected", "trade", "cancelled", "reduced", "replaced",
                                             "refreshed", "triggered", "repriced", "activated", "phase", "indicative"};
    QString text = kNames[line.kind];
    for (const std::uint64_t number : line.numbers)
        text += QString(" %1").arg(static_cast<std::int64_t>(number));
    return text;
}

/// Both engines side by side; answers what differs.
class Duel {
public:
    Duel(std::uint64_t seed, Style style) : m_stream(seed, style)
    {
        for (BookId book = 0; book < RandomStream::kBooks; ++book) {
            const PriceBand band = book == 1 && m_stream.oneIn(2) ? PriceBand{-400'000, 400'000} : PriceBand{};
            m_engine.addBook(band);
            m_reference.addBook(band);
            if (book == 2 && m_stream.oneIn(2)) {
                m_engine.setAllocation(book, Allocation::ProRata);
                m_reference.setAllocation(book, Allocation::ProRata);
            }
        }
    }

    std::uint64_t events = 0;
    std::uint64_t hash() const { return m_engine.stateHash(); }
    const MatchingEngine& engine() const { return m_engine; }

    /// One command; what is wrong after it, or nothing.
    QString step(std::uint64_t number)
    {
        m_ours.lines.clear();
        m_theirs.lines.clear();
        m_stream.drift();
        const std::uint64_t openBefore = m_reference.openQuantity();
        m_changed = 0;
        command();
        events += m_ours.lines.size();
        if (m_ours.lines != m_theirs.lines)
            return differences();
        if (m_engine.liveOrders() != m_reference.liveOrders())
            return "the number of live orders";
        if (openBefore + entered() != m_reference.openQuantity() + left())
            return "quantity is not conserved";
        if (number % 64 == 0)
            if (const QString wrong = state(); !wrong.isEmpty())
                return wrong;
        if (number % 512 == 511) { // go on from a snapshot: nothing may change
            auto restored = MatchingEngine::restored(m_engine.snapshot());
            if (!restored)
                return "a snapshot is refused";
            if (restored->stateHash() != m_engine.stateHash())
                return "a restored engine is in another state";
            m_engine = std::move(*restored);
        }
        return {};
    }

private:
    template <class Command>
    void both(Command&& command)
    {
        command(m_engine, m_ours);
        command(m_reference, m_theirs);
    }

    void command()
    {
        const auto live = m_reference.liveOrders();
        const OrderId target = live == 0 || m_stream.oneIn(50) ? m_stream.below(100) : m_reference.idAt(m_stream.below(live));
        const auto book = static_cast<BookId>(m_stream.below(RandomStream::kBooks));
        if (m_stream.has(Style::Session) && m_stream.oneIn(25))
            return session(book);
        if (m_stream.has(Style::Groups) && m_stream.oneIn(6))
            return groups(book, target);
        const std::uint64_t enough = live > m_stream.target() ? 45 : 65;
        const std::uint64_t dice = m_stream.below(100);
        if (dice < enough) {
            NewOrder order = m_stream.order();
            if (m_stream.oneIn(200))
                order.id = target;
            both([&](auto& engine, EventCollector& to) { engine.submit(order, to); });
        } else if (dice < 80) {
            both([&](auto& engine, EventCollector& to) { engine.cancel(target, to); });
        } else if (dice < 87) {
            const auto off = static_cast<Lots>(m_stream.below(30));
            noteLeaves(target);
            both([&](auto& engine, EventCollector& to) { engine.reduce(target, off, to); });
        } else if (dice < 97) {
            const auto view = m_engine.find(target);
            const bool samePrice = view && m_stream.oneIn(2);
            const Replace replace{target, m_stream.oneIn(3) ? target : m_stream.newId(),
                                  samePrice ? view->price : m_stream.price(view ? view->side : Side::Buy),
                                  static_cast<Lots>(m_stream.below(60)), static_cast<QueuePlace>(m_stream.below(2))};
            noteLeaves(target);
            both([&](auto& engine, EventCollector& to) { engine.replace(replace, to); });
        } else if (dice < 98) {
            const std::int64_t now = static_cast<std::int64_t>(m_stream.below(100));
            both([&](auto& engine, EventCollector& to) { engine.expire(book, now, to); });
        } else if (m_stream.oneIn(4)) {
            const auto owner = static_cast<OwnerId>(m_stream.below(5));
            both([&](auto& engine, EventCollector& to) { engine.cancelAll(book, owner, to); });
        } else if (m_stream.oneIn(3)) {
            both([&](auto& engine, EventCollector& to) { engine.endDay(book, to); });
        } else {
            session(book);
        }
    }

    void session(BookId book)
    {
        const UncrossOptions options{static_cast<UncrossRule>(m_stream.below(6)),
                                     m_stream.oneIn(3) ? std::nullopt : std::optional(m_stream.price()), m_stream.oneIn(2)};
        const std::uint64_t dice = m_stream.below(10);
        if (m_engine.inCall(book) && dice < 6) {
            both([&](auto& engine, EventCollector& to) { engine.publishIndicative(book, options, to); });
            if (m_engine.phase(book) != Phase::FixedPrice)
                both([&](auto& engine, EventCollector& to) { engine.uncross(book, options, to); });
            const bool settled = !m_stream.has(Style::Session) || m_stream.oneIn(2);
            const PhaseTerms terms = settled ? PhaseTerms{} : m_stream.terms();
            const auto next = m_stream.oneIn(4) ? static_cast<Phase>(m_stream.below(9)) : Phase::Continuous;
            both([&](auto& engine, EventCollector& to) { engine.setPhase(book, next, terms, to); });
        } else if (dice < 8 || !m_stream.has(Style::Session)) {
            const PhaseTerms terms = m_stream.has(Style::Session) ? m_stream.terms() : PhaseTerms{};
            const auto next = static_cast<Phase>(m_stream.below(9));
            both([&](auto& engine, EventCollector& to) { engine.setPhase(book, next, terms, to); });
        } else if (dice < 9) {
            const Ticks price = m_stream.price();
            m_engine.setLastPrice(book, price);
            m_reference.setLastPrice(book, price);
        } else {
            const PriceGuard guard = m_stream.guard();
            m_engine.setPriceGuard(book, guard);
            m_reference.setPriceGuard(book, guard);
        }
    }

    void groups(BookId book, OrderId target)
    {
        if (m_stream.oneIn(6))
            return both([&](auto& engine, EventCollector& to) { engine.cancelGroup(target, to); });
        const auto kind = static_cast<GroupKind>(m_stream.below(3));
        const auto side = static_cast<Side>(m_stream.below(2));
        std::vector<NewOrder> orders;
        if (hasParent(kind)) {
            orders.push_back(m_stream.order());
            orders.back().side = side;
            orders.back().book = book;
            if (m_stream.oneIn(2)) {
                orders.back() = m_stream.member(book, side);
                orders.back().kind = OrderKind::Limit;
            }
        }
        for (std::uint64_t children = 1 + m_stream.below(3) + (hasParent(kind) ? 0 : 1); children != 0; --children)
            orders.push_back(m_stream.member(book, m_stream.oneIn(30) ? side : opposite(side)));
        both([&](auto& engine, EventCollector& to) { engine.submitGroup(kind, orders, to); });
    }

    void noteLeaves(OrderId target)
    {
        const auto* order = m_reference.find(target);
        m_changed = order == nullptr ? 0 : std::uint64_t{order->open()} + m_reference.heldOf(target);
    }
    std::uint64_t entered() const
    {
        std::uint64_t sum = 0;
        for (const EventLine& line : m_ours.lines)
            sum += line.kind == EventLine::Accepted ? line.numbers[2] : line.kind == EventLine::Replaced ? line.numbers[3]
                   : line.kind == EventLine::Reduced ? line.numbers[2] : 0;
        return sum;
    }
    std::uint64_t left() const
    {
        std::uint64_t sum = 0;
        for (const EventLine& line : m_ours.lines)
            sum += line.kind == EventLine::Trade ? 2 * line.numbers[3] : line.kind == EventLine::Cancelled ? line.numbers[2]
                   : line.kind == EventLine::Replaced || line.kind == EventLine::Reduced ? m_changed : 0;
        return sum;
    }

    QString differences() const
    {
        QString text = "other events";
        for (std::size_t i = 0; i < std::max(m_ours.lines.size(), m_theirs.lines.size()); ++i) {
            const QString ours = i < m_ours.lines.size() ? told(m_ours.lines[i]) : "-";
            const QString theirs = i < m_theirs.lines.size() ? told(m_theirs.lines[i]) : "-";
            text += ours == theirs ? "\n    " + ours : "\n  engine    " + ours + "\n  reference " + theirs;
        }
        return text;
    }

    QString state() const
    {
        for (BookId book = 0; book < RandomStream::kBooks; ++book) {
            bool mayCross = m_engine.inCall(book) || m_engine.priceGuard(book).action == GuardAction::Hold;
            for (const Side side : {Side::Buy, Side::Sell}) {
                const auto ids = m_engine.queue(book, side);
                if (ids != m_reference.queue(book, side))
                    return "a queue has another order";
                const auto expected = m_reference.depth(book, side);
                std::vector<DepthLevel> levels(expected.size() + 1);
                levels.resize(m_engine.depth(book, side, levels));
                const auto same = [](const DepthLevel& a, const DepthLevel& b) {
                    return a.price == b.price && a.orders == b.orders && a.quantity == b.quantity;
                };
                if (!std::equal(levels.begin(), levels.end(), expected.begin(), expected.end(), same))
                    return "the depth";
                for (const OrderId id : ids) {
                    const auto* order = m_reference.find(id);
                    const auto view = *m_engine.find(id);
                    if (view.quantity != order->shown || view.reserve != order->reserve || view.held != m_reference.heldOf(id))
                        return "an order's quantity";
                    mayCross = mayCross || order->terms.allOrNone || order->unpriced;
                }
            }
            if (m_engine.waitingOrders(book) != m_reference.waitingOrders(book))
                return "the waiting orders";
            const auto bid = m_engine.best(book, Side::Buy);
            const auto ask = m_engine.best(book, Side::Sell);
            if (!mayCross && bid && ask && bid->price >= ask->price)
                return "the book is crossed in continuous trading";
        }
        return {};
    }

    RandomStream m_stream;
    MatchingEngine m_engine{4};
    ReferenceMatchingEngine m_reference;
    EventCollector m_ours;
    EventCollector m_theirs;
    std::uint64_t m_changed = 0; // quantity of the target before a replacement or reduction
};

constexpr std::uint64_t kCommands = 6'000;

} // namespace

class MatchingDifferentialTest : public QObject {
    Q_OBJECT

    /// Runs one stream; answers what is wrong, or nothing.
    static QString difference(std::uint64_t seed, std::uint64_t& events, std::uint64_t& hash, std::uint64_t commands = kCommands)
    {
        Duel duel(seed, static_cast<Style>(seed % kStyles));
        for (std::uint64_t i = 0; i < commands; ++i)
            if (const QString wrong = duel.step(i); !wrong.isEmpty())
                return QString("seed %1, command %2: %3").arg(seed).arg(i).arg(wrong);
        events += duel.events;
        hash = duel.hash();
        return {};
    }

private slots:
    void everyEventEqualsTheReferenceModels()
    {
        const std::uint64_t wanted = qEnvironmentVariableIsSet("RIALTO_FUZZ_EVENTS")
                                         ? qEnvironmentVariable("RIALTO_FUZZ_EVENTS").toULongLong()
                                         : 2'000'000;
        std::uint64_t events = 0;
        for (std::uint64_t seed = qEnvironmentVariable("RIALTO_FUZZ_SEED", "1").toULongLong(); events < wanted; ++seed) {
            std::uint64_t hash = 0;
            const QString wrong = difference(seed, events, hash);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
    }

    void damagedSnapshotsAreRefused()
    {
        MatchingEngine engine;
        EventCollector events;
        engine.submit({.id = 1, .price = 5, .quantity = 7, .book = engine.addBook()}, events);
        const std::vector<std::uint64_t> words = engine.snapshot();
        QVERIFY(MatchingEngine::restored(words));
        for (std::size_t size = 0; size < words.size(); ++size)
            QVERIFY(!MatchingEngine::restored(std::span(words).first(size)));
        std::vector<std::uint64_t> wrong = words;
        wrong[0] ^= 1U;
        QVERIFY(!MatchingEngine::restored(wrong));
    }

    void theSameStreamEndsInTheSameState()
    {
        for (std::uint64_t seed = 77; seed < 77 + kStyles; ++seed) {
            std::uint64_t events = 0;
            std::uint64_t first = 0;
            std::uint64_t second = 0;
            QVERIFY(difference(seed, events, first, 1'500).isEmpty());
            QVERIFY(difference(seed, events, second, 1'500).isEmpty());
            QCOMPARE(first, second);
            QVERIFY(difference(seed, events, second, 1'400).isEmpty());
            QVERIFY(first != second);
        }
    }
};

RIALTO_TEST(MatchingDifferentialTest)
#include "matching_differential_test.moc"
