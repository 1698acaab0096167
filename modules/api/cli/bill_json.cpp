// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/bill_json.h"

#include "api/cli/book_json.h"
#include "clients/input/fee_schedule_json.h"

#include <fmt/format.h>

namespace rialto::cli {

using clients::AccountBill;
using clients::BillingStep;
using clients::DayBasis;
using clients::FeeSchedule;
using clients::GroupBill;
using clients::LineAmount;
using clients::PeriodBill;
using clients::ValueBasis;

namespace {

std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

Json linesJson(const std::vector<LineAmount>& lines, const Currency& currency)
{
    Json list = Json::array();
    for (const LineAmount& line : lines)
        list.push_back({{"line", line.line}, {"amount", Money(line.amount, currency).text()}});
    return list;
}

} // namespace

Json scheduleJson(const FeeSchedule& schedule) { return Json::parse(clients::writeFeeSchedule(schedule)); }

Json billConventions(const FeeSchedule& schedule)
{
    Json text{{"period_fraction",
        schedule.dayBasis == DayBasis::Equal ? "days that count / days of the period, of 1/" + std::to_string(clients::periodsPerYear(schedule.frequency)) + " of a year"
                                             : "days that count, " + std::string(clients::name(schedule.dayBasis))}};
    text["value"] = schedule.valueBasis == ValueBasis::End ? "last valuation up to the period's end"
        : schedule.valueBasis == ValueBasis::Start         ? "last valuation up to the period's first day, else the first one in it"
        : schedule.valueBasis == ValueBasis::Average       ? "mean of the valuations in the period"
                                                           : "mean over the days; a valuation counts until the next one";
    text["rounding"] = "each line of a group once, " + std::string(clients::name(schedule.rounding)) + ", to the minor unit; cents are shared by largest remainder";
    text["household"] = schedule.household ? "tiers, minimum and maximum look at the household" : "each account stands alone";
    text["minimum"] = "minimum and maximum are for a whole period and for tiered and flat lines together";
    text["high_water_mark"] = "gain above the highest value billed so far, moved by money that came in or went out";
    text["negative_values"] = "count as zero";
    return text;
}

Json billJson(const PeriodBill& bill, const FeeSchedule& schedule, bool withSteps)
{
    const auto money = [&](std::int64_t minor) { return Money(minor, schedule.currency).text(); };
    Json groups = Json::array();
    for (const GroupBill& group : bill.groups) {
        Json accounts = Json::array();
        for (const AccountBill& account : group.accounts) {
            Json one{{"account", account.account}, {"value", money(account.value)}, {"days", account.days}, {"lines", linesJson(account.lines, schedule.currency)},
                {"fee", money(account.fee)}};
            if (account.markBefore) {
                one["high_water_mark_before"] = money(*account.markBefore);
                one["high_water_mark_after"] = money(account.markAfter.value_or(*account.markBefore));
            }
            accounts.push_back(one);
        }
        Json one{{"group", group.group}, {"value", money(group.value)}, {"lines", linesJson(group.lines, schedule.currency)}, {"fee", money(group.fee)}, {"accounts", accounts}};
        if (withSteps) {
            Json steps = Json::array();
            for (const BillingStep& step : group.steps)
                steps.push_back({{"account", step.account}, {"line", step.line}, {"step", step.what}, {"amount", step.amount}});
            one["steps"] = steps;
        }
        groups.push_back(one);
    }
    return {{"period", bill.period.text()}, {"from", bill.period.first.text()}, {"to", bill.period.last.text()}, {"days", bill.period.days()},
        {"currency", schedule.currency.code()}, {"total", money(bill.total)}, {"groups", groups}};
}

std::string billText(const std::vector<PeriodBill>& bills, const FeeSchedule& schedule)
{
    std::string text;
    for (const PeriodBill& bill : bills) {
        std::vector<std::vector<std::string>> rows;
        for (const GroupBill& group : bill.groups) {
            if (group.accounts.size() > 1)
                rows.push_back({group.group, "", Money(group.value, schedule.currency).text(), "", Money(group.fee, schedule.currency).text()});
            for (const AccountBill& account : group.accounts)
                rows.push_back({group.accounts.size() > 1 ? "" : group.group, account.account, Money(account.value, schedule.currency).text(), std::to_string(account.days),
                    Money(account.fee, schedule.currency).text()});
        }
        text += fmt::format("{}{} ({} to {}), {}\n", text.empty() ? "" : "\n", bill.period.text(), bill.period.first.text(), bill.period.last.text(), schedule.currency.code());
        text += table({"group", "account", "value", "days", "fee"}, rows);
        text += fmt::format("\ntotal {} {}\n", Money(bill.total, schedule.currency).text(), schedule.currency.code());
    }
    if (!text.empty())
        text.pop_back();
    return text;
}

std::string billAuditCsv(const std::vector<PeriodBill>& bills)
{
    std::string text = "period,group,account,line,step,amount\n";
    for (const PeriodBill& bill : bills)
        for (const GroupBill& group : bill.groups)
            for (const BillingStep& step : group.steps)
                text += bill.period.text() + "," + quoted(group.group) + "," + quoted(step.account) + "," + quoted(step.line) + "," + quoted(step.what) + "," + step.amount + "\n";
    return text;
}

} // namespace rialto::cli
