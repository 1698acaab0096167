// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/fee_invoice.h"

#include "reports/format.h"

namespace rialto {

namespace {

using reports::Align;
using reports::Language;
using reports::RowStyle;

class InvoiceWriter {
public:
    InvoiceWriter(const clients::GroupBill& bill, const clients::FeeSchedule& schedule, const clients::BillingPeriod& period, const InvoiceNames& names, Language language)
        : m_bill(bill), m_schedule(schedule), m_period(period), m_names(names), m_language(language)
    {
    }

    reports::ReportDocument write()
    {
        const std::string client = m_names.client.empty() ? m_bill.group : m_names.client.in(m_language);
        const std::string dates = reports::formatDate(m_period.first, m_language) + " \u2013 " + reports::formatDate(m_period.last, m_language);
        m_out.id = "fee-invoice";
        m_out.language = m_language;
        m_out.title = say("Invoice", "账单") + " " + invoiceNumber(m_period, m_bill.group);
        m_out.author = m_names.firm.in(m_language);
        m_out.subject = client + " · " + dates;
        m_out.createdAt = (m_period.last + 1).startUtc(); // of the period, so that printing again gives the same file
        m_out.furniture = {client + " · " + m_bill.group, say("Invoice", "账单") + " · " + dates, m_names.firm.in(m_language), say("Page {0} of {1}", "第 {0} 页，共 {1} 页"),
            m_names.simulated ? say("SIMULATED", "模拟") : std::string()};
        m_out.blocks.emplace_back(reports::Heading{1, m_out.title, client + " · " + dates, false});
        m_out.blocks.emplace_back(reports::KeyFigures{{{say("Amount due", "应付金额"), money(m_bill.fee), m_schedule.currency.code()},
            {say("Value billed", "计费资产"), money(m_bill.value), m_schedule.currency.code()}, {say("Schedule", "费率表"), m_schedule.name.empty() ? m_schedule.id : m_schedule.name, ""}}});
        lines();
        accounts();
        steps();
        m_out.blocks.emplace_back(reports::Footnotes{{say("Each line is rounded once for the whole group; cents are shared by the largest remainder.", "每一项对整组只舍入一次；余下的分按最大余数分配。")}});
        return std::move(m_out);
    }

private:
    std::string say(const char* english, const char* chinese) const { return m_language == Language::Chinese ? chinese : english; }
    std::string money(std::int64_t minor) const { return reports::formatMoney(Money(minor, m_schedule.currency)); }

    void lines()
    {
        reports::Table table;
        table.caption = say("What is charged", "收费项目");
        table.columns = {{say("Line", "项目"), {}, Align::Left, 60}, {say("Amount", "金额"), m_schedule.currency.code(), Align::Decimal, 20}};
        for (const auto& line : m_bill.lines)
            table.rows.push_back({RowStyle::Normal, {{line.line, {}}, {money(line.amount), {}}}});
        table.rows.push_back({RowStyle::Total, {{say("Total", "合计"), {}}, {money(m_bill.fee), {}}}});
        m_out.blocks.emplace_back(std::move(table));
    }
    void accounts()
    {
        reports::Table table;
        table.caption = say("By account", "按账户");
        table.columns = {{say("Account", "账户"), {}, Align::Left, 30}, {say("Value", "资产"), m_schedule.currency.code(), Align::Decimal, 20}, {say("Days", "天数"), {}, Align::Right, 10},
            {say("Fee", "费用"), m_schedule.currency.code(), Align::Decimal, 20}};
        for (const auto& account : m_bill.accounts)
            table.rows.push_back({RowStyle::Normal, {{account.account, {}}, {money(account.value), {}}, {std::to_string(account.days), {}}, {money(account.fee), {}}}});
        m_out.blocks.emplace_back(std::move(table));
    }
    void steps()
    {
        reports::Table table;
        table.caption = say("How it was worked out", "计算过程");
        table.continued = say("(continued)", "（续）");
        table.columns = {{say("Account", "账户"), {}, Align::Left, 20}, {say("Line", "项目"), {}, Align::Left, 22}, {say("Step", "步骤"), {}, Align::Left, 50}, {say("Amount", "金额"), {}, Align::Decimal, 24}};
        for (const auto& step : m_bill.steps)
            table.rows.push_back({RowStyle::Normal, {{step.account, {}}, {step.line, {}}, {step.what, {}}, {reports::grouped(step.amount), {}}}});
        m_out.blocks.emplace_back(std::move(table));
    }

    const clients::GroupBill& m_bill;
    const clients::FeeSchedule& m_schedule;
    const clients::BillingPeriod& m_period;
    const InvoiceNames& m_names;
    Language m_language;
    reports::ReportDocument m_out;
};

} // namespace

reports::ReportDocument feeInvoice(const clients::GroupBill& bill, const clients::FeeSchedule& schedule, const clients::BillingPeriod& period, const InvoiceNames& names, reports::Language language)
{
    return InvoiceWriter(bill, schedule, period, names, language).write();
}

std::string invoiceNumber(const clients::BillingPeriod& period, const std::string& group)
{
    std::string out = period.text() + "-";
    for (const char c : group.substr(0, 80))
        out.push_back((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || (static_cast<unsigned char>(c) & 0x80U) != 0 ? c : '_');
    return out;
}

} // namespace rialto
