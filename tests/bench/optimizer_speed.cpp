// SPDX-License-Identifier: GPL-3.0-or-later
// Box-constrained mean-variance of many assets on one core: milliseconds and the residuals of the optimality conditions.
//   optimizer_speed [assets 500] [upper bound 0.05]
#include "base/rng.h"
#include "numerics/quadratic_program.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace rialto;
using namespace rialto::numerics;

namespace {

double unit(Rng& rng) { return static_cast<double>(rng.next() >> 11) * 0x1p-53; }

double normal(Rng& rng) { return std::sqrt(-2 * std::log(unit(rng) + 1e-300)) * std::cos(6.283185307179586 * unit(rng)); }

/// Sample covariance of so many simulated days with one market and five industry factors, and noisy expected returns.
QuadraticProgram program(std::size_t n, double high, double aversion, std::uint64_t seed)
{
    Rng rng(seed);
    const std::size_t days = 2 * n;
    Matrix loads(n, 6);
    for (double& each : loads.data)
        each = 0.4 * normal(rng);
    for (std::size_t i = 0; i < n; ++i)
        loads(i, 0) = 1 + 0.3 * normal(rng);
    QuadraticProgram result;
    result.p = Matrix(n, n);
    std::vector<double> day(n);
    for (std::size_t t = 0; t < days; ++t) {
        double factors[6];
        for (double& each : factors)
            each = 0.01 * normal(rng);
        for (std::size_t i = 0; i < n; ++i) {
            day[i] = 0.015 * normal(rng);
            for (std::size_t k = 0; k < 6; ++k)
                day[i] += loads(i, k) * factors[k];
        }
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                result.p(j, i) += aversion * 252 * day[i] * day[j] / static_cast<double>(days);
    }
    for (std::size_t i = 0; i < n; ++i)
        result.q.push_back(-(0.06 * loads(i, 0) + 0.04 * normal(rng)));
    result.a = Matrix(1, n);
    std::fill(result.a.data.begin(), result.a.data.end(), 1.0);
    result.b = {1};
    result.low.assign(n, 0.0);
    result.high.assign(n, high);
    return result;
}

} // namespace

int main(int count, char** arguments)
{
    const auto n = static_cast<std::size_t>(count > 1 ? std::max(2, std::atoi(arguments[1])) : 500);
    const double high = count > 2 ? std::atof(arguments[2]) : 0.05;
    for (const double aversion : {1.0, 5.0, 50.0, 1e6}) // the last is the minimum variance
        for (const bool inner : {false, true}) {
            const auto each = program(n, high, aversion, 7);
            double best = 1e300;
            Result<QuadraticSolution> solution = invalid("bench.not-run");
            for (int run = 0; run < (inner ? 2 : 9); ++run) {
                const auto start = std::chrono::steady_clock::now();
                solution = solve(each, inner ? QuadraticMethod::InteriorPoint : QuadraticMethod::Automatic);
                best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
            }
            if (!solution) {
                std::printf("aversion %g: %s\n", aversion, solution.error().text().c_str());
                continue;
            }
            const auto held = std::count_if(solution->x.begin(), solution->x.end(), [](double w) { return w > 1e-6; });
            const auto& r = solution->residuals;
            std::printf("%zu assets, aversion %g, %s: %.2f ms, %d rounds, %td held; stationarity %.1e, budget %.1e, bounds %.1e, complementarity %.1e\n", n, aversion,
                solution->method.data(), best, solution->iterations, held, r.stationarity, r.equality, r.violation, r.complementarity);
        }
    return 0;
}
