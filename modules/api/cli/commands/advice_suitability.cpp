// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/advice_input.h"

#include "advice/advice_words.h"

namespace rialto::cli {

namespace {

int suitabilityVerb(Context& context, const AdviceArguments& given)
{
    int exit = kOk;
    const auto one = adviceCase(context, given, exit);
    if (!one)
        return exit;
    if (one->plan.profile == clients::RiskProfile::None)
        return context.fail(notFound("advice.model-unknown", "there is no profile: give --profile NAME or assess the client first ('rialtoctl client assess')"));
    const auto suitability = clients::suitabilityOf(one->plan.profile, one->plan.book);
    Json document{{"subject", one->subject}, {"as_of", one->plan.day.text()}};
    document.update(suitabilityJson(suitability, one->plan.profile, given.chinese()));
    document["conventions"] = {{"risk", "mean of the classes' risk by value: cash 0, bond 0.25, fund 0.45, fx 0.5, equity 0.65, crypto 0.95, future and option 1"}, {"limit", "conservative 0.2, cautious 0.35, balanced 0.5, growth 0.65, aggressive 1"}};
    context.ok(document, advice::sentence(suitability, one->plan.profile, given.chinese()) + "\n");
    return suitability.suits ? kOk : kFailed;
}

} // namespace

Command adviceSuitabilityCommand()
{
    return {{"advice", "suitability"}, "Does a portfolio suit a risk profile? Exit code 1 when it does not",
        {"rialtoctl advice suitability --client C-1001", "rialtoctl advice suitability --holdings holdings.csv --profile cautious --json"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<AdviceArguments>();
            given->addTo(app, true);
            return [given](Context& context) { return suitabilityVerb(context, *given); };
        }};
}

} // namespace rialto::cli
