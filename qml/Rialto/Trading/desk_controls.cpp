// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk_controls.h"

#include "Feed/messages.h"

#include <QPointer>

#include <memory>

namespace rialto::trading {

DeskControls::DeskControls(Feed& feed, QObject* parent) : QObject(parent), m_feed(feed)
{
    connect(&feed, &Feed::bookChanged, this, &DeskControls::refresh);
    refresh();
}

void DeskControls::refresh()
{
    if (m_asking)
        return;
    m_asking = true;
    const auto killed = std::make_shared<bool>(false);
    m_feed.query([killed](const Engine& engine) { *killed = engine.limitBook().firmKilled(); },
        [self = QPointer<DeskControls>(this), killed] {
            if (!self)
                return;
            self->m_asking = false;
            if (std::exchange(self->m_killed, *killed) != *killed)
                emit self->changed();
        });
}

void DeskControls::hear(const Result<Reply>& reply)
{
    m_notice = !reply ? message(reply.error()) : reply->accepted ? QString() : messageLines(reply->refusals).join(QLatin1Char(' '));
    emit changed();
    refresh();
}

void DeskControls::kill(bool on)
{
    m_feed.command(RecordDesk{DeskRecordKind::KillSwitch, "firm", on ? "on" : "off", "local"}, [self = QPointer<DeskControls>(this)](const Result<Reply>& reply) {
        if (self)
            self->hear(reply);
    });
}

void DeskControls::closePosition(bool reverse)
{
    const BookPointer& book = m_feed.book();
    const AccountId account = m_feed.selection().account();
    const InstrumentId instrument = m_feed.selection().instrument();
    if (!book)
        return;
    for (const PositionRow& row : book->positions) {
        if (row.account != account || row.instrument != instrument || row.quantity.isZero())
            continue;
        OrderRequest order;
        order.commandId = AppServices::newCommandId();
        order.account = account;
        order.instrument = instrument;
        order.side = row.quantity.isPositive() ? Side::Sell : Side::Buy;
        order.type = OrderType::Market;
        order.quantity = reverse ? row.quantity.abs() + row.quantity.abs() : row.quantity.abs();
        m_feed.command(PlaceOrder{order}, [self = QPointer<DeskControls>(this)](const Result<Reply>& reply) {
            if (self)
                self->hear(reply);
        });
        return;
    }
    m_notice = tr("There is no position to close.");
    emit changed();
}

} // namespace rialto::trading
