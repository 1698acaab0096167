// SPDX-License-Identifier: GPL-3.0-or-later
// From a password to a key, and a key wrapped under it. Argon2id (RFC 9106, libsodium) makes the wrapping key; XChaCha20-Poly1305
// wraps. Whoever can unwrap knows the password: there is no other record of it. Salt and nonce come in; the time that a trial
// takes is measured by the caller. Any thread; one derivation takes PasswordCost::mebibytes of memory.
#pragma once

#include "security/sealed_stream.h"
#include "security/secret_key.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace rialto::security {

inline constexpr PasswordCost kLeastCost{3, 64};
inline constexpr PasswordCost kMostCost{20, 1024};

struct WrappedKey {
    PasswordCost cost;
    Salt salt{};
    std::array<std::uint8_t, 24> nonce{};
    std::array<std::uint8_t, SecretKey::kSize + 16> sealed{};
    friend bool operator==(const WrappedKey& a, const WrappedKey& b)
    {
        return a.cost.passes == b.cost.passes && a.cost.mebibytes == b.cost.mebibytes && a.salt == b.salt && a.nonce == b.nonce && a.sealed == b.sealed;
    }
};

/// `context` is bound to the wrapping: a wrapped key that was moved to another user or book does not open.
/// Errors: security.no-memory.
Result<WrappedKey> wrapKey(const SecretKey& key, const std::string& password, std::string_view context, const PasswordCost& cost, const RandomBytes& random);
/// Nothing when the password is wrong (or the bytes were altered). Errors: security.no-memory, security.cost (outside kMostCost).
Result<std::optional<SecretKey>> unwrapKey(const WrappedKey& wrapped, const std::string& password, std::string_view context);

/// The cheapest cost whose trial takes at least `wantedMillis`, never below kLeastCost: memory first, up to 256 MiB, then passes.
/// `millisOf` runs one derivation of that cost and says how long it took.
PasswordCost calibrate(const std::function<std::int64_t(const PasswordCost&)>& millisOf, std::int64_t wantedMillis = 500);
/// One derivation whose result is thrown away, for calibrate() and for users that do not exist.
Result<void> deriveForNobody(const std::string& password, const PasswordCost& cost);

} // namespace rialto::security
