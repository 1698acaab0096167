// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and dates as a report prints them: digits grouped by three in both languages, U+2212 as the minus sign, "12.34%",
// "24 Nov 2026" or "2026年11月24日". From integers only. Pure; any thread.
#pragma once

#include "domain/date.h"
#include "domain/money.h"
#include "reports/language.h"
#include "reports/rate.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rialto::reports {

/// What stands for a figure that is not known or has no meaning.
inline constexpr const char* kNoFigure = "\u2013";

/// Groups and signs plain decimal text ("-1234.5" gives "−1,234.5").
std::string grouped(std::string_view plainDecimal);
std::string formatMoney(const Money& money);                   // "1,234.50"
std::string formatSignedMoney(const Money& money);             // "+1,234.50", "−0.10", "0.00"
std::string formatMoneyWithCode(const Money& money);           // "USD 1,234.50"
std::string formatQuantity(Quantity quantity);                 // no trailing zeros
std::string formatPrice(Price price, int digits);              // at least so many decimals, all that it has
std::string formatRoundedPrice(Price price, int digits);       // exactly so many, half even: averages
std::string formatPercent(Rate rate, int decimals = 2);        // half even, "1.25%"
std::string formatSignedPercent(Rate rate, int decimals = 2);
std::string formatSignedPercent(const std::optional<Rate>& rate, int decimals = 2);
std::string formatCount(std::int64_t count);

std::string formatDate(Date date, Language language);          // "24 Nov 2026"
std::string formatLongDate(Date date, Language language);      // "24 November 2026"
std::string formatMonth(int year, unsigned month, Language language); // "Nov 2026"

} // namespace rialto::reports
