// SPDX-License-Identifier: GPL-3.0-or-later
// From what a user says to the input of a backtest: bars of files or of a book, terms of the instrument, costs. Errors: those of
// importing, cli.backtest-*.
#pragma once

#include "api/cli/command.h"
#include "api/cli/table_arguments.h"
#include "backtest/backtest.h"

namespace rialto::cli {

struct BacktestInputArguments {
    std::vector<std::string> bars, symbols, factors;
    std::string adjust = "total";
    std::string interval, barSource;
    TableArguments table;
    std::string cash = "100000", tick, lot = "1", asset = "equity", margin, multiplier = "1";
    std::string from, to;
    double halfSpreadBp = 1, participation = 10;
    int latencyBars = 0;
    bool noFees = false;
    std::optional<double> commissionBp, sellTaxBp;
    std::string feePerUnit, minimumFee;
};

struct BacktestSource {
    backtest::BacktestInput input;
    std::string fees;        // a sentence
    std::string adjustment;  // the same
};

void addBacktestInput(CLI::App& app, BacktestInputArguments& arguments);
Result<BacktestSource> readBacktestInput(Context& context, const BacktestInputArguments& arguments);

} // namespace rialto::cli
