// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/memory_research_store.h"

#include "storage/research_keys.h"

#include <algorithm>

namespace rialto::storage {

using namespace rialto::research;

namespace {

/// Counts what putting `value` under `key` does, and does it.
template <class Map, class Key, class Value>
void putOne(Map& map, Key key, const Value& value, PutCounts& counts)
{
    const auto [at, isNew] = map.emplace(std::move(key), value);
    if (isNew) {
        ++counts.inserted;
    } else if (at->second == value) {
        ++counts.unchanged;
    } else {
        at->second = value;
        ++counts.changed;
    }
}

} // namespace

Result<PutCounts> MemoryResearchStore::putSeries(const Series& series)
{
    PutCounts counts;
    auto& mine = m_series[{series.source, series.id}];
    std::map<std::pair<std::int32_t, std::int32_t>, Observation> all;
    for (const auto& each : mine.observations)
        all.emplace(std::pair(each.date.days, each.knownFrom.days), each);
    for (const auto& each : series.observations)
        putOne(all, std::pair(each.date.days, each.knownFrom.days), each, counts);
    mine = {series.id, series.source, series.title, series.unit, series.frequency, {}};
    for (const auto& [key, each] : all)
        mine.observations.push_back(each);
    return counts;
}

Result<Series> MemoryResearchStore::series(std::string_view source, std::string_view id)
{
    const auto at = m_series.find({std::string(source), std::string(id)});
    if (at == m_series.end())
        return notFound("research.series-unknown", std::string(id) + " of " + std::string(source));
    return at->second;
}

Result<std::vector<Series>> MemoryResearchStore::seriesList()
{
    std::vector<Series> out;
    for (const auto& [key, each] : m_series)
        out.push_back({each.id, each.source, each.title, each.unit, each.frequency, {}});
    return out;
}

Result<PutCounts> MemoryResearchStore::putDocuments(std::span<const Document> documents)
{
    PutCounts counts;
    for (const auto& each : documents) {
        const Document kept = keptDocument(each);
        putOne(m_documents, std::pair(kept.kind, kept.id), kept, counts);
    }
    return counts;
}

Result<std::vector<Document>> MemoryResearchStore::documents(std::string_view kind)
{
    std::vector<Document> out;
    for (const auto& [key, each] : m_documents)
        if (kind.empty() || key.first == kind)
            out.push_back(each);
    return out;
}

Result<PutCounts> MemoryResearchStore::putFixings(std::span<const Fixing> fixings)
{
    PutCounts counts;
    for (const auto& each : fixings)
        putOne(m_fixings, std::tuple(each.date.days, each.base, each.quote, each.source), each, counts);
    return counts;
}

Result<std::vector<Fixing>> MemoryResearchStore::fixings(Date from, Date to)
{
    std::vector<Fixing> out;
    for (const auto& [key, each] : m_fixings)
        if (from <= each.date && each.date <= to)
            out.push_back(each);
    return out;
}

Result<PutCounts> MemoryResearchStore::putCompany(const Company& company)
{
    PutCounts counts;
    auto& filer = m_companies[paddedCik(company.cik)];
    filer.name = company.name;
    if (!company.symbol.empty())
        filer.symbol = company.symbol;
    for (const auto& fact : company.facts)
        putOne(filer.facts, FactKey(fact.taxonomy, fact.conceptName, fact.unit, factStart(fact), fact.end.days, fact.accession), fact, counts);
    return counts;
}

Result<Company> MemoryResearchStore::company(std::string_view cikOrSymbol)
{
    for (const auto& [cik, filer] : m_companies) {
        if (cik != paddedCik(cikOrSymbol) && !sameSymbol(filer.symbol, cikOrSymbol))
            continue;
        Company out{cik, filer.name, filer.symbol, {}};
        for (const auto& [key, fact] : filer.facts)
            out.facts.push_back(fact);
        return out;
    }
    return notFound("research.company-unknown", std::string(cikOrSymbol));
}

Result<std::vector<Company>> MemoryResearchStore::companies()
{
    std::vector<Company> all;
    for (const auto& [cik, filer] : m_companies)
        all.push_back({cik, filer.name, filer.symbol, {}});
    return all;
}

Result<Note> MemoryResearchStore::putNote(Note note)
{
    if (const std::string fault = noteFault(note); !fault.empty())
        return invalid("research.note-invalid", fault);
    if (note.id == 0)
        note.id = m_notes.empty() ? 1 : m_notes.rbegin()->first + 1;
    else if (m_notes.count(note.id) == 0)
        return notFound("research.note-unknown", std::to_string(note.id));
    auto& history = m_notes[note.id];
    note.revision = static_cast<int>(history.size()) + 1;
    history.push_back(note);
    return note;
}

Result<std::vector<Note>> MemoryResearchStore::notes()
{
    std::vector<Note> all;
    for (const auto& [id, history] : m_notes)
        all.push_back(history.back());
    std::sort(all.begin(), all.end(), [](const Note& a, const Note& b) { return a.time != b.time ? a.time > b.time : a.id > b.id; });
    return all;
}

Result<std::vector<Note>> MemoryResearchStore::noteHistory(std::int64_t id)
{
    const auto found = m_notes.find(id);
    if (found == m_notes.end())
        return notFound("research.note-unknown", std::to_string(id));
    return found->second;
}

} // namespace rialto::storage
