// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/input/billing_csv.h"

#include "clients/input/exact_cell.h"
#include "clients/input/named_columns.h"

#include <set>

namespace rialto::clients {

namespace {

enum Column : std::size_t { kAccount, kValue, kDate, kHousehold, kCurrency, kFxRate, kExcluded, kFlow, kTrades, kTraded, kMark, kOpened, kClosed, kDays, kColumns };

const std::vector<ColumnWords>& columns()
{
    static const std::vector<ColumnWords> words{{"account", {"account", "accountid", "accountnumber", "acct", "portfolio"}},
        {"value", {"value", "marketvalue", "aum", "nav", "balance", "endvalue", "endingvalue", "amount"}}, {"date", {"date", "asof", "valuationdate", "day"}},
        {"household", {"household", "householdid", "family", "group", "client", "relationship"}}, {"currency", {"currency", "ccy"}},
        {"fx_rate", {"fxrate", "fx", "rate", "exchangerate"}}, {"excluded", {"excluded", "exclude", "unbillable", "nonbillable"}},
        {"flow", {"flow", "netflow", "flows", "netflows", "contribution", "contributions", "cashflow"}}, {"trades", {"trades", "tradecount", "numberoftrades"}},
        {"traded", {"traded", "tradevalue", "turnover", "tradedvalue"}}, {"high_water_mark", {"highwatermark", "hwm", "mark"}},
        {"opened", {"opened", "start", "startdate", "opendate", "inception", "from"}}, {"closed", {"closed", "end", "enddate", "closedate", "to"}},
        {"days", {"days", "billeddays", "activedays", "daysactive"}}};
    return words;
}

class BillingRows {
public:
    BillingRows(const NamedColumns& table, const Currency& currency) : m_table(table), m_currency(currency) {}

    Result<void> read(BillingFile& file)
    {
        BillingValue value;
        value.row = m_table.row();
        value.account = std::string(m_table.cell(kAccount));
        if (value.account.empty())
            return m_table.wrong(kAccount, "where an account is needed");
        value.household = std::string(m_table.cell(kHousehold));
        if (m_table.cell(kValue).empty())
            return m_table.wrong(kValue, "where a value is needed");
        for (const auto& [column, into] : {std::pair{kDate, &value.date}, std::pair{kOpened, &value.opened}, std::pair{kClosed, &value.closed}})
            if (const auto done = date(column, *into); !done)
                return done;
        auto rate = fxRate();
        if (!rate)
            return rate.error();
        std::optional<std::int64_t> amounts[5];
        constexpr Column kAmounts[] = {kValue, kExcluded, kFlow, kTraded, kMark};
        for (std::size_t i = 0; i < 5; ++i)
            if (const auto done = amount(kAmounts[i], *rate, amounts[i], file); !done)
                return done;
        value.value = amounts[0].value_or(0);
        value.excluded = amounts[1].value_or(0);
        value.flow = amounts[2].value_or(0);
        value.traded = amounts[3].value_or(0);
        value.highWaterMark = amounts[4];
        std::optional<std::int64_t> counts[2];
        constexpr Column kCounts[] = {kTrades, kDays};
        for (std::size_t i = 0; i < 2; ++i)
            if (!m_table.cell(kCounts[i]).empty()) {
                bool rounded = false;
                counts[i] = exactUnits(m_table.cell(kCounts[i]), 0, &rounded);
                if (!counts[i] || rounded || *counts[i] < 0 || *counts[i] > 1'000'000'000)
                    return m_table.wrong(kCounts[i], "is no whole number");
            }
        value.trades = counts[0].value_or(0);
        if (counts[1])
            value.days = static_cast<int>(*counts[1]);
        if (value.opened && value.closed && *value.closed < *value.opened)
            return m_table.wrong(kClosed, "is before the day it was opened");
        if (!m_seen.insert({value.account, value.date ? value.date->days : INT32_MIN}).second)
            return invalid("billing.row-twice", "row " + std::to_string(value.row) + ": the account " + value.account + " has another row of the same day");
        file.convertedRows += rate->has_value() ? 1 : 0;
        file.values.push_back(std::move(value));
        return {};
    }

private:
    Result<void> date(Column column, std::optional<Date>& into) const
    {
        const std::string_view text = m_table.cell(column);
        if (text.empty())
            return {};
        const auto day = Date::parse(text.size() > 10 && (text[10] == 'T' || text[10] == ' ') ? text.substr(0, 10) : text);
        if (!day || day->year() < 1900 || day->year() > 2200)
            return m_table.wrong(column, "is no date of the form 2026-09-30");
        into = *day;
        return {};
    }
    // A rate in units of 10^-10, only where the row is in another currency.
    Result<std::optional<std::int64_t>> fxRate() const
    {
        const std::string_view code = m_table.cell(kCurrency);
        if (code.empty() || code == m_currency.code())
            return std::optional<std::int64_t>();
        if (!Currency::parse(code))
            return m_table.wrong(kCurrency, "is no ISO 4217 code");
        const std::string_view text = m_table.cell(kFxRate);
        if (text.empty())
            return invalid("billing.rate-missing", "row " + std::to_string(m_table.row()) + ": the value is in " + std::string(code) + "; fx_rate must say how much " + m_currency.code()
                    + " one is");
        const auto rate = exactUnits(text, 10, nullptr);
        if (!rate || *rate <= 0)
            return m_table.wrong(kFxRate, "is no rate above zero");
        return std::optional(*rate);
    }
    Result<void> amount(Column column, const std::optional<std::int64_t>& rate, std::optional<std::int64_t>& into, BillingFile& file) const
    {
        const std::string_view text = m_table.cell(column);
        if (text.empty())
            return {};
        bool rounded = false;
        auto minor = exactUnits(text, rate ? 4 : m_currency.digits(), &rounded);
        if (minor && rate) {
            // four places of the foreign currency x 10^-10 of the rate, to minor units, half even
            const auto converted = narrow(divideRounded(Int128(*minor) * *rate, Int128(10'000) * kRateOne / m_currency.minorPerMajor(), Rounding::HalfEven));
            minor = converted;
        }
        if (!minor || *minor > kLargestAmount || *minor < -kLargestAmount)
            return m_table.wrong(column, "is no amount that can be billed");
        file.roundedNumbers += rounded ? 1 : 0;
        into = *minor;
        return {};
    }

    const NamedColumns& m_table;
    const Currency& m_currency;
    std::set<std::pair<std::string, std::int32_t>> m_seen;
};

} // namespace

Result<BillingFile> readBillingCsv(std::string_view text, const Currency& currency)
{
    auto table = NamedColumns::open(text, columns(), "billing");
    if (!table)
        return table.error();
    for (const Column needed : {kAccount, kValue})
        if (!(*table)->has(needed))
            return invalid("billing.column-missing", "the header has no column '" + std::string(columns()[needed].name)
                    + "' (columns: account,household,date,value,currency,fx_rate,excluded,flow,trades,traded,high_water_mark,opened,closed,days)");
    BillingFile file;
    BillingRows rows(**table, currency);
    for (;;) {
        const auto more = (*table)->next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (file.values.size() == kMostBillingRows)
            return invalid("billing.too-many-rows", "more than " + std::to_string(kMostBillingRows) + " rows");
        if (const auto done = rows.read(file); !done)
            return done.error();
    }
    if (file.values.empty())
        return invalid("billing.values-empty", "the file holds a header and no valuation");
    return file;
}

} // namespace rialto::clients
