// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "api/cli/text_file.h"
#include "integration/clean/repair_file.h"

namespace rialto::cli {

namespace {

struct RepairArguments {
    std::string file;
    std::string out;
    bool forceUnits = false;
    std::size_t listed = 1'000'000;
};

int repair(Context& context, const RepairArguments& arguments)
{
    auto text = readTextFile(arguments.file);
    if (!text)
        return context.fail(text.error());
    const auto repaired = integration::clean::repairText(std::move(*text), {arguments.forceUnits});
    if (!repaired)
        return context.fail(Error{repaired.error().kind, repaired.error().code, arguments.file + ": " + repaired.error().detail});
    if (!arguments.out.empty())
        if (const auto written = writeTextFile(arguments.out, repaired->text); !written)
            return context.fail(written.error());
    Json document{{"file", arguments.file}, {"out", arguments.out}};
    document.update(Json::parse(integration::clean::toJson(repaired->report, arguments.listed)));
    return context.ok(document, integration::clean::toText(repaired->report));
}

} // namespace

Command repairCommand()
{
    return {{"repair"}, "Repair a CSV file of prices and tell each change with its reason",
        {"rialtoctl repair TEM-L.csv --out TEM-L-fixed.csv", "rialtoctl repair SSW-JO.csv --out fixed.csv --json"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<RepairArguments>();
            app.add_option("file", given->file, "CSV with a date, open, high, low, close and, where there are, adjusted close, volume, dividends, splits, capital gains")->required();
            app.add_option("--out", given->out, "Where the repaired file goes, in the columns of the source; without it nothing is written");
            app.add_flag("--force-units", given->forceUnits, "Bring also an idle series to one unit that changes its unit again and again");
            app.add_option("--list", given->listed, "Most changes to list in the JSON; the counts are of all")->capture_default_str();
            return [given](Context& context) { return repair(context, *given); };
        }};
}

} // namespace rialto::cli
