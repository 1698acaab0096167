// SPDX-License-Identifier: Apache-2.0
// The example of the broker SDK: a paper broker with one fixed price an instrument. An order at that price or better trades in
// two parts, everything else rests. It is small, and yet keeps every promise of the conformance suite, also across a crash: with
// "journal" in its settings, what it did is a line in that file before it is told, and a new start reads the lines back.
//
// Settings: {"instruments":[{"id":1,"symbol":"DEMO","price":"100.00"}],"currency":"USD","journal":"/path/paper.jsonl"}
#include "rialto_broker.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <map>
#include <string>

namespace {

using Json = nlohmann::json;

constexpr long long kOne = 100'000'000; // prices and quantities have eight decimals

bool decimal(const std::string& text, long long& value)
{
    std::size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
    long long whole = 0;
    int places = -1;
    if (at == text.size() || text.size() > 20)
        return false;
    for (; at < text.size(); ++at) {
        if (text[at] == '.' && places < 0) {
            places = 0;
            continue;
        }
        if (text[at] < '0' || text[at] > '9' || places == 8 || whole > 92'233'720'368'547'757LL)
            return false;
        whole = whole * 10 + (text[at] - '0');
        places += places >= 0 ? 1 : 0;
    }
    for (int i = places < 0 ? 0 : places; i < 8; ++i) {
        if (whole > 922'337'203'685'477'579LL)
            return false;
        whole *= 10;
    }
    value = text[0] == '-' ? -whole : whole;
    return true;
}

std::string text(long long value)
{
    char out[40];
    const long long size = value < 0 ? -value : value;
    std::snprintf(out, sizeof out, "%s%lld.%08lld", value < 0 ? "-" : "", size / kOne, size % kOne);
    std::string shorter = out;
    shorter.erase(shorter.find_last_not_of('0') + 1);
    if (shorter.back() == '.')
        shorter.pop_back();
    return shorter;
}

struct Order {
    std::uint64_t id = 0;
    std::uint32_t instrument = 0;
    bool buy = true;
    bool market = false;
    bool atOnce = false;
    long long quantity = 0;
    long long limit = 0;
    long long filled = 0;
    bool open = true;
};

class PaperBroker {
public:
    PaperBroker(const rialto_broker_host& host, const Json& settings) : m_host(host), m_currency(settings.value("currency", "USD"))
    {
        for (const Json& each : settings.at("instruments")) {
            long long price = 0;
            if (decimal(each.at("price").get<std::string>(), price))
                m_prices[each.at("id").get<std::uint32_t>()] = price;
        }
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        m_run = std::to_string(std::chrono::duration_cast<std::chrono::microseconds>(now).count());
        const std::string journal = settings.value("journal", "");
        if (journal.empty())
            return;
        if (std::FILE* old = std::fopen(journal.c_str(), "rb")) {
            std::string line;
            for (int c = std::fgetc(old); c != EOF; c = std::fgetc(old)) {
                if (c != '\n') {
                    line += static_cast<char>(c);
                    continue;
                }
                restore(line);
                line.clear();
            }
            m_torn = !line.empty(); // the last line of a crash in the middle of writing: it was never told
            std::fclose(old);
        }
        m_journal = std::fopen(journal.c_str(), "ab");
        if (m_journal == nullptr)
            throw std::runtime_error("journal " + journal + " cannot be written");
        if (m_torn)
            std::fputc('\n', m_journal);
    }
    ~PaperBroker()
    {
        if (m_journal != nullptr)
            std::fclose(m_journal);
    }

    void command(const Json& message)
    {
        const std::string is = message.at("is").get<std::string>();
        if (is == "start" || is == "stop") {
            const bool run = is == "start";
            if (run != m_running)
                m_out.push_back({{"is", "connection"}, {"state", run ? "connected" : "stopped"}});
            m_running = run;
        } else if (!m_running) {
            return; // nobody listens: the other side finds out by asking
        } else if (is == "submit") {
            submit(message);
        } else if (is == "cancel") {
            cancel(message.at("order").get<std::uint64_t>());
        } else if (is == "replace") {
            replace(message);
        } else if (is == "state") {
            m_asked.push_back(message.at("since").get<std::int64_t>());
        }
    }

    void poll(std::int64_t now)
    {
        m_now = now;
        for (const Json& each : std::exchange(m_out, {}))
            emit(each);
        if (!m_running)
            return;
        for (Json& each : std::exchange(m_reports, {}))
            tell(each);
        for (auto& [key, order] : m_orders)
            trade(order);
        for (const std::int64_t since : std::exchange(m_asked, {}))
            state(since);
    }

private:
    // Keys are client order ids: what makes a repeated order one order.
    void submit(const Json& message)
    {
        const std::string key = message.at("clientOrderId").get<std::string>();
        if (const auto known = m_orders.find(key); known != m_orders.end()) {
            for (const Json& old : m_history)
                if (old.at("order") == known->second.id)
                    m_out.push_back(old);
            return;
        }
        const Order order = read(message);
        Json report = about(order.id, "Accepted");
        report["submit"] = message;
        if (order.quantity <= 0 || (!order.market && order.limit <= 0) || m_prices.count(order.instrument) == 0) {
            report["event"] = "RejectedByBroker";
            report["reason"] = order.quantity <= 0 ? "paper.quantity" : order.limit <= 0 && !order.market ? "paper.limit" : "paper.instrument-unknown";
        }
        m_orders[key] = order;
        m_orders[key].open = report["event"] == "Accepted";
        m_reports.push_back(std::move(report));
    }

    Order* find(std::uint64_t id)
    {
        for (auto& [key, order] : m_orders)
            if (order.id == id)
                return &order;
        return nullptr;
    }

    void cancel(std::uint64_t id)
    {
        Order* order = find(id);
        Json report = about(id, order != nullptr && order->open ? "Cancelled" : "CancelRefused");
        if (order == nullptr || !order->open)
            report["reason"] = order == nullptr ? "paper.order-unknown" : "paper.order-done";
        else
            order->open = false;
        m_reports.push_back(std::move(report));
    }

    void replace(const Json& message)
    {
        Order* order = find(message.at("order").get<std::uint64_t>());
        long long quantity = 0;
        long long limit = 0;
        const bool read = decimal(message.at("quantity").get<std::string>(), quantity) && decimal(message.at("limit").get<std::string>(), limit);
        const bool can = order != nullptr && order->open && read && quantity > order->filled && limit > 0;
        Json report = about(message.at("order").get<std::uint64_t>(), can ? "Replaced" : "ReplaceRefused");
        if (can) {
            order->quantity = quantity;
            order->limit = limit;
            report["newQuantity"] = text(quantity);
            report["newLimit"] = text(limit);
        } else {
            report["reason"] = order == nullptr ? "paper.order-unknown" : order->open ? "paper.values" : "paper.order-done";
        }
        m_reports.push_back(std::move(report));
    }

    void trade(Order& order)
    {
        if (!order.open)
            return;
        const long long price = m_prices[order.instrument];
        const bool crosses = order.market || (order.buy ? order.limit >= price : order.limit <= price);
        if (!crosses) {
            if (order.atOnce) {
                order.open = false;
                Json report = about(order.id, "Expired");
                report["reason"] = "paper.no-liquidity";
                tell(report);
            }
            return;
        }
        const long long left = order.quantity - order.filled;
        const long long half = left / 2 / kOne * kOne; // whole pieces
        const long long part = order.filled == 0 && half > 0 && !order.atOnce ? half : left;
        order.filled += part;
        order.open = order.filled < order.quantity;
        Json report = about(order.id, order.open ? "PartFill" : "LastFill");
        report["lastQuantity"] = text(part);
        report["lastPrice"] = text(price);
        report["currency"] = m_currency;
        report["fee"] = "0";
        tell(report);
    }

    void state(std::int64_t since)
    {
        Json answer{{"is", "state"}, {"open", Json::array()}, {"executions", Json::array()}, {"positions", Json::array()}, {"time", m_now}};
        std::map<std::uint32_t, long long> held;
        for (const Json& old : m_history)
            if (old.at("time").get<std::int64_t>() >= since) {
                emit(old);
                answer["executions"].push_back(old.at("executionId"));
            }
        for (const auto& [key, order] : m_orders) {
            held[order.instrument] += order.buy ? order.filled : -order.filled;
            if (order.open)
                answer["open"].push_back(order.id);
        }
        for (const auto& [instrument, quantity] : held)
            if (quantity != 0)
                answer["positions"].push_back({{"instrument", instrument}, {"quantity", text(quantity)}});
        emit(answer);
    }

    static Order read(const Json& message)
    {
        Order order;
        order.id = message.at("order").get<std::uint64_t>();
        order.instrument = message.at("instrument").get<std::uint32_t>();
        order.buy = message.at("side") == "buy";
        order.market = message.at("type") == "market";
        order.atOnce = message.at("tif") == "ioc" || message.at("tif") == "fok";
        if (!decimal(message.at("quantity").get<std::string>(), order.quantity) || !decimal(message.value("limit", "0"), order.limit))
            order.quantity = 0;
        return order;
    }

    static Json about(std::uint64_t order, const char* event) { return {{"is", "report"}, {"order", order}, {"event", event}}; }

    // Numbered, written down, told: in this order.
    void tell(Json& report)
    {
        report["executionId"] = "paper-" + (m_journal != nullptr ? "" : m_run + "-") + std::to_string(++m_serial);
        report["time"] = m_now;
        if (m_journal != nullptr) {
            const std::string line = report.dump() + "\n";
            if (std::fwrite(line.data(), 1, line.size(), m_journal) != line.size() || std::fflush(m_journal) != 0)
                std::abort(); // nothing may be told that is not written: the host starts us again
        }
        report.erase("submit");
        m_history.push_back(report);
        emit(report);
    }

    void restore(const std::string& line)
    {
        Json report = Json::parse(line, nullptr, false);
        if (!report.is_object())
            return;
        ++m_serial;
        const std::string event = report.at("event").get<std::string>();
        if (report.contains("submit"))
            m_orders[report["submit"].at("clientOrderId").get<std::string>()] = read(report["submit"]);
        if (Order* order = find(report.at("order").get<std::uint64_t>())) {
            long long value = 0;
            if (decimal(report.value("lastQuantity", "0"), value))
                order->filled += value;
            if (event == "Replaced") {
                decimal(report.at("newQuantity").get<std::string>(), order->quantity);
                decimal(report.at("newLimit").get<std::string>(), order->limit);
            }
            if (event == "RejectedByBroker" || event == "Cancelled" || event == "Expired" || event == "LastFill")
                order->open = false;
        }
        report.erase("submit");
        m_history.push_back(std::move(report));
    }

    void emit(const Json& message)
    {
        const std::string bytes = message.dump();
        m_host.event(m_host.context, bytes.data(), bytes.size());
    }

    rialto_broker_host m_host;
    std::string m_currency;
    std::string m_run;
    std::map<std::uint32_t, long long> m_prices;
    std::map<std::string, Order> m_orders;
    std::deque<Json> m_history; // every report told
    std::deque<Json> m_reports; // to be numbered at the next poll
    std::deque<Json> m_out;
    std::deque<std::int64_t> m_asked;
    std::FILE* m_journal = nullptr;
    std::uint64_t m_serial = 0;
    std::int64_t m_now = 0;
    bool m_running = false;
    bool m_torn = false;
};

void refuse(const rialto_broker_host* host, const std::string& why)
{
    const std::string bytes = Json{{"is", "refused"}, {"reason", why}}.dump(-1, ' ', false, Json::error_handler_t::replace);
    host->event(host->context, bytes.data(), bytes.size());
}

void* create(const rialto_broker_host* host, const char* settings, size_t size)
{
    try {
        return new PaperBroker(*host, Json::parse(settings, settings + size));
    } catch (const std::exception& error) {
        refuse(host, error.what());
        return nullptr;
    }
}

void command(void* adapter, const char* json, size_t size)
{
    try {
        static_cast<PaperBroker*>(adapter)->command(Json::parse(json, json + size));
    } catch (const Json::exception&) {
        return; // not understood: ignored
    }
}

void poll(void* adapter, int64_t now) { static_cast<PaperBroker*>(adapter)->poll(now); }
void destroy(void* adapter) { delete static_cast<PaperBroker*>(adapter); }

constexpr char kCapabilities[] = R"({"is":"capabilities","orderTypes":["market","limit"],"timesInForce":["day","gtc","ioc","fok"],"replace":true,"depth":false,"simulated":true})";
const rialto_broker kTable{RIALTO_BROKER_ABI, "paper", kCapabilities, create, command, poll, destroy};

} // namespace

extern "C" RIALTO_BROKER_EXPORT const rialto_broker* rialto_broker_plugin(void) { return &kTable; }
