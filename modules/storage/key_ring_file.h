// SPDX-License-Identifier: GPL-3.0-or-later
// KeyRingFile: book.keys, the key ring beside a protected book. Every change happens under a lock of the operating system and
// replaces the file as a whole, so that a kill leaves the old ring or the new one, and two programs never guess side by side.
// Any thread. Errors: security.key-ring-busy (another program tries a password), storage.no-file, storage.unavailable and those of KeyRing.
#pragma once

#include "security/key_ring.h"

#include <functional>
#include <string>

namespace rialto::storage {

class KeyRingFile final : public security::KeyRingKeeper {
public:
    explicit KeyRingFile(std::string directory) : m_path(std::move(directory) + "/book.keys") {}

    bool exists() const;
    Result<security::KeyRing> read() const override;
    /// A new file, or a whole new ring.
    Result<void> write(const security::KeyRing& ring) const;
    /// Reads, changes, writes back when anything changed (also when `change` failed: a wrong password is counted).
    Result<void> update(const std::function<Result<void>(security::KeyRing&)>& change) const override;
    const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

/// The system's random generator.
void systemRandom(std::span<std::uint8_t> bytes);

} // namespace rialto::storage
