// SPDX-License-Identifier: GPL-3.0-or-later
// CandleChartItem: the price chart. Shows a ChartSeries as candles, bars or a line over its volume, with a crosshair. Wheel zooms
// at the pointer, dragging pans, and so do the keys: Left and Right pan, Up, Down, + and - zoom, Home and End go to the ends, Ctrl
// with Left or Right moves the crosshair, Escape takes it away. Drawing (candle_tools.cpp): with a tool each press sets a point;
// without one, drawings are selected and dragged, Delete removes, Ctrl+Z and Ctrl+Y undo and redo, Alt with T, R, H, C, F, B takes a
// tool, and dragging with Shift measures. GUI thread; a frame's cost follows the pixels, not the bars.
#pragma once

#include "candle_scene.h"
#include "chart_drawings.h"
#include "chart_studies.h"
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

    Q_PROPERTY(Axis axis READ axis WRITE setAxis NOTIFY styleChanged)
    /// Indicators and compared symbols; nothing draws none.
    Q_PROPERTY(rialto::charts::ChartStudies* studies READ studies WRITE setStudies NOTIFY studiesChanged)
    Q_PROPERTY(rialto::charts::ChartDrawings* drawings READ drawings WRITE setDrawings NOTIFY drawingsChanged)
    Q_PROPERTY(Tool tool READ tool WRITE setTool NOTIFY toolChanged)
    /// Trades and events: {time (ms), price, kind (0 bought, 1 sold, 2 event), letter, text}.
    Q_PROPERTY(QVariantList marks READ marks WRITE setMarks NOTIFY marksChanged)
    /// From entries to exits: {from, fromPrice, to, toPrice, gain}.
    Q_PROPERTY(QVariantList links READ links WRITE setLinks NOTIFY marksChanged)

public:
    enum Style { Candles, Bars, Line };
    Q_ENUM(Style)
    enum Axis { Linear, Log, Percent };
    Q_ENUM(Axis)
    enum Tool { NoTool, Trend, Ray, Level, Channel, Fibonacci, Rectangle, Text, Measure };
    Q_ENUM(Tool)

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

    Axis axis() const { return m_axis; }
    void setAxis(Axis axis);
    ChartStudies* studies() const { return m_studies; }
    void setStudies(ChartStudies* studies);
    ChartDrawings* drawings() const { return m_drawings; }
    void setDrawings(ChartDrawings* drawings);
    Tool tool() const { return m_tool; }
    void setTool(Tool tool);
    QVariantList marks() const { return m_markList; }
    void setMarks(const QVariantList& marks);
    QVariantList links() const { return m_linkList; }
    void setLinks(const QVariantList& links);
    /// Where the selected drawing's first point is, for an editor of its text beside it.
    Q_INVOKABLE QPointF selectedPlace() const;

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
    void studiesChanged();
    void drawingsChanged();
    void toolChanged();
    void marksChanged();
    /// A text was just placed and wants its words.
    void textPlaced(int id);
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
    void mouseUngrabEvent() override;
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
    // candle_tools.cpp; the bools say that the event was theirs
    bool toolPressed(const QPointF& place, Qt::KeyboardModifiers modifiers);
    bool toolMoved(const QPointF& place, bool pressed);
    bool toolReleased(const QPointF& place);
    bool toolKey(QKeyEvent* event);
    std::optional<std::pair<int, int>> drawingAt(const QPointF& place) const;
    std::optional<DrawingPoint> pointAt(const QPointF& place) const;
    void setPoint(const DrawingPoint& point);
    void finishPending();

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

    Axis m_axis = Linear;
    QPointer<ChartStudies> m_studies;
    QPointer<ChartDrawings> m_drawings;
    Tool m_tool = NoTool;
    QVariantList m_markList, m_linkList;
    std::vector<ChartMark> m_marks;
    std::vector<ChartLink> m_links;
    std::optional<Drawing> m_pending;
    std::size_t m_pointsSet = 0;
    bool m_measuring = false;             // the pending one is gone when the next thing happens
    QPointF m_pressedAt;
    struct Grab {
        int id = 0;
        int handle = -1;                  // -1: the whole
        QPointF from;
        std::vector<DrawingPoint> points;
    };
    std::optional<Grab> m_grab;
};

} // namespace rialto::charts
