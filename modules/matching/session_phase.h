// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a trading day: the phase a book is in, what it takes meanwhile, and the price range whose leaving interrupts
// trading. Commands of MatchingEngine; plain data, any thread. Who owns the clock sends them (`TradingSession` from the data
// of a venue profile, or a test). Prices are ticks, shares of a price basis points (1/100 %).
#pragma once

#include "matching/order_types.h"

#include <limits>
#include <optional>
#include <string_view>

namespace rialto::matching {

/// Continuous: what crosses trades at once. In every other phase orders rest without trading and nothing is triggered.
///   Call               a call of no particular kind: takes at-open and at-close orders.
///   PreOpen            orders gather; nothing is published.
///   OpeningCall, VolatilityAuction, ClosingCall   calls: the indicative price is published. VolatilityAuction serves every
///                      call in the middle of the day: it takes neither at-open nor at-close orders.
///   Halt, Closed       no trading; what may be entered or cancelled says `PhaseTerms`.
///   FixedPrice         at-closing-price orders trade with each other at the last price, by time alone.
enum class Phase : std::uint8_t { Continuous, Call, PreOpen, OpeningCall, VolatilityAuction, ClosingCall, Halt, FixedPrice, Closed };

std::string_view name(Phase phase);
std::optional<Phase> phaseNamed(std::string_view name);

/// Whether an auction ends the phase.
constexpr bool isCall(Phase phase)
{
    return phase == Phase::Call || phase == Phase::OpeningCall || phase == Phase::VolatilityAuction || phase == Phase::ClosingCall;
}

struct PhaseTerms {
    bool orders = true;         // new orders and replacements are taken
    bool cancels = true;        // cancellations, reductions and replacements are taken
    bool marketOrders = true;   // orders without a limit are taken
    bool auctionOrders = false; // at-open, at-close and closing-price orders may wait for a later phase
    friend bool operator==(const PhaseTerms&, const PhaseTerms&) = default;
};

/// What happens when an order would trade outside the range. Interrupt: what lies within the range trades, then a volatility
/// auction starts (Xetra, Euronext, Chinese boards without price limits). Hold: trading stops at the edge, and what is left
/// of a limit order rests there (US limit up-limit down).
enum class GuardAction : std::uint8_t { None, Interrupt, Hold };

/// The range is where all of these agree. Around the last price, which moves with each command that trades but not within
/// one; around a static reference, which is the price of the last auction or what was set; and from `lowest` to `highest`.
struct PriceGuard {
    GuardAction action = GuardAction::None;
    std::uint32_t dynamicBasisPoints = 0; // 0: no such range
    std::uint32_t staticBasisPoints = 0;
    std::optional<Ticks> reference = std::nullopt; // of the static range
    Ticks lowest = std::numeric_limits<Ticks>::min() + 2;
    Ticks highest = std::numeric_limits<Ticks>::max() - 2;
    friend bool operator==(const PriceGuard&, const PriceGuard&) = default;
};

} // namespace rialto::matching
