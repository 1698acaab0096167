// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/screening/name_key.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

namespace rialto::clients {

namespace {

constexpr std::size_t kLongestName = 1000;

// Words that say what someone is, not who. Folded.
constexpr std::string_view kEmptyWords[] = {"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lord", "lady", "herr", "frau", "monsieur", "madame", "sheikh", "haji", "ltd",
    "limited", "llc", "llp", "lp", "plc", "inc", "incorporated", "corp", "corporation", "co", "company", "gmbh", "ag", "kg", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "oy",
    "ab", "as", "aps", "pte", "pty", "kk", "ooo", "oao", "zao", "pao", "jsc", "fze", "the", "and", "of"};
constexpr std::u16string_view kEmptyEndings[] = {u"股份有限公司", u"有限责任公司", u"有限公司", u"公司", u"集团", u"先生", u"女士"};

bool isEmptyWord(const std::string& word) { return std::find(std::begin(kEmptyWords), std::end(kEmptyWords), word) != std::end(kEmptyWords); }

std::unique_ptr<icu::Transliterator> make(const char* id)
{
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(icu::UnicodeString::fromUTF8(id), UTRANS_FORWARD, status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
}

} // namespace

struct NameNormaliser::Parts {
    // Where the build of ICU lacks the readings of names, the common readings serve.
    std::unique_ptr<icu::Transliterator> simplify = make("Hant-Hans");
    std::unique_ptr<icu::Transliterator> latin = make("Han-Latin/Names; Any-Latin; Latin-ASCII; Lower");
    Parts()
    {
        if (!latin)
            latin = make("Any-Latin; Latin-ASCII; Lower");
    }
};

std::string NameKey::text() const
{
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

NameNormaliser::NameNormaliser() : m_parts(std::make_unique<Parts>()) {}
NameNormaliser::~NameNormaliser() = default;

NameKey NameNormaliser::key(std::string_view utf8) const
{
    NameKey out;
    icu::UnicodeString name = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(std::min(utf8.size(), kLongestName))));
    if (m_parts->simplify)
        m_parts->simplify->transliterate(name);
    for (const std::u16string_view ending : kEmptyEndings) {
        const icu::UnicodeString tail(false, ending.data(), static_cast<std::int32_t>(ending.size()));
        if (name.length() > tail.length() && name.endsWith(tail))
            name.truncate(name.length() - tail.length());
    }
    for (std::int32_t i = 0; i < name.length(); i = name.moveIndex32(i, 1)) {
        UErrorCode status = U_ZERO_ERROR;
        const UChar32 c = name.char32At(i);
        if (uscript_getScript(c, &status) == USCRIPT_HAN && U_SUCCESS(status))
            out.characters.push_back(static_cast<char32_t>(c));
    }
    if (m_parts->latin)
        m_parts->latin->transliterate(name);
    std::string word;
    const auto end = [&] {
        if (!word.empty() && !isEmptyWord(word) && out.words.size() < 40)
            out.words.push_back(word);
        word.clear();
    };
    for (std::int32_t i = 0; i < name.length(); i = name.moveIndex32(i, 1)) {
        const UChar32 c = name.char32At(i);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            word.push_back(static_cast<char>(c));
        else if (c >= 'A' && c <= 'Z')
            word.push_back(static_cast<char>(c + 32));
        else if (c != '\'' && c != 0x2019 && c != 0x02BB && c != 0x02BC && c != 0x02B9 && c != 0x02BA)
            end(); // an apostrophe joins: O'Neill is oneill
    }
    end();
    return out;
}

} // namespace rialto::clients
