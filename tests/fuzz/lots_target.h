// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any bytes that pretend to be a trade history: they are refused with a sentence, or every method that
// takes them conserves the basis.
#pragma once

#include "ledger/input/lots_csv.h"
#include "ledger/lots/pool_rule.h"

#include <cstdint>

namespace rialto::fuzzing {

inline void runLotsTarget(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)readTradeSentence(text.substr(0, 80));
    (void)readShareRatio(text.substr(0, 40));
    const auto file = readLotsCsv(text);
    if (!file) {
        RIALTO_CHECK(!file.error().detail.empty(), "a refusal says nothing");
        return;
    }
    for (const LotMethod method : {LotMethod::Fifo, LotMethod::Lifo, LotMethod::Hifo, LotMethod::Average, LotMethod::Specific, LotMethod::None}) {
        LotOptions options;
        options.method = method;
        options.allowShort = method == LotMethod::Lifo;
        if (method == LotMethod::Hifo)
            options.washSale = WashSaleRule{};
        options.deferDividendTax = true;
        const auto run = runLots(file->events, options, RowOrder::Either);
        RIALTO_CHECK(!run || run->keeper.check().ok(), "a basis was lost");
        RIALTO_CHECK(run || !run.error().detail.empty(), "a refusal says nothing");
    }
    const auto pooled = runPoolRule(file->events, {}, {});
    RIALTO_CHECK(pooled || !pooled.error().detail.empty(), "a refusal says nothing");
}

} // namespace rialto::fuzzing
