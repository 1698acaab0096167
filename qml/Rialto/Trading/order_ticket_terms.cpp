// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the order ticket that only some orders have; see order_ticket_model.h.
#include "order_ticket_model.h"

#include "Feed/messages.h"
#include "order_words.h"
#include "typed_figure.h"

namespace rialto::trading {

QStringList OrderTicketModel::types() const
{
    QStringList words;
    for (int i = 0; i < kOrderTypes; ++i)
        words.append(word(static_cast<OrderType>(i)));
    return words;
}

QStringList OrderTicketModel::tifs() const
{
    QStringList words;
    for (int i = 0; i < kTimesInForce; ++i)
        words.append(longWord(static_cast<TimeInForce>(i)));
    return words;
}

void OrderTicketModel::setField(QString& field, const QString& text)
{
    if (text == field)
        return;
    field = text;
    edited();
}

void OrderTicketModel::setLeaves(bool leaves)
{
    if (leaves == m_leaves)
        return;
    m_leaves = leaves;
    if (!leaves) {
        m_display.clear();
        m_target.clear();
        m_stopLoss.clear();
    }
    edited();
}

void OrderTicketModel::stepTrigger(int steps)
{
    if (instrument() == nullptr)
        return;
    const auto typed = typedPrice(m_trigger);
    const auto from = typed ? std::optional(*typed) : referencePrice();
    if (from)
        setTrigger(editable(m_trigger.trimmed().isEmpty() ? *from : stepped(*from, instrument()->spec.tick, steps), instrument()->spec.priceDigits));
}

Result<void> OrderTicketModel::readTerms(OrderRequest& order) const
{
    OrderTerms& terms = order.terms;
    if (triggers()) {
        const auto trigger = typedPrice(m_trigger);
        if (!trigger)
            return trigger.error();
        terms.trigger = *trigger;
    }
    if (trailing()) {
        const QString typed = m_trail.trimmed();
        if (typed.endsWith(QLatin1Char('%'))) {
            const auto share = parseDecimal(typed.chopped(1).trimmed().toStdString(), 2);
            if (!share || *share <= 0 || *share >= 10'000)
                return invalid("engine.trail-missing");
            terms.trailBasisPoints = int(*share);
        } else {
            const auto distance = typedPrice(m_trail);
            if (!distance)
                return distance.error();
            terms.trail = *distance;
        }
    }
    if (dated()) {
        const auto day = Date::parse(m_goodTill.trimmed().toStdString());
        if (!day)
            return day.error();
        terms.goodTill = *day;
    }
    if (!m_display.trimmed().isEmpty()) {
        const auto shown = typedQuantity(m_display);
        if (!shown)
            return shown.error();
        terms.display = *shown;
    }
    return {};
}

// The target and the stop that follow the order once it has traded.
Result<std::vector<OrderRequest>> OrderTicketModel::exits(const OrderRequest& entry) const
{
    std::vector<OrderRequest> children;
    OrderRequest out = entry;
    out.side = entry.side == Side::Buy ? Side::Sell : Side::Buy;
    out.tif = TimeInForce::Gtc;
    out.limit = Price();
    out.terms = OrderTerms();
    if (!m_target.trimmed().isEmpty()) {
        const auto price = typedPrice(m_target);
        if (!price)
            return price.error();
        OrderRequest target = out;
        target.type = OrderType::Limit;
        target.limit = *price;
        children.push_back(target);
    }
    if (!m_stopLoss.trimmed().isEmpty()) {
        const auto price = typedPrice(m_stopLoss);
        if (!price)
            return price.error();
        OrderRequest stop = out;
        stop.type = OrderType::Stop;
        stop.terms.trigger = *price;
        children.push_back(stop);
    }
    return children;
}

Result<EngineHost::Body> OrderTicketModel::body(OrderRequest order) const
{
    auto children = exits(order);
    if (!children)
        return children.error();
    if (children->empty())
        return EngineHost::Body(PlaceOrder{std::move(order)});
    PlaceGroup group{order.commandId, children->size() == 2 ? Link::Bracket : Link::Oto, {std::move(order)}};
    group.orders.insert(group.orders.end(), children->begin(), children->end());
    return EngineHost::Body(std::move(group));
}

QString OrderTicketModel::termsError() const
{
    // An empty field is not wrong yet.
    const bool begun = (!triggers() || !m_trigger.trimmed().isEmpty()) && (!trailing() || !m_trail.trimmed().isEmpty()) && (!dated() || !m_goodTill.trimmed().isEmpty());
    OrderRequest trial;
    if (begun)
        if (const auto read = readTerms(trial); !read)
            return message(read.error());
    const auto children = exits(trial);
    return children ? QString() : message(children.error());
}

} // namespace rialto::trading
