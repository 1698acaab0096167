// SPDX-License-Identifier: GPL-3.0-or-later
// ZipArchive and gzip: the members of an archive in memory, one at a time. Sizes, ratios and numbers are bounded before
// anything is unpacked, names are never used as paths, and check sums are compared. Stored and deflated members only (no
// encryption, no ZIP64 beyond 4 GB). Pure; reads bytes that outlive it; any thread.
// Errors: import.zip-damaged, import.zip-bomb, import.zip-encrypted, import.zip-method, import.gzip-damaged.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::integration {

struct ZipMember {
    std::string name;
    std::uint32_t compressed = 0;
    std::uint32_t size = 0;
    std::uint32_t crc = 0;
    std::uint32_t offset = 0;   // of the local header
    std::uint16_t method = 0;
};

class ZipArchive {
public:
    static constexpr std::size_t kMaxMembers = 20'000;
    static constexpr std::size_t kMaxMember = std::size_t{256} << 20;
    static constexpr std::size_t kMaxTotal = std::size_t{1} << 30;
    static constexpr std::size_t kMaxRatio = 1'000; // beyond a megabyte

    static bool is(std::string_view bytes) { return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"); }
    static Result<ZipArchive> open(std::string_view bytes);
    const std::vector<ZipMember>& members() const { return m_members; }
    Result<std::string> read(const ZipMember& member) const;

private:
    std::string_view m_bytes;
    std::vector<ZipMember> m_members;
};

inline bool isGzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b"); }
Result<std::string> gunzip(std::string_view bytes, std::size_t limit = ZipArchive::kMaxMember);

} // namespace rialto::integration
