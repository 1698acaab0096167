// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/resample.h"

#include "domain/time_zone.h"
#include "market/bar_store.h"

#include <algorithm>

namespace rialto::market {

namespace {

constexpr std::int64_t kDaySeconds = 86'400;

/// A time zone's offset changes at whole quarters of an hour at most; asking once for each is enough.
class OffsetCache {
public:
    explicit OffsetCache(const std::string& zone) : m_zone(zone) {}
    Result<std::int64_t> at(Timestamp time)
    {
        constexpr std::int64_t kQuarter = 900 * kNanosPerSecond;
        const std::int64_t quarter = time.nanos / kQuarter - (time.nanos % kQuarter < 0 ? 1 : 0);
        if (!m_known || quarter != m_quarter) {
            const auto offset = utcOffsetSeconds(time, m_zone);
            if (!offset)
                return offset;
            m_offset = *offset;
            m_quarter = quarter;
            m_known = true;
        }
        return m_offset;
    }

private:
    const std::string& m_zone;
    bool m_known = false;
    std::int64_t m_quarter = 0;
    std::int64_t m_offset = 0;
};

} // namespace

Result<Resampled> resample(std::span<const Bar> bars, const ResampleOptions& options)
{
    const std::int64_t length = options.toSeconds;
    if (options.fromSeconds <= 0 || length < options.fromSeconds || length % options.fromSeconds != 0 || length > kDaySeconds || kDaySeconds % length != 0)
        return invalid("market.resample-interval", "the longer interval must be a multiple of the shorter one and a part of a day: 60 s to 1m, 5m, 15m, 30m, 1h, 2h, 4h, 1d");
    if (options.hasSession && !(options.openSeconds >= 0 && options.openSeconds < options.closeSeconds && options.closeSeconds <= kDaySeconds))
        return invalid("market.resample-interval", "a session opens before it closes, within one local day");
    if (const auto rising = requireRising(bars); !rising)
        return rising.error();
    OffsetCache offsets(options.zone);
    Resampled out;
    const std::int64_t anchor = options.hasSession && options.alignment == BarAlignment::Session ? options.openSeconds : 0;
    std::int64_t current = 0; // local second at which the bar in hand begins
    for (const Bar& bar : bars) {
        const auto offset = offsets.at(bar.start);
        if (!offset)
            return offset.error();
        const std::int64_t utc = bar.start.nanos / kNanosPerSecond - (bar.start.nanos % kNanosPerSecond < 0 ? 1 : 0);
        const std::int64_t local = utc + *offset;
        const std::int64_t day = local / kDaySeconds - (local % kDaySeconds < 0 ? 1 : 0);
        const std::int64_t second = local - day * kDaySeconds;
        if (options.hasSession && (second < options.openSeconds || second >= options.closeSeconds)) {
            ++out.outside;
            continue;
        }
        std::int64_t into = (second - anchor) % length;
        if (into < 0)
            into += length;
        const std::int64_t begin = length == kDaySeconds ? day * kDaySeconds : local - into;
        if (!out.bars.empty() && begin == current) {
            Bar& merged = out.bars.back();
            const auto volume = narrow(Int128(merged.volume.raw()) + bar.volume.raw());
            if (!volume)
                return invalid("market.volume-range", "the volume of the bar at " + isoUtc(merged.start) + " leaves the range of eight places");
            merged.high = std::max(merged.high, bar.high);
            merged.low = std::min(merged.low, bar.low);
            merged.close = bar.close;
            merged.volume = Quantity::fromRaw(*volume);
            ++out.merged.back();
            continue;
        }
        current = begin;
        Bar fresh = bar;
        fresh.start = length == kDaySeconds ? Timestamp(begin * kNanosPerSecond) : Timestamp((begin - *offset) * kNanosPerSecond);
        out.bars.push_back(fresh);
        out.merged.push_back(1);
    }
    return out;
}

} // namespace rialto::market
