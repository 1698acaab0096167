// SPDX-License-Identifier: GPL-3.0-or-later
// A fact as the cells of its SQL row and back, one pair of functions a kind; the order of the cells is that of the columns
// after `seq` in resources/sql/book. Pure; used by SqliteJournal. Errors: storage.corrupt (a cell no program of ours wrote).
#pragma once

#include "base/hash.h"
#include "base/result.h"
#include "engine/fact.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace rialto::storage {

struct Null {
    friend bool operator==(Null, Null) { return true; }
};
using Cell = std::variant<Null, std::int64_t, std::string>;
using Cells = std::vector<Cell>;

/// Number in fact.kind, the index in Fact. Never renumbered.
enum class FactKind : int { Instrument = 0, Client = 1, Account = 2, Order = 3, Execution = 4, Group = 5, ClientRecord = 6, Desk = 7 };
inline constexpr int kFactKinds = 8;

/// The row of any kind; of a transfer group without its transfers and reservations.
Cells cellsOf(const Fact& fact);
Cells cellsOf(const Transfer& transfer);
Cells cellsOf(const ReservationChange& change);
Result<Fact> factFrom(FactKind kind, const Cells& cells);
Result<Transfer> transferFrom(const Cells& cells);
Result<ReservationChange> reservationFrom(const Cells& cells);

/// How many cells the row of a kind has, and which of them hold text.
/// One letter each: i integer, t text; capital: may be null; A: text of a column that came later, null and not among the cells
/// where it says nothing, so that older rows keep their checksum.
const std::string& cellTypes(FactKind kind);
inline constexpr const char* kTransferCells = "iiiiii";
inline constexpr const char* kReservationCells = "iiii";
/// The value that makes a fact of its kind unique, for messages.
std::string uniqueKey(const Fact& fact);
void addTo(Hasher& hasher, const Cells& cells);

} // namespace rialto::storage
