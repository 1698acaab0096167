// SPDX-License-Identifier: GPL-3.0-or-later
// Login: the way into a protected book, in two steps because the second reads what only the first can open. 1. The password opens
// the book's key (KeyRing: waits, counts). 2. With the book open, the user must exist, be enabled and show the second factor.
// Blocking: a trial of a password takes half a second or more. Any thread that owns the store.
// Errors: security.wait, security.password, security.user-disabled, security.code-missing, security.code, those of keeper and store.
#pragma once

#include "security/key_ring.h"
#include "security/user.h"

#include <functional>
#include <string>

namespace rialto {

struct Credentials {
    std::string user;
    std::string password;                          // wiped by who made it
    std::function<Result<std::string>()> code;     // a one-time or recovery code; called only for users that have a second factor
};

/// Step 1.
Result<security::SecretKey> openKey(const security::KeyRingKeeper& ring, const Credentials& credentials, Timestamp now);

struct Admitted {
    security::User user;
    std::string note;      // for the audit log: what went before ("after 3 wrong passwords; with a recovery code, 9 left")
};
/// Step 2. Keeps the code as used; the count of failures starts anew.
Result<Admitted> admit(const security::KeyRingKeeper& ring, security::SecurityStore& store, const Credentials& credentials, Timestamp now);

} // namespace rialto
