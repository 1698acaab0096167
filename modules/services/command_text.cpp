// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/command_text.h"

#include <nlohmann/json.hpp>

#include <exception>

namespace rialto {

namespace {

using Json = nlohmann::ordered_json;

std::string accountName(const Engine& engine, AccountId id)
{
    const auto found = engine.accounts().find(id);
    return found == engine.accounts().end() ? "account " + std::to_string(id.value) : found->second.number;
}

std::string symbolOf(const Engine& engine, InstrumentId id)
{
    const auto found = engine.instruments().find(id);
    return found == engine.instruments().end() ? "instrument " + std::to_string(id.value) : found->second.symbol;
}

std::string priceWords(OrderType type, Price limit)
{
    const std::string kind = type == OrderType::Limit || type == OrderType::Market ? std::string() : std::string(name(type)) + " ";
    return kind + (needsLimit(type) ? "at " + limit.text() : std::string("at market"));
}

/// A number that must be one of the first `count` values of an enumeration.
template <class Enum>
Enum enumFrom(const Json& json, const char* key, int count)
{
    const int number = json.at(key).get<int>();
    if (number < 0 || number >= count)
        throw std::out_of_range(key);
    return static_cast<Enum>(number);
}

Date dateFrom(const Json& json, const char* key)
{
    const auto date = Date::parse(json.at(key).get<std::string>());
    if (!date)
        throw std::invalid_argument(key);
    return *date;
}

Currency currencyFrom(const Json& json)
{
    const auto currency = Currency::parse(json.at("currency").get<std::string>());
    if (!currency)
        throw std::invalid_argument("currency");
    return *currency;
}

Json requestJson(const OrderRequest& asked)
{
    return {{"command", asked.commandId}, {"account", asked.account.value}, {"instrument", asked.instrument.value}, {"side", static_cast<int>(asked.side)},
        {"type", static_cast<int>(asked.type)}, {"tif", static_cast<int>(asked.tif)}, {"quantity", asked.quantity.raw()}, {"limit", asked.limit.raw()},
        {"terms", text(asked.terms)}};
}

OrderRequest requestFrom(const Json& json)
{
    OrderRequest asked;
    asked.commandId = json.at("command").get<std::string>();
    asked.account = AccountId(json.at("account").get<std::uint64_t>());
    asked.instrument = InstrumentId(json.at("instrument").get<std::uint32_t>());
    asked.side = enumFrom<Side>(json, "side", 2);
    asked.type = enumFrom<OrderType>(json, "type", kOrderTypes);
    asked.tif = enumFrom<TimeInForce>(json, "tif", kTimesInForce);
    asked.quantity = Quantity::fromRaw(json.at("quantity").get<std::int64_t>());
    asked.limit = Price::fromRaw(json.at("limit").get<std::int64_t>());
    auto terms = parseOrderTerms(json.at("terms").get<std::string>());
    if (!terms)
        throw std::invalid_argument("terms");
    asked.terms = std::move(*terms);
    return asked;
}

EngineHost::Body bodyFrom(const Json& json)
{
    const auto kind = json.at("kind").get<std::string>();
    if (kind == "place")
        return PlaceOrder{requestFrom(json)};
    if (kind == "group") {
        PlaceGroup group{json.at("command").get<std::string>(), enumFrom<Link>(json, "link", 5), {}};
        for (const Json& order : json.at("orders"))
            group.orders.push_back(requestFrom(order));
        return group;
    }
    if (kind == "block") {
        PlaceBlock block{requestFrom(json.at("order")), {}, json.at("leaveOutRefused").get<bool>()};
        for (const Json& share : json.at("shares"))
            block.shares.push_back({AccountId(share.at(0).get<std::uint64_t>()), Quantity::fromRaw(share.at(1).get<std::int64_t>())});
        return block;
    }
    if (kind == "replace")
        return ReplaceOrder{json.at("command").get<std::string>(), OrderId(json.at("order").get<std::uint64_t>()),
            Quantity::fromRaw(json.at("quantity").get<std::int64_t>()), Price::fromRaw(json.at("limit").get<std::int64_t>())};
    if (kind == "cash")
        return MoveCash{json.at("command").get<std::string>(), AccountId(json.at("account").get<std::uint64_t>()),
            Money(json.at("minor").get<std::int64_t>(), currencyFrom(json)), json.at("memo").get<std::string>()};
    if (kind == "client")
        return AddClient{{ClientId(json.at("id").get<std::uint64_t>()), HouseholdId(json.at("household").get<std::uint64_t>()), json.at("number").get<std::string>(),
            json.at("name").get<std::string>(), json.at("nameZh").get<std::string>(), dateFrom(json, "since")}};
    if (kind == "account")
        return AddAccount{{AccountId(json.at("id").get<std::uint64_t>()), ClientId(json.at("client").get<std::uint64_t>()), json.at("number").get<std::string>(),
            currencyFrom(json), dateFrom(json, "opened")}};
    throw std::invalid_argument("kind");
}

} // namespace

std::string commandText(const EngineHost::Body& body)
{
    Json json;
    if (const auto* place = std::get_if<PlaceOrder>(&body)) {
        json = requestJson(place->request);
        json["kind"] = "place";
    } else if (const auto* group = std::get_if<PlaceGroup>(&body)) {
        json = {{"kind", "group"}, {"command", group->commandId}, {"link", static_cast<int>(group->link)}, {"orders", Json::array()}};
        for (const OrderRequest& order : group->orders)
            json["orders"].push_back(requestJson(order));
    } else if (const auto* block = std::get_if<PlaceBlock>(&body)) {
        json = {{"kind", "block"}, {"order", requestJson(block->order)}, {"leaveOutRefused", block->leaveOutRefused}, {"shares", Json::array()}};
        for (const BlockShare& share : block->shares)
            json["shares"].push_back({share.account.value, share.quantity.raw()});
    } else if (const auto* change = std::get_if<ReplaceOrder>(&body)) {
        json = {{"kind", "replace"}, {"command", change->commandId}, {"order", change->order.value}, {"quantity", change->quantity.raw()}, {"limit", change->limit.raw()}};
    } else if (const auto* cash = std::get_if<MoveCash>(&body)) {
        json = {{"kind", "cash"}, {"command", cash->commandId}, {"account", cash->account.value}, {"minor", cash->amount.minor()}, {"currency", cash->amount.currency().code()},
            {"memo", cash->memo}};
    } else if (const auto* added = std::get_if<AddClient>(&body)) {
        const Client& client = added->client;
        json = {{"kind", "client"}, {"id", client.id.value}, {"household", client.household.value}, {"number", client.number}, {"name", client.name}, {"nameZh", client.nameZh},
            {"since", client.since.text()}};
    } else if (const auto* opened = std::get_if<AddAccount>(&body)) {
        const Account& account = opened->account;
        json = {{"kind", "account"}, {"id", account.id.value}, {"client", account.client.value}, {"number", account.number}, {"currency", account.base.code()},
            {"opened", account.opened.text()}};
    } else {
        return {};
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<EngineHost::Body> commandFrom(const std::string& text)
{
    try {
        return bodyFrom(Json::parse(text));
    } catch (const std::exception& error) {
        return corrupt("services.command-text", error.what());
    }
}

std::string commandSubject(const EngineHost::Body& body, const Engine& engine)
{
    const auto orderWords = [&engine](const OrderRequest& asked) {
        return std::string(name(asked.side)) + " " + asked.quantity.text() + " " + symbolOf(engine, asked.instrument) + " " + priceWords(asked.type, asked.limit) + " for "
            + accountName(engine, asked.account);
    };
    if (const auto* place = std::get_if<PlaceOrder>(&body))
        return orderWords(place->request);
    if (const auto* group = std::get_if<PlaceGroup>(&body); group != nullptr && !group->orders.empty())
        return std::string(name(group->link)) + " of " + std::to_string(group->orders.size()) + " orders, the first: " + orderWords(group->orders.front());
    if (const auto* block = std::get_if<PlaceBlock>(&body))
        return "block for " + std::to_string(block->shares.size()) + " accounts: " + orderWords(block->order);
    if (const auto* change = std::get_if<ReplaceOrder>(&body))
        return "change order " + std::to_string(change->order.value) + " to " + change->quantity.text() + " at " + change->limit.text();
    if (const auto* cash = std::get_if<MoveCash>(&body))
        return std::string(cash->amount.isNegative() ? "withdraw " : "pay in ") + (cash->amount.isNegative() ? -cash->amount : cash->amount).text() + " "
            + cash->amount.currency().code() + (cash->amount.isNegative() ? " from " : " to ") + accountName(engine, cash->account);
    if (const auto* added = std::get_if<AddClient>(&body))
        return "new client " + added->client.number;
    if (const auto* opened = std::get_if<AddAccount>(&body))
        return "new account " + opened->account.number + " in " + opened->account.base.code();
    return std::string(name(callOf(body)));
}

} // namespace rialto
