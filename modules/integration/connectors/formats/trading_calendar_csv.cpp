// SPDX-License-Identifier: GPL-3.0-or-later
// Trading calendars as CSV: "calendar,date" lists holidays by calendar, "date,description" lists days with what each is.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace tradingcalendar {
namespace {

int recognise(const Payload& payload)
{
    const std::string head = lowerCase(payload.firstLine());
    return head == "calendar,date" || head == "date,description" ? 80 : 0;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const bool named = lowerCase(payload.firstLine()).starts_with("calendar");
    return forEachRow(payload.bytes, ',', [&](const TextRow& row) {
        if (row.row == 1)
            return true;
        const auto date = Date::parse(trimSpaces(row.at(named ? 1 : 0)));
        if (!date) {
            harvest.reject(row.row, row.line, "date", "date-malformed", std::string(row.at(named ? 1 : 0).substr(0, 40)));
            return true;
        }
        harvest.records.push_back({named ? std::string(row.at(0)) : payload.stem(), {{"date", date->text()}, {"what", named ? "holiday" : std::string(trimSpaces(row.at(1)))}}});
        harvest.accept();
        return true;
    });
}

} // namespace
} // namespace tradingcalendar

Connector tradingCalendarCsvConnector() { return {"trading-calendar", "Trading calendar (CSV)", "reference", tradingcalendar::recognise, tradingcalendar::parse}; }

} // namespace rialto::integration
