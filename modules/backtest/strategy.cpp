// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest/strategy.h"

#include <algorithm>

namespace rialto::backtest {

std::vector<StrategyDefinition> registeredStrategies();

const std::vector<StrategyDefinition>& strategyCatalogue()
{
    static const std::vector<StrategyDefinition> catalogue = registeredStrategies();
    return catalogue;
}

const StrategyDefinition* findStrategy(std::string_view name)
{
    std::string wanted(name);
    std::replace(wanted.begin(), wanted.end(), '-', '_');
    for (const StrategyDefinition& each : strategyCatalogue())
        if (each.name == wanted)
            return &each;
    return nullptr;
}

Result<analytics::Values> strategyValues(const StrategyDefinition& definition, const std::vector<std::string>& pairs)
{
    return analytics::parameterValues(definition.parameters, pairs);
}

} // namespace rialto::backtest
