// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/return_figures.h"

namespace rialto::reports {
namespace {

constexpr const char* kTimeWeighted = "Time-weighted: daily returns are linked, a day's net contribution counts from the start of its day.";

} // namespace

Cell periodReturn(const ReportView& view)
{
    return view.signedRate("performance/period", view.data.performance.periodTwr, overDays(Operation::LinkedReturn, view.data.from, view.data.to, kTimeWeighted));
}

Cell returnSinceInception(const ReportView& view)
{
    const auto& figures = view.data.performance;
    return view.signedRate("performance/since-inception", figures.sinceInceptionTwr, overDays(Operation::LinkedReturn, figures.inception, view.data.to, kTimeWeighted));
}

Cell annualisedReturn(const ReportView& view)
{
    const auto& figures = view.data.performance;
    return view.signedRate("performance/since-inception-a-year", figures.sinceInceptionTwrAnnualised,
        overDays(Operation::Annualised, figures.inception, view.data.to, "Geometric, actual days over 365."));
}

Cell moneyWeightedReturn(const ReportView& view)
{
    return view.signedRate("performance/money-weighted", view.data.performance.xirr,
        overDays(Operation::MoneyWeighted, view.data.performance.inception, view.data.to, "XIRR: a year, actual days over 365."));
}

Cell largestFall(const ReportView& view)
{
    const auto& figures = view.data.performance;
    const auto loss = figures.maxDrawdown ? std::optional(Rate{-figures.maxDrawdown->e8}) : std::nullopt;
    return view.rate("performance/largest-fall", loss, overDays(Operation::MaxDrawdown, figures.inception, view.data.to, "Of the linked daily returns since inception."));
}

} // namespace rialto::reports
