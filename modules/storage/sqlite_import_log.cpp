// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite_import_log.h"

namespace rialto::storage {

using market::Decision;
using market::ImportedValue;
using market::ImportRecord;

namespace importlogsql {
namespace {

Result<std::vector<ImportRecord>> readImports(Statement& query)
{
    std::vector<ImportRecord> all;
    for (;;) {
        const auto row = query.step();
        if (!row)
            return row.error();
        if (!*row)
            return all;
        ImportRecord each;
        each.id = query.integer(0);
        each.time = Timestamp(query.integer(1));
        each.file = query.text(2);
        each.bytes = query.integer(3);
        each.hash = query.text(4);
        each.format = query.text(5);
        each.kind = query.text(6);
        each.rowsRead = query.integer(7);
        each.accepted = query.integer(8);
        each.rejected = query.integer(9);
        each.rules = query.text(10);
        all.push_back(std::move(each));
    }
}

} // namespace
} // namespace importlogsql

Result<std::int64_t> SqliteImportLog::begin(const ImportRecord& record)
{
    auto insert = m_connection->statement("INSERT INTO desk_import (time, file, bytes, hash, format, kind, rows_read, accepted, rejected, rules) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    insert->bind(record.time.nanos).bind(record.file).bind(record.bytes).bind(record.hash).bind(record.format).bind(record.kind);
    insert->bind(record.rowsRead).bind(record.accepted).bind(record.rejected).bind(record.rules);
    if (auto done = insert->run(); !done)
        return done.error();
    return insert->lastInsertId();
}

Result<void> SqliteImportLog::finish(const ImportRecord& record, const std::vector<ImportedValue>& values)
{
    auto transaction = Transaction::begin(*m_connection);
    if (!transaction)
        return transaction.error();
    {
        auto update = m_connection->statement("UPDATE desk_import SET format = ?, kind = ?, rows_read = ?, accepted = ?, rejected = ?, rules = ? WHERE id = ?");
        if (!update)
            return update.error();
        update->bind(record.format).bind(record.kind).bind(record.rowsRead).bind(record.accepted).bind(record.rejected).bind(record.rules).bind(record.id);
        const auto done = update->run();
        if (!done)
            return done.error();
        if (*done == 0)
            return notFound("market.import-unknown", std::to_string(record.id));
        auto insert = m_connection->statement("INSERT OR REPLACE INTO desk_import_value (import_id, kind, name, first_time, last_time) VALUES (?, ?, ?, ?, ?)");
        if (!insert)
            return insert.error();
        for (const ImportedValue& value : values) {
            insert->bind(record.id).bind(value.kind).bind(value.name).bind(value.first.nanos).bind(value.last.nanos);
            if (auto inserted = insert->run(); !inserted)
                return inserted.error();
        }
    }
    return transaction->commit();
}

Result<ImportRecord> SqliteImportLog::import(std::int64_t id)
{
    auto query = m_connection->statement("SELECT id, time, file, bytes, hash, format, kind, rows_read, accepted, rejected, rules FROM desk_import WHERE id = ?");
    if (!query)
        return query.error();
    query->bind(id);
    auto found = importlogsql::readImports(*query);
    if (!found)
        return found.error();
    if (found->empty())
        return notFound("market.import-unknown", std::to_string(id));
    return std::move(found->front());
}

Result<std::vector<ImportRecord>> SqliteImportLog::imports(std::size_t most)
{
    auto query = m_connection->statement("SELECT id, time, file, bytes, hash, format, kind, rows_read, accepted, rejected, rules FROM desk_import ORDER BY id DESC LIMIT ?");
    if (!query)
        return query.error();
    query->bind(static_cast<std::int64_t>(most));
    return importlogsql::readImports(*query);
}

Result<std::vector<ImportRecord>> SqliteImportLog::importsOf(std::string_view kind, std::string_view name)
{
    auto query = m_connection->statement("SELECT i.id, i.time, i.file, i.bytes, i.hash, i.format, i.kind, i.rows_read, i.accepted, i.rejected, i.rules FROM desk_import_value v "
                                         "JOIN desk_import i ON i.id = v.import_id WHERE v.kind = ? AND v.name = ? ORDER BY i.id DESC");
    if (!query)
        return query.error();
    query->bind(kind).bind(name);
    return importlogsql::readImports(*query);
}

Result<std::int64_t> SqliteImportLog::decide(const Decision& decision)
{
    auto insert = m_connection->statement("INSERT INTO desk_decision (time, kind, series, bar_start, field, before_text, after_text, reason, author) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    insert->bind(decision.time.nanos).bind(decision.kind).bind(decision.series);
    if (decision.barStart)
        insert->bind(decision.barStart->nanos);
    else
        insert->bindNull();
    insert->bind(decision.field).bind(decision.before).bind(decision.after).bind(decision.reason).bind(decision.author);
    if (auto done = insert->run(); !done)
        return done.error();
    return insert->lastInsertId();
}

Result<void> SqliteImportLog::markUndone(std::int64_t decision, std::int64_t by)
{
    auto update = m_connection->statement("UPDATE desk_decision SET undone_by = ? WHERE id = ? AND undone_by IS NULL");
    if (!update)
        return update.error();
    update->bind(by).bind(decision);
    const auto done = update->run();
    if (!done)
        return done.error();
    if (*done == 0)
        return notFound("market.decision-unknown", std::to_string(decision) + " is not there or undone already");
    return {};
}

Result<std::vector<Decision>> SqliteImportLog::decisions(std::string_view series)
{
    auto query = m_connection->statement("SELECT id, time, kind, series, bar_start, field, before_text, after_text, reason, author, undone_by FROM desk_decision WHERE ? = '' OR series = ? ORDER BY id");
    if (!query)
        return query.error();
    query->bind(series).bind(series);
    std::vector<Decision> all;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return all;
        Decision each;
        each.id = query->integer(0);
        each.time = Timestamp(query->integer(1));
        each.kind = query->text(2);
        each.series = query->text(3);
        if (!query->isNull(4))
            each.barStart = Timestamp(query->integer(4));
        each.field = query->text(5);
        each.before = query->text(6);
        each.after = query->text(7);
        each.reason = query->text(8);
        each.author = query->text(9);
        if (!query->isNull(10))
            each.undoneBy = query->integer(10);
        all.push_back(std::move(each));
    }
}

} // namespace rialto::storage
