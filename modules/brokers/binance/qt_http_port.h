// SPDX-License-Identifier: GPL-3.0-or-later
// QtHttpPort: HttpPort over QNetworkAccessManager, for a thread with an event loop (rialto-adapter-host). An answer above 16 MiB and one
// that takes longer than ten seconds are none. The key goes into a header and nowhere else. Redirections are not followed.
#pragma once

#include "brokers/binance/http_port.h"

#include <QNetworkAccessManager>

namespace rialto::binance {

class QtHttpPort final : public HttpPort {
public:
    explicit QtHttpPort(const std::string& url);
    ~QtHttpPort() override;
    void send(const HttpRequest& request) override;
    std::vector<HttpReply> take() override { return std::exchange(m_replies, {}); }

private:
    std::string m_url;
    QNetworkAccessManager m_manager;
    std::vector<HttpReply> m_replies;
};

} // namespace rialto::binance
