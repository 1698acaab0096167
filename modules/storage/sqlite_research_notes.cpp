// SPDX-License-Identifier: GPL-3.0-or-later
// The notes of SqliteResearchStore.
#include "storage/sqlite_research_store.h"

#include <algorithm>

namespace rialto::storage {

using research::Note;

namespace notesql {
namespace {

std::string lines(const std::vector<std::string>& list)
{
    std::string out;
    for (const std::string& each : list)
        out += each + "\n";
    return out;
}

std::vector<std::string> listOf(const std::string& text)
{
    std::vector<std::string> out;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        out.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return out;
}

Result<std::vector<Note>> readNotes(Statement& query)
{
    std::vector<Note> all;
    for (;;) {
        const auto row = query.step();
        if (!row)
            return row.error();
        if (!*row)
            return all;
        Note note;
        note.id = query.integer(0);
        note.revision = static_cast<int>(query.integer(1));
        note.time = Timestamp(query.integer(2));
        note.author = query.text(3);
        note.title = query.text(4);
        note.body = query.text(5);
        note.rating = query.text(6);
        if (!query.isNull(7))
            note.target = Decimal::make(query.integer(7), static_cast<int>(query.integer(8)));
        note.currency = query.text(9);
        note.symbols = listOf(query.text(10));
        note.clients = listOf(query.text(11));
        all.push_back(std::move(note));
    }
}

} // namespace
} // namespace notesql

Result<Note> SqliteResearchStore::putNote(Note note)
{
    if (const std::string fault = research::noteFault(note); !fault.empty())
        return invalid("research.note-invalid", fault);
    auto transaction = Transaction::begin(*m_connection);
    if (!transaction)
        return transaction.error();
    {
        auto last = m_connection->statement("SELECT coalesce(max(id), 0), coalesce(max(CASE WHEN id = ? THEN revision END), 0) FROM research_note");
        if (!last)
            return last.error();
        last->bind(note.id);
        if (const auto row = last->step(); !row || !*row)
            return row ? corrupt("storage.corrupt", "research_note") : row.error();
        const std::int64_t newest = last->integer(0);
        const std::int64_t revision = last->integer(1);
        if (note.id != 0 && revision == 0)
            return notFound("research.note-unknown", std::to_string(note.id));
        note.id = note.id == 0 ? newest + 1 : note.id;
        note.revision = static_cast<int>(revision) + 1;
    }
    {
        auto insert = m_connection->statement("INSERT INTO research_note (id, revision, time, author, title, body, rating, target_units, target_places, currency, symbols, clients) "
                                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        if (!insert)
            return insert.error();
        insert->bind(note.id).bind(note.revision).bind(note.time.nanos).bind(note.author).bind(note.title).bind(note.body).bind(note.rating);
        if (note.target)
            insert->bind(note.target->units());
        else
            insert->bindNull();
        insert->bind(note.target ? note.target->places() : 0).bind(note.currency).bind(notesql::lines(note.symbols)).bind(notesql::lines(note.clients));
        if (auto done = insert->run(); !done)
            return done.error();
    }
    if (auto done = transaction->commit(); !done)
        return done.error();
    return note;
}

Result<std::vector<Note>> SqliteResearchStore::notes()
{
    auto query = m_connection->statement("SELECT id, revision, time, author, title, body, rating, target_units, target_places, currency, symbols, clients FROM research_note n "
                                         "WHERE revision = (SELECT max(revision) FROM research_note m WHERE m.id = n.id) ORDER BY time DESC, id DESC");
    if (!query)
        return query.error();
    return notesql::readNotes(*query);
}

Result<std::vector<Note>> SqliteResearchStore::noteHistory(std::int64_t id)
{
    auto query = m_connection->statement("SELECT id, revision, time, author, title, body, rating, target_units, target_places, currency, symbols, clients FROM research_note WHERE id = ? ORDER BY revision");
    if (!query)
        return query.error();
    query->bind(id);
    auto all = notesql::readNotes(*query);
    if (all && all->empty())
        return notFound("research.note-unknown", std::to_string(id));
    return all;
}

Result<std::vector<research::Company>> SqliteResearchStore::companies()
{
    auto query = m_connection->statement("SELECT cik, name, symbol FROM research_company ORDER BY cik");
    if (!query)
        return query.error();
    std::vector<research::Company> all;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return all;
        all.push_back({query->text(0), query->text(1), query->text(2), {}});
    }
}

} // namespace rialto::storage
