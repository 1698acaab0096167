// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/quality/stored_series.h"

#include "integration/clean/repair_file.h"

#include <algorithm>
#include <map>

namespace rialto::integration {

namespace storedseries {
namespace {

std::string lowered(std::string text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return text;
}

std::string timeOf(const Bar& bar, BarInterval interval) { return interval == BarInterval::Day ? Date::ofUtc(bar.start).text() : isoUtc(bar.start); }

Result<void> setField(Bar& bar, const std::string& field, const std::string& text)
{
    if (field == "volume") {
        const auto volume = Quantity::parse(text);
        if (!volume)
            return volume.error();
        bar.volume = *volume;
        return {};
    }
    const auto price = Price::parse(text);
    if (!price)
        return price.error();
    (field == "open" ? bar.open : field == "high" ? bar.high : field == "low" ? bar.low : bar.close) = *price;
    return {};
}

Result<void> rewrite(market::BarStore& store, const market::SeriesKey& key, const Bar& bar, std::int64_t decision, Timestamp now)
{
    store.setOrigin({-decision, now});
    const auto written = market::append(store, key, std::span(&bar, 1));
    store.setOrigin({});
    return written ? Result<void>() : Result<void>(written.error());
}

} // namespace
} // namespace storedseries

std::string textOf(const std::vector<Bar>& bars, BarInterval interval)
{
    std::string text = "Date,Open,High,Low,Close,Volume\n";
    for (const Bar& bar : bars)
        text += storedseries::timeOf(bar, interval) + "," + bar.open.text() + "," + bar.high.text() + "," + bar.low.text() + "," + bar.close.text() + "," + bar.volume.text() + "\n";
    return text;
}

Result<QualityReport> assessBars(const std::vector<Bar>& bars, BarInterval interval) { return assessText(textOf(bars, interval)); }

Result<std::vector<BarRepair>> proposedRepairs(const std::vector<Bar>& bars, BarInterval interval)
{
    const auto repaired = clean::repairText(textOf(bars, interval));
    if (!repaired)
        return repaired.error();
    std::map<std::string, Timestamp> starts;
    for (const Bar& bar : bars)
        starts.emplace(storedseries::timeOf(bar, interval), bar.start);
    std::vector<BarRepair> all;
    for (const auto& change : repaired->report.changes) {
        const auto start = starts.find(change.time);
        const std::string field = storedseries::lowered(change.column);
        if (start == starts.end() || field.empty() || change.after.empty())
            continue;
        std::string reason;
        for (const std::size_t decision : change.decisions)
            if (decision < repaired->report.decisions.size()) {
                const auto& why = repaired->report.decisions[decision];
                reason += (reason.empty() ? "" : "; ") + why.code + ": " + why.evidence;
            }
        all.push_back({start->second, field, change.before, change.after, std::move(reason)});
    }
    return all;
}

Result<std::vector<std::int64_t>> applyRepairs(market::BarStore& store, market::ImportLog& log, const market::SeriesKey& key, const std::vector<BarRepair>& repairs, const std::string& author, Timestamp now)
{
    std::vector<std::int64_t> ids;
    std::int64_t step = 0;
    for (const BarRepair& repair : repairs) {
        auto bars = store.read(key, repair.start, Timestamp(repair.start.nanos + 1));
        if (!bars)
            return bars.error();
        if (bars->empty())
            continue;
        const auto id = log.decide({0, now, "repair", market::seriesName(key), repair.start, repair.field, repair.before, repair.after, repair.reason, author, {}});
        if (!id)
            return id.error();
        if (const auto set = storedseries::setField(bars->front(), repair.field, repair.after); !set)
            return set.error();
        // Two fields of one bar are two decisions, each with a former value of its own.
        if (const auto written = storedseries::rewrite(store, key, bars->front(), *id, Timestamp(now.nanos + step++)); !written)
            return written.error();
        ids.push_back(*id);
    }
    return ids;
}

Result<void> undoRepair(market::BarStore& store, market::ImportLog& log, const market::Decision& repair, const std::string& author, Timestamp now)
{
    const auto key = market::seriesNamed(repair.series);
    if (repair.kind != "repair" || repair.undoneBy || !repair.barStart || !key)
        return invalid("quality.nothing-to-undo", "decision " + std::to_string(repair.id) + " is no repair that stands");
    auto bars = store.read(*key, *repair.barStart, Timestamp(repair.barStart->nanos + 1));
    if (!bars)
        return bars.error();
    if (bars->empty())
        return invalid("quality.nothing-to-undo", "the bar is gone");
    if (const auto set = storedseries::setField(bars->front(), repair.field, repair.before); !set)
        return set.error();
    const auto id = log.decide({0, now, "undo", repair.series, repair.barStart, repair.field, repair.after, repair.before, "undoes decision " + std::to_string(repair.id), author, {}});
    if (!id)
        return id.error();
    if (const auto written = storedseries::rewrite(store, *key, bars->front(), *id, now); !written)
        return written.error();
    return log.markUndone(repair.id, *id);
}

bool isQuarantined(const std::vector<market::Decision>& decisions)
{
    bool held = false;
    for (const auto& decision : decisions)
        held = decision.kind == "quarantine" ? true : decision.kind == "release" ? false : held;
    return held;
}

} // namespace rialto::integration
