// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/guard.h"

#include "security/masking.h"

#include <algorithm>

namespace rialto {

namespace {

/// One overload a command: a new one does not compile before it stands here.
struct CallOf {
    ServiceCall operator()(const AddInstrument&) const { return ServiceCall::AddInstrument; }
    ServiceCall operator()(const AddClient&) const { return ServiceCall::AddClient; }
    ServiceCall operator()(const AddAccount&) const { return ServiceCall::AddAccount; }
    ServiceCall operator()(const MoveCash&) const { return ServiceCall::MoveCash; }
    ServiceCall operator()(const BookTrade&) const { return ServiceCall::BookTrade; }
    ServiceCall operator()(const BookIncome&) const { return ServiceCall::BookIncome; }
    ServiceCall operator()(const ImportStatement&) const { return ServiceCall::ImportStatement; }
    ServiceCall operator()(const UndoStatement&) const { return ServiceCall::UndoStatement; }
    ServiceCall operator()(const RecordClients&) const { return ServiceCall::RecordClients; }
    ServiceCall operator()(const PostFees&) const { return ServiceCall::PostFees; }
    ServiceCall operator()(const PostAction&) const { return ServiceCall::PostAction; }
    ServiceCall operator()(const UndoAction&) const { return ServiceCall::UndoAction; }
    ServiceCall operator()(const PlaceOrder&) const { return ServiceCall::PlaceOrder; }
    ServiceCall operator()(const PlaceGroup&) const { return ServiceCall::PlaceGroup; }
    ServiceCall operator()(const PlaceBlock&) const { return ServiceCall::PlaceBlock; }
    ServiceCall operator()(const CancelOrder&) const { return ServiceCall::CancelOrder; }
    ServiceCall operator()(const ReplaceOrder&) const { return ServiceCall::ReplaceOrder; }
    // Who may cancel may stop the desk; to let it go on, and to move a limit, takes more.
    ServiceCall operator()(const RecordDesk& body) const
    {
        return body.kind == DeskRecordKind::KillSwitch && body.body.rfind("on", 0) == 0 ? ServiceCall::ThrowKillSwitch : ServiceCall::SetLimits;
    }
    ServiceCall operator()(const Resume&) const { return ServiceCall::ChangeUsers; } // the host alone, at its start
    ServiceCall operator()(const BrokerSaid&) const { return ServiceCall::ChangeUsers; } // nobody but the host's own broker says so
};

/// Whose business the command is.
struct Touched {
    enum class Kind { Nobody, Client, Account, Everybody } kind = Kind::Nobody;
    ClientId client;
    AccountId account;
};

struct TouchedBy {
    const Engine& engine;
    Touched ofOrder(OrderId id) const
    {
        const Order* order = engine.orders().find(id);
        return order == nullptr ? Touched{} : Touched{Touched::Kind::Account, {}, order->request.account};
    }
    Touched operator()(const AddInstrument&) const { return {}; }
    Touched operator()(const AddClient&) const { return {Touched::Kind::Everybody, {}, {}}; }
    Touched operator()(const AddAccount& body) const { return {Touched::Kind::Client, body.account.client, {}}; }
    Touched operator()(const MoveCash& body) const { return {Touched::Kind::Account, {}, body.account}; }
    Touched operator()(const BookTrade& body) const { return {Touched::Kind::Account, {}, body.account}; }
    Touched operator()(const BookIncome& body) const { return {Touched::Kind::Account, {}, body.account}; }
    Touched operator()(const ImportStatement&) const { return {Touched::Kind::Everybody, {}, {}}; }
    Touched operator()(const UndoStatement&) const { return {Touched::Kind::Everybody, {}, {}}; }
    Touched operator()(const RecordClients&) const { return {Touched::Kind::Everybody, {}, {}}; }
    Touched operator()(const PostFees&) const { return {Touched::Kind::Everybody, {}, {}}; }
    Touched operator()(const PostAction&) const { return {Touched::Kind::Everybody, {}, {}}; }
    Touched operator()(const UndoAction&) const { return {Touched::Kind::Everybody, {}, {}}; }
    Touched operator()(const PlaceOrder& body) const { return {Touched::Kind::Account, {}, body.request.account}; }
    Touched operator()(const PlaceGroup& body) const
    {
        // The engine refuses a group of several accounts.
        return body.orders.empty() ? Touched{Touched::Kind::Everybody, {}, {}} : Touched{Touched::Kind::Account, {}, body.orders.front().account};
    }
    Touched operator()(const PlaceBlock&) const { return {Touched::Kind::Everybody, {}, {}}; } // it trades for the house
    Touched operator()(const CancelOrder& body) const { return ofOrder(body.order); }
    Touched operator()(const ReplaceOrder& body) const { return ofOrder(body.order); }
    Touched operator()(const RecordDesk&) const { return {Touched::Kind::Everybody, {}, {}}; }
    Touched operator()(const Resume&) const { return {Touched::Kind::Everybody, {}, {}}; }
    Touched operator()(const BrokerSaid&) const { return {Touched::Kind::Everybody, {}, {}}; }
};

Price size(Price price) { return price < Price() ? Price() - price : price; }

/// A buyer never pays more than the limit. Of all else the dearest of what the order says and what the market says counts: a low
/// limit of a sell must not make it look small.
std::optional<std::string> secondPersonForOrder(std::int64_t limit, const OrderRequest& asked, const Engine& engine)
{
    const auto instrument = engine.instruments().find(asked.instrument);
    if (instrument == engine.instruments().end())
        return std::nullopt; // the engine refuses it
    const bool bounded = needsLimit(asked.type) && asked.side == Side::Buy;
    auto price = bounded ? std::optional(size(asked.limit)) : engine.mark(asked.instrument);
    if (!price)
        return "an order without a bound in an instrument that has no price yet";
    if (!bounded)
        price = std::max({size(*price), size(asked.limit), size(asked.terms.trigger)});
    const auto value = valueOf(instrument->second, *price, asked.quantity);
    const Currency& currency = instrument->second.spec.currency;
    if (value && value->minor() / currency.minorPerMajor() < limit)
        return std::nullopt;
    return "orders worth " + std::to_string(limit) + " " + currency.code() + " and more";
}

} // namespace

ServiceCall callOf(const EngineHost::Body& body) { return std::visit(CallOf{}, body); }

namespace guard {

using security::Principal;

Result<void> check(const Principal& principal, ServiceCall call) { return security::require(principal, permissionOf(call)); }

Result<void> checkWhole(const Principal& principal, ServiceCall call)
{
    if (auto allowed = check(principal, call); !allowed || principal.everyClient)
        return allowed;
    return refused("security.client-out-of-scope", principal.user + " does not look after every client, as " + std::string(name(call)) + " takes");
}

Result<void> check(const Principal& principal, ServiceCall call, AccountId account, const Engine& engine)
{
    const auto found = engine.accounts().find(account);
    if (found == engine.accounts().end())
        return check(principal, call); // the engine refuses it by its own words
    return security::require(principal, permissionOf(call), found->second.client);
}

namespace {

/// A decision of the clients' inbox is an approval; everything else there edits clients.
Result<void> checkRecords(const Principal& principal, const RecordClients& body)
{
    const auto decides = [](const clients::ClientRecord& record) {
        const auto* approval = std::get_if<clients::Approval>(&record.body);
        return approval != nullptr && approval->state != clients::ApprovalState::Waiting;
    };
    const bool decision = std::any_of(body.records.begin(), body.records.end(), decides);
    if (decision)
        if (auto allowed = checkWhole(principal, ServiceCall::DecideApproval); !allowed)
            return allowed;
    const bool only = decision && body.clients.empty() && body.accounts.empty() && std::all_of(body.records.begin(), body.records.end(), decides);
    return only ? Result<void>() : checkWhole(principal, ServiceCall::RecordClients);
}

} // namespace

void sign(const Principal& principal, EngineHost::Body& body, const Engine& engine)
{
    if (auto* placed = std::get_if<PlaceOrder>(&body))
        placed->request.terms.user = principal.user;
    if (auto* group = std::get_if<PlaceGroup>(&body))
        for (OrderRequest& each : group->orders)
            each.terms.user = principal.user;
    if (auto* block = std::get_if<PlaceBlock>(&body))
        block->order.terms.user = principal.user;
    if (auto* desk = std::get_if<RecordDesk>(&body))
        desk->by = principal.user;
    auto* written = std::get_if<RecordClients>(&body);
    if (written == nullptr)
        return;
    for (clients::ClientRecord& record : written->records) {
        record.by = principal.user;
        auto* approval = std::get_if<clients::Approval>(&record.body);
        if (approval == nullptr)
            continue;
        const auto* before = engine.registry().find(clients::RecordKind::Approval, record.id);
        approval->requestedBy = before != nullptr ? std::get<clients::Approval>(before->body).requestedBy : principal.user;
        approval->decidedBy = approval->state == clients::ApprovalState::Waiting ? std::string() : principal.user;
    }
}

Result<void> check(const Principal& principal, const EngineHost::Body& body, const Engine& engine)
{
    if (std::holds_alternative<BrokerSaid>(body) || std::holds_alternative<Resume>(body))
        return refused("security.not-permitted", "only a broker's own connection says what a broker said");
    if (const auto* records = std::get_if<RecordClients>(&body))
        return checkRecords(principal, *records);
    const ServiceCall call = callOf(body);
    const Touched touched = std::visit(TouchedBy{engine}, body);
    switch (touched.kind) {
    case Touched::Kind::Nobody: break;
    case Touched::Kind::Client: return security::require(principal, permissionOf(call), touched.client);
    case Touched::Kind::Account: return check(principal, call, touched.account, engine);
    case Touched::Kind::Everybody: return checkWhole(principal, call);
    }
    return check(principal, call);
}

std::optional<std::string> secondPersonFor(const security::FourEyesPolicy& policy, const EngineHost::Body& body, const Engine& engine)
{
    if (const auto* order = std::get_if<PlaceOrder>(&body); order != nullptr && policy.ordersFrom)
        return secondPersonForOrder(*policy.ordersFrom, order->request, engine);
    if (const auto* group = std::get_if<PlaceGroup>(&body); group != nullptr && policy.ordersFrom)
        for (const OrderRequest& asked : group->orders)
            if (auto why = secondPersonForOrder(*policy.ordersFrom, asked, engine))
                return why;
    if (const auto* block = std::get_if<PlaceBlock>(&body); block != nullptr && policy.ordersFrom) {
        return secondPersonForOrder(*policy.ordersFrom, block->order, engine); // the engine refuses shares that do not make the order
    }
    if (const auto* change = std::get_if<ReplaceOrder>(&body); change != nullptr && policy.ordersFrom) {
        const Order* order = engine.orders().find(change->order);
        if (order == nullptr)
            return std::nullopt;
        OrderRequest asked = order->request;
        asked.quantity = change->quantity;
        asked.limit = change->limit;
        return secondPersonForOrder(*policy.ordersFrom, asked, engine);
    }
    if (const auto* cash = std::get_if<MoveCash>(&body); cash != nullptr && policy.withdrawalsFrom && cash->amount.isNegative())
        if (cash->amount.minor() / cash->amount.currency().minorPerMajor() <= -*policy.withdrawalsFrom)
            return *policy.withdrawalsFrom == 0 ? std::string("withdrawals") : "withdrawals of " + std::to_string(*policy.withdrawalsFrom) + " " + cash->amount.currency().code() + " and more";
    if (policy.clientChanges && (std::holds_alternative<AddClient>(body) || std::holds_alternative<AddAccount>(body)))
        return std::string("changes of clients and accounts");
    const auto adds = [](const auto* brought) { return brought != nullptr && (!brought->clients.empty() || !brought->accounts.empty()); };
    if (policy.clientChanges && (adds(std::get_if<RecordClients>(&body)) || adds(std::get_if<ImportStatement>(&body))))
        return std::string("changes of clients and accounts");
    if (const auto* file = std::get_if<ImportStatement>(&body); file != nullptr && policy.withdrawalsFrom)
        for (const auto& entry : file->entries)
            if (entry.amount.isNegative() && entry.amount.minor() / entry.amount.currency().minorPerMajor() <= -*policy.withdrawalsFrom)
                return std::string("withdrawals, by a statement too");
    return std::nullopt;
}

std::shared_ptr<const BookSnapshot> viewFor(const Principal& principal, std::shared_ptr<const BookSnapshot> book)
{
    const bool sees = principal.may(security::Permission::SeeBook);
    const bool masked = !principal.may(security::Permission::SeePersonalData);
    if (!book || (sees && principal.everyClient && !masked))
        return book;
    auto view = std::make_shared<BookSnapshot>(*book);
    const auto hiddenClient = [&](ClientId id) { return !sees || !principal.sees(id); };
    const auto hidden = [&](AccountId id) {
        const Account* account = book->account(id);
        return account == nullptr || hiddenClient(account->client);
    };
    std::erase_if(view->clients, [&](const Client& client) { return hiddenClient(client.id); });
    // Records hold addresses, identity papers and more of every client: nobody sees them whose view is narrowed.
    view->registry = std::make_shared<const clients::ClientRegistry>();
    if (masked)
        for (Client& client : view->clients) {
            client.name = security::maskName(client.name);
            client.nameZh = security::maskName(client.nameZh);
        }
    std::erase_if(view->accounts, [&](const Account& account) { return hiddenClient(account.client); });
    std::erase_if(view->orders, [&](const Order& order) { return hidden(order.request.account); });
    std::erase_if(view->fills, [&](const FillRow& row) { return hidden(row.account); });
    std::erase_if(view->positions, [&](const PositionRow& row) { return hidden(row.account); });
    std::erase_if(view->cash, [&](const CashRow& row) { return hidden(row.account); });
    return view;
}

} // namespace guard

} // namespace rialto
