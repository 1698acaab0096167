// SPDX-License-Identifier: GPL-3.0-or-later
// DictionaryTable: our table of the FIX standard (resources/fix/dictionary.txt, which tells its own form) as the XML files that
// QuickFIX reads. Pure; any thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace rialto {
namespace fix {

/// {file name, text}: FIX42.xml, FIX44.xml, FIX50SP2.xml, FIXT11.xml. A line that cannot be read ends up in `error` with its number,
/// and nothing is returned.
std::vector<std::pair<std::string, std::string>> dictionaryFiles(const std::string& table, std::string& error);

} // namespace fix
} // namespace rialto
