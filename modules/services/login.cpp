// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/login.h"

#include "security/totp.h"

#include <algorithm>
#include <optional>

namespace rialto {

namespace {

/// What to say in the audit log, when the code is right; the user is changed so that it is not right again.
std::optional<std::string> useCode(security::User& user, const std::string& code, Timestamp now)
{
    if (const auto step = security::acceptTotp(user.totpSecret, code, now, user.totpLastStep)) {
        user.totpLastStep = *step;
        return "with a one-time code";
    }
    const auto known = std::find(user.recoveryHashes.begin(), user.recoveryHashes.end(), security::recoveryHash(code));
    if (known == user.recoveryHashes.end())
        return std::nullopt;
    user.recoveryHashes.erase(known);
    return "with a recovery code, " + std::to_string(user.recoveryHashes.size()) + " left";
}

} // namespace

Result<security::SecretKey> openKey(const security::KeyRingKeeper& ring, const Credentials& credentials, Timestamp now)
{
    std::optional<security::SecretKey> key;
    const auto tried = ring.update([&](security::KeyRing& keys) -> Result<void> {
        auto opened = keys.open(credentials.user, credentials.password, now);
        if (!opened)
            return opened.error();
        key = std::move(*opened);
        return {};
    });
    if (!tried)
        return tried.error();
    return std::move(*key);
}

Result<Admitted> admit(const security::KeyRingKeeper& ring, security::SecurityStore& store, const Credentials& credentials, Timestamp now)
{
    auto users = store.users();
    if (!users)
        return users.error();
    const auto found = std::find_if(users->begin(), users->end(), [&](const security::User& user) { return user.name == credentials.user; });
    if (found == users->end())
        return refused("security.password", "the user or the password is wrong");
    Admitted admitted{*found, {}};
    security::User& user = admitted.user;
    if (user.disabled)
        return refused("security.user-disabled", user.name);
    if (!user.totpSecret.empty()) {
        const auto code = credentials.code ? credentials.code() : Result<std::string>(refused("security.code-missing", user.name + " shows a second factor"));
        if (!code)
            return code.error();
        const auto how = useCode(user, *code, now);
        if (!how) {
            const auto counted = ring.update([&](security::KeyRing& keys) -> Result<void> {
                keys.countFailure(user.name, now);
                return {};
            });
            return counted ? refused("security.code", "the code is wrong or was used before") : counted.error();
        }
        if (const auto kept = store.putUser(user); !kept)
            return kept.error();
        admitted.note = *how;
    }
    int failures = 0;
    const auto counted = ring.update([&](security::KeyRing& keys) -> Result<void> {
        failures = keys.failures(user.name);
        keys.succeeded(user.name);
        return {};
    });
    if (!counted)
        return counted.error();
    if (failures > 0)
        admitted.note += (admitted.note.empty() ? "" : "; ") + ("after " + std::to_string(failures) + (failures == 1 ? " failure" : " failures"));
    return admitted;
}

} // namespace rialto
