// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/explanation.h"

#include <map>
#include <set>
#include <unordered_map>

namespace rialto::reports {
namespace {

constexpr int kDeepest = 2000; // balances are computed from the balance before

class Explainer {
public:
    Explainer(const ReportFigures& stated, const ReportFigures* facts) : m_statedReport(stated), m_factsReport(facts)
    {
        for (const auto& figure : stated.figures)
            m_stated.emplace(figure.id, &figure);
        if (facts)
            for (const auto& figure : facts->figures)
                m_facts.emplace(figure.id, &figure);
    }

    Result<ExplainedFigure> explain(const std::string& id)
    {
        if (m_stated.count(id) == 0)
            return notFound("reports.figure-unknown", m_statedReport.key + "/" + id);
        return step(id, 0);
    }

private:
    const std::vector<SeriesDay>& series() const { return m_factsReport ? m_factsReport->series : m_statedReport.series; }

    /// The figure's calculation: that of the book where there is one.
    const Figure* calculationOf(const std::string& id) const
    {
        const auto& from = m_factsReport ? m_facts : m_stated;
        const auto at = from.find(id);
        return at == from.end() ? nullptr : at->second;
    }

    /// From the facts up; remembered, so that a deep graph is gone through once.
    Result<std::int64_t> derive(const std::string& id, int depth)
    {
        if (const auto known = m_derived.find(id); known != m_derived.end())
            return known->second;
        const Figure* figure = calculationOf(id);
        if (!figure)
            return notFound("reports.figure-input", id);
        if (depth > kDeepest || !m_open.insert(id).second)
            return invalid("reports.figure-circular", id);
        std::map<std::string, Figure> inputs;
        for (const auto& input : figure->inputs) {
            const auto units = derive(input, depth + 1);
            if (!units) {
                m_open.erase(id);
                return units.error();
            }
            Figure derived = *calculationOf(input);
            derived.units = *units;
            inputs.insert_or_assign(input, std::move(derived));
        }
        m_open.erase(id);
        const auto units = deriveFigure(*figure, [&](const std::string& input) {
            const auto at = inputs.find(input);
            return at == inputs.end() ? nullptr : &at->second;
        }, series());
        if (units)
            m_derived.emplace(id, *units);
        return units;
    }

    static bool sameRows(const Figure& stated, const Figure& book)
    {
        std::multimap<std::string, std::int64_t> one;
        std::multimap<std::string, std::int64_t> other;
        for (const auto& row : stated.sources)
            one.emplace(row.kind + " " + row.key, row.units);
        for (const auto& row : book.sources)
            other.emplace(row.kind + " " + row.key, row.units);
        return one == other;
    }

    void compare(ExplainedFigure& step) const
    {
        const Figure& stated = step.figure;
        const Figure* book = calculationOf(stated.id);
        if (!step.derived) {
            if (step.why.empty())
                step.why = "it cannot be computed again";
            return;
        }
        // Floating point may end a unit of 10^-8 apart on another machine.
        const std::int64_t slack = overSeries(stated.operation) ? 1 : 0;
        const Int128 off = Int128(*step.derived) - stated.units;
        if (book && book->decimals != stated.decimals)
            step.why = "it is stated with other decimals than the book's";
        else if (off > slack || off < -slack)
            step.why = "its calculation makes another value than is stated";
        else if (book && (book->operation != stated.operation || book->inputs != stated.inputs))
            step.why = "its calculation is not that of the book";
        else if (book && !sameRows(stated, *book))
            step.why = "its source rows are not those of the book";
        step.matches = step.why.empty();
    }

    ExplainedFigure step(const std::string& id, int depth)
    {
        ExplainedFigure out;
        const auto at = m_stated.find(id);
        if (at == m_stated.end()) {
            out.figure.id = id;
            out.why = "the report does not state it";
            return out;
        }
        out.figure = *at->second;
        if (!calculationOf(id)) {
            out.why = "the book's report has no such figure";
        } else if (const auto units = derive(id, depth); units) {
            out.derived = *units;
        } else {
            out.why = units.error().text();
        }
        if (out.why.empty())
            compare(out);
        out.whole = out.matches;
        if (!m_shown.insert(id).second || depth > kDeepest) {
            out.repeated = !out.figure.inputs.empty();
            out.whole = out.matches && m_broken.count(id) == 0;
            return out;
        }
        for (const auto& input : out.figure.inputs) {
            out.inputs.push_back(step(input, depth + 1));
            out.whole = out.whole && out.inputs.back().whole;
        }
        if (!out.whole)
            m_broken.insert(id);
        return out;
    }

    const ReportFigures& m_statedReport;
    const ReportFigures* m_factsReport;
    std::unordered_map<std::string, const Figure*> m_stated;
    std::unordered_map<std::string, const Figure*> m_facts;
    std::unordered_map<std::string, std::int64_t> m_derived;
    std::set<std::string> m_open;
    std::set<std::string> m_shown;
    std::set<std::string> m_broken;
};

} // namespace

Result<ExplainedFigure> explainFigure(const ReportFigures& stated, const ReportFigures* facts, const std::string& id)
{
    return Explainer(stated, facts).explain(id);
}

Result<FigureAddress> parseFigureAddress(const std::string& id)
{
    const auto wrong = [&] { return invalid("reports.figure-address", "'" + id.substr(0, 120) + "' is not REPORT/CLIENT/FROM..TO/FIGURE"); };
    FigureAddress address;
    const auto first = id.find('/');
    // The client's number is free text: the period is looked for behind it.
    std::size_t period = std::string::npos;
    for (std::size_t at = first; at != std::string::npos && at + 24 < id.size(); at = id.find('/', at + 1)) {
        if (id.compare(at + 11, 2, "..") == 0 && id[at + 23] == '/' && at > first) {
            period = at;
            break;
        }
    }
    if (first == std::string::npos || period == std::string::npos)
        return wrong();
    const auto from = Date::parse(id.substr(period + 1, 10));
    const auto to = Date::parse(id.substr(period + 13, 10));
    if (!from || !to || *to < *from)
        return wrong();
    address.report = id.substr(0, first);
    address.client = id.substr(first + 1, period - first - 1);
    address.from = *from;
    address.to = *to;
    address.key = id.substr(0, period + 23);
    address.figure = id.substr(period + 24);
    if (address.report.empty() || address.client.empty() || address.figure.empty())
        return wrong();
    return address;
}

} // namespace rialto::reports
