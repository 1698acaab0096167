// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"

#include "base/hash.h"
#include "base/rng.h"

#include <fmt/format.h>

#include <ostream>

namespace rialto::cli {

namespace {

struct DemoOptions {
    std::uint64_t seed = 20260105;
    int minutes = 10;
    int orders = 40;
    int clients = 0;
    std::uint64_t flow = 0; // 0: no prefix
    bool trace = false;
    std::string replay;
};

std::string hexText(std::uint64_t value) { return fmt::format("{:016x}", value); }

// A seeded client of the market: small orders around the last price, some cancelled, each with a key of its own.
class Flow {
public:
    Flow(AppServices& services, const DemoOptions& options, std::ostream& out)
        : m_services(services), m_rng((options.seed + options.flow) ^ 0xF10DULL),
          m_prefix("demo" + (options.flow == 0 ? std::string() : std::to_string(options.flow))), m_trace(options.trace), m_out(out)
    {
    }

    void act(int number)
    {
        const auto book = m_services.book();
        const bool sell = m_rng.chance(400) && !book->positions.empty();
        AccountId account = book->accounts[m_rng.below(static_cast<std::uint32_t>(book->accounts.size()))].id;
        InstrumentId wanted = (*book->instruments)[m_rng.below(static_cast<std::uint32_t>(book->instruments->size()))].id;
        if (sell) { // of what is held
            const auto& held = book->positions[m_rng.below(static_cast<std::uint32_t>(book->positions.size()))];
            account = held.account;
            wanted = held.instrument;
        }
        const Instrument& instrument = *book->instrument(wanted);
        std::optional<Price> mark;
        m_services.marks([&](const AppServices::MarkOf& markOf) { mark = markOf(instrument.id); });
        OrderRequest request;
        request.commandId = m_prefix + "-order-" + std::to_string(number);
        request.account = account;
        request.instrument = instrument.id;
        request.side = sell ? Side::Sell : Side::Buy;
        request.type = m_rng.chance(400) || !mark ? OrderType::Market : OrderType::Limit;
        request.tif = m_rng.chance(200) ? TimeInForce::Ioc : TimeInForce::Day;
        request.quantity = Quantity::fromRaw(instrument.spec.lot.raw() * m_rng.between(1, 20));
        const std::int64_t ticks = m_rng.between(-4, 4);
        if (mark)
            request.limit = Price::fromRaw((mark->raw() / instrument.spec.tick.raw() + ticks) * instrument.spec.tick.raw());
        m_services.placeOrder(request, [this, id = request.commandId](const Result<Reply>& reply) {
            (reply && reply->accepted ? m_accepted : m_refused) += 1;
            if (m_trace && reply && reply->order.valid())
                m_out << "order " << id << std::endl;
        });
        if (m_rng.chance(150) && !book->orders.empty()) {
            const OrderId id = book->orders[m_rng.below(static_cast<std::uint32_t>(book->orders.size()))].id;
            m_services.command(CancelOrder{m_prefix + "-cancel-" + std::to_string(number), id}, nullptr);
        }
    }
    /// Tells the fills that are new since the last call.
    void traceFills()
    {
        if (!m_trace)
            return;
        const auto book = m_services.book();
        for (; m_told < book->fills.size(); ++m_told)
            m_out << "fill " << book->fills[m_told].report.executionId << std::endl;
    }
    int accepted() const { return m_accepted; }
    int refused() const { return m_refused; }

private:
    AppServices& m_services;
    Rng m_rng;
    std::string m_prefix;
    bool m_trace;
    std::ostream& m_out;
    std::size_t m_told = 0;
    int m_accepted = 0;
    int m_refused = 0;
};

int demo(Context& context, const DemoOptions& options)
{
    BookOptions book;
    book.seed = options.seed;
    book.replayFile = options.replay;
    book.demoClients = options.clients;
    const auto session = context.open(book);
    if (!session)
        return kFailed;
    AppServices& services = session->services();
    Flow flow(services, options, context.out);
    Hasher tape;
    std::size_t trades = 0;
    const std::int64_t total = std::int64_t{options.minutes} * kNanosPerMinute;
    const std::int64_t gap = options.orders > 0 ? total / options.orders : total;
    const Timestamp begin = services.hostTime();
    int placed = 0;
    for (std::int64_t passed = 0; passed < total;) {
        if (placed < options.orders && passed >= placed * gap)
            flow.act(++placed);
        passed = std::min(total, passed + kNanosPerSecond / 2);
        if (const auto advanced = services.advanceTo(begin + passed); !advanced)
            return context.fail(advanced.error());
        flow.traceFills();
        for (const auto& print : services.market().drain().prints) {
            tape.add(static_cast<std::uint64_t>(print.instrument.value)).add(print.price.raw()).add(print.quantity.raw()).add(print.time.nanos);
            ++trades;
        }
    }
    Json json;
    Result<void> balanced;
    services.query([&](const Engine& engine) {
        balanced = engine.ledger().check();
        json = {{"seed", options.seed}, {"venueTime", isoUtc(services.session().venueTime)}, {"marketTrades", trades}, {"tapeHash", tape.hex()},
            {"orders", engine.orders().orders().size()}, {"accepted", flow.accepted()}, {"refused", flow.refused()},
            {"fills", engine.fills().size()}, {"ledgerGroups", engine.ledger().groups().size()},
            {"ledgerHash", hexText(engine.ledger().hash())}, {"bookHash", hexText(engine.hash())}, {"balanced", balanced.ok()}};
    });
    if (!balanced)
        return context.fail(balanced.error());
    return context.ok(json, fmt::format("{} minutes of the demo market: {} trades on the tape ({}), {} own orders, {} fills, {} refused; the ledger balances ({}).",
                                options.minutes, trades, tape.hex(), json["orders"].get<std::size_t>(), json["fills"].get<std::size_t>(), flow.refused(),
                                json["ledgerHash"].get<std::string>()));
}

} // namespace

Command demoCommand()
{
    return {{"demo"}, "Let the demo market run with a seeded flow of own orders; the same seed gives the same trades and ledger",
        {"rialtoctl demo --book /tmp/demo --seed 7 --minutes 30", "rialtoctl demo --book /tmp/demo --minutes 5 --orders 0 --json",
            "rialtoctl demo --book /tmp/aapl --replay aapl_20140605_trade.csv --minutes 390 --json"}, [](CLI::App& app) -> Action {
            auto options = std::make_shared<DemoOptions>();
            app.add_option("--seed", options->seed, "Of the market (when the book is new) and of the order flow")->capture_default_str();
            app.add_option("--minutes", options->minutes, "Venue minutes to live through")->check(CLI::Range(1, 10000))->capture_default_str();
            app.add_option("--orders", options->orders, "Own orders to place, evenly spread")->check(CLI::Range(0, 1000000))->capture_default_str();
            app.add_option("--clients", options->clients, "A book that is made gets so many clients more: a firm with households, companies and trusts")->check(CLI::Range(0, 5000));
            app.add_option("--flow", options->flow, "Number of this flow: another number gives other orders and keys");
            app.add_option("--replay", options->replay, "Real minute bars that drive one instrument on its own date (in a book of its own)");
            app.add_flag("--trace", options->trace, "Print each order when it is acknowledged and each fill when it is in the book");
            return [options](Context& context) { return demo(context, *options); };
        }};
}

} // namespace rialto::cli
