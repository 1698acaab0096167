// SPDX-License-Identifier: GPL-3.0-or-later
// Packs columns of 64-bit integers: a common power of ten is divided out, then each value is written as a zigzag varint. Small
// steps make small blocks: the codecs of bars and ticks write differences. A block ends in a hash of itself, so that a
// flipped bit on disk is found when it is read. Pure; any thread.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::storage {

class ColumnEncoder {
public:
    explicit ColumnEncoder(std::uint8_t format) { m_bytes.push_back(format); }
    void putCount(std::uint64_t count) { putVarint(count); }
    void putColumn(std::span<const std::int64_t> values);
    /// Seals the block with its hash.
    std::vector<std::uint8_t> finish() &&;

private:
    void putVarint(std::uint64_t value);
    std::vector<std::uint8_t> m_bytes;
};

class ColumnDecoder {
public:
    /// Errors: storage.corrupt when the hash or the format is not right.
    static Result<ColumnDecoder> open(std::string_view bytes, std::uint8_t format);
    Result<std::uint64_t> takeCount(std::uint64_t limit);
    Result<void> takeColumn(std::span<std::int64_t> values);

private:
    explicit ColumnDecoder(std::string_view bytes) : m_rest(bytes) {}
    bool takeVarint(std::uint64_t& value);
    std::string_view m_rest;
};

/// Differences that wrap instead of overflowing; they are undone by adding.
inline std::int64_t wrappingMinus(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}
inline std::int64_t wrappingPlus(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

} // namespace rialto::storage
