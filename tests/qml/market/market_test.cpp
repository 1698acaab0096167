// SPDX-License-Identifier: GPL-3.0-or-later
#include "Market/market_model.h"
#include "Theme/theme.h"
#include "storage/memory_bar_store.h"
#include "support/panel_view.h"
#include "support/screen_desk.h"
#include "support/test_main.h"

using namespace rialto;
using namespace rialto::testing;

namespace {

TradePrint print(const ScreenDesk& desk, std::uint32_t instrument, const char* price, int quantity, int secondsLater = 0)
{
    static std::uint64_t sequence = 0;
    return {InstrumentId(instrument), Price::literal(price), Quantity::of(quantity), Side::Buy, desk.now + secondsLater * kNanosPerSecond, ++sequence};
}

Bar bar(Timestamp start, const char* open, const char* high, const char* low, const char* close, int volume)
{
    return {start, Price::literal(open), Price::literal(high), Price::literal(low), Price::literal(close), Quantity::of(volume)};
}

} // namespace

class MarketTest : public QObject
{
    Q_OBJECT
private slots:
    void theWatchlistShowsChangeAgainstThePreviousClose()
    {
        ScreenDesk desk;
        WatchlistModel list(desk.feed);
        QCOMPARE(list.count(), 6);
        QCOMPARE(list.text(0, list.columnOf("last")), QStringLiteral("10.01"));
        QCOMPARE(list.text(0, list.columnOf("change")), QStringLiteral("+0.11"));
        QCOMPARE(list.text(0, list.columnOf("percent")), QStringLiteral("+1.11%"));
        QCOMPARE(list.tone(0, list.columnOf("last")), int(theme::Theme::Up));
        QCOMPARE(list.tone(1, list.columnOf("last")), int(theme::Theme::Down));
    }

    void allChangesOfAFrameAreOneSignal()
    {
        ScreenDesk desk;
        WatchlistModel list(desk.feed);
        QSignalSpy changes(&list, &QAbstractItemModel::dataChanged);
        desk.quote(1, "10.10", "10.12", "10.11", "9.90");
        desk.quote(2, "50.20", "50.30", "50.25", "51.00");
        QVERIFY(desk.services.advanceTo(desk.now + kNanosPerMilli).ok());
        desk.feed.tick();
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes[0][0].toModelIndex().row(), 0);
        QCOMPARE(changes[0][1].toModelIndex().row(), 1);
        QCOMPARE(list.text(1, list.columnOf("last")), QStringLiteral("50.25"));
    }

    void aSymbolIsAddedOnceAndTakenOff()
    {
        ScreenDesk desk;
        WatchlistModel list(desk.feed);
        list.setSymbols({"BBB", "AAA"});
        QCOMPARE(list.count(), 2);
        QCOMPARE(list.symbolAt(0), QStringLiteral("BBB"));
        QVERIFY(list.add("eee"));
        QVERIFY(!list.add("EEE"));
        QVERIFY(!list.add("NOPE"));
        list.remove(0);
        QCOMPARE(list.symbols(), (QStringList{"AAA", "EEE"}));
        list.remove(0);
        list.remove(0);
        QCOMPARE(list.count(), 1); // the last one stays: an empty list could not be filled from itself
    }

    void theTapeOfASymbolIsThereWhenItIsChosen()
    {
        ScreenDesk desk;
        TapeModel tape(desk.feed);
        desk.broker.say(print(desk, 2, "50.05", 300));
        desk.broker.say(print(desk, 2, "50.07", 200, 1));
        desk.settle();
        QCOMPARE(tape.rowCount(), 0);
        desk.feed.selection().setSymbol("BBB");
        QCOMPARE(tape.rowCount(), 2);
        QCOMPARE(tape.text(0, 1), QStringLiteral("50.07"));
        QCOMPARE(tape.text(1, 2), QStringLiteral("300"));
    }

    void depthKeepsTheOrderOfLevelsAndMeasuresBarsByTheLargest()
    {
        ScreenDesk desk;
        DepthModel depth(desk.feed);
        QVERIFY(!depth.known());
        DepthUpdate update;
        update.instrument = InstrumentId(1);
        update.bids = {{Price::literal("10.00"), Quantity::of(100), 1, {}}, {Price::literal("9.99"), Quantity::of(400), 2, {}}};
        update.asks = {{Price::literal("10.02"), Quantity::of(200), 1, Quantity::of(50)}};
        desk.broker.say(update);
        desk.settle();
        QVERIFY(depth.known());
        QCOMPARE(depth.data(depth.index(0), DepthModel::BidPrice).toString(), QStringLiteral("10.00"));
        QCOMPARE(depth.data(depth.index(1), DepthModel::BidFraction).toDouble(), 1.0);
        QCOMPARE(depth.data(depth.index(0), DepthModel::AskFraction).toDouble(), 0.5);
        QVERIFY(depth.data(depth.index(0), DepthModel::AskOwn).toBool());
        QCOMPARE(depth.data(depth.index(1), DepthModel::AskPrice).toString(), QString());
        QCOMPARE(depth.spread(), QStringLiteral("0.02"));
        desk.feed.selection().setSymbol("BBB");
        QVERIFY(!depth.known());
    }

    void minutesBecomeFiveMinutesOnTheirOwnGrid()
    {
        const Timestamp start = *parseIso("2026-01-07T15:34:00Z");
        const auto five = resampled({bar(start, "10", "12", "9", "11", 5), bar(start + kNanosPerMinute, "11", "13", "11", "12", 7)}, 300);
        QCOMPARE(five.size(), std::size_t(2));
        QCOMPARE(five[0].start, *parseIso("2026-01-07T15:30:00Z"));
        QCOMPARE(five[1].start, *parseIso("2026-01-07T15:35:00Z"));
        const auto hour = resampled({bar(start, "10", "12", "9", "11", 5), bar(start + kNanosPerMinute, "11", "13", "11", "12", 7)}, 3600);
        QCOMPARE(hour.size(), std::size_t(1));
        QVERIFY(hour[0] == bar(*parseIso("2026-01-07T15:00:00Z"), "10", "13", "9", "12", 12));
    }

    void twoPartsOfOneMinuteMakeOneBarThatClosesLive()
    {
        const Timestamp start = *parseIso("2026-01-07T15:34:00Z");
        const auto stored = bar(start, "10", "12", "9", "11", 50);
        const auto partial = bar(start, "11", "12.5", "11", "11.5", 5);
        const auto next = bar(start + kNanosPerMinute, "11", "12", "11", "12", 5);
        const auto both = joined({stored}, {partial, next});
        QCOMPARE(both.size(), std::size_t(2));
        QVERIFY(both[0] == bar(start, "10", "12.5", "9", "11.5", 50));
        QVERIFY(both[1] == next);
    }

    void theChartJoinsStoredBarsWithLiveTrades()
    {
        ScreenDesk desk;
        const Timestamp minute(desk.now.nanos - desk.now.nanos % kNanosPerMinute);
        BarLoader loader([minute] {
            auto store = std::make_unique<storage::MemoryBarStore>();
            const std::vector<Bar> bars{bar(minute + -2 * kNanosPerMinute, "9.8", "9.9", "9.7", "9.85", 10), bar(minute + -kNanosPerMinute, "9.85", "9.95", "9.8", "9.9", 20)};
            RIALTO_CHECK(market::append(*store, {"AAA", BarInterval::Minute, "test"}, bars).ok(), "bars are not stored");
            return store;
        });
        ChartModel chart(desk.feed, loader);
        QTRY_VERIFY(!chart.loading());
        QCOMPARE(chart.bars().size(), std::size_t(2));
        desk.broker.say(print(desk, 1, "10.01", 5));
        desk.broker.say(print(desk, 1, "10.03", 5));
        desk.settle();
        QCOMPARE(chart.bars().size(), std::size_t(3));
        QVERIFY(chart.bars().back().high == Price::literal("10.03"));
        QCOMPARE(chart.series()->count(), 3);
        desk.broker.say(print(desk, 1, "9.99", 5));
        desk.settle();
        QCOMPARE(chart.bars().size(), std::size_t(3));
        QVERIFY(chart.bars().back().low == Price::literal("9.99"));
    }

    void aReadThatCameTooLateIsForgotten()
    {
        ScreenDesk desk;
        BarLoader loader([] {
            auto store = std::make_unique<storage::MemoryBarStore>();
            const std::vector<Bar> bars{bar(Timestamp(0), "1", "1", "1", "1", 1)};
            RIALTO_CHECK(market::append(*store, {"AAA", BarInterval::Minute, "test"}, bars).ok(), "bars are not stored");
            return store;
        });
        ChartModel chart(desk.feed, loader);
        desk.feed.selection().setSymbol("BBB"); // before AAA's bars are read
        QTRY_VERIFY(!chart.loading());
        QTest::qWait(50);
        QCOMPARE(chart.bars().size(), std::size_t(0));
    }

    void theArrowKeysChooseTheSymbolOfEveryPanel()
    {
        ScreenDesk desk;
        MarketModel model(desk.feed, {});
        PanelView view(desk.feed, "Market/MarketWorkspace.qml", &model, QSize(1280, 720));
        auto* table = view.item("watchlistTable");
        QVERIFY(table != nullptr);
        table->forceActiveFocus();
        view.key(Qt::Key_Home);
        view.key(Qt::Key_Down);
        QCOMPARE(desk.feed.selection().symbol(), QStringLiteral("BBB"));
        QCOMPARE(view.item("quoteSymbol")->property("text").toString(), QStringLiteral("BBB"));
        QCOMPARE(view.item("quoteLast")->property("text").toString(), QStringLiteral("50.05"));
        QCOMPARE(view.warnings(), QStringList());
    }
};

RIALTO_TEST(MarketTest)
#include "market_test.moc"
