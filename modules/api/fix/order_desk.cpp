// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a desk and the counterparty's requests; what is told about orders is in order_reports.cpp.
#include "api/fix/order_desk.h"

#include <algorithm>
#include <chrono>
#include <future>

namespace rialto::fix {

namespace {

constexpr std::size_t kLongestCommandId = 64; // engine.command-id
constexpr auto kPatience = std::chrono::seconds(30);

std::string joined(const std::vector<Refusal>& refusals)
{
    std::string text;
    for (const auto& refusal : refusals)
        text += (text.empty() ? "" : "; ") + refusal.code + (refusal.detail.empty() ? "" : ": " + refusal.detail);
    return text;
}

std::uint64_t number(const std::string& text)
{
    const auto parsed = parseDecimal(text, 0);
    return parsed && *parsed > 0 ? static_cast<std::uint64_t>(*parsed) : 0;
}

} // namespace

Result<std::unique_ptr<OrderDesk>> OrderDesk::open(Terms terms, SessionEngine& engine, AppServices& services)
{
    std::unique_ptr<OrderDesk> desk(new OrderDesk(std::move(terms), engine, services));
    auto log = DeskLog::open(desk->m_terms.logFile, [&](const DeskLog::Line& line) { desk->replay(line); });
    if (!log)
        return log.error();
    desk->m_log = std::move(*log);
    desk->learnFromStore();
    desk->onBook(services.book());
    return desk;
}

void OrderDesk::replay(const DeskLog::Line& line)
{
    if (line.size() == 6 && line[0] == "A") {
        Ask ask;
        ask.replace = line[1] == "replace";
        ask.clOrdId = line[2];
        ask.quantity = Quantity::fromRaw(parseDecimal(line[4], 0).valueOr(0));
        ask.limit = Price::fromRaw(parseDecimal(line[5], 0).valueOr(0));
        const std::uint64_t order = number(line[3]);
        m_byId[ask.clOrdId] = OrderId(order);
        m_asksBefore[order] = ask;
    } else if (line.size() == 4 && line[0] == "X") {
        const auto open = m_asksBefore.find(number(line[2]));
        if (open != m_asksBefore.end() && open->second.clOrdId == line[1]) {
            if (open->second.replace && line[3] == "ok")
                m_replacedBefore[open->first] = line[1];
            m_asksBefore.erase(open);
        }
    } else if (line.size() == 3 && line[0] == "T") {
        m_toldBefore[number(line[1])].insert(line[2]);
    } else if (line.size() == 2 && line[0] == "D") {
        m_doneBefore.insert(number(line[1]));
    }
}

// The program may have died after a message was stored for sending and before the log knew of it.
void OrderDesk::learnFromStore()
{
    for (const auto& sent : m_engine.sent(m_terms.session, "8"))
        m_toldBefore[number(sent.text(37))].insert(sent.text(17));
    for (const auto& sent : m_engine.sent(m_terms.session, "9")) {
        const auto open = m_asksBefore.find(number(sent.text(37)));
        if (open == m_asksBefore.end() || open->second.clOrdId != sent.text(11))
            continue;
        (void)m_log->append({"X", open->second.clOrdId, std::to_string(open->first), "no"});
        m_asksBefore.erase(open);
    }
}

bool OrderDesk::handle(const FixMessage& message)
{
    if (message.type == "D")
        place(message);
    else if (message.type == "F")
        cancel(message);
    else if (message.type == "G")
        replace(message);
    else if (message.type == "H")
        status(message);
    else if (message.type == "AF")
        massStatus(message);
    else if (message.type == "q")
        massCancel(message);
    else
        return false;
    return true;
}

Result<Reply> OrderDesk::ask(EngineHost::Body body, std::uint64_t* version)
{
    struct Answer {
        Result<Reply> reply = unavailable("fix.no-answer");
        std::uint64_t version = 0;
    };
    auto promise = std::make_shared<std::promise<Answer>>();
    auto future = promise->get_future();
    m_services.command(std::move(body), [promise, &services = m_services](const Result<Reply>& reply) {
        promise->set_value({reply, services.session().bookVersion});
    });
    promise.reset();
    if (future.wait_for(kPatience) != std::future_status::ready)
        return unavailable("fix.no-answer");
    try {
        const Answer answer = future.get();
        if (version != nullptr)
            *version = answer.version;
        return answer.reply;
    } catch (const std::future_error&) {
        return unavailable("fix.no-answer"); // the program is ending
    }
}

std::string OrderDesk::idTrouble(const FixMessage& message) const
{
    const std::string id = message.text(11);
    const std::size_t longest = kLongestCommandId - commandId("").size();
    if (id.empty() || id.size() > longest)
        return "ClOrdID must have 1 to " + std::to_string(longest) + " characters";
    if (std::any_of(id.begin(), id.end(), [](unsigned char c) { return c < 0x20 || c > 0x7E; }))
        return "ClOrdID must be printable ASCII";
    return {};
}

const Instrument* OrderDesk::instrument(const std::string& symbol) const
{
    const auto found = m_bySymbol.find(symbol);
    return found == m_bySymbol.end() ? nullptr : m_book->instrument(found->second);
}

void OrderDesk::place(const FixMessage& message)
{
    const std::string clOrdId = message.text(11);
    if (const std::string trouble = idTrouble(message); !trouble.empty())
        return refuseOrder(message, "fix.client-order-id", trouble);
    if (m_byId.count(clOrdId) != 0) {
        if (message.possResend)
            return status(message);
        if (!message.possDup)
            refuseOrder(message, "fix.duplicate", "ClOrdID was used before");
        return;
    }
    if (const std::string* account = message.find(1); account != nullptr && *account != m_terms.accountNumber)
        return refuseOrder(message, "fix.account", "Account of this session is " + m_terms.accountNumber);
    const Instrument* traded = instrument(message.text(55));
    if (traded == nullptr)
        return refuseOrder(message, "fix.symbol-unknown", "Symbol is not listed");
    const auto side = sideOf(message.text(54));
    const auto type = typeOf(message.text(40));
    const auto tif = tifOf(message.text(59));
    if (!side)
        return refuseOrder(message, "fix.unsupported", "Side must be 1 (buy) or 2 (sell)");
    if (!type)
        return refuseOrder(message, "fix.unsupported", "OrdType must be 1 (market) or 2 (limit)");
    if (!tif)
        return refuseOrder(message, "fix.unsupported", "TimeInForce must be 0 (day), 1 (GTC), 3 (IOC) or 4 (FOK)");
    const auto quantity = Quantity::parse(message.text(38));
    if (!quantity || !quantity->isPositive())
        return refuseOrder(message, "fix.quantity", "OrderQty must be a positive quantity");
    const auto limit = Price::parse(*type == OrderType::Limit ? message.text(44) : "0");
    if (!limit)
        return refuseOrder(message, "fix.price", "a limit order needs a Price");

    OrderRequest request{commandId(clOrdId), m_terms.account, traded->id, *side, *type, *tif, *quantity, *limit, {}};
    const auto reply = ask(PlaceOrder{request}, nullptr);
    if (!reply) {
        // Whether it was stored is not known here; when it was, the book says so and the counterparty is told.
        if (reply.error().code != "fix.no-answer")
            refuseOrder(message, reply.error().code, reply.error().text());
        return;
    }
    if (!reply->order.valid())
        return refuseOrder(message, reply->refusals.empty() ? "fix.refused" : reply->refusals.front().code, joined(reply->refusals));
    Order order;
    order.id = reply->order;
    order.request = request;
    order.filledValue = Money::zero(traded->spec.currency);
    order.updatedAt = m_services.session().venueTime;
    track(order, clOrdId);
    if (!reply->accepted && !reply->repeated) {
        Line& line = m_lines.at(order.id);
        line.order.state = OrderState::Rejected;
        line.order.reason = joined(reply->refusals);
        settle(line, *m_book);
    }
}

OrderDesk::Line* OrderDesk::named(const std::string& clOrdId)
{
    const auto id = m_byId.find(clOrdId);
    if (id == m_byId.end())
        return nullptr;
    const auto line = m_lines.find(id->second);
    return line == m_lines.end() ? nullptr : &line->second;
}

// By OrigClOrdID, else by OrderID.
OrderDesk::Line* OrderDesk::target(const FixMessage& message)
{
    if (Line* line = named(message.text(41)))
        return line;
    const auto line = m_lines.find(OrderId(number(message.text(37))));
    return line == m_lines.end() ? nullptr : &line->second;
}

bool OrderDesk::askCancel(Line& line, const std::string& clOrdId, const std::string& command, std::string& trouble)
{
    Ask wanted;
    wanted.clOrdId = clOrdId;
    const bool ofOrder = line.clOrdId == clOrdId; // a mass cancel has no request of the order's own
    if (!ofOrder && !m_log->append({"A", "cancel", clOrdId, std::to_string(line.order.id.value), "0", "0"})) {
        trouble = "the desk's log cannot be written";
        return false;
    }
    const auto reply = ask(CancelOrder{command, line.order.id}, &wanted.afterVersion);
    if (!ofOrder) {
        m_byId[clOrdId] = line.order.id;
        line.ask = wanted;
        m_open.insert(line.order.id);
    }
    if (reply && reply->accepted)
        return true;
    if (!reply && reply.error().code == "fix.no-answer")
        return true; // the book will say
    trouble = reply ? joined(reply->refusals) : reply.error().text();
    return false;
}

void OrderDesk::cancel(const FixMessage& message)
{
    const std::string clOrdId = message.text(11);
    const std::string original = message.text(41);
    Line* line = target(message);
    if (const std::string trouble = idTrouble(message); !trouble.empty())
        return refuseChange(line, false, clOrdId, original, "fix.client-order-id", trouble);
    if (m_byId.count(clOrdId) != 0) {
        if (!message.possDup && !message.possResend)
            refuseChange(line, false, clOrdId, original, "fix.duplicate", "ClOrdID was used before");
        return;
    }
    if (line == nullptr)
        return refuseChange(line, false, clOrdId, original, "fix.order-unknown", "order is not known");
    if (line->ask)
        return refuseChange(line, false, clOrdId, original, "fix.pending", "another request for this order is under way");
    std::string trouble;
    if (askCancel(*line, clOrdId, commandId(clOrdId), trouble))
        return;
    refuseChange(line, false, clOrdId, original, "fix.too-late", trouble);
    if (line->ask)
        endAsk(*line, false);
}

void OrderDesk::replace(const FixMessage& message)
{
    const std::string clOrdId = message.text(11);
    const std::string original = message.text(41);
    Line* line = target(message);
    if (const std::string trouble = idTrouble(message); !trouble.empty())
        return refuseChange(line, true, clOrdId, original, "fix.client-order-id", trouble);
    if (m_byId.count(clOrdId) != 0) {
        if (!message.possDup && !message.possResend)
            refuseChange(line, true, clOrdId, original, "fix.duplicate", "ClOrdID was used before");
        return;
    }
    if (line == nullptr)
        return refuseChange(line, true, clOrdId, original, "fix.order-unknown", "order is not known");
    if (line->ask)
        return refuseChange(line, true, clOrdId, original, "fix.pending", "another request for this order is under way");
    const OrderRequest& old = line->order.request;
    const auto quantity = message.find(38) == nullptr ? Result<Quantity>(old.quantity) : Quantity::parse(message.text(38));
    const auto limit = message.find(44) == nullptr ? Result<Price>(old.limit) : Price::parse(message.text(44));
    if (!quantity || !quantity->isPositive() || !limit)
        return refuseChange(line, true, clOrdId, original, "fix.quantity", "OrderQty or Price is not a number that an order can have");
    const auto side = sideOf(message.text(54));
    const auto type = typeOf(message.text(40));
    if ((message.find(54) != nullptr && side != old.side) || (message.find(40) != nullptr && type != old.type))
        return refuseChange(line, true, clOrdId, original, "fix.unsupported", "Side and OrdType cannot be replaced");
    Ask wanted{true, clOrdId, *quantity, *limit, 0};
    if (!m_log->append({"A", "replace", clOrdId, std::to_string(line->order.id.value), std::to_string(quantity->raw()), std::to_string(limit->raw())}))
        return refuseChange(line, true, clOrdId, original, "fix.desk-log", "the desk's log cannot be written");
    const auto reply = ask(ReplaceOrder{commandId(clOrdId), line->order.id, *quantity, *limit}, &wanted.afterVersion);
    m_byId[clOrdId] = line->order.id;
    line->ask = wanted;
    m_open.insert(line->order.id);
    if ((reply && reply->accepted) || (!reply && reply.error().code == "fix.no-answer"))
        return;
    refuseChange(line, true, clOrdId, original, "fix.too-late", reply ? joined(reply->refusals) : reply.error().text());
    endAsk(*line, false);
}

void OrderDesk::massCancel(const FixMessage& message)
{
    const std::string scope = message.text(530);
    const std::string clOrdId = message.text(11);
    const Instrument* only = nullptr;
    std::string trouble = idTrouble(message);
    if (trouble.empty() && m_byId.count(clOrdId) != 0)
        trouble = "ClOrdID was used before";
    if (trouble.empty() && scope == "1") {
        only = instrument(message.text(55));
        if (only == nullptr)
            trouble = "Symbol is not listed";
    } else if (trouble.empty() && scope != "7") {
        trouble = "MassCancelRequestType must be 1 (security) or 7 (all)";
    }
    int asked = 0;
    if (trouble.empty()) {
        for (auto& [id, line] : m_lines) {
            if (line.done || line.ask || !line.order.open() || (only != nullptr && line.order.request.instrument != only->id))
                continue;
            std::string ignored; // an order that ended meanwhile reports its end itself
            if (askCancel(line, line.clOrdId, commandId(clOrdId) + ":" + std::to_string(id.value), ignored))
                ++asked;
        }
    }
    FixMessage report("r");
    report.add(11, clOrdId).add(37, AppServices::newCommandId()).add(530, scope).add(531, trouble.empty() ? scope : "0");
    if (!trouble.empty())
        report.add(532, scope == "1" ? "1" : "99");
    report.add(533, asked);
    if (only != nullptr)
        report.add(55, only->symbol);
    if (!trouble.empty())
        report.add(58, trouble);
    (void)m_engine.send(m_terms.session, report);
}

} // namespace rialto::fix
