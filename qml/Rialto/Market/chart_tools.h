// SPDX-License-Identifier: GPL-3.0-or-later
// ChartTools: what the user put on the chart of the current instrument beside its bars: indicators, compared symbols, drawings,
// the kind of axis; and what the book puts there: the account's trades, from entry to exit, and events. The user's part is
// remembered with the instrument through `Memory`. GUI thread.
#pragma once

#include "bar_loader.h"

#include "Charts/chart_drawings.h"
#include "Charts/chart_studies.h"
#include "Feed/feed.h"

#include <QStringList>
#include <QVariantMap>

#include <functional>

namespace rialto {

class ChartTools : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by the chart's model")
    Q_PROPERTY(rialto::charts::ChartStudies* studies READ studies CONSTANT)
    Q_PROPERTY(rialto::charts::ChartDrawings* drawings READ drawings CONSTANT)
    Q_PROPERTY(int axis READ axis WRITE setAxis NOTIFY axisChanged)
    Q_PROPERTY(QVariantList marks READ marks NOTIFY marksChanged)
    Q_PROPERTY(QVariantList links READ links NOTIFY marksChanged)
    Q_PROPERTY(QStringList symbols READ symbols NOTIFY symbolsChanged)
    Q_PROPERTY(int priceFormat READ priceFormat WRITE setPriceFormat NOTIFY axisChanged)

public:
    /// Where the state of an instrument's chart is kept; empty functions keep nothing.
    struct Memory {
        std::function<QVariantMap(const QString& symbol)> read;
        std::function<void(const QString& symbol, const QVariantMap& state)> write;
    };

    ChartTools(Feed& feed, BarLoader& loader, charts::ChartSeries& series, QObject* parent = nullptr);

    charts::ChartStudies* studies() { return &m_studies; }
    charts::ChartDrawings* drawings() { return &m_drawings; }
    int axis() const { return m_axis; }
    void setAxis(int axis);
    int priceFormat() const { return m_priceFormat; }
    void setPriceFormat(int format);
    QVariantList marks() const { return m_trades + m_events; }
    QVariantList links() const { return m_links; }
    /// Symbols that can be compared with the present one.
    QStringList symbols() const;
    Q_INVOKABLE void compareWith(const QString& symbol);

    void setMemory(Memory memory);
    /// What happened to a symbol, told by whoever knows: {time, kind 2, letter, text}.
    using EventSource = std::function<void(const QString& symbol, std::function<void(QVariantList)> answer)>;
    void setEvents(EventSource source);
    /// The model shows another instrument, or the same in another interval.
    void show(InstrumentId instrument, int seconds);

signals:
    void axisChanged();
    void marksChanged();
    void symbolsChanged();

private:
    void restore();
    void remember();
    void loadCompared(const QString& symbol);
    void readTrades();
    void readEvents();
    void onMarket(const MarketBoard::Changes& changes);

    Feed& m_feed;
    BarLoader& m_loader;
    charts::ChartSeries& m_series;
    charts::ChartStudies m_studies;
    charts::ChartDrawings m_drawings;
    Memory m_memory;
    EventSource m_eventSource;
    InstrumentId m_instrument;
    QString m_symbol;
    int m_seconds = 60;
    int m_axis = 0;
    int m_priceFormat = 0;
    bool m_restoring = false;
    std::size_t m_fillsRead = 0;
    QVariantList m_trades, m_events, m_links;
};

} // namespace rialto
