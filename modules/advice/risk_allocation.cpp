// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/risk_allocation.h"

#include "numerics/linear_algebra.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace rialto::advice {
namespace {

double inverseVarianceRisk(const Matrix& covariance, std::span<const std::size_t> items)
{
    std::vector<double> weights;
    double sum = 0;
    for (const std::size_t i : items) {
        weights.push_back(1 / covariance(i, i));
        sum += weights.back();
    }
    double variance = 0;
    for (std::size_t a = 0; a < items.size(); ++a)
        for (std::size_t b = 0; b < items.size(); ++b)
            variance += weights[a] * weights[b] * covariance(items[a], items[b]);
    return variance / (sum * sum);
}

void bisect(const Matrix& covariance, std::span<const std::size_t> items, std::vector<double>& weights)
{
    if (items.size() < 2)
        return;
    const auto left = items.first(items.size() / 2);
    const auto right = items.subspan(items.size() / 2);
    const double leftRisk = inverseVarianceRisk(covariance, left);
    const double rightRisk = inverseVarianceRisk(covariance, right);
    const double share = 1 - leftRisk / (leftRisk + rightRisk);
    for (const std::size_t i : left)
        weights[i] *= share;
    for (const std::size_t i : right)
        weights[i] *= 1 - share;
    bisect(covariance, left, weights);
    bisect(covariance, right, weights);
}

/// Leaves of the single-linkage tree; of two that join, the one made earlier stands left.
std::vector<std::size_t> leafOrder(const Matrix& distance)
{
    const std::size_t n = distance.rows;
    struct Cluster {
        std::size_t id;
        std::vector<std::size_t> leaves;
    };
    // Prim's tree: the joins of single linkage are its edges in order of length.
    struct Edge {
        std::size_t a, b;
        double length;
    };
    std::vector<Edge> edges;
    std::vector<double> nearest(n, std::numeric_limits<double>::infinity());
    std::vector<std::size_t> from(n, 0);
    std::vector<bool> joined(n, false);
    std::size_t at = 0;
    for (std::size_t count = 1; count < n; ++count) {
        joined[at] = true;
        std::size_t next = n;
        for (std::size_t j = 0; j < n; ++j) {
            if (joined[j])
                continue;
            if (distance(at, j) < nearest[j]) {
                nearest[j] = distance(at, j);
                from[j] = at;
            }
            if (next == n || nearest[j] < nearest[next])
                next = j;
        }
        edges.push_back({from[next], next, nearest[next]});
        at = next;
    }
    std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.length < b.length; });
    std::vector<Cluster> clusters;
    std::vector<std::size_t> clusterOf(n);
    for (std::size_t i = 0; i < n; ++i) {
        clusters.push_back({i, {i}});
        clusterOf[i] = i;
    }
    for (std::size_t k = 0; k < edges.size(); ++k) {
        std::size_t left = clusterOf[edges[k].a];
        std::size_t right = clusterOf[edges[k].b];
        if (clusters[left].id > clusters[right].id)
            std::swap(left, right);
        Cluster both{n + k, std::move(clusters[left].leaves)};
        both.leaves.insert(both.leaves.end(), clusters[right].leaves.begin(), clusters[right].leaves.end());
        clusters.push_back(std::move(both));
        for (const std::size_t leaf : clusters.back().leaves)
            clusterOf[leaf] = clusters.size() - 1;
    }
    return clusters.back().leaves;
}

} // namespace

Result<RiskParity> riskParity(const Matrix& covariance, std::vector<double> budget)
{
    const std::size_t n = covariance.rows;
    if (budget.empty())
        budget.assign(n, 1.0 / static_cast<double>(n));
    if (n == 0 || budget.size() != n)
        return invalid("advice.shape", "one share of risk an asset is needed");
    std::vector<double> x(n);
    for (std::size_t i = 0; i < n; ++i) {
        if (!(covariance(i, i) > 0) || !(budget[i] > 0))
            return invalid("advice.risk-parity", "every asset needs a variance and a share of risk above zero");
        x[i] = 1 / std::sqrt(covariance(i, i));
    }
    std::vector<double> product = numerics::multiply(covariance, x);
    RiskParity result;
    for (result.rounds = 1; result.rounds <= 20000; ++result.rounds) {
        for (std::size_t i = 0; i < n; ++i) {
            const double others = product[i] - covariance(i, i) * x[i];
            const double next = (-others + std::sqrt(others * others + 4 * covariance(i, i) * budget[i])) / (2 * covariance(i, i));
            const double step = next - x[i];
            x[i] = next;
            for (std::size_t k = 0; k < n; ++k)
                product[k] += covariance(k, i) * step;
        }
        product = numerics::multiply(covariance, x);
        double variance = 0;
        for (std::size_t i = 0; i < n; ++i)
            variance += x[i] * product[i];
        result.shares.assign(n, 0.0);
        result.worst = 0;
        for (std::size_t i = 0; i < n; ++i) {
            result.shares[i] = x[i] * product[i] / variance;
            result.worst = std::max(result.worst, std::fabs(result.shares[i] - budget[i]));
        }
        if (result.worst < 1e-13)
            break;
    }
    if (!(result.worst < 1e-8))
        return refused("advice.risk-parity", "the shares of risk do not settle");
    const double sum = std::accumulate(x.begin(), x.end(), 0.0);
    for (const double each : x)
        result.weights.push_back(each / sum);
    return result;
}

Result<Hierarchical> hierarchical(const Matrix& covariance, const Matrix& correlation)
{
    const std::size_t n = covariance.rows;
    if (n == 0 || correlation.rows != n)
        return invalid("advice.shape");
    Matrix distance(n, n);
    for (std::size_t i = 0; i < n; ++i) {
        if (!(covariance(i, i) > 0))
            return invalid("advice.shape", "an asset's price never moved");
        for (std::size_t j = 0; j < n; ++j)
            distance(i, j) = std::sqrt(std::clamp((1 - correlation(i, j)) / 2, 0.0, 1.0));
    }
    Hierarchical result;
    result.order = leafOrder(distance);
    result.weights.assign(n, 1.0);
    bisect(covariance, result.order, result.weights);
    return result;
}

Result<LeastShortfall> leastShortfall(const Matrix& scenarios, const Constraints& constraints, double level)
{
    const std::size_t n = scenarios.columns;
    const std::size_t periods = scenarios.rows;
    if (constraints.cardinality)
        return invalid("advice.shape", "a number of holdings cannot be combined with this objective");
    auto set = feasibleSet(constraints, n);
    if (!set)
        return set.error();
    const std::size_t all = set->q.size();
    const double tail = (1 - level) * static_cast<double>(periods);
    if (periods == 0 || !(tail > 0))
        return invalid("advice.shape", "scenarios and a level below 1 are needed");
    // The variables of the set, and the height of the planes.
    numerics::QuadraticProgram program;
    program.p = Matrix(all + 1, all + 1);
    program.q.assign(all + 1, 0.0);
    program.q[all] = 1;
    for (std::size_t i = 0; i < n; ++i)
        program.p(i, i) = 1e-10; // decides between equal answers
    program.low = set->low;
    program.high = set->high;
    program.low.push_back(-10);
    program.high.push_back(10);
    program.a = Matrix(set->a.rows, all + 1);
    std::copy(set->a.data.begin(), set->a.data.end(), program.a.data.begin());
    program.b = set->b;
    std::vector<std::vector<double>> planes;
    std::vector<double> w(n, 1.0 / static_cast<double>(n));
    LeastShortfall best;
    best.shortfall = std::numeric_limits<double>::infinity();
    std::vector<std::size_t> order(periods);
    double bound = -std::numeric_limits<double>::infinity();
    for (best.planes = 1; best.planes <= 600; ++best.planes) {
        const std::vector<double> portfolio = numerics::multiply(scenarios, w);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return portfolio[a] < portfolio[b]; });
        std::vector<double> plane(all + 1, 0.0);
        plane[all] = -1;
        double left = tail;
        double shortfall = 0;
        double valueAtRisk = 0;
        for (const std::size_t t : order) {
            const double part = std::min(1.0, left) / tail;
            shortfall -= part * portfolio[t];
            valueAtRisk = -portfolio[t];
            for (std::size_t i = 0; i < n; ++i)
                plane[i] -= part * scenarios(t, i);
            left -= 1;
            if (left <= 0)
                break;
        }
        const bool feasible = best.planes > 1; // the equal weights of the start may break a constraint
        if (feasible && shortfall < best.shortfall) {
            best.shortfall = shortfall;
            best.valueAtRisk = valueAtRisk;
            best.weights = w;
        }
        best.gap = best.shortfall - bound;
        if (feasible && best.gap < 1e-9)
            break;
        planes.push_back(std::move(plane));
        program.g = Matrix(set->g.rows + planes.size(), all + 1);
        program.h.assign(program.g.rows, 0.0);
        for (std::size_t r = 0; r < set->g.rows; ++r) {
            for (std::size_t j = 0; j < all; ++j)
                program.g(r, j) = set->g(r, j);
            program.h[r] = set->h[r];
        }
        for (std::size_t k = 0; k < planes.size(); ++k)
            for (std::size_t j = 0; j <= all; ++j)
                program.g(set->g.rows + k, j) = planes[k][j];
        const auto solution = numerics::solve(program);
        if (!solution) {
            if (best.weights.empty())
                return refused("advice.infeasible", solution.error().detail);
            break;
        }
        w.assign(solution->x.begin(), solution->x.begin() + static_cast<std::ptrdiff_t>(n));
        bound = std::max(bound, solution->x[all]);
    }
    if (best.weights.empty() || best.gap > 1e-6)
        return refused("advice.not-solved", "the planes leave a gap of " + std::to_string(best.gap));
    return best;
}

Result<BlackLitterman> blackLitterman(const Matrix& covariance, std::vector<double> prior, const std::vector<View>& views, double tau)
{
    const std::size_t n = covariance.rows;
    if (prior.size() != n || views.empty())
        return invalid("advice.shape", "a prior return for each asset and at least one view are needed");
    Matrix p(views.size(), n);
    Matrix surprise(views.size(), 1);
    for (std::size_t v = 0; v < views.size(); ++v) {
        if (views[v].assets.size() != n)
            return invalid("advice.shape", "a view must name every asset, if only with zero");
        surprise(v, 0) = views[v].expected;
        for (std::size_t i = 0; i < n; ++i) {
            p(v, i) = views[v].assets[i];
            surprise(v, 0) -= p(v, i) * prior[i];
        }
    }
    Matrix spread = numerics::multiply(covariance, numerics::transpose(p)); // tau S P'
    for (double& each : spread.data)
        each *= tau;
    Matrix inner = numerics::multiply(p, spread);
    for (std::size_t v = 0; v < views.size(); ++v)
        inner(v, v) *= 2; // + O, which is its diagonal
    const auto pull = numerics::solve(inner, surprise);
    const auto known = numerics::solve(inner, numerics::transpose(spread));
    if (!pull || !known)
        return invalid("advice.views", "the views depend on each other");
    BlackLitterman result;
    result.prior = std::move(prior);
    const Matrix shift = numerics::multiply(spread, *pull);
    const Matrix learnt = numerics::multiply(spread, *known);
    result.covariance = covariance;
    for (std::size_t i = 0; i < n; ++i) {
        result.posterior.push_back(result.prior[i] + shift(i, 0));
        for (std::size_t j = 0; j < n; ++j)
            result.covariance(i, j) += tau * covariance(i, j) - learnt(i, j);
    }
    return result;
}

} // namespace rialto::advice
