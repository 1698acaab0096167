// SPDX-License-Identifier: GPL-3.0-or-later
// Continuous futures: the contracts of one root, one after the other, as one series. From which day a contract is followed by the
// next is a rule that looks only at what was known the evening before: the next one has more volume, or more open interest, or
// the calendar says so. At a roll, prices before it may be moved by the difference of the two closes of the evening (back-adjusted)
// or multiplied by their ratio; the newest contract's prices are never changed. Exact: each product is rounded half even to eight
// decimals. Pure; any thread.
// Errors: market.continuous-empty (fewer than one contract with bars), market.continuous-interest (no open interest is known),
// market.continuous-range (an adjusted price does not fit, or a ratio would divide by zero).
#pragma once

#include "base/result.h"
#include "domain/bar.h"
#include "domain/date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::market {

enum class RollRule { Volume, OpenInterest, Calendar };
enum class RollAdjust { None, Back, Ratio };
/// When a contract ends, for the calendar's rule.
enum class ContractEnd { ThirdFriday, MonthStart, MonthEnd, LastBar };

struct ContractMonth {
    std::string root;  // "ES"
    int year = 0;
    int month = 0;
    friend bool operator==(const ContractMonth&, const ContractMonth&) = default;
};
/// "ESZ23", "ESZ2023", "ES_202312", "es_trade_201312", "IF2401", "rb2405", "ES 2023-12"; nothing when there is no month in it.
std::optional<ContractMonth> contractMonth(std::string_view name);

struct Contract {
    std::string name;
    ContractMonth month;
    std::vector<Bar> bars;                                 // daily, rising
    std::vector<std::optional<std::int64_t>> openInterest; // one a bar, or empty
};

struct ContinuousOptions {
    RollRule rule = RollRule::Volume;
    RollAdjust adjust = RollAdjust::Back;
    ContractEnd end = ContractEnd::ThirdFriday;
    int daysBefore = 8;          // calendar days before the end
};

struct Roll {
    Date day;                    // the first day of the new contract
    std::string from, to;
    Date decided;                // the evening before it
    Price oldClose, newClose;    // of that evening, or the last evening that both traded
    std::string reason;          // with the figures
};

struct ContinuousBar {
    Bar bar;                     // adjusted
    Bar raw;
    std::string contract;
};

struct Continuous {
    std::vector<ContinuousBar> bars;
    std::vector<Roll> rolls;
};

Result<Continuous> continuousSeries(std::vector<Contract> contracts, const ContinuousOptions& options);

} // namespace rialto::market
