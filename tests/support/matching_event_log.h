// SPDX-License-Identifier: GPL-3.0-or-later
// MatchingEventLog: a handler that writes each event of the matching engine as one short line, for tests to compare.
#pragma once

#include "matching/matching_events.h"

#include <string>
#include <utility>
#include <vector>

namespace rialto::testing {

class MatchingEventLog : public matching::MatchingHandler {
public:
    void onAccepted(const matching::Accepted& e)
    {
        add("accepted " + n(e.id) + side(e.side) + n(e.quantity) + "@" + n(e.price));
    }
    void onRejected(const matching::Rejected& e) { add("rejected " + n(e.id) + " " + reason(e.reason)); }
    void onTrade(const matching::Trade& e)
    {
        add("trade " + n(e.quantity) + "@" + n(e.price) + " maker " + n(e.maker) + " left " + n(e.makerRemaining) + " taker "
            + n(e.taker) + " left " + n(e.takerRemaining));
    }
    void onCancelled(const matching::Cancelled& e) { add("cancelled " + n(e.id) + " " + n(e.quantity) + " " + reason(e.reason)); }
    void onReduced(const matching::Reduced& e) { add("reduced " + n(e.id) + " to " + n(e.remaining)); }
    void onReplaced(const matching::Replaced& e)
    {
        add("replaced " + n(e.oldId) + " by " + n(e.newId) + side(e.side) + n(e.quantity) + "@" + n(e.price)
            + (e.keptPlace ? " in place" : ""));
    }
    void onRefreshed(const matching::Refreshed& e) { add("refreshed " + n(e.id) + " " + n(e.quantity)); }
    void onTriggered(const matching::Triggered& e) { add("triggered " + n(e.id) + " " + n(e.quantity) + " at " + n(e.trigger)); }
    void onRepriced(const matching::Repriced& e) { add("repriced " + n(e.id) + " " + n(e.quantity) + "@" + n(e.price)); }

    void onActivated(const matching::Activated& e) { add("activated " + n(e.id) + " " + n(e.quantity)); }
    void onPhaseChanged(const matching::PhaseChanged& e) { add("phase " + std::string(matching::name(e.phase))); }
    void onIndicative(const matching::Indicative& e)
    {
        add("indicative " + (e.result.price ? n(e.result.volume) + "@" + n(*e.result.price) : std::string("none")) + " surplus" +
            (e.result.surplusSide ? side(*e.result.surplusSide) + n(e.result.surplus) : " 0"));
    }

    /// The lines since the last call, joined by "; ".
    std::string take()
    {
        std::string text;
        for (const std::string& line : std::exchange(m_lines, {}))
            text += (text.empty() ? "" : "; ") + line;
        return text;
    }

private:
    template <class Number>
    static std::string n(Number value)
    {
        return std::to_string(value);
    }
    static std::string side(matching::Side side) { return side == matching::Side::Buy ? " buy " : " sell "; }
    static std::string reason(matching::RejectReason reason)
    {
        static constexpr const char* kWords[] = {"unknown order", "unknown book", "duplicate id", "zero quantity",
                                                 "price outside band", "bad combination", "not in this phase", "group refused"};
        return kWords[static_cast<std::size_t>(reason)];
    }
    static std::string reason(matching::CancelReason reason)
    {
        static constexpr const char* kWords[] = {"requested", "not filled at once", "not filled in full", "would take",
                                                 "self trade", "end of day", "expired", "no reference", "below minimum",
                                                 "auction over", "group done", "interrupted", "worse than fixed"};
        return kWords[static_cast<std::size_t>(reason)];
    }
    void add(std::string line) { m_lines.push_back(std::move(line)); }

    std::vector<std::string> m_lines;
};

} // namespace rialto::testing
