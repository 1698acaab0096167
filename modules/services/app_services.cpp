// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/app_services.h"

#include <fmt/format.h>

#include <chrono>
#include <random>
#include <utility>

namespace rialto {

namespace {

constexpr std::int64_t kStep = 100 * kNanosPerMilli;
constexpr std::size_t kMaxAlerts = 1000;

} // namespace

AppServices::~AppServices()
{
    (void)stop(); // a journal that failed has said so in session().failure; what was acknowledged is stored
}

Result<void> AppServices::makeHost()
{
    auto made = m_factory();
    if (!made)
        return made.error();
    m_host = std::move(made->host);
    m_hostTime = made->time;
    const auto started = m_host->start(m_hostTime);
    if (!started)
        return started.error();
    finishBatch(false);
    publishSnapshot(true);
    return {};
}

Result<void> AppServices::endHost()
{
    if (!m_host)
        return {};
    auto ended = m_host->stop(m_hostTime);
    publishSnapshot(false);
    m_host.reset();
    return ended;
}

Result<void> AppServices::open() { return makeHost(); }

Result<void> AppServices::run(Clock& clock, int speed)
{
    m_speed = speed;
    m_running = true;
    std::promise<Result<void>> opened;
    auto result = opened.get_future();
    m_thread = std::thread([this, &clock, &opened] {
        auto made = makeHost();
        const bool ok = made.ok();
        opened.set_value(std::move(made)); // `opened` is gone after this
        if (ok)
            loop(clock);
        m_ended = endHost();
    });
    auto made = result.get();
    if (!made)
        (void)stop();
    return made;
}

Result<void> AppServices::stop()
{
    if (!m_thread.joinable())
        return endHost();
    m_running = false;
    m_tasks.close();
    m_thread.join();
    return m_ended;
}

void AppServices::loop(Clock& clock)
{
    Timestamp last = clock.now();
    Timestamp lastPublish;
    while (m_running) {
        for (auto& task : m_tasks.drain(std::chrono::milliseconds(4)))
            task(*m_host);
        const Timestamp now = clock.now();
        // A machine that slept must not make the market race to catch up.
        const std::int64_t elapsed = std::min<std::int64_t>(now - last, 250 * kNanosPerMilli);
        last = now;
        m_hostTime = m_hostTime + elapsed * m_speed;
        finishBatch(true);
        if (now - lastPublish >= 40 * kNanosPerMilli) {
            publishSnapshot(false);
            lastPublish = now;
        }
    }
}

// One group commit: everything staged since the last one becomes durable together, then each handler hears its answer.
void AppServices::finishBatch(bool advanced)
{
    const auto committed = m_answers.empty() ? Result<void>() : m_host->commit();
    for (auto& answer : std::exchange(m_answers, {})) {
        if (!answer.handler)
            continue;
        if (committed)
            answer.handler(answer.reply);
        else
            answer.handler(committed.error());
    }
    if (advanced)
        (void)m_host->advance(m_hostTime); // its failure is in session().failure
    auto alerts = m_host->takeAlerts();
    const std::lock_guard lock(m_mutex);
    for (auto& alert : alerts)
        if (m_alerts.size() < kMaxAlerts)
            m_alerts.push_back(std::move(alert));
    m_status.venueTime = m_host->venueTime();
    m_status.tradingDay = m_host->tradingDay();
    m_status.speed = m_speed;
    m_status.simulated = m_host->broker().capabilities().simulated;
    m_status.failure = m_host->failure();
    m_status.bookVersion = m_host->bookVersion();
}

void AppServices::publishSnapshot(bool force)
{
    const auto version = m_host->bookVersion();
    {
        const std::lock_guard lock(m_mutex);
        if (!force && m_book && m_book->version == version && m_book->tradingDay == m_host->tradingDay())
            return;
    }
    auto book = m_maker.make(m_host->engine(), version, m_host->venueTime(), m_host->tradingDay());
    const std::lock_guard lock(m_mutex);
    m_book = std::move(book);
}

void AppServices::submit(Task task)
{
    if (m_thread.joinable()) {
        if (!m_tasks.tryPush(std::move(task)))
            return; // only after close(), when nobody waits for an answer any more
        return;
    }
    task(*m_host);
    finishBatch(false);
    publishSnapshot(false);
}

Result<void> AppServices::advanceTo(Timestamp time)
{
    Result<void> result;
    while (m_hostTime < time) {
        m_hostTime = m_hostTime + std::min<std::int64_t>(kStep, time - m_hostTime);
        result = m_host->advance(m_hostTime);
        if (!result)
            break;
    }
    finishBatch(false);
    publishSnapshot(false);
    return result;
}

void AppServices::command(EngineHost::Body body, ReplyHandler handler)
{
    submit([this, body = std::move(body), handler = std::move(handler)](EngineHost& host) mutable {
        m_answers.push_back({std::move(handler), host.stage(std::move(body), m_hostTime)});
    });
}

void AppServices::program(std::vector<EngineHost::Body> bodies, std::function<void(const Result<std::vector<Reply>>&)> handler)
{
    submit([this, bodies = std::move(bodies), handler = std::move(handler)](EngineHost& host) mutable {
        auto replies = std::make_shared<std::vector<Reply>>();
        replies->reserve(bodies.size());
        for (auto& body : bodies)
            replies->push_back(host.stage(std::move(body), m_hostTime));
        m_answers.push_back({[replies, handler = std::move(handler)](const Result<Reply>& committed) {
                                 if (committed)
                                     handler(std::move(*replies));
                                 else
                                     handler(committed.error());
                             },
            Reply()});
    });
}

void AppServices::cancelOrder(OrderId order, ReplyHandler handler)
{
    command(CancelOrder{newCommandId(), order}, std::move(handler));
}

void AppServices::replaceOrder(OrderId order, Quantity quantity, Price limit, ReplyHandler handler)
{
    command(ReplaceOrder{newCommandId(), order, quantity, limit}, std::move(handler));
}

void AppServices::cancelAll(AccountId account, ReplyHandler handler)
{
    submit([this, account, handler = std::move(handler)](EngineHost& host) mutable {
        Reply last;
        last.accepted = true;
        for (const OrderId id : host.engine().orders().openOrders()) {
            const Order* order = host.engine().orders().find(id);
            if (account.valid() && order->request.account != account)
                continue;
            const Reply reply = host.stage(CancelOrder{newCommandId(), id}, m_hostTime);
            if (!reply.accepted)
                last = reply;
        }
        m_answers.push_back({std::move(handler), last});
    });
}

void AppServices::preview(OrderRequest request, std::function<void(const OrderPreview&)> handler)
{
    query([request = std::move(request), handler = std::move(handler)](const Engine& engine) {
        OrderPreview preview;
        preview.refusals = engine.preview(request);
        const auto instrument = engine.instruments().find(request.instrument);
        if (instrument != engine.instruments().end()) {
            const Currency currency = instrument->second.spec.currency;
            const Quantity held = engine.ledger().position(request.account, request.instrument);
            preview.positionAfter = request.side == Side::Buy ? held + request.quantity : held - request.quantity;
            preview.availableBefore = engine.ledger().availableCash(request.account, currency);
            const bool cash = request.side == Side::Buy || instrument->second.assetClass() == AssetClass::Future;
            if (const auto need = engine.previewNeed(request); need && cash)
                preview.reserve = Money(*need, currency);
        }
        handler(preview);
    });
}

void AppServices::query(std::function<void(const Engine&)> reader)
{
    submit([reader = std::move(reader)](EngineHost& host) { reader(host.engine()); });
}

std::shared_ptr<const BookSnapshot> AppServices::book() const
{
    const std::lock_guard lock(m_mutex);
    return m_book;
}

SessionStatus AppServices::session() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

std::vector<Alert> AppServices::takeAlerts()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_alerts, {});
}

void AppServices::setSpeed(int speed) { m_speed = std::max(0, speed); }

void AppServices::stepOnce(std::int64_t nanos)
{
    submit([this, nanos](EngineHost&) { m_hostTime = m_hostTime + nanos; });
}

void AppServices::watchDepth(InstrumentId instrument)
{
    submit([instrument](EngineHost& host) { host.broker().subscribe(instrument); });
}

void AppServices::unwatchDepth(InstrumentId instrument)
{
    submit([instrument](EngineHost& host) { host.broker().unsubscribe(instrument); });
}

std::string AppServices::newCommandId()
{
    // 128 random bits from the system; ids must not repeat over machines and starts, so this is not the seeded Rng.
    thread_local std::random_device device;
    std::string id;
    for (int i = 0; i < 4; ++i)
        id += fmt::format("{:08x}", device());
    return id;
}

} // namespace rialto
