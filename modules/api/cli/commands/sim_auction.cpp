// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "api/cli/table_file.h"
#include "matching/auction.h"

#include <algorithm>
#include <limits>

namespace rialto::cli {

namespace {

constexpr int kAuctionPlaces = 8;
constexpr std::int64_t kAuctionUnit = 100'000'000;

struct AuctionOptions {
    std::string rules;
    std::string book;
    std::string reference;
    std::string tick;
};

struct AuctionRow {
    matching::Side side;
    std::optional<std::int64_t> price;
    std::uint64_t quantity;
};

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

Result<std::vector<AuctionRow>> readAuctionRows(const std::string& path)
{
    auto table = TableFile::open(path, {"side", "price", "quantity"});
    if (!table)
        return table.error();
    std::vector<AuctionRow> rows;
    while (table->next()) {
        const std::string side = lowerCase(table->field(0));
        const bool buy = side == "buy" || side == "b" || side == "bid";
        if (!buy && side != "sell" && side != "s" && side != "ask")
            return table->wrong("the side must be buy or sell");
        AuctionRow row{buy ? matching::Side::Buy : matching::Side::Sell, std::nullopt, 0};
        if (!parseWhole(table->field(2), row.quantity) || row.quantity > std::numeric_limits<std::uint32_t>::max())
            return table->wrong("the quantity must be a whole number");
        if (lowerCase(table->field(1)) != "market") {
            std::int64_t price = 0;
            if (!parseFixed(table->field(1), kAuctionPlaces, price))
                return table->wrong("the price must be a decimal number or MARKET");
            row.price = price;
        }
        rows.push_back(row);
    }
    if (!table->error().empty())
        return invalid("table.bad_row", table->error());
    return rows;
}

int priceAuction(Context& context, const AuctionOptions& options)
{
    const auto rule = matching::uncrossRule(lowerCase(options.rules));
    if (!rule)
        return context.fail(invalid("sim.unknown_rules", options.rules + " (known: xetra euronext asx sse szse hkex)"));
    const auto rows = readAuctionRows(options.book);
    if (!rows)
        return context.fail(rows.error());
    std::optional<std::int64_t> reference;
    std::int64_t value = 0;
    if (!options.reference.empty()) {
        if (!parseFixed(options.reference, kAuctionPlaces, value))
            return context.fail(invalid("sim.bad_reference", options.reference));
        reference = value;
    }
    // Without --tick: one cent, or finer when the prices are.
    std::int64_t tick = kAuctionUnit / 100;
    if (!options.tick.empty()) {
        if (!parseFixed(options.tick, kAuctionPlaces, tick) || tick <= 0)
            return context.fail(invalid("sim.bad_tick", options.tick));
    } else {
        const auto fits = [&](const std::optional<std::int64_t>& price) { return !price || *price % tick == 0; };
        while (!fits(reference) || !std::all_of(rows->begin(), rows->end(), [&](const AuctionRow& row) { return fits(row.price); }))
            tick /= 10;
    }
    const auto inTicks = [&](std::int64_t price) -> std::optional<matching::Ticks> {
        const std::int64_t ticks = price / tick;
        if (price % tick != 0 || ticks != static_cast<matching::Ticks>(ticks))
            return std::nullopt;
        return static_cast<matching::Ticks>(ticks);
    };
    std::vector<matching::AuctionOrder> orders;
    for (const AuctionRow& row : *rows) {
        orders.push_back({row.side, std::nullopt, row.quantity});
        if (row.price && !(orders.back().price = inTicks(*row.price)))
            return context.fail(invalid("sim.off_tick", fixedText(*row.price, kAuctionPlaces) + " is not a multiple of the tick"));
    }
    std::optional<matching::Ticks> reference32;
    if (reference && !(reference32 = inTicks(*reference)))
        return context.fail(invalid("sim.off_tick", options.reference + " is not a multiple of the tick"));

    const matching::AuctionResult result = matching::uncross(orders, *rule, reference32);
    const std::string side = !result.surplusSide ? "none" : *result.surplusSide == matching::Side::Buy ? "buy" : "sell";
    const std::string price = result.price ? fixedText(*result.price * tick, kAuctionPlaces) : "";
    Json json{{"rules", name(*rule)}};
    json["price"] = result.price ? Json(price) : Json(nullptr);
    json["volume"] = result.volume;
    json["surplusSide"] = side;
    json["surplusQuantity"] = result.surplus;
    json["decidedBy"] = name(result.decidedBy);
    return context.ok(json, result.price ? "price " + price + ", volume " + std::to_string(result.volume) + ", surplus " + side + " "
                                               + std::to_string(result.surplus) + ", decided by " + std::string(name(result.decidedBy))
                                         : "nothing crosses");
}

} // namespace

Command simAuctionCommand()
{
    return {{"sim", "auction"}, "The price of a call auction under the rules of an exchange",
        {"rialtoctl sim auction --rules xetra --book book.csv --reference 10.02 --json"}, [](CLI::App& app) -> Action {
            auto options = std::make_shared<AuctionOptions>();
            app.add_option("--rules", options->rules, "xetra, euronext, asx, sse, szse or hkex")->required();
            app.add_option("--book", options->book, "CSV in time order: side,price,quantity; price MARKET for market orders")->required();
            app.add_option("--reference", options->reference, "Reference price: last trade or previous close");
            app.add_option("--tick", options->tick, "Tick size (default: 0.01, or finer when the prices are)");
            return [options](Context& context) { return priceAuction(context, *options); };
        }};
}

} // namespace rialto::cli
