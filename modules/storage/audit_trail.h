// SPDX-License-Identifier: GPL-3.0-or-later
// AuditTrail: the audit log of a book, kept in book.db in the same transaction as the facts it speaks of, its key in the file
// audit.key beside it. The key moves on every kCheckpointEvery records and when the trail is closed; the file then holds the new
// key, and the old one only until the next move, because a commit and a file cannot change in one step.
// Belongs to the thread of its connection. Errors: storage.audit-key (the file cannot be written) and those of storage_error.h.
#pragma once

#include "engine/fact.h"
#include "security/audit_chain.h"
#include "storage/connection.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rialto::storage {

class AuditTrail {
public:
    static constexpr std::uint64_t kCheckpointEvery = 256;

    /// Begins the log when the book has none; goes on where it ended otherwise. A lost key is noted in the log itself.
    static Result<std::unique_ptr<AuditTrail>> open(Connection& connection, std::string keyFile);

    /// Inside the caller's transaction. `accepted()` once it is committed, `rolledBack()` when it is not.
    Result<void> add(const Fact& fact, std::int64_t sequence);
    void accepted();
    void rolledBack();
    /// A transaction of its own: signs what is not yet signed.
    Result<void> sign();

    /// Writes header, lines and a signed end, each with its line feed. Reading only.
    static Result<security::AuditAnchor> exportTo(Connection& connection, const std::string& keyFile, Timestamp now, const std::function<bool(const std::string&)>& write);
    /// The number of the first fact that is not as the log remembers it, if any.
    static Result<std::optional<std::int64_t>> firstAlteredFact(Connection& connection, const std::function<Result<void>(const std::function<Result<void>(Fact&&)>&)>& load);

private:
    AuditTrail(Connection& connection, std::string keyFile) : m_connection(connection), m_keyFile(std::move(keyFile)) {}
    Result<void> load();
    Result<void> insert(const std::string& line);
    Result<void> moveKey();

    Connection& m_connection;
    std::string m_keyFile;
    std::unique_ptr<security::AuditChain> m_chain;
    security::KeySeed m_seed{};        // in force
    security::KeySeed m_committedSeed{};
    security::AuditAnchor m_committed; // to go back to after a rollback
    std::uint64_t m_unsigned = 0;
    std::uint64_t m_committedUnsigned = 0;
};

} // namespace rialto::storage
