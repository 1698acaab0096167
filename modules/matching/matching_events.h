// SPDX-License-Identifier: GPL-3.0-or-later
// What the matching engine says. A handler is any class with these members (inherit `MatchingHandler` and hide the ones of
// interest: the calls are resolved at compile time, none is virtual). Every command gives Accepted, Rejected, Replaced or
// Cancelled/Reduced first, then its trades in the order of execution, then what happened to the remainder.
// A handler may read the engine but must not send it commands.
#pragma once

#include "matching/auction.h"
#include "matching/session_phase.h"

namespace rialto::matching {

enum class RejectReason : std::uint8_t {
    UnknownOrder,      // the target is not live (never was, filled, or cancelled)
    UnknownBook,
    DuplicateId,       // an order with this id is live
    ZeroQuantity,
    PriceOutsideBand,  // below or above the limits of the book
    BadCombination,    // terms that contradict each other, such as fill-or-kill with the prevention of self trades
    NotInThisPhase,    // the phase of the session does not allow it
    GroupRefused,      // another order of its group was refused
};

enum class CancelReason : std::uint8_t {
    Requested,
    NotFilledAtOnce,   // remainder of an immediate-or-cancel or market order
    NotFilledInFull,   // fill-or-kill
    WouldTake,         // post-only
    SelfTrade,         // prevented; several of these may concern one order when quantities are decremented
    EndOfDay,
    Expired,           // good till date
    NoReference,       // a peg without a price to follow, a market-to-limit order without one to take
    BelowMinimum,      // less than the minimum quantity could trade at once
    AuctionOver,       // at-open and at-close orders
    GroupDone,         // another order of its group traded, or its parent is gone
    Interrupted,       // the price range was left: an order that may not rest does not wait for the auction
    WorseThanFixed,    // its limit does not allow the closing price
};

std::string_view name(RejectReason reason);
std::string_view name(CancelReason reason);

struct Accepted {
    OrderId id;
    Ticks price;
    Lots quantity;
    OwnerId owner;
    BookId book;
    Side side;
};

struct Rejected {
    OrderId id; // the order, or the target of the refused command
    BookId book;
    RejectReason reason;
};

/// Price is the maker's; in an auction the maker is the buyer. `makerRemaining` is the open quantity the maker keeps, hidden reserve included; 0 when it is done.
struct Trade {
    OrderId maker;
    OrderId taker;
    Ticks price;
    Lots quantity;
    Lots makerRemaining;
    Lots takerRemaining;
    BookId book;
    Side takerSide;
};

struct Cancelled {
    OrderId id;
    Ticks price;
    Lots quantity; // what was taken off: all that was open, reserve included, but for a decrement
    BookId book;
    Side side;
    CancelReason reason;
};

struct Reduced {
    OrderId id;
    Ticks price;
    Lots remaining;
    BookId book;
    Side side;
};

struct Replaced {
    OrderId oldId;
    OrderId newId;
    Ticks price;
    Lots quantity;
    BookId book;
    Side side;
    bool keptPlace;
};

/// An iceberg shows its next piece, at the end of the queue.
struct Refreshed {
    OrderId id;
    Ticks price;
    Lots quantity; // now shown
    BookId book;
    Side side;
};

/// A waiting order was reached and enters the book.
struct Triggered {
    OrderId id;
    Ticks trigger;
    Lots quantity;
    BookId book;
    Side side;
};

/// The engine moved an order: a peg, a slid post-only order, or a market-to-limit order that got its price.
struct Repriced {
    OrderId id;
    Ticks price;
    Lots quantity;
    BookId book;
    Side side;
};

/// So much of an order of a group that was held takes part now.
struct Activated {
    OrderId id;
    Lots quantity; // more than before
    BookId book;
    Side side;
};

struct PhaseChanged {
    BookId book;
    Phase phase;
};

/// What an auction would give now, as a venue publishes it: the price, what would trade there and what would be left over.
struct Indicative {
    BookId book;
    AuctionResult result;
};

/// Ignores everything: a base for handlers that care for some events only.
struct MatchingHandler {
    void onAccepted(const Accepted&) {}
    void onRejected(const Rejected&) {}
    void onTrade(const Trade&) {}
    void onCancelled(const Cancelled&) {}
    void onReduced(const Reduced&) {}
    void onReplaced(const Replaced&) {}
    void onRefreshed(const Refreshed&) {}
    void onTriggered(const Triggered&) {}
    void onRepriced(const Repriced&) {}
    void onActivated(const Activated&) {}
    void onPhaseChanged(const PhaseChanged&) {}
    void onIndicative(const Indicative&) {}
};

} // namespace rialto::matching
