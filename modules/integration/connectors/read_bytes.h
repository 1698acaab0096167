// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of any_file.h: the bytes of one file that is no archive, decoded and given to the connector that recognises them.
// Any thread.
#pragma once

#include "integration/connector.h"

namespace rialto::integration::anyfile {

inline constexpr std::size_t kHead = std::size_t{1} << 18;

/// The error with the file's name in its sentence.
Error named(const Error& error, const std::string& file);
/// Harvest::table is set when no connector claims the bytes and they are text. Errors: as in any_file.h.
Result<Harvest> readOne(std::string_view bytes, const ImportOptions& options, const std::string& folder, const std::string& archive);

} // namespace rialto::integration::anyfile
