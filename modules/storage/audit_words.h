// SPDX-License-Identifier: GPL-3.0-or-later
// What the audit log says about a fact: action, subject and detail in fixed English words, no names of persons, and a digest
// over every cell of its rows. Used by AuditTrail.
#pragma once

#include "engine/fact.h"
#include "security/audit_chain.h"

#include <string>

namespace rialto::storage {

security::AuditEntry auditEntryOf(const Fact& fact, std::int64_t sequence, Timestamp now, const std::string& actor);
/// Over the cells as they are stored, transfers and reservations included.
std::string factDigest(const Fact& fact);

} // namespace rialto::storage
