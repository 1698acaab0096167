// SPDX-License-Identifier: GPL-3.0-or-later
// How far a series of prices can be trusted: findings row by row, a score for each row (day) and for the series. Nothing is
// changed. `Bad` rows contradict themselves or their neighbours so far that no market does it; `Review` rows are unusual and
// may be real (a crash, a split in raw prices): a person decides. What repair would change is found as well, by its reasons.
// Thresholds are multiples of the series' own usual moves, measured robustly around each row; they are in the .cpp beside
// each rule. Pure; any thread. Errors: those of price_table.h.
#pragma once

#include "integration/clean/price_table.h"

#include <map>
#include <string>
#include <vector>

namespace rialto::integration {

enum class FindingSeverity { Review, Bad };

struct QualityFinding {
    std::string code;
    FindingSeverity severity = FindingSeverity::Bad;
    std::uint64_t line = 0;       // 0: the series as a whole
    std::string time;
    std::string column;
    std::string detail;
};

struct DayScore {
    std::string time;
    std::uint64_t line = 0;
    int score = 100;
};

struct QualityReport {
    std::size_t rows = 0;
    std::string first;
    std::string last;
    double score = 100;                       // mean of the rows' scores
    std::vector<DayScore> days;               // those below 100
    std::vector<QualityFinding> findings;
    std::map<std::string, std::size_t> byCode;
    std::size_t repairable = 0;               // cells that repair would change
    std::string verdict;                      // "trusted", "review", "quarantine"
};

struct QualityOptions {
    int gapDays = 6;                          // calendar days without a row, in daily series
};

/// `text`: a CSV file of prices.
Result<QualityReport> assessText(const std::string& text, const QualityOptions& options = {});

std::string toJson(const QualityReport& report, std::size_t listed);
std::string toText(const QualityReport& report);

} // namespace rialto::integration
