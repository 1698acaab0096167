// SPDX-License-Identifier: GPL-3.0-or-later
// CashModel and MovementsModel: a client's cash by account and currency, and what the ledger booked on the client's accounts,
// newest first. GUI thread; the movements are read from the ledger where it lives.
#pragma once

#include "Feed/feed.h"
#include "Kit/table_model.h"

namespace rialto::portfolio {

class CashModel : public kit::TableModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")

public:
    enum Column { AccountColumn, CurrencyColumn, Balance, Reserved, Pending, Available };

    explicit CashModel(Feed& feed, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QString text(int row, int column) const override;
    QVariant sortKey(int row, int column) const override;
    void setClient(ClientId client);

private:
    void takeBook(BookPointer book);

    Feed& m_feed;
    BookPointer m_book;
    ClientId m_client;
    std::vector<CashRow> m_rows;
};

class MovementsModel : public kit::TableModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")

public:
    enum Column { DateColumn, Kind, Text, AccountColumn, Amount, CurrencyColumn, Settles };

    explicit MovementsModel(Feed& feed, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QString text(int row, int column) const override;
    int tone(int row, int column) const override;
    QVariant sortKey(int row, int column) const override;
    void setClient(ClientId client);

private:
    struct Movement {
        TransferGroup group;
        Money amount;        // what it did to the free cash
    };
    void ask();

    Feed& m_feed;
    ClientId m_client;
    std::size_t m_groups = 0;
    bool m_asking = false;
    std::vector<Movement> m_rows;
};

} // namespace rialto::portfolio
