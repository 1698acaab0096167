// SPDX-License-Identifier: GPL-3.0-or-later
// The words that files of cases use for the terms of an order, a phase, a group (docs/howto/scenarios.md), for `sim orders` and
// `sim scenario`. Case, spaces, hyphens and underscores do not matter. Nothing where a word is unknown. Any thread.
#pragma once

#include "matching/matching_engine.h"

#include <optional>
#include <string>

namespace rialto::cli {

/// Lower case, letters and digits only: "Stop-Limit" and "stop_limit" are the same word.
std::string plainWord(const std::string& text);

/// "limit", "market", "market to limit", "stop", "stop limit", "trailing stop", "trailing stop limit", "market if touched",
/// "limit if touched", "pegged", "closing price".
std::optional<matching::OrderKind> orderKindWord(const std::string& text);
/// GTC, DAY, IOC, FOK, GTD, OPEN, CLOSE.
std::optional<matching::TimeInForce> timeInForceWord(const std::string& text);
/// "allow", "cancel newest", "cancel oldest", "cancel both", "decrement".
std::optional<matching::SelfTrade> selfTradeWord(const std::string& text);
/// OCO, OTO, bracket.
std::optional<matching::GroupKind> groupKindWord(const std::string& text);
std::optional<matching::Phase> phaseWord(const std::string& text);
std::optional<matching::GuardAction> guardActionWord(const std::string& text);

} // namespace rialto::cli
