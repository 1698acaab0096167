// SPDX-License-Identifier: GPL-3.0-or-later
// The demo firm: any number of invented clients beside those of the demo book, in households, companies and trusts, with
// accounts, holdings, reviews, papers, mandates, fee agreements, tasks and requests, as an advisor's book looks after some
// years. Everything follows from the seed and the history; the same arguments make the same facts.
#pragma once

#include "demo_book.h"

namespace rialto::app {

/// Everything as one commit. Errors: demo.refused (the firm contradicts itself), those of the journal.
Result<void> seedDemoFirm(EngineHost& host, const std::vector<simulator::Listing>& listings, const DemoHistory& history, std::uint64_t seed, int clients);

} // namespace rialto::app
