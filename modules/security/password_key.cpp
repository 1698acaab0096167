// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/password_key.h"

#include <sodium.h>

namespace rialto::security {

namespace {

constexpr std::uint32_t kWantedMemory = 256;

Result<SecretKey> derive(const std::string& password, const Salt& salt, const PasswordCost& cost)
{
    auto key = SecretKey::make();
    if (!key)
        return key;
    if (crypto_pwhash(key->bytes().data(), SecretKey::kSize, password.data(), password.size(), salt.data(), cost.passes, std::size_t{cost.mebibytes} << 20,
            crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return unavailable("security.no-memory", "checking a password takes " + std::to_string(cost.mebibytes) + " MiB, which are not free now");
    return key;
}

const std::uint8_t* bytesOf(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

} // namespace

Result<WrappedKey> wrapKey(const SecretKey& key, const std::string& password, std::string_view context, const PasswordCost& cost, const RandomBytes& random)
{
    WrappedKey wrapped;
    wrapped.cost = cost;
    random(wrapped.salt);
    random(wrapped.nonce);
    const auto wrapping = derive(password, wrapped.salt, cost);
    if (!wrapping)
        return wrapping.error();
    unsigned long long length = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(wrapped.sealed.data(), &length, key.data(), SecretKey::kSize, bytesOf(context), context.size(), nullptr,
        wrapped.nonce.data(), wrapping->data());
    return wrapped;
}

Result<std::optional<SecretKey>> unwrapKey(const WrappedKey& wrapped, const std::string& password, std::string_view context)
{
    const PasswordCost& cost = wrapped.cost;
    if (cost.passes < 1 || cost.passes > kMostCost.passes || cost.mebibytes < 8 || cost.mebibytes > kMostCost.mebibytes)
        return invalid("security.cost", std::to_string(cost.passes) + " passes over " + std::to_string(cost.mebibytes) + " MiB");
    const auto wrapping = derive(password, wrapped.salt, cost);
    if (!wrapping)
        return wrapping.error();
    auto key = SecretKey::make();
    if (!key)
        return key.error();
    unsigned long long length = 0;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(key->bytes().data(), &length, nullptr, wrapped.sealed.data(), wrapped.sealed.size(), bytesOf(context),
            context.size(), wrapped.nonce.data(), wrapping->data())
        != 0)
        return std::optional<SecretKey>();
    return std::optional<SecretKey>(std::move(*key));
}

PasswordCost calibrate(const std::function<std::int64_t(const PasswordCost&)>& millisOf, std::int64_t wantedMillis)
{
    PasswordCost cost = kLeastCost;
    std::int64_t millis = millisOf(cost);
    while (millis < wantedMillis && cost.mebibytes < kWantedMemory) {
        cost.mebibytes *= 2;
        millis = millisOf(cost);
    }
    while (millis < wantedMillis && cost.passes < kMostCost.passes) {
        ++cost.passes;
        millis = millisOf(cost);
    }
    return cost;
}

Result<void> deriveForNobody(const std::string& password, const PasswordCost& cost)
{
    const auto key = derive(password, Salt{}, cost);
    return key ? Result<void>() : Result<void>(key.error());
}

} // namespace rialto::security
