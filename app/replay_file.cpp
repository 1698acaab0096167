// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay_file.h"

#include "simulator/demo_instruments.h"
#include "domain/time_zone.h"
#include "integration/connectors/bars_csv.h"
#include "storage/memory_bar_store.h"

namespace rialto::app {

namespace {

constexpr char kZone[] = "America/New_York";

Instrument shareNamed(const std::string& symbol, InstrumentId id)
{
    Instrument instrument;
    instrument.id = id;
    instrument.symbol = symbol;
    instrument.mic = "XSIM";
    instrument.name = symbol + " (replayed)";
    instrument.nameZh = symbol + "（回放）";
    instrument.calendarId = "XNYS";
    instrument.timeZone = kZone;
    instrument.spec.currency = Currency::literal("USD");
    instrument.spec.tick = Price::literal("0.01");
    instrument.spec.lot = Quantity::of(1);
    instrument.spec.settlementDays = 1;
    instrument.details = Equity{};
    return instrument;
}

} // namespace

Result<ReplayFile> readReplayFile(const std::string& path, InstrumentId id)
{
    storage::MemoryBarStore bars;
    integration::ImportOptions options;
    options.zone = kZone;
    if (const auto imported = integration::importFile(path, options, {bars, nullptr}); !imported)
        return imported.error();
    const auto stored = bars.series();
    if (!stored)
        return stored.error();
    for (const auto& info : *stored) {
        if (info.key.interval != BarInterval::Minute || info.count == 0)
            continue;
        auto minutes = bars.read(info.key);
        if (!minutes)
            return minutes.error();
        const auto day = localDate(info.first, kZone);
        if (!day)
            return day.error();
        market::ReplaySeries series{id, kNanosPerMinute, std::move(*minutes)};
        auto listing = simulator::listingFor(shareNamed(info.key.symbol, id), series);
        return ReplayFile{std::move(listing), std::move(series), *day};
    }
    return invalid("replay.no-minute-bars", path);
}

} // namespace rialto::app
