// SPDX-License-Identifier: GPL-3.0-or-later
// A whole history through a LotKeeper: in which order the rows are taken, at how many places amounts are kept, and what one
// more sale would do under every method. Pure.
//   date  by date, rows of a day as they stand (a file that is newest first throughout is turned round first)
//   file  as the rows stand
//   either by date; where that sells what is not held yet and the file's own order does not, the file's (lots that carry their
//          own acquisition dates)
// Errors: those of LotKeeper.
#pragma once

#include "ledger/lots/lot_keeper.h"

namespace rialto {

enum class RowOrder { Either, Date, File };

struct LotRun {
    LotKeeper keeper;
    RowOrder order = RowOrder::Date; // that was taken: Date or File
};

/// options.places is the most to be tried; 4 and 2 follow when the amounts are too large for it.
Result<LotRun> runLots(std::vector<LotEvent> events, LotOptions options, RowOrder order);

/// Tax on a dividend that waited until its shares were sold.
struct DividendTax {
    std::size_t row = 0;         // of the sale
    Date date;
    std::string lotId;
    Date acquired;
    std::int64_t dividend = 0;
    ExactDecimal rate;
    std::int64_t tax = 0;
};

/// What is shown of a run, whatever made it.
struct LotReport {
    LotOptions options;
    RowOrder order = RowOrder::Date;
    std::vector<Lot> lots;
    std::vector<Disposal> disposals;
    std::vector<IncomeRow> income;
    std::vector<ActionOutcome> actions;
    std::vector<DividendTax> dividendTax;
    std::int64_t otherFees = 0;
    bool conserved = false;
    std::string rules;           // id and version of the rule pack, "" without
    std::vector<std::string> notes;
};
LotReport reportOf(const LotRun& run);

struct WhatIf {
    LotMethod method = LotMethod::Fifo;
    std::optional<Error> refused;
    int places = 8;
    Disposal disposal;           // no matches when refused
};

/// The gain of one more event under each method, each over the whole history.
std::vector<WhatIf> whatIf(const std::vector<LotEvent>& events, const LotEvent& more, const LotOptions& options, RowOrder order);

} // namespace rialto
