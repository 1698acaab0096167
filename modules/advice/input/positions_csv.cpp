// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/input/positions_csv.h"

#include "clients/input/exact_cell.h"
#include "clients/input/named_columns.h"

#include <map>

namespace rialto::advice {

namespace {

using clients::ColumnWords;
using clients::exactUnits;
using clients::NamedColumns;

enum PositionColumn : std::size_t { kSymbol, kQuantity, kPrice, kClass, kCurrency, kFxRate, kLot, kMultiplier, kAcquired, kCost, kCostPrice, kLotId };
enum TargetColumn : std::size_t { kTargetSymbol, kTargetWeight };
constexpr std::size_t kMostRows = 5'000; // a portfolio; keeps every sum within 64 bits
constexpr std::int64_t kSixDecimals = 1'000'000;

const std::vector<ColumnWords>& positionColumns()
{
    static const std::vector<ColumnWords> words{{"symbol", {"symbol", "instrument", "ticker", "name", "security"}}, {"quantity", {"quantity", "qty", "shares", "units", "amount", "value"}},
        {"price", {"price", "close", "mark", "last"}}, {"class", {"class", "assetclass", "type"}}, {"currency", {"currency", "ccy"}}, {"fx_rate", {"fxrate", "rate", "fx"}}, {"lot", {"lot", "lotsize", "step"}},
        {"multiplier", {"multiplier"}}, {"acquired", {"acquired", "date", "bought", "opened", "purchasedate"}}, {"cost", {"cost", "costbasis", "basis", "totalcost"}}, {"cost_price", {"costprice", "unitcost", "purchaseprice", "averagecost"}},
        {"lot_id", {"lotid", "id"}}};
    return words;
}

const std::vector<ColumnWords>& targetColumns()
{
    static const std::vector<ColumnWords> words{{"symbol", {"symbol", "instrument", "ticker", "name", "security"}}, {"weight", {"weight", "target", "targetweight", "share"}}};
    return words;
}

std::optional<AssetClass> classOf(std::string_view text)
{
    const std::string word = NamedColumns::folded(text);
    if (word.empty() || word == "stock" || word == "share" || word == "shares" || word == "equities")
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

class PositionReader {
public:
    PositionReader(NamedColumns& table, const Currency& base) : m_table(table), m_base(base) { m_input.cash = Money::zero(base); }
    Result<PlanInput> read();

private:
    Result<void> row();
    Result<void> addLot(PlanPosition& position, Quantity quantity);
    /// The cell in 10^-8; `fallback` where it is empty.
    Result<std::int64_t> fixed(std::size_t column, std::int64_t fallback, bool positive)
    {
        if (!m_table.has(column) || m_table.cell(column).empty())
            return fallback;
        bool rounded = false;
        const auto units = exactUnits(m_table.cell(column), kFixedPlaces, &rounded);
        if (!units || (positive && *units <= 0))
            return m_table.wrong(column, positive ? "is no positive number" : "is no number");
        m_input.rounded += rounded ? 1 : 0;
        return *units;
    }

    NamedColumns& m_table;
    Currency m_base;
    PlanInput m_input;
    std::map<std::string, std::size_t> m_places;
};

Result<void> PositionReader::addLot(PlanPosition& position, Quantity quantity)
{
    const bool dated = m_table.has(kAcquired) && !m_table.cell(kAcquired).empty();
    const bool costed = (m_table.has(kCost) && !m_table.cell(kCost).empty()) || (m_table.has(kCostPrice) && !m_table.cell(kCostPrice).empty());
    if (!dated || !costed || !quantity.isPositive())
        return {};
    const auto acquired = Date::parse(std::string(m_table.cell(kAcquired)));
    if (!acquired)
        return m_table.wrong(kAcquired, "is no day of the form 2024-01-31");
    HeldLot lot;
    lot.acquired = *acquired;
    lot.quantity = quantity;
    lot.id = m_table.has(kLotId) ? std::string(m_table.cell(kLotId)) : std::string();
    if (lot.id.empty())
        lot.id = "row " + std::to_string(m_table.row());
    if (m_table.has(kCost) && !m_table.cell(kCost).empty()) {
        bool rounded = false;
        const auto cost = exactUnits(m_table.cell(kCost), m_base.digits(), &rounded);
        if (!cost || *cost < 0 || *cost > clients::kLargestAmount)
            return m_table.wrong(kCost, "is no amount");
        m_input.rounded += rounded ? 1 : 0;
        lot.cost = Money(*cost, m_base);
    } else {
        const auto price = fixed(kCostPrice, 0, true);
        if (!price)
            return price.error();
        PlanPosition bought = position;
        bought.price = Price::fromRaw(*price);
        const auto cost = worthOf(bought, quantity, m_base);
        if (!cost || cost->minor() > clients::kLargestAmount)
            return m_table.wrong(kCostPrice, "makes a cost that is too large");
        lot.cost = *cost;
    }
    position.lots.push_back(std::move(lot));
    return {};
}

Result<void> PositionReader::row()
{
    const std::string symbol(m_table.cell(kSymbol));
    if (symbol.empty() || symbol.size() > 64)
        return m_table.wrong(kSymbol, "is no symbol");
    const std::string kind = m_table.has(kClass) ? NamedColumns::folded(m_table.cell(kClass)) : std::string();
    if (kind == "cash" || (kind.empty() && NamedColumns::folded(symbol) == "cash")) {
        const auto amount = exactUnits(m_table.cell(kQuantity), m_base.digits(), nullptr);
        const auto rate = fixed(kFxRate, kFixedOne, true);
        if (!amount || std::abs(*amount) > clients::kLargestAmount)
            return m_table.wrong(kQuantity, "is no amount");
        if (!rate)
            return rate.error();
        const auto converted = scale(Money(*amount, m_base), *rate, kFixedOne, Rounding::HalfEven);
        if (!converted)
            return converted.error();
        if (std::abs(converted->minor()) > clients::kLargestAmount || std::abs(m_input.cash.minor()) > clients::kLargestAmount)
            return m_table.wrong(kQuantity, "is more cash than can be reckoned with");
        m_input.cash += *converted;
        return {};
    }
    const auto assetClass = classOf(m_table.has(kClass) ? m_table.cell(kClass) : std::string_view());
    if (!assetClass)
        return m_table.wrong(kClass, "is no class that is known (equity, bond, fund, future, option, fx, crypto, cash)");
    const auto quantity = fixed(kQuantity, 0, false);
    const auto price = fixed(kPrice, 0, true);
    const auto rate = fixed(kFxRate, kFixedOne, true);
    const auto lot = fixed(kLot, kFixedOne, true);
    const auto multiplier = fixed(kMultiplier, kFixedOne, true);
    for (const auto* each : {&quantity, &price, &rate, &lot, &multiplier})
        if (!*each)
            return each->error();
    if (*quantity < 0)
        return m_table.wrong(kQuantity, "is below zero: short positions are not advised on");
    Currency currency = m_base;
    if (m_table.has(kCurrency) && !m_table.cell(kCurrency).empty()) {
        const auto known = Currency::parse(std::string(m_table.cell(kCurrency)));
        if (!known)
            return m_table.wrong(kCurrency, "is no ISO 4217 code");
        currency = *known;
    }
    if (currency != m_base && (!m_table.has(kFxRate) || m_table.cell(kFxRate).empty()))
        return m_table.wrong(kFxRate, "is missing: " + currency.code() + " is not the base currency " + m_base.code());
    const auto [at, fresh] = m_places.emplace(symbol, m_input.positions.size());
    if (fresh) {
        PlanPosition position;
        position.symbol = symbol;
        position.assetClass = *assetClass;
        position.price = Price::fromRaw(*price);
        position.fxRate = Price::fromRaw(currency == m_base ? kFixedOne : *rate);
        position.spec.currency = currency;
        position.spec.lot = Quantity::fromRaw(*lot);
        // Millionths are enough for any contract.
        position.spec.multiplier = {*multiplier / (kFixedOne / kSixDecimals), kSixDecimals};
        m_input.positions.push_back(std::move(position));
    }
    PlanPosition& position = m_input.positions[at->second];
    if (position.price.isZero())
        position.price = Price::fromRaw(*price);
    if (!position.price.isPositive())
        return m_table.wrong(kPrice, "is missing for " + symbol);
    if (*price != 0 && position.price.raw() != *price)
        return m_table.wrong(kPrice, "differs between the rows of " + symbol);
    const auto sum = narrow(Int128(position.quantity.raw()) + *quantity);
    if (!sum)
        return m_table.wrong(kQuantity, "is too large");
    position.quantity = Quantity::fromRaw(*sum);
    const auto worth = worthOf(position, position.quantity, m_base);
    if (!worth || worth->minor() > clients::kLargestAmount)
        return m_table.wrong(kQuantity, "makes a value that is too large");
    return addLot(position, Quantity::fromRaw(*quantity));
}

Result<PlanInput> PositionReader::read()
{
    for (;;) {
        const auto more = m_table.next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (m_table.row() > kMostRows)
            return invalid("positions.too-many-rows", "more than " + std::to_string(kMostRows) + " rows");
        if (const auto taken = row(); !taken)
            return taken.error();
    }
    if (m_input.positions.empty() && m_input.cash.isZero())
        return invalid("positions.file-empty", "the file holds a header and nothing else");
    return std::move(m_input);
}

} // namespace

Result<PlanInput> readPositionsCsv(std::string_view text, const Currency& base)
{
    auto table = NamedColumns::open(text, positionColumns(), "positions");
    if (!table)
        return table.error();
    for (const PositionColumn needed : {kSymbol, kQuantity, kPrice})
        if (!(*table)->has(needed))
            return invalid("positions.column-missing", "the header has no column '" + std::string(positionColumns()[needed].name) + "' (needed: symbol,quantity,price)");
    return PositionReader(**table, base).read();
}

Result<std::vector<TargetWeight>> readTargetsCsv(std::string_view text)
{
    auto table = NamedColumns::open(text, targetColumns(), "positions");
    if (!table)
        return table.error();
    if (!(*table)->has(kTargetSymbol) || !(*table)->has(kTargetWeight))
        return invalid("positions.column-missing", "the header of targets is symbol,weight");
    std::vector<TargetWeight> targets;
    for (;;) {
        const auto more = (*table)->next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (targets.size() == kMostRows)
            return invalid("positions.too-many-rows", "more than " + std::to_string(kMostRows) + " rows");
        std::string_view cell = (*table)->cell(kTargetWeight);
        const bool percent = !cell.empty() && cell.back() == '%';
        if (percent)
            cell.remove_suffix(1);
        const auto weight = exactUnits(cell, percent ? 6 : 8, nullptr);
        if (!weight || *weight < 0 || *weight > kFixedOne)
            return (*table)->wrong(kTargetWeight, "is no weight between 0 and 1 (or 0 % and 100 %)");
        const std::string symbol((*table)->cell(kTargetSymbol));
        if (symbol.empty())
            return (*table)->wrong(kTargetSymbol, "is no symbol");
        if (NamedColumns::folded(symbol) != "cash")
            targets.push_back({symbol, *weight});
    }
    if (targets.empty())
        return invalid("positions.file-empty", "the file holds no target");
    return targets;
}

} // namespace rialto::advice
