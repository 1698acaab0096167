// SPDX-License-Identifier: GPL-3.0-or-later
// AppServices: the only door from screens, console and REST to the engine. Commands go in with a handler for the answer;
// state comes out as an immutable BookSnapshot and through the MarketBoard. After `run` the engine lives on a thread of its
// own and handlers are called there; after `open` (console, tests) every call works at once in the caller's thread and time
// passes only by `advanceTo`. Every call passes the Guard (services/guard.h) with the principal in force: a command that may not
// be is answered with the refusal security.not-permitted, one that a second person must approve with security.waits-for-approval;
// reads without an answer are left out and noted (`refusals`). Thread-safe, except that `open`, `run`, `stop` and `advanceTo` belong to the owner. The host is
// made, used and destroyed on the one thread that the engine lives on, because database connections belong to a thread.
#pragma once

#include "base/bounded_queue.h"
#include "security/user.h"
#include "services/book_snapshot.h"
#include "services/engine_host.h"
#include "services/market_board.h"

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace rialto {

/// An answer to a command: what the engine said, or why it could not be made durable.
using ReplyHandler = std::function<void(const Result<Reply>&)>;

struct OrderPreview {
    std::vector<Refusal> refusals;   // empty: the order would go out
    std::optional<Money> reserve;    // cash that would be set aside (buys, futures, FX)
    Quantity positionAfter;
    Money availableBefore;           // contract currency
};

/// The venue's clock as the user steers it.
struct SessionStatus {
    Timestamp venueTime;
    Date tradingDay;
    int speed = 1;                   // 0: paused
    ConnectionState connection = ConnectionState::Connected;
    bool simulated = true;
    std::uint64_t bookVersion = 0;
    std::optional<Error> failure;    // the journal cannot be written; nothing is accepted until it can
};

/// A host ready to start, and the time at which to start it; a protected book brings its users' store for the engine's thread.
struct HostStart {
    std::unique_ptr<EngineHost> host;
    Timestamp time;
    std::unique_ptr<security::SecurityStore> security{};
};

/// The last call that the guard left out.
class Refusals {
public:
    void put(const Error& error)
    {
        const std::lock_guard lock(m_mutex);
        m_last = error;
    }
    std::optional<Error> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_last, std::nullopt);
    }

private:
    std::mutex m_mutex;
    std::optional<Error> m_last;
};
using HostFactory = std::function<Result<HostStart>()>;

class AppServices {
public:
    AppServices(HostFactory factory, MarketBoard& board) : m_factory(std::move(factory)), m_board(board) {}
    ~AppServices();
    AppServices(const AppServices&) = delete;
    AppServices& operator=(const AppServices&) = delete;

    /// Makes and starts the host in the caller's thread.
    Result<void> open();
    /// Makes and starts the host on a thread of its own; time runs `speed` times as fast as `clock`. Returns when it is open.
    Result<void> run(Clock& clock, int speed);
    /// Commits, saves the checkpoint and ends the thread. Called by the destructor too.
    Result<void> stop();
    /// Without a thread: lets the venue live up to that time in steps of at most 100 ms.
    Result<void> advanceTo(Timestamp time);
    /// The time last handed to the host (not the venue's clock, which may skip nights). Only without a thread.
    Timestamp hostTime() const { return m_hostTime; }

    /// On whose behalf all calls from now on are made. The first one is the implicit local admin of an unprotected book.
    void setPrincipal(security::Principal principal);
    std::shared_ptr<const security::Principal> principal() const;
    /// Reads the policy of the security store again.
    void policyChanged();
    std::shared_ptr<Refusals> refusals() const { return m_refusals; }

    void command(EngineHost::Body body, ReplyHandler handler);
    void placeOrder(OrderRequest request, ReplyHandler handler) { command(PlaceOrder{std::move(request)}, std::move(handler)); }
    /// Many commands as one: staged together, durable in one transaction, sent together. One answer each, in their order.
    void program(std::vector<EngineHost::Body> bodies, std::function<void(const Result<std::vector<Reply>>&)> handler);
    void cancelOrder(OrderId order, ReplyHandler handler);
    void replaceOrder(OrderId order, Quantity quantity, Price limit, ReplyHandler handler);
    void cancelAll(AccountId account, ReplyHandler handler); // none: every account
    void preview(OrderRequest request, std::function<void(const OrderPreview&)> handler);
    /// Reads the engine where it lives; copy out what is needed. Only for who sees every client: scope cannot be kept in there.
    /// `refuse`, where given, is called instead when the guard says no; it is noted in `refusals` in any case.
    void query(std::function<void(const Engine&)> reader, std::function<void(const Error&)> refuse = {});
    /// The same for one client's part of it: who reads looks at nothing else. `refused` is called instead when the guard says no.
    void queryClient(ClientId client, std::function<void(const Engine&)> reader, std::function<void(const Error&)> refused);
    /// The newest price of an instrument, for anyone who sees the market.
    using MarkOf = std::function<std::optional<Price>(InstrumentId)>;
    void marks(std::function<void(const MarkOf&)> reader);
    /// A second person's answer to a command that waits. Carries it out when approved. Errors: security.approval-unknown,
    /// security.approval-decided, security.own-approval.
    void decideApproval(std::int64_t id, bool approve, std::string remark, ReplyHandler handler);
    /// A client as they are, not masked; kept in the audit log before it is shown. Errors: security.reason-missing, services.client-unknown.
    void revealClient(ClientId client, std::string reason, std::function<void(const Result<Client>&)> handler);
    /// For the audit log, in the name of the principal; the handler hears when it is durable.
    void note(AuditNote note, std::function<void(const Result<void>&)> handler = {});

    std::shared_ptr<const BookSnapshot> book() const;
    MarketBoard& market() { return m_board; }
    SessionStatus session() const;
    std::vector<Alert> takeAlerts();

    void setSpeed(int speed);        // 0 pauses
    void stepOnce(std::int64_t nanos); // while paused: let so much venue time pass
    void watchDepth(InstrumentId instrument);
    void unwatchDepth(InstrumentId instrument);

    /// A fresh command id: unique over all starts of all books.
    static std::string newCommandId();

private:
    struct Answer {
        ReplyHandler handler;
        Result<Reply> reply;
    };
    using Task = std::function<void(EngineHost&)>;

    Result<Reply> staged(const security::Principal& caller, EngineHost::Body body, EngineHost& host);
    Result<Reply> decided(const security::Principal& caller, std::int64_t id, bool approve, const std::string& remark, EngineHost& host);
    void readPolicy();
    Result<void> makeHost();
    Result<void> endHost();
    void submit(Task task);
    void loop(Clock& clock);
    void finishBatch(bool advanced);
    void publishSnapshot(bool force);

    HostFactory m_factory;
    std::unique_ptr<EngineHost> m_host;
    MarketBoard& m_board;
    BoundedQueue<Task> m_tasks{65536};
    std::vector<Answer> m_answers;      // of the batch being committed
    SnapshotMaker m_maker;
    std::thread m_thread;
    Result<void> m_ended;               // what stopping the host said
    std::atomic<bool> m_running{false};
    std::atomic<int> m_speed{1};
    Timestamp m_hostTime;               // the time that is handed to the host; engine thread
    std::unique_ptr<security::SecurityStore> m_security; // of a protected book; engine thread
    security::FourEyesPolicy m_policy;
    std::shared_ptr<Refusals> m_refusals = std::make_shared<Refusals>();

    mutable std::mutex m_mutex;         // guards what follows
    std::shared_ptr<const security::Principal> m_principal = std::make_shared<security::Principal>();
    std::shared_ptr<const BookSnapshot> m_book;
    std::shared_ptr<const BookSnapshot> m_view; // of it, as the principal may see it
    SessionStatus m_status;
    std::vector<Alert> m_alerts;
};

} // namespace rialto
