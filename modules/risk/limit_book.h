// SPDX-License-Identifier: GPL-3.0-or-later
// LimitBook: pre-trade limits by firm, user, account, client and instrument, and how much of each is used. Evaluated before
// every order, in microseconds: a lookup for each scope, no walk over orders. Counts (open orders, what was asked today, the
// second's orders) follow the facts, so that they are the same after a restart; days are UTC days. Orders with a limit count at it when
// they are entered, others when they trade. Engine thread.
// Units of a limit's value: Size, Position, Short: whole units of quantity (shares, contracts, nominal); Notional, DayNotional,
// PositionValue, Loss: whole units of the contract's currency, each currency by itself; Rate: orders a second; Collar,
// Concentration: per mille; OpenOrders: orders; Duplicate: seconds in which the same order is not taken again.
// Codes: risk.limit-size, -notional, -day-notional, -rate, -collar, -position, -position-value, -concentration, -loss,
// -open-orders, -short, -duplicate, risk.kill-switch.
#pragma once

#include "base/result.h"
#include "domain/instrument.h"
#include "domain/order.h"
#include "risk/gate.h"

#include <array>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace rialto {

enum class LimitScope { Firm, User, Account, Client, Instrument };
enum class LimitKind {
    Size, Notional, DayNotional, Rate, Collar, Position, PositionValue, Concentration, Loss, OpenOrders, Short, Duplicate
};
inline constexpr int kLimitScopes = 5;
inline constexpr int kLimitKinds = 12;
std::string_view name(LimitScope scope);
std::string_view name(LimitKind kind);
std::string_view unitOf(LimitKind kind); // "quantity" "money" "orders" "per mille" "seconds"

/// What a limit is about: "firm", "user:NAME", "account:NUMBER", "client:ID", "instrument:SYMBOL" and a kind.
struct LimitKey {
    LimitScope scope = LimitScope::Firm;
    std::string subject; // "" for the firm, a user's name, else the number of the account, client or instrument (id)
    LimitKind kind = LimitKind::Size;
    std::string text() const; // "account:17:notional"
    static Result<LimitKey> parse(std::string_view text); // Errors: risk.limit-unknown
    friend bool operator<(const LimitKey& a, const LimitKey& b)
    {
        return std::tie(a.scope, a.subject, a.kind) < std::tie(b.scope, b.subject, b.kind);
    }
};

/// What the engine knows about the order and those it belongs to.
struct RiskTerms {
    ClientId client;
    Money value;              // of the order at its limit, trigger or the reference
    std::optional<Price> reference;
    Quantity position;        // of the account in the instrument, before
    Money positionValueAfter; // absolute
    Money equity;             // of the account in the contract currency: cash and what is held at the mark
    Money dayResult;          // of today's trades of the account in that currency, at the mark
    Timestamp now;
    Date day;
};

struct LimitUsage {
    LimitKey key;
    std::int64_t limit = 0;
    std::int64_t used = 0;
    std::string currency; // of money; "" otherwise
};

class LimitBook {
public:
    /// Nothing lifts the limit. Errors: risk.limit-value (negative or beyond a thousand million million).
    Result<void> set(const LimitKey& key, std::optional<std::int64_t> value);
    void setKill(bool firm, AccountId account, bool on);
    bool killed(AccountId account) const { return m_killFirm || m_killed.count(account) != 0; }
    bool firmKilled() const { return m_killFirm; }

    void check(const OrderRequest& request, const Instrument& instrument, const RiskTerms& terms, std::vector<Refusal>& refusals) const;
    /// An order was taken into the book, and left it.
    void onEntered(const Order& order, ClientId client, const Money& value);
    void onDone(const Order& order, ClientId client);
    /// Risk said no: as if it had not been entered, but for the order in the blotter. Before onDone.
    void onRefused(const Order& order, ClientId client, const Money& value);
    void onTraded(const Order& order, ClientId client, const Money& value, Timestamp time);

    /// Every limit with what is used of it now, as far as it counts something.
    std::vector<LimitUsage> usage(Timestamp now, Date day) const;
    const std::map<LimitKey, std::int64_t>& limits() const { return m_limits; }

private:
    struct Counter {
        std::int64_t open = 0;
        std::map<std::string, std::int64_t> dayNotional; // minor units, by currency
        Date day;
        std::deque<std::int64_t> recent;                 // ns, of the last second
    };
    using Subject = std::string; // "account:17"
    struct Limits {
        std::array<std::optional<std::int64_t>, kLimitKinds> values;
    };
    static std::array<Subject, kLimitScopes> subjects(const OrderRequest& request, ClientId client);
    void addToDay(const Subject& subject, const Money& value, Timestamp time);
    static std::int64_t inLastSecond(const Counter& counter, std::int64_t now);

    std::map<LimitKey, std::int64_t> m_limits;
    std::unordered_map<Subject, Limits> m_bySubject;
    std::unordered_map<Subject, Counter> m_counters;
    struct Same {
        std::int64_t last = 0;
        std::int64_t before = 0; // the one before, should the last be refused
    };
    std::unordered_map<std::string, Same> m_lastSame; // by fingerprint, ns
    std::deque<std::pair<std::int64_t, std::string>> m_sameInTime;
    bool m_killFirm = false;
    std::map<AccountId, bool> m_killed;
};

} // namespace rialto
