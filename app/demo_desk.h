// SPDX-License-Identifier: GPL-3.0-or-later
// What the information desk of a new demo book knows: invented news, statistics, fixings, statements and a note about the demo's
// invented instruments, each marked as a sample in its source or title, so that the screens show what they do. Deterministic.
#pragma once

#include "domain/date.h"
#include "research/research_store.h"

namespace rialto::app {

/// Everything is dated before `firstDay`. Putting it twice changes nothing but the note's revision, so a note is put only into a
/// desk without any.
Result<void> storeSampleDesk(research::ResearchStore& desk, Date firstDay);

} // namespace rialto::app
