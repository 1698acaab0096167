// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/fix/fix_server.h"

#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace rialto::fix {

namespace {

constexpr int kTickMillis = 10;
constexpr qint64 kLogonMillis = 10'000;
constexpr qint64 kLogoutMillis = 2'000;
constexpr qint64 kMostUnsent = 64 << 20;
constexpr std::size_t kMostPeers = 64;

} // namespace

// A socket and the connection that it feeds. It only ever marks itself as finished; the server's sweep removes it.
class FixServer::Peer final : public Wire {
public:
    Peer(FixGateway& gateway, QTcpSocket* socket) : m_socket(socket)
    {
        m_connection = gateway.connect(*this);
        m_age.start();
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        QObject::connect(m_socket, &QTcpSocket::readyRead, m_socket, [this] { read(); });
        QObject::connect(m_socket, &QTcpSocket::disconnected, m_socket, [this] { m_finished = true; });
    }
    ~Peer() override
    {
        m_socket->disconnect();
        m_connection.reset();
        m_socket->flush();
        QObject::connect(m_socket, &QTcpSocket::disconnected, m_socket, &QObject::deleteLater);
        if (m_socket->bytesToWrite() > kMostUnsent)
            m_socket->abort();
        else
            m_socket->disconnectFromHost();
        if (m_socket->state() == QAbstractSocket::UnconnectedState)
            m_socket->deleteLater();
    }

    bool send(const std::string& bytes) override
    {
        if (m_finished || m_socket->bytesToWrite() > kMostUnsent)
            return false;
        return m_socket->write(bytes.data(), qint64(bytes.size())) == qint64(bytes.size());
    }
    void hangUp() override { m_finished = true; }

    void read()
    {
        while (!m_finished && m_socket->bytesAvailable() > 0) {
            const QByteArray bytes = m_socket->read(65'536);
            if (bytes.isEmpty() || !m_connection->receive(bytes.constData(), std::size_t(bytes.size())))
                m_finished = true;
        }
    }
    /// Takes note of an end that has arrived but was not looked at yet.
    void look()
    {
        if (!m_finished && m_socket->bytesAvailable() == 0)
            (void)m_socket->waitForReadyRead(0);
        m_finished = m_finished || m_socket->state() != QAbstractSocket::ConnectedState;
    }
    bool finished() const
    {
        return m_finished || m_socket->bytesToWrite() > kMostUnsent || (!m_connection->loggedOn() && m_age.elapsed() > kLogonMillis);
    }

private:
    QTcpSocket* m_socket;
    std::unique_ptr<Connection> m_connection;
    QElapsedTimer m_age;
    bool m_finished = false;
};

FixServer::FixServer(FixGateway& gateway) : m_gateway(gateway)
{
    QObject::connect(&m_server, &QTcpServer::newConnection, this, [this] { onConnection(); });
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, this, [this] { onTick(); });
}

FixServer::~FixServer() = default;

Result<void> FixServer::listen(const std::string& address, quint16 port)
{
    if (!m_server.listen(QHostAddress(QString::fromStdString(address)), port))
        return unavailable("fix.port", address + ":" + std::to_string(port) + " (" + m_server.errorString().toStdString() + ")");
    m_timer.start(kTickMillis);
    return {};
}

void FixServer::onConnection()
{
    // Who comes back at once after a broken line must not find the session taken by the ghost of the old one.
    for (const auto& peer : m_peers)
        peer->look();
    sweep();
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        if (m_peers.size() >= kMostPeers) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        m_peers.push_back(std::make_unique<Peer>(m_gateway, socket));
        m_peers.back()->read();
    }
}

void FixServer::onTick()
{
    m_gateway.tick();
    sweep();
    if (!m_done || (m_gateway.loggedOn() && m_closing.elapsed() < kLogoutMillis))
        return;
    m_timer.stop();
    m_peers.clear();
    std::exchange(m_done, nullptr)();
}

void FixServer::sweep()
{
    m_peers.erase(std::remove_if(m_peers.begin(), m_peers.end(), [](const auto& peer) { return peer->finished(); }), m_peers.end());
}

void FixServer::close(std::function<void()> done)
{
    m_server.close();
    m_gateway.logoutAll("");
    m_done = std::move(done);
    m_closing.start();
}

} // namespace rialto::fix
