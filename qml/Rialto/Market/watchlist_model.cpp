// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchlist_model.h"

#include "Theme/theme.h"

#include <algorithm>

namespace rialto {
namespace {

enum Column { Symbol, Name, Last, Change, Percent, Bid, BidSize, Ask, AskSize, Volume, High, Low, Time, Trend };
constexpr std::size_t kTrendPoints = 60;
constexpr std::size_t kMostFlashes = 64; // quotes in a frame

using Kind = kit::TableColumn::Kind;

std::vector<kit::TableColumn> columnList()
{
    return {
        {"symbol", QT_TRANSLATE_NOOP("WatchlistModel", "Symbol"), 84, Kind::Text, 1},
        {"name", QT_TRANSLATE_NOOP("WatchlistModel", "Name"), 112, Kind::Muted, 4},
        {"last", QT_TRANSLATE_NOOP("WatchlistModel", "Last"), 70, Kind::Signed, 1},
        {"change", QT_TRANSLATE_NOOP("WatchlistModel", "Change"), 62, Kind::Signed, 1},
        {"percent", QT_TRANSLATE_NOOP("WatchlistModel", "%"), 62, Kind::Signed, 1},
        {"bid", QT_TRANSLATE_NOOP("WatchlistModel", "Bid"), 68, Kind::Figure, 1},
        {"bidSize", QT_TRANSLATE_NOOP("WatchlistModel", "Size"), 52, Kind::Figure, 1},
        {"ask", QT_TRANSLATE_NOOP("WatchlistModel", "Ask"), 68, Kind::Figure, 1},
        {"askSize", QT_TRANSLATE_NOOP("WatchlistModel", "Size"), 52, Kind::Figure, 1},
        {"volume", QT_TRANSLATE_NOOP("WatchlistModel", "Volume"), 60, Kind::Figure, 1},
        {"high", QT_TRANSLATE_NOOP("WatchlistModel", "High"), 68, Kind::Figure, 1},
        {"low", QT_TRANSLATE_NOOP("WatchlistModel", "Low"), 68, Kind::Figure, 1},
        {"time", QT_TRANSLATE_NOOP("WatchlistModel", "Time"), 66, Kind::Figure, 1},
        {"trend", QT_TRANSLATE_NOOP("WatchlistModel", "Trend"), 64, Kind::Spark, 2, false, false},
    };
}

double forTheEye(Price price) { return double(price.raw()); }

} // namespace

WatchlistModel::WatchlistModel(Feed& feed, QObject* parent) : TableModel("WatchlistModel", columnList(), parent), m_feed(feed)
{
    connect(&feed, &Feed::marketChanged, this, &WatchlistModel::onMarket);
    connect(&feed, &Feed::frameEnded, this, &WatchlistModel::showGathered);
    connect(&feed, &Feed::bookChanged, this, &WatchlistModel::onBook);
    connect(&feed, &Feed::languageChanged, this, &WatchlistModel::onLanguage);
    connect(&feed.selection(), &Selection::instrumentChanged, this, &WatchlistModel::currentRowChanged);
    onBook();
}

void WatchlistModel::setSymbols(const QStringList& symbols)
{
    if (symbols == m_symbols)
        return;
    m_symbols = symbols;
    m_instruments.reset();
    onBook();
    emit symbolsChanged();
}

int WatchlistModel::currentRow() const
{
    const auto found = m_rowOf.find(m_feed.selection().instrument());
    return found == m_rowOf.end() ? -1 : found->second;
}

void WatchlistModel::select(int row)
{
    if (row >= 0 && row < count())
        m_feed.selection().setInstrument(m_rows[std::size_t(row)].instrument.id);
}

WatchlistModel::Row WatchlistModel::makeRow(const Instrument& instrument) const
{
    Row row;
    row.instrument = instrument;
    row.quoted = m_feed.services().market().latest(instrument.id, row.quote);
    extendTrend(row);
    return row;
}

bool WatchlistModel::add(const QString& symbol)
{
    const auto& book = m_feed.book();
    const std::string wanted = symbol.trimmed().toUpper().toStdString();
    if (!book || !book->instruments)
        return false;
    for (const Instrument& instrument : *book->instruments) {
        if (instrument.symbol != wanted || m_rowOf.count(instrument.id) > 0)
            continue;
        beginInsertRows({}, count(), count());
        m_rowOf[instrument.id] = count();
        m_rows.push_back(makeRow(instrument));
        endInsertRows();
        rememberSymbols();
        return true;
    }
    return false;
}

void WatchlistModel::remove(int row)
{
    if (row < 0 || row >= count() || count() == 1)
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    reindex();
    clearFlashes();
    endRemoveRows();
    rememberSymbols();
}

bool WatchlistModel::contains(const QString& symbol) const
{
    const std::string wanted = symbol.trimmed().toUpper().toStdString();
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.instrument.symbol == wanted; });
}

QString WatchlistModel::symbolAt(int row) const
{
    return row >= 0 && row < count() ? QString::fromStdString(m_rows[std::size_t(row)].instrument.symbol) : QString();
}

void WatchlistModel::rememberSymbols()
{
    m_symbols.clear();
    for (const Row& row : m_rows)
        m_symbols << QString::fromStdString(row.instrument.symbol);
    emit symbolsChanged();
    emit currentRowChanged();
}

void WatchlistModel::reindex()
{
    m_rowOf.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rowOf[m_rows[i].instrument.id] = int(i);
}

void WatchlistModel::onBook()
{
    const auto& book = m_feed.book();
    if (!book || !book->instruments || book->instruments == m_instruments)
        return;
    m_instruments = book->instruments;
    beginResetModel();
    std::vector<Row> old = std::exchange(m_rows, {});
    const auto oldRowOf = std::exchange(m_rowOf, {});
    const auto take = [&](const Instrument& instrument) {
        const auto kept = oldRowOf.find(instrument.id);
        if (kept == oldRowOf.end()) {
            m_rows.push_back(makeRow(instrument));
            return;
        }
        m_rows.push_back(std::move(old[std::size_t(kept->second)]));
        m_rows.back().instrument = instrument;
    };
    if (m_symbols.isEmpty()) {
        for (const Instrument& instrument : *m_instruments)
            take(instrument);
    } else {
        std::unordered_map<std::string, const Instrument*> bySymbol;
        for (const Instrument& instrument : *m_instruments)
            bySymbol[instrument.symbol] = &instrument;
        for (const QString& symbol : m_symbols)
            if (const auto found = bySymbol.find(symbol.toStdString()); found != bySymbol.end())
                take(*found->second);
    }
    reindex();
    clearFlashes();
    endResetModel();
    emit symbolsChanged();
    emit currentRowChanged();
}

void WatchlistModel::onLanguage()
{
    if (count() > 0)
        emit dataChanged(index(0, 0), index(count() - 1, columnCount() - 1), {Qt::DisplayRole});
}

void WatchlistModel::extendTrend(Row& row)
{
    const Price price = row.quote.hasLast() ? row.quote.last : Price();
    if (!price.isPositive())
        return;
    const std::int64_t minute = row.quote.time.nanos / kNanosPerMinute;
    if (row.trend.empty() && row.quote.open.isPositive())
        row.trend.push_back(forTheEye(row.quote.open));
    if (minute == row.trendMinute && row.trend.size() > 1) {
        row.trend.back() = forTheEye(price);
        return;
    }
    row.trend.push_back(forTheEye(price));
    row.trendMinute = minute;
    if (row.trend.size() > kTrendPoints)
        row.trend.erase(row.trend.begin());
}

void WatchlistModel::seedTrend(InstrumentId instrument, const std::vector<Price>& closes)
{
    const auto found = m_rowOf.find(instrument);
    if (found == m_rowOf.end() || closes.size() < 2)
        return;
    Row& row = m_rows[std::size_t(found->second)];
    row.trend.clear();
    const std::size_t from = closes.size() > kTrendPoints - 1 ? closes.size() - (kTrendPoints - 1) : 0;
    for (std::size_t i = from; i < closes.size(); ++i)
        row.trend.push_back(forTheEye(closes[i]));
    row.trendMinute = 0;
    extendTrend(row);
    emit dataChanged(index(found->second, Trend), index(found->second, Trend), {SeriesRole});
}

void WatchlistModel::onMarket(const MarketBoard::Changes& changes)
{
    for (const Quote& quote : changes.quotes) {
        const auto found = m_rowOf.find(quote.instrument);
        if (found == m_rowOf.end())
            continue;
        Row& row = m_rows[std::size_t(found->second)];
        const bool traded = row.quoted && quote.trades != row.quote.trades;
        // In a flood every cell would flash all the time and say nothing.
        if (traded && quote.last != row.quote.last && changes.quotes.size() <= kMostFlashes)
            flashCell(found->second, Last, quote.last > row.quote.last ? 1 : -1);
        row.quote = quote;
        row.quoted = true;
        extendTrend(row);
        for (Touched& touched : m_touched) {
            touched.first = touched.last < 0 ? found->second : std::min(touched.first, found->second);
            touched.last = std::max(touched.last, found->second);
        }
    }
}

void WatchlistModel::showGathered()
{
    if (!m_feed.busy()) {
        // A flood that just ended may have left one side with more to tell than the other.
        const Touched right = std::exchange(m_touched[1], {});
        if (right.first >= 0) {
            m_touched[0].first = m_touched[0].first < 0 ? right.first : std::min(m_touched[0].first, right.first);
            m_touched[0].last = std::max(m_touched[0].last, right.last);
        }
        return tell(m_touched[0], Last, Trend);
    }
    if (m_feed.turnOf(0))
        tell(m_touched[0], Last, AskSize);
    if (m_feed.turnOf(3))
        tell(m_touched[1], Volume, Trend);
}

void WatchlistModel::tell(Touched& touched, int fromColumn, int toColumn)
{
    const int first = touched.first;
    const int last = std::min(touched.last, count() - 1);
    touched = {};
    if (first >= 0 && first <= last)
        emit dataChanged(index(first, fromColumn), index(last, toColumn), {Qt::DisplayRole, ToneRole, SeriesRole});
}

int WatchlistModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

int WatchlistModel::changeTone(const Row& row) const
{
    if (!row.quote.hasLast() || !row.quote.previousClose.isPositive())
        return theme::Theme::Neutral;
    const int sign = Format::sign(row.quote.last, row.quote.previousClose);
    return sign > 0 ? theme::Theme::Up : sign < 0 ? theme::Theme::Down : theme::Theme::Neutral;
}

QString WatchlistModel::text(int rowNumber, int column) const
{
    const Row& row = m_rows[std::size_t(rowNumber)];
    const Quote& quote = row.quote;
    const Format& format = m_feed.format();
    const int digits = row.instrument.spec.priceDigits;
    switch (column) {
    case Symbol: return QString::fromStdString(row.instrument.symbol);
    case Name: return format.name(row.instrument);
    case Trend: return {};
    default: break;
    }
    if (!row.quoted)
        return Format::none();
    const bool compared = quote.hasLast() && quote.previousClose.isPositive();
    switch (column) {
    case Last: return quote.hasLast() || quote.last.isPositive() ? format.price(quote.last, digits) : Format::none();
    case Change: return compared ? format.change(quote.last, quote.previousClose, digits) : Format::none();
    case Percent: return compared ? format.percentChange(quote.last, quote.previousClose) : Format::none();
    case Bid: return quote.bidSize.isPositive() ? format.price(quote.bid, digits) : Format::none();
    case BidSize: return quote.bidSize.isPositive() ? format.compact(quote.bidSize) : Format::none();
    case Ask: return quote.askSize.isPositive() ? format.price(quote.ask, digits) : Format::none();
    case AskSize: return quote.askSize.isPositive() ? format.compact(quote.askSize) : Format::none();
    case Volume: return quote.hasLast() ? format.compact(quote.volume) : Format::none();
    case High: return quote.hasLast() ? format.price(quote.high, digits) : Format::none();
    case Low: return quote.hasLast() ? format.price(quote.low, digits) : Format::none();
    case Time: return format.time(quote.time, row.instrument.timeZone);
    default: return {};
    }
}

int WatchlistModel::tone(int rowNumber, int column) const
{
    const Row& row = m_rows[std::size_t(rowNumber)];
    switch (column) {
    case Last:
    case Change:
    case Percent:
    case Trend: return changeTone(row);
    case Name:
    case BidSize:
    case AskSize:
    case Time: return theme::Theme::Muted;
    default: return theme::Theme::Neutral;
    }
}

QVariant WatchlistModel::sortKey(int rowNumber, int column) const
{
    const Row& row = m_rows[std::size_t(rowNumber)];
    const Quote& quote = row.quote;
    switch (column) {
    case Symbol: return QString::fromStdString(row.instrument.symbol);
    case Name: return m_feed.format().name(row.instrument);
    case Last: return qint64(quote.last.raw());
    case Change: return qint64((quote.last - quote.previousClose).raw());
    case Percent:
        return quote.previousClose.isPositive()
            ? qint64(mulDiv((quote.last - quote.previousClose).raw(), kFixedOne, quote.previousClose.raw(), Rounding::Down).value_or(0))
            : qint64(0);
    case Bid: return qint64(quote.bid.raw());
    case BidSize: return qint64(quote.bidSize.raw());
    case Ask: return qint64(quote.ask.raw());
    case AskSize: return qint64(quote.askSize.raw());
    case Volume: return qint64(quote.volume.raw());
    case High: return qint64(quote.high.raw());
    case Low: return qint64(quote.low.raw());
    case Time: return qint64(quote.time.nanos);
    default: return {};
    }
}

QList<double> WatchlistModel::series(int row, int column) const
{
    if (column != Trend)
        return {};
    const auto& trend = m_rows[std::size_t(row)].trend;
    return QList<double>(trend.begin(), trend.end());
}

} // namespace rialto
