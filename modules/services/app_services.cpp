// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/app_services.h"

#include "services/guard.h"

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
    m_security = std::move(made->security);
    readPolicy();
    m_host->setActor(principal()->user);
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
    m_security.reset();
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
        if (committed || !answer.reply)
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
    m_view = guard::viewFor(*m_principal, m_book);
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
    submit([this, caller = principal(), body = std::move(body), handler = std::move(handler)](EngineHost& host) mutable {
        m_answers.push_back({std::move(handler), staged(*caller, std::move(body), host)});
    });
}

void AppServices::program(std::vector<EngineHost::Body> bodies, std::function<void(const Result<std::vector<Reply>>&)> handler)
{
    submit([this, caller = principal(), bodies = std::move(bodies), handler = std::move(handler)](EngineHost& host) mutable {
        auto replies = std::make_shared<std::vector<Reply>>();
        replies->reserve(bodies.size());
        for (auto& body : bodies) {
            auto reply = staged(*caller, std::move(body), host);
            if (!reply) { // what was staged before it stands and will be committed: only this one is refused
                const Error why = reply.error();
                reply = Reply();
                reply->refusals.push_back({why.code, why.detail});
            }
            replies->push_back(std::move(*reply));
        }
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
    submit([this, caller = principal(), account, handler = std::move(handler)](EngineHost& host) mutable {
        Reply last;
        last.accepted = true;
        if (const auto allowed = guard::check(*caller, ServiceCall::CancelAll); !allowed) {
            m_answers.push_back({std::move(handler), allowed.error()});
            return;
        }
        for (const OrderId id : host.engine().orders().openOrders()) {
            const Order* order = host.engine().orders().find(id);
            if (account.valid() && order->request.account != account)
                continue;
            if (!account.valid() && !caller->everyClient && !guard::check(*caller, CancelOrder{{}, id}, host.engine()))
                continue; // all means all that the caller looks after
            const auto reply = staged(*caller, CancelOrder{newCommandId(), id}, host);
            if (!reply)
                last = Reply{false, OrderId(), false, {{reply.error().code, reply.error().detail}}, {}, {}};
            else if (!reply->accepted)
                last = *reply;
        }
        m_answers.push_back({std::move(handler), last});
    });
}

void AppServices::preview(OrderRequest request, std::function<void(const OrderPreview&)> handler)
{
    submit([caller = principal(), request = std::move(request), handler = std::move(handler)](EngineHost& host) {
        const Engine& engine = host.engine();
        OrderPreview preview;
        if (const auto allowed = guard::check(*caller, ServiceCall::PreviewOrder, request.account, engine); !allowed) {
            preview.refusals.push_back({allowed.error().code, allowed.error().detail});
            handler(preview);
            return;
        }
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

void AppServices::query(std::function<void(const Engine&)> reader, std::function<void(const Error&)> refuse)
{
    submit([this, caller = principal(), reader = std::move(reader), refuse = std::move(refuse)](EngineHost& host) {
        const auto allowed = guard::checkWhole(*caller, ServiceCall::ReadLedger);
        if (allowed)
            return reader(host.engine());
        m_refusals->put(allowed.error());
        if (refuse)
            refuse(allowed.error());
    });
}

std::shared_ptr<const BookSnapshot> AppServices::book() const
{
    const std::lock_guard lock(m_mutex);
    return m_view;
}

SessionStatus AppServices::session() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

std::vector<Alert> AppServices::takeAlerts()
{
    const std::lock_guard lock(m_mutex);
    if (!guard::check(*m_principal, ServiceCall::ReadAlerts))
        return {};
    return std::exchange(m_alerts, {});
}

void AppServices::setSpeed(int speed)
{
    if (const auto allowed = guard::check(*principal(), ServiceCall::SetSpeed); allowed)
        m_speed = std::max(0, speed);
    else
        m_refusals->put(allowed.error());
}

void AppServices::stepOnce(std::int64_t nanos)
{
    if (const auto allowed = guard::check(*principal(), ServiceCall::StepOnce); allowed)
        submit([this, nanos](EngineHost&) { m_hostTime = m_hostTime + nanos; });
    else
        m_refusals->put(allowed.error());
}

void AppServices::watchDepth(InstrumentId instrument)
{
    if (guard::check(*principal(), ServiceCall::WatchDepth))
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
