// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of Binance's REST interface: signed queries, order ids, fees. Pure functions; any thread.
// Source: github.com/binance/binance-spot-api-docs, rest-api.md, "SIGNED Endpoint Examples for POST /api/v3/order".
#pragma once

#include "base/result.h"
#include "domain/ids.h"
#include "domain/money.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rialto::binance {

using Parameters = std::vector<std::pair<std::string, std::string>>;

/// "a=1&b=2", values percent-encoded (RFC 3986).
std::string queryOf(const Parameters& parameters);
/// HMAC-SHA256 of the query as lower-case hexadecimal digits.
std::string signatureOf(std::string_view query, std::string_view secret);
/// Our client order ids are letters and the order's number ("R17"); nothing for orders of others.
OrderId orderOf(std::string_view clientOrderId);
/// A commission in the quote asset as money, rounded up to a whole minor unit. Errors: those of decimals.
Result<Money> feeOf(std::string_view commission, Currency currency);

} // namespace rialto::binance
