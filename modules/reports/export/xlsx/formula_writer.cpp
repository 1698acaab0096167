// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/xlsx/formula_writer.h"

#include <algorithm>

namespace rialto::reports::xlsx {
namespace {

constexpr std::size_t kLongestFormula = 8000;
constexpr std::size_t kMostArguments = 200;

} // namespace

FormulaWriter::FormulaWriter(const ReportDocument& document, const Layout& layout) : m_document(document), m_layout(layout)
{
    for (const auto& figure : document.figures)
        m_figures.emplace(figure.id, &figure);
    for (const auto& day : document.series)
        m_weekends = m_weekends || day.date.isWeekend();
}

std::string FormulaWriter::references(const Figure& figure, const char* between) const
{
    std::string out;
    for (const auto& id : figure.inputs) {
        const auto at = m_layout.places.find(id);
        if (at == m_layout.places.end())
            return {};
        out += (out.empty() ? "" : between) + at->second.text();
    }
    return out;
}

/// Neighbours below each other become a range.
std::string FormulaWriter::sum(const Figure& figure) const
{
    std::vector<std::string> arguments;
    const Place* first = nullptr;
    const Place* last = nullptr;
    const auto close = [&] {
        if (first)
            arguments.push_back(first == last ? first->text() : first->text() + ":$" + columnLetters(last->column) + "$" + std::to_string(last->row + 1));
    };
    for (const auto& id : figure.inputs) {
        const auto at = m_layout.places.find(id);
        if (at == m_layout.places.end())
            return {};
        const Place& place = at->second;
        if (last && place.sheet == last->sheet && place.column == last->column && place.row == last->row + 1) {
            last = &place;
            continue;
        }
        close();
        first = last = &place;
    }
    close();
    std::string out;
    for (std::size_t i = 0; i < arguments.size(); i += kMostArguments) {
        std::string part;
        for (std::size_t k = i; k < std::min(arguments.size(), i + kMostArguments); ++k)
            part += (part.empty() ? "" : ",") + arguments[k];
        out += (out.empty() ? "SUM(" : "+SUM(") + part + ")";
    }
    return out;
}

std::string FormulaWriter::overSeriesFormula(const Figure& figure) const
{
    const auto& series = m_document.series;
    const auto begins = std::partition_point(series.begin(), series.end(), [&](const SeriesDay& day) { return day.date < figure.from; });
    const auto ends = figure.to == Date() ? series.end() : std::partition_point(series.begin(), series.end(), [&](const SeriesDay& day) { return day.date <= figure.to; });
    if (begins >= ends)
        return {};
    const auto first = kFirstDataRow + static_cast<std::uint32_t>(begins - series.begin()) + 1;
    const auto last = kFirstDataRow + static_cast<std::uint32_t>(ends - series.begin());
    const auto range = [&](const char* column) {
        return "'" + std::string(kSeriesSheet) + "'!$" + column + "$" + std::to_string(first) + ":$" + column + "$" + std::to_string(last);
    };
    const bool whole = begins == series.begin() && ends == series.end();
    const std::string digits = std::to_string(figure.decimals);
    switch (figure.operation) {
    case Operation::LinkedReturn: return "ROUND(PRODUCT(" + range("E") + ")-1," + digits + ")";
    case Operation::Annualised:
        return whole ? "ROUND(PRODUCT(" + range("E") + ")^(365/" + std::to_string(series.back().date - series.front().date) + ")-1," + digits + ")" : std::string();
    case Operation::MoneyWeighted: return whole && series.front().contributed != 0 ? "XIRR(" + range("H") + "," + range("A") + ")" : std::string();
    case Operation::MaxDrawdown: return whole ? "ROUND(MIN(" + range("G") + ")," + digits + ")" : std::string();
    case Operation::Volatility: return whole && !m_weekends ? "ROUND(STDEV(" + range("E") + ")*SQRT(252)," + digits + ")" : std::string();
    default: return {};
    }
}

std::string FormulaWriter::rounded(const Figure& figure, const std::string& expression) const
{
    if (expression.empty())
        return {};
    const std::string digits = std::to_string(figure.decimals);
    const auto lookup = [this](const std::string& id) {
        const auto at = m_figures.find(id);
        return at == m_figures.end() ? nullptr : at->second;
    };
    const auto away = deriveFigure(figure, lookup, m_document.series, Rounding::HalfUp);
    const auto even = deriveFigure(figure, lookup, m_document.series);
    // A half goes to the even neighbour: half of the number, rounded, twice.
    if (away && even && *away != *even)
        return "IF(ABS(MOD(ABS(" + expression + ")*10^" + digits + ",1)-0.5)<0.000001,2*ROUND((" + expression + ")/2," + digits + "),ROUND(" + expression + "," + digits + "))";
    return "ROUND(" + expression + "," + digits + ")";
}

std::string FormulaWriter::formulaOf(const Figure& figure) const
{
    std::string formula;
    switch (figure.operation) {
    case Operation::Given: {
        const auto at = m_layout.sources.find(figure.id);
        if (at == m_layout.sources.end())
            return {};
        const auto [first, last] = at->second;
        const std::string start = "'" + std::string(kSourcesSheet) + "'!$E$" + std::to_string(first + 1);
        formula = first == last ? start : "ROUND(SUM(" + start + ":$E$" + std::to_string(last + 1) + ")," + std::to_string(figure.decimals) + ")";
        break;
    }
    case Operation::Sum: formula = figure.inputs.size() == 1 ? references(figure, "") : rounded(figure, sum(figure)); break;
    case Operation::NegatedSum:
        if (const std::string parts = sum(figure); !parts.empty())
            formula = rounded(figure, "-(" + parts + ")");
        break;
    case Operation::Difference: formula = rounded(figure, references(figure, "-")); break;
    case Operation::Product: formula = rounded(figure, references(figure, "*")); break;
    case Operation::Quotient: formula = rounded(figure, references(figure, "/")); break;
    case Operation::QuotientOfAbs:
        if (const std::string below = figure.inputs.size() == 2 && m_layout.places.count(figure.inputs[1]) != 0 ? m_layout.places.at(figure.inputs[1]).text() : std::string(); !below.empty() && m_layout.places.count(figure.inputs[0]) != 0)
            formula = rounded(figure, m_layout.places.at(figure.inputs[0]).text() + "/ABS(" + below + ")");
        break;
    case Operation::Share: {
        // The adjustment is added after rounding.
        formula = rounded(figure, references(figure, "/"));
        if (!formula.empty() && figure.adjustment != 0)
            formula = "ROUND(" + formula + (figure.adjustment < 0 ? "-" : "+") + std::to_string(std::abs(figure.adjustment)) + "/10^" + std::to_string(figure.decimals) + "," + std::to_string(figure.decimals) + ")";
        break;
    }
    case Operation::Compound: {
        // Rounded at each step, as the report does.
        const std::string digits = "," + std::to_string(figure.decimals) + ")";
        std::string growth;
        for (const auto& id : figure.inputs) {
            const auto at = m_layout.places.find(id);
            if (at == m_layout.places.end())
                return {};
            const std::string factor = "(1+" + at->second.text() + ")";
            growth = growth.empty() ? factor : "ROUND(" + growth + "*" + factor + digits;
        }
        formula = growth.empty() ? std::string() : "ROUND(" + growth + "-1" + digits;
        break;
    }
    default: formula = overSeriesFormula(figure);
    }
    return formula.empty() || formula.size() > kLongestFormula ? std::string() : "=" + formula;
}

} // namespace rialto::reports::xlsx
