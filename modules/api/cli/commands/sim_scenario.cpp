// SPDX-License-Identifier: GPL-3.0-or-later
// Trading scenarios in sentences and tables, as in the worked examples of Euronext's documents and beyond (phases, groups, days
// of venues): docs/howto/scenarios.md. What a step changes is done by ScenarioMarket; here steps are read and compared.
#include "api/cli/case_report.h"
#include "api/cli/json_file.h"
#include "api/cli/order_words.h"
#include "api/cli/scenario_market.h"

namespace rialto::cli {

namespace scenarios {

using matching::Side;

Json compared(const Table& expected, const Table& actual)
{
    return {{"expected", expected}, {"actual", actual}, {"pass", normalised(expected) == normalised(actual)}};
}

/// The left half of a book table holds buys, the right half sells, mirrored.
Json compareBook(const ScenarioMarket& market, const Table& table)
{
    const std::size_t columns = table[0].size();
    if (columns < 6)
        throw CaseFailure{"a book table has broker, quantity and price for either side"};
    Table buys;
    Table sells;
    for (std::size_t row = 1; row < table.size(); ++row) {
        if (!cellOf(table, row, 0).empty())
            buys.push_back({cellOf(table, row, 0), cellOf(table, row, 1), cellOf(table, row, 2)});
        if (!cellOf(table, row, columns - 1).empty())
            sells.push_back({cellOf(table, row, columns - 1), cellOf(table, row, columns - 2), cellOf(table, row, columns - 3)});
    }
    const Json buy = compared(buys, market.side(Side::Buy));
    const Json sell = compared(sells, market.side(Side::Sell));
    return {{"expected", {{"bids", buy["expected"]}, {"asks", sell["expected"]}}},
            {"actual", {{"bids", buy["actual"]}, {"asks", sell["actual"]}}},
            {"pass", buy["pass"].get<bool>() && sell["pass"].get<bool>()}};
}

/// Runs one step; an expectation answers with what was found.
std::optional<Json> runStep(ScenarioMarket& market, const std::string& words, const Json& step, std::string& note)
{
    const std::string text = lowerCased(words);
    const auto says = [&](const char* part) { return text.find(part) != std::string::npos; };
    if (says("trading mode")) {
        market.setMode(words);
    } else if (says("reference price is")) {
        market.setReference(words);
    } else if (says("orders are submitted")) {
        const std::string group = wordAfter(text, says("submitted as an ") ? "submitted as an" : "submitted as a");
        note = market.submit(tableOf(step), groupKindWord(group));
    } else if (says("auction completes")) {
        market.auction();
    } else if (says("no trades are generated")) {
        return compared({}, market.takeTrades());
    } else if (says("trades are generated")) {
        Table rows = tableOf(step);
        rows.erase(rows.begin());
        return compared(rows, market.takeTrades());
    } else if (says("imp is")) {
        const Table table = tableOf(step);
        const Json price = market.indicative();
        const std::string actual = price.is_string() ? price.get<std::string>() : "";
        return compared({{cellOf(table, 0, 0)}}, {{actual}});
    } else if (says("book looks like")) {
        return compareBook(market, tableOf(step));
    } else if (says("book is empty")) {
        Table left = market.side(Side::Buy);
        for (const auto& row : market.side(Side::Sell))
            left.push_back(row);
        return compared({}, left);
    } else if (says("waiting orders look like")) {
        Table rows = tableOf(step);
        rows.erase(rows.begin());
        return compared(rows, market.waiting());
    } else if (says("the phase is")) {
        return compared({{quotedIn(words)}}, {{market.phase()}});
    } else if (says("the indicative price is")) {
        const std::string surplus = says("surplus") ? text.substr(text.find("surplus") + 7) : "0";
        return compared({{wordAfter(text, "price is"), wordAfter(text, "volume"), surplus}}, {market.imbalance()});
    } else if (says("the last price is")) {
        return compared({{wordAfter(text, "price is")}}, {{market.lastPrice()}});
    } else if (says("refused")) {
        return compared({{says("no order") ? "0" : wordAfter(text, "then")}}, {{market.takeRefusals()}});
    } else if (!market.change(words, text)) {
        throw CaseFailure{"nothing is known of this step"};
    }
    return std::nullopt;
}

Json runScenario(const Json& scenario, const std::string& feature, CaseTally& tally)
{
    ScenarioMarket market(placesIn(scenario));
    Json checks = Json::array();
    Json notes = Json::array();
    bool passed = true;
    std::size_t number = 0;
    for (const Json& step : scenario["steps"]) {
        ++number;
        const std::string words = step.is_object() && step.contains("step") && step["step"].is_string() ? step["step"].get<std::string>() : "";
        std::optional<Json> result;
        std::string note;
        try {
            result = runStep(market, words, step, note);
        } catch (const CaseFailure& failure) {
            result = Json{{"error", failure.text}, {"pass", false}};
        }
        if (!note.empty())
            notes.push_back({{"step", number}, {"note", note}});
        if (!result)
            continue;
        const bool ok = (*result)["pass"].get<bool>();
        passed = passed && ok;
        ++(ok ? tally.passed : tally.failed);
        Json entry{{"step", number}, {"text", words}};
        entry.update(*result);
        checks.push_back(entry);
    }
    const std::string name = scenario.contains("scenario") && scenario["scenario"].is_string() ? scenario["scenario"].get<std::string>() : "";
    return {{"feature", feature}, {"scenario", name}, {"passed", passed}, {"expectations", checks}, {"notes", notes},
            {"book", {{"bids", market.side(Side::Buy)}, {"asks", market.side(Side::Sell)}}}, {"indicative", market.indicative()},
            {"trades", market.allTrades}};
}

int runFile(Context& context, const std::string& path)
{
    const auto file = readJsonFile(path);
    if (!file)
        return context.fail(file.error());
    std::vector<std::pair<std::string, Json>> all;
    const Json& root = *file;
    const Error shape = invalid("sim.bad_scenario", path + ": needs features, each a list of scenarios with steps");
    const auto add = [&](const std::string& feature, const Json& list) {
        if (!list.is_array())
            return false;
        for (const Json& scenario : list) {
            if (!scenario.is_object() || !scenario.contains("steps") || !scenario["steps"].is_array())
                return false;
            all.emplace_back(feature, scenario);
        }
        return true;
    };
    if (root.is_object() && root.contains("features") && root["features"].is_object()) {
        for (const auto& [feature, list] : root["features"].items())
            if (!add(feature, list))
                return context.fail(shape);
    } else if (!add("", root.is_object() && root.contains("scenarios") ? root["scenarios"] : root.is_object() ? Json::array({root}) : root)) {
        return context.fail(shape);
    }
    Json results = Json::array();
    CaseTally tally;
    std::string text;
    for (const auto& [feature, scenario] : all) {
        results.push_back(runScenario(scenario, feature, tally));
        const Json& result = results.back();
        text += (result["passed"].get<bool>() ? "pass  " : "FAIL  ") + result["scenario"].get<std::string>() + "\n";
        for (const Json& check : result["expectations"])
            if (!check["pass"].get<bool>())
                text += "      " + check.dump() + "\n";
    }
    return reportCases(context, path,
        "matching engine; auctions by the Euronext rule; trades are compared with those since the last comparison; "
        "resting market orders trade at the best limit of their side, else at the other order's or the reference price",
        "scenarios", results, tally, std::move(text));
}

} // namespace scenarios

Command simScenarioCommand()
{
    return {{"sim", "scenario"}, "Run a file of trading scenarios in sentences and tables and check what it expects",
        {"rialtoctl sim scenario examples.json --json"}, [](CLI::App& app) -> Action {
            auto path = std::make_shared<std::string>();
            app.add_option("file", *path,
                           "JSON: features, each a list of scenarios with steps (docs/howto/scenarios.md): orders submitted, as an OCO, OTO or "
                           "bracket, cancelled, reduced, replaced; phase becomes, price range is, venue is and time is, auction completes; "
                           "trades generated, book looks like, waiting orders look like, indicative price is, phase is, orders are refused")
                ->required();
            return [path](Context& context) { return scenarios::runFile(context, *path); };
        }};
}

} // namespace rialto::cli
