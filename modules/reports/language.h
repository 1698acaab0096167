// SPDX-License-Identifier: GPL-3.0-or-later
// Language of a report, and LocalizedText: a name or sentence that exists in both. Values; any thread.
#pragma once

#include <string>

namespace rialto::reports {

enum class Language { English, Chinese };

struct LocalizedText {
    std::string en;
    std::string zh;          // empty: the English text serves (symbols, names without a Chinese form)

    const std::string& in(Language language) const { return language == Language::Chinese && !zh.empty() ? zh : en; }
    bool empty() const { return en.empty() && zh.empty(); }
    friend bool operator==(const LocalizedText&, const LocalizedText&) = default;
};

} // namespace rialto::reports
