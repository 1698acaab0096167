// SPDX-License-Identifier: GPL-3.0-or-later
// AuditVerifier: reads an exported audit log line by line and says whether it is whole and unaltered, or which line is the first
// bad one. Depends on libsodium and the standard library only, because the stand-alone rialto-verify is this and a main().
// All input is hostile. One thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

namespace rialto::security {

struct AuditVerdict {
    bool intact = false;
    std::uint64_t records = 0;      // good ones
    std::uint64_t checkpoints = 0;
    std::uint64_t badLine = 0;      // 1 is the header; 0 when intact
    std::uint64_t badRecord = 0;    // its sequence number, or that which stands where it should
    std::string problem;            // a sentence
    std::string key;                // of the header: compare with the one that was noted
    std::string head;               // "SEQUENCE:HASH" of the last good record
};

class AuditVerifier {
public:
    /// What is known from elsewhere; empty: nothing. `anchor` is "SEQUENCE:HASH", `key` 64 hex digits of the header's key.
    AuditVerifier(std::string_view anchor, std::string_view key);

    /// A line without its line feed. After the first bad line nothing more is looked at.
    void line(std::string_view text);
    /// No line follows. `endsWithLineFeed`: the file's last byte was one.
    AuditVerdict finish(bool endsWithLineFeed);
    bool failed() const { return m_failed; }

private:
    bool fail(const std::string& problem);
    bool takeHash(std::string_view text, std::string_view& body, std::string& given);
    bool checkSignature(std::string_view body, std::string_view& unsignedBody);
    void takeRecord(std::string_view body);

    AuditVerdict m_verdict;
    std::string m_expectedKey;
    std::string m_anchorHash;
    std::uint64_t m_anchorSequence = 0;
    bool m_anchored = false;
    bool m_anchorMet = false;
    std::string m_hash;
    std::string m_key;
    std::uint64_t m_line = 0;
    std::uint64_t m_sequence = 0;
    bool m_ended = false;
    bool m_failed = false;
};

/// The whole text of a file at once.
AuditVerdict verifyAudit(std::string_view file, std::string_view anchor = {}, std::string_view key = {});
/// The same, line by line from a stream, so that a file of any size passes through a small memory.
AuditVerdict verifyAudit(std::istream& file, std::string_view anchor = {}, std::string_view key = {});

} // namespace rialto::security
