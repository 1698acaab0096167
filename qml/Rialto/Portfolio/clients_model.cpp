// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients_model.h"

#include "Theme/theme.h"
#include "Trading/order_words.h"
#include "Trading/row_merge.h"

#include <algorithm>

namespace rialto::portfolio {

namespace {

using Kind = kit::TableColumn::Kind;
constexpr int kFollowMs = 500;

std::vector<kit::TableColumn> columnsOfClients()
{
    return {
        {"number", QT_TRANSLATE_NOOP("ClientsModel", "Number"), 60, Kind::Muted},
        {"name", QT_TRANSLATE_NOOP("ClientsModel", "Client"), 112, Kind::Text, 1},
        {"household", QT_TRANSLATE_NOOP("ClientsModel", "Household"), 84, Kind::Muted, 0, true},
        {"accounts", QT_TRANSLATE_NOOP("ClientsModel", "Accounts"), 60, Kind::Figure},
        {"total", QT_TRANSLATE_NOOP("ClientsModel", "Total value"), 100, Kind::Figure},
        {"currency", QT_TRANSLATE_NOOP("ClientsModel", "Ccy"), 46, Kind::Muted},
        {"cash", QT_TRANSLATE_NOOP("ClientsModel", "Cash"), 96, Kind::Figure},
        {"unrealised", QT_TRANSLATE_NOOP("ClientsModel", "Unrealised P&L"), 98, Kind::Signed},
        {"day", QT_TRANSLATE_NOOP("ClientsModel", "Day change"), 84, Kind::Signed},
    };
}

} // namespace

ClientsModel::ClientsModel(Feed& feed, QObject* parent) : TableModel("ClientsModel", columnsOfClients(), parent), m_feed(feed)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kFollowMs);
    connect(&m_timer, &QTimer::timeout, this, &ClientsModel::value);
    connect(&feed, &Feed::bookChanged, this, &ClientsModel::takeBook);
    connect(&feed, &Feed::languageChanged, this, &ClientsModel::value);
    connect(&feed, &Feed::marketChanged, this, [this](const MarketBoard::Changes& changes) {
        m_marks.update(changes.quotes);
        if (!m_timer.isActive())
            m_timer.start();
    });
    takeBook(feed.book());
}

void ClientsModel::takeBook(BookPointer book)
{
    if (!book)
        return;
    m_book = std::move(book);
    m_marks.setBook(*m_book, m_feed.services().market());
    std::vector<ClientId> wanted;
    for (const Client& client : m_book->clients)
        wanted.push_back(client.id);
    trading::mergeRows(
        m_rows, wanted,
        [this](int first, int last, auto&& change) {
            beginRemoveRows({}, first, last);
            change();
            m_worth.erase(m_worth.begin() + first, m_worth.begin() + last + 1);
            endRemoveRows();
        },
        [this](int first, int last, auto&& change) {
            beginInsertRows({}, first, last);
            change();
            m_worth.insert(m_worth.begin() + first, std::size_t(last - first + 1), ClientWorth{});
            endInsertRows();
        });
    value();
}

void ClientsModel::value()
{
    if (m_rows.empty())
        return;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_worth[i] = worthOf(*m_book, m_rows[i], m_marks);
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole, ToneRole, SortRole});
}

int ClientsModel::rowOf(ClientId client) const
{
    const auto it = std::find(m_rows.begin(), m_rows.end(), client);
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

QString ClientsModel::text(int row, int column) const
{
    const Client* client = m_book && row >= 0 && row < rowCount() ? m_book->client(m_rows[std::size_t(row)]) : nullptr;
    if (client == nullptr)
        return {};
    const Format& format = m_feed.format();
    const ClientWorth& worth = m_worth[std::size_t(row)];
    const bool valued = worth.base.valid();
    switch (column) {
    case Number: return QString::fromStdString(client->number);
    case Name: return format.pick(client->name, client->nameZh);
    case Household: return client->household.valid() ? QStringLiteral("H-%1").arg(client->household.value) : Format::none();
    case Accounts: return format.count(worth.accounts);
    case Total: return valued ? format.money(worth.total) : Format::none();
    case CurrencyColumn: return QString::fromStdString(worth.base.code());
    case Cash: return valued ? format.money(worth.cash) : Format::none();
    case Unrealised: return valued ? format.signedMoney(worth.unrealised) : Format::none();
    case DayChange: return valued ? format.signedMoney(worth.dayChange) : Format::none();
    default: return {};
    }
}

int ClientsModel::tone(int row, int column) const
{
    if (row < 0 || row >= rowCount())
        return theme::Theme::Neutral;
    const ClientWorth& worth = m_worth[std::size_t(row)];
    return column == Unrealised ? trading::gainTone(worth.unrealised.minor())
        : column == DayChange ? trading::gainTone(worth.dayChange.minor()) : theme::Theme::Neutral;
}

QVariant ClientsModel::sortKey(int row, int column) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const ClientWorth& worth = m_worth[std::size_t(row)];
    switch (column) {
    case Accounts: return worth.accounts;
    case Total: return qint64(worth.total.minor());
    case Cash: return qint64(worth.cash.minor());
    case Unrealised: return qint64(worth.unrealised.minor());
    case DayChange: return qint64(worth.dayChange.minor());
    default: return text(row, column);
    }
}

} // namespace rialto::portfolio
