// SPDX-License-Identifier: GPL-3.0-or-later
// Instrument: what can be traded or quoted, with its contract terms. A value; immutable once it is in a book.
#pragma once

#include "domain/currency.h"
#include "domain/date.h"
#include "domain/ids.h"
#include "domain/money.h"
#include "domain/price.h"
#include "domain/quantity.h"

#include <string>
#include <string_view>
#include <variant>

namespace rialto {

struct Equity {
    friend bool operator==(const Equity&, const Equity&) = default;
};
struct Bond {
    Price couponPercent;      // a year, of nominal
    int couponsPerYear = 2;
    Date issued;
    Date maturity;
    friend bool operator==(const Bond&, const Bond&) = default;
};
struct Fund {
    friend bool operator==(const Fund&, const Fund&) = default;
};
struct Future {
    InstrumentId underlying;
    Date expiry;
    Money initialMargin;      // per contract
    friend bool operator==(const Future&, const Future&) = default;
};
enum class OptionRight { Call, Put };
struct Option {
    InstrumentId underlying;
    Date expiry;
    Price strike;
    OptionRight right = OptionRight::Call;
    friend bool operator==(const Option&, const Option&) = default;
};
struct FxPair {
    Currency base;            // bought and sold; the contract currency is the quote side
    friend bool operator==(const FxPair&, const FxPair&) = default;
};
struct Crypto {
    friend bool operator==(const Crypto&, const Crypto&) = default;
};
struct Index {
    friend bool operator==(const Index&, const Index&) = default;
};

using InstrumentDetails = std::variant<Equity, Bond, Fund, Future, Option, FxPair, Crypto, Index>;

/// Same order as the alternatives of InstrumentDetails.
enum class AssetClass { Equity, Bond, Fund, Future, Option, FxPair, Crypto, Index };
std::string_view name(AssetClass assetClass);
Result<AssetClass> parseAssetClass(std::string_view text);

struct ContractSpec {
    Currency currency;            // in which prices and cash are
    Price tick;                   // smallest price step, > 0
    Quantity lot;                 // smallest quantity step, > 0
    Multiplier multiplier;
    int priceDigits = 2;          // decimals shown
    int settlementDays = 2;       // trading days after the trade
    friend bool operator==(const ContractSpec&, const ContractSpec&) = default;
};

/// ISO 10383's code for "no market": a series that was imported and that nobody trades in this book.
inline constexpr std::string_view kNoMarket = "XXXX";

struct Instrument {
    InstrumentId id;
    std::string symbol;           // unique in a book, "MERI"
    std::string mic;              // ISO 10383 market, "XSIM" for the simulator
    std::string name;             // English
    std::string nameZh;
    std::string calendarId;       // "XNYS", "TARGET", "24x7"
    std::string timeZone;         // IANA name of the market
    ContractSpec spec;
    InstrumentDetails details;

    AssetClass assetClass() const { return static_cast<AssetClass>(details.index()); }
    bool tradable() const { return assetClass() != AssetClass::Index && mic != kNoMarket; }
    friend bool operator==(const Instrument&, const Instrument&) = default;
};

/// Is the price a whole number of ticks?
bool onTick(const Instrument& instrument, Price price);
/// Is the quantity positive and a whole number of lots?
bool wholeLots(const Instrument& instrument, Quantity quantity);
/// Cash value of a trade or position, rounded half even to the minor unit.
Result<Money> valueOf(const Instrument& instrument, Price price, Quantity quantity);

} // namespace rialto
