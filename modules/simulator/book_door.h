// SPDX-License-Identifier: GPL-3.0-or-later
// BookDoor: how agents and participants reach the order books. The exchange implements it; everything that happens comes back
// through the owner encoded in the order id (see order_ids below). One thread.
#pragma once

#include "matching/order_group.h"
#include "matching/order_types.h"

#include <optional>
#include <span>

namespace rialto::simulator {

class BookDoor {
public:
    virtual ~BookDoor() = default;
    virtual std::optional<matching::Ticks> best(matching::BookId book, matching::Side side) const = 0;
    /// Returns what traded at once.
    virtual matching::Lots submit(const matching::NewOrder& order) = 0;
    /// All of them or none.
    virtual void submitGroup(matching::GroupKind, std::span<const matching::NewOrder>) = 0;
    /// Price of the last trade, 0 before the first.
    virtual std::int64_t lastTicks(matching::BookId book) const = 0;
    virtual void cancel(matching::OrderId id) = 0;
    /// Within the day's price limits?
    virtual bool accepts(matching::BookId book, matching::Ticks price) const = 0;
    virtual void replace(const matching::Replace& command) = 0;
};

/// Order ids carry their owner: the top bit marks a participant's order, whose low bits are its number; an agent's order has
/// its book in bits 8 to 23 and its slot in the low eight, below a rising serial number.
namespace order_ids {

inline constexpr matching::OrderId kParticipant = matching::OrderId{1} << 63U;
inline constexpr unsigned kNoSlot = 255; // an order that never rests

inline bool isParticipant(matching::OrderId id) { return (id & kParticipant) != 0; }
inline std::size_t participantNumber(matching::OrderId id) { return static_cast<std::size_t>(id & ~kParticipant); }
inline matching::OrderId ofParticipant(std::size_t number) { return kParticipant | number; }
inline matching::OrderId ofAgent(std::uint64_t serial, matching::BookId book, unsigned slot)
{
    return serial << 24U | matching::OrderId{book} << 8U | slot;
}
inline unsigned slotOf(matching::OrderId id) { return static_cast<unsigned>(id & 255U); }

} // namespace order_ids

} // namespace rialto::simulator
