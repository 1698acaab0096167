// SPDX-License-Identifier: GPL-3.0-or-later
// Funds distribute dividends and capital gains. Some feeds put the gains into the dividend and then adjust for dividend plus
// gains. The move of the ex-date tells which sum was really paid; one answer is given for all distributions of the file.
#include "integration/clean/price_statistics.h"
#include "integration/clean/repairs.h"

#include <fmt/format.h>

#include <cmath>

namespace rialto::integration::clean {

namespace {

struct Distribution {
    std::size_t row = 0;
    std::size_t before = 0;
    double once = 0;     // factor when the dividend holds the gains
    double twice = 0;    // factor when they come on top
    double present = 0;
    double move = 0;
};

} // namespace

void repairGains(PriceTable& table)
{
    if (!table.has(Field::Gains) || !table.has(Field::AdjClose) || !table.has(Field::Dividend))
        return;
    std::vector<Distribution> all;
    std::vector<double> moves;
    for (std::size_t i = 1; i < table.size(); ++i) {
        const std::size_t before = previousPriced(table, i);
        if (before == kNoRow || !(table.value(i, Field::Close) > 0))
            continue;
        const double last = table.value(before, Field::Close);
        const double gains = table.value(i, Field::Gains);
        const double dividend = table.value(i, Field::Dividend);
        const double fall = 1 - table.value(i, Field::Close) / last;
        if (!(gains > 0) && !(dividend > 0))
            moves.push_back(fall);
        if (!(gains > 0) || !(dividend >= gains) || dividend + gains >= last)
            continue;
        const double present = table.value(before, Field::AdjClose) / last / (table.value(i, Field::AdjClose) / table.value(i, Field::Close));
        all.push_back({i, before, 1 - dividend / last, 1 - (dividend + gains) / last, present, fall});
    }
    double usual = 0; // a fund that falls by its distribution falls by the market's move too, whichever way
    for (const double move : moves)
        usual += std::abs(move) / static_cast<double>(moves.size());
    std::size_t once = 0;
    for (const auto& each : all) {
        const double fall = each.move - usual;
        once += std::abs(fall - (1 - each.once)) < std::abs(fall - (1 - each.twice)) ? 1U : 0U;
    }
    if (all.empty() || once * 3 < all.size() * 2)
        return;
    double correction = 1;
    std::size_t end = table.size();
    std::vector<std::size_t> decisions;
    const auto apply = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to && correction != 1; ++i)
            if (const double value = table.value(i, Field::AdjClose); std::isfinite(value))
                for (const std::size_t decision : decisions)
                    table.set(i, Field::AdjClose, value * correction, decision);
    };
    for (std::size_t n = all.size(); n-- > 0;) {
        const auto& each = all[n];
        if (!(each.present > 0) || std::abs(each.present - each.once) <= std::abs(each.present - each.twice))
            continue; // adjusted once already
        apply(each.row, end);
        end = each.row;
        correction *= each.once / each.present;
        decisions.push_back(table.decide({"gains-counted-twice", table.timeText(each.row),
            fmt::format("dividend {} holds capital gains {}: the price fell by {}%, the dividend alone is {}%, with the gains on top {}%; the closes before were adjusted by {} instead of {}",
                figure(table.value(each.row, Field::Dividend)), figure(table.value(each.row, Field::Gains)), figure(each.move * 100, 4), figure((1 - each.once) * 100, 4),
                figure((1 - each.twice) * 100, 4), figure(each.present), figure(each.once))}));
    }
    apply(0, end);
}

} // namespace rialto::integration::clean
