// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/desk_program.h"

#include "api/cli/order_options.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct Block {
    const Order* parent = nullptr;
    std::vector<const Order*> shares;
};

Block findBlock(const std::string& group, const BookSnapshot& book)
{
    Block block;
    for (const Order& order : book.orders) {
        if (order.request.terms.link != Link::Block || order.request.terms.group != group)
            continue;
        if (order.request.terms.parent)
            block.parent = &order;
        else
            block.shares.push_back(&order);
    }
    return block;
}

std::string numberOf(const BookSnapshot& book, AccountId id)
{
    const Account* account = book.account(id);
    return account == nullptr ? std::to_string(id.value) : account->number;
}

// The one allocation of a share, if it got any.
const FillRow* allocationOf(const Order& share, const BookSnapshot& book)
{
    for (auto it = book.fills.rbegin(); it != book.fills.rend(); ++it)
        if (it->report.order == share.id)
            return &*it;
    return nullptr;
}

} // namespace

Result<std::vector<AccountId>> accountsFrom(const std::string& text, const BookSnapshot& book)
{
    std::vector<AccountId> ids;
    if (text == "all") {
        for (const Account& account : book.accounts)
            if (account.id != AccountId(kHouseId))
                ids.push_back(account.id);
        return ids;
    }
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(',', at), text.size());
        const auto id = accountByNumber(book, text.substr(at, end - at));
        if (!id)
            return id.error();
        ids.push_back(*id);
        at = end + 1;
    }
    return ids;
}

Result<void> ensureHouse(AppServices& services)
{
    std::vector<EngineHost::Body> bodies;
    services.query([&](const Engine& engine) {
        for (auto& command : houseCommands(engine))
            std::visit([&](auto& each) { bodies.emplace_back(std::move(each)); }, command);
    });
    Result<void> done;
    if (bodies.empty())
        return done;
    services.program(std::move(bodies), [&](const Result<std::vector<Reply>>& replies) {
        if (!replies)
            done = replies.error();
        else
            for (const Reply& reply : *replies)
                if (!reply.accepted)
                    done = refused(reply.refusals.front().code, reply.refusals.front().detail);
    });
    return done;
}

Result<std::vector<Reply>> placeBlocks(AppServices& services, std::vector<PlaceBlock> blocks, int seconds)
{
    Result<std::vector<Reply>> replies = unavailable("cli.no-answer");
    std::vector<EngineHost::Body> bodies(std::make_move_iterator(blocks.begin()), std::make_move_iterator(blocks.end()));
    services.program(std::move(bodies), [&](const Result<std::vector<Reply>>& answer) { replies = answer; });
    if (!replies)
        return replies;
    const Timestamp deadline = services.session().venueTime + seconds * kNanosPerSecond;
    for (const Reply& reply : *replies) {
        const std::int64_t left = deadline - services.session().venueTime;
        if (!reply.accepted || left <= 0)
            continue;
        if (const auto waited = waitForOrder(services, reply.order, static_cast<int>((left + kNanosPerSecond - 1) / kNanosPerSecond)); !waited)
            return waited.error();
    }
    return replies;
}

Json blockJson(const std::string& group, const BookSnapshot& book)
{
    const Block block = findBlock(group, book);
    Json shares = Json::array();
    for (const Order* share : block.shares) {
        const FillRow* got = allocationOf(*share, book);
        shares.push_back({{"account", numberOf(book, share->request.account)}, {"order", share->id.value}, {"wanted", share->request.quantity.text()},
            {"allocated", share->filled.text()}, {"price", got == nullptr ? Json() : Json(got->report.lastPrice.text())},
            {"fee", got == nullptr ? Json() : Json(got->report.fee.text())}, {"tax", got == nullptr ? Json() : Json(got->report.tax.text())},
            {"state", name(share->state)}, {"reason", share->reason}});
    }
    return {{"block", group}, {"order", block.parent == nullptr ? Json() : toJson(*block.parent, book)}, {"shares", shares}};
}

std::string blockText(const std::string& group, const BookSnapshot& book)
{
    const Block block = findBlock(group, book);
    if (block.parent == nullptr)
        return "";
    const Order& order = *block.parent;
    const Instrument* instrument = book.instrument(order.request.instrument);
    std::string text = fmt::format("block {}: {} {} {} {}, filled {}{}\n", group, name(order.request.side), order.request.quantity.text(),
        instrument == nullptr ? "?" : instrument->symbol, name(order.state), order.filled.text(),
        order.filled.isZero() || instrument == nullptr ? "" : " at " + averagePrice(order, *instrument) + " on average");
    std::vector<std::vector<std::string>> cells;
    for (const Order* share : block.shares) {
        const FillRow* got = allocationOf(*share, book);
        cells.push_back({numberOf(book, share->request.account), share->request.quantity.text(), share->filled.text(),
            got == nullptr ? "" : got->report.lastPrice.text(), got == nullptr ? "" : got->report.fee.text(), std::string(name(share->state)), share->reason});
    }
    return text + table({"account", "wanted", "allocated", "price", "fee", "state", "reason"}, cells);
}

std::vector<std::string> blocksOf(const BookSnapshot& book)
{
    std::vector<std::string> groups;
    for (const Order& order : book.orders)
        if (order.request.terms.link == Link::Block && order.request.terms.parent)
            groups.push_back(order.request.terms.group);
    return groups;
}

} // namespace rialto::cli
