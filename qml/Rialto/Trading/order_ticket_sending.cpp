// SPDX-License-Identifier: GPL-3.0-or-later
// Preview, review and sending of the order ticket; see order_ticket_model.h.
#include "order_ticket_model.h"

#include "Feed/messages.h"
#include "Theme/theme.h"
#include "order_words.h"
#include "typed_figure.h"

#include <QGuiApplication>
#include <QPointer>
#include <QStyleHints>

#include <algorithm>
#include <utility>

namespace rialto::trading {

std::optional<OrderRequest> OrderTicketModel::request() const
{
    const auto quantity = wantedQuantity();
    if (instrument() == nullptr || !quantity || !m_feed.selection().account().valid())
        return std::nullopt;
    OrderRequest order;
    order.account = m_feed.selection().account();
    order.instrument = m_instrument;
    order.side = m_side;
    order.type = m_type;
    order.tif = m_tif;
    order.quantity = *quantity;
    if (limited()) {
        const auto limit = typedPrice(m_price);
        if (!limit)
            return std::nullopt;
        order.limit = *limit;
    }
    if (!readTerms(order) || !exits(order))
        return std::nullopt;
    return order;
}

void OrderTicketModel::askPreview()
{
    if (m_previewOut) {
        m_previewStale = true;
        return;
    }
    auto order = request();
    if (!order) {
        if (!m_estimate.isEmpty() || !m_refusals.isEmpty()) {
            m_estimate.clear();
            m_refusals.clear();
            m_notes.clear();
        }
        emit previewChanged();
        return;
    }
    order->commandId = "preview";
    m_previewOut = true;
    m_previewStale = false;
    const auto notes = std::make_shared<std::vector<std::string>>();
    m_feed.query([notes, asked = *order](const Engine& engine) { *notes = routeOf(asked, engine.capabilities()).notes; },
        [self = QPointer<OrderTicketModel>(this), notes] {
            if (!self)
                return;
            self->m_notes.clear();
            for (const auto& note : *notes)
                self->m_notes.append(message(note));
            emit self->previewChanged();
        });
    m_feed.preview(*order, [self = QPointer<OrderTicketModel>(this), asked = *order](const OrderPreview& preview) {
        if (self)
            self->showPreview(asked, preview);
    });
}

void OrderTicketModel::showPreview(const OrderRequest& asked, const OrderPreview& preview)
{
    m_previewOut = false;
    const Instrument* known = m_book ? m_book->instrument(asked.instrument) : nullptr;
    auto present = request();
    if (present)
        present->commandId = asked.commandId;
    if (known == nullptr || !present || !(*present == asked)) {
        askPreview(); // typed on meanwhile
        return;
    }
    const Format& format = m_feed.format();
    QVariantList lines;
    const auto line = [&lines](const QString& label, const QString& value, int tone = theme::Theme::Neutral) {
        lines.append(QVariantMap{{QStringLiteral("label"), label}, {QStringLiteral("value"), value}, {QStringLiteral("tone"), tone}});
    };
    const auto price = needsLimit(asked.type) ? std::optional(asked.limit) : referencePrice();
    const auto value = price ? valueOf(*known, *price, asked.quantity) : Result<Money>(Money::zero(known->spec.currency));
    line(asked.side == Side::Buy ? tr("Estimated cost") : tr("Estimated proceeds"), price && value ? format.moneyWithCode(*value) : Format::none());
    if (preview.reserve && known->assetClass() != AssetClass::FxPair) {
        line(tr("Set aside with fees"), format.moneyWithCode(*preview.reserve));
        const Money after = preview.availableBefore - *preview.reserve;
        line(tr("Available before"), format.moneyWithCode(preview.availableBefore));
        line(tr("Available after"), format.moneyWithCode(after), after.isNegative() ? theme::Theme::Danger : theme::Theme::Neutral);
    } else {
        line(tr("Available cash"), format.moneyWithCode(preview.availableBefore));
    }
    if (known->assetClass() != AssetClass::FxPair) {
        const Quantity before = asked.side == Side::Buy ? preview.positionAfter - asked.quantity : preview.positionAfter + asked.quantity;
        line(tr("Position"), format.quantity(before) + QStringLiteral(" → ") + format.quantity(preview.positionAfter));
    }
    m_estimate = lines;
    m_refusals = messageLines(preview.refusals);
    emit previewChanged();
    if (m_previewStale)
        askPreview();
}

bool OrderTicketModel::canSend() const { return !m_sending && m_refusals.isEmpty() && request().has_value(); }

bool OrderTicketModel::reviewSkipped() const { return instrument() != nullptr && m_noReview.contains(QString::fromStdString(instrument()->symbol)); }

void OrderTicketModel::setReviewSkipped(bool skipped)
{
    if (instrument() == nullptr || skipped == reviewSkipped())
        return;
    const QString symbol = QString::fromStdString(instrument()->symbol);
    if (skipped)
        m_noReview.insert(symbol);
    else
        m_noReview.remove(symbol);
    emit stateChanged();
}

QString OrderTicketModel::reviewText() const
{
    const auto order = request();
    const Account* account = order ? m_book->account(order->account) : nullptr;
    if (!order || account == nullptr)
        return {};
    const Format& format = m_feed.format();
    const QString price = needsLimit(order->type) ? tr("at %1 or better").arg(format.price(order->limit, *instrument()))
        : order->type == OrderType::Market                         ? tr("at the market")
                                                                   : word(order->type);
    return tr("%1 %2 %3 %4 · %5 · for %6")
        .arg(word(order->side), format.quantity(order->quantity), QString::fromStdString(instrument()->symbol), price, longWord(order->tif),
            accountLabel(*m_book, *account, format.chinese()));
}

QString OrderTicketModel::buttonText() const
{
    const QString symbol = instrument() != nullptr ? QString::fromStdString(instrument()->symbol) : QString();
    if (m_sending)
        return tr("Sending…");
    if (m_reviewing)
        return m_side == Side::Buy ? tr("Confirm: buy %1").arg(symbol) : tr("Confirm: sell %1").arg(symbol);
    if (m_done)
        return m_side == Side::Buy ? tr("Buy %1 again").arg(symbol) : tr("Sell %1 again").arg(symbol);
    return m_side == Side::Buy ? tr("Buy %1").arg(symbol) : tr("Sell %1").arg(symbol);
}

QString OrderTicketModel::result() const
{
    if (!m_failure.isEmpty())
        return m_failure;
    if (!m_order.valid() || !m_book)
        return {};
    const auto it = std::find_if(m_book->orders.rbegin(), m_book->orders.rend(), [this](const Order& order) { return order.id == m_order; });
    if (it == m_book->orders.rend())
        return tr("%1 sent").arg(orderNumber(m_order));
    QString text = orderNumber(m_order) + QStringLiteral(": ") + statusWord(*it);
    const Instrument* traded = m_book->instrument(it->request.instrument);
    const auto average = traded != nullptr ? averagePrice(it->filledValue, it->filled, *traded) : std::nullopt;
    if (average)
        text += QStringLiteral(" · ") + tr("%1 of %2 at %3").arg(m_feed.format().quantity(it->filled), m_feed.format().quantity(it->request.quantity),
            m_feed.format().price(*average, *traded));
    return it->reason.empty() ? text : text + QStringLiteral(" · ") + message(it->reason);
}

int OrderTicketModel::resultTone() const
{
    if (!m_failure.isEmpty())
        return theme::Theme::Danger;
    const auto it = m_book ? std::find_if(m_book->orders.rbegin(), m_book->orders.rend(), [this](const Order& order) { return order.id == m_order; })
                           : std::vector<Order>::const_reverse_iterator();
    return !m_book || it == m_book->orders.rend() ? theme::Theme::Pending : statusTone(it->state);
}

void OrderTicketModel::submit()
{
    if (m_sending)
        return;
    if (m_done) {
        // The second half of a double click is not a second order.
        if (m_sinceDone.isValid() && m_sinceDone.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval())
            return;
        m_done = false;
        m_commandId.clear();
    }
    if (!request()) {
        m_failure = instrument() == nullptr ? message("engine.instrument-unknown")
            : !m_feed.selection().account().valid() ? message("engine.account-unknown")
            : !wantedQuantity() ? message("engine.quantity-not-positive") : message("engine.limit-missing");
        emit stateChanged();
        return;
    }
    if (!m_refusals.isEmpty())
        return; // they stand in the ticket
    if (!m_reviewing && !reviewSkipped()) {
        m_reviewing = true;
        emit stateChanged();
        return;
    }
    send();
}

void OrderTicketModel::cancelReview()
{
    if (!m_reviewing)
        return;
    m_reviewing = false;
    emit stateChanged();
}

void OrderTicketModel::send()
{
    auto order = request();
    if (m_commandId.empty())
        m_commandId = AppServices::newCommandId();
    order->commandId = m_commandId;
    m_sending = true;
    m_editedMeanwhile = false;
    m_reviewing = false;
    m_failure.clear();
    emit stateChanged();
    emit previewChanged();
    auto whole = body(*order);
    if (!whole)
        return hear(whole.error());
    m_feed.command(std::move(*whole), [self = QPointer<OrderTicketModel>(this)](const Result<Reply>& reply) {
        if (self)
            self->hear(reply);
    });
}

void OrderTicketModel::hear(const Result<Reply>& reply)
{
    m_sending = false;
    const bool edited = std::exchange(m_editedMeanwhile, false);
    if (reply || edited)
        m_commandId.clear();
    if (!reply) {
        m_failure = message(reply.error()); // the id of an unchanged draft stays: pressing again repeats the same intention
    } else {
        m_order = reply->order;
        m_done = reply->accepted && !edited;
        m_failure = reply->accepted ? QString() : messageLines(reply->refusals).join(QLatin1Char(' '));
        m_sinceDone.start();
    }
    emit stateChanged();
    emit previewChanged();
    m_previewTimer.start();
    emit answered(reply && reply->accepted);
}

} // namespace rialto::trading
