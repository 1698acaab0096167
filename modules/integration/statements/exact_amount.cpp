// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/exact_amount.h"

#include "integration/statements/text_bits.h"

#include <algorithm>

namespace rialto::integration {

namespace {

constexpr int kMaxWhole = 18;


// Bytes of a separator of thousands at the start: a space of any width, an apostrophe.
std::size_t spacer(std::string_view text)
{
    if (text.front() == ' ' || text.front() == '\'')
        return 1;
    if (text.starts_with("\xC2\xA0"))
        return 2;
    if (text.starts_with("\xE2\x80\xAF") || text.starts_with("\xE2\x80\x99") || text.starts_with("\xE2\x80\x89"))
        return 3;
    return 0;
}

bool takeSign(std::string_view& text, bool& negative)
{
    if (text.starts_with("\xE2\x88\x92")) { // U+2212
        negative = true;
        text.remove_prefix(3);
        return true;
    }
    if (text.empty() || (text.front() != '-' && text.front() != '+'))
        return false;
    negative = text.front() == '-';
    text.remove_prefix(1);
    return true;
}

Int128 powerOfTen(int exponent)
{
    Int128 power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

} // namespace

ExactAmount ExactAmount::of(const Money& money)
{
    return fromRaw(Int128(money.minor()) * powerOfTen(kPlaces - money.currency().digits()));
}

std::string ExactAmount::text(int minPlaces) const
{
    Int128 rest = m_raw < 0 ? Int128(-m_raw) : m_raw;
    std::string digits;
    int places = 0;
    while (rest != 0 || places <= kPlaces) {
        digits.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
        rest /= 10;
        ++places;
    }
    std::reverse(digits.begin(), digits.end());
    std::string fraction = digits.substr(digits.size() - kPlaces);
    while (static_cast<int>(fraction.size()) > minPlaces && fraction.back() == '0')
        fraction.pop_back();
    std::string text = m_raw < 0 ? "-" : "";
    text += digits.substr(0, digits.size() - kPlaces);
    return fraction.empty() ? text : text + '.' + fraction;
}

std::optional<Money> ExactAmount::toMoney(const Currency& currency) const
{
    const Int128 unit = powerOfTen(kPlaces - currency.digits());
    if (m_raw % unit != 0)
        return std::nullopt;
    const auto minor = narrow(m_raw / unit);
    if (!minor)
        return std::nullopt;
    return Money(*minor, currency);
}

AmountFault readAmount(std::string_view text, AmountStyle style, ExactAmount& amount)
{
    text = trimmedView(text);
    if (text.empty())
        return AmountFault::Empty;
    bool negative = false;
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        negative = true;
        text = trimmedView(text.substr(1, text.size() - 2));
    } else if (takeSign(text, negative)) {
        text = trimmedView(text);
    } else if (text.back() == '-' || text.back() == '+') {
        negative = text.back() == '-';
        text = trimmedView(text.substr(0, text.size() - 1));
    }
    Int128 value = 0;
    int whole = 0;
    int places = 0;
    bool marked = false;
    bool any = false;
    bool inexact = false;
    int sinceGroup = -1;
    int dropped = -1;     // first digit beyond the last place
    bool sticky = false;  // any digit after that one
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (isDigit(c)) {
            any = true;
            if (!marked) {
                if (sinceGroup >= 0)
                    ++sinceGroup;
                if ((value != 0 || c != '0') && ++whole > kMaxWhole)
                    return AmountFault::TooLarge;
                value = value * 10 + (c - '0');
            } else if (places < ExactAmount::kPlaces) {
                value = value * 10 + (c - '0');
                ++places;
            } else {
                inexact = inexact || c != '0';
                if (dropped < 0)
                    dropped = c - '0';
                else
                    sticky = sticky || c != '0';
            }
            continue;
        }
        if (c == style.mark && !marked) {
            if (sinceGroup >= 0 && sinceGroup != 3)
                return AmountFault::Malformed;
            marked = true;
            continue;
        }
        if (style.group != 0 && !marked && any) {
            const std::size_t width = c == style.group ? 1 : spacer(text.substr(at));
            if (width > 0) {
                if (sinceGroup >= 0 && sinceGroup != 3 && sinceGroup != 2) // the Indian way groups by two
                    return AmountFault::Malformed;
                sinceGroup = 0;
                at += width - 1;
                continue;
            }
        }
        break;
    }
    if (!any || (!marked && sinceGroup >= 0 && sinceGroup != 3))
        return AmountFault::Malformed;
    int exponent = 0;
    if (at < text.size()) {
        if (text[at] != 'e' && text[at] != 'E')
            return AmountFault::Malformed;
        std::string_view power = text.substr(at + 1);
        bool minus = false;
        takeSign(power, minus);
        if (power.empty() || power.size() > 2)
            return AmountFault::Malformed;
        for (const char c : power) {
            if (!isDigit(c))
                return AmountFault::Malformed;
            exponent = exponent * 10 + (c - '0');
        }
        if (minus)
            exponent = -exponent;
        if (dropped >= 0)
            return AmountFault::TooFine;
    }
    if (dropped > 5 || (dropped == 5 && (sticky || value % 2 != 0)))
        value += 1;
    // value is a whole number of 10^-places; bring it to 10^-kPlaces.
    int shift = ExactAmount::kPlaces - places + exponent;
    for (; shift > 0; --shift) {
        value *= 10;
        if (value > powerOfTen(kMaxWhole + ExactAmount::kPlaces))
            return AmountFault::TooLarge;
    }
    for (; shift < 0; ++shift) {
        inexact = inexact || value % 10 != 0;
        value = divideRounded(value, 10, Rounding::HalfEven);
    }
    amount = ExactAmount::fromRaw(negative ? Int128(-value) : value);
    return inexact ? AmountFault::TooFine : AmountFault::None;
}

AmountStyle styleOf(std::string_view text, AmountStyle otherwise)
{
    const std::size_t point = text.rfind('.');
    const std::size_t comma = text.rfind(',');
    constexpr std::size_t none = std::string_view::npos;
    if (point == none && comma == none)
        return otherwise;
    if (point != none && comma != none)
        return point > comma ? AmountStyle{'.', ','} : AmountStyle{',', '.'};
    const char only = point != none ? '.' : ',';
    const char other = only == '.' ? ',' : '.';
    const std::size_t where = point != none ? point : comma;
    if (text.find(only) != where)
        return {other, only}; // twice: groups
    std::size_t digits = 0;
    while (where + 1 + digits < text.size() && isDigit(text[where + 1 + digits]))
        ++digits;
    if (digits == 3 && where > 0 && isDigit(text[where - 1]))
        return otherwise;
    return {only, other};
}

std::string explain(AmountFault fault, std::string_view text)
{
    const std::string shown = "\"" + std::string(text.substr(0, 40)) + "\"";
    switch (fault) {
    case AmountFault::None: return shown;
    case AmountFault::Empty: return "an amount is missing";
    case AmountFault::Malformed: return shown + " is not an amount";
    case AmountFault::TooLarge: return shown + " is larger than any amount can be (18 digits)";
    case AmountFault::TooFine: return shown + " has more than ten decimals";
    }
    return shown;
}

int minorDigits(std::string_view currency)
{
    const auto known = Currency::parse(currency);
    return known ? known->digits() : 2;
}

} // namespace rialto::integration
