// SPDX-License-Identifier: GPL-3.0-or-later
// One source for the targets of all statement formats: RIALTO_PARSER names the parser.
#include "fuzz/statement_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    rialto::fuzzing::runStatementTarget(data, size, rialto::fuzzing::RIALTO_PARSER());
    return 0;
}
