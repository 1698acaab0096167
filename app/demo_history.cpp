// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_book.h"

#include "base/rng.h"
#include "domain/calendar.h"
#include "domain/time_zone.h"

#include <algorithm>

namespace rialto::app {

namespace {

constexpr int kDays = 250;
constexpr int kMinuteSessions = 2;
constexpr int kMinutesPerSession = 390;
constexpr std::int64_t kMillion = 1'000'000;

// Returns are parts per million of the price; a day's standard deviation is the year's over sqrt(256).
using Returns = std::vector<std::int64_t>;

Returns ownReturns(Rng& rng, int volatilityBp, int days)
{
    Returns returns;
    for (int d = 0; d < days; ++d)
        returns.push_back(rng.gaussian(std::int64_t{volatilityBp} * 100 / 16));
    return returns;
}

Returns sum(const Returns& a, std::int64_t weightA, const Returns& b, std::int64_t weightB)
{
    Returns result(a.size());
    for (std::size_t d = 0; d < a.size(); ++d)
        result[d] = (a[d] * weightA + b[d] * weightB) / 1000;
    return result;
}

Price onTickAtLeastOne(std::int64_t raw, Price tick)
{
    const auto ticks = narrow(divideRounded(raw, tick.raw(), Rounding::HalfEven)).value_or(1);
    return Price::fromRaw(std::max<std::int64_t>(ticks, 1) * tick.raw());
}

std::int64_t moved(std::int64_t raw, std::int64_t ppm) { return mulDiv(raw, kMillion + ppm, kMillion, Rounding::HalfEven).value_or(raw); }

// A bar that opens near the last close, ends at the close and reaches a little beyond both.
Bar barBetween(Rng& rng, Timestamp start, std::int64_t previous, std::int64_t close, std::int64_t sigmaPpm, Price tick, Quantity volume)
{
    const std::int64_t open = moved(previous, rng.gaussian(sigmaPpm / 4));
    const std::int64_t high = moved(std::max(open, close), std::abs(rng.gaussian(sigmaPpm / 2)));
    const std::int64_t low = moved(std::min(open, close), -std::abs(rng.gaussian(sigmaPpm / 2)));
    Bar bar{start, onTickAtLeastOne(open, tick), onTickAtLeastOne(high, tick), onTickAtLeastOne(low, tick), onTickAtLeastOne(close, tick), volume};
    bar.high = std::max({bar.high, bar.open, bar.close});
    bar.low = std::min({bar.low, bar.open, bar.close});
    return bar;
}

Quantity someVolume(Rng& rng, const simulator::Listing& listing, std::int64_t share)
{
    const std::int64_t lots = listing.dailyVolume.raw() / listing.instrument.spec.lot.raw() / share;
    const std::int64_t varied = lots * rng.between(600, 1500) / 1000;
    return Quantity::fromRaw(std::max<std::int64_t>(varied, 1) * listing.instrument.spec.lot.raw());
}

// Off the day's limits as off a wall, so that the path neither leaves the range nor sticks to its edge.
std::int64_t reflected(std::int64_t value, std::int64_t low, std::int64_t high)
{
    if (value > high)
        value = high - (value - high);
    if (value < low)
        value = low + (low - value);
    return std::clamp(value, low, high);
}

// A session is busy at its ends: per mille of a minute's usual volume.
std::int64_t busyness(int minute)
{
    constexpr std::int64_t half = kMinutesPerSession / 2;
    const std::int64_t away = std::int64_t{minute} - half;
    return 550 + 1'350 * away * away / (half * half);
}

std::vector<Bar> minutesOf(Rng& rng, const simulator::Listing& listing, const Bar& day, Date date)
{
    constexpr int stepsPerMinute = 6;
    constexpr int steps = kMinutesPerSession * stepsPerMinute;
    std::vector<Bar> bars;
    const auto open = fromLocal(date, (9 * 60 + 30) * kNanosPerMinute, "America/New_York");
    if (!open)
        return bars;
    const Price tick = listing.instrument.spec.tick;
    const std::int64_t range = std::max<std::int64_t>(day.high.raw() - day.low.raw(), tick.raw());
    // A walk of n steps spans about 1.6 sqrt(n) of its step (Feller 1951).
    const std::int64_t noise = range / 78;
    std::int64_t last = day.open.raw();
    for (int m = 0; m < kMinutesPerSession; ++m) {
        Bar bar{*open + m * kNanosPerMinute, onTickAtLeastOne(last, tick), {}, {}, {}, {}};
        bar.high = bar.low = bar.close = bar.open;
        for (int s = 0; s < stepsPerMinute; ++s) {
            // Drawn to the close, more firmly the nearer it is.
            const std::int64_t left = steps - (std::int64_t{m} * stepsPerMinute + s);
            const std::int64_t pull = (day.close.raw() - last) / left;
            last = left == 1 ? day.close.raw() : reflected(last + pull + rng.gaussian(noise), day.low.raw(), day.high.raw());
            bar.close = onTickAtLeastOne(last, tick);
            bar.high = std::max(bar.high, bar.close);
            bar.low = std::min(bar.low, bar.close);
        }
        const std::int64_t lots = someVolume(rng, listing, kMinutesPerSession).raw() / listing.instrument.spec.lot.raw();
        bar.volume = Quantity::fromRaw(std::max<std::int64_t>(lots * busyness(m) / 1000, 1) * listing.instrument.spec.lot.raw());
        bars.push_back(bar);
    }
    return bars;
}

} // namespace

Date demoFirstDay() { return Date::of(2026, 1, 5); }

DemoHistory demoHistory(const std::vector<simulator::Listing>& listings, Date firstDay, std::uint64_t seed)
{
    const TradingCalendar calendar("XNYS", nyseHolidays());
    std::vector<Date> days(kDays);
    Date day = firstDay;
    for (auto it = days.rbegin(); it != days.rend(); ++it)
        *it = day = calendar.previous(day);

    Rng rng(seed ^ 0x5EEDULL);
    const Returns market = ownReturns(rng, 1400, kDays);
    std::map<InstrumentId, Returns> returns;
    DemoHistory history;
    for (const auto& listing : listings) {
        const Instrument& instrument = listing.instrument;
        Returns own = ownReturns(rng, listing.volatilityBp, kDays);
        if (const auto* future = std::get_if<Future>(&instrument.details); future != nullptr && returns.count(future->underlying) != 0)
            own = returns[future->underlying];
        else if (const auto* option = std::get_if<Option>(&instrument.details); option != nullptr && returns.count(option->underlying) != 0)
            own = sum(returns[option->underlying], option->right == OptionRight::Call ? 5000 : -5000, own, 0);
        else if (!listing.basket.empty()) {
            Returns basket(kDays, 0);
            for (const auto& part : listing.basket)
                if (returns.count(part.instrument) != 0)
                    basket = sum(basket, 1000, returns[part.instrument], part.perMille);
            own = basket;
        } else if (listing.crossLeft.valid() && returns.count(listing.crossLeft) != 0 && returns.count(listing.crossRight) != 0) {
            own = sum(returns[listing.crossLeft], 1000, returns[listing.crossRight], 1000);
        } else {
            own = sum(own, 1000, market, listing.betaPerMille);
        }
        std::vector<std::int64_t> closes(kDays);
        std::int64_t close = listing.startPrice.raw();
        for (int d = kDays - 1; d >= 0; --d) { // backwards, so that the walk ends where the market begins
            closes[static_cast<std::size_t>(d)] = close;
            const std::int64_t ppm = std::clamp<std::int64_t>(own[static_cast<std::size_t>(d)], -300'000, 300'000);
            close = std::max<std::int64_t>(mulDiv(close, kMillion, kMillion + ppm, Rounding::HalfEven).value_or(close), instrument.spec.tick.raw());
        }
        auto& daily = history.daily[instrument.id];
        std::int64_t previous = close;
        for (int d = 0; d < kDays; ++d) {
            const auto at = static_cast<std::size_t>(d);
            daily.push_back(barBetween(rng, days[at].startUtc(), previous, closes[at], std::int64_t{listing.volatilityBp} * 100 / 16,
                instrument.spec.tick, someVolume(rng, listing, 1)));
            previous = closes[at];
        }
        auto& minutes = history.minutes[instrument.id];
        for (int s = kDays - kMinuteSessions; s < kDays; ++s) {
            const auto bars = minutesOf(rng, listing, daily[static_cast<std::size_t>(s)], days[static_cast<std::size_t>(s)]);
            minutes.insert(minutes.end(), bars.begin(), bars.end());
        }
        returns[instrument.id] = std::move(own);
    }
    return history;
}

Result<void> storeHistory(market::BarStore& store, const std::vector<simulator::Listing>& listings, const DemoHistory& history)
{
    auto writer = store.beginWrite();
    if (!writer)
        return writer.error();
    for (const auto& listing : listings) {
        const auto put = [&](BarInterval interval, const std::vector<Bar>& bars) {
            return (*writer)->upsert({listing.instrument.symbol, interval, "sim"}, bars);
        };
        if (const auto written = put(BarInterval::Day, history.daily.at(listing.instrument.id)); !written)
            return written.error();
        if (const auto written = put(BarInterval::Minute, history.minutes.at(listing.instrument.id)); !written)
            return written.error();
    }
    return (*writer)->commit();
}

} // namespace rialto::app
