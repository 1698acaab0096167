// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic and the cryptography of sealed files, without SQLite: where a piece lies, and how it is sealed. Used by SealedVfs.
#pragma once

#include "base/result.h"
#include "security/secret_key.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace rialto::storage::sealed {

inline constexpr std::int64_t kPage = 4096;
inline constexpr std::int64_t kExtra = 24 + 16;       // nonce and tag
inline constexpr std::int64_t kFileHeader = 64;
inline constexpr std::int64_t kWalHeader = 32;
inline constexpr std::int64_t kFrameHeader = 24;
inline constexpr std::int64_t kLargestPiece = kPage + kExtra;
inline constexpr std::string_view kMagic = "RIALTO-SEALED-DB";
using FileId = std::array<std::uint8_t, 32>;

/// A piece that is sealed by itself.
struct Piece {
    std::int64_t at = 0;       // in the plain file
    std::int64_t size = 0;
    std::int64_t sealedAt = 0; // in the file on disk; size + kExtra bytes
    std::uint8_t kind = 0;     // 'p' page, 'h' header of the log, 'f' frame header, 'd' data of a frame
    std::uint64_t number = 0;  // of the page or frame
};

/// The piece that holds byte `at` of a database, or of a log.
Piece pieceOfDatabase(std::int64_t at);
Piece pieceOfLog(std::int64_t at);
/// Sizes of the plain file and of the one on disk; a piece that is not whole does not count.
std::int64_t plainSizeOfDatabase(std::int64_t sealedSize);
std::int64_t plainSizeOfLog(std::int64_t sealedSize);
std::int64_t sealedSizeOfDatabase(std::int64_t plainSize);
std::int64_t sealedSizeOfLog(std::int64_t plainSize);

std::array<std::uint8_t, kFileHeader> fileHeader(const FileId& id);
/// False when the bytes are no header of ours.
bool readFileHeader(std::span<const std::uint8_t> header, FileId& id);
Result<security::SecretKey> keyOf(const security::SecretKey& book, const FileId& id, bool log);

/// `out` has room for the piece and kExtra more.
void sealPiece(const security::SecretKey& key, const Piece& piece, const std::uint8_t* plain, std::uint8_t* out);
/// False when it is not what was written there.
bool openPiece(const security::SecretKey& key, const Piece& piece, const std::uint8_t* sealed, std::uint8_t* plain);

} // namespace rialto::storage::sealed
