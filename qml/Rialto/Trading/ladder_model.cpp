// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder_model.h"

#include "Feed/messages.h"
#include "order_words.h"
#include "typed_figure.h"

#include <QPointer>

#include <algorithm>

namespace rialto::trading {

LadderModel::LadderModel(Feed& feed, QObject* parent) : QAbstractListModel(parent), m_feed(feed)
{
    connect(&feed, &Feed::marketChanged, this, &LadderModel::takeMarket);
    connect(&feed, &Feed::frameEnded, this, [this] {
        if (m_touched && m_feed.turnOf(2))
            rebuild();
    });
    connect(&feed, &Feed::bookChanged, this, [this](const BookPointer& book) {
        if (book)
            m_marks.setBook(*book, m_feed.services().market());
        rebuild();
    });
    connect(&feed, &Feed::languageChanged, this, &LadderModel::rebuild);
    connect(&feed.selection(), &Selection::instrumentChanged, this, &LadderModel::follow);
    if (feed.book())
        m_marks.setBook(*feed.book(), feed.services().market());
    follow();
}

const Instrument* LadderModel::instrument() const { return m_feed.book() ? m_feed.book()->instrument(m_instrument) : nullptr; }

void LadderModel::follow()
{
    const InstrumentId wanted = m_feed.selection().instrument();
    if (wanted == m_instrument)
        return;
    m_instrument = wanted;
    m_rungs.clear();
    setArmed(false); // an arm is for one instrument
    if (wanted.valid())
        m_feed.services().watchDepth(wanted);
    centre();
}

void LadderModel::takeMarket(const MarketBoard::Changes& changes)
{
    m_marks.update(changes.quotes);
    for (const Quote& quote : changes.quotes)
        m_touched = m_touched || quote.instrument == m_instrument;
    for (const DepthUpdate& depth : changes.depths) {
        if (depth.instrument != m_instrument)
            continue;
        m_rungs.clear();
        for (const DepthLevel& level : depth.bids)
            m_rungs[level.price.raw()].bid = level.quantity;
        for (const DepthLevel& level : depth.asks)
            m_rungs[level.price.raw()].ask = level.quantity;
        m_touched = true;
    }
}

Price LadderModel::priceOf(int row) const
{
    const Instrument* known = instrument();
    return known == nullptr ? Price() : Price::fromRaw(m_centre.raw() + (kRungs / 2 - row) * known->spec.tick.raw());
}

void LadderModel::centre()
{
    const Instrument* known = instrument();
    const auto mark = m_marks.mark(m_instrument);
    const std::int64_t tick = known == nullptr ? 1 : known->spec.tick.raw();
    m_centre = known != nullptr && mark ? Price::fromRaw(mark->raw() / tick * tick) : Price();
    m_cursor = kRungs / 2;
    emit cursorChanged();
    rebuild();
}

void LadderModel::rebuild()
{
    m_touched = false;
    const Instrument* known = instrument();
    const auto mark = m_marks.mark(m_instrument);
    m_last = mark ? *mark : Price();
    if (known != nullptr && mark && (!m_centre.isPositive() || *mark > priceOf(1) || *mark < priceOf(kRungs - 2)))
        m_centre = Price::fromRaw(mark->raw() / known->spec.tick.raw() * known->spec.tick.raw());
    m_own.clear();
    const BookPointer& book = m_feed.book();
    if (known != nullptr && book)
        for (const Order& order : book->orders) {
            if (!order.open() || order.request.instrument != m_instrument || order.request.account != m_feed.selection().account())
                continue;
            const Price at = waitsForTrigger(order.request.type) && !order.triggered ? order.request.terms.trigger : order.request.limit;
            Rung& rung = m_own[at.raw()];
            (order.request.side == Side::Buy ? rung.bid : rung.ask) += order.leaves();
        }
    if (const Quote* quote = m_marks.quote(m_instrument); quote != nullptr && m_rungs.empty()) { // a broker without depth
        m_rungs[quote->bid.raw()].bid = quote->bidSize;
        m_rungs[quote->ask.raw()].ask = quote->askSize;
    }
    m_largest = Quantity();
    for (const auto& [price, rung] : m_rungs)
        m_largest = std::max({m_largest, rung.bid, rung.ask});
    emit dataChanged(index(0), index(kRungs - 1));
    emit summaryChanged();
}

QString LadderModel::symbol() const { return instrument() == nullptr ? QString() : QString::fromStdString(instrument()->symbol); }

QString LadderModel::position() const
{
    const BookPointer& book = m_feed.book();
    if (!book || instrument() == nullptr)
        return {};
    for (const PositionRow& row : book->positions)
        if (row.account == m_feed.selection().account() && row.instrument == m_instrument)
            return m_feed.format().quantity(row.quantity);
    return m_feed.format().quantity(Quantity());
}

void LadderModel::setArmed(bool armed)
{
    if (armed == m_armed)
        return;
    m_armed = armed;
    emit armedChanged();
}

void LadderModel::setQuantity(const QString& text)
{
    if (text == m_quantity)
        return;
    m_quantity = text;
    emit armedChanged();
}

void LadderModel::say(const QString& notice)
{
    m_notice = notice;
    emit noticeChanged();
}

QVariant LadderModel::data(const QModelIndex& index, int role) const
{
    const Instrument* known = instrument();
    if (!index.isValid() || known == nullptr || !m_centre.isPositive())
        return role == BidFraction || role == AskFraction ? QVariant(0.0) : role == Last ? QVariant(false) : QVariant(QString());
    const Price price = priceOf(index.row());
    const auto rung = m_rungs.find(price.raw());
    const auto own = m_own.find(price.raw());
    const Format& format = m_feed.format();
    const auto size = [&](const std::map<std::int64_t, Rung>& all, std::map<std::int64_t, Rung>::const_iterator it, bool bid) {
        const Quantity quantity = it == all.end() ? Quantity() : bid ? it->second.bid : it->second.ask;
        return quantity.isPositive() ? format.compact(quantity) : QString();
    };
    const auto fraction = [&](bool bid) {
        const Quantity quantity = rung == m_rungs.end() ? Quantity() : bid ? rung->second.bid : rung->second.ask;
        return m_largest.isPositive() ? double(quantity.raw()) / double(m_largest.raw()) : 0.0;
    };
    switch (role) {
    case PriceText: return format.price(price, *known);
    case BidText: return size(m_rungs, rung, true);
    case AskText: return size(m_rungs, rung, false);
    case BidFraction: return fraction(true);
    case AskFraction: return fraction(false);
    case OwnBuy: return size(m_own, own, true);
    case OwnSell: return size(m_own, own, false);
    case Last: return price == m_last;
    default: return {};
    }
}

QHash<int, QByteArray> LadderModel::roleNames() const
{
    return {{PriceText, "priceText"}, {BidText, "bidText"}, {AskText, "askText"}, {BidFraction, "bidFraction"}, {AskFraction, "askFraction"},
        {OwnBuy, "ownBuy"}, {OwnSell, "ownSell"}, {Last, "last"}};
}

void LadderModel::move(int rungs) { pointAt(m_cursor + rungs); }

void LadderModel::pointAt(int row)
{
    const int to = std::clamp(row, 0, kRungs - 1);
    if (to == m_cursor)
        return;
    m_cursor = to;
    emit cursorChanged();
}

void LadderModel::place(int side, bool stop)
{
    const auto quantity = typedQuantity(m_quantity);
    if (!m_armed)
        return say(tr("The ladder is not armed: press A."));
    if (instrument() == nullptr || !m_centre.isPositive() || !quantity)
        return say(message(instrument() == nullptr ? "engine.instrument-unknown" : "engine.quantity-not-positive"));
    OrderRequest order;
    order.commandId = AppServices::newCommandId();
    order.account = m_feed.selection().account();
    order.instrument = m_instrument;
    order.side = side == 0 ? Side::Buy : Side::Sell;
    order.type = stop ? OrderType::Stop : OrderType::Limit;
    order.quantity = *quantity;
    (stop ? order.terms.trigger : order.limit) = priceOf(m_cursor);
    say({});
    m_feed.command(PlaceOrder{order}, refusalsShown());
}

std::function<void(const Result<Reply>&)> LadderModel::refusalsShown()
{
    return [self = QPointer<LadderModel>(this)](const Result<Reply>& reply) {
        if (!self)
            return;
        if (!reply)
            self->say(message(reply.error()));
        else if (!reply->accepted)
            self->say(messageLines(reply->refusals).join(QLatin1Char(' ')));
    };
}

void LadderModel::cancel(bool everywhere)
{
    const BookPointer book = m_feed.book(); // kept: the answer to a cancel may bring the next one
    if (!book)
        return;
    say({});
    for (const Order& order : book->orders) {
        if (!order.open() || order.request.instrument != m_instrument || order.request.account != m_feed.selection().account())
            continue;
        const Price at = waitsForTrigger(order.request.type) && !order.triggered ? order.request.terms.trigger : order.request.limit;
        if (everywhere || at == priceOf(m_cursor))
            m_feed.command(CancelOrder{AppServices::newCommandId(), order.id}, refusalsShown());
    }
}

void LadderModel::cancelHere() { cancel(false); }
void LadderModel::cancelAll() { cancel(true); }

} // namespace rialto::trading
