// SPDX-License-Identifier: GPL-3.0-or-later
// OrderCase: one book of the matching engine that the steps of a case change and compare, in words of JSON
// (docs/howto/scenarios.md). For the verb `sim orders`; throws CaseFailure with a sentence where a step cannot be read.
// Before EnableMatching or SetPhase, orders rest without trading. Stops watch the quote unless told otherwise.
#pragma once

#include "api/cli/command.h"
#include "matching/matching_engine.h"

#include <map>
#include <optional>
#include <string>

namespace rialto::cli {

struct CaseFailure {
    std::string text;
};

/// The text under a name, or none.
std::string wordIn(const Json& step, const char* name);
/// A whole number under the first of the names that is there.
std::optional<std::int64_t> wholeIn(const Json& step, std::initializer_list<const char*> names);

class OrderCase : public matching::MatchingHandler {
public:
    OrderCase();

    Json trades = Json::array(); // all of them

    /// Runs a step with `op`; answers what there is to say about it, mostly nothing.
    std::string run(const Json& step);
    /// One expectation, with what was found and whether they agree.
    Json check(const Json& step);
    Json bookNow() const;

    void onTrade(const matching::Trade& trade);
    void onRejected(const matching::Rejected& rejected);
    void onCancelled(const matching::Cancelled& cancelled);

private:
    std::string runOnBook(const std::string& op, const Json& step, bool& known);
    std::string runOnOrder(const std::string& op, const Json& step);
    std::string add(const Json& step);
    std::string addGroup(const Json& step);
    matching::NewOrder parse(const Json& step) const;
    matching::UncrossOptions uncrossOptions(const Json& step) const;
    matching::OrderId newId(std::uint64_t name);
    /// The engine's id of the latest order of a name.
    std::optional<matching::OrderId> idOf(const Json& step) const;
    std::uint64_t shown(const matching::OrderView& view) const;
    std::int64_t figure(const std::string& what, matching::Side side) const;
    Json orderField(const std::optional<matching::OrderView>& view, const std::string& field) const;
    std::optional<Json> checkOfBook(const std::string& what, const Json& step);

    matching::MatchingEngine m_engine;
    matching::BookId m_book = 0;
    bool m_matching = false;
    matching::OrderId m_lastId = 0;
    std::map<std::uint64_t, matching::OrderId> m_ids;   // by the name in the file
    std::map<matching::OrderId, std::uint64_t> m_names; // and back
    std::map<matching::OrderId, std::uint64_t> m_executed;
    std::map<std::pair<matching::OrderId, matching::CancelReason>, std::uint64_t> m_cancelled;
    std::optional<matching::RejectReason> m_refused; // the first of the last step
    Json m_newTrades = Json::array(); // since they were compared last
};

} // namespace rialto::cli
