// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/statement.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace rialto::reports {
namespace {

using CashKey = std::pair<std::string, Currency>;

std::string shown(const Money& money)
{
    return money.text() + " " + money.currency().code();
}

Error wrong(const char* reason, std::string detail)
{
    return invalid(std::string("reports.statement-") + reason, std::move(detail));
}

const StatementFxRate* rateOf(const StatementData& data, const Currency& currency)
{
    for (const auto& row : data.fxRates)
        if (row.currency == currency)
            return &row;
    return nullptr;
}

/// Half-even rounding is the convention; a neighbour of it is accepted, because a row may have been converted in parts.
Result<void> checkConversion(const StatementData& data, const std::string& what, const Money& local, const Money& base)
{
    if (base.currency() != data.base)
        return wrong("currency", what + " is given in " + base.currency().code() + ", not in " + data.base.code());
    if (local.currency() == data.base) {
        if (local != base)
            return wrong("rate", what + ": " + shown(local) + " differs from " + shown(base));
        return {};
    }
    const auto* rate = rateOf(data, local.currency());
    if (!rate) {
        if (local.isZero() && base.isZero())
            return {};
        return wrong("rate-missing", what + " needs a rate for " + local.currency().code());
    }
    const auto expected = atRate(local, rate->rate, data.base);
    if (!expected)
        return expected.error();
    const Money off = *expected - base;
    if (off.minor() > 1 || off.minor() < -1)
        return wrong("rate", what + ": " + shown(local) + " at " + rate->rate.text() + " is " + shown(*expected) + ", not " + shown(base));
    return {};
}

bool knownAccount(const StatementData& data, const std::string& number)
{
    return std::any_of(data.accounts.begin(), data.accounts.end(), [&](const auto& account) { return account.number == number; });
}

Result<void> checkHoldings(const StatementData& data)
{
    for (const auto& row : data.holdings) {
        const std::string what = row.accountNumber + " " + row.symbol;
        if (!knownAccount(data, row.accountNumber))
            return wrong("account", what);
        if (row.costLocal.currency() != row.valueLocal.currency())
            return wrong("currency", what + ": cost and value are in different currencies");
        if (row.costBase.currency() != data.base)
            return wrong("currency", what + ": cost is not in " + data.base.code());
        if (row.costLocal.currency() == data.base && row.costLocal != row.costBase)
            return wrong("rate", what + ": cost " + shown(row.costLocal) + " differs from " + shown(row.costBase));
        if (const auto ok = checkConversion(data, what, row.valueLocal, row.valueBase); !ok)
            return ok;
    }
    return {};
}

Result<void> checkCash(const StatementData& data)
{
    std::map<CashKey, const CashBalance*> balances;
    for (const auto& row : data.cash) {
        const std::string what = row.accountNumber + " " + row.closing.currency().code();
        if (!knownAccount(data, row.accountNumber))
            return wrong("account", what);
        if (row.opening.currency() != row.closing.currency() || row.settled.currency() != row.closing.currency()
            || row.pending.currency() != row.closing.currency())
            return wrong("currency", what + ": the balances of one row are in different currencies");
        if (row.settled + row.pending != row.closing)
            return wrong("cash", what + ": settled " + shown(row.settled) + " and pending " + shown(row.pending) + " do not make " + shown(row.closing));
        if (const auto ok = checkConversion(data, what, row.closing, row.closingBase); !ok)
            return ok;
        if (!balances.emplace(CashKey{row.accountNumber, row.closing.currency()}, &row).second)
            return wrong("cash", what + " is listed twice");
    }

    std::map<CashKey, std::pair<Money, Date>> running;
    for (const auto& row : data.movements) {
        const CashKey key{row.accountNumber, row.amount.currency()};
        const std::string what = row.accountNumber + " " + row.date.text() + " " + shown(row.amount);
        const auto balance = balances.find(key);
        if (balance == balances.end())
            return wrong("movements", what + ": its account has no balance in this currency");
        if (row.date < data.from || row.date > data.to)
            return wrong("movements", what + " is outside the period");
        if (row.balance.currency() != row.amount.currency())
            return wrong("currency", what + ": the balance is in " + row.balance.currency().code());
        auto [at, isFirst] = running.try_emplace(key, balance->second->opening, row.date);
        auto& [before, lastDate] = at->second;
        if (row.date < lastDate)
            return wrong("movements", what + " follows a movement of " + lastDate.text());
        if (before + row.amount != row.balance)
            return wrong("movements", what + ": " + shown(before) + " before it does not lead to " + shown(row.balance));
        before = row.balance;
        lastDate = row.date;
    }
    for (const auto& [key, row] : balances) {
        const auto at = running.find(key);
        const Money& reached = at == running.end() ? row->opening : at->second.first;
        if (reached != row->closing)
            return wrong("movements", key.first + " " + key.second.code() + ": the movements lead to " + shown(reached) + ", the balance is " + shown(row->closing));
    }
    return {};
}

Result<void> checkTrades(const StatementData& data)
{
    for (const auto& row : data.trades) {
        const std::string what = row.accountNumber + " " + row.tradeDate.text() + " " + row.symbol;
        if (!knownAccount(data, row.accountNumber))
            return wrong("account", what);
        if (row.tradeDate < data.from || row.tradeDate > data.to)
            return wrong("trade", what + " is outside the period");
        const Currency& currency = row.gross.currency();
        if (row.fees.currency() != currency || row.taxes.currency() != currency || row.net.currency() != currency)
            return wrong("currency", what + ": the amounts are in different currencies");
        if (!row.quantity.isPositive())
            return wrong("trade", what + ": the quantity is " + row.quantity.text());
        const Money costs = row.fees + row.taxes;
        const Money principal = row.assetClass == AssetClass::Future ? Money::zero(currency) : row.gross;
        const Money expected = row.side == Side::Buy ? -(principal + costs) : principal - costs;
        if (row.net != expected)
            return wrong("trade", what + ": net is " + shown(row.net) + ", its parts make " + shown(expected));
    }
    return {};
}

Result<void> checkChange(const StatementData& data)
{
    const ChangeInValue& c = data.change;
    for (const Money* part : {&c.opening, &c.deposits, &c.withdrawals, &c.income, &c.fees, &c.taxes, &c.marketGains, &c.currencyGains, &c.closing})
        if (part->currency() != data.base)
            return wrong("currency", "the change in value is not in " + data.base.code());
    for (const auto* lines : {&data.fees, &data.taxes}) {
        Money sum = Money::zero(data.base);
        for (const auto& line : *lines) {
            if (line.amount.currency() != data.base)
                return wrong("currency", line.name.en + " is not in " + data.base.code());
            sum += line.amount;
        }
        const Money& total = lines == &data.fees ? c.fees : c.taxes;
        if (-sum != total)
            return wrong("costs", "the lines make " + shown(-sum) + ", the change in value says " + shown(total));
    }
    if (c.deposits.isNegative() || c.withdrawals > Money::zero(data.base))
        return wrong("change", "deposits " + shown(c.deposits) + " or withdrawals " + shown(c.withdrawals) + " have the wrong sign");
    const Money reached = c.opening + c.deposits + c.withdrawals + c.income + c.fees + c.taxes + c.marketGains + c.currencyGains;
    if (reached != c.closing)
        return wrong("change", "opening, flows and gains make " + shown(reached) + ", closing is " + shown(c.closing));
    if (const Money total = totalValue(data); total != c.closing)
        return wrong("closing", "holdings and cash make " + shown(total) + ", closing is " + shown(c.closing));
    return {};
}

Result<void> checkSeries(const StatementData& data)
{
    if (data.series.empty())
        return {};
    const ValuePoint* before = nullptr;
    const ValuePoint* previous = nullptr;
    for (const auto& point : data.series) {
        if (point.value.currency() != data.base || point.netContributions.currency() != data.base)
            return wrong("currency", "the value series is not in " + data.base.code());
        if (previous && point.date <= previous->date)
            return wrong("series", point.date.text() + " follows " + previous->date.text());
        if (point.date < data.from)
            before = &point;
        previous = &point;
    }
    if (previous->date != data.to || previous->value != data.change.closing)
        return wrong("series", "it ends with " + shown(previous->value) + " on " + previous->date.text() + ", the statement with " + shown(data.change.closing) + " on " + data.to.text());
    const Money opening = before ? before->value : Money::zero(data.base);
    const Money contributed = before ? before->netContributions : Money::zero(data.base);
    if (opening != data.change.opening)
        return wrong("series", "before the period it stands at " + shown(opening) + ", the opening value is " + shown(data.change.opening));
    const Money flows = data.change.deposits + data.change.withdrawals;
    if (previous->netContributions - contributed != flows)
        return wrong("series", "contributions of the period are " + shown(previous->netContributions - contributed) + ", deposits less withdrawals are " + shown(flows));
    return {};
}

} // namespace

Result<Money> atRate(const Money& local, Price rate, const Currency& base)
{
    const Int128 scaled = Int128(local.minor()) * rate.raw() * base.minorPerMajor();
    const auto minor = narrow(divideRounded(scaled, Int128(local.currency().minorPerMajor()) * kFixedOne, Rounding::HalfEven));
    if (!minor)
        return invalid("domain.notional-range", shown(local) + " at " + rate.text());
    return Money(*minor, base);
}

Money totalValue(const StatementData& data)
{
    Money total = Money::zero(data.base);
    for (const auto& row : data.holdings)
        total += row.valueBase;
    for (const auto& row : data.cash)
        total += row.closingBase;
    return total;
}

Result<void> validate(const StatementData& data)
{
    if (data.to < data.from)
        return wrong("period", data.from.text() + " is after " + data.to.text());
    if (!data.base.valid())
        return wrong("currency", "the statement has no base currency");
    std::set<std::string> numbers;
    for (const auto& account : data.accounts)
        if (!numbers.insert(account.number).second)
            return wrong("account", account.number + " is listed twice");
    for (const auto& rate : data.fxRates)
        if (!rate.rate.isPositive() || rate.currency == data.base)
            return wrong("rate", rate.currency.code() + " at " + rate.rate.text());
    for (const auto check : {checkHoldings, checkCash, checkTrades, checkChange, checkSeries})
        if (auto ok = check(data); !ok)
            return ok;
    return {};
}

} // namespace rialto::reports
