// SPDX-License-Identifier: GPL-3.0-or-later
// Payment orders as ISO 20022 pain.001 (001.001.03 and 001.001.09) for a bank, and what the bank says of them (pain.002). The
// order of elements and the limits of texts are those of the schemas; IBANs and BICs are checked. Pure; any thread.
// Errors: payment.malformed (row, field and what to do), payment.empty, payment.status-malformed, those of xml_text.h.
#pragma once

#include "base/result.h"
#include "domain/date.h"
#include "domain/money.h"

#include <string>
#include <string_view>
#include <vector>

namespace rialto::integration {

struct Payment {
    std::string endToEndId; // at most 35 characters
    std::string name;       // at most 70
    std::string iban;
    std::string bic;        // may be empty
    Money amount;
    std::string text;       // at most 140
    std::uint64_t row = 0;
};

enum class PainVersion { V03, V09 };

struct PaymentOrder {
    std::string messageId;
    Timestamp created;
    std::string debtorName;
    std::string debtorIban;
    std::string debtorBic;
    Date execution;
    std::vector<Payment> payments;
};

/// CSV with a header: name, iban, amount; and, where wanted, bic, currency (EUR), reference, text.
Result<std::vector<Payment>> readPayments(std::string_view csv);
/// The document; every field was checked.
Result<std::string> painDocument(const PaymentOrder& order, PainVersion version);
/// Sum over all payments, as the control sum is: without regard to currency.
std::string controlSum(const std::vector<Payment>& payments);

struct PaymentStatus {
    std::string endToEndId;
    std::string status;     // ACCP, ACSC, RJCT, PDNG, ...
    std::string reasonCode;
    std::string reason;
    std::uint64_t line = 0;
};
struct PaymentStatusReport {
    std::string format;
    std::string messageId;  // of the order that it speaks of
    std::string groupStatus;
    std::string reasonCode;
    std::string reason;
    std::vector<PaymentStatus> payments;
};
Result<PaymentStatusReport> parsePaymentStatus(std::string text);

} // namespace rialto::integration
