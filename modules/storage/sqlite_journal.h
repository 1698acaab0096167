// SPDX-License-Identifier: GPL-3.0-or-later
// SqliteJournal: the engine's Journal on book.db. append() is one transaction with synchronous=FULL: when it returns, the
// facts survive kill -9 and power loss; hand it the facts of many steps at once and they share one disk flush (group commit).
// Each fact carries a hash over its row; load() checks it. Belongs to the thread that opened its connection.
// Errors: journal.duplicate, storage.text-not-utf8, storage.corrupt, and those of storage_error.h.
#pragma once

#include "engine/journal.h"
#include "storage/audit_trail.h"
#include "storage/connection.h"

#include <memory>

namespace rialto::storage {

class SqliteJournal final : public Journal {
public:
    /// The schema "book" must be there (Book::open, applyMigrations).
    /// With a key file each fact is also told to the audit log, in the same transaction (storage/audit_trail.h).
    static Result<std::unique_ptr<SqliteJournal>> open(std::unique_ptr<Connection> connection, const AuditKeyFile& auditKeyFile = {});
    ~SqliteJournal() override;

    Result<void> append(const std::vector<Fact>& facts) override;
    Result<void> load(const std::function<Result<void>(Fact&&)>& visit) override;
    Result<std::optional<std::string>> setting(const std::string& key) override;
    Result<void> setSetting(const std::string& key, const std::string& value) override;
    void setActor(const std::string& user) override { m_actor = user; }
    Result<void> note(const AuditNote& note) override;

private:
    explicit SqliteJournal(std::unique_ptr<Connection> connection);
    Result<void> appendAll(const std::vector<Fact>& facts);
    Result<void> insert(std::int64_t seq, const Fact& fact);

    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<AuditTrail> m_audit;
    std::string m_actor = "local";
    std::int64_t m_lastSeq = 0;
};

} // namespace rialto::storage
