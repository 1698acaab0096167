// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any bytes given to the verbs of analysis: tables have as many cells as they say, days ascend, and what is
// read is finite or missing.
#pragma once

#include "analytics/attribution/linking.h"
#include "analytics/input/attribution_file.h"
#include "analytics/input/flow_file.h"
#include "analytics/input/text_table.h"
#include "analytics/performance/xirr.h"
#include "base/check.h"

#include <cmath>
#include <cstdint>

namespace rialto::fuzzing {

inline void runAnalysisTarget(const std::uint8_t* data, std::size_t size)
{
    using namespace rialto::analytics;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto table = TextTable::parse(bytes)) {
        RIALTO_CHECK(table->rows() > 0 && table->columns() > 0, "a table without cells was accepted");
        if (const auto columns = datedColumns(*table)) {
            RIALTO_CHECK(columns->names.size() == columns->columns.size(), "columns and names differ");
            for (const auto& column : columns->columns) {
                RIALTO_CHECK(column.size() == columns->dates.size(), "a column is shorter than the days");
                for (const double each : column)
                    RIALTO_CHECK(!std::isinf(each), "an infinite number was read");
            }
            for (std::size_t i = 1; i < columns->dates.size(); ++i)
                RIALTO_CHECK(columns->dates[i - 1] < columns->dates[i], "days do not ascend");
        }
    }
    if (const auto file = FlowFile::parse(bytes))
        for (const auto& each : file->cases) {
            for (const auto& flow : each.flows)
                RIALTO_CHECK(std::isfinite(flow.amount), "a flow is not finite");
            if (each.flows.size() < 64)
                if (const auto rate = xirr(each.flows))
                    for (const double root : rate->roots)
                        RIALTO_CHECK(root >= -1, "a rate below -1");
        }
    if (const auto file = AttributionFile::parse(bytes)) {
        std::vector<double> portfolio, benchmark;
        for (const auto& period : file->periods) {
            (void)karnoskySinger(period.sectors, -1);
            if (const auto effects = brinson(period.plain())) {
                portfolio.push_back(effects->portfolioReturn);
                benchmark.push_back(effects->benchmarkReturn);
            }
        }
        for (const auto method : {LinkingMethod::Carino, LinkingMethod::Menchero, LinkingMethod::Grap, LinkingMethod::Frongello})
            (void)linkingFactors(portfolio, benchmark, method);
    }
}

} // namespace rialto::fuzzing
