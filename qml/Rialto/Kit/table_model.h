// SPDX-License-Identifier: GPL-3.0-or-later
// TableModel: the base of every table a DataTable shows. A subclass owns its rows and answers text(), and where it matters
// tone(), sortKey(), fraction() and series(); columns, roles, translated titles and cell flashes are here. GUI thread only.
// Rows must be stable between resets: announce inserts and removals, and one coalesced dataChanged a frame for values.
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace rialto::kit {

struct TableColumn {
    /// How a cell is drawn. Figure: right-aligned tabular digits. Signed: a figure in the colour of its tone, which must carry
    /// its own sign. Tick: a figure with a small triangle in the colour of its tone. Word: coloured bold text (side).
    /// Status: a dot and a word. Bar: a figure over a bar of fraction() of the cell's width. Spark: series() as a line.
    enum class Kind { Text, Figure, Signed, Tick, Word, Status, Bar, Spark, Muted };

    QString key;                    ///< stable name, for saved layouts
    const char* title = "";         ///< source text, marked with QT_TRANSLATE_NOOP(context, ...)
    int width = 80;                 ///< logical pixels at scale 1
    Kind kind = Kind::Text;
    int stretch = 0;                ///< share of the room left over
    bool hidden = false;            ///< off until the user turns it on in the header's menu
    bool sortable = true;
};

class TableModel : public QAbstractTableModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    enum Role { ToneRole = Qt::UserRole + 1, FlashRole, SortRole, FractionRole, SeriesRole, LastRole = SeriesRole };
    enum HeaderRole { KeyRole = Qt::UserRole + 100, WidthRole, KindRole, StretchRole, HiddenRole, SortableRole };

    /// `context` is the translation context of the titles.
    TableModel(const char* context, std::vector<TableColumn> columns, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

    const std::vector<TableColumn>& columns() const { return m_columns; }
    int columnOf(const QString& key) const;

    virtual QString text(int row, int column) const = 0;
    /// A Theme::Tone.
    virtual int tone(int row, int column) const;
    /// What sorting compares: a number, a date or text. Give exact values as qint64 (scaled) where they are exact.
    virtual QVariant sortKey(int row, int column) const;
    virtual double fraction(int row, int column) const;
    virtual QList<double> series(int row, int column) const;

protected:
    /// Lights a cell up for a moment: direction 1 up, -1 down. Clears itself.
    void flashCell(int row, int column, int direction);
    void clearFlashes() { m_flashes.clear(); }

private:
    struct Flash {
        int direction = 0;
        int ticksLeft = 0;
    };
    void fadeFlashes();

    const char* m_context;
    std::vector<TableColumn> m_columns;
    QHash<quint64, Flash> m_flashes;
    QTimer m_fadeTimer;
};

} // namespace rialto::kit
