// SPDX-License-Identifier: GPL-3.0-or-later
// How research notes are shown by the note verbs.
#pragma once

#include "api/cli/command.h"
#include "research/note.h"

namespace rialto::cli {

Json noteJson(const research::Note& note, bool withBody);
std::string noteText(const research::Note& note);
/// The wall clock; notes and imports are dated by it.
Timestamp wallClock();

} // namespace rialto::cli
