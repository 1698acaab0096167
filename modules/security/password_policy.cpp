// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/password_policy.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace rialto::security {

namespace {

constexpr std::size_t kShortestWord = 3;
constexpr std::size_t kLongestWord = 40;

/// Characters of a valid UTF-8 text; nothing otherwise.
std::optional<std::size_t> characters(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > text.size())
            return std::nullopt;
        for (std::size_t i = 1; i < length; ++i)
            if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80)
                return std::nullopt;
        at += length;
    }
    return count;
}

/// Small letters, the usual stand-ins for letters undone, separators dropped.
std::string plain(std::string_view password)
{
    std::string text;
    for (const char c : password) {
        switch (c) {
        case ' ':
        case '-':
        case '_':
        case '.':
        case ',':
        case '!':
        case '?':
        case '#':
        case '*':
        case '+':
        case '/': break;
        case '@': text += 'a'; break;
        case '$': text += 's'; break;
        case '|': text += 'l'; break;
        default: text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return text;
}

/// 1 stands for l or for i.
std::string lettersForDigits(std::string text, char one)
{
    constexpr std::string_view kDigits = "03457";
    constexpr std::string_view kLetters = "oeast";
    std::replace(text.begin(), text.end(), '1', one);
    for (char& c : text)
        if (const auto at = kDigits.find(c); at != std::string_view::npos)
            c = kLetters[at];
    return text;
}

std::unordered_set<std::string> words(const std::vector<std::string>& context)
{
    std::unordered_set<std::string> set;
    const std::string_view list = commonPasswords();
    for (std::size_t at = 0; at < list.size();) {
        const auto end = std::min(list.find('\n', at), list.size());
        if (end - at >= kShortestWord && list[at] != '#')
            set.emplace(list.substr(at, end - at));
        at = end + 1;
    }
    for (const auto& each : context)
        if (each.size() >= kShortestWord)
            set.insert(plain(each));
    return set;
}

/// How long a run of equal, rising or falling characters begins at `at` ("aaaa", "3456", "dcba").
std::size_t runAt(std::string_view text, std::size_t at)
{
    std::size_t longest = 1;
    for (const int step : {0, 1, -1}) {
        std::size_t end = at + 1;
        while (end < text.size() && text[end] - text[end - 1] == step)
            ++end;
        longest = std::max(longest, end - at);
    }
    return longest;
}

/// The fewest characters that are left when common words and runs are taken out.
std::size_t unguessed(std::string_view text, const std::unordered_set<std::string>& common)
{
    std::vector<std::size_t> left(text.size() + 1, 0);
    for (std::size_t at = text.size(); at-- > 0;) {
        left[at] = left[at + 1] + 1;
        for (std::size_t length = kShortestWord; length <= std::min(kLongestWord, text.size() - at); ++length)
            if (left[at + length] < left[at] && common.count(std::string(text.substr(at, length))) > 0)
                left[at] = left[at + length];
        if (const std::size_t run = runAt(text, at); run >= kShortestWord)
            for (std::size_t length = kShortestWord; length <= run; ++length)
                left[at] = std::min(left[at], left[at + length]);
    }
    return left[0];
}

/// "abcabcabc" is worth no more than "abc".
bool repeats(std::string_view text)
{
    for (std::size_t period = 1; period <= 6 && period * 2 <= text.size(); ++period)
        if (std::equal(text.begin() + static_cast<std::ptrdiff_t>(period), text.end(), text.begin()))
            return true;
    return false;
}

} // namespace

Result<void> checkNewPassword(std::string_view password, bool secondFactor, const std::vector<std::string>& context)
{
    const auto length = characters(password);
    if (!length)
        return invalid("security.password-not-utf8", "the password is not a text in UTF-8");
    const std::size_t least = secondFactor ? kLeastWithSecondFactor : kLeastAlone;
    if (*length < least)
        return invalid("security.password-short",
            "take at least " + std::to_string(least) + " characters; a sentence is good" + (secondFactor ? std::string() : std::string(", or 8 with a second factor")));
    if (password.size() > kMostBytes)
        return invalid("security.password-long", "take at most " + std::to_string(kMostBytes) + " bytes");
    const auto common = words(context);
    const std::string text = plain(password);
    constexpr std::size_t kLeastOwn = 4; // what must remain of it once everything common is gone
    if (repeats(text) || text.size() < kLeastOwn || unguessed(text, common) < kLeastOwn || unguessed(lettersForDigits(text, 'l'), common) < kLeastOwn
        || unguessed(lettersForDigits(text, 'i'), common) < kLeastOwn)
        return invalid("security.password-common", "that is put together from what attackers try first; take words of your own that do not belong together");
    return {};
}

} // namespace rialto::security
