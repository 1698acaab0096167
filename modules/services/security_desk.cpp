// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/security_desk.h"

#include "security/password_policy.h"
#include "services/guard.h"

#include <algorithm>
#include <future>

namespace rialto {

namespace {

std::string scopeWords(const security::User& user)
{
    return std::string(name(user.role)) + (user.everyClient ? ", every client" : ", " + std::to_string(user.clients.size()) + " clients");
}

} // namespace

Result<void> SecurityDesk::note(const char* action, const std::string& subject, const std::string& detail)
{
    auto heard = std::make_shared<std::promise<Result<void>>>();
    auto answer = heard->get_future();
    m_parts.services->note({action, subject, detail}, [heard](const Result<void>& kept) { heard->set_value(kept); });
    return answer.get();
}

Result<security::User> SecurityDesk::find(const std::string& user)
{
    const auto store = m_parts.openStore();
    if (!store)
        return store.error();
    const auto users = (*store)->users();
    if (!users)
        return users.error();
    for (const auto& each : *users)
        if (each.name == user)
            return each;
    return notFound("security.user-unknown", user);
}

Result<void> SecurityDesk::keep(const security::User& user)
{
    const auto store = m_parts.openStore();
    return store ? (*store)->putUser(user) : Result<void>(store.error());
}

Result<void> SecurityDesk::put(const security::User& user, const char* action, const std::string& detail)
{
    if (auto kept = keep(user); !kept)
        return kept;
    return note(action, "user " + user.name, detail);
}

Result<void> SecurityDesk::wrap(const std::string& user, const std::string& password)
{
    return m_parts.ring->update([&](security::KeyRing& ring) { return ring.set(user, password, m_parts.key, m_parts.cost(), m_parts.random); });
}

Result<void> SecurityDesk::keepsAnAdmin(const std::string& without)
{
    const auto store = m_parts.openStore();
    if (!store)
        return store.error();
    const auto users = (*store)->users();
    if (!users)
        return users.error();
    for (const auto& user : *users)
        if (user.name != without && !user.disabled && user.role == security::Role::Admin)
            return {};
    return refused("security.last-admin", without + " is the last admin; give the role to another user first");
}

Result<void> SecurityDesk::addUser(const NewUser& asked, const std::string& password)
{
    if (auto allowed = guard::check(*m_parts.services->principal(), ServiceCall::ChangeUsers); !allowed)
        return allowed;
    if (auto good = security::checkUserName(asked.name); !good)
        return good;
    if (const auto known = find(asked.name); known)
        return conflict("security.user-exists", asked.name);
    else if (known.error().code != "security.user-unknown")
        return known.error();
    if (auto good = security::checkNewPassword(password, false, {asked.name, asked.display}); !good)
        return good;
    // The key first: one without a user opens nothing, and adding again replaces it.
    if (auto wrapped = wrap(asked.name, password); !wrapped)
        return wrapped;
    security::User user;
    user.name = asked.name;
    user.display = asked.display;
    user.role = asked.role;
    user.everyClient = asked.everyClient;
    user.clients = asked.clients;
    std::sort(user.clients.begin(), user.clients.end());
    user.created = user.passwordSet = m_parts.now();
    user.createdBy = m_parts.services->principal()->user;
    return put(user, "user.added", scopeWords(user));
}

Result<std::vector<security::User>> SecurityDesk::users()
{
    if (const auto allowed = guard::check(*m_parts.services->principal(), ServiceCall::ListUsers); !allowed)
        return allowed.error();
    const auto store = m_parts.openStore();
    if (!store)
        return store.error();
    auto users = (*store)->users();
    if (users)
        for (auto& user : *users) {
            // Nobody needs to see them again.
            user.totpSecret = user.totpSecret.empty() ? "" : "set";
            user.totpPending.clear();
        }
    return users;
}

Result<void> SecurityDesk::setRole(const std::string& userName, security::Role role, bool everyClient, std::vector<ClientId> clients)
{
    if (auto allowed = guard::check(*m_parts.services->principal(), ServiceCall::ChangeUsers); !allowed)
        return allowed;
    auto user = find(userName);
    if (!user)
        return user.error();
    if (role != security::Role::Admin)
        if (auto kept = keepsAnAdmin(userName); !kept)
            return kept;
    user->role = role;
    user->everyClient = everyClient;
    user->clients = std::move(clients);
    std::sort(user->clients.begin(), user->clients.end());
    return put(*user, "user.role", scopeWords(*user));
}

Result<void> SecurityDesk::disable(const std::string& userName)
{
    if (auto allowed = guard::check(*m_parts.services->principal(), ServiceCall::ChangeUsers); !allowed)
        return allowed;
    auto user = find(userName);
    if (!user)
        return user.error();
    if (auto kept = keepsAnAdmin(userName); !kept)
        return kept;
    user->disabled = true;
    if (auto done = put(*user, "user.disabled", ""); !done)
        return done;
    return m_parts.ring->update([&](security::KeyRing& ring) -> Result<void> {
        ring.remove(userName);
        return {};
    });
}

Result<void> SecurityDesk::enable(const std::string& userName, const std::string& password)
{
    if (auto allowed = guard::check(*m_parts.services->principal(), ServiceCall::ChangeUsers); !allowed)
        return allowed;
    auto user = find(userName);
    if (!user)
        return user.error();
    if (auto good = security::checkNewPassword(password, !user->totpSecret.empty(), {userName, user->display}); !good)
        return good;
    if (auto wrapped = wrap(userName, password); !wrapped)
        return wrapped;
    user->disabled = false;
    user->passwordSet = m_parts.now();
    return put(*user, "user.enabled", "");
}

Result<void> SecurityDesk::resetPassword(const std::string& userName, const std::string& password)
{
    if (auto allowed = guard::check(*m_parts.services->principal(), ServiceCall::ChangeUsers); !allowed)
        return allowed;
    auto user = find(userName);
    if (!user)
        return user.error();
    if (user->disabled)
        return refused("security.user-disabled", userName);
    if (auto good = security::checkNewPassword(password, !user->totpSecret.empty(), {userName, user->display}); !good)
        return good;
    if (auto wrapped = wrap(userName, password); !wrapped)
        return wrapped;
    user->passwordSet = m_parts.now();
    return put(*user, "user.password-reset", "");
}

Result<void> SecurityDesk::changeOwnPassword(const std::string& oldPassword, const std::string& newPassword)
{
    const auto principal = m_parts.services->principal();
    if (auto allowed = guard::check(*principal, ServiceCall::ChangeOwnPassword); !allowed)
        return allowed;
    auto user = find(principal->user);
    if (!user)
        return user.error();
    if (auto good = security::checkNewPassword(newPassword, !user->totpSecret.empty(), {user->name, user->display}); !good)
        return good;
    const auto changed = m_parts.ring->update([&](security::KeyRing& ring) -> Result<void> {
        if (const auto opened = ring.open(user->name, oldPassword, m_parts.now()); !opened)
            return opened.error();
        return ring.set(user->name, newPassword, m_parts.key, m_parts.cost(), m_parts.random);
    });
    if (!changed)
        return changed;
    user->passwordSet = m_parts.now();
    return put(*user, "user.password-changed", "");
}

Result<std::string> SecurityDesk::beginSecondFactor()
{
    const auto principal = m_parts.services->principal();
    if (const auto allowed = guard::check(*principal, ServiceCall::ChangeOwnFactor); !allowed)
        return allowed.error();
    auto user = find(principal->user);
    if (!user)
        return user.error();
    user->totpPending = security::newTotpSecret(m_parts.random);
    if (const auto kept = keep(*user); !kept)
        return kept.error();
    return user->totpPending;
}

Result<std::vector<std::string>> SecurityDesk::confirmSecondFactor(const std::string& code)
{
    const auto principal = m_parts.services->principal();
    if (const auto allowed = guard::check(*principal, ServiceCall::ChangeOwnFactor); !allowed)
        return allowed.error();
    auto user = find(principal->user);
    if (!user)
        return user.error();
    if (user->totpPending.empty())
        return notFound("security.no-second-factor", "begin with a new secret");
    const auto step = security::acceptTotp(user->totpPending, code, m_parts.now(), 0);
    if (!step)
        return refused("security.code", "the code does not belong to the secret; check the telephone's clock");
    auto codes = security::newRecoveryCodes(m_parts.random);
    user->totpSecret = std::exchange(user->totpPending, {});
    user->totpLastStep = *step;
    user->recoveryHashes.clear();
    for (const auto& each : codes)
        user->recoveryHashes.push_back(security::recoveryHash(each));
    if (const auto kept = put(*user, "user.second-factor", "set"); !kept)
        return kept.error();
    return codes;
}

Result<void> SecurityDesk::dropSecondFactor(const std::string& userName, const std::string& code)
{
    const auto principal = m_parts.services->principal();
    const bool own = userName == principal->user;
    if (auto allowed = guard::check(*principal, own ? ServiceCall::ChangeOwnFactor : ServiceCall::ChangeUsers); !allowed)
        return allowed;
    auto user = find(userName);
    if (!user)
        return user.error();
    if (user->totpSecret.empty())
        return notFound("security.no-second-factor", userName + " has none");
    if (own && !security::acceptTotp(user->totpSecret, code, m_parts.now(), user->totpLastStep)
        && std::find(user->recoveryHashes.begin(), user->recoveryHashes.end(), security::recoveryHash(code)) == user->recoveryHashes.end())
        return refused("security.code", "the code is wrong or was used before");
    user->totpSecret.clear();
    user->totpPending.clear();
    user->recoveryHashes.clear();
    return put(*user, "user.second-factor", own ? "dropped" : "taken away by " + principal->user);
}

Result<std::vector<security::LoginSession>> SecurityDesk::sessions(int most)
{
    if (const auto allowed = guard::check(*m_parts.services->principal(), ServiceCall::ListSessions); !allowed)
        return allowed.error();
    const auto store = m_parts.openStore();
    if (!store)
        return store.error();
    return (*store)->sessions(most);
}

Result<std::vector<security::Approval>> SecurityDesk::approvals(int most)
{
    const auto principal = m_parts.services->principal();
    if (const auto allowed = guard::check(*principal, ServiceCall::ListApprovals); !allowed)
        return allowed.error();
    const auto store = m_parts.openStore();
    if (!store)
        return store.error();
    auto all = (*store)->approvals(most);
    if (all && !(principal->may(security::Permission::Approve) && principal->everyClient)) // subjects name clients and amounts
        std::erase_if(*all, [&](const security::Approval& each) { return each.requester != principal->user; });
    return all;
}

Result<security::FourEyesPolicy> SecurityDesk::policy()
{
    if (const auto allowed = guard::check(*m_parts.services->principal(), ServiceCall::ReadPolicy); !allowed)
        return allowed.error();
    const auto store = m_parts.openStore();
    if (!store)
        return store.error();
    const auto settings = (*store)->settings();
    return settings ? Result<security::FourEyesPolicy>(security::policyFrom(*settings)) : Result<security::FourEyesPolicy>(settings.error());
}

Result<void> SecurityDesk::setPolicy(const security::FourEyesPolicy& policy)
{
    if (auto allowed = guard::check(*m_parts.services->principal(), ServiceCall::ChangePolicy); !allowed)
        return allowed;
    const auto store = m_parts.openStore();
    if (!store)
        return store.error();
    if (auto kept = security::putPolicy(**store, policy); !kept)
        return kept;
    m_parts.services->policyChanged();
    return note("policy.four-eyes", "policy",
        "orders from " + (policy.ordersFrom ? std::to_string(*policy.ordersFrom) : std::string("never")) + ", withdrawals from "
            + (policy.withdrawalsFrom ? std::to_string(*policy.withdrawalsFrom) : std::string("never")) + ", clients " + (policy.clientChanges ? "always" : "never"));
}

} // namespace rialto
