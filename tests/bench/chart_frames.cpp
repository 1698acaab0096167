// SPDX-License-Identifier: GPL-3.0-or-later
// chart_frames: milliseconds a frame of the price chart while it is panned and while its last bar moves, at 1280 x 720, for series
// of 500 to 1,000,000 bars. Baselines of the same run and renderer: a plain item that fills the window anew (what a full frame
// costs at all), and the same bars painted one by one with QPainter (what a chart without a pyramid costs). Times are of the
// frame's work, from the end of animations to the swap; "cpu" is the processor time of all threads, which a busy machine
// hardly changes, "median" and "p99" are wall time. At the end the same with ten indicators, up to 10,000,000 bars.
//   QT_QPA_PLATFORM=offscreen chart_frames          software renderer
//   xvfb-run -a env QT_QPA_PLATFORM=xcb chart_frames    OpenGL (llvmpipe)
#include "sample_bars.h"

#include "Charts/candle_chart_item.h"
#include "Charts/chart_studies.h"
#include "Theme/theme.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPainter>
#include <QQuickPaintedItem>
#include <QQuickWindow>
#include <QSGRendererInterface>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace rialto;

namespace {

constexpr int warmFrames = 10;
constexpr int timedFrames = 120;

class NaiveChart : public QQuickPaintedItem
{
public:
    std::vector<charts::ChartBar> bars;
    double shift = 0;

    void paint(QPainter* painter) override
    {
        const double step = width() / double(bars.size());
        for (std::size_t i = 0; i < bars.size(); ++i) {
            const charts::ChartBar& bar = bars[i];
            const double x = double(i) * step + shift;
            const QColor colour = bar.close >= bar.open ? Qt::darkGreen : Qt::darkRed;
            const auto yOf = [](double price) { return 700 - price / 1000; };
            painter->fillRect(QRectF(x, yOf(bar.high), 1, std::max(1.0, yOf(bar.low) - yOf(bar.high))), colour);
            painter->fillRect(QRectF(x, std::min(yOf(bar.open), yOf(bar.close)), std::max(1.0, step * 0.7), std::max(1.0, std::abs(yOf(bar.open) - yOf(bar.close)))), colour);
        }
    }
};

class PlainFill : public QQuickPaintedItem
{
public:
    int shade = 0;
    void paint(QPainter* painter) override { painter->fillRect(QRectF(0, 0, width(), height()), QColor(shade, shade, shade)); }
};

struct Timing {
    double cpuMs = 0, medianMs = 0, p99Ms = 0;
};

/// Runs `change` before each frame and times from there to the swapped frame.
Timing timeFrames(QQuickWindow& window, int frames, const std::function<void(int)>& change)
{
    const auto cpuMs = [] { return double(std::clock()) * 1000 / CLOCKS_PER_SEC; };
    std::vector<double> times;
    double cpuTotal = 0;
    for (int i = 0; i < warmFrames + frames; ++i) {
        bool swapped = false;
        QElapsedTimer clock;
        double waitedMs = 0, swappedMs = 0, waitedCpu = 0, swappedCpu = 0;
        const auto connection = QObject::connect(&window, &QQuickWindow::frameSwapped, &window, [&] {
            swapped = true;
            swappedMs = double(clock.nsecsElapsed()) / 1e6;
            swappedCpu = cpuMs();
        }, Qt::DirectConnection);
        // The event loop waits a few milliseconds for the frame's turn; only the work from the frame's start counts.
        const auto began = QObject::connect(&window, &QQuickWindow::afterAnimating, &window, [&] {
            waitedMs = double(clock.nsecsElapsed()) / 1e6;
            waitedCpu = cpuMs();
        }, Qt::DirectConnection);
        const double startCpu = cpuMs();
        clock.start();
        change(i);
        const double changedCpu = cpuMs() - startCpu;
        const double changedMs = double(clock.nsecsElapsed()) / 1e6;
        window.update();
        while (!swapped && clock.elapsed() < 20'000)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        if (i >= warmFrames) {
            times.push_back(swappedMs - waitedMs + changedMs);
            cpuTotal += swappedCpu - waitedCpu + changedCpu;
        }
        QObject::disconnect(connection);
        QObject::disconnect(began);
    }
    std::sort(times.begin(), times.end());
    return {cpuTotal / frames, times[times.size() / 2], times[std::min(times.size() - 1, times.size() * 99 / 100)]};
}

void print(const char* what, std::size_t bars, const Timing& timing, double baseline)
{
    std::printf("%-26s %9zu bars  cpu %8.2f ms  median %8.2f ms  p99 %8.2f ms  cpu %6.2f x a plain fill\n", what, bars, timing.cpuMs, timing.medianMs, timing.p99Ms, timing.cpuMs / baseline);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QSG_RENDER_LOOP", "basic");
    QGuiApplication application(argc, argv);
    theme::prepareApplication(application);
    theme::Theme theme;
    QQuickWindow window;
    window.resize(1280, 720);
    window.setColor(theme.window());
    window.show();
    QElapsedTimer patience;
    patience.start();
    while (!window.isExposed() && patience.elapsed() < 5000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);

    PlainFill fill;
    fill.setParentItem(window.contentItem());
    fill.setSize(QSizeF(1280, 720));
    const Timing plain = timeFrames(window, timedFrames, [&](int i) {
        fill.shade = i % 100;
        fill.update();
    });
    fill.setVisible(false);
    std::printf("renderer: %s\n", window.rendererInterface()->graphicsApi() == QSGRendererInterface::Software ? "software (QPainter)" : "scene graph (OpenGL)");
    print("baseline: plain fill", 0, plain, plain.cpuMs);

    for (std::size_t count : {std::size_t(500), std::size_t(5000), std::size_t(50'000), std::size_t(500'000), std::size_t(1'000'000)}) {
        const auto bars = gallery::sampleBars(count, 1'577'975'400'000, 60'000);
        charts::ChartSeries series;
        QElapsedTimer clock;
        clock.start();
        series.setBars(bars);
        const double buildMs = double(clock.nsecsElapsed()) / 1e6;
        charts::CandleChartItem chart;
        chart.setTheme(&theme);
        chart.setParentItem(window.contentItem());
        chart.setSize(QSizeF(1280, 720));
        chart.setSeries(&series);
        chart.showAll();
        const double step = 1 / chart.barWidth();
        print("pan, all in sight", count, timeFrames(window, timedFrames, [&](int i) { chart.panBy(i % 40 < 20 ? -step : step); }), plain.cpuMs);
        chart.showLast(200);
        print("pan, 200 in sight", count, timeFrames(window, timedFrames, [&](int i) { chart.panBy(i % 40 < 20 ? -0.5 : 0.5); }), plain.cpuMs);
        chart.goToEnd();
        charts::ChartBar last = series.pyramid().back();
        print("last bar moves", count, timeFrames(window, timedFrames, [&](int i) {
            last.close = last.open * (1 + (i % 7 - 3) * 0.0005);
            series.updateLast(last);
        }), plain.cpuMs);
        clock.restart();
        constexpr int updates = 100'000;
        for (int i = 0; i < updates; ++i) {
            last.close = last.open + (i % 7 - 3) * 0.01;
            series.updateLast(last);
        }
        std::printf("%-26s %9zu bars  setBars %8.2f ms  updateLast %8.3f us\n", "series", count, buildMs, double(clock.nsecsElapsed()) / 1e3 / updates);
        chart.setVisible(false);
        if (count <= 50'000) {
            NaiveChart naive;
            naive.bars = bars;
            naive.setParentItem(window.contentItem());
            naive.setSize(QSizeF(1280, 720));
            print("baseline: bar by bar", count, timeFrames(window, count > 5000 ? 20 : timedFrames, [&](int i) {
                naive.shift = i % 20;
                naive.update();
            }), plain.cpuMs);
        }
    }
    // Ten indicators, five over the candles and five in panes, worked out on a thread and then followed bar by bar.
    for (std::size_t count : {std::size_t(1'000'000), std::size_t(10'000'000)}) {
        charts::ChartSeries series;
        series.setBars(gallery::sampleBars(count, 315'532'800'000, 60'000));
        charts::ChartStudies studies;
        studies.setSeries(&series);
        QElapsedTimer clock;
        clock.start();
        for (const char* name : {"sma", "ema", "bbands", "keltner", "sar", "rsi", "macd", "stoch", "adx", "obv"})
            studies.add(QString::fromLatin1(name));
        double longestMs = 0; // between two turns of the event loop: how long a user would wait for anything else
        while (studies.busy()) {
            QElapsedTimer turn;
            turn.start();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            longestMs = std::max(longestMs, double(turn.nsecsElapsed()) / 1e6);
        }
        std::printf("%-26s %9zu bars  on their thread %8.0f ms, the GUI thread's longest turn %6.1f ms\n", "ten indicators", count, double(clock.nsecsElapsed()) / 1e6, longestMs);
        charts::CandleChartItem chart;
        chart.setTheme(&theme);
        chart.setParentItem(window.contentItem());
        chart.setSize(QSizeF(1280, 720));
        chart.setSeries(&series);
        chart.setStudies(&studies);
        chart.showAll();
        const double step = 1 / chart.barWidth();
        print("ten: pan, all in sight", count, timeFrames(window, timedFrames, [&](int i) { chart.panBy(i % 40 < 20 ? -step : step); }), plain.cpuMs);
        print("ten: zoom", count, timeFrames(window, timedFrames, [&](int i) { chart.zoomBy(i % 60 < 30 ? 1.3 : 1 / 1.3); }), plain.cpuMs);
        chart.showLast(200);
        print("ten: pan, 200 in sight", count, timeFrames(window, timedFrames, [&](int i) { chart.panBy(i % 40 < 20 ? -0.5 : 0.5); }), plain.cpuMs);
        chart.goToEnd();
        charts::ChartBar last = series.pyramid().back();
        print("ten: last bar moves", count, timeFrames(window, timedFrames, [&](int i) {
            last.close = last.open * (1 + (i % 7 - 3) * 0.0005);
            series.updateLast(last);
        }), plain.cpuMs);
        clock.restart();
        constexpr int updates = 20'000;
        for (int i = 0; i < updates; ++i) {
            last.close = last.open + (i % 7 - 3) * 0.01;
            series.updateLast(last);
        }
        const double changedUs = double(clock.nsecsElapsed()) / 1e3 / updates;
        clock.restart();
        for (int i = 0; i < updates; ++i) {
            last.timeMs += 60'000;
            series.appendBar(last);
        }
        std::printf("%-26s %9zu bars  updateLast %8.3f us  appendBar %8.3f us\n", "series with ten", count, changedUs, double(clock.nsecsElapsed()) / 1e3 / updates);
    }
    return 0;
}
