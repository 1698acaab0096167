// SPDX-License-Identifier: GPL-3.0-or-later
// FixGateway: other people's FIX clients trade in this book, on the broker behind it (in the demo, the simulated exchange). It binds
// the session layer (net/fix) to an order desk and a market desk for each counterparty. It has no sockets (fix_server.h does) and no
// thread: whoever owns it calls `tick` about a hundred times a second. It ends before the AppServices that it works through.
#pragma once

#include "api/fix/market_desk.h"
#include "api/fix/order_desk.h"

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace rialto::fix {

class FixGateway final : private SessionListener {
public:
    struct Terms {
        FixVersion version = FixVersion::Fix44;
        std::string ownCompId;
        std::string counterparty;      // who may also put the version's digits behind its name: TW, TW44
        std::string storeFolder;
        std::string dictionaryFolder;  // FIX42.xml, FIX44.xml, FIX50SP2.xml and FIXT11.xml
        std::string accountNumber;     // "": an account of its own, made when the book has none, with play money
        ResetRule reset = ResetRule::Auto;
        std::function<void(const std::string& line)> log;
    };

    /// Errors: fix.comp-id, fix.account-unknown, fix.engine (dictionary or store), fix.desk-log.
    static Result<std::unique_ptr<FixGateway>> open(Terms terms, AppServices& services);
    ~FixGateway() override;

    std::unique_ptr<Connection> connect(Wire& wire) { return m_engine->connect(wire); }
    void tick();
    /// Says Logout to everybody; call `tick` until `loggedOn` is false or patience ends.
    void logoutAll(const std::string& reason) { m_engine->logoutAll(reason); }
    bool loggedOn() const;

private:
    FixGateway(Terms terms, AppServices& services) : m_terms(std::move(terms)), m_services(services) {}
    Result<AccountId> account();
    Result<AccountId> makeAccount(const BookSnapshot& book, const std::string& number);
    void watch(InstrumentId instrument, bool begin);

    void onLogon(const std::string& session) override;
    void onLogout(const std::string& session) override;
    Verdict onMessage(const std::string& session, const FixMessage& message) override;
    void onEvent(const std::string& session, const std::string& text) override;

    struct Desks {
        std::unique_ptr<OrderDesk> orders;
        std::unique_ptr<MarketDesk> market;
    };

    Terms m_terms;
    AppServices& m_services;
    std::unique_ptr<SessionEngine> m_engine;
    std::map<std::string, Desks> m_desks; // by session
    std::map<InstrumentId, int> m_watched;
    std::uint64_t m_toldVersion = 0;
    int m_ticks = 0;
};

} // namespace rialto::fix
