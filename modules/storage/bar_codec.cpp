// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/bar_codec.h"

#include "storage/column_codec.h"

#include <algorithm>
#include <array>

namespace rialto::storage {

namespace {

constexpr std::uint8_t kFormat = 1;
enum Column { Start, Open, Close, High, Low, Volume, Columns };

} // namespace

std::vector<std::uint8_t> encodeBars(std::span<const Bar> bars)
{
    RIALTO_CHECK(bars.size() <= kBarsPerBlock, "a block holds a bounded number of bars");
    std::array<std::vector<std::int64_t>, Columns> columns;
    for (auto& column : columns)
        column.reserve(bars.size());
    std::int64_t lastStart = 0;
    std::int64_t lastStep = 0;
    std::int64_t lastClose = 0;
    for (const Bar& bar : bars) {
        const std::int64_t step = wrappingMinus(bar.start.nanos, lastStart);
        columns[Start].push_back(wrappingMinus(step, lastStep));
        lastStart = bar.start.nanos;
        lastStep = columns[Start].size() == 1 ? 0 : step; // the first step is the whole time since 1970
        columns[Open].push_back(wrappingMinus(bar.open.raw(), lastClose));
        columns[Close].push_back(wrappingMinus(bar.close.raw(), bar.open.raw()));
        columns[High].push_back(wrappingMinus(bar.high.raw(), std::max(bar.open, bar.close).raw()));
        columns[Low].push_back(wrappingMinus(std::min(bar.open, bar.close).raw(), bar.low.raw()));
        columns[Volume].push_back(bar.volume.raw());
        lastClose = bar.close.raw();
    }
    ColumnEncoder encoder(kFormat);
    encoder.putCount(bars.size());
    for (const auto& column : columns)
        encoder.putColumn(column);
    return std::move(encoder).finish();
}

Result<void> decodeBars(std::string_view bytes, std::vector<Bar>& into)
{
    auto decoder = ColumnDecoder::open(bytes, kFormat);
    if (!decoder)
        return decoder.error();
    const auto count = decoder->takeCount(kBarsPerBlock);
    if (!count)
        return count.error();
    const auto size = static_cast<std::size_t>(*count);
    std::vector<std::int64_t> values(size * Columns);
    const auto column = [&](Column which) { return std::span(values).subspan(size * which, size); };
    for (int which = 0; which < Columns; ++which)
        if (auto done = decoder->takeColumn(column(static_cast<Column>(which))); !done)
            return done.error();
    std::int64_t start = 0;
    std::int64_t step = 0;
    std::int64_t close = 0;
    const std::size_t base = into.size();
    into.resize(base + size);
    for (std::size_t i = 0; i < size; ++i) {
        const std::int64_t thisStep = wrappingPlus(column(Start)[i], step);
        start = wrappingPlus(start, thisStep);
        step = i == 0 ? 0 : thisStep;
        const std::int64_t open = wrappingPlus(column(Open)[i], close);
        close = wrappingPlus(column(Close)[i], open);
        Bar& bar = into[base + i];
        bar.start = Timestamp(start);
        bar.open = Price::fromRaw(open);
        bar.close = Price::fromRaw(close);
        bar.high = Price::fromRaw(wrappingPlus(column(High)[i], std::max(open, close)));
        bar.low = Price::fromRaw(wrappingMinus(std::min(open, close), column(Low)[i]));
        bar.volume = Quantity::fromRaw(column(Volume)[i]);
    }
    return {};
}

} // namespace rialto::storage
