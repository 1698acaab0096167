// SPDX-License-Identifier: GPL-3.0-or-later
// TradingModel: the view models of the trading workspace in one hand, as the workstation makes them. GUI thread.
#pragma once

#include "desk_controls.h"
#include "fills_model.h"
#include "ladder_model.h"
#include "order_ticket_model.h"
#include "orders_model.h"
#include "positions_model.h"

namespace rialto::trading {

class TradingModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(rialto::trading::OrderTicketModel* ticket READ ticket CONSTANT)
    Q_PROPERTY(rialto::trading::OrdersModel* orders READ orders CONSTANT)
    Q_PROPERTY(rialto::trading::FillsModel* fills READ fills CONSTANT)
    Q_PROPERTY(rialto::trading::PositionsModel* positions READ positions CONSTANT)
    Q_PROPERTY(rialto::trading::LadderModel* ladder READ ladder CONSTANT)
    Q_PROPERTY(rialto::trading::DeskControls* desk READ desk CONSTANT)

public:
    explicit TradingModel(Feed& feed, QObject* parent = nullptr)
        : QObject(parent), m_ticket(feed), m_orders(feed), m_fills(feed), m_positions(feed), m_ladder(feed), m_desk(feed)
    {
    }

    OrderTicketModel* ticket() { return &m_ticket; }
    OrdersModel* orders() { return &m_orders; }
    FillsModel* fills() { return &m_fills; }
    PositionsModel* positions() { return &m_positions; }
    LadderModel* ladder() { return &m_ladder; }
    DeskControls* desk() { return &m_desk; }

private:
    OrderTicketModel m_ticket;
    OrdersModel m_orders;
    FillsModel m_fills;
    PositionsModel m_positions;
    LadderModel m_ladder;
    DeskControls m_desk;
};

} // namespace rialto::trading
