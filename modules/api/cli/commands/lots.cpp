// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/command.h"
#include "api/cli/input_text.h"
#include "api/cli/lots_json.h"
#include "ledger/input/lots_csv.h"
#include "ledger/input/tax_rules.h"

#include <algorithm>

namespace rialto::cli {

namespace {

struct LotsArguments {
    std::string file;
    std::string method = "fifo";
    bool allowShort = false;
    std::string order = "either";
    std::string base;
    std::string asOf;
    std::string mark;
    std::string markFx;
    std::string whatIfText;
    std::string symbol;
    std::string rules;
    int places = 8;
    int longTermYears = 1;
};

int showWhatIf(Context& context, const LotsArguments& given, const LotsFile& file, const LotOptions& options, RowOrder order)
{
    auto more = readTradeSentence(given.whatIfText);
    if (!more)
        return context.fail(more.error());
    more->symbol = given.symbol.empty() && !file.events.empty() ? file.events.back().symbol : given.symbol;
    more->row = file.events.empty() ? 1 : file.events.back().row + 1;
    for (const LotEvent& event : file.events) {
        more->row = std::max(more->row, event.row + 1);
        more->date = std::max(more->date, event.date);
        more->fxRate = event.fxRate;
    }
    if (const auto day = Date::parse(given.asOf))
        more->date = *day;
    if (!given.markFx.empty())
        if (const auto rate = ExactDecimal::parse(given.markFx))
            more->fxRate = *rate;
    if (file.currencies.size() == 1)
        more->currency = file.currencies.front();
    Json methods = Json::object();
    std::vector<std::vector<std::string>> rows;
    bool any = false;
    for (const WhatIf& answer : whatIf(file.events, *more, options, order)) {
        const std::string method(name(answer.method));
        if (answer.refused) {
            methods[method] = {{"error", answer.refused->code}, {"detail", answer.refused->detail}};
            rows.push_back({method, "-", "-", "-", "-", answer.refused->detail});
            continue;
        }
        any = true;
        methods[method] = disposalJson(answer.disposal, answer.places);
        const Json& json = methods[method];
        rows.push_back({method, json["proceeds"], json["basis"], json["gain"], json["short_term_gain"], json["long_term_gain"]});
    }
    if (!any)
        return context.fail(invalid("lots.what-if-refused", "no method allows it: " + rows.front().back()));
    return context.ok({{"what_if", given.whatIfText}, {"date", more->date.text()}, {"methods", methods}},
        table({"method", "proceeds", "basis", "gain", "short-term", "long-term"}, rows));
}

int lots(Context& context, const LotsArguments& given)
{
    LotOptions options;
    const auto method = lotMethod(given.method);
    if (!method)
        return context.fail(invalid("lots.method-unknown", "'" + given.method + "' (known: fifo lifo hifo average specific none)"));
    options.method = *method;
    options.allowShort = given.allowShort;
    options.places = given.places;
    options.longTermYears = given.longTermYears;
    std::optional<TaxRules> rules;
    if (!given.rules.empty()) {
        auto pack = TaxRules::builtIn(given.rules);
        if (!pack)
            return context.fail(pack.error());
        rules = std::move(*pack);
        if (const auto prepared = prepare(*rules, options); !prepared)
            return context.fail(prepared.error());
    }
    const RowOrder order = given.order == "file" ? RowOrder::File : given.order == "date" ? RowOrder::Date : RowOrder::Either;
    LotsShown shown;
    shown.baseCurrency = given.base;
    for (const auto& [text, into] : {std::pair{&given.mark, 0}, std::pair{&given.markFx, 1}})
        if (!text->empty()) {
            const auto number = ExactDecimal::parse(*text);
            if (!number || number->isNegative())
                return context.fail(invalid("lots.bad-number", "--" + std::string(into == 0 ? "mark" : "mark-fx") + " " + *text + " is no number"));
            if (into == 0)
                shown.mark = *number;
            else
                shown.markFx = *number;
        }
    const auto text = inputText(given.file);
    if (!text)
        return context.fail(text.error());
    auto file = readLotsCsv(*text);
    if (!file)
        return context.fail(file.error());
    if (!given.asOf.empty()) {
        const auto day = Date::parse(given.asOf);
        if (!day)
            return context.fail(invalid("lots.bad-date", "--as-of " + given.asOf + " is no date of the form 2024-01-31"));
        std::erase_if(file->events, [&](const LotEvent& event) { return event.date > *day; });
    }
    if (!given.symbol.empty())
        std::erase_if(file->events, [&](const LotEvent& event) { return event.symbol != given.symbol && event.target != given.symbol; });
    if (!given.whatIfText.empty() && rules && rules->pool)
        return context.fail(invalid("lots.what-if-rules", given.rules + " chooses the shares itself; leave out --rules to compare methods"));
    if (!given.whatIfText.empty())
        return showWhatIf(context, given, *file, options, order);
    if (shown.mark && given.markFx.empty() && !file->events.empty())
        shown.markFx = std::max_element(file->events.begin(), file->events.end(), [](const auto& a, const auto& b) { return a.date < b.date; })->fxRate;
    shown.roundedNumbers = file->roundedNumbers;
    LotReport report;
    if (rules) {
        auto ruled = runWithRules(file->events, *rules, options, order);
        if (!ruled)
            return context.fail(ruled.error());
        report = std::move(*ruled);
    } else {
        const auto run = runLots(std::move(file->events), options, order);
        if (!run)
            return context.fail(run.error());
        report = reportOf(*run);
    }
    const Json document = lotsJson(report, shown);
    return context.ok(document, lotsText(document));
}

} // namespace

Command lotsCommand()
{
    return {{"lots"}, "Tax lots, realised gains and what-if of a trade history in CSV, under any method",
        {"rialtoctl lots trades.csv --method fifo --json", "rialtoctl lots trades.csv --method average --mark 87.80",
            "rialtoctl lots trades.csv --what-if \"sell 100 @ 12.50\"", "rialtoctl lots trades.csv --rules uk-cgt", "rialtoctl lots trades.csv --method specific --allow-short"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<LotsArguments>();
            app.add_option("file", given->file,
                   "CSV: date,action,quantity,price,fees,taxes,currency,fx_rate,lot_id (also: symbol, amount, new_symbol, basis_share, fair_value)")
                ->required();
            app.add_option("--method", given->method, "fifo, lifo, hifo, average, specific (a sale's lot_id names the lot, its date or @price) or none");
            app.add_flag("--allow-short,--short", given->allowShort, "A sale of more than is held opens a short position");
            app.add_option("--order", given->order, "date, file or either (by date; in the file's order where only that is possible)")
                ->check(CLI::IsMember({"date", "file", "either"}));
            app.add_option("--base", given->base, "The currency that fx_rate converts to, for the output");
            app.add_option("--as-of", given->asOf, "Only rows to this day; the day of a --what-if");
            app.add_option("--mark,--price", given->mark, "Price a share, for the unrealised gain");
            app.add_option("--mark-fx", given->markFx, "Rate of the mark and of a --what-if (default: that of the last row)");
            app.add_option("--what-if", given->whatIfText, "\"sell 100 @ 12.50\": the gain under every method, side by side");
            app.add_option("--rules", given->rules, "us-wash-sale, uk-cgt (same day, 30 days, pool) or cn-dividend (tax by holding period)");
            app.add_option("--symbol", given->symbol, "Only rows of this instrument");
            app.add_option("--places", given->places, "Decimal places of amounts (2: each part is rounded to the cent)")->check(CLI::Range(0, 8));
            app.add_option("--long-term-years", given->longTermYears, "Held longer than this many years is long-term")->check(CLI::Range(1, 100));
            return [given](Context& context) { return lots(context, *given); };
        }};
}

} // namespace rialto::cli
