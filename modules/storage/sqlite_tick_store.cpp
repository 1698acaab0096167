// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite_tick_store.h"

#include "base/hash.h"
#include "storage/tick_codec.h"

#include <algorithm>
#include <optional>

namespace rialto::storage {

using market::Tick;
using market::TickSeriesInfo;
using market::TickSeriesKey;
using market::WriteCounts;

namespace {

Result<std::optional<std::int64_t>> findTickSeries(Connection& connection, const TickSeriesKey& key)
{
    auto query = connection.statement("SELECT id FROM tick_series WHERE symbol = ? AND source = ?");
    if (!query)
        return query.error();
    query->bind(key.symbol).bind(key.source);
    const auto row = query->step();
    if (!row)
        return row.error();
    return *row ? std::optional(query->integer(0)) : std::nullopt;
}

void addTick(Hasher& hasher, const Tick& tick)
{
    hasher.add(tick.time.nanos).add(static_cast<std::int64_t>(tick.kind)).add(tick.bid.raw()).add(tick.ask.raw()).add(tick.bidSize.raw()).add(tick.askSize.raw());
}

/// Blocks that touch [from, to], both included, one after the other; `newestId` leaves out what this transaction wrote.
template <class Visit>
Result<void> eachBlock(Connection& connection, std::int64_t series, Timestamp from, Timestamp to, std::int64_t newestId, Visit visit)
{
    auto query = connection.statement("SELECT id, payload FROM tick_block WHERE series_id = ? AND last_time >= ? AND first_time <= ? AND id <= ? "
                                      "ORDER BY first_time, id");
    if (!query)
        return query.error();
    query->bind(series).bind(from.nanos).bind(to.nanos).bind(newestId);
    std::vector<Tick> ticks;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        ticks.clear();
        if (auto done = decodeTicks(query->bytes(1), ticks); !done)
            return Error{done.error().kind, done.error().code, connection.path() + ": " + done.error().detail};
        visit(query->integer(0), ticks);
    }
}

class SqliteTickWriter final : public market::TickWriter {
public:
    SqliteTickWriter(Connection& connection, Transaction transaction, std::int64_t newestId)
        : m_connection(connection), m_transaction(std::move(transaction)), m_newestId(newestId)
    {
    }

    Result<void> append(const TickSeriesKey& key, std::span<const Tick> ticks) override
    {
        if (ticks.empty())
            return {};
        auto place = m_open.find(key);
        if (place == m_open.end()) {
            const auto id = seriesId(key);
            if (!id)
                return id.error();
            place = m_open.try_emplace(key).first;
            place->second.id = *id;
            place->second.first = ticks.front().time;
            place->second.last = ticks.front().time;
        }
        Open& open = place->second;
        for (const Tick& tick : ticks) {
            if (tick.time < open.last)
                return invalid("market.ticks-not-rising", key.symbol);
            open.last = tick.time;
            open.waiting.push_back(tick);
            addTick(open.hasher, tick);
            ++open.count;
            if (open.waiting.size() == kTicksPerBlock)
                if (auto done = writeBlock(open.id, open.waiting); !done)
                    return done;
        }
        return {};
    }

    Result<std::map<TickSeriesKey, WriteCounts>> finish(bool keep) override
    {
        std::map<TickSeriesKey, WriteCounts> all;
        for (auto& [key, open] : m_open) {
            auto counts = close(open);
            if (!counts)
                return counts.error();
            all.emplace(key, *counts);
        }
        if (keep)
            if (auto done = m_transaction.commit(); !done)
                return done.error();
        return all;
    }

private:
    struct Open {
        std::int64_t id = 0;
        Timestamp first;
        Timestamp last;
        std::vector<Tick> waiting;
        Hasher hasher;
        std::int64_t count = 0;
    };

    Result<WriteCounts> close(Open& open)
    {
        if (auto done = writeBlock(open.id, open.waiting); !done)
            return done.error();
        Hasher old;
        std::int64_t inRange = 0;
        std::vector<std::int64_t> ids;
        std::vector<Tick> before;
        std::vector<Tick> after;
        const auto read = eachBlock(m_connection, open.id, open.first, open.last, m_newestId, [&](std::int64_t id, const std::vector<Tick>& ticks) {
            ids.push_back(id);
            for (const Tick& tick : ticks) {
                if (tick.time < open.first) {
                    before.push_back(tick);
                } else if (tick.time > open.last) {
                    after.push_back(tick);
                } else {
                    addTick(old, tick);
                    ++inRange;
                }
            }
        });
        if (!read)
            return read.error();
        WriteCounts counts;
        if (inRange == open.count && old.value() == open.hasher.value()) {
            counts.unchanged = inRange;
            return counts.unchanged > 0 ? dropNew(open.id, counts) : counts;
        }
        counts.inserted = open.count;
        counts.erased = inRange;
        auto remove = m_connection.statement("DELETE FROM tick_block WHERE id = ?");
        if (!remove)
            return remove.error();
        for (const std::int64_t id : ids) {
            remove->bind(id);
            if (auto done = remove->run(); !done)
                return done.error();
        }
        for (auto* rest : {&before, &after})
            if (auto done = writeBlocks(open.id, *rest); !done)
                return done.error();
        return counts;
    }

    Result<WriteCounts> dropNew(std::int64_t series, WriteCounts counts)
    {
        auto remove = m_connection.statement("DELETE FROM tick_block WHERE series_id = ? AND id > ?");
        if (!remove)
            return remove.error();
        remove->bind(series).bind(m_newestId);
        const auto done = remove->run();
        if (!done)
            return done.error();
        return counts;
    }

    Result<std::int64_t> seriesId(const TickSeriesKey& key)
    {
        const auto found = findTickSeries(m_connection, key);
        if (!found)
            return found.error();
        if (found->has_value())
            return **found;
        auto insert = m_connection.statement("INSERT INTO tick_series (symbol, source) VALUES (?, ?)");
        if (!insert)
            return insert.error();
        insert->bind(key.symbol).bind(key.source);
        if (auto done = insert->run(); !done)
            return done.error();
        return insert->lastInsertId();
    }

    Result<void> writeBlocks(std::int64_t series, std::span<const Tick> ticks)
    {
        for (std::size_t at = 0; at < ticks.size(); at += kTicksPerBlock) {
            const auto part = ticks.subspan(at, std::min(kTicksPerBlock, ticks.size() - at));
            std::vector<Tick> block(part.begin(), part.end());
            if (auto done = writeBlock(series, block); !done)
                return done;
        }
        return {};
    }

    /// Empties the block.
    Result<void> writeBlock(std::int64_t series, std::vector<Tick>& block)
    {
        if (block.empty())
            return {};
        auto insert = m_connection.statement("INSERT INTO tick_block (series_id, first_time, last_time, count, payload) VALUES (?, ?, ?, ?, ?)");
        if (!insert)
            return insert.error();
        insert->bind(series).bind(block.front().time.nanos).bind(block.back().time.nanos).bind(static_cast<std::int64_t>(block.size()));
        insert->bindBytes(encodeTicks(block));
        block.clear();
        const auto done = insert->run();
        return done ? Result<void>() : Result<void>(done.error());
    }

    Connection& m_connection;
    Transaction m_transaction;
    std::int64_t m_newestId; // of the blocks that were there before
    std::map<TickSeriesKey, Open> m_open;
};

} // namespace

SqliteTickStore::SqliteTickStore(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
SqliteTickStore::~SqliteTickStore() = default;

Result<std::unique_ptr<market::TickWriter>> SqliteTickStore::beginWrite()
{
    auto transaction = Transaction::begin(*m_connection);
    if (!transaction)
        return transaction.error();
    std::int64_t newestId = 0;
    {
        auto newest = m_connection->statement("SELECT coalesce(max(id), 0) FROM tick_block");
        if (!newest)
            return newest.error();
        if (const auto row = newest->step(); !row)
            return row.error();
        newestId = newest->integer(0);
    }
    return std::unique_ptr<market::TickWriter>(std::make_unique<SqliteTickWriter>(*m_connection, std::move(*transaction), newestId));
}

Result<std::vector<Tick>> SqliteTickStore::read(const TickSeriesKey& key, Timestamp from, Timestamp to)
{
    const auto series = findTickSeries(*m_connection, key);
    if (!series)
        return series.error();
    if (!series->has_value())
        return notFound("market.series-unknown", key.symbol + " ticks from " + key.source);
    std::vector<Tick> all;
    if (to <= from)
        return all;
    const auto done = eachBlock(*m_connection, **series, from, Timestamp(to.nanos - 1), std::numeric_limits<std::int64_t>::max(),
        [&](std::int64_t, const std::vector<Tick>& ticks) {
            for (const Tick& tick : ticks)
                if (tick.time >= from && tick.time < to)
                    all.push_back(tick);
        });
    if (!done)
        return done.error();
    return all;
}

Result<std::vector<TickSeriesInfo>> SqliteTickStore::series()
{
    auto query = m_connection->statement("SELECT s.symbol, s.source, coalesce(sum(b.count), 0), coalesce(min(b.first_time), 0), coalesce(max(b.last_time), 0) "
                                         "FROM tick_series s LEFT JOIN tick_block b ON b.series_id = s.id GROUP BY s.id ORDER BY s.symbol, s.source");
    if (!query)
        return query.error();
    std::vector<TickSeriesInfo> all;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return all;
        all.push_back({{query->text(0), query->text(1)}, query->integer(2), Timestamp(query->integer(3)), Timestamp(query->integer(4))});
    }
}

} // namespace rialto::storage
