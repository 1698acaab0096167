// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/statement_service.h"

#include "security/masking.h"

#include <algorithm>
#include <future>

namespace rialto {

namespace {

// Facts copied out of the engine in one visit, so that they belong together.
struct Visit {
    std::optional<Client> client;
    std::vector<Account> accounts;
    std::vector<TransferGroup> groups;
    std::map<InstrumentId, Instrument> instruments;
    std::map<InstrumentId, Price> marks;
};

Result<Visit> visit(AppServices& services, ClientId wanted)
{
    std::promise<Result<Visit>> promise;
    auto result = promise.get_future();
    const bool masked = !services.principal()->may(security::Permission::SeePersonalData);
    services.queryClient(wanted, [&promise, wanted, masked](const Engine& engine) {
        Visit seen;
        if (const auto it = engine.clients().find(wanted); it != engine.clients().end())
            seen.client = it->second;
        if (seen.client && masked) {
            seen.client->name = security::maskName(seen.client->name);
            seen.client->nameZh = security::maskName(seen.client->nameZh);
        }
        for (const auto& [id, account] : engine.accounts())
            if (account.client == wanted)
                seen.accounts.push_back(account);
        for (const auto& group : engine.ledger().groups()) {
            const bool own = std::any_of(seen.accounts.begin(), seen.accounts.end(), [&](const Account& a) { return a.id == group.account; });
            if (own && !group.transfers.empty()) // reservations move nothing
                seen.groups.push_back(group);
        }
        // What the client ever touched, and every pair for the rates.
        for (const auto& [id, instrument] : engine.instruments()) {
            const bool touched = std::any_of(seen.groups.begin(), seen.groups.end(), [id = id](const TransferGroup& g) {
                return g.instrument == id || (g.kind == GroupKind::CorporateAction && std::any_of(g.transfers.begin(), g.transfers.end(), [id](const Transfer& t) { return t.asset == AssetId::of(id); }));
            });
            if (!touched && instrument.assetClass() != AssetClass::FxPair)
                continue;
            seen.instruments.emplace(id, instrument);
            if (const auto mark = engine.mark(id))
                seen.marks.emplace(id, *mark);
        }
        promise.set_value(std::move(seen));
    }, [&promise](const Error& error) { promise.set_value(error); });
    return result.get();
}

} // namespace

Result<PriceHistory> closesOf(market::BarStore& bars, const std::map<InstrumentId, Instrument>& instruments,
    const std::map<InstrumentId, Price>& marks, Date today)
{
    PriceHistory history;
    const auto stored = bars.series();
    if (!stored)
        return stored.error();
    for (const auto& [id, instrument] : instruments) {
        history.addPair(instrument);
        for (const auto& info : *stored) {
            if (info.key.symbol != instrument.symbol || info.key.interval != BarInterval::Day)
                continue;
            const auto days = bars.read(info.key);
            if (!days)
                return days.error();
            for (const auto& bar : *days)
                if (Date::ofUtc(bar.start) <= today)
                    history.add(id, Date::ofUtc(bar.start), bar.close);
        }
        if (const auto mark = marks.find(id); mark != marks.end())
            history.add(id, today, mark->second);
    }
    return history;
}

Result<StatementInputs> gatherStatement(AppServices& services, market::BarStore& bars, const StatementRequest& request)
{
    const SessionStatus session = services.session();
    auto visited = visit(services, request.client);
    if (!visited)
        return visited.error();
    Visit& seen = *visited;
    if (!seen.client)
        return notFound("services.client-unknown", std::to_string(request.client.value));
    auto prices = closesOf(bars, seen.instruments, seen.marks, session.tradingDay);
    if (!prices)
        return prices.error();
    StatementInputs inputs;
    inputs.client = std::move(*seen.client);
    inputs.accounts = std::move(seen.accounts);
    inputs.groups = std::move(seen.groups);
    inputs.instruments = std::move(seen.instruments);
    inputs.prices = std::move(*prices);
    inputs.to = request.to == Date() ? session.tradingDay : request.to;
    inputs.from = request.from == Date() ? Date::of(inputs.to.year(), inputs.to.month(), 1) : request.from;
    inputs.createdAt = session.venueTime;
    inputs.simulated = session.simulated;
    inputs.firmName = {"Rialto Demo Wealth", "里亚托演示财富"};
    inputs.firmContact = {"1 Example Quay · statements@example.com", "示例码头一号 · statements@example.com"};
    return inputs;
}

Result<reports::StatementData> makeStatement(AppServices& services, market::BarStore& bars, const StatementRequest& request)
{
    const auto inputs = gatherStatement(services, bars, request);
    if (!inputs)
        return inputs.error();
    return buildStatement(*inputs);
}

} // namespace rialto
