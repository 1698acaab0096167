// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/news_view.h"

namespace rialto::cli {

Command newsSearchCommand()
{
    return {{"news", "search"}, "Full text search in news: all words, \"phrases\", -without; Chinese too",
        {"rialtoctl news search 'rate cut' --book mybook", "rialtoctl news search 降息 --input feed.xml --json"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<NewsArguments>();
            app.add_option("query", given->query, "What to look for")->required();
            addNewsOptions(app, *given);
            return [given](Context& context) { return showNews(context, *given); };
        }};
}

} // namespace rialto::cli
