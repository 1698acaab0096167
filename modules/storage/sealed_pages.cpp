// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sealed_pages.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace rialto::storage::sealed {

namespace {

constexpr std::int64_t kFrame = kFrameHeader + kPage;
constexpr std::int64_t kSealedFrame = kFrame + 2 * kExtra;
constexpr std::int64_t kSealedPage = kPage + kExtra;

std::array<std::uint8_t, 9> boundTo(const Piece& piece)
{
    std::array<std::uint8_t, 9> bytes{piece.kind};
    for (std::size_t i = 0; i < 8; ++i)
        bytes[i + 1] = static_cast<std::uint8_t>(piece.number >> (8 * i));
    return bytes;
}

} // namespace

Piece pieceOfDatabase(std::int64_t at)
{
    const std::int64_t index = at / kPage;
    return {index * kPage, kPage, kFileHeader + index * kSealedPage, 'p', static_cast<std::uint64_t>(index) + 1};
}

Piece pieceOfLog(std::int64_t at)
{
    if (at < kWalHeader)
        return {0, kWalHeader, 0, 'h', 0};
    const std::int64_t index = (at - kWalHeader) / kFrame;
    const std::int64_t frame = kWalHeader + index * kFrame;
    const std::int64_t sealedFrame = kWalHeader + kExtra + index * kSealedFrame;
    const auto number = static_cast<std::uint64_t>(index) + 1;
    if (at < frame + kFrameHeader)
        return {frame, kFrameHeader, sealedFrame, 'f', number};
    return {frame + kFrameHeader, kPage, sealedFrame + kFrameHeader + kExtra, 'd', number};
}

std::int64_t plainSizeOfDatabase(std::int64_t sealedSize) { return sealedSize < kFileHeader ? 0 : (sealedSize - kFileHeader) / kSealedPage * kPage; }
std::int64_t sealedSizeOfDatabase(std::int64_t plainSize) { return kFileHeader + (plainSize + kPage - 1) / kPage * kSealedPage; }

std::int64_t plainSizeOfLog(std::int64_t sealedSize)
{
    const std::int64_t rest = sealedSize - kWalHeader - kExtra;
    if (rest < 0)
        return 0;
    return kWalHeader + rest / kSealedFrame * kFrame + (rest % kSealedFrame >= kFrameHeader + kExtra ? kFrameHeader : 0);
}

std::int64_t sealedSizeOfLog(std::int64_t plainSize)
{
    if (plainSize <= 0)
        return 0;
    const std::int64_t rest = std::max<std::int64_t>(plainSize - kWalHeader, 0);
    return kWalHeader + kExtra + (rest + kFrame - 1) / kFrame * kSealedFrame;
}

std::array<std::uint8_t, kFileHeader> fileHeader(const FileId& id)
{
    std::array<std::uint8_t, kFileHeader> header{};
    std::copy(kMagic.begin(), kMagic.end(), header.begin());
    header[16] = 1;
    header[20] = kPage & 0xFF;
    header[21] = kPage >> 8 & 0xFF;
    std::copy(id.begin(), id.end(), header.begin() + 24);
    return header;
}

bool readFileHeader(std::span<const std::uint8_t> header, FileId& id)
{
    if (header.size() != static_cast<std::size_t>(kFileHeader))
        return false;
    std::copy_n(header.begin() + 24, id.size(), id.begin());
    const auto expected = fileHeader(id);
    return std::equal(expected.begin(), expected.end(), header.begin());
}

Result<security::SecretKey> keyOf(const security::SecretKey& book, const FileId& id, bool log)
{
    const std::string_view purpose = log ? "rialto sealed log 1" : "rialto sealed database 1";
    std::vector<std::uint8_t> bytes(purpose.begin(), purpose.end());
    bytes.insert(bytes.end(), id.begin(), id.end());
    return book.derive(bytes);
}

void sealPiece(const security::SecretKey& key, const Piece& piece, const std::uint8_t* plain, std::uint8_t* out)
{
    const auto bound = boundTo(piece);
    randombytes_buf(out, 24);
    unsigned long long length = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + 24, &length, plain, static_cast<unsigned long long>(piece.size), bound.data(), bound.size(), nullptr, out, key.data());
}

bool openPiece(const security::SecretKey& key, const Piece& piece, const std::uint8_t* sealed, std::uint8_t* plain)
{
    const auto bound = boundTo(piece);
    unsigned long long length = 0;
    return crypto_aead_xchacha20poly1305_ietf_decrypt(plain, &length, nullptr, sealed + 24, static_cast<unsigned long long>(piece.size) + 16, bound.data(), bound.size(), sealed, key.data()) == 0;
}

} // namespace rialto::storage::sealed
