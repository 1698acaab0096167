// SPDX-License-Identifier: GPL-3.0-or-later
// TableSorter: what a DataTable puts between itself and its model: order, text filter, column facts and copying as
// tab-separated text. GUI thread. Order follows live values at most every 400 ms, and not at all while `frozen` (a trader's
// rows must not move under the mouse).
#pragma once

#include <QSortFilterProxyModel>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace rialto::kit {

class TableSorter : public QSortFilterProxyModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QAbstractItemModel* source READ sourceModel WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(QVariantList columns READ columns NOTIFY columnsChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int orderColumn READ orderColumn NOTIFY orderChanged)
    Q_PROPERTY(bool descending READ descending NOTIFY orderChanged)
    Q_PROPERTY(QString filterText READ filterText WRITE setFilterText NOTIFY filterTextChanged)
    Q_PROPERTY(bool frozen READ frozen WRITE setFrozen NOTIFY frozenChanged)

public:
    explicit TableSorter(QObject* parent = nullptr);

    void setSource(QAbstractItemModel* source);
    /// One map a column: key, title, width, right (aligned), kind, stretch, hidden, sortable.
    QVariantList columns() const { return m_columns; }
    int count() const { return rowCount(); }
    int orderColumn() const { return m_orderColumn; }
    bool descending() const { return m_descending; }
    QString filterText() const { return m_filterText; }
    /// Keeps rows of which any cell's text contains `text`, whatever the case.
    void setFilterText(const QString& text);
    bool frozen() const { return m_frozen; }
    void setFrozen(bool frozen);

    /// -1 gives the source's own order back.
    Q_INVOKABLE void order(int column, bool descending);
    Q_INVOKABLE int toSourceRow(int row) const;
    Q_INVOKABLE int fromSourceRow(int row) const;
    /// The rows with a title line, cells separated by tabs; also put on the clipboard.
    Q_INVOKABLE QString copyRows(const QModelIndexList& rows, const QList<int>& columns) const;

    QHash<int, QByteArray> roleNames() const override;
    QVariant data(const QModelIndex& index, int role) const override;

signals:
    void sourceChanged();
    void columnsChanged();
    void countChanged();
    void orderChanged();
    void filterTextChanged();
    void frozenChanged();

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    void readColumns();
    void noteChange(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles);
    void reorderIfNeeded();
    bool inOrder() const;

    struct ColumnLook {
        int kind = 0;
        bool right = false;
    };

    QVariantList m_columns;
    std::vector<ColumnLook> m_looks; // of each column, at hand for the cells
    QString m_filterText;
    int m_orderColumn = -1;
    bool m_descending = false;
    bool m_frozen = false;
    QTimer m_reorderTimer;
    QMetaObject::Connection m_headerConnection, m_dataConnection;
};

} // namespace rialto::kit
