// SPDX-License-Identifier: GPL-3.0-or-later
// CollectedBars: a bar store that lives as long as a verb, so that verbs on plain files read them exactly as an import does.
// Errors: cli.several-series, those of bars_csv.h.
#pragma once

#include "integration/connectors/bars_csv.h"

#include <map>
#include <string>
#include <vector>

namespace rialto::cli {

class CollectedBars final : public market::BarStore {
public:
    Result<std::unique_ptr<market::BarWriter>> beginWrite() override;
    Result<std::vector<Bar>> read(const market::SeriesKey& key, Timestamp from, Timestamp to) override;
    Result<std::vector<market::SeriesInfo>> series() override;
    Result<void> remove(const market::SeriesKey& key) override;

    std::map<market::SeriesKey, std::map<std::int64_t, Bar>> bars;
};

struct FileBars {
    market::SeriesKey key;
    std::vector<Bar> bars;
    integration::ImportReport report;
};
/// The one series that the file holds.
Result<FileBars> barsOfFile(const std::string& path, integration::ImportOptions options);

} // namespace rialto::cli
