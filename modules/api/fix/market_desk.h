// SPDX-License-Identifier: GPL-3.0-or-later
// MarketDesk: one counterparty's market data: MarketDataRequest (V) answered by a snapshot (W) and then by incremental refreshes (X)
// or fresh snapshots, as asked; SecurityListRequest (x) answered by lists (y). Subscriptions end with the connection. A book of depth
// 1 comes from the quote, a deeper one (0 means all that there is, ten levels) from the depth feed. Entries are told by position: what
// changed, what is new, what is gone. The gateway's thread only.
#pragma once

#include "net/fix/session_engine.h"
#include "services/app_services.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace rialto::fix {

class MarketDesk {
public:
    using Watch = std::function<void(InstrumentId, bool)>;

    /// `watch` is told which instruments' depth begins and ceases to be needed.
    MarketDesk(std::string session, SessionEngine& engine, AppServices& services, Watch watch)
        : m_session(std::move(session)), m_engine(engine), m_services(services), m_watch(std::move(watch))
    {
    }

    /// V and x; false for another type.
    bool handle(const FixMessage& message);
    void onMarket(const MarketBoard::Changes& changes);
    void forgetAll();
    bool busy() const { return !m_requests.empty(); }

private:
    struct Entry {
        Price price;
        Quantity size;
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    using Levels = std::vector<Entry>; // best first
    struct Watched {
        Instrument instrument;
        Levels bids;
        Levels asks;
        bool told = false;
    };
    struct Request {
        std::string id;
        std::vector<std::string> kinds; // 269
        std::size_t depth = 1;
        bool incremental = true;
        bool once = false;
        std::vector<Watched> watched;
        bool wants(const char* kind) const;
    };

    void subscribe(const FixMessage& message);
    void list(const FixMessage& message);
    void refuse(const std::string& id, const char* reason, const std::string& text);
    void snapshot(Request& request, Watched& watched, const Quote& quote);
    void refresh(Request& request, Watched& watched, const Quote* quote, const DepthUpdate* depth);
    void end(std::map<std::string, Request>::iterator request);
    static Levels side(const Quote& quote, bool bids);
    static Levels side(const std::vector<DepthLevel>& levels, std::size_t most);

    std::string m_session;
    SessionEngine& m_engine;
    AppServices& m_services;
    Watch m_watch;
    std::map<std::string, Request> m_requests; // by MDReqID
    std::map<InstrumentId, DepthUpdate> m_depths;
};

} // namespace rialto::fix
