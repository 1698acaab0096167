// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/time_field.h"

#include <array>
#include <cstddef>

namespace rialto::integration {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void skipSpaces(std::string_view& text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
}

bool take(std::string_view& text, std::string_view word)
{
    if (text.substr(0, word.size()) != word)
        return false;
    text.remove_prefix(word.size());
    return true;
}

bool takeNumber(std::string_view& text, std::size_t fewest, std::size_t most, std::int64_t& value)
{
    std::size_t count = 0;
    value = 0;
    while (count < most && count < text.size() && isDigit(text[count]))
        value = value * 10 + (text[count++] - '0');
    if (count < fewest)
        return false;
    text.remove_prefix(count);
    return true;
}

bool makeDate(std::int64_t year, std::int64_t month, std::int64_t day, Date& date)
{
    constexpr std::array<int, 13> kLengths{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 1600 || year > 2400 || month < 1 || month > 12 || day < 1 || day > kLengths[static_cast<std::size_t>(month)])
        return false;
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (month == 2 && day == 29 && !leap)
        return false;
    date = Date::of(static_cast<int>(year), static_cast<unsigned>(month), static_cast<unsigned>(day));
    return true;
}

bool takeMonthName(std::string_view& text, std::int64_t& month)
{
    constexpr std::array<std::string_view, 12> kNames{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    std::string word;
    while (!text.empty() && isLetter(text.front())) {
        word.push_back(static_cast<char>(text.front() | 0x20));
        text.remove_prefix(1);
    }
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (word.size() >= 3 && word.substr(0, 3) == kNames[i]) {
            month = static_cast<std::int64_t>(i) + 1;
            take(text, ".");
            return true;
        }
    return false;
}

bool takeYearMonthDay(std::string_view& text, Date& date)
{
    // The usual form at a glance, because millions of rows have it.
    const char* const c = text.data();
    if (text.size() >= 10 && c[4] == '-' && c[7] == '-' && isDigit(c[0]) && isDigit(c[1]) && isDigit(c[2]) && isDigit(c[3]) && isDigit(c[5])
        && isDigit(c[6]) && isDigit(c[8]) && isDigit(c[9])) {
        const auto digit = [c](int at) { return std::int64_t{c[at] - '0'}; };
        const bool good = makeDate(digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3), digit(5) * 10 + digit(6), digit(8) * 10 + digit(9), date);
        text.remove_prefix(10);
        return good;
    }
    std::int64_t year = 0;
    std::int64_t month = 0;
    std::int64_t day = 0;
    if (!takeNumber(text, 4, 4, year))
        return false;
    if (take(text, "年"))
        return takeNumber(text, 1, 2, month) && take(text, "月") && takeNumber(text, 1, 2, day) && take(text, "日") && makeDate(year, month, day, date);
    if (text.empty() || (text.front() != '-' && text.front() != '/' && text.front() != '.'))
        return false;
    const std::string_view mark = text.substr(0, 1);
    return take(text, mark) && takeNumber(text, 1, 2, month) && take(text, mark) && takeNumber(text, 1, 2, day) && makeDate(year, month, day, date);
}

bool takeThreeNumbers(std::string_view& text, bool dayFirst, Date& date)
{
    std::int64_t first = 0;
    std::int64_t second = 0;
    std::int64_t year = 0;
    if (!takeNumber(text, 1, 2, first) || text.empty() || (text.front() != '-' && text.front() != '/' && text.front() != '.'))
        return false;
    const std::string_view mark = text.substr(0, 1);
    if (!take(text, mark) || !takeNumber(text, 1, 2, second) || !take(text, mark) || !takeNumber(text, 4, 4, year))
        return false;
    return dayFirst ? makeDate(year, second, first, date) : makeDate(year, first, second, date);
}

bool takeMonthNameDate(std::string_view& text, Date& date)
{
    std::int64_t day = 0;
    std::int64_t month = 0;
    std::int64_t year = 0;
    const auto gap = [&text] {
        while (!text.empty() && (text.front() == ' ' || text.front() == '-' || text.front() == ','))
            text.remove_prefix(1);
        return true;
    };
    if (takeNumber(text, 1, 2, day)) {
        gap();
        return takeMonthName(text, month) && gap() && takeNumber(text, 4, 4, year) && makeDate(year, month, day, date);
    }
    return takeMonthName(text, month) && gap() && takeNumber(text, 1, 2, day) && gap() && takeNumber(text, 4, 4, year) && makeDate(year, month, day, date);
}

bool takeCompact(std::string_view& text, Date& date)
{
    std::int64_t number = 0;
    if (!takeNumber(text, 8, 8, number) || (!text.empty() && isDigit(text.front())))
        return false;
    return makeDate(number / 10000, number / 100 % 100, number % 100, date);
}

bool takeFraction(std::string_view& text, std::int64_t& nanos)
{
    std::int64_t unit = 100'000'000;
    std::size_t count = 0;
    for (; count < text.size() && isDigit(text[count]); ++count, unit /= 10)
        nanos += (text[count] - '0') * unit; // beyond nanoseconds the unit is 0
    text.remove_prefix(count);
    return count > 0;
}

bool takeTimeOfDay(std::string_view& text, std::int64_t& nanosOfDay)
{
    std::int64_t hours = 0;
    std::int64_t minutes = 0;
    std::int64_t seconds = 0;
    std::int64_t nanos = 0;
    if (!takeNumber(text, 1, 2, hours))
        return false;
    if (take(text, ":")) {
        if (!takeNumber(text, 2, 2, minutes))
            return false;
        if (take(text, ":") && !takeNumber(text, 2, 2, seconds))
            return false;
    } else {
        if (!takeNumber(text, 2, 2, minutes))
            return false;
        if (!text.empty() && isDigit(text.front())) {
            if (!takeNumber(text, 2, 2, seconds))
                return false;
            if (!text.empty() && isDigit(text.front()) && !takeFraction(text, nanos))
                return false;
        }
    }
    if (!text.empty() && (text.front() == '.' || text.front() == ',')) {
        text.remove_prefix(1);
        if (!takeFraction(text, nanos))
            return false;
    }
    skipSpaces(text);
    if (!text.empty() && (text.substr(0, 2) == "AM" || text.substr(0, 2) == "PM")) {
        if (hours < 1 || hours > 12)
            return false;
        hours = hours % 12 + (text.front() == 'P' ? 12 : 0);
        text.remove_prefix(2);
    }
    if (hours > 23 || minutes > 59 || seconds > 60)
        return false;
    nanosOfDay = ((hours * 60 + minutes) * 60 + seconds) * kNanosPerSecond + nanos;
    return true;
}

bool takeOffset(std::string_view& text, TimeReading& reading)
{
    skipSpaces(text);
    if (text.empty())
        return true;
    if (take(text, "Z") || take(text, "UTC")) {
        reading.offsetSeconds = 0;
        return text.empty();
    }
    const char sign = text.front();
    std::int64_t hours = 0;
    std::int64_t minutes = 0;
    if (sign != '+' && sign != '-')
        return false;
    text.remove_prefix(1);
    if (!takeNumber(text, 2, 2, hours))
        return false;
    take(text, ":");
    if (!text.empty() && !takeNumber(text, 2, 2, minutes))
        return false;
    if (hours > 15 || minutes > 59)
        return false;
    const auto seconds = static_cast<std::int32_t>((hours * 60 + minutes) * 60);
    reading.offsetSeconds = sign == '-' ? -seconds : seconds;
    return text.empty();
}

bool readRest(std::string_view text, TimeReading& reading)
{
    if (text.empty())
        return true;
    if (text.front() != 'T' && text.front() != ' ')
        return false;
    text.remove_prefix(1);
    skipSpaces(text);
    if (text.empty())
        return true;
    reading.hasTime = true;
    return takeTimeOfDay(text, reading.nanosOfDay) && takeOffset(text, reading);
}

bool readEpoch(std::string_view cell, std::int64_t unitNanos, std::size_t digits, TimeReading& reading)
{
    // A time is written with the digits of its unit for every date from 2001 to 2286.
    std::int64_t number = 0;
    if (cell.size() != digits || !takeNumber(cell, digits, digits, number) || number > std::int64_t{9'223'372'036'854'775'807} / unitNanos)
        return false;
    const Timestamp time(number * unitNanos);
    reading.date = Date::ofUtc(time);
    reading.nanosOfDay = time - reading.date.startUtc();
    reading.hasTime = true;
    reading.offsetSeconds = 0;
    return true;
}

constexpr std::array<TimeShape, 9> kDetectable{TimeShape::YearMonthDay, TimeShape::Compact, TimeShape::EpochSeconds, TimeShape::EpochMillis,
    TimeShape::EpochMicros, TimeShape::EpochNanos, TimeShape::MonthName, TimeShape::DayMonthYear, TimeShape::MonthDayYear};

} // namespace

std::string_view name(TimeShape shape)
{
    switch (shape) {
    case TimeShape::YearMonthDay: return "year-month-day";
    case TimeShape::Compact: return "yyyymmdd";
    case TimeShape::DayMonthYear: return "day-month-year";
    case TimeShape::MonthDayYear: return "month-day-year";
    case TimeShape::MonthName: return "month by name";
    case TimeShape::EpochSeconds: return "seconds since 1970";
    case TimeShape::EpochMillis: return "milliseconds since 1970";
    case TimeShape::EpochMicros: return "microseconds since 1970";
    case TimeShape::EpochNanos: return "nanoseconds since 1970";
    case TimeShape::MillisOfDay: return "milliseconds since midnight";
    case TimeShape::Pattern: return "pattern";
    }
    return "?";
}

bool TimeFormat::read(std::string_view cell, TimeReading& reading) const
{
    while (!cell.empty() && cell.front() == ' ')
        cell.remove_prefix(1);
    while (!cell.empty() && cell.back() == ' ')
        cell.remove_suffix(1);
    reading.nanosOfDay = 0;
    reading.hasTime = false;
    reading.offsetSeconds.reset();
    switch (m_shape) {
    case TimeShape::YearMonthDay: return takeYearMonthDay(cell, reading.date) && readRest(cell, reading);
    case TimeShape::Compact: return takeCompact(cell, reading.date) && readRest(cell, reading);
    case TimeShape::DayMonthYear: return takeThreeNumbers(cell, true, reading.date) && readRest(cell, reading);
    case TimeShape::MonthDayYear: return takeThreeNumbers(cell, false, reading.date) && readRest(cell, reading);
    case TimeShape::MonthName: return takeMonthNameDate(cell, reading.date) && readRest(cell, reading);
    case TimeShape::EpochSeconds: return readEpoch(cell, kNanosPerSecond, 10, reading);
    case TimeShape::EpochMillis: return readEpoch(cell, kNanosPerMilli, 13, reading);
    case TimeShape::EpochMicros: return readEpoch(cell, 1000, 16, reading);
    case TimeShape::EpochNanos: return readEpoch(cell, 1, 19, reading);
    case TimeShape::MillisOfDay: {
        std::int64_t millis = 0;
        if (!takeNumber(cell, 1, 8, millis) || !cell.empty() || millis >= 86'400'000)
            return false;
        reading.nanosOfDay = millis * kNanosPerMilli;
        reading.hasTime = true;
        return true;
    }
    case TimeShape::Pattern: return readPattern(cell, reading);
    }
    return false;
}

Result<TimeFormat> TimeFormat::fromPattern(std::string pattern)
{
    const auto has = [&pattern](char letter) { return pattern.find(letter) != std::string::npos; };
    if (!has('y') || !has('M') || !has('d'))
        return invalid("import.date-pattern", "\"" + pattern + "\" needs a year (yyyy), a month (MM) and a day (dd), for example dd.MM.yyyy HH:mm");
    TimeFormat format(TimeShape::Pattern);
    format.m_pattern = std::move(pattern);
    return format;
}

bool TimeFormat::readPattern(std::string_view cell, TimeReading& reading) const
{
    std::int64_t year = 0;
    std::int64_t month = 0;
    std::int64_t day = 0;
    std::int64_t hour = 0;
    std::int64_t minute = 0;
    std::int64_t second = 0;
    std::int64_t nanos = 0;
    const std::string_view pattern = m_pattern;
    for (std::size_t at = 0; at < pattern.size();) {
        const char letter = pattern[at];
        std::size_t run = 1;
        while (at + run < pattern.size() && pattern[at + run] == letter)
            ++run;
        bool good = true;
        const std::size_t fewest = run == 1 ? 1 : run;
        const std::size_t most = run == 1 ? 2 : run;
        switch (letter) {
        case 'y':
            good = takeNumber(cell, run == 2 ? 2 : 4, run == 2 ? 2 : 4, year);
            year += run == 2 ? (year < 70 ? 2000 : 1900) : 0;
            break;
        case 'M':
            good = run == 3 ? takeMonthName(cell, month) : takeNumber(cell, fewest, most, month);
            break;
        case 'd': good = takeNumber(cell, fewest, most, day); break;
        case 'H': good = takeNumber(cell, fewest, most, hour); break;
        case 'm': good = takeNumber(cell, fewest, most, minute); break;
        case 's': good = takeNumber(cell, fewest, most, second); break;
        case 'S': good = takeFraction(cell, nanos); break;
        default: good = take(cell, pattern.substr(at, run)); break;
        }
        if (!good)
            return false;
        at += run;
    }
    if (!cell.empty() || hour > 23 || minute > 59 || second > 60)
        return false;
    reading.hasTime = m_pattern.find('H') != std::string::npos;
    reading.nanosOfDay = ((hour * 60 + minute) * 60 + second) * kNanosPerSecond + nanos;
    return makeDate(year, month, day, reading.date);
}

Result<TimeFormat> TimeFormat::detect(std::span<const std::string> cells, std::string_view column)
{
    // A few broken cells must not hide the shape of the others; they are refused row by row later.
    std::vector<TimeShape> fitting;
    std::size_t best = 0;
    std::size_t filled = 0;
    for (const auto& cell : cells)
        filled += cell.empty() ? 0 : 1;
    for (const TimeShape shape : kDetectable) {
        const TimeFormat format(shape);
        std::size_t count = 0;
        TimeReading reading;
        for (const auto& cell : cells)
            count += format.read(cell, reading) ? 1 : 0;
        if (count > best) {
            best = count;
            fitting.clear();
        }
        if (count == best && count > 0)
            fitting.push_back(shape);
    }
    const std::string example = cells.empty() ? std::string() : cells.front().substr(0, 40);
    if (fitting.empty() || best * 2 < filled)
        return invalid("import.date-unknown", "column " + std::string(column) + ": \"" + example
                + "\" is no date that is recognised; say how it is written, for example --date-format \"dd.MM.yyyy HH:mm\"");
    if (fitting.size() > 1)
        return invalid("import.date-ambiguous", "column " + std::string(column) + ": \"" + example
                + "\" can be day-month or month-day in every row looked at; say which with --date-format dd/MM/yyyy or MM/dd/yyyy");
    return TimeFormat(fitting.front());
}

bool readTimeOfDay(std::string_view cell, std::int64_t& nanosOfDay)
{
    skipSpaces(cell);
    return takeTimeOfDay(cell, nanosOfDay) && cell.empty();
}

} // namespace rialto::integration
