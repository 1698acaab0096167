// SPDX-License-Identifier: GPL-3.0-or-later
// What a column of a bank's or broker's table means, by its heading in English, German, French or Chinese, or by a saved
// mapping {"date": "Booked on", "amount": 4}. Pure; any thread. Errors: statement.mapping-malformed (what, which roles there are).
#pragma once

#include "base/result.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::integration {

enum class StatementRole {
    Date, ValueDate, Type, Amount, Debit, Credit, Balance, Currency, Account,
    Isin, Symbol, Name, Quantity, Price, Fee, Tax, Id, Text, Counterparty, CounterpartyAccount, Reference
};
inline constexpr std::size_t kStatementRoles = static_cast<std::size_t>(StatementRole::Reference) + 1;
std::string_view name(StatementRole role);

/// Column by role, -1: none.
class StatementColumns {
public:
    StatementColumns() { m_columns.fill(-1); }
    int operator[](StatementRole role) const { return m_columns[static_cast<std::size_t>(role)]; }
    bool has(StatementRole role) const { return (*this)[role] >= 0; }
    void set(StatementRole role, int column) { m_columns[static_cast<std::size_t>(role)] = column; }
    /// Enough to make entries: a date, and an amount or a quantity with a price.
    bool usable() const;

private:
    std::array<int, kStatementRoles> m_columns;
};

StatementColumns columnsOf(const std::vector<std::string>& headings);
/// `json` names headings or numbers from 1; what it does not name stays as `columns` has it.
Result<StatementColumns> mappedColumns(const std::string& json, const std::vector<std::string>& headings, StatementColumns columns);

} // namespace rialto::integration
