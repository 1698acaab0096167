// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/csv/report_csv.h"

#include "reports/export/csv/csv_writer.h"

#include <unordered_map>

namespace rialto::reports {
namespace {

class CsvReportWriter {
public:
    CsvReportWriter(const ReportDocument& document, bool byteOrderMark) : m_document(document), m_csv(byteOrderMark)
    {
        for (const auto& figure : document.figures)
            m_figures.emplace(figure.id, &figure);
        m_csv.header({"section", "table", "row", "style", "item", "column", "text", "value", "unit", "figure"});
    }

    void operator()(const Heading& heading)
    {
        m_section = heading.text;
        m_table.clear();
    }
    void operator()(const Cover& cover)
    {
        m_section = cover.title;
        m_table.clear();
        for (const auto& fact : cover.facts)
            line(0, "fact", fact.detail, "", fact.text, "");
        if (!cover.figure.empty())
            line(0, "figure", cover.figureLabel, "", cover.figure, cover.figureId);
    }
    void operator()(const KeyFigures& block)
    {
        for (const auto& figure : block.figures)
            line(0, "figure", figure.label, figure.detail, figure.value, figure.figure);
    }
    void operator()(const Table& table)
    {
        m_table = table.caption;
        int number = 0;
        for (const auto& row : table.rows) {
            ++number;
            const std::string item = row.cells.empty() ? std::string() : row.cells.front().text;
            for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
                const Cell& cell = row.cells[i];
                if (!cell.text.empty())
                    line(number, name(row.style), item, table.columns[i].title, cell.text, cell.figure);
                if (!cell.detail.empty())
                    line(number, name(row.style), item, table.columns[i].subtitle.empty() ? table.columns[i].title : table.columns[i].subtitle, cell.detail, cell.detailFigure);
            }
        }
    }
    void operator()(const Footnotes& notes)
    {
        int number = 0;
        for (const auto& note : notes.notes)
            line(++number, "note", "", "", note, "");
    }
    void operator()(const Paragraph& paragraph) { line(0, "text", "", "", paragraph.text, ""); }
    template <class Other>
    void operator()(const Other&)
    {
    }
    std::string take() { return m_csv.take(); }

private:
    void line(int row, const char* style, const std::string& item, const std::string& column, const std::string& text, const std::string& id)
    {
        const auto at = m_figures.find(id);
        m_csv.text(m_section).text(m_table).value(row == 0 ? std::string() : std::to_string(row)).value(style).text(item).text(column).text(text);
        if (at == m_figures.end())
            m_csv.value("").value("").value("").endRow();
        else
            m_csv.value(at->second->text()).value(at->second->unit).text(m_document.key + "/" + id).endRow();
    }

    const ReportDocument& m_document;
    CsvWriter m_csv;
    std::string m_section;
    std::string m_table;
    std::unordered_map<std::string, const Figure*> m_figures;
};

} // namespace

std::string reportCsv(const ReportDocument& document, bool byteOrderMark)
{
    CsvReportWriter writer(document, byteOrderMark);
    for (const auto& block : document.blocks)
        std::visit(writer, block);
    return writer.take();
}

} // namespace rialto::reports
