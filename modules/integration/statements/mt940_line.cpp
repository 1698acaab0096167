// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/mt940_line.h"

#include "integration/statements/text_bits.h"

#include <algorithm>
#include <cstdlib>

namespace rialto::integration {

namespace {

std::optional<Date> civilDate(int year, int month, int day)
{
    char text[11];
    const auto put = [&text](int at, int value, int width) {
        for (int i = width - 1; i >= 0; --i, value /= 10)
            text[at + i] = static_cast<char>('0' + value % 10);
    };
    put(0, year, 4);
    put(5, month, 2);
    put(8, day, 2);
    text[4] = text[7] = '-';
    const auto date = Date::parse(std::string_view(text, 10));
    return date ? std::optional<Date>(*date) : std::nullopt;
}

// MMDD of the year that brings it nearest to the value date.
std::optional<Date> entryDate(std::string_view text, Date value)
{
    const auto month = leadingNumber(text);
    const auto day = leadingNumber(text.substr(2));
    if (!month || !day)
        return std::nullopt;
    std::optional<Date> best;
    for (const int year : {value.year(), value.year() - 1, value.year() + 1}) {
        const auto date = civilDate(year, *month, *day);
        if (date && (!best || std::abs(*date - value) < std::abs(*best - value)))
            best = date;
    }
    return best;
}

} // namespace

std::optional<int> leadingNumber(std::string_view text)
{
    if (text.size() < 2 || !isDigit(text[0]) || !isDigit(text[1]))
        return std::nullopt;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

std::optional<Date> shortDate(std::string_view text)
{
    const auto year = leadingNumber(text);
    const auto month = text.size() >= 4 ? leadingNumber(text.substr(2)) : std::nullopt;
    const auto day = text.size() >= 6 ? leadingNumber(text.substr(4)) : std::nullopt;
    if (!year || !month || !day)
        return std::nullopt;
    return civilDate(*year < 80 ? 2000 + *year : 1900 + *year, *month, *day);
}

std::string readEntryLine(std::string_view text, StatementEntry& entry)
{
    const auto value = shortDate(text);
    if (!value)
        return "the value date is not YYMMDD";
    entry.value = *value;
    std::size_t at = 6;
    if (text.size() >= at + 4 && std::all_of(text.begin() + 6, text.begin() + 10, isDigit)) {
        const auto booked = entryDate(text.substr(at), *value);
        if (!booked)
            return "the entry date is not MMDD";
        entry.booked = booked;
        at += 4;
    }
    while (at < text.size() && text[at] == ' ')
        ++at;
    bool debit = false;
    bool reversal = false;
    if (at + 1 < text.size() && (text[at] == 'R' || text[at] == 'E') && (text[at + 1] == 'C' || text[at + 1] == 'D')) {
        reversal = text[at] == 'R'; // E: expected
        if (text[at] == 'E')
            entry.status = "pending";
        debit = reversal ? text[at + 1] == 'C' : text[at + 1] == 'D';
        at += 2;
    } else if (at < text.size() && (text[at] == 'C' || text[at] == 'D')) {
        debit = text[at] == 'D';
        at += 1;
    } else {
        return "after the dates stands C, D, RC or RD";
    }
    if (at < text.size() && isCapital(text[at]))
        ++at; // funds code: third letter of the currency
    while (at < text.size() && text[at] == ' ')
        ++at;
    std::size_t end = at;
    while (end < text.size() && (isDigit(text[end]) || text[end] == ',' || text[end] == '.'))
        ++end;
    const std::string_view digits = text.substr(at, end - at);
    AmountFault fault = readAmount(digits, {',', 0}, entry.amount);
    if (fault == AmountFault::Malformed)
        fault = readAmount(digits, {'.', 0}, entry.amount);
    if (fault != AmountFault::None)
        return explain(fault, digits);
    if (debit)
        entry.amount = -entry.amount;
    entry.reversal = reversal;
    at = end;
    if (at + 4 > text.size() || !isCapital(text[at]))
        return "after the amount stands a type of four characters (NTRF)";
    entry.code = std::string(text.substr(at, 4));
    if (!std::all_of(entry.code.begin(), entry.code.end(), [](char c) { return isDigit(c) || isCapital(c) || c == ' '; })) {
        // "NCHG" may be the last thing; what is no letter begins the reference.
        const std::size_t bad = static_cast<std::size_t>(std::find_if(entry.code.begin(), entry.code.end(), [](char c) { return !isDigit(c) && !isCapital(c); }) - entry.code.begin());
        entry.code.resize(bad);
    }
    at += entry.code.size();
    const std::string_view rest = text.substr(at);
    const std::size_t slashes = rest.find("//");
    std::string own = std::string(rest.substr(0, slashes));
    if (own.size() > 16) { // 16 characters of reference; some banks write the other's name behind
        entry.counterparty = trimmed(std::string_view(own).substr(16));
        own.resize(16);
    }
    entry.reference = trimmed(own);
    if (slashes != std::string_view::npos)
        entry.bankReference = trimmed(rest.substr(slashes + 2));
    if (!entry.booked)
        entry.booked = entry.value;
    return {};
}

} // namespace rialto::integration
