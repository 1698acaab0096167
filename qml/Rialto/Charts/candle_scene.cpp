// SPDX-License-Identifier: GPL-3.0-or-later
#include "candle_scene.h"

#include "candle_context.h"
#include "chart_studies.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace rialto::charts {
namespace {

using Field = ChartSeries::Field;

class Builder
{
public:
    Builder(const ChartSeries& series, const CandleFrame& frame, const theme::Palette& palette, ChartScene& scene)
        : m_series(series), m_frame(frame), m_palette(palette), m_scene(scene), m_metrics(scene.font), m_layout(layoutOf(series, frame, scene.font)),
          m_stretch(visibleBars(series, frame.view))
    {
    }

    void build()
    {
        const bool any = m_stretch.from < m_stretch.to;
        const CandleContext context{m_series, m_frame, m_palette, m_scene, m_layout, m_stretch};
        m_scene.regions.resize(3);
        priceRegion().rect = QRectF(m_layout.plotWidth, 0, m_frame.size.width() - m_layout.plotWidth, m_frame.size.height());
        timeRegion().rect = QRectF(0, m_layout.plotHeight, m_layout.plotWidth, m_frame.size.height() - m_layout.plotHeight);
        legendRegion().rect = QRectF(0, 0, m_layout.plotWidth, px(34));
        if (any) {
            priceAxis();
            timeAxis();
            if (m_frame.volume)
                volumes();
            if (m_frame.style == PriceStyle::Line)
                closeLine();
            else
                candles();
            drawOverlays(context);
        }
        frameLines();
        if (m_series.count() > 0) {
            const std::size_t bar = m_frame.crosshair ? barUnderPointer() : std::size_t(m_series.count()) - 1;
            std::vector<AxisTag> tags;
            drawPanes(context, bar, m_axisLabels, tags);
            drawDrawings(context);
            drawMarks(context);
            levels();
            for (const AxisTag& tag : tags)
                priceTag(tag.y, tag.text, tag.ground, tag.ink);
            lastPrice();
            if (m_frame.crosshair)
                crosshair();
            if (m_frame.legend) {
                legend();
                drawStudyLegend(context, bar);
            }
        }
        hideCoveredLabels();
    }

private:
    SceneRegion& priceRegion() { return m_scene.regions[0]; }
    SceneRegion& timeRegion() { return m_scene.regions[1]; }
    SceneRegion& legendRegion() { return m_scene.regions[2]; }
    double px(double length) const { return std::round(length * m_frame.scale); }
    double snap(double value) const { return std::floor(value * m_frame.ratio + 0.5) / m_frame.ratio; }
    void rect(double x, double y, double w, double h, const QColor& colour) { m_scene.rects.push_back({QRectF(x, y, w, h), colour}); }

    /// A rectangle cut at the plot's edges.
    void plotRect(double x, double y, double w, double h, const QColor& colour)
    {
        const double left = std::max(x, 0.0);
        const double right = std::min(x + w, m_layout.plotWidth);
        if (right > left && h > 0)
            rect(left, y, right - left, h, colour);
    }

    void priceAxis()
    {
        const double rows = m_layout.priceBottom - m_layout.priceTop;
        // Ticks run on above and below the bars, to the edges of the price pane.
        const double low = m_layout.priceAt(m_layout.priceBottom + px(8));
        const double high = m_layout.priceAt(px(12));
        const double height = rows / (m_layout.high - m_layout.low) * (high - low);
        const auto label = [this](double price, const QString& text) {
            const double y = snap(m_layout.yOf(price));
            if (y >= m_layout.mainBottom)
                return;
            rect(0, y, m_layout.plotWidth, 1, m_palette.grid);
            m_axisLabels.push_back({y, text});
        };
        if (percentAxis()) {
            const double base = m_layout.base;
            for (double tick : priceTicks((low / base - 1) * 100, (high / base - 1) * 100, height, px(44), 2))
                label(base * (1 + tick / 100), percentText(tick, tick == std::round(tick) ? 0 : 2));
            return;
        }
        if (m_layout.axis == PriceAxis::Log) {
            for (double tick : logTicks(low, high, rows, px(36), m_series.priceDigits()))
                label(tick, m_series.priceText(tick));
            return;
        }
        for (double tick : priceTicks(low, high, height, px(44), m_series.priceDigits()))
            label(tick, m_series.priceText(tick));
    }

    bool percentAxis() const { return m_layout.axis == PriceAxis::Percent && m_layout.base > 0; }
    static QString percentText(double percent, int digits = 2)
    {
        return (percent > 0 ? QStringLiteral("+") : percent < 0 ? QStringLiteral("\u2212") : QString()) + QString::number(std::abs(percent), 'f', digits) + QLatin1Char('%');
    }
    /// A price as the axis in use writes it.
    QString axisText(double price) const { return percentAxis() ? percentText((price / m_layout.base - 1) * 100) : m_series.priceText(price); }

    void timeAxis()
    {
        const auto marks = m_series.marks().choose(m_stretch.from, m_stretch.to, px(76) / m_frame.view.barWidth);
        for (const TimeMarks::Mark& mark : marks) {
            const double x = snap(m_frame.view.xOf(double(mark.bar) + 0.5) - 0.5);
            if (x < 0 || x >= m_layout.plotWidth)
                continue;
            rect(x, 0, 1, m_layout.plotHeight, m_palette.grid);
            const QString text = TimeMarks::axisText(mark.rank, m_series.localMs(mark.bar), m_frame.locale);
            const double half = m_metrics.horizontalAdvance(text) / 2 + 2;
            if (x - half < 0 || x + half > m_layout.plotWidth)
                continue;
            const bool major = mark.rank <= (m_series.intraday() ? TimeMarks::Day : TimeMarks::Year);
            m_timeLabels.push_back({QRectF(x - half, m_layout.plotHeight, 2 * half, timeAxisHeight(m_frame.scale)), text,
                                    major ? m_palette.text : m_palette.textMuted, Qt::AlignCenter, false});
        }
    }

    struct Column {
        double x, width;      // of the column
        double wickX;         // of a one pixel wick in its middle
        BarSpan span;
        bool rises;
    };

    template <class Use> void eachColumn(Use use) const
    {
        const ChartView& view = m_frame.view;
        for (std::size_t from = m_stretch.from; from < m_stretch.to; from += m_stretch.group) {
            const std::size_t to = std::min(from + m_stretch.group, m_stretch.to);
            Column column;
            column.span = m_series.pyramid().span(from, to);
            column.rises = column.span.close >= column.span.open;
            const double middle = view.xOf(double(from) + double(m_stretch.group) / 2);
            column.wickX = snap(middle - 0.5);
            double body = std::floor(view.barWidth * 0.74);
            if (view.barWidth < 3)
                body = 1;
            else if (std::fmod(body, 2.0) == 0)
                body -= 1;
            column.width = std::max(body, 1.0);
            column.x = column.wickX - (column.width - 1) / 2;
            use(column);
        }
    }

    void volumes()
    {
        double most = 0;
        eachColumn([&](const Column& column) { most = std::max(most, column.span.volume); });
        if (most <= 0)
            return;
        const double room = m_layout.volumeBottom - m_layout.volumeTop;
        eachColumn([&](const Column& column) {
            const double height = std::max(1.0, std::round(column.span.volume / most * room));
            if (column.span.volume > 0)
                plotRect(column.x, m_layout.volumeBottom - height, column.width, height, column.rises ? m_palette.volumeUp : m_palette.volumeDown);
        });
    }

    void candles()
    {
        eachColumn([&](const Column& column) {
            const QColor& colour = column.rises ? m_palette.candleUp : m_palette.candleDown;
            const double top = snap(m_layout.yOf(column.span.high));
            const double bottom = snap(m_layout.yOf(column.span.low));
            plotRect(column.wickX, top, 1, std::max(bottom - top, 1.0), colour);
            if (column.width < 3)
                return;
            const double open = snap(m_layout.yOf(column.span.open));
            const double close = snap(m_layout.yOf(column.span.close));
            if (m_frame.style == PriceStyle::Bars) {
                const double arm = std::max(1.0, (column.width - 1) / 2);
                plotRect(column.x, open, arm, 1, colour);
                plotRect(column.wickX + 1, close, arm, 1, colour);
            } else {
                plotRect(column.x, std::min(open, close), column.width, std::max(std::abs(close - open), 1.0), colour);
            }
        });
    }

    void closeLine()
    {
        SceneLine line;
        line.colour = m_palette.accent;
        line.width = std::max(1.5, px(1.5));
        line.fill = m_palette.accent;
        line.fill.setAlphaF(0.20f);
        line.base = m_layout.priceBottom + px(8);
        eachColumn([&](const Column& column) {
            const double x = column.wickX + 0.5;
            if (x >= -m_frame.view.barWidth && x <= m_layout.plotWidth + m_frame.view.barWidth)
                line.points.emplace_back(std::clamp(x, 0.0, m_layout.plotWidth), m_layout.yOf(column.span.close));
        });
        m_scene.lines.push_back(std::move(line));
    }

    void frameLines()
    {
        rect(m_layout.plotWidth, 0, 1, m_frame.size.height(), m_palette.line);
        rect(0, m_layout.plotHeight, m_frame.size.width(), 1, m_palette.line);
    }

    /// A filled label on the price axis.
    void priceTag(double y, const QString& text, const QColor& ground, const QColor& ink)
    {
        const double height = px(18);
        const double top = std::clamp(std::round(y - height / 2), 0.0, std::max(0.0, m_layout.plotHeight - height));
        const QRectF place(m_layout.plotWidth, top, priceRegion().rect.width(), height);
        m_scene.overlay.push_back({place, ground});
        m_tags.push_back({place.adjusted(px(8), 0, -px(6), 0), text, ink, Qt::AlignLeft | Qt::AlignVCenter, false});
    }

    void levels()
    {
        for (const PriceLevel& level : m_frame.levels) {
            const double y = snap(m_layout.yOf(level.price));
            if (y < 0 || y > m_layout.priceBottom + px(8))
                continue;
            appendDashes(m_scene.overlay, {0, y}, {m_layout.plotWidth, y}, 5, 3, level.colour);
            const double width = std::ceil(m_metrics.horizontalAdvance(level.text)) + px(12);
            const QRectF place(m_layout.plotWidth - width - px(8), y - px(9), width, px(18));
            m_scene.overlay.push_back({place, m_palette.raised});
            m_scene.overlay.push_back({QRectF(place.left(), place.top(), 2, place.height()), level.colour});
            SceneRegion words;
            words.rect = place;
            words.texts.push_back({place.adjusted(px(6), 0, 0, 0), level.text, level.colour, Qt::AlignLeft | Qt::AlignVCenter, false});
            m_scene.regions.push_back(std::move(words));
            QColor ground = level.colour;
            priceTag(y, axisText(level.price), m_palette.raised, ground);
        }
    }

    void lastPrice()
    {
        const ChartBar& bar = m_series.pyramid().back();
        const double y = snap(m_layout.yOf(bar.close));
        if (y < 0 || y > m_layout.priceBottom + px(8))
            return;
        const bool rises = bar.close >= bar.open;
        appendDashes(m_scene.overlay, {0, y}, {m_layout.plotWidth, y}, 1, 3, rises ? m_palette.up : m_palette.down);
        // The fills of buying and selling follow the scheme unless the user asked otherwise, so up and down have their own.
        priceTag(y, percentAxis() ? axisText(bar.close) : m_series.priceText(std::size_t(m_series.count()) - 1, Field::Close), rises ? m_palette.upFill : m_palette.downFill, m_palette.onFill);
    }

    std::size_t barUnderPointer() const
    {
        const double bar = std::floor(m_frame.view.barAt(m_frame.pointer.x()));
        return std::size_t(std::clamp(bar, 0.0, double(m_series.count() - 1)));
    }

    void crosshair()
    {
        const double y = snap(m_frame.pointer.y() - 0.5);
        const double x = snap(m_frame.view.xOf(double(barUnderPointer()) + 0.5) - 0.5);
        const QColor ground = m_palette.lineStrong;
        if (x >= 0 && x < m_layout.plotWidth) {
            appendDashes(m_scene.overlay, {x, 0}, {x, m_layout.plotHeight}, 4, 3, m_palette.crosshair);
            const QString text = TimeMarks::fullText(m_series.localMs(barUnderPointer()), m_series.intraday(), m_frame.locale);
            const double width = std::ceil(m_metrics.horizontalAdvance(text)) + px(16);
            const QRectF place(std::clamp(std::round(x - width / 2), 0.0, std::max(0.0, m_layout.plotWidth - width)), m_layout.plotHeight + 1, width, timeAxisHeight(m_frame.scale) - 2);
            m_scene.overlay.push_back({place, ground});
            m_timeTag = {place, text, m_palette.text, Qt::AlignCenter, false};
        }
        if (y > 0 && y < m_layout.plotHeight) {
            appendDashes(m_scene.overlay, {0, y}, {m_layout.plotWidth, y}, 4, 3, m_palette.crosshair);
            if (y <= m_layout.priceBottom + px(8))
                priceTag(y, axisText(m_layout.priceAt(y)), ground, m_palette.text);
            else if (const StudyPane* pane = m_layout.paneAt(y))
                priceTag(y, studyText(pane->valueAt(y), m_series.priceDigits(), m_frame.locale.language() == QLocale::Chinese), ground, m_palette.text);
        }
    }

    void legend()
    {
        const std::size_t index = m_frame.crosshair ? barUnderPointer() : std::size_t(m_series.count()) - 1;
        const ChartBar& bar = m_series.pyramid().at(index);
        const double before = index > 0 ? m_series.pyramid().at(index - 1).close : bar.open;
        const double change = bar.close - before;
        const QColor ink = change > 0 ? m_palette.up : change < 0 ? m_palette.down : m_palette.flat;
        const QFontMetricsF strong(m_scene.strongFont);
        double x = px(12);
        bool full = false;
        const auto word = [&](const QString& text, const QColor& colour, double gap, bool bold = false) {
            const double width = std::ceil((bold ? strong : m_metrics).horizontalAdvance(text));
            full = full || x + width > m_layout.plotWidth - px(8);
            if (text.isEmpty() || full)
                return;
            legendRegion().texts.push_back({QRectF(x, px(8), width, px(18)), text, colour, Qt::AlignLeft | Qt::AlignVCenter, bold});
            x += width + gap;
        };
        word(m_series.title(), m_palette.text, px(12), true);
        for (const auto& [name, field] : {std::pair{m_frame.words.open, Field::Open}, std::pair{m_frame.words.high, Field::High},
                                          std::pair{m_frame.words.low, Field::Low}, std::pair{m_frame.words.close, Field::Close}}) {
            const QString text = m_series.priceText(index, field);
            full = full || x + m_metrics.horizontalAdvance(name + text) + px(6) > m_layout.plotWidth - px(8);
            word(name, m_palette.textMuted, px(4));
            word(text, ink, px(10));
        }
        const QString sign = change > 0 ? QStringLiteral("+") : change < 0 ? QStringLiteral("\u2212") : QString();
        word(sign + m_series.priceText(std::abs(change)), ink, px(6));
        if (before != 0)
            word(QStringLiteral("(%1%2%)").arg(sign, QString::number(std::abs(change / before) * 100, 'f', 2)), ink, px(12));
        if (m_frame.volume && bar.volume > 0) {
            word(m_frame.words.volume, m_palette.textMuted, px(4));
            word(ChartSeries::volumeText(bar.volume, m_frame.locale.language() == QLocale::Chinese), m_palette.text, px(10));
        }
        if (m_frame.crosshair)
            for (const QString& text : happenedAt(index))
                word(text, m_palette.accent, px(10));
    }

    /// What the marks say of a bar, three at most.
    QStringList happenedAt(std::size_t index) const
    {
        const auto from = double(m_series.pyramid().at(index).timeMs);
        const double to = index + 1 < std::size_t(m_series.count()) ? double(m_series.pyramid().at(index + 1).timeMs) : 1e18;
        auto mark = std::lower_bound(m_frame.marks.begin(), m_frame.marks.end(), from, [](const ChartMark& each, double time) { return each.timeMs < time; });
        QStringList texts;
        for (; mark != m_frame.marks.end() && mark->timeMs < to && texts.size() < 3; ++mark)
            texts << mark->text;
        return texts;
    }

    /// Axis labels give way to the tags that lie over them.
    void hideCoveredLabels()
    {
        const double left = m_layout.plotWidth + px(8);
        for (const auto& [y, text] : m_axisLabels) {
            const QRectF place(left, y - px(9), priceRegion().rect.width() - px(8), px(18));
            const bool covered = place.top() < -px(2) || std::any_of(m_tags.begin(), m_tags.end(), [&](const SceneText& tag) {
                return std::abs(tag.rect.center().y() - y) < px(14);
            });
            if (!covered)
                priceRegion().texts.push_back({place, text, m_palette.textMuted, Qt::AlignLeft | Qt::AlignVCenter, false});
        }
        // Where tags lie over each other, only the uppermost keeps its words.
        for (auto tag = m_tags.begin(); tag != m_tags.end(); ++tag) {
            const bool covered = std::any_of(tag + 1, m_tags.end(), [&](const SceneText& later) {
                return std::abs(later.rect.top() - tag->rect.top()) < px(12);
            });
            if (!covered)
                priceRegion().texts.push_back(*tag);
        }
        for (const SceneText& label : m_timeLabels)
            if (m_timeTag.text.isEmpty() || !label.rect.intersects(m_timeTag.rect))
                timeRegion().texts.push_back(label);
        if (!m_timeTag.text.isEmpty())
            timeRegion().texts.push_back(m_timeTag);
    }

    const ChartSeries& m_series;
    const CandleFrame& m_frame;
    const theme::Palette& m_palette;
    ChartScene& m_scene;
    QFontMetricsF m_metrics;
    CandleLayout m_layout;
    Stretch m_stretch;
    std::vector<AxisLabel> m_axisLabels;
    std::vector<SceneText> m_tags, m_timeLabels;
    SceneText m_timeTag;
};

} // namespace

Stretch visibleBars(const ChartSeries& series, const ChartView& view)
{
    Stretch stretch;
    const auto count = double(series.count());
    stretch.group = view.barWidth >= 1 ? 1 : std::size_t(std::ceil(1.0 / view.barWidth));
    const auto first = std::size_t(std::clamp(std::floor(view.left()), 0.0, count));
    const auto last = std::size_t(std::clamp(std::ceil(view.right), 0.0, count));
    stretch.from = first / stretch.group * stretch.group;
    stretch.to = std::min(std::size_t(series.count()), (last + stretch.group - 1) / stretch.group * stretch.group);
    return stretch;
}

double priceAxisWidth(const ChartSeries& series, const QFont& font, double scale)
{
    const QFontMetricsF metrics(font);
    double width = 0;
    if (series.count() > 0) {
        const BarSpan all = series.pyramid().span(0, std::size_t(series.count()));
        width = std::max(metrics.horizontalAdvance(series.priceText(all.high)), metrics.horizontalAdvance(series.priceText(all.low)));
    }
    return std::ceil(std::max(width + 16 * scale, 56 * scale));
}

double timeAxisHeight(double scale)
{
    return std::round(24 * scale);
}

CandleLayout layoutOf(const ChartSeries& series, const CandleFrame& frame, const QFont& font)
{
    CandleLayout layout;
    layout.plotWidth = std::max(1.0, frame.size.width() - priceAxisWidth(series, font, frame.scale));
    layout.plotHeight = std::max(1.0, frame.size.height() - timeAxisHeight(frame.scale));
    layout.mainBottom = layout.plotHeight;
    const Stretch stretch = visibleBars(series, frame.view);
    if (stretch.from < stretch.to) {
        const BarSpan span = series.pyramid().span(stretch.from, stretch.to);
        layout.low = span.low;
        layout.high = span.high;
        const auto first = std::clamp(std::size_t(std::max(0.0, std::floor(frame.view.left()))), stretch.from, stretch.to - 1);
        layout.base = series.pyramid().at(first).close;
        layoutStudies(series, frame, stretch, layout);
    }
    const bool overlaid = frame.studies != nullptr && std::any_of(frame.studies->begin(), frame.studies->end(), [](const ChartStudy& study) { return study.visible && study.overlay(); });
    const double legend = std::round((frame.legend ? (overlaid ? 52 : 34) : 12) * frame.scale);
    const double volume = frame.volume ? std::round(layout.mainBottom * 0.17) : 0;
    layout.volumeBottom = layout.mainBottom;
    layout.volumeTop = layout.mainBottom - volume;
    layout.priceTop = std::min(legend, layout.mainBottom * 0.2);
    layout.priceBottom = std::max(layout.priceTop + 1, layout.volumeTop - std::round(14 * frame.scale));
    const double least = std::pow(10.0, -series.priceDigits()) * 4;
    if (!(layout.high - layout.low >= least)) {
        const double middle = (layout.high + layout.low) / 2;
        layout.low = middle - least / 2;
        layout.high = middle + least / 2;
    }
    // Prices of different size have only their changes in common.
    layout.axis = layout.factors.empty() || frame.axis == PriceAxis::Log ? frame.axis : PriceAxis::Percent;
    if (layout.axis == PriceAxis::Log && !(layout.low > 0))
        layout.axis = PriceAxis::Linear;
    return layout;
}

void buildCandles(const ChartSeries& series, const CandleFrame& frame, const theme::Palette& palette, ChartScene& scene)
{
    Builder(series, frame, palette, scene).build();
}

} // namespace rialto::charts
