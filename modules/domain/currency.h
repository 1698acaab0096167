// SPDX-License-Identifier: GPL-3.0-or-later
// Currency: an ISO 4217 code with its number of minor digits (JPY 0, USD 2, KWD 3).
#pragma once

#include "base/result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rialto {

class Currency {
public:
    constexpr Currency() = default; // no currency: code "", equal only to itself

    /// Errors: domain.currency-unknown.
    static Result<Currency> parse(std::string_view code);
    static Currency literal(std::string_view code);
    static std::vector<Currency> all();

    std::string code() const { return std::string(m_code.data()); }
    int digits() const { return m_digits; }
    /// 10^digits.
    std::int64_t minorPerMajor() const;
    bool valid() const { return m_code[0] != 0; }
    /// The three letters packed into one number, 0 for none; stable, used as an asset key.
    std::uint32_t key() const;

    friend bool operator==(const Currency& a, const Currency& b) { return a.m_code == b.m_code; }
    friend bool operator!=(const Currency& a, const Currency& b) { return !(a == b); }
    friend bool operator<(const Currency& a, const Currency& b) { return a.m_code < b.m_code; }

private:
    std::array<char, 4> m_code{};
    std::int8_t m_digits = 2;
};

} // namespace rialto
