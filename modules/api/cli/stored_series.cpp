// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/stored_series.h"

#include <vector>

namespace rialto::cli {

Result<market::SeriesKey> storedSeries(market::BarStore& store, const std::string& symbol, const std::string& interval, const std::string& source,
    const std::string& sourceOption)
{
    const auto series = store.series();
    if (!series)
        return series.error();
    std::vector<market::SeriesKey> fitting;
    for (const auto& each : *series)
        if (each.key.symbol == symbol && (interval.empty() || name(each.key.interval) == interval) && (source.empty() || each.key.source == source))
            fitting.push_back(each.key);
    if (fitting.size() == 1)
        return fitting.front();
    if (fitting.empty())
        return notFound("market.series-unknown", "no bars of " + symbol + " are stored; `rialtoctl bars list` shows what is");
    std::string choices;
    for (const auto& key : fitting)
        choices += (choices.empty() ? "" : ", ") + std::string(name(key.interval)) + " from " + key.source;
    return invalid("cli.series-ambiguous", symbol + " is stored as " + choices + "; say which with --interval and " + sourceOption);
}

} // namespace rialto::cli
