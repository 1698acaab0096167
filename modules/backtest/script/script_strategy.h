// SPDX-License-Identifier: GPL-3.0-or-later
// A strategy written in JavaScript (Qt's engine), for analysts. The script may define start(), onBar(series) and onTime(), and
// finds these functions: param(name, default), indicator(name, {parameter: value}, series = 0, output = "") in start(),
// value(line, ago = 0), open/high/low/close/volume(ago = 0, series = 0), bars(series = 0), symbol(series), seriesCount(), day(),
// position(series = 0), cash(), equity(), openOrders(series = 0), target(weight, series = 0), buy(quantity, limit, series = 0),
// sell(quantity, limit, series = 0) (limit 0 or absent: at the market), cancelAll(series = 0), log(text).
// The script is a guest: it has no files, no network, no clock and no random numbers (Date and Math.random are gone), the time of
// a run is bounded by `seconds`, and on Linux what the program's memory may grow by during it by `megabytes`; elsewhere memory is
// not bounded. One strategy a thread. Errors: backtest.script (file, line, what), backtest.script-time, backtest.script-memory.
#pragma once

#include "backtest/strategy.h"

namespace rialto::backtest {

struct ScriptLimits {
    double seconds = 60;
    double megabytes = 512;
};

struct Script {
    std::string name;                      // of the file, for messages
    std::string text;
    std::vector<std::string> parameters;   // "fast=20"
    ScriptLimits limits{};
    std::function<void(const std::string&)> log{}; // may be empty
};

/// Never null; what is wrong with the script is told by start().
std::unique_ptr<Strategy> scriptStrategy(Script script);

} // namespace rialto::backtest
