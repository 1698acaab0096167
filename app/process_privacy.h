// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what a protected book puts into memory out of files: no core dumps, and no other program of the user may attach and read.
// Called before the first password is asked for; there is no way back while the program runs. Where a system has no such switch,
// nothing happens.
#pragma once

namespace rialto::app {

void keepMemoryPrivate();

} // namespace rialto::app
