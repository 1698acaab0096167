// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/order_words.h"

#include <initializer_list>
#include <utility>

namespace rialto::cli {

namespace {

template <class Value>
std::optional<Value> among(const std::string& text, std::initializer_list<std::pair<const char*, Value>> words)
{
    const std::string word = plainWord(text);
    for (const auto& [known, value] : words)
        if (word == known)
            return value;
    return std::nullopt;
}

} // namespace

std::string plainWord(const std::string& text)
{
    std::string word;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z')
            word += static_cast<char>(c + 32);
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            word += c;
    }
    return word;
}

std::optional<matching::OrderKind> orderKindWord(const std::string& text)
{
    using matching::OrderKind;
    return among<OrderKind>(text, {{"limit", OrderKind::Limit}, {"market", OrderKind::Market}, {"markettolimit", OrderKind::MarketToLimit},
                                   {"stop", OrderKind::Stop}, {"stoplimit", OrderKind::StopLimit}, {"trailingstop", OrderKind::TrailingStop},
                                   {"trailingstoplimit", OrderKind::TrailingStopLimit}, {"marketiftouched", OrderKind::MarketIfTouched},
                                   {"limitiftouched", OrderKind::LimitIfTouched}, {"pegged", OrderKind::Pegged}, {"peg", OrderKind::Pegged},
                                   {"closingprice", OrderKind::ClosingPrice}});
}

std::optional<matching::TimeInForce> timeInForceWord(const std::string& text)
{
    using matching::TimeInForce;
    return among<TimeInForce>(text, {{"gtc", TimeInForce::GoodTillCancel}, {"day", TimeInForce::Day}, {"ioc", TimeInForce::ImmediateOrCancel},
                                     {"fok", TimeInForce::FillOrKill}, {"gtd", TimeInForce::GoodTillDate}, {"open", TimeInForce::AtOpen},
                                     {"close", TimeInForce::AtClose}});
}

std::optional<matching::SelfTrade> selfTradeWord(const std::string& text)
{
    using matching::SelfTrade;
    return among<SelfTrade>(text, {{"allow", SelfTrade::Allow}, {"cancelnewest", SelfTrade::CancelNewest}, {"canceloldest", SelfTrade::CancelOldest},
                                   {"cancelboth", SelfTrade::CancelBoth}, {"decrement", SelfTrade::Decrement}});
}

std::optional<matching::GroupKind> groupKindWord(const std::string& text)
{
    using matching::GroupKind;
    return among<GroupKind>(text, {{"oco", GroupKind::OneCancelsOther}, {"onecancelsother", GroupKind::OneCancelsOther},
                                   {"oto", GroupKind::OneTriggersOther}, {"onetriggersother", GroupKind::OneTriggersOther},
                                   {"bracket", GroupKind::Bracket}});
}

std::optional<matching::Phase> phaseWord(const std::string& text)
{
    using matching::Phase;
    return among<Phase>(text, {{"continuous", Phase::Continuous}, {"call", Phase::Call}, {"preopen", Phase::PreOpen},
                               {"openingcall", Phase::OpeningCall}, {"volatilityauction", Phase::VolatilityAuction},
                               {"closingcall", Phase::ClosingCall}, {"halt", Phase::Halt}, {"fixedprice", Phase::FixedPrice},
                               {"closed", Phase::Closed}});
}

std::optional<matching::GuardAction> guardActionWord(const std::string& text)
{
    using matching::GuardAction;
    return among<GuardAction>(text, {{"none", GuardAction::None}, {"interrupt", GuardAction::Interrupt}, {"interrupting", GuardAction::Interrupt},
                                     {"hold", GuardAction::Hold}, {"holding", GuardAction::Hold}});
}

} // namespace rialto::cli
