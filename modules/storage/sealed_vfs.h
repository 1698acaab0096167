// SPDX-License-Identifier: GPL-3.0-or-later
// SealedVfs: the file layer through which SQLite reads and writes a protected book (docs/adr/0051-sealed-book.md). Every page of a
// database and every piece of its write-ahead log is encrypted and authenticated by itself: XChaCha20-Poly1305, a random nonce each
// time it is written, bound to its file and place, so that a flipped bit, or a page from another place or file, is noticed and named.
// Temporary files and rollback journals stay in memory. The -shm file beside a database holds page numbers and checksums, no content.
//
//   database: 64 bytes "RIALTO-SEALED-DB", u32 1, u32 4096, 32 bytes file id, zeros; then for each page nonce 24, page 4096, tag 16
//   log:      nonce, header 32, tag; then for each frame nonce, frame header 24, tag, nonce, page 4096, tag
//
// The database's key is derived from the book's and the file id. An older whole file or an older page put back in its place is not
// noticed here: the audit log's anchor is for that. Any thread; the registry of keys is shared by the process, because SQLite's is.
#pragma once

#include "base/result.h"
#include "security/secret_key.h"

#include <memory>
#include <optional>
#include <string>

namespace rialto::storage {

/// While it lives, SQLite opens files below the directory with this key. Made by Book.
class SealedFolder {
public:
    SealedFolder(const std::string& directory, const security::SecretKey& key);
    ~SealedFolder();
    SealedFolder(const SealedFolder&) = delete;
    SealedFolder& operator=(const SealedFolder&) = delete;

private:
    std::string m_directory;
};

/// The name of the VFS, registered on first use. Errors: storage.sealed-vfs.
Result<std::string> sealedVfs();
/// As SQLite is told to open the file with it.
std::string sealedUri(const std::string& path);
/// Reads every page. Errors: storage.page-damaged ("page 7 of .../book.db"), storage.not-sealed, storage.unavailable.
Result<void> verifySealedFile(const std::string& path, const security::SecretKey& key);
/// Is the file a sealed database (by its first bytes)?
bool isSealedFile(const std::string& path);
/// What the calling thread last found damaged, once.
std::optional<std::string> takeSealedDamage();

} // namespace rialto::storage
