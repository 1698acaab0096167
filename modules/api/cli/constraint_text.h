// SPDX-License-Identifier: GPL-3.0-or-later
// The constraints of `rialtoctl optimize` as text: parts joined by ';' (or given one by one):
//   long-only   short   min=0.01   max=0.1   asset:XOM=0..0.05   group:tech(GOOG+AAPL)=0.1..0.4   turnover=0.3   cardinality=8
// A limit left open: "..0.4" or "0.1..". Pure. Errors: optimize.constraint, optimize.asset-unknown.
#pragma once

#include "advice/risk_allocation.h"
#include "base/result.h"

#include <string>
#include <vector>

namespace rialto::cli {

Result<advice::Constraints> readConstraints(const std::vector<std::string>& texts, const std::vector<std::string>& assets);

/// "GOOG=0.2" or "GOOG-AAPL=0.05": an expected return, or a difference of two. Errors: as above.
Result<advice::View> readView(const std::string& text, const std::vector<std::string>& assets);

/// NAME=number, joined by ','; assets that are not named get zero.
Result<std::vector<double>> readAssetNumbers(const std::string& text, const std::vector<std::string>& assets);

} // namespace rialto::cli
