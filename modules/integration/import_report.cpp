// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/import_report.h"

#include "domain/date.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace rialto::integration {

namespace {

using Json = nlohmann::ordered_json;

Json countsJson(const market::WriteCounts& counts)
{
    return {{"inserted", counts.inserted}, {"changed", counts.changed}, {"unchanged", counts.unchanged}, {"erased", counts.erased}};
}

Json codesJson(const std::map<std::string, std::int64_t>& codes)
{
    Json json = Json::object();
    for (const auto& [code, count] : codes)
        json[code] = count;
    return json;
}

std::string delimiterName(char delimiter) { return delimiter == '\t' ? "tab" : std::string(1, delimiter); }

} // namespace

market::WriteCounts ImportReport::totals() const
{
    market::WriteCounts sum;
    for (const auto& outcome : series)
        sum += outcome.counts;
    return sum;
}

std::string toJson(const ImportReport& report)
{
    Json json{{"file", report.file}, {"kind", report.kind}, {"encoding", report.encoding}, {"delimiter", delimiterName(report.delimiter)},
        {"dryRun", report.dryRun}, {"rowsRead", report.rowsRead}, {"accepted", report.accepted}, {"rejected", report.rejected}};
    json["rejectedByCode"] = codesJson(report.rejectedByCode);
    json["repairedByCode"] = codesJson(report.repairedByCode);
    json["rejectedRows"] = Json::array();
    for (const auto& row : report.rejectedRows)
        json["rejectedRows"].push_back({{"row", row.row}, {"line", row.line}, {"column", row.column}, {"code", row.code}, {"detail", row.detail}});
    json["stored"] = countsJson(report.totals());
    json["series"] = Json::array();
    for (const auto& each : report.series) {
        Json entry{{"symbol", each.symbol}, {"interval", each.interval}, {"source", each.source}, {"first", isoUtc(each.first)}, {"last", isoUtc(each.last)}};
        entry.update(countsJson(each.counts));
        json["series"].push_back(std::move(entry));
    }
    json["assumptions"] = report.assumptions;
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string toText(const ImportReport& report)
{
    const auto totals = report.totals();
    std::string text = fmt::format("{}: {} rows read, {} accepted, {} rejected{}\n", report.file, report.rowsRead, report.accepted, report.rejected,
        report.dryRun ? " (dry run: nothing was stored)" : "");
    text += fmt::format("  {} new, {} changed, {} unchanged", totals.inserted, totals.changed, totals.unchanged);
    text += totals.erased > 0 ? fmt::format(", {} replaced\n", totals.erased) : "\n";
    std::size_t shown = 0;
    for (const auto& each : report.series) {
        if (++shown > 20) {
            text += fmt::format("  ... and {} more series\n", report.series.size() - 20);
            break;
        }
        text += fmt::format("  {} {} from {}: {} to {}\n", each.symbol, each.interval, each.source, isoUtc(each.first), isoUtc(each.last));
    }
    for (const auto& sentence : report.assumptions)
        text += "  assumed: " + sentence + "\n";
    for (const auto& [code, count] : report.repairedByCode)
        text += fmt::format("  repaired: {} ({} rows)\n", code, count);
    for (const auto& [code, count] : report.rejectedByCode)
        text += fmt::format("  rejected: {} ({} rows)\n", code, count);
    shown = 0;
    for (const auto& row : report.rejectedRows) {
        if (++shown > 20) {
            text += "  ... --json lists more\n";
            break;
        }
        text += fmt::format("  row {} (line {}){}: {}{}\n", row.row, row.line, row.column.empty() ? "" : ", column " + row.column, row.code,
            row.detail.empty() ? "" : ", " + row.detail);
    }
    return text;
}

} // namespace rialto::integration
