// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite_research_store.h"

#include "storage/research_keys.h"

#include <map>

namespace rialto::storage {

using namespace rialto::research;

namespace researchsql {
namespace {

Decimal decimalAt(const Statement& row, int column) { return Decimal::make(row.integer(column), static_cast<int>(row.integer(column + 1))); }

std::string joined(const std::vector<std::string>& list)
{
    std::string out;
    for (const auto& each : list)
        out += each + "\n";
    return out;
}

std::vector<std::string> split(std::string_view text)
{
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto end = text.find('\n');
        out.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return out;
}

void readDocument(const Statement& row, Document& out)
{
    out.kind = row.text(0);
    out.id = row.text(1);
    out.title = row.text(2);
    out.link = row.text(3);
    out.summary = row.text(4);
    out.content = row.text(5);
    out.author = row.text(6);
    out.authorEmail = row.text(7);
    out.publishedText = row.text(8);
    out.published = row.isNull(9) ? std::optional<Timestamp>() : Timestamp(row.integer(9));
    out.source = row.text(10);
    out.symbols = split(row.text(11));
    out.tags = split(row.text(12));
}

/// Runs `each` for every row; its false ends it.
template <class Each>
Result<void> rows(Statement& statement, Each each)
{
    for (;;) {
        const auto more = statement.step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        each();
    }
}

Result<std::int64_t> seriesId(Connection& connection, std::string_view source, std::string_view id)
{
    auto query = connection.statement("SELECT id FROM research_series WHERE source = ? AND name = ?");
    if (!query)
        return query.error();
    query->bind(source).bind(id);
    const auto found = query->step();
    if (!found)
        return found.error();
    return *found ? query->integer(0) : std::int64_t{0};
}

} // namespace
} // namespace researchsql

using namespace researchsql;

Result<PutCounts> SqliteResearchStore::putSeries(const Series& series)
{
    auto transaction = Transaction::begin(*m_connection);
    if (!transaction)
        return transaction.error();
    {
        auto head = m_connection->statement("INSERT INTO research_series (source, name, title, unit, frequency) VALUES (?, ?, ?, ?, ?) "
                                            "ON CONFLICT (source, name) DO UPDATE SET title = excluded.title, unit = excluded.unit, frequency = excluded.frequency");
        if (!head)
            return head.error();
        head->bind(series.source).bind(series.id).bind(series.title).bind(series.unit).bind(series.frequency);
        if (auto done = head->run(); !done)
            return done.error();
    }
    const auto id = seriesId(*m_connection, series.source, series.id);
    if (!id)
        return id.error();
    const auto before = this->series(series.source, series.id);
    if (!before)
        return before.error();
    std::map<std::pair<std::int32_t, std::int32_t>, Observation> known;
    for (const auto& each : before->observations)
        known.emplace(std::pair(each.date.days, each.knownFrom.days), each);
    PutCounts counts;
    {
        auto put = m_connection->statement("INSERT OR REPLACE INTO research_observation (series_id, day, known_from, known_to, units, places) VALUES (?, ?, ?, ?, ?, ?)");
        if (!put)
            return put.error();
        for (const auto& each : series.observations) {
            const auto [at, isNew] = known.emplace(std::pair(each.date.days, each.knownFrom.days), each);
            if (!isNew && at->second == each) {
                ++counts.unchanged;
                continue;
            }
            ++(isNew ? counts.inserted : counts.changed);
            at->second = each;
            put->bind(*id).bind(each.date.days).bind(each.knownFrom.days).bind(each.knownTo.days);
            if (each.value)
                put->bind(each.value->units());
            else
                put->bindNull();
            put->bind(each.value ? each.value->places() : 0);
            if (auto done = put->run(); !done)
                return done.error();
        }
    }
    if (auto done = transaction->commit(); !done)
        return done.error();
    return counts;
}

Result<Series> SqliteResearchStore::series(std::string_view source, std::string_view id)
{
    Series out;
    std::int64_t key = 0;
    {
        auto head = m_connection->statement("SELECT id, source, name, title, unit, frequency FROM research_series WHERE source = ? AND name = ?");
        if (!head)
            return head.error();
        head->bind(source).bind(id);
        const auto found = head->step();
        if (!found)
            return found.error();
        if (!*found)
            return notFound("research.series-unknown", std::string(id) + " of " + std::string(source));
        key = head->integer(0);
        out = {head->text(2), head->text(1), head->text(3), head->text(4), head->text(5), {}};
    }
    auto query = m_connection->statement("SELECT day, known_from, known_to, units, places FROM research_observation WHERE series_id = ? ORDER BY day, known_from");
    if (!query)
        return query.error();
    query->bind(key);
    const auto done = rows(*query, [&] {
        Observation each;
        each.date = Date(static_cast<std::int32_t>(query->integer(0)));
        each.knownFrom = Date(static_cast<std::int32_t>(query->integer(1)));
        each.knownTo = Date(static_cast<std::int32_t>(query->integer(2)));
        if (!query->isNull(3))
            each.value = decimalAt(*query, 3);
        out.observations.push_back(each);
    });
    if (!done)
        return done.error();
    return out;
}

Result<std::vector<Series>> SqliteResearchStore::seriesList()
{
    auto query = m_connection->statement("SELECT name, source, title, unit, frequency FROM research_series ORDER BY source, name");
    if (!query)
        return query.error();
    std::vector<Series> out;
    const auto done = rows(*query, [&] { out.push_back({query->text(0), query->text(1), query->text(2), query->text(3), query->text(4), {}}); });
    if (!done)
        return done.error();
    return out;
}

Result<PutCounts> SqliteResearchStore::putDocuments(std::span<const Document> documents)
{
    auto transaction = Transaction::begin(*m_connection);
    if (!transaction)
        return transaction.error();
    PutCounts counts;
    {
        auto query = m_connection->statement("SELECT kind, id, title, link, summary, content, author, author_email, published_text, published, source, symbols, tags "
                                             "FROM research_document WHERE kind = ? AND id = ?");
        auto put = m_connection->statement("INSERT OR REPLACE INTO research_document (kind, id, title, link, summary, content, author, author_email, published_text, published, source, "
                                           "symbols, tags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        if (!query)
            return query.error();
        if (!put)
            return put.error();
        for (const auto& each : documents) {
            const Document kept = keptDocument(each);
            query->bind(kept.kind).bind(kept.id);
            const auto found = query->step();
            if (!found)
                return found.error();
            Document before;
            if (*found) {
                readDocument(*query, before);
                if (const auto end = query->step(); !end)
                    return end.error();
            }
            if (*found && before == kept) {
                ++counts.unchanged;
                continue;
            }
            ++(*found ? counts.changed : counts.inserted);
            put->bind(kept.kind).bind(kept.id).bind(kept.title).bind(kept.link).bind(kept.summary).bind(kept.content).bind(kept.author).bind(kept.authorEmail).bind(kept.publishedText);
            if (kept.published)
                put->bind(kept.published->nanos);
            else
                put->bindNull();
            put->bind(kept.source).bind(joined(kept.symbols)).bind(joined(kept.tags));
            if (auto done = put->run(); !done)
                return done.error();
        }
    }
    if (auto done = transaction->commit(); !done)
        return done.error();
    return counts;
}

Result<std::vector<Document>> SqliteResearchStore::documents(std::string_view kind)
{
    auto query = m_connection->statement("SELECT kind, id, title, link, summary, content, author, author_email, published_text, published, source, symbols, tags "
                                         "FROM research_document WHERE ? = '' OR kind = ? ORDER BY kind, id");
    if (!query)
        return query.error();
    query->bind(kind).bind(kind);
    std::vector<Document> out;
    const auto done = rows(*query, [&] { readDocument(*query, out.emplace_back()); });
    if (!done)
        return done.error();
    return out;
}

Result<PutCounts> SqliteResearchStore::putFixings(std::span<const Fixing> fixings)
{
    auto transaction = Transaction::begin(*m_connection);
    if (!transaction)
        return transaction.error();
    PutCounts counts;
    {
        auto query = m_connection->statement("SELECT units, places FROM research_fixing WHERE day = ? AND base = ? AND quote = ? AND source = ?");
        auto put = m_connection->statement("INSERT OR REPLACE INTO research_fixing (day, base, quote, source, units, places) VALUES (?, ?, ?, ?, ?, ?)");
        if (!query)
            return query.error();
        if (!put)
            return put.error();
        for (const auto& each : fixings) {
            query->bind(each.date.days).bind(each.base).bind(each.quote).bind(each.source);
            const auto found = query->step();
            if (!found)
                return found.error();
            Decimal before;
            if (*found) {
                before = decimalAt(*query, 0);
                if (const auto end = query->step(); !end)
                    return end.error();
            }
            if (*found && before == each.rate) {
                ++counts.unchanged;
                continue;
            }
            ++(*found ? counts.changed : counts.inserted);
            put->bind(each.date.days).bind(each.base).bind(each.quote).bind(each.source).bind(each.rate.units()).bind(each.rate.places());
            if (auto done = put->run(); !done)
                return done.error();
        }
    }
    if (auto done = transaction->commit(); !done)
        return done.error();
    return counts;
}

Result<std::vector<Fixing>> SqliteResearchStore::fixings(Date from, Date to)
{
    auto query = m_connection->statement("SELECT day, base, quote, source, units, places FROM research_fixing WHERE day BETWEEN ? AND ? ORDER BY day, base, quote, source");
    if (!query)
        return query.error();
    query->bind(from.days).bind(to.days);
    std::vector<Fixing> out;
    const auto done = rows(*query, [&] { out.push_back({Date(static_cast<std::int32_t>(query->integer(0))), query->text(1), query->text(2), decimalAt(*query, 4), query->text(3)}); });
    if (!done)
        return done.error();
    return out;
}

Result<PutCounts> SqliteResearchStore::putCompany(const Company& company)
{
    auto transaction = Transaction::begin(*m_connection);
    if (!transaction)
        return transaction.error();
    const std::string cik = paddedCik(company.cik);
    PutCounts counts;
    {
        auto head = m_connection->statement("INSERT INTO research_company (cik, name, symbol) VALUES (?, ?, ?) "
                                            "ON CONFLICT (cik) DO UPDATE SET name = excluded.name, symbol = CASE WHEN excluded.symbol = '' THEN symbol ELSE excluded.symbol END");
        auto query = m_connection->statement("SELECT units, places, fiscal_year, fiscal_period, form, filed FROM research_fact "
                                             "WHERE cik = ? AND taxonomy = ? AND concept = ? AND unit = ? AND start_day = ? AND end_day = ? AND accession = ?");
        auto put = m_connection->statement("INSERT OR REPLACE INTO research_fact (cik, taxonomy, concept, unit, start_day, end_day, accession, units, places, fiscal_year, fiscal_period, "
                                           "form, filed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (auto* each : {&head, &query, &put})
            if (!*each)
                return each->error();
        head->bind(cik).bind(company.name).bind(company.symbol);
        if (auto done = head->run(); !done)
            return done.error();
        for (const auto& fact : company.facts) {
            query->bind(cik).bind(fact.taxonomy).bind(fact.conceptName).bind(fact.unit).bind(factStart(fact)).bind(fact.end.days).bind(fact.accession);
            const auto found = query->step();
            if (!found)
                return found.error();
            CompanyFact before = fact;
            if (*found) {
                before.value = decimalAt(*query, 0);
                before.fiscalYear = static_cast<int>(query->integer(2));
                before.fiscalPeriod = query->text(3);
                before.form = query->text(4);
                before.filed = Date(static_cast<std::int32_t>(query->integer(5)));
                if (const auto end = query->step(); !end)
                    return end.error();
            }
            if (*found && before == fact) {
                ++counts.unchanged;
                continue;
            }
            ++(*found ? counts.changed : counts.inserted);
            put->bind(cik).bind(fact.taxonomy).bind(fact.conceptName).bind(fact.unit).bind(factStart(fact)).bind(fact.end.days).bind(fact.accession);
            put->bind(fact.value.units()).bind(fact.value.places()).bind(fact.fiscalYear).bind(fact.fiscalPeriod).bind(fact.form).bind(fact.filed.days);
            if (auto done = put->run(); !done)
                return done.error();
        }
    }
    if (auto done = transaction->commit(); !done)
        return done.error();
    return counts;
}

Result<Company> SqliteResearchStore::company(std::string_view cikOrSymbol)
{
    Company out;
    {
        auto head = m_connection->statement("SELECT cik, name, symbol FROM research_company WHERE cik = ? OR (symbol <> '' AND lower(symbol) = lower(?)) ORDER BY cik");
        if (!head)
            return head.error();
        head->bind(paddedCik(cikOrSymbol)).bind(cikOrSymbol);
        const auto found = head->step();
        if (!found)
            return found.error();
        if (!*found)
            return notFound("research.company-unknown", std::string(cikOrSymbol));
        out = {head->text(0), head->text(1), head->text(2), {}};
    }
    auto query = m_connection->statement("SELECT taxonomy, concept, unit, start_day, end_day, accession, units, places, fiscal_year, fiscal_period, form, filed FROM research_fact "
                                         "WHERE cik = ? ORDER BY taxonomy, concept, unit, start_day, end_day, accession");
    if (!query)
        return query.error();
    query->bind(out.cik);
    const auto done = rows(*query, [&] {
        CompanyFact fact;
        fact.taxonomy = query->text(0);
        fact.conceptName = query->text(1);
        fact.unit = query->text(2);
        if (query->integer(3) != kNoStart)
            fact.start = Date(static_cast<std::int32_t>(query->integer(3)));
        fact.end = Date(static_cast<std::int32_t>(query->integer(4)));
        fact.accession = query->text(5);
        fact.value = decimalAt(*query, 6);
        fact.fiscalYear = static_cast<int>(query->integer(8));
        fact.fiscalPeriod = query->text(9);
        fact.form = query->text(10);
        fact.filed = Date(static_cast<std::int32_t>(query->integer(11)));
        out.facts.push_back(std::move(fact));
    });
    if (!done)
        return done.error();
    return out;
}

} // namespace rialto::storage
