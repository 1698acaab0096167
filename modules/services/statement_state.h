// SPDX-License-Identifier: GPL-3.0-or-later
// What an account owns after some of its groups: the running state behind a statement. Internal to the statement builder.
#pragma once

#include "domain/instrument.h"
#include "ledger/transfer.h"
#include "services/price_history.h"

#include <cstdint>
#include <map>
#include <utility>

namespace rialto::statement {

/// Own and Margin cash by account and currency, positions and futures' variation by account and instrument.
struct State {
    std::map<std::pair<AccountId, Currency>, std::int64_t> cash;
    std::map<std::pair<AccountId, InstrumentId>, std::int64_t> positions;
    std::map<std::pair<AccountId, InstrumentId>, std::int64_t> variation; // minor units of the contract currency

    void apply(const TransferGroup& group);
};

/// The position at the day's close; of a future with the variation that belongs to it. Errors: services.price-missing.
Result<Money> positionValue(const Instrument& instrument, std::int64_t positionRaw, std::int64_t variation, const PriceHistory& prices, Date day);

/// Everything the state holds, by currency, at the day's closes.
Result<std::map<Currency, Money>> valueByCurrency(const State& state, const std::map<InstrumentId, Instrument>& instruments,
    const PriceHistory& prices, Date day);

/// The sum in `base`, each currency converted once. Errors: services.rate-missing.
Result<Money> inBase(const std::map<Currency, Money>& values, const Currency& base, const PriceHistory& prices, Date day);

/// What the group moves in and out of the client's cash (Own and Margin together), by currency.
std::map<Currency, Money> cashEffect(const TransferGroup& group);
/// What flows into `bucket` less what flows out of it, by currency.
std::map<Currency, Money> bucketEffect(const TransferGroup& group, Bucket bucket);

} // namespace rialto::statement
