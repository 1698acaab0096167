// SPDX-License-Identifier: GPL-3.0-or-later
// Permission, Role and Principal: who may do what. Roles are fixed sets of fine permissions; a user may also be held to some
// clients (the scope). Values, pure, any thread. Which service call needs which permission is in services/service_call.h.
#pragma once

#include "base/result.h"
#include "domain/ids.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::security {

enum class Permission : std::uint8_t {
    SeeMarket,
    SeeBook,          // clients, accounts, orders, positions, cash
    SeePersonalData,  // names and numbers of persons as they are, not masked
    RevealPersonalData, // one client at a time, with a reason that is kept
    PlaceOrders,
    CancelOrders,
    MoveCash,
    BookEntries,      // trades and income made elsewhere
    EditClients,
    EditInstruments,
    ImportStatements,
    ImportData,
    MakeReports,
    ReadAudit,
    ManageUsers,
    BackUp,
    Approve,
    SteerMarket       // speed and pauses of the simulated exchange
};
inline constexpr std::size_t kPermissions = 18;

enum class Role : std::uint8_t { Analyst, Advisor, Trader, Compliance, Admin, ReadOnly };
inline constexpr std::array kRoles{Role::Analyst, Role::Advisor, Role::Trader, Role::Compliance, Role::Admin, Role::ReadOnly};

class PermissionSet {
public:
    constexpr PermissionSet() = default;
    constexpr PermissionSet(std::initializer_list<Permission> permissions)
    {
        for (const Permission permission : permissions)
            m_bits |= std::uint32_t{1} << static_cast<unsigned>(permission);
    }
    static constexpr PermissionSet all()
    {
        PermissionSet set;
        set.m_bits = (std::uint32_t{1} << kPermissions) - 1;
        return set;
    }
    constexpr bool has(Permission permission) const { return (m_bits >> static_cast<unsigned>(permission) & 1) != 0; }
    friend constexpr bool operator==(PermissionSet a, PermissionSet b) { return a.m_bits == b.m_bits; }

private:
    std::uint32_t m_bits = 0;
};

PermissionSet permissionsOf(Role role);
std::string_view name(Role role);             // "read-only"
std::string_view name(Permission permission); // "place-orders"
/// Errors: security.role-unknown.
Result<Role> parseRole(std::string_view text);

/// On whose behalf a service is called.
struct Principal {
    std::string user = "local";
    Role role = Role::Admin;
    PermissionSet permissions = PermissionSet::all();
    bool everyClient = true;
    std::vector<ClientId> clients;   // sorted; counts when everyClient is false
    bool implicit = true;            // the one user of a book that is not protected

    bool may(Permission permission) const { return permissions.has(permission); }
    bool sees(ClientId client) const { return everyClient || std::binary_search(clients.begin(), clients.end(), client); }
};

/// Errors: security.not-permitted ("bob (analyst) may not place-orders").
Result<void> require(const Principal& principal, Permission permission);
/// Errors also: security.client-out-of-scope.
Result<void> require(const Principal& principal, Permission permission, ClientId client);

} // namespace rialto::security
