// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "brokers/conformance/conformance.h"

#include <fmt/format.h>

namespace rialto::cli {

Command brokerCasesCommand()
{
    return {{"broker", "cases"}, "The numbered cases that 'broker check' runs", {"rialtoctl broker cases"}, [](CLI::App&) -> Action {
                return [](Context& context) {
                    Json list = Json::array();
                    std::string text;
                    for (const auto& each : conformanceCases()) {
                        list.push_back({{"number", each.number}, {"title", each.title}});
                        text += fmt::format("{}  {}\n", each.number, each.title);
                    }
                    return context.ok({{"cases", list}}, text);
                };
            }};
}

} // namespace rialto::cli
