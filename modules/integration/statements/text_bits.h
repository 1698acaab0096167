// SPDX-License-Identifier: GPL-3.0-or-later
// The few things about plain text that every statement format needs: ASCII only, no locale. Pure.
#pragma once

#include <string>
#include <string_view>

namespace rialto::integration {

inline bool isDigit(char c) { return c >= '0' && c <= '9'; }
inline bool isCapital(char c) { return c >= 'A' && c <= 'Z'; }

/// Without spaces, tabs and line ends around it.
inline std::string_view trimmedView(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}
inline std::string trimmed(std::string_view text) { return std::string(trimmedView(text)); }

inline std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        c = isCapital(c) ? static_cast<char>(c + 32) : c;
    return out;
}

inline void append(std::string& to, std::string_view part, std::string_view between)
{
    if (part.empty())
        return;
    if (!to.empty())
        to += between;
    to += part;
}

} // namespace rialto::integration
