// SPDX-License-Identifier: GPL-3.0-or-later
#include "brokers/wire/frame.h"

#include "base/check.h"

namespace rialto {

namespace {

constexpr std::size_t kHead = 4;
constexpr std::size_t kTidyAbove = 64 * 1024;

bool isKind(std::uint8_t byte) { return byte >= std::uint8_t(FrameKind::Hello) && byte <= std::uint8_t(FrameKind::Refused); }

} // namespace

std::string frame(FrameKind kind, std::string_view content)
{
    RIALTO_CHECK(content.size() < 0x7FFFFFFF, "a frame has its limit");
    const auto size = static_cast<std::uint32_t>(content.size() + 1);
    std::string bytes;
    bytes.reserve(kHead + size);
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>((size >> shift) & 0xFFU);
    bytes += static_cast<char>(kind);
    bytes += content;
    return bytes;
}

std::optional<FrameReader::Frame> FrameReader::next()
{
    if (m_broken || m_bytes.size() - m_at < kHead)
        return std::nullopt;
    std::size_t size = 0;
    for (std::size_t i = 0; i < kHead; ++i)
        size = size << 8U | static_cast<unsigned char>(m_bytes[m_at + i]);
    if (size == 0 || size - 1 > m_largest) {
        m_broken = true;
        m_bytes.clear();
        return std::nullopt;
    }
    if (m_bytes.size() - m_at < kHead + size)
        return std::nullopt;
    const auto kind = static_cast<std::uint8_t>(m_bytes[m_at + kHead]);
    if (!isKind(kind)) {
        m_broken = true;
        m_bytes.clear();
        return std::nullopt;
    }
    Frame found{static_cast<FrameKind>(kind), m_bytes.substr(m_at + kHead + 1, size - 1)};
    m_at += kHead + size;
    if (m_at == m_bytes.size() || m_at > kTidyAbove) {
        m_bytes.erase(0, m_at);
        m_at = 0;
    }
    return found;
}

} // namespace rialto
