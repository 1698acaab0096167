// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/billing/group_biller.h"

#include <algorithm>
#include <numeric>

namespace rialto::clients {

namespace {

/// A fraction of a minor unit: numerator / (kRateOne x days of the year), never reduced.
struct Share {
    Int128 numerator = 0;
    std::int64_t rounded = 0;
};

class GroupBiller {
public:
    GroupBiller(const FeeSchedule& schedule, const BillingPeriod& period, const std::string& group, const std::vector<BilledAccount>& accounts)
        : m_schedule(schedule), m_period(period), m_accounts(accounts), m_year(yearDays(period, schedule.dayBasis)),
          m_wholeDays(billedDays(period.first, period.last, schedule.dayBasis))
    {
        m_out.group = group;
        for (const BilledAccount& account : accounts) {
            m_out.value = addChecked(m_out.value, account.value);
            m_billable = addChecked(m_billable, std::max<std::int64_t>(0, account.value));
            m_out.accounts.push_back({account.account, account.value, account.days, {}, 0, std::nullopt, std::nullopt});
        }
    }

    Result<GroupBill> run()
    {
        for (const BilledAccount& account : m_accounts)
            step(account.account, "value", std::to_string(account.days) + " of " + std::to_string(m_wholeDays) + " days", major(account.value));
        if (m_billable > kMostBilled)
            return invalid("billing.value-range", m_out.group + ": the group's value is larger than can be billed");
        if (m_accounts.size() > 1)
            step("", "value", "value of the group", major(m_billable));
        for (const FeeComponent& component : m_schedule.components) {
            switch (component.kind) {
            case FeeKind::Marginal:
            case FeeKind::Cliff: tiered(component); break;
            case FeeKind::Flat: flat(component); break;
            case FeeKind::PerTrade: perTrade(component); break;
            case FeeKind::Performance: performance(component); break;
            }
        }
        limits();
        m_out.fee = std::accumulate(m_out.lines.begin(), m_out.lines.end(), std::int64_t{0}, [](std::int64_t sum, const LineAmount& line) { return addChecked(sum, line.amount); });
        for (AccountBill& account : m_out.accounts)
            for (const LineAmount& line : account.lines)
                account.fee = addChecked(account.fee, line.amount);
        step("", "fee", "sum of the lines", major(m_out.fee));
        return std::move(m_out);
    }

private:
    std::string major(std::int64_t minor) const { return Money(minor, m_schedule.currency).text(); }
    // An exact amount that counts 10^-10 minor units, divided by `by`; shown to the tenth place.
    std::string exact(Int128 units, std::int64_t by) const
    {
        const auto shown = narrow(divideRounded(units, by, Rounding::HalfEven));
        if (shown)
            return formatDecimal(*shown, m_schedule.currency.digits() + 10, m_schedule.currency.digits());
        const auto whole = narrow(divideRounded(units, Int128(by) * kRateOne, Rounding::HalfEven));
        return major(whole.value_or(0));
    }
    void step(const std::string& account, const std::string& line, const std::string& what, const std::string& amount)
    {
        m_out.steps.push_back({account, line, what, amount});
    }
    std::string dayText(int days) const { return std::to_string(days) + "/" + std::to_string(m_year) + " of a year"; }

    // A year's fee in 10^-10 minor units.
    Int128 yearFee(const FeeComponent& component)
    {
        Int128 fee = 0;
        if (component.kind == FeeKind::Cliff) {
            const FeeTier* tier = &component.tiers.back();
            for (const FeeTier& each : component.tiers)
                if (!each.upTo || (component.upperBelongs ? m_billable <= *each.upTo : m_billable < *each.upTo)) {
                    tier = &each;
                    break;
                }
            fee = Int128(m_billable) * tier->rate;
            step("", component.label, "the whole value at " + rateText(tier->rate) + " a year", exact(fee, 1));
            return fee;
        }
        for (const FeeTier& tier : component.tiers) {
            const std::int64_t top = tier.upTo ? std::min(m_billable, *tier.upTo) : m_billable;
            if (top <= tier.from)
                break;
            const Int128 slice = Int128(top - tier.from) * tier.rate;
            step("", component.label, major(top - tier.from) + " at " + rateText(tier.rate) + " a year", exact(slice, 1));
            fee += slice;
        }
        return fee;
    }

    void tiered(const FeeComponent& component)
    {
        const Int128 fee = yearFee(component);
        std::vector<Share> shares(m_accounts.size());
        Int128 left = fee;
        std::size_t last = 0;
        for (std::size_t i = 0; i < m_accounts.size(); ++i)
            if (m_accounts[i].value > 0)
                last = i;
        for (std::size_t i = 0; i < m_accounts.size(); ++i) {
            if (m_accounts[i].value <= 0 || m_billable == 0)
                continue;
            // fee x value / billable, in two parts so that it stays within 128 bits
            const Int128 whole = fee / m_billable;
            const Int128 rest = fee - whole * m_billable;
            const Int128 part = i == last ? left : Int128(whole * m_accounts[i].value + divideRounded(rest * m_accounts[i].value, m_billable, Rounding::HalfEven));
            left -= part;
            shares[i].numerator = part * m_accounts[i].days;
            step(m_accounts[i].account, component.label,
                (m_accounts.size() > 1 ? "share by value, " + exact(part, 1) + " a year, for " : "for ") + dayText(m_accounts[i].days), exact(shares[i].numerator, m_year));
        }
        close(component.label, shares, true);
    }

    void flat(const FeeComponent& component)
    {
        std::vector<Share> shares(m_accounts.size());
        for (std::size_t i = 0; i < m_accounts.size(); ++i) {
            const int days = m_accounts[i].days;
            if (days == 0)
                continue;
            // a period's amount is for all days of the period
            const Int128 full = component.perPeriod ? Int128(component.amount) * kRateOne * m_year * days / std::max(1, m_wholeDays) : Int128(component.amount) * kRateOne * days;
            shares[i].numerator = full;
            if (!component.perAccount && m_accounts.size() > 1)
                shares[i].numerator = 0;
            else
                step(m_accounts[i].account, component.label,
                    major(component.amount) + (component.perPeriod ? " a period, " : " a year, ") + std::to_string(days) + " days", exact(full, m_year));
        }
        if (!component.perAccount && m_accounts.size() > 1) {
            // one amount for the group, for the longest time that one of its accounts was open; shared by value
            const int days = longest();
            const Int128 full = component.perPeriod ? Int128(component.amount) * kRateOne * m_year * days / std::max(1, m_wholeDays) : Int128(component.amount) * kRateOne * days;
            Int128 left = full;
            for (std::size_t i = 0; i < m_accounts.size(); ++i) {
                const Int128 part = i + 1 == m_accounts.size() ? left : shareOf(full, i);
                shares[i].numerator = part;
                left -= part;
            }
            step("", component.label, major(component.amount) + (component.perPeriod ? " a period, " : " a year, ") + std::to_string(days) + " days", exact(full, m_year));
        }
        close(component.label, shares, true);
    }

    int longest() const
    {
        int days = 0;
        for (const BilledAccount& account : m_accounts)
            days = std::max(days, account.days);
        return days;
    }
    Int128 shareOf(Int128 full, std::size_t index) const
    {
        const std::int64_t value = std::max<std::int64_t>(0, m_accounts[index].value);
        if (m_billable == 0)
            return full / static_cast<std::int64_t>(m_accounts.size());
        const Int128 whole = full / m_billable;
        return whole * value + (full - whole * m_billable) * value / m_billable;
    }

    void perTrade(const FeeComponent& component)
    {
        std::vector<Share> shares(m_accounts.size());
        for (std::size_t i = 0; i < m_accounts.size(); ++i) {
            const BilledAccount& account = m_accounts[i];
            if (account.trades <= 0)
                continue;
            Int128 fee = Int128(account.traded < 0 ? -account.traded : account.traded) * component.rate + Int128(component.amount) * account.trades * kRateOne;
            std::string what = std::to_string(account.trades) + " trades at " + major(component.amount);
            if (component.rate > 0)
                what += ", " + major(account.traded) + " at " + rateText(component.rate);
            const Int128 least = Int128(component.leastPerTrade) * account.trades * kRateOne;
            if (fee < least) {
                fee = least;
                what += ", at least " + major(component.leastPerTrade) + " each";
            }
            shares[i].numerator = fee * m_year;
            step(account.account, component.label, what, exact(fee, 1));
        }
        close(component.label, shares, false);
    }

    void performance(const FeeComponent& component)
    {
        std::vector<Share> shares(m_accounts.size());
        for (std::size_t i = 0; i < m_accounts.size(); ++i) {
            const BilledAccount& account = m_accounts[i];
            AccountBill& bill = m_out.accounts[i];
            const std::int64_t before = account.mark.value_or(account.endValue);
            const std::int64_t mark = std::max<std::int64_t>(0, addChecked(before, account.flow));
            bill.markBefore = before;
            step(account.account, component.label, "high-water mark " + major(before) + (account.flow != 0 ? ", money in " + major(account.flow) : ""), major(mark));
            const std::int64_t gain = addChecked(account.endValue, -mark);
            step(account.account, component.label, "gain above the mark at " + major(account.endValue), major(gain));
            std::int64_t charged = std::max<std::int64_t>(0, gain);
            if (component.hurdle > 0 && charged > 0) {
                const auto hurdle = narrow(divideRounded(Int128(mark) * component.hurdle * account.days, Int128(kRateOne) * m_year, Rounding::HalfEven)).value_or(0);
                step(account.account, component.label, "hurdle " + rateText(component.hurdle) + " a year for " + dayText(account.days), major(hurdle));
                if (gain <= hurdle)
                    charged = 0;
                else if (component.hardHurdle)
                    charged = gain - hurdle;
            }
            const Int128 fee = Int128(charged) * component.rate;
            shares[i].numerator = fee * m_year;
            step(account.account, component.label, major(charged) + " at " + rateText(component.rate), exact(fee, 1));
            bill.markAfter = std::max(mark, account.endValue);
        }
        close(component.label, shares, false);
        if (!component.netMark)
            return;
        for (std::size_t i = 0; i < m_accounts.size(); ++i) {
            AccountBill& bill = m_out.accounts[i];
            const std::int64_t fee = bill.lines.empty() || bill.lines.back().line != component.label ? 0 : bill.lines.back().amount;
            const std::int64_t mark = std::max<std::int64_t>(0, addChecked(*bill.markBefore, m_accounts[i].flow));
            bill.markAfter = std::max(mark, addChecked(m_accounts[i].endValue, -fee));
        }
    }

    // Rounds the line once for the group and hands the cents out.
    void close(const std::string& label, std::vector<Share>& shares, bool limited)
    {
        const Int128 divisor = Int128(kRateOne) * m_year;
        Int128 sum = 0;
        for (const Share& share : shares)
            sum += share.numerator;
        const auto total = narrow(divideRounded(sum, divisor, m_schedule.rounding)).value_or(0);
        handOut(label, shares, divisor, total);
        m_limited = addChecked(m_limited, limited ? total : 0);
        m_hasLimited = m_hasLimited || limited;
        step("", label, std::string("rounded ") + std::string(name(m_schedule.rounding)), major(total));
    }

    void handOut(const std::string& label, std::vector<Share>& shares, Int128 divisor, std::int64_t total)
    {
        std::int64_t given = 0;
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            shares[i].rounded = narrow(shares[i].numerator / divisor).value_or(0);
            given = addChecked(given, shares[i].rounded);
            order.push_back(i);
        }
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return shares[a].numerator - shares[a].rounded * divisor > shares[b].numerator - shares[b].rounded * divisor;
        });
        for (std::size_t i = 0; given < total && !order.empty(); ++i, ++given)
            ++shares[order[i % order.size()]].rounded;
        m_out.lines.push_back({label, total});
        for (std::size_t i = 0; i < shares.size(); ++i)
            if (shares[i].rounded != 0)
                m_out.accounts[i].lines.push_back({label, shares[i].rounded});
    }

    void limits()
    {
        const int days = longest();
        if (!m_hasLimited || days == 0)
            return;
        const auto scaled = [&](std::int64_t amount) {
            if (!m_schedule.prorateMinimum || !m_schedule.prorate || days == m_wholeDays || m_wholeDays == 0)
                return amount;
            return mulDiv(amount, days, m_wholeDays, m_schedule.rounding).value_or(amount);
        };
        if (m_schedule.minimum && m_limited < scaled(*m_schedule.minimum))
            adjust("minimum", "at least " + major(scaled(*m_schedule.minimum)) + " a period", scaled(*m_schedule.minimum) - m_limited);
        else if (m_schedule.maximum && m_limited > scaled(*m_schedule.maximum))
            adjust("maximum", "at most " + major(scaled(*m_schedule.maximum)) + " a period", scaled(*m_schedule.maximum) - m_limited);
    }

    void adjust(const std::string& label, const std::string& what, std::int64_t difference)
    {
        const bool less = difference < 0;
        const std::int64_t size = less ? -difference : difference;
        std::vector<Share> shares(m_accounts.size());
        Int128 left = Int128(size) * kRateOne;
        for (std::size_t i = 0; i < m_accounts.size(); ++i) {
            shares[i].numerator = i + 1 == m_accounts.size() ? left : shareOf(Int128(size) * kRateOne, i);
            left -= shares[i].numerator;
        }
        step("", label, what, major(difference));
        handOut(label, shares, kRateOne, size);
        if (!less)
            return;
        m_out.lines.back().amount = difference;
        for (AccountBill& account : m_out.accounts)
            if (!account.lines.empty() && account.lines.back().line == label)
                account.lines.back().amount = -account.lines.back().amount;
    }

    const FeeSchedule& m_schedule;
    BillingPeriod m_period;
    const std::vector<BilledAccount>& m_accounts;
    int m_year;
    int m_wholeDays;
    std::int64_t m_billable = 0;
    std::int64_t m_limited = 0;  // what minimum and maximum look at
    bool m_hasLimited = false;
    GroupBill m_out;
};

} // namespace

Result<GroupBill> billGroup(const FeeSchedule& schedule, const BillingPeriod& period, const std::string& group, const std::vector<BilledAccount>& accounts)
{
    return GroupBiller(schedule, period, group, accounts).run();
}

} // namespace rialto::clients
