// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "api/cli/statement_options.h"
#include "integration/connectors/file_source.h"

namespace rialto::cli {

namespace {

int dryRun(Context& context, const StatementArguments& arguments)
{
    const auto file = arguments.read();
    if (!file)
        return context.fail(file.error());
    Json document{{"file", integration::fileNameOf(arguments.file)}, {"dryRun", true}};
    document.update(Json::parse(integration::toJson(*file)));
    std::string text = integration::toText(*file);
    if (!text.empty() && text.back() == '\n')
        text.pop_back();
    return context.ok(document, text);
}

} // namespace

Command statementImportCommand()
{
    return {{"statement", "import"}, "Read the statement of a bank or broker (CAMT, MT940, OFX, QIF, IBKR Flex, CSV) and check its sums",
        {"rialtoctl statement import january.xml --dry-run --json", "rialtoctl statement import export.csv --mapping '{\"date\": \"Booked on\", \"amount\": 4}' --dry-run"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<StatementArguments>();
            given->addTo(app);
            app.add_flag("--dry-run", given->dryRun, "Read, check and show; needs no book and stores nothing");
            return [given](Context& context) { return dryRun(context, *given); };
        }};
}

} // namespace rialto::cli
