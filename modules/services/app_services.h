// SPDX-License-Identifier: GPL-3.0-or-later
// AppServices: the only door from screens, console and REST to the engine. Commands go in with a handler for the answer;
// state comes out as an immutable BookSnapshot and through the MarketBoard. After `run` the engine lives on a thread of its
// own and handlers are called there; after `open` (console, tests) every call works at once in the caller's thread and time
// passes only by `advanceTo`. Thread-safe, except that `open`, `run`, `stop` and `advanceTo` belong to the owner. The host is
// made, used and destroyed on the one thread that the engine lives on, because database connections belong to a thread.
#pragma once

#include "base/bounded_queue.h"
#include "services/book_snapshot.h"
#include "services/engine_host.h"
#include "services/market_board.h"

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
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

/// A host ready to start, and the time at which to start it.
struct HostStart {
    std::unique_ptr<EngineHost> host;
    Timestamp time;
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

    void command(EngineHost::Body body, ReplyHandler handler);
    void placeOrder(OrderRequest request, ReplyHandler handler) { command(PlaceOrder{std::move(request)}, std::move(handler)); }
    /// Many commands as one: staged together, durable in one transaction, sent together. One answer each, in their order.
    void program(std::vector<EngineHost::Body> bodies, std::function<void(const Result<std::vector<Reply>>&)> handler);
    void cancelOrder(OrderId order, ReplyHandler handler);
    void replaceOrder(OrderId order, Quantity quantity, Price limit, ReplyHandler handler);
    void cancelAll(AccountId account, ReplyHandler handler); // none: every account
    void preview(OrderRequest request, std::function<void(const OrderPreview&)> handler);
    /// Reads the engine where it lives; copy out what is needed.
    void query(std::function<void(const Engine&)> reader);

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
        Reply reply;
    };
    using Task = std::function<void(EngineHost&)>;

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

    mutable std::mutex m_mutex;         // guards what follows
    std::shared_ptr<const BookSnapshot> m_book;
    SessionStatus m_status;
    std::vector<Alert> m_alerts;
};

} // namespace rialto
