// SPDX-License-Identifier: GPL-3.0-or-later
#include "positions_model.h"

#include "Theme/theme.h"
#include "order_words.h"
#include "row_merge.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace rialto::trading {

namespace {

using Kind = kit::TableColumn::Kind;

std::vector<kit::TableColumn> columnsOfPositions()
{
    return {
        {"account", QT_TRANSLATE_NOOP("PositionsModel", "Account"), 70, Kind::Muted},
        {"symbol", QT_TRANSLATE_NOOP("PositionsModel", "Symbol"), 78, Kind::Text},
        {"name", QT_TRANSLATE_NOOP("PositionsModel", "Name"), 96, Kind::Muted, 1},
        {"quantity", QT_TRANSLATE_NOOP("PositionsModel", "Quantity"), 70, Kind::Figure},
        {"cost", QT_TRANSLATE_NOOP("PositionsModel", "Avg cost"), 74, Kind::Figure},
        {"mark", QT_TRANSLATE_NOOP("PositionsModel", "Mark"), 74, Kind::Figure},
        {"value", QT_TRANSLATE_NOOP("PositionsModel", "Market value"), 96, Kind::Figure},
        {"currency", QT_TRANSLATE_NOOP("PositionsModel", "Ccy"), 46, Kind::Muted},
        {"unrealised", QT_TRANSLATE_NOOP("PositionsModel", "Unrealised P&L"), 100, Kind::Signed},
        {"percent", QT_TRANSLATE_NOOP("PositionsModel", "P&L %"), 66, Kind::Signed},
        {"realised", QT_TRANSLATE_NOOP("PositionsModel", "Realised"), 86, Kind::Signed},
        {"base", QT_TRANSLATE_NOOP("PositionsModel", "Value in base"), 96, Kind::Figure},
        {"weight", QT_TRANSLATE_NOOP("PositionsModel", "Weight"), 66, Kind::Bar},
    };
}

} // namespace

PositionsModel::PositionsModel(Feed& feed, QObject* parent) : TableModel("PositionsModel", columnsOfPositions(), parent), m_feed(feed)
{
    connect(&feed, &Feed::bookChanged, this, &PositionsModel::takeBook);
    connect(&feed, &Feed::marketChanged, this, &PositionsModel::takeMarket);
    connect(&feed, &Feed::languageChanged, this, [this] { // names and dates are the feed's, not the translator's
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        emit accountsChanged();
        sumUp();
    });
    takeBook(feed.book());
}

void PositionsModel::takeBook(BookPointer book)
{
    if (!book)
        return;
    const bool accountsNew = !m_book || m_book->accounts.size() != book->accounts.size();
    m_book = book;
    m_marks.setBook(*book, m_feed.services().market());
    chooseBase();
    std::vector<Key> keys;
    std::vector<const PositionRow*> positions;
    for (const PositionRow& position : book->positions) {
        const Account* account = book->account(position.account);
        const bool chosen = m_accountIndex == 0 || position.account == book->accounts[std::size_t(m_accountIndex - 1)].id;
        const bool ofClient = !m_client.valid() || (account != nullptr && account->client == m_client);
        if (!chosen || !ofClient || (!m_showFlat && position.quantity.isZero()) || book->instrument(position.instrument) == nullptr)
            continue;
        keys.push_back({position.account, position.instrument});
        positions.push_back(&position);
    }
    mergeRows(
        m_rows, keys,
        [this](int first, int last, auto&& change) {
            beginRemoveRows({}, first, last);
            change();
            m_values.erase(m_values.begin() + first, m_values.begin() + last + 1);
            endRemoveRows();
        },
        [this](int first, int last, auto&& change) {
            beginInsertRows({}, first, last);
            change();
            m_values.insert(m_values.begin() + first, std::size_t(last - first + 1), Row{});
            endInsertRows();
        });
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        m_values[i].position = *positions[i];
        m_values[i].instrument = book->instrument(positions[i]->instrument);
        value(m_values[i]);
    }
    sumUp();
    if (!m_values.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole, ToneRole, SortRole, FractionRole});
    if (accountsNew)
        emit accountsChanged();
}

void PositionsModel::takeMarket(const MarketBoard::Changes& changes)
{
    if (changes.quotes.empty())
        return;
    m_marks.update(changes.quotes);
    std::unordered_set<InstrumentId> changed;
    bool rates = false;
    for (const Quote& quote : changes.quotes) {
        changed.insert(quote.instrument);
        rates = rates || m_marks.isFxPair(quote.instrument);
    }
    int top = rowCount();
    int bottom = -1;
    for (int row = 0; row < rowCount(); ++row) {
        Row& held = m_values[std::size_t(row)];
        const bool foreign = rates && held.instrument->spec.currency != m_base;
        if ((changed.count(held.position.instrument) == 0 && !foreign) || held.position.quantity.isZero() || !value(held))
            continue;
        top = std::min(top, row);
        bottom = row;
    }
    if (bottom < top)
        return;
    sumUp();
    emit dataChanged(index(top, 0), index(bottom, columnCount() - 1), {Qt::DisplayRole, ToneRole, SortRole, FractionRole});
}

// True when anything that is shown has changed.
bool PositionsModel::value(Row& row) const
{
    const PositionWorth worth = worthOf(row.position, *row.instrument, m_marks);
    const auto base = worth.value ? m_marks.convert(*worth.value, m_base) : std::nullopt;
    const bool same = row.worth.mark == worth.mark && row.worth.value == worth.value && row.baseValue == base;
    row.worth = worth;
    row.baseValue = base;
    return !same;
}

void PositionsModel::chooseBase()
{
    m_base = Currency();
    if (!m_book || m_book->accounts.empty())
        return;
    if (m_accountIndex > int(m_book->accounts.size()))
        m_accountIndex = 0;
    if (m_accountIndex > 0) {
        m_base = m_book->accounts[std::size_t(m_accountIndex - 1)].base;
        return;
    }
    for (const Account& account : m_book->accounts)
        if (!m_client.valid() || account.client == m_client) {
            m_base = account.base;
            return;
        }
    m_base = m_book->accounts.front().base;
}

void PositionsModel::sumUp()
{
    std::map<Currency, Totals> sums;
    for (const Row& row : m_values) {
        const Currency currency = row.instrument->spec.currency;
        const Money zero = Money::zero(currency);
        Totals& sum = sums.try_emplace(currency, Totals{zero, zero, zero, zero}).first->second;
        sum.realised += row.position.realised;
        if (!row.worth.value)
            continue;
        sum.value += *row.worth.value;
        sum.unrealised += *row.worth.unrealised;
        sum.cost += row.position.cost;
    }
    const Format& format = m_feed.format();
    QVariantList totals;
    const auto enter = [&](const QString& label, const Totals& sum, bool base) {
        totals.append(QVariantMap{{QStringLiteral("label"), label}, {QStringLiteral("value"), format.money(sum.value)},
            {QStringLiteral("unrealised"), format.signedMoney(sum.unrealised)},
            {QStringLiteral("percent"), format.percentChange(sum.unrealised, sum.cost)},
            {QStringLiteral("realised"), format.signedMoney(sum.realised)}, {QStringLiteral("tone"), gainTone(sum.unrealised.minor())},
            {QStringLiteral("realisedTone"), gainTone(sum.realised.minor())}, {QStringLiteral("base"), base}});
    };
    QStringList missing;
    const Money zero = Money::zero(m_base);
    m_baseTotals = {zero, zero, zero, zero};
    for (const auto& [currency, sum] : sums) {
        enter(QString::fromStdString(currency.code()), sum, false);
        const auto value = m_marks.convert(sum.value, m_base);
        const auto unrealised = m_marks.convert(sum.unrealised, m_base);
        const auto realised = m_marks.convert(sum.realised, m_base);
        const auto cost = m_marks.convert(sum.cost, m_base);
        if (!value || !unrealised || !realised || !cost) {
            missing.append(QString::fromStdString(currency.code()));
            continue;
        }
        m_baseTotals.value += *value;
        m_baseTotals.unrealised += *unrealised;
        m_baseTotals.realised += *realised;
        m_baseTotals.cost += *cost;
    }
    m_missing = missing.join(QStringLiteral(", "));
    if (sums.size() > 1 || (sums.size() == 1 && sums.begin()->first != m_base))
        enter(tr("All in %1").arg(baseCurrency()), m_baseTotals, true);
    m_totals = totals;
    emit totalsChanged();
}

QStringList PositionsModel::accounts() const
{
    QStringList list{tr("All accounts")};
    if (m_book)
        for (const Account& account : m_book->accounts)
            list.append(accountLabel(*m_book, account, m_feed.format().chinese()));
    return list;
}

void PositionsModel::setAccountIndex(int index)
{
    if (index == m_accountIndex || index < 0 || !m_book || index > int(m_book->accounts.size()))
        return;
    m_accountIndex = index;
    emit accountsChanged();
    takeBook(m_book);
}

void PositionsModel::setClient(ClientId client)
{
    if (client == m_client)
        return;
    m_client = client;
    takeBook(m_book);
}

void PositionsModel::setShowFlat(bool show)
{
    if (show == m_showFlat)
        return;
    m_showFlat = show;
    emit accountsChanged();
    takeBook(m_book);
}

QString PositionsModel::text(int row, int column) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const Row& held = m_values[std::size_t(row)];
    if (held.instrument == nullptr)
        return {};
    const Format& format = m_feed.format();
    switch (column) {
    case AccountColumn: {
        const Account* account = m_book->account(held.position.account);
        return account != nullptr ? QString::fromStdString(account->number) : Format::none();
    }
    case Symbol: return QString::fromStdString(held.instrument->symbol);
    case Name: return format.name(*held.instrument);
    case QuantityColumn: return format.quantity(held.position.quantity);
    case AverageCost: return held.worth.averageCost ? format.price(*held.worth.averageCost, *held.instrument) : Format::none();
    case Mark: return held.worth.mark ? format.price(*held.worth.mark, *held.instrument) : Format::none();
    case MarketValue: return held.worth.value ? format.money(*held.worth.value) : Format::none();
    case CurrencyColumn: return QString::fromStdString(held.instrument->spec.currency.code());
    case Unrealised: return held.worth.unrealised ? format.signedMoney(*held.worth.unrealised) : Format::none();
    case UnrealisedPercent: {
        const Money paid = held.position.cost.isNegative() ? -held.position.cost : held.position.cost;
        const QString percent = held.worth.unrealised ? format.percentChange(*held.worth.unrealised, paid) : QString();
        return percent.isEmpty() ? Format::none() : percent;
    }
    case Realised: return format.signedMoney(held.position.realised);
    case BaseValue: return held.baseValue ? format.money(*held.baseValue) : Format::none();
    case Weight: {
        const auto part = held.baseValue ? share(*held.baseValue, m_baseTotals.value) : std::nullopt;
        return part ? format.percent(*part) : Format::none();
    }
    default: return {};
    }
}

int PositionsModel::tone(int row, int column) const
{
    if (row < 0 || row >= rowCount())
        return theme::Theme::Neutral;
    const Row& held = m_values[std::size_t(row)];
    if ((column == Unrealised || column == UnrealisedPercent) && held.worth.unrealised)
        return gainTone(held.worth.unrealised->minor());
    if (column == Realised)
        return gainTone(held.position.realised.minor());
    return column == Weight ? theme::Theme::Accent : theme::Theme::Neutral;
}

QVariant PositionsModel::sortKey(int row, int column) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const Row& held = m_values[std::size_t(row)];
    const auto minor = [](const std::optional<Money>& money) { return qint64(money ? money->minor() : 0); };
    switch (column) {
    case QuantityColumn: return qint64(held.position.quantity.raw());
    case AverageCost: return qint64(held.worth.averageCost ? held.worth.averageCost->raw() : 0);
    case Mark: return qint64(held.worth.mark ? held.worth.mark->raw() : 0);
    case MarketValue: return minor(held.worth.value);
    case Unrealised: return minor(held.worth.unrealised);
    case UnrealisedPercent: {
        const auto part = held.worth.unrealised ? share(*held.worth.unrealised, held.position.cost) : std::nullopt;
        return qint64(part ? *part : 0);
    }
    case Realised: return qint64(held.position.realised.minor());
    case BaseValue:
    case Weight: return minor(held.baseValue);
    default: return text(row, column);
    }
}

double PositionsModel::fraction(int row, int column) const
{
    if (column != Weight || row < 0 || row >= rowCount())
        return 0.0;
    const auto& value = m_values[std::size_t(row)].baseValue;
    const auto part = value ? share(*value, m_baseTotals.value) : std::nullopt;
    return part && *part > 0 ? double(*part) / double(kFixedOne) : 0.0;
}

void PositionsModel::follow(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    m_feed.selection().setInstrument(m_rows[std::size_t(row)].second);
    m_feed.selection().setAccount(m_rows[std::size_t(row)].first);
}

} // namespace rialto::trading
