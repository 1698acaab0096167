// SPDX-License-Identifier: GPL-3.0-or-later
#include "Charts/candle_chart_item.h"
#include "Theme/theme.h"
#include "support/test_main.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QQuickWindow>
#include <QSignalSpy>

#include <cmath>

using namespace rialto;
using namespace rialto::charts;

namespace {

std::vector<ChartBar> rising(std::size_t count)
{
    std::vector<ChartBar> bars;
    for (std::size_t i = 0; i < count; ++i) {
        const double price = 100 + double(i) * 0.1;
        bars.push_back({std::int64_t(i) * 60'000, price, price + 0.5, price - 0.5, price, 10});
    }
    return bars;
}

Drawing drawing(DrawingKind kind, std::vector<DrawingPoint> points, const QString& text = {})
{
    return {0, kind, std::move(points), text, 0};
}

/// A chart of 800 x 400 with a mouse and a keyboard.
struct Bench {
    Bench()
    {
        series.setBars(rising(400));
        chart.setTheme(&theme);
        chart.setParentItem(window.contentItem());
        chart.setSize(QSizeF(800, 400));
        chart.setSeries(&series);
        chart.setDrawings(&drawings);
        chart.showLast(100);
    }
    void mouse(QEvent::Type type, QPointF place, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QMouseEvent event(type, place, place, place, type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(&chart, &event);
    }
    void drag(QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        mouse(QEvent::MouseButtonPress, from, modifiers);
        mouse(QEvent::MouseMove, (from + to) / 2, modifiers);
        mouse(QEvent::MouseMove, to, modifiers);
        mouse(QEvent::MouseButtonRelease, to, modifiers);
    }
    void click(QPointF place)
    {
        mouse(QEvent::MouseButtonPress, place);
        mouse(QEvent::MouseButtonRelease, place);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QKeyEvent event(QEvent::KeyPress, key, modifiers);
        QCoreApplication::sendEvent(&chart, &event);
    }
    theme::Theme theme;
    ChartSeries series;
    ChartDrawings drawings;
    QQuickWindow window;
    CandleChartItem chart;
};

} // namespace

class DrawingsTest : public QObject {
    Q_OBJECT
private slots:
    void momentsAndPlacesAreEachOthersInverseAlsoBeyondTheBars()
    {
        ChartSeries series;
        series.setBars(rising(50));
        ChartView view;
        view.width = 700;
        view.showLast(50, 60);
        CandleLayout layout;
        layout.plotWidth = 700;
        layout.mainBottom = layout.priceBottom = 300;
        layout.low = 90;
        layout.high = 110;
        const Placer placer(series, view, layout);
        for (const double time : {-600'000.0, 0.0, 90'000.0, 29 * 60'000.0, 49 * 60'000.0, 70 * 60'000.0})
            QVERIFY(std::abs(placer.timeAt(placer.barOf(time)) - time) < 1e-3);
        QCOMPARE(placer.barOf(30 * 60'000.0), 30.5);
    }

    void segmentsAreCutAtTheEdgesOfThePane()
    {
        const QRectF area(0, 0, 100, 100);
        const auto part = clipped(QLineF(-50, 50, 150, 50), area);
        QVERIFY(part.has_value());
        QCOMPARE(part->p1(), QPointF(0, 50));
        QCOMPARE(part->p2(), QPointF(100, 50));
        QVERIFY(!clipped(QLineF(-10, -10, 50, -1), area));
        QVERIFY(clipped(QLineF(20, 20, 20, 500), area)->length() == 80);
    }

    void fibonacciLevelsLieAtTheirShareOfTheMove()
    {
        ChartSeries series;
        series.setBars(rising(50));
        ChartView view;
        view.width = 700;
        view.showLast(50, 60);
        CandleLayout layout;
        layout.plotWidth = 700;
        layout.mainBottom = layout.priceBottom = 400;
        layout.low = 90;
        layout.high = 210;
        const Placer placer(series, view, layout);
        const DrawingShape shape = shapeOf(drawing(DrawingKind::Fibonacci, {{5 * 60'000.0, 100}, {30 * 60'000.0, 200}}), placer);
        QStringList words;
        for (const auto& each : shape.words)
            words << each.text;
        QVERIFY(words.contains(QStringLiteral("61.8%  138.20"))); // a retracement of 0.618 of 100 from 200
        QVERIFY(words.contains(QStringLiteral("0.0%  200.00")));
        QVERIFY(words.contains(QStringLiteral("100.0%  100.00")));
    }

    void aTrendIsDrawnByDraggingOrByTwoClicks()
    {
        Bench bench;
        bench.chart.setTool(CandleChartItem::Trend);
        bench.drag({200, 200}, {400, 100});
        QCOMPARE(bench.drawings.count(), 1);
        QCOMPARE(bench.chart.tool(), CandleChartItem::NoTool);
        bench.chart.setTool(CandleChartItem::Ray);
        bench.click({250, 250});
        QCOMPARE(bench.drawings.count(), 1);
        bench.click({500, 220});
        QCOMPARE(bench.drawings.count(), 2);
        const Drawing& ray = bench.drawings.drawings().back();
        QCOMPARE(int(ray.kind), int(DrawingKind::Ray));
        QVERIFY(ray.points[1].timeMs > ray.points[0].timeMs);
    }

    void aChannelTakesThreePointsAndALevelOne()
    {
        Bench bench;
        bench.chart.setTool(CandleChartItem::Channel);
        bench.drag({200, 200}, {400, 150});
        QCOMPARE(bench.drawings.count(), 0);
        bench.click({400, 120});
        QCOMPARE(bench.drawings.count(), 1);
        bench.key(Qt::Key_H, Qt::AltModifier);
        QCOMPARE(bench.chart.tool(), CandleChartItem::Level);
        bench.click({300, 180});
        QCOMPARE(bench.drawings.count(), 2);
    }

    void aDrawingIsSelectedMovedRemovedAndAllOfItUndone()
    {
        Bench bench;
        bench.chart.setTool(CandleChartItem::Trend);
        bench.drag({200, 200}, {400, 200});
        bench.chart.setTool(CandleChartItem::NoTool);
        const auto before = bench.drawings.drawings().front().points;
        bench.click({650, 80});
        QCOMPARE(bench.drawings.selected(), 0);
        const double right = bench.chart.lastVisible();
        bench.drag({300, 200}, {300, 150}); // by its middle: the whole
        QCOMPARE(bench.chart.lastVisible(), right);
        QVERIFY(bench.drawings.selected() != 0);
        const auto moved = bench.drawings.drawings().front().points;
        QVERIFY(moved[0].price > before[0].price && moved[1].price > before[1].price);
        QVERIFY(std::abs((moved[0].price - before[0].price) - (moved[1].price - before[1].price)) < 1e-9);
        bench.key(Qt::Key_Delete);
        QCOMPARE(bench.drawings.count(), 0);
        bench.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bench.drawings.drawings().front().points, moved);
        bench.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bench.drawings.drawings().front().points, before);
        bench.key(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(bench.drawings.drawings().front().points, moved);
        QVERIFY(bench.drawings.canUndo() && bench.drawings.canRedo());
    }

    void draggingWithShiftMeasuresAndLeavesNothingBehind()
    {
        Bench bench;
        bench.drag({200, 250}, {400, 150}, Qt::ShiftModifier);
        QCOMPARE(bench.drawings.count(), 0);
        QVERIFY(!bench.drawings.canUndo());
    }

    void draggingBesideTheDrawingsPans()
    {
        Bench bench;
        const double right = bench.chart.lastVisible();
        bench.drag({200, 200}, {300, 200});
        QVERIFY(bench.chart.lastVisible() < right);
    }

    void whatIsRememberedComesBackAndWhatIsDamagedIsLeftOut()
    {
        ChartDrawings drawings;
        drawings.add(drawing(DrawingKind::Trend, {{0, 1}, {60'000, 2}}));
        drawings.add(drawing(DrawingKind::Text, {{0, 1}}, QStringLiteral("支撑")));
        QVERIFY(drawings.add(drawing(DrawingKind::Channel, {{0, 1}})) == 0);
        ChartDrawings again;
        again.setState(drawings.state() + QVariantList{QVariantMap{{"kind", "circle"}}, QVariantMap{{"kind", "trend"}, {"points", QVariantList{}}}, QVariant("x"),
            QVariantMap{{"kind", "level"}, {"points", QVariantList{QVariant(QVariantList{"a", "b"})}}}});
        QCOMPARE(again.count(), 2);
        QCOMPARE(again.drawings()[1].text, QStringLiteral("支撑"));
        QVERIFY(!again.canUndo());
    }
};

RIALTO_TEST(DrawingsTest)
#include "drawings_test.moc"
