// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/input/flow_file.h"
#include "analytics/performance/xirr.h"
#include "api/cli/command.h"
#include "api/cli/input_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

namespace rialto::cli {

namespace {

struct XirrArguments {
    std::string file;
    double daysAYear = 365;
    double guess = 0.1;
};

double presentValue(const std::vector<analytics::DatedFlow>& flows, double rate, double daysAYear)
{
    const auto first = std::min_element(flows.begin(), flows.end(), [](const auto& a, const auto& b) { return a.date < b.date; })->date;
    double sum = 0;
    for (const auto& flow : flows)
        sum += flow.amount * std::exp(-std::log1p(rate) * (flow.date - first) / daysAYear);
    return sum;
}

std::string xirrSentence(const Error& error)
{
    if (error.code == "performance.xirr-one-sided")
        return "a rate needs at least one payment in (negative) and one out (positive)";
    if (error.code == "performance.xirr-one-day")
        return "all flows are on " + error.detail + ": a rate needs at least two days";
    if (error.code == "performance.xirr-no-root")
        return "no rate makes the present value zero";
    return error.detail;
}

int xirr(Context& context, const XirrArguments& given)
{
    const auto text = inputText(given.file);
    if (!text)
        return context.fail(text.error());
    const auto file = analytics::FlowFile::parse(*text);
    if (!file)
        return context.fail(file.error());
    Json results = Json::array();
    std::string lines;
    std::size_t failed = 0;
    Error lastError;
    for (const auto& each : file->cases) {
        const auto solved = analytics::xirr(each.flows, each.guess.value_or(given.guess), given.daysAYear);
        Json json = Json::object();
        if (!each.name.empty())
            json["case"] = each.name;
        json["flows"] = each.flows.size();
        const std::string label = each.name.empty() ? std::string() : each.name + ": ";
        if (!solved) {
            ++failed;
            lastError = Error{solved.error().kind, solved.error().code, xirrSentence(solved.error())};
            json["rate"] = nullptr;
            json["error"] = {{"code", lastError.code}, {"detail", lastError.detail}};
            lines += label + "no rate: " + lastError.detail + "\n";
        } else {
            json["rate"] = solved->rate;
            json["xirr"] = solved->rate;
            json["roots"] = solved->roots;
            json["ambiguous"] = solved->roots.size() > 1;
            json["residual_npv"] = presentValue(each.flows, solved->rate, given.daysAYear);
            lines += label + fmt::format("{:.8f} % a year", solved->rate * 100);
            if (solved->roots.size() > 1) {
                lines += " (ambiguous; all roots:";
                for (const double root : solved->roots)
                    lines += fmt::format(" {:.8f} %", root * 100);
                lines += ")";
            }
            lines += "\n";
        }
        results.push_back(std::move(json));
    }
    if (!file->list && failed != 0)
        return context.fail(lastError);
    Json document{{"method", "rate r with sum of amount / (1 + r)^(days / days_a_year) = 0; every sign change of the present value is bracketed, each root by Brent"},
        {"conventions", {{"signs", "paid in negative, received positive"}, {"first_day", "days count from the earliest flow"}, {"day_count", fmt::format("act/{}", given.daysAYear)},
                            {"days_a_year", given.daysAYear}, {"guess", given.guess}, {"chosen_root", "nearest to the guess in ln(1 + r)"},
                            {"range", "ln(1 + r) from -100 to 100"}}}};
    if (file->list)
        document["cases"] = std::move(results);
    else
        document.update(results[0]);
    const int code = context.ok(document, lines);
    return failed == 0 ? code : kFailed;
}

} // namespace

Command xirrCommand()
{
    return {{"xirr"}, "Money-weighted return a year of dated cash flows; says every rate when there are several",
        {"rialtoctl xirr flows.csv            # date,amount; what is paid in is negative", "rialtoctl xirr cases.json --json   # [{\"case\":..., \"flows\": [[\"2010-01-01\", -1000], ...]}]",
            "rialtoctl xirr flows.csv --days-a-year 365.25"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<XirrArguments>();
            app.add_option("file", given->file, "CSV with date and amount (and, if wanted, case), or JSON; gzip is read too")->required();
            app.add_option("--days-a-year", given->daysAYear, "Day count act/N")->check(CLI::Range(1.0, 1000.0))->capture_default_str();
            app.add_option("--guess", given->guess, "Which root is 'the' rate when there are several: the nearest")->check(CLI::Range(-0.999999, 1e6))->capture_default_str();
            return [given](Context& context) { return xirr(context, *given); };
        }};
}

} // namespace rialto::cli
