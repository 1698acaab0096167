// SPDX-License-Identifier: GPL-3.0-or-later
// gui_flood [--seconds N] [--idle N] [--instruments N] [--rate N]: how the market workspace bears a flood of quotes. One thread publishes
// quotes, prints and depth into the MarketBoard at the given rate while the window is shown; the GUI thread is watched by a
// timer that wants to fire every millisecond. Prints the longest gap, the processor time behind it and the 99th percentile of gaps and frames, idle first,
// then flooded, the ratio of the two, and how memory grew. Exit 1 when the
// GUI thread worked longer than 16 ms at a stretch.
#include "Feed/feed.h"
#include "Market/market_model.h"
#include "Theme/theme.h"
#include "storage/memory_journal.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QQmlEngine>
#include <QQuickView>
#include <QTimer>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <thread>

#ifdef __linux__
#include <sys/resource.h>
#endif

using namespace rialto;

namespace {

constexpr double kLongWork = 16; // a turn of the GUI thread that a user can feel

class SilentBroker final : public BrokerAdapter {
public:
    std::string id() const override { return "silent"; }
    BrokerCapabilities capabilities() const override { return {{}, {}, false, true, true}; }
    void start() override {}
    void stop() override {}
    void submit(const BrokerOrder&) override {}
    void replace(OrderId, Quantity, Price) override {}
    void cancel(OrderId) override {}
    void subscribe(InstrumentId) override {}
    void unsubscribe(InstrumentId) override {}
    void requestState(Timestamp) override {}
    void poll(Timestamp, BrokerEventSink&) override {}
};

/// Counts by hundredths of a millisecond, so that measuring takes no memory of its own.
class Histogram {
public:
    void add(double millis)
    {
        ++m_counts[std::min(m_counts.size() - 1, std::size_t(std::max(0.0, millis) * 100))];
        ++m_total;
        m_longest = std::max(m_longest, millis);
    }
    std::int64_t count() const { return m_total; }
    double longest() const { return m_longest; }
    double percentile(double share) const
    {
        auto left = std::int64_t(double(m_total) * share);
        for (std::size_t i = 0; i < m_counts.size(); ++i)
            if ((left -= m_counts[i]) < 0)
                return double(i) / 100;
        return m_longest;
    }

private:
    std::array<std::int64_t, 20'000> m_counts{};
    std::int64_t m_total = 0;
    double m_longest = 0;
};

struct Figures {
    Histogram gaps;    // between two turns of the GUI thread's loop, ms
    Histogram work;    // processor time of the GUI thread between two turns, ms: what other programs cannot stretch
    Histogram frames;  // from the start of a frame's synchronisation to its end on the screen, ms
    std::int64_t updates = 0;
};

// Processor time of the calling thread in ms; on systems without such a clock 0.
double threadMillis()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec now{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0)
        return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
#endif
    return 0;
}

// Of that the part that the system took on the thread's behalf (page faults, scheduling), where it can be told.
double threadSystemMillis()
{
#ifdef RUSAGE_THREAD
    rusage used{};
    if (getrusage(RUSAGE_THREAD, &used) == 0)
        return double(used.ru_stime.tv_sec) * 1e3 + double(used.ru_stime.tv_usec) / 1e3;
#endif
    return 0;
}

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096.0 / 1e6;
}

Instrument instrumentOf(std::uint32_t number)
{
    Instrument instrument;
    instrument.id = InstrumentId(number);
    instrument.symbol = "S" + std::to_string(1000 + number);
    instrument.mic = "XSIM";
    instrument.name = "Sample number " + std::to_string(number);
    instrument.calendarId = "XNYS";
    instrument.timeZone = "America/New_York";
    instrument.spec.currency = Currency::literal("USD");
    instrument.spec.tick = Price::literal("0.01");
    instrument.spec.lot = Quantity::of(1);
    return instrument;
}

// Publishes in batches of a millisecond, as the engine thread does; a quarter of the updates is a trade.
void flood(MarketBoard& board, std::uint32_t instruments, int rate, const std::atomic<bool>& running, std::atomic<std::int64_t>& count)
{
    const auto began = std::chrono::steady_clock::now();
    std::int64_t sent = 0;
    std::uint64_t sequence = 0;
    while (running) {
        const auto elapsed = std::chrono::steady_clock::now() - began;
        const std::int64_t due = std::chrono::duration_cast<std::chrono::microseconds>(elapsed).count() * rate / 1'000'000;
        std::vector<Quote> quotes;
        std::vector<TradePrint> prints;
        for (; sent < due; ++sent) {
            const auto id = InstrumentId(std::uint32_t(sent * 7919 % instruments) + 1);
            const std::int64_t wave = (sent / instruments * 37 + id.value * 11) % 200 - 100;
            Quote quote;
            quote.instrument = id;
            quote.last = Price::fromRaw((10'000 + wave) * 1'000'000);
            quote.bid = quote.last - Price::fromRaw(1'000'000);
            quote.ask = quote.last + Price::fromRaw(1'000'000);
            quote.bidSize = quote.askSize = Quantity::of(100 + sent % 900);
            quote.open = quote.previousClose = Price::of(100);
            quote.high = Price::of(101);
            quote.low = Price::of(99);
            quote.volume = Quantity::of(sent);
            quote.trades = sent / 4 + 1;
            quote.time = Timestamp(1'767'800'000'000'000'000 + elapsed.count());
            if (sent % 4 == 0)
                prints.push_back({id, quote.last, Quantity::of(100), sent % 8 == 0 ? Side::Buy : Side::Sell, quote.time, ++sequence});
            quotes.push_back(quote);
        }
        std::vector<DepthUpdate> depths(1);
        depths[0].instrument = InstrumentId(1);
        for (int level = 0; level < 10; ++level) {
            depths[0].bids.push_back({Price::of(100 - level), Quantity::of(100 + sent % 500), 3, {}});
            depths[0].asks.push_back({Price::of(101 + level), Quantity::of(100 + sent % 700), 3, {}});
        }
        board.publish(quotes, prints, depths);
        count = sent;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

void print(const char* name, const Figures& figures, int seconds)
{
    std::printf("%-8s %9lld updates/s  gap max %6.2f ms  p99 %5.2f ms  work max %5.2f ms  p99 %5.2f ms  frame p99 %5.2f ms  max %6.2f ms  %4.1f frames/s\n", name,
        static_cast<long long>(figures.updates / seconds), figures.gaps.longest(), figures.gaps.percentile(0.99), figures.work.longest(), figures.work.percentile(0.99),
        figures.frames.percentile(0.99), figures.frames.longest(), double(figures.frames.count()) / seconds);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    theme::prepareApplication(application);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{"seconds", "Length of the flood.", "N", "10"}, {"idle", "Length of the quiet phase before it.", "N", "10"}, {"instruments", "", "N", "1000"}, {"rate", "Quotes a second.", "N", "100000"},
        {"size", "WxH", "WxH", "1440x900"}});
    parser.process(application);
    const int seconds = std::max(1, parser.value("seconds").toInt());
    const int idleSeconds = std::max(1, parser.value("idle").toInt());
    const auto instruments = std::uint32_t(std::max(1, parser.value("instruments").toInt()));
    const int rate = parser.value("rate").toInt();

    MarketBoard board;
    AppServices services(
        [&]() -> Result<HostStart> {
            EngineHost::Parts parts;
            parts.journal = std::make_unique<storage::MemoryJournal>();
            parts.makeBroker = [](const Engine&, Journal&) { return Result<std::unique_ptr<BrokerAdapter>>(std::make_unique<SilentBroker>()); };
            parts.board = &board;
            auto host = EngineHost::open(std::move(parts));
            if (!host)
                return host.error();
            return HostStart{std::move(*host), Timestamp(1'767'800'000'000'000'000)};
        },
        board);
    if (!services.open())
        return 1;
    for (std::uint32_t i = 1; i <= instruments; ++i)
        services.command(AddInstrument{instrumentOf(i)}, nullptr);

    Feed feed(services);
    feed.tick();
    MarketModel model(feed, {});
    QQuickView view;
    view.engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    const QStringList size = parser.value("size").split('x');
    view.resize(size.value(0).toInt(), size.value(1).toInt());
    view.setInitialProperties({{"model", QVariant::fromValue(&model)}});
    view.setSource(QUrl(QStringLiteral("qrc:/qt/qml/Rialto/Market/MarketWorkspace.qml")));
    if (view.status() != QQuickView::Ready)
        return 1;
    view.show();
    feed.start();

    Figures idle, flooded;
    Figures* now = nullptr;
    QElapsedTimer sinceBeat, sinceSync, sincePhase;
    double workedBefore = 0;
    double systemBefore = 0;
    QTimer beat;
    beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&beat, &QTimer::timeout, [&] {
        const double worked = threadMillis();
        const double system = threadSystemMillis();
        if (sinceBeat.isValid() && now != nullptr) {
            now->gaps.add(double(sinceBeat.nsecsElapsed()) / 1e6);
            now->work.add(worked - workedBefore);
            if (worked - workedBefore > kLongWork && now->work.count() > 0)
                std::printf("  %.1f ms of work, %.1f ms of it in the system, %.2f s into the phase\n", worked - workedBefore, system - systemBefore, double(sincePhase.elapsed()) / 1e3);
        }
        workedBefore = worked;
        systemBefore = system;
        sinceBeat.start();
    });
    // The render thread of a threaded loop touches only the frame list, which nobody else reads until it is over.
    QObject::connect(&view, &QQuickWindow::beforeSynchronizing, &view, [&] { sinceSync.start(); }, Qt::DirectConnection);
    QObject::connect(&view, &QQuickWindow::frameSwapped, &view, [&] {
        if (sinceSync.isValid() && now != nullptr)
            now->frames.add(double(sinceSync.nsecsElapsed()) / 1e6);
    }, Qt::DirectConnection);
    beat.start(1);

    std::atomic<bool> running{false};
    std::atomic<std::int64_t> count{0};
    std::thread writer;
    double memoryBefore = 0;
    double memoryMiddle = 0;
    // A quiet market still repaints; the idle phase repaints as often.
    QTimer repaint;
    QObject::connect(&repaint, &QTimer::timeout, &view, &QQuickWindow::update);
    repaint.start(33);
    const auto after = [&](int millis, auto action) { QTimer::singleShot(millis, &application, action); };
    after(1500, [&] {
        now = &idle;
        sincePhase.start();
    });
    after(1500 + idleSeconds * 1000, [&] {
        now = nullptr;
        print("idle", idle, idleSeconds);
        running = true;
        writer = std::thread([&] { flood(board, instruments, rate, running, count); });
    });
    const int floodBegins = 3500 + idleSeconds * 1000; // two seconds until every instrument has been seen
    std::int64_t countBefore = 0;
    after(floodBegins, [&] {
        memoryBefore = residentMegabytes();
        countBefore = count;
        now = &flooded;
        sincePhase.start();
    });
    after(floodBegins + seconds * 500, [&] { memoryMiddle = residentMegabytes(); });
    after(floodBegins + seconds * 1000, [&] {
        now = nullptr;
        flooded.updates = count - countBefore;
        running = false;
        QCoreApplication::quit();
    });
    QApplication::exec();
    if (writer.joinable())
        writer.join();
    print("flooded", flooded, seconds);
    const double idleGap = idle.gaps.longest();
    const double floodedGap = flooded.gaps.longest();
    std::printf("longest gap %.2f times idle, p99 %.2f times; memory %.1f MB, after %d s %.1f MB, after %d s %.1f MB\n", floodedGap / std::max(idleGap, 0.01),
        flooded.gaps.percentile(0.99) / std::max(idle.gaps.percentile(0.99), 0.01), memoryBefore, seconds / 2, memoryMiddle, seconds, residentMegabytes());
    return flooded.work.longest() <= 16.0 ? 0 : 1;
}
