// SPDX-License-Identifier: GPL-3.0-or-later
#include "portfolio_model.h"

#include "Feed/messages.h"
#include "Theme/theme.h"
#include "Trading/order_words.h"
#include "Trading/typed_figure.h"

#include <QPointer>

#include <algorithm>

namespace rialto::portfolio {

namespace {

constexpr int kFollowMs = 500;
constexpr const char* kCurrencies[] = {"USD", "EUR", "CNY", "HKD", "GBP", "JPY", "CHF", "AUD", "CAD", "SGD"};

QVariantMap figure(const QString& label, const QString& value, int tone = theme::Theme::Neutral)
{
    return {{QStringLiteral("label"), label}, {QStringLiteral("value"), value}, {QStringLiteral("tone"), tone}};
}

} // namespace

PortfolioModel::PortfolioModel(Feed& feed, QObject* parent)
    : QObject(parent), m_feed(feed), m_clients(feed), m_holdings(feed), m_cash(feed), m_movements(feed)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kFollowMs);
    connect(&m_timer, &QTimer::timeout, this, &PortfolioModel::value);
    connect(&feed, &Feed::bookChanged, this, &PortfolioModel::takeBook);
    connect(&feed, &Feed::marketChanged, this, [this](const MarketBoard::Changes& changes) {
        m_marks.update(changes.quotes);
        if (!m_timer.isActive())
            m_timer.start();
    });
    connect(&feed, &Feed::languageChanged, this, [this] {
        emit clientChanged();
        emit worthChanged();
        emit formChanged();
    });
    takeBook(feed.book());
}

void PortfolioModel::takeBook(BookPointer book)
{
    if (!book)
        return;
    m_book = std::move(book);
    m_marks.setBook(*m_book, m_feed.services().market());
    if (!m_client.valid() && !m_book->clients.empty())
        choose(m_book->clients.front().id);
    value();
    emit clientChanged();
}

void PortfolioModel::choose(ClientId client)
{
    if (client == m_client || !client.valid())
        return;
    m_client = client;
    m_accountIndex = 0;
    m_moveError.clear();
    m_moveDone.clear();
    m_moveCommand.clear();
    m_holdings.setClient(client);
    m_cash.setClient(client);
    m_movements.setClient(client);
    value();
    const auto own = accountsOfClient();
    if (!own.empty()) {
        m_feed.selection().setAccount(own.front().id);
        const auto it = std::find(std::begin(kCurrencies), std::end(kCurrencies), own.front().base.code());
        m_currencyIndex = it == std::end(kCurrencies) ? 0 : int(it - std::begin(kCurrencies));
    }
    emit clientChanged();
    emit formChanged();
}

void PortfolioModel::setRow(int row) { choose(m_clients.client(row)); }

void PortfolioModel::value()
{
    if (!m_book || !m_client.valid())
        return;
    m_worth = worthOf(*m_book, m_client, m_marks);
    emit worthChanged();
}

QString PortfolioModel::name() const
{
    const Client* client = m_book ? m_book->client(m_client) : nullptr;
    return client != nullptr ? m_feed.format().pick(client->name, client->nameZh) : QString();
}

QString PortfolioModel::subtitle() const
{
    const Client* client = m_book ? m_book->client(m_client) : nullptr;
    return client != nullptr ? tr("%1 · client since %2").arg(QString::fromStdString(client->number), m_feed.format().date(client->since)) : QString();
}

QVariantList PortfolioModel::figures() const
{
    if (!m_worth.base.valid())
        return {};
    const Format& format = m_feed.format();
    return {figure(tr("Total value"), format.moneyWithCode(m_worth.total)), figure(tr("Cash"), format.moneyWithCode(m_worth.cash)),
        figure(tr("Unrealised P&L"), format.signedMoney(m_worth.unrealised), trading::gainTone(m_worth.unrealised.minor())),
        figure(tr("Day change"), format.signedMoney(m_worth.dayChange), trading::gainTone(m_worth.dayChange.minor()))};
}

QVariantList PortfolioModel::allocation() const
{
    std::vector<std::pair<QString, Money>> parts;
    Money sum = Money::zero(m_worth.base);
    const auto enter = [&](const QString& label, const Money& amount) {
        if (amount.minor() <= 0)
            return;
        parts.emplace_back(label, amount);
        sum += amount;
    };
    if (!m_worth.base.valid())
        return {};
    for (const auto& [assetClass, amount] : m_worth.byClass)
        enter(trading::word(assetClass), amount);
    enter(tr("Cash"), m_worth.cash);
    std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return b.second < a.second; });
    QVariantList list;
    for (const auto& [label, amount] : parts)
        list.append(QVariantMap{{QStringLiteral("label"), label}, {QStringLiteral("value"), double(amount.minor())},
            {QStringLiteral("text"), m_feed.format().percent(*share(amount, sum))}});
    return list;
}

QString PortfolioModel::total() const { return m_worth.base.valid() ? m_feed.format().money(m_worth.total) : Format::none(); }

QString PortfolioModel::missing() const
{
    QStringList codes;
    for (const Currency& currency : m_worth.missing)
        codes.append(QString::fromStdString(currency.code()));
    return codes.join(QStringLiteral(", "));
}

std::vector<Account> PortfolioModel::accountsOfClient() const
{
    std::vector<Account> own;
    if (m_book)
        std::copy_if(m_book->accounts.begin(), m_book->accounts.end(), std::back_inserter(own), [this](const Account& account) { return account.client == m_client; });
    return own;
}

QStringList PortfolioModel::accounts() const
{
    QStringList list;
    for (const Account& account : accountsOfClient())
        list.append(QString::fromStdString(account.number + " · " + account.base.code()));
    return list;
}

QStringList PortfolioModel::currencies() const
{
    QStringList list;
    for (const char* code : kCurrencies)
        list.append(QString::fromLatin1(code));
    return list;
}

// A changed form is a new intention.
void PortfolioModel::formEdited()
{
    m_moveCommand.clear();
    m_moveError.clear();
    m_moveDone.clear();
    emit formChanged();
}

void PortfolioModel::setAccountIndex(int index)
{
    if (index == m_accountIndex || index < 0 || index >= int(accountsOfClient().size()))
        return;
    m_accountIndex = index;
    formEdited();
}

void PortfolioModel::setCurrencyIndex(int index)
{
    if (index == m_currencyIndex || index < 0 || index >= int(std::size(kCurrencies)))
        return;
    m_currencyIndex = index;
    formEdited();
}

void PortfolioModel::setWithdraw(bool withdraw)
{
    if (withdraw == m_withdraw)
        return;
    m_withdraw = withdraw;
    formEdited();
}

void PortfolioModel::setAmount(const QString& text)
{
    if (text == m_amount)
        return;
    m_amount = text;
    formEdited();
}

void PortfolioModel::setMemo(const QString& text)
{
    if (text == m_memo)
        return;
    m_memo = text;
    formEdited();
}

void PortfolioModel::moveCash()
{
    const auto own = accountsOfClient();
    if (m_moving || m_accountIndex >= int(own.size()))
        return;
    m_moveDone.clear();
    const auto typed = trading::typedMoney(m_amount, Currency::literal(kCurrencies[m_currencyIndex]));
    if (!typed || typed->minor() <= 0) {
        m_moveError = typed ? message("engine.amount-zero") : message(typed.error());
        emit formChanged();
        return;
    }
    if (m_moveCommand.empty())
        m_moveCommand = AppServices::newCommandId();
    m_moving = true;
    m_moveError.clear();
    emit formChanged();
    const Money amount = m_withdraw ? -*typed : *typed;
    m_feed.command(MoveCash{m_moveCommand, own[std::size_t(m_accountIndex)].id, amount, m_memo.trimmed().toStdString()},
        [self = QPointer<PortfolioModel>(this), typed = *typed, withdraw = m_withdraw](const Result<Reply>& reply) {
            if (!self)
                return;
            self->m_moving = false;
            if (reply && reply->accepted) {
                const QString figure = self->m_feed.format().moneyWithCode(typed);
                self->m_amount.clear(); // the money has moved: the same press must not move it again
                self->m_moveCommand.clear();
                self->m_moveDone = withdraw ? tr("%1 withdrawn.").arg(figure) : tr("%1 deposited.").arg(figure);
            } else {
                self->m_moveError = reply ? messageLines(reply->refusals).join(QLatin1Char(' ')) : message(reply.error());
                if (reply)
                    self->m_moveCommand.clear();
            }
            emit self->formChanged();
        });
}

void PortfolioModel::setNewName(const QString& text)
{
    m_newName = text;
    emit newClientChanged();
}

void PortfolioModel::setNewNameZh(const QString& text)
{
    m_newNameZh = text;
    emit newClientChanged();
}

void PortfolioModel::setNewNumber(const QString& text)
{
    m_newNumber = text;
    emit newClientChanged();
}

void PortfolioModel::setNewCurrencyIndex(int index)
{
    if (index < 0 || index >= int(std::size(kCurrencies)))
        return;
    m_newCurrencyIndex = index;
    emit newClientChanged();
}

void PortfolioModel::beginNewClient()
{
    m_newName.clear();
    m_newNameZh.clear();
    m_newClientError.clear();
    std::uint64_t number = 1000;
    const auto taken = [this](const std::string& wanted) {
        return m_book && std::any_of(m_book->clients.begin(), m_book->clients.end(), [&](const Client& client) { return client.number == wanted; });
    };
    do
        ++number;
    while (taken("C-" + std::to_string(number)));
    m_newNumber = QStringLiteral("C-%1").arg(number);
    emit newClientChanged();
}

void PortfolioModel::openClient()
{
    if (m_opening || !m_book)
        return;
    const std::string number = m_newNumber.trimmed().toStdString();
    const bool taken = std::any_of(m_book->clients.begin(), m_book->clients.end(), [&](const Client& client) { return client.number == number; });
    m_newClientError = m_newName.trimmed().isEmpty() && m_newNameZh.trimmed().isEmpty() ? message("engine.client-incomplete")
        : number.empty() ? tr("The client has no number. Enter one, such as C-1001.")
        : taken ? message("engine.client-exists", number) : QString();
    if (!m_newClientError.isEmpty()) {
        emit newClientChanged();
        return;
    }
    Client client;
    client.id = ClientId(m_book->clients.empty() ? 1 : m_book->clients.back().id.value + 1);
    client.number = number;
    client.name = (m_newName.trimmed().isEmpty() ? m_newNameZh : m_newName).trimmed().toStdString();
    client.nameZh = m_newNameZh.trimmed().toStdString();
    client.since = m_book->tradingDay;
    Account account;
    account.id = AccountId(m_book->accounts.empty() ? 1 : m_book->accounts.back().id.value + 1);
    account.client = client.id;
    account.number = "A" + (number.starts_with("C") ? number.substr(1) : "-" + number) + "-1";
    account.base = Currency::literal(kCurrencies[m_newCurrencyIndex]);
    account.opened = m_book->tradingDay;
    m_opening = true;
    const auto fail = [self = QPointer<PortfolioModel>(this)](const Result<Reply>& reply) {
        if (!self || (reply && reply->accepted))
            return !self;
        self->m_opening = false;
        self->m_newClientError = reply ? messageLines(reply->refusals).join(QLatin1Char(' ')) : message(reply.error());
        emit self->newClientChanged();
        return true;
    };
    m_feed.command(AddClient{client}, [self = QPointer<PortfolioModel>(this), fail, account, id = client.id](const Result<Reply>& reply) {
        if (fail(reply))
            return;
        self->m_feed.command(AddAccount{account}, [self, fail, id](const Result<Reply>& second) {
            if (fail(second))
                return;
            self->m_opening = false;
            self->m_client = ClientId(); // the book is on its way; the page opens with it
            self->choose(id);
            emit self->clientOpened();
        });
    });
}

} // namespace rialto::portfolio
