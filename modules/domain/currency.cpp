// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/currency.h"

namespace rialto {

namespace {

struct Entry {
    const char* code;
    int digits;
};

// ISO 4217 list one, the currencies of markets that Rialto knows; digits as published there.
constexpr Entry kCurrencies[] = {
    {"AED", 2}, {"ARS", 2}, {"AUD", 2}, {"BHD", 3}, {"BRL", 2}, {"CAD", 2}, {"CHF", 2}, {"CLP", 0}, {"CNH", 2},
    {"CNY", 2}, {"COP", 2}, {"CZK", 2}, {"DKK", 2}, {"EUR", 2}, {"GBP", 2}, {"HKD", 2}, {"HUF", 2}, {"IDR", 2},
    {"ILS", 2}, {"INR", 2}, {"ISK", 0}, {"JPY", 0}, {"KRW", 0}, {"KWD", 3}, {"MXN", 2}, {"MYR", 2}, {"NOK", 2},
    {"NZD", 2}, {"PHP", 2}, {"PLN", 2}, {"QAR", 2}, {"RON", 2}, {"RUB", 2}, {"SAR", 2}, {"SEK", 2}, {"SGD", 2},
    {"THB", 2}, {"TRY", 2}, {"TWD", 2}, {"UAH", 2}, {"USD", 2}, {"VND", 0}, {"ZAR", 2},
};

} // namespace

Result<Currency> Currency::parse(std::string_view code)
{
    for (const auto& entry : kCurrencies) {
        if (code == entry.code) {
            Currency currency;
            for (std::size_t i = 0; i < 3; ++i)
                currency.m_code[i] = entry.code[i];
            currency.m_digits = static_cast<std::int8_t>(entry.digits);
            return currency;
        }
    }
    return invalid("domain.currency-unknown", std::string(code.substr(0, 16)));
}

Currency Currency::literal(std::string_view code)
{
    const auto currency = parse(code);
    RIALTO_CHECK(currency.ok(), "unknown currency literal");
    return *currency;
}

std::vector<Currency> Currency::all()
{
    std::vector<Currency> list;
    for (const auto& entry : kCurrencies)
        list.push_back(literal(entry.code));
    return list;
}

std::int64_t Currency::minorPerMajor() const
{
    std::int64_t power = 1;
    for (int i = 0; i < m_digits; ++i)
        power *= 10;
    return power;
}

std::uint32_t Currency::key() const
{
    std::uint32_t packed = 0;
    for (std::size_t i = 0; i < 3; ++i)
        packed = packed << 8 | static_cast<unsigned char>(m_code[i]);
    return packed;
}

} // namespace rialto
