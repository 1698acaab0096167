// SPDX-License-Identifier: GPL-3.0-or-later
// A command as text and back, for those that may wait for a second person: orders and their changes, cash, clients, accounts.
// Pure. Errors: services.command-text (the text is damaged).
#pragma once

#include "engine/engine.h"
#include "services/engine_host.h"

#include <string>

namespace rialto {

/// Empty when commands of this kind never wait.
std::string commandText(const EngineHost::Body& body);
Result<EngineHost::Body> commandFrom(const std::string& text);
/// One line for the person who decides; accounts and symbols by their names, no name of a client.
std::string commandSubject(const EngineHost::Body& body, const Engine& engine);

} // namespace rialto
