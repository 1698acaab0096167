// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/reconcile.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace rialto::integration {

namespace {

constexpr std::int32_t kDaysApart = 3;

Date dayOf(const StatementEntry& entry) { return entry.booked ? *entry.booked : entry.value.value_or(Date()); }

bool speakOfTheSame(const StatementEntry& entry, const BookMovement& movement)
{
    for (const std::string* word : {&entry.id, &entry.reference, &entry.bankReference, &entry.counterparty, &entry.text})
        if (word->size() >= 4 && *word != "NONREF" && movement.text.find(*word) != std::string::npos)
            return true;
    return false;
}

} // namespace

std::string_view name(BreakKind kind)
{
    switch (kind) {
    case BreakKind::Matched: return "matched";
    case BreakKind::MissingHere: return "missing-here";
    case BreakKind::MissingThere: return "missing-there";
    case BreakKind::Differing: return "differing";
    }
    return "matched";
}

Reconciliation reconcile(const std::vector<const StatementEntry*>& entries, const std::vector<BookMovement>& movements)
{
    Reconciliation result;
    std::vector<bool> entryUsed(entries.size(), false);
    std::vector<bool> movementUsed(movements.size(), false);
    const auto pair = [&](std::size_t entry, std::size_t movement, BreakKind kind, std::string reason) {
        entryUsed[entry] = movementUsed[movement] = true;
        result.lines.push_back({kind, entries[entry], &movements[movement], std::move(reason)});
    };
    std::map<std::string, std::size_t> byFingerprint;
    for (std::size_t i = 0; i < movements.size(); ++i)
        if (!movements[i].fingerprint.empty())
            byFingerprint[movements[i].fingerprint] = i;
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (const auto found = byFingerprint.find(entries[i]->fingerprint); found != byFingerprint.end() && !movementUsed[found->second])
            pair(i, found->second, BreakKind::Matched, "fingerprint");
    // Of several with one amount the nearest day counts.
    std::multimap<std::string, std::size_t> byAmount;
    for (std::size_t i = 0; i < movements.size(); ++i)
        if (!movementUsed[i])
            byAmount.emplace(movements[i].amount.text(), i);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entryUsed[i])
            continue;
        auto [from, to] = byAmount.equal_range(entries[i]->amount.text());
        auto best = to;
        for (auto candidate = from; candidate != to; ++candidate) {
            const auto apart = std::abs(movements[candidate->second].date - dayOf(*entries[i]));
            if (apart <= kDaysApart && (best == to || apart < std::abs(movements[best->second].date - dayOf(*entries[i]))))
                best = candidate;
        }
        if (best == to)
            continue;
        const auto apart = std::abs(movements[best->second].date - dayOf(*entries[i]));
        pair(i, best->second, BreakKind::Matched, apart == 0 ? "amount and date" : "amount, " + std::to_string(apart) + " days apart");
        byAmount.erase(best);
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entryUsed[i])
            continue;
        for (std::size_t j = 0; j < movements.size(); ++j) {
            if (movementUsed[j] || std::abs(movements[j].date - dayOf(*entries[i])) > kDaysApart || !speakOfTheSame(*entries[i], movements[j]))
                continue;
            pair(i, j, BreakKind::Differing, "amount differs by " + (entries[i]->amount - movements[j].amount).text(2));
            break;
        }
    }
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (!entryUsed[i])
            result.lines.push_back({BreakKind::MissingHere, entries[i], nullptr, "not in the book"});
    for (std::size_t j = 0; j < movements.size(); ++j)
        if (!movementUsed[j])
            result.lines.push_back({BreakKind::MissingThere, nullptr, &movements[j], "not on the statement"});
    for (const auto& line : result.lines) {
        result.matched += line.kind == BreakKind::Matched ? 1 : 0;
        result.missingHere += line.kind == BreakKind::MissingHere ? 1 : 0;
        result.missingThere += line.kind == BreakKind::MissingThere ? 1 : 0;
        result.differing += line.kind == BreakKind::Differing ? 1 : 0;
    }
    return result;
}

} // namespace rialto::integration
