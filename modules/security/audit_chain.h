// SPDX-License-Identifier: GPL-3.0-or-later
// AuditChain: writes the lines of the audit log, so that an altered, missing, moved or added line is found by anyone who reads
// them (security/audit_verifier.h; docs/security/audit-log.md tells the format byte by byte). Each line carries a hash over
// itself and all lines before it. Every so often a checkpoint is signed; it names the key of the next one, and the old key is
// thrown away: who takes over the machine later can no longer forge what was written before.
// Keys come in from outside (32 random bytes); nothing here is random, reads a clock or does I/O. One thread at a time.
// BLAKE2b-256 and Ed25519 are libsodium's. Scheme of moving keys: Bellare and Miner, forward-secure signatures, 1999.
#pragma once

#include "base/clock.h"

#include <array>
#include <cstdint>
#include <string>

namespace rialto::security {

using KeySeed = std::array<std::uint8_t, 32>;

/// What is remembered. No secrets and no more of a person than needed: lines are never erased.
struct AuditEntry {
    Timestamp time;
    std::string actor;    // "local", a user's name
    std::string action;   // "order.placed"
    std::string subject;  // "order 12"
    std::string detail;
    std::string digest;   // of the fact that it speaks of, hex; may be empty
};

/// A place in the log that can be kept outside the machine: "after record `sequence` the hash was `hash`".
struct AuditAnchor {
    std::uint64_t sequence = 0;
    std::string hash;     // 64 hex digits
};

class AuditChain {
public:
    /// A new log; `header()` is its first line.
    AuditChain(const std::string& book, const KeySeed& seed);
    /// Goes on after a line whose hash was `anchor.hash`, with the key in force there.
    AuditChain(AuditAnchor anchor, const KeySeed& seed);
    ~AuditChain();
    AuditChain(const AuditChain&) = delete;
    AuditChain& operator=(const AuditChain&) = delete;

    const std::string& header() const { return m_header; }
    std::string append(const AuditEntry& entry);
    /// Signs everything so far and goes on with the next key; the one in force is wiped.
    std::string checkpoint(const KeySeed& next);
    /// The last line of an export, signed by the key in force. The log itself goes on as if it had not been written.
    std::string end(Timestamp exported) const;
    /// The log goes on although the key in force is lost; a verifier will say so.
    std::string restart(const KeySeed& seed);

    const AuditAnchor& anchor() const { return m_anchor; }
    /// The public half of the key in force, hex.
    std::string publicKey() const;
    static std::string publicKeyOf(const KeySeed& seed);

private:
    std::string seal(const std::string& body);
    std::string sign(const std::string& body) const;

    AuditAnchor m_anchor;
    KeySeed m_seed{};
    std::string m_header;
};

/// BLAKE2b-256 of the bytes, the first 32 hex digits: enough to name a fact.
std::string auditDigest(const std::string& bytes);

} // namespace rialto::security
