// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/lots/lot.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rialto {

namespace {

std::string bareWord(std::string_view text)
{
    std::string word;
    for (const char c : text)
        if (c >= 'A' && c <= 'Z')
            word.push_back(static_cast<char>(c + 32));
        else if (c != ' ' && c != '-' && c != '_')
            word.push_back(c);
    return word;
}

constexpr std::string_view kActionNames[] = {"buy", "sell", "sell_short", "buy_to_cover", "split", "bonus", "stock_dividend", "dividend",
    "return_of_capital", "spin_off", "rights", "merger", "ticker_change", "delisting", "fee"};

constexpr std::pair<std::string_view, LotAction> kActionWords[] = {{"buy", LotAction::Buy}, {"b", LotAction::Buy}, {"bought", LotAction::Buy},
    {"purchase", LotAction::Buy}, {"acquire", LotAction::Buy}, {"buytoopen", LotAction::Buy}, {"open", LotAction::Buy}, {"deposit", LotAction::Buy},
    {"transferin", LotAction::Buy}, {"inbounddelivery", LotAction::Buy}, {"deliveryinbound", LotAction::Buy}, {"reinvest", LotAction::Buy},
    {"sell", LotAction::Sell}, {"s", LotAction::Sell}, {"sold", LotAction::Sell}, {"sale", LotAction::Sell}, {"selltoclose", LotAction::Sell},
    {"close", LotAction::Sell}, {"dispose", LotAction::Sell}, {"outbounddelivery", LotAction::Sell}, {"deliveryoutbound", LotAction::Sell},
    {"transferout", LotAction::Sell}, {"cashinlieu", LotAction::Sell}, {"sellshort", LotAction::SellShort}, {"short", LotAction::SellShort},
    {"shortsell", LotAction::SellShort}, {"selltoopen", LotAction::SellShort}, {"buytocover", LotAction::BuyToCover},
    {"cover", LotAction::BuyToCover}, {"buytoclose", LotAction::BuyToCover}, {"buycover", LotAction::BuyToCover}, {"split", LotAction::Split},
    {"stocksplit", LotAction::Split}, {"reversesplit", LotAction::Split}, {"consolidation", LotAction::Split}, {"bonus", LotAction::Bonus},
    {"bonusissue", LotAction::Bonus}, {"capitalisation", LotAction::Bonus}, {"stockdividend", LotAction::StockDividend},
    {"scrip", LotAction::StockDividend}, {"dividend", LotAction::Dividend}, {"cashdividend", LotAction::Dividend}, {"div", LotAction::Dividend},
    {"returnofcapital", LotAction::ReturnOfCapital}, {"roc", LotAction::ReturnOfCapital}, {"capitalreturn", LotAction::ReturnOfCapital},
    {"spinoff", LotAction::SpinOff}, {"demerger", LotAction::SpinOff}, {"rights", LotAction::Rights}, {"rightsissue", LotAction::Rights},
    {"merger", LotAction::Merger}, {"exchange", LotAction::Merger}, {"tickerchange", LotAction::TickerChange},
    {"symbolchange", LotAction::TickerChange}, {"rename", LotAction::TickerChange}, {"delisting", LotAction::Delist}, {"delist", LotAction::Delist},
    {"worthless", LotAction::Delist}, {"fee", LotAction::Fee}};

std::int64_t shareOf(std::int64_t amount, std::int64_t part, std::int64_t whole)
{
    const auto value = mulDiv(amount, part, whole, Rounding::HalfEven);
    RIALTO_CHECK(value.has_value(), "share of a lot overflows");
    return *value;
}

} // namespace

std::string_view name(LotMethod method)
{
    constexpr std::string_view kNames[] = {"fifo", "lifo", "hifo", "average", "specific", "none"};
    return kNames[static_cast<std::size_t>(method)];
}

std::optional<LotMethod> lotMethod(std::string_view text)
{
    const std::string word = bareWord(text);
    constexpr std::pair<std::string_view, LotMethod> kWords[] = {{"fifo", LotMethod::Fifo}, {"lifo", LotMethod::Lifo}, {"hifo", LotMethod::Hifo},
        {"average", LotMethod::Average}, {"avg", LotMethod::Average}, {"averagecost", LotMethod::Average}, {"movingaverage", LotMethod::Average},
        {"specific", LotMethod::Specific}, {"specificid", LotMethod::Specific}, {"specificidentification", LotMethod::Specific},
        {"strict", LotMethod::Specific}, {"none", LotMethod::None}};
    for (const auto& [known, method] : kWords)
        if (known == word)
            return method;
    return std::nullopt;
}

std::string_view name(LotAction action)
{
    return kActionNames[static_cast<std::size_t>(action)];
}

std::optional<LotAction> lotAction(std::string_view text)
{
    const std::string word = bareWord(text);
    for (const auto& [known, action] : kActionWords)
        if (known == word)
            return action;
    return std::nullopt;
}

std::string LotSelector::text() const
{
    std::string said = id.empty() ? "" : "'" + id + "'";
    if (acquired)
        said += (said.empty() ? "" : ", ") + acquired->text();
    if (price)
        said += (said.empty() ? "@" : ", @") + price->text();
    return said;
}

LotAmounts& LotAmounts::operator+=(const LotAmounts& other)
{
    cost = addChecked(cost, other.cost);
    fees = addChecked(fees, other.fees);
    adjustment = addChecked(adjustment, other.adjustment);
    baseCost = addChecked(baseCost, other.baseCost);
    baseFees = addChecked(baseFees, other.baseFees);
    baseAdjustment = addChecked(baseAdjustment, other.baseAdjustment);
    dividends = addChecked(dividends, other.dividends);
    return *this;
}

LotAmounts& LotAmounts::operator-=(const LotAmounts& other)
{
    return *this += LotAmounts{-other.cost, -other.fees, -other.adjustment, -other.baseCost, -other.baseFees, -other.baseAdjustment, -other.dividends};
}

LotAmounts LotAmounts::share(std::int64_t part, std::int64_t whole) const
{
    if (part == whole)
        return *this;
    return {shareOf(cost, part, whole), shareOf(fees, part, whole), shareOf(adjustment, part, whole), shareOf(baseCost, part, whole),
        shareOf(baseFees, part, whole), shareOf(baseAdjustment, part, whole), shareOf(dividends, part, whole)};
}

Date monthsLater(Date from, int months)
{
    const int index = from.year() * 12 + static_cast<int>(from.month()) - 1 + months;
    const int year = index / 12;
    const unsigned month = static_cast<unsigned>(index % 12) + 1;
    const Date first = Date::of(year, month, 1);
    const Date next = month == 12 ? Date::of(year + 1, 1, 1) : Date::of(year, month + 1, 1);
    return std::min(first + static_cast<std::int32_t>(from.day() - 1), next - 1);
}

bool heldMoreThanYears(Date from, Date to, int years)
{
    return to > monthsLater(from, years * 12);
}

} // namespace rialto
