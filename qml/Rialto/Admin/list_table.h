// SPDX-License-Identifier: GPL-3.0-or-later
// ListTable: rows of finished text for a DataTable, replaced whole. A row carries an id for whoever acts on it. GUI thread.
#pragma once

#include "Kit/table_model.h"

#include <QStringList>

#include <vector>

namespace rialto::admin {

struct ListRow {
    QString id;
    QStringList cells;
    std::vector<int> tones;       // by column; missing ones are neutral
    std::vector<QVariant> keys;   // what sorting compares, where it is not the text
};

class ListTable : public kit::TableModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")

public:
    ListTable(const char* context, std::vector<kit::TableColumn> columns, QObject* parent = nullptr) : TableModel(context, std::move(columns), parent) {}

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QString text(int row, int column) const override;
    int tone(int row, int column) const override;
    QVariant sortKey(int row, int column) const override;
    const std::vector<ListRow>& rows() const { return m_rows; }
    void setRows(std::vector<ListRow> rows);
    /// Empty when there is no such row.
    QString idOf(int row) const;

private:
    std::vector<ListRow> m_rows;
};

} // namespace rialto::admin
