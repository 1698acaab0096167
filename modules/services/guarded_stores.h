// SPDX-License-Identifier: GPL-3.0-or-later
// Stores of market data and research behind the Guard: each read and each write is checked against the principal in force, so that
// whoever was handed a store keeps no more rights than they have now. A store belongs to one thread, as the one inside does.
// Errors: security.not-permitted and those of the store inside.
#pragma once

#include "market/import_log.h"
#include "market/tick_store.h"
#include "research/research_store.h"
#include "services/app_services.h"

#include <memory>

namespace rialto {

std::unique_ptr<market::BarStore> guarded(std::unique_ptr<market::BarStore> store, const AppServices& services);
std::unique_ptr<market::ImportLog> guarded(std::unique_ptr<market::ImportLog> store, const AppServices& services);
std::unique_ptr<market::TickStore> guarded(std::unique_ptr<market::TickStore> store, const AppServices& services);
std::unique_ptr<research::ResearchStore> guarded(std::unique_ptr<research::ResearchStore> store, const AppServices& services);

} // namespace rialto
