// SPDX-License-Identifier: GPL-3.0-or-later
// Nasdaq TotalView-ITCH 5.0: messages of fixed length by type, each with a two-byte length before it (as in BinaryFILE and in
// SoupBin dumps), big endian; times in nanoseconds since midnight in New York, prices in ten-thousandths. Every message of the
// specification is checked for its length; those that change the book are applied to it.
#include "integration/connector.h"
#include "integration/order_book_replay.h"
#include "integration/text_rows.h"

#include <map>
#include <unordered_map>

namespace rialto::integration {

namespace itch {
namespace {

/// Lengths by the specification of 2014 and its amendments, 0: no such type.
constexpr std::size_t lengthOf(char type)
{
    switch (type) {
    case 'S': return 12;
    case 'R': return 39;
    case 'H': return 25;
    case 'Y': return 20;
    case 'L': return 26;
    case 'V': return 35;
    case 'W': return 12;
    case 'K': return 28;
    case 'J': return 35;
    case 'h': return 21;
    case 'A': return 36;
    case 'F': return 40;
    case 'E': return 31;
    case 'C': return 36;
    case 'X': return 23;
    case 'D': return 19;
    case 'U': return 35;
    case 'P': return 44;
    case 'Q': return 40;
    case 'B': return 19;
    case 'I': return 50;
    case 'N': return 20;
    case 'O': return 48;
    default: return 0;
    }
}

std::uint64_t big(std::string_view bytes, std::size_t at, int count)
{
    std::uint64_t value = 0;
    for (int i = 0; i < count; ++i)
        value = (value << 8) | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

std::string word(std::string_view bytes, std::size_t at, std::size_t count)
{
    std::string text(bytes.substr(at, count));
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text;
}

int recognise(const Payload& payload)
{
    // Three messages in a row with the lengths of their types are no accident.
    std::size_t at = 0;
    int good = 0;
    while (good < 3 && at + 3 <= payload.bytes.size()) {
        const std::size_t length = big(payload.bytes, at, 2);
        if (length == 0 || lengthOf(payload.bytes[at + 2]) != length)
            return 0;
        at += 2 + length;
        ++good;
    }
    return good >= 1 && (good == 3 || at == payload.bytes.size()) ? 99 : 0;
}

using Kind = market::MarketEventKind;

/// What a replay is told: one message is one step, and then the book is whole.
class Teller {
public:
    explicit Teller(const Payload& payload) : m_events(payload.options == nullptr ? nullptr : payload.options->events) {}
    void tell(const std::string& symbol, Timestamp time, Kind kind, const OrderEvent& order) const
    {
        if (m_events == nullptr)
            return;
        market::MarketEvent event;
        event.time = time;
        event.kind = kind;
        event.bid = order.bid;
        event.orderId = order.orderId;
        event.price = order.price;
        event.size = order.size;
        m_events->onMarketEvent(symbol, event);
    }

private:
    market::MarketEventSink* m_events;
};

Price priceOf(std::uint64_t raw) { return Price::fromRaw(static_cast<std::int64_t>(raw) * 10'000); }

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    if (payload.options == nullptr || !payload.options->date)
        harvest.assume("the messages hold times of one day and not its date: 1970-01-01 stands for it; say --date");
    const Date day = payload.options != nullptr && payload.options->date ? *payload.options->date : Date();
    const Timestamp midnight = wallTime(day, 0, "America/New_York").value_or(day.startUtc());
    std::unordered_map<std::uint64_t, std::string> names;
    std::unordered_map<std::uint64_t, OrderBookReplay> books;
    std::map<char, std::int64_t> counts;
    const Teller teller(payload);
    std::size_t at = 0;
    std::uint64_t row = 0;
    const std::string_view all = payload.bytes;
    while (at < all.size()) {
        ++row;
        const std::size_t length = at + 2 <= all.size() ? big(all, at, 2) : 0;
        if (at + 2 > all.size() || at + 2 + length > all.size()) {
            harvest.reject(row, 0, "byte " + std::to_string(at), "message-truncated", "the file ends inside a message");
            break;
        }
        if (length == 0) {
            at += 2; // the end of a session
            --row;
            continue;
        }
        const std::string_view m = all.substr(at + 2, length);
        const std::string place = "byte " + std::to_string(at);
        at += 2 + length;
        const char type = m[0];
        if (lengthOf(type) == 0 || lengthOf(type) != length) {
            harvest.reject(row, 0, place, "message-unknown", "type '" + std::string(1, type >= 32 && type < 127 ? type : '?') + "' of " + std::to_string(length) + " bytes");
            continue;
        }
        ++counts[type];
        const std::uint64_t locate = big(m, 1, 2);
        const Timestamp time(midnight.nanos + static_cast<std::int64_t>(big(m, 5, 6)));
        if (big(m, 5, 6) >= 86'400'000'000'000ULL) {
            harvest.reject(row, 0, place, "time-malformed", "more than a day after midnight");
            continue;
        }
        auto& book = books[locate];
        OrderEvent event;
        const char* code = nullptr;
        bool changed = true;
        if (std::string_view("AFECXDU").find(type) != std::string_view::npos)
            event.orderId = static_cast<std::int64_t>(big(m, 11, 8));
        switch (type) {
        case 'R':
            names[locate] = word(m, 11, 8);
            changed = false;
            break;
        case 'A':
        case 'F':
            event.bid = m[19] == 'B';
            event.size = Quantity::of(static_cast<std::int64_t>(big(m, 20, 4)));
            event.price = priceOf(big(m, 32, 4));
            if (!names.count(locate))
                names[locate] = word(m, 24, 8);
            code = m[19] != 'B' && m[19] != 'S' ? "value-malformed" : book.add(event, false);
            if (code == nullptr)
                teller.tell(names[locate], time, Kind::Add, event);
            break;
        case 'E':
        case 'C': {
            event.size = Quantity::of(static_cast<std::int64_t>(big(m, 19, 4)));
            const auto order = book.find(event.orderId);
            const OrderEvent before = order == nullptr ? OrderEvent() : *order;
            code = book.reduce(event.orderId, event.size);
            if (code == nullptr) {
                OrderEvent fill = before;
                fill.size = event.size;
                if (type == 'C')
                    fill.price = priceOf(big(m, 32, 4));
                teller.tell(names[locate], time, Kind::Fill, fill);
                teller.tell(names[locate], time, Kind::Reduce, event);
            }
            if (code == nullptr && (type == 'E' || m[31] == 'Y'))
                harvest.ticksOf(names[locate], "itch").ticks.push_back({time, market::TickKind::Trade, type == 'C' ? priceOf(big(m, 32, 4)) : before.price, {}, event.size, {}});
            break;
        }
        case 'X':
            event.size = Quantity::of(static_cast<std::int64_t>(big(m, 19, 4)));
            code = book.reduce(event.orderId, event.size);
            if (code == nullptr)
                teller.tell(names[locate], time, Kind::Reduce, event);
            break;
        case 'D':
            code = book.remove(event.orderId);
            if (code == nullptr)
                teller.tell(names[locate], time, Kind::Remove, event);
            break;
        case 'U': {
            const auto order = book.find(event.orderId);
            const OrderEvent next{static_cast<std::int64_t>(big(m, 19, 8)), order != nullptr && order->bid, priceOf(big(m, 31, 4)),
                                  Quantity::of(static_cast<std::int64_t>(big(m, 27, 4)))};
            code = book.replace(event.orderId, next.orderId, next.size, next.price);
            if (code == nullptr) {
                teller.tell(names[locate], time, Kind::Remove, event);
                teller.tell(names[locate], time, Kind::Add, next);
            }
            break;
        }
        case 'P':
            changed = false;
            event.size = Quantity::of(static_cast<std::int64_t>(big(m, 20, 4)));
            event.price = priceOf(big(m, 32, 4));
            harvest.ticksOf(word(m, 24, 8), "itch").ticks.push_back({time, market::TickKind::Trade, event.price, {}, event.size, {}});
            teller.tell(word(m, 24, 8), time, Kind::Trade, event);
            break;
        default: changed = false; break;
        }
        if (code != nullptr) {
            harvest.reject(row, 0, place, code, "order " + std::to_string(event.orderId));
            continue;
        }
        harvest.accept();
        if (changed && names.count(locate))
            teller.tell(names[locate], time, Kind::End, {});
        if (changed && names.count(locate))
            book.publish(time, harvest.ticksOf(names[locate], "itch"));
    }
    for (const auto& [type, count] : counts)
        harvest.about[std::string("messages.") + type] = std::to_string(count);
    return {};
}

} // namespace
} // namespace itch

Connector itch50Connector() { return {"itch-5.0", "Nasdaq TotalView-ITCH 5.0", "depth", itch::recognise, itch::parse}; }

} // namespace rialto::integration
