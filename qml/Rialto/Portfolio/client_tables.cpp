// SPDX-License-Identifier: GPL-3.0-or-later
#include "client_tables.h"

#include "Theme/theme.h"
#include "Trading/order_words.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <map>

namespace rialto::portfolio {

namespace {

using ColumnKind = kit::TableColumn::Kind;

std::vector<kit::TableColumn> columnsOfCash()
{
    return {
        {"account", QT_TRANSLATE_NOOP("CashModel", "Account"), 74, ColumnKind::Text, 1},
        {"currency", QT_TRANSLATE_NOOP("CashModel", "Ccy"), 44, ColumnKind::Muted},
        {"balance", QT_TRANSLATE_NOOP("CashModel", "Balance"), 88, ColumnKind::Figure},
        {"reserved", QT_TRANSLATE_NOOP("CashModel", "Reserved"), 72, ColumnKind::Figure},
        {"pending", QT_TRANSLATE_NOOP("CashModel", "Not yet settled"), 96, ColumnKind::Figure},
        {"available", QT_TRANSLATE_NOOP("CashModel", "Available"), 88, ColumnKind::Figure},
    };
}

std::vector<kit::TableColumn> columnsOfMovements()
{
    return {
        {"date", QT_TRANSLATE_NOOP("MovementsModel", "Date"), 94, ColumnKind::Muted},
        {"kind", QT_TRANSLATE_NOOP("MovementsModel", "Kind"), 70, ColumnKind::Text},
        {"text", QT_TRANSLATE_NOOP("MovementsModel", "Text"), 96, ColumnKind::Text, 1},
        {"account", QT_TRANSLATE_NOOP("MovementsModel", "Account"), 84, ColumnKind::Muted, 0, true},
        {"amount", QT_TRANSLATE_NOOP("MovementsModel", "Amount"), 88, ColumnKind::Signed},
        {"currency", QT_TRANSLATE_NOOP("MovementsModel", "Ccy"), 44, ColumnKind::Muted},
        {"settles", QT_TRANSLATE_NOOP("MovementsModel", "Settles"), 92, ColumnKind::Muted, 0, true},
    };
}

QString word(const TransferGroup& group)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("MovementsModel", text); };
    switch (group.kind) {
    case GroupKind::Deposit: return say(QT_TRANSLATE_NOOP("MovementsModel", "Deposit"));
    case GroupKind::Withdrawal: return say(QT_TRANSLATE_NOOP("MovementsModel", "Withdrawal"));
    case GroupKind::Trade:
        return group.quantity.isNegative() ? say(QT_TRANSLATE_NOOP("MovementsModel", "Sale")) : say(QT_TRANSLATE_NOOP("MovementsModel", "Purchase"));
    case GroupKind::Dividend: return say(QT_TRANSLATE_NOOP("MovementsModel", "Dividend"));
    case GroupKind::Interest: return say(QT_TRANSLATE_NOOP("MovementsModel", "Interest"));
    case GroupKind::Fee: return say(QT_TRANSLATE_NOOP("MovementsModel", "Fee"));
    case GroupKind::Settlement: return say(QT_TRANSLATE_NOOP("MovementsModel", "Settlement"));
    case GroupKind::CorporateAction: return say(QT_TRANSLATE_NOOP("MovementsModel", "Corporate action"));
    case GroupKind::Reversal: return say(QT_TRANSLATE_NOOP("MovementsModel", "Correction"));
    case GroupKind::Reserve:
    case GroupKind::Release: return {};
    }
    return {};
}

} // namespace

CashModel::CashModel(Feed& feed, QObject* parent) : TableModel("CashModel", columnsOfCash(), parent), m_feed(feed)
{
    connect(&feed, &Feed::bookChanged, this, &CashModel::takeBook);
    takeBook(feed.book());
}

void CashModel::setClient(ClientId client)
{
    m_client = client;
    takeBook(m_book);
}

void CashModel::takeBook(BookPointer book)
{
    if (!book)
        return;
    m_book = std::move(book);
    std::vector<CashRow> rows;
    for (const CashRow& row : m_book->cash) {
        const Account* account = m_book->account(row.account);
        if (account != nullptr && account->client == m_client)
            rows.push_back(row);
    }
    const bool sameKeys = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), [](const CashRow& a, const CashRow& b) {
        return a.account == b.account && a.balance.currency() == b.balance.currency();
    });
    if (!sameKeys) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    } else if (!rows.empty()) {
        m_rows = std::move(rows);
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole, SortRole});
    }
}

QString CashModel::text(int row, int column) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const CashRow& cash = m_rows[std::size_t(row)];
    const Format& format = m_feed.format();
    switch (column) {
    case AccountColumn: {
        const Account* account = m_book->account(cash.account);
        return account != nullptr ? QString::fromStdString(account->number) : Format::none();
    }
    case CurrencyColumn: return QString::fromStdString(cash.balance.currency().code());
    case Balance: return format.money(cash.balance);
    case Reserved: return format.money(cash.reserved);
    case Pending: return format.money(cash.pending);
    case Available: return format.money(cash.available());
    default: return {};
    }
}

QVariant CashModel::sortKey(int row, int column) const
{
    if (row < 0 || row >= rowCount() || column < Balance)
        return text(row, column);
    const CashRow& cash = m_rows[std::size_t(row)];
    const Money& money = column == Balance ? cash.balance : column == Reserved ? cash.reserved : cash.pending;
    return qint64(column == Available ? cash.available().minor() : money.minor());
}

MovementsModel::MovementsModel(Feed& feed, QObject* parent) : TableModel("MovementsModel", columnsOfMovements(), parent), m_feed(feed)
{
    connect(&feed, &Feed::bookChanged, this, [this](const BookPointer& book) {
        if (book && book->ledgerGroups != m_groups)
            ask();
    });
    connect(&feed, &Feed::languageChanged, this, [this] { // names and dates are the feed's, not the translator's
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

void MovementsModel::setClient(ClientId client)
{
    if (client == m_client)
        return;
    m_client = client;
    beginResetModel();
    m_rows.clear();
    endResetModel();
    ask();
}

void MovementsModel::ask()
{
    if (m_asking || !m_client.valid())
        return;
    m_asking = true;
    struct Found {
        std::vector<Movement> rows;
        std::size_t groups = 0;
    };
    auto found = std::make_shared<Found>();
    m_feed.queryClient(
        m_client,
        [found, client = m_client](const Engine& engine) {
            const auto& groups = engine.ledger().groups();
            found->groups = groups.size();
            for (auto it = groups.rbegin(); it != groups.rend(); ++it) {
                const auto account = engine.accounts().find(it->account);
                if (it->kind == GroupKind::Reserve || it->kind == GroupKind::Release || account == engine.accounts().end()
                    || account->second.client != client)
                    continue;
                std::map<AssetId, std::int64_t> sums;
                for (const Transfer& transfer : it->transfers) {
                    if (transfer.asset.isInstrument())
                        continue;
                    if (transfer.to.bucket == Bucket::Own)
                        sums[transfer.asset] += transfer.amount;
                    if (transfer.from.bucket == Bucket::Own)
                        sums[transfer.asset] -= transfer.amount;
                }
                for (const auto& [asset, sum] : sums)
                    found->rows.push_back({*it, Money(sum, asset.currency())});
            }
        },
        [self = QPointer<MovementsModel>(this), found, client = m_client] {
            if (!self)
                return;
            self->m_asking = false;
            if (client != self->m_client)
                return self->ask();
            self->m_groups = found->groups;
            const int fresh = int(found->rows.size()) - self->rowCount();
            if (fresh <= 0 && !found->rows.empty())
                return; // nothing of this client
            if (self->m_rows.empty() || found->rows.empty()) {
                self->beginResetModel();
                self->m_rows = std::move(found->rows);
                self->endResetModel();
            } else {
                self->beginInsertRows({}, 0, fresh - 1);
                self->m_rows = std::move(found->rows);
                self->endInsertRows();
            }
        });
}

QString MovementsModel::text(int row, int column) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const Movement& movement = m_rows[std::size_t(row)];
    const Format& format = m_feed.format();
    const BookPointer& book = m_feed.book();
    switch (column) {
    case DateColumn: return format.date(movement.group.tradeDate);
    case Kind: return word(movement.group);
    case Text: {
        const Instrument* instrument = movement.group.instrument.valid() ? book->instrument(movement.group.instrument) : nullptr;
        if (instrument == nullptr)
            return QString::fromStdString(movement.group.memo);
        const QString symbol = QString::fromStdString(instrument->symbol);
        if (movement.group.kind != GroupKind::Trade)
            return symbol;
        return tr("%1 %2 at %3").arg(format.quantity(movement.group.quantity.abs()), symbol, format.price(movement.group.price, *instrument));
    }
    case AccountColumn: {
        const Account* account = book->account(movement.group.account);
        return account != nullptr ? QString::fromStdString(account->number) : Format::none();
    }
    case Amount: return format.signedMoney(movement.amount);
    case CurrencyColumn: return QString::fromStdString(movement.amount.currency().code());
    case Settles: return format.date(movement.group.settleDate);
    default: return {};
    }
}

int MovementsModel::tone(int row, int column) const
{
    return column == Amount && row >= 0 && row < rowCount() && m_rows[std::size_t(row)].group.kind != GroupKind::Trade
        ? trading::gainTone(m_rows[std::size_t(row)].amount.minor())
        : int(theme::Theme::Neutral);
}

QVariant MovementsModel::sortKey(int row, int column) const
{
    if (row < 0 || row >= rowCount())
        return {};
    switch (column) {
    case DateColumn: return m_rows[std::size_t(row)].group.tradeDate.days;
    case Settles: return m_rows[std::size_t(row)].group.settleDate.days;
    case Amount: return qint64(m_rows[std::size_t(row)].amount.minor());
    default: return text(row, column);
    }
}

} // namespace rialto::portfolio
