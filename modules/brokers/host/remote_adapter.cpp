// SPDX-License-Identifier: GPL-3.0-or-later
#include "brokers/host/remote_adapter.h"

#include "brokers/wire/broker_message.h"
#include "brokers/wire/frame.h"

#include <nlohmann/json.hpp>

#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QRandomGenerator>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>

namespace rialto {

namespace {

constexpr std::size_t kMostMarketData = 50'000; // waiting; orders' events always find room
constexpr int kLookEveryMillis = 200;
constexpr qint64 kStableMillis = 60'000;        // a host that lived so long begins with short pauses again

std::string randomWord()
{
    std::string word;
    for (int i = 0; i < 4; ++i)
        word += QString::number(QRandomGenerator::system()->generate64(), 16).toStdString();
    return word;
}

bool isMarketData(const BrokerEvent& event)
{
    return std::holds_alternative<Quote>(event) || std::holds_alternative<TradePrint>(event) || std::holds_alternative<DepthUpdate>(event);
}

} // namespace

// Everything below `io` happens on the thread m_thread; what both sides touch is behind m_mutex.
class RemoteAdapter::Link {
public:
    explicit Link(HostTerms terms) : m_terms(std::move(terms))
    {
        m_thread.setObjectName(QStringLiteral("broker host"));
        m_context.moveToThread(&m_thread);
        m_thread.start();
        run([this] { launch(); });
    }
    ~Link()
    {
        run([this] {
            m_leaving = true;
            drop();
            m_look.reset();
            m_server.reset();
            m_thread.quit();
        });
        m_thread.wait();
    }

    Result<void> waitUntilReady()
    {
        std::unique_lock lock(m_mutex);
        const bool heard = m_changed.wait_for(lock, std::chrono::milliseconds(m_terms.openMillis), [this] { return m_ready || m_failure; });
        if (!heard)
            return unavailable("broker.host-silent", m_terms.program);
        if (m_failure)
            return *m_failure;
        return {};
    }

    void say(BrokerVerb verb)
    {
        run([this, verb = std::move(verb)] {
            remember(verb);
            if (m_socket && m_hostReady)
                m_socket->write(QByteArray::fromStdString(frame(FrameKind::Verb, toMessage(verb))));
            else if (!std::holds_alternative<StartVerb>(verb) && !std::holds_alternative<StopVerb>(verb))
                ++m_lost;
        });
    }

    std::vector<BrokerEvent> take()
    {
        const std::lock_guard lock(m_mutex);
        m_marketData = 0;
        return std::exchange(m_events, {});
    }
    BrokerCapabilities capabilities()
    {
        const std::lock_guard lock(m_mutex);
        return m_capabilities;
    }

    const HostTerms m_terms;
    std::atomic<std::int64_t> m_pid{0};
    std::atomic<int> m_starts{0};
    std::atomic<std::uint64_t> m_lost{0};

private:
    template <class Act>
    void run(Act act)
    {
        QMetaObject::invokeMethod(&m_context, std::move(act), Qt::QueuedConnection);
    }

    // io
    void launch()
    {
        m_token = randomWord();
        m_server = std::make_unique<QLocalServer>();
        m_server->setSocketOptions(QLocalServer::UserAccessOption);
        m_server->setMaxPendingConnections(1);
        if (!m_server->listen(QStringLiteral("rialto-broker-") + QString::fromStdString(randomWord().substr(0, 20)))) {
            fail(unavailable("broker.host-missing", m_server->errorString().toStdString()));
            return again();
        }
        QObject::connect(m_server.get(), &QLocalServer::newConnection, &m_context, [this] { accept(); });

        m_process = std::make_unique<QProcess>();
        m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process->setStandardOutputFile(QProcess::nullDevice());
        QObject::connect(m_process.get(), &QProcess::finished, &m_context, [this] { ended("broker.host-ended"); });
        QObject::connect(m_process.get(), &QProcess::errorOccurred, &m_context, [this](QProcess::ProcessError error) {
            if (error != QProcess::FailedToStart)
                return;
            fail(unavailable("broker.host-missing", m_terms.program));
            ended("broker.host-ended");
        });
        QStringList arguments{QStringLiteral("--socket"), m_server->fullServerName(), QStringLiteral("--adapter"), QString::fromStdString(m_terms.adapter),
            QStringLiteral("--memory-mb"), QString::number(m_terms.memoryMegabytes)};
        if (!m_terms.library.empty())
            arguments << QStringLiteral("--library") << QString::fromStdString(m_terms.library);
        m_process->start(QString::fromStdString(m_terms.program), arguments);
        if (!m_process) // it failed at once, and said so from within
            return;
        m_process->write(QByteArray::fromStdString(m_token + "\n"));
        m_process->closeWriteChannel();
        m_pid = m_process->processId();
        ++m_starts;
        m_life.start();
        m_heard.start();
        if (!m_look) {
            m_look = std::make_unique<QTimer>();
            QObject::connect(m_look.get(), &QTimer::timeout, &m_context, [this] { look(); });
            m_look->start(kLookEveryMillis);
        }
    }

    void accept()
    {
        if (m_socket)
            return;
        m_socket.reset(m_server->nextPendingConnection());
        if (!m_socket)
            return;
        m_socket->setParent(nullptr);
        m_reader = FrameReader(kLargestMessage);
        QObject::connect(m_socket.get(), &QLocalSocket::readyRead, &m_context, [this] { read(); });
        QObject::connect(m_socket.get(), &QLocalSocket::disconnected, &m_context, [this] { ended("broker.host-ended"); });
        read();
    }

    void read()
    {
        if (!m_socket)
            return;
        const QByteArray bytes = m_socket->readAll();
        m_reader.add({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        m_heard.restart();
        while (m_socket) {
            const auto next = m_reader.next();
            if (!next)
                break;
            if (!onFrame(*next))
                return ended("broker.host-nonsense");
        }
        if (m_reader.broken())
            ended("broker.host-nonsense");
    }

    bool onFrame(const FrameReader::Frame& said)
    {
        switch (said.kind) {
        case FrameKind::Alive: return true;
        case FrameKind::Hello: {
            if (said.content != m_token || m_welcomed)
                return false;
            m_welcomed = true;
            const nlohmann::json hello{{"settings", m_terms.settings}, {"secret", m_terms.secret}};
            m_socket->write(QByteArray::fromStdString(frame(FrameKind::Hello, hello.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace))));
            return true;
        }
        case FrameKind::Refused: fail(invalid("broker.host-refused", said.content.substr(0, 500))); return m_welcomed;
        case FrameKind::Ready: return m_welcomed && onReady(said.content);
        case FrameKind::Event: {
            const auto event = m_hostReady ? parseEvent(said.content) : Result<BrokerEvent>(invalid("broker.message-malformed"));
            if (event)
                push(*event);
            return event.ok();
        }
        case FrameKind::Verb: return false;
        }
        return false;
    }

    bool onReady(const std::string& content)
    {
        auto capabilities = parseCapabilities(content);
        if (!capabilities)
            return false;
        m_hostReady = true;
        {
            const std::lock_guard lock(m_mutex);
            m_capabilities = std::move(*capabilities);
            m_ready = true;
        }
        m_changed.notify_all();
        if (m_running)
            m_socket->write(QByteArray::fromStdString(frame(FrameKind::Verb, toMessage(StartVerb{}))));
        for (const InstrumentId instrument : m_subscribed)
            m_socket->write(QByteArray::fromStdString(frame(FrameKind::Verb, toMessage(BrokerVerb(SubscribeVerb{instrument})))));
        return true;
    }

    void look()
    {
        if (m_socket && m_hostReady)
            m_socket->write(QByteArray::fromStdString(frame(FrameKind::Alive, "")));
        if (m_process && m_heard.elapsed() > (m_hostReady ? m_terms.silenceMillis : std::max(m_terms.silenceMillis, m_terms.openMillis)))
            ended("broker.host-silent");
    }

    void ended(const char* reason)
    {
        if (!m_process || m_leaving)
            return;
        drop();
        if (m_running)
            push(ConnectionChanged{ConnectionState::Lost, reason});
        again();
    }

    // After a while that grows with each start that did not last.
    void again()
    {
        const bool lasted = m_life.isValid() && m_life.elapsed() > kStableMillis;
        m_pause = lasted || m_pause == 0 ? m_terms.firstPauseMillis : std::min(m_pause * 2, m_terms.longestPauseMillis);
        QTimer::singleShot(m_pause, &m_context, [this] {
            if (!m_leaving && !m_process)
                launch();
        });
    }

    void drop()
    {
        m_hostReady = false;
        m_welcomed = false;
        if (m_socket) {
            m_socket->disconnect(&m_context);
            m_socket->abort();
            m_socket.release()->deleteLater(); // we may be inside one of its signals
        }
        if (m_server) {
            m_server->close();
            m_server.release()->deleteLater();
        }
        if (m_process) {
            m_process->disconnect(&m_context);
            m_process->kill();
            m_process->waitForFinished(2000);
            m_process.release()->deleteLater();
        }
        m_pid = 0;
    }

    void fail(const Error& error)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_ready)
                m_failure = error;
        }
        m_changed.notify_all();
    }

    void remember(const BrokerVerb& verb)
    {
        if (std::holds_alternative<StartVerb>(verb))
            m_running = true;
        else if (std::holds_alternative<StopVerb>(verb)) {
            if (m_running && !m_hostReady)
                push(ConnectionChanged{ConnectionState::Stopped, ""});
            m_running = false;
        } else if (const auto* subscribe = std::get_if<SubscribeVerb>(&verb))
            m_subscribed.insert(subscribe->instrument);
        else if (const auto* unsubscribe = std::get_if<UnsubscribeVerb>(&verb))
            m_subscribed.erase(unsubscribe->instrument);
    }

    void push(const BrokerEvent& event)
    {
        const std::lock_guard lock(m_mutex);
        if (isMarketData(event) && ++m_marketData > kMostMarketData)
            return;
        m_events.push_back(event);
    }

    QThread m_thread;
    QObject m_context;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<BrokerEvent> m_events;
    std::size_t m_marketData = 0;
    BrokerCapabilities m_capabilities;
    std::optional<Error> m_failure;
    bool m_ready = false;

    std::unique_ptr<QLocalServer> m_server;
    std::unique_ptr<QLocalSocket> m_socket;
    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<QTimer> m_look;
    FrameReader m_reader{kLargestMessage};
    QElapsedTimer m_life;
    QElapsedTimer m_heard;
    std::string m_token;
    std::set<InstrumentId> m_subscribed;
    int m_pause = 0;
    bool m_hostReady = false;
    bool m_welcomed = false;
    bool m_running = false;
    bool m_leaving = false;
};

RemoteAdapter::RemoteAdapter(std::unique_ptr<Link> link) : m_link(std::move(link)) {}
RemoteAdapter::~RemoteAdapter() = default;

Result<std::unique_ptr<RemoteAdapter>> RemoteAdapter::open(HostTerms terms)
{
    if (!QFileInfo(QString::fromStdString(terms.program)).isExecutable())
        return notFound("broker.host-missing", terms.program + " is not there; it belongs beside this program");
    auto link = std::make_unique<Link>(std::move(terms));
    if (const auto ready = link->waitUntilReady(); !ready)
        return ready.error();
    return std::unique_ptr<RemoteAdapter>(new RemoteAdapter(std::move(link)));
}

std::string RemoteAdapter::id() const { return m_link->m_terms.adapter; }
BrokerCapabilities RemoteAdapter::capabilities() const { return m_link->capabilities(); }
void RemoteAdapter::start() { m_link->say(StartVerb{}); }
void RemoteAdapter::stop() { m_link->say(StopVerb{}); }
void RemoteAdapter::submit(const BrokerOrder& order) { m_link->say(SubmitVerb{order}); }
void RemoteAdapter::replace(OrderId order, Quantity quantity, Price limit) { m_link->say(ReplaceVerb{order, quantity, limit}); }
void RemoteAdapter::cancel(OrderId order) { m_link->say(CancelVerb{order}); }
void RemoteAdapter::subscribe(InstrumentId instrument) { m_link->say(SubscribeVerb{instrument}); }
void RemoteAdapter::unsubscribe(InstrumentId instrument) { m_link->say(UnsubscribeVerb{instrument}); }
void RemoteAdapter::requestState(Timestamp since) { m_link->say(StateVerb{since}); }
std::int64_t RemoteAdapter::hostPid() const { return m_link->m_pid; }
int RemoteAdapter::starts() const { return m_link->m_starts; }
std::uint64_t RemoteAdapter::lostVerbs() const { return m_link->m_lost; }

void RemoteAdapter::poll(Timestamp, BrokerEventSink& sink)
{
    for (const BrokerEvent& event : m_link->take())
        sink.onBrokerEvent(event);
}

} // namespace rialto
