// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_sorter.h"

#include "table_model.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace rialto::kit {
namespace {

constexpr int reorderIntervalMs = 400;
constexpr int RightRole = TableModel::SortableRole + 1; // the column's figures stand right

QVariant keyOf(const QModelIndex& index)
{
    const QVariant key = index.data(TableModel::SortRole);
    return key.isValid() ? key : index.data(Qt::DisplayRole);
}

bool precedes(const QVariant& left, const QVariant& right)
{
    if (left.typeId() == QMetaType::QString && right.typeId() == QMetaType::QString)
        return QString::localeAwareCompare(left.toString(), right.toString()) < 0;
    const QPartialOrdering order = QVariant::compare(left, right);
    return order == QPartialOrdering::Less;
}

} // namespace

TableSorter::TableSorter(QObject* parent) : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(false);
    m_reorderTimer.setInterval(reorderIntervalMs);
    m_reorderTimer.setSingleShot(true);
    connect(&m_reorderTimer, &QTimer::timeout, this, &TableSorter::reorderIfNeeded);
    connect(this, &QAbstractItemModel::modelReset, this, &TableSorter::countChanged);
    connect(this, &QAbstractItemModel::rowsInserted, this, &TableSorter::countChanged);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &TableSorter::countChanged);
    connect(this, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_orderColumn >= 0)
            m_reorderTimer.start();
    });
    connect(this, &QAbstractItemModel::modelReset, this, &TableSorter::readColumns);
}

void TableSorter::setSource(QAbstractItemModel* source)
{
    if (source == sourceModel())
        return;
    disconnect(m_headerConnection);
    disconnect(m_dataConnection);
    setSourceModel(source);
    if (source != nullptr) {
        m_headerConnection = connect(source, &QAbstractItemModel::headerDataChanged, this, &TableSorter::readColumns);
        m_dataConnection = connect(source, &QAbstractItemModel::dataChanged, this, &TableSorter::noteChange);
    }
    readColumns();
    if (m_orderColumn >= 0)
        sort(m_orderColumn, m_descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    emit sourceChanged();
    emit countChanged();
}

void TableSorter::readColumns()
{
    QVariantList columns;
    const QAbstractItemModel* source = sourceModel();
    for (int i = 0; source != nullptr && i < source->columnCount(); ++i) {
        const auto fact = [&](int role, const QVariant& otherwise) {
            const QVariant value = source->headerData(i, Qt::Horizontal, role);
            return value.isValid() ? value : otherwise;
        };
        columns.append(QVariantMap{{QStringLiteral("key"), fact(TableModel::KeyRole, QString::number(i))},
                                   {QStringLiteral("title"), fact(Qt::DisplayRole, QString())},
                                   {QStringLiteral("width"), fact(TableModel::WidthRole, 96)},
                                   {QStringLiteral("right"), (fact(Qt::TextAlignmentRole, int(Qt::AlignLeft)).toInt() & Qt::AlignRight) != 0},
                                   {QStringLiteral("kind"), fact(TableModel::KindRole, 0)},
                                   {QStringLiteral("stretch"), fact(TableModel::StretchRole, 0)},
                                   {QStringLiteral("hidden"), fact(TableModel::HiddenRole, false)},
                                   {QStringLiteral("sortable"), fact(TableModel::SortableRole, true)}});
    }
    if (columns == m_columns)
        return;
    m_columns = columns;
    m_looks.clear();
    for (const QVariant& column : columns) {
        const QVariantMap facts = column.toMap();
        m_looks.push_back({facts.value(QStringLiteral("kind")).toInt(), facts.value(QStringLiteral("right")).toBool()});
    }
    emit columnsChanged();
}

void TableSorter::setFilterText(const QString& text)
{
    if (text == m_filterText)
        return;
    m_filterText = text;
    invalidateFilter();
    emit filterTextChanged();
    emit countChanged();
}

void TableSorter::setFrozen(bool frozen)
{
    if (frozen == m_frozen)
        return;
    m_frozen = frozen;
    if (!m_frozen)
        reorderIfNeeded();
    emit frozenChanged();
}

void TableSorter::order(int column, bool descending)
{
    m_orderColumn = column;
    m_descending = descending;
    sort(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    emit orderChanged();
}

int TableSorter::toSourceRow(int row) const
{
    return row < 0 || row >= rowCount() ? -1 : mapToSource(index(row, 0)).row();
}

int TableSorter::fromSourceRow(int row) const
{
    if (sourceModel() == nullptr || row < 0 || row >= sourceModel()->rowCount())
        return -1;
    return mapFromSource(sourceModel()->index(row, 0)).row();
}

QString TableSorter::copyRows(const QModelIndexList& rows, const QList<int>& columns) const
{
    QList<int> numbers;
    for (const QModelIndex& row : rows)
        if (!numbers.contains(row.row()))
            numbers.append(row.row());
    std::sort(numbers.begin(), numbers.end());
    const auto clean = [](QString cell) { return cell.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' ')); };
    QStringList lines;
    QStringList cells;
    for (int column : columns)
        cells.append(clean(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
    lines.append(cells.join(QLatin1Char('\t')));
    for (int row : numbers) {
        cells.clear();
        for (int column : columns)
            cells.append(clean(index(row, column).data(Qt::DisplayRole).toString()));
        lines.append(cells.join(QLatin1Char('\t')));
    }
    const QString text = lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
    if (QClipboard* clipboard = QGuiApplication::clipboard())
        clipboard->setText(text);
    return text;
}

QHash<int, QByteArray> TableSorter::roleNames() const
{
    QHash<int, QByteArray> names = QSortFilterProxyModel::roleNames();
    names.insert(Qt::DisplayRole, "display");
    names.insert(TableModel::ToneRole, "tone");
    names.insert(TableModel::FlashRole, "flash");
    names.insert(TableModel::FractionRole, "fraction");
    names.insert(TableModel::SeriesRole, "series");
    names.insert(TableModel::KindRole, "kind");
    names.insert(RightRole, "toRight");
    return names;
}

QVariant TableSorter::data(const QModelIndex& index, int role) const
{
    if (role == TableModel::KindRole || role == RightRole) {
        const ColumnLook look = index.column() >= 0 && std::size_t(index.column()) < m_looks.size() ? m_looks[std::size_t(index.column())] : ColumnLook{};
        return role == RightRole ? QVariant(look.right) : QVariant(look.kind);
    }
    const QVariant value = QSortFilterProxyModel::data(index, role);
    if (value.isValid())
        return value;
    switch (role) {
    case Qt::DisplayRole: return QString();
    case TableModel::ToneRole:
    case TableModel::FlashRole: return 0;
    case TableModel::FractionRole: return 0.0;
    case TableModel::SeriesRole: return QVariant::fromValue(QList<double>());
    default: return value;
    }
}

bool TableSorter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    return precedes(keyOf(left), keyOf(right));
}

bool TableSorter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (m_filterText.isEmpty())
        return true;
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column)
        if (sourceModel()->index(row, column, parent).data(Qt::DisplayRole).toString().contains(m_filterText, Qt::CaseInsensitive))
            return true;
    return false;
}

void TableSorter::noteChange(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    const bool flashOnly = roles.size() == 1 && roles.front() == TableModel::FlashRole;
    if (flashOnly || m_frozen || m_orderColumn < topLeft.column() || m_orderColumn > bottomRight.column())
        return;
    if (!m_reorderTimer.isActive())
        m_reorderTimer.start();
}

bool TableSorter::inOrder() const
{
    QVariant before;
    for (int row = 0; row < rowCount(); ++row) {
        const QVariant key = keyOf(mapToSource(index(row, m_orderColumn)));
        if (row > 0 && (m_descending ? precedes(before, key) : precedes(key, before)))
            return false;
        before = key;
    }
    return true;
}

void TableSorter::reorderIfNeeded()
{
    if (m_frozen || m_orderColumn < 0 || sourceModel() == nullptr || inOrder())
        return;
    invalidate();
    sort(m_orderColumn, m_descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

} // namespace rialto::kit
