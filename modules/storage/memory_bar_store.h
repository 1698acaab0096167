// SPDX-License-Identifier: GPL-3.0-or-later
// MemoryBarStore: BarStore that forgets; for tests, dry runs and the offline demo. One thread.
#pragma once

#include "market/bar_store.h"

#include <map>

namespace rialto::storage {

class MemoryBarStore final : public market::BarStore {
public:
    Result<std::unique_ptr<market::BarWriter>> beginWrite() override;
    Result<std::vector<Bar>> read(const market::SeriesKey& key, Timestamp from = market::kBeginningOfTime,
        Timestamp to = market::kEndOfTime) override;
    Result<std::vector<market::SeriesInfo>> series() override;
    Result<void> remove(const market::SeriesKey& key) override;

private:
    friend class MemoryBarWriter;
    using Series = std::map<Timestamp, Bar>;
    std::map<market::SeriesKey, Series> m_series;
};

} // namespace rialto::storage
