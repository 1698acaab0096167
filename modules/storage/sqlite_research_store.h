// SPDX-License-Identifier: GPL-3.0-or-later
// SqliteResearchStore: ResearchStore in market.db. The connection's thread.
#pragma once

#include "research/research_store.h"
#include "storage/connection.h"

namespace rialto::storage {

class SqliteResearchStore final : public research::ResearchStore {
public:
    explicit SqliteResearchStore(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}

    Result<research::PutCounts> putSeries(const research::Series& series) override;
    Result<research::Series> series(std::string_view source, std::string_view id) override;
    Result<std::vector<research::Series>> seriesList() override;
    Result<research::PutCounts> putDocuments(std::span<const research::Document> documents) override;
    Result<std::vector<research::Document>> documents(std::string_view kind) override;
    Result<research::PutCounts> putFixings(std::span<const research::Fixing> fixings) override;
    Result<std::vector<research::Fixing>> fixings(Date from, Date to) override;
    Result<research::PutCounts> putCompany(const research::Company& company) override;
    Result<research::Company> company(std::string_view cikOrSymbol) override;
    Result<std::vector<research::Company>> companies() override;
    Result<research::Note> putNote(research::Note note) override;
    Result<std::vector<research::Note>> notes() override;
    Result<std::vector<research::Note>> noteHistory(std::int64_t id) override;

private:
    std::unique_ptr<Connection> m_connection;
};

} // namespace rialto::storage
