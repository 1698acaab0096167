// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/fix/session_engine.h"

#include "net/fix/wire_text.h"

#include <quickfix/Application.h>
#include <quickfix/DataDictionary.h>
#include <quickfix/FileStore.h>
#include <quickfix/Log.h>
#include <quickfix/Message.h>
#include <quickfix/Parser.h>
#include <quickfix/Responder.h>
#include <quickfix/Session.h>
#include <quickfix/SessionFactory.h>
#include <quickfix/SessionSettings.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <map>

namespace rialto {
namespace fix {

namespace {

constexpr std::size_t kLongestMessage = 1 << 20;
constexpr int kLookBack = 1000;

class Engine;

// QuickFIX 1.15 believes the length that stands before a data field, and reads beyond the message when it lies. In our copy of a
// dictionary these fields are texts, which end at the separator: a venue has no use for raw data.
std::string withoutDataFields(const std::string& dictionary, const std::string& folder)
{
    std::ifstream in(dictionary, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in || text.empty())
        throw FIX::ConfigError("cannot read " + dictionary);
    for (const std::string quote : {"'", "\""}) {
        for (const std::string type : {"DATA", "XMLDATA", "data", "xmldata"}) {
            const std::string old = "type=" + quote + type + quote;
            const std::string now = "type=" + quote + "STRING" + quote;
            for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at + now.size()))
                text.replace(at, old.size(), now);
        }
    }
    const std::string copy = folder + "/" + dictionary.substr(dictionary.find_last_of("/\\") + 1);
    std::ofstream out(copy, std::ios::binary | std::ios::trunc);
    out << text << std::flush;
    if (!out)
        throw FIX::ConfigError("cannot write " + copy);
    return copy;
}

// Events go to the listener; messages are in the store already.
class EventLog : public FIX::Log {
public:
    EventLog(SessionListener& listener, std::string session) : m_listener(listener), m_session(std::move(session)) {}
    void clear() override {}
    void backup() override {}
    void onIncoming(const std::string&) override {}
    void onOutgoing(const std::string&) override {}
    void onEvent(const std::string& text) override { m_listener.onEvent(m_session, text); }

private:
    SessionListener& m_listener;
    std::string m_session;
};

class EventLogFactory : public FIX::LogFactory {
public:
    explicit EventLogFactory(SessionListener& listener) : m_listener(listener) {}
    FIX::Log* create() override { return new EventLog(m_listener, ""); }
    FIX::Log* create(const FIX::SessionID& id) override { return new EventLog(m_listener, id.getTargetCompID().getValue()); }
    void destroy(FIX::Log* log) override { delete log; }

private:
    SessionListener& m_listener;
};

// QuickFIX begins a session anew when its hours are over, and knows no session without hours. Ours goes on until somebody says so:
// its creation is always a moment ago.
class EndlessStore : public FIX::FileStore {
public:
    EndlessStore(const std::string& folder, const FIX::SessionID& id) : FIX::FileStore(folder, id) {}
    FIX::UtcTimeStamp getCreationTime() const throw(FIX::IOException) override { return FIX::UtcTimeStamp(); }
};

class EndlessStoreFactory : public FIX::MessageStoreFactory {
public:
    explicit EndlessStoreFactory(std::string folder) : m_folder(std::move(folder)) {}
    FIX::MessageStore* create(const FIX::SessionID& id) override { return new EndlessStore(m_folder, id); }
    void destroy(FIX::MessageStore* store) override { delete store; }

private:
    std::string m_folder;
};

class WireResponder : public FIX::Responder {
public:
    explicit WireResponder(Wire& wire) : m_wire(wire) {}
    bool send(const std::string& bytes) override { return m_open && m_wire.send(bytes); }
    void disconnect() override
    {
        m_open = false;
        m_wire.hangUp();
    }
    bool open() const { return m_open; }

private:
    Wire& m_wire;
    bool m_open = true;
};

// A session and what the reset rule must know of its past.
struct Desk {
    FIX::Session* session = nullptr;
    WireResponder* responder = nullptr; // of the connection that has it
    bool logoutSeen = false;            // in this connection
    std::string endFile;                // holds the next outgoing number since an orderly end
};

class BytesConnection : public Connection {
public:
    BytesConnection(Engine& engine, Wire& wire) : m_engine(engine), m_responder(wire) {}
    ~BytesConnection() override;
    bool receive(const char* bytes, std::size_t size) override;
    bool loggedOn() const override { return m_desk != nullptr && m_desk->session->isLoggedOn(); }

private:
    bool take(const std::string& wire);

    Engine& m_engine;
    WireResponder m_responder;
    FIX::Parser m_parser;
    std::size_t m_held = 0; // bytes since the last whole message
    Desk* m_desk = nullptr;
};

class Engine : public SessionEngine, private FIX::Application {
public:
    Engine(const EngineSettings& settings, SessionListener& listener)
        : m_settings(settings), m_listener(listener), m_logs(listener), m_stores(settings.storeFolder), m_factory(*this, m_stores, &m_logs)
    {
    }
    ~Engine() override
    {
        for (auto& desk : m_desks)
            m_factory.destroy(desk.second.session);
    }

    void open()
    {
        const bool fixt = m_settings.beginString == "FIXT.1.1";
        m_settings.dictionary = withoutDataFields(m_settings.dictionary, m_settings.storeFolder);
        if (fixt)
            m_settings.transportDictionary = withoutDataFields(m_settings.transportDictionary, m_settings.storeFolder);
        for (const auto& counterparty : m_settings.counterparties) {
            FIX::Dictionary terms;
            terms.setString(FIX::CONNECTION_TYPE, "acceptor");
            terms.setString(FIX::START_TIME, "00:00:00");
            terms.setString(FIX::END_TIME, "00:00:00");
            terms.setString(FIX::USE_DATA_DICTIONARY, "Y");
            if (fixt) {
                terms.setString(FIX::DEFAULT_APPLVERID, m_settings.applVersion);
                terms.setString(FIX::TRANSPORT_DATA_DICTIONARY, m_settings.transportDictionary);
                terms.setString(FIX::APP_DATA_DICTIONARY, m_settings.dictionary);
            } else {
                terms.setString(FIX::DATA_DICTIONARY, m_settings.dictionary);
            }
            const FIX::SessionID id(m_settings.beginString, m_settings.ownCompId, counterparty);
            Desk desk;
            desk.session = m_factory.create(id, terms);
            desk.endFile = m_settings.storeFolder + "/" + m_settings.beginString + "-" + m_settings.ownCompId + "-" + counterparty + ".ended";
            m_desks.emplace(counterparty, desk);
        }
    }

    std::unique_ptr<Connection> connect(Wire& wire) override { return std::make_unique<BytesConnection>(*this, wire); }

    void tick() override
    {
        for (auto& desk : m_desks)
            if (desk.second.responder != nullptr)
                guarded(desk.first, [&] { desk.second.session->next(); });
    }

    bool send(const std::string& session, const FixMessage& message) override
    {
        const auto desk = m_desks.find(session);
        if (desk == m_desks.end())
            return false;
        bool stored = false;
        guarded(session, [&] {
            const int before = desk->second.session->getExpectedSenderNum();
            // The dictionary tells which fields belong to a repeating group. Reading that of 5.0SP2 takes seconds: the session's own are used.
            const std::string wire = formatWire(m_settings.beginString, message);
            const bool fixt = m_settings.beginString == "FIXT.1.1";
            const FIX::DataDictionaryProvider& known = desk->second.session->getDataDictionaryProvider();
            const FIX::DataDictionary& outer = known.getSessionDataDictionary(FIX::BeginString(m_settings.beginString));
            FIX::Message out = fixt ? FIX::Message(wire, outer, known.getApplicationDataDictionary(FIX::Message::toApplVerID(m_settings.applVersion)), false)
                                    : FIX::Message(wire, outer, false);
            desk->second.session->send(out);
            stored = desk->second.session->getExpectedSenderNum() > before;
        });
        return stored;
    }

    bool loggedOn(const std::string& session) const override
    {
        const auto desk = m_desks.find(session);
        return desk != m_desks.end() && desk->second.session->isLoggedOn();
    }

    std::vector<FixMessage> sent(const std::string& session, const std::string& type) const override
    {
        std::vector<FixMessage> messages;
        const auto desk = m_desks.find(session);
        if (desk == m_desks.end())
            return messages;
        std::vector<std::string> wires;
        const int next = desk->second.session->getExpectedSenderNum();
        try {
            desk->second.session->getStore()->get(next > kLookBack ? next - kLookBack : 1, next, wires);
        } catch (const FIX::IOException& trouble) {
            m_listener.onEvent(session, trouble.what());
        }
        for (const auto& wire : wires)
            if (valueOf(wire, 35) == type)
                messages.push_back(parseWire(wire));
        return messages;
    }

    void logoutAll(const std::string& reason) override
    {
        for (auto& desk : m_desks)
            if (desk.second.session->isLoggedOn())
                guarded(desk.first, [&] {
                    desk.second.session->logout(reason);
                    desk.second.session->next();
                });
    }

    // The session that a first message may have, or null.
    Desk* adopt(const std::string& wire, WireResponder& responder)
    {
        if (valueOf(wire, 35) != "A" || valueOf(wire, 8) != m_settings.beginString || valueOf(wire, 56) != m_settings.ownCompId)
            return nullptr;
        const auto found = m_desks.find(valueOf(wire, 49));
        if (found == m_desks.end() || found->second.responder != nullptr)
            return nullptr;
        Desk& desk = found->second;
        desk.responder = &responder;
        desk.logoutSeen = false;
        desk.session->logon(); // enabled again after a Logout of ours
        desk.session->setResponder(&responder);
        desk.session->setResetOnLogon(beginsAnew(desk, wire));
        return &desk;
    }

    void leave(Desk& desk)
    {
        desk.session->disconnect();
        desk.session->setResponder(nullptr);
        desk.responder = nullptr;
        if (desk.logoutSeen)
            std::ofstream(desk.endFile, std::ios::trunc) << desk.session->getExpectedSenderNum() << '\n';
    }

    template <class Act>
    bool guarded(const std::string& session, Act act)
    {
        try {
            act();
            return true;
        } catch (const std::exception& trouble) {
            m_listener.onEvent(session, trouble.what());
            return false;
        }
    }

private:
    bool beginsAnew(const Desk& desk, const std::string& logon) const
    {
        if (valueOf(logon, 141) == "Y" || m_settings.reset == ResetRule::WhenAsked)
            return false;
        if (m_settings.reset == ResetRule::Always)
            return true;
        const int number = numberOf(valueOf(logon, 34));
        if (number == 1)
            return true;
        int ended = 0;
        std::ifstream(desk.endFile) >> ended;
        return number > 0 && number != desk.session->getExpectedTargetNum() && ended == desk.session->getExpectedSenderNum();
    }

    void noteLogout(const FIX::Message& message, const FIX::SessionID& id)
    {
        FIX::MsgType type;
        message.getHeader().getField(type);
        const auto desk = m_desks.find(id.getTargetCompID().getValue());
        if (type == FIX::MsgType_Logout && desk != m_desks.end())
            desk->second.logoutSeen = true;
    }

    void onCreate(const FIX::SessionID&) override {}
    void onLogon(const FIX::SessionID& id) override
    {
        const auto desk = m_desks.find(id.getTargetCompID().getValue());
        if (desk != m_desks.end()) {
            desk->second.session->setResetOnLogon(false);
            std::remove(desk->second.endFile.c_str());
        }
        m_listener.onLogon(id.getTargetCompID().getValue());
    }
    void onLogout(const FIX::SessionID& id) override { m_listener.onLogout(id.getTargetCompID().getValue()); }
    void toAdmin(FIX::Message& message, const FIX::SessionID& id) override { noteLogout(message, id); }
    // Old prices are worth nothing: their numbers are filled instead.
    void toApp(FIX::Message& message, const FIX::SessionID&) throw(FIX::DoNotSend) override
    {
        FIX::MsgType type;
        FIX::PossDupFlag again(false);
        message.getHeader().getField(type);
        message.getHeader().getFieldIfSet(again);
        if (again && (type == FIX::MsgType_MarketDataSnapshotFullRefresh || type == FIX::MsgType_MarketDataIncrementalRefresh))
            throw FIX::DoNotSend();
    }
    void fromAdmin(const FIX::Message& message, const FIX::SessionID& id)
        throw(FIX::FieldNotFound, FIX::IncorrectDataFormat, FIX::IncorrectTagValue, FIX::RejectLogon) override
    {
        noteLogout(message, id);
    }
    void fromApp(const FIX::Message& message, const FIX::SessionID& id)
        throw(FIX::FieldNotFound, FIX::IncorrectDataFormat, FIX::IncorrectTagValue, FIX::UnsupportedMessageType) override
    {
        if (m_listener.onMessage(id.getTargetCompID().getValue(), parseWire(message.toString())) == Verdict::UnsupportedType)
            throw FIX::UnsupportedMessageType();
    }

    EngineSettings m_settings;
    SessionListener& m_listener;
    EventLogFactory m_logs;
    EndlessStoreFactory m_stores;
    FIX::SessionFactory m_factory;
    std::map<std::string, Desk> m_desks; // by counterparty
};

BytesConnection::~BytesConnection()
{
    if (m_desk != nullptr)
        m_engine.guarded("", [&] { m_engine.leave(*m_desk); });
}

bool BytesConnection::receive(const char* bytes, std::size_t size)
{
    m_held += size;
    if (m_held > kLongestMessage || !m_responder.open())
        return false;
    m_parser.addToStream(bytes, size);
    for (;;) {
        std::string wire;
        try {
            if (!m_parser.readFixMessage(wire))
                return true;
        } catch (const FIX::MessageParseError&) {
            wire.clear(); // an impossible length: the parser has left it behind
        }
        m_held = 0;
        if (!take(wire) || !m_responder.open())
            return false;
    }
}

bool BytesConnection::take(const std::string& wire)
{
    const bool first = m_desk == nullptr;
    if (first)
        m_desk = m_engine.adopt(wire, m_responder);
    if (m_desk == nullptr)
        return false;
    if (wire.empty())
        return true;
    bool keep = true;
    const bool understood = m_engine.guarded("", [&] {
        try {
            m_desk->session->next(wire, FIX::UtcTimeStamp());
        } catch (const FIX::InvalidMessage&) {
            keep = m_desk->session->isLoggedOn(); // garbled: ignored, unless it was to be the Logon
        }
    });
    return understood && keep;
}

} // namespace

std::unique_ptr<SessionEngine> SessionEngine::create(const EngineSettings& settings, SessionListener& listener, std::string& error)
{
    try {
        auto engine = std::make_unique<Engine>(settings, listener);
        engine->open();
        return engine;
    } catch (const std::exception& trouble) {
        error = trouble.what();
        return nullptr;
    }
}

} // namespace fix
} // namespace rialto
