// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/case_report.h"

#include <ostream>

namespace rialto::cli {

int reportCases(Context& context, const std::string& path, const std::string& method, const char* listName, const Json& results, const CaseTally& tally, std::string text)
{
    text += std::to_string(tally.passed) + " expectations met, " + std::to_string(tally.failed) + " not";
    const int code = context.ok({{"file", path}, {"method", method}, {"passed", tally.passed}, {"failed", tally.failed}, {listName, results}}, text);
    if (tally.failed == 0 || code != kOk)
        return code;
    context.err << std::to_string(tally.failed) << " expectations of " << path << " were not met\n";
    return kFailed;
}

} // namespace rialto::cli
