// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/input_text.h"

#include "integration/connectors/file_source.h"

#include <zlib.h>

#include <algorithm>

namespace rialto::cli {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20;

Result<std::string> unpacked(const std::string& packed, const std::string& path)
{
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        return unavailable("analysis.damaged", path + ": zlib does not start");
    std::string text;
    std::string piece(std::size_t{1} << 18, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    int code = Z_OK;
    while (code == Z_OK && text.size() <= kMostBytes) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        code = inflate(&stream, Z_NO_FLUSH);
        text.append(piece, 0, piece.size() - stream.avail_out);
        if (code == Z_STREAM_END && stream.avail_in > 0)
            code = inflateReset(&stream); // members that follow each other
    }
    inflateEnd(&stream);
    if (text.size() > kMostBytes)
        return invalid("analysis.too-large", path + ": more than 256 MiB unpacked");
    if (code != Z_STREAM_END)
        return corrupt("analysis.damaged", path + ": the gzip data is damaged or cut off");
    return text;
}

} // namespace

Result<std::string> inputText(const std::string& path)
{
    auto file = integration::FileSource::open(path);
    if (!file)
        return file.error();
    const auto expected = static_cast<std::size_t>(std::min<std::uint64_t>((*file)->size() + 1, kMostBytes + 1));
    auto bytes = integration::readUpTo(**file, std::max<std::size_t>(expected, 4096));
    if (!bytes)
        return bytes.error();
    if (bytes->size() > kMostBytes)
        return invalid("analysis.too-large", path + ": more than 256 MiB");
    if (bytes->size() > 2 && (*bytes)[0] == '\x1f' && (*bytes)[1] == '\x8b')
        return unpacked(*bytes, path);
    return std::move(*bytes);
}

} // namespace rialto::cli
