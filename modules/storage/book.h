// SPDX-License-Identifier: GPL-3.0-or-later
// Book: a directory that holds everything of one user or firm: book.db (facts, each commit survives power loss), market.db
// (bars and ticks, can be imported again) and book.lock. One program writes a book at a time; others may read it.
// The lock is a lock of the operating system, so a killed program leaves none behind. The Book may be used from any thread;
// each connection that it opens belongs to the thread that asked.
// Errors: storage.locked (another program writes this book), storage.read-only, storage.corrupt, storage.newer-schema,
// storage.no-book (reading a directory that holds none), and those of storage_error.h.
#pragma once

#include "base/result.h"
#include "security/secret_key.h"
#include "storage/connection.h"
#include "storage/sealed_vfs.h"

#include <memory>
#include <optional>
#include <string>

class QLockFile;

namespace rialto::storage {

class Book {
public:
    enum class Access { Write, Read };

    /// With Write, a directory that is not there is made, the schemas are brought up to date and book.db is checked.
    /// A protected book needs its key (security/key_ring.h); then every page of book.db is checked before it is used.
    /// Errors also: security.login-needed, storage.page-damaged.
    static Result<std::unique_ptr<Book>> open(const std::string& directory, Access access = Access::Write, std::optional<security::SecretKey> key = std::nullopt);
    ~Book();

    Result<std::unique_ptr<Connection>> connectFacts() const;
    Result<std::unique_ptr<Connection>> connectMarket() const;
    const std::string& directory() const { return m_directory; }
    bool readOnly() const { return m_access == Access::Read; }

private:
    Book(std::string directory, Access access);
    Result<void> lock();
    Result<void> prepare();

    std::unique_ptr<SealedFolder> m_sealed; // of a protected book
    std::string m_directory;
    Access m_access;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace rialto::storage
