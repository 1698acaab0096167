// SPDX-License-Identifier: GPL-3.0-or-later
// OrdersModel: the orders blotter. Rows are orders of the book, oldest first; the table shows the newest on top. What a
// command did is seen when the book says so, never before; what was refused is a sentence in `notice`. GUI thread.
#pragma once

#include "Feed/feed.h"
#include "Kit/table_model.h"

#include <QVariantList>

namespace rialto::trading {

class OrdersModel : public kit::TableModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(int show READ show WRITE setShow NOTIFY showChanged)
    Q_PROPERTY(QList<int> counts READ counts NOTIFY countsChanged)
    Q_PROPERTY(QString zone READ zone NOTIFY countsChanged)
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged)
    Q_PROPERTY(bool editing READ editing NOTIFY editChanged)
    Q_PROPERTY(QString editTitle READ editTitle NOTIFY editChanged)
    Q_PROPERTY(QString editQuantity READ editQuantity NOTIFY editChanged)
    Q_PROPERTY(QString editPrice READ editPrice NOTIFY editChanged)
    Q_PROPERTY(QString editError READ editError NOTIFY editChanged)

public:
    /// Which orders are rows. Rejected includes expired and cancelled ones only when they carry a reason.
    enum Show { All, Working, Filled, Rejected };
    Q_ENUM(Show)
    enum Column { Time, Number, AccountColumn, Symbol, SideColumn, Type, Tif, QuantityColumn, FilledColumn, Leaves, Limit, AveragePrice, Status, Reason };

    explicit OrdersModel(Feed& feed, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QString text(int row, int column) const override;
    int tone(int row, int column) const override;
    QVariant sortKey(int row, int column) const override;

    int show() const { return m_show; }
    void setShow(int show);
    /// How many orders each choice of `show` has.
    QList<int> counts() const { return m_counts; }
    QString zone() const;
    QString notice() const { return m_notice; }

    Q_INVOKABLE void clearNotice() { setNotice({}); }
    Q_INVOKABLE bool cancellable(int row) const;
    Q_INVOKABLE bool anyCancellable(const QVariantList& rows) const;
    /// Asks to cancel the open ones among these rows.
    Q_INVOKABLE void cancel(const QVariantList& rows);
    Q_INVOKABLE void cancelAll();
    /// The panels of the workspace follow the order's instrument and account.
    Q_INVOKABLE void follow(int row);

    bool editing() const { return m_edit.valid(); }
    QString editTitle() const;
    QString editQuantity() const { return m_editQuantity; }
    QString editPrice() const { return m_editPrice; }
    QString editError() const { return m_editError; }
    /// Opens the change of quantity and price of one working order.
    Q_INVOKABLE void beginEdit(int row);
    Q_INVOKABLE void setEditQuantity(const QString& text);
    Q_INVOKABLE void setEditPrice(const QString& text);
    Q_INVOKABLE void stepEditQuantity(int steps);
    Q_INVOKABLE void stepEditPrice(int steps);
    Q_INVOKABLE void sendEdit();
    Q_INVOKABLE void closeEdit();

    const Order* order(int row) const;

signals:
    void showChanged();
    void countsChanged();
    void noticeChanged();
    void editChanged();

private:
    void takeBook(BookPointer book);
    bool wanted(const Order& order) const;
    void setNotice(const QString& notice);
    const Order* find(OrderId id) const;
    void hear(const Result<Reply>& reply, OrderId order);

    Feed& m_feed;
    BookPointer m_book;
    std::vector<OrderId> m_rows;
    int m_show = All;
    QList<int> m_counts{0, 0, 0, 0};
    QString m_notice;
    OrderId m_edit;
    QString m_editQuantity, m_editPrice, m_editError;
    std::string m_editCommand;   // one per intention
};

} // namespace rialto::trading
