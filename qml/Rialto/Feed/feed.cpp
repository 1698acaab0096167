// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed.h"

#include <QCoreApplication>
#include <QMetaObject>

namespace rialto {
namespace {

constexpr std::size_t kBusyQuotes = 64; // in one frame; more than any screen shows

} // namespace

Feed::Feed(AppServices& services, QObject* parent) : QObject(parent), m_services(services), m_book(services.book()), m_selection(new Selection(this))
{
    m_selection->setBook(m_book);
    m_session = services.session();
    connect(&m_timer, &QTimer::timeout, this, &Feed::tick);
}

void Feed::start(int milliseconds) { m_timer.start(milliseconds); }

void Feed::setSpeed(int speed)
{
    m_services.setSpeed(speed);
    m_session.speed = speed;
    emit sessionChanged();
}

void Feed::setLanguage(UiLanguage language)
{
    if (language == m_format.language())
        return;
    m_format = Format(language);
    m_format.setPrivate(m_private);
    emit languageChanged();
}

void Feed::setPrivate(bool on)
{
    if (on == m_private)
        return;
    m_private = on;
    m_format.setPrivate(on);
    emit languageChanged();
}

void Feed::tick()
{
    const auto changes = m_services.market().drain();
    ++m_frame;
    m_busy = changes.quotes.size() > kBusyQuotes;
    if (!changes.quotes.empty() || !changes.prints.empty() || !changes.depths.empty())
        emit marketChanged(changes);
    auto book = m_services.book();
    if (book != m_book) {
        m_book = std::move(book);
        m_selection->setBook(m_book);
        emit bookChanged(m_book);
    }
    m_session = m_services.session();
    emit sessionChanged();
    const auto alerts = m_services.takeAlerts();
    if (!alerts.empty())
        emit alerted(alerts);
    emit frameEnded();
}

void Feed::inGuiThread(std::function<void()> action)
{
    std::weak_ptr<int> alive = m_alive;
    // The application object outlives every feed, so posting to it is safe from the engine thread.
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [alive, action = std::move(action)] {
            if (!alive.expired())
                action();
        },
        Qt::QueuedConnection);
}

void Feed::command(EngineHost::Body body, ReplyHandler handler)
{
    m_services.command(std::move(body), [this, alive = std::weak_ptr<int>(m_alive), handler = std::move(handler)](const Result<Reply>& reply) {
        if (alive.expired() || !handler)
            return;
        inGuiThread([handler, reply] { handler(reply); });
    });
}

void Feed::query(std::function<void(const Engine&)> read, std::function<void()> done)
{
    m_services.query(reader(std::move(read), done), teller(done));
}

void Feed::queryClient(ClientId client, std::function<void(const Engine&)> read, std::function<void()> done)
{
    m_services.queryClient(client, reader(std::move(read), done), teller(done));
}

std::function<void(const Engine&)> Feed::reader(std::function<void(const Engine&)> read, std::function<void()> done)
{
    return [this, alive = std::weak_ptr<int>(m_alive), read = std::move(read), done = std::move(done)](const Engine& engine) {
        if (alive.expired())
            return;
        read(engine);
        inGuiThread(done);
    };
}

// Whom the guard refuses sees what they had.
std::function<void(const Error&)> Feed::teller(std::function<void()> done)
{
    return [this, alive = std::weak_ptr<int>(m_alive), done = std::move(done)](const Error&) {
        if (!alive.expired())
            inGuiThread(done);
    };
}

void Feed::preview(OrderRequest request, std::function<void(const OrderPreview&)> handler)
{
    m_services.preview(std::move(request), [this, alive = std::weak_ptr<int>(m_alive), handler = std::move(handler)](const OrderPreview& preview) {
        if (!alive.expired())
            inGuiThread([handler, preview] { handler(preview); });
    });
}

} // namespace rialto
