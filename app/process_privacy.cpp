// SPDX-License-Identifier: GPL-3.0-or-later
#include "process_privacy.h"

#ifdef __unix__
#include <sys/resource.h>
#endif
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace rialto::app {

void keepMemoryPrivate()
{
#ifdef __unix__
    const rlimit none{0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef __linux__
    (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace rialto::app
