// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"

namespace rialto::cli {

namespace {

int show(Context& context, const std::string& accountNumber)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    AppServices& services = session->services();
    const auto book = services.book();
    AccountId only;
    if (!accountNumber.empty()) {
        const auto account = accountByNumber(*book, accountNumber);
        if (!account)
            return context.fail(account.error());
        only = *account;
    }
    Json positions = Json::array();
    std::vector<std::vector<std::string>> rows;
    for (const auto& position : book->positions) {
        if ((only.valid() && position.account != only) || position.quantity.isZero())
            continue;
        std::optional<Price> mark;
        services.marks([&](const AppServices::MarkOf& markOf) { mark = markOf(position.instrument); });
        const Json json = toJson(position, *book, mark);
        positions.push_back(json);
        rows.push_back({json["account"], json["symbol"], json["quantity"], json["cost"], json.value("mark", ""), json.value("value", ""),
            json.value("unrealised", ""), json["realised"], json["currency"]});
    }
    Json cash = Json::array();
    std::vector<std::vector<std::string>> cashRows;
    for (const auto& row : book->cash) {
        if (only.valid() && row.account != only)
            continue;
        const Json json = toJson(row, *book);
        cash.push_back(json);
        cashRows.push_back({json["account"], json["currency"], json["balance"], json["reserved"], json["available"], json["pending"]});
    }
    return context.ok({{"time", isoUtc(book->time)}, {"positions", positions}, {"cash", cash}},
        table({"account", "symbol", "quantity", "cost", "mark", "value", "unrealised", "realised", "currency"}, rows) + "\n"
            + table({"account", "currency", "balance", "reserved", "available", "pending"}, cashRows));
}

} // namespace

Command positionsCommand()
{
    return {{"positions"}, "Holdings and cash, at the market's last prices",
        {"rialtoctl positions", "rialtoctl positions --account A-1001-1 --json"}, [](CLI::App& app) -> Action {
            auto account = std::make_shared<std::string>();
            app.add_option("--account", *account, "Only this account");
            return [account](Context& context) { return show(context, *account); };
        }};
}

} // namespace rialto::cli
