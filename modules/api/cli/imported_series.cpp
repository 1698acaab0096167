// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/imported_series.h"

#include "integration/imported_instrument.h"
#include "market/bar_store.h"
#include "services/app_services.h"

#include <algorithm>

namespace rialto::cli {

namespace {

constexpr std::uint32_t kFirstImportedId = 20'001; // far above the demo's instruments

} // namespace

Result<void> enterInstruments(AppServices& services, market::BarStore& bars, const std::vector<integration::SeriesOutcome>& series, const std::string& zone,
    const std::string& currency, std::vector<std::string>& assumptions)
{
    for (const auto& each : series) {
        std::uint32_t id = kFirstImportedId;
        bool known = false;
        services.query([&](const Engine& engine) {
            known = engine.findInstrument(each.symbol) != nullptr;
            if (!engine.instruments().empty())
                id = std::max(id, engine.instruments().rbegin()->first.value + 1);
        });
        if (known)
            continue;
        std::vector<Bar> stored;
        if (each.interval == "1m" || each.interval == "1h" || each.interval == "1d") {
            const auto interval = each.interval == "1m" ? BarInterval::Minute : each.interval == "1h" ? BarInterval::Hour : BarInterval::Day;
            auto read = bars.read({each.symbol, interval, each.source});
            if (!read && read.error().code == "market.series-unknown")
                continue; // read and checked, but nothing was kept
            if (!read)
                return read.error();
            stored = std::move(*read);
        } else if (each.interval != "tick") {
            continue;
        }
        std::optional<Currency> told;
        if (!currency.empty()) {
            const auto parsed = Currency::parse(currency);
            if (!parsed)
                return parsed.error();
            told = *parsed;
        }
        const auto made = integration::importedInstrument(InstrumentId(id), each.symbol, stored, zone, told);
        Result<Reply> reply = unavailable("cli.no-answer");
        services.command(AddInstrument{made.instrument}, [&](const Result<Reply>& answer) { reply = answer; });
        if (!reply)
            return reply.error();
        if (!reply->accepted)
            return invalid(reply->refusals.front().code, reply->refusals.front().detail);
        assumptions.push_back(made.assumption);
    }
    return {};
}

} // namespace rialto::cli
