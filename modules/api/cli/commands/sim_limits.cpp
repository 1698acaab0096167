// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "api/cli/table_file.h"
#include "matching/market_rules.h"

namespace rialto::cli {

namespace {

struct LimitOptions {
    std::string profile;
    std::string previousClose;
};

/// With all the decimals of the profile: limits are prices to compare with.
std::string limitText(std::int64_t value, int places)
{
    std::string text = fixedText(value, places);
    if (places == 0)
        return text;
    std::size_t point = text.find('.');
    if (point == std::string::npos) {
        point = text.size();
        text += '.';
    }
    text.append(static_cast<std::size_t>(places) - (text.size() - point - 1), '0');
    return text;
}

int showLimits(Context& context, const LimitOptions& options)
{
    const matching::MarketRules* rules = matching::venueProfile(options.profile);
    if (rules == nullptr) {
        std::string known;
        for (const auto& profile : matching::venueProfiles())
            known += " " + profile.id;
        return context.fail(notFound("sim.unknown_profile", options.profile + " (known:" + known + ")"));
    }
    std::int64_t close = 0;
    if (!parseFixed(options.previousClose, rules->unitDecimals, close) || close <= 0)
        return context.fail(invalid("sim.bad_price", options.previousClose + ": needs a positive price of at most "
                                                         + std::to_string(rules->unitDecimals) + " decimals"));
    const matching::PriceLimits band = rules->priceLimits(close);
    const auto text = [&](const std::optional<std::int64_t>& price) { return price ? limitText(*price, rules->unitDecimals) : std::string("none"); };
    const auto json = [&](const std::optional<std::int64_t>& price) { return price ? Json(text(price)) : Json(nullptr); };
    return context.ok({{"profile", rules->id}, {"title", rules->title}, {"previousClose", limitText(close, rules->unitDecimals)},
                          {"upper", json(band.upper)}, {"lower", json(band.lower)}, {"source", rules->source}},
                      "upper " + text(band.upper) + "\nlower " + text(band.lower));
}

} // namespace

Command simLimitsCommand()
{
    return {{"sim", "limits"}, "The price limits of a day at a venue", {"rialtoctl sim limits --profile cn-sse-main --prev-close 13.69"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<LimitOptions>();
            app.add_option("--profile", options->profile, "Venue profile, for example cn-sse-main")->required();
            app.add_option("--prev-close", options->previousClose, "The previous closing (or settlement) price")->required();
            return [options](Context& context) { return showLimits(context, *options); };
        }};
}

} // namespace rialto::cli
