// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/performance/modified_dietz.h"

namespace rialto::analytics {

Result<double> modifiedDietz(Date opened, double openingValue, Date closed, double closingValue, std::span<const DatedFlow> flows,
    FlowTiming timing)
{
    const int days = closed - opened;
    if (days <= 0)
        return invalid("performance.period", opened.text() + " to " + closed.text());
    double total = 0;
    double weighted = 0;
    for (const auto& flow : flows) {
        const int after = flow.date - opened;
        if (after <= 0 || after > days)
            return invalid("performance.flow-outside", flow.date.text());
        const int atWork = days - after + (timing == FlowTiming::StartOfDay ? 1 : 0);
        total += flow.amount;
        weighted += flow.amount * atWork / days;
    }
    const double capital = openingValue + weighted;
    if (!(capital > 0))
        return invalid("performance.no-capital", opened.text() + " to " + closed.text());
    return (closingValue - openingValue - total) / capital;
}

} // namespace rialto::analytics
