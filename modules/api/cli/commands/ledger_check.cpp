// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"

#include "base/hash.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

std::string hex(std::uint64_t value) { return fmt::format("{:016x}", value); }

int check(Context& context)
{
    BookOptions options;
    options.create = false; // a folder without a book has nothing to check
    const auto session = context.open(options);
    if (!session)
        return kFailed;
    Result<void> checked;
    Json json;
    session->services().query([&](const Engine& engine) {
        checked = engine.ledger().check();
        json = {{"balanced", checked.ok()}, {"groups", engine.ledger().groups().size()},
            {"balances", engine.ledger().trialBalance().size()}, {"orders", engine.orders().orders().size()},
            {"fills", engine.fills().size()}, {"ledgerHash", hex(engine.ledger().hash())}, {"bookHash", hex(engine.hash())}};
    });
    if (json.is_null())
        return context.fail(unavailable("cli.no-answer"));
    if (!checked)
        return context.fail(checked.error());
    return context.ok(json, fmt::format("The ledger balances: {} groups, every asset sums to zero, a rebuild is equal (hash {}).",
                                json["groups"].get<std::size_t>(), json["ledgerHash"].get<std::string>()));
}

} // namespace

Command ledgerCheckCommand()
{
    return {{"ledger", "check"}, "Rebuild the ledger from its facts and compare; every asset must sum to zero",
        {"rialtoctl ledger check", "rialtoctl ledger check --book ~/my-book --json"}, [](CLI::App&) -> Action { return check; }};
}

} // namespace rialto::cli
