// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/connectors/recorded_import.h"

#include "integration/connectors/file_source.h"

#include <sodium.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace rialto::integration {

namespace recorded {
namespace {

std::string rulesOf(const Harvest& harvest)
{
    std::string rules;
    for (const auto& sentence : harvest.assumptions)
        rules += "assumed: " + sentence + "\n";
    for (const auto& [code, count] : harvest.repairedByCode)
        rules += "repaired " + std::to_string(count) + ": " + code + "\n";
    for (const auto& [code, count] : harvest.rejectedByCode)
        rules += "refused " + std::to_string(count) + ": " + code + "\n";
    return rules;
}

std::string absolute(const std::string& path)
{
    std::error_code failed;
    const auto full = std::filesystem::absolute(std::filesystem::path(std::u8string(path.begin(), path.end())), failed);
    if (failed)
        return path;
    const auto text = full.u8string();
    return std::string(text.begin(), text.end());
}

} // namespace
} // namespace recorded

Result<std::pair<std::string, std::int64_t>> fileHash(const std::string& path)
{
    auto source = FileSource::open(path);
    if (!source)
        return source.error();
    if (sodium_init() < 0)
        return unavailable("import.hash", "the hash function cannot be used on this machine");
    crypto_generichash_state state;
    unsigned char digest[crypto_generichash_BYTES];
    crypto_generichash_init(&state, nullptr, 0, sizeof digest);
    std::int64_t bytes = 0;
    std::string buffer(std::size_t{1} << 16, '\0');
    for (;;) {
        const auto count = (*source)->read(std::span(buffer.data(), buffer.size()));
        if (!count)
            return count.error();
        if (*count == 0)
            break;
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(buffer.data()), *count);
        bytes += static_cast<std::int64_t>(*count);
    }
    crypto_generichash_final(&state, digest, sizeof digest);
    char hex[sizeof digest * 2 + 1];
    sodium_bin2hex(hex, sizeof hex, digest, sizeof digest);
    return std::pair(std::string("blake2b:") + hex, bytes);
}

std::vector<market::ImportedValue> valuesOf(const AnyReport& report)
{
    std::map<std::pair<std::string, std::string>, std::pair<Timestamp, Timestamp>> all;
    const auto add = [&](const char* kind, const std::string& name, Timestamp first, Timestamp last) {
        const auto [at, isNew] = all.emplace(std::pair(std::string(kind), name), std::pair(first, last));
        if (!isNew)
            at->second = {std::min(at->second.first, first), std::max(at->second.second, last)};
    };
    for (const auto& each : report.series)
        add("bars", each.symbol + "|" + each.interval + "|" + each.source, each.first, each.last);
    for (const auto& each : report.harvest.series)
        if (!each.observations.empty())
            add("series", each.source + "|" + each.id, each.observations.front().date.startUtc(), each.observations.back().date.startUtc());
    for (const auto& each : report.harvest.fixings)
        add("fixings", each.base + "|" + each.quote + "|" + each.source, each.date.startUtc(), each.date.startUtc());
    for (const auto& each : report.harvest.documents)
        add("documents", each.kind, each.published.value_or(Timestamp()), each.published.value_or(Timestamp()));
    for (const auto& company : report.harvest.companies)
        for (const auto& fact : company.facts)
            add("facts", company.cik, fact.end.startUtc(), fact.end.startUtc());
    std::vector<market::ImportedValue> values;
    for (const auto& [key, range] : all)
        values.push_back({key.first, key.second, range.first, range.second});
    return values;
}

Result<ImportReport> importTableRecorded(const std::string& path, const ImportOptions& options, const ImportStores& stores, market::ImportLog& log, Timestamp now)
{
    if (options.dryRun)
        return importFile(path, options, stores);
    const auto hash = fileHash(path);
    if (!hash)
        return hash.error();
    market::ImportRecord record{0, now, recorded::absolute(path), hash->second, hash->first, "table", "bars", 0, 0, 0, {}};
    const auto id = log.begin(record);
    if (!id)
        return id.error();
    record.id = *id;
    stores.bars.setOrigin({*id, now});
    auto report = importFile(path, options, stores);
    std::vector<market::ImportedValue> values;
    if (report) {
        Harvest told;
        told.assumptions = report->assumptions;
        told.repairedByCode = report->repairedByCode;
        told.rejectedByCode = report->rejectedByCode;
        record.kind = report->kind;
        record.rowsRead = report->rowsRead;
        record.accepted = report->accepted;
        record.rejected = report->rejected;
        record.rules = recorded::rulesOf(told);
        for (const auto& each : report->series)
            values.push_back({"bars", each.symbol + "|" + each.interval + "|" + each.source, each.first, each.last});
    } else {
        record.rules = "refused: " + report.error().text() + "\n";
    }
    if (const auto finished = log.finish(record, values); !finished)
        return finished.error();
    return report;
}

Result<AnyReport> importRecorded(const std::string& path, const ImportOptions& options, const AnyStores& stores, market::ImportLog& log, Timestamp now)
{
    const auto hash = fileHash(path);
    if (!hash)
        return hash.error();
    market::ImportRecord record;
    record.time = now;
    record.file = recorded::absolute(path);
    record.hash = hash->first;
    record.bytes = hash->second;
    // The id comes first: values that are replaced on the way name it. A refused file stays in the log, with nothing accepted.
    const auto id = log.begin(record);
    if (!id)
        return id.error();
    record.id = *id;
    if (stores.bars != nullptr)
        stores.bars->setOrigin({*id, now});
    auto report = importAnyFile(path, options, stores);
    if (!report) {
        record.rules = "refused: " + report.error().text() + "\n";
        if (const auto told = log.finish(record, {}); !told)
            return told.error();
        return report;
    }
    record.format = report->harvest.format;
    record.kind = report->harvest.kind;
    record.rowsRead = report->harvest.rowsRead;
    record.accepted = report->harvest.accepted;
    record.rejected = report->harvest.rejected;
    record.rules = recorded::rulesOf(report->harvest);
    if (const auto told = log.finish(record, valuesOf(*report)); !told)
        return told.error();
    return report;
}

} // namespace rialto::integration
