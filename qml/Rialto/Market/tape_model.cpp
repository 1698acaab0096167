// SPDX-License-Identifier: GPL-3.0-or-later
#include "tape_model.h"

#include "Theme/theme.h"

namespace rialto {
namespace {

enum Column { Time, PriceColumn, Size, SideColumn };

using Kind = kit::TableColumn::Kind;

std::vector<kit::TableColumn> columnList()
{
    return {
        {"time", QT_TRANSLATE_NOOP("TapeModel", "Time"), 72, Kind::Muted, 0, false, false},
        {"price", QT_TRANSLATE_NOOP("TapeModel", "Price"), 84, Kind::Tick, 1, false, false},
        {"size", QT_TRANSLATE_NOOP("TapeModel", "Size"), 66, Kind::Figure, 1, false, false},
        {"side", QT_TRANSLATE_NOOP("TapeModel", "Side"), 52, Kind::Signed, 0, false, false},
    };
}

} // namespace

TapeModel::TapeModel(Feed& feed, QObject* parent) : TableModel("TapeModel", columnList(), parent), m_feed(feed)
{
    connect(&feed, &Feed::marketChanged, this, &TapeModel::onMarket);
    connect(&feed, &Feed::frameEnded, this, &TapeModel::showGathered);
    connect(&feed, &Feed::languageChanged, this, &TapeModel::onLanguage);
    connect(&feed.selection(), &Selection::instrumentChanged, this, &TapeModel::onInstrument);
    onInstrument();
}

const std::deque<TradePrint>* TapeModel::tape() const
{
    const auto found = m_tapes.find(m_shown);
    return found == m_tapes.end() ? nullptr : &found->second;
}

void TapeModel::onInstrument()
{
    beginResetModel();
    m_shown = m_feed.selection().instrument();
    const Instrument* instrument = m_feed.book() ? m_feed.book()->instrument(m_shown) : nullptr;
    m_digits = instrument != nullptr ? instrument->spec.priceDigits : 2;
    m_zone = instrument != nullptr ? instrument->timeZone : "UTC";
    const auto* prints = tape();
    m_rows = prints != nullptr ? int(prints->size()) : 0;
    m_touched = false;
    endResetModel();
}

void TapeModel::onLanguage()
{
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1), {Qt::DisplayRole});
}

void TapeModel::onMarket(const MarketBoard::Changes& changes)
{
    for (const TradePrint& print : changes.prints) {
        auto& prints = m_tapes[print.instrument];
        prints.push_front(print);
        if (prints.size() > kKept)
            prints.pop_back();
        m_touched = m_touched || print.instrument == m_shown;
    }
}

void TapeModel::showGathered()
{
    if (!m_touched || !m_feed.turnOf(2))
        return;
    m_touched = false;
    const int present = int(tape()->size());
    if (present > m_rows) {
        beginInsertRows({}, m_rows, present - 1);
        m_rows = present;
        endInsertRows();
    }
    emit dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1), {Qt::DisplayRole, ToneRole});
}

int TapeModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_rows; }

QString TapeModel::text(int row, int column) const
{
    const TradePrint& print = (*tape())[std::size_t(row)];
    switch (column) {
    case Time: return m_feed.format().time(print.time, m_zone);
    case PriceColumn: return m_feed.format().price(print.price, m_digits);
    case Size: return m_feed.format().quantity(print.quantity);
    case SideColumn: return print.aggressor == Side::Buy ? tr("Buy", "who took") : tr("Sell", "who took");
    default: return {};
    }
}

int TapeModel::tone(int row, int column) const
{
    const TradePrint& print = (*tape())[std::size_t(row)];
    switch (column) {
    case Time: return theme::Theme::Muted;
    case Size: return theme::Theme::Neutral;
    default: return print.aggressor == Side::Buy ? theme::Theme::Up : theme::Theme::Down;
    }
}

QVariant TapeModel::sortKey(int row, int) const { return qint64((*tape())[std::size_t(row)].sequence); }

} // namespace rialto
