// SPDX-License-Identifier: GPL-3.0-or-later
// NameKey: a name in the form in which names are compared. Any script becomes small Latin letters without marks (ICU's
// transliterator; Chinese by the readings of names, so that 单 is shan), punctuation becomes blanks, titles and legal forms
// ("Dr", "Ltd", "GmbH", "有限公司") are left out. Chinese characters are kept beside it in simplified form, because two
// different characters may sound alike. One owner, one thread (ICU's transliterators are not shared). No I/O.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::clients {

struct NameKey {
    std::vector<std::string> words;  // "lin", "yu", "chen"
    std::u32string characters;       // "林雨辰"; empty without Chinese
    std::string text() const;        // words joined by blanks
};

class NameNormaliser {
public:
    NameNormaliser();
    ~NameNormaliser();
    NameNormaliser(const NameNormaliser&) = delete;
    NameNormaliser& operator=(const NameNormaliser&) = delete;

    NameKey key(std::string_view utf8) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace rialto::clients
