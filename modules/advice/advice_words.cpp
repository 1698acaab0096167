// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/advice_words.h"

#include "advice/model_portfolio.h"

#include <initializer_list>
#include <utility>

namespace rialto::advice {

namespace {

std::string filled(std::string text, std::initializer_list<std::pair<const char*, std::string>> values)
{
    for (const auto& [name, value] : values)
        for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size()))
            text.replace(at, std::char_traits<char>::length(name), value);
    return text;
}

std::string money(const Money& amount) { return amountText(amount) + " " + amount.currency().code(); }
Money positive(const Money& amount) { return amount.isNegative() ? -amount : amount; }

std::string gainsOf(const PlannedTrade& trade, bool chinese)
{
    if (trade.lots.empty())
        return {};
    const Money gain = trade.shortGain + trade.longGain;
    std::string text = filled(chinese ? (gain.isNegative() ? "预计实现亏损 {g}" : "预计实现收益 {g}") : (gain.isNegative() ? " It realises a loss of {g}" : " It realises a gain of {g}"), {{"{g}", money(positive(gain))}});
    if (!trade.tax.isZero())
        text += filled(chinese ? (trade.tax.isNegative() ? "，约可抵税 {t}" : "，估计税款 {t}") : (trade.tax.isNegative() ? ", which saves about {t} of tax" : ", for about {t} of tax"), {{"{t}", money(positive(trade.tax))}});
    return text + (chinese ? "。" : ".");
}

const char* reasonEnglish(TradeReason reason)
{
    switch (reason) {
    case TradeReason::AboveBand: return "it is {b} of the portfolio, {d} points above its target of {t} and outside its band.";
    case TradeReason::BelowBand: return "it is {b} of the portfolio, {d} points below its target of {t} and outside its band.";
    case TradeReason::NotInModel: return "the model does not hold it.";
    case TradeReason::ToTarget: return "it is {b} of the portfolio and goes to its target of {t} while other positions are traded.";
    case TradeReason::CashNeeded: return "the cash is needed, and it is among the positions furthest above their targets ({b}, target {t}).";
    case TradeReason::SpareCash: return "spare cash is invested where most is missing ({b}, target {t}).";
    }
    return "";
}

const char* reasonChinese(TradeReason reason)
{
    switch (reason) {
    case TradeReason::AboveBand: return "目前占组合 {b}，高于目标 {t} 达 {d} 个百分点，超出容忍区间。";
    case TradeReason::BelowBand: return "目前占组合 {b}，低于目标 {t} 达 {d} 个百分点，超出容忍区间。";
    case TradeReason::NotInModel: return "模型组合不持有该品种。";
    case TradeReason::ToTarget: return "目前占组合 {b}，随其他持仓一并调整至目标 {t}。";
    case TradeReason::CashNeeded: return "需要筹集现金，该持仓高于目标最多（{b}，目标 {t}）。";
    case TradeReason::SpareCash: return "将多余现金投向缺口最大的品种（{b}，目标 {t}）。";
    }
    return "";
}

} // namespace

std::string amountText(const Money& amount)
{
    std::string text = amount.text();
    const std::size_t first = text[0] == '-' ? 1 : 0;
    std::size_t point = text.find('.');
    if (point == std::string::npos)
        point = text.size();
    for (std::size_t at = point; at > first + 3; at -= 3)
        text.insert(at - 3, 1, ',');
    return text;
}

std::string percentText(std::int64_t part)
{
    const auto tenths = static_cast<std::int64_t>(divideRounded(Int128(part), 100'000, Rounding::HalfEven));
    return formatDecimal(tenths, 1, 1) + " %";
}

std::string sentence(const PlannedTrade& trade, const Currency&, bool chinese)
{
    const bool buys = trade.side == Side::Buy;
    const std::string points = formatDecimal(static_cast<std::int64_t>(divideRounded(Int128(trade.before > trade.target ? trade.before - trade.target : trade.target - trade.before), 100'000, Rounding::HalfEven)), 1, 1);
    const std::string start = chinese ? (buys ? "买入 {q} {s}（{v}）：" : "卖出 {q} {s}（{v}）：") : (buys ? "Buy {q} {s} ({v}): " : "Sell {q} {s} ({v}): ");
    return filled(start + (chinese ? reasonChinese(trade.reason) : reasonEnglish(trade.reason)),
               {{"{q}", trade.quantity.text()}, {"{s}", trade.symbol}, {"{v}", money(trade.value)}, {"{b}", percentText(trade.before)}, {"{t}", percentText(trade.target)}, {"{d}", points}})
        + gainsOf(trade, chinese);
}

std::string summary(const RebalancePlan& plan, bool chinese)
{
    if (plan.trades.empty())
        return plan.breaches == 0 ? (chinese ? "所有持仓与现金均在容忍区间内，无需交易。" : "Everything is within its band: there is nothing to trade.")
                                  : (chinese ? "有持仓超出容忍区间，但在整手与最小金额限制下没有可行的交易。" : "Something is outside its band, but whole lots and the least amount of a trade leave nothing to do.");
    std::string text = filled(chinese ? "共 {n} 笔交易：卖出 {s}，买入 {b}，换手 {r}，之后现金 {c}。" : "{n} trades: {s} sold and {b} bought, {r} of the portfolio; {c} of cash are left.",
        {{"{n}", std::to_string(plan.trades.size())}, {"{s}", money(plan.sold)}, {"{b}", money(plan.bought)}, {"{r}", percentText(plan.turnover)}, {"{c}", money(plan.cashAfter)}});
    text += filled(chinese ? "调整前 {x} 项超出区间，调整后 {y} 项。" : " {x} positions were outside their bands, {y} are afterwards.", {{"{x}", std::to_string(plan.breaches)}, {"{y}", std::to_string(plan.breachesAfter)}});
    return text;
}

std::string sentence(const HarvestPosition& position, const Currency&, bool chinese)
{
    std::string text = filled(chinese ? "卖出 {q} {s}，所得 {p}，实现可抵扣亏损 {u}，约节税 {t}。" : "Sell {q} {s} for {p}: a loss of {u} that counts, which saves about {t} of tax.",
        {{"{q}", position.quantity.text()}, {"{s}", position.symbol}, {"{p}", money(position.proceeds)}, {"{u}", money(positive(position.usable))}, {"{t}", money(position.saving)}});
    const Money lost = position.loss - position.usable;
    if (!lost.isZero())
        text += filled(chinese ? "因近期或计划中的买入，{l} 的亏损不可抵扣。" : " {l} of loss would be disallowed because of purchases around the sale.", {{"{l}", money(positive(lost))}});
    text += filled(chinese ? "{d} 之前不要买回" : " Do not buy it back before {d}", {{"{d}", position.notBefore.text()}});
    if (!position.replacement.empty())
        text += filled(chinese ? "；期间可用 {r} 代替" : "; {r} can take its place meanwhile", {{"{r}", position.replacement}});
    return text + (chinese ? "。" : ".");
}

std::string summary(const Harvest& harvest, const Currency&, bool chinese)
{
    if (harvest.positions.empty())
        return chinese ? "没有达到条件的亏损批次。" : "No lot stands far enough below its cost.";
    return filled(chinese ? "{n} 个品种有可实现的亏损，共 {l}，其中 {u} 可抵扣，约节税 {t}。" : "{n} positions have losses to realise, {l} in all, of which {u} count: about {t} of tax saved.",
        {{"{n}", std::to_string(harvest.positions.size())}, {"{l}", money(positive(harvest.loss))}, {"{u}", money(positive(harvest.usable))}, {"{t}", money(harvest.saving)}});
}

std::string sentence(const clients::Suitability& suitability, clients::RiskProfile profile, bool chinese)
{
    const auto risk = [](int thousandths) { return formatDecimal(thousandths, 3, 2); };
    std::string text = filled(chinese ? (suitability.suits ? "组合风险 {r}，未超过“{p}”客户的上限 {l}：适合。" : "组合风险 {r}，超过“{p}”客户的上限 {l}：不适合。")
                                      : (suitability.suits ? "The portfolio's risk of {r} is within the {l} of a client whose profile is {p}: it suits." : "The portfolio's risk of {r} is above the {l} of a client whose profile is {p}: it does not suit."),
        {{"{r}", risk(suitability.portfolioRisk)}, {"{l}", risk(suitability.limit)}, {"{p}", std::string(profileTitle(profile, chinese))}});
    if (!suitability.suits && !suitability.riskiest.empty())
        text += filled(chinese ? "其中 {s} 贡献最大。" : " {s} adds most to it.", {{"{s}", suitability.riskiest}});
    return text;
}

} // namespace rialto::advice
