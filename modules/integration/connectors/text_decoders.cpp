// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/connectors/text_decoders.h"

#include <array>
#include <cerrno>
#include <cstdint>

#ifdef _WIN32
#include <windows.h>
#else
#include <iconv.h>
#endif

namespace rialto::integration {

namespace {

Error invalidAt(Encoding encoding, std::uint64_t offset)
{
    return invalid("import.encoding-invalid", "the text is not " + std::string(name(encoding)) + " at byte " + std::to_string(offset)
            + "; say which encoding it is with --encoding, or save it as UTF-8");
}

#ifdef _WIN32

/// Decodes whole characters; a cut one waits for the next piece.
class WindowsDecoder final : public TextDecoder {
public:
    explicit WindowsDecoder(Encoding encoding) : m_encoding(encoding) {}

    Result<void> decode(std::string_view bytes, bool last, std::string& out) override
    {
        m_rest.append(bytes);
        std::size_t whole = wholeCharacters();
        if (whole < m_rest.size() && last)
            return invalidAt(m_encoding, m_done + whole);
        std::wstring wide;
        if (m_encoding == Encoding::Gb18030) {
            constexpr UINT kGb18030 = 54936;
            const int count = MultiByteToWideChar(kGb18030, MB_ERR_INVALID_CHARS, m_rest.data(), static_cast<int>(whole), nullptr, 0);
            if (count == 0 && whole > 0)
                return invalidAt(m_encoding, m_done);
            wide.resize(static_cast<std::size_t>(count));
            MultiByteToWideChar(kGb18030, MB_ERR_INVALID_CHARS, m_rest.data(), static_cast<int>(whole), wide.data(), count);
        } else {
            const bool little = m_encoding == Encoding::Utf16Le;
            for (std::size_t i = 0; i + 1 < whole; i += 2) {
                const auto first = static_cast<unsigned char>(m_rest[i]);
                const auto second = static_cast<unsigned char>(m_rest[i + 1]);
                wide.push_back(static_cast<wchar_t>(little ? first | (second << 8) : second | (first << 8)));
            }
        }
        const int size = WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, wide.data(), static_cast<int>(wide.size()), nullptr, 0, nullptr, nullptr);
        if (size == 0 && !wide.empty())
            return invalidAt(m_encoding, m_done);
        const std::size_t before = out.size();
        out.resize(before + static_cast<std::size_t>(size));
        WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, wide.data(), static_cast<int>(wide.size()), out.data() + before, size, nullptr, nullptr);
        m_done += whole;
        m_rest.erase(0, whole);
        return {};
    }

private:
    std::size_t wholeCharacters() const
    {
        if (m_encoding != Encoding::Gb18030) {
            std::size_t whole = m_rest.size() & ~std::size_t{1};
            const std::size_t high = m_encoding == Encoding::Utf16Le ? 1 : 2;
            if (whole >= 2 && (static_cast<unsigned char>(m_rest[whole - high]) & 0xFC) == 0xD8)
                whole -= 2; // half of a surrogate pair
            return whole;
        }
        std::size_t at = 0;
        while (at < m_rest.size()) {
            const auto lead = static_cast<unsigned char>(m_rest[at]);
            std::size_t length = lead < 0x80 ? 1 : 2;
            if (length == 2 && at + 1 < m_rest.size() && m_rest[at + 1] >= '0' && m_rest[at + 1] <= '9')
                length = 4;
            if (at + length > m_rest.size())
                break;
            at += length;
        }
        return at;
    }

    Encoding m_encoding;
    std::string m_rest;
    std::uint64_t m_done = 0;
};

#else

class IconvDecoder final : public TextDecoder {
public:
    IconvDecoder(Encoding encoding, iconv_t handle) : m_encoding(encoding), m_handle(handle) {}
    ~IconvDecoder() override { iconv_close(m_handle); }
    IconvDecoder(const IconvDecoder&) = delete;
    IconvDecoder& operator=(const IconvDecoder&) = delete;

    Result<void> decode(std::string_view bytes, bool last, std::string& out) override
    {
        m_rest.append(bytes);
        char* in = m_rest.data();
        std::size_t left = m_rest.size();
        std::array<char, 8192> piece{};
        while (left > 0) {
            char* to = piece.data();
            std::size_t room = piece.size();
            const std::size_t outcome = iconv(m_handle, &in, &left, &to, &room);
            const int reason = errno;
            out.append(piece.data(), piece.size() - room);
            if (outcome != static_cast<std::size_t>(-1) || reason == E2BIG)
                continue;
            if (reason == EINVAL && !last)
                break; // a cut character: the next piece completes it
            return invalidAt(m_encoding, m_done + (m_rest.size() - left));
        }
        m_done += m_rest.size() - left;
        m_rest.erase(0, m_rest.size() - left);
        return {};
    }

private:
    Encoding m_encoding;
    iconv_t m_handle;
    std::string m_rest;
    std::uint64_t m_done = 0;
};

#endif

} // namespace

Result<std::unique_ptr<TextDecoder>> makeSystemDecoder(Encoding encoding)
{
#ifdef _WIN32
    return std::unique_ptr<TextDecoder>(std::make_unique<WindowsDecoder>(encoding));
#else
    const std::string from(name(encoding));
    const iconv_t handle = iconv_open("UTF-8", from.c_str());
    // POSIX says that the invalid handle is minus one, whatever its type.
    if (handle == reinterpret_cast<iconv_t>(std::intptr_t{-1}))
        return unavailable("import.encoding-missing", "this system cannot read " + from + "; save the file as UTF-8");
    return std::unique_ptr<TextDecoder>(std::make_unique<IconvDecoder>(encoding, handle));
#endif
}

} // namespace rialto::integration
