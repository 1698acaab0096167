// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"

#include "services/portfolio_analysis.h"
#include "services/statement_service.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

Json figureOrNull(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

std::string percentOrDash(const std::optional<double>& value) { return value ? fmt::format("{:+.2f} %", *value * 100) : std::string("-"); }
std::string ratioOrDash(const std::optional<double>& value) { return value ? fmt::format("{:.2f}", *value) : std::string("-"); }

int analyse(Context& context, const std::string& number, const std::string& fromText)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    AppServices& services = session->services();
    const auto client = clientByNumber(*services.book(), number);
    if (!client)
        return context.fail(client.error());
    Date from;
    if (!fromText.empty()) {
        const auto parsed = Date::parse(fromText);
        if (!parsed)
            return context.fail(parsed.error());
        from = *parsed;
    }
    const auto data = makeStatement(services, session->bars(), {client->id, Date(), Date()});
    if (!data)
        return context.fail(data.error());
    const PortfolioAnalysis analysis = analysePortfolio(data->series, from);
    Json json{{"client", client->number}, {"currency", data->base.code()}, {"from", analysis.from.text()}, {"to", analysis.to.text()}, {"days", analysis.points.size()},
        {"totalReturn", figureOrNull(analysis.totalReturn)}, {"annualReturn", figureOrNull(analysis.annualReturn)}, {"moneyWeighted", figureOrNull(analysis.moneyWeighted)},
        {"volatility", figureOrNull(analysis.volatility)}, {"downsideDeviation", figureOrNull(analysis.downsideDeviation)}, {"sharpe", figureOrNull(analysis.sharpe)},
        {"sortino", figureOrNull(analysis.sortino)}, {"calmar", figureOrNull(analysis.calmar)}, {"valueAtRisk95", figureOrNull(analysis.valueAtRisk)},
        {"expectedShortfall95", figureOrNull(analysis.expectedShortfall)}, {"gainingMonths", figureOrNull(analysis.gainingMonths)}};
    json["months"] = Json::array();
    for (const auto& month : analysis.months)
        json["months"].push_back({{"year", month.year}, {"month", month.month}, {"return", month.rate}});
    json["falls"] = Json::array();
    for (const auto& fall : analysis.falls)
        json["falls"].push_back({{"depth", fall.depth}, {"from", fall.start.text()}, {"trough", fall.trough.text()}, {"recovered", fall.recovered ? Json(fall.recovered->text()) : Json(nullptr)}});
    json["conventions"] = {{"returns", "time-weighted by the day, flows at the start of their day, weekends left out"},
        {"annualisation", "return: geometric, actual days over 365, from a year on; deviations: x sqrt(252)"}, {"volatility", "of the sample, n - 1"},
        {"ratios", "risk-free rate and target are zero"}, {"valueAtRisk95", "historical, a day, quantile of type 7; losses are negative"},
        {"moneyWeighted", "since the book's first day"}};
    return context.ok(json, fmt::format("{} {} to {}: return {}, a year {}, money-weighted {}\n"
                                        "volatility {}, Sharpe {}, Sortino {}, Calmar {}, deepest fall {}\n"
                                        "one day in twenty loses {} or more, {} on average",
                                client->number, analysis.from.text(), analysis.to.text(), percentOrDash(analysis.totalReturn), percentOrDash(analysis.annualReturn),
                                percentOrDash(analysis.moneyWeighted), percentOrDash(analysis.volatility), ratioOrDash(analysis.sharpe), ratioOrDash(analysis.sortino),
                                ratioOrDash(analysis.calmar), analysis.falls.empty() ? "-" : percentOrDash(-analysis.falls.front().depth), percentOrDash(analysis.valueAtRisk),
                                percentOrDash(analysis.expectedShortfall)));
}

} // namespace

Command portfolioAnalysisCommand()
{
    return {{"portfolio", "analysis"}, "How a client's wealth grew and what it went through: return, risk, ratios, falls, months",
        {"rialtoctl portfolio analysis --client C-1001", "rialtoctl portfolio analysis --client C-1003 --from 2025-07-01 --json"}, [](CLI::App& app) -> Action {
            auto client = std::make_shared<std::string>();
            auto from = std::make_shared<std::string>();
            app.add_option("--client", *client, "Client number")->required();
            app.add_option("--from", *from, "First day (default: the first of the book)");
            return [client, from](Context& context) { return analyse(context, *client, *from); };
        }};
}

} // namespace rialto::cli
