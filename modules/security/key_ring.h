// SPDX-License-Identifier: GPL-3.0-or-later
// KeyRing: what stands at the door of a protected book, in the file book.keys: for each user the book's key, wrapped under their
// password, and how often a wrong one was tried. It holds no secret that a password does not protect, and names only as hashes.
// A value: parse, change, text; the caller reads and writes the file and holds its lock while a password is tried, so that
// guesses cannot run side by side. Errors: security.key-ring (not a key ring), security.wait, security.password, security.no-memory.
#pragma once

#include "base/clock.h"
#include "security/password_key.h"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace rialto::security {

class KeyRing {
public:
    /// A new book's; the id is random.
    static KeyRing make(const RandomBytes& random);
    static Result<KeyRing> parse(const std::string& text);
    std::string text() const;

    /// Counts, makes wait, and opens. A user that is not there costs as much time as one that is, and gets the same answer.
    /// The caller writes the ring back whatever the answer is.
    Result<SecretKey> open(const std::string& user, const std::string& password, Timestamp now);
    /// All factors were right: the count of wrong ones starts anew.
    void succeeded(const std::string& user);
    /// A second factor that was wrong counts as a wrong password.
    void countFailure(const std::string& user, Timestamp now);
    /// A new user or a new password: nothing but the wrapping changes.
    Result<void> set(const std::string& user, const std::string& password, const SecretKey& key, const PasswordCost& cost, const RandomBytes& random);
    void remove(const std::string& user) { m_slots.erase(slotOf(user)); }
    bool has(const std::string& user) const { return m_slots.count(slotOf(user)) > 0; }
    int failures(const std::string& user) const;
    /// When the next try is looked at.
    Timestamp openAgain(const std::string& user) const;
    /// Every screen that has the book open shall ask for a password again.
    void lockScreens(Timestamp now) { m_locked = now; }
    Timestamp lockedAt() const { return m_locked; }
    const std::string& bookId() const { return m_bookId; }
    std::size_t size() const { return m_slots.size(); }

private:
    struct Tries {
        int failures = 0;
        Timestamp last;
    };
    struct Slot {
        WrappedKey key;
        Tries tries;
    };
    std::string slotOf(const std::string& user) const;
    std::string contextOf(const std::string& slot) const;

    std::string m_bookId;
    Timestamp m_locked;
    std::map<std::string, Slot> m_slots;
    Tries m_strangers; // names that are not there share one count
};

/// Where the ring is kept. `update` reads, changes and writes back under a lock, also when `change` failed: a wrong password counts.
class KeyRingKeeper {
public:
    virtual ~KeyRingKeeper() = default;
    virtual Result<KeyRing> read() const = 0;
    virtual Result<void> update(const std::function<Result<void>(KeyRing&)>& change) const = 0;
};

} // namespace rialto::security
