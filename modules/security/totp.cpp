// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/totp.h"

#include "security/audit_format.h"

#include <array>
#include <bit>

namespace rialto::security {

namespace {

constexpr std::size_t kBlock = 64;

std::string hmacSha1(std::string_view key, std::string_view message)
{
    std::string padded = key.size() > kBlock ? sha1(key) : std::string(key);
    padded.resize(kBlock, '\0');
    std::string inner = padded;
    std::string outer = padded;
    for (std::size_t i = 0; i < kBlock; ++i) {
        inner[i] = static_cast<char>(inner[i] ^ 0x36);
        outer[i] = static_cast<char>(outer[i] ^ 0x5c);
    }
    return sha1(outer + sha1(inner.append(message)));
}

std::uint8_t byteAt(std::string_view text, std::size_t at) { return static_cast<std::uint8_t>(text[at]); }

} // namespace

std::string sha1(std::string_view bytes)
{
    std::array<std::uint32_t, 5> h{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    std::string text(bytes);
    text += '\x80';
    while (text.size() % kBlock != 56)
        text += '\0';
    const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
    for (int shift = 56; shift >= 0; shift -= 8)
        text += static_cast<char>(bits >> shift & 0xFF);
    for (std::size_t block = 0; block < text.size(); block += kBlock) {
        std::array<std::uint32_t, 80> w{};
        for (std::size_t i = 0; i < 16; ++i)
            for (std::size_t j = 0; j < 4; ++j)
                w[i] = w[i] << 8 | byteAt(text, block + 4 * i + j);
        for (std::size_t i = 16; i < 80; ++i)
            w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
        auto [a, b, c, d, e] = h;
        for (std::size_t i = 0; i < 80; ++i) {
            const std::uint32_t f = i < 20 ? (b & c) | (~b & d) : i < 40 ? b ^ c ^ d : i < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
            const std::uint32_t k = i < 20 ? 0x5A827999 : i < 40 ? 0x6ED9EBA1 : i < 60 ? 0x8F1BBCDC : 0xCA62C1D6;
            const std::uint32_t next = std::rotl(a, 5) + f + e + k + w[i];
            e = d;
            d = c;
            c = std::rotl(b, 30);
            b = a;
            a = next;
        }
        h = {h[0] + a, h[1] + b, h[2] + c, h[3] + d, h[4] + e};
    }
    std::string digest;
    for (const std::uint32_t word : h)
        for (int shift = 24; shift >= 0; shift -= 8)
            digest += static_cast<char>(word >> shift & 0xFF);
    return digest;
}

std::string hotp(std::string_view secret, std::uint64_t counter, int digits)
{
    std::string message;
    for (int shift = 56; shift >= 0; shift -= 8)
        message += static_cast<char>(counter >> shift & 0xFF);
    const std::string mac = hmacSha1(secret, message);
    const std::size_t at = byteAt(mac, mac.size() - 1) & 0x0F;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | byteAt(mac, at + i);
    value &= 0x7FFFFFFF;
    std::uint32_t modulus = 1;
    for (int i = 0; i < digits; ++i)
        modulus *= 10;
    std::string code = std::to_string(value % modulus);
    return std::string(static_cast<std::size_t>(digits) - code.size(), '0') + code;
}

std::optional<std::uint64_t> acceptTotp(std::string_view secret, std::string_view code, Timestamp now, std::uint64_t lastUsed)
{
    if (secret.empty() || code.size() != 6)
        return std::nullopt;
    const std::uint64_t step = totpStep(now);
    for (const std::uint64_t candidate : {step, step - 1, step + 1})
        if (candidate > lastUsed && sodium_memcmp(hotp(secret, candidate).data(), code.data(), code.size()) == 0)
            return candidate;
    return std::nullopt;
}

std::string toBase32(std::string_view bytes)
{
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t waiting = 0;
    int bits = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        waiting = (waiting << 8 | byteAt(bytes, i)) & 0xFFFF;
        for (bits += 8; bits >= 5; bits -= 5)
            text += kLetters[waiting >> (bits - 5) & 31];
    }
    if (bits > 0)
        text += kLetters[waiting << (5 - bits) & 31];
    return text;
}

std::string otpauthUri(std::string_view user, std::string_view secret)
{
    std::string label;
    for (const char c : user) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        const auto byte = static_cast<std::uint8_t>(c);
        label += plain ? std::string(1, c) : "%" + audit_format::hex(&byte, 1);
    }
    return "otpauth://totp/Rialto:" + label + "?secret=" + toBase32(secret) + "&issuer=Rialto&algorithm=SHA1&digits=6&period=30";
}

std::string newTotpSecret(const RandomBytes& random)
{
    std::array<std::uint8_t, 20> bytes{};
    random(bytes);
    std::string secret(bytes.begin(), bytes.end());
    sodium_memzero(bytes.data(), bytes.size());
    return secret;
}

std::vector<std::string> newRecoveryCodes(const RandomBytes& random)
{
    constexpr std::string_view kLetters = "abcdefghjkmnpqrstuvwxyz023456789"; // no i, l, o, 1
    std::vector<std::string> codes;
    for (int n = 0; n < 10; ++n) {
        std::array<std::uint8_t, 24> bytes{};
        random(bytes);
        std::string code;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            code += (i > 0 && i % 4 == 0 ? "-" : "") + std::string(1, kLetters[bytes[i] & 31]);
        codes.push_back(std::move(code));
    }
    return codes;
}

std::string recoveryHash(std::string_view code)
{
    std::string plain;
    for (const char c : code)
        if (c != '-' && c != ' ')
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    std::array<std::uint8_t, 32> digest{};
    crypto_generichash(digest.data(), digest.size(), audit_format::bytes(plain), plain.size(), nullptr, 0);
    return audit_format::hex(digest.data(), digest.size());
}

} // namespace rialto::security
