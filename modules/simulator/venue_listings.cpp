// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/venue_listings.h"

#include <algorithm>
#include <set>

namespace rialto::simulator {

namespace {

std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

AssetClass classOf(const matching::MarketRules& rules)
{
    const auto starts = [&](std::string_view word) { return rules.id.compare(0, word.size(), word) == 0; };
    return starts("bond") ? AssetClass::Bond
         : starts("fx") ? AssetClass::FxPair
         : starts("crypto") ? AssetClass::Crypto
         : starts("futures") ? AssetClass::Future
                             : AssetClass::Equity;
}

/// A price of the domain in the profile's units, and back.
std::int64_t unitRaw(const matching::MarketRules& rules)
{
    std::int64_t unit = kFixedOne;
    for (int i = 0; i < rules.unitDecimals && unit > 1; ++i)
        unit /= 10;
    return unit;
}

void adapt(const matching::MarketRules& rules, Listing& listing)
{
    ContractSpec& spec = listing.instrument.spec;
    const std::int64_t unit = unitRaw(rules);
    const std::int64_t before = spec.tick.raw();
    // Pairs and coins have ticks of their own; a profile's finest unit would make their books needlessly deep.
    if (listing.instrument.assetClass() == AssetClass::Equity || listing.instrument.assetClass() == AssetClass::Bond)
        spec.tick = Price::fromRaw(std::max<std::int64_t>(rules.tickAt(listing.startPrice.raw() / unit) * unit, 1));
    listing.spreadTicks = static_cast<int>(std::clamp<std::int64_t>(listing.spreadTicks * before / spec.tick.raw(), 1, 100'000));
    if (rules.buyLot > 1)
        spec.lot = Quantity::of(rules.buyLot);
    spec.settlementDays = rules.settlementDays;
}

FeeRule feesOf(const matching::MarketRules& rules)
{
    FeeRule rule;
    for (const matching::Fee& fee : rules.fees) {
        if (fee.applies == matching::Fee::Applies::Buy)
            rule.buyTaxPpm += fee.perMillion;
        else if (fee.applies == matching::Fee::Applies::Sell)
            rule.sellTaxPpm += fee.perMillion;
        else
            rule.commissionPpm += fee.perMillion;
        rule.minimumMinor = std::max(rule.minimumMinor, fee.minimumMinor);
    }
    return rule;
}

void addWithSources(const std::vector<Listing>& all, const Listing& listing, std::set<std::uint32_t>& wanted)
{
    if (!wanted.insert(listing.instrument.id.value).second)
        return;
    const auto also = [&](InstrumentId id) {
        for (const Listing& each : all)
            if (id.valid() && each.instrument.id == id)
                addWithSources(all, each, wanted);
    };
    for (const BasketPart& part : listing.basket)
        also(part.instrument);
    also(listing.crossLeft);
    also(listing.crossRight);
    if (const auto* future = std::get_if<Future>(&listing.instrument.details))
        also(future->underlying);
    if (const auto* option = std::get_if<Option>(&listing.instrument.details))
        also(option->underlying);
}

std::vector<Listing> picked(const std::vector<Listing>& all, const std::set<std::uint32_t>& wanted)
{
    std::vector<Listing> list;
    std::copy_if(all.begin(), all.end(), std::back_inserter(list), [&](const Listing& each) { return wanted.count(each.instrument.id.value) != 0; });
    return list;
}

} // namespace

Result<void> listAt(const matching::MarketRules& rules, SimulatorConfig& config)
{
    const AssetClass wantedClass = classOf(rules);
    std::set<std::uint32_t> wanted;
    for (const Listing& listing : config.listings) {
        const bool anyCurrency = wantedClass == AssetClass::FxPair || wantedClass == AssetClass::Crypto;
        if (listing.instrument.assetClass() == wantedClass && (anyCurrency || listing.instrument.spec.currency.code() == rules.currency))
            addWithSources(config.listings, listing, wanted);
    }
    if (wanted.empty())
        return notFound("simulator.venue-empty", rules.id);
    config.listings = picked(config.listings, wanted);
    for (Listing& listing : config.listings)
        if (listing.instrument.assetClass() == wantedClass)
            adapt(rules, listing);
    config.fees.set(wantedClass, "", feesOf(rules));
    config.priceLimitBp = rules.limits.empty() ? 0 : rules.limits.front().basisPoints;
    return {};
}

Result<std::vector<Listing>> onlyThese(const std::vector<Listing>& all, const std::vector<std::string>& symbols)
{
    std::set<std::uint32_t> wanted;
    for (const std::string& symbol : symbols) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const Listing& each) { return upper(each.instrument.symbol) == upper(symbol); });
        if (found == all.end())
            return notFound("simulator.instrument-unknown", symbol);
        addWithSources(all, *found, wanted);
    }
    return picked(all, wanted);
}

} // namespace rialto::simulator
