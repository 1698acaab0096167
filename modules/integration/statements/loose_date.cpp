// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/loose_date.h"

#include "integration/time_field.h"
#include "integration/statements/text_bits.h"

#include <algorithm>
#include <string>

namespace rialto::integration {

std::optional<DayOrder> parseDayOrder(std::string_view text)
{
    if (text == "auto")
        return DayOrder::Auto;
    if (text == "dmy")
        return DayOrder::DayFirst;
    if (text == "mdy")
        return DayOrder::MonthFirst;
    if (text == "ymd")
        return DayOrder::YearFirst;
    return std::nullopt;
}

std::optional<DateParts> splitDate(std::string_view text)
{
    DateParts parts;
    std::size_t index = 0;
    bool inNumber = false;
    if (text.size() == 8 && std::all_of(text.begin(), text.end(), isDigit)) {
        parts.separator = 0;
        const auto number = [&](std::size_t from, std::size_t count) {
            int value = 0;
            for (std::size_t i = from; i < from + count; ++i)
                value = value * 10 + (text[i] - '0');
            return value;
        };
        parts.part = {number(0, 4), number(4, 2), number(6, 2)};
        parts.digits = {4, 2, 2};
        return parts;
    }
    for (const char c : text) {
        if (isDigit(c)) {
            if (index > 2 || ++parts.digits[index] > 4)
                return std::nullopt;
            parts.part[index] = parts.part[index] * 10 + (c - '0');
            inNumber = true;
        } else if (c == '/' || c == '.' || c == '-' || c == '\'') {
            if (!inNumber)
                return std::nullopt;
            inNumber = false;
            if (c == '\'')
                parts.apostrophe = true;
            else
                parts.separator = c;
            ++index;
        } else if (c != ' ') {
            return std::nullopt;
        }
    }
    if (index == 3 && !inNumber)
        index = 2;
    return index == 2 && parts.digits[2] > 0 ? std::optional<DateParts>(parts) : std::nullopt;
}

std::optional<Date> assembleDate(const DateParts& parts, DayOrder order)
{
    int year = parts.part[2];
    int month = parts.part[0];
    int day = parts.part[1];
    int yearDigits = parts.digits[2];
    if (parts.digits[0] == 4 || order == DayOrder::YearFirst) {
        year = parts.part[0];
        yearDigits = parts.digits[0];
        month = parts.part[1];
        day = parts.part[2];
    } else if (order == DayOrder::DayFirst) {
        std::swap(month, day);
    }
    if (yearDigits <= 2)
        year += parts.apostrophe || year < 70 ? 2000 : 1900;
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    std::string text = std::to_string(10000 + year).substr(1) + "-" + std::to_string(100 + month).substr(1) + "-" + std::to_string(100 + day).substr(1);
    const auto date = Date::parse(text);
    return date ? std::optional<Date>(*date) : std::nullopt;
}

std::optional<Date> looseDate(std::string_view text, DayOrder order)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    // The time of day does not matter: statements book by the day.
    const std::size_t time = text.find_first_of("T;,");
    std::string_view day = text;
    if (time != std::string_view::npos && time >= 8)
        day = text.substr(0, time);
    else if (const std::size_t space = text.find(' '); space != std::string_view::npos && space >= 8)
        day = text.substr(0, space);
    if (const auto parts = splitDate(day))
        return assembleDate(*parts, order);
    TimeReading reading;
    for (const TimeShape shape : {TimeShape::MonthName, TimeShape::YearMonthDay})
        if (TimeFormat(shape).read(text, reading))
            return reading.date;
    return std::nullopt;
}

void DayOrderEvidence::add(std::string_view text, std::uint64_t line)
{
    const std::size_t end = text.find_first_of("T;,");
    const auto parts = splitDate(end != std::string_view::npos && end >= 8 ? text.substr(0, end) : text);
    if (!parts || parts->digits[0] == 4 || parts->separator == 0)
        return;
    m_slashes = m_slashes || parts->separator == '/';
    if (parts->part[0] > 12)
        m_dayLine = m_dayLine == 0 ? line : m_dayLine;
    else if (parts->part[1] > 12)
        m_monthLine = m_monthLine == 0 ? line : m_monthLine;
    else
        m_ambiguous = m_ambiguous || parts->part[0] != parts->part[1];
}

} // namespace rialto::integration
