// SPDX-License-Identifier: GPL-3.0-or-later
// BacktestService: many runs on all cores: a sweep over a grid of parameters, a walk forward, with progress and cancel. Functions
// block the calling thread, which must not be the GUI's; `Progress` is called from it. Results are in the order of the grid and do
// not depend on the number of threads. Errors: those of backtest.h and sweep.h; backtest.cancelled.
#pragma once

#include "backtest/sweep.h"

#include <atomic>
#include <functional>
#include <memory>

namespace rialto {

struct BacktestProgress {
    std::size_t done = 0;
    std::size_t of = 0;
};

struct BacktestJobs {
    int threads = 0;                                     // 0: one a core
    std::function<void(const BacktestProgress&)> progress; // may be empty
    std::atomic<bool>* cancel = nullptr;
};

/// A fresh strategy with these parameters; called from worker threads.
using MakeStrategy = std::function<Result<std::unique_ptr<backtest::Strategy>>(const std::vector<std::string>& pairs)>;

struct SweepRow {
    std::vector<std::string> pairs;
    backtest::Figures figures;
};
struct Sweep {
    std::vector<SweepRow> rows;
    std::size_t best = 0;
    backtest::Deflated deflated;
};
Result<Sweep> sweep(const backtest::BacktestInput& input, const MakeStrategy& make, const std::vector<std::vector<std::string>>& grid, backtest::Objective objective,
    double riskless, const BacktestJobs& jobs);

struct WalkedWindow {
    backtest::Window window;
    std::vector<std::string> chosen;
    backtest::Figures trained;   // of the choice, on the part it was chosen on
    backtest::Figures tested;
};
struct WalkForward {
    std::vector<WalkedWindow> windows;
    std::vector<analytics::ReturnPoint> chained; // the tested parts, one after another
    backtest::Figures figures;                   // of them
    double efficiency = 0;                       // mean annual return tested over trained
};
Result<WalkForward> walkForward(const backtest::BacktestInput& input, const MakeStrategy& make, const std::vector<std::vector<std::string>>& grid,
    backtest::Objective objective, double riskless, int trainDays, int testDays, bool anchored, const BacktestJobs& jobs);

} // namespace rialto
