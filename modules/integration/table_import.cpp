// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/table_import.h"

#include "integration/row_decoder.h"

#include <algorithm>
#include <bitset>
#include <memory>
#include <unordered_map>

namespace rialto::integration {

namespace {

constexpr std::size_t kBatch = 32'768;
constexpr std::int64_t kProgressRows = 16'384;
constexpr std::int64_t kHopelessRows = 10'000;

/// Which bars of a series the file has given already: one bit each, in pages, so that a hundred years of minutes are 7 MB.
class SeenStarts {
public:
    explicit SeenStarts(BarInterval interval) : m_unit(static_cast<std::int64_t>(interval) * kNanosPerSecond) {}
    /// True the first time.
    bool insert(Timestamp start)
    {
        const std::int64_t index = start.nanos / m_unit; // starts are multiples of the unit
        const std::int64_t page = index >> kPageBits;
        if (m_current == nullptr || page != m_currentPage) {
            auto& slot = m_pages[page];
            if (!slot)
                slot = std::make_unique<Page>();
            m_current = slot.get();
            m_currentPage = page;
        }
        const auto bit = static_cast<std::size_t>(index & ((std::int64_t{1} << kPageBits) - 1));
        if (m_current->test(bit))
            return false;
        m_current->set(bit);
        return true;
    }

private:
    static constexpr int kPageBits = 12;
    using Page = std::bitset<std::size_t{1} << kPageBits>;
    std::int64_t m_unit;
    std::unordered_map<std::int64_t, std::unique_ptr<Page>> m_pages;
    Page* m_current = nullptr;
    std::int64_t m_currentPage = 0;
};

/// What both kinds of import share: reading rows, counting them, giving up.
class RowLoop {
public:
    RowLoop(ByteSource& text, const TableLayout& layout, const ImportOptions& options, const ProgressCallback& progress)
        : m_reader(text, layout.dialect), m_layout(layout), m_options(options), m_progress(progress)
    {
        report.file = options.fileName;
        report.kind = layout.ticks() ? "ticks" : "bars";
        report.delimiter = layout.dialect.delimiter;
        report.dryRun = options.dryRun;
        report.assumptions = layout.assumptions;
    }

    /// `take(fields, flaw)` accepts a row or answers false with the decoder's issue.
    template <class Take>
    Result<void> run(RowDecoder& decoder, Take take)
    {
        if (m_layout.hasHeader)
            if (auto header = m_reader.next(); !header)
                return header.error();
        for (;;) {
            const auto more = m_reader.next();
            if (!more)
                return more.error();
            if (!*more)
                break;
            ++report.rowsRead;
            const Result<bool> taken = take(m_reader.fields(), m_reader.flaw());
            if (!taken)
                return taken.error();
            if (*taken) {
                ++report.accepted;
                if (decoder.repairs().any())
                    countRepairs(decoder.repairs());
            } else if (auto gone = reject(decoder.issue()); !gone) {
                return gone;
            }
            if (report.rowsRead % kProgressRows == 0)
                if (auto go = checkPoint(); !go)
                    return go;
        }
        return finish();
    }

    ImportReport report;

private:
    void countRepairs(const RowRepairs& repairs)
    {
        if (repairs.rounded)
            ++report.repairedByCode["rounded"];
        if (repairs.groups)
            ++report.repairedByCode["digit-groups"];
        if (repairs.widened)
            ++report.repairedByCode["ohlc-widened"];
        if (repairs.noVolume)
            ++report.repairedByCode["volume-missing"];
    }

    std::string where(const RowIssue& issue) const
    {
        std::string text = "row " + std::to_string(m_reader.row()) + " (line " + std::to_string(m_reader.line()) + ")";
        if (issue.column >= 0)
            text += ", column " + m_layout.headings[static_cast<std::size_t>(issue.column)];
        return text;
    }

    Result<void> reject(const RowIssue& issue)
    {
        if (issue.fatal)
            return invalid("import.mixed-decimals", m_options.fileName + ", " + where(issue) + ": " + issue.detail
                    + "; nothing is imported: export the file again, or say --decimal point or --decimal comma to have such rows listed");
        ++report.rejected;
        ++report.rejectedByCode[issue.code];
        if (report.rejectedRows.size() < m_options.listedRejections)
            report.rejectedRows.push_back({m_reader.row(), m_reader.line(),
                issue.column < 0 ? std::string() : m_layout.headings[static_cast<std::size_t>(issue.column)], issue.code, issue.detail});
        if (m_options.strict)
            return invalid("import.strict", m_options.fileName + ", " + where(issue) + ": " + issue.code + (issue.detail.empty() ? "" : ", " + issue.detail)
                    + "; nothing is imported, as asked");
        return {};
    }

    Error hopeless() const
    {
        const auto worst = std::max_element(report.rejectedByCode.begin(), report.rejectedByCode.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        std::string text = m_options.fileName + ": " + std::to_string(report.rejected) + " of " + std::to_string(report.rowsRead)
            + " rows cannot be read, mostly because of " + worst->first;
        if (!report.rejectedRows.empty()) {
            const auto& first = report.rejectedRows.front();
            text += "; the first is row " + std::to_string(first.row) + " (line " + std::to_string(first.line) + ")"
                + (first.column.empty() ? "" : ", column " + first.column) + ": " + first.code + (first.detail.empty() ? "" : ", " + first.detail);
        }
        return invalid("import.mostly-rejected", text + ". Nothing is imported; check the columns (--mapping) and the form of the dates (--date-format)");
    }

    Result<void> checkPoint()
    {
        if (report.accepted == 0 && report.rowsRead >= kHopelessRows)
            return hopeless();
        if (m_progress && !m_progress({m_reader.bytesRead(), report.rowsRead}))
            return refused("import.cancelled", m_options.fileName + ": stopped after " + std::to_string(report.rowsRead) + " rows; nothing is imported");
        return {};
    }

    Result<void> finish()
    {
        if (report.rowsRead == 0)
            return invalid("import.no-rows", m_options.fileName + " holds a header and no row below it");
        if (report.rejected > report.accepted)
            return hopeless();
        return checkPoint();
    }

    CsvReader m_reader;
    const TableLayout& m_layout;
    const ImportOptions& m_options;
    const ProgressCallback& m_progress;
};

/// Bars of one series on their way into the store.
struct BarBatch {
    explicit BarBatch(market::SeriesKey seriesKey) : key(std::move(seriesKey)), seen(key.interval) {}

    market::SeriesKey key;
    std::vector<Bar> bars;
    bool rising = true;
    Bar previous;             // the last bar accepted
    bool hasPrevious = false;
    SeenStarts seen;
    SeriesOutcome outcome;

    void add(const Bar& bar)
    {
        rising = rising && (bars.empty() || bars.back().start < bar.start);
        bars.push_back(bar);
        outcome.first = hasPrevious ? std::min(outcome.first, bar.start) : bar.start;
        outcome.last = hasPrevious ? std::max(outcome.last, bar.start) : bar.start;
        previous = bar;
        hasPrevious = true;
    }

    Result<void> flush(market::BarWriter& writer)
    {
        if (!rising)
            std::sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.start < b.start; });
        const auto counts = writer.upsert(key, bars);
        if (!counts)
            return counts.error();
        outcome.counts += *counts;
        bars.clear();
        rising = true;
        return {};
    }
};

/// Bars made of quotes never mix with bars of trades.
std::string sourceOf(const TableLayout& layout, const ImportOptions& options)
{
    if (layout.kind != TableKind::QuoteBars)
        return options.source;
    return options.source + (options.quoteSide == QuoteSide::Mid ? "-mid" : options.quoteSide == QuoteSide::Bid ? "-bid" : "-ask");
}

} // namespace

Result<ImportReport> importBars(ByteSource& text, const TableLayout& layout, const ImportOptions& options, market::BarStore& store,
    const ProgressCallback& progress)
{
    RowLoop loop(text, layout, options, progress);
    RowDecoder decoder(layout, options);
    const std::string source = sourceOf(layout, options);
    auto writer = store.beginWrite();
    if (!writer)
        return writer.error();
    std::map<std::string, BarBatch, std::less<>> batches;
    BarBatch* current = nullptr;
    Bar bar;
    std::size_t waiting = 0;
    const auto flushAll = [&]() -> Result<void> {
        waiting = 0;
        for (auto& [symbol, batch] : batches)
            if (!batch.bars.empty())
                if (auto done = batch.flush(**writer); !done)
                    return done;
        return {};
    };
    const auto done = loop.run(decoder, [&](RowDecoder::Fields fields, CsvFlaw flaw) -> Result<bool> {
        if (!decoder.bar(fields, flaw, bar))
            return false;
        if (current == nullptr || current->key.symbol != decoder.symbol()) {
            auto place = batches.find(decoder.symbol());
            if (place == batches.end()) {
                const std::string symbol(decoder.symbol());
                place = batches.try_emplace(symbol, market::SeriesKey{symbol, layout.interval, source}).first;
            }
            current = &place->second;
        }
        if (!current->seen.insert(bar.start))
            return decoder.refuseDuplicate(current->hasPrevious && current->previous == bar);
        current->add(bar);
        if (++waiting >= kBatch)
            if (auto flushed = flushAll(); !flushed)
                return flushed.error();
        return true;
    });
    if (!done)
        return done.error();
    if (auto flushed = flushAll(); !flushed)
        return flushed.error();
    for (auto& [symbol, batch] : batches) {
        batch.outcome.symbol = symbol;
        batch.outcome.interval = name(layout.interval);
        batch.outcome.source = source;
        loop.report.series.push_back(std::move(batch.outcome));
    }
    if (!options.dryRun)
        if (auto committed = (*writer)->commit(); !committed)
            return committed.error();
    return std::move(loop.report);
}

Result<ImportReport> importTicks(ByteSource& text, const TableLayout& layout, const ImportOptions& options, market::TickStore& store,
    const ProgressCallback& progress)
{
    struct TickBatch {
        std::vector<market::Tick> ticks;
        SeriesOutcome outcome;
        bool any = false;
    };
    RowLoop loop(text, layout, options, progress);
    RowDecoder decoder(layout, options);
    auto writer = store.beginWrite();
    if (!writer)
        return writer.error();
    std::map<std::string, TickBatch, std::less<>> batches;
    market::Tick tick;
    const auto flush = [&](const std::string& symbol, TickBatch& batch) -> Result<void> {
        auto done = (*writer)->append({symbol, options.source}, batch.ticks);
        batch.ticks.clear();
        return done;
    };
    const auto done = loop.run(decoder, [&](RowDecoder::Fields fields, CsvFlaw flaw) -> Result<bool> {
        if (!decoder.tick(fields, flaw, tick))
            return false;
        auto place = batches.find(decoder.symbol());
        if (place == batches.end())
            place = batches.try_emplace(std::string(decoder.symbol())).first;
        TickBatch& batch = place->second;
        if (batch.any && tick.time < batch.outcome.last)
            return decoder.refuseBackwards(batch.outcome.last);
        batch.outcome.first = batch.any ? batch.outcome.first : tick.time;
        batch.outcome.last = tick.time;
        batch.any = true;
        batch.ticks.push_back(tick);
        if (batch.ticks.size() >= kBatch)
            if (auto flushed = flush(place->first, batch); !flushed)
                return flushed.error();
        return true;
    });
    if (!done)
        return done.error();
    for (auto& [symbol, batch] : batches)
        if (auto flushed = flush(symbol, batch); !flushed)
            return flushed.error();
    const auto counts = (*writer)->finish(!options.dryRun);
    if (!counts)
        return counts.error();
    for (auto& [symbol, batch] : batches) {
        batch.outcome.symbol = symbol;
        batch.outcome.interval = "tick";
        batch.outcome.source = options.source;
        const auto mine = counts->find({symbol, options.source});
        if (mine != counts->end())
            batch.outcome.counts = mine->second;
        loop.report.series.push_back(std::move(batch.outcome));
    }
    return std::move(loop.report);
}

} // namespace rialto::integration
