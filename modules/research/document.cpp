// SPDX-License-Identifier: GPL-3.0-or-later
#include "research/document.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>

namespace rialto::research {

namespace {

constexpr std::size_t kTextLimit = 20'000; // of one item, for shingles and words

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}
bool wordByte(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// The code point that begins at `at`, and its length; damaged bytes count as one character each.
std::pair<std::uint32_t, std::size_t> codePoint(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const std::uint32_t first = byte(at);
    const std::size_t length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
    if (length == 1 || at + length > text.size())
        return {first, 1};
    std::uint32_t code = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U)
            return {first, 1};
        code = (code << 6) | (byte(at + i) & 0x3FU);
    }
    return {code, length};
}

bool cjk(std::uint32_t code)
{
    return (code >= 0x3040 && code <= 0x30FF) || (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xAC00 && code <= 0xD7AF)
        || (code >= 0xF900 && code <= 0xFAFF) || (code >= 0x20000 && code <= 0x2FA1F);
}

std::set<std::size_t> shingles(std::string_view text)
{
    const auto list = words(text);
    std::set<std::size_t> out;
    const std::hash<std::string> hash;
    if (list.size() < 3) {
        std::string all;
        for (const auto& word : list)
            all += word + ' ';
        if (!all.empty())
            out.insert(hash(all));
        return out;
    }
    for (std::size_t i = 0; i + 3 <= list.size(); ++i)
        out.insert(hash(list[i] + ' ' + list[i + 1] + ' ' + list[i + 2]));
    return out;
}

int jaccardPermille(const std::set<std::size_t>& a, const std::set<std::size_t>& b)
{
    if (a.empty() || b.empty())
        return 0;
    std::size_t common = 0;
    for (const auto each : a)
        common += b.count(each);
    return static_cast<int>(common * 1000 / (a.size() + b.size() - common));
}

bool tracking(std::string_view key)
{
    constexpr std::array<std::string_view, 14> kNames{"fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid", "ocid", "guccounter", "spm", "_ga", "ref_src"};
    return key.starts_with("utm_") || std::find(kNames.begin(), kNames.end(), key) != kNames.end();
}

bool containsWord(std::string_view text, std::string_view word)
{
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const bool left = at == 0 || !wordByte(text[at - 1]);
        const bool right = at + word.size() >= text.size() || !wordByte(text[at + word.size()]);
        if (left && right)
            return true;
    }
    return false;
}

} // namespace

std::string canonicalUrl(std::string_view url)
{
    while (!url.empty() && std::isspace(static_cast<unsigned char>(url.front())) != 0)
        url.remove_prefix(1);
    while (!url.empty() && std::isspace(static_cast<unsigned char>(url.back())) != 0)
        url.remove_suffix(1);
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos || scheme == 0 || scheme > 10)
        return std::string(url);
    std::string kind = lowered(url.substr(0, scheme));
    std::string_view rest = url.substr(scheme + 3);
    rest = rest.substr(0, rest.find('#'));
    const auto pathAt = rest.find_first_of("/?");
    std::string host = lowered(rest.substr(0, pathAt));
    std::string_view path = pathAt == std::string_view::npos ? std::string_view() : rest.substr(pathAt);
    if ((kind == "http" && host.ends_with(":80")) || (kind == "https" && host.ends_with(":443")))
        host.erase(host.rfind(':'));
    if (kind == "http")
        kind = "https";
    if (host.starts_with("www."))
        host.erase(0, 4);
    std::string_view query;
    if (const auto mark = path.find('?'); mark != std::string_view::npos) {
        query = path.substr(mark + 1);
        path = path.substr(0, mark);
    }
    while (path.size() > 1 && path.back() == '/')
        path.remove_suffix(1);
    std::vector<std::string> kept;
    while (!query.empty()) {
        const auto end = query.find('&');
        const std::string_view pair = query.substr(0, end);
        if (!pair.empty() && !tracking(lowered(pair.substr(0, pair.find('=')))))
            kept.emplace_back(pair);
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    }
    std::sort(kept.begin(), kept.end());
    std::string out = kind + "://" + host + (path == "/" ? std::string() : std::string(path));
    for (std::size_t i = 0; i < kept.size(); ++i)
        out += (i == 0 ? "?" : "&") + kept[i];
    return out;
}

std::vector<std::string> words(std::string_view text)
{
    text = text.substr(0, kTextLimit);
    std::vector<std::string> out;
    std::string word;
    std::string before; // the CJK character before this one
    bool paired = true;
    const auto endWord = [&] {
        if (!word.empty())
            out.push_back(std::move(word));
        word.clear();
    };
    const auto endRun = [&] {
        if (!before.empty() && !paired)
            out.push_back(before); // a run of one character
        before.clear();
        paired = true;
    };
    bool tag = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = codePoint(text, at);
        const std::string_view bytes = text.substr(at, length);
        at += length;
        if (code == '<' && at < text.size() && (text[at] == '/' || std::isalpha(static_cast<unsigned char>(text[at])) != 0)) {
            tag = true;
        } else if (tag) {
            tag = code != '>';
            continue;
        }
        if (tag) {
            endWord();
            endRun();
            continue;
        }
        if (cjk(code)) {
            endWord();
            if (!before.empty()) {
                out.push_back(before + std::string(bytes));
                paired = true;
            } else {
                paired = false;
            }
            before = bytes;
            continue;
        }
        endRun();
        const bool letter = code < 0x80 ? wordByte(static_cast<char>(code)) : code >= 0xC0 && length > 1 && (code < 0x2000 || code > 0x303F) && (code < 0xFF00 || code > 0xFF0F);
        if (letter)
            for (const char c : bytes)
                word += lower(c);
        else
            endWord();
    }
    endWord();
    endRun();
    return out;
}

int similarityPermille(std::string_view a, std::string_view b) { return jaccardPermille(shingles(a), shingles(b)); }

std::vector<MergedDocument> merge(std::span<const Document> documents, int permille)
{
    std::vector<MergedDocument> groups;
    std::vector<std::set<std::size_t>> groupShingles;
    std::unordered_map<std::string, std::size_t> byUrl;
    std::unordered_map<std::size_t, std::vector<std::size_t>> byShingle; // where to look, so that not all are compared with all
    std::vector<std::size_t> order(documents.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto timeOf = [&](std::size_t i) { return documents[i].published ? documents[i].published->nanos : std::numeric_limits<std::int64_t>::max(); };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return timeOf(a) < timeOf(b); });
    for (const std::size_t index : order) {
        const Document& document = documents[index];
        const std::string url = document.link.empty() ? std::string() : canonicalUrl(document.link);
        std::size_t group = groups.size();
        std::string how;
        if (!url.empty())
            if (const auto known = byUrl.find(url); known != byUrl.end()) {
                group = known->second;
                how = "url";
            }
        const auto mine = shingles(document.title + " . " + document.summary);
        if (group == groups.size() && words(document.title).size() >= 4) {
            std::unordered_map<std::size_t, std::size_t> common;
            for (const auto each : mine)
                if (const auto places = byShingle.find(each); places != byShingle.end() && places->second.size() <= 200)
                    for (const auto place : places->second)
                        ++common[place];
            for (const auto& [place, count] : common) {
                const std::size_t all = mine.size() + groupShingles[place].size() - count;
                if (count * 1000 >= static_cast<std::size_t>(permille) * all && place < group) {
                    group = place;
                    how = "shingles";
                }
            }
        }
        if (group < groups.size()) {
            auto& merged = groups[group];
            ++merged.copies;
            merged.mergedBy = merged.mergedBy.empty() ? how : merged.mergedBy;
            if (std::find(merged.sources.begin(), merged.sources.end(), document.source) == merged.sources.end())
                merged.sources.push_back(document.source);
            for (const auto& symbol : document.symbols)
                if (std::find(merged.document.symbols.begin(), merged.document.symbols.end(), symbol) == merged.document.symbols.end())
                    merged.document.symbols.push_back(symbol);
        } else {
            groups.push_back({document, {document.source}, 1, {}});
            groupShingles.push_back(mine);
            for (const auto each : mine)
                byShingle[each].push_back(group);
        }
        if (!url.empty())
            byUrl.emplace(url, group);
    }
    std::stable_sort(groups.begin(), groups.end(), [](const MergedDocument& a, const MergedDocument& b) {
        const auto time = [](const MergedDocument& m) { return m.document.published ? m.document.published->nanos : std::numeric_limits<std::int64_t>::min(); };
        return time(a) > time(b);
    });
    return groups;
}

std::vector<std::string> symbolsIn(std::string_view text, std::span<const Instrumentlike> known)
{
    text = text.substr(0, kTextLimit);
    std::vector<std::string> out;
    const auto add = [&](std::string symbol) {
        if (!symbol.empty() && std::find(out.begin(), out.end(), symbol) == out.end())
            out.push_back(std::move(symbol));
    };
    const auto takeSymbol = [&](std::size_t at) {
        std::string symbol;
        while (at < text.size() && (wordByte(text[at]) || ((text[at] == '.' || text[at] == '-') && at + 1 < text.size() && wordByte(text[at + 1]))) && symbol.size() < 12)
            symbol += text[at++];
        return symbol;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '$' && at + 1 < text.size() && std::isupper(static_cast<unsigned char>(text[at + 1])) != 0)
            add(takeSymbol(at + 1));
        for (const std::string_view market : {"NASDAQ:", "NYSE:", "LSE:", "HKEX:", "SSE:", "SZSE:", "TSX:", "XETRA:", "NYSEARCA:", "ASX:"})
            if (text.substr(at, market.size()) == market && (at == 0 || !wordByte(text[at - 1]))) {
                std::size_t from = at + market.size();
                while (from < text.size() && text[from] == ' ')
                    ++from;
                add(takeSymbol(from));
            }
        // 600000.SH and its kin
        if (std::isdigit(static_cast<unsigned char>(text[at])) != 0 && (at == 0 || !wordByte(text[at - 1]))) {
            std::size_t digits = 0;
            while (at + digits < text.size() && std::isdigit(static_cast<unsigned char>(text[at + digits])) != 0)
                ++digits;
            const std::string_view suffix = text.substr(at + digits, 3);
            const bool mainland = digits == 6 && (suffix == ".SH" || suffix == ".SZ" || suffix == ".BJ");
            const bool hongKong = (digits == 4 || digits == 5) && suffix == ".HK";
            if ((mainland || hongKong) && (at + digits + 3 >= text.size() || !wordByte(text[at + digits + 3])))
                add(std::string(text.substr(at, digits + 3)));
        }
    }
    for (const auto& instrument : known) {
        const bool byName = instrument.name.size() >= 4 && containsWord(text, instrument.name);
        const bool bySymbol = instrument.symbol.size() >= 3 && containsWord(text, instrument.symbol);
        if (byName || bySymbol)
            add(instrument.symbol);
    }
    return out;
}

std::vector<SearchHit> search(std::span<const Document> documents, std::string_view query)
{
    struct Term {
        std::vector<std::string> sequence; // one word, or a phrase
        bool without = false;
    };
    std::vector<Term> terms;
    for (std::size_t at = 0; at < query.size();) {
        if (std::isspace(static_cast<unsigned char>(query[at])) != 0) {
            ++at;
            continue;
        }
        Term term;
        if (query[at] == '-' && at + 1 < query.size()) {
            term.without = true;
            ++at;
        }
        std::size_t end = 0;
        if (query[at] == '"') {
            end = query.find('"', at + 1);
            term.sequence = words(query.substr(at + 1, end == std::string_view::npos ? end : end - at - 1));
            end = end == std::string_view::npos ? query.size() : end + 1;
        } else {
            end = query.find_first_of(" \t\r\n", at);
            term.sequence = words(query.substr(at, end == std::string_view::npos ? end : end - at));
            end = end == std::string_view::npos ? query.size() : end;
        }
        at = end;
        if (!term.sequence.empty())
            terms.push_back(std::move(term));
    }
    std::vector<SearchHit> hits;
    if (terms.empty())
        return hits;
    const auto count = [](const std::vector<std::string>& text, const std::vector<std::string>& sequence) {
        int found = 0;
        for (auto at = text.begin(); (at = std::search(at, text.end(), sequence.begin(), sequence.end())) != text.end(); ++at)
            ++found;
        return found;
    };
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const auto title = words(documents[i].title);
        const auto body = words(documents[i].summary + "\n" + documents[i].content);
        std::vector<std::string> labels;
        for (const auto* list : {&documents[i].symbols, &documents[i].tags})
            for (const auto& label : *list)
                for (auto& word : words(label))
                    labels.push_back(std::move(word));
        for (auto& word : words(documents[i].author))
            labels.push_back(std::move(word));
        int score = 0;
        bool fits = true;
        for (const auto& term : terms) {
            const int found = count(title, term.sequence) * 3 + count(body, term.sequence) + count(labels, term.sequence) * 2;
            fits = fits && (term.without ? found == 0 : found > 0);
            score += term.without ? 0 : found;
        }
        if (fits)
            hits.push_back({i, score});
    }
    std::stable_sort(hits.begin(), hits.end(), [&](const SearchHit& a, const SearchHit& b) {
        if (a.score != b.score)
            return a.score > b.score;
        const auto time = [&](const SearchHit& hit) { return documents[hit.index].published ? documents[hit.index].published->nanos : std::numeric_limits<std::int64_t>::min(); };
        return time(a) > time(b);
    });
    return hits;
}

} // namespace rialto::research
