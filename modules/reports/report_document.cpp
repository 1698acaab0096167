// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/report_document.h"

namespace rialto::reports {
namespace {

const char* alignName(Align align)
{
    switch (align) {
    case Align::Left: return "left";
    case Align::Right: return "right";
    case Align::Centre: return "centre";
    case Align::Decimal: return "decimal";
    }
    return "";
}

const char* seriesName(SeriesStyle style)
{
    switch (style) {
    case SeriesStyle::Area: return "area";
    case SeriesStyle::Line: return "line";
    case SeriesStyle::Step: return "step";
    }
    return "";
}

class Describer {
public:
    std::string take() { return std::move(m_out); }

    void line(int indent, const std::string& label, const std::string& value)
    {
        if (value.empty())
            return;
        m_out.append(static_cast<std::size_t>(indent) * 2, ' ');
        m_out += label + ": " + value + "\n";
    }
    void open(const std::string& what, const std::string& title = {})
    {
        m_out += what + (title.empty() ? "" : " " + title) + "\n";
    }

    void operator()(const Cover& cover)
    {
        open("cover", cover.title);
        line(1, "firm", cover.firm);
        line(1, "period", cover.period);
        line(1, "client", cover.client);
        for (const auto& fact : cover.facts)
            line(1, "fact", fact.detail + " = " + fact.text);
        line(1, "figure", cover.figureLabel + " = " + cover.figure + (cover.figureDetail.empty() ? "" : " (" + cover.figureDetail + ")"));
        line(1, "contact", cover.contact);
    }
    void operator()(const Heading& heading)
    {
        open((heading.startsPage ? "heading, new page, level " : "heading, level ") + std::to_string(heading.level) + ":", heading.text);
        line(1, "lead", heading.lead);
    }
    void operator()(const Paragraph& paragraph) { open(paragraph.muted ? "paragraph, muted:" : "paragraph:", paragraph.text); }
    void operator()(const KeyFigures& block)
    {
        open("key figures");
        for (const auto& figure : block.figures)
            line(1, figure.label, figure.value + (figure.detail.empty() ? "" : " (" + figure.detail + ")"));
    }
    void operator()(const Table& table)
    {
        open("table", table.caption);
        for (const auto& column : table.columns)
            line(1, "column", column.title + (column.subtitle.empty() ? "" : " / " + column.subtitle) + ", " + alignName(column.align) + ", " + std::to_string(column.share) + (column.strong ? ", strong" : ""));
        for (const auto& row : table.rows) {
            std::string cells;
            for (const auto& cell : row.cells)
                cells += (cells.empty() ? "" : " | ") + cell.text + (cell.detail.empty() ? "" : " / " + cell.detail);
            line(1, name(row.style), cells);
        }
    }
    void operator()(const LineChart& chart)
    {
        open("line chart", chart.title);
        line(1, "unit", chart.unit);
        axis("x", chart.x);
        axis("y", chart.y);
        for (const auto& series : chart.series) {
            std::string points = series.name + ", " + seriesName(series.style) + ", " + std::to_string(series.points.size()) + " points";
            if (!series.points.empty())
                points += ", " + point(series.points.front()) + " to " + point(series.points.back());
            line(1, "series", points);
        }
    }
    void operator()(const DonutChart& chart)
    {
        open("donut chart", chart.title);
        line(1, chart.centreLabel, chart.centreValue);
        line(1, "legend", chart.nameTitle + " | " + chart.valueTitle + " | " + chart.shareTitle);
        for (const auto& slice : chart.slices)
            line(1, "slice", slice.name + " | " + slice.value + " | " + slice.share + " | " + std::to_string(slice.weight));
    }
    void operator()(const BarChart& chart)
    {
        open("bar chart", chart.title);
        line(1, "unit", chart.unit);
        axis("y", chart.y);
        for (const auto& bar : chart.bars)
            line(1, "bar", bar.label + " | " + bar.value + " | " + std::to_string(bar.amount));
    }
    void operator()(const Footnotes& notes)
    {
        open("footnotes");
        for (std::size_t i = 0; i < notes.notes.size(); ++i)
            line(1, std::to_string(i + 1), notes.notes[i]);
    }
    void operator()(const PageBreak&) { open("page break"); }

private:
    static std::string point(const ChartPoint& p) { return "(" + std::to_string(p.x) + ", " + std::to_string(p.y) + ")"; }
    void axis(const char* name, const Axis& axis)
    {
        std::string ticks = std::to_string(axis.min) + " to " + std::to_string(axis.max);
        for (const auto& tick : axis.ticks)
            ticks += " | " + tick.label + " at " + std::to_string(tick.at);
        line(1, name, ticks);
    }

    std::string m_out;
};

} // namespace

const char* name(RowStyle style)
{
    switch (style) {
    case RowStyle::Normal: return "row";
    case RowStyle::Group: return "group";
    case RowStyle::Subtotal: return "subtotal";
    case RowStyle::Total: return "total";
    }
    return "";
}

const Figure* figureOf(const ReportDocument& document, const std::string& id)
{
    for (const auto& figure : document.figures)
        if (figure.id == id)
            return &figure;
    return nullptr;
}

std::string describe(const ReportDocument& document)
{
    Describer out;
    out.open("report", document.id + (document.language == Language::Chinese ? ", zh" : ", en"));
    out.line(1, "title", document.title);
    out.line(1, "author", document.author);
    out.line(1, "subject", document.subject);
    out.line(1, "created", isoUtc(document.createdAt));
    out.line(1, "header left", document.furniture.headerLeft);
    out.line(1, "header right", document.furniture.headerRight);
    out.line(1, "footer left", document.furniture.footerLeft);
    out.line(1, "page", document.furniture.pageOf);
    out.line(1, "mark", document.furniture.simulated);
    for (const auto& block : document.blocks)
        std::visit(out, block);
    return out.take();
}

} // namespace rialto::reports
