// SPDX-License-Identifier: GPL-3.0-or-later
// Marks: what positions are worth on the screen: the newest price of each instrument, the previous close, and currency
// conversion through the FX pairs of the book. Each view model keeps its own and feeds it from Feed::marketChanged. Exact:
// integers only, each conversion rounded half even once a hop, to the minor unit. A value; GUI thread.
#pragma once

#include "services/book_snapshot.h"
#include "services/market_board.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace rialto {

class Marks {
public:
    /// Learns the FX pairs and, of instruments not seen yet, the newest quote. Cheap when the instruments did not change.
    void setBook(const BookSnapshot& book, const MarketBoard& market);
    void update(const std::vector<Quote>& quotes);

    /// Last trade, else the middle of the quote, else the previous close; as the engine marks.
    std::optional<Price> mark(InstrumentId instrument) const;
    std::optional<Price> previousClose(InstrumentId instrument) const;
    const Quote* quote(InstrumentId instrument) const;

    /// Straight or inverse pair, else over one currency between. Nothing when there is no way.
    std::optional<Money> convert(const Money& amount, const Currency& to) const;
    /// The currencies of the pairs, each once.
    const std::vector<Currency>& currencies() const { return m_currencies; }
    bool isFxPair(InstrumentId instrument) const;

private:
    struct Pair {
        InstrumentId instrument;
        Currency base;
        Currency quote;
    };
    std::optional<Money> convertOnce(const Money& amount, const Currency& to) const;

    std::unordered_map<InstrumentId, Quote> m_quotes;
    std::vector<Pair> m_pairs;
    std::vector<Currency> m_currencies;
    const void* m_instruments = nullptr;
};

/// What one position is worth in the contract currency.
struct PositionWorth {
    std::optional<Price> averageCost;   // nothing for a flat position
    std::optional<Price> mark;
    std::optional<Money> value;
    std::optional<Money> unrealised;    // value - cost
};
PositionWorth worthOf(const PositionRow& position, const Instrument& instrument, const Marks& marks);

/// Price from a cost, rounded half even to the instrument's decimals: cost / (quantity x multiplier).
std::optional<Price> averagePrice(const Money& amount, Quantity quantity, const Instrument& instrument);

/// part / whole in 10^-8, rounded half even; nothing when the whole is not positive.
std::optional<std::int64_t> share(const Money& part, const Money& whole);

} // namespace rialto
