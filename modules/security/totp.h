// SPDX-License-Identifier: GPL-3.0-or-later
// Totp: one-time codes as authenticator apps show them (RFC 6238 over RFC 4226, HMAC-SHA-1, 30 s, 6 digits), and recovery codes.
// Pure: the time and the random bytes come in. Secrets are raw bytes; base32 (RFC 4648) is for people and QR codes.
#pragma once

#include "base/clock.h"
#include "security/secret_key.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::security {

inline constexpr std::int64_t kTotpPeriod = 30 * kNanosPerSecond;

/// HOTP of the counter (RFC 4226), `digits` from 6 to 8.
std::string hotp(std::string_view secret, std::uint64_t counter, int digits = 6);
inline std::uint64_t totpStep(Timestamp now) { return static_cast<std::uint64_t>(now.nanos / kTotpPeriod); }
/// The step whose code this is, one step of clock drift to either side; nothing when it is none of them or not younger than `lastUsed`:
/// a code counts once.
std::optional<std::uint64_t> acceptTotp(std::string_view secret, std::string_view code, Timestamp now, std::uint64_t lastUsed);

std::string toBase32(std::string_view bytes);
/// For the QR code or to be typed: otpauth://totp/Rialto:NAME?secret=...
std::string otpauthUri(std::string_view user, std::string_view secret);

/// Twenty bytes.
std::string newTotpSecret(const RandomBytes& random);
/// Ten codes of six groups "abcd-efgh-jkmn-...", 120 bits each; what is kept are their hashes.
std::vector<std::string> newRecoveryCodes(const RandomBytes& random);
/// BLAKE2b-256 in hex; capitals, spaces and dashes do not matter. Random codes need no slow hash.
std::string recoveryHash(std::string_view code);

/// SHA-1 (FIPS 180-4): libsodium leaves it out, and authenticator apps know nothing else. For HMAC only.
std::string sha1(std::string_view bytes);

} // namespace rialto::security
