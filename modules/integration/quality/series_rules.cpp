// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/quality/series_rules.h"

#include "integration/clean/price_statistics.h"
#include "integration/clean/repairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rialto::integration::quality {

using clean::Field;
using clean::figure;

void Series::add(std::vector<QualityFinding>& to, const char* code, FindingSeverity severity, std::size_t row, Field field, std::string detail) const
{
    to.push_back({code, severity, table.line(row), table.timeText(row), std::string(table.heading(field)), std::move(detail)});
}

Series seriesOf(const clean::PriceTable& table)
{
    Series series{table, {}, {}, {}, {}, {}, {}, clean::barSeconds(table)};
    const auto column = [&](Field field, std::vector<double>& values) {
        for (std::size_t i = 0; i < table.size(); ++i)
            values.push_back(table.has(field) ? table.value(i, field) : std::nan(""));
    };
    column(Field::Open, series.open);
    column(Field::High, series.high);
    column(Field::Low, series.low);
    column(Field::Close, series.close);
    column(Field::Volume, series.volume);
    constexpr std::size_t kStep = 20; // the usual move changes slowly
    for (std::size_t i = 0; i < table.size(); ++i)
        series.usual.push_back(i % kStep == 0 ? clean::typicalMove(table, std::min(i + kStep / 2, table.size() - 1)) : series.usual.back());
    return series;
}

void checkCells(const Series& series, std::vector<QualityFinding>& findings)
{
    const auto& table = series.table;
    for (std::size_t i = 0; i < series.size(); ++i) {
        bool complete = true;
        for (const Field field : {Field::Open, Field::High, Field::Low, Field::Close, Field::Volume}) {
            if (!table.has(field))
                continue;
            const double value = table.value(i, field);
            const bool price = field != Field::Volume;
            if (!table.hasCell(i, field)) {
                series.add(findings, "row-short", FindingSeverity::Bad, i, field, "the row ends before this column");
                complete = false;
                break;
            }
            const auto text = table.cellText(i, field);
            if (std::isnan(value)) {
                const bool blank = text.find_first_not_of(' ') == std::string_view::npos || text == "null" || text == "NaN" || text == "nan" || text == "-";
                series.add(findings, blank ? (price ? "price-missing" : "volume-missing") : "number-malformed", FindingSeverity::Bad, i, field, blank ? "no value" : "no number: " + std::string(text.substr(0, 40)));
                complete = complete && !price;
            } else if (std::isinf(value)) {
                series.add(findings, "number-malformed", FindingSeverity::Bad, i, field, "infinite");
                complete = false;
            } else if (value < 0) {
                series.add(findings, price ? "price-negative" : "volume-negative", FindingSeverity::Bad, i, field, figure(value));
                complete = complete && !price;
            } else if (price && value == 0) {
                series.add(findings, "price-zero", FindingSeverity::Bad, i, field, "a price of zero");
                complete = false;
            }
        }
        if (!complete || !table.has(Field::Open) || !table.has(Field::High) || !table.has(Field::Low))
            continue;
        const double top = std::max(series.open[i], series.close[i]);
        const double bottom = std::min(series.open[i], series.close[i]);
        if (series.high[i] < top * (1 - 1e-7) || series.low[i] > bottom * (1 + 1e-7) || series.high[i] < series.low[i])
            series.add(findings, "ohlc-contradiction", FindingSeverity::Bad, i, Field::High,
                fmt::format("open {} high {} low {} close {}", figure(series.open[i], 9), figure(series.high[i], 9), figure(series.low[i], 9), figure(series.close[i], 9)));
    }
}

void checkSpikes(const Series& series, std::vector<QualityFinding>& findings)
{
    // A price that goes away and comes straight back. Eight usual moves and a tenth: on the days of the flash crashes of 2010 and
    // 2015 index funds fell less; single shares fell more, and are told.
    const auto good = [](double value) { return std::isfinite(value) && value > 0; };
    for (std::size_t i = 0; i < series.size(); ++i) {
        double before = std::nan("");
        double after = std::nan("");
        for (std::size_t k = i; k-- > 0 && i - k <= 3;)
            if (good(series.close[k])) {
                before = series.close[k];
                break;
            }
        for (std::size_t k = i + 1; k < series.size() && k - i <= 3; ++k)
            if (good(series.close[k])) {
                after = good(series.open[k]) ? series.open[k] : series.close[k];
                break;
            }
        if (!good(before) && !good(after))
            continue;
        before = good(before) ? before : after;
        after = good(after) ? after : before;
        const double limit = std::max(8 * series.usual[i], 0.10);
        const double top = std::max({before, after});
        const double bottom = std::min({before, after});
        const auto away = [&](double value) { return value > top ? std::log(value / top) : value < bottom ? std::log(value / bottom) : 0.0; };
        // Open and close: off both neighbours, to the same side.
        bool body = false;
        if (std::abs(std::log(after / before)) < limit / 2)
            for (const Field field : {Field::Open, Field::Close}) {
                const double value = field == Field::Open ? series.open[i] : series.close[i];
                if (good(value) && std::abs(away(value)) > limit) {
                    series.add(findings, "spike", FindingSeverity::Bad, i, field, fmt::format("{} stands {}% off both neighbours; a usual move is {}%", figure(value, 9), figure(std::expm1(away(value)) * 100, 3), figure(series.usual[i] * 100, 3)));
                    body = true;
                }
            }
        if (body || !good(series.open[i]) || !good(series.close[i]))
            continue;
        const double upper = std::max({top, series.open[i], series.close[i]});
        const double lower = std::min({bottom, series.open[i], series.close[i]});
        const double wick = std::max(10 * series.usual[i], 0.12);
        if (good(series.high[i]) && std::log(series.high[i] / upper) > wick)
            series.add(findings, "spike", FindingSeverity::Bad, i, Field::High, fmt::format("high {} over open, close and neighbours, at most {}", figure(series.high[i], 9), figure(upper, 9)));
        if (good(series.low[i]) && std::log(lower / series.low[i]) > wick)
            series.add(findings, "spike", FindingSeverity::Bad, i, Field::Low, fmt::format("low {} under open, close and neighbours, at least {}", figure(series.low[i], 9), figure(lower, 9)));
    }
}

void checkLevels(const Series& series, std::vector<QualityFinding>& findings)
{
    double last = std::nan("");
    for (std::size_t i = 0; i < series.size(); ++i) {
        const double level = clean::level(series.table, i);
        if (std::isnan(level))
            continue;
        const double move = level - last;
        if (std::isfinite(move) && std::abs(move) > std::max(12 * series.usual[i], 0.33))
            series.add(findings, "level-jump", FindingSeverity::Review, i, Field::Close,
                fmt::format("the level moves by the factor {} and a usual move is {}%: a split, a unit, or an event", figure(std::exp(move), 5), figure(series.usual[i] * 100, 3)));
        last = level;
    }
}

void checkVolumes(const Series& series, std::vector<QualityFinding>& findings)
{
    if (!series.table.has(Field::Volume))
        return;
    constexpr std::size_t kReach = 15;
    std::size_t positive = 0;
    for (const double volume : series.volume)
        positive += volume > 0 ? 1U : 0U;
    if (positive < 10)
        return;
    const bool alwaysTrades = positive * 50 > series.size() * 49;
    const auto logsOf = [&](std::size_t from, std::size_t to) {
        std::vector<double> logs;
        for (std::size_t k = from; k < to; ++k)
            if (series.volume[k] > 0)
                logs.push_back(std::log(series.volume[k]));
        return logs;
    };
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (series.volume[i] == 0 && alwaysTrades && std::isfinite(series.close[i]))
            series.add(findings, "volume-zero", FindingSeverity::Bad, i, Field::Volume, "no volume in a series that trades on every day");
        if (!(series.volume[i] > 0))
            continue;
        const std::size_t from = i > kReach ? i - kReach : 0;
        const std::size_t to = std::min(series.size(), i + kReach + 1);
        auto around = logsOf(from, to);
        if (around.size() < 8)
            continue;
        const double middle = clean::median(around);
        for (double& log : around)
            log -= middle;
        const double off = std::log(series.volume[i]) - middle;
        const double limit = std::max(std::log(20.0), 9 * clean::robustDeviation(around));
        if (std::abs(off) > limit) {
            series.add(findings, "volume-spike", FindingSeverity::Bad, i, Field::Volume, fmt::format("{} times the usual volume around", figure(std::exp(off), 4)));
            continue;
        }
        if (i < 10 || i + 10 > series.size())
            continue;
        const auto earlier = logsOf(i - 10, i);
        const auto later = logsOf(i, std::min(series.size(), i + 10));
        if (earlier.size() < 8 || later.size() < 8)
            continue;
        const double step = clean::median(later) - clean::median(earlier);
        const double turn = std::log(series.volume[i]) - (series.volume[i - 1] > 0 ? std::log(series.volume[i - 1]) : 0);
        if (std::abs(step) > std::log(25.0) && std::abs(turn) > std::log(12.0))
            series.add(findings, "volume-unit", FindingSeverity::Bad, i, Field::Volume, fmt::format("from here volumes are {} times those before: lots for shares, or another unit", figure(std::exp(step), 4)));
    }
}

void checkStuck(const Series& series, std::vector<QualityFinding>& findings)
{
    const auto same = [&](std::size_t a, std::size_t b) {
        const auto equal = [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); };
        return std::isfinite(series.close[a]) && equal(series.open[a], series.open[b]) && equal(series.high[a], series.high[b]) && equal(series.low[a], series.low[b]) && series.close[a] == series.close[b];
    };
    std::size_t repeats = 0;
    for (std::size_t i = 1; i < series.size(); ++i)
        repeats += same(i, i - 1) ? 1U : 0U;
    const bool unusual = repeats * 50 < series.size(); // idle series repeat themselves by nature
    std::vector<double> traded;
    for (const double volume : series.volume)
        if (volume > 0)
            traded.push_back(volume);
    const double usualVolume = traded.empty() ? 0 : clean::median(std::move(traded));
    for (std::size_t i = 1; i < series.size();) {
        std::size_t end = i;
        while (end < series.size() && same(end, end - 1))
            ++end;
        const std::size_t run = end - i;
        const bool whole = run > 0 && series.volume[i] > 0 && series.volume[i] == series.volume[i - 1];
        const bool moved = run > 0 && series.high[i] > series.low[i];
        // A day with hardly a trade may well repeat the one before.
        const bool busy = run > 0 && (!(usualVolume > 0) || series.volume[i] > usualVolume / 20);
        if (run > 0 && unusual && ((busy && (whole || moved)) || run >= 4))
            for (std::size_t k = i; k < end; ++k)
                series.add(findings, "stuck", FindingSeverity::Bad, k, Field::Close, fmt::format("all prices{} repeat the row before; {} rows in a run", whole ? " and the volume" : "", run + 1));
        i = std::max(end, i + 1);
    }
}

void checkTimes(const Series& series, const QualityOptions& options, std::vector<QualityFinding>& findings)
{
    const auto& table = series.table;
    std::size_t weekend = 0;
    for (std::size_t i = 0; i < table.size(); ++i)
        weekend += table.date(i).isWeekend() ? 1U : 0U;
    const bool fiveDays = series.daily() && weekend * 20 < table.size();
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (fiveDays && table.date(i).isWeekend())
            series.add(findings, "weekend-row", FindingSeverity::Bad, i, Field::Close, "a row on a day without trading");
        if (i == 0)
            continue;
        const int days = table.date(i) - table.date(i - 1);
        if (series.daily()) {
            int missing = 0; // trading days between, by the days of the week
            for (int d = 1; d < std::min(days, 400); ++d)
                missing += (table.date(i - 1) + d).isWeekend() ? 0 : 1;
            if (days >= options.gapDays || (fiveDays && missing >= 3))
                series.add(findings, "gap", FindingSeverity::Review, i, Field::Close, fmt::format("{} calendar days since the row before, {} weekdays without one", days, missing));
            else if (!fiveDays && days >= 3)
                series.add(findings, "gap", FindingSeverity::Review, i, Field::Close, fmt::format("{} days since the row before in a series of all days", days));
        } else if (series.seconds > 0 && days == 0) {
            const double distance = static_cast<double>(table.time(i).nanos - table.time(i - 1).nanos) / 1e9;
            if (distance > 10 * series.seconds)
                series.add(findings, "gap", FindingSeverity::Review, i, Field::Close, fmt::format("{} s without a bar, usual are {}", figure(distance), figure(series.seconds)));
        }
    }
}

} // namespace rialto::integration::quality
