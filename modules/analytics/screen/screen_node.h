// SPDX-License-Identifier: GPL-3.0-or-later
// The tree behind Screen; only modules/analytics/screen sees it. Values.
#pragma once

#include "analytics/screen/screen.h"

namespace rialto::analytics {

struct Screen::Node {
    enum class Kind { Or, And, Not, Less, LessEqual, Greater, GreaterEqual, Equal, NotEqual, CrossesAbove, CrossesBelow, Add, Subtract, Multiply, Divide, Negate, Number, Column, Study, Fundamental };
    Kind kind = Kind::Number;
    std::vector<std::shared_ptr<const Node>> parts;
    double number = 0;
    std::string name;                    // of a column or fundamental; of a study as it is written in full
    std::size_t barsAgo = 0;
    const Indicator* indicator = nullptr;
    std::vector<std::string> parameters;
    std::size_t output = 0;

    bool logical() const { return kind <= Kind::CrossesBelow; }
};

/// The parser of Screen::parse.
Result<std::shared_ptr<const Screen::Node>> parseScreen(std::string_view text, const std::vector<std::string>& fundamentals);

} // namespace rialto::analytics
