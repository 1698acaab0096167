// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/date.h"

#include <fmt/format.h>

namespace rialto {

namespace {

struct Civil {
    int year;
    unsigned month;
    unsigned day;
};

// Days from civil and back: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
std::int32_t daysFromCivil(int y, unsigned m, unsigned d)
{
    y -= m <= 2;
    const int era = (y >= 0 ? y : y - 399) / 400;
    const unsigned yoe = static_cast<unsigned>(y - era * 400);
    const unsigned doy = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + d - 1;
    const unsigned doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + static_cast<int>(doe) - 719468;
}

Civil civilFromDays(std::int32_t z)
{
    z += 719468;
    const int era = (z >= 0 ? z : z - 146096) / 146097;
    const unsigned doe = static_cast<unsigned>(z - era * 146097);
    const unsigned yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const unsigned doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    const unsigned mp = (5 * doy + 2) / 153;
    const unsigned day = doy - (153 * mp + 2) / 5 + 1;
    const unsigned month = mp < 10 ? mp + 3 : mp - 9;
    return {static_cast<int>(yoe) + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

bool readDigits(std::string_view text, std::size_t at, std::size_t count, int& value)
{
    if (at + count > text.size())
        return false;
    value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        value = value * 10 + (text[i] - '0');
    }
    return true;
}

unsigned daysInMonth(int year, unsigned month)
{
    static constexpr unsigned kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : kDays[month - 1];
}

} // namespace

Date Date::of(int year, unsigned month, unsigned day) { return Date(daysFromCivil(year, month, day)); }

Result<Date> Date::parse(std::string_view text)
{
    int y = 0;
    int m = 0;
    int d = 0;
    const bool dashed = text.size() == 10 && text[4] == '-' && text[7] == '-' && readDigits(text, 0, 4, y)
        && readDigits(text, 5, 2, m) && readDigits(text, 8, 2, d);
    const bool plain = text.size() == 8 && readDigits(text, 0, 4, y) && readDigits(text, 4, 2, m) && readDigits(text, 6, 2, d);
    if (!(dashed || plain) || m < 1 || m > 12 || d < 1 || static_cast<unsigned>(d) > daysInMonth(y, static_cast<unsigned>(m)))
        return invalid("domain.date-malformed", std::string(text.substr(0, 40)));
    return of(y, static_cast<unsigned>(m), static_cast<unsigned>(d));
}

Date Date::ofUtc(Timestamp time, std::int64_t offsetSeconds)
{
    const std::int64_t local = time.nanos + offsetSeconds * kNanosPerSecond;
    std::int64_t day = local / kNanosPerDay;
    if (local % kNanosPerDay < 0)
        --day;
    return Date(static_cast<std::int32_t>(day));
}

int Date::year() const { return civilFromDays(days).year; }
unsigned Date::month() const { return civilFromDays(days).month; }
unsigned Date::day() const { return civilFromDays(days).day; }

std::string Date::text() const
{
    const Civil c = civilFromDays(days);
    return fmt::format("{:04}-{:02}-{:02}", c.year, c.month, c.day);
}

std::string isoUtc(Timestamp time)
{
    const Date date = Date::ofUtc(time);
    const std::int64_t nanos = time - date.startUtc();
    const std::int64_t seconds = nanos / kNanosPerSecond;
    const std::int64_t millis = nanos % kNanosPerSecond / kNanosPerMilli;
    std::string text = fmt::format("{}T{:02}:{:02}:{:02}", date.text(), seconds / 3600, seconds / 60 % 60, seconds % 60);
    if (millis != 0)
        text += fmt::format(".{:03}", millis);
    return text + "Z";
}

Result<Timestamp> parseIso(std::string_view text)
{
    const auto malformed = [&] { return invalid("domain.time-malformed", std::string(text.substr(0, 40))); };
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (text.size() < 20 || (text[10] != 'T' && text[10] != ' ') || !readDigits(text, 11, 2, hour) || text[13] != ':'
        || !readDigits(text, 14, 2, minute) || text[16] != ':' || !readDigits(text, 17, 2, second))
        return malformed();
    const auto date = Date::parse(text.substr(0, 10));
    if (!date || hour > 23 || minute > 59 || second > 59)
        return malformed();
    std::size_t at = 19;
    std::int64_t fraction = 0;
    if (text[at] == '.') {
        std::int64_t unit = kNanosPerSecond / 10;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, unit /= 10)
            fraction += (text[at] - '0') * unit;
    }
    std::int64_t offset = 0;
    const std::string_view zone = text.substr(at);
    if (zone != "Z") {
        int zoneHour = 0;
        int zoneMinute = 0;
        if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':' || !readDigits(zone, 1, 2, zoneHour)
            || !readDigits(zone, 4, 2, zoneMinute) || zoneHour > 14 || zoneMinute > 59)
            return malformed();
        offset = (zone[0] == '-' ? -1 : 1) * (zoneHour * 3600 + zoneMinute * 60);
    }
    return date->startUtc() + ((std::int64_t{hour} * 3600 + minute * 60 + second - offset) * kNanosPerSecond + fraction);
}

} // namespace rialto
