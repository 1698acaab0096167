// SPDX-License-Identifier: GPL-3.0-or-later
// BrokerDesk: the brokers that this program knows, and how each is put together: adapter, bad line where it was asked for,
// reconciliation where the line may break.
#pragma once

#include "brokers/broker_catalogue.h"

namespace rialto::app {

class BrokerDesk final : public BrokerCatalogue {
public:
    std::vector<BrokerEntry> entries() const override;
    Result<OpenedBroker> open(const BrokerOpening& opening) override;
};

} // namespace rialto::app
