// SPDX-License-Identifier: GPL-3.0-or-later
// ReportDocument: a finished report as blocks of text and exact numbers, before any page, font or file exists. Report
// definitions (reports/catalog) build it, exporters (reports/export) draw it: PDF, pages on screen, HTML, XLSX, CSV, JSON.
// Every string is final, in the document's language; a chart carries its ticks and labels, so no exporter formats a number.
// A plain value: any thread. Golden tests compare describe().
#pragma once

#include "domain/date.h"
#include "reports/brand.h"
#include "reports/figure.h"
#include "reports/language.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace rialto::reports {

/// Decimal: right-aligned with the decimal points of the column in one line.
enum class Align { Left, Right, Centre, Decimal };

struct Column {
    std::string title;
    std::string subtitle;        // second line of the head, smaller
    Align align = Align::Left;
    int share = 10;              // of the width that is left over when every column has what it needs
    bool strong = false;         // what a row is found by: a symbol
    friend bool operator==(const Column&, const Column&) = default;
};

struct Cell {
    std::string text;
    std::string detail;          // second line, smaller and grey
    std::string figure = {};     // id of the figure behind the text; "" where there is none
    std::string detailFigure = {};
    friend bool operator==(const Cell&, const Cell&) = default;
};

/// Group opens a run of rows and stays with the first of them; Subtotal closes it and stays with the last.
enum class RowStyle { Normal, Group, Subtotal, Total };
const char* name(RowStyle style);    // "row", "group", ...

struct Row {
    RowStyle style = RowStyle::Normal;
    std::vector<Cell> cells;     // as many as columns
    friend bool operator==(const Row&, const Row&) = default;
};

struct Cover {
    std::string firm;
    std::string title;           // "Client statement"
    std::string period;
    std::string client;
    std::vector<Cell> facts;     // label (detail) and value (text): client number, accounts, currency, date
    std::string figureLabel;     // the one number of the cover
    std::string figure;
    std::string figureDetail;
    std::string contact;
    std::string figureId = {};
    friend bool operator==(const Cover&, const Cover&) = default;
};

struct Heading {
    int level = 1;               // 1: a section, starts a bookmark; 2: within it
    std::string text;
    std::string lead;            // one muted sentence below; may be empty
    bool startsPage = false;
    friend bool operator==(const Heading&, const Heading&) = default;
};

struct Paragraph {
    std::string text;
    bool muted = false;
    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

struct KeyFigure {
    std::string label;
    std::string value;
    std::string detail;
    std::string figure = {};
    friend bool operator==(const KeyFigure&, const KeyFigure&) = default;
};

struct KeyFigures {
    std::vector<KeyFigure> figures;  // one row of them
    friend bool operator==(const KeyFigures&, const KeyFigures&) = default;
};

struct Table {
    std::string caption;         // above, and again with `continued` on further pages; may be empty
    std::string continued;       // "(continued)"
    std::vector<Column> columns;
    std::vector<Row> rows;
    friend bool operator==(const Table&, const Table&) = default;
};

/// Positions on an axis are whole numbers: days since 1970 across, minor units of money or 10^-8 of a rate up.
struct Tick {
    std::int64_t at = 0;
    std::string label;
    friend bool operator==(const Tick&, const Tick&) = default;
};

struct Axis {
    std::int64_t min = 0;
    std::int64_t max = 1;
    std::vector<Tick> ticks;
    friend bool operator==(const Axis&, const Axis&) = default;
};

struct ChartPoint {
    std::int64_t x = 0;
    std::int64_t y = 0;
    friend bool operator==(const ChartPoint&, const ChartPoint&) = default;
};

/// Area: filled line in the accent colour. Line: thin. Step: holds its value until the next point (contributions).
enum class SeriesStyle { Area, Line, Step };

struct ChartSeries {
    std::string name;
    SeriesStyle style = SeriesStyle::Line;
    std::vector<ChartPoint> points;  // ascending in x
    friend bool operator==(const ChartSeries&, const ChartSeries&) = default;
};

struct LineChart {
    std::string title;
    std::string unit;            // "USD"
    Axis x;
    Axis y;
    std::vector<ChartSeries> series;
    friend bool operator==(const LineChart&, const LineChart&) = default;
};

struct Slice {
    std::string name;
    std::string value;           // "1,234.50"
    std::string share;           // "12.34 %"
    std::int64_t weight = 0;     // >= 0; only these give the angles
    friend bool operator==(const Slice&, const Slice&) = default;
};

struct DonutChart {
    std::string title;
    std::string centreLabel;
    std::string centreValue;
    std::string nameTitle;       // heads of the legend's columns
    std::string valueTitle;
    std::string shareTitle;
    std::vector<Slice> slices;
    friend bool operator==(const DonutChart&, const DonutChart&) = default;
};

struct Bar {
    std::string label;           // below
    std::string value;           // printed at its end
    std::int64_t amount = 0;     // may be negative
    friend bool operator==(const Bar&, const Bar&) = default;
};

struct BarChart {
    std::string title;
    std::string unit;
    Axis y;
    std::vector<Bar> bars;
    friend bool operator==(const BarChart&, const BarChart&) = default;
};

struct Footnotes {
    std::vector<std::string> notes;  // numbered in print
    friend bool operator==(const Footnotes&, const Footnotes&) = default;
};

struct PageBreak {
    friend bool operator==(const PageBreak&, const PageBreak&) = default;
};

using Block = std::variant<Cover, Heading, Paragraph, KeyFigures, Table, LineChart, DonutChart, BarChart, Footnotes, PageBreak>;

/// On every page but the cover.
struct PageFurniture {
    std::string headerLeft;
    std::string headerRight;
    std::string footerLeft;
    std::string pageOf;          // "Page {0} of {1}"
    std::string simulated;       // "SIMULATED", also on the cover; empty when the book is real
    friend bool operator==(const PageFurniture&, const PageFurniture&) = default;
};

struct ReportDocument {
    std::string id;              // of the definition, "client-statement"
    Language language = Language::English;
    std::string title;           // of the file
    std::string author;
    std::string subject;
    Timestamp createdAt;
    PageFurniture furniture;
    std::vector<Block> blocks;

    // What programs read. A figure's full id is key + "/" + its id.
    std::string key;             // "client-statement/C-1001/2026-01-01..2026-01-31"
    std::string client;          // number; "" for a report about the market
    Date from;
    Date to;
    std::string currency;
    std::vector<Figure> figures; // inputs before what uses them
    std::vector<SeriesDay> series;
    int seriesDecimals = 2;
    Brand brand;
    friend bool operator==(const ReportDocument&, const ReportDocument&) = default;
};

/// The figure of that id, or nullptr.
const Figure* figureOf(const ReportDocument& document, const std::string& id);

/// The whole document as text, one line a thing: for golden tests and for people who look for a difference.
std::string describe(const ReportDocument& document);

} // namespace rialto::reports
