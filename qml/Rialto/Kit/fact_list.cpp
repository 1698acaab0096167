// SPDX-License-Identifier: GPL-3.0-or-later
#include "fact_list.h"

namespace rialto::kit {
namespace {

enum Role { LabelRole = Qt::UserRole + 1, ValueRole, ToneRole };

} // namespace

void FactList::setEntries(const QVariantList& entries)
{
    if (entries == m_entries)
        return;
    const int before = count();
    const int after = int(entries.size());
    if (after != before) {
        beginResetModel();
        m_entries = entries;
        endResetModel();
        emit countChanged();
    } else {
        for (int row = 0; row < after; ++row) {
            if (m_entries[row] == entries[row])
                continue;
            m_entries[row] = entries[row];
            emit dataChanged(index(row), index(row));
        }
    }
    emit entriesChanged();
}

int FactList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant FactList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QVariantMap fact = m_entries[index.row()].toMap();
    switch (role) {
    case LabelRole:
        return fact.value(QStringLiteral("label")).toString();
    case ValueRole:
        return fact.value(QStringLiteral("value")).toString();
    case ToneRole:
        return fact.value(QStringLiteral("tone")).toInt(); // 0 is Theme.Neutral
    default:
        return {};
    }
}

QHash<int, QByteArray> FactList::roleNames() const
{
    return {{LabelRole, "label"}, {ValueRole, "value"}, {ToneRole, "tone"}};
}

} // namespace rialto::kit
