// SPDX-License-Identifier: GPL-3.0-or-later
#include "research/series.h"

#include <algorithm>
#include <cctype>

namespace rialto::research {

namespace {

bool byDateAndVintage(const Observation& a, const Observation& b)
{
    return a.date != b.date ? a.date < b.date : a.knownFrom < b.knownFrom;
}

/// Digits only, at most nine.
std::optional<int> number(std::string_view text)
{
    if (text.empty() || text.size() > 9)
        return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Date> monday(int year, int week)
{
    if (week < 1 || week > 53)
        return std::nullopt;
    const Date fourth = Date::of(year, 1, 4); // always in week 1 (ISO 8601)
    return fourth - fourth.weekday() + (week - 1) * 7;
}

} // namespace

std::vector<Observation> asKnown(const std::vector<Observation>& all, std::optional<Date> day)
{
    std::vector<Observation> sorted = all;
    std::stable_sort(sorted.begin(), sorted.end(), byDateAndVintage);
    std::vector<Observation> out;
    for (const auto& each : sorted) {
        if (day && (each.knownFrom > *day || each.knownTo < *day))
            continue;
        if (!out.empty() && out.back().date == each.date)
            out.back() = each;
        else
            out.push_back(each);
    }
    return out;
}

void normalise(std::vector<Observation>& observations)
{
    std::stable_sort(observations.begin(), observations.end(), byDateAndVintage);
    std::vector<Observation> out;
    out.reserve(observations.size());
    for (auto& each : observations) {
        if (!out.empty() && out.back().date == each.date && out.back().knownFrom == each.knownFrom)
            out.back() = each;
        else
            out.push_back(each);
    }
    observations = std::move(out);
}

std::optional<Period> parsePeriod(std::string_view text)
{
    if (const auto time = text.find('T'); time != std::string_view::npos && time >= 8)
        text = text.substr(0, time);
    if (text.size() < 4)
        return std::nullopt;
    const auto year = number(text.substr(0, 4));
    if (!year || *year < 1)
        return std::nullopt;
    std::string_view rest = text.substr(4);
    if (rest.empty())
        return Period{Date::of(*year, 1, 1), "A"};
    if (number(text) && text.size() == 8)
        if (const auto date = Date::parse(text))
            return Period{*date, "D"};
    if (rest.front() == '-')
        rest.remove_prefix(1);
    if (rest.size() >= 2 && std::isalpha(static_cast<unsigned char>(rest.front())) != 0) {
        const auto part = number(rest.substr(1));
        if (!part)
            return std::nullopt;
        switch (std::toupper(static_cast<unsigned char>(rest.front()))) {
        case 'Q':
            if (*part >= 1 && *part <= 4)
                return Period{Date::of(*year, static_cast<unsigned>(*part * 3 - 2), 1), "Q"};
            break;
        case 'S':
        case 'B':
        case 'H':
            if (*part >= 1 && *part <= 2)
                return Period{Date::of(*year, *part == 1 ? 1 : 7, 1), "S"};
            break;
        case 'M':
            if (*part >= 1 && *part <= 12)
                return Period{Date::of(*year, static_cast<unsigned>(*part), 1), "M"};
            break;
        case 'W':
            if (const auto start = monday(*year, *part))
                return Period{*start, "W"};
            break;
        case 'A':
            if (*part == 1)
                return Period{Date::of(*year, 1, 1), "A"};
            break;
        default: break;
        }
        return std::nullopt;
    }
    if (rest.size() == 2) {
        const auto month = number(rest);
        if (month && *month >= 1 && *month <= 12)
            return Period{Date::of(*year, static_cast<unsigned>(*month), 1), "M"};
        return std::nullopt;
    }
    if (const auto date = Date::parse(text))
        return Period{*date, "D"};
    return std::nullopt;
}

} // namespace rialto::research
