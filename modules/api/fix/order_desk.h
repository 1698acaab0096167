// SPDX-License-Identifier: GPL-3.0-or-later
// OrderDesk: one counterparty's orders. Requests go through AppServices like those of a screen (risk, reservation, durable before
// anything is answered); execution reports are computed from the book: what the book says and the counterparty has not been told
// yet is told. That is also how a killed program goes on: there is no other path. The gateway's thread only.
//
// A ClOrdID is used once: an order's command id in the book is "fix/<session>/<ClOrdID>", so that a message that comes twice
// places one order. Said again with PossDup or PossResend it is not refused, because the first one counts.
#pragma once

#include "api/fix/desk_log.h"
#include "api/fix/fix_terms.h"
#include "base/wide_math.h"
#include "net/fix/session_engine.h"
#include "services/app_services.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace rialto::fix {

class OrderDesk {
public:
    struct Terms {
        std::string session;      // the counterparty's CompID
        FixVersion version = FixVersion::Fix44;
        AccountId account;
        std::string accountNumber;
        std::string logFile;
    };
    static constexpr std::size_t kLongestCompId = 24;

    /// Errors: fix.desk-log. `engine` and `services` outlive the desk.
    static Result<std::unique_ptr<OrderDesk>> open(Terms terms, SessionEngine& engine, AppServices& services);

    /// D, F, G, H, q, AF; false for another type.
    bool handle(const FixMessage& message);
    /// Tells what is new in the book.
    void onBook(const std::shared_ptr<const BookSnapshot>& book);
    /// The symbol's instrument, or null; of the newest book.
    const Instrument* instrument(const std::string& symbol) const;

private:
    /// A cancel or replace request that is not settled yet.
    struct Ask {
        bool replace = false;
        std::string clOrdId;
        Quantity quantity;
        Price limit;
        std::uint64_t afterVersion = 0; // books up to this one do not know of it
    };
    struct Line {
        Order order;
        std::string clOrdId;             // of the order as it now is
        std::string firstClOrdId;
        std::set<std::string> told;      // execution ids
        std::vector<FillRow> fills;      // oldest first, not all told yet
        Quantity filledTold;
        Int128 turnoverTold = 0;         // price x quantity, raw units
        std::optional<Ask> ask;
        bool done = false;
    };
    OrderDesk(Terms terms, SessionEngine& engine, AppServices& services) : m_terms(std::move(terms)), m_engine(engine), m_services(services) {}

    void replay(const DeskLog::Line& line);
    void learnFromStore();
    std::string commandId(const std::string& clOrdId) const { return "fix/" + m_terms.session + "/" + clOrdId; }

    void place(const FixMessage& message);
    void cancel(const FixMessage& message);
    void replace(const FixMessage& message);
    void status(const FixMessage& message);
    void massStatus(const FixMessage& message);
    void massCancel(const FixMessage& message);

    Result<Reply> ask(EngineHost::Body body, std::uint64_t* version);
    Line* named(const std::string& clOrdId);
    Line* target(const FixMessage& message);
    void track(const Order& order, const std::string& clOrdId);
    void settle(Line& line, const BookSnapshot& book);
    bool tellFills(Line& line);
    void settleAsk(Line& line, const BookSnapshot& book);
    void tellEnd(Line& line);
    void endAsk(Line& line, bool granted);
    bool askCancel(Line& line, const std::string& clOrdId, const std::string& command, std::string& trouble);

    FixMessage report(const Line& line, const std::string& executionId, const std::string& execType, const std::string& ordStatus) const;
    bool tell(Line& line, const std::string& executionId, const FixMessage& message);
    void refuseOrder(const FixMessage& request, const std::string& code, const std::string& text);
    void refuseChange(const Line* line, bool replace, const std::string& clOrdId, const std::string& original, const std::string& code, const std::string& text);
    std::string idTrouble(const FixMessage& message) const;
    std::string averagePrice(const Line& line) const;

    Terms m_terms;
    SessionEngine& m_engine;
    AppServices& m_services;
    std::unique_ptr<DeskLog> m_log;
    std::shared_ptr<const BookSnapshot> m_book;
    std::map<OrderId, Line> m_lines;
    std::unordered_map<std::string, OrderId> m_byId;                        // every ClOrdID ever used
    std::unordered_map<std::uint64_t, std::unordered_set<std::string>> m_toldBefore; // by order
    std::unordered_set<std::uint64_t> m_doneBefore;
    std::map<std::uint64_t, Ask> m_asksBefore;
    std::map<std::uint64_t, std::string> m_replacedBefore;                  // the ClOrdID that an order has now
    std::unordered_map<std::string, InstrumentId> m_bySymbol;
    const void* m_symbolsOf = nullptr;
    std::set<OrderId> m_open;                                               // lines to look at with every book
    std::size_t m_ordersRead = 0;
    std::size_t m_fillsRead = 0;
};

} // namespace rialto::fix
