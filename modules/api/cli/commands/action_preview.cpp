// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/action_json.h"

namespace rialto::cli {

namespace {

int previewTerms(Context& context, const ActionArguments& given)
{
    const auto terms = termsOfWords(given);
    if (!terms)
        return context.fail(terms.error());
    const auto session = context.open();
    if (!session)
        return kFailed;
    Result<std::vector<ActionPreview>> previews = unavailable("cli.no-answer");
    Json json;
    std::string text;
    session->services().query([&](const Engine& engine) {
        InstrumentMap instruments = engine.instruments();
        const Instrument* source = engine.findInstrument(terms->symbol);
        if (source != nullptr && !terms->target.empty() && engine.findInstrument(terms->target) == nullptr) {
            Instrument made = *source; // only for the preview
            made.id = InstrumentId(instruments.rbegin()->first.value + 1);
            made.symbol = terms->target;
            instruments.emplace(made.id, made);
        }
        previews = previewAction(engine.ledger(), instruments, "preview", *terms, engine.now());
        if (!previews)
            return;
        bool conserved = true;
        for (const auto& preview : *previews)
            conserved = conserved && !preview.refused && preview.outcome.conserves();
        json = {{"terms", terms->text()}, {"date", terms->date.text()}, {"accounts", previewsJson(*previews, engine)}, {"possible", conserved},
            {"conventions", {{"entitlement", "lots at the start of the day, first in first out"}, {"proof", "basis before + gain recognised = basis after + cash"},
                                {"rounding", "shares to 10^-8 over the running sum, money half even to the minor unit"}}}};
        text = previewsText(*previews, engine);
    });
    if (!previews)
        return context.fail(previews.error());
    return context.ok(json, text);
}

} // namespace

Command actionPreviewCommand()
{
    return {{"action", "preview"}, "What a corporate action would do to every account, with the proof that the basis is conserved",
        {"rialtoctl action preview split MERI ratio=2:1 --date 2026-03-02", "rialtoctl action preview spin-off MERI ratio=1:5 target=KIDD basis=0.12 --date 2026-03-02 --json"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<ActionArguments>();
            addActionOptions(app, given);
            return [given](Context& context) { return previewTerms(context, *given); };
        }};
}

} // namespace rialto::cli
