// SPDX-License-Identifier: GPL-3.0-or-later
// Figure: an exact number behind a printed one, with the calculation that leads to it. The figures of a document form a graph:
// a figure is given by rows of the book (SourceRow), or computed from other figures by one operation. From this one graph come
// the formulas of the spreadsheet, the tree that `rialtoctl explain` prints, and the proof that a report agrees with the book:
// deriveFigure() computes a figure from its inputs again. Pure values; any thread.
// Units: value = units / 10^decimals of `unit` (a currency code, "" for ratios and counts). Every operation is exact and rounds
// once, half even, to the figure's decimals; those over the value series work in floating point and round to 10^-8.
#pragma once

#include "base/result.h"
#include "base/wide_math.h"
#include "domain/date.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::reports {

enum class FigureKind { Money, Price, Quantity, Rate, Count };
std::string_view name(FigureKind kind);

/// A row of the book that a figure is made of.
struct SourceRow {
    std::string kind;            // "group" (a transfer group by its key), "bar" ("SYMBOL 2026-01-05"), "terms" (of a contract)
    std::string key;
    std::string text;            // the row in words
    std::int64_t units = 0;      // its part of the figure, in the figure's decimals
    friend bool operator==(const SourceRow&, const SourceRow&) = default;
};

enum class Operation {
    Given,         // the sum of its source rows; without rows: as stated
    Sum,           // a + b + ...
    NegatedSum,    // -(a + b + ...)
    Difference,    // a - b - ...
    Product,       // a x b x ...
    Quotient,      // a / b
    QuotientOfAbs, // a / |b|
    Share,         // a / b + adjustment: so that shares add up to a whole
    Compound,      // (1 + a)(1 + b)... - 1, rounded at each step
    // Over the daily values of the document's series, from `from` on:
    LinkedReturn,  // product of value / (value before + flow), minus 1
    Annualised,    // (1 + linked return) ^ (365 / days) - 1
    MoneyWeighted, // XIRR of the contributions and the last value
    MaxDrawdown,   // deepest fall of the linked index below its highest
    Volatility     // standard deviation (n - 1) of the daily returns x sqrt(252); weekends left out
};
std::string_view name(Operation operation);
bool overSeries(Operation operation);

struct Figure {
    std::string id;              // within the document: "holding/A-1001-1/MERI/value-base"
    FigureKind kind = FigureKind::Money;
    std::int64_t units = 0;
    int decimals = 2;
    std::string unit;
    Operation operation = Operation::Given;
    std::vector<std::string> inputs;
    std::int64_t adjustment = 0;
    Date from;                   // of operations over the series
    Date to;                     // the last day; none: that of the series
    std::string method;          // one English sentence; may be empty
    std::vector<SourceRow> sources;
    friend bool operator==(const Figure&, const Figure&) = default;

    /// "1234.50"
    std::string text() const;
};

/// A day of the value series, in minor units.
struct SeriesDay {
    Date date;
    std::int64_t value = 0;
    std::int64_t contributed = 0;    // so far
    friend bool operator==(const SeriesDay&, const SeriesDay&) = default;
};

using FigureLookup = std::function<const Figure*(const std::string&)>;

/// The units that the figure's inputs (or source rows) make. A sum of no rows is what is stated. Errors: reports.figure-input
/// (an input is missing), reports.figure-range, reports.figure-undefined (division by zero, no return).
Result<std::int64_t> deriveFigure(const Figure& figure, const FigureLookup& lookup, const std::vector<SeriesDay>& series, Rounding rounding = Rounding::HalfEven);

/// "a + b", "a x b": the operation over the ids of its inputs, in words that need no language.
std::string formulaText(const Figure& figure);

/// Figures by id, in the order in which they were added; what is not reached from a printed one can be dropped.
class FigureBook {
public:
    /// Backing figures come with calculations and source rows; a section that prints one takes these over.
    void addBacking(Figure figure);
    /// Adds the figure unless its id is there already, and answers the id. The same id with another value is a broken invariant.
    const std::string& add(Figure figure);
    const Figure* find(const std::string& id) const;
    /// What was added so far becomes backing: it is told only where something printed is computed from it.
    void keepAsBacking();
    /// What was added, and every backing figure that it is computed from; inputs come before what uses them.
    std::vector<Figure> take() const;

private:
    std::map<std::string, Figure> m_backing;
    std::map<std::string, Figure> m_figures;
    std::vector<std::string> m_order;
};

} // namespace rialto::reports
