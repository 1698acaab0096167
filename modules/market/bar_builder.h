// SPDX-License-Identifier: GPL-3.0-or-later
// BarBuilder: trades in, bars out, one at a time and always up to date. Pure; one owner. A bar begins at its first trade's
// interval, aligned to UTC for minutes and hours; for days the caller says which trading day a trade belongs to, because that
// is the market's business (sessions that pass midnight). Intervals without a trade have no bar: nothing is invented.
#pragma once

#include "domain/bar.h"
#include "domain/date.h"

#include <optional>

namespace rialto::market {

class BarBuilder {
public:
    explicit BarBuilder(BarInterval interval) : m_interval(interval) {}

    struct Update {
        std::optional<Bar> finished; // the trade began a new interval: this one will not change again
        bool late = false;           // older than the current bar: not counted
    };
    /// `tradingDay` is used by daily bars only.
    Update add(Timestamp time, Price price, Quantity quantity, Date tradingDay);
    /// The bar in progress.
    const std::optional<Bar>& current() const { return m_current; }
    /// Ends the bar in progress (end of session).
    std::optional<Bar> finish();
    BarInterval interval() const { return m_interval; }

private:
    Timestamp startOf(Timestamp time, Date tradingDay) const;

    BarInterval m_interval;
    std::optional<Bar> m_current;
};

/// Combines a bar with the next one of a shorter interval; the result keeps the first one's start.
Bar merged(const Bar& earlier, const Bar& later);

} // namespace rialto::market
