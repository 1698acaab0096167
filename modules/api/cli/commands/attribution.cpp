// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/attribution/linking.h"
#include "analytics/input/attribution_file.h"
#include "api/cli/book_json.h"
#include "api/cli/command.h"
#include "api/cli/input_text.h"
#include "api/cli/risk_figures.h"

#include <fmt/format.h>

#include <map>

namespace rialto::cli {

namespace {

using analytics::AllocationModel;
using analytics::LinkingMethod;
using analytics::PeriodAttribution;
using analytics::SectorEffects;

struct AttributionArguments {
    std::string file;
    std::string model = "bf";
    double tolerance = 1e-6;
};

Json effectList(const PeriodAttribution& period, double SectorEffects::*field)
{
    Json list = Json::array();
    for (const auto& each : period.sectors)
        list.push_back(figure(each.*field));
    return list;
}

Json attributionJson(const PeriodAttribution& period)
{
    Json names = Json::array();
    for (const auto& each : period.sectors)
        names.push_back(each.name);
    const auto& total = period.total;
    return {{"sectors", names}, {"portfolio_return", period.portfolioReturn}, {"benchmark_return", period.benchmarkReturn}, {"semi_notional_return", period.semiNotionalReturn},
        {"excess", period.excess}, {"bhb_allocation", effectList(period, &SectorEffects::allocationBhb)}, {"bf_allocation", effectList(period, &SectorEffects::allocationBf)},
        {"selection", effectList(period, &SectorEffects::selection)}, {"interaction", effectList(period, &SectorEffects::interaction)},
        {"total_allocation", figure(total.allocationBf)}, {"total_selection", figure(total.selection)}, {"total_interaction", figure(total.interaction)},
        {"geometric_excess", period.geometricExcess}, {"geometric_allocation", effectList(period, &SectorEffects::geometricAllocation)},
        {"geometric_selection", effectList(period, &SectorEffects::geometricSelection)}, {"total_geometric_allocation", figure(total.geometricAllocation)},
        {"total_geometric_selection", figure(total.geometricSelection)}};
}

Json currencyJson(const analytics::CurrencyAttribution& period)
{
    Json rows = Json::array();
    const auto row = [](const analytics::CurrencyEffects& each) {
        return Json{{"market", each.name}, {"allocation", each.allocation}, {"selection", each.selection}, {"interaction", each.interaction}, {"currency", each.currency},
            {"total", each.total()}};
    };
    for (const auto& each : period.sectors)
        rows.push_back(row(each));
    return {{"portfolio_return", period.portfolioReturn}, {"benchmark_return", period.benchmarkReturn}, {"excess", period.portfolioReturn - period.benchmarkReturn},
        {"benchmark_premium", period.benchmarkPremium}, {"benchmark_cash", period.benchmarkCash}, {"markets", rows}, {"total", row(period.total)}};
}

struct LinkedEffects {
    double allocation = 0, selection = 0, interaction = 0;
};

Result<Json> linkedJson(const std::vector<PeriodAttribution>& periods, LinkingMethod method, AllocationModel model)
{
    std::vector<double> portfolio, benchmark;
    for (const auto& each : periods) {
        portfolio.push_back(each.portfolioReturn);
        benchmark.push_back(each.benchmarkReturn);
    }
    const auto factors = analytics::linkingFactors(portfolio, benchmark, method);
    if (!factors)
        return factors.error();
    std::vector<std::string> order;
    std::map<std::string, LinkedEffects> sums;
    LinkedEffects total;
    for (std::size_t t = 0; t < periods.size(); ++t)
        for (const auto& each : periods[t].sectors) {
            if (!sums.contains(each.name))
                order.push_back(each.name);
            auto& sum = sums[each.name];
            const double allocation = (*factors)[t] * periods[t].allocation(each, model);
            sum.allocation += allocation;
            sum.selection += (*factors)[t] * each.selection;
            sum.interaction += (*factors)[t] * each.interaction;
            total.allocation += allocation;
            total.selection += (*factors)[t] * each.selection;
            total.interaction += (*factors)[t] * each.interaction;
        }
    Json rows = Json::array();
    for (const auto& each : order)
        rows.push_back({{"sector", each}, {"allocation", sums[each].allocation}, {"selection", sums[each].selection}, {"interaction", sums[each].interaction}});
    Json json{{"factors", *factors}, {"sectors", rows}, {"total_allocation", total.allocation}, {"total_selection", total.selection},
        {"total_interaction", total.interaction}, {"excess", total.allocation + total.selection + total.interaction}};
    if (method == LinkingMethod::Frongello) {
        std::vector<double> allocation, selection, interaction;
        for (const auto& each : periods) {
            allocation.push_back(each.allocation(each.total, model));
            selection.push_back(each.total.selection);
            interaction.push_back(each.total.interaction);
        }
        json["steps"] = {{"allocation", analytics::frongelloSteps(allocation, portfolio, benchmark)}, {"selection", analytics::frongelloSteps(selection, portfolio, benchmark)},
            {"interaction", analytics::frongelloSteps(interaction, portfolio, benchmark)}};
    }
    return json;
}

std::string percent(double value) { return fmt::format("{:.4f} %", value * 100); }

std::string attributionText(const std::vector<PeriodAttribution>& periods, const std::vector<std::string>& names, AllocationModel model)
{
    std::string text;
    for (std::size_t t = 0; t < periods.size(); ++t) {
        std::vector<std::vector<std::string>> cells;
        const auto row = [&](const SectorEffects& each) {
            const double allocation = periods[t].allocation(each, model);
            cells.push_back({each.name, percent(allocation), percent(each.selection), percent(each.interaction), percent(allocation + each.selection + each.interaction)});
        };
        for (const auto& each : periods[t].sectors)
            row(each);
        row(periods[t].total);
        text += (names[t].empty() ? std::string() : names[t] + "\n") + table({"sector", "allocation", "selection", "interaction", "together"}, cells);
        text += fmt::format("portfolio {}, benchmark {}, excess {}\n\n", percent(periods[t].portfolioReturn), percent(periods[t].benchmarkReturn), percent(periods[t].excess));
    }
    return text;
}

int attribution(Context& context, const AttributionArguments& given)
{
    const auto text = inputText(given.file);
    if (!text)
        return context.fail(text.error());
    const auto file = analytics::AttributionFile::parse(*text);
    if (!file)
        return context.fail(file.error());
    const auto model = given.model == "bhb" ? AllocationModel::BrinsonHoodBeebower : AllocationModel::BrinsonFachler;
    std::vector<PeriodAttribution> periods;
    std::vector<std::string> names;
    for (const auto& each : file->periods) {
        auto period = analytics::brinson(each.plain(), given.tolerance);
        if (!period)
            return context.fail(Error{period.error().kind, period.error().code, (each.name.empty() ? "" : each.name + ": ") + period.error().detail});
        periods.push_back(std::move(*period));
        names.push_back(each.name);
    }
    Json document{{"method", "Brinson-Fachler and Brinson-Hood-Beebower, arithmetic and geometric (Bacon 2008)"},
        {"conventions", {{"weights", "at the start of the period"}, {"returns", "fractions of one, simple"}, {"allocation_in_text_and_linking", given.model},
                            {"interaction", "told by itself; selection + interaction = wp (rp - rb)"}, {"geometric_selection", "includes interaction"},
                            {"weight_tolerance", given.tolerance}}}};
    std::string words = attributionText(periods, names, model);
    if (periods.size() == 1) {
        document.update(attributionJson(periods[0]));
    } else {
        Json list = Json::array();
        double portfolio = 1;
        double benchmark = 1;
        for (std::size_t t = 0; t < periods.size(); ++t) {
            Json each = attributionJson(periods[t]);
            each["period"] = names[t];
            list.push_back(std::move(each));
            portfolio *= 1 + periods[t].portfolioReturn;
            benchmark *= 1 + periods[t].benchmarkReturn;
        }
        document["periods"] = std::move(list);
        document["portfolio_return"] = portfolio - 1;
        document["benchmark_return"] = benchmark - 1;
        document["excess"] = portfolio - benchmark;
        document["geometric_excess"] = portfolio / benchmark - 1;
        Json linked = Json::object();
        std::vector<std::vector<std::string>> cells;
        for (const auto method : {LinkingMethod::Carino, LinkingMethod::Menchero, LinkingMethod::Grap, LinkingMethod::Frongello}) {
            auto each = linkedJson(periods, method, model);
            if (!each)
                return context.fail(each.error());
            cells.push_back({std::string(analytics::name(method)), percent((*each)["total_allocation"]), percent((*each)["total_selection"]), percent((*each)["total_interaction"]),
                percent((*each)["excess"])});
            linked[std::string(analytics::name(method))] = std::move(*each);
        }
        document["linked"] = std::move(linked);
        words += table({"linked over all periods", "allocation", "selection", "interaction", "excess"}, cells);
    }
    if (file->currencies) {
        Json list = Json::array();
        for (const auto& each : file->periods) {
            const auto period = analytics::karnoskySinger(each.sectors, given.tolerance);
            if (!period)
                return context.fail(period.error());
            list.push_back(currencyJson(*period));
            words += fmt::format("Karnosky-Singer{}: allocation {}, selection {}, interaction {}, currency {}\n", each.name.empty() ? "" : " " + each.name,
                percent(period->total.allocation), percent(period->total.selection), percent(period->total.interaction), percent(period->total.currency));
        }
        document["karnosky_singer"] = periods.size() == 1 ? list[0] : std::move(list);
        document["conventions"]["returns_in_base_currency"] = "local + currency return, added (exact when they are continuously compounded)";
    }
    return context.ok(document, words);
}

} // namespace

Command attributionCommand()
{
    return {{"attribution"}, "Why a portfolio differed from its benchmark: allocation, selection, interaction, currency; linked over periods",
        {"rialtoctl attribution sectors.csv    # sector,wp,wb,rp,rb  (weights and returns as fractions, or with %)",
            "rialtoctl attribution months.csv     # period,sector,wp,wb,rp,rb: linked by Carino, Menchero, GRAP and Frongello",
            "rialtoctl attribution world.csv      # sector,wp,wb,rp,rb,cash,fx[,hp,hb]: also Karnosky-Singer (hp, hb: currency exposure after hedges)",
            "rialtoctl attribution case.json --json   # {\"sectors\":[...],\"wp\":[...],\"wb\":[...],\"rp\":[...],\"rb\":[...]} or {\"periods\":[...]}"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<AttributionArguments>();
            app.add_option("file", given->file, "CSV or JSON, see the examples")->required();
            app.add_option("--model", given->model, "Allocation in the table and the linking: bf or bhb (JSON has both for each period)")
                ->check(CLI::IsMember({"bf", "bhb"}))->capture_default_str();
            app.add_option("--weight-tolerance", given->tolerance, "How far weights may be from adding up to 1; negative: any")->capture_default_str();
            return [given](Context& context) { return attribution(context, *given); };
        }};
}

} // namespace rialto::cli
