// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/permission.h"

namespace rialto::security {

PermissionSet permissionsOf(Role role)
{
    using P = Permission;
    switch (role) {
    case Role::Analyst: return {P::SeeMarket, P::SeeBook, P::ImportData, P::MakeReports};
    case Role::Advisor:
        return {P::SeeMarket, P::SeeBook, P::SeePersonalData, P::PlaceOrders, P::CancelOrders, P::MoveCash, P::EditClients, P::ImportStatements, P::MakeReports};
    case Role::Trader: return {P::SeeMarket, P::SeeBook, P::PlaceOrders, P::CancelOrders, P::MakeReports, P::SteerMarket};
    case Role::Compliance: return {P::SeeMarket, P::SeeBook, P::RevealPersonalData, P::CancelOrders, P::MakeReports, P::ReadAudit, P::Approve};
    case Role::Admin: return PermissionSet::all();
    case Role::ReadOnly: return {P::SeeMarket, P::SeeBook};
    }
    return {};
}

std::string_view name(Role role)
{
    switch (role) {
    case Role::Analyst: return "analyst";
    case Role::Advisor: return "advisor";
    case Role::Trader: return "trader";
    case Role::Compliance: return "compliance";
    case Role::Admin: return "admin";
    case Role::ReadOnly: return "read-only";
    }
    return "";
}

std::string_view name(Permission permission)
{
    switch (permission) {
    case Permission::SeeMarket: return "see-market";
    case Permission::SeeBook: return "see-book";
    case Permission::SeePersonalData: return "see-personal-data";
    case Permission::RevealPersonalData: return "reveal-personal-data";
    case Permission::PlaceOrders: return "place-orders";
    case Permission::CancelOrders: return "cancel-orders";
    case Permission::MoveCash: return "move-cash";
    case Permission::BookEntries: return "book-entries";
    case Permission::EditClients: return "edit-clients";
    case Permission::EditInstruments: return "edit-instruments";
    case Permission::ImportStatements: return "import-statements";
    case Permission::ImportData: return "import-data";
    case Permission::MakeReports: return "make-reports";
    case Permission::ReadAudit: return "read-audit";
    case Permission::ManageUsers: return "manage-users";
    case Permission::BackUp: return "back-up";
    case Permission::Approve: return "approve";
    case Permission::SteerMarket: return "steer-market";
    }
    return "";
}

Result<Role> parseRole(std::string_view text)
{
    for (const Role role : kRoles)
        if (name(role) == text)
            return role;
    return invalid("security.role-unknown", std::string(text) + "; there are analyst, advisor, trader, compliance, admin and read-only");
}

Result<void> require(const Principal& principal, Permission permission)
{
    if (principal.may(permission))
        return {};
    return refused("security.not-permitted", principal.user + " (" + std::string(name(principal.role)) + ") may not " + std::string(name(permission)));
}

Result<void> require(const Principal& principal, Permission permission, ClientId client)
{
    if (auto allowed = require(principal, permission); !allowed)
        return allowed;
    if (principal.sees(client))
        return {};
    return refused("security.client-out-of-scope", principal.user + " does not look after client " + std::to_string(client.value));
}

} // namespace rialto::security
