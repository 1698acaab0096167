// SPDX-License-Identifier: GPL-3.0-or-later
// ScenarioMarket: one book of the matching engine, and the day of a venue where one is named, that the sentences of a scenario
// change (docs/howto/scenarios.md). For the verb `sim scenario`; throws CaseFailure where a step cannot be read. Market orders
// (MO) rest, MTL are market-to-limit, Peg and Peg[limit] follow the best price of their side.
#pragma once

#include "api/cli/scenario_table.h"
#include "matching/trading_session.h"

namespace rialto::cli {

class ScenarioMarket : public matching::MatchingHandler {
public:
    /// Prices have so many decimals.
    explicit ScenarioMarket(int places) : m_places(places) { m_book = m_engine.addBook(); }

    Json allTrades = Json::array();

    void setMode(const std::string& words);
    void setReference(const std::string& words);
    /// Enters the rows of a table one by one, or as a group. Answers how many were refused, if any.
    std::string submit(const Table& table, std::optional<matching::GroupKind> group);
    void auction() { m_engine.uncross(m_book, m_options, *this); }
    /// The other sentences that change something; false when it is none of them. `text` are the words in lower case.
    bool change(const std::string& words, const std::string& text);

    Json indicative() const;
    /// Indicative price, volume and surplus with its side.
    std::vector<std::string> imbalance() const;
    std::string lastPrice() const;
    std::string phase() const { return std::string(matching::name(m_engine.phase(m_book))); }
    Table takeTrades() { return std::exchange(m_unchecked, {}); }
    std::string takeRefusals() { return std::to_string(std::exchange(m_unseenRefusals, 0)); }
    /// Broker, quantity and price of each order by priority.
    Table side(matching::Side side) const;
    /// Broker, side and quantity of orders that wait, by entry.
    Table waiting() const;

    void onTrade(const matching::Trade& trade);
    void onRejected(const matching::Rejected& rejected);

private:
    matching::Ticks price(const std::string& decimal) const;
    std::string text(matching::Ticks price) const;
    matching::NewOrder orderOf(const Table& table, std::size_t row) const;
    void readTerms(const Table& table, std::size_t row, matching::NewOrder& order) const;
    /// The order of an Id, or the latest of a broker.
    matching::OrderId orderNamed(const std::string& name) const;
    void setPriceRange(const std::string& text);
    void setPhase(const std::string& words, const std::string& text);
    void useVenue(const std::string& profile);

    int m_places;
    matching::MatchingEngine m_engine;
    matching::BookId m_book = 0;
    matching::UncrossOptions m_options;
    std::optional<matching::TradingSession> m_session;
    std::map<matching::OrderId, std::string> m_brokers;
    std::map<std::string, matching::OrderId> m_byName;
    Table m_unchecked;
    std::size_t m_refused = 0;
    std::size_t m_unseenRefusals = 0;
};

} // namespace rialto::cli
