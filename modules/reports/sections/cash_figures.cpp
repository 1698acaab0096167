// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/cash_figures.h"

namespace rialto::reports {

std::string rateId(const ReportView& view, const Currency& currency)
{
    const std::string id = "fx/" + currency.code();
    for (const auto& rate : view.data.fxRates)
        if (rate.currency == currency)
            view.price(id, rate.rate, 4);
    return id;
}

Cell closingCash(const ReportView& view, const CashBalance& row)
{
    const std::string id = cashId(row);
    view.note(id + "/settled", row.settled);
    view.note(id + "/pending", row.pending);
    return view.amount(id + "/closing", row.closing, sumOf({id + "/settled", id + "/pending"}));
}

Cell closingCashInBase(const ReportView& view, const CashBalance& row)
{
    const std::string id = cashId(row);
    closingCash(view, row);
    if (row.closing.currency() == view.data.base)
        return view.amount(id + "/closing-base", row.closingBase, sumOf({id + "/closing"}));
    if (row.closing.isZero())
        return view.amount(id + "/closing-base", row.closingBase);
    return view.amount(id + "/closing-base", row.closingBase, calculated(Operation::Product, {id + "/closing", rateId(view, row.closing.currency())}));
}

} // namespace rialto::reports
