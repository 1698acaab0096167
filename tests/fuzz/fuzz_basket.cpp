// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/basket_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    rialto::fuzzing::runBasketTarget(data, size);
    return 0;
}
