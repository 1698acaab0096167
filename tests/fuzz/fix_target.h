// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any bytes that pretend to be a FIX message: what is read and written again reads the same.
#pragma once

#include "base/check.h"
#include "net/fix/wire_text.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace rialto::fuzzing {

inline void runFixTarget(const std::uint8_t* data, std::size_t size)
{
    const std::string wire(reinterpret_cast<const char*>(data), size);
    const fix::FixMessage once = fix::parseWire(wire);
    const fix::FixMessage twice = fix::parseWire(fix::formatWire("FIX.4.4", once));
    RIALTO_CHECK(once.type == twice.type && once.fields.size() == twice.fields.size(), "a message changes when it is written again");
    for (std::size_t i = 0; i < once.fields.size(); ++i) {
        RIALTO_CHECK(once.fields[i].tag == twice.fields[i].tag && once.fields[i].value == twice.fields[i].value, "a field changes when it is written again");
        RIALTO_CHECK(once.fields[i].tag > 0 && once.find(once.fields[i].tag) != nullptr, "a field cannot be found again");
    }
    (void)fix::numberOf(fix::valueOf(wire, 34));
}

} // namespace rialto::fuzzing
