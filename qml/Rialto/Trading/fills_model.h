// SPDX-License-Identifier: GPL-3.0-or-later
// FillsModel: the fills blotter. One row an execution, oldest first; the table shows the newest on top. GUI thread.
#pragma once

#include "Feed/feed.h"
#include "Kit/table_model.h"

#include <QPointer>

#include <unordered_map>

namespace rialto::trading {

class FillsModel : public kit::TableModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString zone READ zone NOTIFY countChanged)

public:
    enum Column { Time, Execution, OrderColumn, AccountColumn, Symbol, SideColumn, QuantityColumn, PriceColumn, Value, CurrencyColumn, Fee, Tax, Settles };

    explicit FillsModel(Feed& feed, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_count; }
    QString text(int row, int column) const override;
    int tone(int row, int column) const override;
    QVariant sortKey(int row, int column) const override;
    int count() const { return m_count; }
    QString zone() const;
    Q_INVOKABLE void follow(int row);

signals:
    void countChanged();

private:
    void takeBook(BookPointer book);
    void askSettleDates();

    Feed& m_feed;
    BookPointer m_book;
    int m_count = 0;
    std::unordered_map<std::string, Date> m_settles; // by execution id, as the ledger booked it
    std::size_t m_groupsRead = 0;
    bool m_asking = false;
};

} // namespace rialto::trading
