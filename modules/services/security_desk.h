// SPDX-License-Identifier: GPL-3.0-or-later
// SecurityDesk: users, their roles, passwords and second factors, the policy and the approvals of a protected book. Every call
// passes the Guard with the principal of the services, and leaves a line in the audit log. One thread at a time, not the
// engine's; calls that touch a password block for half a second or more.
// Errors: security.not-permitted, security.user-unknown, security.user-exists, security.user-name, security.last-admin,
// security.password*, security.code, security.no-second-factor, and those of keeper and store.
#pragma once

#include "security/key_ring.h"
#include "security/totp.h"
#include "services/app_services.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace rialto {

class SecurityDesk {
public:
    struct Parts {
        AppServices* services = nullptr;
        std::function<Result<std::unique_ptr<security::SecurityStore>>()> openStore; // for the calling thread
        const security::KeyRingKeeper* ring = nullptr;
        security::SecretKey key;              // the book's
        security::RandomBytes random;
        std::function<Timestamp()> now;
        std::function<security::PasswordCost()> cost; // of new passwords; may measure, which takes seconds
    };
    explicit SecurityDesk(Parts parts) : m_parts(std::move(parts)) {}

    struct NewUser {
        std::string name;
        std::string display;
        security::Role role = security::Role::ReadOnly;
        bool everyClient = true;
        std::vector<ClientId> clients;
    };
    Result<void> addUser(const NewUser& asked, const std::string& password);
    Result<std::vector<security::User>> users();
    Result<void> setRole(const std::string& user, security::Role role, bool everyClient, std::vector<ClientId> clients);
    /// A disabled user's key is taken from the ring; enabling needs a new password.
    Result<void> disable(const std::string& user);
    Result<void> enable(const std::string& user, const std::string& password);
    /// Another's. Ends their waiting time too.
    Result<void> resetPassword(const std::string& user, const std::string& password);
    Result<void> changeOwnPassword(const std::string& oldPassword, const std::string& newPassword);

    /// The secret, shown once; it counts once `confirmSecondFactor` was given a code of it.
    Result<std::string> beginSecondFactor();
    /// Ten recovery codes, shown once.
    Result<std::vector<std::string>> confirmSecondFactor(const std::string& code);
    /// Own, by a valid code; another's (a lost telephone), by who manages users: then the code is not looked at.
    Result<void> dropSecondFactor(const std::string& user, const std::string& code);

    Result<std::vector<security::LoginSession>> sessions(int most = 100);
    Result<std::vector<security::Approval>> approvals(int most = 100);
    Result<security::FourEyesPolicy> policy();
    Result<void> setPolicy(const security::FourEyesPolicy& policy);

private:
    Result<security::User> find(const std::string& user);
    Result<void> keep(const security::User& user);
    Result<void> put(const security::User& user, const char* action, const std::string& detail);
    Result<void> wrap(const std::string& user, const std::string& password);
    Result<void> keepsAnAdmin(const std::string& without);
    Result<void> note(const char* action, const std::string& subject, const std::string& detail);

    Parts m_parts;
};

} // namespace rialto
