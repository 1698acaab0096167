// SPDX-License-Identifier: GPL-3.0-or-later
// ResearchStore: the port through which the information desk's facts are kept: series with vintages, documents, fixings and
// companies' facts, notes. Putting the same thing again changes nothing and says so. Implementations: SqliteResearchStore and
// MemoryResearchStore in modules/storage. A store belongs to one thread; each put is one transaction.
// Errors: research.series-unknown, research.company-unknown and those of the storage (storage.*).
#pragma once

#include "base/result.h"
#include "research/company_facts.h"
#include "research/document.h"
#include "research/fixing.h"
#include "research/note.h"
#include "research/series.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::research {

struct PutCounts {
    std::int64_t inserted = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    PutCounts& operator+=(const PutCounts& other)
    {
        inserted += other.inserted;
        changed += other.changed;
        unchanged += other.unchanged;
        return *this;
    }
    friend bool operator==(const PutCounts&, const PutCounts&) = default;
};

class ResearchStore {
public:
    virtual ~ResearchStore() = default;

    /// Adds observations; one of the same date and vintage is overwritten. Title, unit and frequency follow the newest put.
    virtual Result<PutCounts> putSeries(const Series& series) = 0;
    /// All vintages. Errors: research.series-unknown.
    virtual Result<Series> series(std::string_view source, std::string_view id) = 0;
    /// Without observations, sorted by source and id.
    virtual Result<std::vector<Series>> seriesList() = 0;

    /// By kind and id.
    virtual Result<PutCounts> putDocuments(std::span<const Document> documents) = 0;
    /// Sorted by kind and id; an empty kind: all.
    virtual Result<std::vector<Document>> documents(std::string_view kind) = 0;

    /// By date, base, quote and source.
    virtual Result<PutCounts> putFixings(std::span<const Fixing> fixings) = 0;
    /// from <= date <= to, sorted by date, base, quote and source.
    virtual Result<std::vector<Fixing>> fixings(Date from, Date to) = 0;

    /// Facts by taxonomy, concept, unit, period and accession.
    virtual Result<PutCounts> putCompany(const Company& company) = 0;
    /// By CIK (with or without leading zeros) or symbol (any case). Errors: research.company-unknown.
    virtual Result<Company> company(std::string_view cikOrSymbol) = 0;
    /// Without facts, sorted by CIK.
    virtual Result<std::vector<Company>> companies() = 0;

    /// Id 0 is a new note, else a new revision of that note; the answer has its id and revision.
    /// Errors: research.note-invalid, research.note-unknown.
    virtual Result<Note> putNote(Note note) = 0;
    /// The newest revision of each, newest first.
    virtual Result<std::vector<Note>> notes() = 0;
    /// All revisions, oldest first. Errors: research.note-unknown.
    virtual Result<std::vector<Note>> noteHistory(std::int64_t id) = 0;
};

} // namespace rialto::research
