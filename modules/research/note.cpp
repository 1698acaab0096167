// SPDX-License-Identifier: GPL-3.0-or-later
#include "research/note.h"

#include <algorithm>
#include <iterator>

namespace rialto::research {

bool isRating(std::string_view text) { return std::find(std::begin(kRatings), std::end(kRatings), text) != std::end(kRatings); }

std::string noteFault(const Note& note)
{
    constexpr std::size_t longestTitle = 300, longestBody = std::size_t{1} << 20, mostLabels = 200;
    if (note.title.find_first_not_of(" \t\r\n") == std::string::npos)
        return "a note needs a title";
    if (note.title.size() > longestTitle || note.title.find_first_of("\r\n") != std::string::npos)
        return "the title is longer than one line of 300 bytes";
    if (note.body.size() > longestBody)
        return "the text is longer than 1 MiB";
    if (!note.rating.empty() && !isRating(note.rating))
        return "the rating " + note.rating + " is none of sell, underperform, hold, outperform, buy";
    if (note.target && (!note.target->isPositive() || note.currency.size() != 3))
        return "a target price is above zero and has a currency of three letters";
    if (note.symbols.size() + note.clients.size() > mostLabels)
        return "a note is attached to at most 200 instruments and clients";
    for (const auto* list : {&note.symbols, &note.clients})
        for (const std::string& label : *list)
            if (label.empty() || label.find_first_of("\r\n") != std::string::npos)
                return "a symbol or client of the note is empty or longer than a line";
    return {};
}

} // namespace rialto::research
