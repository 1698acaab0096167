// SPDX-License-Identifier: GPL-3.0-or-later
// BookProtection: turns the databases of an open book into sealed ones (storage/sealed_vfs.h), so that a kill at any moment leaves the
// plain book or the protected one. Sealed copies are made beside the databases and proved; then the key ring is written, and that
// one rename decides; then the copies take the place of the plain files, which are overwritten with zeros first. Opening the book
// finishes what was left, or takes undecided copies away. Overwriting reaches what the file system still holds in place; a disk
// that writes elsewhere (SSD, copy on write) may keep old blocks until it reuses them.
// Errors: those of storage_error.h. One thread; the book's lock must be held.
#pragma once

#include "base/result.h"
#include "security/secret_key.h"

#include <string>

namespace rialto::storage {

/// Step 1: book.db.sealing and market.db.sealing. Nobody may have the book open.
Result<void> makeSealedCopies(const std::string& directory, const security::SecretKey& key);
/// Step 3, after the key ring was written; also when a book is opened. Nothing to do is no error.
Result<void> finishSealing(const std::string& directory);
/// Copies that no key ring stands for.
Result<void> dropSealing(const std::string& directory);

} // namespace rialto::storage
