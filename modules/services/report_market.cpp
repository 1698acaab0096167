// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/report_market.h"

#include "analytics/performance/annualisation.h"

#include <algorithm>

namespace rialto {

namespace {

constexpr int kVolatilityDays = 20;
constexpr double kBarsAYear = 252;
constexpr int kChartDays = 366;
constexpr int kSameMeansStuck = 5;

double priceRatio(Price above, Price below) { return static_cast<double>(above.raw()) / static_cast<double>(below.raw()); }

std::optional<reports::Rate> volatilityOf(const std::vector<Bar>& days, std::size_t last)
{
    if (last < kVolatilityDays)
        return std::nullopt;
    std::vector<double> rates;
    for (std::size_t i = last - kVolatilityDays + 1; i <= last; ++i) {
        if (!days[i - 1].close.isPositive())
            return std::nullopt;
        rates.push_back(priceRatio(days[i].close, days[i - 1].close) - 1);
    }
    return reports::Rate::of(analytics::annualisedVolatility(rates, kBarsAYear));
}

} // namespace

std::optional<reports::MarketRow> marketRow(const Instrument& instrument, const std::vector<Bar>& days, Date day)
{
    const auto after = std::partition_point(days.begin(), days.end(), [&](const Bar& bar) { return Date::ofUtc(bar.start) <= day; });
    if (after == days.begin())
        return std::nullopt;
    const auto last = static_cast<std::size_t>(after - days.begin()) - 1;
    const Bar& bar = days[last];
    reports::MarketRow row;
    row.symbol = instrument.symbol;
    row.name = {instrument.name, instrument.nameZh};
    row.assetClass = instrument.assetClass();
    row.currency = instrument.spec.currency.code();
    row.priceDigits = instrument.spec.priceDigits;
    row.date = Date::ofUtc(bar.start);
    row.open = bar.open;
    row.high = bar.high;
    row.low = bar.low;
    row.close = bar.close;
    row.volume = bar.volume;
    if (last > 0)
        row.previous = days[last - 1].close;
    const Date month = Date::of(row.date.year(), row.date.month(), 1);
    const Date year = Date::of(row.date.year(), 1, 1);
    row.monthStart = row.yearStart = days.front().close;
    for (std::size_t i = 0; i <= last; ++i) {
        const Date at = Date::ofUtc(days[i].start);
        if (at < month)
            row.monthStart = days[i].close;
        if (at < year)
            row.yearStart = days[i].close;
        if (row.date - at < kChartDays)
            row.closes.emplace_back(at, days[i].close);
    }
    row.volatility = volatilityOf(days, last);
    return row;
}

reports::QualityRow qualityRow(const Instrument& instrument, const std::string& source, const std::vector<Bar>& days, const TradingCalendar& calendar, Date day)
{
    reports::QualityRow row;
    row.symbol = instrument.symbol;
    row.source = source;
    const Bar* before = nullptr;
    int same = 1;
    for (const auto& bar : days) {
        const Date at = Date::ofUtc(bar.start);
        if (at > day)
            break;
        if (row.bars == 0)
            row.first = at;
        row.last = at;
        ++row.bars;
        if (bar.high < bar.low || bar.close > bar.high || bar.close < bar.low || bar.open > bar.high || bar.open < bar.low)
            ++row.contradictory;
        if (before) {
            for (Date missed = Date::ofUtc(before->start) + 1; missed < at; missed = missed + 1)
                row.missing += calendar.isTradingDay(missed) ? 1 : 0;
            const Int128 change = Int128(bar.close.raw()) - before->close.raw();
            if ((change < 0 ? Int128(-change) : change) * 4 > Int128(before->close.raw()))
                ++row.jumps;
            same = bar.close == before->close ? same + 1 : 1;
            row.unchanged += same >= kSameMeansStuck ? 1 : 0;
        }
        before = &bar;
    }
    row.stale = row.bars == 0 ? 0 : day - row.last;
    return row;
}

} // namespace rialto
