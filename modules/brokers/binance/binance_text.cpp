// SPDX-License-Identifier: GPL-3.0-or-later
#include "brokers/binance/binance_text.h"

#include <sodium.h>

#include <algorithm>

namespace rialto::binance {

namespace {

constexpr char kHex[] = "0123456789abcdef";

std::string encoded(std::string_view value)
{
    constexpr char kUpper[] = "0123456789ABCDEF";
    std::string text;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~') {
            text += c;
        } else {
            text += '%';
            text += kUpper[byte >> 4U];
            text += kUpper[byte & 15U];
        }
    }
    return text;
}

} // namespace

std::string queryOf(const Parameters& parameters)
{
    std::string query;
    for (const auto& [key, value] : parameters)
        query += (query.empty() ? "" : "&") + key + "=" + encoded(value);
    return query;
}

std::string signatureOf(std::string_view query, std::string_view secret)
{
    crypto_auth_hmacsha256_state state;
    unsigned char hash[crypto_auth_hmacsha256_BYTES];
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(query.data()), query.size());
    crypto_auth_hmacsha256_final(&state, hash);
    std::string text;
    for (const unsigned char byte : hash) {
        text += kHex[byte >> 4U];
        text += kHex[byte & 15U];
    }
    return text;
}

OrderId orderOf(std::string_view clientOrderId)
{
    const auto first = std::find_if(clientOrderId.begin(), clientOrderId.end(), [](char c) { return c >= '0' && c <= '9'; });
    const std::string digits(first, clientOrderId.end());
    const bool letters = std::all_of(clientOrderId.begin(), first, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (first == clientOrderId.begin() || !letters || digits.empty() || digits.size() > 18)
        return {};
    std::uint64_t number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return {};
        number = number * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return OrderId(number);
}

Result<Money> feeOf(std::string_view commission, Currency currency)
{
    const auto raw = Quantity::parse(commission);
    if (!raw)
        return raw.error();
    if (raw->isNegative())
        return invalid("domain.number-range", std::string(commission));
    const auto minor = mulDiv(raw->raw(), currency.minorPerMajor(), kFixedOne, Rounding::Up);
    if (!minor)
        return invalid("domain.number-range", std::string(commission));
    return Money(*minor, currency);
}

} // namespace rialto::binance
