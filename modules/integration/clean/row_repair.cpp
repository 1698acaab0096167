// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/clean/price_statistics.h"
#include "integration/clean/repairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rialto::integration::clean {

namespace {

std::size_t lateRows(const PriceTable& table, std::vector<std::size_t>& moved)
{
    // The rows outside a longest rising run of places are those that stand wrong (patience sorting).
    std::vector<std::size_t> tails;
    std::vector<std::size_t> before(table.size(), kNoRow);
    for (std::size_t i = 0; i < table.size(); ++i) {
        const std::size_t place = table.filePlace(i);
        const auto at = std::lower_bound(tails.begin(), tails.end(), place, [&](std::size_t row, std::size_t value) { return table.filePlace(row) < value; });
        before[i] = at == tails.begin() ? kNoRow : *(at - 1);
        if (at == tails.end())
            tails.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> stays(table.size(), false);
    for (std::size_t row = tails.empty() ? kNoRow : tails.back(); row != kNoRow; row = before[row])
        stays[row] = true;
    for (std::size_t i = 0; i < table.size(); ++i)
        if (!stays[i])
            moved.push_back(i);
    return moved.size();
}

} // namespace

std::string figure(double value, int digits) { return fmt::format("{:.{}g}", value, digits); }

void repairRows(PriceTable& table)
{
    for (std::size_t i = table.size(); i-- > 1;) {
        if (table.time(i) != table.time(i - 1))
            continue;
        std::size_t twin = i;
        for (std::size_t k = i; k-- > 0 && table.time(k) == table.time(i);)
            if (table.sameText(k, i))
                twin = k;
        if (twin != i) {
            const auto decision = table.decide({"duplicate-row", table.timeText(i), fmt::format("line {} repeats line {} byte for byte", table.line(i), table.line(twin))});
            table.remove(i, decision);
        } else {
            table.find("duplicate-time", i, Field::Close, fmt::format("line {} has the same time and other values; which one is right the file does not say", table.line(i - 1)));
        }
    }
    std::vector<std::size_t> moved;
    if (lateRows(table, moved) == 0)
        return;
    if (moved.size() * 2 > table.size()) {
        table.find({"order-none", 0, {}, {}, "the rows follow no order; they stay where they are"});
        return;
    }
    const auto decision = table.decide({"out-of-order", table.timeText(moved.front()), fmt::format("{} rows stand apart from the order of the other {}", moved.size(), table.size() - moved.size())});
    table.sort(decision, moved);
}

void repairAdjusted(PriceTable& table)
{
    if (!table.has(Field::AdjClose))
        return;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double close = table.value(i, Field::Close);
        const double adjusted = table.value(i, Field::AdjClose);
        if (!(close > 0) || !table.hasCell(i, Field::AdjClose) || (std::isfinite(adjusted) && adjusted != 0))
            continue;
        // A factor changes only at a distribution, so the next row has this row's unless it is such a day.
        const auto factorAt = [&](std::size_t row) {
            const double factor = table.value(row, Field::AdjClose) / table.value(row, Field::Close);
            return std::isfinite(factor) && factor > 0 ? factor : std::nan("");
        };
        const auto quiet = [&](std::size_t row) { return !(table.value(row, Field::Dividend) != 0) || std::isnan(table.value(row, Field::Dividend)); };
        double factor = std::nan("");
        if (i + 1 < table.size() && quiet(i + 1))
            factor = factorAt(i + 1);
        if (std::isnan(factor) && i > 0 && quiet(i))
            factor = factorAt(i - 1);
        if (std::isnan(factor)) {
            table.find("adjusted-missing", i, Field::AdjClose, "no neighbour says the factor of this day");
            continue;
        }
        const auto decision = table.decide({"adjusted-missing", table.timeText(i), "close " + figure(close, 10) + " times the neighbours' factor " + figure(factor, 10)});
        table.set(i, Field::AdjClose, close * factor, decision);
    }
}

void inspectRows(PriceTable& table)
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        double top = 0;
        double bottom = 0;
        bool complete = true;
        std::size_t missing = 0;
        for (const Field field : kOhlc) {
            if (!table.has(field)) {
                complete = false;
                continue;
            }
            const double value = table.value(i, field);
            if (std::isnan(value)) {
                ++missing;
                complete = false;
            } else if (value == 0) {
                table.find("price-zero", i, field, "a price of zero; nothing in the file says what it was");
                complete = false;
            } else if (value < 0) {
                table.find("price-negative", i, field, "a negative price");
                complete = false;
            }
        }
        if (missing > 0)
            table.find("price-missing", i, Field::Close, fmt::format("{} of the row's prices are missing", missing));
        if (complete) {
            top = std::max(table.value(i, Field::Open), table.value(i, Field::Close));
            bottom = std::min(table.value(i, Field::Open), table.value(i, Field::Close));
            if (table.value(i, Field::High) < top * (1 - 1e-6) || table.value(i, Field::Low) > bottom * (1 + 1e-6))
                table.find("ohlc-contradiction", i, Field::Close, "open or close lies outside high and low");
        }
        if (table.has(Field::Volume) && table.value(i, Field::Volume) < 0)
            table.find("volume-negative", i, Field::Volume, "a negative volume");
    }
}

void repairTable(PriceTable& table, const RepairOptions& options)
{
    repairRows(table);
    repairSplits(table);
    repairUnits(table, options);
    repairGains(table);
    repairDividends(table);
    repairAdjusted(table);
    inspectRows(table);
}

} // namespace rialto::integration::clean
