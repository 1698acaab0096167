// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/continuous.h"

#include "base/wide_math.h"

#include <algorithm>
#include <cctype>

namespace rialto::market {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string rootOf(std::string_view head)
{
    std::string root;
    for (const char c : head) {
        if (!letter(c) && !digit(c))
            break; // "es_trade_": the word before the first separator
        root += static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    }
    return root;
}

constexpr std::string_view kMonthCodes = "FGHJKMNQUVXZ";

Date endOf(const Contract& contract, ContractEnd rule)
{
    const auto month = static_cast<unsigned>(contract.month.month);
    const Date first = Date::of(contract.month.year, month, 1);
    switch (rule) {
    case ContractEnd::LastBar: return Date::ofUtc(contract.bars.back().start);
    case ContractEnd::MonthStart: return first;
    case ContractEnd::MonthEnd: return month == 12 ? Date::of(contract.month.year, 12, 31) : Date::of(contract.month.year, month + 1, 1) - 1;
    case ContractEnd::ThirdFriday: break;
    }
    const int friday = 4;
    return first + (friday - first.weekday() + 7) % 7 + 14;
}

const Bar* barOn(const Contract& contract, Timestamp day)
{
    const auto found = std::lower_bound(contract.bars.begin(), contract.bars.end(), day, [](const Bar& bar, Timestamp time) { return bar.start < time; });
    return found != contract.bars.end() && found->start == day ? &*found : nullptr;
}

std::optional<std::int64_t> interestOn(const Contract& contract, Timestamp day)
{
    const Bar* bar = barOn(contract, day);
    const auto index = bar == nullptr ? 0 : static_cast<std::size_t>(bar - contract.bars.data());
    return bar == nullptr || index >= contract.openInterest.size() ? std::nullopt : contract.openInterest[index];
}

/// Why the next contract should be followed from `nextDay` on, the first trading day after `day`; "" when it should not.
std::string reasonToRoll(const Contract& now, const Contract& next, Timestamp day, Timestamp nextDay, const ContinuousOptions& options)
{
    if (now.bars.back().start <= day)
        return now.name + " has no later bar";
    switch (options.rule) {
    case RollRule::Calendar: {
        const Date end = endOf(now, options.end);
        return Date::ofUtc(nextDay) >= end - options.daysBefore ? std::to_string(options.daysBefore) + " days before the end of " + now.name + ", " + end.text() : std::string();
    }
    case RollRule::Volume: {
        const Bar* a = barOn(now, day);
        const Bar* b = barOn(next, day);
        return a != nullptr && b != nullptr && b->volume > a->volume ? "volume " + b->volume.text() + " over " + a->volume.text() : std::string();
    }
    case RollRule::OpenInterest: {
        const auto a = interestOn(now, day);
        const auto b = interestOn(next, day);
        return a && b && *b > *a ? "open interest " + std::to_string(*b) + " over " + std::to_string(*a) : std::string();
    }
    }
    return {};
}

/// The newest evening up to `day` on which both traded.
std::optional<std::pair<Price, Price>> closesOf(const Contract& now, const Contract& next, Timestamp day)
{
    for (auto bar = now.bars.rbegin(); bar != now.bars.rend(); ++bar)
        if (bar->start <= day)
            if (const Bar* other = barOn(next, bar->start))
                return std::pair(bar->close, other->close);
    return std::nullopt;
}

Result<Price> moved(Price price, const Roll& roll, RollAdjust adjust)
{
    std::optional<std::int64_t> raw;
    if (adjust == RollAdjust::Back) {
        raw = narrow(Int128(price.raw()) + Int128(roll.newClose.raw()) - Int128(roll.oldClose.raw()));
    } else if (roll.oldClose.raw() != 0) {
        raw = mulDiv(price.raw(), roll.newClose.raw(), roll.oldClose.raw(), Rounding::HalfEven);
    }
    if (!raw)
        return invalid("market.continuous-range", "the roll from " + roll.from + " to " + roll.to + " at " + roll.oldClose.text() + " and " + roll.newClose.text() + " gives no price");
    return Price::fromRaw(*raw);
}

} // namespace

std::optional<ContractMonth> contractMonth(std::string_view name)
{
    std::size_t end = name.size();
    while (end > 0 && !digit(name[end - 1]))
        return std::nullopt; // the month stands at the end
    std::size_t begin = end;
    while (begin > 0 && digit(name[begin - 1]))
        --begin;
    std::string digits(name.substr(begin, end - begin));
    std::string_view head = name.substr(0, begin);
    // "2023-12" and "2023_12" are one number with a separator.
    if (digits.size() == 2 && head.size() >= 5 && (head.back() == '-' || head.back() == '_') && std::all_of(head.end() - 5, head.end() - 1, digit)) {
        digits = std::string(head.substr(head.size() - 5, 4)) + digits;
        head.remove_suffix(5);
    }
    ContractMonth found;
    const auto number = [](std::string_view text) {
        int value = 0;
        for (const char c : text)
            value = value * 10 + (c - '0');
        return value;
    };
    const std::size_t code = head.empty() ? std::string_view::npos : kMonthCodes.find(static_cast<char>(std::toupper(static_cast<unsigned char>(head.back()))));
    const bool coded = code != std::string_view::npos && head.size() >= 2 && (letter(head[head.size() - 2]) || digit(head[head.size() - 2]));
    if (digits.size() == 6 || (digits.size() == 8 && digits.substr(4, 2) >= "01")) {
        found.year = number(std::string_view(digits).substr(0, 4));
        found.month = number(std::string_view(digits).substr(4, 2));
    } else if (coded && (digits.size() == 1 || digits.size() == 2 || digits.size() == 4)) {
        found.month = static_cast<int>(code) + 1;
        const int year = number(digits);
        found.year = digits.size() == 4 ? year : digits.size() == 2 ? (year < 70 ? 2000 : 1900) + year : 2020 + year;
        head.remove_suffix(1);
    } else if (digits.size() == 4) {
        const int year = number(std::string_view(digits).substr(0, 2));
        found.year = (year < 70 ? 2000 : 1900) + year;
        found.month = number(std::string_view(digits).substr(2, 2));
    }
    found.root = rootOf(head);
    if (found.root.empty() || found.month < 1 || found.month > 12 || found.year < 1900 || found.year > 2200)
        return std::nullopt;
    return found;
}

Result<Continuous> continuousSeries(std::vector<Contract> contracts, const ContinuousOptions& options)
{
    std::erase_if(contracts, [](const Contract& contract) { return contract.bars.empty(); });
    if (contracts.empty())
        return invalid("market.continuous-empty", "there is no contract with bars");
    std::stable_sort(contracts.begin(), contracts.end(), [](const Contract& a, const Contract& b) { return std::pair(a.month.year, a.month.month) < std::pair(b.month.year, b.month.month); });
    if (options.rule == RollRule::OpenInterest && contracts.size() > 1
        && std::all_of(contracts.begin(), contracts.end(), [](const Contract& contract) { return contract.openInterest.empty(); }))
        return invalid("market.continuous-interest", "the contracts tell no open interest; stored bars hold none: give their files with --contracts, or roll by volume");
    std::vector<Timestamp> days;
    for (const Contract& contract : contracts)
        for (const Bar& bar : contract.bars)
            days.push_back(bar.start);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());

    Continuous result;
    // The first contract that trades on the first day; contracts that ended before nobody could have followed.
    std::size_t now = 0;
    while (now + 1 < contracts.size() && contracts[now].bars.back().start < days.front())
        ++now;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const Timestamp day = days[i];
        if (const Bar* bar = barOn(contracts[now], day))
            result.bars.push_back({*bar, *bar, contracts[now].name});
        if (now + 1 == contracts.size() || i + 1 == days.size())
            continue;
        const bool started = contracts[now].bars.front().start <= day;
        if (!started)
            continue;
        const std::string reason = reasonToRoll(contracts[now], contracts[now + 1], day, days[i + 1], options);
        if (reason.empty())
            continue;
        const auto closes = closesOf(contracts[now], contracts[now + 1], day);
        Roll roll{Date::ofUtc(days[i + 1]), contracts[now].name, contracts[now + 1].name, Date::ofUtc(day), {}, {}, reason};
        if (closes) {
            roll.oldClose = closes->first;
            roll.newClose = closes->second;
        } else {
            roll.reason += "; the two never traded on one day, so nothing is adjusted";
        }
        result.rolls.push_back(std::move(roll));
        ++now;
    }
    if (options.adjust == RollAdjust::None)
        return result;
    // From the newest roll back: what lies before it is moved once more.
    for (auto roll = result.rolls.rbegin(); roll != result.rolls.rend(); ++roll) {
        if (roll->oldClose == Price() && roll->newClose == Price())
            continue;
        for (ContinuousBar& each : result.bars) {
            if (Date::ofUtc(each.bar.start) >= roll->day)
                break;
            for (Price* price : {&each.bar.open, &each.bar.high, &each.bar.low, &each.bar.close}) {
                const auto adjusted = moved(*price, *roll, options.adjust);
                if (!adjusted)
                    return adjusted.error();
                *price = *adjusted;
            }
        }
    }
    return result;
}

} // namespace rialto::market
