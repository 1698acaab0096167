// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/user.h"

#include <charconv>

namespace rialto::security {

namespace {

constexpr const char* kOrders = "four-eyes.orders-from";
constexpr const char* kWithdrawals = "four-eyes.withdrawals-from";
constexpr const char* kClients = "four-eyes.client-changes";

std::optional<std::int64_t> number(const std::map<std::string, std::string>& settings, const char* key)
{
    const auto found = settings.find(key);
    std::int64_t value = 0;
    if (found == settings.end())
        return std::nullopt;
    const char* end = found->second.data() + found->second.size();
    const auto [at, error] = std::from_chars(found->second.data(), end, value);
    return error == std::errc() && at == end && value >= 0 ? std::optional(value) : std::nullopt;
}

std::string textOf(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : std::string(); }

} // namespace

Result<void> checkUserName(const std::string& name)
{
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    bool good = !name.empty() && name.size() <= 32 && letter(name[0]);
    for (const char c : name)
        good = good && (letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_');
    if (good)
        return {};
    return invalid("security.user-name", "a user's name is 1 to 32 of a-z, 0-9, dot, dash and underscore, beginning with a letter");
}

std::string_view name(ApprovalState state)
{
    switch (state) {
    case ApprovalState::Waiting: return "waiting";
    case ApprovalState::Approved: return "approved";
    case ApprovalState::Refused: return "refused";
    case ApprovalState::Withdrawn: return "withdrawn";
    }
    return "";
}

FourEyesPolicy policyFrom(const std::map<std::string, std::string>& settings)
{
    const auto clients = settings.find(kClients);
    return {number(settings, kOrders), number(settings, kWithdrawals), clients != settings.end() && clients->second == "1"};
}

Result<void> putPolicy(SecurityStore& store, const FourEyesPolicy& policy)
{
    if (auto put = store.putSetting(kOrders, textOf(policy.ordersFrom)); !put)
        return put;
    if (auto put = store.putSetting(kWithdrawals, textOf(policy.withdrawalsFrom)); !put)
        return put;
    return store.putSetting(kClients, policy.clientChanges ? "1" : "0");
}

} // namespace rialto::security
