// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/chart_axis.h"

#include "reports/format.h"
#include "reports/text.h"

#include <algorithm>
#include <functional>

namespace rialto::reports {
namespace {

/// The smallest round step that needs at most six intervals.
std::int64_t roundStep(std::int64_t span)
{
    for (std::int64_t power = 1;; power *= 10) {
        for (const std::int64_t factor : {std::int64_t{4}, std::int64_t{8}, std::int64_t{10}, std::int64_t{20}}) {
            const std::int64_t step = factor * power / 4;
            if (step * 4 == factor * power && step > 0 && span / step < 6)
                return step;
        }
        if (power > std::int64_t{100'000'000'000'000'000})
            return span;
    }
}

std::int64_t floorTo(std::int64_t value, std::int64_t step)
{
    const std::int64_t down = value / step * step;
    return down > value ? down - step : down;
}

Axis valueAxis(std::int64_t low, std::int64_t high, std::int64_t one, const std::function<std::string(std::int64_t, std::int64_t)>& label)
{
    if (low == high) {
        low = std::min<std::int64_t>(low, 0);
        high = std::max(high, low + one);
    }
    const std::int64_t step = roundStep(high - low);
    Axis axis;
    axis.min = floorTo(low, step);
    axis.max = floorTo(high, step);
    if (axis.max < high)
        axis.max += step;
    for (std::int64_t at = axis.min; at <= axis.max; at += step)
        axis.ticks.push_back({at, label(at, step)});
    return axis;
}

/// Decimals that a step needs when one is `one` units.
int decimalsFor(std::int64_t step, std::int64_t one, int digits)
{
    int decimals = 0;
    for (std::int64_t unit = one; decimals < digits && step % unit != 0; unit /= 10)
        ++decimals;
    return decimals;
}

} // namespace

Axis moneyAxis(std::int64_t low, std::int64_t high, const Currency& currency)
{
    const std::int64_t one = currency.minorPerMajor();
    return valueAxis(low, high, one, [&](std::int64_t at, std::int64_t step) {
        const std::string plain = formatDecimal(at, currency.digits(), decimalsFor(step, one, currency.digits()));
        return grouped(plain);
    });
}

Axis rateAxis(std::int64_t low, std::int64_t high)
{
    constexpr std::int64_t kPercent = 1'000'000;
    return valueAxis(low, high, kPercent, [](std::int64_t at, std::int64_t step) {
        return formatPercent(Rate{at}, decimalsFor(step, kPercent, 2));
    });
}

Axis dateAxis(Date from, Date to, Language language)
{
    constexpr int kMost = 7;
    Axis axis;
    if (to <= from)
        to = from + 1;
    axis.min = from.days;
    axis.max = to.days;
    const int days = to - from;
    const auto shortDay = [&](Date date) {
        return language == Language::Chinese ? monthText(date.month(), language) + std::to_string(date.day()) + "日"
                                             : std::to_string(date.day()) + " " + monthText(date.month(), language);
    };
    for (const int step : {1, 2, 7, 14}) {
        if (days / step >= kMost)
            continue;
        const int lead = step < 7 ? 0 : (7 - from.weekday()) % 7;
        for (int day = lead; day <= days; day += step)
            axis.ticks.push_back({from.days + day, shortDay(from + day)});
        return axis;
    }
    const int months = (to.year() - from.year()) * 12 + static_cast<int>(to.month()) - static_cast<int>(from.month());
    int step = 240;
    for (const int candidate : {1, 2, 3, 6, 12, 24, 60, 120}) {
        if (months / candidate < kMost) {
            step = candidate;
            break;
        }
    }
    int month = from.year() * 12 + static_cast<int>(from.month()) - 1;
    month -= month % step;
    for (;; month += step) {
        const int year = month / 12;
        const auto number = static_cast<unsigned>(month % 12 + 1);
        const Date at = Date::of(year, number, 1);
        if (at > to)
            return axis;
        if (at < from)
            continue;
        const bool whole = step >= 12;
        axis.ticks.push_back({at.days, !whole ? formatMonth(year, number, language) : language == Language::Chinese ? std::to_string(year) + "年" : std::to_string(year)});
    }
}

} // namespace rialto::reports
