// SPDX-License-Identifier: GPL-3.0-or-later
// Verbs written and carried out; they are read in broker_message.cpp.
#include "brokers/wire/broker_message.h"

#include <nlohmann/json.hpp>

namespace rialto {

namespace {

using Json = nlohmann::json;

Json orderJson(const BrokerOrder& order)
{
    Json json{{"is", "submit"}, {"order", order.id.value}, {"clientOrderId", order.clientOrderId}, {"instrument", order.instrument.value},
        {"side", name(order.side)}, {"type", name(order.type)}, {"tif", name(order.tif)}, {"quantity", order.quantity.text()},
        {"limit", order.limit.text()}, {"filled", order.filled.text()}};
    // Only for those who said that they take such orders.
    const OrderTerms& terms = order.terms;
    if (order.type > OrderType::Limit || terms.hidden || terms.postOnly || !terms.display.isZero() || order.tif == TimeInForce::Gtd)
        json["terms"] = text(terms);
    return json;
}

} // namespace

std::string toMessage(const BrokerVerb& verb)
{
    struct Writer {
        Json operator()(const StartVerb&) const { return {{"is", "start"}}; }
        Json operator()(const StopVerb&) const { return {{"is", "stop"}}; }
        Json operator()(const SubmitVerb& submit) const { return orderJson(submit.order); }
        Json operator()(const ReplaceVerb& replace) const
        {
            return {{"is", "replace"}, {"order", replace.order.value}, {"quantity", replace.quantity.text()}, {"limit", replace.limit.text()}};
        }
        Json operator()(const CancelVerb& cancel) const { return {{"is", "cancel"}, {"order", cancel.order.value}}; }
        Json operator()(const SubscribeVerb& subscribe) const { return {{"is", "subscribe"}, {"instrument", subscribe.instrument.value}}; }
        Json operator()(const UnsubscribeVerb& subscribe) const { return {{"is", "unsubscribe"}, {"instrument", subscribe.instrument.value}}; }
        Json operator()(const StateVerb& state) const { return {{"is", "state"}, {"since", state.since.nanos}}; }
    };
    return std::visit(Writer{}, verb).dump(-1, ' ', false, Json::error_handler_t::replace);
}

void perform(const BrokerVerb& verb, BrokerAdapter& adapter)
{
    struct Doer {
        BrokerAdapter& adapter;
        void operator()(const StartVerb&) const { adapter.start(); }
        void operator()(const StopVerb&) const { adapter.stop(); }
        void operator()(const SubmitVerb& submit) const { adapter.submit(submit.order); }
        void operator()(const ReplaceVerb& replace) const { adapter.replace(replace.order, replace.quantity, replace.limit); }
        void operator()(const CancelVerb& cancel) const { adapter.cancel(cancel.order); }
        void operator()(const SubscribeVerb& subscribe) const { adapter.subscribe(subscribe.instrument); }
        void operator()(const UnsubscribeVerb& subscribe) const { adapter.unsubscribe(subscribe.instrument); }
        void operator()(const StateVerb& state) const { adapter.requestState(state.since); }
    };
    std::visit(Doer{adapter}, verb);
}

} // namespace rialto
