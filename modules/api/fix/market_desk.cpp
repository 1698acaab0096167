// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/fix/market_desk.h"

#include "api/fix/fix_terms.h"

#include <algorithm>
#include <set>

namespace rialto::fix {

namespace {

constexpr std::size_t kMostLevels = 10;
constexpr std::size_t kMostRequests = 100;
constexpr std::size_t kMostSymbols = 1000;
constexpr std::size_t kSymbolsInOneList = 50;

} // namespace

bool MarketDesk::Request::wants(const char* kind) const { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); }

bool MarketDesk::handle(const FixMessage& message)
{
    if (message.type == "V")
        subscribe(message);
    else if (message.type == "x")
        list(message);
    else
        return false;
    return true;
}

void MarketDesk::refuse(const std::string& id, const char* reason, const std::string& text)
{
    FixMessage message("Y");
    message.add(262, id).add(281, reason).add(58, text);
    (void)m_engine.send(m_session, message);
}

void MarketDesk::subscribe(const FixMessage& message)
{
    const std::string id = message.text(262);
    const std::string action = message.text(263);
    const auto known = m_requests.find(id);
    if (action == "2") {
        if (known == m_requests.end())
            return refuse(id, "0", "no such subscription");
        return end(known);
    }
    if (known != m_requests.end())
        return refuse(id, "1", "MDReqID is in use");
    if (action != "0" && action != "1")
        return refuse(id, "4", "SubscriptionRequestType must be 0, 1 or 2");
    if (m_requests.size() >= kMostRequests)
        return refuse(id, "2", "too many subscriptions");
    Request request;
    request.id = id;
    request.once = action == "0";
    request.incremental = message.text(265) != "0";
    request.kinds = message.all(269);
    const static std::set<std::string> offered{"0", "1", "2", "4", "7", "8", "B"};
    for (const auto& kind : request.kinds)
        if (offered.count(kind) == 0)
            return refuse(id, "8", "MDEntryType " + kind + " is not offered");
    const auto depth = parseDecimal(message.text(264).empty() ? "1" : message.text(264), 0);
    if (!depth || *depth < 0)
        return refuse(id, "5", "MarketDepth must be 0 or more");
    request.depth = *depth == 0 ? kMostLevels : std::min<std::size_t>(static_cast<std::size_t>(*depth), kMostLevels);
    const auto symbols = message.all(55);
    if (symbols.empty() || symbols.size() > kMostSymbols)
        return refuse(id, "0", "a request names 1 to 1000 symbols");
    const auto book = m_services.book();
    for (const auto& symbol : symbols) {
        const auto& all = *book->instruments;
        const auto found = std::find_if(all.begin(), all.end(), [&](const Instrument& each) { return each.symbol == symbol; });
        if (found == all.end())
            return refuse(id, "0", "Symbol is not listed: " + symbol);
        request.watched.push_back({*found, {}, {}, false});
    }
    auto& kept = m_requests.emplace(id, std::move(request)).first->second;
    for (auto& watched : kept.watched) {
        if (kept.depth > 1)
            m_watch(watched.instrument.id, true);
        Quote quote;
        (void)m_services.market().latest(watched.instrument.id, quote); // an empty picture until there is a quote
        if (kept.depth == 1 || m_depths.count(watched.instrument.id) != 0 || kept.once)
            snapshot(kept, watched, quote);
    }
    if (kept.once)
        end(m_requests.find(id));
}

void MarketDesk::end(std::map<std::string, Request>::iterator request)
{
    if (request->second.depth > 1)
        for (const auto& watched : request->second.watched)
            m_watch(watched.instrument.id, false);
    m_requests.erase(request);
}

void MarketDesk::forgetAll()
{
    while (!m_requests.empty())
        end(m_requests.begin());
    m_depths.clear();
}

MarketDesk::Levels MarketDesk::side(const Quote& quote, bool bids)
{
    const Quantity size = bids ? quote.bidSize : quote.askSize;
    return size.isPositive() ? Levels{{bids ? quote.bid : quote.ask, size}} : Levels{};
}

MarketDesk::Levels MarketDesk::side(const std::vector<DepthLevel>& levels, std::size_t most)
{
    Levels entries;
    for (const auto& level : levels)
        if (entries.size() < most)
            entries.push_back({level.price, level.quantity});
    return entries;
}

void MarketDesk::snapshot(Request& request, Watched& watched, const Quote& quote)
{
    const auto depth = m_depths.find(watched.instrument.id);
    const bool deep = request.depth > 1 && depth != m_depths.end();
    watched.bids = deep ? side(depth->second.bids, request.depth) : side(quote, true);
    watched.asks = deep ? side(depth->second.asks, request.depth) : side(quote, false);
    watched.told = true;
    std::vector<FixField> group;
    int entries = 0;
    const auto entry = [&](const char* kind, const Price& price, const Quantity& size) {
        ++entries;
        group.push_back({269, kind});
        group.push_back({270, price.text()});
        if (size.isPositive())
            group.push_back({271, size.text()});
    };
    for (const bool bids : {true, false}) {
        if (!request.wants(bids ? "0" : "1"))
            continue;
        int position = 0;
        for (const auto& level : bids ? watched.bids : watched.asks) {
            entry(bids ? "0" : "1", level.price, level.size);
            group.push_back({290, std::to_string(++position)});
        }
    }
    if (quote.hasLast()) {
        if (request.wants("2"))
            entry("2", quote.last, quote.lastSize);
        if (request.wants("4"))
            entry("4", quote.open, Quantity());
        if (request.wants("7"))
            entry("7", quote.high, Quantity());
        if (request.wants("8"))
            entry("8", quote.low, Quantity());
        if (request.wants("B")) {
            ++entries;
            group.push_back({269, "B"});
            group.push_back({271, quote.volume.text()});
        }
    }
    FixMessage message("W");
    message.add(262, request.id).add(55, watched.instrument.symbol).add(268, entries);
    message.fields.insert(message.fields.end(), group.begin(), group.end());
    (void)m_engine.send(m_session, message);
}

void MarketDesk::refresh(Request& request, Watched& watched, const Quote* quote, const DepthUpdate* depth)
{
    std::vector<FixField> group;
    int entries = 0;
    for (const bool bids : {true, false}) {
        const char* kind = bids ? "0" : "1";
        Levels& old = bids ? watched.bids : watched.asks;
        if (!request.wants(kind))
            continue;
        if ((request.depth == 1 && quote == nullptr) || (request.depth > 1 && depth == nullptr))
            continue;
        const Levels now = request.depth == 1 ? side(*quote, bids) : side(bids ? depth->bids : depth->asks, request.depth);
        for (std::size_t i = 0; i < std::max(now.size(), old.size()); ++i) {
            if (i < now.size() && i < old.size() && now[i] == old[i])
                continue;
            const bool gone = i >= now.size();
            const Entry& level = gone ? old[i] : now[i];
            group.push_back({279, gone ? "2" : i < old.size() ? "1" : "0"});
            group.push_back({269, kind});
            group.push_back({55, watched.instrument.symbol});
            group.push_back({270, level.price.text()});
            group.push_back({271, level.size.text()});
            group.push_back({290, std::to_string(i + 1)});
            ++entries;
        }
        old = now;
    }
    if (entries == 0)
        return;
    FixMessage message("X");
    message.add(262, request.id).add(268, entries);
    message.fields.insert(message.fields.end(), group.begin(), group.end());
    (void)m_engine.send(m_session, message);
}

void MarketDesk::onMarket(const MarketBoard::Changes& changes)
{
    for (const auto& depth : changes.depths)
        m_depths[depth.instrument] = depth;
    for (auto& [id, request] : m_requests) {
        for (auto& watched : request.watched) {
            const InstrumentId instrument = watched.instrument.id;
            const auto quote = std::find_if(changes.quotes.begin(), changes.quotes.end(), [&](const Quote& each) { return each.instrument == instrument; });
            const auto depth = std::find_if(changes.depths.begin(), changes.depths.end(), [&](const DepthUpdate& each) { return each.instrument == instrument; });
            const bool quoted = quote != changes.quotes.end();
            const bool deepened = depth != changes.depths.end();
            if (!quoted && !deepened)
                continue;
            if (!watched.told || !request.incremental) {
                if (request.depth > 1 && !deepened)
                    continue;
                Quote latest;
                (void)m_services.market().latest(instrument, latest);
                snapshot(request, watched, latest);
            } else {
                refresh(request, watched, quoted ? &*quote : nullptr, deepened ? &*depth : nullptr);
            }
        }
        if (!request.wants("2") || !request.incremental)
            continue;
        FixMessage trades("X");
        std::vector<FixField> group;
        int entries = 0;
        for (const auto& print : changes.prints) {
            const auto watched = std::find_if(request.watched.begin(), request.watched.end(), [&](const Watched& each) { return each.instrument.id == print.instrument; });
            if (watched == request.watched.end() || !watched->told)
                continue;
            group.push_back({279, "0"});
            group.push_back({269, "2"});
            group.push_back({55, watched->instrument.symbol});
            group.push_back({270, print.price.text()});
            group.push_back({271, print.quantity.text()});
            ++entries;
        }
        if (entries == 0)
            continue;
        trades.add(262, request.id).add(268, entries);
        trades.fields.insert(trades.fields.end(), group.begin(), group.end());
        (void)m_engine.send(m_session, trades);
    }
}

void MarketDesk::list(const FixMessage& message)
{
    const std::string kind = message.text(559);
    const std::string symbol = message.text(55);
    std::vector<const Instrument*> listed;
    const auto book = m_services.book();
    for (const auto& instrument : *book->instruments)
        if (instrument.tradable() && (kind == "4" || (kind == "0" && instrument.symbol == symbol)))
            listed.push_back(&instrument);
    const char* result = kind != "4" && kind != "0" ? "1" : listed.empty() ? "2" : "0"; // 560: invalid, none found, valid
    std::size_t at = 0;
    do {
        const std::size_t until = std::min(at + kSymbolsInOneList, listed.size());
        FixMessage answer("y");
        answer.add(320, message.text(320)).add(322, AppServices::newCommandId()).add(560, result);
        answer.add(393, static_cast<int>(listed.size())).add(893, until == listed.size() ? "Y" : "N");
        if (until > at)
            answer.add(146, static_cast<int>(until - at));
        for (; at < until; ++at) {
            const Instrument& each = *listed[at];
            answer.add(55, each.symbol).add(207, each.mic).add(107, each.name).add(15, each.spec.currency.code()).add(561, each.spec.lot.text());
        }
        (void)m_engine.send(m_session, answer);
    } while (at < listed.size());
}

} // namespace rialto::fix
