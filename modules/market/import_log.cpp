// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/import_log.h"

namespace rialto::market {

std::string seriesName(const SeriesKey& key) { return key.symbol + "|" + std::string(name(key.interval)) + "|" + key.source; }

std::optional<SeriesKey> seriesNamed(std::string_view text)
{
    const auto last = text.rfind('|');
    const auto middle = last == std::string_view::npos || last == 0 ? std::string_view::npos : text.rfind('|', last - 1);
    if (middle == std::string_view::npos || middle == 0)
        return std::nullopt;
    const std::string_view interval = text.substr(middle + 1, last - middle - 1);
    for (const BarInterval each : {BarInterval::Minute, BarInterval::Hour, BarInterval::Day})
        if (name(each) == interval)
            return SeriesKey{std::string(text.substr(0, middle)), each, std::string(text.substr(last + 1))};
    return std::nullopt;
}

} // namespace rialto::market
