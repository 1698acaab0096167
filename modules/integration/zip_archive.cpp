// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/zip_archive.h"

#include <zlib.h>

#include <algorithm>

namespace rialto::integration {

namespace {

constexpr std::size_t kEndRecord = 22;
constexpr std::size_t kChunk = std::size_t{1} << 18;
constexpr int kRawDeflate = -MAX_WBITS;
constexpr int kGzip = MAX_WBITS + 16;

std::uint32_t little(std::string_view bytes, std::size_t at, int count)
{
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i)
        value |= std::uint32_t{static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)])} << (8 * i);
    return value;
}

Error damaged(const char* what) { return corrupt("import.zip-damaged", std::string("the archive is damaged: ") + what); }

/// Inflates until the end of the stream; never more than `limit` bytes.
Result<std::string> inflateAll(std::string_view bytes, int windowBits, std::size_t limit, const char* code)
{
    z_stream stream{};
    if (inflateInit2(&stream, windowBits) != Z_OK)
        return unavailable(code, "no memory to unpack");
    // zlib only reads through this pointer.
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(std::min<std::size_t>(bytes.size(), UINT32_MAX));
    std::string out;
    int state = Z_OK;
    while (state == Z_OK) {
        const std::size_t have = out.size();
        out.resize(have + kChunk);
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + have);
        stream.avail_out = static_cast<uInt>(kChunk);
        state = inflate(&stream, Z_NO_FLUSH);
        out.resize(have + kChunk - stream.avail_out);
        if (out.size() > limit) {
            inflateEnd(&stream);
            return refused("import.zip-bomb", "it unpacks to more than " + std::to_string(limit) + " bytes");
        }
        // Several gzip members may stand one after the other.
        if (state == Z_STREAM_END && windowBits == kGzip && stream.avail_in > 2 && stream.next_in[0] == 0x1f && stream.next_in[1] == 0x8b)
            state = inflateReset(&stream);
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END)
        return corrupt(code, "the packed bytes break off or are damaged after " + std::to_string(out.size()) + " bytes of text");
    return out;
}

} // namespace

Result<ZipArchive> ZipArchive::open(std::string_view bytes)
{
    ZipArchive archive;
    archive.m_bytes = bytes;
    if (bytes.size() < kEndRecord)
        return damaged("it is too short");
    const std::size_t lowest = bytes.size() > 65'557 ? bytes.size() - 65'557 : 0;
    const auto end = bytes.rfind("PK\x05\x06");
    if (end == std::string_view::npos || end < lowest || end + kEndRecord > bytes.size())
        return damaged("its directory is missing (was the download cut off?)");
    const std::size_t count = little(bytes, end + 10, 2);
    std::size_t at = little(bytes, end + 16, 4);
    if (count > kMaxMembers)
        return refused("import.zip-bomb", "more than " + std::to_string(kMaxMembers) + " members");
    std::size_t total = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (at + 46 > bytes.size() || bytes.substr(at, 4) != "PK\x01\x02")
            return damaged("an entry of its directory is not where it should be");
        ZipMember member;
        const std::uint32_t flags = little(bytes, at + 8, 2);
        member.method = static_cast<std::uint16_t>(little(bytes, at + 10, 2));
        member.crc = little(bytes, at + 16, 4);
        member.compressed = little(bytes, at + 20, 4);
        member.size = little(bytes, at + 24, 4);
        member.offset = little(bytes, at + 42, 4);
        const std::size_t nameLength = little(bytes, at + 28, 2);
        const std::size_t next = at + 46 + nameLength + little(bytes, at + 30, 2) + little(bytes, at + 32, 2);
        if (next > bytes.size())
            return damaged("an entry of its directory is cut off");
        member.name = bytes.substr(at + 46, nameLength);
        at = next;
        if (!member.name.empty() && member.name.back() == '/')
            continue;
        if ((flags & 1U) != 0)
            return refused("import.zip-encrypted", member.name + " is encrypted; unpack it first");
        total += member.size;
        const bool swollen = member.size > (1U << 20) && member.size / std::max<std::uint32_t>(member.compressed, 1) > kMaxRatio;
        if (member.size > kMaxMember || total > kMaxTotal || swollen)
            return refused("import.zip-bomb", member.name + " would unpack to " + std::to_string(member.size) + " bytes from " + std::to_string(member.compressed)
                    + "; such an archive is refused");
        archive.m_members.push_back(std::move(member));
    }
    return archive;
}

Result<std::string> ZipArchive::read(const ZipMember& member) const
{
    const std::size_t at = member.offset;
    if (at + 30 > m_bytes.size() || m_bytes.substr(at, 4) != "PK\x03\x04")
        return damaged("a member is not where the directory says");
    const std::size_t from = at + 30 + little(m_bytes, at + 26, 2) + little(m_bytes, at + 28, 2);
    if (from + member.compressed > m_bytes.size())
        return damaged("a member is cut off");
    const std::string_view packed = m_bytes.substr(from, member.compressed);
    std::string out;
    if (member.method == 0) {
        out = packed;
    } else if (member.method == 8) {
        auto unpacked = inflateAll(packed, kRawDeflate, member.size, "import.zip-damaged");
        if (!unpacked)
            return Error{unpacked.error().kind, unpacked.error().code, member.name + ": " + unpacked.error().detail};
        out = std::move(*unpacked);
    } else {
        return refused("import.zip-method", member.name + " is packed by method " + std::to_string(member.method) + "; pack it again as deflate");
    }
    const auto crc = crc32(0, reinterpret_cast<const Bytef*>(out.data()), static_cast<uInt>(out.size()));
    if (out.size() != member.size || crc != member.crc)
        return corrupt("import.zip-damaged", member.name + ": its check sum is wrong");
    return out;
}

Result<std::string> gunzip(std::string_view bytes, std::size_t limit) { return inflateAll(bytes, kGzip, limit, "import.gzip-damaged"); }

} // namespace rialto::integration
