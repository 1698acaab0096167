// SPDX-License-Identifier: GPL-3.0-or-later
// OrderOptions: the options that every verb which places orders has, and the request that they make. Errors: those of the
// words and decimals (domain.*), cli.account-unknown, cli.symbol-unknown, cli.leg (an order of a group that cannot be read).
#pragma once

#include "api/cli/book_json.h"

#include <string>
#include <vector>

namespace rialto::cli {

struct OrderOptions {
    std::string type = "limit";
    std::string limit;
    std::string tif = "day";
    std::string trigger;
    std::string trail;     // "0.25" or "1.5%"
    std::string display;
    bool hidden = false;
    bool postOnly = false;
    std::string peg = "primary";
    std::string pegOffset;
    std::string goodTill;
};

void addOrderOptions(CLI::App& app, OrderOptions& options);
/// Type, times and terms; the rest of the request is the caller's.
Result<void> applyOrderOptions(const OrderOptions& options, OrderRequest& request);

/// "sell 100 limit 45.00", "sell 100 stop 39.50", "buy 10 stop-limit 41 limit 41.20 gtc", "sell 100 trailing-stop 1.5%": side,
/// quantity, type, and what the type needs: triggers and trails directly after the type, a limit after "limit".
Result<OrderRequest> parseLeg(const std::string& text);

/// An order of the book by its number; one without a number when the book as this user sees it has none.
Order orderIn(const BookSnapshot& book, OrderId id);

/// Waits for the end of an order, at most so many venue seconds. Nothing when time went by as it should.
Result<void> waitForOrder(AppServices& services, OrderId order, int seconds);

/// What is done at this workstation instead of at the broker, one sentence each.
std::string noteText(const std::vector<std::string>& notes);

} // namespace rialto::cli
