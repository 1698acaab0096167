// SPDX-License-Identifier: GPL-3.0-or-later
// Maps what Qt SQL and SQLite report to our errors, so that callers see one short list of codes: storage.disk-full,
// storage.read-only, storage.locked, storage.corrupt, storage.conflict (a key is there already), storage.constraint, storage.io, storage.cannot-open, storage.failed.
// The detail names the file and keeps SQLite's own words. Any thread.
#pragma once

#include "base/error.h"

#include <string>

class QSqlError;

namespace rialto::storage {

Error toError(const QSqlError& error, const std::string& path);

} // namespace rialto::storage
