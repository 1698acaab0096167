// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/text_file.h"

#include "integration/connectors/file_source.h"
#include "integration/connectors/text_decoders.h"

#include <filesystem>
#include <fstream>

namespace rialto::cli {

namespace {

constexpr std::size_t kLargestText = std::size_t{256} << 20;

} // namespace

Result<std::string> readTextFile(const std::string& path)
{
    using namespace rialto::integration;
    auto file = FileSource::open(path);
    if (!file)
        return file.error();
    if ((*file)->size() > kLargestText)
        return invalid("import.file-too-large", path + " has more than 256 MiB; split it");
    auto bytes = readUpTo(**file, static_cast<std::size_t>((*file)->size()) + 1);
    if (!bytes)
        return bytes.error();
    // A text of single bytes stays as it is, even where some of them are damaged: the reader says where.
    const bool wide = bytes->size() > 1 && ((*bytes)[0] == '\xFF' || (*bytes)[0] == '\xFE' || bytes->find('\0') < 4);
    if (!wide && invalidUtf8At(*bytes, true) == std::string::npos)
        return bytes;
    const auto guess = guessEncoding(*bytes, true);
    if (!guess)
        return Error{guess.error().kind, guess.error().code, path + ": " + guess.error().detail};
    if (guess->encoding == Encoding::Utf8)
        return bytes;
    const auto decoder = makeSystemDecoder(guess->encoding);
    if (!decoder)
        return decoder.error();
    std::string text;
    if (const auto decoded = (*decoder)->decode(std::string_view(*bytes).substr(guess->markBytes), true, text); !decoded)
        return Error{decoded.error().kind, decoded.error().code, path + ": " + decoded.error().detail};
    return text;
}

Result<void> writeTextFile(const std::string& path, const std::string& text)
{
    const std::filesystem::path place(std::u8string(path.begin(), path.end()));
    std::ofstream out(place, std::ios::binary | std::ios::trunc);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.close();
    if (!out)
        return unavailable("cli.file-unwritable", path + " cannot be written; does its folder exist, and may you write there?");
    return {};
}

} // namespace rialto::cli
