// SPDX-License-Identifier: GPL-3.0-or-later
// SqliteBarStore: BarStore on market.db. Bars lie in packed blocks (bar_codec.h), each with a hash: measured against one SQL
// row a bar this writes and reads many times as fast in a fifth of the space (docs/adr/0030-storage.md).
// Belongs to the thread that opened its connection.
#pragma once

#include "market/bar_store.h"
#include "storage/connection.h"

#include <memory>

namespace rialto::storage {

class SqliteBarStore final : public market::BarStore {
public:
    /// The schema "market" must be there (Book::open, applyMigrations).
    explicit SqliteBarStore(std::unique_ptr<Connection> connection);
    ~SqliteBarStore() override;

    Result<std::unique_ptr<market::BarWriter>> beginWrite() override;
    Result<std::vector<Bar>> read(const market::SeriesKey& key, Timestamp from = market::kBeginningOfTime,
        Timestamp to = market::kEndOfTime) override;
    Result<std::vector<market::SeriesInfo>> series() override;
    Result<void> remove(const market::SeriesKey& key) override;
    void setOrigin(const market::BarOrigin& origin) override { m_origin = origin; }
    Result<std::vector<market::BarVersion>> versions(const market::SeriesKey& key, Timestamp from = market::kBeginningOfTime,
        Timestamp to = market::kEndOfTime) override;

private:
    std::unique_ptr<Connection> m_connection;
    market::BarOrigin m_origin;
};

} // namespace rialto::storage
