// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/desk_program.h"
#include "api/cli/order_options.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct BlockOptions {
    std::string symbol;
    std::string side;
    std::string quantity = "0";
    std::string accounts;
    std::string method = "pro-rata";
    std::vector<std::string> weights;
    OrderOptions order;
    std::string id;
    bool preview = false;
    bool leaveOut = false;
    int wait = 10;
};

Result<BlockPlan> blockPlanFrom(const BlockOptions& options, const BookSnapshot& book)
{
    BlockPlan plan;
    const auto instrument = instrumentBySymbol(book, options.symbol);
    const auto side = parseSide(options.side);
    const auto quantity = Quantity::parse(options.quantity);
    const auto method = parseAllocationMethod(options.method);
    auto accounts = accountsFrom(options.accounts, book);
    if (!instrument)
        return instrument.error();
    if (!side)
        return side.error();
    if (!quantity)
        return quantity.error();
    if (!method)
        return method.error();
    if (!accounts)
        return accounts.error();
    plan.instrument = instrument->id;
    plan.side = *side;
    plan.quantity = *quantity;
    plan.method = *method;
    plan.accounts = std::move(*accounts);
    const bool percent = *method == AllocationMethod::Percent || *method == AllocationMethod::Model;
    for (const std::string& text : options.weights) {
        if (*method == AllocationMethod::Manual) {
            const auto share = Quantity::parse(text);
            if (!share)
                return share.error();
            plan.shares.push_back(*share);
            continue;
        }
        const auto weight = parseDecimal(text, percent ? 2 : 0); // percent to basis points
        if (!weight)
            return weight.error();
        plan.weights.push_back(*weight);
    }
    return plan;
}

int placeBlock(Context& context, const BlockOptions& options)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    AppServices& services = session->services();
    const auto plan = blockPlanFrom(options, *services.book());
    if (!plan)
        return context.fail(plan.error());
    PlaceBlock block;
    if (const auto applied = applyOrderOptions(options.order, block.order); !applied)
        return context.fail(applied.error());
    block.order.terms.user = context.user;
    Result<std::vector<BlockShare>> shares = unavailable("cli.no-answer");
    services.query([&](const Engine& engine) { shares = planBlock(engine, *plan); });
    if (!shares)
        return context.fail(shares.error());
    const auto before = services.book();
    if (options.preview) {
        Json rows = Json::array();
        std::vector<std::vector<std::string>> cells;
        Quantity total;
        for (const BlockShare& share : *shares) {
            const std::string number = before->account(share.account)->number;
            rows.push_back({{"account", number}, {"quantity", share.quantity.text()}});
            cells.push_back({number, share.quantity.text()});
            total += share.quantity;
        }
        return context.ok({{"method", options.method}, {"quantity", total.text()}, {"shares", rows}},
            table({"account", "quantity"}, cells) + fmt::format("{} {} in all, {}", options.side, total.text(), options.method));
    }
    if (const auto house = ensureHouse(services); !house)
        return context.fail(house.error());
    block.order.commandId = options.id.empty() ? AppServices::newCommandId() : options.id;
    block.order.account = AccountId(kHouseId);
    block.order.instrument = plan->instrument;
    block.order.side = plan->side;
    for (const BlockShare& share : *shares)
        block.order.quantity += share.quantity;
    block.order.terms.strategy = "block " + options.method;
    block.shares = std::move(*shares);
    block.leaveOutRefused = options.leaveOut;
    const std::string id = block.order.commandId;
    std::vector<PlaceBlock> blocks;
    blocks.push_back(std::move(block));
    const auto replies = placeBlocks(services, std::move(blocks), options.wait);
    if (!replies)
        return context.fail(replies.error());
    const Reply& reply = replies->front();
    if (!reply.accepted)
        return context.fail(reply.refusals);
    const auto book = services.book();
    Json json = blockJson(id, *book);
    json["method"] = options.method;
    json["repeated"] = reply.repeated;
    Json left = Json::array();
    std::string text = blockText(id, *book);
    for (const auto& refusal : reply.refusals) {
        left.push_back({{"code", refusal.code}, {"detail", refusal.detail}});
        text += "left out: " + refusal.code + ": " + refusal.detail + "\n";
    }
    json["leftOut"] = left;
    return context.ok(json, text);
}

} // namespace

Command blockPlaceCommand()
{
    return {{"block", "place"}, "One order at the market for many client accounts, shared out at the average price",
        {"rialtoctl block place --symbol MERI --side buy --quantity 900 --type market --accounts A-1001-1,A-1002-1,A-1003-1 --method equal",
            "rialtoctl block place --symbol MERI --side buy --quantity 1000 --limit 41.20 --accounts A-1001-1,A-1002-1 --method percent --weights 60,40 --preview",
            "rialtoctl block place --symbol MERI --side buy --type market --accounts all --method model --weights 2.5 --leave-out"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<BlockOptions>();
            app.add_option("--symbol", options->symbol, "Instrument")->required();
            app.add_option("--side", options->side, "buy or sell")->required()->check(CLI::IsMember({"buy", "sell"}));
            app.add_option("--quantity", options->quantity, "In all; not with --method model");
            app.add_option("--accounts", options->accounts, "Account numbers with commas between, or all")->required();
            app.add_option("--method", options->method,
                   "pro-rata (by --weights, else by what each account is worth), percent, equal, model (each account to a target weight), manual")
                ->check(CLI::IsMember({"pro-rata", "percent", "equal", "model", "manual"}))->capture_default_str();
            app.add_option("--weights", options->weights, "One an account: weights, percents that make 100, or quantities; with model one target in percent")->delimiter(',');
            addOrderOptions(app, options->order);
            app.add_option("--id", options->id, "Your key, at most 40 characters: the same key never places a second block");
            app.add_flag("--preview", options->preview, "Only show the shares");
            app.add_flag("--leave-out", options->leaveOut, "Accounts that are refused are left out; without this one refusal refuses the block");
            app.add_option("--wait", options->wait, "Venue seconds to wait for its end")->check(CLI::Range(0, 86400))->capture_default_str();
            return [options](Context& context) { return placeBlock(context, *options); };
        }};
}

} // namespace rialto::cli
