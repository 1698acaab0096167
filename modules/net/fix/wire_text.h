// SPDX-License-Identifier: GPL-3.0-or-later
// Tag=value texts as they stand on the wire. Pure functions; any thread. C++14, see session_engine.h.
#pragma once

#include "net/fix/fix_message.h"

#include <string>

namespace rialto {
namespace fix {

/// The value of the first such tag, "" when there is none. Meant for the standard header.
std::string valueOf(const std::string& wire, int tag);
/// A positive number of at most nine digits, else 0.
int numberOf(const std::string& text);
/// What stands between header and trailer. Fields without a proper tag are left out.
FixMessage parseWire(const std::string& wire);
/// A message without body length and checksum, for an engine that fills them in. A field with a separator in its value would
/// change the meaning of the message: the separator becomes a space.
std::string formatWire(const std::string& beginString, const FixMessage& message);

} // namespace fix
} // namespace rialto
