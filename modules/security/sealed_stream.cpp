// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/sealed_stream.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace rialto::security {

namespace {

constexpr std::string_view kMagic = "RIALTO-SEALED-1\n";
constexpr std::size_t kPiece = std::size_t{64} << 10;
// What a hostile file may ask of us.
constexpr std::uint32_t kMostPasses = 20;
constexpr std::uint32_t kMostMebibytes = 1024;

struct Key {
    std::array<std::uint8_t, crypto_secretstream_xchacha20poly1305_KEYBYTES> bytes{};
    Key() = default;
    Key(const Key&) = delete;
    Key& operator=(const Key&) = delete;
    ~Key() { sodium_memzero(bytes.data(), bytes.size()); }
};

std::array<std::uint8_t, 4> little(std::uint32_t value)
{
    return {static_cast<std::uint8_t>(value), static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 24)};
}
std::uint32_t little(const std::uint8_t* bytes)
{
    return std::uint32_t{bytes[0]} | std::uint32_t{bytes[1]} << 8 | std::uint32_t{bytes[2]} << 16 | std::uint32_t{bytes[3]} << 24;
}

Result<void> makeKey(Key& key, const std::string& password, const Salt& salt, const PasswordCost& cost)
{
    if (sodium_init() < 0)
        return unavailable("security.no-memory", "libsodium cannot be started");
    if (crypto_pwhash(key.bytes.data(), key.bytes.size(), password.data(), password.size(), salt.data(), cost.passes, std::size_t{cost.mebibytes} << 20,
            crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return unavailable("security.no-memory", "the key takes " + std::to_string(cost.mebibytes) + " MiB, which are not free now");
    return {};
}

/// Reads until the buffer is full or nothing follows.
Result<std::size_t> fill(const ByteReader& read, std::span<std::uint8_t> buffer)
{
    std::size_t got = 0;
    while (got < buffer.size()) {
        const auto more = read(buffer.subspan(got));
        if (!more)
            return more.error();
        if (*more == 0)
            break;
        got += *more;
    }
    return got;
}

} // namespace

Result<void> seal(const std::string& password, const Salt& salt, const PasswordCost& cost, const ByteReader& read, const ByteWriter& write)
{
    Key key;
    if (const auto made = makeKey(key, password, salt, cost); !made)
        return made;
    crypto_secretstream_xchacha20poly1305_state state;
    std::array<std::uint8_t, crypto_secretstream_xchacha20poly1305_HEADERBYTES> header{};
    crypto_secretstream_xchacha20poly1305_init_push(&state, header.data(), key.bytes.data());
    std::vector<std::uint8_t> front(kMagic.begin(), kMagic.end());
    for (const auto number : {cost.passes, cost.mebibytes})
        for (const auto byte : little(number))
            front.push_back(byte);
    front.insert(front.end(), salt.begin(), salt.end());
    front.insert(front.end(), header.begin(), header.end());
    if (const auto written = write(front); !written)
        return written;
    std::vector<std::uint8_t> plain(kPiece);
    std::vector<std::uint8_t> next(kPiece);
    std::vector<std::uint8_t> sealed(kPiece + crypto_secretstream_xchacha20poly1305_ABYTES);
    auto got = fill(read, plain);
    while (got) {
        // The last piece is marked, so one is read ahead.
        const auto following = *got == kPiece ? fill(read, next) : Result<std::size_t>(std::size_t{0});
        if (!following)
            return following.error();
        const bool last = *following == 0;
        unsigned long long length = 0;
        crypto_secretstream_xchacha20poly1305_push(&state, sealed.data(), &length, plain.data(), *got, nullptr, 0,
            last ? static_cast<unsigned char>(crypto_secretstream_xchacha20poly1305_TAG_FINAL) : static_cast<unsigned char>(0));
        if (const auto written = write(little(static_cast<std::uint32_t>(length))); !written)
            return written;
        if (const auto written = write(Bytes(sealed.data(), static_cast<std::size_t>(length))); !written)
            return written;
        if (last)
            break;
        plain.swap(next);
        got = following;
    }
    sodium_memzero(plain.data(), plain.size());
    sodium_memzero(next.data(), next.size());
    return got ? Result<void>() : Result<void>(got.error());
}

Result<void> unseal(const std::string& password, const ByteReader& read, const ByteWriter& write)
{
    constexpr std::size_t kFront = kMagic.size() + 8 + 16 + crypto_secretstream_xchacha20poly1305_HEADERBYTES;
    std::array<std::uint8_t, kFront> front{};
    const auto got = fill(read, front);
    if (!got)
        return got.error();
    if (*got != kFront || std::memcmp(front.data(), kMagic.data(), kMagic.size()) != 0)
        return invalid("security.not-sealed", "the file does not begin as a sealed file of Rialto does");
    const PasswordCost cost{little(front.data() + kMagic.size()), little(front.data() + kMagic.size() + 4)};
    if (cost.passes < 1 || cost.passes > kMostPasses || cost.mebibytes < 8 || cost.mebibytes > kMostMebibytes)
        return invalid("security.not-sealed", "the file asks for more than an honest one would");
    Salt salt{};
    std::copy_n(front.data() + kMagic.size() + 8, salt.size(), salt.begin());
    Key key;
    if (const auto made = makeKey(key, password, salt, cost); !made)
        return made;
    crypto_secretstream_xchacha20poly1305_state state;
    const Error wrong = refused("security.password-or-damage", "the password is wrong or the file is damaged");
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state, front.data() + kFront - crypto_secretstream_xchacha20poly1305_HEADERBYTES, key.bytes.data()) != 0)
        return wrong;
    std::vector<std::uint8_t> sealed(kPiece + crypto_secretstream_xchacha20poly1305_ABYTES);
    std::vector<std::uint8_t> plain(kPiece);
    for (;;) {
        std::array<std::uint8_t, 4> lengthBytes{};
        const auto head = fill(read, lengthBytes);
        if (!head)
            return head.error();
        if (*head != lengthBytes.size())
            return corrupt("security.cut-off", "the file ends before its last piece");
        const std::uint32_t length = little(lengthBytes.data());
        if (length < crypto_secretstream_xchacha20poly1305_ABYTES || length > sealed.size())
            return wrong;
        const auto body = fill(read, std::span(sealed).first(length));
        if (!body)
            return body.error();
        if (*body != length)
            return corrupt("security.cut-off", "the file ends before its last piece");
        unsigned long long plainLength = 0;
        unsigned char tag = 0;
        if (crypto_secretstream_xchacha20poly1305_pull(&state, plain.data(), &plainLength, &tag, sealed.data(), length, nullptr, 0) != 0)
            return wrong;
        if (const auto written = write(Bytes(plain.data(), static_cast<std::size_t>(plainLength))); !written)
            return written;
        if (tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL)
            break;
    }
    sodium_memzero(plain.data(), plain.size());
    std::array<std::uint8_t, 1> more{};
    const auto after = read(more);
    if (!after)
        return after.error();
    return *after == 0 ? Result<void>() : Result<void>(corrupt("security.password-or-damage", "something follows the last piece of the file"));
}

void wipe(std::string& secret)
{
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

} // namespace rialto::security
