// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/desk_program.h"
#include "api/cli/table_file.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct ProgramOptions {
    std::string model;
    std::string accounts;
    std::string id;
    std::string type = "limit";
    int through = 10;
    std::int64_t smallest = 0;
    bool place = false;
    int wait = 10;
};

Result<std::vector<ModelWeight>> readModel(const std::string& path, const BookSnapshot& book)
{
    auto file = TableFile::open(path, {"symbol", "weight"});
    if (!file)
        return file.error();
    std::vector<ModelWeight> model;
    while (file->next()) {
        const auto instrument = instrumentBySymbol(book, file->field(0));
        if (!instrument)
            return file->wrong("symbol '" + file->field(0).substr(0, 40) + "' is not in the book");
        std::string weight = file->field(1);
        if (!weight.empty() && weight.back() == '%')
            weight.pop_back();
        const auto basisPoints = parseDecimal(weight, 2);
        if (!basisPoints || *basisPoints < 0 || *basisPoints > 10'000)
            return file->wrong("the weight is a percentage from 0 to 100");
        model.push_back({instrument->id, *basisPoints});
    }
    if (!file->error().empty())
        return file->wrong(file->error());
    if (model.empty())
        return invalid("desk.model-weights", path + " has no rows");
    return model;
}

int runProgram(Context& context, const ProgramOptions& options)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    AppServices& services = session->services();
    const auto book = services.book();
    ProgramPlan plan;
    auto model = readModel(options.model, *book);
    if (!model)
        return context.fail(model.error());
    auto accounts = accountsFrom(options.accounts, *book);
    if (!accounts)
        return context.fail(accounts.error());
    plan.id = options.id.empty() ? AppServices::newCommandId().substr(0, 16) : options.id;
    if (plan.id.size() > 24)
        return context.fail(invalid("engine.command-id", "the key has more than 24 characters"));
    plan.house = AccountId(kHouseId);
    plan.accounts = std::move(*accounts);
    plan.model = std::move(*model);
    plan.smallestMajor = options.smallest;
    plan.type = options.type == "market" ? OrderType::Market : OrderType::Limit;
    plan.limitPerMille = options.through;
    Result<std::vector<PlaceBlock>> blocks = unavailable("cli.no-answer");
    services.query([&](const Engine& engine) { blocks = planProgram(engine, plan); });
    if (!blocks)
        return context.fail(blocks.error());
    std::vector<std::string> ids;
    std::size_t shares = 0;
    std::vector<std::vector<std::string>> cells;
    Json planned = Json::array();
    for (PlaceBlock& block : *blocks) {
        block.leaveOutRefused = true;
        ids.push_back(block.order.commandId);
        shares += block.shares.size();
        const std::string symbol = book->instrument(block.order.instrument)->symbol;
        planned.push_back({{"block", ids.back()}, {"symbol", symbol}, {"side", name(block.order.side)}, {"quantity", block.order.quantity.text()},
            {"limit", needsLimit(block.order.type) ? Json(block.order.limit.text()) : Json()}, {"accounts", block.shares.size()}});
        cells.push_back({ids.back(), symbol, std::string(name(block.order.side)), block.order.quantity.text(), std::to_string(block.shares.size())});
    }
    const std::string text = table({"block", "symbol", "side", "quantity", "accounts"}, cells)
        + fmt::format("program {}: {} blocks, {} shares", plan.id, blocks->size(), shares);
    if (!options.place)
        return context.ok({{"program", plan.id}, {"placed", false}, {"blocks", planned}, {"shares", shares}}, text + "; nothing was placed (--place does)");
    if (const auto house = ensureHouse(services); !house)
        return context.fail(house.error());
    const auto replies = placeBlocks(services, std::move(*blocks), options.wait);
    if (!replies)
        return context.fail(replies.error());
    const auto now = services.book();
    Json done = Json::array();
    std::string after;
    bool all = true;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const Reply& reply = (*replies)[i];
        all = all && reply.accepted;
        if (reply.accepted) {
            done.push_back(blockJson(ids[i], *now));
            after += "\n" + blockText(ids[i], *now);
        }
        for (const auto& refusal : reply.refusals)
            after += fmt::format("{}: {}: {}: {}\n", ids[i], reply.accepted ? "left out" : "refused", refusal.code, refusal.detail);
    }
    context.ok({{"program", plan.id}, {"placed", true}, {"blocks", done}, {"shares", shares}}, text + "\n" + after);
    return all ? kOk : kFailed;
}

} // namespace

Command programCommand()
{
    return {{"program"}, "Rebalance many accounts to a model as one program trade of block orders",
        {"rialtoctl program model.csv --accounts all", "rialtoctl program model.csv --accounts A-1001-1,A-1002-1 --smallest 500 --place --id q3"}, [](CLI::App& app) -> Action {
            auto options = std::make_shared<ProgramOptions>();
            app.add_option("model", options->model, "CSV with the columns symbol and weight (percent of what the account is worth in the instrument's currency)")->required();
            app.add_option("--accounts", options->accounts, "Account numbers with commas between, or all")->required();
            app.add_option("--id", options->id, "Your key, at most 24 characters: the same key never places a second program");
            app.add_option("--type", options->type, "market, or limit orders through the last price")->check(CLI::IsMember({"market", "limit"}))->capture_default_str();
            app.add_option("--through", options->through, "Of limit orders: so many per mille through the last price")->check(CLI::Range(0, 100))->capture_default_str();
            app.add_option("--smallest", options->smallest, "Leave out trades below this value, in whole units of the currency")->check(CLI::Range(std::int64_t(0), std::int64_t(1'000'000'000)));
            app.add_flag("--place", options->place, "Place it; without this it is only shown");
            app.add_option("--wait", options->wait, "Venue seconds to wait for the end of the blocks")->check(CLI::Range(0, 86400))->capture_default_str();
            return [options](Context& context) { return runProgram(context, *options); };
        }};
}

} // namespace rialto::cli
