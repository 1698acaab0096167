// SPDX-License-Identifier: GPL-3.0-or-later
// ClientsModel: every client with what they own now. Values follow the market twice a second. GUI thread.
#pragma once

#include "Feed/feed.h"
#include "Kit/table_model.h"
#include "client_worth.h"

#include <QTimer>

namespace rialto::portfolio {

class ClientsModel : public kit::TableModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")

public:
    enum Column { Number, Name, Household, Accounts, Total, CurrencyColumn, Cash, Unrealised, DayChange };

    explicit ClientsModel(Feed& feed, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QString text(int row, int column) const override;
    int tone(int row, int column) const override;
    QVariant sortKey(int row, int column) const override;
    ClientId client(int row) const { return row < 0 || row >= rowCount() ? ClientId() : m_rows[std::size_t(row)]; }
    int rowOf(ClientId client) const;

private:
    void takeBook(BookPointer book);
    void value();

    Feed& m_feed;
    BookPointer m_book;
    Marks m_marks;
    QTimer m_timer;
    std::vector<ClientId> m_rows;
    std::vector<ClientWorth> m_worth;
};

} // namespace rialto::portfolio
