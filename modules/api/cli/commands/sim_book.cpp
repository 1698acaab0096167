// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "api/cli/table_file.h"
#include "matching/mbo_book.h"

namespace rialto::cli {

namespace {

constexpr int kMboPlaces = 9;

struct MboOptions {
    std::string file;
    std::size_t depth = 10;
};

struct MboReplay {
    matching::MboBook book;
    std::uint64_t records = 0;
    std::uint64_t unknown = 0; // records about orders that the book does not know, or knows already
};

Result<MboReplay> replayMbo(const std::string& path)
{
    auto table = TableFile::open(path, {"action", "side", "order_id", "price", "size"});
    if (!table)
        return table.error();
    MboReplay state;
    while (table->next()) {
        ++state.records;
        const std::string& action = table->field(0);
        if (action == "CLEAR") {
            state.book.clear();
            continue;
        }
        if (action == "TRADE" || action == "FILL" || action == "NONE")
            continue;
        std::uint64_t id = 0;
        std::uint64_t size = 0;
        std::int64_t price = 0;
        if (!parseWhole(table->field(2), id) || !parseWhole(table->field(4), size))
            return table->wrong("order_id and size must be whole numbers");
        const std::string& side = table->field(1);
        const bool buy = side == "BID" || side == "BUY" || side == "B";
        const bool placed = action == "ADD" || action == "MODIFY" || action == "UPDATE";
        if (placed && (!parseFixed(table->field(3), kMboPlaces, price) || (!buy && side != "ASK" && side != "SELL" && side != "A" && side != "S")))
            return table->wrong("an order needs a price and the side BID or ASK");
        const auto bookSide = buy ? matching::Side::Buy : matching::Side::Sell;
        bool known = false;
        if (action == "ADD")
            known = state.book.add(id, bookSide, price, size);
        else if (placed)
            known = state.book.modify(id, bookSide, price, size);
        else if (action == "CANCEL" || action == "DELETE")
            known = state.book.cancel(id, action == "DELETE" ? ~std::uint64_t{0} : size);
        else
            return table->wrong("the action '" + action + "' is unknown");
        state.unknown += known ? 0U : 1U;
    }
    if (!table->error().empty())
        return invalid("table.bad_row", table->error());
    return state;
}

Json mboLevels(const matching::MboBook& book, matching::Side side, std::size_t depth)
{
    Json list = Json::array();
    for (const auto& level : book.top(side, depth))
        list.push_back({{"price", fixedText(level.price, kMboPlaces)}, {"size", level.size}, {"orders", level.orders}});
    return list;
}

int showMboBook(Context& context, const MboOptions& options)
{
    const auto replayed = replayMbo(options.file);
    if (!replayed)
        return context.fail(replayed.error());
    const matching::MboBook& book = replayed->book;
    Json json{{"records", replayed->records}, {"unknownOrders", replayed->unknown}};
    std::string text;
    for (const auto side : {matching::Side::Buy, matching::Side::Sell}) {
        const std::string word = side == matching::Side::Buy ? "bid" : "ask";
        const auto best = book.top(side, 1);
        json["best" + std::string(side == matching::Side::Buy ? "Bid" : "Ask")] = best.empty() ? Json(nullptr) : mboLevels(book, side, 1)[0];
        json[word + "Levels"] = book.levels(side);
        json[word + "Orders"] = book.orders(side);
        json[word + "s"] = mboLevels(book, side, options.depth);
        text += word + ": " + std::to_string(book.levels(side)) + " levels, " + std::to_string(book.orders(side)) + " orders\n";
        for (const auto& level : book.top(side, options.depth))
            text += "  " + fixedText(level.price, kMboPlaces) + "  " + std::to_string(level.size) + "  (" + std::to_string(level.orders) + ")\n";
    }
    return context.ok(json, text);
}

} // namespace

Command simBookCommand()
{
    return {{"sim", "book"}, "Rebuild an order book from an order-by-order file", {"rialtoctl sim book --mbo mbo.csv.gz --depth 5 --json"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<MboOptions>();
            app.add_option("--mbo", options->file, "CSV (or .gz) with action,side,order_id,price,size")->required();
            app.add_option("--depth", options->depth, "Levels a side to print (10)");
            return [options](Context& context) { return showMboBook(context, *options); };
        }};
}

} // namespace rialto::cli
