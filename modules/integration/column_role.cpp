// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/column_role.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace rialto::integration {

namespace {

constexpr std::array<std::string_view, kRoles> kNames{"date", "time", "symbol", "open", "high", "low", "close", "volume", "bidOpen", "bidHigh", "bidLow",
    "bidClose", "askOpen", "askHigh", "askLow", "askClose", "bid", "ask", "bidSize", "askSize", "price", "size"};

struct Alias {
    std::string_view heading; // normalised
    Role role;
};

// The first column that bears a role keeps it.
constexpr Alias kAliases[] = {
    {"date", Role::Date}, {"datetime", Role::Date}, {"timestamp", Role::Date}, {"tradedate", Role::Date}, {"tradingday", Role::Date},
    {"tradingdate", Role::Date}, {"day", Role::Date}, {"opentime", Role::Date}, {"datetimeutc", Role::Date}, {"日期", Role::Date},
    {"交易日期", Role::Date}, {"交易日", Role::Date}, {"日期时间", Role::Date}, {"交易时间", Role::Date}, {"时间戳", Role::Date},
    {"time", Role::Time}, {"timeofday", Role::Time}, {"时间", Role::Time},
    {"symbol", Role::Symbol}, {"ticker", Role::Symbol}, {"tscode", Role::Symbol}, {"code", Role::Symbol}, {"instrument", Role::Symbol},
    {"代码", Role::Symbol}, {"股票代码", Role::Symbol}, {"证券代码", Role::Symbol}, {"合约代码", Role::Symbol},
    {"open", Role::Open}, {"openprice", Role::Open}, {"o", Role::Open}, {"开盘", Role::Open}, {"开盘价", Role::Open}, {"今开", Role::Open},
    {"high", Role::High}, {"highprice", Role::High}, {"h", Role::High}, {"最高", Role::High}, {"最高价", Role::High},
    {"low", Role::Low}, {"lowprice", Role::Low}, {"l", Role::Low}, {"最低", Role::Low}, {"最低价", Role::Low},
    {"close", Role::Close}, {"closeprice", Role::Close}, {"c", Role::Close}, {"收盘", Role::Close}, {"收盘价", Role::Close},
    {"volume", Role::Volume}, {"vol", Role::Volume}, {"v", Role::Volume}, {"成交量", Role::Volume},
    {"bidopen", Role::BidOpen}, {"bidhigh", Role::BidHigh}, {"bidlow", Role::BidLow}, {"bidclose", Role::BidClose},
    {"askopen", Role::AskOpen}, {"askhigh", Role::AskHigh}, {"asklow", Role::AskLow}, {"askclose", Role::AskClose},
    {"bid", Role::Bid}, {"bidprice", Role::Bid}, {"bid0price", Role::Bid}, {"bids0price", Role::Bid}, {"买价", Role::Bid}, {"买一价", Role::Bid},
    {"ask", Role::Ask}, {"askprice", Role::Ask}, {"asks0price", Role::Ask}, {"offer", Role::Ask}, {"卖价", Role::Ask}, {"卖一价", Role::Ask},
    {"bidsize", Role::BidSize}, {"bidvolume", Role::BidSize}, {"bids0amount", Role::BidSize}, {"买量", Role::BidSize}, {"买一量", Role::BidSize},
    {"asksize", Role::AskSize}, {"askvolume", Role::AskSize}, {"asks0amount", Role::AskSize}, {"卖量", Role::AskSize}, {"卖一量", Role::AskSize},
    {"price", Role::Price}, {"last", Role::Price}, {"lastprice", Role::Price}, {"价格", Role::Price}, {"成交价", Role::Price}, {"最新价", Role::Price},
    {"size", Role::Size}, {"qty", Role::Size}, {"quantity", Role::Size}, {"数量", Role::Size},
};

bool takeSuffix(std::string& text, std::string_view suffix)
{
    if (text.size() <= suffix.size() || text.compare(text.size() - suffix.size(), suffix.size(), suffix) != 0)
        return false;
    text.resize(text.size() - suffix.size());
    return true;
}

} // namespace

std::string_view name(Role role) { return kNames[static_cast<std::size_t>(role)]; }

std::optional<Role> parseRole(std::string_view text)
{
    const std::string wanted = normalisedHeading(text);
    for (std::size_t i = 0; i < kRoles; ++i)
        if (normalisedHeading(kNames[i]) == wanted)
            return static_cast<Role>(i);
    return std::nullopt;
}

std::string normalisedHeading(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out.push_back(c);
        else if (c >= 'A' && c <= 'Z')
            out.push_back(static_cast<char>(c + 32));
    }
    return out;
}

Heading readHeading(std::string_view text)
{
    Heading heading;
    std::string key = normalisedHeading(text);
    if (takeSuffix(key, "utc"))
        heading.zone = "UTC";
    else if (key.size() > 12 && takeSuffix(key, "ny"))
        heading.zone = "America/New_York";
    for (const auto& [suffix, shift] : {std::pair{"x10000", 4}, std::pair{"x1000", 3}, std::pair{"x100", 2}})
        if (takeSuffix(key, suffix))
            heading.shift = shift;
    if (key == "mssincemidnight" || key == "millissincemidnight" || key == "millisecondssincemidnight") {
        heading.millisOfDay = true;
        heading.role = Role::Date;
        return heading;
    }
    for (const Alias& alias : kAliases)
        if (key == alias.heading) {
            heading.role = alias.role;
            heading.lots = key == "vol";
            return heading;
        }
    return heading;
}

bool ColumnMap::usesColumn(int column) const { return std::find(m_columns.begin(), m_columns.end(), column) != m_columns.end(); }

Result<Mapping> parseMapping(std::string_view json)
{
    const auto document = nlohmann::json::parse(json, nullptr, false);
    if (document.is_discarded() || !document.is_object())
        return invalid("import.mapping-malformed", "a mapping is a JSON object, for example {\"date\": \"trade_date\", \"close\": 4}");
    Mapping mapping;
    for (const auto& [key, value] : document.items()) {
        const auto role = parseRole(key);
        if (!role) {
            std::string known;
            for (const auto each : kNames)
                known += (known.empty() ? "" : ", ") + std::string(each);
            return invalid("import.mapping-role", "\"" + key + "\" is none of " + known);
        }
        if (value.is_string())
            mapping[*role] = value.get<std::string>();
        else if (value.is_number_unsigned() && value.get<std::uint64_t>() >= 1 && value.get<std::uint64_t>() < 10'000)
            mapping[*role] = "#" + std::to_string(value.get<std::uint64_t>());
        else
            return invalid("import.mapping-malformed", "\"" + key + "\" names a column by its heading or by its number from 1");
    }
    return mapping;
}

Result<ColumnMap> resolveMapping(const Mapping& mapping, std::span<const std::string> headings, std::size_t columns)
{
    ColumnMap map;
    for (const auto& [role, column] : mapping) {
        const bool numbered = column.size() > 1 && column.front() == '#' && std::all_of(column.begin() + 1, column.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (numbered && column.size() < 6) {
            const int number = std::stoi(column.substr(1));
            if (number >= 1 && static_cast<std::size_t>(number) <= columns) {
                map.set(role, number - 1);
                continue;
            }
            return invalid("import.mapping-column", "the mapping wants column " + column.substr(1) + " as " + std::string(name(role)) + ", but rows have "
                    + std::to_string(columns) + " columns");
        }
        auto found = std::find(headings.begin(), headings.end(), column);
        if (found == headings.end())
            found = std::find_if(headings.begin(), headings.end(),
                [wanted = normalisedHeading(column)](const std::string& each) { return !each.empty() && normalisedHeading(each) == wanted; });
        if (found == headings.end()) {
            std::string there;
            for (const auto& each : headings)
                there += (there.empty() ? "" : ", ") + each;
            return invalid("import.mapping-column", "the mapping wants the column \"" + column + "\" as " + std::string(name(role)) + ", but the header has "
                    + (there.empty() ? "no names: use column numbers from 1" : there));
        }
        map.set(role, static_cast<int>(found - headings.begin()));
    }
    return map;
}

} // namespace rialto::integration
