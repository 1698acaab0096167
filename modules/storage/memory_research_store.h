// SPDX-License-Identifier: GPL-3.0-or-later
// MemoryResearchStore: ResearchStore that forgets; for tests and for verbs that read plain files. One thread.
#pragma once

#include "research/research_store.h"

#include <map>
#include <tuple>

namespace rialto::storage {

class MemoryResearchStore final : public research::ResearchStore {
public:
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
    using FactKey = std::tuple<std::string, std::string, std::string, std::int32_t, std::int32_t, std::string>;
    struct Filer {
        std::string name;
        std::string symbol;
        std::map<FactKey, research::CompanyFact> facts;
    };
    std::map<std::pair<std::string, std::string>, research::Series> m_series;
    std::map<std::pair<std::string, std::string>, research::Document> m_documents;
    std::map<std::tuple<std::int32_t, std::string, std::string, std::string>, research::Fixing> m_fixings;
    std::map<std::string, Filer> m_companies;
    std::map<std::int64_t, std::vector<research::Note>> m_notes;
};

} // namespace rialto::storage
