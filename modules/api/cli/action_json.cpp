// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/action_json.h"

#include "api/cli/book_json.h"

#include <algorithm>

namespace rialto::cli {

void addActionOptions(CLI::App& app, const std::shared_ptr<ActionArguments>& given)
{
    app.add_option("terms", given->words,
           "What happens, as: split MERI ratio=2:1 | bonus MERI ratio=1:10 | dividend MERI price=0.75 tax=15% | spin-off MERI ratio=1:5 target=KIDD basis=0.12 | rights MERI ratio=1:4 "
           "target=MERI.R basis=0 | merger MERI ratio=0.4 target=ACQ price=3.20 | return-of-capital MERI price=1.10 | ticker-change MERI target=MRDA | delisting MERI price=0.05; "
           "'whole lieu=12.34' pays fractions in cash")
        ->required();
    app.add_option("--date", given->date, "The day it takes effect; holdings count as that day begins")->required();
    app.add_option("--id", given->id, "Names the action for ever; default: what happens, symbol and date");
    app.add_option("--new-instrument", given->newInstrument, "Name of the target, which is added where the book lacks it");
}

Result<ActionTerms> termsOfWords(const ActionArguments& given)
{
    const auto date = Date::parse(given.date);
    if (!date)
        return date.error();
    std::string line;
    for (const std::string& word : given.words)
        line += (line.empty() ? "" : " ") + word;
    return ActionTerms::parse(line, *date);
}

Result<void> addTarget(AppServices& services, const ActionArguments& given, const ActionTerms& terms)
{
    if (terms.target.empty() || given.newInstrument.empty())
        return {};
    std::optional<Instrument> made;
    services.query([&](const Engine& engine) {
        const Instrument* source = engine.findInstrument(terms.symbol);
        if (source == nullptr || engine.findInstrument(terms.target) != nullptr)
            return;
        made = *source;
        made->id = InstrumentId(engine.instruments().empty() ? 1 : engine.instruments().rbegin()->first.value + 1);
        made->symbol = terms.target;
        made->name = given.newInstrument;
        made->nameZh.clear();
        made->mic = std::string(kNoMarket); // nobody makes a market in it yet
    });
    if (!made)
        return {};
    Result<Reply> reply = unavailable("cli.no-answer");
    services.command(AddInstrument{*made}, [&](const Result<Reply>& answer) { reply = answer; });
    if (!reply)
        return reply.error();
    return reply->accepted ? Result<void>() : Result<void>(refused(reply->refusals.front().code, reply->refusals.front().detail));
}

namespace {

std::string actionAccount(const Engine& engine, AccountId id)
{
    const auto found = engine.accounts().find(id);
    return found == engine.accounts().end() ? std::to_string(id.value) : found->second.number;
}

} // namespace

Json previewsJson(const std::vector<ActionPreview>& previews, const Engine& engine)
{
    Json list = Json::array();
    for (const auto& preview : previews) {
        const auto money = [&](std::int64_t minor) { return Money(minor, preview.currency).text(); };
        Json json{{"account", actionAccount(engine, preview.account)}, {"held", preview.held.text()}, {"after", preview.after.text()}, {"received", preview.received.text()},
            {"cash", preview.cash.text()}, {"tax", preview.tax.text()}, {"currency", preview.currency.code()}, {"key", preview.group.key}};
        if (preview.refused) {
            json["refused"] = {{"code", preview.refused->code}, {"detail", preview.refused->detail}};
        } else {
            Json legs = Json::array();
            for (const auto& transfer : preview.group.transfers) {
                const bool instrument = transfer.asset.isInstrument();
                const auto found = instrument ? engine.instruments().find(transfer.asset.instrument()) : engine.instruments().end();
                legs.push_back({{"from", std::string(name(transfer.from.bucket))}, {"to", std::string(name(transfer.to.bucket))},
                    {"asset", !instrument ? transfer.asset.currency().code() : found == engine.instruments().end() ? "?" : found->second.symbol},
                    {"amount", instrument ? Quantity::fromRaw(transfer.amount).text() : Money(transfer.amount, transfer.asset.currency()).text()}});
            }
            json["legs"] = legs;
            json["proof"] = {{"basisBefore", money(preview.outcome.basisBefore)}, {"gainRecognised", money(preview.outcome.recognised)}, {"basisAfter", money(preview.outcome.basisAfter)},
                {"cash", money(preview.outcome.cash)}, {"conserved", preview.outcome.conserves()}};
        }
        list.push_back(std::move(json));
    }
    return list;
}

std::string previewsText(const std::vector<ActionPreview>& previews, const Engine& engine)
{
    std::vector<std::vector<std::string>> rows;
    for (const auto& preview : previews)
        rows.push_back({actionAccount(engine, preview.account), preview.held.text(), preview.after.text(), preview.received.text(), preview.cash.text() + " " + preview.currency.code(),
            Money(preview.outcome.basisBefore, preview.currency).text(), Money(preview.outcome.basisAfter, preview.currency).text(),
            Money(preview.outcome.recognised, preview.currency).text(), preview.refused ? preview.refused->code : "ok"});
    return table({"account", "held", "after", "received", "cash", "basis before", "basis after", "gain", "state"}, rows);
}

} // namespace rialto::cli
