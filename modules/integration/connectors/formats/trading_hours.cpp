// SPDX-License-Identifier: GPL-3.0-or-later
// LEAN's market hours database (JSON): sessions by weekday, holidays, early closes and late opens of each market.
#include "integration/connector.h"
#include "integration/text_rows.h"
#include "integration/time_field.h"
#include "domain/time_zone.h"

namespace rialto::integration {

namespace tradinghours {
namespace {

int recognise(const Payload& payload) { return payload.json != nullptr && (*payload.json)["entries"].at(0).has("exchangeTimeZone") ? 95 : 0; }

bool clockText(const std::string& text)
{
    std::int64_t nanos = 0;
    return text == "1.00:00:00" || text == "24:00:00" || readTimeOfDay(text, nanos);
}

bool usDate(const std::string& text)
{
    const auto first = text.find('/');
    const auto second = first == std::string::npos ? first : text.find('/', first + 1);
    if (second == std::string::npos)
        return Date::parse(text).ok();
    const auto month = wholeNumber(std::string_view(text).substr(0, first));
    const auto day = wholeNumber(std::string_view(text).substr(first + 1, second - first - 1));
    const auto year = wholeNumber(std::string_view(text).substr(second + 1));
    return month && day && year && *month >= 1 && *month <= 12 && *day >= 1 && *day <= 31 && *year > 1800 && *year < 3000;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const JsonNode& entries = (*payload.json)["entries"];
    for (std::size_t i = 0; i < entries.size() && i < entries.keys.size(); ++i) {
        const JsonNode& each = entries.items[i];
        const std::string& key = entries.keys[i];
        std::string fault;
        if (!utcOffsetSeconds(Timestamp(), each["exchangeTimeZone"].text))
            fault = "the time zone " + each["exchangeTimeZone"].text + " is not known";
        std::size_t sessions = 0;
        for (const char* day : {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"})
            for (const auto& session : each[day].items) {
                ++sessions;
                if (!clockText(session["start"].text) || !clockText(session["end"].text))
                    fault = std::string(day) + " " + session["start"].text + " to " + session["end"].text;
            }
        for (const auto& holiday : each["holidays"].items)
            if (!usDate(holiday.text))
                fault = "holiday " + holiday.text;
        for (const char* list : {"earlyCloses", "lateOpens"})
            for (std::size_t k = 0; k < each[list].keys.size() && k < each[list].items.size(); ++k)
                if (!usDate(each[list].keys[k]) || !clockText(each[list].items[k].text))
                    fault = std::string(list) + " " + each[list].keys[k];
        if (!fault.empty()) {
            harvest.reject(i + 1, 0, key, "value-malformed", fault);
            continue;
        }
        harvest.records.push_back({key, {{"zone", each["exchangeTimeZone"].text}, {"sessions", std::to_string(sessions)}, {"holidays", std::to_string(each["holidays"].size())},
                                            {"earlyCloses", std::to_string(each["earlyCloses"].size())}, {"lateOpens", std::to_string(each["lateOpens"].size())}}});
        harvest.accept();
    }
    return {};
}

} // namespace
} // namespace tradinghours

Connector tradingHoursConnector() { return {"market-hours", "LEAN market hours (JSON)", "reference", tradinghours::recognise, tradinghours::parse}; }

} // namespace rialto::integration
