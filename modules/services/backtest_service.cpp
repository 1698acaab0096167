// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/backtest_service.h"

#include <algorithm>
#include <limits>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

namespace rialto {

namespace {

using namespace backtest;

/// Runs `work(i)` for every i on several threads; the first failure, by place, is the answer.
template <class Work>
Result<void> forEach(std::size_t count, const BacktestJobs& jobs, BacktestProgress& progress, Work&& work)
{
    std::atomic<std::size_t> next{0}, done{0};
    std::atomic<bool> stop{false};
    std::mutex mutex;
    std::optional<std::pair<std::size_t, Error>> failure;
    const auto run = [&] {
        for (std::size_t i = next++; i < count && !stop; i = next++) {
            const Result<void> result = jobs.cancel != nullptr && *jobs.cancel ? Result<void>(unavailable("backtest.cancelled")) : work(i);
            ++done;
            if (result)
                continue;
            const std::lock_guard lock(mutex);
            if (!failure || i < failure->first)
                failure = {i, result.error()};
            stop = true;
        }
    };
    const int wanted = jobs.threads > 0 ? jobs.threads : int(std::max(1U, std::thread::hardware_concurrency()));
    const auto threads = std::min<std::size_t>(std::size_t(wanted), std::max<std::size_t>(1, count));
    std::vector<std::thread> workers;
    for (std::size_t i = 0; i < threads; ++i)
        workers.emplace_back(run);
    const std::size_t before = progress.done;
    while (jobs.progress && !stop && done < count) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        progress.done = before + done;
        jobs.progress(progress);
    }
    for (std::thread& worker : workers)
        worker.join();
    progress.done = before + done;
    if (failure)
        return failure->second;
    return {};
}

Result<Figures> runOnce(const BacktestInput& input, const MakeStrategy& make, const std::vector<std::string>& pairs, double riskless, BacktestResult* keep = nullptr)
{
    auto strategy = make(pairs);
    if (!strategy)
        return strategy.error();
    auto result = runBacktest(input, **strategy);
    if (!result)
        return result.error();
    const Figures figures = backtest::figures(*result, riskless);
    if (keep != nullptr)
        *keep = std::move(*result);
    return figures;
}

std::size_t bestOf(const std::vector<SweepRow>& rows, Objective objective)
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (score(rows[i].figures, objective) > score(rows[best].figures, objective))
            best = i;
    return best;
}

Result<std::vector<SweepRow>> rowsOf(const BacktestInput& input, const MakeStrategy& make, const std::vector<std::vector<std::string>>& grid, double riskless,
    const BacktestJobs& jobs, BacktestProgress& progress)
{
    std::vector<SweepRow> rows(grid.size());
    const auto ran = forEach(grid.size(), jobs, progress, [&](std::size_t i) -> Result<void> {
        const auto figures = runOnce(input, make, grid[i], riskless);
        if (figures)
            rows[i] = {grid[i], *figures};
        // A combination that makes no sense (a fast average slower than the slow one) is a row without figures.
        else if (figures.error().code == "backtest.parameters")
            rows[i] = {grid[i], {}};
        else
            return figures.error();
        return {};
    });
    if (!ran)
        return ran.error();
    rows.erase(std::remove_if(rows.begin(), rows.end(), [](const SweepRow& row) { return row.figures.days == 0; }), rows.end());
    if (rows.empty())
        return invalid("backtest.parameters", "no combination of the sweep can run");
    return rows;
}

} // namespace

Result<Sweep> sweep(const BacktestInput& input, const MakeStrategy& make, const std::vector<std::vector<std::string>>& grid, Objective objective, double riskless,
    const BacktestJobs& jobs)
{
    BacktestProgress progress{0, grid.size()};
    auto rows = rowsOf(input, make, grid, riskless, jobs, progress);
    if (!rows)
        return rows.error();
    Sweep out;
    out.rows = std::move(*rows);
    out.best = bestOf(out.rows, objective);
    std::vector<Figures> all;
    for (const SweepRow& row : out.rows)
        all.push_back(row.figures);
    out.deflated = deflatedSharpe(all, out.best);
    return out;
}

Result<WalkForward> walkForward(const BacktestInput& input, const MakeStrategy& make, const std::vector<std::vector<std::string>>& grid, Objective objective,
    double riskless, int trainDays, int testDays, bool anchored, const BacktestJobs& jobs)
{
    std::set<std::int32_t> seen;
    for (const PriceSeries& series : input.series)
        for (const Bar& bar : series.bars)
            if (bar.start >= input.tradeFrom && bar.start < input.until)
                seen.insert(Date::ofUtc(bar.start).days);
    std::vector<Date> days;
    for (const std::int32_t day : seen)
        days.emplace_back(day);
    const auto windows = walkForwardWindows(days, trainDays, testDays, anchored);
    if (!windows)
        return windows.error();
    BacktestProgress progress{0, windows->size() * (grid.size() + 1)};
    WalkForward out;
    double trained = 0, tested = 0, index = 1;
    for (const Window& window : *windows) {
        BacktestInput part = input;
        part.tradeFrom = window.trainFrom;
        part.until = window.testFrom;
        const auto rows = rowsOf(part, make, grid, riskless, jobs, progress);
        if (!rows)
            return rows.error();
        const SweepRow& best = (*rows)[bestOf(*rows, objective)];
        part.tradeFrom = window.testFrom;
        part.until = window.testUntil;
        BacktestResult result;
        const auto figures = runOnce(part, make, best.pairs, riskless, &result);
        if (!figures)
            return figures.error();
        ++progress.done;
        for (analytics::ReturnPoint point : dailyReturns(result)) {
            point.index = index *= 1 + point.rate;
            out.chained.push_back(point);
        }
        trained += best.figures.annualReturn;
        tested += figures->annualReturn;
        out.windows.push_back({window, best.pairs, best.figures, *figures});
    }
    out.figures = backtest::figures(out.chained, riskless);
    out.efficiency = trained != 0 ? tested / trained : std::numeric_limits<double>::quiet_NaN();
    return out;
}

} // namespace rialto
