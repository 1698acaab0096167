// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/audit_chain.h"

#include "base/check.h"
#include "domain/date.h"
#include "security/audit_format.h"

#include <nlohmann/json.hpp>

namespace rialto::security {

namespace {

// Invalid UTF-8 becomes the replacement character: a log line is never lost for a byte.
std::string text(const std::string& value) { return nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secretOf(const KeySeed& seed, std::string& publicHex)
{
    std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES> open{};
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret{};
    RIALTO_CHECK(sodium_init() >= 0, "libsodium cannot be started");
    crypto_sign_seed_keypair(open.data(), secret.data(), seed.data());
    publicHex = audit_format::hex(open.data(), open.size());
    return secret;
}

} // namespace

AuditChain::AuditChain(const std::string& book, const KeySeed& seed) : m_anchor{0, audit_format::kNoHash}, m_seed(seed)
{
    m_header = seal("{\"rialto_audit\":1,\"book\":" + text(book) + ",\"key\":\"" + publicKey() + "\"");
}

AuditChain::AuditChain(AuditAnchor anchor, const KeySeed& seed) : m_anchor(std::move(anchor)), m_seed(seed) {}

AuditChain::~AuditChain() { sodium_memzero(m_seed.data(), m_seed.size()); }

std::string AuditChain::append(const AuditEntry& entry)
{
    ++m_anchor.sequence;
    std::string body = "{\"seq\":" + std::to_string(m_anchor.sequence) + ",\"time\":\"" + isoUtc(entry.time) + "\",\"actor\":" + text(entry.actor)
        + ",\"action\":" + text(entry.action) + ",\"subject\":" + text(entry.subject) + ",\"detail\":" + text(entry.detail);
    if (!entry.digest.empty())
        body += ",\"digest\":" + text(entry.digest);
    return seal(body);
}

std::string AuditChain::checkpoint(const KeySeed& next)
{
    const std::string body = "{\"checkpoint\":" + std::to_string(m_anchor.sequence) + ",\"next\":\"" + publicKeyOf(next) + "\"";
    const std::string line = seal(body + sign(body));
    m_seed = next;
    return line;
}

std::string AuditChain::end(Timestamp exported) const
{
    const std::string body = "{\"end\":" + std::to_string(m_anchor.sequence) + ",\"exported\":\"" + isoUtc(exported) + "\"";
    const std::string signedBody = body + sign(body);
    return signedBody + audit_format::kHashField + audit_format::chainHash(m_anchor.hash, signedBody) + "\"}";
}

std::string AuditChain::restart(const KeySeed& seed)
{
    m_seed = seed;
    return seal("{\"restart\":" + std::to_string(m_anchor.sequence) + ",\"key\":\"" + publicKey() + "\"");
}

std::string AuditChain::publicKey() const { return publicKeyOf(m_seed); }

std::string AuditChain::publicKeyOf(const KeySeed& seed)
{
    std::string open;
    auto secret = secretOf(seed, open);
    sodium_memzero(secret.data(), secret.size());
    return open;
}

std::string AuditChain::seal(const std::string& body)
{
    m_anchor.hash = audit_format::chainHash(m_anchor.hash, body);
    return body + audit_format::kHashField + m_anchor.hash + "\"}";
}

std::string AuditChain::sign(const std::string& body) const
{
    std::string open;
    auto secret = secretOf(m_seed, open);
    const std::string message = audit_format::signedMessage(m_anchor.hash, body);
    std::array<std::uint8_t, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, audit_format::bytes(message), message.size(), secret.data());
    sodium_memzero(secret.data(), secret.size());
    return audit_format::kSignatureField + audit_format::hex(signature.data(), signature.size()) + "\"";
}

std::string auditDigest(const std::string& bytes)
{
    return audit_format::chainHash(audit_format::kNoHash, bytes).substr(0, 32);
}

} // namespace rialto::security
