// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace rialto {

void checkFailed(const char* condition, const char* sentence, const char* file, int line) noexcept
{
    std::fprintf(stderr, "rialto: broken invariant: %s (%s) at %s:%d\n", sentence, condition, file, line);
    std::fflush(stderr);
    std::abort();
}

} // namespace rialto
