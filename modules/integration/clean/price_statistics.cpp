// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/clean/price_statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rialto::integration::clean {

double median(std::vector<double> values)
{
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

double robustDeviation(const std::vector<double>& values)
{
    std::vector<double> sizes;
    sizes.reserve(values.size());
    for (const double value : values)
        sizes.push_back(std::abs(value));
    return values.empty() ? 0 : 1.4826 * median(std::move(sizes));
}

double level(const PriceTable& table, std::size_t row)
{
    std::vector<double> logs;
    for (const Field field : kOhlc)
        if (const double value = table.value(row, field); std::isfinite(value) && value > 0)
            logs.push_back(std::log(value));
    return median(std::move(logs));
}

std::size_t previousPriced(const PriceTable& table, std::size_t row)
{
    while (row-- > 0)
        if (const double close = table.value(row, Field::Close); std::isfinite(close) && close > 0)
            return row;
    return kNoRow;
}

double barSeconds(const PriceTable& table)
{
    std::vector<double> distances;
    for (std::size_t i = 1; i < table.size(); ++i)
        if (const auto nanos = table.time(i).nanos - table.time(i - 1).nanos; nanos > 0)
            distances.push_back(static_cast<double>(nanos) / 1e9);
    return distances.empty() ? 0 : median(std::move(distances));
}

double typicalMove(const PriceTable& table, std::size_t row, std::size_t reach)
{
    std::vector<double> moves;
    const std::size_t from = row > reach ? row - reach : 0;
    const std::size_t to = std::min(table.size(), row + reach + 1);
    double last = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t i = from; i < to; ++i) {
        const double close = table.value(i, Field::Close);
        if (!(std::isfinite(close) && close > 0))
            continue;
        const double move = std::log(close) - last;
        if (std::isfinite(move) && std::abs(move) < 0.3)
            moves.push_back(move);
        last = std::log(close);
    }
    return std::max(0.005, robustDeviation(moves));
}

double idleShare(const PriceTable& table)
{
    if (!table.has(Field::Volume))
        return 0;
    std::size_t idle = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < table.size(); ++i)
        if (std::isfinite(table.value(i, Field::Close))) {
            ++all;
            idle += table.value(i, Field::Volume) > 0 ? 0U : 1U;
        }
    return all == 0 ? 0 : static_cast<double>(idle) / static_cast<double>(all);
}

} // namespace rialto::integration::clean
