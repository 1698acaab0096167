// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/xlsx/sheet_layout.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace rialto::reports::xlsx {
namespace {

constexpr std::uint32_t kChartRows = 17;
constexpr std::size_t kLongestName = 31;

/// Rough width in characters: a Chinese one counts for two.
double widthOf(const std::string& text)
{
    double width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            width += 1;
        else if (byte >= 0xE0)
            width += 2;
        else if (byte >= 0xC0)
            width += 1;
    }
    return width;
}

class Composer {
public:
    explicit Composer(const ReportDocument& document) : m_document(document)
    {
        for (const auto& figure : document.figures)
            m_figures.emplace(figure.id, &figure);
        // What the workbook's own sheets are called.
        for (const char* name : {kCalculationSheet, kSourcesSheet, kSeriesSheet, kChartsSheet})
            m_names.insert(name);
    }

    Layout compose()
    {
        for (const auto& block : m_document.blocks)
            std::visit(*this, block);
        if (m_layout.sheets.empty())
            open(m_document.title);
        for (const auto& figure : m_document.figures)
            if (m_layout.places.count(figure.id) == 0) {
                m_layout.places.emplace(figure.id, Place{kCalculationSheet, kFirstDataRow + m_calculations, 1});
                ++m_calculations;
            }
        std::uint32_t row = kFirstDataRow;
        for (const auto& figure : m_document.figures)
            if (figure.operation == Operation::Given && !figure.sources.empty()) {
                const auto count = static_cast<std::uint32_t>(figure.sources.size());
                m_layout.sources.emplace(figure.id, std::pair(row, row + count - 1));
                row += count;
            }
        return std::move(m_layout);
    }

    void operator()(const Cover& cover)
    {
        open(cover.title);
        put(0, CellStyle::Muted, cover.firm);
        ++sheet().nextRow;
        put(0, CellStyle::Title, cover.title);
        ++sheet().nextRow;
        put(0, CellStyle::Lead, cover.period);
        sheet().nextRow += 2;
        put(0, CellStyle::Strong, cover.client);
        ++sheet().nextRow;
        for (const auto& fact : cover.facts) {
            put(0, CellStyle::Muted, fact.detail);
            put(1, CellStyle::Text, fact.text);
            ++sheet().nextRow;
        }
        ++sheet().nextRow;
        if (!cover.figure.empty()) {
            put(0, CellStyle::Muted, cover.figureLabel);
            number(1, CellStyle::Headline, cover.figure, cover.figureId);
            sheet().nextRow += 2;
        }
        put(0, CellStyle::Muted, cover.contact);
    }
    void operator()(const Heading& heading)
    {
        if (heading.level == 1)
            open(heading.text);
        else
            ++sheet().nextRow;
        put(0, heading.level == 1 ? CellStyle::Title : CellStyle::Strong, heading.text);
        ++sheet().nextRow;
        if (!heading.lead.empty()) {
            put(0, CellStyle::Lead, heading.lead);
            ++sheet().nextRow;
        }
        ++sheet().nextRow;
    }
    void operator()(const Paragraph& paragraph)
    {
        put(0, CellStyle::Lead, paragraph.text);
        sheet().nextRow += 2;
    }
    void operator()(const KeyFigures& block)
    {
        for (const auto& figure : block.figures) {
            put(0, CellStyle::Text, figure.label);
            number(1, CellStyle::Number, figure.value, figure.figure);
            put(2, CellStyle::Muted, figure.detail);
            widen(0, figure.label);
            widen(1, figure.value);
            ++sheet().nextRow;
        }
        ++sheet().nextRow;
    }
    void operator()(const Table& table)
    {
        // Details get a column of their own beside what they belong to.
        std::vector<bool> detailed(table.columns.size(), false);
        for (const auto& row : table.rows)
            for (std::size_t i = 0; i < row.cells.size() && i < detailed.size(); ++i)
                detailed[i] = detailed[i] || !row.cells[i].detail.empty();
        std::vector<std::uint16_t> at;
        std::uint16_t next = 0;
        for (const bool two : detailed) {
            at.push_back(next);
            next = static_cast<std::uint16_t>(next + (two ? 2 : 1));
        }
        if (!table.caption.empty()) {
            put(0, CellStyle::Strong, table.caption);
            ++sheet().nextRow;
        }
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const bool right = table.columns[i].align == Align::Right || table.columns[i].align == Align::Decimal;
            put(at[i], right ? CellStyle::HeadRight : CellStyle::Head, table.columns[i].title);
            widen(at[i], table.columns[i].title);
            if (detailed[i])
                put(static_cast<std::uint16_t>(at[i] + 1), right ? CellStyle::HeadRight : CellStyle::Head, table.columns[i].subtitle);
        }
        ++sheet().nextRow;
        if (sheet().frozenRows == 0)
            sheet().frozenRows = sheet().nextRow;
        for (const auto& row : table.rows) {
            const bool sums = row.style == RowStyle::Subtotal || row.style == RowStyle::Total;
            for (std::size_t i = 0; i < row.cells.size() && i < at.size(); ++i) {
                const Cell& cell = row.cells[i];
                if (row.style == RowStyle::Group)
                    put(at[i], CellStyle::Group, cell.text);
                else
                    number(at[i], sums ? CellStyle::NumberTotal : CellStyle::Number, cell.text, cell.figure, sums ? CellStyle::Total : table.columns[i].strong ? CellStyle::Strong : CellStyle::Text);
                if (row.style != RowStyle::Group)
                    widen(at[i], cell.text);
                if (!cell.detail.empty()) {
                    number(static_cast<std::uint16_t>(at[i] + 1), CellStyle::Number, cell.detail, cell.detailFigure, CellStyle::Muted);
                    widen(static_cast<std::uint16_t>(at[i] + 1), cell.detail);
                }
            }
            ++sheet().nextRow;
        }
        ++sheet().nextRow;
    }
    void operator()(const LineChart& chart)
    {
        SheetChart place{SheetChart::Kind::Line, sheet().nextRow, chart.title, isPercent(chart.y), 0, {}, {}, {}, {}};
        if (chart.series.empty())
            return;
        const double scale = place.percent ? 1e8 : std::pow(10.0, m_document.seriesDecimals);
        for (const auto& point : chart.series.front().points)
            place.days.push_back(Date(static_cast<std::int32_t>(point.x)));
        for (const auto& series : chart.series) {
            ChartColumn column{series.name, {}};
            // Days that only another series has take the last value before them.
            std::size_t next = 0;
            double last = 0;
            for (const Date day : place.days) {
                while (next < series.points.size() && series.points[next].x <= day.days)
                    last = static_cast<double>(series.points[next++].y) / scale;
                column.values.push_back(last);
            }
            place.columns.push_back(std::move(column));
            place.filled.push_back(series.style == SeriesStyle::Area);
        }
        add(std::move(place));
    }
    void operator()(const DonutChart& chart)
    {
        SheetChart place{SheetChart::Kind::Donut, sheet().nextRow, chart.centreLabel, false, m_document.seriesDecimals, {}, {}, {{chart.valueTitle, {}}}, {}};
        const double scale = std::pow(10.0, m_document.seriesDecimals);
        for (const auto& slice : chart.slices) {
            place.labels.push_back(slice.name);
            place.columns.front().values.push_back(static_cast<double>(slice.weight) / scale);
        }
        add(std::move(place));
    }
    void operator()(const BarChart& chart)
    {
        SheetChart place{SheetChart::Kind::Bars, sheet().nextRow, chart.title, isPercent(chart.y), 0, {}, {}, {{chart.title, {}}}, {}};
        const double scale = place.percent ? 1e8 : std::pow(10.0, m_document.seriesDecimals);
        for (const auto& bar : chart.bars) {
            place.labels.push_back(bar.label);
            place.columns.front().values.push_back(static_cast<double>(bar.amount) / scale);
        }
        add(std::move(place));
    }
    void operator()(const Footnotes& notes)
    {
        int count = 0;
        for (const auto& note : notes.notes) {
            put(0, CellStyle::Text, std::to_string(++count) + ". " + note);
            ++sheet().nextRow;
        }
    }
    void operator()(const PageBreak&) {}

private:
    static bool isPercent(const Axis& axis)
    {
        return std::any_of(axis.ticks.begin(), axis.ticks.end(), [](const Tick& tick) { return !tick.label.empty() && tick.label.back() == '%'; });
    }
    Sheet& sheet()
    {
        if (m_layout.sheets.empty())
            open(m_document.title);
        return m_layout.sheets.back();
    }
    void open(const std::string& title)
    {
        // Excel's rules for names: at most 31 characters, some signs not, no name twice, letters of either case being the same.
        std::string name;
        std::size_t characters = 0;
        for (const char c : title) {
            const bool starts = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
            if (starts && ++characters > kLongestName - 3)
                break;
            name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
        }
        if (name.empty())
            name = "Report";
        std::string unique = name;
        for (int i = 2; !m_names.insert(unique).second; ++i)
            unique = name + " " + std::to_string(i);
        m_layout.sheets.push_back({});
        m_layout.sheets.back().name = unique;
    }
    void put(std::uint16_t column, CellStyle style, const std::string& text)
    {
        if (!text.empty() || style == CellStyle::Head || style == CellStyle::HeadRight || style == CellStyle::Total || style == CellStyle::Group)
            sheet().cells.push_back({sheet().nextRow, column, style, text, nullptr, false});
    }
    void number(std::uint16_t column, CellStyle style, const std::string& text, const std::string& id, CellStyle otherwise = CellStyle::Text)
    {
        const auto at = m_figures.find(id);
        if (at == m_figures.end()) {
            put(column, otherwise, text);
            return;
        }
        const bool fresh = m_layout.places.emplace(id, Place{sheet().name, sheet().nextRow, column}).second;
        sheet().cells.push_back({sheet().nextRow, column, style, text, at->second, !fresh});
    }
    void widen(std::uint16_t column, const std::string& text)
    {
        auto& widths = sheet().widths;
        if (widths.size() <= column)
            widths.resize(static_cast<std::size_t>(column) + 1, 8);
        widths[column] = std::clamp(widthOf(text) + 2, widths[column], 48.0);
    }
    void add(SheetChart chart)
    {
        sheet().charts.push_back(std::move(chart));
        sheet().nextRow += kChartRows;
    }

    const ReportDocument& m_document;
    Layout m_layout;
    std::unordered_map<std::string, const Figure*> m_figures;
    std::set<std::string> m_names;
    std::uint32_t m_calculations = 0;
};

} // namespace

std::string columnLetters(std::uint16_t column)
{
    std::string letters;
    for (int n = column + 1; n > 0; n = (n - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
    return letters;
}

std::string Place::text() const
{
    return "'" + sheet + "'!$" + columnLetters(column) + "$" + std::to_string(row + 1);
}

Layout layOut(const ReportDocument& document)
{
    return Composer(document).compose();
}

} // namespace rialto::reports::xlsx
