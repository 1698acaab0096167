// SPDX-License-Identifier: GPL-3.0-or-later
// The adapters that rialto-adapter-host can run, by id.
#pragma once

#include "base/result.h"
#include "brokers/broker_adapter.h"

#include <memory>
#include <string>

namespace rialto::app {

/// Errors: broker.unknown, broker.library, and what the adapter says of its settings.
Result<std::unique_ptr<BrokerAdapter>> makeHosted(const std::string& id, const std::string& library, const std::string& settings, const std::string& secret);

} // namespace rialto::app
