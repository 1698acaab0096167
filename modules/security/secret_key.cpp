// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/secret_key.h"

#include <sodium.h>

namespace rialto::security {

Result<SecretKey> SecretKey::make()
{
    if (sodium_init() < 0)
        return unavailable("security.no-memory", "libsodium cannot be started");
    auto* bytes = static_cast<std::uint8_t*>(sodium_malloc(kSize));
    if (bytes == nullptr)
        return unavailable("security.no-memory", "no memory can be locked for a key; raise the limit (ulimit -l)");
    sodium_memzero(bytes, kSize);
    return SecretKey(std::shared_ptr<std::uint8_t>(bytes, [](std::uint8_t* memory) { sodium_free(memory); }));
}

Result<SecretKey> SecretKey::random(const RandomBytes& random)
{
    auto key = make();
    if (key)
        random(key->bytes());
    return key;
}

Result<SecretKey> SecretKey::derive(std::span<const std::uint8_t> purpose) const
{
    auto key = make();
    if (key)
        crypto_generichash(key->bytes().data(), kSize, purpose.data(), purpose.size(), data(), kSize);
    return key;
}

} // namespace rialto::security
