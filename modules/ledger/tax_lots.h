// SPDX-License-Identifier: GPL-3.0-or-later
// TaxLots: what one account paid for what it holds of one instrument, lot by lot, first in first out. A pure function of
// the trade groups. Cost includes fees and taxes of the purchase; proceeds are after fees and taxes of the sale. Splitting a
// lot splits its cost in proportion, rounded half even, and the rest stays with the rest: no cent appears or is lost.
// A sale of more than is held opens a short lot with negative quantity and negative cost.
#pragma once

#include "domain/instrument.h"
#include "ledger/transfer.h"

#include <vector>

namespace rialto {

struct TaxLot {
    Date acquired;
    std::string groupKey;    // the trade that opened it
    Quantity quantity;       // < 0: short
    Money cost;              // of what is left
    friend bool operator==(const TaxLot&, const TaxLot&) = default;
};

struct RealisedGain {
    Date acquired;
    Date disposed;
    std::string openKey;
    std::string closeKey;
    Quantity quantity;
    Money proceeds;
    Money cost;
    Money gain() const { return proceeds - cost; }
    friend bool operator==(const RealisedGain&, const RealisedGain&) = default;
};

struct LotBook {
    std::vector<TaxLot> open;
    std::vector<RealisedGain> realised;
    Quantity quantity() const;
    Money cost(const Currency& currency) const;
    Money realisedGain(const Currency& currency) const;
};

/// Trades of the account in the instrument with trade date <= asOf, in ledger order.
LotBook lotsOf(const std::vector<TransferGroup>& groups, AccountId account, const Instrument& instrument, Date asOf);

} // namespace rialto
