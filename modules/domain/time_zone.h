// SPDX-License-Identifier: GPL-3.0-or-later
// Time zones by IANA name, through date-tz and the system's tzdata. The offset is always asked for an instant or a local
// time, never assumed. Any thread; the first call loads the zone table.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/date.h"

#include <string_view>

namespace rialto {

/// Seconds east of UTC at the instant. Errors: domain.zone-unknown.
Result<std::int64_t> utcOffsetSeconds(Timestamp time, std::string_view zone);
/// The instant of a local wall time. A time that a spring change skips maps to the instant of the change; one that occurs
/// twice in autumn maps to the first. Errors: domain.zone-unknown.
Result<Timestamp> fromLocal(Date date, std::int64_t nanosSinceMidnight, std::string_view zone);
/// The civil day in the zone. Errors: domain.zone-unknown.
Result<Date> localDate(Timestamp time, std::string_view zone);

} // namespace rialto
