// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/fix/fix_gateway.h"

#include <algorithm>
#include <chrono>
#include <future>

namespace rialto::fix {

namespace {

constexpr std::int64_t kPlayMoneyMajor = 100'000'000;
constexpr int kTicksPerMarket = 10;  // ten times a second
constexpr int kTicksPerSession = 25; // four times

bool properCompId(const std::string& id)
{
    return !id.empty() && id.size() <= OrderDesk::kLongestCompId && std::all_of(id.begin(), id.end(), [](unsigned char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    });
}

} // namespace

Result<std::unique_ptr<FixGateway>> FixGateway::open(Terms terms, AppServices& services)
{
    // They become names of files and parts of command ids.
    for (const auto& id : {terms.ownCompId, terms.counterparty})
        if (!properCompId(id))
            return invalid("fix.comp-id", id);
    std::unique_ptr<FixGateway> gateway(new FixGateway(std::move(terms), services));
    const Terms& known = gateway->m_terms;
    const auto account = gateway->account();
    if (!account)
        return account.error();

    EngineSettings settings;
    settings.beginString = beginString(known.version);
    if (known.version == FixVersion::Fix50Sp2) {
        settings.applVersion = std::string(name(known.version));
        settings.transportDictionary = known.dictionaryFolder + "/FIXT11.xml";
    }
    settings.ownCompId = known.ownCompId;
    settings.counterparties = {known.counterparty, known.counterparty + digits(known.version)};
    settings.storeFolder = known.storeFolder;
    settings.dictionary = known.dictionaryFolder + "/" + dictionaryFile(known.version);
    settings.reset = known.reset;
    std::string trouble;
    gateway->m_engine = SessionEngine::create(settings, *gateway, trouble);
    if (!gateway->m_engine)
        return unavailable("fix.engine", trouble);
    for (const auto& session : settings.counterparties) {
        OrderDesk::Terms desk{session, known.version, *account, known.accountNumber,
            known.storeFolder + "/" + settings.beginString + "-" + known.ownCompId + "-" + session + ".desk"};
        auto orders = OrderDesk::open(std::move(desk), *gateway->m_engine, services);
        if (!orders)
            return orders.error();
        auto market = std::make_unique<MarketDesk>(session, *gateway->m_engine, services,
            [raw = gateway.get()](InstrumentId instrument, bool begin) { raw->watch(instrument, begin); });
        gateway->m_desks[session] = {std::move(*orders), std::move(market)};
    }
    return gateway;
}

FixGateway::~FixGateway() = default;

Result<AccountId> FixGateway::account()
{
    const auto book = m_services.book();
    const bool own = m_terms.accountNumber.empty();
    if (own)
        m_terms.accountNumber = "FIX-" + m_terms.counterparty;
    for (const auto& account : book->accounts)
        if (account.number == m_terms.accountNumber)
            return account.id;
    if (!own)
        return notFound("fix.account-unknown", m_terms.accountNumber);
    return makeAccount(*book, m_terms.accountNumber);
}

Result<AccountId> FixGateway::makeAccount(const BookSnapshot& book, const std::string& number)
{
    std::uint64_t client = 0;
    std::uint64_t account = 0;
    for (const auto& each : book.clients)
        client = std::max(client, each.id.value);
    for (const auto& each : book.accounts)
        account = std::max(account, each.id.value);
    const Currency currency = Currency::literal("USD");
    const std::vector<EngineHost::Body> steps{
        AddClient{{ClientId(client + 1), HouseholdId(), "C-" + number, "FIX counterparty " + m_terms.counterparty, "FIX " + m_terms.counterparty, book.tradingDay}},
        AddAccount{{AccountId(account + 1), ClientId(client + 1), number, currency, book.tradingDay}},
        MoveCash{"fix-deposit/" + number, AccountId(account + 1), Money(kPlayMoneyMajor * currency.minorPerMajor(), currency), "play money"}};
    for (const auto& step : steps) {
        auto promise = std::make_shared<std::promise<Result<Reply>>>();
        auto future = promise->get_future();
        m_services.command(step, [promise](const Result<Reply>& reply) { promise->set_value(reply); });
        if (future.wait_for(std::chrono::seconds(30)) != std::future_status::ready)
            return unavailable("fix.no-answer", number);
        const auto reply = future.get();
        if (!reply)
            return reply.error();
        if (!reply->accepted)
            return Error{ErrorKind::Refused, reply->refusals.empty() ? "fix.account-refused" : reply->refusals.front().code, number};
    }
    return AccountId(account + 1);
}

void FixGateway::tick()
{
    if (const auto book = m_services.book(); book && book->version != m_toldVersion) {
        m_toldVersion = book->version;
        for (auto& [session, desks] : m_desks)
            desks.orders->onBook(book);
    }
    ++m_ticks;
    if (m_ticks % kTicksPerMarket == 0) {
        const auto changes = m_services.market().drain();
        for (auto& [session, desks] : m_desks)
            if (desks.market->busy())
                desks.market->onMarket(changes);
    }
    if (m_ticks % kTicksPerSession == 0)
        m_engine->tick();
}

bool FixGateway::loggedOn() const
{
    return std::any_of(m_desks.begin(), m_desks.end(), [&](const auto& desk) { return m_engine->loggedOn(desk.first); });
}

void FixGateway::watch(InstrumentId instrument, bool begin)
{
    int& count = m_watched[instrument];
    if (begin && count++ == 0)
        m_services.watchDepth(instrument);
    if (!begin && --count == 0)
        m_services.unwatchDepth(instrument);
}

void FixGateway::onLogon(const std::string& session) { onEvent(session, "logged on"); }

void FixGateway::onLogout(const std::string& session)
{
    if (const auto desks = m_desks.find(session); desks != m_desks.end())
        desks->second.market->forgetAll();
    onEvent(session, "logged out");
}

Verdict FixGateway::onMessage(const std::string& session, const FixMessage& message)
{
    const auto desks = m_desks.find(session);
    if (desks == m_desks.end())
        return Verdict::UnsupportedType;
    return desks->second.orders->handle(message) || desks->second.market->handle(message) ? Verdict::Accepted : Verdict::UnsupportedType;
}

void FixGateway::onEvent(const std::string& session, const std::string& text)
{
    if (m_terms.log)
        m_terms.log((session.empty() ? std::string() : session + ": ") + text);
}

} // namespace rialto::fix
