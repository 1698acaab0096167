// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/fx_input.h"

namespace rialto::cli {

namespace {

int showRate(Context& context, const FxArguments& arguments, const std::string& text)
{
    const auto pair = fxPair(text);
    if (!pair)
        return context.fail(pair.error());
    const auto day = optionalDate(arguments.date);
    if (!day)
        return context.fail(day.error());
    const auto fixings = fxFixings(context, arguments, *day);
    if (!fixings)
        return context.fail(fixings.error());
    const auto newest = newestDay(*fixings);
    const auto rate = research::crossRate(*fixings, pair->first, pair->second, day->value_or(newest.value_or(Date())), dayRule(arguments.rule));
    if (!rate)
        return context.fail(rate.error());
    return context.ok(crossJson(*rate, pair->first, pair->second, arguments.rule), pair->first + "/" + pair->second + " " + rate->rate.text() + ", fixing of " + rate->used.text()
            + (rate->used == rate->asked ? "" : " (none on " + rate->asked.text() + ")") + ", " + rate->method);
}

} // namespace

Command fxRateCommand()
{
    return {{"fx", "rate"}, "An exchange rate by the fixings of any day, any cross; says which day's fixing was used",
        {"rialtoctl fx rate EUR/USD --date 2017-02-28 --book mybook", "rialtoctl fx rate GBP/JPY --date 2017-02-26 --input eurofxref-hist.xml --json"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<FxArguments>();
            auto pair = std::make_shared<std::string>();
            app.add_option("pair", *pair, "Pair, EUR/USD: one euro in dollars")->required();
            addFxOptions(app, *given);
            return [given, pair](Context& context) { return showRate(context, *given, *pair); };
        }};
}

} // namespace rialto::cli
