// SPDX-License-Identifier: GPL-3.0-or-later
// tearSheetData(): a backtest's result as the facts of the report "backtest-tear-sheet". Pure; any thread.
#pragma once

#include "backtest/statistics.h"
#include "reports/report_data.h"

#include <string>
#include <vector>

namespace rialto {

struct TearSheetHead {
    std::string strategy;
    std::vector<std::string> parameters;     // "fast=20"
    std::string costs;                       // a sentence
    std::int64_t halfSpreadPpm = 0;
    std::int64_t participationPpm = 0;
    int latencyBars = 0;
    double riskless = 0;
    Timestamp createdAt;                     // same input, same bytes: not the clock's
    reports::LocalizedText firmName{"Rialto", "里亚托"};
};

reports::ReportData tearSheetData(const backtest::BacktestResult& result, const TearSheetHead& head);

} // namespace rialto
