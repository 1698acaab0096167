// SPDX-License-Identifier: GPL-3.0-or-later
// Corporate actions as pure functions over lots, from the lots before to the lots after with every leg between. The proof is
// one equation per action: basis before + gain recognised = basis after + cash received, in the lots' currency and in the base
// currency. An action is undone by putting the lots before back, which is refused when something happened since.
//   split, bonus     more or fewer shares, the same basis
//   spin-off, rights new shares take `basisShare` of each lot's basis and its holding period
//   merger           new shares for old; cash in it recognises min(cash, gain) where the new shares' fair value is known (US
//                    IRC 356), else only what exceeds the basis; cash alone is a sale
//   return of capital reduces the basis; what exceeds it is gain
//   ticker change, delisting (a disposal at `price`, or at nothing)
// Quantities are rounded half even to 10^-8 over the running sum of the lots, so their total is the total's own ratio; with
// `wholeShares` the fraction of the total is taken off the newest lot and paid as cash in lieu at `price`.
// Errors: lots.action-ratio, lots.action-target, lots.action-basis, lots.nothing-held, lots.quantity-range, lots.amount-range.
#pragma once

#include "ledger/lots/lot.h"

#include <vector>

namespace rialto {

struct CorporateAction {
    LotEvent event;             // action, symbol, target, ratio, price, basisShare, fairValue, fxRate, date
    bool wholeShares = false;
    std::optional<ExactDecimal> cashInLieuPrice; // per new share
};

struct ActionLeg {
    enum class Kind { SharesOut, SharesIn, Cash };
    Kind kind = Kind::SharesIn;
    std::string symbol;
    std::int64_t quantity = 0;  // signed, shares
    std::int64_t amount = 0;    // cash legs
    friend bool operator==(const ActionLeg&, const ActionLeg&) = default;
};

struct ActionOutcome {
    std::vector<Lot> before;
    std::vector<Lot> after;
    std::vector<ActionLeg> legs;
    std::vector<Disposal> disposals; // gains recognised
    std::int64_t basisBefore = 0;
    std::int64_t basisAfter = 0;
    std::int64_t cash = 0;
    std::int64_t recognised = 0;
    std::int64_t baseBasisBefore = 0;
    std::int64_t baseBasisAfter = 0;
    std::int64_t baseCash = 0;
    std::int64_t baseRecognised = 0;
    bool conserves() const
    {
        return basisBefore + recognised == basisAfter + cash && baseBasisBefore + baseRecognised == baseBasisAfter + baseCash;
    }
};

/// `lots` are those of event.symbol, in any order, in one currency; `places` those of their amounts.
Result<ActionOutcome> applyAction(const std::vector<Lot>& lots, const CorporateAction& action, int places, int longTermYears);

/// Errors: lots.undo-refused (the lots are no longer those that the action left).
Result<std::vector<Lot>> undoAction(const std::vector<Lot>& now, const ActionOutcome& outcome);

/// An amount per share: what a lot cost apiece. quantity is not zero.
ExactDecimal unitPrice(std::int64_t cost, std::int64_t quantity, int places);

/// Closes `part` of the lot's size for its share of the value; takes it off the lot.
LotMatch closePart(Lot& lot, std::int64_t part, Date date, std::int64_t value, std::int64_t fees, std::int64_t baseValue, std::int64_t baseFees,
    const ExactDecimal& fxRate, int places, int longTermYears);

} // namespace rialto
