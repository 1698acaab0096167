// SPDX-License-Identifier: GPL-3.0-or-later
// SheetLayout: where everything of a report stands in its workbook, before a byte is written: sheets of cells and charts, and
// the place of each figure, which formulas refer to. Pure.
#pragma once

#include "reports/report_document.h"

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

namespace rialto::reports::xlsx {

enum class CellStyle { Text, Title, Lead, Head, HeadRight, Group, Strong, Muted, Total, Number, NumberTotal, Headline };

struct SheetCell {
    std::uint32_t row = 0;
    std::uint16_t column = 0;
    CellStyle style = CellStyle::Text;
    std::string text;            // what the other formats print; the number format follows it
    const Figure* figure = nullptr; // a number or formula instead of the text
    bool derived = false;        // the figure stands elsewhere: refer to it
};

/// Numbers of a chart, in the columns of the sheet "Charts".
struct ChartColumn {
    std::string name;
    std::vector<double> values;
};
struct SheetChart {
    enum class Kind { Line, Bars, Donut };
    Kind kind = Kind::Line;
    std::uint32_t row = 0;
    std::string title;
    bool percent = false;
    int decimals = 0;
    std::vector<Date> days;              // of lines
    std::vector<std::string> labels;     // of bars and slices
    std::vector<ChartColumn> columns;
    std::vector<bool> filled;            // lines: an area
};

struct Sheet {
    std::string name;
    std::vector<SheetCell> cells;
    std::vector<SheetChart> charts;
    std::vector<double> widths;          // of columns, in characters
    std::uint32_t frozenRows = 0;
    std::uint32_t nextRow = 0;
};

struct Place {
    std::string sheet;
    std::uint32_t row = 0;
    std::uint16_t column = 0;
    /// "'Holdings'!$C$7"
    std::string text() const;
};
std::string columnLetters(std::uint16_t column);

struct Layout {
    std::vector<Sheet> sheets;
    std::unordered_map<std::string, Place> places;                                   // of figures
    std::unordered_map<std::string, std::pair<std::uint32_t, std::uint32_t>> sources; // figure: rows on "Sources", last included
};

inline constexpr const char* kCalculationSheet = "Calculation";
inline constexpr const char* kSourcesSheet = "Sources";
inline constexpr const char* kSeriesSheet = "Series";
inline constexpr const char* kChartsSheet = "Charts";
/// Rows of the first day on "Series" and of the first figure on "Calculation", counted from 0.
inline constexpr std::uint32_t kFirstDataRow = 1;

Layout layOut(const ReportDocument& document);

} // namespace rialto::reports::xlsx
