// SPDX-License-Identifier: GPL-3.0-or-later
// Brand: how a firm's reports look and what they disclose: the white label. Nothing in it changes a figure. A value; any thread.
#pragma once

#include "reports/language.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rialto::reports {

inline constexpr std::uint32_t kDefaultAccent = 0x1b4d7e;

struct Brand {
    LocalizedText firmName;              // empty: that of the book
    LocalizedText firmContact;
    std::uint32_t accent = kDefaultAccent; // 0xRRGGBB
    std::string logo;                    // the bytes of a PNG or JPEG; may be empty
    std::string logoType;                // "image/png", "image/jpeg"
    std::vector<LocalizedText> disclosures; // printed after the notes of every report
    friend bool operator==(const Brand&, const Brand&) = default;
};

} // namespace rialto::reports
