// SPDX-License-Identifier: GPL-3.0-or-later
// FactList: named figures as a model whose rows change in place. Setting `entries` again tells only of the rows that differ,
// so that figures that move many times a second do not cost their items anew. GUI thread.
#pragma once

#include <QAbstractListModel>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace rialto::kit {

class FactList : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Maps with `label`, `value` (finished text) and, where it has a colour, `tone` (a Theme.Tone).
    Q_PROPERTY(QVariantList entries READ entries WRITE setEntries NOTIFY entriesChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    using QAbstractListModel::QAbstractListModel;

    QVariantList entries() const { return m_entries; }
    void setEntries(const QVariantList& entries);
    int count() const { return int(m_entries.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void entriesChanged();
    void countChanged();

private:
    QVariantList m_entries;
};

} // namespace rialto::kit
