// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file of bars: an error or as many values in every column as there are rows.
#include "api/cli/bars_file.h"
#include "base/check.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto file = rialto::cli::BarsFile::parse({reinterpret_cast<const char*>(data), size}, "fuzz");
    if (!file)
        return 0;
    RIALTO_CHECK(file->dates().size() == file->rows(), "a row without a date cell");
    for (const char* name : {"open", "high", "low", "close", "volume"})
        if (const auto* column = file->column(name))
            RIALTO_CHECK(column->size() == file->rows(), "a column of another length");
    (void)file->times();
    return 0;
}
