// SPDX-License-Identifier: GPL-3.0-or-later
// SecretKey: 32 bytes in memory that is locked (not swapped out), fenced by guard pages, left out of core dumps where the system
// knows how, and overwritten when the last owner lets go (libsodium's guarded heap). Copies are shared, the bytes exist once.
// Any thread; whoever fills it does so before sharing it.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>

namespace rialto::security {

/// Fills the buffer with bytes that nobody can foresee. The outermost layer passes the system's generator.
using RandomBytes = std::function<void(std::span<std::uint8_t>)>;

class SecretKey {
public:
    static constexpr std::size_t kSize = 32;
    /// All zero. Errors: security.no-memory.
    static Result<SecretKey> make();
    static Result<SecretKey> random(const RandomBytes& random);
    /// Another key from this one and a purpose; who knows the other does not know this one (BLAKE2b, keyed).
    Result<SecretKey> derive(std::span<const std::uint8_t> purpose) const;

    std::span<std::uint8_t> bytes() { return {m_bytes.get(), kSize}; }
    std::span<const std::uint8_t> bytes() const { return {m_bytes.get(), kSize}; }
    const std::uint8_t* data() const { return m_bytes.get(); }

private:
    explicit SecretKey(std::shared_ptr<std::uint8_t> bytes) : m_bytes(std::move(bytes)) {}
    std::shared_ptr<std::uint8_t> m_bytes;
};

} // namespace rialto::security
