// SPDX-License-Identifier: GPL-3.0-or-later
// Under which keys the research stores keep things; both implementations agree on them. Any thread.
#pragma once

#include "research/research_store.h"

#include <limits>
#include <string>
#include <string_view>

namespace rialto::storage {

inline constexpr std::int32_t kNoStart = std::numeric_limits<std::int32_t>::min();

inline std::int32_t factStart(const research::CompanyFact& fact) { return fact.start ? fact.start->days : kNoStart; }

/// Ten digits; what is no number stays as it is.
inline std::string paddedCik(std::string_view cik)
{
    if (cik.empty() || cik.size() > 10 || cik.find_first_not_of("0123456789") != std::string_view::npos)
        return std::string(cik);
    return std::string(10 - cik.size(), '0') + std::string(cik);
}

inline bool sameSymbol(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    if (a.empty() || a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (lower(a[i]) != lower(b[i]))
            return false;
    return true;
}

/// The source's own id; without one the address, else title and time.
inline std::string documentKey(const research::Document& document)
{
    if (!document.id.empty())
        return document.id;
    if (!document.link.empty())
        return research::canonicalUrl(document.link);
    return document.title + "|" + document.publishedText + "|" + document.author;
}

/// As it is kept: with its key as id, labels on one line each.
inline research::Document keptDocument(research::Document document)
{
    document.id = documentKey(document);
    for (auto* list : {&document.symbols, &document.tags})
        for (auto& label : *list)
            for (char& c : label)
                c = c == '\n' || c == '\r' ? ' ' : c;
    return document;
}

} // namespace rialto::storage
