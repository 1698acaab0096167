// SPDX-License-Identifier: GPL-3.0-or-later
// Order-type scenarios: steps with `op` change one book of the matching engine, steps with `expect` compare it
// (docs/howto/scenarios.md). The words are those of CppTrader's tests, extended.
#include "api/cli/case_report.h"
#include "api/cli/json_file.h"
#include "api/cli/order_case.h"

namespace rialto::cli {

namespace order_cases {

Json runCase(const Json& scenario, CaseTally& tally)
{
    OrderCase venue;
    Json checks = Json::array();
    Json notes = Json::array();
    bool passed = true;
    std::size_t number = 0;
    for (const Json& step : scenario["steps"]) {
        ++number;
        if (!step.is_object() || (!step.contains("op") && !step.contains("expect")))
            continue;
        Json result;
        try {
            if (step.contains("op")) {
                if (const std::string note = venue.run(step); !note.empty())
                    notes.push_back({{"step", number}, {"note", note}});
                continue;
            }
            result = venue.check(step);
        } catch (const CaseFailure& failure) {
            result = {{"expect", step.contains("expect") ? wordIn(step, "expect") : wordIn(step, "op")}, {"error", failure.text}, {"pass", false}};
        }
        const bool ok = result["pass"].get<bool>();
        passed = passed && ok;
        ++(ok ? tally.passed : tally.failed);
        Json entry{{"step", number}};
        entry.update(result);
        checks.push_back(entry);
    }
    return {{"case", wordIn(scenario, "case")}, {"passed", passed}, {"expectations", checks}, {"notes", notes},
            {"book", venue.bookNow()}, {"trades", venue.trades}};
}

int runFile(Context& context, const std::string& path)
{
    const auto file = readJsonFile(path);
    if (!file)
        return context.fail(file.error());
    const Json& root = *file;
    Json scenarios = Json::array();
    if (root.is_array())
        scenarios = root;
    else if (root.is_object() && root.contains("cases"))
        scenarios = root["cases"];
    else
        scenarios.push_back(root);
    Json results = Json::array();
    CaseTally tally;
    std::string text;
    for (const Json& scenario : scenarios) {
        if (!scenario.is_object() || !scenario.contains("steps") || !scenario["steps"].is_array())
            return context.fail(invalid("sim.bad_scenario", path + ": each case needs a list of steps"));
        results.push_back(runCase(scenario, tally));
        const Json& result = results.back();
        text += (result["passed"].get<bool>() ? "pass  " : "FAIL  ") + result["case"].get<std::string>() + "\n";
        for (const Json& check : result["expectations"])
            if (!check["pass"].get<bool>())
                text += "      step " + std::to_string(check["step"].get<std::size_t>()) + ": " + check.dump() + "\n";
    }
    return reportCases(context, path,
        "matching engine: one book, price-time priority; stops and trailing stops watch the quote; "
        "all-or-none orders block those behind them",
        "cases", results, tally, std::move(text));
}

} // namespace order_cases

Command simOrdersCommand()
{
    return {{"sim", "orders"}, "Run a file of order-type scenarios and check what it expects of the book",
        {"rialtoctl sim orders cases.json --json"}, [](CLI::App& app) -> Action {
            auto path = std::make_shared<std::string>();
            app.add_option("file", *path,
                           "JSON: cases with steps (docs/howto/scenarios.md). Ops: AddOrder, ModifyOrder, ReplaceOrder, MitigateOrder, ReduceOrder, "
                           "DeleteOrder, AddGroup, CancelGroup, EnableMatching, SetPhase, Uncross, SetPriceGuard, Snapshot and more. "
                           "Expectations: order_count, total_volume, visible_volume, stop_count, trades, phase, indicative, refused, "
                           "cancelled, or id with price, quantity, held, active")
                ->required();
            return [path](Context& context) { return order_cases::runFile(context, *path); };
        }};
}

} // namespace rialto::cli
