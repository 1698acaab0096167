// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/input/holdings_csv.h"

#include "clients/input/exact_cell.h"
#include "clients/input/named_columns.h"

namespace rialto::clients {

namespace {

enum HoldingColumn : std::size_t { kHeldSymbol, kHeldClass, kHeldCurrency, kHeldMarket, kHeldValue };
constexpr std::size_t kMostHoldings = 200'000;

const std::vector<ColumnWords>& holdingColumns()
{
    static const std::vector<ColumnWords> words{{"symbol", {"symbol", "instrument", "ticker", "name"}}, {"class", {"class", "assetclass", "type"}}, {"currency", {"currency", "ccy"}},
        {"market", {"market", "mic", "exchange"}}, {"value", {"value", "marketvalue", "amount"}}};
    return words;
}

std::optional<AssetClass> classNamed(std::string_view text)
{
    const std::string word = NamedColumns::folded(text);
    if (word == "stock" || word == "share" || word == "shares" || word == "equities")
        return AssetClass::Equity;
    if (word == "etf" || word == "funds")
        return AssetClass::Fund;
    if (word == "bonds")
        return AssetClass::Bond;
    if (word == "fx")
        return AssetClass::FxPair;
    const auto known = parseAssetClass(word);
    return known ? std::optional(*known) : std::nullopt;
}

} // namespace

Result<MandateBook> readHoldingsCsv(std::string_view text, const Currency& base)
{
    auto table = NamedColumns::open(text, holdingColumns(), "holdings");
    if (!table)
        return table.error();
    for (const HoldingColumn needed : {kHeldSymbol, kHeldValue})
        if (!(*table)->has(needed))
            return invalid("holdings.column-missing", "the header has no column '" + std::string(holdingColumns()[needed].name) + "' (columns: symbol,class,currency,market,value)");
    MandateBook book;
    for (;;) {
        const auto more = (*table)->next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (book.holdings.size() + book.cash.size() == kMostHoldings)
            return invalid("holdings.too-many-rows", "more than " + std::to_string(kMostHoldings) + " rows");
        const auto value = exactUnits((*table)->cell(kHeldValue), base.digits(), nullptr);
        if (!value || *value > kLargestAmount || *value < -kLargestAmount)
            return (*table)->wrong(kHeldValue, "is no amount");
        std::string currency((*table)->cell(kHeldCurrency));
        if (currency.empty())
            currency = base.code();
        else if (!Currency::parse(currency))
            return (*table)->wrong(kHeldCurrency, "is no ISO 4217 code");
        const std::string_view kind = (*table)->cell(kHeldClass);
        if (NamedColumns::folded(kind) == "cash" || (kind.empty() && NamedColumns::folded((*table)->cell(kHeldSymbol)) == "cash")) {
            book.cash.push_back({currency, *value});
            continue;
        }
        const auto assetClass = kind.empty() ? std::optional(AssetClass::Equity) : classNamed(kind);
        if (!assetClass)
            return (*table)->wrong(kHeldClass, "is no class that is known (equity, bond, fund, future, option, fx, crypto, cash)");
        book.holdings.push_back({std::string((*table)->cell(kHeldSymbol)), *assetClass, currency, std::string((*table)->cell(kHeldMarket)), *value, *value < 0});
    }
    if (book.holdings.empty() && book.cash.empty())
        return invalid("holdings.file-empty", "the file holds a header and no holding");
    return book;
}

} // namespace rialto::clients
