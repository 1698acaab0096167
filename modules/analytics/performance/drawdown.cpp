// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/performance/drawdown.h"

namespace rialto::analytics {

std::vector<Drawdown> drawdowns(std::span<const ReturnPoint> points)
{
    std::vector<Drawdown> list;
    double high = 1;
    std::optional<Date> highDate;
    bool below = false;
    for (const auto& point : points) {
        if (point.index >= high) {
            if (below) {
                list.back().recovered = point.date;
                ++list.back().length;
            }
            below = false;
            high = point.index;
            highDate = point.date;
            continue;
        }
        if (!below)
            list.push_back({highDate, point.date, point.date, std::nullopt, 0, 0, 0});
        below = true;
        Drawdown& now = list.back();
        ++now.length;
        if (const double depth = 1 - point.index / high; depth > now.depth) {
            now.depth = depth;
            now.trough = point.date;
            now.toTrough = now.length;
        }
    }
    return list;
}

std::optional<Drawdown> maxDrawdown(std::span<const ReturnPoint> points)
{
    std::optional<Drawdown> worst;
    for (const auto& one : drawdowns(points))
        if (!worst || one.depth > worst->depth)
            worst = one;
    return worst;
}

} // namespace rialto::analytics
