// SPDX-License-Identifier: GPL-3.0-or-later
// What a bank's or broker's file says, whatever its format: accounts with balances, entries, securities transactions and
// positions, and everything that is wrong with it, each with its place. Values; any thread.
// Amounts are signed from the side of the account's owner: money in is positive. Lines and columns count from 1, 0: no place.
#pragma once

#include "domain/date.h"
#include "integration/statements/exact_amount.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rialto::integration {

enum class Severity {
    Note,    // what was assumed
    Warning, // to be looked at; can be imported
    Error    // the file contradicts itself or is cut: it is not imported
};
std::string_view name(Severity severity);

struct Place {
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::string element; // tag, field or column heading
};

struct StatementProblem {
    Severity severity = Severity::Warning;
    std::string code;    // "amount-malformed"
    std::string detail;  // what is wrong and what to do
    Place place;
};

struct StatementAccountId {
    std::string id;       // as the file writes it, without decoration
    std::string iban;     // only when its check digits are right
    std::string bank;     // BIC, bank code or broker id
    std::string name;
    std::string currency;
    std::string type;     // "CHECKING", "CREDITCARD", "INVESTMENT", ...
    friend bool operator==(const StatementAccountId&, const StatementAccountId&) = default;
};

enum class BalanceKind {
    Opening, Closing,                     // booked
    IntermediateOpening, IntermediateClosing,
    OpeningAvailable, ClosingAvailable, ForwardAvailable,
    Interim, InterimAvailable, Expected, Other
};
std::string_view name(BalanceKind kind);

struct StatementBalance {
    BalanceKind kind = BalanceKind::Other;
    std::string code;     // "62F", "CLBD", "LEDGERBAL"
    ExactAmount amount;
    std::string currency;
    std::optional<Date> date;
    Place place;
};

struct EntrySplit {
    ExactAmount amount;
    std::string currency;
    std::string category;
    std::string reference;
    std::string counterparty;
    std::string text;
};

struct StatementEntry {
    std::optional<Date> booked;
    std::optional<Date> value;
    ExactAmount amount;           // signed
    std::string currency;
    std::string code;             // the format's type code: "NTRF", "PMNT/RCDT/ESCT", "DEBIT"
    std::string status = "booked"; // booked, pending, information
    bool reversal = false;
    std::string counterparty;
    std::string counterpartyAccount;
    std::string reference;        // of the payer: end-to-end id, customer reference
    std::string bankReference;    // of the bank
    std::string id;               // FITID, transaction id: unique by the format's own rule
    std::string text;             // remittance information
    std::vector<EntrySplit> splits;
    Place place;
    std::string fingerprint;      // set by finishStatements
    bool duplicate = false;       // of an entry before it in the file
};

struct SecurityName {
    std::string isin;
    std::string symbol;
    std::string id;       // CUSIP, contract id, ...
    std::string idType;
    std::string name;
    std::string kind;     // the format's word: "STK", "OPT", "MF"
};

struct SecurityTransaction {
    std::string kind;     // buy, sell, dividend, interest, reinvest, transfer, split, return-of-capital, fx, corporate-action, ...
    std::string code;     // the format's word
    std::string id;
    std::optional<Date> traded;
    std::optional<Date> settled;
    SecurityName security;
    std::optional<ExactAmount> quantity; // signed: what came in
    std::optional<ExactAmount> price;
    ExactAmount fees;     // positive: paid
    ExactAmount taxes;
    std::optional<ExactAmount> net;      // signed cash
    std::string currency;
    std::string text;
    bool cancelled = false;
    Place place;
};

struct StatementPosition {
    SecurityName security;
    ExactAmount quantity;
    std::optional<ExactAmount> price;
    std::optional<ExactAmount> value;
    std::string currency;
    std::optional<Date> date;
    Place place;
};

/// Totals that the file itself states.
struct DeclaredTotals {
    std::optional<std::uint64_t> entries, credits, debits;
    std::optional<ExactAmount> creditSum, debitSum, netSum; // sums of debits are positive
    Place place;
};

enum class SumStatus {
    Exact,        // opening + booked entries == closing
    Differs,
    NoBalances,   // the format or the file carries no pair to compare
    Contradictory // opening, closing and entries are not in one currency
};
std::string_view name(SumStatus status);

struct SumCheck {
    SumStatus status = SumStatus::NoBalances;
    std::optional<StatementBalance> opening;
    std::optional<StatementBalance> closing;
    ExactAmount entries;                 // sum of the booked ones that are no duplicates
    std::size_t counted = 0;
    std::optional<ExactAmount> computed; // opening + entries, or, with a closing alone, the opening it implies
    std::optional<ExactAmount> difference; // closing - computed
};

struct AccountStatement {
    StatementAccountId account;
    std::string id;
    std::string sequence;
    std::optional<Date> from, to;
    std::vector<StatementBalance> balances;
    std::vector<StatementEntry> entries;
    std::vector<SecurityTransaction> securities;
    std::vector<StatementPosition> positions;
    DeclaredTotals totals;
    std::string text;
    bool carriesBalances = true;         // false: the kind of message has none (camt.054, MT942, QIF)
    bool idsAreUnique = false;           // two entries with one id are one entry
    bool complete = true;                // the end of the statement was seen, where the format has one
    bool duplicate = false;              // says the same as a statement before it
    Place place;
    SumCheck sum;
};

struct StatementFile {
    std::string format;   // "camt.053.001.02", "mt940", "ofx-1.02", "qif", "ibkr-flex-3", "csv"
    std::string encoding = "utf-8";
    std::vector<AccountStatement> statements;
    std::vector<StatementProblem> problems;

    void problem(Severity severity, std::string code, std::string detail, Place place = {});
    bool importable() const; // no problem is an error
    std::size_t entryCount() const;
};

/// Problems beyond this number are only counted.
inline constexpr std::size_t kListedProblems = 500;
/// Entries and lines of one file, whatever its size.
inline constexpr std::size_t kStatementEntryLimit = 2'000'000;

} // namespace rialto::integration
