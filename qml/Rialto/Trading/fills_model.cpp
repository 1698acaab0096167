// SPDX-License-Identifier: GPL-3.0-or-later
#include "fills_model.h"

#include "Theme/theme.h"
#include "order_words.h"

namespace rialto::trading {

namespace {

using Kind = kit::TableColumn::Kind;

std::vector<kit::TableColumn> columnsOfFills()
{
    return {
        {"time", QT_TRANSLATE_NOOP("FillsModel", "Time"), 108, Kind::Muted},
        {"execution", QT_TRANSLATE_NOOP("FillsModel", "Execution"), 96, Kind::Muted},
        {"order", QT_TRANSLATE_NOOP("FillsModel", "Order"), 52, Kind::Text},
        {"account", QT_TRANSLATE_NOOP("FillsModel", "Account"), 72, Kind::Text},
        {"symbol", QT_TRANSLATE_NOOP("FillsModel", "Symbol"), 78, Kind::Text},
        {"side", QT_TRANSLATE_NOOP("FillsModel", "Side"), 44, Kind::Word},
        {"quantity", QT_TRANSLATE_NOOP("FillsModel", "Quantity"), 72, Kind::Figure},
        {"price", QT_TRANSLATE_NOOP("FillsModel", "Price"), 78, Kind::Figure},
        {"value", QT_TRANSLATE_NOOP("FillsModel", "Value"), 96, Kind::Figure, 1},
        {"currency", QT_TRANSLATE_NOOP("FillsModel", "Ccy"), 46, Kind::Muted},
        {"fee", QT_TRANSLATE_NOOP("FillsModel", "Fee"), 60, Kind::Figure},
        {"tax", QT_TRANSLATE_NOOP("FillsModel", "Tax"), 60, Kind::Figure},
        {"settles", QT_TRANSLATE_NOOP("FillsModel", "Settles"), 90, Kind::Muted},
    };
}

} // namespace

FillsModel::FillsModel(Feed& feed, QObject* parent) : TableModel("FillsModel", columnsOfFills(), parent), m_feed(feed)
{
    connect(&feed, &Feed::bookChanged, this, &FillsModel::takeBook);
    connect(&feed, &Feed::languageChanged, this, [this] { // names and dates are the feed's, not the translator's
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
    takeBook(feed.book());
}

void FillsModel::takeBook(BookPointer book)
{
    if (!book)
        return;
    const int before = m_count;
    const int now = int(book->fills.size());
    if (now < before) { // the engine was rebuilt
        beginResetModel();
        m_book = book;
        m_count = now;
        m_groupsRead = 0;
        endResetModel();
    } else if (now > before) {
        beginInsertRows({}, before, now - 1);
        m_book = book;
        m_count = now;
        endInsertRows();
    } else {
        m_book = book;
    }
    if (now != before) {
        emit countChanged();
        askSettleDates();
    }
}

// The settlement date is the ledger's: it alone knows the calendar that counted.
void FillsModel::askSettleDates()
{
    if (m_asking)
        return;
    m_asking = true;
    struct Found {
        std::vector<std::pair<std::string, Date>> dates;
        std::size_t read = 0;
    };
    auto found = std::make_shared<Found>();
    m_feed.query(
        [found, from = m_groupsRead](const Engine& engine) {
            const auto& groups = engine.ledger().groups();
            for (std::size_t i = from; i < groups.size(); ++i)
                if (groups[i].kind == GroupKind::Trade && groups[i].key.starts_with("fill:"))
                    found->dates.emplace_back(groups[i].key.substr(5), groups[i].settleDate);
            found->read = groups.size();
        },
        [self = QPointer<FillsModel>(this), found] {
            if (!self)
                return;
            self->m_asking = false;
            self->m_groupsRead = found->read;
            for (const auto& [id, date] : found->dates)
                self->m_settles[id] = date;
            if (found->dates.empty() || self->m_count == 0)
                return;
            emit self->dataChanged(self->index(0, Settles), self->index(self->m_count - 1, Settles), {Qt::DisplayRole, SortRole});
            if (self->m_settles.size() < std::size_t(self->m_count))
                self->askSettleDates();
        });
}

QString FillsModel::zone() const { return m_book ? m_feed.format().zoneLabel(m_book->time, venueZone(m_book.get())) : QString(); }

QString FillsModel::text(int row, int column) const
{
    if (!m_book || row < 0 || row >= m_count)
        return {};
    const FillRow& fill = m_book->fills[std::size_t(row)];
    const Instrument* instrument = m_book->instrument(fill.instrument);
    const Format& format = m_feed.format();
    switch (column) {
    case Time: return format.dayAndTime(fill.report.time, venueZone(m_book.get()));
    case Execution: return QString::fromStdString(fill.report.executionId);
    case OrderColumn: return orderNumber(fill.report.order);
    case AccountColumn: {
        const Account* account = m_book->account(fill.account);
        return account != nullptr ? QString::fromStdString(account->number) : Format::none();
    }
    case Symbol: return instrument != nullptr ? QString::fromStdString(instrument->symbol) : Format::none();
    case SideColumn: return word(fill.side);
    case QuantityColumn: return format.quantity(fill.report.lastQuantity);
    case PriceColumn: return instrument != nullptr ? format.price(fill.report.lastPrice, *instrument) : Format::none();
    case Value: return format.money(fill.value);
    case CurrencyColumn: return QString::fromStdString(fill.value.currency().code());
    case Fee: return format.money(fill.report.fee);
    case Tax: return format.money(fill.report.tax);
    case Settles: {
        const auto known = m_settles.find(fill.report.executionId);
        return known != m_settles.end() ? format.date(known->second) : Format::none();
    }
    default: return {};
    }
}

int FillsModel::tone(int row, int column) const
{
    if (!m_book || row < 0 || row >= m_count || column != SideColumn)
        return theme::Theme::Neutral;
    return trading::tone(m_book->fills[std::size_t(row)].side);
}

QVariant FillsModel::sortKey(int row, int column) const
{
    if (!m_book || row < 0 || row >= m_count)
        return {};
    const FillRow& fill = m_book->fills[std::size_t(row)];
    switch (column) {
    case Time: return qint64(row);
    case OrderColumn: return qint64(fill.report.order.value);
    case QuantityColumn: return qint64(fill.report.lastQuantity.raw());
    case PriceColumn: return qint64(fill.report.lastPrice.raw());
    case Value: return qint64(fill.value.minor());
    case Fee: return qint64(fill.report.fee.minor());
    case Tax: return qint64(fill.report.tax.minor());
    case Settles: {
        const auto known = m_settles.find(fill.report.executionId);
        return known != m_settles.end() ? known->second.days : 0;
    }
    default: return text(row, column);
    }
}

void FillsModel::follow(int row)
{
    if (!m_book || row < 0 || row >= m_count)
        return;
    m_feed.selection().setInstrument(m_book->fills[std::size_t(row)].instrument);
    m_feed.selection().setAccount(m_book->fills[std::size_t(row)].account);
}

} // namespace rialto::trading
