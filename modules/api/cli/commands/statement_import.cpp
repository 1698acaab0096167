// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "api/cli/statement_booking.h"
#include "api/cli/statement_options.h"
#include "integration/connectors/file_source.h"

#include <fmt/format.h>

#include <set>

namespace rialto::cli {

namespace {

Json knownInBook(const integration::StatementFile& file, const std::vector<std::string>& known)
{
    Json list = Json::array();
    const std::set<std::string> all(known.begin(), known.end());
    for (const auto& statement : file.statements)
        for (const auto& entry : statement.entries)
            if (!entry.duplicate && all.count(entry.fingerprint) != 0)
                list.push_back({{"fingerprint", entry.fingerprint}, {"amount", entry.amount.text(integration::minorDigits(entry.currency))}, {"id", entry.id},
                    {"where", "book"}, {"line", entry.place.line}});
    return list;
}

int showStatement(Context& context, const Json& document, std::string text)
{
    if (!text.empty() && text.back() == '\n')
        text.pop_back();
    return context.ok(document, text);
}

// What the book says after the import, against what the bank says.
Json accountsAfter(const Engine& engine, const StatementBooking& booking, std::string& text)
{
    Json list = Json::array();
    for (const auto& booked : booking.accounts) {
        const Money balance = engine.ledger().cash(booked.account.id, booked.currency);
        Json json{{"account", booked.account.number}, {"currency", booked.currency.code()}, {"created", booked.created}};
        json["openingEntered"] = booked.opening ? Json(booked.opening->text()) : Json(nullptr);
        json["bookBalance"] = balance.text();
        text += "  " + booked.account.number + " " + booked.currency.code() + (booked.created ? " (opened)" : "") + ": book " + balance.text();
        if (const auto& closing = booked.statement->sum.closing) {
            const auto difference = closing->amount - integration::ExactAmount::of(balance);
            json["closing"] = closing->amount.text(booked.currency.digits());
            json["closingReproduced"] = difference.isZero();
            json["difference"] = difference.text(booked.currency.digits());
            text += difference.isZero() ? ", as the bank says" : ", the bank says " + closing->amount.text(booked.currency.digits());
        }
        text += "\n";
        list.push_back(std::move(json));
    }
    return list;
}

int importStatement(Context& context, const StatementArguments& arguments)
{
    const auto file = arguments.read();
    if (!file)
        return context.fail(file.error());
    Json document{{"file", integration::fileNameOf(arguments.file)}, {"dryRun", arguments.dryRun}};
    document.update(Json::parse(integration::toJson(*file)));
    std::string text = integration::toText(*file);
    if (arguments.dryRun && context.book.empty())
        return showStatement(context, document, text);
    BookOptions how;
    how.create = !arguments.dryRun;
    const auto session = context.open(how);
    if (!session)
        return kFailed;
    Result<StatementBooking> booking = unavailable("cli.no-answer");
    const BookingOptions options{arguments.account, arguments.acceptProblems || arguments.dryRun, true};
    session->services().query([&](const Engine& engine) { booking = planBooking(engine, *file, options); });
    if (!booking) {
        if (!arguments.dryRun)
            return context.fail(booking.error());
        document["booking"] = {{"code", booking.error().code}, {"detail", booking.error().detail}};
        return showStatement(context, document, text + "  would not be imported: " + booking.error().detail + "\n");
    }
    for (auto& duplicate : knownInBook(*file, booking->known))
        document["duplicates"].push_back(std::move(duplicate));
    document["alreadyInBook"] = booking->known.size();
    if (booking->roundedEntries > 0)
        document["roundedEntries"] = booking->roundedEntries;
    if (arguments.dryRun) {
        document["wouldImport"] = booking->input.entries.size();
        return showStatement(context, document, text + fmt::format("  would import {} entries, {} stand in the book\n", booking->input.entries.size(), booking->known.size()));
    }
    const std::size_t fresh = booking->input.entries.size();
    if (fresh > 0) {
        Result<Reply> reply = unavailable("cli.no-answer");
        session->services().command(booking->input, [&](const Result<Reply>& answer) { reply = answer; });
        if (!reply)
            return context.fail(reply.error());
        if (!reply->accepted)
            return context.fail(reply->refusals);
    }
    document["imported"] = fresh;
    document["batch"] = fresh > 0 ? Json(booking->input.batch) : Json(nullptr);
    text += fresh > 0 ? fmt::format("imported {} entries as batch {} (undo: rialtoctl statement undo {}), {} stood in the book\n", fresh, booking->input.batch, booking->input.batch, booking->known.size())
                      : fmt::format("nothing imported: all {} entries stand in the book\n", booking->known.size());
    session->services().query([&](const Engine& engine) { document["book"] = accountsAfter(engine, *booking, text); });
    return showStatement(context, document, text);
}

} // namespace

Command statementImportCommand()
{
    return {{"statement", "import"}, "Import the statement of a bank or broker (CAMT, MT940, OFX, QIF, IBKR Flex, CSV) as one batch, after checking its sums",
        {"rialtoctl statement import january.xml --dry-run --json", "rialtoctl statement import january.sta --book mybook --account A-1001-1",
            "rialtoctl statement import export.csv --mapping '{\"date\": \"Booked on\", \"amount\": 4}' --dry-run"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<StatementArguments>();
            given->addTo(app);
            app.add_flag("--dry-run", given->dryRun, "Read, check and show; needs no book and stores nothing");
            app.add_flag("--accept-problems", given->acceptProblems, "Import although sums differ or fields are missing");
            return [given](Context& context) { return importStatement(context, *given); };
        }};
}

} // namespace rialto::cli
