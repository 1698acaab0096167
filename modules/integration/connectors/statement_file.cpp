// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/connectors/statement_file.h"

#include "integration/connectors/file_source.h"
#include "integration/connectors/text_decoders.h"
#include "integration/statements/latin_text.h"

namespace rialto::integration {

namespace {

struct DecodedText {
    std::string text;
    std::string encoding;
};

Result<DecodedText> decodeAs(Encoding encoding, std::string_view bytes)
{
    auto decoder = makeSystemDecoder(encoding);
    if (!decoder)
        return decoder.error();
    std::string text;
    if (const auto done = (*decoder)->decode(bytes, true, text); !done)
        return done.error();
    return DecodedText{std::move(text), std::string(name(encoding))};
}

bool isLatinName(const std::string& name)
{
    return name == "latin-1" || name == "latin1" || name == "iso-8859-1" || name == "windows-1252" || name == "cp1252";
}

Result<DecodedText> decode(std::string bytes, const std::string& told)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        return DecodedText{bytes.substr(3), "utf-8"};
    if (bytes.starts_with("\xFF\xFE"))
        return decodeAs(Encoding::Utf16Le, std::string_view(bytes).substr(2));
    if (bytes.starts_with("\xFE\xFF"))
        return decodeAs(Encoding::Utf16Be, std::string_view(bytes).substr(2));
    if (isLatinName(told))
        return DecodedText{utf8FromLatin(bytes), "windows-1252"};
    if (!told.empty()) {
        const auto encoding = parseEncoding(told);
        if (!encoding)
            return encoding.error();
        if (*encoding != Encoding::Utf8)
            return decodeAs(*encoding, bytes);
        if (const std::size_t at = invalidUtf8At(bytes, true); at != std::string_view::npos)
            return invalid("import.encoding-invalid", "the text is not utf-8 at byte " + std::to_string(at) + "; say which encoding it is with --encoding");
        return DecodedText{std::move(bytes), "utf-8"};
    }
    if (invalidUtf8At(bytes, true) == std::string_view::npos)
        return DecodedText{std::move(bytes), "utf-8"};
    if (!looksLatin(bytes) && invalidGb18030At(bytes, true) == std::string_view::npos)
        return decodeAs(Encoding::Gb18030, bytes);
    return DecodedText{utf8FromLatin(bytes), "windows-1252"};
}

} // namespace

Result<StatementFile> readStatementBytes(std::string bytes, const StatementOptions& options, const std::string& encoding)
{
    if (const auto text = refuseBinary(bytes); !text)
        return text.error();
    auto decoded = decode(std::move(bytes), encoding);
    if (!decoded)
        return decoded.error();
    auto file = parseStatement(std::move(decoded->text), options);
    if (file)
        file->encoding = decoded->encoding;
    return file;
}

Result<StatementFile> readStatementFile(const std::string& path, const StatementOptions& options, const std::string& encoding)
{
    auto source = FileSource::open(path);
    if (!source)
        return source.error();
    if ((*source)->size() > kStatementByteLimit)
        return invalid("statement.too-large", path + " is larger than 128 MiB; no statement is, ask for a shorter period");
    auto bytes = readUpTo(**source, std::min<std::size_t>(kStatementByteLimit, static_cast<std::size_t>((*source)->size()) + 1));
    if (!bytes)
        return bytes.error();
    auto file = readStatementBytes(std::move(*bytes), options, encoding);
    if (!file)
        return Error{file.error().kind, file.error().code, fileNameOf(path) + ": " + file.error().detail};
    return file;
}

} // namespace rialto::integration
