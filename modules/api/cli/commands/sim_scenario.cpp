// SPDX-License-Identifier: GPL-3.0-or-later
// Trading scenarios in sentences and tables, as in the worked examples of Euronext's documents: orders are submitted, an auction
// completes, and the trades, the book and the indicative matching price are compared. Runs the matching engine: market orders
// (MO) rest, MTL are market-to-limit, Peg and Peg[limit] follow the best price of their side.
#include "api/cli/case_report.h"
#include "api/cli/json_file.h"
#include "api/cli/table_file.h"
#include "matching/matching_engine.h"

#include <algorithm>
#include <limits>
#include <map>

namespace rialto::cli {

namespace scenarios {

using matching::BookId;
using matching::Lots;
using matching::MatchingEngine;
using matching::MatchingHandler;
using matching::NewOrder;
using matching::OrderId;
using matching::OrderKind;
using matching::OrderView;
using matching::Rejected;
using matching::Side;
using matching::Ticks;
using matching::Trade;
using matching::UncrossOptions;
using matching::clampedTicks;

constexpr int kPlaces = 8;
constexpr int kFewestPlaces = 2;

struct Failure {
    std::string text;
};

using Table = std::vector<std::vector<std::string>>;

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

bool isNumberPart(char c)
{
    return (c >= '0' && c <= '9') || c == '.';
}

/// The text in lower case without spaces, its numbers in their shortest form.
std::string normalised(const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (!isNumberPart(text[i])) {
            if (text[i] != ' ')
                out += lower(std::string(1, text[i]));
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && isNumberPart(text[end]))
            ++end;
        std::int64_t value = 0;
        const std::string number = text.substr(i, end - i);
        out += parseFixed(number, kPlaces, value) ? fixedText(value, kPlaces) : number;
        i = end;
    }
    return out;
}

Table tableOf(const Json& step)
{
    Table table;
    const auto found = step.find("table");
    if (found == step.end() || !found->is_array())
        throw Failure{"the step needs a table"};
    for (const Json& row : *found) {
        std::vector<std::string> cells;
        if (!row.is_array())
            throw Failure{"a row of the table is no list"};
        for (const Json& cell : row)
            cells.push_back(cell.is_string() ? cell.get<std::string>() : cell.is_null() ? std::string() : cell.dump());
        table.push_back(std::move(cells));
    }
    if (table.empty())
        throw Failure{"the table is empty"};
    return table;
}

std::size_t columnOf(const Table& table, const std::string& name)
{
    for (std::size_t i = 0; i < table[0].size(); ++i)
        if (lower(table[0][i]) == name)
            return i;
    throw Failure{"the table has no column " + name};
}

std::string cellOf(const Table& table, std::size_t row, std::size_t column)
{
    return column < table[row].size() ? table[row][column] : std::string();
}

/// Decimals that occur anywhere in the scenario decide the tick.
int placesIn(const Json& json)
{
    int most = kFewestPlaces;
    if (json.is_structured()) {
        for (const Json& inner : json)
            most = std::max(most, placesIn(inner));
        return most;
    }
    const std::string text = json.is_string() ? json.get<std::string>() : json.is_number() ? json.dump() : std::string();
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != '.')
            continue;
        std::size_t end = i + 1;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9')
            ++end;
        most = std::max(most, static_cast<int>(end - i - 1));
    }
    return std::min(most, kPlaces);
}

class Market : public MatchingHandler {
public:
    explicit Market(int places) : m_places(places) { m_book = m_engine.addBook(); }

    void onTrade(const Trade& t)
    {
        const bool buys = t.takerSide == Side::Buy;
        const std::vector<std::string> row = {m_brokers[buys ? t.taker : t.maker], m_brokers[buys ? t.maker : t.taker],
                                              std::to_string(t.quantity), text(t.price)};
        m_unchecked.push_back(row);
        allTrades.push_back({{"buyer", row[0]}, {"seller", row[1]}, {"quantity", t.quantity}, {"price", row[3]}});
    }
    void onRejected(const Rejected&) { ++m_refused; }

    Json allTrades = Json::array();

    void setMode(const std::string& step)
    {
        const std::string words = lower(step);
        m_options.pricesMarketToLimit = words.find("byauction") == std::string::npos;
        if (words.find("corecontinuous") != std::string::npos)
            m_engine.endCall(m_book, *this);
        else if (words.find("call") != std::string::npos || words.find("coreauction") != std::string::npos)
            m_engine.startCall(m_book);
    }

    void setReference(const std::string& step)
    {
        const std::size_t at = step.find_last_of(' ');
        m_options.reference = price(step.substr(at == std::string::npos ? 0 : at + 1));
        m_engine.setLastPrice(m_book, *m_options.reference);
    }

    std::string submit(const Table& table)
    {
        const std::size_t broker = columnOf(table, "broker");
        const std::size_t side = columnOf(table, "side");
        const std::size_t quantity = columnOf(table, "quantity");
        const std::size_t limit = columnOf(table, "price");
        m_refused = 0;
        for (std::size_t row = 1; row < table.size(); ++row) {
            NewOrder order;
            const std::string where = lower(cellOf(table, row, side));
            if (where != "buy" && where != "sell")
                throw Failure{"the side must be Buy or Sell"};
            std::uint64_t lots = 0;
            if (!parseWhole(cellOf(table, row, quantity), lots) || lots == 0 || lots > std::numeric_limits<Lots>::max())
                throw Failure{"the quantity must be a positive whole number"};
            order.side = where == "buy" ? Side::Buy : Side::Sell;
            order.quantity = static_cast<Lots>(lots);
            order.book = m_book;
            order.id = m_brokers.size() + 1;
            const std::string what = lower(cellOf(table, row, limit));
            if (what == "mo") {
                order.kind = OrderKind::Market;
                order.rests = true;
            } else if (what == "mtl") {
                order.kind = OrderKind::MarketToLimit;
            } else if (what.starts_with("peg")) {
                order.kind = OrderKind::Pegged;
                if (what.size() > 3) {
                    if (what[3] != '[' || what.back() != ']')
                        throw Failure{"a peg is written Peg or Peg[limit]"};
                    order.capped = true;
                    order.price = price(what.substr(4, what.size() - 5));
                }
            } else {
                order.price = price(what);
            }
            m_brokers[order.id] = cellOf(table, row, broker);
            m_engine.submit(order, *this);
        }
        return m_refused == 0 ? "" : std::to_string(m_refused) + " orders were refused";
    }

    void auction() { m_engine.uncross(m_book, m_options, *this); }

    Json indicative() const
    {
        const auto result = m_engine.indicative(m_book, m_options);
        return result.price ? Json(text(*result.price)) : Json(nullptr);
    }

    Table takeTrades() { return std::exchange(m_unchecked, {}); }

    /// Broker, quantity and price of each order by priority.
    Table side(Side side) const
    {
        Table rows;
        for (const OrderId id : m_engine.queue(m_book, side)) {
            const OrderView view = *m_engine.find(id);
            const auto terms = m_engine.specialTerms(id);
            std::string price = text(view.price);
            if (view.unpriced)
                price = terms->kind == OrderKind::MarketToLimit ? "MTL" : "MO";
            else if (terms && terms->kind == OrderKind::Pegged)
                price = "Peg(" + price + ")" + (terms->capped ? "[" + text(terms->price) + "]" : "");
            rows.push_back({m_brokers.at(id), std::to_string(view.quantity), price});
        }
        return rows;
    }

    Ticks price(const std::string& decimal) const
    {
        std::int64_t value = 0;
        if (!parseFixed(decimal, m_places, value) || clampedTicks(value) != value)
            throw Failure{"'" + decimal + "' is no price"};
        return static_cast<Ticks>(value);
    }
    std::string text(Ticks price) const { return fixedText(price, m_places); }

private:
    int m_places;
    MatchingEngine m_engine;
    BookId m_book = 0;
    UncrossOptions m_options;
    std::map<OrderId, std::string> m_brokers;
    Table m_unchecked;
    std::size_t m_refused = 0;
};

Table normalisedTable(Table table)
{
    for (auto& row : table)
        for (std::string& cell : row)
            cell = normalised(cell);
    return table;
}

Json compared(const Table& expected, const Table& actual)
{
    return {{"expected", expected}, {"actual", actual}, {"pass", normalisedTable(expected) == normalisedTable(actual)}};
}

/// The left half of a book table holds buys, the right half sells, mirrored.
Json compareBook(const Market& market, const Table& table)
{
    const std::size_t columns = table[0].size();
    if (columns < 6)
        throw Failure{"a book table has broker, quantity and price for either side"};
    Table buys;
    Table sells;
    for (std::size_t row = 1; row < table.size(); ++row) {
        if (!cellOf(table, row, 0).empty())
            buys.push_back({cellOf(table, row, 0), cellOf(table, row, 1), cellOf(table, row, 2)});
        if (!cellOf(table, row, columns - 1).empty())
            sells.push_back({cellOf(table, row, columns - 1), cellOf(table, row, columns - 2), cellOf(table, row, columns - 3)});
    }
    const Json buy = compared(buys, market.side(Side::Buy));
    const Json sell = compared(sells, market.side(Side::Sell));
    return {{"expected", {{"bids", buy["expected"]}, {"asks", sell["expected"]}}},
            {"actual", {{"bids", buy["actual"]}, {"asks", sell["actual"]}}},
            {"pass", buy["pass"].get<bool>() && sell["pass"].get<bool>()}};
}

/// Runs one step; an expectation answers with what was found.
std::optional<Json> runStep(Market& market, const std::string& words, const Json& step, std::string& note)
{
    const std::string text = lower(words);
    const auto says = [&](const char* part) { return text.find(part) != std::string::npos; };
    if (says("trading mode")) {
        market.setMode(words);
    } else if (says("reference price is")) {
        market.setReference(words);
    } else if (says("orders are submitted")) {
        note = market.submit(tableOf(step));
    } else if (says("auction completes")) {
        market.auction();
    } else if (says("no trades are generated")) {
        return compared({}, market.takeTrades());
    } else if (says("trades are generated")) {
        Table rows = tableOf(step);
        rows.erase(rows.begin());
        return compared(rows, market.takeTrades());
    } else if (says("imp is")) {
        const Table table = tableOf(step);
        const Json price = market.indicative();
        const std::string actual = price.is_string() ? price.get<std::string>() : "";
        return compared({{cellOf(table, 0, 0)}}, {{actual}});
    } else if (says("book looks like")) {
        return compareBook(market, tableOf(step));
    } else if (says("book is empty")) {
        Table left = market.side(Side::Buy);
        for (const auto& row : market.side(Side::Sell))
            left.push_back(row);
        return compared({}, left);
    } else {
        throw Failure{"nothing is known of this step"};
    }
    return std::nullopt;
}

Json runScenario(const Json& scenario, const std::string& feature, CaseTally& tally)
{
    Market market(placesIn(scenario));
    Json checks = Json::array();
    Json notes = Json::array();
    bool passed = true;
    std::size_t number = 0;
    for (const Json& step : scenario["steps"]) {
        ++number;
        const std::string words = step.is_object() && step.contains("step") && step["step"].is_string() ? step["step"].get<std::string>() : "";
        std::optional<Json> result;
        std::string note;
        try {
            result = runStep(market, words, step, note);
        } catch (const Failure& failure) {
            result = Json{{"error", failure.text}, {"pass", false}};
        }
        if (!note.empty())
            notes.push_back({{"step", number}, {"note", note}});
        if (!result)
            continue;
        const bool ok = (*result)["pass"].get<bool>();
        passed = passed && ok;
        ++(ok ? tally.passed : tally.failed);
        Json entry{{"step", number}, {"text", words}};
        entry.update(*result);
        checks.push_back(entry);
    }
    const std::string name = scenario.contains("scenario") && scenario["scenario"].is_string() ? scenario["scenario"].get<std::string>() : "";
    return {{"feature", feature}, {"scenario", name}, {"passed", passed}, {"expectations", checks}, {"notes", notes},
            {"book", {{"bids", market.side(Side::Buy)}, {"asks", market.side(Side::Sell)}}}, {"indicative", market.indicative()},
            {"trades", market.allTrades}};
}

int runFile(Context& context, const std::string& path)
{
    const auto file = readJsonFile(path);
    if (!file)
        return context.fail(file.error());
    std::vector<std::pair<std::string, Json>> all;
    const Json& root = *file;
    const Error shape = invalid("sim.bad_scenario", path + ": needs features, each a list of scenarios with steps");
    const auto add = [&](const std::string& feature, const Json& list) {
        if (!list.is_array())
            return false;
        for (const Json& scenario : list) {
            if (!scenario.is_object() || !scenario.contains("steps") || !scenario["steps"].is_array())
                return false;
            all.emplace_back(feature, scenario);
        }
        return true;
    };
    if (root.is_object() && root.contains("features") && root["features"].is_object()) {
        for (const auto& [feature, list] : root["features"].items())
            if (!add(feature, list))
                return context.fail(shape);
    } else if (!add("", root.is_object() && root.contains("scenarios") ? root["scenarios"] : root.is_object() ? Json::array({root}) : root)) {
        return context.fail(shape);
    }
    Json results = Json::array();
    CaseTally tally;
    std::string text;
    for (const auto& [feature, scenario] : all) {
        results.push_back(runScenario(scenario, feature, tally));
        const Json& result = results.back();
        text += (result["passed"].get<bool>() ? "pass  " : "FAIL  ") + result["scenario"].get<std::string>() + "\n";
        for (const Json& check : result["expectations"])
            if (!check["pass"].get<bool>())
                text += "      " + check.dump() + "\n";
    }
    return reportCases(context, path,
        "matching engine; auctions by the Euronext rule; trades are compared with those since the last comparison; "
        "resting market orders trade at the best limit of their side, else at the other order's or the reference price",
        "scenarios", results, tally, std::move(text));
}

} // namespace scenarios

Command simScenarioCommand()
{
    return {{"sim", "scenario"}, "Run a file of trading scenarios in sentences and tables and check what it expects",
        {"rialtoctl sim scenario examples.json --json"}, [](CLI::App& app) -> Action {
            auto path = std::make_shared<std::string>();
            app.add_option("file", *path,
                           "JSON: features, each a list of scenarios with steps: trading mode and phase, reference price, orders submitted, "
                           "auction completes, trades generated, book looks like, book is empty, calculated IMP is")
                ->required();
            return [path](Context& context) { return scenarios::runFile(context, *path); };
        }};
}

} // namespace rialto::cli
