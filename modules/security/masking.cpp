// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/masking.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

namespace rialto::security {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Bytes of the character that begins here; 0 when it is none.
std::size_t lengthAt(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80)
            return 0;
    return length;
}

/// Empty when the text is not UTF-8.
std::vector<std::string_view> charactersOf(std::string_view text)
{
    std::vector<std::string_view> characters;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = lengthAt(text, at);
        if (length == 0)
            return {};
        characters.push_back(text.substr(at, length));
        at += length;
    }
    return characters;
}

bool isHan(std::string_view character) { return character.size() >= 3; }

bool compoundSurname(std::string_view first, std::string_view second)
{
    constexpr std::array<std::string_view, 20> kNames{"欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "端木", "长孙", "宇文", "南宫", "独孤", "轩辕", "百里", "呼延"};
    return std::find(kNames.begin(), kNames.end(), std::string(first) + std::string(second)) != kNames.end();
}

/// Stars for the digits and letters between the first `head` and the last `tail` of them; separators stay.
std::string maskMiddle(std::string_view text, std::size_t head, std::size_t tail)
{
    const auto counts = [](char c) { return digit(c) || letter(c); };
    const auto all = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), counts));
    if (all <= head + tail) { // too short to show its ends
        head = 0;
        tail = all > 4 ? 2 : 0;
    }
    std::string masked(text);
    std::size_t seen = 0;
    for (char& c : masked) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80)
            c = '*';
        else if (counts(c)) {
            ++seen;
            if (seen > head && seen + tail <= all)
                c = '*';
        }
    }
    return masked;
}

bool luhn(std::string_view digits)
{
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int value = digits[digits.size() - 1 - i] - '0';
        if (i % 2 == 1)
            value = value * 2 > 9 ? value * 2 - 9 : value * 2;
        sum += value;
    }
    return sum % 10 == 0;
}

/// GB 11643-1999.
bool idCard(std::string_view text)
{
    constexpr std::array<int, 17> kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    if (text.size() != 18)
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) {
        if (!digit(text[i]))
            return false;
        sum += (text[i] - '0') * kWeights[i];
    }
    const char last = text[17] == 'x' ? 'X' : text[17];
    return last == "10X98765432"[sum % 11];
}

/// ISO 13616: moved to the back and read as a number, the rest of a division by 97 is 1.
bool iban(std::string_view text)
{
    if (text.size() < 15 || text.size() > 34 || !letter(text[0]) || !letter(text[1]) || !digit(text[2]) || !digit(text[3]))
        return false;
    int rest = 0;
    const std::string turned = std::string(text.substr(4)) + std::string(text.substr(0, 4));
    for (const char c : turned) {
        if (digit(c))
            rest = (rest * 10 + (c - '0')) % 97;
        else if (c >= 'A' && c <= 'Z')
            rest = (rest * 100 + (c - 'A' + 10)) % 97;
        else
            return false;
    }
    return rest == 1;
}

std::string maskWord(std::string_view word)
{
    const bool digits = std::all_of(word.begin(), word.end(), digit);
    if (idCard(word))
        return maskIdCard(word);
    if (digits && word.size() == 11 && word[0] == '1' && word[1] >= '3')
        return maskPhone(word);
    if (digits && word.size() >= 13 && word.size() <= 19 && luhn(word))
        return maskBankCard(word);
    return iban(word) ? maskIban(word) : std::string(word);
}

/// The e-mail address around the @ at `at`, as [from, to); empty when it is none.
std::pair<std::size_t, std::size_t> addressAround(std::string_view text, std::size_t at)
{
    const auto part = [](char c) { return digit(c) || letter(c) || c == '.' || c == '-' || c == '_' || c == '+'; };
    std::size_t from = at;
    std::size_t to = at + 1;
    while (from > 0 && part(text[from - 1]))
        --from;
    while (to < text.size() && part(text[to]))
        ++to;
    const std::string_view domain = text.substr(at + 1, to - at - 1);
    return from == at || domain.find('.') == std::string_view::npos ? std::pair(at, at) : std::pair(from, to);
}

} // namespace

std::string maskName(std::string_view name)
{
    const auto characters = charactersOf(name);
    if (characters.empty())
        return std::string(name.empty() ? "" : "***");
    std::string masked;
    if (isHan(characters[0])) {
        const std::size_t kept = characters.size() > 2 && compoundSurname(characters[0], characters[1]) ? 2 : 1;
        for (std::size_t i = 0; i < characters.size(); ++i)
            masked += i < kept ? std::string(characters[i]) : "*";
        return characters.size() == 1 ? "*" : masked;
    }
    bool first = true; // of a word
    for (const auto character : characters) {
        const bool gap = character == " " || character == "-" || character == "." || character == "," || character == "'" || character == "&";
        masked += gap || first ? std::string(character) : "*";
        first = gap;
    }
    return masked;
}

std::string maskPhone(std::string_view number)
{
    const auto digits = static_cast<std::size_t>(std::count_if(number.begin(), number.end(), digit));
    const bool mobile = digits == 11 && !number.empty() && number[0] == '1';
    return maskMiddle(number, mobile ? 3 : digits > 8 ? 2 : 0, 4);
}

std::string maskIdCard(std::string_view number) { return maskMiddle(number, 6, 4); }
std::string maskBankCard(std::string_view number) { return maskMiddle(number, 6, 4); }
std::string maskIban(std::string_view number) { return maskMiddle(number, 4, 4); }

std::string maskEmail(std::string_view address)
{
    const auto at = address.rfind('@');
    if (at == std::string_view::npos || at == 0)
        return maskMiddle(address, 1, 0);
    const std::size_t first = std::max<std::size_t>(lengthAt(address, 0), 1);
    return std::string(address.substr(0, first)) + "**" + std::string(address.substr(at));
}

std::string maskText(std::string_view text)
{
    std::string masked;
    std::size_t at = 0;
    auto sign = text.find('@');
    auto [from, to] = sign == std::string_view::npos ? std::pair(sign, sign) : addressAround(text, sign);
    while (at < text.size()) {
        if (sign < at && sign != std::string_view::npos) {
            sign = text.find('@', at);
            std::tie(from, to) = sign == std::string_view::npos ? std::pair(sign, sign) : addressAround(text, sign);
        }
        std::size_t end = at;
        while (end < text.size() && (digit(text[end]) || letter(text[end])))
            ++end;
        if (end == at) {
            masked += text[at++];
            continue;
        }
        if (from <= at && at < to) {
            masked += maskEmail(text.substr(at, to - at));
            at = to;
            continue;
        }
        masked += maskWord(text.substr(at, end - at));
        at = end;
    }
    return masked;
}

} // namespace rialto::security
