// SPDX-License-Identifier: GPL-3.0-or-later
// What a statement says against what the book says of the same account: entries that are in both, those that only one has,
// and pairs that are one entry told differently. First by fingerprint, then by amount within three days, then (differing) by
// the same reference or text. Each entry and each booking is used once. Pure; any thread.
#pragma once

#include "integration/statements/statement.h"

#include <string>
#include <vector>

namespace rialto::integration {

/// One movement of cash in the book.
struct BookMovement {
    std::string key;
    std::string fingerprint; // of imported ones
    ExactAmount amount;      // signed
    Date date;
    std::string text;
};

enum class BreakKind {
    Matched,
    MissingHere,  // on the statement, not in the book
    MissingThere, // in the book, not on the statement
    Differing
};
std::string_view name(BreakKind kind);

struct ReconciledLine {
    BreakKind kind = BreakKind::Matched;
    const StatementEntry* entry = nullptr;
    const BookMovement* movement = nullptr;
    std::string reason; // "fingerprint", "amount and date", "amount differs by 1.00", ...
};

struct Reconciliation {
    std::vector<ReconciledLine> lines;
    std::size_t matched = 0, missingHere = 0, missingThere = 0, differing = 0;
};

/// The pointers in the result are into the arguments. Movements outside the days of the statement are for the caller to leave out.
Reconciliation reconcile(const std::vector<const StatementEntry*>& entries, const std::vector<BookMovement>& movements);

} // namespace rialto::integration
