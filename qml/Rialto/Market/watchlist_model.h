// SPDX-License-Identifier: GPL-3.0-or-later
// WatchlistModel: one row an instrument the user watches, in the user's order, with its newest quote. GUI thread. Rows are
// stable; all changes of a frame are told as one dataChanged over the rows they touch.
#pragma once

#include "Feed/feed.h"
#include "Kit/table_model.h"

#include <QStringList>

#include <unordered_map>
#include <vector>

namespace rialto {

class WatchlistModel : public kit::TableModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(QStringList symbols READ symbols WRITE setSymbols NOTIFY symbolsChanged)
    Q_PROPERTY(int count READ count NOTIFY symbolsChanged)
    Q_PROPERTY(int currentRow READ currentRow NOTIFY currentRowChanged)

public:
    explicit WatchlistModel(Feed& feed, QObject* parent = nullptr);

    /// Empty: everything in the book, also what comes later.
    QStringList symbols() const { return m_symbols; }
    void setSymbols(const QStringList& symbols);
    int count() const { return int(m_rows.size()); }
    int currentRow() const;

    Q_INVOKABLE void select(int row);
    /// The next or previous row becomes the current instrument; at the ends it stays.
    Q_INVOKABLE void step(int rows) { select(currentRow() + rows); }
    /// False when the symbol is not in the book or already watched.
    Q_INVOKABLE bool add(const QString& symbol);
    Q_INVOKABLE void remove(int row);
    Q_INVOKABLE bool contains(const QString& symbol) const;
    Q_INVOKABLE QString symbolAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QString text(int row, int column) const override;
    int tone(int row, int column) const override;
    QVariant sortKey(int row, int column) const override;
    QList<double> series(int row, int column) const override;

    /// Closes of past minutes, oldest first, for the small line; live minutes follow them.
    void seedTrend(InstrumentId instrument, const std::vector<Price>& closes);

signals:
    void symbolsChanged();
    void currentRowChanged();

private:
    /// Rows with changes that the view has not heard of: of the left and of the right columns, which take turns in a flood.
    struct Touched {
        int first = -1;
        int last = -1;
    };
    struct Row {
        Instrument instrument;
        Quote quote;
        bool quoted = false;
        std::vector<double> trend;      // for the eye only
        std::int64_t trendMinute = 0;
    };

    void onMarket(const MarketBoard::Changes& changes);
    void showGathered();
    void tell(Touched& touched, int fromColumn, int toColumn);
    void onBook();
    void onLanguage();
    Row makeRow(const Instrument& instrument) const;
    static void extendTrend(Row& row);
    int changeTone(const Row& row) const;
    void rememberSymbols();
    void reindex();

    Feed& m_feed;
    QStringList m_symbols;
    std::vector<Row> m_rows;
    std::unordered_map<InstrumentId, int> m_rowOf;
    std::shared_ptr<const std::vector<Instrument>> m_instruments;
    Touched m_touched[2];
};

} // namespace rialto
