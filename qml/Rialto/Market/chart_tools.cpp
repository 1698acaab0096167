// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_tools.h"

#include "live_bars.h"

#include <QPointer>

#include <algorithm>
#include <deque>

namespace rialto {
namespace {

constexpr std::size_t kComparedBars = 20'000;
constexpr int kDaySeconds = 86'400;

double drawnPrice(Price price) { return double(price.raw()) / double(kFixedOne); }

QString key(const char* word) { return QString::fromLatin1(word); }

} // namespace

ChartTools::ChartTools(Feed& feed, BarLoader& loader, charts::ChartSeries& series, QObject* parent) : QObject(parent), m_feed(feed), m_loader(loader), m_series(series)
{
    m_studies.setSeries(&series);
    m_studies.setLanguage(feed.format().chinese() ? QStringLiteral("zh_CN") : QStringLiteral("en"));
    connect(&m_studies, &charts::ChartStudies::stateChanged, this, &ChartTools::remember);
    connect(&m_drawings, &charts::ChartDrawings::stateChanged, this, &ChartTools::remember);
    connect(&feed, &Feed::marketChanged, this, &ChartTools::onMarket);
    connect(&feed, &Feed::bookChanged, this, [this](const BookPointer& book) {
        if (book && book->fills.size() != m_fillsRead)
            readTrades();
    });
    connect(&feed.selection(), &Selection::accountChanged, this, &ChartTools::readTrades);
    connect(&feed, &Feed::languageChanged, this, [this] {
        m_studies.setLanguage(m_feed.format().chinese() ? QStringLiteral("zh_CN") : QStringLiteral("en"));
        readTrades();
        readEvents();
    });
}

void ChartTools::setAxis(int axis)
{
    if (axis == m_axis || axis < 0 || axis > 2)
        return;
    m_axis = axis;
    emit axisChanged();
    remember();
}

void ChartTools::setPriceFormat(int format)
{
    if (format == m_priceFormat || format < 0 || format > int(charts::PriceFormat::SixtyFourths))
        return;
    m_priceFormat = format;
    m_series.setPriceFormat(charts::PriceFormat(format));
    emit axisChanged();
    remember();
}

void ChartTools::setMemory(Memory memory)
{
    m_memory = std::move(memory);
    restore();
}

void ChartTools::setEvents(EventSource source)
{
    m_eventSource = std::move(source);
    readEvents();
}

void ChartTools::show(InstrumentId instrument, int seconds)
{
    const Instrument* known = m_feed.book() ? m_feed.book()->instrument(instrument) : nullptr;
    const QString symbol = known != nullptr ? QString::fromStdString(known->symbol) : QString();
    const bool another = symbol != m_symbol;
    const bool otherInterval = seconds != m_seconds;
    m_instrument = instrument;
    m_symbol = symbol;
    m_seconds = seconds;
    if (another) {
        restore();
        readTrades();
        readEvents();
        emit symbolsChanged();
    } else if (otherInterval) {
        for (const QString& compared : m_studies.compared())
            loadCompared(compared);
    }
}

void ChartTools::restore()
{
    const QVariantMap state = m_memory.read && !m_symbol.isEmpty() ? m_memory.read(m_symbol) : QVariantMap();
    m_restoring = true;
    m_axis = std::clamp(state.value(key("axis")).toInt(), 0, 2);
    m_priceFormat = std::clamp(state.value(key("priceFormat")).toInt(), 0, int(charts::PriceFormat::SixtyFourths));
    m_series.setPriceFormat(charts::PriceFormat(m_priceFormat));
    m_drawings.setState(state.value(key("drawings")).toList());
    const QStringList compared = m_studies.setState(state.value(key("studies")).toList());
    emit axisChanged();
    // Their bars come later; until then they are remembered through the studies without values.
    for (const QString& symbol : compared) {
        m_studies.compare(symbol, {});
        loadCompared(symbol);
    }
    m_restoring = false;
}

void ChartTools::remember()
{
    if (m_restoring || !m_memory.write || m_symbol.isEmpty())
        return;
    m_memory.write(m_symbol, {{key("axis"), m_axis}, {key("priceFormat"), m_priceFormat}, {key("studies"), m_studies.state()}, {key("drawings"), m_drawings.state()}});
}

QStringList ChartTools::symbols() const
{
    QStringList list;
    if (m_feed.book() && m_feed.book()->instruments)
        for (const Instrument& instrument : *m_feed.book()->instruments)
            if (instrument.id != m_instrument)
                list << QString::fromStdString(instrument.symbol);
    return list;
}

void ChartTools::compareWith(const QString& symbol)
{
    if (symbol.isEmpty() || symbol == m_symbol || !symbols().contains(symbol))
        return;
    if (!m_studies.compared().contains(symbol))
        m_studies.compare(symbol, {});
    loadCompared(symbol);
}

void ChartTools::loadCompared(const QString& symbol)
{
    const BarInterval stored = m_seconds == kDaySeconds ? BarInterval::Day : BarInterval::Minute;
    m_loader.load(symbol.toStdString(), stored, kComparedBars, [this, symbol, of = m_symbol, seconds = m_seconds](std::vector<Bar> bars) {
        if (of != m_symbol || seconds != m_seconds || !m_studies.compared().contains(symbol))
            return; // the user went on
        if (seconds != 60 && seconds != kDaySeconds)
            bars = resampled(bars, seconds);
        std::vector<charts::OtherCloses::Close> closes;
        closes.reserve(bars.size());
        for (const Bar& bar : bars)
            closes.push_back({bar.start.millis(), drawnPrice(bar.close)});
        m_restoring = true; // values are not what is remembered
        m_studies.compare(symbol, std::move(closes));
        m_restoring = false;
    });
}

void ChartTools::onMarket(const MarketBoard::Changes& changes)
{
    const QStringList compared = m_studies.compared();
    if (compared.isEmpty() || !m_feed.book())
        return;
    for (const Quote& quote : changes.quotes) {
        const Instrument* instrument = quote.hasLast() ? m_feed.book()->instrument(quote.instrument) : nullptr;
        if (instrument != nullptr && compared.contains(QString::fromStdString(instrument->symbol)))
            m_studies.setLatest(QString::fromStdString(instrument->symbol), drawnPrice(quote.last));
    }
}

// Entries meet exits in order of time; what is sold first is covered in the same way.
void ChartTools::readTrades()
{
    m_trades.clear();
    m_links.clear();
    const BookPointer& book = m_feed.book();
    m_fillsRead = book ? book->fills.size() : 0;
    struct Open {
        double timeMs, price;
        std::int64_t quantity; // signed
    };
    std::deque<Open> open;
    const Instrument* instrument = book ? book->instrument(m_instrument) : nullptr;
    if (instrument != nullptr)
        for (const FillRow& fill : book->fills) {
            if (fill.instrument != m_instrument || fill.account != m_feed.selection().account())
                continue;
            const auto timeMs = double(fill.report.time.millis());
            const double price = drawnPrice(fill.report.lastPrice);
            const bool bought = fill.side == Side::Buy;
            const QString text = (bought ? tr("Bought %1 at %2") : tr("Sold %1 at %2"))
                                     .arg(m_feed.format().quantity(fill.report.lastQuantity), m_feed.format().price(fill.report.lastPrice, *instrument));
            m_trades << QVariantMap{{key("time"), timeMs}, {key("price"), price}, {key("kind"), bought ? 0 : 1}, {key("text"), text}};
            std::int64_t left = bought ? fill.report.lastQuantity.raw() : -fill.report.lastQuantity.raw();
            while (left != 0 && !open.empty() && (open.front().quantity > 0) != (left > 0)) {
                Open& entry = open.front();
                const std::int64_t closed = std::min(std::abs(entry.quantity), std::abs(left));
                const bool gain = entry.quantity > 0 ? price > entry.price : price < entry.price;
                m_links << QVariantMap{{key("from"), entry.timeMs}, {key("fromPrice"), entry.price}, {key("to"), timeMs}, {key("toPrice"), price}, {key("gain"), gain}};
                entry.quantity += entry.quantity > 0 ? -closed : closed;
                left += left > 0 ? -closed : closed;
                if (entry.quantity == 0)
                    open.pop_front();
            }
            if (left != 0)
                open.push_back({timeMs, price, left});
        }
    emit marksChanged();
}

void ChartTools::readEvents()
{
    m_events.clear();
    emit marksChanged();
    if (!m_eventSource || m_symbol.isEmpty())
        return;
    m_eventSource(m_symbol, [self = QPointer<ChartTools>(this), symbol = m_symbol](const QVariantList& events) {
        if (!self || self->m_symbol != symbol)
            return;
        self->m_events = events;
        emit self->marksChanged();
    });
}

} // namespace rialto
