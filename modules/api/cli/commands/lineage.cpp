// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/connectors/lineage.h"

#include "api/cli/command.h"

namespace rialto::cli {

namespace {

Json stepJson(const integration::LineageStep& step)
{
    Json rules = Json::array();
    for (std::size_t from = 0; from < step.import.rules.size();) {
        const std::size_t end = std::min(step.import.rules.find('\n', from), step.import.rules.size());
        rules.push_back(step.import.rules.substr(from, end - from));
        from = end + 1;
    }
    return {{"import", step.import.id}, {"time", isoUtc(step.import.time)}, {"file", step.import.file}, {"fileState", step.fileState}, {"hash", step.import.hash}, {"bytes", step.import.bytes},
        {"format", step.import.format}, {"rowsRead", step.import.rowsRead}, {"accepted", step.import.accepted}, {"rejected", step.import.rejected}, {"rules", rules},
        {"line", step.line ? Json(step.line->line) : Json(nullptr)}, {"text", step.line ? Json(step.line->text) : Json(nullptr)}};
}

std::string stepText(const integration::LineageStep& step)
{
    std::string text = "import " + std::to_string(step.import.id) + " of " + isoUtc(step.import.time) + ", " + step.import.format + "\n  " + step.import.file + " (" + step.fileState + ", " + step.import.hash.substr(0, 24) + "...)\n";
    if (step.line)
        text += "  line " + std::to_string(step.line->line) + ": " + step.line->text + "\n";
    for (std::size_t from = 0; from < step.import.rules.size();) {
        const std::size_t end = std::min(step.import.rules.find('\n', from), step.import.rules.size());
        text += "  " + step.import.rules.substr(from, end - from) + "\n";
        from = end + 1;
    }
    return text;
}

int trace(Context& context, const std::string& id)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    auto bars = session->openBars();
    if (!bars)
        return context.fail(bars.error());
    auto desk = session->openResearch();
    if (!desk)
        return context.fail(desk.error());
    auto log = session->openImports();
    if (!log)
        return context.fail(log.error());
    const auto lineage = integration::lineageOf(id, **bars, **desk, **log);
    if (!lineage)
        return context.fail(lineage.error());
    Json value = Json::object(), others = Json::array(), versions = Json::array(), decisions = Json::array();
    std::string text = id + "\n";
    for (const auto& [name, figure] : lineage->value) {
        value[name] = figure;
        text += "  " + name + " " + figure + "\n";
    }
    if (lineage->origin)
        text += "from " + stepText(*lineage->origin);
    for (const auto& each : lineage->others) {
        others.push_back(stepJson(each));
        text += "also in " + stepText(each);
    }
    for (const auto& each : lineage->versions) {
        const std::string by = each.replacedBy.id > 0 ? "import " + std::to_string(each.replacedBy.id) : "decision " + std::to_string(-each.replacedBy.id);
        versions.push_back({{"open", each.bar.open.text()}, {"high", each.bar.high.text()}, {"low", each.bar.low.text()}, {"close", each.bar.close.text()}, {"volume", each.bar.volume.text()},
            {"until", isoUtc(each.replacedBy.time)}, {"replacedBy", by}});
        text += "until " + isoUtc(each.replacedBy.time) + " its close was " + each.bar.close.text() + ", replaced by " + by + "\n";
    }
    for (const auto& each : lineage->decisions) {
        decisions.push_back({{"decision", each.id}, {"time", isoUtc(each.time)}, {"kind", each.kind}, {"field", each.field}, {"before", each.before}, {"after", each.after}, {"reason", each.reason},
            {"author", each.author}, {"undoneBy", each.undoneBy ? Json(*each.undoneBy) : Json(nullptr)}});
        text += "decision " + std::to_string(each.id) + ": " + each.kind + " " + each.field + " " + each.before + " -> " + each.after + ", " + each.reason + (each.undoneBy ? " (undone)" : "") + "\n";
    }
    if (!lineage->note.empty())
        text += lineage->note + "\n";
    text.pop_back();
    Json document{{"id", id}, {"kind", lineage->kind}, {"value", value}, {"origin", lineage->origin ? stepJson(*lineage->origin) : Json(nullptr)}, {"alsoIn", others}, {"formerValues", versions},
        {"decisions", decisions}, {"note", lineage->note.empty() ? Json(nullptr) : Json(lineage->note)},
        {"method", "the origin is the last import that replaced the value, else the first that held it; its line is the first of the unchanged file that tells the day and the value"}};
    return context.ok(document, text);
}

} // namespace

Command lineageCommand()
{
    return {{"lineage"}, "From a stored value to the line, file, import, rule and decisions behind it",
        {"rialtoctl lineage bar:SPY:1d:csv:2024-01-02", "rialtoctl lineage series:fred:GDP:2024-01-01 --json", "rialtoctl lineage fixing:EUR:USD:ecb:2024-01-02"}, [](CLI::App& app) -> Action {
            auto id = std::make_shared<std::string>();
            app.add_option("id", *id, "The value: bar:SYMBOL:INTERVAL:SOURCE:TIME, series:SOURCE:ID:DATE[@VINTAGE] or fixing:BASE:QUOTE:SOURCE:DATE")->required();
            return [id](Context& context) { return trace(context, *id); };
        }};
}

} // namespace rialto::cli
