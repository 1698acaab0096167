// SPDX-License-Identifier: GPL-3.0-or-later
// Statistics of a sample. Every divisor is a parameter or said in the name. What is not defined (too few values, no spread) is
// not a number. Sums run in the order given. Pure; any thread.
#pragma once

#include <span>
#include <vector>

namespace rialto::numerics {

double mean(std::span<const double> x);
/// Sum of squared deviations over n - ddof.
double variance(std::span<const double> x, int ddof = 1);
double deviation(std::span<const double> x, int ddof = 1);
/// Over n - ddof; both of one length.
double covariance(std::span<const double> x, std::span<const double> y, int ddof = 1);
double correlation(std::span<const double> x, std::span<const double> y);
/// Mean of (x - mean)^k, over n.
double centralMoment(std::span<const double> x, int k);

/// Moment: m3 / m2^1.5. Fisher: G1 of Joanes and Gill (1998). Sample: moment x n^2 / ((n-1)(n-2)), as in Bacon.
enum class SkewnessKind { Moment, Fisher, Sample };
double skewness(std::span<const double> x, SkewnessKind kind = SkewnessKind::Moment);

/// Moment: m4 / m2^2. Excess: less 3. Fisher: G2 of Joanes and Gill. Sample: with the n-1 variance and n(n+1)/((n-1)(n-2)(n-3)).
/// SampleExcess: that less 3 (n-1)^2 / ((n-2)(n-3)).
enum class KurtosisKind { Moment, Excess, Fisher, Sample, SampleExcess };
double kurtosis(std::span<const double> x, KurtosisKind kind = KurtosisKind::Excess);

/// Hyndman and Fan (1996), types 1 to 9; 7 is the default of R, spreadsheets and NumPy. `sorted` ascends.
double quantileSorted(std::span<const double> sorted, double p, int type = 7);
double quantile(std::span<const double> x, double p, int type = 7);

/// Of lag k, over the whole sample's sum of squares.
double autocorrelation(std::span<const double> x, int lag);

struct Line {
    double intercept = 0;
    double slope = 0;
};
/// Least squares of y on x.
Line regression(std::span<const double> y, std::span<const double> x);

} // namespace rialto::numerics
