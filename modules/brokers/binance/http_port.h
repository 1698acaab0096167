// SPDX-License-Identifier: GPL-3.0-or-later
// HttpPort: the adapter's way to a REST server, so that the protocol is a function of bytes and a test can be the server. `send` never
// blocks; answers come with `take`, each request at most once, in any order. Status 0: no answer (nobody knows whether the request
// arrived). One thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rialto::binance {

struct HttpRequest {
    std::uint64_t id = 0;
    std::string method;   // GET POST DELETE
    std::string target;   // path and query
    std::string apiKey;   // header X-MBX-APIKEY, "" for public requests
};

struct HttpReply {
    std::uint64_t id = 0;
    int status = 0;
    std::string body;
};

class HttpPort {
public:
    virtual ~HttpPort() = default;
    virtual void send(const HttpRequest& request) = 0;
    virtual std::vector<HttpReply> take() = 0;
};

} // namespace rialto::binance
