// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/program_planner.h"

#include <algorithm>
#include <map>
#include <set>

namespace rialto {

namespace {

Result<const Instrument*> instrumentOf(const Engine& engine, InstrumentId id)
{
    const auto it = engine.instruments().find(id);
    if (it == engine.instruments().end())
        return notFound("engine.instrument-unknown", std::to_string(id.value));
    return &it->second;
}

Result<void> checkAccounts(const Engine& engine, const std::vector<AccountId>& accounts)
{
    std::set<AccountId> seen;
    if (accounts.empty())
        return invalid("desk.accounts", "none");
    for (const AccountId id : accounts) {
        const auto it = engine.accounts().find(id);
        if (it == engine.accounts().end())
            return notFound("engine.account-unknown", std::to_string(id.value));
        if (!seen.insert(id).second)
            return invalid("desk.accounts", it->second.number + " twice");
    }
    return {};
}

// By equity: what an account is worth in that currency, nothing when that is negative.
std::vector<std::int64_t> equities(const Engine& engine, const std::vector<AccountId>& accounts, const Currency& currency)
{
    std::vector<std::int64_t> weights;
    for (const AccountId id : accounts)
        weights.push_back(std::max<std::int64_t>(engine.equity(id, currency).minor(), 0));
    return weights;
}

Result<std::vector<Quantity>> toModel(const Engine& engine, const BlockPlan& plan, const Instrument& instrument)
{
    const auto price = engine.mark(instrument.id);
    if (!price)
        return notFound("desk.no-price", instrument.symbol);
    if (plan.weights.size() != 1)
        return invalid("desk.model-weights", "one target is wanted");
    std::vector<Quantity> shares;
    for (const AccountId id : plan.accounts) {
        const auto gap = quantityToModel({engine.equity(id, instrument.spec.currency), engine.ledger().position(id, instrument.id), plan.weights.front()},
            *price, instrument.spec.multiplier, instrument.spec.lot);
        if (!gap)
            return gap.error();
        shares.push_back(gap->isPositive() == (plan.side == Side::Buy) ? gap->abs() : Quantity());
    }
    return shares;
}

} // namespace

Result<AllocationMethod> parseAllocationMethod(std::string_view text)
{
    constexpr std::string_view kNames[] = {"pro-rata", "percent", "equal", "model", "manual"};
    for (std::size_t i = 0; i < std::size(kNames); ++i)
        if (text == kNames[i])
            return static_cast<AllocationMethod>(i);
    return invalid("desk.method-unknown", std::string(text.substr(0, 40)));
}

Result<std::vector<BlockShare>> planBlock(const Engine& engine, const BlockPlan& plan)
{
    const auto instrument = instrumentOf(engine, plan.instrument);
    if (!instrument)
        return instrument.error();
    if (const auto good = checkAccounts(engine, plan.accounts); !good)
        return good.error();
    const Quantity lot = (*instrument)->spec.lot;
    const bool counted = plan.method == AllocationMethod::Percent || (plan.method == AllocationMethod::ProRata && !plan.weights.empty());
    if (counted && plan.weights.size() != plan.accounts.size())
        return invalid("oms.allocation-weights", std::to_string(plan.weights.size()) + " for " + std::to_string(plan.accounts.size()) + " accounts");
    if (plan.method == AllocationMethod::Manual && plan.shares.size() != plan.accounts.size())
        return invalid("oms.allocation-weights", std::to_string(plan.shares.size()) + " for " + std::to_string(plan.accounts.size()) + " accounts");
    Result<std::vector<Quantity>> shares = invalid("desk.method-unknown");
    switch (plan.method) {
    case AllocationMethod::ProRata:
        shares = allocateProRata(plan.quantity, plan.weights.empty() ? equities(engine, plan.accounts, (*instrument)->spec.currency) : plan.weights, lot);
        break;
    case AllocationMethod::Percent: shares = allocatePercent(plan.quantity, plan.weights, lot); break;
    case AllocationMethod::Equal: shares = allocateEqual(plan.quantity, plan.accounts.size(), lot); break;
    case AllocationMethod::Model: shares = toModel(engine, plan, **instrument); break;
    case AllocationMethod::Manual: shares = allocateManual(plan.quantity, plan.shares, lot); break;
    }
    if (!shares)
        return shares.error();
    std::vector<BlockShare> out;
    for (std::size_t i = 0; i < plan.accounts.size(); ++i)
        if ((*shares)[i].isPositive())
            out.push_back({plan.accounts[i], (*shares)[i]});
    if (out.empty())
        return invalid("desk.no-gap", (*instrument)->symbol);
    return out;
}

Result<std::vector<PlaceBlock>> planProgram(const Engine& engine, const ProgramPlan& plan)
{
    if (const auto good = checkAccounts(engine, plan.accounts); !good)
        return good.error();
    struct Leg {
        const Instrument* instrument = nullptr;
        Price price;
        std::int64_t basisPoints = 0;
        std::vector<BlockShare> buys;
        std::vector<BlockShare> sells;
    };
    std::vector<Leg> legs;
    std::set<InstrumentId> seen;
    std::map<std::string, std::int64_t> weightOf; // by currency
    for (const ModelWeight& weight : plan.model) {
        const auto instrument = instrumentOf(engine, weight.instrument);
        if (!instrument)
            return instrument.error();
        const auto price = engine.mark(weight.instrument);
        if (!price || !price->isPositive())
            return notFound("desk.no-price", (*instrument)->symbol);
        std::int64_t& sum = weightOf[(*instrument)->spec.currency.code()];
        sum += weight.basisPoints;
        if (!seen.insert(weight.instrument).second || weight.basisPoints < 0 || sum > 10'000)
            return invalid("desk.model-weights", (*instrument)->symbol);
        legs.push_back({*instrument, *price, weight.basisPoints, {}, {}});
    }
    for (const AccountId account : plan.accounts) {
        std::map<std::string, Money> equity;
        std::map<std::string, Int128> cost; // of the buys, minor units with the fee allowance
        std::vector<std::pair<std::size_t, Quantity>> buys;
        for (std::size_t i = 0; i < legs.size(); ++i) {
            Leg& leg = legs[i];
            const ContractSpec& spec = leg.instrument->spec;
            auto [worth, fresh] = equity.try_emplace(spec.currency.code());
            if (fresh)
                worth->second = engine.equity(account, spec.currency);
            const Quantity held = engine.ledger().position(account, leg.instrument->id);
            const auto gap = quantityToModel({worth->second, held, leg.basisPoints}, leg.price, spec.multiplier, spec.lot);
            if (!gap)
                return gap.error();
            const auto value = valueOf(*leg.instrument, leg.price, gap->abs());
            if (!value || gap->isZero() || value->minor() / spec.currency.minorPerMajor() < plan.smallestMajor)
                continue;
            if (gap->isNegative()) {
                const Quantity free = Quantity::fromRaw(std::max<std::int64_t>(engine.ledger().available(account, AssetId::of(leg.instrument->id)), 0));
                const Quantity most = Quantity::fromRaw(free.raw() / spec.lot.raw() * spec.lot.raw());
                if (const Quantity sold = std::min(gap->abs(), most); sold.isPositive())
                    leg.sells.push_back({account, sold});
                continue;
            }
            // What is set aside for a market order: through the collar, and the fee allowance on top.
            const int room = plan.type == OrderType::Market ? engine.limits().collarPerMille : plan.limitPerMille;
            cost[spec.currency.code()] += Int128(value->minor()) * (1000 + room) * (1000 + engine.limits().feeAllowancePerMille) / 1'000'000 + 2;
            buys.emplace_back(i, *gap);
        }
        for (const auto& [i, wanted] : buys) {
            Leg& leg = legs[i];
            const ContractSpec& spec = leg.instrument->spec;
            const Int128 need = cost[spec.currency.code()];
            const std::int64_t free = std::max<std::int64_t>(engine.ledger().availableCash(account, spec.currency).minor(), 0);
            Quantity bought = wanted;
            if (need > free) {
                const auto cut = narrow(Int128(wanted.raw()) * free / need);
                bought = Quantity::fromRaw(cut.value_or(0) / spec.lot.raw() * spec.lot.raw());
            }
            if (bought.isPositive())
                leg.buys.push_back({account, bought});
        }
    }
    std::vector<PlaceBlock> blocks;
    for (const Side side : {Side::Sell, Side::Buy})
        for (Leg& leg : legs) {
            auto& shares = side == Side::Sell ? leg.sells : leg.buys;
            if (shares.empty())
                continue;
            PlaceBlock block;
            block.order.commandId = plan.id + (side == Side::Sell ? "-s" : "-b") + std::to_string(leg.instrument->id.value);
            block.order.account = plan.house;
            block.order.instrument = leg.instrument->id;
            block.order.side = side;
            block.order.type = plan.type;
            if (plan.type == OrderType::Limit) {
                const auto room = mulDiv(leg.price.raw(), plan.limitPerMille, 1000, Rounding::Down);
                const std::int64_t raw = addChecked(leg.price.raw(), side == Side::Buy ? room.value_or(0) : -room.value_or(0));
                const std::int64_t tick = leg.instrument->spec.tick.raw();
                block.order.limit = Price::fromRaw(side == Side::Buy ? raw / tick * tick : (raw + tick - 1) / tick * tick);
            }
            block.order.terms.strategy = "program " + plan.id;
            for (const BlockShare& share : shares)
                block.order.quantity += share.quantity;
            block.shares = std::move(shares);
            blocks.push_back(std::move(block));
        }
    if (blocks.empty())
        return invalid("desk.no-gap", plan.id);
    return blocks;
}

std::vector<std::variant<AddClient, AddAccount>> houseCommands(const Engine& engine)
{
    std::vector<std::variant<AddClient, AddAccount>> commands;
    if (engine.clients().count(ClientId(kHouseId)) == 0) {
        Client house{ClientId(kHouseId), HouseholdId(), kHouseNumber, "The firm's account for block orders", "公司大宗交易账户", Date::ofUtc(engine.now())};
        commands.emplace_back(AddClient{std::move(house)});
    }
    if (engine.accounts().count(AccountId(kHouseId)) == 0)
        commands.emplace_back(AddAccount{{AccountId(kHouseId), ClientId(kHouseId), kHouseNumber, Currency::literal("USD"), Date::ofUtc(engine.now())}});
    return commands;
}

} // namespace rialto
