// SPDX-License-Identifier: GPL-3.0-or-later
// How news items are shown by news list and news search.
#pragma once

#include "api/cli/command.h"
#include "research/document.h"

#include <string>
#include <vector>

namespace rialto::cli {

struct NewsArguments {
    std::vector<std::string> files;
    std::string symbol;
    std::string since;
    std::string query;
    std::size_t limit = 200;
    int similar = 800;
    bool all = false;
};
int showNews(Context& context, const NewsArguments& arguments);
void addNewsOptions(CLI::App& app, NewsArguments& arguments);

} // namespace rialto::cli
