// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/desk_subject.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

int listLimits(Context& context)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    AppServices& services = session->services();
    const auto book = services.book();
    std::vector<LimitUsage> usage;
    std::map<std::pair<DeskRecordKind, std::string>, DeskRecord> records;
    services.query([&](const Engine& engine) {
        usage = engine.limitBook().usage(engine.now(), Date::ofUtc(engine.now()));
        records = engine.deskRecords();
    });
    Json rows = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const auto& row : usage) {
        const bool counts = row.key.kind == LimitKind::OpenOrders || row.key.kind == LimitKind::Rate || row.key.kind == LimitKind::DayNotional;
        const auto record = records.find({DeskRecordKind::Limit, row.key.text()});
        const std::string by = record == records.end() ? "" : record->second.by;
        const std::string subject = subjectText(row.key, *book);
        rows.push_back({{"subject", subject}, {"kind", name(row.key.kind)}, {"limit", row.limit}, {"unit", unitOf(row.key.kind)},
            {"used", counts ? Json(row.used) : Json()}, {"currency", row.currency.empty() ? Json() : Json(row.currency)}, {"by", by}});
        cells.push_back({subject, std::string(name(row.key.kind)), std::to_string(row.limit), counts ? std::to_string(row.used) : "each order",
            std::string(unitOf(row.key.kind)) + (row.currency.empty() ? "" : " " + row.currency), by});
    }
    Json switches = Json::array();
    std::string killed;
    for (const auto& [key, record] : records) {
        if (key.first != DeskRecordKind::KillSwitch)
            continue;
        const bool on = record.body.rfind("on", 0) == 0;
        switches.push_back({{"scope", key.second}, {"on", on}, {"reason", record.body.size() > (on ? 3U : 4U) ? record.body.substr(on ? 3 : 4) : ""}, {"by", record.by},
            {"time", isoUtc(record.time)}});
        if (on)
            killed += fmt::format("kill switch ON for {}: {} ({})\n", key.second, record.body.substr(2), record.by);
    }
    return context.ok({{"limits", rows}, {"killSwitches", switches}},
        killed + (cells.empty() ? "no limits but those of the house" : table({"subject", "kind", "limit", "used", "unit", "by"}, cells)));
}

} // namespace

Command limitsListCommand()
{
    return {{"limits", "list"}, "Pre-trade limits with what is used of them now, and the kill switches",
        {"rialtoctl limits list", "rialtoctl limits list --json"}, [](CLI::App&) -> Action { return [](Context& context) { return listLimits(context); }; }};
}

} // namespace rialto::cli
