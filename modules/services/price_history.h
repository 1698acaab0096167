// SPDX-License-Identifier: GPL-3.0-or-later
// PriceHistory: the close of each instrument by day, and exchange rates from the FX pairs among them. A value; built from
// stored daily bars and, for the running day, the last marks. Whoever asks for a day without a close gets the last one before
// it, with its date, so that a stale price can be seen.
#pragma once

#include "domain/instrument.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace rialto {

class PriceHistory {
public:
    struct Close {
        Date date;
        Price price;
    };

    /// A later call for the same day replaces the close.
    void add(InstrumentId instrument, Date date, Price price) { m_closes[instrument][date] = price; }
    /// Names the pair as a source of exchange rates.
    void addPair(const Instrument& pair);

    /// The last close on or before the day.
    std::optional<Close> close(InstrumentId instrument, Date day) const;
    /// What one unit of `from` is worth in `to`: the pair itself, its inverse, or over a common third currency; eight places,
    /// rounded half even. Errors: services.rate-missing ("EUR/CNY 2026-01-07").
    Result<Close> rate(const Currency& from, const Currency& to, Date day) const;
    /// Converted at that rate and rounded half even to the minor unit.
    Result<Money> convert(const Money& amount, const Currency& to, Date day) const;

private:
    std::optional<Close> direct(const Currency& from, const Currency& to, Date day) const;

    std::map<InstrumentId, std::map<Date, Price>> m_closes;
    std::map<std::pair<Currency, Currency>, InstrumentId> m_pairs; // base, quote
};

/// amount x rate (units of `to` per unit of the amount's currency), rounded half even.
Result<Money> convertAt(const Money& amount, Price rate, const Currency& to);

} // namespace rialto
