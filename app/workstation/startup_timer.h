// SPDX-License-Identifier: GPL-3.0-or-later
// StartupTimer: milliseconds since this process was started by the system, not since main. Linux reads it from /proc; elsewhere
// it counts from the first call.
#pragma once

namespace rialto::app {

double millisSinceProcessStart();

} // namespace rialto::app
