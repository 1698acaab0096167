// SPDX-License-Identifier: GPL-3.0-or-later
// OrderTerms: what an order says beyond side, type, quantity, limit and time in force: triggers, trails, what is shown, pegs,
// its last day, and the group or block it belongs to. A value; an order that has none of it is plain. Prices in the contract
// currency, trails in price or in basis points (1/100 %) of the market price. Any thread.
// Errors: domain.order-terms (a text that does not say terms).
#pragma once

#include "base/result.h"
#include "domain/date.h"
#include "domain/price.h"
#include "domain/quantity.h"

#include <string>
#include <string_view>

namespace rialto {

/// Primary: the best price of the own side. Middle: half way between the best prices.
enum class PegTo { Primary, Middle };

/// How the orders of a group hang together.
///   Oco      what one of them trades comes off the others
///   Oto      the first, the parent, enters; what it trades becomes active in each of the others
///   Bracket  both: a parent, and children of which one trading takes off the others (a target and a stop)
///   Block    the parent trades for the house account and is shared out among the others, one for each client account
enum class Link { None, Oco, Oto, Bracket, Block };

std::string_view name(Link link);
Result<Link> parseLink(std::string_view text); // "oco" "oto" "bracket"

struct OrderTerms {
    Price trigger;             // stops and touched orders: what the market must reach
    Price trail;               // trailing stops: the distance, either as a price
    int trailBasisPoints = 0;  // or in basis points
    Quantity display;          // iceberg: shown at once; zero: all of it
    bool hidden = false;
    bool postOnly = false;     // given up rather than taking
    PegTo pegTo = PegTo::Primary;
    Price pegOffset;           // towards the other side when positive
    Date goodTill;             // of good-till-date orders: the last day
    std::string group;         // shared by the members of a group or block, "" alone
    Link link = Link::None;
    bool parent = false;       // of a group
    std::string user;          // who asked, "" the owner of the machine
    std::string strategy;      // the algorithm or programme that asked

    bool plain() const { return *this == OrderTerms(); }
    friend bool operator==(const OrderTerms&, const OrderTerms&) = default;
};

/// "trigger=41.2;display=100", in the order of the members, "" when plain. The texts of group, user and strategy are written
/// with %XX for what would end them.
std::string text(const OrderTerms& terms);
Result<OrderTerms> parseOrderTerms(std::string_view text);

} // namespace rialto
