// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>

#include <algorithm>
#include <cctype>

static void initialiseSqlResources()
{
    Q_INIT_RESOURCE(rialto_sql);
}

namespace rialto::storage {

namespace {

std::string checksum(const Migration& migration)
{
    // Line ends may change with a checkout; the meaning does not.
    std::string text = migration.sql;
    std::erase(text, '\r');
    const QByteArrayView view(text.data(), static_cast<qsizetype>(text.size()));
    return QCryptographicHash::hash(view.toByteArray(), QCryptographicHash::Sha256).toHex().toStdString();
}

bool isWord(std::string_view script, std::size_t at, std::string_view word)
{
    if (script.size() - at < word.size() || (at > 0 && std::isalnum(static_cast<unsigned char>(script[at - 1])) != 0))
        return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (std::toupper(static_cast<unsigned char>(script[at + i])) != word[i])
            return false;
    const std::size_t after = at + word.size();
    return after == script.size() || (std::isalnum(static_cast<unsigned char>(script[after])) == 0 && script[after] != '_');
}

Result<void> compareApplied(Connection& connection, const std::vector<Migration>& migrations, std::vector<int>& applied)
{
    auto query = connection.statement("SELECT version, name, checksum FROM schema_migration ORDER BY version");
    if (!query)
        return query.error();
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        const int version = static_cast<int>(query->integer(0));
        const auto known = std::find_if(migrations.begin(), migrations.end(), [&](const auto& m) { return m.version == version; });
        if (known == migrations.end())
            return refused("storage.newer-schema", connection.path() + ": its schema has step " + std::to_string(version) + " (" + query->text(1)
                    + "), this program knows up to " + std::to_string(migrations.empty() ? 0 : migrations.back().version)
                    + "; open it with the newer Rialto that made it");
        if (query->text(2) != checksum(*known))
            return corrupt("storage.schema-altered", connection.path() + ": schema step " + std::to_string(version) + " (" + query->text(1)
                    + ") was applied from a different text than this program holds");
        applied.push_back(version);
    }
}

Result<void> applyOne(Connection& connection, const Migration& migration)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    for (const auto& sql : splitStatements(migration.sql))
        if (auto done = connection.execute(sql); !done)
            return Error{done.error().kind, done.error().code, "schema step " + std::to_string(migration.version) + ": " + done.error().detail};
    auto record = connection.statement("INSERT INTO schema_migration (version, name, checksum) VALUES (?, ?, ?)");
    if (!record)
        return record.error();
    record->bind(migration.version).bind(migration.name).bind(checksum(migration));
    if (auto done = record->run(); !done)
        return done.error();
    return transaction->commit();
}

} // namespace

std::vector<Migration> builtInMigrations(std::string_view folder)
{
    initialiseSqlResources();
    std::vector<Migration> found;
    const QDir dir(QStringLiteral(":/rialto/sql/") + QString::fromUtf8(folder.data(), static_cast<qsizetype>(folder.size())));
    for (const QString& entry : dir.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(entry));
        RIALTO_CHECK(file.open(QIODevice::ReadOnly), "a compiled-in migration is readable");
        Migration migration;
        migration.version = entry.left(4).toInt();
        migration.name = entry.mid(5).chopped(4).toStdString();
        migration.sql = file.readAll().toStdString();
        RIALTO_CHECK(migration.version > 0, "a migration is named NNNN_name.sql");
        found.push_back(std::move(migration));
    }
    return found;
}

std::vector<std::string> splitStatements(std::string_view script)
{
    std::vector<std::string> statements;
    std::size_t start = 0;
    bool inTrigger = false;
    const auto finish = [&](std::size_t end) {
        const std::string_view statement = script.substr(start, end - start);
        const auto first = statement.find_first_not_of(" \t\r\n");
        if (first != std::string_view::npos)
            statements.emplace_back(statement.substr(first));
        start = end + 1;
        inTrigger = false;
    };
    for (std::size_t at = 0; at < script.size(); ++at) {
        const char c = script[at];
        if (c == '-' && script.substr(at, 2) == "--") {
            const auto end = script.find('\n', at);
            const std::size_t stop = end == std::string_view::npos ? script.size() : end;
            // A comment before the statement is not part of it; one inside stays.
            if (script.substr(start, at - start).find_first_not_of(" \t\r\n") == std::string_view::npos)
                start = stop;
            at = stop - (stop == script.size() ? 1 : 0);
        } else if (c == '\'' || c == '"') {
            const auto end = script.find(c, at + 1);
            at = end == std::string_view::npos ? script.size() : end;
        } else if (isWord(script, at, "TRIGGER")) {
            inTrigger = true;
        } else if (c == ';' && (!inTrigger || (at >= 3 && isWord(script.substr(0, at), at - 3, "END")))) {
            finish(at);
        }
    }
    if (start < script.size())
        finish(script.size());
    return statements;
}

Result<int> applyMigrations(Connection& connection, const std::vector<Migration>& migrations)
{
    if (auto done = connection.execute("CREATE TABLE IF NOT EXISTS schema_migration ("
                                       "version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT");
        !done)
        return done.error();
    std::vector<int> applied;
    if (auto same = compareApplied(connection, migrations, applied); !same)
        return same.error();
    int count = 0;
    for (const auto& migration : migrations) {
        if (std::find(applied.begin(), applied.end(), migration.version) != applied.end())
            continue;
        if (auto done = applyOne(connection, migration); !done)
            return done.error();
        ++count;
    }
    return count;
}

Result<void> checkSchema(Connection& connection, const std::vector<Migration>& migrations)
{
    std::vector<int> applied;
    if (auto same = compareApplied(connection, migrations, applied); !same)
        return same.error();
    if (applied.size() < migrations.size())
        return refused("storage.older-schema", connection.path() + ": open it once for writing, so that it can be brought to the newest schema");
    return {};
}

} // namespace rialto::storage
