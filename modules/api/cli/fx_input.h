// SPDX-License-Identifier: GPL-3.0-or-later
// What the fx verbs share: fixings from files or the book, currency pairs and rules for days without a fixing.
#pragma once

#include "api/cli/research_input.h"
#include "research/fixing.h"

namespace rialto::cli {

struct FxArguments {
    std::vector<std::string> files;
    std::string date;
    std::string rule = "previous";
};
void addFxOptions(CLI::App& app, FxArguments& arguments);
/// All of the files, or those of the book around the day (all when there is none).
Result<std::vector<research::Fixing>> fxFixings(Context& context, const FxArguments& arguments, std::optional<Date> day);
research::DayRule dayRule(const std::string& name);
/// "EUR/USD", "EURUSD". Errors: cli.fx-pair.
Result<std::pair<std::string, std::string>> fxPair(const std::string& text);
Json crossJson(const research::CrossRate& rate, const std::string& from, const std::string& to, const std::string& rule);
/// The newest day of the fixings.
std::optional<Date> newestDay(const std::vector<research::Fixing>& fixings);

} // namespace rialto::cli
