// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/records/client_record.h"

#include <array>

namespace rialto::clients {

namespace {

template <std::size_t Size, class Enum>
std::string_view pick(const std::array<std::string_view, Size>& names, Enum value)
{
    return names[static_cast<std::size_t>(value) < Size ? static_cast<std::size_t>(value) : 0];
}

} // namespace

std::string_view name(PartyKind kind) { return pick(std::array<std::string_view, 4>{"household", "person", "company", "trust"}, kind); }
std::string_view name(DocumentKind kind)
{
    return pick(std::array<std::string_view, 8>{"passport", "identity-card", "proof-of-address", "tax-form", "agreement", "company-register", "trust-deed", "other"}, kind);
}
std::string_view name(RiskRating rating) { return pick(std::array<std::string_view, 4>{"unrated", "low", "medium", "high"}, rating); }
std::string_view name(KycStatus status) { return pick(std::array<std::string_view, 4>{"not-started", "in-progress", "approved", "rejected"}, status); }
std::string_view name(HitDecision decision) { return pick(std::array<std::string_view, 3>{"open", "false-positive", "true-match"}, decision); }
std::string_view name(TaskState state) { return pick(std::array<std::string_view, 3>{"open", "done", "dropped"}, state); }
std::string_view name(ApprovalState state) { return pick(std::array<std::string_view, 3>{"waiting", "approved", "refused"}, state); }
std::string_view name(ContactKind kind) { return pick(std::array<std::string_view, 3>{"email", "phone", "address"}, kind); }
std::string_view name(RiskProfile profile)
{
    return pick(std::array<std::string_view, 6>{"none", "conservative", "cautious", "balanced", "growth", "aggressive"}, profile);
}
std::string_view name(RecordKind kind)
{
    return pick(std::array<std::string_view, kRecordKinds>{"party", "ownership", "contact", "document", "kyc", "screening", "mandate", "assessment", "task", "approval", "fee-agreement"}, kind);
}

} // namespace rialto::clients
