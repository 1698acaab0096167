// SPDX-License-Identifier: GPL-3.0-or-later
// User, Session, Approval and FourEyesPolicy: what a protected book knows of the people who work in it, and the port that keeps it.
// Values; a store belongs to one thread. The password is not here: see security/key_ring.h.
#pragma once

#include "base/clock.h"
#include "domain/money.h"
#include "security/permission.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rialto::security {

struct User {
    std::string name;                // what is typed at the door; small letters, digits, dot, dash
    std::string display;
    Role role = Role::ReadOnly;
    bool everyClient = true;
    std::vector<ClientId> clients;   // sorted
    bool disabled = false;
    std::string totpSecret;          // raw bytes; empty: no second factor
    std::string totpPending;         // shown, and not yet proved by a code
    std::uint64_t totpLastStep = 0;
    std::vector<std::string> recoveryHashes;
    Timestamp created;
    std::string createdBy;
    Timestamp passwordSet;
    friend bool operator==(const User&, const User&) = default;

    Principal principal() const { return {name, role, permissionsOf(role), everyClient, clients, false}; }
};

/// Errors: security.user-name. One to 32 of a-z, 0-9, dot, dash and underscore, beginning with a letter.
Result<void> checkUserName(const std::string& name);

struct LoginSession {
    std::int64_t id = 0;
    std::string user;
    std::string program;
    Timestamp started;
    std::optional<Timestamp> ended;
};

enum class ApprovalState : std::uint8_t { Waiting, Approved, Refused, Withdrawn };
std::string_view name(ApprovalState state);

/// A command that waits for a second pair of eyes.
struct Approval {
    std::int64_t id = 0;
    std::string requester;
    Timestamp requested;
    std::string subject;     // for people: "buy 500 MERI for A-1001-1"
    std::string command;     // services/command_text.h
    std::string reason;      // which rule asks for it
    ApprovalState state = ApprovalState::Waiting;
    std::string decider;
    std::optional<Timestamp> decided;
    std::string remark;
};

/// What needs a second person. Amounts are in major units of the contract's or payment's own currency.
struct FourEyesPolicy {
    std::optional<std::int64_t> ordersFrom;      // orders worth at least so much
    std::optional<std::int64_t> withdrawalsFrom; // 0: every one
    bool clientChanges = false;
    friend bool operator==(const FourEyesPolicy&, const FourEyesPolicy&) = default;
    bool empty() const { return !ordersFrom && !withdrawalsFrom && !clientChanges; }
};

class SecurityStore {
public:
    virtual ~SecurityStore() = default;
    /// Sorted by name.
    virtual Result<std::vector<User>> users() = 0;
    virtual Result<void> putUser(const User& user) = 0;
    /// The id of the new session.
    virtual Result<std::int64_t> beginSession(const LoginSession& session) = 0;
    virtual Result<void> endSession(std::int64_t id, Timestamp when) = 0;
    /// Newest first.
    virtual Result<std::vector<LoginSession>> sessions(int most) = 0;
    /// The id of the new approval.
    virtual Result<std::int64_t> addApproval(const Approval& approval) = 0;
    /// Only while it waits: false when somebody was faster.
    virtual Result<bool> decideApproval(const Approval& decided) = 0;
    /// Newest first.
    virtual Result<std::vector<Approval>> approvals(int most) = 0;
    virtual Result<std::map<std::string, std::string>> settings() = 0;
    virtual Result<void> putSetting(const std::string& key, const std::string& value) = 0;
};

/// Between the policy and the store's settings.
FourEyesPolicy policyFrom(const std::map<std::string, std::string>& settings);
Result<void> putPolicy(SecurityStore& store, const FourEyesPolicy& policy);

} // namespace rialto::security
