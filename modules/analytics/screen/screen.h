// SPDX-License-Identifier: GPL-3.0-or-later
// Screen: a condition over prices, indicators and fundamentals as one writes it, "rsi(14) < 30 and close > sma(200)", parsed once
// and asked of many instruments. The language, loosest first: `or`, `and`, `not`, comparisons (< <= > >= = !=, `crosses above`,
// `crosses below`), + -, * /, unary minus, and: numbers (also 5%, 1.5k, 2m, 3b), open high low close volume, an indicator of the
// catalogue with its parameters (`sma(50)`, `macd(fast=8, slow=21).signal`), any other name as a fundamental (`netMargin`, `pe`);
// `[3]` behind a name means three bars ago. Words are not case-sensitive. What is not known (too few bars, no such figure) makes a
// comparison unknown; `and`, `or` and `not` follow Kleene's three values. Pure; any thread.
// Errors: screen.syntax (with the place), screen.unknown-name, screen.bad-parameter, screen.too-long.
#pragma once

#include "analytics/indicator_core/indicator.h"
#include "base/result.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::analytics {

/// Bars as columns, rising in time, and what else is known of the instrument.
struct ScreenSubject {
    std::vector<double> open, high, low, close, volume;
    std::vector<std::int64_t> time;
    /// A fundamental by its name in lower case; nothing when it is not known.
    std::function<std::optional<double>(const std::string&)> fundamental;
};

enum class Answer { No, Yes, Unknown };

struct ScreenResult {
    Answer answer = Answer::Unknown;
    std::map<std::string, std::optional<double>> values; // each name as it was written and what it was
};

class Screen {
public:
    /// `fundamentals`: the names that may be asked for, in lower case.
    static Result<Screen> parse(std::string_view text, const std::vector<std::string>& fundamentals);
    Screen(Screen&&) noexcept;
    Screen& operator=(Screen&&) noexcept;
    ~Screen();

    ScreenResult ask(const ScreenSubject& subject) const;
    /// How it was understood, with every bracket.
    std::string text() const;
    bool needsFundamentals() const;
    /// Bars before an answer can be given, as far as the indicators tell; at least 1.
    int barsNeeded() const;

    struct Node;

private:
    explicit Screen(std::shared_ptr<const Node> root);
    std::shared_ptr<const Node> m_root;
};

} // namespace rialto::analytics
