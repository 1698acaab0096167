// SPDX-License-Identifier: GPL-3.0-or-later
// Note: what somebody of the firm wrote about instruments or clients: Markdown, perhaps with a rating and a target price. A note
// is never changed; an edit is a new revision of the same id. A value; any thread.
#pragma once

#include "base/clock.h"
#include "domain/decimal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::research {

/// In rising order of liking; the spelling of the store and of the console.
inline constexpr std::string_view kRatings[] = {"sell", "underperform", "hold", "outperform", "buy"};
bool isRating(std::string_view text);

struct Note {
    std::int64_t id = 0;             // 0: not kept yet
    int revision = 0;                // 1 is the first
    Timestamp time;                  // of this revision
    std::string author;
    std::string title;
    std::string body;                // Markdown
    std::string rating;              // one of kRatings or ""
    std::optional<Decimal> target;   // a price in `currency`
    std::string currency;
    std::vector<std::string> symbols;
    std::vector<std::string> clients; // client numbers
    friend bool operator==(const Note&, const Note&) = default;
};

/// Why it cannot be kept; "" when it can: a title, known rating, a target with currency, bounded lengths.
std::string noteFault(const Note& note);

} // namespace rialto::research
