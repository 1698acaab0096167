// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/audit_verifier.h"

#include "security/audit_format.h"

#include <charconv>
#include <istream>

namespace rialto::security {

namespace {

constexpr std::size_t kLongestLine = std::size_t{1} << 20;

bool startsWith(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

/// The number after the prefix: no sign, no leading zero, so that it has one spelling.
bool numberAfter(std::string_view text, std::string_view prefix, std::uint64_t& value, std::string_view& rest)
{
    if (!startsWith(text, prefix))
        return false;
    const char* begin = text.data() + prefix.size();
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(begin, end, value);
    if (error != std::errc() || stop == begin || (*begin == '0' && stop - begin > 1))
        return false;
    rest = std::string_view(stop, static_cast<std::size_t>(end - stop));
    return true;
}

/// `,"name":"<digits hex digits>"` and nothing else.
bool hexField(std::string_view text, std::string_view name, std::size_t digits, std::string& value)
{
    const std::string opening = ",\"" + std::string(name) + "\":\"";
    if (text.size() != opening.size() + digits + 1 || !startsWith(text, opening) || text.back() != '"')
        return false;
    value = std::string(text.substr(opening.size(), digits));
    return value.find_first_not_of("0123456789abcdef") == std::string::npos;
}

} // namespace

AuditVerifier::AuditVerifier(std::string_view anchor, std::string_view key) : m_expectedKey(key), m_hash(audit_format::kNoHash)
{
    if (sodium_init() < 0) {
        fail("libsodium cannot be started");
        return;
    }
    if (anchor.empty())
        return;
    m_anchored = true;
    std::string_view rest;
    std::uint64_t sequence = 0;
    if (!numberAfter(anchor, "", sequence, rest) || rest.size() != audit_format::kHashHex + 1 || rest.front() != ':')
        fail("the anchor is not of the form SEQUENCE:HASH");
    else {
        m_anchorSequence = sequence;
        m_anchorHash = std::string(rest.substr(1));
    }
}

bool AuditVerifier::fail(const std::string& problem)
{
    if (!m_failed) {
        m_failed = true;
        m_verdict.badLine = m_line;
        m_verdict.badRecord = m_sequence + 1;
        m_verdict.problem = problem;
    }
    return false;
}

bool AuditVerifier::takeHash(std::string_view text, std::string_view& body, std::string& given)
{
    const std::size_t tail = audit_format::kHashField.size() + audit_format::kHashHex + 2;
    if (text.size() <= tail || text.substr(text.size() - tail, audit_format::kHashField.size()) != audit_format::kHashField || text.substr(text.size() - 2) != "\"}")
        return fail("the line does not end with its hash");
    body = text.substr(0, text.size() - tail);
    given = std::string(text.substr(text.size() - 2 - audit_format::kHashHex, audit_format::kHashHex));
    if (audit_format::chainHash(m_hash, body) != given)
        return fail("the line was altered, or a line before it was removed, added or moved");
    return true;
}

bool AuditVerifier::checkSignature(std::string_view body, std::string_view& unsignedBody)
{
    const std::size_t tail = audit_format::kSignatureField.size() + audit_format::kSignatureHex + 1;
    if (body.size() <= tail || body.substr(body.size() - tail, audit_format::kSignatureField.size()) != audit_format::kSignatureField || body.back() != '"')
        return fail("a signature is missing");
    unsignedBody = body.substr(0, body.size() - tail);
    const std::string_view signature = body.substr(body.size() - 1 - audit_format::kSignatureHex, audit_format::kSignatureHex);
    std::uint8_t signatureBytes[crypto_sign_BYTES];
    std::uint8_t keyBytes[crypto_sign_PUBLICKEYBYTES];
    const std::string message = audit_format::signedMessage(m_hash, unsignedBody);
    if (!audit_format::unhex(signature, signatureBytes, sizeof signatureBytes) || !audit_format::unhex(m_key, keyBytes, sizeof keyBytes)
        || crypto_sign_verify_detached(signatureBytes, audit_format::bytes(message), message.size(), keyBytes) != 0)
        return fail("the signature is not that of the key in force");
    return true;
}

void AuditVerifier::takeRecord(std::string_view body)
{
    std::uint64_t sequence = 0;
    std::string_view rest;
    if (!numberAfter(body, "{\"seq\":", sequence, rest) || sequence != m_sequence + 1) {
        fail("record " + std::to_string(m_sequence + 1) + " is not where it should be");
        return;
    }
}

void AuditVerifier::line(std::string_view text)
{
    if (m_failed)
        return;
    ++m_line;
    if (m_ended) {
        fail("something follows the end of the log");
        return;
    }
    if (text.size() > kLongestLine) {
        fail("the line is longer than a record can be");
        return;
    }
    std::string_view body;
    std::string hash;
    if (!takeHash(text, body, hash))
        return;
    std::uint64_t number = 0;
    std::string_view rest;
    std::string_view unsignedBody;
    if (m_line == 1) {
        const std::string opening = ",\"key\":\"";
        const std::size_t tail = opening.size() + audit_format::kKeyHex + 1;
        if (!numberAfter(body, "{\"rialto_audit\":", number, rest) || number != 1 || rest.size() <= tail || !hexField(rest.substr(rest.size() - tail), "key", audit_format::kKeyHex, m_key)) {
            fail("this is no audit log of Rialto, or one of a newer version");
            return;
        }
        m_verdict.key = m_key;
        if (!m_expectedKey.empty() && m_expectedKey != m_key) {
            fail("the log was begun with another key than the one that was noted");
            return;
        }
    } else if (startsWith(body, "{\"seq\":")) {
        takeRecord(body);
        if (m_failed)
            return;
        ++m_sequence;
        m_verdict.records = m_sequence;
        m_verdict.head = std::to_string(m_sequence) + ":" + hash;
        if (m_anchored && m_sequence == m_anchorSequence) {
            if (hash != m_anchorHash) {
                --m_sequence;
                fail("the log differs from the anchor: it was rewritten");
                return;
            }
            m_anchorMet = true;
        }
    } else if (startsWith(body, "{\"checkpoint\":")) {
        if (!checkSignature(body, unsignedBody))
            return;
        std::string next;
        if (!numberAfter(unsignedBody, "{\"checkpoint\":", number, rest) || number != m_sequence || !hexField(rest, "next", audit_format::kKeyHex, next)) {
            fail("the checkpoint is not that of this place");
            return;
        }
        m_key = next;
        ++m_verdict.checkpoints;
    } else if (startsWith(body, "{\"end\":")) {
        if (!checkSignature(body, unsignedBody))
            return;
        if (!numberAfter(unsignedBody, "{\"end\":", number, rest) || number != m_sequence) {
            fail("the end is not that of this log");
            return;
        }
        m_ended = true;
    } else if (startsWith(body, "{\"restart\":")) {
        fail("the log was begun anew here without the key that was in force; what comes after is not covered by it");
        return;
    } else {
        fail("the line is of no known kind");
        return;
    }
    m_hash = hash;
}

AuditVerdict AuditVerifier::finish(bool endsWithLineFeed)
{
    if (!m_failed) {
        ++m_line;
        if (!m_ended)
            fail("the log breaks off: its end is missing");
        else if (!endsWithLineFeed)
            fail("the last line feed is missing");
        else if (m_anchored && !m_anchorMet && m_anchorSequence > 0)
            fail("the log ends at record " + std::to_string(m_sequence) + ", before record " + std::to_string(m_anchorSequence) + " of the anchor: it is an older copy");
    }
    m_verdict.intact = !m_failed;
    return m_verdict;
}

AuditVerdict verifyAudit(std::string_view file, std::string_view anchor, std::string_view key)
{
    AuditVerifier verifier(anchor, key);
    const bool complete = !file.empty() && file.back() == '\n';
    while (!file.empty() && !verifier.failed()) {
        const std::size_t end = file.find('\n');
        verifier.line(file.substr(0, end));
        file.remove_prefix(end == std::string_view::npos ? file.size() : end + 1);
    }
    return verifier.finish(complete);
}

AuditVerdict verifyAudit(std::istream& file, std::string_view anchor, std::string_view key)
{
    AuditVerifier verifier(anchor, key);
    std::string line;
    bool endsWithLineFeed = false;
    while (!verifier.failed() && std::getline(file, line)) {
        endsWithLineFeed = !file.eof();
        verifier.line(line);
    }
    return verifier.finish(endsWithLineFeed);
}

} // namespace rialto::security
