// SPDX-License-Identifier: GPL-3.0-or-later
#include "research/fixing.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace rialto::research {

namespace {

constexpr int kCrossDigits = 10;

/// a/b to ten significant digits, rounded once.
std::optional<Decimal> ratio(const Decimal& a, const Decimal& b)
{
    const auto rough = a.dividedBy(b, 10, Rounding::Down);
    if (!rough)
        return std::nullopt;
    int places = kCrossDigits;
    for (Decimal probe = Decimal::of(1); !(*rough < probe) && places > 0; --places)
        probe = probe.times(Decimal::of(10)).value_or(Decimal::of(999'999'999'999'999'999));
    for (int zeros = 1; places >= kCrossDigits && zeros <= 6 && *rough < Decimal::make(1, zeros); ++zeros)
        ++places;
    for (; places >= 0; --places)
        if (const auto exact = a.dividedBy(b, places, Rounding::HalfEven))
            return exact;
    return std::nullopt;
}

} // namespace

Result<CrossRate> crossRate(std::span<const Fixing> fixings, std::string_view from, std::string_view to, Date day, DayRule rule)
{
    const auto named = [&](std::string_view code) {
        return std::any_of(fixings.begin(), fixings.end(), [&](const Fixing& f) { return f.base == code || f.quote == code; });
    };
    for (const auto code : {from, to})
        if (!named(code))
            return notFound("research.fx-unknown-currency", std::string(code) + " is in no fixing; import a file of reference rates that has it");
    CrossRate answer;
    answer.asked = day;
    if (from == to) {
        answer.rate = Decimal::of(1);
        answer.used = day;
        answer.method = "same currency";
        return answer;
    }
    std::map<Date, std::vector<const Fixing*>, std::less<>> byDay;
    for (const auto& fixing : fixings) {
        const int distance = fixing.date - day;
        const bool usable = rule == DayRule::Exact ? distance == 0
            : rule == DayRule::Previous            ? distance <= 0 && distance >= -kLongestGapDays
                                                   : distance >= 0 && distance <= kLongestGapDays;
        const bool touches = fixing.base == from || fixing.base == to || fixing.quote == from || fixing.quote == to;
        if (usable && touches && fixing.rate.isPositive())
            byDay[fixing.date].push_back(&fixing);
    }
    std::vector<Date> days;
    for (const auto& [date, list] : byDay)
        days.push_back(date);
    if (rule != DayRule::Next)
        std::reverse(days.begin(), days.end());
    for (const Date date : days) {
        const auto& list = byDay[date];
        answer.used = date;
        for (const Fixing* fixing : list)
            if (fixing->base == from && fixing->quote == to) {
                answer.rate = fixing->rate;
                answer.method = "fixed";
                answer.legs = {*fixing};
                return answer;
            }
        for (const Fixing* fixing : list)
            if (fixing->base == to && fixing->quote == from) {
                const auto inverse = ratio(Decimal::of(1), fixing->rate);
                if (!inverse)
                    return invalid("research.fx-range", "the inverse of " + fixing->rate.text() + " does not fit");
                answer.rate = *inverse;
                answer.method = "inverse of " + std::string(to) + "/" + std::string(from);
                answer.legs = {*fixing};
                return answer;
            }
        for (const Fixing* a : list)
            for (const Fixing* b : list)
                if (a->base == b->base && a->quote == from && b->quote == to) {
                    const auto cross = ratio(b->rate, a->rate);
                    if (!cross)
                        return invalid("research.fx-range", b->rate.text() + " / " + a->rate.text() + " does not fit");
                    answer.rate = *cross;
                    answer.method = "cross via " + a->base;
                    answer.legs = {*a, *b};
                    return answer;
                }
    }
    const char* where = rule == DayRule::Exact ? " on that day" : rule == DayRule::Previous ? " on that day or in the ten days before" : " on that day or in the ten days after";
    return notFound("research.fx-no-fixing", std::string(from) + "/" + std::string(to) + " for " + day.text() + ": no fixing" + where);
}

std::optional<int> tenorMonths(std::string_view text)
{
    std::string lower;
    for (const char c : text)
        lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (const std::string_view prefix : {"bc_", "dgs", "new_date", "tcm"})
        if (lower.starts_with(prefix))
            lower.erase(0, prefix.size());
    const bool fred = text.size() >= 4 && (text.substr(0, 3) == "DGS" || text.substr(0, 3) == "dgs");
    std::size_t digits = 0;
    while (digits < lower.size() && std::isdigit(static_cast<unsigned char>(lower[digits])) != 0)
        ++digits;
    if (digits == 0 || digits > 3)
        return std::nullopt;
    int count = 0;
    for (std::size_t i = 0; i < digits; ++i)
        count = count * 10 + (lower[i] - '0');
    std::string unit = lower.substr(digits);
    if (unit.size() > 1 && unit.front() == '.')
        unit.erase(0, unit.find_first_not_of("0123456789", 1) == std::string::npos ? unit.size() : unit.find_first_not_of("0123456789", 1));
    std::erase_if(unit, [](char c) { return c == ' ' || c == '_' || c == '-' || c == '.'; });
    if (fred && (unit.empty() || unit == "mo"))
        return unit == "mo" ? count : count * 12;
    if (unit == "m" || unit == "mo" || unit == "month" || unit == "months")
        return count;
    if (unit == "y" || unit == "yr" || unit == "year" || unit == "years")
        return count * 12;
    return std::nullopt;
}

std::string tenorName(int months) { return months % 12 == 0 && months > 0 ? std::to_string(months / 12) + "Y" : std::to_string(months) + "M"; }

} // namespace rialto::research
