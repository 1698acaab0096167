// SPDX-License-Identifier: GPL-3.0-or-later
// Which column of which reference file is which indicator.
#pragma once

#include <string>
#include <vector>

namespace rialto::testing {

struct ReferenceCase {
    std::string file, column, indicator;
    std::vector<std::string> parameters;
    std::string output; // empty: the first
    double tolerance = 1e-6;
    std::size_t skip = 0;
    std::string source{};
    bool relative = false;
    std::size_t shift = 0;
};

const std::vector<ReferenceCase>& referenceCases();

} // namespace rialto::testing
