// SPDX-License-Identifier: GPL-3.0-or-later
// SealedStream: a stream of bytes under a password, in pieces, so that a file of any size passes through a small memory. What was
// cut off, altered or put together from two files does not open. Argon2id (RFC 9106) makes the key, XChaCha20-Poly1305 in
// libsodium's secretstream does the rest. Nothing here does I/O: bytes come and go through functions; the salt comes in.
// Layout: "RIALTO-SEALED-1\n", u32 passes, u32 mebibytes, 16 bytes salt, 24 bytes stream header, then pieces of u32 length and
// that many bytes; numbers little endian. One thread at a time. Errors: security.not-sealed, security.password-or-damage,
// security.cut-off, security.no-memory, and those of the functions.
#pragma once

#include "base/result.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace rialto::security {

using Bytes = std::span<const std::uint8_t>;
/// Fills as much of the buffer as there is; 0 at the end.
using ByteReader = std::function<Result<std::size_t>(std::span<std::uint8_t>)>;
using ByteWriter = std::function<Result<void>(Bytes)>;
using Salt = std::array<std::uint8_t, 16>;

/// What a password costs to try. RFC 9106 asks for at least 64 MiB and 3 passes.
struct PasswordCost {
    std::uint32_t passes = 3;
    std::uint32_t mebibytes = 256;
};

Result<void> seal(const std::string& password, const Salt& salt, const PasswordCost& cost, const ByteReader& read, const ByteWriter& write);
Result<void> unseal(const std::string& password, const ByteReader& read, const ByteWriter& write);

/// Overwrites the text before it is freed.
void wipe(std::string& secret);

} // namespace rialto::security
