// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/connectors/lineage.h"

#include "integration/connectors/file_source.h"
#include "integration/connectors/recorded_import.h"
#include "integration/text_encoding.h"

#include <algorithm>

namespace rialto::integration {

namespace tracing {
namespace {

constexpr std::size_t kLargestFile = std::size_t{64} << 20; // beyond it the line is not looked for

std::string two(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// The ways in which files write a day or an instant.
std::vector<std::string> spellings(Timestamp time, bool daily)
{
    const Date day = Date::ofUtc(time);
    const std::string y = std::to_string(day.year()), m = two(day.month()), d = two(day.day());
    std::vector<std::string> days{y + "-" + m + "-" + d, y + m + d, y + "/" + m + "/" + d, m + "/" + d + "/" + y, d + "." + m + "." + y, d + "/" + m + "/" + y,
        y + "/" + std::to_string(day.month()) + "/" + std::to_string(day.day()), std::to_string(day.month()) + "/" + std::to_string(day.day()) + "/" + y};
    if (daily)
        days.push_back(std::to_string(time.nanos / kNanosPerSecond));
    else
        days = {isoUtc(time).substr(0, 16), y + "-" + m + "-" + d + " " + isoUtc(time).substr(11, 5), y + m + d + " " + isoUtc(time).substr(11, 5), std::to_string(time.nanos / kNanosPerSecond)};
    return days;
}

/// The figure as a number of its own: not a part of a longer one; zeros after the point may follow.
bool tells(std::string_view line, std::string_view figure)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t at = line.find(figure); at != std::string_view::npos; at = line.find(figure, at + 1)) {
        if (at > 0 && (isDigit(line[at - 1]) || line[at - 1] == '.'))
            continue;
        std::size_t end = at + figure.size();
        bool point = figure.find('.') != std::string_view::npos;
        while (end < line.size() && (line[end] == '0' || (line[end] == '.' && !point))) {
            if (line[end] == '0' && !point)
                break;
            point = point || line[end] == '.';
            ++end;
        }
        if (end == line.size() || !isDigit(line[end]))
            return true;
    }
    return false;
}

std::vector<std::string> partsOf(std::string_view text)
{
    std::vector<std::string> parts;
    for (;;) {
        const auto colon = text.find(':');
        parts.emplace_back(text.substr(0, colon));
        if (colon == std::string_view::npos)
            return parts;
        text = text.substr(colon + 1);
    }
}

std::string joined(const std::vector<std::string>& parts, std::size_t from, std::size_t to)
{
    std::string out;
    for (std::size_t i = from; i < to; ++i)
        out += (i == from ? "" : ":") + parts[i];
    return out;
}

LineageStep stepOf(market::ImportRecord record, Timestamp time, bool daily, const std::vector<std::string>& figures)
{
    LineageStep step;
    const auto hash = fileHash(record.file);
    step.fileState = !hash ? "gone" : hash->first == record.hash ? "unchanged" : "changed";
    if (step.fileState == "unchanged" && record.bytes <= static_cast<std::int64_t>(kLargestFile))
        if (auto source = FileSource::open(record.file))
            if (const auto text = readUpTo(**source, kLargestFile))
                step.line = lineOf(*text, time, daily, figures);
    step.import = std::move(record);
    return step;
}

Result<Lineage> ofBar(Lineage lineage, const std::vector<std::string>& parts, market::BarStore& bars, market::ImportLog& log)
{
    // "bar:SYMBOL:1d:SOURCE:TIME"; an intraday time holds two colons of its own.
    std::size_t interval = 0;
    for (std::size_t i = 2; i + 2 < parts.size(); ++i)
        if (interval == 0 && (parts[i] == "1d" || parts[i] == "1h" || parts[i] == "1m"))
            interval = i;
    if (interval == 0)
        return invalid("lineage.malformed", lineage.id + " is no \"bar:SYMBOL:1d:SOURCE:2024-01-02\"");
    const bool daily = parts[interval] == "1d";
    const std::size_t timeParts = daily ? 1 : 3;
    if (parts.size() < interval + 2 + timeParts)
        return invalid("lineage.malformed", lineage.id + ": a time of day is missing; write 2024-01-02T14:30:00Z");
    const market::SeriesKey key{joined(parts, 1, interval), daily ? BarInterval::Day : parts[interval] == "1h" ? BarInterval::Hour : BarInterval::Minute,
        joined(parts, interval + 1, parts.size() - timeParts)};
    const std::string when = joined(parts, parts.size() - timeParts, parts.size());
    Timestamp time;
    if (daily) {
        const auto day = Date::parse(when);
        if (!day)
            return day.error();
        time = day->startUtc();
    } else {
        const auto instant = parseIso(when);
        if (!instant)
            return instant.error();
        time = *instant;
    }
    const auto found = bars.read(key, time, Timestamp(time.nanos + 1));
    if (!found)
        return found.error();
    if (found->empty())
        return notFound("lineage.unknown", "there is no bar of " + key.symbol + " at " + when);
    const Bar& bar = found->front();
    lineage.value = {{"open", bar.open.text()}, {"high", bar.high.text()}, {"low", bar.low.text()}, {"close", bar.close.text()}, {"volume", bar.volume.text()}};
    auto versions = bars.versions(key, time, Timestamp(time.nanos + 1));
    if (!versions)
        return versions.error();
    lineage.versions = std::move(*versions);
    auto decisions = log.decisions(market::seriesName(key));
    if (!decisions)
        return decisions.error();
    for (auto& decision : *decisions)
        if (!decision.barStart || *decision.barStart == time)
            lineage.decisions.push_back(std::move(decision));
    auto imports = log.importsOf("bars", market::seriesName(key));
    if (!imports)
        return imports.error();
    // The last import that replaced a value brought the present one; without any, the first import that held the series did.
    std::int64_t origin = 0;
    for (const auto& version : lineage.versions)
        if (version.replacedBy.id > 0)
            origin = version.replacedBy.id;
    const std::vector<std::string> figures{bar.close.text()};
    const std::int64_t first = origin != 0 ? origin : imports->empty() ? 0 : imports->back().id;
    for (auto& record : *imports) {
        const bool mine = record.id == first;
        LineageStep step = stepOf(std::move(record), time, daily, figures);
        // An import may hold the series and not this bar: the next one that tells it is the origin.
        if (mine || (!lineage.origin && origin == 0 && step.line))
            lineage.origin = std::move(step);
        else
            lineage.others.push_back(std::move(step));
    }
    if (origin == 0 && lineage.origin && !lineage.origin->line) {
        const auto better = std::find_if(lineage.others.rbegin(), lineage.others.rend(), [](const LineageStep& step) { return step.line.has_value(); });
        if (better != lineage.others.rend())
            std::swap(*lineage.origin, *better);
    }
    if (!lineage.origin)
        lineage.note = "no import of " + key.symbol + " from " + key.source + " is in the log: the bar was recorded live, or imported before the log was kept";
    return lineage;
}

Result<Lineage> ofSeries(Lineage lineage, const std::vector<std::string>& parts, research::ResearchStore& desk, market::ImportLog& log)
{
    if (parts.size() < 4)
        return invalid("lineage.malformed", lineage.id + " is no \"series:SOURCE:ID:2024-01-01\"");
    std::string day = parts.back(), vintage;
    if (const auto at = day.find('@'); at != std::string::npos) {
        vintage = day.substr(at + 1);
        day.resize(at);
    }
    const auto date = Date::parse(day);
    if (!date)
        return date.error();
    const auto series = desk.series(parts[1], joined(parts, 2, parts.size() - 1));
    if (!series)
        return series.error();
    const research::Observation* found = nullptr;
    for (const auto& each : series->observations)
        if (each.date == *date && (vintage.empty() || each.knownFrom.text() == vintage))
            found = &each; // without a vintage the newest
    if (found == nullptr)
        return notFound("lineage.unknown", series->id + " has no value of " + day + (vintage.empty() ? "" : " known from " + vintage));
    const std::string value = found->value ? found->value->text() : ".";
    lineage.value = {{"value", value}, {"knownFrom", found->knownFrom == research::kAlwaysKnown ? "always" : found->knownFrom.text()}, {"title", series->title}, {"unit", series->unit}};
    auto imports = log.importsOf("series", series->source + "|" + series->id);
    if (!imports)
        return imports.error();
    for (auto& record : *imports) {
        LineageStep step = stepOf(std::move(record), date->startUtc(), true, {value});
        if (!lineage.origin || (!lineage.origin->line && step.line)) {
            if (lineage.origin)
                lineage.others.push_back(std::move(*lineage.origin));
            lineage.origin = std::move(step);
        } else {
            lineage.others.push_back(std::move(step));
        }
    }
    if (!lineage.origin)
        lineage.note = "no import of " + series->id + " is in the log: it was imported before the log was kept";
    return lineage;
}

Result<Lineage> ofFixing(Lineage lineage, const std::vector<std::string>& parts, research::ResearchStore& desk, market::ImportLog& log)
{
    if (parts.size() < 5)
        return invalid("lineage.malformed", lineage.id + " is no \"fixing:EUR:USD:SOURCE:2024-01-02\"");
    const auto date = Date::parse(parts.back());
    if (!date)
        return date.error();
    const std::string source = joined(parts, 3, parts.size() - 1);
    const auto fixings = desk.fixings(*date, *date);
    if (!fixings)
        return fixings.error();
    for (const auto& each : *fixings) {
        if (each.base != parts[1] || each.quote != parts[2] || each.source != source)
            continue;
        lineage.value = {{"rate", each.rate.text()}};
        auto imports = log.importsOf("fixings", each.base + "|" + each.quote + "|" + each.source);
        if (!imports)
            return imports.error();
        for (auto& record : *imports) {
            LineageStep step = stepOf(std::move(record), date->startUtc(), true, {each.rate.text()});
            if (!lineage.origin)
                lineage.origin = std::move(step);
            else
                lineage.others.push_back(std::move(step));
        }
        return lineage;
    }
    return notFound("lineage.unknown", "there is no fixing " + lineage.id);
}

} // namespace
} // namespace tracing

std::optional<SourceLine> lineOf(std::string_view text, Timestamp time, bool daily, const std::vector<std::string>& figures)
{
    const auto days = tracing::spellings(time, daily);
    std::uint64_t number = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (std::none_of(days.begin(), days.end(), [&](const std::string& day) { return line.find(day) != std::string_view::npos; }))
            continue;
        if (std::all_of(figures.begin(), figures.end(), [&](const std::string& figure) { return tracing::tells(line, figure); })) {
            std::string shown(line.substr(0, 400));
            while (!shown.empty() && (shown.back() == '\r' || (static_cast<unsigned char>(shown.back()) & 0xC0) == 0x80))
                shown.pop_back();
            return SourceLine{number, std::move(shown)};
        }
    }
    return std::nullopt;
}

Result<Lineage> lineageOf(const std::string& id, market::BarStore& bars, research::ResearchStore& desk, market::ImportLog& log)
{
    const auto parts = tracing::partsOf(id);
    Lineage lineage;
    lineage.id = id;
    lineage.kind = parts.front();
    if (lineage.kind == "bar")
        return tracing::ofBar(std::move(lineage), parts, bars, log);
    if (lineage.kind == "series")
        return tracing::ofSeries(std::move(lineage), parts, desk, log);
    if (lineage.kind == "fixing")
        return tracing::ofFixing(std::move(lineage), parts, desk, log);
    return invalid("lineage.malformed", id + " begins with none of bar:, series:, fixing:; for instance bar:SPY:1d:csv:2024-01-02");
}

} // namespace rialto::integration
