// SPDX-License-Identifier: GPL-3.0-or-later
// BrokerCatalogue: the brokers that this program can be connected to, a port that composition (app/) implements, so that the console
// and the screens open one without naming an adapter. Any thread; what `open` gives belongs to the caller's thread.
#pragma once

#include "base/result.h"
#include "brokers/broker_adapter.h"
#include "brokers/conformance/conformance.h"
#include "brokers/faults/fault_injector.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rialto {

struct BrokerEntry {
    std::string id;
    std::string title;
    std::string place;     // "in this process", "adapter host", "adapter host, QuickFIX"
    std::string proof;     // how it was proven, in a sentence
    bool needsSettings = false;
    bool needsSecret = false;
};

struct BrokerOpening {
    std::string id;
    std::string settings;  // JSON, see docs/howto/add-broker.md; "" for what needs none
    std::string secret;    // JSON with keys and passwords; never logged, never stored
    std::string library;   // a shared library of the SDK, for id "plugin"
    FaultRates faults;     // the switch: a bad line around the adapter
    std::uint64_t faultSeed = 1;
};

struct OpenedBroker {
    std::unique_ptr<BrokerAdapter> adapter;  // reconciling where its line may break
    ConformanceTerms check;                  // letPass is filled in; what the settings do not say is empty
};

class BrokerCatalogue {
public:
    virtual ~BrokerCatalogue() = default;
    virtual std::vector<BrokerEntry> entries() const = 0;
    /// Errors: broker.unknown, broker.settings (what is wrong with them), broker.secret-missing, broker.host-missing.
    virtual Result<OpenedBroker> open(const BrokerOpening& opening) = 0;
};

} // namespace rialto
