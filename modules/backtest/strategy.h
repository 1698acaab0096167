// SPDX-License-Identifier: GPL-3.0-or-later
// Strategy: what decides in a backtest. It sees each bar when it is complete and speaks to the market through a Desk; its orders
// go through the gate, the order manager and the ledger that trade live, and reach the market with the next bar. Each file
// of strategies/ defines one StrategyDefinition and is thereby in the catalogue. A strategy belongs to one run and one thread;
// it reads no clock and has no random numbers of its own. Doubles here are for decisions; money is exact in the ledger.
#pragma once

#include "analytics/indicator_core/indicator.h"
#include "domain/bar.h"
#include "domain/date.h"
#include "domain/order.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::backtest {

/// An indicator that the run keeps up to date: one value a bar of its series, not a number until it is ready.
struct Line {
    std::size_t place = 0;
};

/// The strategy's hands and eyes. `series` is a place in the list of instruments. Order verbs return the order's id, or an
/// invalid one when the gate refused it (the run counts and keeps the refusals).
class Desk {
public:
    virtual ~Desk() = default;
    virtual std::size_t seriesCount() const = 0;
    virtual const std::string& symbol(std::size_t series) const = 0;
    /// Bars seen so far; 0 for a series that has not begun.
    virtual std::size_t bars(std::size_t series) const = 0;
    /// 0 the newest. Precondition: ago < bars(series).
    virtual const Bar& bar(std::size_t series, std::size_t ago = 0) const = 0;
    virtual double close(std::size_t series, std::size_t ago = 0) const = 0;
    virtual Date day() const = 0;

    /// Only in start(). `output` "" is the first one. Errors: backtest.indicator-unknown, those of indicatorValues.
    virtual Result<Line> indicator(std::size_t series, std::string_view name, const std::vector<std::string>& parameters, std::string_view output = {}) = 0;
    /// At the newest bar of the line's series, or so many bars before; not a number before the first.
    virtual double value(Line line, std::size_t ago = 0) const = 0;

    virtual Quantity position(std::size_t series) const = 0;
    virtual double cash() const = 0;
    virtual double equity() const = 0;

    virtual OrderId market(std::size_t series, Side side, Quantity quantity) = 0;
    /// A day order; the price is rounded to the tick, to the passive side.
    virtual OrderId limit(std::size_t series, Side side, Quantity quantity, double price, TimeInForce tif = TimeInForce::Day) = 0;
    virtual void cancel(OrderId order) = 0;
    virtual void cancelAll(std::size_t series) = 0;
    virtual int openOrders(std::size_t series) const = 0;

    /// Market order towards this share of equity, in whole lots, rounded towards zero; open orders of the series are cancelled.
    /// A buy leaves room for fees. Nothing is sent while the difference is less than a lot.
    virtual void target(std::size_t series, double weight) = 0;
};

class Strategy {
public:
    virtual ~Strategy() = default;
    /// Before the first bar: asks for indicators.
    virtual Result<void> start(Desk&) { return {}; }
    /// After each bar of a series; series that share a time are told in their order, then `onTime`.
    virtual void onBar(Desk&, std::size_t) {}
    /// After all bars of one time.
    virtual void onTime(Desk&) {}
    /// Something that ends the run with a sentence (a script that failed); asked after each time.
    virtual Result<void> healthy() { return {}; }
};

struct StrategyDefinition {
    std::string name{};
    std::string title{};
    std::string rules{};  // what it does, in words, with the source of the idea
    std::vector<analytics::Parameter> parameters{};
    std::function<std::unique_ptr<Strategy>(const analytics::Values&)> make{};
};

/// The catalogue, by file name. The vector lives for ever, so that Values may point into it.
const std::vector<StrategyDefinition>& strategyCatalogue();
const StrategyDefinition* findStrategy(std::string_view name);
/// "fast=20" pairs over the defaults. Errors: those of indicatorValues.
Result<analytics::Values> strategyValues(const StrategyDefinition& definition, const std::vector<std::string>& pairs);

} // namespace rialto::backtest
