// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "api/cli/table_file.h"
#include "matching/matching_engine.h"

#include <algorithm>
#include <fstream>
#include <ostream>

namespace rialto::cli {

namespace {

using matching::Side;

/// One report line with its place: reports are sorted by (sequence, kind), otherwise as they came.
struct MatchReport {
    std::uint64_t sequence;
    int kind; // 0 order, 1 trade, 2 cancel, 3 modify, 4 cancel refused, 5 modify refused
    std::string text;
};

class MatchReporter : public matching::MatchingHandler {
public:
    std::uint64_t sequence = 0;
    bool modifying = false;
    std::optional<matching::RejectReason> refused; // of a new order: there is no report for it
    std::vector<MatchReport> reports;

    void onAccepted(const matching::Accepted& e) { add(0, {side(e.side), n(e.id), n(e.price), n(e.quantity)}); }
    void onTrade(const matching::Trade& e) { add(1, {n(e.price), n(e.quantity), n(e.maker), n(e.taker)}); }
    void onCancelled(const matching::Cancelled& e) { add(2, {side(e.side), n(e.id), n(e.price)}); }
    void onReplaced(const matching::Replaced& e) { add(3, {side(e.side), n(e.newId), n(e.price), n(e.quantity)}); }
    void onRejected(const matching::Rejected& e)
    {
        if (e.reason == matching::RejectReason::UnknownOrder)
            add(modifying ? 5 : 4, {n(e.id)});
        else
            refused = e.reason;
    }

private:
    template <class Number>
    static std::string n(Number value)
    {
        return std::to_string(value);
    }
    static std::string side(Side side) { return side == Side::Buy ? "0" : "1"; }
    void add(int kind, const std::vector<std::string>& fields)
    {
        std::string text = std::to_string(kind) + "," + std::to_string(sequence);
        for (const std::string& field : fields)
            text += "," + field;
        reports.push_back({sequence, kind, std::move(text)});
    }
};

struct MatchOptions {
    std::string orders;
    std::string reports;
};

Result<std::vector<MatchReport>> replayOrders(const std::string& path)
{
    auto table = TableFile::open(path, {"seq", "type", "side", "ioc", "order_id", "price_ticks", "quantity"});
    if (!table)
        return table.error();
    matching::MatchingEngine engine;
    const matching::BookId book = engine.addBook();
    MatchReporter reporter;
    while (table->next()) {
        std::uint64_t id = 0;
        std::int64_t price = 0;
        std::uint64_t quantity = 0;
        if (!parseWhole(table->field(0), reporter.sequence) || !parseWhole(table->field(4), id)
            || !parseFixed(table->field(5), 0, price) || !parseWhole(table->field(6), quantity)
            || quantity > std::numeric_limits<matching::Lots>::max() || price != static_cast<matching::Ticks>(price))
            return table->wrong("seq, order_id, price_ticks and quantity must be whole numbers");
        const std::string& type = table->field(1);
        const std::string& side = table->field(2);
        if (side != "B" && side != "S")
            return table->wrong("the side must be B or S");
        const auto ticks = static_cast<matching::Ticks>(price);
        const auto lots = static_cast<matching::Lots>(quantity);
        reporter.modifying = type == "MODIFY";
        if (type == "NEW") {
            const auto timeInForce =
                table->field(3) == "1" ? matching::TimeInForce::ImmediateOrCancel : matching::TimeInForce::GoodTillCancel;
            engine.submit({.id = id, .price = ticks, .quantity = lots, .book = book, .side = side == "B" ? Side::Buy : Side::Sell,
                           .timeInForce = timeInForce},
                          reporter);
        } else if (type == "CANCEL") {
            engine.cancel(id, reporter);
        } else if (reporter.modifying) {
            engine.replace({id, id, ticks, lots, matching::QueuePlace::GiveUp}, reporter);
        } else {
            return table->wrong("the type must be NEW, CANCEL or MODIFY");
        }
        if (reporter.refused)
            return table->wrong("the order has no quantity, a price beyond all bounds, or the id of a live order");
    }
    if (!table->error().empty())
        return invalid("table.bad_row", table->error());
    std::stable_sort(reporter.reports.begin(), reporter.reports.end(), [](const MatchReport& a, const MatchReport& b) {
        return a.sequence != b.sequence ? a.sequence < b.sequence : a.kind < b.kind;
    });
    return std::move(reporter.reports);
}

int matchFile(Context& context, const MatchOptions& options)
{
    const auto reports = replayOrders(options.orders);
    if (!reports)
        return context.fail(reports.error());
    std::ofstream out(options.reports, std::ios::binary);
    std::size_t trades = 0;
    for (std::size_t i = 0; i < reports->size(); ++i) {
        out << (i == 0 ? "" : "\n") << (*reports)[i].text;
        trades += (*reports)[i].kind == 1 ? 1U : 0U;
    }
    out.close();
    if (!out)
        return context.fail(unavailable("sim.not_written", options.reports + ": cannot be written"));
    return context.ok({{"reports", reports->size()}, {"trades", trades}, {"file", options.reports}},
                      std::to_string(reports->size()) + " reports, " + std::to_string(trades) + " trades: " + options.reports);
}

} // namespace

Command simMatchCommand()
{
    return {{"sim", "match"}, "Run a file of orders through the matching engine and write its reports",
        {"rialtoctl sim match --orders orders.csv.gz --reports reports.txt"}, [](CLI::App& app) -> Action {
            auto options = std::make_shared<MatchOptions>();
            app.add_option("--orders", options->orders, "CSV (or .gz): seq,type,side,ioc,order_id,price_ticks,quantity")->required();
            app.add_option("--reports", options->reports, "Where the reports go, one a line")->required();
            return [options](Context& context) { return matchFile(context, *options); };
        }};
}

} // namespace rialto::cli
