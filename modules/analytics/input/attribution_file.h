// SPDX-License-Identifier: GPL-3.0-or-later
// AttributionFile: weights and returns of sectors, one period or several, from text. CSV: sector,wp,wb,rp,rb and, if wanted,
// period, cash, fx, hp, hb (usual long names are known, too). JSON: {"sectors": [...], "wp": [...], "wb": [...], "rp": [...],
// "rb": [...]} (also "cash", "fx", "hp", "hb"), or {"periods": [...]} or a list of such. Pure; any thread.
// Errors: those of TextTable, analysis.json, analysis.attribution.
#pragma once

#include "analytics/attribution/brinson.h"
#include "analytics/attribution/currency_attribution.h"
#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace rialto::analytics {

struct AttributionPeriod {
    std::string name;
    std::vector<CurrencySector> sectors;   // cash and currency are zero when the file has none
    std::vector<Sector> plain() const;
};

struct AttributionFile {
    std::vector<AttributionPeriod> periods;
    bool currencies = false;               // cash or currency returns, or exposures, are given

    static Result<AttributionFile> parse(std::string_view text);
};

} // namespace rialto::analytics
