// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/research_input.h"
#include "research/statement_view.h"

#include <algorithm>
#include <ostream>

namespace rialto::cli {

namespace {

struct FilingsArguments {
    std::string symbol;
    std::vector<std::string> files;
    std::string asKnown;
    std::size_t periods = 8;
    bool quarterly = false;
};

Json figureJson(const research::StatementFigure& figure)
{
    return Json{{"value", figure.value.text()}, {"concept", figure.conceptName}, {"unit", figure.unit}, {"accession", figure.accession}, {"form", figure.form},
        {"filed", figure.filed.text()}, {"derived", figure.derived.empty() ? Json(nullptr) : Json(figure.derived)}};
}

Json statementJson(const research::StatementView& view, research::Statement which, std::vector<std::vector<std::string>>& cells, std::size_t limit)
{
    Json out = Json::array();
    for (const auto& item : research::statementItems()) {
        if (item.statement != which)
            continue;
        Json values = Json::array();
        std::vector<std::string> row{std::string(item.label)};
        bool any = false;
        for (std::size_t i = 0; i < view.periods.size() && i < limit; ++i) {
            const auto at = view.periods[i].figures.find(item.key);
            any = any || at != view.periods[i].figures.end();
            values.push_back(at == view.periods[i].figures.end() ? Json(nullptr) : figureJson(at->second));
            row.push_back(at == view.periods[i].figures.end() ? "" : at->second.value.text());
        }
        if (!any)
            continue;
        out.push_back({{"item", std::string(item.key)}, {"label", std::string(item.label)}, {"values", values}});
        cells.push_back(std::move(row));
    }
    return out;
}

Json filingList(const std::vector<research::Document>& documents, const std::string& symbol)
{
    Json out = Json::array();
    for (const auto& each : documents)
        if (each.kind == "filing" && (symbol.empty() || std::find(each.symbols.begin(), each.symbols.end(), symbol) != each.symbols.end()))
            out.push_back({{"accession", each.id}, {"form", each.tags.empty() ? std::string() : each.tags.front()}, {"title", each.title}, {"filed", each.published ? Json(isoUtc(*each.published)) : Json(nullptr)},
                {"link", each.link}, {"summary", each.summary}});
    return out;
}

int showFilings(Context& context, const FilingsArguments& arguments)
{
    if (arguments.symbol.empty() && arguments.files.empty()) {
        context.err << "rialtoctl: filings: name a company of the book, or a file with --input; 'rialtoctl filings --help' shows how\n";
        return kUsage;
    }
    const auto known = optionalDate(arguments.asKnown);
    if (!known)
        return context.fail(known.error());
    std::optional<research::Company> company;
    std::vector<research::Document> documents;
    if (!arguments.files.empty()) {
        auto harvest = readResearchFiles(arguments.files, arguments.symbol);
        if (!harvest)
            return context.fail(harvest.error());
        if (!harvest->companies.empty()) {
            company = std::move(harvest->companies.front());
            for (std::size_t i = 1; i < harvest->companies.size(); ++i)
                if (harvest->companies[i].cik == company->cik)
                    company->facts.insert(company->facts.end(), harvest->companies[i].facts.begin(), harvest->companies[i].facts.end());
        }
        documents = std::move(harvest->documents);
        if (!company && documents.empty())
            return context.fail(invalid("cli.no-filings", arguments.files.front() + " is " + harvest->format + " and holds neither facts nor filings"));
    } else {
        std::unique_ptr<BookSession> session;
        auto desk = openDesk(context, session);
        if (!desk)
            return context.fail(desk.error());
        auto found = (*desk)->company(arguments.symbol);
        if (!found && found.error().code != "research.company-unknown")
            return context.fail(found.error());
        auto list = (*desk)->documents("filing");
        if (!list)
            return context.fail(list.error());
        documents = std::move(*list);
        if (found)
            company = std::move(*found);
    }
    Json document;
    std::string text;
    const Json filings = filingList(documents, arguments.files.empty() ? arguments.symbol : std::string());
    if (!company && filings.empty())
        return context.fail(notFound("research.company-unknown", arguments.symbol + " has neither facts nor filings in the book; import its companyfacts and submissions first"));
    if (company) {
        const auto view = research::statementView(*company, arguments.quarterly, *known);
        if (!view)
            return context.fail(view.error());
        document = {{"company", company->name}, {"cik", company->cik}, {"symbol", company->symbol}, {"currency", view->currency}, {"basis", arguments.quarterly ? "quarterly" : "annual"},
            {"asKnown", known->has_value() ? Json((*known)->text()) : Json(nullptr)}};
        Json periods = Json::array();
        std::vector<std::string> header{company->name + ", " + view->currency};
        for (std::size_t i = 0; i < view->periods.size() && i < arguments.periods; ++i) {
            const auto& period = view->periods[i];
            periods.push_back({{"label", period.label}, {"start", period.start ? Json(period.start->text()) : Json(nullptr)}, {"end", period.end.text()}});
            header.push_back(period.end.text());
        }
        document["periods"] = periods;
        std::vector<std::vector<std::string>> cells;
        document["income"] = statementJson(*view, research::Statement::Income, cells, arguments.periods);
        document["balance"] = statementJson(*view, research::Statement::Balance, cells, arguments.periods);
        document["cashFlow"] = statementJson(*view, research::Statement::CashFlow, cells, arguments.periods);
        document["ratios"] = Json::array();
        for (const auto& ratio : view->ratios) {
            Json values = Json::array();
            std::vector<std::string> row{ratio.label};
            for (std::size_t i = 0; i < ratio.values.size() && i < arguments.periods; ++i) {
                values.push_back(ratio.values[i] ? Json(ratio.values[i]->text()) : Json(nullptr));
                row.push_back(ratio.values[i] ? ratio.values[i]->text() : "");
            }
            document["ratios"].push_back({{"ratio", ratio.key}, {"label", ratio.label}, {"formula", ratio.formula}, {"values", values}});
            cells.push_back(std::move(row));
        }
        document["restatements"] = Json::array();
        for (const auto& each : view->restatements)
            document["restatements"].push_back({{"item", each.item.empty() ? Json(nullptr) : Json(each.item)}, {"concept", each.conceptName}, {"unit", each.unit},
                {"start", each.start ? Json(each.start->text()) : Json(nullptr)}, {"end", each.end.text()}, {"first", {{"value", each.first.text()}, {"accession", each.firstAccession}, {"form", each.firstForm}, {"filed", each.firstFiled.text()}}},
                {"later", {{"value", each.later.text()}, {"accession", each.laterAccession}, {"form", each.laterForm}, {"filed", each.laterFiled.text()}}}, {"difference", each.difference.text()}});
        document["method"] = "the newest filing of a period wins; annual is 350 to 380 days, a quarter 75 to 100; a quarter that was never told alone is the difference of cumulated figures and says so; "
                             "restatements are figures of the same concept, unit and period that a later filing told otherwise";
        text = table(header, cells) + std::to_string(view->restatements.size()) + " restated figures\n";
    }
    document["filings"] = filings;
    if (!filings.empty()) {
        std::vector<std::vector<std::string>> rows;
        for (std::size_t i = 0; i < filings.size() && i < 40; ++i)
            rows.push_back({filings[i]["filed"].is_null() ? "" : filings[i]["filed"].get<std::string>(), filings[i]["form"].get<std::string>(), filings[i]["title"].get<std::string>()});
        text += table({"filed", "form", "title"}, rows);
    }
    if (context.json)
        context.out << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        context.out << text;
    return kOk;
}

} // namespace

Command filingsCommand()
{
    return {{"filings"}, "A company's statements normalised from its filings, what was restated, and ratios with their formulas",
        {"rialtoctl filings AAPL --book mybook --quarterly", "rialtoctl filings --input companyfacts.json --json"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<FilingsArguments>();
            app.add_option("company", given->symbol, "Symbol or CIK of a company in the book");
            app.add_option("--input", given->files, "Files to read in place of the book: companyfacts, XBRL instance, submissions");
            app.add_flag("--quarterly", given->quarterly, "Quarters in place of years");
            app.add_option("--as-known", given->asKnown, "Only filings of that day or before, YYYY-MM-DD");
            app.add_option("--periods", given->periods, "At most so many periods, newest first")->capture_default_str();
            return [given](Context& context) { return showFilings(context, *given); };
        }};
}

} // namespace rialto::cli
