// SPDX-License-Identifier: GPL-3.0-or-later
// How the console shows things of a book: JSON (exact decimals as strings, times as ISO 8601 UTC) and aligned text tables.
#pragma once

#include "api/cli/command.h"
#include "services/book_snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace rialto::cli {

Json toJson(const Order& order, const BookSnapshot& book);
Json toJson(const FillRow& fill, const BookSnapshot& book);
Json toJson(const PositionRow& position, const BookSnapshot& book, const std::optional<Price>& mark);
Json toJson(const CashRow& cash, const BookSnapshot& book);

/// "0.00" when nothing is filled.
std::string averagePrice(const Order& order, const Instrument& instrument);

/// Columns padded to the widest cell; the header is underlined. Cells that start with a digit or sign are aligned right.
std::string table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows);

/// By account number ("A-1001-1"). Errors: cli.account-unknown.
Result<AccountId> accountByNumber(const BookSnapshot& book, const std::string& number);
/// By symbol. Errors: cli.symbol-unknown.
Result<Instrument> instrumentBySymbol(const BookSnapshot& book, const std::string& symbol);
/// By client number. Errors: cli.client-unknown.
Result<Client> clientByNumber(const BookSnapshot& book, const std::string& number);

} // namespace rialto::cli
