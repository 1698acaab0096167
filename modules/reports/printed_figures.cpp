// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/printed_figures.h"

#include <set>

namespace rialto::reports {
namespace {

constexpr const char* kBetween = " \u00b7 ";

std::string joined(const std::string& one, const std::string& other)
{
    return one.empty() ? other : other.empty() || other == one ? one : one + kBetween + other;
}

struct Reader {
    std::vector<PrintedFigure> found;
    std::set<std::string> known;
    std::string section;

    void take(const std::string& label, const std::string& text, const std::string& id)
    {
        if (!id.empty() && known.insert(id).second)
            found.push_back({section, label, text, id});
    }
    void operator()(const Cover& cover) { take(cover.figureLabel, cover.figure, cover.figureId); }
    void operator()(const Heading& heading) { section = heading.text; }
    void operator()(const KeyFigures& block)
    {
        for (const auto& each : block.figures)
            take(each.label, each.value, each.figure);
    }
    void operator()(const Table& table)
    {
        std::string group;
        for (const auto& row : table.rows) {
            if (row.style == RowStyle::Group)
                group = row.cells.empty() ? std::string() : row.cells.front().text;
            std::string name;
            for (std::size_t i = 0; i < row.cells.size() && name.empty(); ++i)
                if (row.cells[i].figure.empty())
                    name = row.cells[i].text;
            // A row that is found by another column than its first, as a symbol behind a date.
            for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i)
                if (table.columns[i].strong && row.cells[i].figure.empty() && !row.cells[i].text.empty()) {
                    name = joined(name, row.cells[i].text);
                    break;
                }
            if (row.style != RowStyle::Group)
                name = joined(group, name);
            for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
                const auto& column = table.columns[i];
                take(joined(name, column.title), row.cells[i].text, row.cells[i].figure);
                take(joined(name, column.subtitle.empty() ? column.title : column.subtitle), row.cells[i].detail, row.cells[i].detailFigure);
            }
        }
    }
    template<typename Other>
    void operator()(const Other&)
    {
    }
};

} // namespace

std::vector<PrintedFigure> printedFigures(const ReportDocument& document)
{
    Reader reader;
    for (const auto& block : document.blocks)
        std::visit(reader, block);
    return std::move(reader.found);
}

} // namespace rialto::reports
