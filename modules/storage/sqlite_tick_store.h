// SPDX-License-Identifier: GPL-3.0-or-later
// SqliteTickStore: TickStore on market.db, in packed blocks as SqliteBarStore. Belongs to the thread that opened its connection.
#pragma once

#include "market/tick_store.h"
#include "storage/connection.h"

namespace rialto::storage {

class SqliteTickStore final : public market::TickStore {
public:
    explicit SqliteTickStore(std::unique_ptr<Connection> connection);
    ~SqliteTickStore() override;

    Result<std::unique_ptr<market::TickWriter>> beginWrite() override;
    Result<std::vector<market::Tick>> read(const market::TickSeriesKey& key, Timestamp from = market::kBeginningOfTime,
        Timestamp to = market::kEndOfTime) override;
    Result<std::vector<market::TickSeriesInfo>> series() override;

private:
    std::unique_ptr<Connection> m_connection;
};

} // namespace rialto::storage
