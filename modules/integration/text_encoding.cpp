// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/text_encoding.h"

#include <cstdint>
#include <vector>

namespace rialto::integration {

namespace {

std::uint8_t at(std::string_view bytes, std::size_t index) { return static_cast<std::uint8_t>(bytes[index]); }

/// Length of the well-formed UTF-8 character at `index`; 0: not well formed; -1: cut by the end.
int utf8Length(std::string_view bytes, std::size_t index)
{
    const std::uint8_t lead = at(bytes, index);
    if (lead < 0x80)
        return 1;
    int length = 0;
    std::uint8_t low = 0x80;
    std::uint8_t high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        low = lead == 0xE0 ? 0xA0 : low;   // no overlong forms
        high = lead == 0xED ? 0x9F : high; // no surrogates
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        low = lead == 0xF0 ? 0x90 : low;
        high = lead == 0xF4 ? 0x8F : high;
    } else {
        return 0;
    }
    for (int i = 1; i < length; ++i) {
        if (index + static_cast<std::size_t>(i) >= bytes.size())
            return -1;
        const std::uint8_t next = at(bytes, index + static_cast<std::size_t>(i));
        if (next < low || next > high)
            return 0;
        low = 0x80;
        high = 0xBF;
    }
    return length;
}

int gb18030Length(std::string_view bytes, std::size_t index)
{
    const auto within = [](std::uint8_t byte, int low, int high) { return byte >= low && byte <= high; };
    const std::uint8_t lead = at(bytes, index);
    if (lead < 0x80)
        return 1;
    if (!within(lead, 0x81, 0xFE))
        return 0;
    if (index + 1 >= bytes.size())
        return -1;
    const std::uint8_t second = at(bytes, index + 1);
    if (within(second, 0x40, 0xFE) && second != 0x7F)
        return 2;
    if (!within(second, 0x30, 0x39))
        return 0;
    if (index + 3 >= bytes.size())
        return -1;
    return within(at(bytes, index + 2), 0x81, 0xFE) && within(at(bytes, index + 3), 0x30, 0x39) ? 4 : 0;
}

template <class Length>
std::size_t firstBad(std::string_view bytes, bool whole, Length length)
{
    std::size_t index = 0;
    while (index < bytes.size()) {
        if (at(bytes, index) < 0x80) {
            ++index;
            continue;
        }
        const int size = length(bytes, index);
        if (size == 0 || (size < 0 && whole))
            return index;
        if (size < 0)
            break;
        index += static_cast<std::size_t>(size);
    }
    return std::string_view::npos;
}

} // namespace

std::string_view name(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8: return "UTF-8";
    case Encoding::Utf16Le: return "UTF-16LE";
    case Encoding::Utf16Be: return "UTF-16BE";
    case Encoding::Gb18030: return "GB18030";
    }
    return "?";
}

Result<Encoding> parseEncoding(std::string_view text)
{
    std::string key;
    for (const char c : text)
        if (c != '-' && c != '_' && c != ' ')
            key.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    if (key == "utf8")
        return Encoding::Utf8;
    if (key == "gb18030" || key == "gbk" || key == "gb2312" || key == "cp936")
        return Encoding::Gb18030;
    if (key == "utf16" || key == "utf16le")
        return Encoding::Utf16Le;
    if (key == "utf16be")
        return Encoding::Utf16Be;
    return invalid("import.encoding-unknown", "\"" + std::string(text) + "\" is none of utf-8, gb18030, gbk, utf-16le, utf-16be");
}

std::size_t invalidUtf8At(std::string_view bytes, bool whole) { return firstBad(bytes, whole, utf8Length); }
std::size_t invalidGb18030At(std::string_view bytes, bool whole) { return firstBad(bytes, whole, gb18030Length); }

Result<EncodingGuess> guessEncoding(std::string_view bytes, bool whole)
{
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF")
        return EncodingGuess{Encoding::Utf8, 3};
    if (bytes.substr(0, 2) == "\xFF\xFE")
        return EncodingGuess{Encoding::Utf16Le, 2};
    if (bytes.substr(0, 2) == "\xFE\xFF")
        return EncodingGuess{Encoding::Utf16Be, 2};
    const std::size_t notUtf8 = invalidUtf8At(bytes, whole);
    if (notUtf8 == std::string_view::npos)
        return EncodingGuess{Encoding::Utf8, 0};
    const std::size_t notGb = invalidGb18030At(bytes, whole);
    if (notGb == std::string_view::npos)
        return EncodingGuess{Encoding::Gb18030, 0};
    return invalid("import.encoding-unknown", "the text is neither UTF-8 (first wrong byte at offset " + std::to_string(notUtf8) + ") nor GB18030 (offset "
            + std::to_string(notGb) + "); save it as UTF-8 and import it again");
}

Result<std::size_t> DecodedSource::read(std::span<char> into)
{
    while (m_given == m_ready.size() && !m_ended) {
        m_ready.clear();
        m_given = 0;
        std::vector<char> raw(std::size_t{1} << 16);
        const auto got = m_source.read(raw);
        if (!got)
            return got.error();
        m_ended = *got == 0;
        if (auto done = m_decoder->decode({raw.data(), *got}, m_ended, m_ready); !done)
            return done.error();
    }
    const std::size_t count = std::min(into.size(), m_ready.size() - m_given);
    std::memcpy(into.data(), m_ready.data() + m_given, count);
    m_given += count;
    return count;
}

} // namespace rialto::integration
