// SPDX-License-Identifier: GPL-3.0-or-later
// MemoryTickStore: TickStore that forgets; for tests and dry runs. One thread.
#pragma once

#include "market/tick_store.h"

namespace rialto::storage {

class MemoryTickStore final : public market::TickStore {
public:
    Result<std::unique_ptr<market::TickWriter>> beginWrite() override;
    Result<std::vector<market::Tick>> read(const market::TickSeriesKey& key, Timestamp from = market::kBeginningOfTime,
        Timestamp to = market::kEndOfTime) override;
    Result<std::vector<market::TickSeriesInfo>> series() override;

private:
    friend class MemoryTickWriter;
    std::map<market::TickSeriesKey, std::vector<market::Tick>> m_series;
};

} // namespace rialto::storage
