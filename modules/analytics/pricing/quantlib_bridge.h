// SPDX-License-Identifier: GPL-3.0-or-later
// What the .cpp files of this folder share: dates and conventions as QuantLib's, its lock, and its exceptions as errors.
// QuantLib's headers stay inside this folder, because they are long and know no warnings.
#pragma once

#include "analytics/pricing/day_count.h"

#include <ql/time/date.hpp>
#include <ql/time/daycounter.hpp>
#include <ql/time/schedule.hpp>

#include <mutex>

namespace rialto::pricing {

/// QuantLib's observers and settings are shared by the whole program: whoever makes instruments holds this.
std::mutex& quantLibLock();

/// Errors: pricing.date-range (before 1901-01-01 or after 2199-12-31).
Result<QuantLib::Date> quantLibDate(Date date);
/// `schedule` gives ACT/ACT ISMA its coupon periods.
QuantLib::DayCounter quantLibDayCounter(DayCount convention, const QuantLib::Schedule& schedule = {});

template <typename Work>
auto guarded(Work&& work) -> decltype(work())
{
    const std::lock_guard<std::mutex> lock(quantLibLock());
    try {
        return work();
    } catch (const std::exception& failure) {
        return invalid("pricing.library", failure.what());
    }
}

} // namespace rialto::pricing
