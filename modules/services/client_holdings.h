// SPDX-License-Identifier: GPL-3.0-or-later
// ClientHoldings: what a set of accounts, each with a share, holds at a day's prices, in one currency: what mandates,
// suitability and fees look at. Pure but for pricesOf(), which reads bars; any thread. A future counts with its contract value
// as a holding and with its gain in the total. Each amount is converted once, rounded half even; a holding without price or
// rate is told and left out.
#pragma once

#include "clients/mandates/mandate_rules.h"
#include "market/bar_store.h"
#include "services/app_services.h"
#include "services/price_history.h"

#include <map>
#include <string>
#include <vector>

namespace rialto {

struct ValuedHolding {
    AccountId account;
    InstrumentId instrument;
    Quantity quantity;       // of the account, not of the share
    Money value;             // the share's, in the contract currency
    Money base;              // the share's, in the base currency
};

struct ClientHoldings {
    Currency base;
    Date day;
    Money total;
    Money cash;
    std::vector<ValuedHolding> holdings;
    clients::MandateBook book;
    std::vector<std::string> missing;   // "MERI: no price", "KRW: no rate to USD"
};

/// Closes of every instrument that is held and of every pair, to the book's day; the running day has the last marks.
Result<PriceHistory> pricesOf(AppServices& services, market::BarStore& bars);

ClientHoldings holdingsOf(const BookSnapshot& book, const std::map<AccountId, std::int64_t>& shares, const Currency& base, const PriceHistory& prices, Date day);

/// The accounts of the snapshot by id, as the registry's look-through wants them.
std::map<AccountId, Account> accountsById(const BookSnapshot& book);

} // namespace rialto
