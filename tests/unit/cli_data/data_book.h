// SPDX-License-Identifier: GPL-3.0-or-later
// A book on disk for tests of console verbs: real stores, a broker that says nothing. One thread.
#pragma once

#include "api/cli/command.h"
#include "storage/book.h"
#include "storage/sqlite_bar_store.h"
#include "storage/sqlite_import_log.h"
#include "storage/sqlite_journal.h"
#include "storage/sqlite_research_store.h"
#include "storage/sqlite_tick_store.h"
#include "support/scripted_broker.h"

namespace rialto::testing {

/// A book on disk whose broker says nothing.
class DataSession final : public BookSession {
public:
    explicit DataSession(std::unique_ptr<storage::Book> book) : m_book(std::move(book)), m_services([this] { return makeHost(); }, m_board)
    {
        RIALTO_CHECK(m_services.open().ok(), "the test's book opens");
    }
    AppServices& services() override { return m_services; }
    market::BarStore& bars() override { RIALTO_CHECK(false, "verbs open a store of their own"); }
    Result<std::unique_ptr<market::BarStore>> openBars() override
    {
        return std::unique_ptr<market::BarStore>(std::make_unique<storage::SqliteBarStore>(*m_book->connectMarket()));
    }
    Result<std::unique_ptr<market::TickStore>> openTicks() override
    {
        return std::unique_ptr<market::TickStore>(std::make_unique<storage::SqliteTickStore>(*m_book->connectMarket()));
    }
    Result<std::unique_ptr<research::ResearchStore>> openResearch() override
    {
        return std::unique_ptr<research::ResearchStore>(std::make_unique<storage::SqliteResearchStore>(*m_book->connectMarket()));
    }
    Result<std::unique_ptr<market::ImportLog>> openImports() override
    {
        auto connection = m_book->connectMarket();
        if (!connection)
            return connection.error();
        return std::unique_ptr<market::ImportLog>(std::make_unique<storage::SqliteImportLog>(std::move(*connection)));
    }
    const std::string& directory() const override { return m_book->directory(); }

private:
    Result<HostStart> makeHost()
    {
        EngineHost::Parts parts;
        parts.journal = *storage::SqliteJournal::open(*m_book->connectFacts());
        parts.board = &m_board;
        parts.makeBroker = [](const Engine&, Journal&) -> Result<std::unique_ptr<BrokerAdapter>> { return std::unique_ptr<BrokerAdapter>(std::make_unique<ScriptedBroker>()); };
        auto host = EngineHost::open(std::move(parts));
        if (!host)
            return host.error();
        return HostStart{std::move(*host), Timestamp()};
    }

    std::unique_ptr<storage::Book> m_book;
    MarketBoard m_board;
    AppServices m_services;
};

class DataOpener final : public BookOpener {
public:
    Result<std::unique_ptr<BookSession>> open(const BookOptions& options) override
    {
        auto book = storage::Book::open(options.directory);
        if (!book)
            return book.error();
        return std::unique_ptr<BookSession>(std::make_unique<DataSession>(std::move(*book)));
    }
};

} // namespace rialto::testing
