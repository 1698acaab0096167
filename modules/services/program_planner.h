// SPDX-License-Identifier: GPL-3.0-or-later
// ProgramPlanner: turns what a manager wants for many accounts into block orders: one instrument shared out by a method, or a
// model portfolio that every account is brought to. Reads the engine, changes nothing; the same book gives the same plan.
// Values are those of the account in the instrument's currency alone (Engine::equity). Engine thread.
// Errors: those of oms/allocation.h, engine.account-unknown, engine.instrument-unknown, desk.no-price (instrument), desk.no-gap
// (every account is at its target), desk.model-weights (not 0 to 100 % in all), desk.accounts (none, or one named twice).
#pragma once

#include "engine/engine.h"

#include <string>
#include <vector>

namespace rialto {

enum class AllocationMethod { ProRata, Percent, Equal, Model, Manual };
Result<AllocationMethod> parseAllocationMethod(std::string_view text); // "pro-rata" "percent" "equal" "model" "manual"

struct BlockPlan {
    InstrumentId instrument;
    Side side = Side::Buy;
    Quantity quantity;                  // not of Model
    AllocationMethod method = AllocationMethod::ProRata;
    std::vector<AccountId> accounts;
    std::vector<std::int64_t> weights;  // ProRata: none means by equity; Percent: basis points; Model: one, the target in basis points
    std::vector<Quantity> shares;       // Manual
};
/// Accounts that would get nothing are left out.
Result<std::vector<BlockShare>> planBlock(const Engine& engine, const BlockPlan& plan);

struct ModelWeight {
    InstrumentId instrument;
    std::int64_t basisPoints = 0;
};
struct ProgramPlan {
    std::string id;                     // of the program, at most 24 characters
    AccountId house;
    std::vector<AccountId> accounts;
    std::vector<ModelWeight> model;     // instruments that are not in it are left alone
    std::int64_t smallestMajor = 0;     // trades below this value are not made, in whole units of the currency
    OrderType type = OrderType::Market;
    int limitPerMille = 0;              // of limit orders: so far through the mark
};
/// One block for each instrument and side, sells first. A sell is at most what is free to sell; buys are cut, evenly over the
/// instruments, to what the account's free cash pays with the fee allowance.
Result<std::vector<PlaceBlock>> planProgram(const Engine& engine, const ProgramPlan& plan);

/// The account that trades for blocks, and what must be told to the engine so that it is there.
inline constexpr std::uint64_t kHouseId = 9'000'000'000;
inline constexpr const char* kHouseNumber = "HOUSE";
std::vector<std::variant<AddClient, AddAccount>> houseCommands(const Engine& engine);

} // namespace rialto
