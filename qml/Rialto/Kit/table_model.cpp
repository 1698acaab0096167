// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_model.h"

#include <QCoreApplication>
#include <QEvent>

namespace rialto::kit {
namespace {

constexpr int fadeIntervalMs = 120;
constexpr int flashTicks = 3;

quint64 cellKey(int row, int column)
{
    return (quint64(quint32(row)) << 32) | quint32(column);
}

bool isFigure(TableColumn::Kind kind)
{
    using Kind = TableColumn::Kind;
    return kind == Kind::Figure || kind == Kind::Signed || kind == Kind::Tick || kind == Kind::Bar;
}

} // namespace

TableModel::TableModel(const char* context, std::vector<TableColumn> columns, QObject* parent)
    : QAbstractTableModel(parent), m_context(context), m_columns(std::move(columns))
{
    m_fadeTimer.setInterval(fadeIntervalMs);
    connect(&m_fadeTimer, &QTimer::timeout, this, &TableModel::fadeFlashes);
    const auto forget = [this] { m_flashes.clear(); };
    connect(this, &QAbstractItemModel::modelReset, this, forget);
    connect(this, &QAbstractItemModel::rowsInserted, this, forget);
    connect(this, &QAbstractItemModel::rowsRemoved, this, forget);
    if (QCoreApplication::instance() != nullptr)
        QCoreApplication::instance()->installEventFilter(this);
}

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), index.column());
    case ToneRole: return tone(index.row(), index.column());
    case FlashRole: return m_flashes.isEmpty() ? 0 : m_flashes.value(cellKey(index.row(), index.column())).direction;
    case SortRole: return sortKey(index.row(), index.column());
    case FractionRole: return fraction(index.row(), index.column());
    case SeriesRole: return QVariant::fromValue(series(index.row(), index.column()));
    default: return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= int(m_columns.size()))
        return {};
    const TableColumn& column = m_columns[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole: return QCoreApplication::translate(m_context, column.title);
    case Qt::TextAlignmentRole: return int(isFigure(column.kind) ? Qt::AlignRight : Qt::AlignLeft);
    case KeyRole: return column.key;
    case WidthRole: return column.width;
    case KindRole: return int(column.kind);
    case StretchRole: return column.stretch;
    case HiddenRole: return column.hidden;
    case SortableRole: return column.sortable;
    default: return {};
    }
}

QHash<int, QByteArray> TableModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {ToneRole, "tone"}, {FlashRole, "flash"}, {FractionRole, "fraction"}, {SeriesRole, "series"}};
}

bool TableModel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && watched == QCoreApplication::instance() && !m_columns.empty()) {
        emit headerDataChanged(Qt::Horizontal, 0, int(m_columns.size()) - 1);
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    return QAbstractTableModel::eventFilter(watched, event);
}

int TableModel::columnOf(const QString& key) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (m_columns[i].key == key)
            return int(i);
    return -1;
}

int TableModel::tone(int, int) const
{
    return 0;
}

QVariant TableModel::sortKey(int row, int column) const
{
    return text(row, column);
}

double TableModel::fraction(int, int) const
{
    return 0.0;
}

QList<double> TableModel::series(int, int) const
{
    return {};
}

void TableModel::flashCell(int row, int column, int direction)
{
    m_flashes.insert(cellKey(row, column), Flash{direction, flashTicks});
    if (!m_fadeTimer.isActive())
        m_fadeTimer.start();
}

void TableModel::fadeFlashes()
{
    int top = rowCount();
    int bottom = -1;
    for (auto it = m_flashes.begin(); it != m_flashes.end();) {
        if (--it->ticksLeft > 0) {
            ++it;
            continue;
        }
        const int row = int(it.key() >> 32);
        top = std::min(top, row);
        bottom = std::max(bottom, row);
        it = m_flashes.erase(it);
    }
    if (m_flashes.isEmpty())
        m_fadeTimer.stop();
    bottom = std::min(bottom, rowCount() - 1);
    if (top <= bottom)
        emit dataChanged(index(top, 0), index(bottom, columnCount() - 1), {FlashRole});
}

} // namespace rialto::kit
