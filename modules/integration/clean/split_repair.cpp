// SPDX-License-Identifier: GPL-3.0-or-later
// A row that was left out when a split was applied stands off by exactly the split's ratio. Going back from the split, each
// move of about that ratio enters or leaves such a stretch. The move on a dividend's day is compared after the dividend.
#include "integration/clean/price_statistics.h"
#include "integration/clean/repairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rialto::integration::clean {

namespace {

constexpr double kSmallestSplit = 0.22;     // of the log ratio (5:4): smaller ones pass for market moves
constexpr std::size_t kRowsAfter = 5;       // some feeds apply a split days late
constexpr std::size_t kFarRows = 520;       // an unpaired jump farther away is more likely the market's

struct SplitView {
    std::vector<std::size_t> rows;          // with a level, oldest first
    std::vector<double> levels;
    std::vector<double> moves;              // [0] unused
};

SplitView viewOf(const PriceTable& table)
{
    SplitView view;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double here = level(table, i);
        if (std::isnan(here))
            continue;
        double move = 0;
        if (!view.rows.empty()) {
            move = here - view.levels.back();
            const double yield = table.value(i, Field::Dividend) / table.value(view.rows.back(), Field::Close);
            if (yield > 0.02 && yield < 0.95)
                move -= std::log1p(-yield);
        }
        view.rows.push_back(i);
        view.levels.push_back(here);
        view.moves.push_back(move);
    }
    return view;
}

/// Deviation of each row in units of the split (1: not adjusted, -1: adjusted twice); empty when nothing is proven.
std::vector<int> deviations(const SplitView& view, std::size_t event, double log)
{
    const double size = std::abs(log);
    const std::size_t last = std::min(view.rows.size() - 1, event + kRowsAfter);
    std::vector<double> usual;
    for (std::size_t i = 1; i < view.moves.size(); ++i)
        if (std::abs(view.moves[i]) < size / 2)
            usual.push_back(view.moves[i]);
    const double sigma = std::max(0.004, robustDeviation(usual));
    if (size < 3.5 * sigma)
        return {};
    // The market does not move by a large split's ratio in a day, so such a one may be met loosely.
    const double tolerance = std::min(0.35 * size, std::max({4 * sigma, 0.06 * size, (size - 1.6) / 2}));
    std::vector<int> state(view.rows.size(), 0);
    int now = 0;
    bool any = false;
    std::size_t turn = last;
    for (std::size_t i = last; i > 0; --i) {
        const double move = view.moves[i];
        for (const int step : {1, -1})
            if (std::abs(move - step * log) <= tolerance && std::abs(now - step) <= 1) {
                now -= step;
                turn = i;
                any = true;
                break;
            }
        state[i - 1] = now;
    }
    if (now != 0) { // the stretch runs to the beginning: only one edge vouches for it
        const bool near = turn + kFarRows >= event;
        const bool sharp = std::abs(std::abs(view.moves[turn]) - size) <= std::max({2.5 * sigma, 0.03 * size});
        if (!near || !sharp)
            for (std::size_t i = 0; i < turn; ++i)
                state[i] = 0;
    }
    // Rows after the event carry no split that could have been forgotten.
    return any ? state : std::vector<int>{};
}

void scaleRow(PriceTable& table, std::size_t row, double ratio, bool adjusted, std::size_t decision)
{
    const double tens = std::log10(ratio);
    const bool exact = std::abs(tens - std::round(tens)) < 1e-9;
    const auto scale = [&](Field field, double by, int power) {
        const double value = table.has(field) ? table.value(row, field) : std::nan("");
        if (!std::isfinite(value) || value == 0)
            return;
        if (exact && field != Field::Volume)
            table.scaleByTen(row, field, power, decision);
        else
            table.set(row, field, value * by, decision);
    };
    for (const Field field : kOhlc)
        scale(field, ratio, static_cast<int>(std::round(tens)));
    if (adjusted)
        scale(Field::AdjClose, ratio, static_cast<int>(std::round(tens)));
    scale(Field::Volume, 1 / ratio, 0);
}

} // namespace

void repairSplits(PriceTable& table)
{
    if (!table.has(Field::Split) || barSeconds(table) < 20 * 3600)
        return;
    for (std::size_t row = table.size(); row-- > 1;) {
        const double ratio = table.value(row, Field::Split);
        if (!(ratio > 0) || !std::isfinite(ratio) || std::abs(std::log(ratio)) < kSmallestSplit)
            continue;
        const SplitView view = viewOf(table);
        const auto place = std::lower_bound(view.rows.begin(), view.rows.end(), row);
        if (place == view.rows.end())
            continue;
        const std::size_t event = static_cast<std::size_t>(place - view.rows.begin());
        const auto state = deviations(view, event, std::log(ratio));
        std::size_t decision = kNoRow;
        for (std::size_t i = 0; i < state.size(); ++i) {
            if (state[i] == 0) {
                decision = kNoRow;
                continue;
            }
            const std::size_t at = view.rows[i];
            const double by = state[i] > 0 ? 1 / ratio : ratio;
            if (decision == kNoRow) {
                std::size_t end = i;
                while (end + 1 < state.size() && state[end + 1] == state[i])
                    ++end;
                decision = table.decide({state[i] > 0 ? "split-unadjusted" : "split-adjusted-twice", table.timeText(at),
                    fmt::format("split {} on {}; {} rows from {} to {} stand off by it: the level moves by {} into them{}", figure(ratio), table.timeText(row), end - i + 1,
                        table.timeText(at), table.timeText(view.rows[end]), i > 0 ? figure(std::exp(view.moves[i])) : "nothing",
                        end + 1 < state.size() ? " and by " + figure(std::exp(view.moves[end + 1])) + " out of them" : "")});
            }
            // The adjusted close goes along unless it was right already: then it would not stand off from its neighbours.
            const double off = std::log(table.value(at, Field::AdjClose) / table.value(at, Field::Close));
            std::size_t other = i;
            while (other + 1 < state.size() && state[other] != 0)
                ++other;
            const double usual = std::log(table.value(view.rows[other], Field::AdjClose) / table.value(view.rows[other], Field::Close));
            const bool adjustedIsRight = std::abs(off - usual - std::log(by)) < 0.3 * std::abs(std::log(by)) && state[other] == 0;
            scaleRow(table, at, by, !adjustedIsRight, decision);
            const double paid = table.value(at, Field::Dividend);
            const std::size_t before = previousPriced(table, at);
            if (paid > 0 && before != kNoRow && i > 0 && state[i - 1] == state[i]) {
                // Both rows stood off; a dividend that fitted the adjustment then must move along to fit it still.
                const double kept = table.value(before, Field::AdjClose) / table.value(before, Field::Close) / (table.value(at, Field::AdjClose) / table.value(at, Field::Close));
                const double now = paid / table.value(before, Field::Close);
                if (std::abs(1 - kept - now * by) < 0.2 * now * by && std::abs(1 - kept - now) > 0.2 * now)
                    table.set(at, Field::Dividend, paid * by, decision);
            }
        }
    }
}

} // namespace rialto::integration::clean
