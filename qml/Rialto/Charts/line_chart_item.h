// SPDX-License-Identifier: GPL-3.0-or-later
// LineChartItem: a few series over one time axis: performance against a benchmark, an equity curve. GUI thread. Every series
// has a value for each of `times`; a non-finite value leaves a gap. Fit for some thousands of points; all of them are drawn.
#pragma once

#include "scene_item.h"
#include "time_marks.h"

#include <QVariantList>

#include <optional>

namespace rialto::charts {

class LineChartItem : public rialto::charts::SceneItem
{
    Q_OBJECT
    QML_ELEMENT
    /// Milliseconds since 1970 in UTC, rising.
    Q_PROPERTY(QList<double> times READ times WRITE setTimes NOTIFY dataChanged)
    /// A list of {name, values (numbers), colour (index into Theme.series)}.
    Q_PROPERTY(QVariantList lines READ lines WRITE setLines NOTIFY dataChanged)
    Q_PROPERTY(int digits READ digits WRITE setDigits NOTIFY dataChanged)
    /// Written after each value, such as "%".
    Q_PROPERTY(QString unit READ unit WRITE setUnit NOTIFY dataChanged)
    /// The ground under the first line is tinted.
    Q_PROPERTY(bool filled READ filled WRITE setFilled NOTIFY dataChanged)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY dataChanged)
    Q_PROPERTY(int hovered READ hovered NOTIFY hoveredChanged)

public:
    explicit LineChartItem(QQuickItem* parent = nullptr);

    QList<double> times() const { return m_times; }
    void setTimes(const QList<double>& times);
    QVariantList lines() const { return m_lines; }
    void setLines(const QVariantList& lines);
    int digits() const { return m_digits; }
    void setDigits(int digits);
    QString unit() const { return m_unit; }
    void setUnit(const QString& unit);
    bool filled() const { return m_filled; }
    void setFilled(bool filled);
    QString language() const { return m_language; }
    void setLanguage(const QString& language);
    /// The index of the point under the mouse or the keys, or -1.
    int hovered() const { return m_hovered; }

signals:
    void dataChanged();
    void hoveredChanged();

protected:
    ChartScene buildScene(const QSizeF& size) override;
    void hoverEnterEvent(QHoverEvent* event) override { hoverMoveEvent(event); }
    void hoverMoveEvent(QHoverEvent* event) override;
    void hoverLeaveEvent(QHoverEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Line {
        QString name;
        QList<double> values;
        int colour = 0;
    };
    template <class Value> void set(Value& member, const Value& value);
    void hover(int index);
    QString valueText(double value) const;

    QList<double> m_times;
    QVariantList m_lines;
    std::vector<Line> m_series;
    QString m_unit;
    QString m_language = QStringLiteral("en");
    int m_digits = 2;
    int m_hovered = -1;
    bool m_filled = false;
    double m_plotWidth = 1;
};

} // namespace rialto::charts
