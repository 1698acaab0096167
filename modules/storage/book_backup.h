// SPDX-License-Identifier: GPL-3.0-or-later
// BookBackup: a whole book in one file under a password, and back. The book may be in use while it is copied: each database is
// copied as of one moment. What was written is read back and compared before it counts; a restore happens beside the place it
// is meant for and is moved there when everything is proved, so that there is the old state or the new one and never half of one.
// Errors: backup.exists (the target is there already), backup.not-a-backup, backup.differs, those of security/sealed_stream.h
// and of storage_error.h. Any thread; one call a book at a time.
#pragma once

#include "base/result.h"
#include "security/sealed_stream.h"
#include "security/secret_key.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rialto::storage {

struct BackedUpFile {
    std::string name;
    std::uint64_t bytes = 0;
    std::string hash; // BLAKE2b-256, hex
};

/// `key`: of a protected book, whose databases go into the backup as sealed as they are, with the key ring.
Result<std::vector<BackedUpFile>> backUpBook(const std::string& directory, const std::string& file, const std::string& password,
    const security::PasswordCost& cost = {}, const std::optional<security::SecretKey>& key = std::nullopt);
/// `directory` must not exist. A protected book comes back as it was, with its users; its pages are looked at when it is opened.
Result<std::vector<BackedUpFile>> restoreBook(const std::string& file, const std::string& directory, const std::string& password);

} // namespace rialto::storage
