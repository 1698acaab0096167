// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders_model.h"

#include "Feed/marks.h"
#include "Feed/messages.h"
#include "Theme/theme.h"
#include "order_words.h"
#include "row_merge.h"
#include "typed_figure.h"

#include <algorithm>

namespace rialto::trading {

namespace {

using Kind = kit::TableColumn::Kind;

std::vector<kit::TableColumn> columnsOfOrders()
{
    return {
        {"time", QT_TRANSLATE_NOOP("OrdersModel", "Time"), 108, Kind::Muted},
        {"number", QT_TRANSLATE_NOOP("OrdersModel", "Order"), 52, Kind::Text},
        {"account", QT_TRANSLATE_NOOP("OrdersModel", "Account"), 72, Kind::Text},
        {"symbol", QT_TRANSLATE_NOOP("OrdersModel", "Symbol"), 78, Kind::Text},
        {"side", QT_TRANSLATE_NOOP("OrdersModel", "Side"), 44, Kind::Word},
        {"type", QT_TRANSLATE_NOOP("OrdersModel", "Type"), 68, Kind::Text},
        {"tif", QT_TRANSLATE_NOOP("OrdersModel", "TIF"), 44, Kind::Text},
        {"quantity", QT_TRANSLATE_NOOP("OrdersModel", "Quantity"), 72, Kind::Figure},
        {"filled", QT_TRANSLATE_NOOP("OrdersModel", "Filled"), 72, Kind::Figure},
        {"leaves", QT_TRANSLATE_NOOP("OrdersModel", "Leaves"), 72, Kind::Figure},
        {"limit", QT_TRANSLATE_NOOP("OrdersModel", "Limit"), 72, Kind::Figure},
        {"average", QT_TRANSLATE_NOOP("OrdersModel", "Avg price"), 76, Kind::Figure},
        {"status", QT_TRANSLATE_NOOP("OrdersModel", "Status"), 100, Kind::Status},
        {"reason", QT_TRANSLATE_NOOP("OrdersModel", "Reason"), 104, Kind::Muted, 1},
    };
}

bool refused(const Order& order)
{
    return order.state == OrderState::Rejected
        || (!order.reason.empty() && (order.state == OrderState::Expired || order.state == OrderState::Cancelled));
}

// What a row shows of an order.
bool looksAlike(const Order& a, const Order& b)
{
    return a.state == b.state && a.filled == b.filled && a.reason == b.reason && a.request.quantity == b.request.quantity
        && a.request.limit == b.request.limit && a.filledValue.minor() == b.filledValue.minor();
}

} // namespace

OrdersModel::OrdersModel(Feed& feed, QObject* parent) : TableModel("OrdersModel", columnsOfOrders(), parent), m_feed(feed)
{
    connect(&feed, &Feed::bookChanged, this, &OrdersModel::takeBook);
    connect(&feed, &Feed::languageChanged, this, [this] { // names and dates are the feed's, not the translator's
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        emit editChanged();
        emit noticeChanged();
    });
    takeBook(feed.book());
}

bool OrdersModel::wanted(const Order& order) const
{
    switch (m_show) {
    case Working: return order.open();
    case Filled: return order.filled.isPositive();
    case Rejected: return refused(order);
    default: return true;
    }
}

void OrdersModel::takeBook(BookPointer book)
{
    if (!book)
        return;
    const BookPointer before = std::exchange(m_book, book);
    QList<int> counts{int(book->orders.size()), 0, 0, 0};
    std::vector<OrderId> rows;
    rows.reserve(book->orders.size());
    for (const Order& order : book->orders) {
        counts[Working] += order.open() ? 1 : 0;
        counts[Filled] += order.filled.isPositive() ? 1 : 0;
        counts[Rejected] += refused(order) ? 1 : 0;
        if (wanted(order))
            rows.push_back(order.id);
    }
    mergeRows(
        m_rows, rows,
        [this](int first, int last, auto&& change) {
            beginRemoveRows({}, first, last);
            change();
            endRemoveRows();
        },
        [this](int first, int last, auto&& change) {
            beginInsertRows({}, first, last);
            change();
            endInsertRows();
        });
    int top = rowCount();
    int bottom = -1;
    if (before) {
        for (int row = 0; row < rowCount(); ++row) {
            const Order* now = find(m_rows[std::size_t(row)]);
            const auto then = std::lower_bound(before->orders.begin(), before->orders.end(), now->id, [](const Order& order, OrderId id) { return order.id < id; });
            if (then == before->orders.end() || then->id != now->id || looksAlike(*then, *now))
                continue;
            top = std::min(top, row);
            bottom = row;
        }
    }
    if (bottom >= top)
        emit dataChanged(index(top, 0), index(bottom, columnCount() - 1), {Qt::DisplayRole, ToneRole, SortRole});
    if (counts != m_counts) {
        m_counts = counts;
        emit countsChanged();
    }
    if (editing()) {
        const Order* edited = find(m_edit);
        if (edited == nullptr || !edited->open())
            closeEdit();
    }
}

const Order* OrdersModel::find(OrderId id) const
{
    if (!m_book)
        return nullptr;
    const auto it = std::lower_bound(m_book->orders.begin(), m_book->orders.end(), id, [](const Order& order, OrderId wantedId) { return order.id < wantedId; });
    return it != m_book->orders.end() && it->id == id ? &*it : nullptr;
}

const Order* OrdersModel::order(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : find(m_rows[std::size_t(row)]);
}

QString OrdersModel::text(int row, int column) const
{
    const Order* found = order(row);
    if (found == nullptr)
        return {};
    const Instrument* instrument = m_book->instrument(found->request.instrument);
    const Format& format = m_feed.format();
    switch (column) {
    case Time: return format.dayAndTime(found->createdAt, venueZone(m_book.get()));
    case Number: return orderNumber(found->id);
    case AccountColumn: {
        const Account* account = m_book->account(found->request.account);
        return account != nullptr ? QString::fromStdString(account->number) : Format::none();
    }
    case Symbol: return instrument != nullptr ? QString::fromStdString(instrument->symbol) : Format::none();
    case SideColumn: return word(found->request.side);
    case Type: return word(found->request.type);
    case Tif: return word(found->request.tif);
    case QuantityColumn: return format.quantity(found->request.quantity);
    case FilledColumn: return format.quantity(found->filled);
    case Leaves: return found->open() ? format.quantity(found->leaves()) : Format::none();
    case Limit:
        if (!needsLimit(found->request.type) || instrument == nullptr)
            return Format::none();
        return format.price(found->request.limit, *instrument);
    case AveragePrice: {
        const auto average = instrument != nullptr ? averagePrice(found->filledValue, found->filled, *instrument) : std::nullopt;
        return average ? format.price(*average, *instrument) : Format::none();
    }
    case Status: return statusWord(*found);
    case Reason: return found->reason.empty() ? QString() : shortMessage(found->reason);
    default: return {};
    }
}

int OrdersModel::tone(int row, int column) const
{
    const Order* found = order(row);
    if (found == nullptr)
        return theme::Theme::Neutral;
    if (column == SideColumn)
        return trading::tone(found->request.side);
    if (column == Status)
        return statusTone(found->state);
    return theme::Theme::Neutral;
}

QVariant OrdersModel::sortKey(int row, int column) const
{
    const Order* found = order(row);
    if (found == nullptr)
        return {};
    switch (column) {
    case Time:
    case Number: return qint64(found->id.value);
    case QuantityColumn: return qint64(found->request.quantity.raw());
    case FilledColumn: return qint64(found->filled.raw());
    case Leaves: return qint64(found->open() ? found->leaves().raw() : 0);
    case Limit: return qint64(!needsLimit(found->request.type) ? 0 : found->request.limit.raw());
    case AveragePrice: {
        const Instrument* instrument = m_book->instrument(found->request.instrument);
        const auto average = instrument != nullptr ? averagePrice(found->filledValue, found->filled, *instrument) : std::nullopt;
        return qint64(average ? average->raw() : 0);
    }
    case Status: return int(found->state);
    default: return text(row, column);
    }
}

void OrdersModel::setShow(int show)
{
    if (show == m_show || show < All || show > Rejected)
        return;
    m_show = show;
    emit showChanged();
    takeBook(m_book);
}

QString OrdersModel::zone() const { return m_book ? m_feed.format().zoneLabel(m_book->time, venueZone(m_book.get())) : QString(); }

void OrdersModel::setNotice(const QString& notice)
{
    if (notice == m_notice)
        return;
    m_notice = notice;
    emit noticeChanged();
}

void OrdersModel::hear(const Result<Reply>& reply, OrderId order)
{
    if (!reply)
        return setNotice(orderNumber(order) + QStringLiteral(": ") + message(reply.error()));
    if (!reply->accepted)
        setNotice(orderNumber(order) + QStringLiteral(": ") + messageLines(reply->refusals).join(QLatin1Char(' ')));
}

bool OrdersModel::cancellable(int row) const
{
    const Order* found = order(row);
    return found != nullptr && next(found->state, OrderEvent::CancelAsked).legal;
}

bool OrdersModel::anyCancellable(const QVariantList& rows) const
{
    return std::any_of(rows.begin(), rows.end(), [this](const QVariant& row) { return cancellable(row.toInt()); });
}

void OrdersModel::cancel(const QVariantList& rows)
{
    setNotice({});
    std::vector<OrderId> ids;
    for (const QVariant& row : rows)
        if (cancellable(row.toInt()))
            ids.push_back(m_rows[std::size_t(row.toInt())]);
    for (const OrderId id : ids)
        m_feed.command(CancelOrder{AppServices::newCommandId(), id}, [this, id](const Result<Reply>& reply) { hear(reply, id); });
}

void OrdersModel::cancelAll()
{
    setNotice({});
    if (!m_book)
        return;
    for (const Order& open : m_book->orders)
        if (next(open.state, OrderEvent::CancelAsked).legal)
            m_feed.command(CancelOrder{AppServices::newCommandId(), open.id}, [this, id = open.id](const Result<Reply>& reply) { hear(reply, id); });
}

void OrdersModel::follow(int row)
{
    if (const Order* found = order(row)) {
        m_feed.selection().setInstrument(found->request.instrument);
        m_feed.selection().setAccount(found->request.account);
    }
}

QString OrdersModel::editTitle() const
{
    const Order* edited = find(m_edit);
    const Instrument* instrument = edited != nullptr ? m_book->instrument(edited->request.instrument) : nullptr;
    if (instrument == nullptr)
        return {};
    return tr("Change %1: %2 %3").arg(orderNumber(m_edit), word(edited->request.side), QString::fromStdString(instrument->symbol));
}

void OrdersModel::beginEdit(int row)
{
    const Order* found = order(row);
    const Instrument* instrument = found != nullptr ? m_book->instrument(found->request.instrument) : nullptr;
    if (instrument == nullptr)
        return;
    setNotice({});
    if (!next(found->state, OrderEvent::ReplaceAsked).legal || !needsLimit(found->request.type))
        return setNotice(orderNumber(found->id) + QStringLiteral(": ") + message("oms.not-replaceable"));
    m_edit = found->id;
    m_editQuantity = editable(found->request.quantity);
    m_editPrice = editable(found->request.limit, instrument->spec.priceDigits);
    m_editError.clear();
    m_editCommand = AppServices::newCommandId();
    emit editChanged();
}

void OrdersModel::setEditQuantity(const QString& text)
{
    if (text == m_editQuantity)
        return;
    m_editQuantity = text;
    m_editCommand = AppServices::newCommandId();
    emit editChanged();
}

void OrdersModel::setEditPrice(const QString& text)
{
    if (text == m_editPrice)
        return;
    m_editPrice = text;
    m_editCommand = AppServices::newCommandId();
    emit editChanged();
}

void OrdersModel::stepEditQuantity(int steps)
{
    const Order* edited = find(m_edit);
    const Instrument* instrument = edited != nullptr ? m_book->instrument(edited->request.instrument) : nullptr;
    const auto typed = typedQuantity(m_editQuantity);
    if (instrument != nullptr && typed)
        setEditQuantity(editable(stepped(*typed, quantityStep(*instrument), steps)));
}

void OrdersModel::stepEditPrice(int steps)
{
    const Order* edited = find(m_edit);
    const Instrument* instrument = edited != nullptr ? m_book->instrument(edited->request.instrument) : nullptr;
    const auto typed = typedPrice(m_editPrice);
    if (instrument != nullptr && typed)
        setEditPrice(editable(stepped(*typed, instrument->spec.tick, steps), instrument->spec.priceDigits));
}

void OrdersModel::sendEdit()
{
    if (!editing())
        return;
    const auto quantity = typedQuantity(m_editQuantity);
    const auto price = typedPrice(m_editPrice);
    if (!quantity || !price) {
        m_editError = message(quantity ? price.error() : quantity.error());
        emit editChanged();
        return;
    }
    m_editError.clear();
    m_feed.command(ReplaceOrder{m_editCommand, m_edit, *quantity, *price}, [this, id = m_edit](const Result<Reply>& reply) {
        if (id != m_edit)
            return hear(reply, id);
        if (reply && reply->accepted)
            return closeEdit();
        m_editError = reply ? messageLines(reply->refusals).join(QLatin1Char(' ')) : message(reply.error());
        emit editChanged();
    });
}

void OrdersModel::closeEdit()
{
    m_edit = OrderId();
    m_editError.clear();
    emit editChanged();
}

} // namespace rialto::trading
