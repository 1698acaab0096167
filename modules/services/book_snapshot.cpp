// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/book_snapshot.h"

#include <algorithm>
#include <set>

namespace rialto {

namespace {

template <class Row, class Id>
const Row* findById(const std::vector<Row>& rows, Id id)
{
    const auto it = std::lower_bound(rows.begin(), rows.end(), id, [](const Row& row, Id wanted) { return row.id < wanted; });
    return it != rows.end() && it->id == id ? &*it : nullptr;
}

// What the group adds to Own in each currency.
void addOwnCash(const TransferGroup& group, std::map<std::pair<AccountId, AssetId>, std::int64_t>& sums)
{
    for (const auto& transfer : group.transfers) {
        if (transfer.asset.isInstrument())
            continue;
        if (transfer.to.bucket == Bucket::Own)
            sums[{transfer.to.account, transfer.asset}] += transfer.amount;
        if (transfer.from.bucket == Bucket::Own)
            sums[{transfer.from.account, transfer.asset}] -= transfer.amount;
    }
}

} // namespace

const Instrument* BookSnapshot::instrument(InstrumentId id) const { return instruments ? findById(*instruments, id) : nullptr; }
const Account* BookSnapshot::account(AccountId id) const { return findById(accounts, id); }
const Client* BookSnapshot::client(ClientId id) const { return findById(clients, id); }

void SnapshotMaker::readGroups(const Engine& engine)
{
    const auto& groups = engine.ledger().groups();
    if (groups.size() < m_groupsRead) { // the engine was rebuilt
        m_groupsRead = 0;
        m_trades.clear();
        m_acted.clear();
        m_lots.clear();
    }
    std::set<PositionKey> touched;
    for (; m_groupsRead < groups.size(); ++m_groupsRead) {
        const auto& group = groups[m_groupsRead];
        const bool acts = group.kind == GroupKind::CorporateAction || (group.kind == GroupKind::Reversal && group.key.starts_with("reversal:action:"));
        if ((group.kind != GroupKind::Trade && !acts) || !group.instrument.valid())
            continue;
        m_trades[group.account].push_back(group);
        touched.insert({group.account, group.instrument});
        if (!acts)
            continue;
        // An action moves lots from one instrument to another: everything of the account is looked at again.
        m_acted.insert(group.account);
        for (const auto& transfer : group.transfers)
            if (transfer.asset.isInstrument())
                touched.insert({group.account, transfer.asset.instrument()});
    }
    std::set<AccountId> again;
    for (const auto& key : touched)
        if (m_acted.count(key.first) != 0)
            again.insert(key.first);
    for (const auto& [key, lots] : m_lots)
        if (again.count(key.first) != 0)
            touched.insert(key);
    for (const auto& key : touched)
        m_lots[key] = lotsOf(m_trades[key.first], key.first, engine.instruments().at(key.second), Date(INT32_MAX));
}

std::shared_ptr<const BookSnapshot> SnapshotMaker::make(const Engine& engine, std::uint64_t version, Timestamp time, Date tradingDay)
{
    readGroups(engine);
    auto snapshot = std::make_shared<BookSnapshot>();
    snapshot->version = version;
    snapshot->time = time;
    snapshot->tradingDay = tradingDay;
    snapshot->ledgerGroups = engine.ledger().groups().size();
    if (!m_instruments || m_instrumentCount != engine.instruments().size()) {
        auto list = std::make_shared<std::vector<Instrument>>();
        for (const auto& [id, instrument] : engine.instruments())
            list->push_back(instrument);
        m_instrumentCount = list->size();
        m_instruments = std::move(list);
    }
    snapshot->instruments = m_instruments;
    if (!m_registry || m_registryChanges != engine.registry().changes()) {
        m_registryChanges = engine.registry().changes();
        m_registry = std::make_shared<const clients::ClientRegistry>(engine.registry());
    }
    snapshot->registry = m_registry;
    for (const auto& [id, client] : engine.clients())
        snapshot->clients.push_back(client);
    for (const auto& [id, account] : engine.accounts())
        snapshot->accounts.push_back(account);
    snapshot->orders.reserve(engine.orders().orders().size());
    for (const auto& [id, order] : engine.orders().orders())
        snapshot->orders.push_back(order);
    snapshot->fills.reserve(engine.fills().size());
    for (const auto& report : engine.fills()) {
        const Order* order = engine.orders().find(report.order);
        const Instrument& instrument = engine.instruments().at(order->request.instrument);
        snapshot->fills.push_back({report, order->request.account, instrument.id, order->request.side,
            valueOf(instrument, report.lastPrice, report.lastQuantity).valueOr(Money::zero(instrument.spec.currency))});
    }

    const Ledger& ledger = engine.ledger();
    for (const auto& [key, lots] : m_lots) {
        const Instrument& instrument = engine.instruments().at(key.second);
        if (instrument.assetClass() == AssetClass::FxPair)
            continue; // an FX trade leaves cash, not a position
        snapshot->positions.push_back({key.first, key.second, ledger.position(key.first, key.second),
            Quantity::fromRaw(ledger.reserved(key.first, AssetId::of(key.second))), lots.cost(instrument.spec.currency),
            lots.realisedGain(instrument.spec.currency)});
    }

    std::map<std::pair<AccountId, AssetId>, std::int64_t> pending;
    const auto& groups = ledger.groups();
    for (auto it = groups.rbegin(); it != groups.rend() && it->tradeDate > tradingDay - 15; ++it)
        if (it->settleDate > tradingDay)
            addOwnCash(*it, pending);
    std::set<std::pair<AccountId, AssetId>> wallets;
    for (const auto& row : ledger.trialBalance())
        if (!row.asset.isInstrument())
            wallets.insert({row.account.account, row.asset});
    for (const auto& [account, asset] : wallets) {
        const Currency currency = asset.currency();
        const auto bucket = [&](Bucket b) { return Money(ledger.balance({account, b}, asset), currency); };
        const auto late = pending.find({account, asset});
        snapshot->cash.push_back({account, bucket(Bucket::Own), Money(ledger.reserved(account, asset), currency),
            Money(late == pending.end() ? 0 : late->second, currency), bucket(Bucket::Margin), bucket(Bucket::Variation)});
    }
    return snapshot;
}

} // namespace rialto
