// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a JSON file of the scenario verbs whole, with a limit on its size. Errors name the file and what is wrong with it.
#pragma once

#include "base/result.h"

#include <nlohmann/json.hpp>

#include <string>

namespace rialto::cli {

Result<nlohmann::ordered_json> readJsonFile(const std::string& path);

} // namespace rialto::cli
