// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/format.h"

#include "reports/text.h"

#include <algorithm>

namespace rialto::reports {
namespace {

constexpr const char* kMinus = "\u2212";

std::int64_t tenTo(int power)
{
    std::int64_t value = 1;
    for (int i = 0; i < power; ++i)
        value *= 10;
    return value;
}

std::string withPlus(bool positive, std::string text)
{
    return positive ? "+" + text : text;
}

/// The rate in units of 10^-decimals percent.
std::int64_t percentUnits(Rate rate, int decimals)
{
    return narrow(divideRounded(rate.e8, tenTo(6 - decimals), Rounding::HalfEven)).value_or(0);
}

} // namespace

std::string grouped(std::string_view plain)
{
    std::string out;
    if (!plain.empty() && plain.front() == '-') {
        out += kMinus;
        plain.remove_prefix(1);
    }
    const std::size_t whole = std::min(plain.find('.'), plain.size());
    for (std::size_t i = 0; i < whole; ++i) {
        if (i != 0 && (whole - i) % 3 == 0)
            out += ',';
        out += plain[i];
    }
    out += plain.substr(whole);
    return out;
}

std::string formatMoney(const Money& money)
{
    return grouped(money.text());
}

std::string formatSignedMoney(const Money& money)
{
    return withPlus(money.minor() > 0, formatMoney(money));
}

std::string formatMoneyWithCode(const Money& money)
{
    return money.currency().code() + " " + formatMoney(money);
}

std::string formatQuantity(Quantity quantity)
{
    return grouped(quantity.text());
}

std::string formatPrice(Price price, int digits)
{
    return grouped(price.text(digits));
}

std::string formatRoundedPrice(Price price, int digits)
{
    const auto units = narrow(divideRounded(price.raw(), tenTo(kFixedPlaces - digits), Rounding::HalfEven)).value_or(0);
    return grouped(formatDecimal(units, digits, digits));
}

std::string formatPercent(Rate rate, int decimals)
{
    return grouped(formatDecimal(percentUnits(rate, decimals), decimals, decimals)) + "%";
}

std::string formatSignedPercent(Rate rate, int decimals)
{
    return withPlus(percentUnits(rate, decimals) > 0, formatPercent(rate, decimals));
}

std::string formatSignedPercent(const std::optional<Rate>& rate, int decimals)
{
    return rate ? formatSignedPercent(*rate, decimals) : kNoFigure;
}

std::string formatCount(std::int64_t count)
{
    return grouped(std::to_string(count));
}

std::string formatDate(Date date, Language language)
{
    if (language == Language::Chinese)
        return formatLongDate(date, language);
    return std::to_string(date.day()) + " " + monthText(date.month(), language) + " " + std::to_string(date.year());
}

std::string formatLongDate(Date date, Language language)
{
    if (language == Language::Chinese)
        return formatMonth(date.year(), date.month(), language) + std::to_string(date.day()) + "日";
    return std::to_string(date.day()) + " " + longMonthText(date.month(), language) + " " + std::to_string(date.year());
}

std::string formatMonth(int year, unsigned month, Language language)
{
    if (language == Language::Chinese)
        return std::to_string(year) + "年" + monthText(month, language);
    return monthText(month, language) + " " + std::to_string(year);
}

} // namespace rialto::reports
