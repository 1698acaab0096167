// SPDX-License-Identifier: GPL-3.0-or-later
// Tables and sentences of the scenarios of `sim scenario` (docs/howto/scenarios.md). Functions throw CaseFailure with a
// sentence where a step cannot be read.
#pragma once

#include "api/cli/order_case.h"

#include <string>
#include <vector>

namespace rialto::cli {

inline constexpr int kMostPlaces = 8;

using Table = std::vector<std::vector<std::string>>;

std::string lowerCased(std::string text);
/// The text in lower case without spaces, its numbers in their shortest form.
std::string normalised(const std::string& text);
Table normalised(Table table);
/// The table of a step; its first row is the header.
Table tableOf(const Json& step);
/// The column of a name, in any case; the second form answers nothing where it is absent.
std::size_t columnOf(const Table& table, const std::string& name);
std::optional<std::size_t> columnIfAny(const Table& table, const std::string& name);
std::string cellOf(const Table& table, std::size_t row, std::size_t column);
/// Decimals that occur anywhere in a scenario decide its tick.
int placesIn(const Json& json);
/// What stands between the first pair of quotes, or nothing.
std::string quotedIn(const std::string& sentence);
/// The word after a phrase (both in lower case), without punctuation at its end; empty when there is none.
std::string wordAfter(const std::string& sentence, const std::string& phrase);

} // namespace rialto::cli
