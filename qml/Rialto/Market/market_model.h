// SPDX-License-Identifier: GPL-3.0-or-later
// MarketModel: the view models of the market workspace in one hand. GUI thread.
#pragma once

#include "bar_loader.h"
#include "chart_model.h"
#include "depth_model.h"
#include "quote_model.h"
#include "tape_model.h"
#include "watchlist_model.h"

namespace rialto {

class MarketModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(rialto::WatchlistModel* watchlist READ watchlist CONSTANT)
    Q_PROPERTY(rialto::QuoteModel* quote READ quote CONSTANT)
    Q_PROPERTY(rialto::DepthModel* depth READ depth CONSTANT)
    Q_PROPERTY(rialto::TapeModel* tape READ tape CONSTANT)
    Q_PROPERTY(rialto::ChartModel* chart READ chart CONSTANT)
    Q_PROPERTY(QVariantMap tableLayout READ tableLayout WRITE setTableLayout NOTIFY tableLayoutChanged)

public:
    MarketModel(Feed& feed, BarStoreOpener openBars, QObject* parent = nullptr);

    WatchlistModel* watchlist() { return &m_watchlist; }
    QuoteModel* quote() { return &m_quote; }
    DepthModel* depth() { return &m_depth; }
    TapeModel* tape() { return &m_tape; }
    ChartModel* chart() { return &m_chart; }
    /// Widths, hidden columns and order of the watchlist, as the table saves them.
    QVariantMap tableLayout() const { return m_tableLayout; }
    void setTableLayout(const QVariantMap& layout);

signals:
    void tableLayoutChanged();
    /// The user wants to trade the current instrument.
    void tradeRequested(bool buy);
    /// The user asked for the list of symbols to add one.
    void symbolSearchRequested();

private:
    void seedTrends();

    Feed& m_feed;
    BarLoader m_loader;
    WatchlistModel m_watchlist;
    QuoteModel m_quote;
    DepthModel m_depth;
    TapeModel m_tape;
    ChartModel m_chart;
    QVariantMap m_tableLayout;
};

} // namespace rialto
