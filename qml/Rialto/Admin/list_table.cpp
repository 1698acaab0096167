// SPDX-License-Identifier: GPL-3.0-or-later
#include "list_table.h"

#include "Theme/theme.h"

namespace rialto::admin {

QString ListTable::text(int row, int column) const { return m_rows[std::size_t(row)].cells.value(column); }

int ListTable::tone(int row, int column) const
{
    const auto& tones = m_rows[std::size_t(row)].tones;
    return column < int(tones.size()) ? tones[std::size_t(column)] : theme::Theme::Neutral;
}

QVariant ListTable::sortKey(int row, int column) const
{
    const auto& keys = m_rows[std::size_t(row)].keys;
    return column < int(keys.size()) && keys[std::size_t(column)].isValid() ? keys[std::size_t(column)] : QVariant(text(row, column));
}

void ListTable::setRows(std::vector<ListRow> rows)
{
    if (rows.size() == m_rows.size() && !rows.empty()) {
        m_rows = std::move(rows);
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QString ListTable::idOf(int row) const { return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].id : QString(); }

} // namespace rialto::admin
