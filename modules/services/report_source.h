// SPDX-License-Identifier: GPL-3.0-or-later
// ReportSource: everything that reports read of a book, copied out of the engine and the bar store in one visit, so that all
// reports made from it belong together. Gathering is slow: a worker thread or the console, never the GUI or the engine thread;
// the bar store must be the caller's own. Afterwards it is immutable: any number of threads may ask it at a time. Prices are stored
// closes, with their dates: a report can be derived again tomorrow, which a mark of the running day could not.
#pragma once

#include "advice/rebalancer.h"
#include "domain/calendar.h"
#include "market/bar_store.h"
#include "reports/report.h"
#include "services/app_services.h"
#include "services/statement_builder.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace rialto {

struct ReportPeriod {
    Date from;                 // none (Date()): the first day of the month of `to`
    Date to;                   // none: the venue's trading day
};

class ReportSource {
public:
    /// `onlyClient` leaves the others' facts out. Errors: those of the store.
    static Result<std::shared_ptr<const ReportSource>> gather(AppServices& services, market::BarStore& bars, ClientId onlyClient = {});

    const std::vector<Client>& clients() const { return m_clients; }
    Date tradingDay() const { return m_session.tradingDay; }
    /// Errors: services.client-unknown.
    Result<Client> client(const std::string& number) const;
    ReportPeriod resolved(const ReportPeriod& period) const;

    /// The facts of a report; of a report about the market `client` is ignored. `backed`: with the calculations down to the rows.
    /// Errors: services.client-unknown and those of buildStatement.
    Result<reports::ReportData> data(const reports::ReportDefinition& definition, ClientId client, const ReportPeriod& period, bool backed) const;
    Result<StatementInputs> statementInputs(ClientId client, const ReportPeriod& period) const;
    /// The amount of a source row in the book as it is now; "" of what it is not. Errors: reports.source-missing.
    const TransferGroup* group(const std::string& key) const;
    const PriceHistory& prices() const { return m_prices; }
    const std::map<InstrumentId, Instrument>& instruments() const { return m_instruments; }
    const BookSnapshot* book() const { return m_book.get(); }
    /// The market's row of one instrument, for a note about it; its closes are kept. Errors: services.price-missing.
    Result<reports::MarketRow> marketOf(const std::string& symbol, Date day) const;
    /// The end of the book's clock: when reports made of it were created.
    Timestamp createdAt() const { return m_session.venueTime; }
    bool simulated() const { return m_session.simulated; }

private:
    struct Series {
        Instrument instrument;
        std::string source;
        std::vector<Bar> days;             // rising, up to the trading day
        std::shared_ptr<const TradingCalendar> calendar;
    };

    void addLots(reports::ReportData& data, const StatementInputs& inputs) const;
    void addOrders(reports::ReportData& data, const StatementInputs& inputs) const;
    void addExecutions(reports::ReportData& data, const StatementInputs& inputs) const;
    void addProposal(reports::ReportData& data, const StatementInputs& inputs) const;
    void addAttribution(reports::ReportData& data, const StatementInputs& inputs) const;
    void addCompliance(reports::ReportData& data, const StatementInputs& inputs) const;
    void addMarket(reports::ReportData& data, Date day) const;
    void addQuality(reports::ReportData& data, Date day) const;
    static void addRisk(reports::ReportData& data);
    const Bar* barOf(InstrumentId instrument, Date day) const;

    SessionStatus m_session;
    std::vector<Client> m_clients;
    std::vector<Account> m_accounts;
    std::vector<Order> m_orders;
    std::vector<ExecutionReport> m_fills;
    std::map<ClientId, std::vector<TransferGroup>> m_groups;
    std::map<std::string, std::pair<ClientId, std::size_t>> m_groupIndex;
    std::map<InstrumentId, Instrument> m_instruments;
    std::vector<Series> m_series;          // daily
    std::map<InstrumentId, std::size_t> m_seriesOf;
    PriceHistory m_prices;
    std::shared_ptr<const BookSnapshot> m_book;
};

} // namespace rialto
