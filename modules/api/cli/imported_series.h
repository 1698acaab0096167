// SPDX-License-Identifier: GPL-3.0-or-later
// What the import verbs share: a series that is new in a book gets an instrument, so that the workstation finds and charts it.
#pragma once

#include "base/result.h"
#include "integration/import_report.h"

#include <string>
#include <vector>

namespace rialto {
class AppServices;
}
namespace rialto::market {
class BarStore;
}

namespace rialto::cli {

/// `zone` and `currency` as the user said; "": guessed. Each guess is added to `assumptions`.
Result<void> enterInstruments(AppServices& services, market::BarStore& bars, const std::vector<integration::SeriesOutcome>& series, const std::string& zone,
    const std::string& currency, std::vector<std::string>& assumptions);

} // namespace rialto::cli
