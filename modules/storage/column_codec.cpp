// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/column_codec.h"

#include "base/hash.h"

#include <array>
#include <cstring>

namespace rialto::storage {

namespace {

constexpr int kMaxExponent = 10;
constexpr std::array<std::int64_t, kMaxExponent + 1> kPowers{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000,
    1'000'000'000, 10'000'000'000};

std::uint64_t hashOf(const std::uint8_t* bytes, std::size_t size)
{
    Hasher hasher;
    std::size_t at = 0;
    for (; at + 8 <= size; at += 8) {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < 8; ++i) // the same number on every byte order
            word |= std::uint64_t{bytes[at + i]} << (8 * i);
        hasher.add(word);
    }
    std::uint64_t tail = std::uint64_t{size} << 56;
    for (std::size_t i = 0; at < size; ++at, ++i)
        tail |= std::uint64_t{bytes[at]} << (8 * i);
    return hasher.add(tail).value();
}

Error damaged() { return corrupt("storage.corrupt", "a block of market data is damaged"); }

} // namespace

void ColumnEncoder::putVarint(std::uint64_t value)
{
    while (value >= 0x80) {
        m_bytes.push_back(static_cast<std::uint8_t>(value | 0x80));
        value >>= 7;
    }
    m_bytes.push_back(static_cast<std::uint8_t>(value));
}

void ColumnEncoder::putColumn(std::span<const std::int64_t> values)
{
    int exponent = kMaxExponent;
    for (const std::int64_t value : values)
        while (exponent > 0 && value % kPowers[static_cast<std::size_t>(exponent)] != 0)
            --exponent;
    m_bytes.push_back(static_cast<std::uint8_t>(exponent));
    const std::int64_t unit = kPowers[static_cast<std::size_t>(exponent)];
    for (const std::int64_t value : values) {
        const std::int64_t small = value / unit;
        putVarint((static_cast<std::uint64_t>(small) << 1) ^ static_cast<std::uint64_t>(small >> 63));
    }
}

std::vector<std::uint8_t> ColumnEncoder::finish() &&
{
    const std::uint64_t hash = hashOf(m_bytes.data(), m_bytes.size());
    for (int i = 0; i < 8; ++i)
        m_bytes.push_back(static_cast<std::uint8_t>(hash >> (8 * i)));
    return std::move(m_bytes);
}

Result<ColumnDecoder> ColumnDecoder::open(std::string_view bytes, std::uint8_t format)
{
    if (bytes.size() < 9)
        return damaged();
    const auto* raw = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const std::size_t size = bytes.size() - 8;
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < 8; ++i)
        hash |= std::uint64_t{raw[size + i]} << (8 * i);
    if (hash != hashOf(raw, size) || raw[0] != format)
        return damaged();
    return ColumnDecoder(bytes.substr(1, size - 1));
}

bool ColumnDecoder::takeVarint(std::uint64_t& value)
{
    value = 0;
    for (unsigned shift = 0; shift < 64 && !m_rest.empty(); shift += 7) {
        const auto byte = static_cast<std::uint8_t>(m_rest.front());
        m_rest.remove_prefix(1);
        value |= std::uint64_t{byte & 0x7fU} << shift;
        if (byte < 0x80)
            return true;
    }
    return false;
}

Result<std::uint64_t> ColumnDecoder::takeCount(std::uint64_t limit)
{
    std::uint64_t count = 0;
    if (!takeVarint(count) || count > limit)
        return damaged();
    return count;
}

Result<void> ColumnDecoder::takeColumn(std::span<std::int64_t> values)
{
    if (m_rest.empty() || static_cast<std::uint8_t>(m_rest.front()) > kMaxExponent)
        return damaged();
    const auto unit = static_cast<std::uint64_t>(kPowers[static_cast<std::uint8_t>(m_rest.front())]);
    m_rest.remove_prefix(1);
    for (std::int64_t& value : values) {
        std::uint64_t coded = 0;
        if (!takeVarint(coded))
            return damaged();
        const std::uint64_t small = (coded >> 1) ^ (~(coded & 1) + 1);
        value = static_cast<std::int64_t>(small * unit);
    }
    return {};
}

} // namespace rialto::storage
