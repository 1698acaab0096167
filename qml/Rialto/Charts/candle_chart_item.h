// SPDX-License-Identifier: GPL-3.0-or-later
// CandleChartItem: the price chart. Shows a ChartSeries as candles, bars or a line over its volume, with a crosshair. Wheel zooms
// at the pointer, dragging pans, and so do the keys: Left and Right pan, Up, Down, + and - zoom, Home and End go to the ends, Ctrl
// with Left or Right moves the crosshair, Escape takes it away. GUI thread; a frame's cost follows the pixels, not the bars.
#pragma once

#include "candle_scene.h"
#include "scene_item.h"

#include <QVariantList>

#include <optional>

namespace rialto::charts {

class CandleChartItem : public rialto::charts::SceneItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(rialto::charts::ChartSeries* series READ series WRITE setSeries NOTIFY seriesChanged)
    Q_PROPERTY(Style style READ style WRITE setStyle NOTIFY styleChanged)
    Q_PROPERTY(bool volumeVisible READ volumeVisible WRITE setVolumeVisible NOTIFY styleChanged)
    Q_PROPERTY(bool legendVisible READ legendVisible WRITE setLegendVisible NOTIFY styleChanged)
    Q_PROPERTY(double barWidth READ barWidth NOTIFY viewChanged)
    Q_PROPERTY(double firstVisible READ firstVisible NOTIFY viewChanged)
    Q_PROPERTY(double lastVisible READ lastVisible NOTIFY viewChanged)
    Q_PROPERTY(bool atEnd READ atEnd NOTIFY viewChanged)
    Q_PROPERTY(int hoveredBar READ hoveredBar NOTIFY hoveredChanged)
    /// What the legend says of the hovered or last bar, for screen readers.
    Q_PROPERTY(QString summary READ summary NOTIFY hoveredChanged)
    /// Levels across the chart: a list of {price (number), text, tone (a Theme.Tone)}.
    Q_PROPERTY(QVariantList levels READ levels WRITE setLevels NOTIFY levelsChanged)
    /// The locale of month names and of 万/亿; a code such as "zh_CN".
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY styleChanged)

public:
    enum Style { Candles, Bars, Line };
    Q_ENUM(Style)

    explicit CandleChartItem(QQuickItem* parent = nullptr);

    ChartSeries* series() const { return m_series; }
    void setSeries(ChartSeries* series);
    Style style() const { return m_style; }
    void setStyle(Style style);
    bool volumeVisible() const { return m_volume; }
    void setVolumeVisible(bool visible);
    bool legendVisible() const { return m_legend; }
    void setLegendVisible(bool visible);
    double barWidth() const { return m_view.barWidth; }
    double firstVisible() const { return m_view.left(); }
    double lastVisible() const { return m_view.right; }
    bool atEnd() const { return m_view.atEnd(count()); }
    int hoveredBar() const;
    QString summary() const;
    QVariantList levels() const { return m_levels; }
    void setLevels(const QVariantList& levels);
    QString language() const { return m_language; }
    void setLanguage(const QString& language);

    Q_INVOKABLE void zoomBy(double factor);
    Q_INVOKABLE void panBy(double bars);
    Q_INVOKABLE void showLast(int bars);
    Q_INVOKABLE void showAll();
    Q_INVOKABLE void goToEnd();

signals:
    void seriesChanged();
    void styleChanged();
    void viewChanged();
    void hoveredChanged();
    void levelsChanged();
    /// The user looks at the oldest bar: more history may be loaded.
    void oldestReached();
    /// A double click at a price, as the axis would write it.
    void pricePicked(const QString& price);

protected:
    ChartScene buildScene(const QSizeF& size) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void hoverEnterEvent(QHoverEvent* event) override { hoverMoveEvent(event); }
    void hoverMoveEvent(QHoverEvent* event) override;
    void hoverLeaveEvent(QHoverEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::size_t count() const { return m_series ? std::size_t(m_series->count()) : 0; }
    CandleFrame frame(const QSizeF& size) const;
    void fitView();
    void viewMoved();
    void point(std::optional<QPointF> pointer);
    void stepCrosshair(int bars);
    void seriesReplaced();
    void barAppended();
    void rememberBars();

    QPointer<ChartSeries> m_series;
    Style m_style = Candles;
    bool m_volume = true;
    bool m_legend = true;
    QString m_language = QStringLiteral("en");
    QVariantList m_levels;
    ChartView m_view;
    bool m_viewSet = false;
    std::optional<QPointF> m_pointer;
    std::optional<QPointF> m_dragFrom;
    double m_dragRight = 0;
    std::size_t m_countBefore = 0;
    std::int64_t m_lastTimeMs = 0;
    QString m_title;
};

} // namespace rialto::charts
