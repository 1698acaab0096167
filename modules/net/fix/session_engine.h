// SPDX-License-Identifier: GPL-3.0-or-later
// SessionEngine: the FIX session layer of an acceptor (FIX.4.2, FIX.4.4, FIX.5.0SP2 over FIXT.1.1) on QuickFIX: logon, heartbeats,
// sequence numbers, gaps, resends, validation by a data dictionary, and a store on disk that a killed program goes on from.
// It has no sockets: whoever owns a connection hands bytes in and gets bytes out. One thread at a time, always the same.
// Errors of the environment (dictionary, store) come back as a sentence; what a counterparty does wrong is answered on the wire.
// Standard headers and C++14 only: QuickFIX's headers do not compile as anything later, and stay inside the .cpp files.
#pragma once

#include "net/fix/fix_message.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace rialto {
namespace fix {

/// What a Logon does to the numbers that are stored.
enum class ResetRule {
    WhenAsked, // only ResetSeqNumFlag (141=Y), as the specification has it
    Auto,      // also a Logon numbered 1; and, after an orderly Logout, one whose number does not continue from there
    Always     // every Logon begins anew
};

struct EngineSettings {
    std::string beginString;        // "FIX.4.2" "FIX.4.4" "FIXT.1.1"
    std::string applVersion;        // "FIX.5.0SP2", with FIXT.1.1 only
    std::string ownCompId;
    std::vector<std::string> counterparties;
    std::string storeFolder;        // made when absent
    std::string dictionary;         // file; of the application with FIXT.1.1
    std::string transportDictionary; // file; with FIXT.1.1 only
    ResetRule reset = ResetRule::Auto;
};

enum class Verdict {
    Accepted,
    UnsupportedType   // answered with a Business Message Reject
};

/// Told from inside `Connection::receive` and `SessionEngine::tick`. `session` is the counterparty's CompID.
class SessionListener {
public:
    virtual ~SessionListener() = default;
    virtual void onLogon(const std::string& session) = 0;
    virtual void onLogout(const std::string& session) = 0;
    /// The message counts as received when this returns: what must not be lost is durable by then.
    virtual Verdict onMessage(const std::string& session, const FixMessage& message) = 0;
    /// A line for the operator's log.
    virtual void onEvent(const std::string& session, const std::string& text) = 0;
};

/// The way out of one connection.
class Wire {
public:
    virtual ~Wire() = default;
    virtual bool send(const std::string& bytes) = 0;
    /// No more bytes will be read; what was sent before still goes out.
    virtual void hangUp() = 0;
};

/// One connection of a counterparty, until it is destroyed. A connection whose first message is no Logon of a known and free
/// session is hung up.
class Connection {
public:
    virtual ~Connection() = default;
    /// False: hang up. Holds at most a megabyte of an unfinished message.
    virtual bool receive(const char* bytes, std::size_t size) = 0;
    virtual bool loggedOn() const = 0;
};

class SessionEngine {
public:
    /// Null and a sentence when the dictionary or the store cannot be used.
    static std::unique_ptr<SessionEngine> create(const EngineSettings& settings, SessionListener& listener, std::string& error);
    virtual ~SessionEngine() = default;

    virtual std::unique_ptr<Connection> connect(Wire& wire) = 0;
    /// Heartbeats and timeouts; call a few times a second.
    virtual void tick() = 0;
    /// Numbers and stores the message, then sends it if the counterparty is there: otherwise it is resent when they ask for the gap.
    /// False when it could not be stored.
    virtual bool send(const std::string& session, const FixMessage& message) = 0;
    virtual bool loggedOn(const std::string& session) const = 0;
    /// The newest stored messages of this type: of the last thousand numbers that were sent.
    virtual std::vector<FixMessage> sent(const std::string& session, const std::string& type) const = 0;
    /// Says Logout to whoever is there; they answer within `tick`s.
    virtual void logoutAll(const std::string& reason) = 0;
};

} // namespace fix
} // namespace rialto
