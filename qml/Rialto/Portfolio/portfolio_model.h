// SPDX-License-Identifier: GPL-3.0-or-later
// PortfolioModel: the advisor's workspace: the client list, the page of one client, moving cash and opening a client. Each form
// is one intention with one command id, renewed when it is edited; what is refused is a sentence. GUI thread.
#pragma once

#include "Trading/positions_model.h"
#include "client_tables.h"
#include "clients_model.h"

#include <QElapsedTimer>

namespace rialto::portfolio {

class PortfolioModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(rialto::portfolio::ClientsModel* clients READ clients CONSTANT)
    Q_PROPERTY(rialto::trading::PositionsModel* holdings READ holdings CONSTANT)
    Q_PROPERTY(rialto::portfolio::CashModel* cash READ cash CONSTANT)
    Q_PROPERTY(rialto::portfolio::MovementsModel* movements READ movements CONSTANT)
    Q_PROPERTY(int row READ row WRITE setRow NOTIFY clientChanged)
    Q_PROPERTY(QString name READ name NOTIFY clientChanged)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY clientChanged)
    Q_PROPERTY(QVariantList figures READ figures NOTIFY worthChanged)
    Q_PROPERTY(QVariantList allocation READ allocation NOTIFY worthChanged)
    Q_PROPERTY(QString total READ total NOTIFY worthChanged)
    Q_PROPERTY(QString baseCurrency READ baseCurrency NOTIFY worthChanged)
    Q_PROPERTY(QString missing READ missing NOTIFY worthChanged)
    Q_PROPERTY(QStringList accounts READ accounts NOTIFY clientChanged)
    Q_PROPERTY(int accountIndex READ accountIndex WRITE setAccountIndex NOTIFY formChanged)
    Q_PROPERTY(QStringList currencies READ currencies CONSTANT)
    Q_PROPERTY(int currencyIndex READ currencyIndex WRITE setCurrencyIndex NOTIFY formChanged)
    Q_PROPERTY(bool withdraw READ withdraw WRITE setWithdraw NOTIFY formChanged)
    Q_PROPERTY(QString amount READ amount WRITE setAmount NOTIFY formChanged)
    Q_PROPERTY(QString memo READ memo WRITE setMemo NOTIFY formChanged)
    Q_PROPERTY(bool moving READ moving NOTIFY formChanged)
    Q_PROPERTY(QString moveError READ moveError NOTIFY formChanged)
    Q_PROPERTY(QString moveDone READ moveDone NOTIFY formChanged)
    Q_PROPERTY(QString newName READ newName WRITE setNewName NOTIFY newClientChanged)
    Q_PROPERTY(QString newNameZh READ newNameZh WRITE setNewNameZh NOTIFY newClientChanged)
    Q_PROPERTY(QString newNumber READ newNumber WRITE setNewNumber NOTIFY newClientChanged)
    Q_PROPERTY(int newCurrencyIndex READ newCurrencyIndex WRITE setNewCurrencyIndex NOTIFY newClientChanged)
    Q_PROPERTY(QString newClientError READ newClientError NOTIFY newClientChanged)

public:
    explicit PortfolioModel(Feed& feed, QObject* parent = nullptr);

    ClientsModel* clients() { return &m_clients; }
    trading::PositionsModel* holdings() { return &m_holdings; }
    CashModel* cash() { return &m_cash; }
    MovementsModel* movements() { return &m_movements; }

    /// The client that is shown, as a row of `clients`.
    int row() const { return m_clients.rowOf(m_client); }
    void setRow(int row);
    QString name() const;
    QString subtitle() const;
    QVariantList figures() const;
    /// {label, value (weight), text}, largest first, for a donut.
    QVariantList allocation() const;
    QString total() const;
    QString baseCurrency() const { return QString::fromStdString(m_worth.base.code()); }
    QString missing() const;

    QStringList accounts() const;
    int accountIndex() const { return m_accountIndex; }
    void setAccountIndex(int index);
    QStringList currencies() const;
    int currencyIndex() const { return m_currencyIndex; }
    void setCurrencyIndex(int index);
    bool withdraw() const { return m_withdraw; }
    void setWithdraw(bool withdraw);
    QString amount() const { return m_amount; }
    void setAmount(const QString& text);
    QString memo() const { return m_memo; }
    void setMemo(const QString& text);
    bool moving() const { return m_moving; }
    QString moveError() const { return m_moveError; }
    QString moveDone() const { return m_moveDone; }
    Q_INVOKABLE void moveCash();

    QString newName() const { return m_newName; }
    void setNewName(const QString& text);
    QString newNameZh() const { return m_newNameZh; }
    void setNewNameZh(const QString& text);
    QString newNumber() const { return m_newNumber; }
    void setNewNumber(const QString& text);
    int newCurrencyIndex() const { return m_newCurrencyIndex; }
    void setNewCurrencyIndex(int index);
    QString newClientError() const { return m_newClientError; }
    /// Fills in a free number.
    Q_INVOKABLE void beginNewClient();
    /// Opens the client with one account; `clientOpened` when the book has both.
    Q_INVOKABLE void openClient();

signals:
    void clientChanged();
    void worthChanged();
    void formChanged();
    void newClientChanged();
    void clientOpened();

private:
    void takeBook(BookPointer book);
    void value();
    void formEdited();
    void choose(ClientId client);
    std::vector<Account> accountsOfClient() const;

    Feed& m_feed;
    ClientsModel m_clients;
    trading::PositionsModel m_holdings;
    CashModel m_cash;
    MovementsModel m_movements;
    BookPointer m_book;
    Marks m_marks;
    QTimer m_timer;
    ClientId m_client;
    ClientWorth m_worth;
    int m_accountIndex = 0;
    int m_currencyIndex = 0;
    bool m_withdraw = false;
    QString m_amount, m_memo;
    std::string m_moveCommand;
    bool m_moving = false;
    QString m_moveError, m_moveDone;
    QString m_newName, m_newNameZh, m_newNumber, m_newClientError;
    int m_newCurrencyIndex = 0;
    bool m_opening = false;
};

} // namespace rialto::portfolio
