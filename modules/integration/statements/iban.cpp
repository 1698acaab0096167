// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/iban.h"

#include "integration/statements/text_bits.h"

namespace rialto::integration {

namespace {

std::string capitals(std::string_view text)
{
    std::string out;
    for (const char c : text.substr(0, 64)) {
        if (c != ' ')
            out.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c);
    }
    return out;
}

} // namespace

std::optional<std::string> parseIban(std::string_view text)
{
    const std::string iban = capitals(text);
    if (iban.size() < 15 || iban.size() > 34 || !isCapital(iban[0]) || !isCapital(iban[1]) || !isDigit(iban[2]) || !isDigit(iban[3]))
        return std::nullopt;
    int remainder = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()];
        if (isDigit(c))
            remainder = (remainder * 10 + (c - '0')) % 97;
        else if (isCapital(c))
            remainder = (remainder * 100 + (c - 'A' + 10)) % 97;
        else
            return std::nullopt;
    }
    if (remainder != 1)
        return std::nullopt;
    return iban;
}

std::optional<std::string> parseBic(std::string_view text)
{
    const std::string bic = capitals(text);
    if (bic.size() != 8 && bic.size() != 11)
        return std::nullopt;
    for (std::size_t i = 0; i < bic.size(); ++i)
        if (!isCapital(bic[i]) && (i == 4 || i == 5 || !isDigit(bic[i])))
            return std::nullopt;
    return bic;
}

} // namespace rialto::integration
