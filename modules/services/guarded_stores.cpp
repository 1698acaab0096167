// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/guarded_stores.h"

#include "services/guard.h"

#include <utility>

namespace rialto {

namespace {

/// What the store answers, when the principal in force may make that call.
template <class Action>
auto ifAllowed(const AppServices& services, ServiceCall call, const Action& action) -> decltype(action())
{
    if (const auto allowed = guard::check(*services.principal(), call); !allowed)
        return allowed.error();
    return action();
}

class GuardedBars final : public market::BarStore {
public:
    GuardedBars(std::unique_ptr<market::BarStore> store, const AppServices& services) : m_store(std::move(store)), m_services(services) {}
    Result<std::unique_ptr<market::BarWriter>> beginWrite() override
    {
        return ifAllowed(m_services, ServiceCall::WriteBars, [&] { return m_store->beginWrite(); });
    }
    Result<std::vector<Bar>> read(const market::SeriesKey& key, Timestamp from, Timestamp to) override
    {
        return ifAllowed(m_services, ServiceCall::ReadBars, [&] { return m_store->read(key, from, to); });
    }
    Result<std::vector<market::SeriesInfo>> series() override
    {
        return ifAllowed(m_services, ServiceCall::ReadBars, [&] { return m_store->series(); });
    }
    Result<void> remove(const market::SeriesKey& key) override
    {
        if (auto allowed = guard::check(*m_services.principal(), ServiceCall::WriteBars); !allowed)
            return allowed;
        return m_store->remove(key);
    }

private:
    std::unique_ptr<market::BarStore> m_store;
    const AppServices& m_services;
};

class GuardedTicks final : public market::TickStore {
public:
    GuardedTicks(std::unique_ptr<market::TickStore> store, const AppServices& services) : m_store(std::move(store)), m_services(services) {}
    Result<std::unique_ptr<market::TickWriter>> beginWrite() override
    {
        return ifAllowed(m_services, ServiceCall::WriteTicks, [&] { return m_store->beginWrite(); });
    }
    Result<std::vector<market::Tick>> read(const market::TickSeriesKey& key, Timestamp from, Timestamp to) override
    {
        return ifAllowed(m_services, ServiceCall::ReadTicks, [&] { return m_store->read(key, from, to); });
    }
    Result<std::vector<market::TickSeriesInfo>> series() override
    {
        return ifAllowed(m_services, ServiceCall::ReadTicks, [&] { return m_store->series(); });
    }

private:
    std::unique_ptr<market::TickStore> m_store;
    const AppServices& m_services;
};

class GuardedResearch final : public research::ResearchStore {
public:
    GuardedResearch(std::unique_ptr<research::ResearchStore> store, const AppServices& services) : m_store(std::move(store)), m_services(services) {}
    Result<research::PutCounts> putSeries(const research::Series& series) override
    {
        return ifAllowed(m_services, ServiceCall::WriteResearch, [&] { return m_store->putSeries(series); });
    }
    Result<research::Series> series(std::string_view source, std::string_view id) override
    {
        return ifAllowed(m_services, ServiceCall::ReadResearch, [&] { return m_store->series(source, id); });
    }
    Result<std::vector<research::Series>> seriesList() override
    {
        return ifAllowed(m_services, ServiceCall::ReadResearch, [&] { return m_store->seriesList(); });
    }
    Result<research::PutCounts> putDocuments(std::span<const research::Document> documents) override
    {
        return ifAllowed(m_services, ServiceCall::WriteResearch, [&] { return m_store->putDocuments(documents); });
    }
    Result<std::vector<research::Document>> documents(std::string_view kind) override
    {
        return ifAllowed(m_services, ServiceCall::ReadResearch, [&] { return m_store->documents(kind); });
    }
    Result<research::PutCounts> putFixings(std::span<const research::Fixing> fixings) override
    {
        return ifAllowed(m_services, ServiceCall::WriteResearch, [&] { return m_store->putFixings(fixings); });
    }
    Result<std::vector<research::Fixing>> fixings(Date from, Date to) override
    {
        return ifAllowed(m_services, ServiceCall::ReadResearch, [&] { return m_store->fixings(from, to); });
    }
    Result<research::PutCounts> putCompany(const research::Company& company) override
    {
        return ifAllowed(m_services, ServiceCall::WriteResearch, [&] { return m_store->putCompany(company); });
    }
    Result<research::Company> company(std::string_view cikOrSymbol) override
    {
        return ifAllowed(m_services, ServiceCall::ReadResearch, [&] { return m_store->company(cikOrSymbol); });
    }
    Result<std::vector<research::Company>> companies() override
    {
        return ifAllowed(m_services, ServiceCall::ReadResearch, [&] { return m_store->companies(); });
    }
    Result<research::Note> putNote(research::Note note) override
    {
        return ifAllowed(m_services, ServiceCall::WriteNotes, [&] { return m_store->putNote(std::move(note)); });
    }
    Result<std::vector<research::Note>> notes() override
    {
        return ifAllowed(m_services, ServiceCall::ReadResearch, [&] { return m_store->notes(); });
    }
    Result<std::vector<research::Note>> noteHistory(std::int64_t id) override
    {
        return ifAllowed(m_services, ServiceCall::ReadResearch, [&] { return m_store->noteHistory(id); });
    }

private:
    std::unique_ptr<research::ResearchStore> m_store;
    const AppServices& m_services;
};

class GuardedImports final : public market::ImportLog {
public:
    GuardedImports(std::unique_ptr<market::ImportLog> store, const AppServices& services) : m_store(std::move(store)), m_services(services) {}
    Result<std::int64_t> begin(const market::ImportRecord& record) override { return ifAllowed(m_services, ServiceCall::WriteBars, [&] { return m_store->begin(record); }); }
    Result<market::ImportRecord> import(std::int64_t id) override { return ifAllowed(m_services, ServiceCall::ReadBars, [&] { return m_store->import(id); }); }
    Result<std::vector<market::ImportRecord>> imports(std::size_t most) override { return ifAllowed(m_services, ServiceCall::ReadBars, [&] { return m_store->imports(most); }); }
    Result<std::vector<market::ImportRecord>> importsOf(std::string_view kind, std::string_view name) override { return ifAllowed(m_services, ServiceCall::ReadBars, [&] { return m_store->importsOf(kind, name); }); }
    Result<std::int64_t> decide(const market::Decision& decision) override { return ifAllowed(m_services, ServiceCall::WriteBars, [&] { return m_store->decide(decision); }); }
    Result<std::vector<market::Decision>> decisions(std::string_view series) override { return ifAllowed(m_services, ServiceCall::ReadBars, [&] { return m_store->decisions(series); }); }
    Result<void> finish(const market::ImportRecord& record, const std::vector<market::ImportedValue>& values) override
    {
        return ifAllowed(m_services, ServiceCall::WriteBars, [&] { return m_store->finish(record, values); });
    }
    Result<void> markUndone(std::int64_t decision, std::int64_t by) override
    {
        return ifAllowed(m_services, ServiceCall::WriteBars, [&] { return m_store->markUndone(decision, by); });
    }

private:
    std::unique_ptr<market::ImportLog> m_store;
    const AppServices& m_services;
};

} // namespace

std::unique_ptr<market::ImportLog> guarded(std::unique_ptr<market::ImportLog> store, const AppServices& services)
{
    return std::make_unique<GuardedImports>(std::move(store), services);
}

std::unique_ptr<market::BarStore> guarded(std::unique_ptr<market::BarStore> store, const AppServices& services)
{
    return std::make_unique<GuardedBars>(std::move(store), services);
}

std::unique_ptr<market::TickStore> guarded(std::unique_ptr<market::TickStore> store, const AppServices& services)
{
    return std::make_unique<GuardedTicks>(std::move(store), services);
}

std::unique_ptr<research::ResearchStore> guarded(std::unique_ptr<research::ResearchStore> store, const AppServices& services)
{
    return std::make_unique<GuardedResearch>(std::move(store), services);
}

} // namespace rialto
