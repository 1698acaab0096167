// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/optimizer.h"

#include "numerics/linear_algebra.h"
#include "numerics/root_finder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace rialto::advice {
namespace {

constexpr double kFree = 1e100; // limits beyond are none

Matrix withRows(const Matrix& m, std::size_t more, std::size_t columns)
{
    Matrix result(m.rows + more, columns);
    for (std::size_t r = 0; r < m.rows; ++r)
        for (std::size_t c = 0; c < m.columns; ++c)
            result(r, c) = m(r, c);
    return result;
}

/// Puts covariance (and ridge) into the upper left corner.
void setQuadratic(numerics::QuadraticProgram& program, const Problem& problem, double scale)
{
    const std::size_t n = problem.covariance.rows;
    for (std::size_t j = 0; j < n; ++j) {
        for (std::size_t i = 0; i < n; ++i)
            program.p(i, j) = scale * problem.covariance(i, j);
        program.p(j, j) += 2 * problem.ridge;
    }
}

void addEquality(numerics::QuadraticProgram& program, std::span<const double> row, double right)
{
    program.a = withRows(program.a, 1, program.q.size());
    for (std::size_t j = 0; j < row.size(); ++j)
        program.a(program.a.rows - 1, j) = row[j];
    program.b.push_back(right);
}

Allocation allocationOf(const Problem& problem, const numerics::QuadraticSolution& solution)
{
    Allocation allocation = describe(problem, {solution.x.begin(), solution.x.begin() + static_cast<std::ptrdiff_t>(problem.expected.size())});
    allocation.residuals = solution.residuals;
    allocation.iterations = solution.iterations;
    allocation.method = std::string(solution.method);
    return allocation;
}

Error explained(const Error& error)
{
    if (error.code == "numerics.qp-infeasible")
        return refused("advice.infeasible", "the constraints leave no portfolio: " + error.detail);
    return error;
}

Result<Allocation> solved(const Problem& problem, const numerics::QuadraticProgram& program)
{
    const auto solution = numerics::solve(program);
    if (!solution)
        return explained(solution.error());
    return allocationOf(problem, *solution);
}

Result<Allocation> plain(const Problem& problem, double quadratic, double linear)
{
    auto program = feasibleSet(problem.constraints, problem.expected.size());
    if (!program)
        return program.error();
    setQuadratic(*program, problem, quadratic);
    for (std::size_t j = 0; j < problem.expected.size(); ++j)
        program->q[j] = -linear * problem.expected[j];
    return solved(problem, *program);
}

Result<Allocation> targetReturn(const Problem& problem)
{
    auto program = feasibleSet(problem.constraints, problem.expected.size());
    if (!program)
        return program.error();
    setQuadratic(*program, problem, 1);
    addEquality(*program, problem.expected, problem.target);
    auto result = solved(problem, *program);
    if (!result && result.error().code == "advice.infeasible")
        return refused("advice.infeasible", "no portfolio within the constraints has the expected return " + std::to_string(problem.target));
    return result;
}

/// The largest expected return; ties are broken by a trace of variance.
Result<Allocation> largestReturn(const Problem& problem)
{
    double scale = 1e-12;
    for (const double each : problem.expected)
        scale = std::max(scale, std::fabs(each));
    return plain(problem, 1e-9, 1 / scale);
}

Result<Allocation> targetVolatility(const Problem& problem)
{
    const auto least = plain(problem, 1, 0);
    if (!least)
        return least;
    if (problem.target < least->volatility * (1 - 1e-9))
        return refused("advice.infeasible", "the least volatility within the constraints is " + std::to_string(least->volatility));
    auto most = largestReturn(problem);
    if (!most || most->volatility <= problem.target)
        return most;
    // Volatility falls as aversion grows; both ends of the bracket are known.
    std::optional<Error> failed;
    const auto gap = [&](double logAversion) {
        const auto at = plain(problem, std::exp(logAversion), 1);
        if (!at)
            failed = at.error();
        return at ? at->volatility - problem.target : std::numeric_limits<double>::quiet_NaN();
    };
    const auto root = numerics::findRoot(gap, std::log(1e-6), std::log(1e7), 1e-13);
    if (!root)
        return failed ? *failed : refused("advice.infeasible", "no aversion to risk gives that volatility");
    return plain(problem, std::exp(*root), 1);
}

/// In y = k w with (mu - rf)'y = 1: minimise y'Sy. Limits of w become limits of y that grow with k.
Result<Allocation> maxSharpe(const Problem& problem)
{
    const std::size_t n = problem.expected.size();
    if (*std::max_element(problem.expected.begin(), problem.expected.end()) <= problem.riskFree)
        return refused("advice.infeasible", "no asset is expected to earn more than the riskless rate");
    const auto set = feasibleSet(problem.constraints, n);
    if (!set)
        return set.error();
    const std::size_t all = set->q.size(); // with turnover more than n
    const double infinity = std::numeric_limits<double>::infinity();
    numerics::QuadraticProgram program;
    program.q.assign(all + 1, 0.0);
    program.p = Matrix(all + 1, all + 1);
    setQuadratic(program, problem, 1);
    for (std::size_t j = 0; j < n; ++j)
        program.p(j, j) -= 2 * problem.ridge; // a ridge has no meaning in y
    program.low.assign(all + 1, -infinity);
    program.high.assign(all + 1, infinity);
    program.low[all] = 0;
    std::vector<double> row(all + 1, 0.0);
    for (std::size_t j = 0; j < n; ++j)
        row[j] = problem.expected[j] - problem.riskFree;
    program.a = Matrix(0, all + 1);
    addEquality(program, row, 1);
    for (std::size_t r = 0; r < set->a.rows; ++r) {
        for (std::size_t j = 0; j < all; ++j)
            row[j] = set->a(r, j);
        row[all] = -set->b[r];
        addEquality(program, row, 0);
    }
    std::vector<std::vector<double>> limits;
    const bool fromZero = std::all_of(set->low.begin(), set->low.begin() + static_cast<std::ptrdiff_t>(n), [](double each) { return each >= 0; });
    for (std::size_t j = 0; j < all; ++j) {
        if (set->low[j] == set->high[j]) {
            row.assign(all + 1, 0.0);
            row[j] = 1;
            row[all] = -set->low[j];
            addEquality(program, row, 0);
            continue;
        }
        if (set->low[j] == 0) {
            program.low[j] = 0;
        } else if (std::isfinite(set->low[j])) {
            limits.emplace_back(all + 1, 0.0);
            limits.back()[j] = -1;
            limits.back()[all] = set->low[j];
        }
        if (std::isfinite(set->high[j]) && !(fromZero && j < n && set->high[j] >= 1)) {
            limits.emplace_back(all + 1, 0.0);
            limits.back()[j] = 1;
            limits.back()[all] = -set->high[j];
        }
    }
    program.g = Matrix(limits.size() + set->g.rows, all + 1);
    program.h.assign(limits.size() + set->g.rows, 0.0);
    for (std::size_t r = 0; r < limits.size(); ++r)
        for (std::size_t j = 0; j <= all; ++j)
            program.g(r, j) = limits[r][j];
    for (std::size_t r = 0; r < set->g.rows; ++r) {
        for (std::size_t j = 0; j < all; ++j)
            program.g(limits.size() + r, j) = set->g(r, j);
        program.g(limits.size() + r, all) = -set->h[r];
    }
    auto solution = numerics::solve(program);
    if (!solution)
        return explained(solution.error());
    const double k = solution->x[all];
    if (!(k > 1e-12))
        return refused("advice.infeasible", "no portfolio within the constraints earns more than the riskless rate");
    for (double& each : solution->x)
        each /= k;
    return allocationOf(problem, *solution);
}

/// The problem of these assets alone, the others at zero.
Result<Problem> restricted(const Problem& problem, const std::vector<std::size_t>& kept)
{
    const std::size_t n = problem.expected.size();
    constexpr auto kOut = static_cast<std::size_t>(-1);
    std::vector<std::size_t> place(n, kOut);
    for (std::size_t i = 0; i < kept.size(); ++i)
        place[kept[i]] = i;
    Problem part = problem;
    part.covariance = Matrix(kept.size(), kept.size());
    part.expected.clear();
    auto& limits = part.constraints;
    limits.low.clear();
    limits.high.clear();
    limits.current.clear();
    const auto& all = problem.constraints;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        part.expected.push_back(problem.expected[kept[i]]);
        limits.low.push_back(all.low.empty() ? 0 : all.low[kept[i]]);
        limits.high.push_back(all.high.empty() ? 1 : all.high[kept[i]]);
        if (!all.current.empty())
            limits.current.push_back(all.current[kept[i]]);
        for (std::size_t j = 0; j < kept.size(); ++j)
            part.covariance(i, j) = problem.covariance(kept[i], kept[j]);
    }
    for (std::size_t i = 0; i < n; ++i) {
        if (place[i] != kOut)
            continue;
        if (!all.low.empty() && all.low[i] > 0)
            return refused("advice.infeasible", "more assets have a lower limit above zero than may be held");
        if (all.turnover)
            limits.turnover = *limits.turnover - std::fabs(all.current[i]);
    }
    for (auto& group : limits.groups) {
        std::vector<std::size_t> members;
        for (const std::size_t asset : group.assets)
            if (asset < n && place[asset] != kOut)
                members.push_back(place[asset]);
        group.assets = std::move(members);
    }
    return part;
}

Result<Allocation> once(const Problem& problem, Objective objective)
{
    switch (objective) {
    case Objective::MinVariance: return plain(problem, 1, 0);
    case Objective::MaxSharpe: return maxSharpe(problem);
    case Objective::Utility: return plain(problem, problem.riskAversion, 1);
    case Objective::TargetReturn: return targetReturn(problem);
    case Objective::TargetVolatility: return targetVolatility(problem);
    }
    return invalid("advice.shape");
}

} // namespace

Allocation describe(const Problem& problem, std::vector<double> weights)
{
    Allocation allocation;
    allocation.weights = std::move(weights);
    for (std::size_t i = 0; i < allocation.weights.size() && i < problem.expected.size(); ++i)
        allocation.expectedReturn += allocation.weights[i] * problem.expected[i];
    allocation.volatility = std::sqrt(std::max(0.0, numerics::form(allocation.weights, problem.covariance, allocation.weights)));
    allocation.sharpe = (allocation.expectedReturn - problem.riskFree) / allocation.volatility;
    return allocation;
}

Result<numerics::QuadraticProgram> feasibleSet(const Constraints& constraints, std::size_t assets)
{
    const std::size_t n = assets;
    const bool turns = constraints.turnover.has_value();
    if ((!constraints.low.empty() && constraints.low.size() != n) || (!constraints.high.empty() && constraints.high.size() != n) || (turns && constraints.current.size() != n))
        return invalid("advice.shape", "as many limits (and weights held now) as assets are needed");
    const std::size_t all = turns ? 3 * n : n;
    const double infinity = std::numeric_limits<double>::infinity();
    numerics::QuadraticProgram program;
    program.p = Matrix(all, all);
    program.q.assign(all, 0.0);
    program.low.assign(all, 0.0);
    program.high.assign(all, turns ? infinity : 1.0);
    for (std::size_t j = 0; j < n; ++j) {
        program.low[j] = constraints.low.empty() ? 0 : constraints.low[j];
        program.high[j] = constraints.high.empty() ? 1 : constraints.high[j];
        if (program.low[j] > program.high[j])
            return refused("advice.infeasible", "a weight's lower limit is above its upper");
    }
    const double least = std::accumulate(program.low.begin(), program.low.begin() + static_cast<std::ptrdiff_t>(n), 0.0);
    const double most = std::accumulate(program.high.begin(), program.high.begin() + static_cast<std::ptrdiff_t>(n), 0.0);
    if (least > 1 + 1e-12 || most < 1 - 1e-12)
        return refused("advice.infeasible", "the limits of the weights add up to " + std::to_string(least) + " to " + std::to_string(most) + "; 1 is not between");
    program.a = Matrix(turns ? n + 1 : 1, all);
    program.b.assign(turns ? n + 1 : 1, 1.0);
    for (std::size_t j = 0; j < n; ++j)
        program.a(0, j) = 1;
    std::size_t rows = turns ? 1 : 0;
    for (const auto& group : constraints.groups)
        rows += static_cast<std::size_t>(group.low > -kFree) + static_cast<std::size_t>(group.high < kFree);
    program.g = Matrix(rows, all);
    program.h.assign(rows, 0.0);
    std::size_t row = 0;
    if (turns) { // w - bought + sold = held
        for (std::size_t j = 0; j < n; ++j) {
            program.a(j + 1, j) = 1;
            program.a(j + 1, n + j) = -1;
            program.a(j + 1, 2 * n + j) = 1;
            program.b[j + 1] = constraints.current[j];
            program.g(0, n + j) = program.g(0, 2 * n + j) = 1;
        }
        program.h[0] = *constraints.turnover;
        row = 1;
    }
    for (const auto& group : constraints.groups)
        for (const double sign : {-1.0, 1.0}) {
            const double limit = sign < 0 ? group.low : group.high;
            if (std::fabs(limit) >= kFree)
                continue;
            for (const std::size_t asset : group.assets) {
                if (asset >= n)
                    return invalid("advice.shape", "group " + group.name + " names an asset that is not there");
                program.g(row, asset) = sign;
            }
            program.h[row] = sign * limit;
            ++row;
        }
    return program;
}

Result<Allocation> optimize(const Problem& problem, Objective objective)
{
    const std::size_t n = problem.expected.size();
    if (n == 0 || problem.covariance.rows != n || problem.covariance.columns != n)
        return invalid("advice.shape", "expected returns and covariance do not fit together");
    auto result = once(problem, objective);
    if (!result || !problem.constraints.cardinality)
        return result;
    const std::size_t most = *problem.constraints.cardinality;
    std::vector<std::size_t> assets(n); // of the narrowed problem
    std::iota(assets.begin(), assets.end(), std::size_t{0});
    for (;;) {
        std::vector<std::size_t> order(assets.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return std::fabs(result->weights[a]) > std::fabs(result->weights[b]); });
        const auto held = static_cast<std::size_t>(std::count_if(result->weights.begin(), result->weights.end(), [](double each) { return std::fabs(each) > 1e-4; }));
        const bool enough = held <= most;
        const std::size_t keep = enough ? std::min(most, assets.size()) : std::max(most, held - std::max<std::size_t>(1, held / 4));
        if (keep == assets.size())
            break;
        std::vector<std::size_t> kept;
        for (std::size_t i = 0; i < keep; ++i)
            kept.push_back(assets[order[i]]);
        std::sort(kept.begin(), kept.end());
        auto narrowed = restricted(problem, kept);
        if (!narrowed)
            return narrowed.error();
        result = once(*narrowed, objective);
        if (!result)
            return result;
        assets = std::move(kept);
    }
    std::vector<double> weights(n, 0.0);
    for (std::size_t i = 0; i < assets.size(); ++i)
        weights[assets[i]] = result->weights[i];
    result->weights = std::move(weights);
    result->method += ", smallest holdings taken out";
    return result;
}

Result<std::vector<Allocation>> frontier(const Problem& problem, int points)
{
    const auto least = once(problem, Objective::MinVariance);
    if (!least)
        return least.error();
    const auto most = largestReturn(problem);
    if (!most)
        return most.error();
    std::vector<Allocation> list{*least};
    for (int i = 1; i < points; ++i) {
        if (i == points - 1) {
            list.push_back(*most);
            break;
        }
        Problem at = problem;
        at.target = least->expectedReturn + (most->expectedReturn - least->expectedReturn) * i / (points - 1);
        auto one = targetReturn(at);
        if (!one)
            return one.error();
        list.push_back(std::move(*one));
    }
    return list;
}

} // namespace rialto::advice
