// SPDX-License-Identifier: GPL-3.0-or-later
// FixServer: the sockets and the clock of a FixGateway, in the thread (with an event loop) that makes it. It listens on the loopback
// address unless told otherwise, hangs up on who does not log on within ten seconds, and drops who does not read what is sent.
#pragma once

#include "api/fix/fix_gateway.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace rialto::fix {

class FixServer final : public QObject {
public:
    explicit FixServer(FixGateway& gateway);
    ~FixServer() override;

    /// Errors: fix.port (it is taken, or may not be used).
    Result<void> listen(const std::string& address, quint16 port);
    quint16 port() const { return m_server.serverPort(); }
    /// Takes no more connections, says Logout, gives the counterparties a moment to answer, and then calls `done`.
    void close(std::function<void()> done);

private:
    class Peer;
    void onConnection();
    void onTick();
    void sweep();

    FixGateway& m_gateway;
    QTcpServer m_server;
    QTimer m_timer;
    std::vector<std::unique_ptr<Peer>> m_peers;
    std::function<void()> m_done; // while closing
    QElapsedTimer m_closing;
};

} // namespace rialto::fix
