// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/billing/fee_schedule.h"

namespace rialto::clients {

std::string_view name(FeeKind kind)
{
    constexpr std::string_view kNames[] = {"marginal", "cliff", "flat", "per_trade", "performance"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name(ValueBasis basis)
{
    constexpr std::string_view kNames[] = {"end", "start", "average", "daily_average"};
    return kNames[static_cast<std::size_t>(basis)];
}

std::string_view name(Rounding rounding)
{
    constexpr std::string_view kNames[] = {"half_even", "half_up", "down", "up", "floor", "ceiling"};
    return kNames[static_cast<std::size_t>(rounding)];
}

std::string rateText(std::int64_t rate) { return formatDecimal(rate, 8, 0) + " %"; }

Result<void> validate(const FeeSchedule& schedule)
{
    if (schedule.components.empty())
        return invalid("billing.schedule-empty", "the schedule '" + schedule.name + "' charges nothing: it needs tiers, a flat amount, a fee per trade or a performance fee");
    if (!schedule.currency.valid())
        return invalid("billing.currency-missing", "the schedule '" + schedule.name + "' names no currency");
    for (const FeeComponent& component : schedule.components) {
        const std::string where = "component '" + component.label + "': ";
        if (component.rate < 0 || component.rate > kRateOne || component.hurdle < 0 || component.hurdle > kRateOne)
            return invalid("billing.rate", where + "a rate lies between 0 and 100 %");
        if (component.amount < 0 || component.leastPerTrade < 0)
            return invalid("billing.rate", where + "an amount is not below zero");
        if (component.kind == FeeKind::Performance && component.rate == 0)
            return invalid("billing.rate", where + "a performance fee needs a rate");
        if (component.kind != FeeKind::Marginal && component.kind != FeeKind::Cliff)
            continue;
        if (component.tiers.empty())
            return invalid("billing.tiers", where + "needs at least one tier");
        std::int64_t from = 0;
        for (std::size_t i = 0; i < component.tiers.size(); ++i) {
            const FeeTier& tier = component.tiers[i];
            const std::string which = where + "tier " + std::to_string(i + 1) + " ";
            if (tier.rate < 0 || tier.rate > kRateOne)
                return invalid("billing.rate", which + "has a rate that is not between 0 and 100 %");
            if (tier.from != from)
                return invalid("billing.tiers", which + "does not begin where the one before it ends");
            if (tier.upTo && *tier.upTo <= tier.from)
                return invalid("billing.tiers", which + "ends before it begins");
            if (!tier.upTo && i + 1 != component.tiers.size())
                return invalid("billing.tiers", which + "has no end, but another tier follows");
            from = tier.upTo.value_or(0);
        }
        if (component.tiers.back().upTo)
            return invalid("billing.tiers", where + "the last tier ends at a value; what lies above it has no rate");
    }
    if ((schedule.minimum && *schedule.minimum < 0) || (schedule.maximum && *schedule.maximum < 0)
        || (schedule.minimum && schedule.maximum && *schedule.maximum < *schedule.minimum))
        return invalid("billing.minimum", "minimum and maximum are not below zero, and the maximum is not below the minimum");
    return {};
}

} // namespace rialto::clients
