// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/scenario_market.h"

#include "api/cli/order_words.h"
#include "api/cli/table_file.h"
#include "matching/market_rules.h"

#include <limits>

namespace rialto::cli {

namespace {

bool has(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

matching::Lots lotsIn(const std::string& text, const char* what)
{
    std::uint64_t lots = 0;
    if (!parseWhole(text, lots) || lots == 0 || lots > std::numeric_limits<matching::Lots>::max())
        throw CaseFailure{"the " + std::string(what) + " must be a positive whole number"};
    return static_cast<matching::Lots>(lots);
}

} // namespace

void ScenarioMarket::onTrade(const matching::Trade& t)
{
    const bool buys = t.takerSide == matching::Side::Buy;
    const std::vector<std::string> row = {m_brokers[buys ? t.taker : t.maker], m_brokers[buys ? t.maker : t.taker],
                                          std::to_string(t.quantity), text(t.price)};
    m_unchecked.push_back(row);
    allTrades.push_back({{"buyer", row[0]}, {"seller", row[1]}, {"quantity", t.quantity}, {"price", row[3]}});
}

void ScenarioMarket::onRejected(const matching::Rejected&)
{
    ++m_refused;
    ++m_unseenRefusals;
}

void ScenarioMarket::setMode(const std::string& step)
{
    const std::string words = lowerCased(step);
    m_options.pricesMarketToLimit = !has(words, "byauction");
    if (has(words, "corecontinuous"))
        m_engine.endCall(m_book, *this);
    else if (has(words, "call") || has(words, "coreauction"))
        m_engine.startCall(m_book);
}

void ScenarioMarket::setReference(const std::string& step)
{
    const std::size_t at = step.find_last_of(' ');
    m_options.reference = price(step.substr(at == std::string::npos ? 0 : at + 1));
    m_engine.setLastPrice(m_book, *m_options.reference);
}

matching::NewOrder ScenarioMarket::orderOf(const Table& table, std::size_t row) const
{
    matching::NewOrder order;
    const std::string where = lowerCased(cellOf(table, row, columnOf(table, "side")));
    if (where != "buy" && where != "sell")
        throw CaseFailure{"the side must be Buy or Sell"};
    order.side = where == "buy" ? matching::Side::Buy : matching::Side::Sell;
    order.quantity = lotsIn(cellOf(table, row, columnOf(table, "quantity")), "quantity");
    order.book = m_book;
    const std::string what = lowerCased(cellOf(table, row, columnOf(table, "price")));
    if (what == "mo") {
        order.kind = matching::OrderKind::Market;
        order.rests = true;
    } else if (what == "mtl") {
        order.kind = matching::OrderKind::MarketToLimit;
    } else if (what.starts_with("peg")) {
        order.kind = matching::OrderKind::Pegged;
        if (what.size() > 3) {
            if (what[3] != '[' || what.back() != ']')
                throw CaseFailure{"a peg is written Peg or Peg[limit]"};
            order.capped = true;
            order.price = price(what.substr(4, what.size() - 5));
        }
    } else if (!what.empty()) {
        order.price = price(what);
    }
    readTerms(table, row, order);
    return order;
}

/// The columns that a table may have beside broker, side, quantity and price.
void ScenarioMarket::readTerms(const Table& table, std::size_t row, matching::NewOrder& order) const
{
    const auto cell = [&](const char* name) {
        const auto column = columnIfAny(table, name);
        return column ? cellOf(table, row, *column) : std::string();
    };
    const auto unknown = [](const char* what, const std::string& text) { return CaseFailure{"unknown " + std::string(what) + " " + text}; };
    if (const std::string type = cell("type"); !type.empty()) {
        const auto kind = orderKindWord(type);
        if (!kind)
            throw unknown("type", type);
        order.kind = *kind;
        order.rests = false;
        order.capped = (*kind == matching::OrderKind::Pegged || *kind == matching::OrderKind::ClosingPrice) && !cell("price").empty();
    }
    if (const std::string stop = cell("stop"); !stop.empty())
        order.trigger = price(stop);
    if (const std::string trail = cell("trail"); !trail.empty()) {
        order.trailInBasisPoints = trail.back() == '%';
        std::int64_t hundredths = 0;
        if (order.trailInBasisPoints && !parseFixed(trail.substr(0, trail.size() - 1), 2, hundredths))
            throw unknown("trail", trail);
        order.trailDistance = order.trailInBasisPoints ? matching::clampedTicks(hundredths) : price(trail);
    }
    if (const std::string tif = cell("tif"); !tif.empty()) {
        const auto word = timeInForceWord(tif);
        if (!word)
            throw unknown("tif", tif);
        order.timeInForce = *word;
    }
    if (const std::string stp = cell("stp"); !stp.empty()) {
        const auto word = selfTradeWord(stp);
        if (!word)
            throw unknown("stp", stp);
        order.selfTrade = *word;
    }
    if (const std::string display = cell("display"); !display.empty())
        order.display = lotsIn(display, "display");
    if (const std::string minimum = cell("minimum"); !minimum.empty())
        order.minimum = lotsIn(minimum, "minimum");
    if (const std::string owner = cell("owner"); !owner.empty())
        order.owner = lotsIn(owner, "owner");
    const std::string terms = plainWord(cell("terms"));
    order.hidden = has(terms, "hidden");
    order.postOnly = has(terms, "postonly");
    order.slides = has(terms, "slides");
    order.allOrNone = has(terms, "allornone");
    order.rests = order.rests || has(terms, "rests");
    if (has(terms, "quote"))
        order.triggerOn = matching::TriggerOn::Quote;
    if (has(terms, "middle"))
        order.pegTo = matching::PegTo::Middle;
}

std::string ScenarioMarket::submit(const Table& table, std::optional<matching::GroupKind> group)
{
    const std::size_t broker = columnOf(table, "broker");
    const auto named = columnIfAny(table, "id");
    m_refused = 0;
    std::vector<matching::NewOrder> orders;
    for (std::size_t row = 1; row < table.size(); ++row) {
        matching::NewOrder order = orderOf(table, row);
        order.id = m_brokers.size() + 1;
        m_brokers[order.id] = cellOf(table, row, broker);
        m_byName[lowerCased(m_brokers[order.id])] = order.id;
        if (named)
            m_byName[lowerCased(cellOf(table, row, *named))] = order.id;
        if (group)
            orders.push_back(order);
        else
            m_engine.submit(order, *this);
    }
    if (group)
        m_engine.submitGroup(*group, orders, *this);
    return m_refused == 0 ? "" : std::to_string(m_refused) + " orders were refused";
}

matching::OrderId ScenarioMarket::orderNamed(const std::string& name) const
{
    const auto found = m_byName.find(name);
    if (found == m_byName.end())
        throw CaseFailure{"no order has the id or broker '" + name + "'"};
    return found->second;
}

void ScenarioMarket::useVenue(const std::string& profile)
{
    const matching::MarketRules* rules = matching::venueProfile(profile);
    if (rules == nullptr)
        throw CaseFailure{"no venue profile is called '" + profile + "'"};
    m_options.rule = matching::uncrossRule(rules->openingRule).value_or(m_options.rule);
    m_session.emplace(rules->day, m_engine, m_book, m_options, 0);
}

/// the price range is 2% around the last price and 5% around 100, interrupting
/// the price range is 95 to 105, holding
void ScenarioMarket::setPriceRange(const std::string& text)
{
    matching::PriceGuard guard;
    guard.action = has(text, "holding") ? matching::GuardAction::Hold : matching::GuardAction::Interrupt;
    const auto share = [](const std::string& word) {
        std::int64_t hundredths = 0;
        if (!parseFixed(word, 2, hundredths) || hundredths < 0 || hundredths > 10'000'000)
            throw CaseFailure{"'" + word + "' is no percentage"};
        return static_cast<std::uint32_t>(hundredths);
    };
    if (has(text, "around the last price"))
        guard.dynamicBasisPoints = share(wordAfter(text, "range is"));
    if (const std::string second = wordAfter(text, "last price and"); !second.empty()) {
        guard.staticBasisPoints = share(second);
        guard.reference = price(wordAfter(text.substr(text.find("last price and")), "around"));
    }
    if (has(text, " to ")) {
        guard.lowest = price(wordAfter(text, "range is"));
        guard.highest = price(wordAfter(text, " to"));
        if (guard.highest < guard.lowest)
            throw CaseFailure{"the price range is empty"};
    }
    m_engine.setPriceGuard(m_book, guard);
}

void ScenarioMarket::setPhase(const std::string& words, const std::string& text)
{
    const auto phase = phaseWord(quotedIn(words));
    if (!phase)
        throw CaseFailure{"unknown phase '" + quotedIn(words) + "'"};
    m_engine.setPhase(m_book, *phase,
                      {!has(text, "without orders"), !has(text, "without cancellations"), !has(text, "without market orders"), has(text, "with auction orders")},
                      *this);
}

bool ScenarioMarket::change(const std::string& words, const std::string& text)
{
    if (has(text, "the venue is")) {
        useVenue(quotedIn(words));
    } else if (has(text, "the time is")) {
        const auto second = matching::secondOfDay(wordAfter(text, "time is"));
        if (!second || !m_session)
            throw CaseFailure{"a time is written 09:20 or 09:20:30, after the venue is named"};
        m_session->advanceTo(m_engine, *second, *this);
    } else if (has(text, "trading is halted") && m_session) {
        m_session->halt(m_engine, *this);
    } else if (has(text, "trading resumes") && m_session) {
        m_session->resume(m_engine, *this);
    } else if (has(text, "auction rule is")) {
        const auto rule = matching::uncrossRule(lowerCased(quotedIn(words)));
        if (!rule)
            throw CaseFailure{"unknown auction rule '" + quotedIn(words) + "'"};
        m_options.rule = *rule;
    } else if (has(text, "phase becomes")) {
        setPhase(words, text);
    } else if (has(text, "price range is")) {
        setPriceRange(text);
    } else if (has(text, "allocation is")) {
        if (m_engine.liveOrders() != 0)
            throw CaseFailure{"the allocation of a book changes only while it is empty"};
        m_engine.setAllocation(m_book, plainWord(quotedIn(words)) == "prorata" ? matching::Allocation::ProRata : matching::Allocation::TimePriority);
    } else if (has(text, "the group of order")) {
        m_engine.cancelGroup(orderNamed(wordAfter(text, "group of order")), *this);
    } else if (has(text, "is cancelled")) {
        m_engine.cancel(orderNamed(wordAfter(text, "order")), *this);
    } else if (has(text, "is reduced by")) {
        m_engine.reduce(orderNamed(wordAfter(text, "order")), lotsIn(wordAfter(text, "reduced by"), "reduction"), *this);
    } else if (has(text, "is replaced by")) {
        const matching::OrderId id = orderNamed(wordAfter(text, "order"));
        m_engine.replace({id, id, price(wordAfter(text, " at")), lotsIn(wordAfter(text, "replaced by"), "quantity"), matching::QueuePlace::KeepWhenReduced}, *this);
    } else if (has(text, "the day ends")) {
        m_engine.endDay(m_book, *this);
    } else {
        return false;
    }
    return true;
}

Json ScenarioMarket::indicative() const
{
    const auto result = m_engine.indicative(m_book, m_options);
    return result.price ? Json(text(*result.price)) : Json(nullptr);
}

std::vector<std::string> ScenarioMarket::imbalance() const
{
    const auto result = m_engine.indicative(m_book, m_options);
    const std::string side = !result.surplusSide ? "" : *result.surplusSide == matching::Side::Buy ? "buy" : "sell";
    return {result.price ? text(*result.price) : "none", std::to_string(result.volume), std::to_string(result.surplus) + side};
}

std::string ScenarioMarket::lastPrice() const
{
    const auto last = m_engine.lastPrice(m_book);
    return last ? text(*last) : "none";
}

Table ScenarioMarket::side(matching::Side side) const
{
    Table rows;
    for (const matching::OrderId id : m_engine.queue(m_book, side)) {
        const matching::OrderView view = *m_engine.find(id);
        const auto terms = m_engine.specialTerms(id);
        std::string price = text(view.price);
        if (view.unpriced)
            price = terms->kind == matching::OrderKind::MarketToLimit ? "MTL" : "MO";
        else if (terms && terms->kind == matching::OrderKind::Pegged)
            price = "Peg(" + price + ")" + (terms->capped ? "[" + text(terms->price) + "]" : "");
        rows.push_back({m_brokers.at(id), std::to_string(view.quantity), price});
    }
    return rows;
}

Table ScenarioMarket::waiting() const
{
    Table rows;
    for (const matching::OrderId id : m_engine.waitingOrders(m_book)) {
        const matching::OrderView view = *m_engine.find(id);
        rows.push_back({m_brokers.at(id), view.side == matching::Side::Buy ? "Buy" : "Sell", std::to_string(view.quantity)});
    }
    return rows;
}

matching::Ticks ScenarioMarket::price(const std::string& decimal) const
{
    std::int64_t value = 0;
    if (!parseFixed(decimal, m_places, value) || matching::clampedTicks(value) != value)
        throw CaseFailure{"'" + decimal + "' is no price"};
    return static_cast<matching::Ticks>(value);
}

std::string ScenarioMarket::text(matching::Ticks price) const
{
    return fixedText(price, m_places);
}

} // namespace rialto::cli
