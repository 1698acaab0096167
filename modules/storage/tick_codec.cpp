// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tick_codec.h"

#include "storage/column_codec.h"

#include <array>

namespace rialto::storage {

using market::Tick;
using market::TickKind;

namespace {

constexpr std::uint8_t kTickFormat = 2;
enum TickColumn { Time, Kind, Bid, Ask, BidSize, AskSize, TickColumns };

} // namespace

std::vector<std::uint8_t> encodeTicks(std::span<const Tick> ticks)
{
    RIALTO_CHECK(ticks.size() <= kTicksPerBlock, "a block holds a bounded number of ticks");
    std::array<std::vector<std::int64_t>, TickColumns> columns;
    Tick last;
    for (const Tick& tick : ticks) {
        columns[Time].push_back(wrappingMinus(tick.time.nanos, last.time.nanos));
        columns[Kind].push_back(static_cast<std::int64_t>(tick.kind));
        columns[Bid].push_back(wrappingMinus(tick.bid.raw(), last.bid.raw()));
        columns[Ask].push_back(wrappingMinus(tick.ask.raw(), last.ask.raw()));
        columns[BidSize].push_back(tick.bidSize.raw());
        columns[AskSize].push_back(tick.askSize.raw());
        last = tick;
    }
    ColumnEncoder encoder(kTickFormat);
    encoder.putCount(ticks.size());
    for (const auto& column : columns)
        encoder.putColumn(column);
    return std::move(encoder).finish();
}

Result<void> decodeTicks(std::string_view bytes, std::vector<Tick>& into)
{
    auto decoder = ColumnDecoder::open(bytes, kTickFormat);
    if (!decoder)
        return decoder.error();
    const auto count = decoder->takeCount(kTicksPerBlock);
    if (!count)
        return count.error();
    const auto size = static_cast<std::size_t>(*count);
    std::vector<std::int64_t> values(size * TickColumns);
    const auto column = [&](TickColumn which) { return std::span(values).subspan(size * which, size); };
    for (int which = 0; which < TickColumns; ++which)
        if (auto done = decoder->takeColumn(column(static_cast<TickColumn>(which))); !done)
            return done.error();
    Tick last;
    for (std::size_t i = 0; i < size; ++i) {
        Tick tick;
        tick.time = Timestamp(wrappingPlus(column(Time)[i], last.time.nanos));
        tick.kind = column(Kind)[i] == 0 ? TickKind::Quote : TickKind::Trade;
        tick.bid = Price::fromRaw(wrappingPlus(column(Bid)[i], last.bid.raw()));
        tick.ask = Price::fromRaw(wrappingPlus(column(Ask)[i], last.ask.raw()));
        tick.bidSize = Quantity::fromRaw(column(BidSize)[i]);
        tick.askSize = Quantity::fromRaw(column(AskSize)[i]);
        into.push_back(tick);
        last = tick;
    }
    return {};
}

} // namespace rialto::storage
