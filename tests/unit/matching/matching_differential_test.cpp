// SPDX-License-Identifier: GPL-3.0-or-later
// Random streams through the product's engine and the reference model, every event compared; then the invariants.
// RIALTO_FUZZ_EVENTS=100000000 runs a night's worth; the seed of a failing stream is printed.
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

/// One random stream: its own price grid, width, mix and way of numbering orders.
class RandomStream {
public:
    explicit RandomStream(std::uint64_t seed) : m_rng(seed)
    {
        static constexpr std::int64_t kSteps[] = {1, 1, 1, 2, 5, 7, 10, 100, 4096, 99'991};
        m_step = kSteps[below(10)];
        m_middle = static_cast<std::int64_t>(below(20'000)) - 10'000;
        m_width = 2 + static_cast<std::int64_t>(below(below(4) == 0 ? 3'000 : 40));
        m_counter = below(2) == 0;
        m_target = 10 + static_cast<std::uint32_t>(below(150));
    }

    std::uint64_t below(std::uint64_t bound) { return m_rng.next() % bound; }
    std::uint32_t target() const { return m_target; }
    void drift()
    {
        if (below(20) == 0)
            m_middle += static_cast<std::int64_t>(below(9)) - 4;
    }
    OrderId newId()
    {
        ++m_ids;
        return m_counter ? m_ids * 3 : m_ids * 0xD6E8FEB86659FD93ULL;
    }
    Ticks price(Side side)
    {
        if (below(300) == 0) // far away from all others
            return static_cast<Ticks>(side == Side::Buy ? -2'000'000'000 + static_cast<std::int64_t>(below(50))
                                                        : 2'000'000'000 - static_cast<std::int64_t>(below(50)));
        const std::int64_t distance = static_cast<std::int64_t>(below(static_cast<std::uint64_t>(m_width))) - m_width / 6;
        const std::int64_t offGrid = below(60) == 0 ? static_cast<std::int64_t>(below(static_cast<std::uint64_t>(m_step))) : 0;
        return static_cast<Ticks>((side == Side::Buy ? m_middle - distance : m_middle + distance) * m_step + offGrid);
    }
    NewOrder order()
    {
        NewOrder order;
        order.id = newId();
        order.side = static_cast<Side>(below(2));
        order.price = price(order.side);
        order.quantity = static_cast<Lots>(1 + below(below(10) == 0 ? 500 : 40));
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
        return order;
    }

    static constexpr BookId kBooks = 3;

private:
    rialto::Rng m_rng;
    std::int64_t m_step = 1;
    std::int64_t m_middle = 0;
    std::int64_t m_width = 10;
    bool m_counter = true;
    std::uint32_t m_target = 50;
    std::uint64_t m_ids = 0;
};

/// Quantity that came in must be in the book, traded (twice), or given up.
struct Balance {
    std::uint64_t entered = 0;
    std::uint64_t left = 0;

    void add(const EventLine& line)
    {
        const auto& n = line.numbers;
        if (line.kind == EventLine::Accepted)
            entered += n[2];
        else if (line.kind == EventLine::Trade)
            left += 2 * n[3];
        else if (line.kind == EventLine::Cancelled)
            left += n[2];
    }
};

} // namespace

class MatchingDifferentialTest : public QObject {
    Q_OBJECT

    static bool depthEqual(const MatchingEngine& engine, const ReferenceMatchingEngine& reference)
    {
        for (BookId book = 0; book < RandomStream::kBooks; ++book) {
            for (const Side side : {Side::Buy, Side::Sell}) {
                const auto expected = reference.depth(book, side);
                std::vector<DepthLevel> levels(expected.size() + 1);
                levels.resize(engine.depth(book, side, levels));
                const auto same = [](const DepthLevel& a, const DepthLevel& b) {
                    return a.price == b.price && a.orders == b.orders && a.quantity == b.quantity;
                };
                if (!std::equal(levels.begin(), levels.end(), expected.begin(), expected.end(), same))
                    return false;
            }
            const auto bid = engine.best(book, Side::Buy);
            const auto ask = engine.best(book, Side::Sell);
            if (bid && ask && bid->price >= ask->price)
                return false;
        }
        return true;
    }

    /// Runs one stream; answers the place of the first difference, or nothing.
    static std::optional<std::uint64_t> firstDifference(std::uint64_t seed, std::uint64_t commands, std::uint64_t& hash)
    {
        RandomStream stream(seed);
        MatchingEngine engine(4);
        std::vector<PriceBand> bands(RandomStream::kBooks);
        bands[2] = {-400'000, 400'000};
        for (const PriceBand& band : bands)
            engine.addBook(band);
        ReferenceMatchingEngine reference(bands);
        EventCollector ours;
        EventCollector theirs;
        for (std::uint64_t i = 0; i < commands; ++i) {
            stream.drift();
            ours.lines.clear();
            theirs.lines.clear();
            const auto live = reference.liveOrders();
            const OrderId target = live == 0 || stream.below(50) == 0 ? stream.below(100) : reference.idAt(stream.below(live));
            const std::uint64_t enough = live > stream.target() ? 45 : 65;
            const std::uint64_t dice = stream.below(100);
            const std::uint64_t openBefore = reference.openQuantity();
            bool replacing = false;
            if (dice < enough) {
                NewOrder order = stream.order();
                if (stream.below(200) == 0)
                    order.id = target;
                engine.submit(order, ours);
                reference.submit(order, theirs);
            } else if (dice < 80) {
                engine.cancel(target, ours);
                reference.cancel(target, theirs);
            } else if (dice < 87) {
                const auto off = static_cast<Lots>(stream.below(30));
                engine.reduce(target, off, ours);
                reference.reduce(target, off, theirs);
            } else if (dice < 99) {
                const auto view = engine.find(target);
                const bool samePrice = view && stream.below(2) == 0;
                const Replace command{target, stream.below(3) == 0 ? target : stream.newId(),
                                      samePrice ? view->price : stream.price(view ? view->side : Side::Buy),
                                      static_cast<Lots>(stream.below(60)), static_cast<QueuePlace>(stream.below(2))};
                engine.replace(command, ours);
                reference.replace(command, theirs);
                replacing = true;
            } else if (stream.below(4) == 0) {
                const auto book = static_cast<BookId>(stream.below(RandomStream::kBooks));
                const auto owner = static_cast<OwnerId>(stream.below(5));
                engine.cancelAll(book, owner, ours);
                reference.cancelAll(book, owner, theirs);
            } else {
                engine.endDay(0, ours);
                reference.endDay(0, theirs);
            }
            if (ours.lines != theirs.lines || engine.liveOrders() != reference.liveOrders())
                return i;
            // Replacements and reductions change quantities without a figure for it among their numbers.
            const bool conserves = !replacing && (ours.lines.empty() || ours.lines.front().kind != EventLine::Reduced);
            Balance balance;
            for (const EventLine& line : ours.lines)
                balance.add(line);
            if (conserves && openBefore + balance.entered != reference.openQuantity() + balance.left)
                return i;
            if (i % 512 == 0 && !depthEqual(engine, reference))
                return i;
            if (i % 4096 == 4095) { // go on from a snapshot: nothing may change
                auto restored = MatchingEngine::restored(engine.snapshot());
                if (!restored || restored->stateHash() != engine.stateHash())
                    return i;
                engine = std::move(*restored);
            }
        }
        hash = engine.stateHash();
        return std::nullopt;
    }

private slots:
    void everyEventEqualsTheReferenceModels()
    {
        const std::uint64_t wanted = qEnvironmentVariableIsSet("RIALTO_FUZZ_EVENTS")
                                         ? qEnvironmentVariable("RIALTO_FUZZ_EVENTS").toULongLong()
                                         : 2'000'000;
        constexpr std::uint64_t kStream = 25'000;
        for (std::uint64_t seed = 1; seed <= std::max<std::uint64_t>(wanted / kStream, 1); ++seed) {
            std::uint64_t hash = 0;
            const auto difference = firstDifference(seed, kStream, hash);
            QVERIFY2(!difference, qPrintable(QString("seed %1, command %2").arg(seed).arg(difference.value_or(0))));
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
        std::uint64_t first = 0;
        std::uint64_t second = 0;
        QVERIFY(!firstDifference(77, 5'000, first));
        QVERIFY(!firstDifference(77, 5'000, second));
        QCOMPARE(first, second);
        QVERIFY(!firstDifference(78, 5'000, second));
        QVERIFY(first != second);
    }
};

RIALTO_TEST(MatchingDifferentialTest)
#include "matching_differential_test.moc"
