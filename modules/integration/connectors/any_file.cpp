// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/connectors/any_file.h"

#include "integration/connectors/file_source.h"
#include "integration/connectors/read_bytes.h"
#include "integration/discarding_stores.h"
#include "integration/text_rows.h"
#include "integration/xlsx_table.h"
#include "integration/zip_archive.h"

#include <algorithm>
#include <set>

namespace rialto::integration {

namespace anyfile {
namespace {

constexpr std::size_t kLargest = std::size_t{256} << 20; // of what has to be in memory as a whole
constexpr int kDeepestArchive = 2;

std::string foldersOf(const std::string& path)
{
    std::string folder = path;
    std::replace(folder.begin(), folder.end(), '\\', '/');
    const auto slash = folder.rfind('/');
    return slash == std::string::npos ? std::string() : folder.substr(0, slash);
}

class Importer {
public:
    Importer(const ImportOptions& options, const AnyStores& stores) : m_options(options), m_stores(stores) { report.dryRun = options.dryRun || !keeps(); }

    bool keeps() const { return m_stores.bars != nullptr; }

    Result<void> bytes(std::string_view bytes, const std::string& name, const std::string& folder, const std::string& archive, int depth)
    {
        ImportOptions options = m_options;
        options.fileName = name;
        if (isGzip(bytes)) {
            if (depth >= kDeepestArchive)
                return refused("import.zip-bomb", name + ": archives are nested too deeply");
            const auto unpacked = gunzip(bytes);
            if (!unpacked)
                return named(unpacked.error(), name);
            const std::string inner = name.size() > 3 && name.ends_with(".gz") ? name.substr(0, name.size() - 3) : name;
            return this->bytes(*unpacked, inner, folder, archive, depth + 1);
        }
        if (ZipArchive::is(bytes))
            return zip(bytes, name, folder, depth);
        auto harvest = readOne(bytes, options, folder, archive);
        if (!harvest)
            return harvest.error();
        return take(std::move(*harvest), options, archive.empty() ? std::string() : archive + "/" + name);
    }

    /// Rows of a table, streamed.
    Result<void> table(ByteSource& source, const ImportOptions& options, const std::string& where)
    {
        DiscardingBarStore noBars;
        DiscardingTickStore noTicks;
        const ImportStores stores{m_stores.bars != nullptr ? *m_stores.bars : noBars, m_stores.ticks != nullptr ? m_stores.ticks : static_cast<market::TickStore*>(&noTicks)};
        auto read = importBytes(source, options, stores);
        if (!read)
            return read.error();
        Harvest harvest;
        harvest.format = "table";
        harvest.kind = read->kind;
        harvest.encoding = read->encoding;
        harvest.rowsRead = read->rowsRead;
        harvest.accepted = read->accepted;
        harvest.rejected = read->rejected;
        harvest.rejectedRows = std::move(read->rejectedRows);
        harvest.rejectedByCode = std::move(read->rejectedByCode);
        harvest.repairedByCode = std::move(read->repairedByCode);
        harvest.assumptions = std::move(read->assumptions);
        for (auto& each : read->series) {
            spread(each.first, each.last);
            m_symbols.insert(each.symbol);
            report.series.push_back(std::move(each));
        }
        report.harvest.absorb(std::move(harvest), where);
        return {};
    }

    Result<AnyReport> finish(const std::string& file)
    {
        report.file = file;
        collect();
        if (!report.dryRun)
            if (auto done = store(); !done)
                return done.error();
        report.symbols.assign(m_symbols.begin(), m_symbols.end());
        return std::move(report);
    }

    AnyReport report;

private:
    Result<void> take(Harvest harvest, const ImportOptions& options, const std::string& where)
    {
        if (harvest.table) {
            const std::string text = std::move(*harvest.table);
            harvest.table.reset();
            ImportOptions decoded = options;
            decoded.encoding = Encoding::Utf8;
            MemorySource source(text);
            const std::string format = harvest.format;
            const std::string encoding = harvest.encoding;
            for (auto& sentence : harvest.assumptions)
                report.harvest.assume(std::move(sentence));
            if (auto done = table(source, decoded, where); !done)
                return done;
            if (where.empty()) {
                report.harvest.format = format;
                report.harvest.encoding = encoding;
            }
            return {};
        }
        if (where.empty() && report.harvest.format.empty()) {
            report.harvest = std::move(harvest);
            return {};
        }
        report.harvest.absorb(std::move(harvest), where);
        return {};
    }

    Result<void> zip(std::string_view bytes, const std::string& name, const std::string& folder, int depth)
    {
        if (depth >= kDeepestArchive)
            return refused("import.zip-bomb", name + ": archives are nested too deeply");
        const auto archive = ZipArchive::open(bytes);
        if (!archive)
            return named(archive.error(), name);
        if (isWorkbook(*archive)) {
            auto sheet = workbookTable(*archive);
            if (!sheet)
                return named(sheet.error(), name);
            Harvest harvest;
            harvest.format = "xlsx";
            harvest.kind = "bars";
            harvest.table = std::move(sheet->csv);
            harvest.assume("read the sheet " + sheet->name);
            ImportOptions options = m_options;
            options.fileName = name;
            return take(std::move(harvest), options, {});
        }
        if (archive->members().empty())
            return invalid("import.empty", name + " is an archive without a file in it");
        std::size_t good = 0;
        Error last = invalid("import.empty", name);
        report.harvest.encoding = "zip";
        for (const auto& member : archive->members()) {
            const auto text = archive->read(member);
            if (!text)
                return named(text.error(), name);
            const auto slash = member.name.rfind('/');
            const std::string inner = slash == std::string::npos ? member.name : member.name.substr(slash + 1);
            const std::string within = slash == std::string::npos ? folder : folder + "/" + member.name.substr(0, slash);
            if (auto done = this->bytes(*text, inner, within, name, depth + 1)) {
                ++good;
            } else {
                last = done.error();
                report.harvest.reject(0, 0, member.name, "member-unreadable", done.error().text());
            }
        }
        if (good == 0)
            return Error{last.kind, last.code, name + ", " + last.detail};
        return {};
    }

    void spread(Timestamp from, Timestamp to)
    {
        report.first = report.first ? std::min(*report.first, from) : from;
        report.last = report.last ? std::max(*report.last, to) : to;
    }

    static std::string lengthName(std::int64_t seconds)
    {
        if (seconds == 604'800)
            return "1w";
        if (seconds == 2'629'746)
            return "1mo";
        if (seconds % 86'400 == 0)
            return std::to_string(seconds / 86'400) + "d";
        if (seconds % 3600 == 0)
            return std::to_string(seconds / 3600) + "h";
        return seconds % 60 == 0 ? std::to_string(seconds / 60) + "m" : std::to_string(seconds) + "s";
    }

    void collect()
    {
        Harvest& harvest = report.harvest;
        for (const auto& set : harvest.bars)
            if (!set.bars.empty()) {
                spread(set.bars.front().start, set.bars.back().start);
                m_symbols.insert(set.symbol);
                report.series.push_back({set.symbol, lengthName(set.seconds), set.source, set.bars.front().start, set.bars.back().start, {}});
            }
        for (const auto& set : harvest.ticks)
            if (!set.ticks.empty()) {
                spread(set.ticks.front().time, set.ticks.back().time);
                m_symbols.insert(set.symbol);
                report.series.push_back({set.symbol, "tick", set.source, set.ticks.front().time, set.ticks.back().time, {}});
            }
        for (const auto& each : harvest.series)
            if (!each.observations.empty()) {
                spread(each.observations.front().date.startUtc(), each.observations.back().date.startUtc());
                m_symbols.insert(each.id);
            }
        for (const auto& each : harvest.fixings) {
            spread(each.date.startUtc(), each.date.startUtc());
            m_symbols.insert(each.base + "/" + each.quote);
        }
        for (const auto& each : harvest.documents) {
            if (each.published)
                spread(*each.published, *each.published);
            m_symbols.insert(each.symbols.begin(), each.symbols.end());
        }
        for (const auto& company : harvest.companies) {
            m_symbols.insert(company.symbol.empty() ? company.cik : company.symbol);
            for (const auto& fact : company.facts)
                spread(fact.end.startUtc(), fact.end.startUtc());
        }
    }

    Result<void> store()
    {
        Harvest& harvest = report.harvest;
        if (!harvest.bars.empty()) {
            auto writer = m_stores.bars->beginWrite();
            if (!writer)
                return writer.error();
            for (const auto& set : harvest.bars) {
                const bool kept = set.seconds == 60 || set.seconds == 3600 || set.seconds == 86'400;
                const bool aligned = std::all_of(set.bars.begin(), set.bars.end(), [&](const Bar& bar) { return bar.start.nanos % (set.seconds * kNanosPerSecond) == 0; });
                if (!kept || !aligned) {
                    harvest.assume(set.symbol + ": bars of " + lengthName(set.seconds) + (kept ? " that do not start on the hour or minute" : "")
                        + " were read and checked, but a book keeps only minutes, hours and days");
                    continue;
                }
                const auto counts = (*writer)->upsert({set.symbol, static_cast<BarInterval>(set.seconds), set.source}, set.bars);
                if (!counts)
                    return counts.error();
                for (auto& outcome : report.series)
                    if (outcome.symbol == set.symbol && outcome.source == set.source && outcome.interval == lengthName(set.seconds))
                        outcome.counts = *counts;
            }
            if (auto done = (*writer)->commit(); !done)
                return done;
        }
        if (!harvest.ticks.empty() && m_stores.ticks != nullptr) {
            auto writer = m_stores.ticks->beginWrite();
            if (!writer)
                return writer.error();
            for (const auto& set : harvest.ticks)
                if (auto done = (*writer)->append({set.symbol, set.source}, set.ticks); !done)
                    return done;
            const auto counts = (*writer)->finish(true);
            if (!counts)
                return counts.error();
            for (auto& outcome : report.series)
                if (const auto mine = counts->find({outcome.symbol, outcome.source}); outcome.interval == "tick" && mine != counts->end())
                    outcome.counts = mine->second;
        }
        return m_stores.research == nullptr ? Result<void>() : storeResearch(harvest, *m_stores.research);
    }

    Result<void> storeResearch(const Harvest& harvest, research::ResearchStore& store)
    {
        const auto add = [&](const Result<research::PutCounts>& counts) -> Result<void> {
            if (!counts)
                return counts.error();
            report.kept += *counts;
            return {};
        };
        for (const auto& series : harvest.series)
            if (auto done = add(store.putSeries(series)); !done)
                return done;
        for (const auto& company : harvest.companies)
            if (auto done = add(store.putCompany(company)); !done)
                return done;
        if (!harvest.fixings.empty())
            if (auto done = add(store.putFixings(harvest.fixings)); !done)
                return done;
        if (!harvest.documents.empty())
            return add(store.putDocuments(harvest.documents));
        return {};
    }

    const ImportOptions& m_options;
    const AnyStores& m_stores;
    std::set<std::string> m_symbols;
};

} // namespace
} // namespace anyfile

Result<AnyReport> importAnyBytes(std::string_view bytes, const ImportOptions& options, const std::string& folder, const AnyStores& stores)
{
    anyfile::Importer importer(options, stores);
    if (auto done = importer.bytes(bytes, options.fileName, folder, {}, 0); !done)
        return done.error();
    return importer.finish(options.fileName);
}

Result<AnyReport> importAnyFile(const std::string& path, ImportOptions options, const AnyStores& stores)
{
    auto source = FileSource::open(path);
    if (!source)
        return source.error();
    options.fileName = fileNameOf(path);
    auto head = readUpTo(**source, anyfile::kHead);
    if (!head)
        return head.error();
    const std::string folder = anyfile::foldersOf(path);
    const std::string_view start = trimSpaces(std::string_view(*head).substr(0, 4096));
    const bool packed = isGzip(*head) || ZipArchive::is(*head);
    const bool tree = !start.empty() && (start.front() == '<' || start.front() == '{' || start.front() == '[');
    if (head->size() == anyfile::kHead && !packed && !tree) {
        // A large table is read in pieces, unless its head says that it is something else.
        const std::string_view lines = std::string_view(*head).substr(0, head->rfind('\n') + 1);
        const auto probe = anyfile::readOne(lines.empty() ? std::string_view(*head) : lines, options, folder, {});
        if (probe && probe->table) {
            anyfile::Importer importer(options, stores);
            MemorySource all(*head, source->get());
            if (auto done = importer.table(all, options, {}); !done)
                return done.error();
            return importer.finish(path);
        }
    }
    const auto rest = readUpTo(**source, anyfile::kLargest - head->size() + 1);
    if (!rest)
        return rest.error();
    *head += *rest;
    if (head->size() > anyfile::kLargest)
        return invalid("import.too-large", options.fileName + " is larger than 256 MB; split it");
    auto report = importAnyBytes(*head, options, folder, stores);
    if (report)
        report->file = path;
    return report;
}

Result<Harvest> harvestBytes(std::string_view bytes, const ImportOptions& options, const std::string& folder)
{
    if (isGzip(bytes)) {
        const auto unpacked = gunzip(bytes);
        if (!unpacked)
            return anyfile::named(unpacked.error(), options.fileName);
        return anyfile::readOne(*unpacked, options, folder, {});
    }
    return anyfile::readOne(bytes, options, folder, {});
}

} // namespace rialto::integration
