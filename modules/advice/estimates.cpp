// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/estimates.h"

#include "numerics/linear_algebra.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rialto::advice {
namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

std::span<const double> columnSpan(const Matrix& m, std::size_t column) { return {m.column(column), m.rows}; }

double meanThere(std::span<const double> values)
{
    double sum = 0;
    double count = 0;
    for (const double each : values)
        if (!std::isnan(each)) {
            sum += each;
            ++count;
        }
    return count > 0 ? sum / count : kNothing;
}

double growthThere(std::span<const double> values, double frequency)
{
    double logSum = 0;
    double count = 0;
    for (const double each : values)
        if (!std::isnan(each)) {
            logSum += std::log1p(each);
            ++count;
        }
    return count > 0 ? std::expm1(logSum * frequency / count) : kNothing;
}

/// The last value of an exponentially weighted mean whose weights age with the rows.
double exponentialMean(std::span<const double> values, double span)
{
    const double keep = 1 - 2 / (span + 1);
    double sum = 0;
    double weights = 0;
    for (const double each : values) {
        sum *= keep;
        weights *= keep;
        if (!std::isnan(each)) {
            sum += each;
            weights += 1;
        }
    }
    return weights > 0 ? sum / weights : kNothing;
}

/// Sum of products of deviations over n - 1, over the rows where both are there, each with its mean over those rows.
double pairCovariance(std::span<const double> x, std::span<const double> y)
{
    double count = 0, sx = 0, sy = 0;
    for (std::size_t t = 0; t < x.size(); ++t)
        if (!std::isnan(x[t]) && !std::isnan(y[t])) {
            ++count;
            sx += x[t];
            sy += y[t];
        }
    if (count < 2)
        return kNothing;
    const double mx = sx / count;
    const double my = sy / count;
    double sum = 0;
    for (std::size_t t = 0; t < x.size(); ++t)
        if (!std::isnan(x[t]) && !std::isnan(y[t]))
            sum += (x[t] - mx) * (y[t] - my);
    return sum / (count - 1);
}

template <class Entry>
Matrix symmetric(std::size_t n, Entry entry)
{
    Matrix result(n, n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = i; j < n; ++j)
            result(i, j) = result(j, i) = entry(i, j);
    return result;
}

Matrix sampleCovariance(const Matrix& returns)
{
    return symmetric(returns.columns, [&](std::size_t i, std::size_t j) { return pairCovariance(columnSpan(returns, i), columnSpan(returns, j)); });
}

/// Missing values zero, then each column less its mean.
Matrix centred(const Matrix& returns)
{
    Matrix x = returns;
    for (std::size_t j = 0; j < x.columns; ++j) {
        double sum = 0;
        for (std::size_t t = 0; t < x.rows; ++t) {
            if (std::isnan(x(t, j)))
                x(t, j) = 0;
            sum += x(t, j);
        }
        for (std::size_t t = 0; t < x.rows; ++t)
            x(t, j) -= sum / static_cast<double>(x.rows);
    }
    return x;
}

Matrix over(Matrix m, double divisor)
{
    for (double& each : m.data)
        each /= divisor;
    return m;
}

Matrix squared(Matrix m)
{
    for (double& each : m.data)
        each *= each;
    return m;
}

double total(const Matrix& m)
{
    double sum = 0;
    for (const double each : m.data)
        sum += each;
    return sum;
}

double squares(const Matrix& m)
{
    double sum = 0;
    for (const double each : m.data)
        sum += each * each;
    return sum;
}

Matrix towards(const Matrix& sample, const Matrix& target, double intensity)
{
    return symmetric(sample.rows, [&](std::size_t i, std::size_t j) { return intensity * target(i, j) + (1 - intensity) * sample(i, j); });
}

CovarianceEstimate constantVariance(const Matrix& returns, bool oracle)
{
    const Matrix x = centred(returns);
    const auto t = static_cast<double>(x.rows);
    const auto p = static_cast<double>(x.columns);
    const Matrix sample = over(numerics::multiply(numerics::transpose(x), x), t);
    double trace = 0;
    for (std::size_t i = 0; i < sample.rows; ++i)
        trace += sample(i, i);
    const double mu = trace / p;
    double intensity = 0;
    if (oracle) {
        const double alpha = squares(sample) / (p * p);
        const double below = (t + 1) * (alpha - mu * mu / p);
        intensity = below == 0 ? 1 : std::min(1.0, (alpha + mu * mu) / below);
    } else {
        const Matrix x2 = squared(x);
        double fourth = 0; // sum over t of (sum over i of x^2)^2
        for (std::size_t row = 0; row < x.rows; ++row) {
            double sum = 0;
            for (std::size_t j = 0; j < x.columns; ++j)
                sum += x2(row, j);
            fourth += sum * sum;
        }
        const double second = squares(sample);
        const double delta = (second - 2 * mu * trace + p * mu * mu) / p;
        const double beta = std::min((fourth / t - second) / (p * t), delta);
        intensity = beta == 0 ? 0 : beta / delta;
    }
    const Matrix target = symmetric(sample.rows, [&](std::size_t i, std::size_t j) { return i == j ? mu : 0.0; });
    return {towards(sample, target, intensity), intensity};
}

CovarianceEstimate constantCorrelation(const Matrix& returns)
{
    const Matrix sample = sampleCovariance(returns);
    const Matrix x = centred(returns);
    const auto t = static_cast<double>(x.rows);
    const std::size_t n = x.columns;
    const auto count = static_cast<double>(n);
    const Matrix correlation = correlationOf(sample);
    const double mean = n > 1 ? (total(correlation) - count) / (count * (count - 1)) : 0;
    const Matrix target = symmetric(n, [&](std::size_t i, std::size_t j) { return i == j ? sample(i, i) : mean * std::sqrt(sample(i, i) * sample(j, j)); });
    const Matrix transposed = numerics::transpose(x);
    const Matrix biased = over(numerics::multiply(transposed, x), t);
    const Matrix x2 = squared(x);
    const Matrix fourth = over(numerics::multiply(numerics::transpose(x2), x2), t);
    Matrix cubes = x;
    for (double& each : cubes.data)
        each = each * each * each;
    const Matrix third = over(numerics::multiply(numerics::transpose(cubes), x), t); // E[x_i^3 x_j]
    double pi = 0;
    double rho = 0;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            const double s = sample(i, j);
            const double entry = fourth(i, j) - 2 * biased(i, j) * s + s * s;
            pi += entry;
            if (i == j) {
                rho += entry;
                continue;
            }
            const double theta = third(i, j) - biased(i, i) * s - biased(i, j) * sample(i, i) + sample(i, i) * s;
            rho += mean * std::sqrt(sample(j, j) / sample(i, i)) * theta;
        }
    double gamma = 0;
    for (std::size_t k = 0; k < sample.data.size(); ++k)
        gamma += (sample.data[k] - target.data[k]) * (sample.data[k] - target.data[k]);
    const double intensity = gamma > 0 ? std::clamp((pi - rho) / gamma / t, 0.0, 1.0) : 0;
    return {towards(sample, target, intensity), intensity};
}

CovarianceEstimate singleFactor(const Matrix& returns)
{
    const Matrix x = centred(returns);
    const auto t = static_cast<double>(x.rows);
    const std::size_t n = x.columns;
    Matrix market(x.rows, 1);
    for (std::size_t row = 0; row < x.rows; ++row)
        for (std::size_t j = 0; j < n; ++j)
            market(row, 0) += x(row, j) / static_cast<double>(n);
    const Matrix transposed = numerics::transpose(x);
    const Matrix sample = over(numerics::multiply(transposed, x), t);
    const Matrix betas = over(numerics::multiply(transposed, market), t); // covariances with the market
    const double variance = squares(market) / t;
    const Matrix target = symmetric(n, [&](std::size_t i, std::size_t j) { return i == j ? sample(i, i) : betas(i, 0) * betas(j, 0) / variance; });
    const Matrix y = squared(x);
    Matrix z = x;
    for (std::size_t j = 0; j < n; ++j)
        for (std::size_t row = 0; row < x.rows; ++row)
            z(row, j) *= market(row, 0);
    const Matrix yy = over(numerics::multiply(numerics::transpose(y), y), t);
    const Matrix yz = over(numerics::multiply(numerics::transpose(y), z), t);
    const Matrix zz = over(numerics::multiply(numerics::transpose(z), z), t);
    double distance = 0;
    for (std::size_t k = 0; k < sample.data.size(); ++k)
        distance += (sample.data[k] - target.data[k]) * (sample.data[k] - target.data[k]);
    const double p = total(yy) - squares(sample);
    double diagonal = 0, first = 0, third = 0;
    for (std::size_t i = 0; i < n; ++i) {
        diagonal += yy(i, i) - sample(i, i) * sample(i, i);
        for (std::size_t j = 0; j < n; ++j) {
            if (i == j)
                continue;
            first += (yz(i, j) - betas(i, 0) * sample(i, j)) * betas(j, 0) / variance;
            third += (zz(i, j) - variance * sample(i, j)) * betas(i, 0) * betas(j, 0) / (variance * variance);
        }
    }
    const double intensity = distance > 0 ? std::clamp((p - (diagonal + 2 * first - third)) / distance / t, 0.0, 1.0) : 0;
    return {towards(sample, target, intensity), intensity};
}

} // namespace

Matrix returnsOfPrices(const Matrix& prices, bool logarithmic)
{
    std::vector<std::size_t> rows;
    for (std::size_t t = 1; t < prices.rows; ++t)
        for (std::size_t j = 0; j < prices.columns; ++j)
            if (!std::isnan(prices(t, j)) && !std::isnan(prices(t - 1, j))) {
                rows.push_back(t);
                break;
            }
    Matrix returns(rows.size(), prices.columns);
    for (std::size_t j = 0; j < prices.columns; ++j)
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const double ratio = prices(rows[r], j) / prices(rows[r] - 1, j);
            returns(r, j) = logarithmic ? std::log(ratio) : ratio - 1;
        }
    return returns;
}

std::vector<double> expectedReturns(const Matrix& returns, const ReturnOptions& options)
{
    std::vector<double> mu(returns.columns);
    const auto yearly = [&](std::span<const double> values) {
        return options.compounding ? growthThere(values, options.frequency) : meanThere(values) * options.frequency;
    };
    if (options.model == ReturnModel::Capm) {
        std::vector<double> market(options.market.begin(), options.market.end());
        if (market.empty())
            for (std::size_t t = 0; t < returns.rows; ++t) {
                std::vector<double> row;
                for (std::size_t j = 0; j < returns.columns; ++j)
                    row.push_back(returns(t, j));
                market.push_back(meanThere(row));
            }
        const double premium = yearly(market) - options.riskFree;
        const double variance = pairCovariance(market, market);
        for (std::size_t j = 0; j < mu.size(); ++j)
            mu[j] = options.riskFree + pairCovariance(columnSpan(returns, j), market) / variance * premium;
        return mu;
    }
    for (std::size_t j = 0; j < mu.size(); ++j) {
        if (options.model == ReturnModel::Mean) {
            mu[j] = yearly(columnSpan(returns, j));
        } else {
            const double mean = exponentialMean(columnSpan(returns, j), options.span);
            mu[j] = options.compounding ? std::pow(1 + mean, options.frequency) - 1 : mean * options.frequency;
        }
    }
    return mu;
}

Result<CovarianceEstimate> covariance(const Matrix& returns, const CovarianceOptions& options)
{
    if (returns.rows < 2)
        return invalid("advice.too-short", "at least two returns are needed");
    CovarianceEstimate estimate;
    const std::size_t n = returns.columns;
    switch (options.model) {
    case CovarianceModel::Sample: estimate.matrix = sampleCovariance(returns); break;
    case CovarianceModel::Exponential: {
        Matrix away = returns;
        for (std::size_t j = 0; j < n; ++j) {
            const double mean = meanThere(columnSpan(returns, j));
            for (std::size_t t = 0; t < returns.rows; ++t)
                away(t, j) -= mean;
        }
        estimate.matrix = symmetric(n, [&](std::size_t i, std::size_t j) {
            std::vector<double> products(away.rows);
            for (std::size_t t = 0; t < away.rows; ++t)
                products[t] = away(t, i) * away(t, j);
            return exponentialMean(products, options.span);
        });
        break;
    }
    case CovarianceModel::Semi: {
        Matrix drops = returns;
        for (double& each : drops.data)
            each = std::isnan(each) ? 0 : std::min(each - options.benchmark, 0.0);
        estimate.matrix = over(numerics::multiply(numerics::transpose(drops), drops), static_cast<double>(drops.rows));
        break;
    }
    case CovarianceModel::LedoitWolfConstantVariance: estimate = constantVariance(returns, false); break;
    case CovarianceModel::OracleApproximating: estimate = constantVariance(returns, true); break;
    case CovarianceModel::LedoitWolfConstantCorrelation: estimate = constantCorrelation(returns); break;
    case CovarianceModel::LedoitWolfSingleFactor: estimate = singleFactor(returns); break;
    }
    for (double& each : estimate.matrix.data) {
        if (!std::isfinite(each))
            return invalid("advice.too-short", "two of the assets have fewer than two returns in common");
        each *= options.frequency;
    }
    estimate.matrix = numerics::semidefinite(estimate.matrix);
    return estimate;
}

Matrix correlationOf(const Matrix& covariance)
{
    return symmetric(covariance.rows, [&](std::size_t i, std::size_t j) { return i == j ? 1.0 : covariance(i, j) / std::sqrt(covariance(i, i) * covariance(j, j)); });
}

Matrix pairCorrelation(const Matrix& returns)
{
    return symmetric(returns.columns, [&](std::size_t i, std::size_t j) {
        std::vector<double> x, y;
        for (std::size_t t = 0; t < returns.rows; ++t)
            if (!std::isnan(returns(t, i)) && !std::isnan(returns(t, j))) {
                x.push_back(returns(t, i));
                y.push_back(returns(t, j));
            }
        return i == j ? 1.0 : pairCovariance(x, y) / std::sqrt(pairCovariance(x, x) * pairCovariance(y, y));
    });
}

} // namespace rialto::advice
