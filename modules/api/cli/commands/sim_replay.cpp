// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "api/cli/own_orders_file.h"
#include "api/cli/recorded_market.h"
#include "api/cli/simulation_setup.h"
#include "market/replay/own_order_replay.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace rialto::cli {

namespace simreplay {

using market::OwnOrderReplay;
using market::QueueModel;
using market::ReplayBook;

struct Options {
    std::string file;
    std::string orders;
    std::string model;
    std::string symbol;
    std::string until;
    std::string speed = "unlimited";
    std::string latency = "0";
    std::string zone;
    std::string date;
    std::int64_t stepSeconds = 0;
    std::size_t depth = 5;
};

/// What the whole run is about, beyond one symbol.
struct Terms {
    std::optional<QueueModel> model;
    std::optional<Timestamp> until;
    std::int64_t untilOffset = -1;
    std::int64_t latency = 0;
    std::int64_t speed = 0;
    std::vector<OwnOrderRow> rows;
};

struct Due {
    Timestamp at;
    const OwnOrderRow* row = nullptr;
};

Json levelsJson(const ReplayBook& book, bool bid, std::size_t depth)
{
    Json list = Json::array();
    const auto add = [&](const auto& level) {
        const auto left = book.available(level.second);
        list.push_back({{"price", level.first.text()}, {"size", level.second.size.text()}, {"orders", level.second.orders.size()},
                        {"left", left ? Json(left->text()) : Json(nullptr)}});
        return list.size() < depth;
    };
    if (depth == 0)
        return list;
    const auto& side = book.side(bid);
    if (bid) {
        for (auto level = side.rbegin(); level != side.rend() && add(*level); ++level) {}
    } else {
        for (auto level = side.begin(); level != side.end() && add(*level); ++level) {}
    }
    return list;
}

Json quantityOrNull(const std::optional<Quantity>& quantity) { return quantity ? Json(quantity->text()) : Json(nullptr); }

class SymbolRun {
public:
    SymbolRun(const RecordedSymbol& recorded, const Terms& terms, QueueModel model)
        : m_recorded(recorded), m_terms(terms), m_replay(model, recorded.fillsAreTold), m_start(recorded.events.front().time)
    {
        for (const OwnOrderRow& row : terms.rows)
            m_commands.push_back({(row.moment ? *row.moment : m_start + row.offset) + terms.latency, &row});
        std::stable_sort(m_commands.begin(), m_commands.end(), [](const Due& a, const Due& b) { return a.at < b.at; });
    }

    void run(std::int64_t stepNanos)
    {
        const auto begin = std::chrono::steady_clock::now();
        Timestamp nextStep = m_start + stepNanos;
        const Timestamp end = m_terms.until ? *m_terms.until : m_terms.untilOffset >= 0 ? m_start + m_terms.untilOffset : Timestamp(INT64_MAX);
        bool whole = true; // commands never act on half a message
        for (const market::MarketEvent& event : m_recorded.events) {
            if (event.time > end)
                break;
            while (whole && m_next < m_commands.size() && m_commands[m_next].at < event.time)
                carryOut(m_commands[m_next++]);
            while (stepNanos > 0 && whole && nextStep <= event.time && steps.size() < kMostSteps) {
                step(nextStep);
                nextStep = nextStep + stepNanos;
            }
            if (m_terms.speed > 0)
                std::this_thread::sleep_until(begin + std::chrono::nanoseconds((event.time - m_start) / m_terms.speed));
            ++counts[static_cast<std::size_t>(event.kind)];
            misfits += m_replay.apply(event) ? 0 : 1;
            whole = event.kind == market::MarketEventKind::End;
            last = event.time;
        }
        while (m_next < m_commands.size() && m_commands[m_next].at <= std::max(last, std::min(end, last)))
            carryOut(m_commands[m_next++]);
        notReached = m_commands.size() - m_next;
        if (stepNanos > 0 && steps.size() < kMostSteps)
            step(last);
    }

    Json json(const std::string& symbol, std::size_t depth) const
    {
        const auto count = [&](market::MarketEventKind kind) { return counts[static_cast<std::size_t>(kind)]; };
        using Kind = market::MarketEventKind;
        Json events = Json::object();
        for (const auto& [word, kind] : {std::pair("clear", Kind::Clear), {"add", Kind::Add}, {"modify", Kind::Modify}, {"reduce", Kind::Reduce},
                 {"remove", Kind::Remove}, {"fill", Kind::Fill}, {"level", Kind::Level}, {"quote", Kind::Quote}, {"trade", Kind::Trade}})
            if (count(kind) > 0)
                events[word] = count(kind);
        Json fills = Json::array();
        for (const auto& fill : m_replay.fills())
            fills.push_back({{"order", fill.order}, {"time", isoNanos(fill.time)}, {"price", fill.price.text()}, {"quantity", fill.quantity.text()},
                             {"cause", std::string(name(fill.cause))}, {"left", fill.left.text()}});
        Json orders = Json::array();
        for (const auto& own : m_replay.orders()) {
            Json each{{"id", own.order.id}, {"side", own.order.side == rialto::Side::Buy ? "buy" : "sell"},
                      {"type", own.order.type == OrderType::Market ? "market" : "limit"}, {"quantity", own.order.quantity.text()}};
            if (own.order.type != OrderType::Market)
                each["price"] = own.order.limit.text();
            each["entered"] = isoNanos(own.entered);
            each["filled"] = own.filled.text();
            each["state"] = own.open ? "open" : std::string(own.end);
            each["aheadAtEntry"] = quantityOrNull(own.aheadAtEntry);
            each["ahead"] = quantityOrNull(own.ahead);
            orders.push_back(std::move(each));
        }
        const auto& book = m_replay.book();
        const auto bid = book.best(true);
        const auto ask = book.best(false);
        return {{"symbol", symbol}, {"from", isoNanos(m_start)}, {"to", isoNanos(last)}, {"events", events}, {"misfits", misfits},
                {"disordered", m_recorded.disordered}, {"bestBid", bid ? Json(bid->text()) : Json(nullptr)}, {"bestAsk", ask ? Json(ask->text()) : Json(nullptr)},
                {"bidLevels", book.bids().size()}, {"askLevels", book.asks().size()}, {"openOrders", book.orders()},
                {"bids", levelsJson(book, true, depth)}, {"asks", levelsJson(book, false, depth)}, {"fills", fills}, {"orders", orders},
                {"commandsNotReached", notReached}, {"refusedCommands", refused}, {"steps", steps}, {"stateHash", hashText(m_replay.hash())}};
    }
    std::string text() const
    {
        std::string out;
        for (const auto& fill : m_replay.fills())
            out += fmt::format("  {}  order {}  {} at {}  {}\n", isoNanos(fill.time), fill.order, fill.quantity.text(), fill.price.text(), name(fill.cause));
        for (const auto& own : m_replay.orders())
            out += fmt::format("  order {}: {} of {} filled, {}{}\n", own.order.id, own.filled.text(), own.order.quantity.text(), own.open ? "open" : own.end,
                               own.ahead ? ", " + own.ahead->text() + " ahead" : std::string());
        return out;
    }
    const OwnOrderReplay& replay() const { return m_replay; }

    std::array<std::int64_t, 16> counts{};
    std::int64_t misfits = 0;
    std::size_t notReached = 0;
    Json refused = Json::array();
    Json steps = Json::array();
    Timestamp last;

private:
    static constexpr std::size_t kMostSteps = 100'000;

    static std::string isoNanos(Timestamp time)
    {
        const std::int64_t rest = ((time.nanos % kNanosPerSecond) + kNanosPerSecond) % kNanosPerSecond;
        const std::string seconds = isoUtc(Timestamp(time.nanos - rest));
        return rest == 0 ? seconds : seconds.substr(0, 19) + fmt::format(".{:09d}Z", rest);
    }
    void step(Timestamp at)
    {
        const auto bid = m_replay.book().best(true);
        const auto ask = m_replay.book().best(false);
        steps.push_back({{"time", isoNanos(at)}, {"hash", hashText(m_replay.hash())}, {"bid", bid ? Json(bid->text()) : Json(nullptr)},
                         {"ask", ask ? Json(ask->text()) : Json(nullptr)}});
    }
    void carryOut(const Due& command)
    {
        const OwnOrderRow& row = *command.row;
        bool done = false;
        if (row.action == OwnOrderRow::Action::New)
            done = m_replay.place({row.id, row.side, row.type, row.tif, row.price, row.quantity}, command.at);
        else if (row.action == OwnOrderRow::Action::Cancel)
            done = m_replay.cancel(row.id);
        else if (row.action == OwnOrderRow::Action::Replace)
            done = m_replay.replace(row.id, row.quantity, row.price, command.at);
        if (!done)
            refused.push_back({{"row", row.row}, {"id", row.id}, {"reason", row.action == OwnOrderRow::Action::New ? "the id is in use" : "the order is not open, or the terms cannot be"}});
    }

    const RecordedSymbol& m_recorded;
    const Terms& m_terms;
    OwnOrderReplay m_replay;
    Timestamp m_start;
    std::vector<Due> m_commands;
    std::size_t m_next = 0;
};

Result<Terms> termsOf(const Options& options)
{
    Terms terms;
    for (const QueueModel model : {QueueModel::Conservative, QueueModel::Probabilistic, QueueModel::Exact})
        if (options.model == name(model))
            terms.model = model;
    if (!terms.model && !options.model.empty())
        return invalid("sim.options", "--model " + options.model + " is none of conservative, probabilistic, exact");
    if (!options.until.empty() && (!readSimTime(options.until, terms.until, terms.untilOffset)))
        return invalid("sim.options", "--until " + options.until + " is no time like +90, 00:01:30 or 2024-05-08T00:00:02Z");
    if (options.until.empty())
        terms.untilOffset = -1;
    const auto latency = parseDecimal(options.latency, 6);
    if (!latency || *latency < 0 || *latency > 600'000 * std::int64_t{1'000'000})
        return invalid("sim.options", "--latency " + options.latency + " is no number of milliseconds up to 600000");
    terms.latency = *latency; // millionths of a millisecond
    if (options.speed != "unlimited") {
        const auto speed = parseDecimal(options.speed, 0);
        if (!speed || *speed < 1 || *speed > 1'000'000)
            return invalid("sim.options", "--speed " + options.speed + " is neither 'unlimited' nor a whole number of times real time");
        terms.speed = *speed;
    }
    if (!options.orders.empty()) {
        auto rows = readOwnOrders(options.orders);
        if (!rows)
            return rows.error();
        terms.rows = std::move(*rows);
        for (const OwnOrderRow& row : terms.rows)
            if (row.action == OwnOrderRow::Action::Halt || row.action == OwnOrderRow::Action::Resume)
                return invalid("sim.orders-malformed", "row " + std::to_string(row.row) + ": a record cannot be halted");
    }
    return terms;
}

std::string sourceOf(QueueModel model)
{
    switch (model) {
    case QueueModel::Conservative: return "behind all that is shown; only trades at the price bring it forward (as hftbacktest's RiskAdverseQueueModel)";
    case QueueModel::Probabilistic:
        return "as conservative, and what leaves without trading is shared ahead / (ahead + behind) (Rigtorp, Estimating order queue position, 2013, f(x) = x)";
    case QueueModel::Exact: return "its place among the recorded orders by arrival (market by order)";
    }
    return "";
}

int replay(Context& context, const Options& options)
{
    auto terms = termsOf(options);
    if (!terms)
        return context.fail(terms.error());
    integration::ImportOptions import;
    import.symbol = options.symbol;
    import.zone = options.zone;
    if (!options.date.empty()) {
        const auto date = Date::parse(options.date);
        if (!date)
            return context.fail(date.error());
        import.date = *date;
    }
    auto market = readRecordedMarket(options.file, import);
    if (!market)
        return context.fail(market.error());
    if (market->symbols.size() > 1 && market->symbols.count(options.symbol) != 0)
        std::erase_if(market->symbols, [&](const auto& each) { return each.first != options.symbol; });
    const bool byOrder = market->kind == "orders";
    if (terms->model == QueueModel::Exact && !byOrder)
        return context.fail(invalid("sim.model-needs-orders", "the exact queue model needs order by order data; " + options.file + " holds " + market->kind
                                                                  + ": use conservative or probabilistic"));
    const QueueModel model = terms->model.value_or(byOrder ? QueueModel::Exact : QueueModel::Conservative);
    // Orders that name a symbol belong to it; those that name none, to the only one.
    for (const OwnOrderRow& row : terms->rows)
        if (row.symbol.empty() ? market->symbols.size() > 1 : market->symbols.count(row.symbol) == 0)
            return context.fail(notFound("sim.orders-malformed", "row " + std::to_string(row.row) + ": the file does not hold the symbol '" + row.symbol + "'"));
    Json symbols = Json::array();
    std::string text;
    for (const auto& [symbol, recorded] : market->symbols) {
        Terms own = *terms;
        std::erase_if(own.rows, [&name = symbol](const OwnOrderRow& row) { return !row.symbol.empty() && row.symbol != name; });
        SymbolRun run(recorded, own, model);
        run.run(options.stepSeconds * kNanosPerSecond);
        Json json = run.json(symbol, options.depth);
        text += fmt::format("{}: {} events, best {} / {}, state {}\n", symbol, recorded.events.size(), json["bestBid"].dump(), json["bestAsk"].dump(),
                            json["stateHash"].get<std::string>())
                + run.text();
        symbols.push_back(std::move(json));
    }
    const Json json{{"file", options.file}, {"format", market->format}, {"kind", market->kind}, {"rowsRead", market->rowsRead}, {"rejected", market->rejected},
                    {"rejectedByCode", market->rejectedByCode}, {"model", std::string(name(model))},
                    {"conventions", {{"queue", sourceOf(model)}, {"liquidity", "what the record shows is taken once; the record itself does not change"},
                                     {"resting", "trades at its own limit when the record crosses it, trades through it, or reaches it in the queue"},
                                     {"bars", "open, one extreme, the other, close, a quarter of the volume each"}}},
                    {"assumptions", market->assumptions}, {"symbols", symbols}};
    return context.ok(json, text + fmt::format("{} ({}), {} rows, {} rejected; queue model {}", market->format, market->kind, market->rowsRead, market->rejected, name(model)));
}

} // namespace simreplay

Command simReplayCommand()
{
    return {{"sim", "replay"}, "Replay recorded market data and see what would have become of own orders in it",
        {"rialtoctl sim replay mbo.csv --orders own.csv --json", "rialtoctl sim replay depth.csv --orders own.csv --model probabilistic",
            "rialtoctl sim replay day.itch --date 2019-01-30 --symbol AAPL --until 00:10:00 --step 60 --json", "rialtoctl sim replay aapl_20140605_trade.csv --speed 600"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<simreplay::Options>();
            app.add_option("file", options->file, "Order-by-order data, depth, quotes, trades or bars, in any format that import reads")->required();
            app.add_option("--orders", options->orders, "CSV with own orders: time,action,id,symbol,side,type,quantity,price,tif");
            app.add_option("--model", options->model, "Queue position: conservative, probabilistic or exact (the default where every order is told)");
            app.add_option("--symbol", options->symbol, "The one to replay of a file with several, or a name for what the file does not name");
            app.add_option("--until", options->until, "Stop there: +90, 00:01:30 (since the first event) or a moment with a zone");
            app.add_option("--speed", options->speed, "unlimited, or how many times real time")->capture_default_str();
            app.add_option("--latency", options->latency, "Milliseconds that own commands travel")->capture_default_str();
            app.add_option("--zone", options->zone, "Time zone of times that name none, for example America/New_York");
            app.add_option("--date", options->date, "Day of times that name none, for example 2014-06-05");
            app.add_option("--step", options->stepSeconds, "Print state hash and best prices every so many seconds")->check(CLI::Range(0, 86'400));
            app.add_option("--depth", options->depth, "Levels a side to print at the end")->check(CLI::Range(0, 1000))->capture_default_str();
            return [options](Context& context) { return simreplay::replay(context, *options); };
        }};
}

} // namespace rialto::cli
