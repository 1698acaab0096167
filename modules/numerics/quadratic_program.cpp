// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/quadratic_program.h"

#include "numerics/quadratic_program_internal.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace rialto::numerics {
namespace {

bool allFinite(const std::vector<double>& values)
{
    return std::all_of(values.begin(), values.end(), [](double each) { return std::isfinite(each); });
}

std::string shortFigure(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", value);
    return text;
}

} // namespace

double KktResiduals::worst() const { return std::max({stationarity, equality, violation, complementarity, dualSign}); }

KktResiduals kktResiduals(const QuadraticProgram& program, const QuadraticSolution& at)
{
    KktResiduals result;
    const std::size_t n = program.q.size();
    std::vector<double> gradient = program.q;
    for (std::size_t j = 0; j < n; ++j)
        if (at.x[j] != 0)
            for (std::size_t i = 0; i < n; ++i)
                gradient[i] += program.p(i, j) * at.x[j];
    for (std::size_t j = 0; j < n; ++j) {
        for (std::size_t r = 0; r < program.a.rows; ++r)
            gradient[j] += program.a(r, j) * at.equalityPrices[r];
        for (std::size_t r = 0; r < program.g.rows; ++r)
            gradient[j] += program.g(r, j) * at.inequalityPrices[r];
        const double price = at.boundPrices[j];
        result.stationarity = std::max(result.stationarity, std::fabs(gradient[j] + price));
        if (program.low.empty()) {
            result.dualSign = std::max(result.dualSign, std::fabs(price));
            continue;
        }
        result.violation = std::max({result.violation, program.low[j] - at.x[j], at.x[j] - program.high[j]});
        const double slack = price > 0 ? program.high[j] - at.x[j] : at.x[j] - program.low[j];
        if (price != 0)
            result.complementarity = std::max(result.complementarity, std::isfinite(slack) ? std::fabs(price * slack) : std::fabs(price));
    }
    for (std::size_t r = 0; r < program.a.rows; ++r) {
        double sum = -program.b[r];
        for (std::size_t j = 0; j < n; ++j)
            sum += program.a(r, j) * at.x[j];
        result.equality = std::max(result.equality, std::fabs(sum));
    }
    for (std::size_t r = 0; r < program.g.rows; ++r) {
        double slack = program.h[r];
        for (std::size_t j = 0; j < n; ++j)
            slack -= program.g(r, j) * at.x[j];
        result.violation = std::max(result.violation, -slack);
        result.complementarity = std::max(result.complementarity, std::fabs(slack * at.inequalityPrices[r]));
        result.dualSign = std::max(result.dualSign, -at.inequalityPrices[r]);
    }
    return result;
}

Result<QuadraticSolution> solve(const QuadraticProgram& program, QuadraticMethod method)
{
    const std::size_t n = program.q.size();
    const bool bounded = !program.low.empty();
    if (n == 0 || program.p.rows != n || program.p.columns != n || (program.a.rows != 0 && program.a.columns != n) || program.a.rows != program.b.size()
        || (program.g.rows != 0 && program.g.columns != n) || program.g.rows != program.h.size() || (bounded && program.low.size() != n)
        || program.low.size() != program.high.size())
        return invalid("numerics.qp-shape");
    if (!allFinite(program.p.data) || !allFinite(program.q) || !allFinite(program.a.data) || !allFinite(program.b) || !allFinite(program.g.data) || !allFinite(program.h))
        return invalid("numerics.qp-not-finite");
    for (std::size_t i = 0; bounded && i < n; ++i)
        if (!(program.low[i] <= program.high[i]))
            return invalid("numerics.qp-infeasible", "a lower bound lies above its upper bound");
    if (method == QuadraticMethod::Automatic)
        if (auto solution = detail::activeSet(program)) {
            solution->residuals = kktResiduals(program, *solution);
            return *std::move(solution);
        }
    auto solution = detail::interiorPoint(program);
    if (!solution)
        return solution;
    solution->residuals = kktResiduals(program, *solution);
    double scale = 1;
    for (const double each : program.q)
        scale = std::max(scale, std::fabs(each));
    if (!(solution->residuals.worst() <= 1e-5 * scale))
        return refused(solution->residuals.equality > 1e-5 || solution->residuals.violation > 1e-5 ? "numerics.qp-infeasible" : "numerics.qp-not-solved",
            "after " + std::to_string(solution->iterations) + " steps the optimality conditions are open by " + shortFigure(solution->residuals.worst())
                + " (constraints by " + shortFigure(std::max(solution->residuals.equality, solution->residuals.violation)) + ")");
    return solution;
}

} // namespace rialto::numerics
