// SPDX-License-Identifier: GPL-3.0-or-later
// HostLoop: the other end of RemoteAdapter, inside rialto-adapter-host: takes verbs from the socket, lets the adapter work a few hundred
// times a second, and sends its events. Runs on the thread of a QCoreApplication; `done` is called once, with the program's exit code:
// 0 the workstation has gone, 1 the line or the settings were no good.
#pragma once

#include "base/result.h"
#include "brokers/broker_adapter.h"

#include <functional>
#include <memory>
#include <string>

namespace rialto {

class HostLoop {
public:
    using Make = std::function<Result<std::unique_ptr<BrokerAdapter>>(const std::string& settings, const std::string& secret)>;

    HostLoop(std::string token, Make make, std::function<void(int)> done);
    ~HostLoop();
    void connectTo(const std::string& socket);

private:
    class Line;
    std::unique_ptr<Line> m_line;
};

} // namespace rialto
