// SPDX-License-Identifier: GPL-3.0-or-later
// StatementBuilder: fills reports::StatementData for one client from the ledger's groups and a price history. Pure and slow
// (some milliseconds): gather the inputs from the engine, then build on a worker thread.
#pragma once

#include "clients/client.h"
#include "ledger/transfer.h"
#include "reports/statement.h"
#include "services/price_history.h"

#include <map>
#include <vector>

namespace rialto {

struct StatementInputs {
    Client client;
    std::vector<Account> accounts;                  // of the client; the first one's base currency is the statement's
    std::vector<TransferGroup> groups;              // of these accounts, in ledger order
    std::map<InstrumentId, Instrument> instruments;
    PriceHistory prices;
    Date from;
    Date to;
    Timestamp createdAt;
    bool simulated = false;
    reports::LocalizedText firmName;
    reports::LocalizedText firmContact;
};

/// Errors: services.price-missing (an instrument held on a day for which no price is known), services.rate-missing,
/// services.statement-empty (no account), and those of reports::validate.
Result<reports::StatementData> buildStatement(const StatementInputs& inputs);

} // namespace rialto
