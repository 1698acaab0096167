// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a database to the newest schema: every file resources/sql/<folder>/NNNN_name.sql that it has not seen, in order,
// each in its own transaction. What was applied is recorded with the SHA-256 of its text; files are never edited once released.
// Errors: storage.newer-schema (made by a newer Rialto), storage.schema-altered (a recorded text differs from ours), and
// those of storage_error.h.
#pragma once

#include "base/result.h"
#include "storage/connection.h"

#include <string>
#include <string_view>
#include <vector>

namespace rialto::storage {

struct Migration {
    int version = 0;
    std::string name;
    std::string sql;
};

/// The migrations compiled into the program; folder "book" or "market".
std::vector<Migration> builtInMigrations(std::string_view folder);
/// Splits a script at the semicolons that end statements; comments and literals may contain them, triggers too.
std::vector<std::string> splitStatements(std::string_view script);
/// The number of migrations applied now.
Result<int> applyMigrations(Connection& connection, const std::vector<Migration>& migrations);
/// For connections that may not write: the schema must be the newest one already. Errors also storage.older-schema.
Result<void> checkSchema(Connection& connection, const std::vector<Migration>& migrations);

} // namespace rialto::storage
