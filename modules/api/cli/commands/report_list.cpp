// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"

#include "reports/report.h"

namespace rialto::cli {

Command reportListCommand()
{
    return {{"report", "list"}, "The reports of the catalogue", {"rialtoctl report list", "rialtoctl report list --json"}, [](CLI::App&) -> Action {
                return [](Context& context) {
                    Json list = Json::array();
                    std::vector<std::vector<std::string>> rows;
                    for (const auto& report : reports::reportCatalog()) {
                        const char* about = report.scope == reports::ReportScope::Client ? "client" : report.scope == reports::ReportScope::Market ? "market" : "study";
                        list.push_back({{"name", report.id}, {"title", {{"en", report.title.en}, {"zh", report.title.zh}}}, {"description", {{"en", report.description.en}, {"zh", report.description.zh}}},
                            {"about", about}});
                        rows.push_back({report.id, about, report.title.en, report.title.zh});
                    }
                    return context.ok({{"reports", list}}, table({"name", "about", "title", "标题"}, rows));
                };
            }};
}

} // namespace rialto::cli
