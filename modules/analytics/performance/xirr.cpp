// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/performance/xirr.h"

#include "numerics/root_finder.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {
namespace {

struct TimedFlow {
    double years;
    double amount;
};

/// Present value at log rate x = ln(1 + r), divided by its largest discount factor so that no x overflows: the sign stays.
double scaledValue(const std::vector<TimedFlow>& flows, double x)
{
    double largest = -x * flows.front().years;
    for (const auto& flow : flows)
        largest = std::max(largest, -x * flow.years);
    double sum = 0;
    for (const auto& flow : flows)
        sum += flow.amount * std::exp(-x * flow.years - largest);
    return sum;
}

} // namespace

Result<Xirr> xirr(std::span<const DatedFlow> flows, double guess, double daysAYear)
{
    bool in = false;
    bool out = false;
    Date first;
    Date last;
    bool any = false;
    for (const auto& flow : flows) {
        if (!std::isfinite(flow.amount))
            return invalid("performance.xirr-not-finite", flow.date.text());
        if (flow.amount == 0)
            continue;
        in = in || flow.amount < 0;
        out = out || flow.amount > 0;
        first = any ? std::min(first, flow.date) : flow.date;
        last = any ? std::max(last, flow.date) : flow.date;
        any = true;
    }
    if (!in || !out)
        return invalid("performance.xirr-one-sided");
    if (first == last)
        return invalid("performance.xirr-one-day", first.text());
    std::vector<TimedFlow> timed;
    for (const auto& flow : flows)
        if (flow.amount != 0)
            timed.push_back({(flow.date - first) / daysAYear, flow.amount});

    // Roots lie close together near zero and far apart in the tails: the grid in x follows sinh, 1/60 apart at the centre.
    constexpr int kHalf = 600;
    constexpr double kReach = 100.0;
    const double widest = std::asinh(kReach * 6);
    const auto at = [&](int i) { return i == 0 ? 0.0 : std::sinh(widest * i / kHalf) / 6; };
    const auto value = [&](double x) { return scaledValue(timed, x); };
    Xirr result;
    double left = at(-kHalf);
    double leftValue = value(left);
    for (int i = -kHalf + 1; i <= kHalf; ++i) {
        const double right = at(i);
        const double rightValue = value(right);
        if (leftValue == 0.0)
            result.roots.push_back(std::expm1(left));
        else if (rightValue != 0.0 && (leftValue > 0) != (rightValue > 0))
            if (const auto root = numerics::findRoot(value, left, right, 1e-15))
                result.roots.push_back(std::expm1(*root));
        left = right;
        leftValue = rightValue;
    }
    if (result.roots.empty())
        return invalid("performance.xirr-no-root");
    const double wanted = std::log1p(std::max(guess, -0.999999));
    result.rate = *std::min_element(result.roots.begin(), result.roots.end(),
        [wanted](double a, double b) { return std::fabs(std::log1p(a) - wanted) < std::fabs(std::log1p(b) - wanted); });
    return result;
}

} // namespace rialto::analytics
