// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/pricing/day_count.h"
#include "api/cli/command.h"

namespace rialto::cli {

Command calendarCommand()
{
    struct Arguments {
        std::string market;
        std::string from;
        std::string to;
    };
    return {{"calendar"}, "Weekday holidays of a market", {"rialtoctl calendar --market NYSE --from 2024-01-01 --to 2024-12-31 --json"}, [](CLI::App& app) -> Action {
                auto given = std::make_shared<Arguments>();
                app.add_option("--market", given->market, "NYSE, TARGET, SSE, CN-IB, HKEX, LSE, TSE or XETRA")->required();
                app.add_option("--from", given->from, "YYYY-MM-DD")->required();
                app.add_option("--to", given->to, "YYYY-MM-DD")->required();
                return [given](Context& context) {
                    const auto from = Date::parse(given->from);
                    const auto to = Date::parse(given->to);
                    if (!from)
                        return context.fail(from.error());
                    if (!to)
                        return context.fail(to.error());
                    const auto holidays = pricing::marketHolidays(given->market, *from, *to);
                    if (!holidays)
                        return context.fail(holidays.error());
                    Json json{{"market", given->market}, {"source", "QuantLib"}, {"holidays", Json::array()}};
                    std::string text;
                    for (const Date day : *holidays) {
                        json["holidays"].push_back(day.text());
                        text += (text.empty() ? "" : "\n") + day.text();
                    }
                    return context.ok(json, text);
                };
            }};
}

} // namespace rialto::cli
