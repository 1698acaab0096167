// SPDX-License-Identifier: GPL-3.0-or-later
// Selection: the instrument and the account the user is working with. Every panel that follows the user reads it here and sets
// it here, so a symbol picked anywhere is the symbol everywhere. Owned by Feed. GUI thread.
#pragma once

#include "services/book_snapshot.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace rialto {

class Selection : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by the feed")
    Q_PROPERTY(QString symbol READ symbol WRITE setSymbol NOTIFY instrumentChanged)
    Q_PROPERTY(QString accountNumber READ accountNumber WRITE setAccountNumber NOTIFY accountChanged)

public:
    explicit Selection(QObject* parent = nullptr) : QObject(parent) {}

    InstrumentId instrument() const { return m_instrument; }
    QString symbol() const { return m_symbol; }
    AccountId account() const { return m_account; }
    QString accountNumber() const { return m_accountNumber; }

    /// What is not in the book is ignored.
    void setInstrument(InstrumentId instrument);
    void setSymbol(const QString& symbol);
    void setAccount(AccountId account);
    void setAccountNumber(const QString& number);

    /// The feed calls it with each new book; the first one chooses the first tradable instrument and the first account.
    void setBook(std::shared_ptr<const BookSnapshot> book);

signals:
    void instrumentChanged();
    void accountChanged();

private:
    std::shared_ptr<const BookSnapshot> m_book;
    InstrumentId m_instrument;
    AccountId m_account;
    QString m_symbol;
    QString m_accountNumber;
};

} // namespace rialto
