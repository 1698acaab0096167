// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/latin_text.h"

#include <array>
#include <cstdint>

namespace rialto::integration {

namespace {

// Windows-1252, 0x80 to 0x9F, as published by Unicode (CP1252.TXT).
constexpr std::array<std::uint16_t, 32> kWindows{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D,
    0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

bool isHigh(char c) { return static_cast<unsigned char>(c) >= 0x80; }

} // namespace

std::string utf8FromLatin(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const std::uint32_t code = byte >= 0x80 && byte <= 0x9F ? kWindows[byte - 0x80] : byte;
        if (code < 0x80) {
            out.push_back(c);
        } else if (code < 0x800) {
            out.push_back(static_cast<char>(0xC0 | (code >> 6)));
            out.push_back(static_cast<char>(0x80 | (code & 0x3F)));
        } else {
            out.push_back(static_cast<char>(0xE0 | (code >> 12)));
            out.push_back(static_cast<char>(0x80 | ((code >> 6) & 0x3F)));
            out.push_back(static_cast<char>(0x80 | (code & 0x3F)));
        }
    }
    return out;
}

bool looksLatin(std::string_view bytes)
{
    std::size_t alone = 0;
    std::size_t paired = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        if (!isHigh(bytes[i])) {
            ++i;
            continue;
        }
        std::size_t run = 0;
        while (i < bytes.size() && isHigh(bytes[i])) {
            ++run;
            ++i;
        }
        if (run == 1)
            ++alone;
        else
            paired += run / 2;
    }
    return alone >= paired;
}

} // namespace rialto::integration
