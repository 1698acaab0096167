// SPDX-License-Identifier: GPL-3.0-or-later
// Which encoding a text is in, from its first bytes: a byte order mark, else UTF-8 when it is valid, else GB18030 (with GBK and
// GB2312, its subsets) when it is well formed. Decoding tables are the operating system's business: TextDecoder is a port,
// implemented in integration/connectors. Pure; any thread.
// Errors: import.encoding-unknown (neither; where, and what to do), import.encoding-invalid (while decoding).
#pragma once

#include "base/result.h"
#include "integration/byte_source.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace rialto::integration {

enum class Encoding { Utf8, Utf16Le, Utf16Be, Gb18030 };
std::string_view name(Encoding encoding);
/// "utf-8", "utf8", "gb18030", "gbk", "gb2312", "utf-16le", "utf-16be". Errors: import.encoding-unknown.
Result<Encoding> parseEncoding(std::string_view text);

struct EncodingGuess {
    Encoding encoding = Encoding::Utf8;
    std::size_t markBytes = 0; // of the byte order mark, to be skipped
};
/// `whole`: the bytes are all there are; otherwise the last character may be cut.
Result<EncodingGuess> guessEncoding(std::string_view bytes, bool whole);

/// Offset of the first byte that is not UTF-8 (RFC 3629), npos when there is none. With `whole` false a cut end is accepted.
std::size_t invalidUtf8At(std::string_view bytes, bool whole);
std::size_t invalidGb18030At(std::string_view bytes, bool whole);

/// Turns one encoding into UTF-8, piece by piece.
class TextDecoder {
public:
    virtual ~TextDecoder() = default;
    /// Appends to `out`; keeps a cut character for the next call; `last` when there is no next call.
    virtual Result<void> decode(std::string_view bytes, bool last, std::string& out) = 0;
};
using MakeDecoder = std::function<Result<std::unique_ptr<TextDecoder>>(Encoding)>;

/// A source of UTF-8 over a source of something else.
class DecodedSource final : public ByteSource {
public:
    DecodedSource(ByteSource& source, std::unique_ptr<TextDecoder> decoder) : m_source(source), m_decoder(std::move(decoder)) {}
    Result<std::size_t> read(std::span<char> into) override;

private:
    ByteSource& m_source;
    std::unique_ptr<TextDecoder> m_decoder;
    std::string m_ready;
    std::size_t m_given = 0;
    bool m_ended = false;
};

} // namespace rialto::integration
