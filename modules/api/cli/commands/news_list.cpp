// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/news_view.h"

namespace rialto::cli {

Command newsListCommand()
{
    return {{"news", "list"}, "News of the book or of feed files, merged and newest first",
        {"rialtoctl news list --book mybook --symbol AAPL", "rialtoctl news list --input feed.xml other.xml --json"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<NewsArguments>();
            addNewsOptions(app, *given);
            return [given](Context& context) { return showNews(context, *given); };
        }};
}

} // namespace rialto::cli
