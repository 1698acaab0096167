// SPDX-License-Identifier: GPL-3.0-or-later
// ByteSource: where the bytes of a file, a download or a test come from. Parsers read from it piece by piece, so that a file
// larger than memory is no special case. One owner, one thread. Errors: those of the implementation (import.file-*).
#pragma once

#include "base/result.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

namespace rialto::integration {

class ByteSource {
public:
    virtual ~ByteSource() = default;
    /// Fills from the front; the number of bytes given, 0 only at the end.
    virtual Result<std::size_t> read(std::span<char> into) = 0;
};

/// Bytes that are in memory, followed by those of another source (or nothing).
class MemorySource final : public ByteSource {
public:
    explicit MemorySource(std::string_view bytes, ByteSource* then = nullptr) : m_bytes(bytes), m_then(then) {}
    Result<std::size_t> read(std::span<char> into) override
    {
        if (m_bytes.empty())
            return m_then == nullptr ? Result<std::size_t>(std::size_t{0}) : m_then->read(into);
        const std::size_t count = std::min(into.size(), m_bytes.size());
        std::memcpy(into.data(), m_bytes.data(), count);
        m_bytes.remove_prefix(count);
        return count;
    }

private:
    std::string_view m_bytes;
    ByteSource* m_then;
};

/// Reads until `limit` bytes are there or the source ends.
inline Result<std::string> readUpTo(ByteSource& source, std::size_t limit)
{
    std::string bytes(limit, '\0');
    std::size_t have = 0;
    while (have < limit) {
        const auto got = source.read(std::span(bytes).subspan(have));
        if (!got)
            return got.error();
        if (*got == 0)
            break;
        have += *got;
    }
    bytes.resize(have);
    return bytes;
}

} // namespace rialto::integration
