// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite_bar_store.h"

#include "storage/bar_codec.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace rialto::storage {

using market::SeriesInfo;
using market::SeriesKey;
using market::WriteCounts;

namespace {

Result<std::optional<std::int64_t>> findSeries(Connection& connection, const SeriesKey& key)
{
    auto query = connection.statement("SELECT id FROM bar_series WHERE symbol = ? AND interval_seconds = ? AND source = ?");
    if (!query)
        return query.error();
    query->bind(key.symbol).bind(static_cast<std::int64_t>(key.interval)).bind(key.source);
    const auto row = query->step();
    if (!row)
        return row.error();
    return *row ? std::optional(query->integer(0)) : std::nullopt;
}

struct Blocks {
    std::vector<std::int64_t> ids;
    std::vector<Bar> bars;
};

/// Blocks that touch [from, to], both included, unpacked.
Result<Blocks> readBlocks(Connection& connection, std::int64_t series, Timestamp from, Timestamp to)
{
    auto query = connection.statement("SELECT id, payload FROM bar_block WHERE series_id = ? AND last_start >= ? AND first_start <= ? "
                                      "ORDER BY first_start");
    if (!query)
        return query.error();
    query->bind(series).bind(from.nanos).bind(to.nanos);
    Blocks blocks;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return blocks;
        blocks.ids.push_back(query->integer(0));
        if (auto done = decodeBars(query->bytes(1), blocks.bars); !done)
            return Error{done.error().kind, done.error().code, connection.path() + ": " + done.error().detail};
    }
}

/// The last block that ends before `time`, when it still has room: new bars join it, so that blocks stay full.
Result<Timestamp> startOfOpenBlock(Connection& connection, std::int64_t series, Timestamp time)
{
    auto query = connection.statement("SELECT first_start, last_start, count FROM bar_block WHERE series_id = ? AND first_start < ? "
                                      "ORDER BY first_start DESC LIMIT 1");
    if (!query)
        return query.error();
    query->bind(series).bind(time.nanos);
    const auto row = query->step();
    if (!row)
        return row.error();
    if (*row && query->integer(1) < time.nanos && query->integer(2) < static_cast<std::int64_t>(kBarsPerBlock))
        return Timestamp(query->integer(0));
    return time;
}

class SqliteBarWriter final : public market::BarWriter {
public:
    SqliteBarWriter(Connection& connection, Transaction transaction, const market::BarOrigin& origin)
        : m_connection(connection), m_transaction(std::move(transaction)), m_origin(origin)
    {
    }

    Result<WriteCounts> upsert(const SeriesKey& key, std::span<const Bar> bars) override
    {
        WriteCounts counts;
        if (auto rising = market::requireRising(bars); !rising)
            return rising.error();
        if (bars.empty())
            return counts;
        const auto series = seriesId(key);
        if (!series)
            return series.error();
        const auto from = startOfOpenBlock(m_connection, *series, bars.front().start);
        if (!from)
            return from.error();
        const auto old = readBlocks(m_connection, *series, *from, bars.back().start);
        if (!old)
            return old.error();
        std::vector<Bar> replaced;
        const std::vector<Bar> all = merge(old->bars, bars, counts, replaced);
        if (counts.inserted == 0 && counts.changed == 0)
            return counts;
        if (auto done = keep(*series, replaced); !done)
            return done.error();
        if (auto done = rewrite(*series, old->ids, all); !done)
            return done.error();
        return counts;
    }

    Result<std::int64_t> erase(const SeriesKey& key, Timestamp from, Timestamp to) override
    {
        if (to <= from)
            return std::int64_t{0};
        const auto series = seriesId(key);
        if (!series)
            return series.error();
        const auto old = readBlocks(m_connection, *series, from, Timestamp(to.nanos - 1));
        if (!old)
            return old.error();
        std::vector<Bar> kept, gone;
        for (const Bar& bar : old->bars)
            (bar.start < from || bar.start >= to ? kept : gone).push_back(bar);
        if (auto done = keep(*series, gone); !done)
            return done.error();
        const auto erased = static_cast<std::int64_t>(old->bars.size() - kept.size());
        if (erased > 0)
            if (auto done = rewrite(*series, old->ids, kept); !done)
                return done.error();
        return erased;
    }

    Result<void> commit() override { return m_transaction.commit(); }

private:
    static std::vector<Bar> merge(const std::vector<Bar>& old, std::span<const Bar> bars, WriteCounts& counts, std::vector<Bar>& replaced)
    {
        std::vector<Bar> all;
        all.reserve(old.size() + bars.size());
        auto left = old.begin();
        for (const Bar& bar : bars) {
            while (left != old.end() && left->start < bar.start)
                all.push_back(*left++);
            if (left != old.end() && left->start == bar.start) {
                ++(*left == bar ? counts.unchanged : counts.changed);
                if (!(*left == bar))
                    replaced.push_back(*left);
                ++left;
            } else {
                ++counts.inserted;
            }
            all.push_back(bar);
        }
        all.insert(all.end(), left, old.end());
        return all;
    }

    Result<std::int64_t> seriesId(const SeriesKey& key)
    {
        if (const auto known = m_series.find(key); known != m_series.end())
            return known->second;
        const auto found = findSeries(m_connection, key);
        if (!found)
            return found.error();
        std::int64_t id = found->value_or(0);
        if (!found->has_value()) {
            auto insert = m_connection.statement("INSERT INTO bar_series (symbol, interval_seconds, source) VALUES (?, ?, ?)");
            if (!insert)
                return insert.error();
            insert->bind(key.symbol).bind(static_cast<std::int64_t>(key.interval)).bind(key.source);
            if (auto done = insert->run(); !done)
                return done.error();
            id = insert->lastInsertId();
        }
        m_series.emplace(key, id);
        return id;
    }

    /// Former values, when the writer was told why they go.
    Result<void> keep(std::int64_t series, const std::vector<Bar>& bars)
    {
        if (m_origin.id == 0 || bars.empty())
            return {};
        // Of a bar that is changed twice by one import, only the first former value was ever seen by anybody.
        auto insert = m_connection.statement("INSERT OR IGNORE INTO bar_version (series_id, start, until, origin, payload) VALUES (?, ?, ?, ?, ?)");
        if (!insert)
            return insert.error();
        for (const Bar& bar : bars) {
            insert->bind(series).bind(bar.start.nanos).bind(m_origin.time.nanos).bind(m_origin.id).bindBytes(encodeBars(std::span(&bar, 1)));
            if (auto done = insert->run(); !done)
                return done.error();
        }
        return {};
    }

    Result<void> rewrite(std::int64_t series, const std::vector<std::int64_t>& oldIds, std::span<const Bar> bars)
    {
        auto remove = m_connection.statement("DELETE FROM bar_block WHERE id = ?");
        if (!remove)
            return remove.error();
        for (const std::int64_t id : oldIds) {
            remove->bind(id);
            if (auto done = remove->run(); !done)
                return done.error();
        }
        auto insert = m_connection.statement("INSERT INTO bar_block (series_id, first_start, last_start, count, payload) VALUES (?, ?, ?, ?, ?)");
        if (!insert)
            return insert.error();
        for (std::size_t at = 0; at < bars.size(); at += kBarsPerBlock) {
            const auto block = bars.subspan(at, std::min(kBarsPerBlock, bars.size() - at));
            insert->bind(series).bind(block.front().start.nanos).bind(block.back().start.nanos).bind(static_cast<std::int64_t>(block.size()));
            insert->bindBytes(encodeBars(block));
            if (auto done = insert->run(); !done)
                return done.error();
        }
        return {};
    }

    Connection& m_connection;
    Transaction m_transaction;
    market::BarOrigin m_origin;
    std::map<SeriesKey, std::int64_t> m_series;
};

} // namespace

SqliteBarStore::SqliteBarStore(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
SqliteBarStore::~SqliteBarStore() = default;

Result<std::unique_ptr<market::BarWriter>> SqliteBarStore::beginWrite()
{
    auto transaction = Transaction::begin(*m_connection);
    if (!transaction)
        return transaction.error();
    return std::unique_ptr<market::BarWriter>(std::make_unique<SqliteBarWriter>(*m_connection, std::move(*transaction), m_origin));
}

Result<std::vector<Bar>> SqliteBarStore::read(const SeriesKey& key, Timestamp from, Timestamp to)
{
    const auto series = findSeries(*m_connection, key);
    if (!series)
        return series.error();
    if (!series->has_value())
        return notFound("market.series-unknown", key.symbol + " " + std::string(name(key.interval)) + " from " + key.source);
    if (to <= from)
        return std::vector<Bar>{};
    auto blocks = readBlocks(*m_connection, **series, from, Timestamp(to.nanos - 1));
    if (!blocks)
        return blocks.error();
    auto& bars = blocks->bars;
    const auto before = [](const Bar& bar, Timestamp time) { return bar.start < time; };
    bars.erase(std::lower_bound(bars.begin(), bars.end(), to, before), bars.end());
    bars.erase(bars.begin(), std::lower_bound(bars.begin(), bars.end(), from, before));
    return std::move(bars);
}

Result<std::vector<SeriesInfo>> SqliteBarStore::series()
{
    auto query = m_connection->statement(
        "SELECT s.symbol, s.interval_seconds, s.source, coalesce(sum(b.count), 0), coalesce(min(b.first_start), 0), coalesce(max(b.last_start), 0) "
        "FROM bar_series s LEFT JOIN bar_block b ON b.series_id = s.id GROUP BY s.id ORDER BY s.symbol, s.interval_seconds, s.source");
    if (!query)
        return query.error();
    std::vector<SeriesInfo> all;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return all;
        all.push_back({{query->text(0), static_cast<BarInterval>(query->integer(1)), query->text(2)}, query->integer(3),
            Timestamp(query->integer(4)), Timestamp(query->integer(5))});
    }
}

Result<std::vector<market::BarVersion>> SqliteBarStore::versions(const SeriesKey& key, Timestamp from, Timestamp to)
{
    const auto series = findSeries(*m_connection, key);
    if (!series)
        return series.error();
    std::vector<market::BarVersion> all;
    if (!series->has_value() || to <= from)
        return all;
    auto query = m_connection->statement("SELECT until, origin, payload FROM bar_version WHERE series_id = ? AND start >= ? AND start < ? ORDER BY start, until");
    if (!query)
        return query.error();
    query->bind(**series).bind(from.nanos).bind(to.nanos);
    std::vector<Bar> bars;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return all;
        bars.clear();
        if (auto done = decodeBars(query->bytes(2), bars); !done)
            return Error{done.error().kind, done.error().code, m_connection->path() + ": " + done.error().detail};
        if (bars.size() != 1)
            return corrupt("storage.corrupt", m_connection->path() + ": a former value holds " + std::to_string(bars.size()) + " bars");
        all.push_back({bars.front(), {query->integer(1), Timestamp(query->integer(0))}});
    }
}

Result<void> SqliteBarStore::remove(const SeriesKey& key)
{
    auto query = m_connection->statement("DELETE FROM bar_series WHERE symbol = ? AND interval_seconds = ? AND source = ?");
    if (!query)
        return query.error();
    query->bind(key.symbol).bind(static_cast<std::int64_t>(key.interval)).bind(key.source);
    const auto removed = query->run();
    if (!removed)
        return removed.error();
    if (*removed == 0)
        return notFound("market.series-unknown", key.symbol + " " + std::string(name(key.interval)) + " from " + key.source);
    return {};
}

} // namespace rialto::storage
