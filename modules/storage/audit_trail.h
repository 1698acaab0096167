// SPDX-License-Identifier: GPL-3.0-or-later
// AuditTrail: the audit log of a book, kept in book.db in the same transaction as the facts it speaks of, its key in the file
// audit.key beside it. The key moves on the first commit after kCheckpointEvery records and when the trail is closed; the file then holds the new
// key, and the old one only until the next move, because a commit and a file cannot change in one step.
// Belongs to the thread of its connection. Errors: storage.audit-key (the file cannot be written) and those of storage_error.h.
#pragma once

#include "engine/journal.h"
#include "security/audit_chain.h"
#include "security/secret_key.h"
#include "storage/connection.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rialto::storage {

/// Where the audit log's key lies; in a protected book the file is sealed with the book's key.
struct AuditKeyFile {
    std::string path;
    std::optional<security::SecretKey> key;
    AuditKeyFile() = default;
    AuditKeyFile(std::string file, std::optional<security::SecretKey> bookKey = std::nullopt) : path(std::move(file)), key(std::move(bookKey)) {}
    AuditKeyFile(const char* file) : path(file) {}
};

class AuditTrail {
public:
    static constexpr std::uint64_t kCheckpointEvery = 256;

    /// Begins the log when the book has none; goes on where it ended otherwise. A lost key is noted in the log itself.
    static Result<std::unique_ptr<AuditTrail>> open(Connection& connection, AuditKeyFile keyFile);

    /// Inside the caller's transaction. `accepted()` once it is committed, `rolledBack()` when it is not.
    Result<void> add(const Fact& fact, std::int64_t sequence, const std::string& actor = "local");
    /// Before the commit: signs what was added when there is enough of it. Once a transaction, because a new key is a flush.
    Result<void> seal();
    /// A transaction of its own.
    Result<void> note(const AuditNote& note, const std::string& actor);
    void accepted();
    void rolledBack();
    /// A transaction of its own: signs what is not yet signed.
    Result<void> sign();

    /// Writes header, lines and a signed end, each with its line feed. Reading only.
    static Result<security::AuditAnchor> exportTo(Connection& connection, const AuditKeyFile& keyFile, Timestamp now, const std::function<bool(const std::string&)>& write);
    /// The newest lines, oldest of them first. Reading only.
    static Result<std::vector<std::string>> tail(Connection& connection, int most);
    /// The number of the first fact that is not as the log remembers it, if any.
    static Result<std::optional<std::int64_t>> firstAlteredFact(Connection& connection, const std::function<Result<void>(const std::function<Result<void>(Fact&&)>&)>& load);

private:
    AuditTrail(Connection& connection, AuditKeyFile keyFile) : m_connection(connection), m_keyFile(std::move(keyFile)) {}
    Result<void> load();
    Result<void> insert(const std::string& line);
    Result<void> moveKey();

    Connection& m_connection;
    AuditKeyFile m_keyFile;
    std::unique_ptr<security::AuditChain> m_chain;
    security::KeySeed m_seed{};        // in force
    security::KeySeed m_committedSeed{};
    security::AuditAnchor m_committed; // to go back to after a rollback
    std::uint64_t m_unsigned = 0;
    std::uint64_t m_committedUnsigned = 0;
};

} // namespace rialto::storage
