// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/fix/fix_terms.h"

#include "domain/date.h"

#include <fmt/format.h>

namespace rialto::fix {

Result<FixVersion> parseFixVersion(std::string_view text)
{
    for (const FixVersion version : {FixVersion::Fix42, FixVersion::Fix44, FixVersion::Fix50Sp2})
        if (name(version) == text)
            return version;
    return invalid("fix.version-unknown", std::string(text));
}

std::string_view name(FixVersion version)
{
    switch (version) {
    case FixVersion::Fix42: return "FIX.4.2";
    case FixVersion::Fix44: return "FIX.4.4";
    case FixVersion::Fix50Sp2: return "FIX.5.0SP2";
    }
    return "";
}

std::string beginString(FixVersion version) { return version == FixVersion::Fix50Sp2 ? "FIXT.1.1" : std::string(name(version)); }

std::string digits(FixVersion version)
{
    std::string text;
    for (const char c : name(version).substr(4))
        if (c != '.')
            text += c;
    return text;
}

std::string dictionaryFile(FixVersion version) { return "FIX" + digits(version) + ".xml"; }

std::string timeText(Timestamp time)
{
    const Date day = Date::ofUtc(time);
    const std::int64_t millis = (time - day.startUtc()) / kNanosPerMilli;
    const std::int64_t seconds = millis / 1000;
    return fmt::format("{:04}{:02}{:02}-{:02}:{:02}:{:02}.{:03}", day.year(), day.month(), day.day(), seconds / 3600, seconds / 60 % 60, seconds % 60, millis % 1000);
}

std::optional<Side> sideOf(const std::string& code)
{
    if (code == "1")
        return Side::Buy;
    if (code == "2")
        return Side::Sell;
    return std::nullopt;
}

std::optional<OrderType> typeOf(const std::string& code)
{
    if (code == "1")
        return OrderType::Market;
    if (code == "2")
        return OrderType::Limit;
    return std::nullopt;
}

std::optional<TimeInForce> tifOf(const std::string& code)
{
    if (code.empty() || code == "0")
        return TimeInForce::Day;
    if (code == "1")
        return TimeInForce::Gtc;
    if (code == "3")
        return TimeInForce::Ioc;
    if (code == "4")
        return TimeInForce::Fok;
    return std::nullopt;
}

std::string codeOf(Side side) { return side == Side::Buy ? "1" : "2"; }
std::string codeOf(OrderType type)
{
    constexpr const char* kCodes[] = {"1", "2", "3", "4", "P", "P", "J", "J", "K", "P"};
    return kCodes[static_cast<std::size_t>(type)];
}
std::string codeOf(TimeInForce tif)
{
    switch (tif) {
    case TimeInForce::Day: return "0";
    case TimeInForce::Gtc: return "1";
    case TimeInForce::Ioc: return "3";
    case TimeInForce::Fok: return "4";
    case TimeInForce::Gtd: return "6";
    case TimeInForce::AtOpen: return "2";
    case TimeInForce::AtClose: return "7";
    }
    return "0";
}

std::string statusOf(const Order& order)
{
    switch (order.state) {
    case OrderState::PendingNew: return "A";
    case OrderState::PendingCancel: return "6";
    case OrderState::PendingReplace: return "E";
    case OrderState::Filled: return "2";
    case OrderState::Cancelled: return "4";
    case OrderState::Rejected: return "8";
    case OrderState::Expired: return "C";
    case OrderState::Held:
    case OrderState::Working:
    case OrderState::Unknown: return order.filled.isPositive() ? "1" : "0";
    }
    return "0";
}

int rejectReason(FixVersion version, std::string_view code)
{
    const int other = version == FixVersion::Fix42 ? 0 : 99; // 4.2 has only "broker / exchange option"
    if (code == "fix.symbol-unknown" || code == "engine.instrument-unknown" || code == "simulator.instrument-unknown")
        return 1;
    if (code == "risk.not-tradable" || code == "risk.venue-closed" || code == "simulator.not-tradable")
        return 2;
    if (code == "fix.duplicate")
        return 6;
    if (code == "fix.order-unknown")
        return 5;
    if (code == "fix.unsupported")
        return version == FixVersion::Fix42 ? 0 : 11;
    if (code.substr(0, 5) == "risk.")
        return 3;
    return other;
}

} // namespace rialto::fix
