// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/report_backing.h"

#include <map>
#include <utility>

namespace rialto {

namespace {

using reports::Figure;
using reports::FigureKind;
using reports::Operation;

class ReportBacking {
public:
    ReportBacking(reports::ReportData& data, const PriceHistory& prices) : m_data(data), m_prices(prices) {}

    void build()
    {
        addLots();
        addRealised();
        addExecutions();
        addMarket();
    }

private:
    Figure& add(std::string id, FigureKind kind, std::int64_t units, int decimals, std::string unit)
    {
        Figure figure;
        figure.id = std::move(id);
        figure.kind = kind;
        figure.units = units;
        figure.decimals = decimals;
        figure.unit = std::move(unit);
        m_data.statement.backing.push_back(std::move(figure));
        return m_data.statement.backing.back();
    }
    void given(const std::string& id, const Money& money, reports::SourceRow row, const char* method = "")
    {
        Figure& figure = add(id, FigureKind::Money, money.minor(), money.currency().digits(), money.currency().code());
        row.units = money.minor();
        figure.sources.push_back(std::move(row));
        figure.method = method;
    }
    void given(const std::string& id, Quantity quantity, reports::SourceRow row)
    {
        Figure& figure = add(id, FigureKind::Quantity, quantity.raw(), kFixedPlaces, {});
        row.units = quantity.raw();
        figure.sources.push_back(std::move(row));
    }
    void given(const std::string& id, Price price, reports::SourceRow row)
    {
        Figure& figure = add(id, FigureKind::Price, price.raw(), kFixedPlaces, {});
        row.units = price.raw();
        figure.sources.push_back(std::move(row));
    }
    static reports::SourceRow bar(const std::string& symbol, Date date, const char* what)
    {
        return {"bar", symbol + " " + date.text(), std::string(what) + " of " + symbol + " on " + date.text(), 0};
    }

    void addLots()
    {
        std::map<std::pair<std::string, std::string>, int> numbers;
        for (const auto& lot : m_data.lots) {
            const std::string id = "holding/" + lot.accountNumber + "/" + lot.symbol + "/lot/" + std::to_string(++numbers[{lot.accountNumber, lot.symbol}]);
            given(id + "/quantity", lot.quantity, {"lot", lot.groupKey, "what is left of the purchase of " + lot.acquired.text(), 0});
        }
    }

    /// In the report's currency at the rate of the day.
    void converted(const std::string& id, const Money& local, const Money& base, Date day)
    {
        Figure& figure = add(id + "-base", FigureKind::Money, base.minor(), base.currency().digits(), base.currency().code());
        if (local.currency() == base.currency()) {
            figure.operation = Operation::Sum;
            figure.inputs = {id};
            return;
        }
        const auto rate = m_prices.rate(local.currency(), base.currency(), day);
        if (!rate)
            return;
        figure.operation = Operation::Product;
        figure.inputs = {id, id + "-fx"};
        Figure& fx = add(id + "-fx", FigureKind::Price, rate->price.raw(), kFixedPlaces, base.currency().code());
        fx.sources.push_back({"rate", local.currency().code() + "/" + base.currency().code() + " " + rate->date.text(), "closing rate of " + rate->date.text(), rate->price.raw()});
    }

    void addRealised()
    {
        for (std::size_t i = 0; i < m_data.realised.size(); ++i) {
            const auto& row = m_data.realised[i];
            const std::string id = "realised/" + std::to_string(i + 1);
            given(id + "/quantity", row.quantity, {"lot", row.openKey, "part of the purchase of " + row.acquired.text() + " that was sold", 0});
            given(id + "/proceeds", row.proceeds, {"group", row.closeKey, "share of the sale of " + row.disposed.text() + ", after its costs", 0}, "In proportion to the quantity.");
            given(id + "/cost", row.cost, {"lot", row.openKey, "share of the purchase of " + row.acquired.text() + " with its costs", 0}, "First in, first out; in proportion to the quantity.");
            converted(id + "/proceeds", row.proceeds, row.proceedsBase, row.disposed);
            converted(id + "/cost", row.cost, row.costBase, row.acquired);
        }
    }

    void addExecutions()
    {
        for (std::size_t i = 0; i < m_data.executions.size(); ++i) {
            const auto& row = m_data.executions[i];
            const std::string id = "execution/" + std::to_string(i + 1);
            given(id + "/quantity", row.quantity, {"group", row.groupKey, "trade of " + row.date.text(), 0});
            given(id + "/price", row.price, {"group", row.groupKey, "trade of " + row.date.text(), 0});
            if (!row.hasBar())
                continue;
            given(id + "/low", row.low, bar(row.symbol, row.date, "low"));
            given(id + "/close", row.close, bar(row.symbol, row.date, "close"));
        }
    }

    void addMarket()
    {
        for (const auto& row : m_data.market) {
            const std::string id = "market/" + row.symbol;
            given(id + "/close", row.close, bar(row.symbol, row.date, "close"));
            given(id + "/low", row.low, bar(row.symbol, row.date, "low"));
            given(id + "/volume", row.volume, bar(row.symbol, row.date, "volume"));
        }
    }

    reports::ReportData& m_data;
    const PriceHistory& m_prices;
};

} // namespace

void addReportBacking(reports::ReportData& data, const PriceHistory& prices)
{
    ReportBacking(data, prices).build();
}

} // namespace rialto
