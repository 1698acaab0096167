// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/attribution/linking.h"

#include <cmath>

namespace rialto::analytics {
namespace {

/// (ln(1+r) - ln(1+b)) / (r - b), which is 1/(1+r) in the limit.
double carinoFactor(double r, double b)
{
    const double gap = (r - b) / (1 + b);
    return std::fabs(gap) < 1e-12 ? 1 / (1 + r) : std::log1p(gap) / (r - b);
}

double compounded(std::span<const double> returns)
{
    double product = 1;
    for (const double each : returns)
        product *= 1 + each;
    return product - 1;
}

} // namespace

std::string_view name(LinkingMethod method)
{
    switch (method) {
    case LinkingMethod::Carino: return "carino";
    case LinkingMethod::Menchero: return "menchero";
    case LinkingMethod::Grap: return "grap";
    case LinkingMethod::Frongello: return "frongello";
    }
    return {};
}

Result<std::vector<double>> linkingFactors(std::span<const double> portfolioReturns, std::span<const double> benchmarkReturns, LinkingMethod method)
{
    const std::size_t n = portfolioReturns.size();
    std::vector<double> factors(n, 1.0);
    if (n != benchmarkReturns.size() || n == 0)
        return invalid("attribution.empty", "as many portfolio as benchmark returns are needed, at least one");
    for (std::size_t t = 0; t < n; ++t)
        if (!(portfolioReturns[t] > -1) || !(benchmarkReturns[t] > -1))
            return invalid("attribution.return", "period " + std::to_string(t + 1) + " lost everything: effects cannot be linked over it");
    const double r = compounded(portfolioReturns);
    const double b = compounded(benchmarkReturns);
    if (method == LinkingMethod::Carino) {
        const double whole = carinoFactor(r, b);
        for (std::size_t t = 0; t < n; ++t)
            factors[t] = carinoFactor(portfolioReturns[t], benchmarkReturns[t]) / whole;
    } else if (method == LinkingMethod::Menchero) {
        const auto count = static_cast<double>(n);
        const double rRoot = std::pow(1 + r, 1 / count);
        const double bRoot = std::pow(1 + b, 1 / count);
        // In the limit of equal returns the quotient is (1 + r)^((n - 1) / n).
        const double scale = std::fabs(rRoot - bRoot) < 1e-12 ? std::pow(1 + r, (count - 1) / count) : (r - b) / count / (rRoot - bRoot);
        double linked = 0;
        double squares = 0;
        for (std::size_t t = 0; t < n; ++t) {
            const double active = portfolioReturns[t] - benchmarkReturns[t];
            linked += active;
            squares += active * active;
        }
        const double rest = squares > 0 ? (r - b - scale * linked) / squares : 0.0;
        for (std::size_t t = 0; t < n; ++t)
            factors[t] = scale + rest * (portfolioReturns[t] - benchmarkReturns[t]);
    } else {
        double before = 1;
        for (std::size_t t = 0; t < n; ++t) {
            factors[t] = before;
            before *= 1 + portfolioReturns[t];
        }
        double after = 1;
        for (std::size_t t = n; t-- > 0;) {
            factors[t] *= after;
            after *= 1 + benchmarkReturns[t];
        }
    }
    return factors;
}

std::vector<double> frongelloSteps(std::span<const double> effects, std::span<const double> portfolioReturns, std::span<const double> benchmarkReturns)
{
    std::vector<double> steps;
    double growth = 1;
    double sum = 0;
    for (std::size_t t = 0; t < effects.size(); ++t) {
        const double step = effects[t] * growth + benchmarkReturns[t] * sum;
        steps.push_back(step);
        sum += step;
        growth *= 1 + portfolioReturns[t];
    }
    return steps;
}

} // namespace rialto::analytics
