// SPDX-License-Identifier: GPL-3.0-or-later
// ServiceCall: every door of the services, and the one permission that opens it. Whoever adds a door adds a row here; the switch
// of permissionOf and the visit of permissionOf(Body) do not compile without it, and a test compares the rows with the headers and
// walks them with every role. Pure, any thread.
#pragma once

#include "security/permission.h"
#include "services/engine_host.h"

#include <string_view>

namespace rialto {

// name, permission
#define RIALTO_SERVICE_CALLS(CALL)                                                                                     \
    CALL(ReadMarket, SeeMarket)                                                                                        \
    CALL(WatchDepth, SeeMarket)                                                                                        \
    CALL(ReadBars, SeeMarket)                                                                                          \
    CALL(ReadTicks, SeeMarket)                                                                                         \
    CALL(ReadResearch, SeeMarket)                                                                                      \
    CALL(WriteBars, ImportData)                                                                                        \
    CALL(WriteTicks, ImportData)                                                                                       \
    CALL(WriteResearch, ImportData)                                                                                    \
    CALL(WriteNotes, MakeReports)                                                                                      \
    CALL(ReadBook, SeeBook)                                                                                            \
    CALL(ReadLedger, SeeBook)                                                                                          \
    CALL(ReadClientLedger, SeeBook)                                                                                    \
    CALL(ReadAlerts, SeeBook)                                                                                          \
    CALL(PreviewOrder, PlaceOrders)                                                                                    \
    CALL(PlaceOrder, PlaceOrders)                                                                                      \
    CALL(PlaceGroup, PlaceOrders)                                                                                      \
    CALL(PlaceBlock, PlaceOrders)                                                                                      \
    CALL(CancelOrder, CancelOrders)                                                                                    \
    CALL(ThrowKillSwitch, CancelOrders)                                                                                \
    CALL(SetLimits, Approve)                                                                                           \
    CALL(ReplaceOrder, PlaceOrders)                                                                                    \
    CALL(CancelAll, CancelOrders)                                                                                      \
    CALL(AddInstrument, EditInstruments)                                                                               \
    CALL(AddClient, EditClients)                                                                                       \
    CALL(AddAccount, EditClients)                                                                                      \
    CALL(MoveCash, MoveCash)                                                                                           \
    CALL(BookTrade, BookEntries)                                                                                       \
    CALL(BookIncome, BookEntries)                                                                                      \
    CALL(ImportStatement, ImportStatements)                                                                            \
    CALL(RecordClients, EditClients)                                                                                   \
    CALL(PostFees, BookEntries)                                                                                        \
    CALL(PostAction, BookEntries)                                                                                      \
    CALL(UndoAction, BookEntries)                                                                                      \
    CALL(UndoStatement, ImportStatements)                                                                              \
    CALL(SetSpeed, SteerMarket)                                                                                        \
    CALL(StepOnce, SteerMarket)                                                                                        \
    CALL(ExportAudit, ReadAudit)                                                                                       \
    CALL(CheckAudit, ReadAudit)                                                                                        \
    CALL(ReadAudit, ReadAudit)                                                                                         \
    CALL(BackUp, BackUp)                                                                                               \
    CALL(ListUsers, ManageUsers)                                                                                       \
    CALL(ChangeUsers, ManageUsers)                                                                                     \
    CALL(ListSessions, ManageUsers)                                                                                    \
    CALL(ReadPolicy, SeeBook)                                                                                          \
    CALL(ChangePolicy, ManageUsers)                                                                                    \
    CALL(ListApprovals, SeeBook)                                                                                       \
    CALL(DecideApproval, Approve)                                                                                      \
    CALL(RevealClient, RevealPersonalData)                                                                             \
    CALL(ChangeOwnPassword, SeeMarket)                                                                                 \
    CALL(ChangeOwnFactor, SeeMarket)

enum class ServiceCall {
#define RIALTO_CALL(name, permission) name,
    RIALTO_SERVICE_CALLS(RIALTO_CALL)
#undef RIALTO_CALL
};

inline constexpr ServiceCall kServiceCalls[] = {
#define RIALTO_CALL(name, permission) ServiceCall::name,
    RIALTO_SERVICE_CALLS(RIALTO_CALL)
#undef RIALTO_CALL
};

constexpr security::Permission permissionOf(ServiceCall call)
{
    switch (call) {
#define RIALTO_CALL(name, permission)                                                                                  \
    case ServiceCall::name: return security::Permission::permission;
        RIALTO_SERVICE_CALLS(RIALTO_CALL)
#undef RIALTO_CALL
    }
    return security::Permission::ManageUsers;
}

constexpr std::string_view name(ServiceCall call)
{
    switch (call) {
#define RIALTO_CALL(name, permission)                                                                                  \
    case ServiceCall::name: return #name;
        RIALTO_SERVICE_CALLS(RIALTO_CALL)
#undef RIALTO_CALL
    }
    return "";
}

/// What a command of the engine is. What a broker says is nobody's command and comes through no door.
ServiceCall callOf(const EngineHost::Body& body);

} // namespace rialto
