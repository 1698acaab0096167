// SPDX-License-Identifier: GPL-3.0-or-later
// Market by order as CSV (decoded Databento records): ts_event_ns,...,action,side,order_id,price,size,flags. CLEAR empties the
// book, ADD, MODIFY and CANCEL (its size is what is removed) change it; FILL and TRADE do not. Flag 128 ends an event.
#include "integration/connector.h"
#include "integration/order_book_replay.h"
#include "integration/text_rows.h"

#include <map>

namespace rialto::integration {

namespace mbocsv {
namespace {

constexpr std::int64_t kLast = 128;
constexpr std::int64_t kSnapshot = 32;

/// The step as replays take it; End when nothing is changed by it.
market::MarketEvent eventOf(std::string_view action, Timestamp time, const OrderEvent& order)
{
    using Kind = market::MarketEventKind;
    market::MarketEvent event;
    event.time = time;
    event.bid = order.bid;
    event.orderId = order.orderId;
    event.price = order.price;
    event.size = order.size;
    const char first = action.empty() ? ' ' : action.front();
    event.kind = action == "R" || action == "CLEAR" ? Kind::Clear
               : first == 'A'                       ? Kind::Add
               : first == 'M'                       ? Kind::Modify
               : first == 'C'                       ? Kind::Reduce
               : first == 'F'                       ? Kind::Fill
               : first == 'T'                       ? Kind::Trade
                                                    : Kind::End;
    return event;
}

int recognise(const Payload& payload)
{
    const auto line = payload.firstLine();
    return line.find("order_id") != std::string_view::npos && line.find("action") != std::string_view::npos && line.find("side") != std::string_view::npos && line.find("price") != std::string_view::npos ? 90 : 0;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    std::map<std::string, std::size_t, std::less<>> at;
    std::map<std::string, OrderBookReplay, std::less<>> books;
    market::MarketEventSink* events = payload.options == nullptr ? nullptr : payload.options->events;
    const auto tell = [events](const std::string& symbol, const market::MarketEvent& event) {
        if (events != nullptr)
            events->onMarketEvent(symbol, event);
    };
    harvest.assume("trades become ticks; so does each change of the best prices at the end of an event");
    return forEachRow(payload.bytes, ',', [&](const TextRow& row) {
        if (row.row == 1) {
            for (std::size_t i = 0; i < row.fields.size(); ++i)
                at.emplace(std::string(trimSpaces(row.at(i))), i);
            return true;
        }
        const auto cell = [&](std::string_view name) {
            const auto found = at.find(name);
            return found == at.end() ? std::string_view() : trimSpaces(row.at(found->second));
        };
        const auto time = epochTime(cell(at.count("ts_event_ns") != 0 ? "ts_event_ns" : "ts_event"));
        const std::string action = upperCase(cell("action"));
        const std::string side = upperCase(cell("side"));
        if (!time) {
            harvest.reject(row.row, row.line, "ts_event", "time-malformed", std::string(cell("ts_event_ns").substr(0, 40)));
            return true;
        }
        const std::string symbol = payload.symbolOr(at.count("symbol") != 0 ? cell("symbol") : cell("instrument_id"));
        auto& book = books[symbol];
        const std::int64_t flags = wholeNumber(cell("flags")).value_or(0);
        OrderEvent event;
        event.bid = side == "BID" || side == "B" || side == "BUY";
        event.orderId = wholeNumber(cell("order_id")).value_or(0);
        const bool again = book.find(event.orderId) != nullptr && (action == "ADD" || action == "A");
        const char* code = nullptr;
        std::int64_t price = 0;
        std::int64_t size = 0;
        const bool clear = action == "CLEAR" || action == "R";
        const bool sized = !clear;
        if (sized && (!readFixed(cell("price"), price, code, harvest) || !readFixed(cell("size"), size, code, harvest))) {
            harvest.reject(row.row, row.line, "price", code, std::string(cell("price").substr(0, 20)) + " " + std::string(cell("size").substr(0, 20)));
            return true;
        }
        event.price = Price::fromRaw(price);
        event.size = Quantity::fromRaw(size);
        if (clear)
            book.clear();
        else if (action == "ADD" || action == "A")
            code = book.add(event, (flags & kSnapshot) != 0);
        else if (action == "MODIFY" || action == "M")
            code = book.modify(event);
        else if (action == "CANCEL" || action == "C")
            code = book.cancel(event);
        else if (action == "TRADE" || action == "T") {
            if (takeTrade(harvest, harvest.ticksOf(symbol, "mbo"), *time, cell("price"), cell("size"), {row.row, row.line, {}}))
                tell(symbol, eventOf(action, *time, event));
            return true;
        } else if (action != "FILL" && action != "F" && action != "NONE" && action != "N")
            code = "message-unknown";
        if (code != nullptr) {
            harvest.reject(row.row, row.line, action, code, "order " + std::string(cell("order_id").substr(0, 24)));
            return true;
        }
        harvest.accept();
        // A snapshot may repeat an order: for a replay it is the new one.
        if (events != nullptr && again)
            tell(symbol, eventOf("MODIFY", *time, event));
        else
            tell(symbol, eventOf(action, *time, event));
        if ((flags & kLast) != 0) {
            book.publish(*time, harvest.ticksOf(symbol, "mbo"));
            tell(symbol, eventOf("", *time, {}));
        }
        return true;
    });
}

} // namespace
} // namespace mbocsv

Connector mboCsvConnector() { return {"mbo-csv", "Market by order (CSV)", "depth", mbocsv::recognise, mbocsv::parse}; }

} // namespace rialto::integration
