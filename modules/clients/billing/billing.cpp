// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/billing/billing.h"

#include "clients/billing/group_biller.h"

#include <algorithm>
#include <map>
#include <set>

namespace rialto::clients {

namespace {

constexpr std::size_t kMostPeriods = 2400; // two hundred years of months

Result<std::int64_t> dailyAverage(const std::vector<const BillingValue*>& rows, Date first, Date last)
{
    Int128 sum = 0;
    int days = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Date from = std::max(*rows[i]->date, first);
        const Date to = i + 1 < rows.size() ? std::min(*rows[i + 1]->date - 1, last) : last;
        if (to < from)
            continue;
        sum += Int128(rows[i]->value - rows[i]->excluded) * (to - from + 1);
        days += to - from + 1;
    }
    if (days == 0)
        return std::int64_t{0};
    const auto mean = narrow(divideRounded(sum, days, Rounding::HalfEven));
    if (!mean)
        return invalid("billing.value-range", "an average value is larger than can be counted");
    return *mean;
}

/// One account over all periods: its valuations by date, and the running high-water mark.
struct AccountHistory {
    std::string household;
    std::vector<const BillingValue*> rows;
    std::optional<Date> opened;
    std::optional<Date> closed;
    std::optional<std::int64_t> mark;
    bool began = false;          // a first valuation has set the mark
    std::size_t nextRow = 0;     // first row that no period has used for flows and trades
};

class Run {
public:
    Run(const FeeSchedule& schedule, const std::vector<BillingValue>& values) : m_schedule(schedule)
    {
        for (const BillingValue& value : values) {
            auto [it, fresh] = m_accounts.try_emplace(value.account);
            if (fresh)
                m_order.push_back(value.account);
            AccountHistory& account = it->second;
            account.rows.push_back(&value);
            if (!value.household.empty())
                account.household = value.household;
            if (value.opened)
                account.opened = value.opened;
            if (value.closed)
                account.closed = value.closed;
        }
        for (auto& [name, account] : m_accounts)
            std::stable_sort(account.rows.begin(), account.rows.end(),
                [](const BillingValue* a, const BillingValue* b) { return a->date && b->date ? *a->date < *b->date : false; });
    }

    Result<PeriodBill> billPeriod(const BillingPeriod& period)
    {
        PeriodBill bill{period, {}, 0};
        std::vector<std::string> groups;
        std::map<std::string, std::vector<BilledAccount>> members;
        for (const std::string& name : m_order) {
            AccountHistory& account = m_accounts.at(name);
            auto billed = billedAccount(name, account, period);
            if (!billed)
                return billed.error();
            if (!billed->has_value())
                continue;
            const std::string group = m_schedule.household && !account.household.empty() ? account.household : name;
            if (members.count(group) == 0)
                groups.push_back(group);
            members[group].push_back(std::move(**billed));
        }
        for (const std::string& group : groups) {
            auto one = billGroup(m_schedule, period, group, members[group]);
            if (!one)
                return one.error();
            for (const AccountBill& account : one->accounts)
                if (account.markAfter)
                    m_accounts.at(account.account).mark = account.markAfter;
            bill.total = addChecked(bill.total, one->fee);
            bill.groups.push_back(std::move(*one));
        }
        return bill;
    }

private:
    // Nothing when the account has no day and no valuation in or before the period.
    Result<std::optional<BilledAccount>> billedAccount(const std::string& name, AccountHistory& account, const BillingPeriod& period)
    {
        const Date first = account.opened ? std::max(*account.opened, period.first) : period.first;
        const Date last = account.closed ? std::min(*account.closed, period.last) : period.last;
        if (last < first)
            return std::optional<BilledAccount>();
        BilledAccount out;
        out.account = name;
        out.days = m_schedule.prorate ? billedDays(first, last, m_schedule.dayBasis) : billedDays(period.first, period.last, m_schedule.dayBasis);
        std::vector<const BillingValue*> inside;
        const BillingValue* before = nullptr; // the last one up to the first day
        const BillingValue* latest = nullptr; // the last one up to the last day
        for (const BillingValue* row : account.rows) {
            if (row->date && period.last < *row->date)
                break;
            latest = row;
            if (!row->date || *row->date <= period.first)
                before = row;
            if (!row->date || period.contains(*row->date))
                inside.push_back(row);
        }
        if (latest == nullptr)
            return std::optional<BilledAccount>();
        if (latest->days)
            out.days = std::min(*latest->days, billedDays(period.first, period.last, m_schedule.dayBasis));
        const auto value = valueOf(account, inside, before, latest, first, last);
        if (!value)
            return value.error();
        out.value = *value;
        out.endValue = latest->value;
        readMovements(account, period, latest, out);
        return std::optional(std::move(out));
    }

    Result<std::int64_t> valueOf(const AccountHistory& account, const std::vector<const BillingValue*>& inside, const BillingValue* before, const BillingValue* latest,
        Date first, Date last) const
    {
        const auto net = [](const BillingValue* row) { return addChecked(row->value, -row->excluded); };
        switch (m_schedule.valueBasis) {
        case ValueBasis::End: return net(latest);
        case ValueBasis::Start: return net(before != nullptr ? before : inside.front());
        case ValueBasis::Average: {
            if (inside.empty())
                return net(latest);
            Int128 sum = 0;
            for (const BillingValue* row : inside)
                sum += row->value - row->excluded;
            return static_cast<std::int64_t>(divideRounded(sum, static_cast<std::int64_t>(inside.size()), Rounding::HalfEven));
        }
        case ValueBasis::Daily:
            if (!latest->date)
                return net(latest);
            return dailyAverage(account.rows, first, last);
        }
        return net(latest);
    }

    void readMovements(AccountHistory& account, const BillingPeriod& period, const BillingValue* latest, BilledAccount& out) const
    {
        // The first valuation of all is where counting begins: its own money is in its value already.
        if (!account.began) {
            account.began = true;
            const BillingValue* start = account.rows.front();
            const bool alone = start == latest;
            account.mark = start->highWaterMark ? *start->highWaterMark : alone ? addChecked(start->value, -start->flow) : start->value;
            if (!start->highWaterMark && !alone)
                account.nextRow = 1;
            if (!start->highWaterMark && !alone) {
                out.trades += start->trades;
                out.traded = addChecked(out.traded, start->traded);
            }
        }
        for (; account.nextRow < account.rows.size(); ++account.nextRow) {
            const BillingValue* row = account.rows[account.nextRow];
            if (row->date && period.last < *row->date)
                break;
            if (row->highWaterMark && account.nextRow > 0)
                account.mark = row->highWaterMark;
            out.flow = addChecked(out.flow, row->flow);
            out.trades = addChecked(out.trades, row->trades);
            out.traded = addChecked(out.traded, row->traded);
        }
        out.mark = account.mark;
    }

    const FeeSchedule& m_schedule;
    std::map<std::string, AccountHistory> m_accounts;
    std::vector<std::string> m_order;
};

} // namespace

Result<std::vector<PeriodBill>> bill(const FeeSchedule& schedule, const std::vector<BillingValue>& values, const std::optional<BillingPeriod>& only)
{
    if (const auto valid = validate(schedule); !valid)
        return valid.error();
    for (const BillingValue& value : values)
        for (const std::int64_t amount : {value.value, value.excluded, value.flow, value.traded, value.highWaterMark.value_or(0)})
            if (amount > kMostBilled || amount < -kMostBilled)
                return invalid("billing.value-range", "row " + std::to_string(value.row) + ": an amount is larger than can be billed");
    std::set<std::int32_t> starts;
    std::vector<BillingPeriod> periods;
    bool undated = false;
    for (const BillingValue& value : values) {
        if (!value.date) {
            undated = true;
            continue;
        }
        const BillingPeriod period = BillingPeriod::containing(*value.date, schedule.frequency);
        if (starts.insert(period.first.days).second)
            periods.push_back(period);
    }
    if (undated && !only)
        return invalid("billing.period-missing", "values without a date need --period, as 2026Q3");
    if (only && starts.insert(only->first.days).second)
        periods.push_back(*only);
    if (periods.size() > kMostPeriods)
        return invalid("billing.too-many-periods", std::to_string(periods.size()) + " periods are more than can be billed at once");
    std::sort(periods.begin(), periods.end(), [](const BillingPeriod& a, const BillingPeriod& b) { return a.first < b.first; });
    Run run(schedule, values);
    std::vector<PeriodBill> bills;
    for (const BillingPeriod& period : periods) {
        if (only && only->last < period.first)
            break;
        auto one = run.billPeriod(period);
        if (!one)
            return one.error();
        if (!only || period == *only)
            bills.push_back(std::move(*one));
    }
    return bills;
}

} // namespace rialto::clients
