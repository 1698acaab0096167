// SPDX-License-Identifier: GPL-3.0-or-later
// ChartModel: the bars of the current instrument in the chosen interval: stored history joined with what is traded live.
// GUI thread. Live changes reach the chart at most once a frame; a change of symbol or interval loads history on the
// loader's thread and shows what is known live meanwhile.
#pragma once

#include "bar_loader.h"
#include "chart_tools.h"
#include "live_bars.h"

#include "Charts/chart_series.h"
#include "Feed/feed.h"

#include <QStringList>

namespace rialto {

class ChartModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(rialto::charts::ChartSeries* series READ series CONSTANT)
    Q_PROPERTY(QStringList intervals READ intervals NOTIFY textsChanged)
    Q_PROPERTY(int interval READ interval WRITE setInterval NOTIFY intervalChanged)
    Q_PROPERTY(rialto::ChartTools* tools READ tools CONSTANT)
    Q_PROPERTY(bool loading READ loading NOTIFY loadingChanged)

public:
    enum Interval { OneMinute, FiveMinutes, OneHour, OneDay };
    Q_ENUM(Interval)

    ChartModel(Feed& feed, BarLoader& loader, QObject* parent = nullptr);

    charts::ChartSeries* series() { return &m_series; }
    ChartTools* tools() { return &m_tools; }
    QStringList intervals() const;
    int interval() const { return m_interval; }
    void setInterval(int interval);
    bool loading() const { return m_loading; }
    /// The bars as they are shown, for tests and exports.
    const std::vector<Bar>& bars() const { return m_shown; }

signals:
    void intervalChanged();
    void loadingChanged();
    void textsChanged();

private:
    void reload();
    void load();
    void rebuild();
    void onMarket(const MarketBoard::Changes& changes);
    void showGathered();
    bool extend();
    std::vector<Bar> liveBars() const;
    charts::ChartBar drawn(const Bar& bar) const;

    Feed& m_feed;
    BarLoader& m_loader;
    charts::ChartSeries m_series;
    ChartTools m_tools;
    LiveBars m_live;
    std::vector<Bar> m_stored;
    std::vector<Bar> m_shown;
    Quote m_quote;
    InstrumentId m_instrument;
    int m_digits = 2;
    int m_interval = OneMinute;
    int m_wanted = OneMinute;       // the one the user chose; days stand in for it where there is nothing finer
    int m_request = 0;
    bool m_loading = false;
    bool m_touched = false;
};

} // namespace rialto
