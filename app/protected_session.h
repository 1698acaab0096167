// SPDX-License-Identifier: GPL-3.0-or-later
// ProtectedSession: what an open protected book holds beside its stores: the key ring, the book's key, the user who is in, their
// session and the desk of users. Destroyed before the book. One thread at a time.
#pragma once

#include "services/book_session.h"
#include "storage/book.h"
#include "storage/key_ring_file.h"

#include <memory>
#include <optional>
#include <string>

namespace rialto::app {

/// A key ring lies beside it, or it is sealed (and then lost its ring).
bool isProtectedBook(const std::string& directory);

class ProtectedSession {
public:
    /// Step 1 of the login: before the book is opened.
    static Result<std::unique_ptr<ProtectedSession>> atTheDoor(const std::string& directory, const BookOptions& options);
    /// Step 2: with the book open. The services work for the user from then on.
    Result<void> enter(const storage::Book& book, AppServices& services, const std::string& program);
    /// The line for the audit log, once the engine is there.
    AuditNote beginning() const;
    ~ProtectedSession();

    SecurityDesk& desk() { return *m_desk; }
    const security::SecretKey& key() const { return m_key; }
    Timestamp lockedAt() const;
    void lock(AppServices& services);
    Result<void> unlock(AppServices& services, const Credentials& credentials);

private:
    Result<std::unique_ptr<security::SecurityStore>> openStore() const;
    ProtectedSession(const std::string& directory, security::SecretKey key, Credentials credentials)
        : m_ring(directory), m_key(std::move(key)), m_credentials(std::move(credentials))
    {
    }

    storage::KeyRingFile m_ring;
    security::SecretKey m_key;
    Credentials m_credentials;           // the password is wiped once it has opened the ring
    const storage::Book* m_book = nullptr;
    std::unique_ptr<SecurityDesk> m_desk;
    std::string m_user;
    std::string m_note;
    std::int64_t m_session = 0;
};

/// Puts the lock on a book that nobody has open; the key ring is the step that makes it count (storage/book_protection.h).
Result<void> protectBook(const std::string& directory, const SecurityDesk::NewUser& admin, const std::string& password);

Timestamp wallTime();

} // namespace rialto::app
