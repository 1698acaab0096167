// SPDX-License-Identifier: GPL-3.0-or-later
#include "client_worth.h"

namespace rialto::portfolio {

ClientWorth worthOf(const BookSnapshot& book, ClientId client, const Marks& marks)
{
    ClientWorth worth;
    std::set<AccountId> accounts;
    for (const Account& account : book.accounts) {
        if (account.client != client)
            continue;
        if (accounts.empty())
            worth.base = account.base;
        accounts.insert(account.id);
    }
    worth.accounts = int(accounts.size());
    const Money zero = Money::zero(worth.base);
    worth.total = worth.cash = worth.unrealised = worth.dayChange = zero;
    if (accounts.empty())
        return worth;
    const auto add = [&](Money& sum, const Money& amount) {
        if (const auto converted = marks.convert(amount, worth.base))
            sum += *converted;
        else
            worth.missing.insert(amount.currency());
    };
    for (const CashRow& row : book.cash) {
        if (accounts.count(row.account) == 0)
            continue;
        add(worth.cash, row.balance + row.margin);
        add(worth.total, row.balance + row.margin + row.variation);
        if (!row.variation.isZero())
            add(worth.byClass.try_emplace(AssetClass::Future, zero).first->second, row.variation);
    }
    for (const PositionRow& row : book.positions) {
        const Instrument* instrument = accounts.count(row.account) != 0 ? book.instrument(row.instrument) : nullptr;
        if (instrument == nullptr || row.quantity.isZero())
            continue;
        const PositionWorth value = rialto::worthOf(row, *instrument, marks);
        if (!value.value) {
            worth.missing.insert(instrument->spec.currency);
            continue;
        }
        add(worth.total, *value.value);
        add(worth.unrealised, *value.unrealised);
        add(worth.byClass.try_emplace(instrument->assetClass(), zero).first->second, *value.value);
        const auto close = marks.previousClose(instrument->id);
        const auto before = close ? valueOf(*instrument, *close, row.quantity) : Result<Money>(*value.value);
        if (before)
            add(worth.dayChange, *value.value - *before);
    }
    return worth;
}

} // namespace rialto::portfolio
