// SPDX-License-Identifier: GPL-3.0-or-later
// Hasher: a 64-bit running hash over integers and text, to compare states and runs (determinism), never for security.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rialto {

class Hasher {
public:
    Hasher& add(std::uint64_t word)
    {
        m_state = (rotl(m_state, 5) ^ word) * 0x9FB21C651E98DF25ULL;
        return *this;
    }
    Hasher& add(std::int64_t word) { return add(static_cast<std::uint64_t>(word)); }
    Hasher& add(std::string_view text)
    {
        add(static_cast<std::uint64_t>(text.size()));
        for (const char c : text)
            add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
        return *this;
    }
    std::uint64_t value() const { return m_state; }
    /// 16 lower-case hexadecimal digits.
    std::string hex() const
    {
        static constexpr char kDigits[] = "0123456789abcdef";
        std::string text(16, '0');
        for (int i = 0; i < 16; ++i)
            text[static_cast<std::size_t>(i)] = kDigits[(m_state >> (60 - 4 * i)) & 15U];
        return text;
    }

private:
    static std::uint64_t rotl(std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
    std::uint64_t m_state = 0x6A09E667F3BCC908ULL;
};

} // namespace rialto
