// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/text_rows.h"

#include "domain/time_zone.h"
#include "integration/connector.h"
#include "integration/time_field.h"

#include <array>
#include <cctype>

namespace rialto::integration {

namespace {

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

struct ZoneName {
    std::string_view name;
    int hours;
};
// Those of RFC 822, and the ones that feeds write besides.
constexpr std::array<ZoneName, 16> kZones{{{"gmt", 0}, {"ut", 0}, {"utc", 0}, {"z", 0}, {"est", -5}, {"edt", -4}, {"cst", -6}, {"cdt", -5}, {"mst", -7}, {"mdt", -6},
    {"pst", -8}, {"pdt", -7}, {"bst", 1}, {"cet", 1}, {"cest", 2}, {"jst", 9}}};

bool validDate(int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    const Date date = Date::of(year, static_cast<unsigned>(month), 1) + (day - 1);
    return static_cast<int>(date.month()) == month;
}

/// "19:48", "19:48:21", "19:48:21.5"; ends at what does not belong.
bool readClock(std::string_view text, std::int64_t& nanos)
{
    return text.find(':') != std::string_view::npos && readTimeOfDay(text, nanos);
}

/// "+0100", "+01:00", "GMT", "EST"; nothing when it is no zone.
std::optional<int> zoneSeconds(std::string_view text)
{
    const std::string low = lowerCase(text);
    for (const auto& zone : kZones)
        if (low == zone.name)
            return zone.hours * 3600;
    if (low.size() >= 3 && (low.front() == '+' || low.front() == '-')) {
        std::string digits = low.substr(1);
        std::erase(digits, ':');
        if (!allDigits(digits) || (digits.size() != 2 && digits.size() != 4))
            return std::nullopt;
        const int hours = (digits[0] - '0') * 10 + (digits[1] - '0');
        const int minutes = digits.size() == 4 ? (digits[2] - '0') * 10 + (digits[3] - '0') : 0;
        if (hours > 15 || minutes > 59)
            return std::nullopt;
        return (low.front() == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
    }
    return std::nullopt;
}

std::optional<Timestamp> instant(int year, int month, int day, std::int64_t nanos, int offset)
{
    if (!validDate(year, month, day) || year < 1700 || year > 2250)
        return std::nullopt;
    const Date date = Date::of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    return Timestamp(date.startUtc().nanos + nanos - std::int64_t{offset} * kNanosPerSecond);
}

/// "2004-01-01T19:48:21Z", "2004-01-01 19:48", "2004-01", "20040101".
std::optional<Timestamp> isoTime(std::string_view text)
{
    int parts[3] = {0, 1, 1};
    std::size_t at = 0;
    const auto digits = [&](std::size_t count, int& value) {
        if (at + count > text.size() || !allDigits(text.substr(at, count)))
            return false;
        value = 0;
        for (std::size_t i = 0; i < count; ++i)
            value = value * 10 + (text[at + i] - '0');
        at += count;
        return true;
    };
    if (!digits(4, parts[0]))
        return std::nullopt;
    const bool dashed = at < text.size() && (text[at] == '-' || text[at] == '/');
    for (int part = 1; part < 3 && at < text.size(); ++part) {
        if (dashed) {
            if (text[at] != '-' && text[at] != '/')
                break;
            ++at;
            if (!digits(2, parts[part]) && !digits(1, parts[part]))
                return std::nullopt;
        } else if (!digits(2, parts[part])) {
            break;
        }
    }
    std::int64_t nanos = 0;
    int offset = 0;
    std::string_view rest = text.substr(at);
    if (!rest.empty()) {
        if (rest.front() != 'T' && rest.front() != 't' && rest.front() != ' ')
            return std::nullopt;
        rest = trimSpaces(rest.substr(1));
        std::size_t end = 0;
        while (end < rest.size() && (std::isdigit(static_cast<unsigned char>(rest[end])) != 0 || rest[end] == ':' || rest[end] == '.'))
            ++end;
        if (end > 0 && !readClock(rest.substr(0, end), nanos))
            return std::nullopt;
        const std::string_view zone = trimSpaces(rest.substr(end));
        if (!zone.empty()) {
            const auto seconds = zoneSeconds(zone);
            if (!seconds)
                return std::nullopt;
            offset = *seconds;
        }
    }
    return instant(parts[0], parts[1], parts[2], nanos, offset);
}

} // namespace

Result<void> forEachRow(std::string_view text, char delimiter, const std::function<bool(const TextRow&)>& take)
{
    MemorySource source(text);
    CsvReader reader(source, {delimiter, '"'});
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        if (!take({reader.fields(), reader.row(), reader.line(), reader.flaw()}))
            return {};
    }
}

void forEachLine(std::string_view text, const std::function<bool(std::string_view, std::uint64_t)>& take)
{
    std::uint64_t number = 0;
    while (!text.empty()) {
        const auto end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        ++number;
        line = trimSpaces(line);
        if (!line.empty() && !take(line, number))
            return;
    }
}

std::string_view trimSpaces(std::string_view text)
{
    const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty() && space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && space(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string lowerCase(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

std::string upperCase(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return out;
}

bool allDigits(std::string_view text)
{
    for (const char c : text)
        if (c < '0' || c > '9')
            return false;
    return !text.empty();
}

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    const bool negative = !text.empty() && text.front() == '-';
    if (negative)
        text.remove_prefix(1);
    if (!allDigits(text) || text.size() > 18)
        return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text)
        value = value * 10 + (c - '0');
    return negative ? -value : value;
}

std::optional<Timestamp> epochTime(std::string_view digits)
{
    if (!allDigits(digits))
        return std::nullopt;
    if (digits.size() == 19) {
        const auto high = wholeNumber(digits.substr(0, 18));
        return Timestamp(*high * 10 + (digits.back() - '0'));
    }
    const auto value = wholeNumber(digits);
    if (!value)
        return std::nullopt;
    std::int64_t unit = 0;
    if (*value >= 631'152'000 && *value < 4'102'444'800)
        unit = kNanosPerSecond;
    else if (*value >= 631'152'000'000 && *value < 4'102'444'800'000)
        unit = 1'000'000;
    else if (*value >= 631'152'000'000'000 && *value < 4'102'444'800'000'000)
        unit = 1'000;
    else if (*value >= 631'152'000'000'000'000)
        unit = 1;
    if (unit == 0)
        return std::nullopt;
    return Timestamp(*value * unit);
}

std::optional<Timestamp> feedTime(std::string_view text)
{
    text = trimSpaces(text);
    if (text.size() >= 4 && allDigits(text.substr(0, 4)) && (text.size() == 4 || text[4] == '-' || text[4] == '/' || allDigits(text)))
        return isoTime(text);
    // Words and numbers in the order of RFC 822, or of asctime; the day's name says nothing.
    std::vector<std::string> tokens;
    std::string token;
    for (const char c : text) {
        if (c == ' ' || c == ',' || c == '\t' || c == '\n' || c == '\r') {
            if (!token.empty())
                tokens.push_back(std::move(token));
            token.clear();
        } else {
            token += c;
        }
    }
    if (!token.empty())
        tokens.push_back(token);
    int day = 0;
    int month = 0;
    int year = 0;
    std::int64_t nanos = 0;
    int offset = 0;
    bool clock = false;
    for (const auto& each : tokens) {
        const std::string low = lowerCase(each);
        if (!clock && readClock(each, nanos)) {
            clock = true;
        } else if (allDigits(each) && each.size() <= 2 && day == 0) {
            day = static_cast<int>(*wholeNumber(each));
        } else if (allDigits(each) && (each.size() == 4 || each.size() == 2) && year == 0) {
            year = static_cast<int>(*wholeNumber(each));
            if (each.size() == 2)
                year += year < 70 ? 2000 : 1900;
        } else if (const auto zone = zoneSeconds(each); zone && clock) {
            offset = *zone;
        } else if (month == 0 && low.size() >= 3) {
            for (std::size_t i = 0; i < kMonths.size(); ++i)
                if (low.starts_with(kMonths[i]))
                    month = static_cast<int>(i) + 1;
        }
    }
    if (day == 0 || month == 0 || year == 0)
        return std::nullopt;
    return instant(year, month, day, nanos, offset);
}

std::optional<Timestamp> wallTime(Date date, std::int64_t nanosOfDay, std::string_view zone)
{
    const auto at = fromLocal(date, nanosOfDay, zone);
    if (!at)
        return std::nullopt;
    return *at;
}

std::optional<Date> localDay(Timestamp time, std::string_view zone)
{
    const auto day = localDate(time, zone);
    if (!day)
        return std::nullopt;
    return *day;
}

std::optional<std::string> decodeBase64(std::string_view text)
{
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    std::size_t symbols = 0;
    std::size_t padding = 0;
    for (const char c : text) {
        int value = 0;
        if (c >= 'A' && c <= 'Z')
            value = c - 'A';
        else if (c >= 'a' && c <= 'z')
            value = c - 'a' + 26;
        else if (c >= '0' && c <= '9')
            value = c - '0' + 52;
        else if (c == '+')
            value = 62;
        else if (c == '/')
            value = 63;
        else if (c == '=') {
            ++padding;
            ++symbols;
            continue;
        } else if (c == '\n' || c == '\r' || c == ' ' || c == '\t')
            continue;
        else
            return std::nullopt;
        if (padding > 0)
            return std::nullopt;
        ++symbols;
        bits = (bits << 6) | static_cast<std::uint32_t>(value);
        if (++count == 4) {
            out += static_cast<char>((bits >> 16) & 0xFF);
            out += static_cast<char>((bits >> 8) & 0xFF);
            out += static_cast<char>(bits & 0xFF);
            bits = 0;
            count = 0;
        }
    }
    if (symbols % 4 != 0 || padding > 2 || count == 1)
        return std::nullopt;
    if (count == 2)
        out += static_cast<char>((bits >> 4) & 0xFF);
    if (count == 3) {
        out += static_cast<char>((bits >> 10) & 0xFF);
        out += static_cast<char>((bits >> 2) & 0xFF);
    }
    return out;
}

std::string_view Payload::firstLine() const
{
    std::string_view line = bytes.substr(0, std::min<std::size_t>(bytes.size(), 4096));
    return trimSpaces(line.substr(0, line.find('\n')));
}

std::string Payload::stem() const
{
    std::string name = fileName;
    if (const auto dot = name.rfind('.'); dot != std::string::npos && dot > 0)
        name.erase(dot);
    return upperCase(name);
}

std::string Payload::symbolOr(std::string_view found) const
{
    if (options != nullptr && !options->symbol.empty())
        return options->symbol;
    return found.empty() ? stem() : std::string(found);
}

} // namespace rialto::integration
