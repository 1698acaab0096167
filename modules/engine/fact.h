// SPDX-License-Identifier: GPL-3.0-or-later
// Fact: what the journal keeps. The engine's whole state is a function of the facts in their order; nothing else is stored
// as truth.
#pragma once

#include "clients/client.h"
#include "clients/records/client_record.h"
#include "domain/execution_report.h"
#include "domain/instrument.h"
#include "ledger/transfer.h"
#include "oms/desk_record.h"

#include <variant>

namespace rialto {

/// An Order fact is an order as it was first accepted into the book (state PendingNew); its life follows as reports.
using Fact = std::variant<Instrument, Client, Account, Order, ExecutionReport, TransferGroup, clients::ClientRecord, DeskRecord>;

} // namespace rialto
