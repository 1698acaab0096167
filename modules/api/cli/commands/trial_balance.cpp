// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"

#include "ledger/ledger.h"

#include <fmt/format.h>

#include <map>

namespace rialto::cli {

namespace {

struct TrialBalanceArguments {
    std::string asOf;
    std::string knownAt;
    std::string compare;
    std::string account;
};

/// What is true up to a day, as the book knew it at an instant.
struct TwoTimes {
    std::optional<Date> asOf;
    std::optional<Timestamp> knownAt;
};

using Balances = std::map<std::pair<AssetId, Bucket>, std::int64_t>;

/// A day means its last nanosecond in UTC.
Result<std::optional<Timestamp>> instantOf(const std::string& text)
{
    if (text.empty())
        return std::optional<Timestamp>();
    if (const auto day = Date::parse(text))
        return std::optional(Timestamp((*day + 1).startUtc().nanos - 1));
    const auto time = parseIso(text);
    if (!time)
        return time.error();
    return std::optional(*time);
}

Balances balancesOf(const std::vector<TransferGroup>& groups, const TwoTimes& times, const std::optional<AccountId>& account)
{
    Balances balances;
    for (const TransferGroup& group : groups) {
        if ((account && group.account != *account) || (times.asOf && *times.asOf < group.tradeDate) || (times.knownAt && *times.knownAt < group.knownAt))
            continue;
        for (const Transfer& transfer : group.transfers) {
            balances[{transfer.asset, transfer.to.bucket}] += transfer.amount;
            balances[{transfer.asset, transfer.from.bucket}] -= transfer.amount;
        }
    }
    std::erase_if(balances, [](const auto& entry) { return entry.second == 0; });
    return balances;
}

std::string assetName(AssetId asset, const Engine& engine)
{
    if (!asset.isInstrument())
        return asset.currency().code();
    const auto found = engine.instruments().find(asset.instrument());
    return found == engine.instruments().end() ? "instrument " + std::to_string(asset.instrument().value) : found->second.symbol;
}

std::string amountOf(AssetId asset, std::int64_t amount)
{
    return asset.isInstrument() ? Quantity::fromRaw(amount).text() : Money(amount, asset.currency()).text();
}

Json rowsOf(const Balances& balances, const Engine& engine, std::string& text)
{
    Json rows = Json::array();
    for (const auto& [key, amount] : balances) {
        const std::string bucket(name(key.second));
        rows.push_back({{"asset", assetName(key.first, engine)}, {"bucket", bucket}, {"balance", amountOf(key.first, amount)}});
        text += fmt::format("{:<12} {:<10} {:>22}\n", assetName(key.first, engine), bucket, amountOf(key.first, amount));
    }
    return rows;
}

int trialBalance(Context& context, const TrialBalanceArguments& arguments)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    TwoTimes times;
    if (!arguments.asOf.empty()) {
        const auto day = Date::parse(arguments.asOf);
        if (!day)
            return context.fail(day.error());
        times.asOf = *day;
    }
    const auto known = instantOf(arguments.knownAt);
    const auto other = instantOf(arguments.compare);
    if (!known)
        return context.fail(known.error());
    if (!other)
        return context.fail(other.error());
    times.knownAt = *known;
    std::optional<AccountId> account;
    if (!arguments.account.empty()) {
        for (const Account& each : session->services().book()->accounts)
            if (each.number == arguments.account)
                account = each.id;
        if (!account)
            return context.fail(notFound("cli.account-unknown", arguments.account));
    }
    Json json{{"asOf", arguments.asOf}, {"knownAt", arguments.knownAt}, {"account", arguments.account}};
    std::string text;
    bool balanced = true;
    session->services().query([&](const Engine& engine) {
        const auto& groups = engine.ledger().groups();
        const Balances balances = balancesOf(groups, times, account);
        json["rows"] = rowsOf(balances, engine, text);
        std::map<AssetId, std::int64_t> sums;
        for (const auto& [key, amount] : balances)
            sums[key.first] += amount;
        for (const auto& [asset, sum] : sums)
            balanced = balanced && sum == 0;
        json["assets"] = sums.size();
        json["balanced"] = balanced;
        text += fmt::format("{} assets, {}", sums.size(), balanced ? "each sums to zero" : "NOT BALANCED");
        if (!arguments.compare.empty()) {
            TwoTimes later = times;
            later.knownAt = *other;
            Balances difference = balancesOf(groups, later, account);
            for (const auto& [key, amount] : balances)
                difference[key] -= amount;
            std::erase_if(difference, [](const auto& entry) { return entry.second == 0; });
            std::string changes;
            json["restatedAt"] = arguments.compare;
            json["restated"] = rowsOf(difference, engine, changes);
            text += "\nrestated, as known at " + arguments.compare + ":\n" + (changes.empty() ? "nothing\n" : changes);
            text.pop_back();
        }
        json["conventions"] = {{"asOf", "trade dates up to and with that day"}, {"knownAt", "entries that the book had by then; a day means its end in UTC"},
            {"sign", "what came into a bucket less what left it"}};
    });
    const int told = context.ok(json, text);
    return balanced ? told : kFailed;
}

} // namespace

Command trialBalanceCommand()
{
    return {{"trial-balance"}, "What the ledger holds by asset and bucket, as of a day and as known at an instant; each asset sums to zero",
        {"rialtoctl trial-balance --book mybook", "rialtoctl trial-balance --as-of 2025-03-31 --known-at 2025-04-15 --json",
            "rialtoctl trial-balance --as-of 2025-03-31 --known-at 2025-04-01 --restated-at 2025-12-31"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<TrialBalanceArguments>();
            app.add_option("--as-of", given->asOf, "Last trade date that counts, YYYY-MM-DD; default: all");
            app.add_option("--known-at", given->knownAt, "Only what the book knew then: a day or 2025-04-15T12:00:00Z; default: all");
            app.add_option("--restated-at", given->compare, "Also what changed when this was known instead");
            app.add_option("--account", given->account, "Only this account");
            return [given](Context& context) { return trialBalance(context, *given); };
        }};
}

} // namespace rialto::cli
