// SPDX-License-Identifier: GPL-3.0-or-later
// LotKeeper: the lots of any number of instruments under one method, fed with events in order. Purchases open lots, sales
// close them in the order of the method:
//   fifo     oldest acquisition first          lifo     newest first
//   hifo     highest basis a share first       average  the pool's average cost; dates leave first in, first out
//   specific the lots that the event names; more than one is an error unless all of them are sold
//   none     every trade is a lot of its own, nothing is matched
// A selector narrows the lots under every method but average. Fees and taxes of a purchase are part of the basis, those of a
// sale reduce the proceeds. Sales beyond what is held are an error unless `allowShort`, or the event says sell short.
// Every amount is shared out by one rule: the part is rounded half even, the rest stays with the rest, so that at any time
// basis put in = basis held + basis given up (check()). One owner, no clock, no I/O.
// Errors: lots.sells-more-than-held, lots.covers-more-than-short, lots.no-lot-matches, lots.ambiguous-lot,
// lots.currency-ambiguous, lots.price-missing, lots.quantity-missing, lots.amount-range, lots.quantity-range and those of
// corporate_action.h. The detail names the row.
#pragma once

#include "ledger/lots/corporate_action.h"
#include "ledger/lots/lot.h"

#include <map>
#include <string>
#include <vector>

namespace rialto {

/// Losses are disallowed where the same shares are bought within so many days (US IRC 1091: 30 before, 30 after).
struct WashSaleRule {
    int daysBefore = 30;
    int daysAfter = 30;
};

struct LotOptions {
    LotMethod method = LotMethod::Fifo;
    int places = 8;
    bool allowShort = false;
    int longTermYears = 1;
    std::optional<WashSaleRule> washSale;
    bool deferDividendTax = false; // dividends travel with their lots, for a tax by holding period
};

class LotKeeper {
public:
    explicit LotKeeper(LotOptions options) : m_options(options) {}

    /// Applied whole or not at all.
    Result<void> apply(const LotEvent& event);

    const LotOptions& options() const { return m_options; }
    /// Open lots by symbol, then in the order of opening; under average one pooled lot a currency and side.
    std::vector<Lot> lots() const;
    const std::vector<Disposal>& disposals() const { return m_disposals; }
    const std::vector<IncomeRow>& income() const { return m_income; }
    const std::vector<ActionOutcome>& actions() const { return m_actions; }
    std::int64_t otherFees() const { return m_otherFees; }
    std::int64_t held(const std::string& symbol) const; // 10^-8 shares, signed
    /// Basis put in = basis held + basis given up, in both currencies. Errors: lots.basis-not-conserved.
    Result<void> check() const;
    /// Open lots and disposals; equal keepers have equal hashes.
    std::uint64_t hash() const;

private:
    struct BookKey {
        std::string symbol;
        std::string currency;
        bool isShort = false;
        friend bool operator<(const BookKey& a, const BookKey& b)
        {
            if (a.symbol != b.symbol)
                return a.symbol < b.symbol;
            return a.currency != b.currency ? a.currency < b.currency : a.isShort < b.isShort;
        }
    };
    // Where a lot stands in the order of its method. HIFO compares basis/size as it was when the lot was opened or adjusted.
    struct Rank {
        std::int64_t basis = 0;
        std::int64_t size = 1;
        std::int64_t day = 0;
        std::int64_t sequence = 0;
        friend bool operator<(const Rank& a, const Rank& b)
        {
            const Int128 left = Int128(a.basis) * b.size;
            const Int128 right = Int128(b.basis) * a.size;
            if (left != right)
                return left > right;
            return a.day != b.day ? a.day < b.day : a.sequence < b.sequence;
        }
    };
    struct Holding {
        std::map<Rank, Lot> lots;
        LotAmounts pool;               // average: of all lots
        std::int64_t size = 0;
        Lot* newest = nullptr;
    };
    struct Value {
        std::int64_t gross = 0;
        std::int64_t fees = 0;
        std::int64_t baseGross = 0;
        std::int64_t baseFees = 0;
        Value share(std::int64_t part, std::int64_t whole) const;
        Value rest(const Value& taken) const;
    };
    struct PendingLoss {
        std::string symbol;
        Date date;
        std::size_t disposal = 0;
        std::size_t match = 0;
        std::int64_t shares = 0;       // not yet replaced
        std::int64_t ofShares = 0;     // all of the match
        std::int64_t loss = 0;         // of `shares`
        std::int64_t baseLoss = 0;
    };

    Result<void> trade(const LotEvent& event);
    Result<void> dividend(const LotEvent& event);
    Result<void> corporateAction(const LotEvent& event);
    Result<Value> valueOf(const LotEvent& event) const;
    Result<BookKey> closingKey(const LotEvent& event, bool isShort) const;
    Result<std::vector<Rank>> choose(const LotEvent& event, const BookKey& key, std::int64_t quantity) const;
    void close(const LotEvent& event, const BookKey& key, const std::vector<Rank>& order, std::int64_t quantity, const Value& value);
    void open(const LotEvent& event, bool isShort, std::int64_t quantity, const Value& value);
    void insert(const BookKey& key, Lot lot);
    Rank rankOf(const Lot& lot) const;
    std::vector<Lot> listed(const BookKey& key, const Holding& holding) const;
    Result<void> bound(const LotEvent& event, std::int64_t quantity, const Value& value);
    void settleWashSales(const LotEvent& event, std::size_t disposal);
    void replaceLosses(const BookKey& key, const Rank& rank);
    void moveLoss(PendingLoss& loss, const BookKey& key, const Rank& rank);

    LotOptions m_options;
    std::map<BookKey, Holding> m_holdings;
    std::vector<Disposal> m_disposals;
    std::vector<IncomeRow> m_income;
    std::vector<ActionOutcome> m_actions;
    std::vector<PendingLoss> m_pending;
    std::uint64_t m_sequence = 0;
    std::int64_t m_otherFees = 0;
    LotAmounts m_putIn;
    Int128 m_turnover = 0;
    Int128 m_shares = 0;
};

} // namespace rialto
