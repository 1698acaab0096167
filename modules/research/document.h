// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of the information desk: news items and filings, their merging and their search. Two items are the same when
// their canonical addresses agree, or when their words do (shingles). Search is over words and, in Chinese, over pairs of
// characters, so that no dictionary is needed. Pure; any thread.
#pragma once

#include "base/clock.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::research {

struct Document {
    std::string id;          // the source's own: guid, accession number; else the canonical address
    std::string kind;        // "news", "filing"
    std::string title;
    std::string link;
    std::string summary;
    std::string content;     // the whole text, when the source gives it; may hold markup
    std::string author;
    std::string authorEmail;
    std::string publishedText; // as the source writes it
    std::optional<Timestamp> published;
    std::string source;      // title of the feed, "sec"
    std::vector<std::string> symbols;
    std::vector<std::string> tags;
    friend bool operator==(const Document&, const Document&) = default;
};

/// Scheme and host in lower case, no default port, no fragment, no tracking parameters (utm_*, fbclid, gclid, ...), the
/// others sorted, no "www.", no slash at the end, http as https. Text that is no address comes back as it is.
std::string canonicalUrl(std::string_view url);
/// Lower-case words; runs of Chinese, Japanese and Korean characters as overlapping pairs. Markup is left out.
std::vector<std::string> words(std::string_view text);
/// Share of three-word shingles that two texts have in common (Jaccard), 0 to 1 in thousandths.
int similarityPermille(std::string_view a, std::string_view b);

struct MergedDocument {
    Document document;                 // the earliest of the group
    std::vector<std::string> sources;  // all that had it
    int copies = 1;
    std::string mergedBy;              // "", "url", "shingles"
};
/// Newest first. Items are the same when canonical addresses agree, or shingles of title and summary agree to
/// `permille` and their titles are long enough to tell (four words).
std::vector<MergedDocument> merge(std::span<const Document> documents, int permille = 800);

struct Instrumentlike {
    std::string symbol;
    std::string name;
};
/// Symbols that the text names: "$AAPL", "(NASDAQ: AAPL)", "600000.SH", and the names of known instruments.
std::vector<std::string> symbolsIn(std::string_view text, std::span<const Instrumentlike> known);

struct SearchHit {
    std::size_t index = 0;   // into the documents given
    int score = 0;           // title words count threefold
};
/// Documents that hold all words of the query ("-word": none of these), best first, then newest. "..." is a phrase.
std::vector<SearchHit> search(std::span<const Document> documents, std::string_view query);

} // namespace rialto::research
