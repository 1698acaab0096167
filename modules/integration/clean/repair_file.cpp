// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/clean/repair_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace rialto::integration::clean {

Result<Repaired> repairText(std::string text, const RepairOptions& options)
{
    auto table = PriceTable::parse(std::move(text));
    if (!table)
        return table.error();
    repairTable(*table, options);
    Repaired repaired;
    repaired.text = table->render();
    RepairReport& report = repaired.report;
    report.rows = table->dataRows();
    for (std::size_t f = 0; f < kFields; ++f)
        if (table->has(static_cast<Field>(f)))
            report.columns.emplace_back(table->heading(static_cast<Field>(f)));
    report.decisions = table->decisions();
    report.changes = table->changes();
    report.findings = table->findings();
    for (const auto& change : report.changes)
        for (const std::size_t decision : change.decisions)
            ++report.cellsByCode[report.decisions[decision].code];
    return repaired;
}

std::string toJson(const RepairReport& report, std::size_t listed)
{
    using Json = nlohmann::ordered_json;
    Json document{{"rows", report.rows}, {"columns", report.columns}, {"changedCells", report.changes.size()}};
    document["method"] = "each change rests on a decision; decisions compare split ratios, units of a hundred, dividends, adjusted closes and the move of the ex-date; what is not proven is a finding and stays";
    document["cellsByReason"] = Json::object();
    for (const auto& [code, count] : report.cellsByCode)
        document["cellsByReason"][code] = count;
    document["decisions"] = Json::array();
    for (const auto& decision : report.decisions)
        document["decisions"].push_back({{"id", document["decisions"].size()}, {"reason", decision.code}, {"date", decision.date}, {"evidence", decision.evidence}});
    document["changes"] = Json::array();
    for (std::size_t i = 0; i < report.changes.size() && i < listed; ++i) {
        const Change& change = report.changes[i];
        Json reasons = Json::array();
        for (const std::size_t decision : change.decisions)
            reasons.push_back(report.decisions[decision].code);
        document["changes"].push_back({{"line", change.line}, {"row", change.time}, {"column", change.column}, {"before", change.before}, {"after", change.after},
            {"reason", reasons.empty() ? Json("") : reasons.back()}, {"decisions", change.decisions}});
    }
    document["changesListed"] = document["changes"].size();
    document["findings"] = Json::array();
    for (const auto& finding : report.findings)
        document["findings"].push_back({{"reason", finding.code}, {"line", finding.line}, {"row", finding.time}, {"column", finding.column}, {"detail", finding.detail}});
    return document.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string toText(const RepairReport& report)
{
    std::string text = fmt::format("{} rows, {} cells changed for {} reasons, {} findings left as they are\n", report.rows, report.changes.size(), report.decisions.size(), report.findings.size());
    for (const auto& decision : report.decisions)
        text += fmt::format("  {:<34} {}\n      {}\n", decision.code, decision.date, decision.evidence);
    std::map<std::string, std::size_t> found;
    for (const auto& finding : report.findings)
        ++found[finding.code];
    for (const auto& [code, count] : found)
        text += fmt::format("  seen, not changed: {} in {} places\n", code, count);
    text.pop_back();
    return text;
}

} // namespace rialto::integration::clean
