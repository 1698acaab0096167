// SPDX-License-Identifier: GPL-3.0-or-later
// Client, Household and Account: whose money it is. Values; facts of the book, written by the engine only.
#pragma once

#include "domain/currency.h"
#include "domain/date.h"
#include "domain/ids.h"

#include <string>

namespace rialto {

struct Client {
    ClientId id;
    HouseholdId household;   // none: a household of its own
    std::string number;      // as on statements, "C-1001"
    std::string name;        // Latin script
    std::string nameZh;
    Date since;
    friend bool operator==(const Client&, const Client&) = default;
};

struct Account {
    AccountId id;
    ClientId client;
    std::string number;      // "A-1001-1"
    Currency base;           // statements are in this currency
    Date opened;
    friend bool operator==(const Account&, const Account&) = default;
};

} // namespace rialto
