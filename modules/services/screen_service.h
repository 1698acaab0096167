// SPDX-License-Identifier: GPL-3.0-or-later
// ScreenService: asks a Screen of every stored series of an interval, with the fundamentals that the information desk knows of the
// symbol. Reads only; the thread of the stores. Errors: those of screen.h and the stores.
#pragma once

#include "analytics/screen/screen.h"
#include "base/result.h"
#include "domain/bar.h"
#include "domain/date.h"
#include "market/bar_store.h"
#include "research/research_store.h"

#include <atomic>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rialto {

struct ScreenRequest {
    std::string condition;
    BarInterval interval = BarInterval::Day;
    std::string source;                // "": of several sources of a symbol the one that reaches furthest
    std::vector<std::string> symbols;  // empty: all
    std::optional<Date> asOf;          // bars after that day and filings after it are not looked at
};

struct ScreenRow {
    std::string symbol;
    std::string source;
    Timestamp asOf;                    // start of the newest bar that was looked at
    analytics::Answer answer = analytics::Answer::Unknown;
    std::map<std::string, std::optional<double>> values;
};

struct ScreenAnswer {
    std::string understood;
    int barsNeeded = 1;
    std::vector<ScreenRow> rows;       // by symbol
};

/// The fundamentals a screen may name, in lower case: the items and ratios of the statement view, and pe, pb, ps, marketcap,
/// dividendyield, which join the newest annual figures with the close.
const std::vector<std::string>& screenFundamentals();
/// "netincome" -> "Net income"; "" when it is none.
std::string screenFundamentalLabel(const std::string& name);

/// What screen.h asks of one instrument, from its bars and perhaps its filings.
analytics::ScreenSubject screenSubject(const std::vector<Bar>& bars, const std::optional<research::Company>& company, std::optional<Date> asOf);

Result<ScreenAnswer> screenStored(market::BarStore& bars, research::ResearchStore* desk, const ScreenRequest& request, const std::atomic<bool>* cancelled = nullptr);

} // namespace rialto
