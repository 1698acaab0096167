// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/time_zone.h"

#include <date/tz.h>

#include <chrono>
#include <exception>
#include <string>

namespace rialto {

namespace {

// The library throws for an unknown zone; no exception leaves this file.
const date::time_zone* locate(std::string_view zone)
{
    try {
        return date::locate_zone(std::string(zone));
    } catch (const std::exception&) {
        return nullptr;
    }
}

Error unknown(std::string_view zone) { return invalid("domain.zone-unknown", std::string(zone.substr(0, 64))); }

} // namespace

Result<std::int64_t> utcOffsetSeconds(Timestamp time, std::string_view zone)
{
    const auto* found = locate(zone);
    if (found == nullptr)
        return unknown(zone);
    const date::sys_seconds instant{std::chrono::seconds(
        time.nanos >= 0 ? time.nanos / kNanosPerSecond : -((-time.nanos + kNanosPerSecond - 1) / kNanosPerSecond))};
    return std::int64_t{found->get_info(instant).offset.count()};
}

Result<Timestamp> fromLocal(Date date, std::int64_t nanosSinceMidnight, std::string_view zone)
{
    const auto* found = locate(zone);
    if (found == nullptr)
        return unknown(zone);
    const Timestamp wall = date.startUtc() + nanosSinceMidnight;
    const date::local_seconds local{std::chrono::seconds(wall.nanos / kNanosPerSecond)};
    const auto instant = found->to_sys(local, date::choose::earliest);
    const std::int64_t fraction = wall.nanos % kNanosPerSecond;
    return Timestamp(std::int64_t{instant.time_since_epoch().count()} * kNanosPerSecond + fraction);
}

Result<Date> localDate(Timestamp time, std::string_view zone)
{
    const auto offset = utcOffsetSeconds(time, zone);
    if (!offset)
        return offset.error();
    return Date::ofUtc(time, *offset);
}

} // namespace rialto
