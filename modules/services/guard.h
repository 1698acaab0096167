// SPDX-License-Identifier: GPL-3.0-or-later
// Guard: the one place where it is decided whether a call passes: the caller's permission, the clients they look after, and what
// needs a second person. Pure; AppServices asks it for every call, so that screens, console and gateways obey alike. Engine thread
// where an engine is asked.
// Errors: security.not-permitted, security.client-out-of-scope.
#pragma once

#include "engine/engine.h"
#include "security/user.h"
#include "services/book_snapshot.h"
#include "services/service_call.h"

#include <memory>
#include <optional>
#include <string>

namespace rialto::guard {

Result<void> check(const security::Principal& principal, ServiceCall call);
/// For what sees or touches everybody's data at once.
Result<void> checkWhole(const security::Principal& principal, ServiceCall call);
Result<void> check(const security::Principal& principal, ServiceCall call, AccountId account, const Engine& engine);
Result<void> check(const security::Principal& principal, const EngineHost::Body& body, const Engine& engine);

/// The same command, as the doing of who is in: what it says of who wrote, asked for or decided a client's record is theirs.
void sign(const security::Principal& principal, EngineHost::Body& body, const Engine& engine);

/// Why the command waits for a second person, if it does.
std::optional<std::string> secondPersonFor(const security::FourEyesPolicy& policy, const EngineHost::Body& body, const Engine& engine);

/// The book as the principal may see it: clients in scope only, names masked for who does not see personal data. The same snapshot when nothing is taken away.
std::shared_ptr<const BookSnapshot> viewFor(const security::Principal& principal, std::shared_ptr<const BookSnapshot> book);

} // namespace rialto::guard
