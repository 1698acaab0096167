// SPDX-License-Identifier: GPL-3.0-or-later
// What writer and verifier of the audit log must agree on, byte by byte. Header only, on libsodium and nothing else of the
// program, so that the stand-alone verifier carries no more than this.
#pragma once

#include <sodium.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rialto::security::audit_format {

inline constexpr std::size_t kHashHex = 64;
inline constexpr std::size_t kKeyHex = 64;
inline constexpr std::size_t kSignatureHex = 128;
inline const std::string kNoHash(kHashHex, '0');
inline const std::string kHashField = ",\"hash\":\"";
inline const std::string kSignatureField = ",\"signature\":\"";
inline constexpr std::string_view kSignatureDomain = "rialto-audit-1 ";

inline const unsigned char* bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

inline std::string hex(const std::uint8_t* data, std::size_t size)
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(size * 2);
    for (std::size_t i = 0; i < size; ++i) {
        text += kDigits[data[i] >> 4];
        text += kDigits[data[i] & 15];
    }
    return text;
}

/// Small letters only: a digit has one spelling. False when the text is anything else.
inline bool unhex(std::string_view text, std::uint8_t* data, std::size_t size)
{
    if (text.size() != size * 2)
        return false;
    const auto value = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
    for (std::size_t i = 0; i < size; ++i) {
        const int high = value(text[2 * i]);
        const int low = value(text[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        data[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return true;
}

/// BLAKE2b-256 over the hash before, as 64 letters, and the line up to its own hash field.
inline std::string chainHash(std::string_view before, std::string_view body)
{
    crypto_generichash_state state;
    std::uint8_t digest[32];
    crypto_generichash_init(&state, nullptr, 0, sizeof digest);
    crypto_generichash_update(&state, bytes(before), before.size());
    crypto_generichash_update(&state, bytes(body), body.size());
    crypto_generichash_final(&state, digest, sizeof digest);
    return hex(digest, sizeof digest);
}

inline std::string signedMessage(std::string_view before, std::string_view body)
{
    return std::string(kSignatureDomain) + std::string(before) + std::string(body);
}

} // namespace rialto::security::audit_format
