// SPDX-License-Identifier: GPL-3.0-or-later
// Pounds and pence, rand and cents: a price a hundred times off. Each cell is compared with the level of the rows before it,
// brought to one unit; the unit of the newest stretch is taken for the right one, because a feed that changes its unit changes
// it from a day on.
#include "integration/clean/price_statistics.h"
#include "integration/clean/repairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <deque>

namespace rialto::integration::clean {

namespace {

const double kLogHundred = std::log(100.0);
constexpr std::size_t kManyTurns = 6;

/// Units (in hundreds) by which a cell stands off from the running level; 0 when it does not or is not there.
class UnitTrack {
public:
    explicit UnitTrack(double tolerance) : m_tolerance(tolerance) {}
    int see(double log)
    {
        if (std::isnan(log))
            return 0;
        if (m_recent.empty())
            return 0;
        const double away = log - median({m_recent.begin(), m_recent.end()});
        const double units = std::round(away / kLogHundred);
        return units != 0 && std::abs(units) <= 2 && std::abs(away - units * kLogHundred) < m_tolerance ? static_cast<int>(units) : 0;
    }
    void keep(double log)
    {
        if (std::isnan(log))
            return;
        m_recent.push_back(log);
        if (m_recent.size() > 5)
            m_recent.pop_front();
    }

private:
    double m_tolerance;
    std::deque<double> m_recent;
};

double logOf(double value) { return std::isfinite(value) && value > 0 ? std::log(value) : std::nan(""); }

struct Units {
    std::vector<int> rows;
    std::vector<std::array<int, 4>> cells;
    std::vector<int> adjusted;
};

Units measureUnits(const PriceTable& table)
{
    Units units;
    const double tolerance = std::clamp(8 * typicalMove(table, table.size() / 2, table.size()), 0.25, 0.9); // of the log
    UnitTrack prices(tolerance);
    UnitTrack adjusted(tolerance);
    for (std::size_t i = 0; i < table.size(); ++i) {
        std::array<int, 4> cells{};
        std::vector<double> votes;
        const double here = level(table, i);
        for (std::size_t f = 0; f < 4; ++f) {
            const double log = logOf(table.value(i, kOhlc[f]));
            cells[f] = prices.see(log);
            if (!std::isnan(log))
                votes.push_back(cells[f]);
        }
        // Half the cells are no majority: the row keeps the unit of the one before.
        int row = units.rows.empty() ? 0 : units.rows.back();
        for (const int candidate : {0, 1, -1, 2, -2})
            if (static_cast<std::size_t>(std::count(votes.begin(), votes.end(), double(candidate))) * 2 > votes.size())
                row = candidate;
        units.rows.push_back(row);
        units.cells.push_back(cells);
        std::vector<double> brought;
        for (std::size_t f = 0; f < 4; ++f)
            if (const double log = logOf(table.value(i, kOhlc[f])); !std::isnan(log))
                brought.push_back(log - cells[f] * kLogHundred);
        prices.keep(brought.empty() ? here : median(brought));
        const double adjustedLog = logOf(table.value(i, Field::AdjClose));
        const int off = adjusted.see(adjustedLog);
        units.adjusted.push_back(off);
        adjusted.keep(adjustedLog - off * kLogHundred);
    }
    return units;
}

/// The unit of the newest stretch of at least three rows (of the longest when there is none).
int anchorOf(const std::vector<int>& rows)
{
    std::size_t longest = 0;
    int answer = 0;
    for (std::size_t end = rows.size(); end > 0;) {
        std::size_t begin = end;
        while (begin > 0 && rows[begin - 1] == rows[end - 1])
            --begin;
        if (end - begin >= 3)
            return rows[end - 1];
        if (end - begin > longest) {
            longest = end - begin;
            answer = rows[end - 1];
        }
        end = begin;
    }
    return answer;
}

} // namespace

void repairUnits(PriceTable& table, const RepairOptions& options)
{
    if (table.size() < 3)
        return;
    const Units units = measureUnits(table);
    std::size_t turns = 0;
    for (std::size_t i = 1; i < units.rows.size(); ++i)
        turns += units.rows[i] != units.rows[i - 1] ? 1U : 0U;
    const bool unstable = turns >= kManyTurns && idleShare(table) > 0.5;
    if (unstable && !options.forceUnits)
        table.find({"unit-unstable", 0, {}, {}, fmt::format("the unit of the prices changes {} times and most rows have no volume: which one is right the file does not say; prices are left as they are", turns)});
    const int anchor = anchorOf(units.rows);
    const int adjustedAnchor = anchorOf(units.adjusted);
    const bool keepRows = unstable && !options.forceUnits;
    std::size_t decision = kNoRow;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const int row = keepRows ? units.rows[i] : anchor;
        std::size_t off = 0;
        for (std::size_t f = 0; f < 4; ++f)
            off += units.cells[i][f] != row && std::isfinite(table.value(i, kOhlc[f])) ? 1U : 0U;
        if (off == 0) {
            decision = kNoRow;
            continue;
        }
        const bool whole = units.rows[i] != row;
        if (decision == kNoRow || !whole) {
            std::size_t end = i;
            while (whole && end + 1 < units.rows.size() && units.rows[end + 1] == units.rows[i])
                ++end;
            decision = table.decide({end > i ? "unit-switch" : whole ? "unit-100x-row" : "unit-100x-cell", table.timeText(i),
                whole ? fmt::format("rows {} to {} stand {} the level of the others; the unit of the newest stretch is kept", table.timeText(i), table.timeText(end),
                            units.rows[i] > row ? "about 100 times above" : "about 100 times below")
                      : fmt::format("{} of the row's prices stand about 100 times off the rest of the row and the rows before", off)});
        }
        for (std::size_t f = 0; f < 4; ++f)
            if (units.cells[i][f] != row && std::isfinite(table.value(i, kOhlc[f])))
                table.scaleByTen(i, kOhlc[f], 2 * (row - units.cells[i][f]), decision);
        if (!whole)
            decision = kNoRow;
    }
    if (!table.has(Field::AdjClose) || keepRows)
        return;
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (units.adjusted[i] == adjustedAnchor || !(table.value(i, Field::AdjClose) > 0))
            continue;
        const double factor = table.value(i, Field::AdjClose) / table.value(i, Field::Close);
        const int away = units.adjusted[i] - adjustedAnchor;
        if (!(std::abs(std::log(factor) - away * kLogHundred) < 3.5))
            continue; // it follows its close already
        const auto why = table.decide({"unit-100x-adjusted", table.timeText(i), "the adjusted close stands about 100 times off its neighbours"});
        table.scaleByTen(i, Field::AdjClose, -2 * away, why);
    }
}

} // namespace rialto::integration::clean
