// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/bill_json.h"
#include "api/cli/command.h"
#include "api/cli/text_file.h"
#include "clients/input/billing_csv.h"
#include "clients/input/fee_schedule_json.h"
#include "reports/export/pdf/pdf_exporter.h"
#include "services/fee_billing.h"
#include "services/fee_invoice.h"

#include <fmt/format.h>

#include <filesystem>

namespace rialto::cli {

namespace {

struct BillArguments {
    std::string schedule;
    std::string values;
    std::string period;
    std::string audit;
    bool dryRun = false;
    std::string invoices;
    std::string language = "en";
};

/// One PDF a group that owes something. The number of files, or the first failure.
Result<std::size_t> writeInvoices(const BillArguments& given, const clients::PeriodBill& bill, const clients::FeeSchedule& schedule, const BookSnapshot* book)
{
    if (given.invoices.empty())
        return std::size_t{0};
    std::error_code failed;
    std::filesystem::create_directories(given.invoices, failed);
    if (failed)
        return unavailable("cli.file-unwritable", given.invoices + ": " + failed.message());
    const auto language = given.language == "zh" ? reports::Language::Chinese : reports::Language::English;
    std::size_t count = 0;
    for (const auto& group : bill.groups) {
        if (group.fee == 0)
            continue;
        InvoiceNames names{{"Rialto", "Rialto"}, {}, false};
        if (book != nullptr && book->registry)
            if (const auto party = book->registry->partyByNumber(group.group); party.valid())
                names.client = {book->registry->party(party)->name, book->registry->party(party)->nameZh};
        const auto written = reports::PdfExporter::write(feeInvoice(group, schedule, bill.period, names, language), given.invoices + "/" + invoiceNumber(bill.period, group.group) + ".pdf");
        if (!written)
            return written.error();
        ++count;
    }
    return count;
}

Result<clients::FeeSchedule> scheduleOf(const std::string& path)
{
    const auto json = readTextFile(path);
    if (!json)
        return json.error();
    auto schedule = clients::readFeeSchedule(*json);
    if (!schedule)
        return Error{schedule.error().kind, schedule.error().code, path + ": " + schedule.error().detail};
    return schedule;
}

/// On the book: plans, and posts unless it is a dry run.
int billBook(Context& context, const BillArguments& given)
{
    if (given.period.empty())
        return context.fail(invalid("billing.period-missing", "say which period is billed with --period, as 2026Q3"));
    const auto period = clients::BillingPeriod::parse(given.period);
    if (!period)
        return context.fail(period.error());
    FeeRequest request{*period, std::nullopt, given.dryRun};
    if (!given.schedule.empty()) {
        auto schedule = scheduleOf(given.schedule);
        if (!schedule)
            return context.fail(schedule.error());
        if (schedule->frequency != period->frequency)
            return context.fail(invalid("billing.period-differs",
                given.period + " is a " + std::string(clients::name(period->frequency)) + ", but the schedule bills every " + std::string(clients::name(schedule->frequency))));
        request.forAll = std::move(*schedule);
    }
    const auto session = context.open();
    if (!session)
        return kFailed;
    const auto bars = session->openBars();
    if (!bars)
        return context.fail(bars.error());
    const auto plans = planFees(session->services(), **bars, request);
    if (!plans)
        return context.fail(plans.error());
    PostFees run;
    Json schedules = Json::array();
    std::vector<clients::PeriodBill> bills;
    std::string text;
    std::size_t known = 0;
    std::size_t invoices = 0;
    for (const FeePlan& plan : *plans) {
        const auto printed = writeInvoices(given, plan.bill, plan.schedule, session->services().book().get());
        if (!printed)
            return context.fail(printed.error());
        invoices += *printed;
        run.fees.insert(run.fees.end(), plan.postings.begin(), plan.postings.end());
        known += plan.known.size();
        Json one = billJson(plan.bill, plan.schedule, true);
        one["schedule"] = scheduleJson(plan.schedule);
        one["conventions"] = billConventions(plan.schedule);
        one["postings"] = Json::array();
        for (const FeePosting& posting : plan.postings)
            one["postings"].push_back({{"key", "fee:" + posting.key}, {"amount", posting.amount.text()}, {"currency", posting.amount.currency().code()}, {"date", posting.date.text()}});
        one["billed_before"] = plan.known;
        schedules.push_back(std::move(one));
        bills.push_back(plan.bill);
        text += billText({plan.bill}, plan.schedule) + "\n";
    }
    if (!given.audit.empty())
        if (const auto written = writeTextFile(given.audit, billAuditCsv(bills)); !written)
            return context.fail(written.error());
    const std::size_t count = run.fees.size();
    if (!given.dryRun && count > 0) {
        Result<Reply> reply = unavailable("cli.no-answer");
        session->services().command(std::move(run), [&](const Result<Reply>& answer) { reply = answer; });
        if (!reply)
            return context.fail(reply.error());
        if (!reply->accepted)
            return context.fail(reply->refusals);
    }
    return context.ok({{"period", period->text()}, {"dry_run", given.dryRun}, {"posted", given.dryRun ? 0 : count}, {"to_post", count}, {"billed_before", known}, {"invoices", invoices}, {"schedules", schedules}},
        text + fmt::format("{} fees {}, {} billed before", count, given.dryRun ? "would be posted" : "posted", known));
}

int bill(Context& context, const BillArguments& given)
{
    if (given.values.empty())
        return billBook(context, given);
    if (given.schedule.empty())
        return context.fail(invalid("billing.arguments", "values need a schedule: --schedule FILE.json"));
    const auto schedule = scheduleOf(given.schedule);
    if (!schedule)
        return context.fail(schedule.error());
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
    std::size_t invoices = 0;
    for (const auto& each : *bills) {
        const auto printed = writeInvoices(given, each, *schedule, nullptr);
        if (!printed)
            return context.fail(printed.error());
        invoices += *printed;
        periods.push_back(billJson(each, *schedule, true));
        total = addChecked(total, each.total);
    }
    Json document{{"schedule", scheduleJson(*schedule)}, {"currency", schedule->currency.code()}, {"total", Money(total, schedule->currency).text()},
        {"rows", file->values.size()}, {"invoices", invoices}, {"rounded_numbers", file->roundedNumbers}, {"converted_rows", file->convertedRows}, {"periods", periods},
        {"conventions", billConventions(*schedule)}};
    if (!given.audit.empty())
        document["audit_file"] = given.audit;
    return context.ok(document, billText(*bills, *schedule));
}

} // namespace

Command billCommand()
{
    return {{"bill"}, "What accounts owe under a fee schedule: tiers, flat, per trade, performance; every step shown",
        {"rialtoctl bill --schedule schedule.json --values values.csv --json", "rialtoctl bill --schedule schedule.json --values values.csv --period 2026Q3 --audit steps.csv",
            "rialtoctl bill --book mybook --period 2026Q3 --dry-run"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<BillArguments>();
            app.add_option("--schedule", given->schedule, "JSON: name, currency, period, type or components, tiers, minimum, maximum, proration, rounding");
            app.add_option("--values", given->values,
                "CSV, without a book: account,household,date,value,currency,fx_rate,excluded,flow,trades,traded,high_water_mark,opened,closed,days");
            app.add_option("--period", given->period, "2026Q3, 2026-07, 2026H2 or 2026; default: every period with a valuation");
            app.add_flag("--dry-run", given->dryRun, "On a book: show what would be posted, post nothing");
            app.add_option("--invoices", given->invoices, "Write an invoice of each group as PDF into this folder");
            app.add_option("--lang", given->language, "Of the invoices: en or zh")->check(CLI::IsMember({"en", "zh"}));
            app.add_option("--audit", given->audit, "Write every step to this CSV file");
            return [given](Context& context) { return bill(context, *given); };
        }};
}

} // namespace rialto::cli
