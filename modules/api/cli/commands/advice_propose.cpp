// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/advice_input.h"
#include "api/cli/report_options.h"

#include "advice/advice_words.h"

namespace rialto::cli {

namespace {

struct ProposeArguments {
    AdviceArguments advice;
    ReportOptions report;
    std::string band = "5%";
    bool unsuitable = false;
    bool document = false;
};

int propose(Context& context, const ProposeArguments& given)
{
    int exit = kOk;
    auto one = adviceCase(context, given.advice, exit);
    if (!one)
        return exit;
    const auto models = modelsOf(given.advice);
    const auto band = partOf(given.band, "--band");
    if (!models || !band)
        return context.fail(models ? band.error() : models.error());
    const bool chinese = given.advice.chinese();
    advice::RebalanceOptions options;
    options.absoluteBand = *band;
    options.tax = given.advice.tax();
    static const std::map<InstrumentId, Instrument> kNone;
    static const PriceHistory kNoPrices;
    const auto facts = proposalOf(one->plan, *models, options, one->source ? one->source->instruments() : kNone, one->source ? one->source->prices() : kNoPrices);
    if (!facts.plan)
        return context.fail(invalid("advice.no-proposal", facts.problem ? facts.problem->en : std::string("there is nothing to propose")));
    Json document{{"subject", one->subject}, {"as_of", one->plan.day.text()}, {"profile", std::string(clients::name(facts.profile))}, {"assessed", facts.assessed ? Json(facts.assessed->text()) : Json(nullptr)}};
    document.update(planJson(*facts.plan, chinese));
    document["suitability_before"] = suitabilityJson(facts.before, facts.profile, chinese);
    document["suitability_after"] = suitabilityJson(facts.after, facts.profile, chinese);
    document["left_alone"] = one->plan.left;
    std::string text = planText(*facts.plan, chinese) + advice::sentence(facts.after, facts.profile, chinese) + "\n";
    if (given.document) {
        if (!one->inputs || !one->source) {
            context.err << "rialtoctl: a document needs a client of the book: give --client NUMBER\n";
            return kUsage;
        }
        if (!facts.after.suits && !given.unsuitable)
            return context.fail(invalid("advice.unsuitable", advice::sentence(facts.after, facts.profile, chinese) + " It is not written (--even-unsuitable writes it)."));
        const auto definition = reports::findReport("proposal");
        if (!definition)
            return context.fail(definition.error());
        ReportPeriod period;
        period.to = one->plan.day;
        auto data = one->source->data(*definition, one->inputs->client.id, period, true);
        if (!data)
            return context.fail(data.error());
        data->proposal = std::make_shared<const reports::ProposalFacts>(facts);
        const auto issued = issueReport(*definition, *data, given.report, one->bookFolder);
        if (!issued)
            return context.fail(issued.error());
        document["report"] = {{"key", issued->key}, {"figures", issued->figures}, {"files", issuedJson(*issued)}};
        text += issuedText(*issued);
    }
    context.ok(document, text);
    return facts.after.suits ? kOk : kFailed;
}

} // namespace

Command adviceProposeCommand()
{
    return {{"advice", "propose"}, "A proposal for a client: profile, model portfolio, trades with reasons, suitability; with --out as a document. Exit code 1 when it does not suit",
        {"rialtoctl advice propose --client C-1001", "rialtoctl advice propose --client C-1001 --profile growth --out proposals --format pdf,xlsx --doc-lang en,zh", "rialtoctl advice propose --holdings holdings.csv --profile balanced --models models.csv --json"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<ProposeArguments>();
            given->advice.addTo(app, true);
            app.add_option("--band", given->band, "How far a weight may drift")->capture_default_str();
            auto* out = app.add_option("--out", given->report.folder, "Writes the proposal into this folder");
            app.add_option("--format", given->report.formats, "pdf, xlsx, html, csv, json")->delimiter(',')->check(CLI::IsMember(reports::reportFormatNames()));
            app.add_option("--doc-lang", given->report.languages, "Of the document: en, zh")->delimiter(',')->check(CLI::IsMember({"en", "zh"}));
            app.add_option("--brand", given->report.brandFile, "The firm's white label");
            app.add_flag("--even-unsuitable", given->unsuitable, "Writes the document although it does not suit");
            return [given, out](Context& context) {
                given->document = out->count() > 0;
                return propose(context, *given);
            };
        }};
}

} // namespace rialto::cli
