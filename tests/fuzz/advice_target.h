// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any bytes that pretend to be positions, targets or models: they are refused with a sentence, or they can be
// advised on, and what is advised adds up.
#pragma once

#include "advice/input/positions_csv.h"
#include "advice/loss_harvest.h"
#include "advice/model_portfolio.h"

#include <cstdint>

namespace rialto::fuzzing {

inline void runAdviceTarget(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Currency base = Currency::literal("USD");
    if (const auto models = advice::readModels(text))
        for (const auto& model : *models)
            RIALTO_CHECK(model.cash() >= 0, "a model holds more than everything");
    const auto targets = advice::readTargetsCsv(text);
    RIALTO_CHECK(targets.ok() || !targets.error().detail.empty(), "a refusal says nothing");
    const auto input = advice::readPositionsCsv(text, base);
    if (!input) {
        RIALTO_CHECK(!input.error().detail.empty(), "a refusal says nothing");
        return;
    }
    advice::HarvestOptions losses;
    losses.today = Date::of(2026, 1, 5);
    losses.base = base;
    losses.leastLoss = Money::zero(base);
    (void)advice::findLosses(input->positions, losses);
    if (input->positions.size() > 200)
        return;
    std::vector<advice::TargetWeight> equal;
    for (const auto& position : input->positions)
        equal.push_back({position.symbol, kFixedOne / static_cast<std::int64_t>(input->positions.size() + 1)});
    advice::RebalanceOptions options;
    options.today = losses.today;
    options.cash = input->cash;
    options.cashNeed = options.leastTrade = Money::zero(base);
    const auto plan = advice::rebalance(input->positions, equal, options);
    if (!plan) {
        RIALTO_CHECK(!plan.error().detail.empty(), "a refusal says nothing");
        return;
    }
    RIALTO_CHECK(plan->cashAfter.minor() >= 0, "advice ends in debt");
}

} // namespace rialto::fuzzing
