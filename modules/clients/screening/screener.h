// SPDX-License-Identifier: GPL-3.0-or-later
// Screener: compares names with a list of sanctioned or politically exposed persons and says why it thinks that they match.
// Score 0..1000. Words are paired, best first, by Jaro-Winkler similarity (Winkler 1990; prefix weight 0.1 up to four letters),
// in any order; a word without a partner counts against the name in proportion to its letters; a joined spelling ("yuchen")
// is compared with the separate one too. Chinese names that share all characters are certain; sharing the sound only is
// weaker. Date of birth and country, where both sides have them, move the score a little and are told. Any thread may have one.
#pragma once

#include "clients/screening/name_key.h"
#include "domain/date.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rialto::clients {

struct ListEntry {
    std::string id;
    std::vector<std::string> names;   // the first is the main one
    std::string type;                 // "person", "company", as the list says
    std::string country;              // two letters or as the list says
    std::optional<Date> born;
    int bornYear = 0;                 // where only the year is known
    std::string program;              // why it is on the list
};

struct ScreenedName {
    std::string name;
    std::string nameZh;
    std::optional<Date> born;
    std::string country;
};

struct WordPair {
    std::string asked;
    std::string listed;
    int score = 0;
};

struct ScreenHit {
    std::size_t entry = 0;            // index in the list
    std::string matchedName;          // of the entry
    int score = 0;
    std::vector<WordPair> pairs;
    std::vector<std::string> reasons; // sentences
};

class Screener {
public:
    explicit Screener(std::vector<ListEntry> list);

    /// Hits with at least `threshold`, best first, at most `most`.
    std::vector<ScreenHit> screen(const ScreenedName& who, int threshold = 850, std::size_t most = 20) const;
    const std::vector<ListEntry>& list() const { return m_list; }

    /// Jaro-Winkler of two words in thousandths.
    static int similarity(std::string_view a, std::string_view b);

private:
    struct Listed {
        std::size_t entry;
        std::size_t name;
        NameKey key;
        std::string joined;           // all words together
    };
    std::vector<ListEntry> m_list;
    NameNormaliser m_normaliser;
    std::vector<Listed> m_names;
};

} // namespace rialto::clients
