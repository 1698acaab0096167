// SPDX-License-Identifier: GPL-3.0-or-later
// EventCollector: the events of a matching engine as plain numbers, so that those of two engines compare with ==.
#pragma once

#include "matching/matching_events.h"

#include <array>
#include <cstdint>
#include <vector>

namespace rialto::testing {

struct EventLine {
    enum Kind : std::uint8_t { Accepted, Rejected, Trade, Cancelled, Reduced, Replaced, Refreshed, Triggered, Repriced, Activated, Phase, Indicative };
    Kind kind{};
    std::array<std::uint64_t, 8> numbers{};
    bool operator==(const EventLine&) const = default;
};

class EventCollector : public matching::MatchingHandler {
public:
    std::vector<EventLine> lines;

    void onAccepted(const matching::Accepted& e) { add(EventLine::Accepted, e.id, e.price, e.quantity, e.owner, e.book, e.side); }
    void onRejected(const matching::Rejected& e) { add(EventLine::Rejected, e.id, e.book, e.reason); }
    void onTrade(const matching::Trade& e)
    {
        add(EventLine::Trade, e.maker, e.taker, e.price, e.quantity, e.makerRemaining, e.takerRemaining, e.book, e.takerSide);
    }
    void onCancelled(const matching::Cancelled& e) { add(EventLine::Cancelled, e.id, e.price, e.quantity, e.book, e.side, e.reason); }
    void onReduced(const matching::Reduced& e) { add(EventLine::Reduced, e.id, e.price, e.remaining, e.book, e.side); }
    void onReplaced(const matching::Replaced& e)
    {
        add(EventLine::Replaced, e.oldId, e.newId, e.price, e.quantity, e.book, e.side, e.keptPlace);
    }
    void onRefreshed(const matching::Refreshed& e) { add(EventLine::Refreshed, e.id, e.price, e.quantity, e.book, e.side); }
    void onTriggered(const matching::Triggered& e) { add(EventLine::Triggered, e.id, e.trigger, e.quantity, e.book, e.side); }
    void onRepriced(const matching::Repriced& e) { add(EventLine::Repriced, e.id, e.price, e.quantity, e.book, e.side); }
    void onActivated(const matching::Activated& e) { add(EventLine::Activated, e.id, e.quantity, e.book, e.side); }
    void onPhaseChanged(const matching::PhaseChanged& e) { add(EventLine::Phase, e.book, e.phase); }
    void onIndicative(const matching::Indicative& e)
    {
        add(EventLine::Indicative, e.book, e.result.price.value_or(0), e.result.volume, e.result.surplus, e.result.decidedBy);
    }

private:
    template <class... Numbers>
    void add(EventLine::Kind kind, Numbers... numbers)
    {
        EventLine line{kind, {static_cast<std::uint64_t>(numbers)...}};
        lines.push_back(line);
    }
};

} // namespace rialto::testing
