// SPDX-License-Identifier: GPL-3.0-or-later
#include "candle_context.h"

#include "chart_studies.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace rialto::charts {
namespace {

using analytics::Draw;
using analytics::Place;

template <class Use> void eachShown(const CandleFrame& frame, Use use)
{
    if (frame.studies != nullptr)
        for (const ChartStudy& study : *frame.studies)
            if (study.visible && study.run && study.run->size() > 0)
                use(study);
}

bool drawn(const ChartStudy& study, std::size_t output) { return study.indicator->outputs[output].place == Place::Drawn; }

double factorOf(const CandleLayout& layout, const ChartStudy& study)
{
    for (const auto& [id, factor] : layout.factors)
        if (id == study.id)
            return factor;
    return 1;
}

/// How one output is drawn into an area with a scale.
template <class Y> class OutputPainter
{
public:
    OutputPainter(const CandleContext& context, const ValuePyramid& values, const QColor& ink, double top, double bottom, double factor, Y yOf)
        : m_context(context), m_values(values), m_ink(ink), m_top(top), m_bottom(bottom), m_factor(factor), m_yOf(yOf)
    {
    }

    void line() const
    {
        if (m_context.stretch.group > 1) {
            bands();
            return;
        }
        SceneLine line;
        const auto end = [&] {
            if (line.points.size() > 1)
                m_context.scene.lines.push_back(line);
            line.points.clear();
        };
        line.colour = m_ink;
        line.width = 1.4 * m_context.frame.scale;
        line.function = true;
        line.clipTop = m_top;
        line.clipBottom = m_bottom;
        const std::size_t from = m_context.stretch.from > 0 ? m_context.stretch.from - 1 : 0;
        const std::size_t to = std::min(m_context.stretch.to + 1, m_values.size());
        QPointF before;
        for (std::size_t i = from; i < to; ++i) {
            const double value = m_values.at(i);
            if (!std::isfinite(value)) {
                end();
                continue;
            }
            const QPointF point(m_context.frame.view.xOf(double(i) + 0.5), m_yOf(value * m_factor));
            const double width = m_context.layout.plotWidth;
            // Cut at the plot's sides where the line crosses them.
            const auto cut = [&](double x) { return QPointF(x, before.y() + (point.y() - before.y()) * (x - before.x()) / (point.x() - before.x())); };
            if (point.x() >= 0 && point.x() <= width) {
                if (line.points.empty() && i > from && std::isfinite(m_values.at(i - 1)) && before.x() < 0)
                    line.points.push_back(cut(0));
                line.points.push_back(point);
            } else if (point.x() > width && !line.points.empty()) {
                line.points.push_back(cut(width));
                end();
            }
            before = point;
        }
        end();
    }

    void histogram(const QColor& up, const QColor& down) const
    {
        const double zero = std::clamp(m_context.snap(m_yOf(0)), m_top, m_bottom);
        columns([&](double x, double width, const ValueSpan& span) {
            const double value = std::abs(span.high) >= std::abs(span.low) ? span.high : span.low;
            const double y = std::clamp(m_context.snap(m_yOf(value)), m_top, m_bottom);
            m_context.plotRect(x, std::min(y, zero), width, std::max(1.0, std::abs(y - zero)), value >= 0 ? up : down);
        });
    }

    void dots() const
    {
        const double side = m_context.px(m_context.frame.view.barWidth < 4 ? 1 : 3);
        columns([&](double x, double width, const ValueSpan& span) {
            const double y = m_context.snap(m_yOf(span.high)) - std::floor(side / 2);
            if (y > m_top && y < m_bottom)
                m_context.plotRect(x + std::floor((width - side) / 2), y, side, side, m_ink);
        });
    }

    /// A column of the width of a bar for each group, with the lowest and highest value of it.
    template <class Use> void columns(Use use) const
    {
        const Stretch& stretch = m_context.stretch;
        double width = std::max(1.0, std::floor(m_context.frame.view.barWidth * 0.74));
        for (std::size_t from = stretch.from; from < std::min(stretch.to, m_values.size()); from += stretch.group) {
            const ValueSpan span = m_values.span(from, std::min({from + stretch.group, stretch.to, m_values.size()}));
            if (span.any)
                use(m_context.snap(m_context.columnX(from) - width / 2), width, span);
        }
    }

private:
    /// Many bars a pixel: a column reaches from the lowest to the highest, and to its neighbour.
    void bands() const
    {
        const Stretch& stretch = m_context.stretch;
        double topBefore = 0, bottomBefore = 0;
        bool any = false;
        const double thick = std::max(1.0, std::round(m_context.frame.scale * 1.4));
        const double width = std::ceil(m_context.frame.view.barWidth * double(stretch.group));
        for (std::size_t from = stretch.from; from < std::min(stretch.to, m_values.size()); from += stretch.group) {
            const ValueSpan span = m_values.span(from, std::min({from + stretch.group, stretch.to, m_values.size()}));
            if (!span.any) {
                any = false;
                continue;
            }
            double top = m_yOf(span.high * m_factor), bottom = m_yOf(span.low * m_factor) + thick;
            const double ownTop = top, ownBottom = bottom;
            if (any) {
                top = std::min(top, bottomBefore);
                bottom = std::max(bottom, topBefore);
            }
            any = true;
            topBefore = ownTop;
            bottomBefore = ownBottom;
            top = std::max(top, m_top);
            bottom = std::min(bottom, m_bottom);
            m_context.plotRect(std::floor(m_context.columnX(from) - width / 2), top, width, bottom - top, m_ink);
        }
    }

    const CandleContext& m_context;
    const ValuePyramid& m_values;
    QColor m_ink;
    double m_top, m_bottom, m_factor;
    Y m_yOf;
};

/// Arrows under the bars (positive values) and over them (negative ones), while there is room for any.
void markers(const CandleContext& context, const ValuePyramid& values, const QColor& ink)
{
    if (context.stretch.group > 1)
        return;
    const int rows = int(std::clamp(context.frame.view.barWidth / 2, 2.0, context.px(5)));
    for (std::size_t i = context.stretch.from; i < std::min(context.stretch.to, values.size()); ++i) {
        const double value = values.at(i);
        if (!std::isfinite(value) || value == 0)
            continue;
        const ChartBar& bar = context.series.pyramid().at(i);
        const double x = context.snap(context.columnX(i) - 0.5);
        const double y = context.snap(context.layout.yOf(value > 0 ? bar.low : bar.high));
        for (int row = 0; row < rows; ++row)
            context.plotRect(x - row, value > 0 ? y + 4 + row : y - 4 - row, 2 * row + 1, 1, ink);
    }
}

/// The room between two lines (the cloud of Ichimoku), where there are columns for it.
template <class Y> void cloud(const CandleContext& context, const ValuePyramid& a, const ValuePyramid& b, Y yOf, double top, double bottom)
{
    const Stretch& stretch = context.stretch;
    for (std::size_t from = stretch.from; from < std::min({stretch.to, a.size(), b.size()}); from += stretch.group) {
        const double x = context.frame.view.xOf(double(from));
        const double next = context.frame.view.xOf(double(from + stretch.group));
        const double one = a.at(from), other = b.at(from);
        if (!std::isfinite(one) || !std::isfinite(other))
            continue;
        QColor ground = one >= other ? context.palette.candleUp : context.palette.candleDown;
        ground.setAlphaF(0.14f);
        const double upper = std::clamp(yOf(std::max(one, other)), top, bottom);
        const double lower = std::clamp(yOf(std::min(one, other)), top, bottom);
        context.plotRect(std::floor(x), upper, std::max(1.0, std::floor(next) - std::floor(x)), lower - upper, ground);
    }
}

template <class Y> void drawStudy(const CandleContext& context, const ChartStudy& study, double top, double bottom, Y yOf)
{
    const auto& outputs = study.indicator->outputs;
    int colour = study.colour;
    std::size_t firstCloud = outputs.size();
    for (std::size_t k = 0; k < outputs.size(); ++k) {
        if (!drawn(study, k))
            continue;
        const QColor ink = context.colour(colour++);
        const OutputPainter painter(context, study.run->output(k), ink, top, bottom, factorOf(context.layout, study), yOf);
        switch (outputs[k].draw) {
        case Draw::Histogram: painter.histogram(context.palette.volumeUp, context.palette.volumeDown); break;
        case Draw::Dots: painter.dots(); break;
        case Draw::Marker:
            if (study.overlay())
                markers(context, study.run->output(k), ink);
            else
                painter.histogram(context.palette.volumeUp, context.palette.volumeDown);
            break;
        case Draw::Cloud:
            painter.line();
            if (firstCloud < outputs.size())
                cloud(context, study.run->output(firstCloud), study.run->output(k), yOf, top, bottom);
            else
                firstCloud = k;
            break;
        case Draw::Candle: // open, high, low, close in this order: the close as a line tells the same without hiding the candles
            if (k + 1 == outputs.size())
                painter.line();
            break;
        case Draw::Line: painter.line(); break;
        }
    }
}

} // namespace

QString studyText(double value, int digits, bool chinese)
{
    if (!std::isfinite(value))
        return QStringLiteral("\u2013");
    const QString sign = value < 0 ? QStringLiteral("\u2212") : QString();
    const double size = std::abs(value);
    if (size >= 1e5)
        return sign + ChartSeries::volumeText(size, chinese);
    const int places = size >= 1000 ? std::min(digits, 2) : size >= 1 || size == 0 ? 2 : 4;
    return sign + QLocale(QLocale::English).toString(size, 'f', places);
}

void layoutStudies(const ChartSeries& series, const CandleFrame& frame, const Stretch& stretch, CandleLayout& layout)
{
    if (stretch.from >= stretch.to)
        return;
    eachShown(frame, [&](const ChartStudy& study) {
        const std::size_t to = std::min(stretch.to, study.run->size());
        if (study.compare) {
            const ValuePyramid& values = study.run->output(0);
            std::size_t first = std::max(stretch.from, std::size_t(std::max(0.0, std::floor(frame.view.left()))));
            while (first < to && !(values.at(first) > 0))
                first += stretch.group;
            if (first >= to)
                return;
            const double factor = series.pyramid().at(first).close / values.at(first);
            layout.factors.emplace_back(study.id, factor);
            const ValueSpan span = values.span(stretch.from, to);
            layout.low = std::min(layout.low, span.low * factor);
            layout.high = std::max(layout.high, span.high * factor);
            return;
        }
        if (study.overlay())
            return;
        StudyPane pane;
        pane.study = study.id;
        ValueSpan all;
        for (std::size_t k = 0; k < study.indicator->outputs.size(); ++k) {
            if (!drawn(study, k) || stretch.from >= to)
                continue;
            ValueSpan span = study.run->output(k).span(stretch.from, to);
            if (!span.any)
                continue;
            if (study.indicator->outputs[k].draw == Draw::Histogram || study.indicator->outputs[k].draw == Draw::Marker) {
                span.low = std::min(span.low, 0.0);
                span.high = std::max(span.high, 0.0);
            }
            all.low = all.any ? std::min(all.low, span.low) : span.low;
            all.high = all.any ? std::max(all.high, span.high) : span.high;
            all.any = true;
        }
        for (const double guide : study.indicator->guides)
            if (all.any) {
                all.low = std::min(all.low, guide);
                all.high = std::max(all.high, guide);
            }
        pane.low = all.any ? all.low : 0;
        pane.high = all.any ? all.high : 1;
        const double least = std::max(std::abs(pane.low), std::abs(pane.high)) * 1e-9 + 1e-12;
        if (!(pane.high - pane.low > least)) {
            pane.low -= 0.5;
            pane.high += 0.5;
        }
        layout.panes.push_back(pane);
    });
    const auto count = double(layout.panes.size());
    if (count == 0)
        return;
    const double all = std::min(layout.plotHeight * std::min(0.6, 0.22 * count), 150 * frame.scale * count);
    const double each = std::floor(all / count);
    const double head = std::round(18 * frame.scale);
    double top = layout.plotHeight - each * count;
    layout.mainBottom = top;
    for (StudyPane& pane : layout.panes) {
        pane.edge = top;
        pane.top = top + std::min(head, each / 2);
        pane.bottom = top + each - std::round(3 * frame.scale);
        top += each;
    }
}

void drawOverlays(const CandleContext& context)
{
    eachShown(context.frame, [&](const ChartStudy& study) {
        if (study.overlay())
            drawStudy(context, study, 0, context.layout.mainBottom, [&](double value) { return context.layout.yOf(value); });
    });
}

void drawPanes(const CandleContext& context, std::size_t bar, std::vector<AxisLabel>& labels, std::vector<AxisTag>& tags)
{
    const bool chinese = context.frame.locale.language() == QLocale::Chinese;
    const int digits = context.series.priceDigits();
    const QFontMetricsF metrics(context.scene.font);
    std::size_t index = 0;
    eachShown(context.frame, [&](const ChartStudy& study) {
        if (study.overlay() || index >= context.layout.panes.size())
            return;
        const StudyPane& pane = context.layout.panes[index++];
        const double head = std::round(18 * context.frame.scale);
        const double edge = pane.edge;
        context.scene.rects.push_back({QRectF(0, edge, context.frame.size.width(), 1), context.palette.lineStrong});
        for (const double tick : priceTicks(pane.low, pane.high, pane.bottom - pane.top, context.px(30), 8)) {
            const double y = context.snap(pane.yOf(tick));
            context.scene.rects.push_back({QRectF(0, y, context.layout.plotWidth, 1), context.palette.grid});
            labels.push_back({y, studyText(tick, digits, chinese)});
        }
        for (const double guide : study.indicator->guides)
            appendDashes(context.scene.rects, {0, context.snap(pane.yOf(guide))}, {context.layout.plotWidth, context.snap(pane.yOf(guide))}, 3, 4, context.palette.textFaint);
        drawStudy(context, study, pane.top, pane.bottom, [&pane](double value) { return pane.yOf(value); });

        SceneRegion words;
        words.rect = QRectF(0, edge + 1, context.layout.plotWidth, head);
        double x = context.px(12);
        const auto word = [&](const QString& text, const QColor& ink) {
            const double width = std::ceil(metrics.horizontalAdvance(text));
            if (x + width > context.layout.plotWidth - context.px(8))
                return;
            words.texts.push_back({QRectF(x, words.rect.top(), width, head), text, ink, Qt::AlignLeft | Qt::AlignVCenter, false});
            x += width + context.px(8);
        };
        word(study.title, context.palette.textMuted);
        int colour = study.colour;
        bool tagged = false;
        for (std::size_t k = 0; k < study.indicator->outputs.size(); ++k) {
            const bool shown = drawn(study, k);
            const double value = bar < study.run->size() ? study.run->output(k).at(bar) : analytics::kNone;
            const QColor ink = shown ? context.colour(colour++) : context.palette.textMuted;
            word(studyText(value, digits, chinese), ink);
            const double newest = study.run->output(k).at(study.run->size() - 1);
            if (shown && !tagged && std::isfinite(newest)) {
                tagged = true;
                const double y = pane.yOf(newest);
                if (y >= pane.top && y <= pane.bottom)
                    tags.push_back({y, studyText(newest, digits, chinese), context.palette.raised, ink});
            }
        }
        context.scene.regions.push_back(std::move(words));
    });
}

int drawStudyLegend(const CandleContext& context, std::size_t bar)
{
    const bool chinese = context.frame.locale.language() == QLocale::Chinese;
    const QFontMetricsF metrics(context.scene.font);
    const double row = context.px(18);
    SceneRegion region;
    double x = context.px(12), y = context.px(26);
    int rows = 0;
    eachShown(context.frame, [&](const ChartStudy& study) {
        if (!study.overlay())
            return;
        std::vector<std::pair<QString, QColor>> words{{study.title, context.palette.textMuted}};
        int colour = study.colour;
        for (std::size_t k = 0; k < study.indicator->outputs.size(); ++k) {
            const double value = bar < study.run->size() ? study.run->output(k).at(bar) : analytics::kNone;
            if (!drawn(study, k) || !std::isfinite(value)) {
                colour += drawn(study, k) ? 1 : 0;
                continue;
            }
            if (study.compare && context.layout.base > 0) {
                const double change = (value * factorOf(context.layout, study) / context.layout.base - 1) * 100;
                words.emplace_back((change > 0 ? QStringLiteral("+") : change < 0 ? QStringLiteral("\u2212") : QString()) + QString::number(std::abs(change), 'f', 2) + QLatin1Char('%'), context.colour(colour++));
                continue;
            }
            words.emplace_back(study.indicator->outputs[k].draw == Draw::Marker ? studyText(value, 0, chinese) : context.series.priceText(value), context.colour(colour++));
        }
        double width = 0;
        for (const auto& [text, ink] : words)
            width += std::ceil(metrics.horizontalAdvance(text)) + context.px(6);
        if (rows == 0 || x + width > context.layout.plotWidth - context.px(8)) {
            if (rows > 0)
                y += row;
            ++rows;
            x = context.px(12);
        }
        for (const auto& [text, ink] : words) {
            const double length = std::ceil(metrics.horizontalAdvance(text));
            if (x + length <= context.layout.plotWidth)
                region.texts.push_back({QRectF(x, y, length, row), text, ink, Qt::AlignLeft | Qt::AlignVCenter, false});
            x += length + context.px(6);
        }
        x += context.px(8);
    });
    if (rows > 0) {
        region.rect = QRectF(0, context.px(26), context.layout.plotWidth, row * rows);
        context.scene.regions.push_back(std::move(region));
    }
    return rows;
}

} // namespace rialto::charts
