// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/screening/screener.h"

#include <algorithm>
#include <array>

namespace rialto::clients {

namespace {

constexpr std::size_t kLongestWord = 64;

std::string joinedWords(const NameKey& key)
{
    std::string out;
    for (const std::string& word : key.words)
        out += word;
    return out;
}

std::size_t letters(const std::vector<std::string>& words)
{
    std::size_t sum = 0;
    for (const std::string& word : words)
        sum += word.size();
    return sum;
}

// Pairs words greedily from the most alike; what stays alone lowers the mean. An initial agrees with what begins with it.
int pairedScore(const std::vector<std::string>& asked, const std::vector<std::string>& listed, std::vector<WordPair>& pairs)
{
    struct Candidate {
        int score;
        std::size_t a;
        std::size_t b;
    };
    std::vector<Candidate> candidates;
    for (std::size_t a = 0; a < asked.size(); ++a)
        for (std::size_t b = 0; b < listed.size(); ++b) {
            int score = Screener::similarity(asked[a], listed[b]);
            if ((asked[a].size() == 1 || listed[b].size() == 1) && asked[a].front() == listed[b].front())
                score = std::max(score, 850);
            if (score >= 700)
                candidates.push_back({score, a, b});
        }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) { return x.score > y.score; });
    std::vector<bool> usedA(asked.size());
    std::vector<bool> usedB(listed.size());
    std::int64_t weighted = 0;
    for (const Candidate& candidate : candidates) {
        if (usedA[candidate.a] || usedB[candidate.b])
            continue;
        usedA[candidate.a] = usedB[candidate.b] = true;
        pairs.push_back({asked[candidate.a], listed[candidate.b], candidate.score});
        weighted += std::int64_t{candidate.score} * static_cast<std::int64_t>(asked[candidate.a].size() + listed[candidate.b].size());
    }
    const auto all = static_cast<std::int64_t>(letters(asked) + letters(listed));
    if (all == 0)
        return 0;
    // Middle names are often left out on one side: what has no partner there counts half.
    std::int64_t alone = 0;
    for (std::size_t i = 0; i < asked.size(); ++i)
        alone += usedA[i] ? 0 : static_cast<std::int64_t>(asked[i].size());
    std::int64_t aloneListed = 0;
    for (std::size_t i = 0; i < listed.size(); ++i)
        aloneListed += usedB[i] ? 0 : static_cast<std::int64_t>(listed[i].size());
    const bool oneSided = pairs.size() >= 2 && (alone == 0 || aloneListed == 0);
    const std::int64_t paired = all - alone - aloneListed;
    const std::int64_t lost = alone + aloneListed;
    return static_cast<int>(weighted / (paired + (oneSided ? (lost + 1) / 2 : lost)));
}

int characterScore(const std::u32string& a, const std::u32string& b)
{
    if (a.empty() || b.empty())
        return 0;
    if (a == b)
        return 1000;
    std::u32string x = a;
    std::u32string y = b;
    std::sort(x.begin(), x.end());
    std::sort(y.begin(), y.end());
    std::u32string common;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(common));
    return static_cast<int>(2000 * common.size() / (a.size() + b.size()));
}

} // namespace

int Screener::similarity(std::string_view a, std::string_view b)
{
    a = a.substr(0, kLongestWord);
    b = b.substr(0, kLongestWord);
    if (a.empty() || b.empty())
        return 0;
    if (a == b)
        return 1000;
    const auto reach = static_cast<std::ptrdiff_t>(std::max<std::size_t>(std::max(a.size(), b.size()) / 2, 1)) - 1;
    std::array<bool, kLongestWord> usedA{};
    std::array<bool, kLongestWord> usedB{};
    std::int64_t common = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto at = static_cast<std::ptrdiff_t>(i);
        const auto from = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, at - reach));
        const std::size_t to = std::min(b.size(), static_cast<std::size_t>(at + reach + 1));
        for (std::size_t j = from; j < to; ++j)
            if (!usedB[j] && a[i] == b[j]) {
                usedA[i] = usedB[j] = true;
                ++common;
                break;
            }
    }
    if (common == 0)
        return 0;
    std::int64_t swapped = 0;
    std::size_t j = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!usedA[i])
            continue;
        while (!usedB[j])
            ++j;
        swapped += a[i] != b[j] ? 1 : 0;
        ++j;
    }
    const auto la = static_cast<std::int64_t>(a.size());
    const auto lb = static_cast<std::int64_t>(b.size());
    const std::int64_t jaro = (common * 1'000'000 / la + common * 1'000'000 / lb + (2 * common - swapped) * 1'000'000 / (2 * common)) / 3;
    std::int64_t prefix = 0;
    while (prefix < 4 && prefix < la && prefix < lb && a[static_cast<std::size_t>(prefix)] == b[static_cast<std::size_t>(prefix)])
        ++prefix;
    return static_cast<int>((jaro + prefix * (1'000'000 - jaro) / 10 + 500) / 1000);
}

Screener::Screener(std::vector<ListEntry> list) : m_list(std::move(list))
{
    for (std::size_t e = 0; e < m_list.size(); ++e)
        for (std::size_t n = 0; n < m_list[e].names.size(); ++n) {
            NameKey key = m_normaliser.key(m_list[e].names[n]);
            if (key.words.empty())
                continue;
            std::string joined = joinedWords(key);
            m_names.push_back({e, n, std::move(key), std::move(joined)});
        }
}

std::vector<ScreenHit> Screener::screen(const ScreenedName& who, int threshold, std::size_t most) const
{
    std::vector<NameKey> asked;
    for (const std::string* name : {&who.name, &who.nameZh})
        if (!name->empty())
            if (NameKey key = m_normaliser.key(*name); !key.words.empty())
                asked.push_back(std::move(key));
    std::map<std::size_t, ScreenHit> best;
    for (const NameKey& key : asked) {
        const std::string joined = joinedWords(key);
        for (const Listed& listed : m_names) {
            ScreenHit hit;
            hit.entry = listed.entry;
            hit.matchedName = m_list[listed.entry].names[listed.name];
            const int characters = characterScore(key.characters, listed.key.characters);
            const bool bothChinese = !key.characters.empty() && !listed.key.characters.empty();
            hit.score = pairedScore(key.words, listed.key.words, hit.pairs);
            if (hit.score < 1000 && joined.size() >= 4 && key.words.size() != listed.key.words.size()) {
                const int whole = similarity(joined, listed.joined) - 10; // the words are cut otherwise
                if (whole > hit.score) {
                    hit.score = whole;
                    hit.pairs = {{joined, listed.joined, whole}};
                    hit.reasons.push_back("compared as one word, because the words are cut differently");
                }
            }
            if (bothChinese) {
                if (characters == 1000) {
                    hit.score = 1000;
                    hit.reasons.push_back("the same Chinese characters");
                } else {
                    hit.score = std::min((hit.score + 2 * characters) / 3, 990); // characters weigh more than sound
                    hit.reasons.push_back(std::to_string(characters / 10) + " % of the Chinese characters agree, the sound " + std::to_string(similarity(joined, listed.joined) / 10) + " %");
                }
            } else if (!key.characters.empty() || !listed.key.characters.empty()) {
                hit.score = std::min(hit.score, 950);
                hit.reasons.push_back("by the sound of the Chinese name");
            }
            if (hit.score < threshold - 60)
                continue;
            if (listed.name > 0)
                hit.reasons.push_back("by the alias '" + hit.matchedName + "'");
            const ListEntry& entry = m_list[listed.entry];
            const int year = entry.born ? entry.born->year() : entry.bornYear;
            if (who.born && year != 0) {
                if (entry.born && *entry.born == *who.born) {
                    hit.score += 30;
                    hit.reasons.push_back("the same date of birth");
                } else if (who.born->year() == year) {
                    hit.score += 10;
                    hit.reasons.push_back("the same year of birth");
                } else if (const int apart = who.born->year() - year; apart > 2 || apart < -2) {
                    hit.score -= 60;
                    hit.reasons.push_back("born " + std::to_string(apart < 0 ? -apart : apart) + " years apart");
                }
            }
            if (!who.country.empty() && !entry.country.empty()) {
                const bool same = who.country == entry.country;
                hit.score += same ? 10 : -10;
                hit.reasons.push_back(same ? "the same country" : "another country (" + entry.country + ")");
            }
            hit.score = std::clamp(hit.score, 0, 1000);
            if (hit.score < threshold)
                continue;
            const auto [it, fresh] = best.try_emplace(hit.entry, hit);
            if (!fresh && it->second.score < hit.score)
                it->second = std::move(hit);
        }
    }
    std::vector<ScreenHit> hits;
    for (auto& [entry, hit] : best)
        hits.push_back(std::move(hit));
    std::stable_sort(hits.begin(), hits.end(), [](const ScreenHit& a, const ScreenHit& b) { return a.score > b.score; });
    if (hits.size() > most)
        hits.resize(most);
    return hits;
}

} // namespace rialto::clients
