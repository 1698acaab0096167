// SPDX-License-Identifier: GPL-3.0-or-later
// What the tour does, step by step; how steps run is in tour.cpp.
#include "tour.h"

#include "reports/export/pdf/statement_files.h"
#include "services/statement_service.h"

#include <QDir>

#include <algorithm>

namespace rialto::app {
namespace {

constexpr char kSymbol[] = "QUIL";
constexpr int kShares = 100;

QString text(const Error& error) { return QString::fromStdString(error.text()); }

// A cell's figure as the parsers take it: no grouping, no plus, the minus of the keyboard.
std::string plain(QString cell)
{
    return cell.remove(QLatin1Char(',')).remove(QLatin1Char('+')).replace(QChar(0x2212), QLatin1Char('-')).toStdString();
}

} // namespace

void Tour::addMarketSteps()
{
    m_steps.push_back({QStringLiteral("quotes move"), [this] { workstation().openWorkspace(QStringLiteral("market")); },
        [this] {
            const int trades = workstation().market()->tape()->rowCount();
            const int instruments = workstation().market()->watchlist()->count();
            say(QStringLiteral("%1 instruments, %2 trades of %3").arg(instruments).arg(trades).arg(workstation().selection()->symbol()));
            return instruments >= 10 && trades >= 3 && workstation().market()->depth()->known();
        },
        60});
    m_steps.push_back({QStringLiteral("a symbol typed into the command field becomes the current one"),
        [this] {
            workstation().commands()->setAdding(false);
            workstation().commands()->setQuery(QString::fromLatin1(kSymbol).toLower());
            if (!workstation().commands()->run(0))
                fail(QStringLiteral("the field finds no %1").arg(QLatin1String(kSymbol)));
        },
        [this] {
            m_instrument = workstation().selection()->instrument();
            say(workstation().selection()->symbol());
            return workstation().selection()->symbol() == QLatin1String(kSymbol) && workstation().market()->quote()->symbol() == QLatin1String(kSymbol);
        }});
    m_steps.push_back({QStringLiteral("its chart shows history and the running minute"),
        [this] { workstation().market()->chart()->setInterval(ChartModel::OneMinute); },
        [this] {
            auto* chart = workstation().market()->chart();
            say(QStringLiteral("%1 bars").arg(chart->bars().size()));
            return !chart->loading() && chart->bars().size() >= 100 && chart->series()->count() == int(chart->bars().size());
        }});
    m_steps.push_back({QStringLiteral("each workspace opens"),
        [this] {
            for (const QVariant& workspace : workstation().workspaces())
                if (!workstation().openWorkspace(workspace.toMap().value("id").toString()))
                    fail(QStringLiteral("there is no workspace ") + workspace.toMap().value("id").toString());
        },
        [this] {
            say(workstation().workspaceTitles().join(QStringLiteral(", ")));
            return true;
        }});
}

QObject* Tour::ticket()
{
    for (const QVariant& workspace : workstation().workspaces())
        if (workspace.toMap().value("id") == QLatin1String("trading"))
            return workspace.toMap().value("model").value<QObject*>()->property("ticket").value<QObject*>();
    return nullptr;
}

Money Tour::cashOf(AccountId account, const Currency& currency)
{
    for (const CashRow& row : book().cash)
        if (row.account == account && row.balance.currency() == currency)
            return row.balance;
    return Money::zero(currency);
}

Quantity Tour::heldOf(AccountId account, InstrumentId instrument)
{
    for (const PositionRow& row : book().positions)
        if (row.account == account && row.instrument == instrument)
            return row.quantity;
    return {};
}

Money Tour::costOf(AccountId account, InstrumentId instrument, const Currency& currency)
{
    for (const PositionRow& row : book().positions)
        if (row.account == account && row.instrument == instrument)
            return row.cost;
    return Money::zero(currency);
}

// What the portfolio shows of the holding, read from its cells as a person does: value = mark x quantity, P&L = value - cost,
// and the cost has grown by exactly what was paid.
bool Tour::profitIsShown()
{
    const Instrument& instrument = *book().instrument(m_instrument);
    const Currency currency = instrument.spec.currency;
    Money paid = Money::zero(currency);
    for (std::size_t i = m_fillsBefore; i < book().fills.size(); ++i)
        if (book().fills[i].account == m_account && book().fills[i].instrument == m_instrument)
            paid += book().fills[i].value + book().fills[i].report.fee + book().fills[i].report.tax;
    const auto* holdings = workstation().portfolio()->holdings();
    using Holdings = trading::PositionsModel;
    for (int row = 0; row < holdings->rowCount(); ++row) {
        if (holdings->text(row, Holdings::Symbol) != QLatin1String(kSymbol) || holdings->text(row, Holdings::AccountColumn) != workstation().selection()->accountNumber())
            continue;
        const auto mark = Price::parse(plain(holdings->text(row, Holdings::Mark)));
        const auto quantity = Quantity::parse(plain(holdings->text(row, Holdings::QuantityColumn)));
        const auto value = Money::parse(plain(holdings->text(row, Holdings::MarketValue)), currency);
        const auto profit = Money::parse(plain(holdings->text(row, Holdings::Unrealised)), currency);
        if (!mark || !quantity || !value || !profit)
            return false;
        const auto worth = notional(*mark, *quantity, instrument.spec.multiplier, currency, Rounding::HalfEven);
        const Money cost = costOf(m_account, m_instrument, currency);
        say(QStringLiteral("%1 at %2, cost %3 to %4, P&L %5").arg(holdings->text(row, Holdings::QuantityColumn), holdings->text(row, Holdings::Mark),
                QString::fromStdString(m_costBefore.text()), QString::fromStdString(cost.text()), holdings->text(row, Holdings::Unrealised)));
        return worth.ok() && *worth == *value && *value - cost == *profit && cost == m_costBefore + paid;
    }
    return false;
}

// The account that can best afford the order.
void Tour::chooseAccount()
{
    const Currency currency = book().instrument(m_instrument)->spec.currency;
    const CashRow* best = nullptr;
    for (const CashRow& row : book().cash)
        if (row.balance.currency() == currency && (best == nullptr || row.available() > best->available()))
            best = &row;
    if (best == nullptr)
        return fail(QStringLiteral("no account has cash in the currency of the symbol"));
    m_account = best->account;
    workstation().selection()->setAccount(m_account);
    m_cashBefore = cashOf(m_account, currency);
    m_heldBefore = heldOf(m_account, m_instrument);
    m_costBefore = costOf(m_account, m_instrument, currency);
    m_fillsBefore = book().fills.size();
    m_ordersBefore = book().orders.size();
}

void Tour::addOrderSteps()
{
    m_steps.push_back({QStringLiteral("the order ticket for a client"),
        [this] {
            if (!workstation().openWorkspace(QStringLiteral("trading")) || ticket() == nullptr)
                return fail(QStringLiteral("there is no order ticket"));
            chooseAccount();
        },
        [this] {
            QObject* form = ticket();
            if (form->property("symbol").toString() != QLatin1String(kSymbol))
                form->setProperty("symbol", QString::fromLatin1(kSymbol));
            const auto& accounts = book().accounts;
            const auto mine = std::find_if(accounts.begin(), accounts.end(), [this](const Account& account) { return account.id == m_account; });
            form->setProperty("accountIndex", int(mine - accounts.begin()));
            form->setProperty("side", int(Side::Buy));
            form->setProperty("type", int(OrderType::Market));
            form->setProperty("quantity", QString::number(kShares));
            say(form->property("refusals").toStringList().join(QLatin1Char(' ')));
            return form->property("canSend").toBool();
        }});
    m_steps.push_back({QStringLiteral("100 shares are ordered"),
        [this] { QMetaObject::invokeMethod(ticket(), "submit"); },
        [this] {
            // The first press may show the review, as it does for a person.
            if (ticket()->property("reviewing").toBool() && !ticket()->property("sending").toBool())
                QMetaObject::invokeMethod(ticket(), "submit");
            say(ticket()->property("result").toString());
            return book().orders.size() > m_ordersBefore;
        }});
    m_steps.push_back({QStringLiteral("the order fills"), {},
        [this] {
            const Order& order = book().orders.back();
            say(QStringLiteral("%1 of %2, %3").arg(QString::fromStdString(order.filled.text()), QString::fromStdString(order.request.quantity.text()), QString::fromStdString(std::string(name(order.state)))));
            if (isFinal(order.state) && order.state != OrderState::Filled)
                fail(QString::fromStdString("the order ended as " + std::string(name(order.state)) + " " + order.reason));
            return order.request.account == m_account && order.state == OrderState::Filled && book().fills.size() > m_fillsBefore;
        },
        60});
    m_steps.push_back({QStringLiteral("the client's cash and holding change by exactly the fills"), {}, [this] {
            const Currency currency = m_cashBefore.currency();
            Money paid = Money::zero(currency);
            Quantity bought;
            for (std::size_t i = m_fillsBefore; i < book().fills.size(); ++i) {
                const FillRow& fill = book().fills[i];
                if (fill.account != m_account || fill.instrument != m_instrument)
                    continue;
                paid += fill.value + fill.report.fee + fill.report.tax;
                bought += fill.report.lastQuantity;
            }
            const Money cash = cashOf(m_account, currency);
            say(QStringLiteral("%1: %2 %3 to %4, holding %5 to %6").arg(workstation().selection()->accountNumber(), QString::fromStdString(currency.code()),
                    QString::fromStdString(m_cashBefore.text()), QString::fromStdString(cash.text()), QString::fromStdString(m_heldBefore.text()),
                    QString::fromStdString(heldOf(m_account, m_instrument).text())));
            return cash == m_cashBefore - paid && heldOf(m_account, m_instrument) == m_heldBefore + bought && bought == Quantity::of(kShares);
        }});
}

void Tour::addProfitStep()
{
    m_steps.push_back({QStringLiteral("the portfolio shows the holding, its cost and its P&L"),
        [this] {
            workstation().openWorkspace(QStringLiteral("portfolio"));
            workstation().portfolio()->setRow(workstation().portfolio()->clients()->rowOf(book().account(m_account)->client));
        },
        [this] { return profitIsShown(); }});
}

void Tour::writeReports()
{
    // Another thread, with a bar store of its own, because a statement reads a year of bars.
    m_writing = std::async(std::launch::async, [this, client = book().account(m_account)->client, today = m_holder.feed().session().tradingDay]() -> Result<std::vector<std::string>> {
        auto bars = m_holder.session().openBars();
        if (!bars)
            return bars.error();
        AppServices& services = m_holder.session().services();
        const auto year = makeStatement(services, **bars, {client, today - 364, today});
        if (!year)
            return year.error();
        auto files = reports::writeStatementFiles(*year, m_out.toStdString(), {{reports::Language::English, reports::Language::Chinese}, false});
        if (!files)
            return files.error();
        const auto day = makeStatement(services, **bars, {client, today, today});
        if (!day)
            return day.error();
        if (day->trades.empty())
            return notFound("app.no-trade", "the day's trades are empty");
        const auto trades = reports::writeStatementFiles(*day, m_out.toStdString(), {{}, true});
        if (!trades)
            return trades.error();
        files->insert(files->end(), trades->begin(), trades->end());
        return files;
    });
}

void Tour::addReportSteps()
{
    m_steps.push_back({QStringLiteral("the client's performance and risk"),
        [this] {
            workstation().openWorkspace(QStringLiteral("analytics"));
            const ClientId client = book().account(m_account)->client;
            const auto& clients = book().clients;
            const auto mine = std::find_if(clients.begin(), clients.end(), [client](const Client& each) { return each.id == client; });
            workstation().analytics()->setClientIndex(int(mine - clients.begin()));
            workstation().analytics()->refresh();
        },
        [this] {
            if (!workstation().analytics()->busy() && !workstation().analytics()->failure().isEmpty())
                fail(workstation().analytics()->failure());
            say(workstation().analytics()->periodText());
            return workstation().analytics()->ready() && workstation().analytics()->times().size() > 200;
        },
        60});
    m_steps.push_back({QStringLiteral("the statement on the screen"),
        [this] {
            workstation().openWorkspace(QStringLiteral("reports"));
            const ClientId client = book().account(m_account)->client;
            const auto& clients = book().clients;
            const auto mine = std::find_if(clients.begin(), clients.end(), [client](const Client& each) { return each.id == client; });
            workstation().reports()->setClientIndex(int(mine - clients.begin()));
            workstation().reports()->setPeriod(reporting::ReportsModel::SinceInception);
            workstation().reports()->prepare();
        },
        [this] {
            if (!workstation().reports()->failure().isEmpty())
                fail(workstation().reports()->failure());
            say(QStringLiteral("%1 pages").arg(workstation().reports()->pages().size()));
            return workstation().reports()->ready() && !workstation().reports()->pages().isEmpty();
        },
        60});
    m_steps.push_back({QStringLiteral("the client's statement (PDF) and the day's trades (CSV)"), [this] { writeReports(); },
        [this] {
            if (m_writing.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
                return false;
            const auto written = m_writing.get();
            if (!written) {
                fail(text(written.error()));
                return false;
            }
            for (const std::string& file : *written)
                m_files << QString::fromStdString(file);
            say(QStringLiteral("%1 files").arg(written->size()));
            return true;
        },
        60});
}

Tour::BookFacts Tour::facts()
{
    BookFacts facts;
    for (const CashRow& row : book().cash)
        facts.lines.push_back("cash " + std::to_string(row.account.value) + " " + row.balance.text() + " " + row.balance.currency().code() + " reserved " + row.reserved.text());
    for (const PositionRow& row : book().positions)
        facts.lines.push_back("position " + std::to_string(row.account.value) + " " + std::to_string(row.instrument.value) + " " + row.quantity.text() + " cost " + row.cost.text() + " realised " + row.realised.text());
    for (const Order& order : book().orders)
        facts.lines.push_back("order " + std::to_string(order.id.value) + " " + std::string(name(order.state)) + " " + order.filled.text());
    for (const FillRow& fill : book().fills)
        facts.lines.push_back("fill " + fill.report.executionId + " " + fill.value.text());
    return facts;
}

void Tour::addRestartSteps()
{
    m_steps.push_back({QStringLiteral("everything is closed and opened again"),
        [this] {
            workstation().openWorkspace(QStringLiteral("market"));
            m_factsBefore = facts();
            m_symbolBefore = workstation().selection()->symbol();
            m_workspaceBefore = workstation().workspace();
            m_holder.close();
            if (const auto opened = m_holder.open(); !opened)
                fail(text(opened.error()));
        },
        [this] {
            say(QStringLiteral("%1 facts of the book are the same").arg(m_factsBefore.lines.size()));
            if (facts() != m_factsBefore) {
                fail(QStringLiteral("the book is not as it was left"));
                return false;
            }
            return workstation().selection()->symbol() == m_symbolBefore && workstation().workspace() == m_workspaceBefore;
        },
        30});
    m_steps.push_back({QStringLiteral("the market goes on"), {}, [this] { return workstation().market()->tape()->rowCount() > 0 && workstation().market()->depth()->known(); }, 60});
    m_steps.push_back({QStringLiteral("the ledger check"),
        [this] {
            auto answer = std::make_shared<std::promise<Result<std::size_t>>>();
            m_checking = answer->get_future();
            m_holder.session().services().query([answer](const Engine& engine) {
                const auto checked = engine.ledger().check();
                answer->set_value(checked ? Result<std::size_t>(engine.ledger().groups().size()) : Result<std::size_t>(checked.error()));
            });
        },
        [this] {
            if (m_checking.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
                return false;
            const auto groups = m_checking.get();
            if (!groups)
                fail(text(groups.error()));
            else
                say(QStringLiteral("%1 groups, every asset sums to zero").arg(*groups));
            return groups.ok();
        }});
}

} // namespace rialto::app
