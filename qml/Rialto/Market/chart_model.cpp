// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_model.h"

namespace rialto {
namespace {

constexpr std::size_t kStoredBars = 20'000;
constexpr std::size_t kLiveTail = 8; // minutes looked at for the bar in progress, at least those of the longest interval
constexpr int kSeconds[] = {60, 300, 3'600, 86'400};

} // namespace

ChartModel::ChartModel(Feed& feed, BarLoader& loader, QObject* parent) : QObject(parent), m_feed(feed), m_loader(loader), m_tools(feed, loader, m_series)
{
    m_series.setPriceText([this](std::size_t index, charts::ChartSeries::Field field) {
        if (index >= m_shown.size())
            return QString();
        const Bar& bar = m_shown[index];
        using Field = charts::ChartSeries::Field;
        const Price price = field == Field::Open ? bar.open : field == Field::High ? bar.high : field == Field::Low ? bar.low : bar.close;
        return m_feed.format().price(price, m_digits);
    });
    connect(&feed, &Feed::marketChanged, this, &ChartModel::onMarket);
    connect(&feed, &Feed::frameEnded, this, &ChartModel::showGathered);
    connect(&feed, &Feed::languageChanged, this, [this] {
        rebuild();
        emit textsChanged();
    });
    connect(&feed.selection(), &Selection::instrumentChanged, this, &ChartModel::reload);
    reload();
}

QStringList ChartModel::intervals() const { return {tr("1m"), tr("5m"), tr("1h"), tr("1D")}; }

void ChartModel::setInterval(int interval)
{
    if (interval < OneMinute || interval > OneDay || interval == m_interval)
        return;
    m_interval = m_wanted = interval;
    emit intervalChanged();
    reload();
}

void ChartModel::reload()
{
    m_instrument = m_feed.selection().instrument();
    m_stored.clear();
    m_quote = {};
    if (m_interval != m_wanted) {
        m_interval = m_wanted;
        emit intervalChanged();
    }
    const Instrument* instrument = m_feed.book() ? m_feed.book()->instrument(m_instrument) : nullptr;
    m_tools.show(m_instrument, kSeconds[m_interval]);
    if (instrument == nullptr) {
        rebuild();
        return;
    }
    m_feed.services().market().latest(m_instrument, m_quote);
    m_digits = instrument->spec.priceDigits;
    rebuild();
    load();
}

void ChartModel::load()
{
    const Instrument* instrument = m_feed.book()->instrument(m_instrument);
    const int request = ++m_request;
    m_loading = true;
    emit loadingChanged();
    const BarInterval stored = m_interval == OneDay ? BarInterval::Day : BarInterval::Minute;
    m_loader.load(instrument->symbol, stored, kStoredBars, [this, request](std::vector<Bar> bars) {
        if (request != m_request)
            return; // the user went on to another symbol
        m_stored = std::move(bars);
        m_loading = false;
        const Instrument* shown = m_feed.book()->instrument(m_instrument);
        if (m_stored.empty() && m_interval != OneDay && shown != nullptr && !shown->tradable()) {
            // A series that nobody trades here often has days only. The next symbol gets what was wanted.
            m_interval = OneDay;
            emit intervalChanged();
            m_tools.show(m_instrument, kSeconds[m_interval]);
            return load();
        }
        rebuild();
        emit loadingChanged();
    });
}

// The running day comes from the quote, which knows the whole session whenever the program was started.
std::vector<Bar> ChartModel::liveBars() const
{
    if (m_interval != OneDay)
        return m_live.minutes(m_instrument);
    if (!m_quote.hasLast())
        return {};
    return {{m_feed.session().tradingDay.startUtc(), m_quote.open, m_quote.high, m_quote.low, m_quote.last, m_quote.volume}};
}

void ChartModel::rebuild()
{
    const Instrument* instrument = m_feed.book() ? m_feed.book()->instrument(m_instrument) : nullptr;
    m_shown = joined(m_stored, liveBars());
    if (m_interval == FiveMinutes || m_interval == OneHour)
        m_shown = resampled(m_shown, kSeconds[m_interval]);
    if (instrument != nullptr) {
        m_series.setPriceDigits(m_digits);
        m_series.setTitle(QString::fromStdString(instrument->symbol) + QStringLiteral("  ") + intervals().at(m_interval));
        // A daily bar's time is a label in UTC; a zone would move it to another day.
        m_series.setZone(m_interval == OneDay ? QStringLiteral("UTC") : QString::fromStdString(instrument->timeZone));
    }
    std::vector<charts::ChartBar> bars;
    bars.reserve(m_shown.size());
    for (const Bar& bar : m_shown)
        bars.push_back(drawn(bar));
    m_series.setBars(std::move(bars));
}

charts::ChartBar ChartModel::drawn(const Bar& bar) const
{
    constexpr double one = double(kFixedOne);
    return {bar.start.millis(), double(bar.open.raw()) / one, double(bar.high.raw()) / one, double(bar.low.raw()) / one,
        double(bar.close.raw()) / one, double(bar.volume.raw()) / one};
}

void ChartModel::onMarket(const MarketBoard::Changes& changes)
{
    m_live.add(changes.prints);
    for (const TradePrint& print : changes.prints)
        m_touched = m_touched || print.instrument == m_instrument;
    for (const Quote& quote : changes.quotes)
        if (quote.instrument == m_instrument) {
            m_touched = m_touched || (m_interval == OneDay && quote.trades != m_quote.trades);
            m_quote = quote;
        }
}

void ChartModel::showGathered()
{
    if (!m_touched || !m_feed.turnOf(2))
        return;
    m_touched = false;
    if (!extend())
        rebuild();
}

// The usual case: the last bar moved, or one new bar began. False when more than that happened.
bool ChartModel::extend()
{
    if (m_shown.empty())
        return false;
    std::vector<Bar> live = liveBars();
    if (live.empty())
        return true;
    const std::size_t tail = std::max<std::size_t>(kLiveTail, std::size_t(kSeconds[m_interval] / 60) + 1);
    if (live.size() > tail)
        live.erase(live.begin(), live.end() - std::ptrdiff_t(tail));
    // A stored minute that is more complete than the live one must not be lost when the tail is joined again.
    std::vector<Bar> stored;
    for (auto bar = m_stored.rbegin(); bar != m_stored.rend() && bar->start >= live.front().start; ++bar)
        stored.insert(stored.begin(), *bar);
    live = joined(std::move(stored), live);
    if (m_interval == FiveMinutes || m_interval == OneHour)
        live = resampled(live, kSeconds[m_interval]);
    const Bar& newest = live.back();
    if (live.size() == 1 && m_interval != OneDay && live.front().start == m_shown.back().start)
        return false; // the bar began before the tail: its first minutes are needed
    if (newest.start == m_shown.back().start) {
        if (newest == m_shown.back())
            return true;
        m_shown.back() = newest;
        m_series.updateLast(drawn(newest));
        return true;
    }
    if (newest.start < m_shown.back().start)
        return true;
    if (live.size() > 1 && live[live.size() - 2].start == m_shown.back().start && live[live.size() - 2] == m_shown.back()) {
        m_shown.push_back(newest);
        m_series.appendBar(drawn(newest));
        return true;
    }
    return false;
}

} // namespace rialto
