// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/quality/series_quality.h"

#include "integration/clean/repairs.h"
#include "integration/quality/series_rules.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace rialto::integration {

namespace {

std::string_view severityWord(FindingSeverity severity) { return severity == FindingSeverity::Bad ? "bad" : "review"; }

void scoreReport(QualityReport& report)
{
    constexpr int kBad = 40;
    constexpr int kReview = 10;
    std::map<std::uint64_t, DayScore> days;
    std::set<std::uint64_t> bad;
    for (const auto& finding : report.findings) {
        ++report.byCode[finding.code];
        if (finding.line == 0)
            continue;
        auto& day = days[finding.line];
        day.line = finding.line;
        day.time = finding.time;
        day.score = std::max(0, day.score - (finding.severity == FindingSeverity::Bad ? kBad : kReview));
        if (finding.severity == FindingSeverity::Bad)
            bad.insert(finding.line);
    }
    double lost = 0;
    for (const auto& [line, day] : days) {
        lost += 100 - day.score;
        report.days.push_back(day);
    }
    report.score = report.rows == 0 ? 0 : std::max(0.0, 100 - lost / static_cast<double>(report.rows));
    const bool many = bad.size() * 20 > report.rows;
    report.verdict = many || report.score < 90 ? "quarantine" : report.findings.empty() ? "trusted" : "review";
}

} // namespace

Result<QualityReport> assessText(const std::string& text, const QualityOptions& options)
{
    auto table = clean::PriceTable::parse(text);
    if (!table)
        return table.error();
    QualityReport report;
    report.rows = table->dataRows();
    report.first = table->timeText(0);
    report.last = table->timeText(table->size() - 1);
    const auto series = quality::seriesOf(*table);
    quality::checkCells(series, report.findings);
    quality::checkSpikes(series, report.findings);
    quality::checkLevels(series, report.findings);
    quality::checkVolumes(series, report.findings);
    quality::checkStuck(series, report.findings);
    quality::checkTimes(series, options, report.findings);
    for (const auto& finding : table->findings())
        report.findings.push_back({finding.code, FindingSeverity::Bad, finding.line, finding.time, finding.column, finding.detail});
    // What repair would do is a finding too; on a copy, because nothing is changed here.
    auto copy = clean::PriceTable::parse(text);
    if (!copy)
        return copy.error();
    clean::repairTable(*copy);
    std::set<std::pair<std::string, std::uint64_t>> seen;
    for (const auto& finding : report.findings)
        seen.insert({finding.code, finding.line});
    for (const auto& finding : copy->findings())
        if (seen.insert({finding.code, finding.line}).second)
            report.findings.push_back({finding.code, FindingSeverity::Bad, finding.line, finding.time, finding.column, finding.detail});
    const auto changes = copy->changes();
    report.repairable = changes.size();
    std::set<std::size_t> told;
    for (const auto& change : changes)
        for (const std::size_t id : change.decisions) {
            const auto& decision = copy->decisions()[id];
            const bool whole = decision.code.rfind("unit", 0) == 0 || decision.code.rfind("split", 0) == 0 || decision.code == "out-of-order";
            if (!(whole ? seen.insert({decision.code, change.line}).second : told.insert(id).second))
                continue;
            report.findings.push_back({decision.code, FindingSeverity::Bad, change.line, whole ? change.time : decision.date, change.column, decision.evidence});
        }
    std::stable_sort(report.findings.begin(), report.findings.end(), [](const QualityFinding& a, const QualityFinding& b) { return a.line < b.line; });
    scoreReport(report);
    return report;
}

std::string toJson(const QualityReport& report, std::size_t listed)
{
    using Json = nlohmann::ordered_json;
    Json document{{"rows", report.rows}, {"first", report.first}, {"last", report.last}, {"score", std::round(report.score * 100) / 100}, {"verdict", report.verdict}, {"repairableCells", report.repairable}};
    document["method"] = "each row starts at 100; a bad finding takes 40, one for review 10; the series is the mean of its rows; quarantine below 90 or with more than 5% bad rows";
    document["byReason"] = Json::object();
    for (const auto& [code, count] : report.byCode)
        document["byReason"][code] = count;
    document["days"] = Json::array();
    for (std::size_t i = 0; i < report.days.size() && i < listed; ++i)
        document["days"].push_back({{"day", report.days[i].time}, {"line", report.days[i].line}, {"score", report.days[i].score}});
    document["findings"] = Json::array();
    for (std::size_t i = 0; i < report.findings.size() && i < listed; ++i) {
        const auto& finding = report.findings[i];
        document["findings"].push_back({{"reason", finding.code}, {"severity", severityWord(finding.severity)}, {"line", finding.line}, {"row", finding.time}, {"column", finding.column}, {"detail", finding.detail}});
    }
    document["findingsTotal"] = report.findings.size();
    return document.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string toText(const QualityReport& report)
{
    std::string text = fmt::format("{} rows from {} to {}: score {:.2f}, {}\n", report.rows, report.first, report.last, report.score, report.verdict);
    for (const auto& [code, count] : report.byCode)
        text += fmt::format("  {:<30} {}\n", code, count);
    constexpr std::size_t kShown = 30;
    for (std::size_t i = 0; i < report.findings.size() && i < kShown; ++i) {
        const auto& finding = report.findings[i];
        text += fmt::format("  line {:<7} {:<26} {:<20} {:<10} {}\n", finding.line, finding.time, finding.code, finding.column, finding.detail);
    }
    if (report.findings.size() > kShown)
        text += fmt::format("  and {} more; --json lists them\n", report.findings.size() - kShown);
    text.pop_back();
    return text;
}

} // namespace rialto::integration
