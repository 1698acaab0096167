// SPDX-License-Identifier: GPL-3.0-or-later
// RemoteAdapter: a broker whose adapter runs in a process of its own (rialto-adapter-host), so that a library that crashes or hangs does
// not take this program along. The process is started here, watched and started again with growing pauses; its death, its silence and
// nonsense on the line are told as ConnectionChanged{Lost}. Verbs that are spoken while it is away are lost, as on any line:
// put a ReconcilingAdapter around it.
//
// Settings and keys travel over a local socket that only this user can open, to a process that knows a token which it got on its
// standard input: nothing of it stands in arguments, environment or logs. Frames: brokers/wire/frame.h.
//
// The port's verbs and `poll` are called from one thread and never block; sockets and the process live on a thread of its own.
// Reasons told: broker.host-ended, broker.host-silent, broker.host-nonsense, broker.host-refused.
#pragma once

#include "base/result.h"
#include "brokers/broker_adapter.h"

#include <cstdint>
#include <memory>
#include <string>

namespace rialto {

struct HostTerms {
    std::string program;      // rialto-adapter-host
    std::string adapter;      // id that the host knows
    std::string library;      // of adapter "plugin"
    std::string settings;     // JSON
    std::string secret;       // JSON, may be empty
    int memoryMegabytes = 1024;
    int silenceMillis = 5000; // without a sign of life the process is killed
    int firstPauseMillis = 250;
    int longestPauseMillis = 30'000;
    int openMillis = 15'000;  // for the first start
};

class RemoteAdapter final : public BrokerAdapter {
public:
    /// Waits until the host is ready. Errors: broker.host-missing, broker.host-refused (what it says), broker.host-silent.
    static Result<std::unique_ptr<RemoteAdapter>> open(HostTerms terms);
    ~RemoteAdapter() override;

    std::string id() const override;
    BrokerCapabilities capabilities() const override;
    void start() override;
    void stop() override;
    void submit(const BrokerOrder& order) override;
    void replace(OrderId order, Quantity quantity, Price limit) override;
    void cancel(OrderId order) override;
    void subscribe(InstrumentId instrument) override;
    void unsubscribe(InstrumentId instrument) override;
    void requestState(Timestamp since) override;
    void poll(Timestamp now, BrokerEventSink& sink) override;

    /// For tests and the status line.
    std::int64_t hostPid() const;
    int starts() const;
    std::uint64_t lostVerbs() const;

    class Link;

private:
    explicit RemoteAdapter(std::unique_ptr<Link> link);
    std::unique_ptr<Link> m_link;
};

} // namespace rialto
