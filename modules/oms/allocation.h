// SPDX-License-Identifier: GPL-3.0-or-later
// Allocation: how a quantity, a fill or an amount of money is shared out among client accounts. Every split conserves: the
// shares sum to the whole, in whole lots. Shares are rounded down, and what is left goes to the largest remainders, the earlier
// account first among equals (largest remainder method, Hamilton's). The same input gives the same shares, on every machine
// and every replay. Pure, any thread. Errors: oms.allocation-weights (none, negative, all zero), oms.allocation-percent (not
// 100 in all), oms.allocation-sum (manual shares do not make the whole), oms.allocation-lots, oms.allocation-range.
#pragma once

#include "base/result.h"
#include "domain/money.h"

#include <cstdint>
#include <vector>

namespace rialto {

/// `units` whole units over weights; the heart of all below.
Result<std::vector<std::int64_t>> shareOut(std::int64_t units, const std::vector<std::int64_t>& weights);

/// By weight: the accounts' equity, say, or what each asked for.
Result<std::vector<Quantity>> allocateProRata(Quantity total, const std::vector<std::int64_t>& weights, Quantity lot);
/// Percentages in basis points, 10,000 in all.
Result<std::vector<Quantity>> allocatePercent(Quantity total, const std::vector<std::int64_t>& basisPoints, Quantity lot);
Result<std::vector<Quantity>> allocateEqual(Quantity total, std::size_t accounts, Quantity lot);
/// Checks that what somebody wrote down makes the whole.
Result<std::vector<Quantity>> allocateManual(Quantity total, const std::vector<Quantity>& shares, Quantity lot);

/// What an account needs to come to its model weight, signed, in whole lots, never further than the target.
/// `value` and `price` in the contract currency: what the account is worth and what one unit of the instrument costs.
struct ModelGap {
    Money equity;
    Quantity held;
    std::int64_t targetBasisPoints = 0;
};
Result<Quantity> quantityToModel(const ModelGap& gap, Price price, Multiplier multiplier, Quantity lot);

/// Money over weights, to the last minor unit.
Result<std::vector<Money>> shareMoney(const Money& total, const std::vector<std::int64_t>& weights);

/// Sum of price x quantity over the sum of quantity, half even to the eighth decimal.
class AveragePrice {
public:
    void add(Price price, Quantity quantity);
    Quantity quantity() const { return m_quantity; }
    Price price() const; // of at least one fill

private:
    Int128 m_sum = 0;
    Quantity m_quantity;
};

} // namespace rialto
