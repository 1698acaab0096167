// SPDX-License-Identifier: GPL-3.0-or-later
// readBrand(): a firm's white label from a JSON file:
//   {"firmName": {"en": "...", "zh": "..."}, "contact": "...", "accent": "#7a1f3d", "logo": "logo.png", "disclosures": ["..."]}
// Every member may be left out; a text is a string or one with en and zh. The logo is a PNG or JPEG beside the file. Any thread.
#pragma once

#include "base/result.h"
#include "reports/brand.h"

#include <string>

namespace rialto::reports {

/// Errors: reports.read-failed, reports.brand-malformed (what and where), reports.brand-logo.
Result<Brand> readBrand(const std::string& path);

} // namespace rialto::reports
