// SPDX-License-Identifier: GPL-3.0-or-later
// What a counterparty is told about its orders; see order_desk.h.
#include "api/fix/order_desk.h"

#include <algorithm>

namespace rialto::fix {

namespace {

const Order* orderIn(const BookSnapshot& book, OrderId id)
{
    const auto at = std::lower_bound(book.orders.begin(), book.orders.end(), id, [](const Order& order, OrderId wanted) { return order.id < wanted; });
    return at != book.orders.end() && at->id == id ? &*at : nullptr;
}

// In the mouth of a FIX engine a text is ASCII.
std::string plain(std::string text)
{
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7E)
            c = '?';
    return text.substr(0, 200);
}

} // namespace

void OrderDesk::onBook(const std::shared_ptr<const BookSnapshot>& book)
{
    m_book = book;
    if (m_symbolsOf != book->instruments.get()) {
        m_symbolsOf = book->instruments.get();
        for (const auto& listed : *book->instruments)
            m_bySymbol[listed.symbol] = listed.id;
    }
    const std::string mine = commandId("");
    for (; m_ordersRead < book->orders.size(); ++m_ordersRead) {
        const Order& order = book->orders[m_ordersRead];
        if (order.request.commandId.compare(0, mine.size(), mine) == 0)
            track(order, order.request.commandId.substr(mine.size()));
    }
    for (; m_fillsRead < book->fills.size(); ++m_fillsRead) {
        const auto line = m_lines.find(book->fills[m_fillsRead].report.order);
        if (line == m_lines.end())
            continue;
        line->second.fills.push_back(book->fills[m_fillsRead]);
        m_open.insert(line->first);
    }
    for (const OrderId id : std::vector<OrderId>(m_open.begin(), m_open.end())) {
        Line& line = m_lines.at(id);
        const Order* order = orderIn(*book, id);
        if (order == nullptr)
            continue; // placed after this picture was taken
        const std::string reason = line.order.state == OrderState::Rejected ? line.order.reason : order->reason;
        line.order = *order;
        line.order.reason = reason;
        settle(line, *book);
    }
}

void OrderDesk::track(const Order& order, const std::string& clOrdId)
{
    m_byId[clOrdId] = order.id;
    const auto [at, fresh] = m_lines.try_emplace(order.id);
    if (!fresh)
        return;
    Line& line = at->second;
    line.order = order;
    line.firstClOrdId = clOrdId;
    line.clOrdId = clOrdId;
    if (const auto told = m_toldBefore.find(order.id.value); told != m_toldBefore.end())
        line.told.insert(told->second.begin(), told->second.end());
    if (const auto replaced = m_replacedBefore.find(order.id.value); replaced != m_replacedBefore.end())
        line.clOrdId = replaced->second;
    if (const auto open = m_asksBefore.find(order.id.value); open != m_asksBefore.end())
        line.ask = open->second;
    line.done = m_doneBefore.count(order.id.value) != 0;
    if (!line.done)
        m_open.insert(order.id);
}

void OrderDesk::settle(Line& line, const BookSnapshot& book)
{
    const std::string id = std::to_string(line.order.id.value);
    if (line.order.state == OrderState::Rejected) {
        FixMessage rejected = report(line, "R" + id, "8", "8");
        const std::string code = line.order.reason.substr(0, line.order.reason.find_first_of(":;"));
        rejected.add(103, rejectReason(m_terms.version, code)).add(58, plain(line.order.reason));
        if (tell(line, "R" + id, rejected))
            tellEnd(line);
        return;
    }
    if (line.order.state == OrderState::PendingNew && line.fills.empty())
        return;
    if (!tell(line, "N" + id, report(line, "N" + id, "0", "0")))
        return;
    if (line.ask && line.ask->replace)
        settleAsk(line, book);
    if (!tellFills(line))
        return;
    if (line.ask)
        settleAsk(line, book);
    if (isFinal(line.order.state) && !line.ask && line.filledTold >= line.order.filled)
        tellEnd(line);
}

bool OrderDesk::tellFills(Line& line)
{
    const bool before42 = m_terms.version == FixVersion::Fix42;
    for (auto next = line.fills.begin(); next != line.fills.end(); next = line.fills.erase(next)) {
        const ExecutionReport& fill = next->report;
        line.filledTold += fill.lastQuantity;
        line.turnoverTold += Int128(fill.lastPrice.raw()) * fill.lastQuantity.raw();
        const std::string status = line.filledTold >= line.order.request.quantity ? "2" : "1";
        FixMessage message = report(line, fill.executionId, before42 ? status : "F", status);
        message.add(32, fill.lastQuantity.text()).add(31, fill.lastPrice.text());
        if (!tell(line, fill.executionId, message)) {
            line.filledTold += -fill.lastQuantity;
            line.turnoverTold -= Int128(fill.lastPrice.raw()) * fill.lastQuantity.raw();
            return false;
        }
    }
    return true;
}

void OrderDesk::settleAsk(Line& line, const BookSnapshot& book)
{
    const Ask ask = *line.ask;
    if (book.version <= ask.afterVersion || line.order.state == OrderState::Unknown)
        return;
    const std::string id = std::to_string(line.order.id.value);
    if (ask.replace) {
        if (line.order.state == OrderState::PendingReplace)
            return;
        if (line.order.request.quantity == ask.quantity && line.order.request.limit == ask.limit) {
            const std::string original = line.clOrdId;
            line.clOrdId = ask.clOrdId;
            FixMessage replaced = report(line, "P" + id + "-" + ask.clOrdId, "5", m_terms.version == FixVersion::Fix42 ? "5" : line.filledTold.isPositive() ? "1" : "0");
            replaced.add(41, original);
            if (tell(line, "P" + id + "-" + ask.clOrdId, replaced))
                endAsk(line, true);
            else
                line.clOrdId = original;
            return;
        }
    } else {
        if (line.order.state == OrderState::PendingCancel)
            return;
        if (line.order.state == OrderState::Cancelled)
            return tellEnd(line);
    }
    const std::string why = isFinal(line.order.state) ? "order is " + std::string(name(line.order.state)) : line.order.reason;
    refuseChange(&line, ask.replace, ask.clOrdId, line.clOrdId, "fix.too-late", why);
    endAsk(line, false);
}

void OrderDesk::tellEnd(Line& line)
{
    const std::string id = std::to_string(line.order.id.value);
    if (line.order.state == OrderState::Cancelled || line.order.state == OrderState::Expired) {
        const bool cancelled = line.order.state == OrderState::Cancelled;
        const std::string executionId = (cancelled ? "C" : "E") + id;
        FixMessage end = report(line, executionId, cancelled ? "4" : "C", cancelled ? "4" : "C");
        if (line.ask) {
            std::replace_if(end.fields.begin(), end.fields.end(), [](const FixField& field) { return field.tag == 11; }, FixField{11, line.ask->clOrdId});
            end.add(41, line.clOrdId);
        }
        if (!line.order.reason.empty())
            end.add(58, plain(line.order.reason));
        if (!tell(line, executionId, end))
            return;
        if (line.ask)
            endAsk(line, true);
    }
    if (!line.done && m_log->append({"D", id}))
        line.done = true;
    m_open.erase(line.order.id);
}

void OrderDesk::endAsk(Line& line, bool granted)
{
    (void)m_log->append({"X", line.ask->clOrdId, std::to_string(line.order.id.value), granted ? "ok" : "no"});
    line.ask.reset();
}

bool OrderDesk::tell(Line& line, const std::string& executionId, const FixMessage& message)
{
    if (line.told.count(executionId) != 0)
        return true;
    if (!m_engine.send(m_terms.session, message))
        return false;
    line.told.insert(executionId);
    (void)m_log->append({"T", std::to_string(line.order.id.value), executionId}); // the session's store knows too, until it begins anew
    return true;
}

std::string OrderDesk::averagePrice(const Line& line) const
{
    if (!line.filledTold.isPositive())
        return "0";
    const auto average = narrow(divideRounded(line.turnoverTold, line.filledTold.raw(), Rounding::HalfEven));
    return average ? Price::fromRaw(*average).text() : "0";
}

FixMessage OrderDesk::report(const Line& line, const std::string& executionId, const std::string& execType, const std::string& ordStatus) const
{
    const Order& order = line.order;
    const bool over = ordStatus == "2" || ordStatus == "4" || ordStatus == "8" || ordStatus == "C";
    const Quantity open = order.request.quantity - line.filledTold;
    const Instrument* traded = m_book->instrument(order.request.instrument);
    FixMessage message("8");
    message.add(37, std::to_string(order.id.value)).add(11, line.clOrdId).add(17, executionId);
    if (m_terms.version == FixVersion::Fix42)
        message.add(20, "0");
    message.add(150, execType).add(39, ordStatus).add(1, m_terms.accountNumber).add(55, traded == nullptr ? "" : traded->symbol);
    message.add(54, codeOf(order.request.side)).add(38, order.request.quantity.text()).add(40, codeOf(order.request.type));
    if (needsLimit(order.request.type))
        message.add(44, order.request.limit.text());
    message.add(59, codeOf(order.request.tif));
    message.add(151, over || open.isNegative() ? "0" : open.text()).add(14, line.filledTold.text()).add(6, averagePrice(line));
    message.add(60, timeText(order.updatedAt));
    return message;
}

void OrderDesk::status(const FixMessage& message)
{
    Line* line = named(message.text(11));
    if (line == nullptr)
        line = target(message);
    if (line == nullptr)
        return refuseOrder(message, "fix.order-unknown", "order is not known");
    const bool before42 = m_terms.version == FixVersion::Fix42;
    const std::string ordStatus = statusOf(line->order);
    FixMessage answer = report(*line, "S" + AppServices::newCommandId(), before42 ? ordStatus : "I", ordStatus);
    for (auto& field : answer.fields)
        if (field.tag == 20)
            field.value = "3";
    if (const std::string* request = message.find(790); request != nullptr && !before42)
        answer.add(790, *request);
    (void)m_engine.send(m_terms.session, answer);
}

void OrderDesk::massStatus(const FixMessage& message)
{
    std::vector<const Line*> wanted;
    const std::string kind = message.text(585);
    const Instrument* only = kind == "1" ? instrument(message.text(55)) : nullptr;
    if (kind == "7" || only != nullptr)
        for (const auto& [id, line] : m_lines)
            if (!line.done && (only == nullptr || line.order.request.instrument == only->id))
                wanted.push_back(&line);
    if (wanted.empty()) {
        FixMessage none = FixMessage("8");
        none.add(37, "NONE").add(17, "S" + AppServices::newCommandId()).add(584, message.text(584)).add(911, 0).add(912, "Y");
        none.add(150, "I").add(39, "8").add(54, "1").add(55, "[N/A]").add(38, "0").add(151, "0").add(14, "0").add(6, "0");
        none.add(103, kind == "7" || only != nullptr ? 5 : 99).add(58, "no open order");
        (void)m_engine.send(m_terms.session, none);
        return;
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        FixMessage answer = report(*wanted[i], "S" + AppServices::newCommandId(), "I", statusOf(wanted[i]->order));
        answer.add(584, message.text(584)).add(911, static_cast<int>(wanted.size())).add(912, i + 1 == wanted.size() ? "Y" : "N");
        (void)m_engine.send(m_terms.session, answer);
    }
}

void OrderDesk::refuseOrder(const FixMessage& request, const std::string& code, const std::string& text)
{
    FixMessage message("8");
    message.add(37, "NONE").add(11, request.text(11).empty() ? "NONE" : request.text(11)).add(17, "X" + AppServices::newCommandId());
    if (m_terms.version == FixVersion::Fix42)
        message.add(20, request.type == "H" ? "3" : "0");
    message.add(150, request.type == "H" && m_terms.version != FixVersion::Fix42 ? "I" : "8").add(39, "8");
    message.add(55, request.text(55)).add(54, request.text(54));
    for (const int tag : {38, 40, 44, 59})
        if (const std::string* value = request.find(tag))
            message.add(tag, *value);
    message.add(151, "0").add(14, "0").add(6, "0").add(60, timeText(m_services.session().venueTime));
    message.add(103, rejectReason(m_terms.version, code)).add(58, plain(text));
    std::erase_if(message.fields, [](const FixField& field) { return field.value.empty(); });
    (void)m_engine.send(m_terms.session, message);
}

void OrderDesk::refuseChange(const Line* line, bool replace, const std::string& clOrdId, const std::string& original, const std::string& code, const std::string& text)
{
    FixMessage message("9");
    message.add(37, line == nullptr ? "NONE" : std::to_string(line->order.id.value)).add(11, clOrdId.empty() ? "NONE" : clOrdId);
    message.add(41, original.empty() ? (line == nullptr ? "NONE" : line->clOrdId) : original).add(39, line == nullptr ? "8" : statusOf(line->order));
    message.add(434, replace ? "2" : "1");
    const bool before42 = m_terms.version == FixVersion::Fix42;
    int reason = before42 ? 2 : 99;
    if (code == "fix.too-late")
        reason = 0;
    else if (code == "fix.order-unknown")
        reason = 1;
    else if (code == "fix.pending")
        reason = 3;
    else if (code == "fix.duplicate" && !before42)
        reason = 6;
    message.add(102, reason).add(58, plain(text.empty() ? code : text));
    (void)m_engine.send(m_terms.session, message);
}

} // namespace rialto::fix
