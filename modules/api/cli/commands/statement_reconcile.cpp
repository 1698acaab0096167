// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "api/cli/statement_booking.h"
#include "api/cli/statement_options.h"
#include "integration/connectors/file_source.h"
#include "integration/statements/reconcile.h"
#include "integration/statements/statement_check.h"

#include <fmt/format.h>

#include <map>

namespace rialto::cli {

namespace {

using namespace integration;

// Cash of the account that moved within the days, but for what was taken back.
std::vector<BookMovement> movementsOf(const Engine& engine, AccountId account, const Currency& currency, Date from, Date to)
{
    std::vector<BookMovement> list;
    for (const auto& group : engine.ledger().groups()) {
        if (group.account != account || group.tradeDate < from || group.tradeDate > to || group.kind == GroupKind::Reversal || group.memo == "Opening balance"
            || engine.ledger().contains("reversal:" + group.key))
            continue;
        std::int64_t minor = 0;
        for (const auto& transfer : group.transfers) {
            if (transfer.asset != AssetId::of(currency))
                continue;
            minor += transfer.to.account == account && transfer.to.bucket == Bucket::Own ? transfer.amount : 0;
            minor -= transfer.from.account == account && transfer.from.bucket == Bucket::Own ? transfer.amount : 0;
        }
        if (minor == 0)
            continue;
        const auto key = statementKeyOf(group.key);
        list.push_back({group.key, key ? key->fingerprint : "", ExactAmount::of(Money(minor, currency)), group.tradeDate, group.memo});
    }
    return list;
}

Json lineOf(const ReconciledLine& line, int digits)
{
    Json json{{"result", name(line.kind)}, {"reason", line.reason}};
    if (line.entry != nullptr) {
        const auto day = line.entry->booked ? line.entry->booked : line.entry->value;
        json["statement"] = {{"date", day ? Json(day->text()) : Json(nullptr)}, {"amount", line.entry->amount.text(digits)}, {"counterparty", line.entry->counterparty},
            {"text", line.entry->text}, {"line", line.entry->place.line}};
    }
    if (line.movement != nullptr)
        json["book"] = {{"date", line.movement->date.text()}, {"amount", line.movement->amount.text(digits)}, {"key", line.movement->key}, {"text", line.movement->text}};
    return json;
}

int reconcileFile(Context& context, const StatementArguments& arguments)
{
    const auto file = arguments.read();
    if (!file)
        return context.fail(file.error());
    BookOptions how;
    how.create = false;
    const auto session = context.open(how);
    if (!session)
        return kFailed;
    Json accounts = Json::array();
    std::string text;
    Result<void> done;
    bool clean = true;
    session->services().query([&](const Engine& engine) {
        // Pages of one account belong together.
        std::map<std::pair<std::string, std::string>, std::vector<const AccountStatement*>> groups;
        for (const auto& statement : file->statements)
            if (!statement.duplicate)
                groups[{accountKey(statement.account), statement.account.currency}].push_back(&statement);
        for (const auto& [key, statements] : groups) {
            const auto found = bookAccountOf(engine, statements.front()->account, arguments.account);
            if (!found || !*found) {
                done = found ? notFound("statement.account-unknown", "the book has no account " + statements.front()->account.id + "; say the account of the book with --account") : found.error();
                return;
            }
            const auto currency = Currency::parse(key.second);
            if (!currency) {
                done = invalid("statement.currency-unknown", "the currency \"" + key.second.substr(0, 12) + "\" of the statement is not known; say it with --currency");
                return;
            }
            std::vector<const StatementEntry*> entries;
            std::optional<Date> from;
            std::optional<Date> to;
            const auto widen = [&](const std::optional<Date>& day) {
                if (day && (!from || *day < *from))
                    from = day;
                if (day && (!to || *day > *to))
                    to = day;
            };
            for (const auto* statement : statements) {
                widen(statement->from);
                widen(statement->to);
                for (const auto& entry : statement->entries) {
                    if (entry.status != "booked" || entry.duplicate)
                        continue;
                    entries.push_back(&entry);
                    widen(entry.booked ? entry.booked : entry.value);
                }
            }
            const auto movements = from ? movementsOf(engine, (*found)->id, *currency, *from, *to) : std::vector<BookMovement>();
            const auto result = reconcile(entries, movements);
            Json lines = Json::array();
            for (const auto& line : result.lines)
                lines.push_back(lineOf(line, currency->digits()));
            const Money balance = engine.ledger().cash((*found)->id, *currency);
            Json json{{"account", (*found)->number}, {"currency", currency->code()}, {"from", from ? Json(from->text()) : Json(nullptr)}, {"to", to ? Json(to->text()) : Json(nullptr)},
                {"matched", result.matched}, {"missingHere", result.missingHere}, {"missingThere", result.missingThere}, {"differing", result.differing}, {"bookBalance", balance.text()}};
            const auto& closing = statements.back()->sum.closing;
            json["closing"] = closing ? Json(closing->amount.text(currency->digits())) : Json(nullptr);
            json["lines"] = std::move(lines);
            accounts.push_back(std::move(json));
            clean = clean && result.missingHere + result.missingThere + result.differing == 0;
            text += fmt::format("{} {}: {} matched, {} missing here, {} missing there, {} differing; book {}{}\n", (*found)->number, currency->code(), result.matched, result.missingHere,
                result.missingThere, result.differing, balance.text(), closing ? ", bank " + closing->amount.text(currency->digits()) : "");
            for (const auto& line : result.lines)
                if (line.kind != BreakKind::Matched)
                    text += fmt::format("  {}: {} {}\n", name(line.kind), line.entry != nullptr ? line.entry->amount.text(currency->digits()) : line.movement->amount.text(currency->digits()), line.reason);
        }
    });
    if (!done)
        return context.fail(done.error());
    return context.ok({{"file", fileNameOf(arguments.file)}, {"format", file->format}, {"clean", clean}, {"accounts", accounts},
                          {"method", "by fingerprint, then by amount within three days, then by reference or text (differing)"}}, text);
}

} // namespace

Command statementReconcileCommand()
{
    return {{"statement", "reconcile"}, "Compare a statement with the book: matched, missing here (in the book), missing there (on the statement), differing",
        {"rialtoctl statement reconcile january.sta --book mybook --json"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<StatementArguments>();
            given->addTo(app);
            return [given](Context& context) { return reconcileFile(context, *given); };
        }};
}

} // namespace rialto::cli
