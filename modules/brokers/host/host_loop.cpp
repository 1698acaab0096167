// SPDX-License-Identifier: GPL-3.0-or-later
#include "brokers/host/host_loop.h"

#include "brokers/wire/broker_message.h"
#include "brokers/wire/frame.h"

#include <nlohmann/json.hpp>

#include <QElapsedTimer>
#include <QLocalSocket>
#include <QTimer>

#include <chrono>

namespace rialto {

namespace {

constexpr int kPollEveryMillis = 4;
constexpr qint64 kAliveEveryMillis = 500;
constexpr qint64 kMostUnsent = 16 * 1024 * 1024; // then market data is left out; words about orders never are

Timestamp hostTime()
{
    return Timestamp(std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count());
}

} // namespace

class HostLoop::Line : public BrokerEventSink {
public:
    Line(std::string token, Make make, std::function<void(int)> done) : m_token(std::move(token)), m_make(std::move(make)), m_done(std::move(done))
    {
        QObject::connect(&m_socket, &QLocalSocket::connected, &m_socket, [this] { send(FrameKind::Hello, m_token); });
        QObject::connect(&m_socket, &QLocalSocket::readyRead, &m_socket, [this] { read(); });
        QObject::connect(&m_socket, &QLocalSocket::disconnected, &m_socket, [this] { leave(0); });
        QObject::connect(&m_socket, &QLocalSocket::errorOccurred, &m_socket, [this] { leave(1); });
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { work(); });
    }

    void connectTo(const std::string& socket) { m_socket.connectToServer(QString::fromStdString(socket)); }

    void onBrokerEvent(const BrokerEvent& event) override
    {
        const bool ofOrders = std::holds_alternative<ExecutionReport>(event) || std::holds_alternative<BrokerState>(event) || std::holds_alternative<ConnectionChanged>(event)
            || std::holds_alternative<SessionClosed>(event);
        if (ofOrders || m_socket.bytesToWrite() < kMostUnsent)
            send(FrameKind::Event, toMessage(event));
    }

private:
    void send(FrameKind kind, const std::string& content)
    {
        const std::string bytes = frame(kind, content);
        m_socket.write(bytes.data(), static_cast<qint64>(bytes.size()));
    }

    void read()
    {
        const QByteArray bytes = m_socket.readAll();
        m_reader.add({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        while (const auto next = m_reader.next()) {
            if (next->kind == FrameKind::Hello && !m_adapter) {
                if (!create(next->content))
                    return;
            } else if (next->kind == FrameKind::Verb && m_adapter) {
                if (const auto verb = parseVerb(next->content))
                    perform(*verb, *m_adapter);
            } else if (next->kind != FrameKind::Alive) {
                return leave(1);
            }
        }
        if (m_reader.broken())
            leave(1);
    }

    bool create(const std::string& hello)
    {
        const auto json = nlohmann::json::parse(hello, nullptr, false);
        const bool fine = json.is_object() && json.contains("settings") && json["settings"].is_string() && json.contains("secret") && json["secret"].is_string();
        auto made = fine ? m_make(json["settings"].get<std::string>(), json["secret"].get<std::string>()) : Result<std::unique_ptr<BrokerAdapter>>(invalid("broker.settings", "the settings did not arrive"));
        if (!made) {
            send(FrameKind::Refused, made.error().text());
            m_socket.flush();
            m_socket.waitForBytesWritten(1000);
            leave(1);
            return false;
        }
        m_adapter = std::move(*made);
        send(FrameKind::Ready, toMessage(m_adapter->capabilities()));
        m_alive.start();
        m_timer.start(kPollEveryMillis);
        return true;
    }

    void work()
    {
        m_adapter->poll(hostTime(), *this);
        if (m_alive.elapsed() > kAliveEveryMillis) {
            m_alive.restart();
            send(FrameKind::Alive, "");
        }
    }

    void leave(int code)
    {
        m_timer.stop();
        if (auto done = std::exchange(m_done, nullptr))
            done(code);
    }

    std::string m_token;
    Make m_make;
    std::function<void(int)> m_done;
    std::unique_ptr<BrokerAdapter> m_adapter;
    FrameReader m_reader{kLargestMessage * 2};
    QElapsedTimer m_alive;
    QTimer m_timer;
    QLocalSocket m_socket;
};

HostLoop::HostLoop(std::string token, Make make, std::function<void(int)> done) : m_line(std::make_unique<Line>(std::move(token), std::move(make), std::move(done))) {}
HostLoop::~HostLoop() = default;
void HostLoop::connectTo(const std::string& socket) { m_line->connectTo(socket); }

} // namespace rialto
