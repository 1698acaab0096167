// SPDX-License-Identifier: GPL-3.0-or-later
#include "selection.h"

namespace rialto {

void Selection::setInstrument(InstrumentId instrument)
{
    const Instrument* found = m_book ? m_book->instrument(instrument) : nullptr;
    if (found == nullptr || instrument == m_instrument)
        return;
    m_instrument = instrument;
    m_symbol = QString::fromStdString(found->symbol);
    emit instrumentChanged();
}

void Selection::setSymbol(const QString& symbol)
{
    if (!m_book || !m_book->instruments)
        return;
    const std::string wanted = symbol.trimmed().toUpper().toStdString();
    for (const Instrument& instrument : *m_book->instruments)
        if (instrument.symbol == wanted)
            return setInstrument(instrument.id);
}

void Selection::setAccount(AccountId account)
{
    const Account* found = m_book ? m_book->account(account) : nullptr;
    if (found == nullptr || account == m_account)
        return;
    m_account = account;
    m_accountNumber = QString::fromStdString(found->number);
    emit accountChanged();
}

void Selection::setAccountNumber(const QString& number)
{
    if (!m_book)
        return;
    for (const Account& account : m_book->accounts)
        if (account.number == number.toStdString())
            return setAccount(account.id);
}

void Selection::setBook(std::shared_ptr<const BookSnapshot> book)
{
    m_book = std::move(book);
    if (!m_book)
        return;
    if (!m_instrument.valid() && m_book->instruments)
        for (const Instrument& instrument : *m_book->instruments)
            if (instrument.tradable()) {
                setInstrument(instrument.id);
                break;
            }
    if (!m_account.valid() && !m_book->accounts.empty())
        setAccount(m_book->accounts.front().id);
}

} // namespace rialto
