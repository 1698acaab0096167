// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/bill_json.h"
#include "api/cli/command.h"
#include "api/cli/text_file.h"
#include "clients/input/billing_csv.h"
#include "clients/input/fee_schedule_json.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct BillArguments {
    std::string schedule;
    std::string values;
    std::string period;
    std::string audit;
};

int bill(Context& context, const BillArguments& given)
{
    if (given.schedule.empty() || given.values.empty())
        return context.fail(invalid("billing.arguments", "give --schedule FILE.json and --values FILE.csv"));
    const auto json = readTextFile(given.schedule);
    if (!json)
        return context.fail(json.error());
    const auto schedule = clients::readFeeSchedule(*json);
    if (!schedule) {
        Error error = schedule.error();
        error.detail = given.schedule + ": " + error.detail;
        return context.fail(error);
    }
    const auto text = readTextFile(given.values);
    if (!text)
        return context.fail(text.error());
    auto file = clients::readBillingCsv(*text, schedule->currency);
    if (!file) {
        Error error = file.error();
        error.detail = given.values + ": " + error.detail;
        return context.fail(error);
    }
    std::optional<clients::BillingPeriod> only;
    if (!given.period.empty()) {
        const auto period = clients::BillingPeriod::parse(given.period);
        if (!period)
            return context.fail(period.error());
        if (period->frequency != schedule->frequency)
            return context.fail(invalid("billing.period-differs",
                given.period + " is a " + std::string(clients::name(period->frequency)) + ", but the schedule bills every " + std::string(clients::name(schedule->frequency))));
        only = *period;
    }
    const auto bills = clients::bill(*schedule, file->values, only);
    if (!bills)
        return context.fail(bills.error());
    if (!given.audit.empty())
        if (const auto written = writeTextFile(given.audit, billAuditCsv(*bills)); !written)
            return context.fail(written.error());
    Json periods = Json::array();
    std::int64_t total = 0;
    for (const auto& each : *bills) {
        periods.push_back(billJson(each, *schedule, true));
        total = addChecked(total, each.total);
    }
    Json document{{"schedule", scheduleJson(*schedule)}, {"currency", schedule->currency.code()}, {"total", Money(total, schedule->currency).text()},
        {"rows", file->values.size()}, {"rounded_numbers", file->roundedNumbers}, {"converted_rows", file->convertedRows}, {"periods", periods},
        {"conventions", billConventions(*schedule)}};
    if (!given.audit.empty())
        document["audit_file"] = given.audit;
    return context.ok(document, billText(*bills, *schedule));
}

} // namespace

Command billCommand()
{
    return {{"bill"}, "What accounts owe under a fee schedule: tiers, flat, per trade, performance; every step shown",
        {"rialtoctl bill --schedule schedule.json --values values.csv --json", "rialtoctl bill --schedule schedule.json --values values.csv --period 2026Q3 --audit steps.csv"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<BillArguments>();
            app.add_option("--schedule", given->schedule, "JSON: name, currency, period, type or components, tiers, minimum, maximum, proration, rounding");
            app.add_option("--values", given->values,
                "CSV: account,household,date,value,currency,fx_rate,excluded,flow,trades,traded,high_water_mark,opened,closed,days");
            app.add_option("--period", given->period, "2026Q3, 2026-07, 2026H2 or 2026; default: every period with a valuation");
            app.add_option("--audit", given->audit, "Write every step to this CSV file");
            return [given](Context& context) { return bill(context, *given); };
        }};
}

} // namespace rialto::cli
