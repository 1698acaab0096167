// SPDX-License-Identifier: GPL-3.0-or-later
// FeeInvoice: a group's bill as a document that can be printed: what is owed, by line and account, and every step of the
// arithmetic. Pure; any thread. The number is period and group, so that an invoice that is printed again is the same one.
#pragma once

#include "clients/billing/billing.h"
#include "reports/report_document.h"

#include <string>

namespace rialto {

struct InvoiceNames {
    reports::LocalizedText firm;
    reports::LocalizedText client;   // empty: the group's own name
    bool simulated = false;
};

reports::ReportDocument feeInvoice(const clients::GroupBill& bill, const clients::FeeSchedule& schedule, const clients::BillingPeriod& period, const InvoiceNames& names,
    reports::Language language);

/// "2026Q3-H-1001" with what a file name cannot hold replaced.
std::string invoiceNumber(const clients::BillingPeriod& period, const std::string& group);

} // namespace rialto
