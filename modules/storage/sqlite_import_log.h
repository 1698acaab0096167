// SPDX-License-Identifier: GPL-3.0-or-later
// SqliteImportLog: ImportLog in market.db. The connection's thread.
#pragma once

#include "market/import_log.h"
#include "storage/connection.h"

namespace rialto::storage {

class SqliteImportLog final : public market::ImportLog {
public:
    explicit SqliteImportLog(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}

    Result<std::int64_t> begin(const market::ImportRecord& record) override;
    Result<void> finish(const market::ImportRecord& record, const std::vector<market::ImportedValue>& values) override;
    Result<market::ImportRecord> import(std::int64_t id) override;
    Result<std::vector<market::ImportRecord>> imports(std::size_t most) override;
    Result<std::vector<market::ImportRecord>> importsOf(std::string_view kind, std::string_view name) override;
    Result<std::int64_t> decide(const market::Decision& decision) override;
    Result<void> markUndone(std::int64_t decision, std::int64_t by) override;
    Result<std::vector<market::Decision>> decisions(std::string_view series) override;

private:
    std::unique_ptr<Connection> m_connection;
};

} // namespace rialto::storage
