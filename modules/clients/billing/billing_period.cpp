// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/billing/billing_period.h"

#include <algorithm>

namespace rialto::clients {

namespace {

constexpr int monthsOf(BillingFrequency frequency)
{
    switch (frequency) {
    case BillingFrequency::Month: return 1;
    case BillingFrequency::Quarter: return 3;
    case BillingFrequency::HalfYear: return 6;
    case BillingFrequency::Year: return 12;
    }
    return 12;
}

std::string padded(int number, int width)
{
    std::string text = std::to_string(number);
    return text.size() >= static_cast<std::size_t>(width) ? text : std::string(static_cast<std::size_t>(width) - text.size(), '0') + text;
}

bool digits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view text)
{
    int value = 0;
    for (const char c : text)
        value = value * 10 + (c - '0');
    return value;
}

} // namespace

std::string_view name(BillingFrequency frequency)
{
    constexpr std::string_view kNames[] = {"month", "quarter", "half_year", "year"};
    return kNames[static_cast<std::size_t>(frequency)];
}

int periodsPerYear(BillingFrequency frequency) { return 12 / monthsOf(frequency); }

std::string_view name(DayBasis basis)
{
    constexpr std::string_view kNames[] = {"equal", "actual/365", "actual/actual", "actual/360", "30/360"};
    return kNames[static_cast<std::size_t>(basis)];
}

BillingPeriod BillingPeriod::containing(Date day, BillingFrequency frequency)
{
    const int months = monthsOf(frequency);
    const int index = (static_cast<int>(day.month()) - 1) / months;
    const int begin = index * months + 1;
    const int after = begin + months;
    const Date first = Date::of(day.year(), static_cast<unsigned>(begin), 1);
    const Date next = after > 12 ? Date::of(day.year() + 1, 1, 1) : Date::of(day.year(), static_cast<unsigned>(after), 1);
    return {frequency, first, next - 1};
}

Result<BillingPeriod> BillingPeriod::parse(std::string_view text)
{
    const Error malformed = invalid("billing.period-malformed", "'" + std::string(text.substr(0, 20)) + "' is no period; write 2026Q3, 2026-07, 2026H2 or 2026");
    if (text.size() < 4 || !digits(text.substr(0, 4)))
        return malformed;
    const int year = number(text.substr(0, 4));
    if (year < 1900 || year > 2200)
        return malformed;
    std::string_view rest = text.substr(4);
    if (rest.empty())
        return containing(Date::of(year, 1, 1), BillingFrequency::Year);
    const bool dash = rest.front() == '-';
    if (dash)
        rest.remove_prefix(1);
    if (rest.empty())
        return malformed;
    char letter = rest.front();
    if (letter >= 'a' && letter <= 'z')
        letter = static_cast<char>(letter - 32);
    if (letter == 'Q' || letter == 'H' || letter == 'M')
        rest.remove_prefix(1);
    else if (dash)
        letter = 'M';
    else
        return malformed;
    if (!digits(rest) || rest.size() > 2)
        return malformed;
    const int index = number(rest);
    const int most = letter == 'Q' ? 4 : letter == 'H' ? 2 : 12;
    if (index < 1 || index > most)
        return malformed;
    const int month = (index - 1) * (12 / most) + 1;
    return containing(Date::of(year, static_cast<unsigned>(month), 1),
        letter == 'Q' ? BillingFrequency::Quarter : letter == 'H' ? BillingFrequency::HalfYear : BillingFrequency::Month);
}

std::string BillingPeriod::text() const
{
    const std::string year = padded(first.year(), 4);
    const int month = static_cast<int>(first.month());
    switch (frequency) {
    case BillingFrequency::Month: return year + "-" + padded(month, 2);
    case BillingFrequency::Quarter: return year + "Q" + std::to_string((month - 1) / 3 + 1);
    case BillingFrequency::HalfYear: return year + "H" + std::to_string((month - 1) / 6 + 1);
    case BillingFrequency::Year: return year;
    }
    return year;
}

int billedDays(Date from, Date to, DayBasis basis)
{
    if (to < from)
        return 0;
    if (basis != DayBasis::Thirty360)
        return to - from + 1;
    const Date end = to + 1; // the first day that no longer counts
    const int d1 = std::min(30, static_cast<int>(from.day()));
    const int d2 = std::min(30, static_cast<int>(end.day()));
    return (end.year() - from.year()) * 360 + (static_cast<int>(end.month()) - static_cast<int>(from.month())) * 30 + d2 - d1;
}

int yearDays(const BillingPeriod& period, DayBasis basis)
{
    switch (basis) {
    case DayBasis::Equal: return period.days() * periodsPerYear(period.frequency);
    case DayBasis::Actual365: return 365;
    case DayBasis::ActualActual: return Date::of(period.first.year() + 1, 1, 1) - Date::of(period.first.year(), 1, 1);
    case DayBasis::Actual360:
    case DayBasis::Thirty360: return 360;
    }
    return 365;
}

} // namespace rialto::clients
