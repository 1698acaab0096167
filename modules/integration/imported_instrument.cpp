// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/imported_instrument.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rialto::integration {

namespace {

struct Guess {
    InstrumentDetails details = Equity{};
    const char* word = "share";
    const char* currency = "USD";
    const char* zone = "America/New_York";
    const char* calendar = "XNYS";
};

constexpr int kLeastDigits = 2;
constexpr std::array<std::string_view, 4> kDollarCoins{"USDT", "USDC", "BUSD", "USD"};

bool endsWith(std::string_view text, std::string_view end) { return text.size() > end.size() && text.substr(text.size() - end.size()) == end; }

bool isCurrency(const std::string& code) { return Currency::parse(code).ok(); }

std::string lettersOf(std::string_view symbol)
{
    std::string letters;
    for (const char c : symbol)
        if (c != '/' && c != '-' && c != '_')
            letters += c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
    return letters;
}

Guess guessOf(const std::string& symbol, std::string& pairCurrency)
{
    const std::string letters = lettersOf(symbol);
    if (endsWith(letters, ".SH") || endsWith(letters, ".SS") || endsWith(letters, ".SZ") || endsWith(letters, ".BJ"))
        return {Equity{}, "share", "CNY", "Asia/Shanghai", "XSHG"};
    if (letters.size() == 6 && letters.find_first_not_of("0123456789") == std::string::npos)
        return {Equity{}, "share", "CNY", "Asia/Shanghai", "XSHG"};
    if (endsWith(letters, ".HK"))
        return {Equity{}, "share", "HKD", "Asia/Hong_Kong", "XHKG"};
    if (!letters.empty() && letters.front() == '^')
        return {Index{}, "index"};
    if (letters.size() == 6 && isCurrency(letters.substr(0, 3)) && isCurrency(letters.substr(3))) {
        pairCurrency = letters.substr(3);
        return {FxPair{Currency::literal(letters.substr(0, 3))}, "currency pair", nullptr, "America/New_York", "24x5"};
    }
    const auto coin = std::find_if(kDollarCoins.begin(), kDollarCoins.end(), [&](std::string_view end) { return endsWith(letters, end); });
    if (coin != kDollarCoins.end() && letters.size() >= coin->size() + 3)
        return {Crypto{}, "digital asset", "USD", "UTC", "24x7"};
    return {};
}

int decimalsOf(std::int64_t raw)
{
    int decimals = raw == 0 ? 0 : kFixedPlaces;
    while (decimals > 0 && raw % 10 == 0) {
        raw /= 10;
        --decimals;
    }
    return decimals;
}

// A few averaged prices of a venue do not make its price step finer: one price in a hundred may have more decimals.
int digitsOf(std::span<const Bar> bars)
{
    std::array<std::size_t, kFixedPlaces + 1> count{};
    for (const Bar& bar : bars)
        for (const Price price : {bar.open, bar.high, bar.low, bar.close})
            ++count[std::size_t(decimalsOf(price.raw()))];
    int digits = kFixedPlaces;
    for (std::size_t finer = count[std::size_t(digits)]; digits > kLeastDigits && finer * 100 <= bars.size() * 4; finer += count[std::size_t(digits)])
        --digits;
    return digits;
}

} // namespace

ImportedInstrument importedInstrument(InstrumentId id, const std::string& symbol, std::span<const Bar> bars, const std::string& zone,
    const std::optional<Currency>& currency)
{
    std::string pairCurrency;
    const Guess guess = guessOf(symbol, pairCurrency);
    const int digits = digitsOf(bars);
    std::int64_t tick = kFixedOne;
    for (int i = 0; i < digits; ++i)
        tick /= 10;

    ImportedInstrument made;
    Instrument& instrument = made.instrument;
    instrument.id = id;
    instrument.symbol = symbol;
    instrument.mic = kNoMarket;
    instrument.name = symbol;
    instrument.calendarId = guess.calendar;
    instrument.timeZone = zone.empty() ? guess.zone : zone;
    instrument.spec.currency = currency ? *currency : Currency::literal(pairCurrency.empty() ? guess.currency : pairCurrency);
    instrument.spec.tick = Price::fromRaw(tick);
    instrument.spec.lot = Quantity::of(1);
    instrument.spec.priceDigits = digits;
    instrument.details = guess.details;
    made.assumption = symbol + ": taken for a " + guess.word + " in " + instrument.spec.currency.code() + ", " + instrument.timeZone;
    return made;
}

} // namespace rialto::integration
