// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine knows of an order that may be placed: why not, and what it would set aside. Internal to the engine.
#pragma once

#include "engine/engine.h"
#include "ledger/posting.h"

namespace rialto {

struct Engine::Prepared {
    std::vector<Refusal> refusals;
    std::vector<Refusal> warnings; // told once the order is taken
    ReservationNeed need;
};

} // namespace rialto
