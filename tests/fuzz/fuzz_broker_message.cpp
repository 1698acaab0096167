// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/broker_message_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    rialto::fuzzing::runBrokerMessageTarget(data, size);
    return 0;
}
