// SPDX-License-Identifier: GPL-3.0-or-later
// A sanctions or PEP list in CSV. Pure; bytes in, entries or the first fault out. Either with a header:
//   name (needed), id, aliases (several with ';' or '|'), name_zh, type, country, date_of_birth (1962-05-17 or 1962), program
// or the US Treasury's SDN.CSV, which has none: number, name, type, program, title, six more, remarks; "-0-" is nothing.
// In it "LAST, First" is read as it stands (words are compared in any order), and "a.k.a. 'X'" and "DOB 17 May 1962" in the
// remarks are understood. Errors: screening.file-empty, screening.column-missing, screening.row-malformed, screening.too-many-rows.
#pragma once

#include "base/result.h"
#include "clients/screening/screener.h"

#include <string_view>
#include <vector>

namespace rialto::clients {

inline constexpr std::size_t kMostListRows = 500'000;

Result<std::vector<ListEntry>> readScreeningList(std::string_view text);

} // namespace rialto::clients
