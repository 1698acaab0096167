// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/statement_check.h"

#include "base/hash.h"

#include <algorithm>
#include <map>
#include <set>

namespace rialto::integration {

namespace {

constexpr char kUnit = '\x1F';

std::string dateText(const std::optional<Date>& date) { return date ? date->text() : std::string(); }

// Ids that say nothing: banks that must fill the field write zeros or NONREF.
bool saysNothing(const std::string& id)
{
    return id.find_first_not_of("0 ") == std::string::npos || id == "NONREF" || id == "NOTPROVIDED" || id == "N/A" || id == "-";
}

std::string contentOf(const StatementEntry& entry, const std::string& account)
{
    std::string text = account + kUnit + entry.currency + kUnit + dateText(entry.booked ? entry.booked : entry.value) + kUnit + entry.amount.text();
    if (!saysNothing(entry.id))
        return text + kUnit + "id" + kUnit + entry.id;
    text += kUnit + dateText(entry.value) + kUnit + entry.code;
    for (const std::string* part : {&entry.reference, &entry.bankReference, &entry.counterparty, &entry.counterpartyAccount, &entry.text})
        text += kUnit + *part;
    return text;
}

// Everything that makes two statements the same one.
std::string contentOf(const AccountStatement& statement, const std::string& account)
{
    std::string text = account + kUnit + statement.account.currency + kUnit + statement.id + kUnit + statement.sequence + kUnit
        + dateText(statement.from) + kUnit + dateText(statement.to);
    for (const auto& balance : statement.balances)
        text += kUnit + balance.code + balance.amount.text() + balance.currency + dateText(balance.date);
    for (const auto& entry : statement.entries)
        text += kUnit + contentOf(entry, account) + kUnit + entry.status;
    for (const auto& trade : statement.securities)
        text += kUnit + trade.id + trade.kind + trade.security.isin + trade.security.symbol + (trade.quantity ? trade.quantity->text() : "");
    for (const auto& position : statement.positions)
        text += kUnit + position.security.isin + position.security.symbol + position.security.id + position.quantity.text();
    return contentFingerprint(text);
}

const StatementBalance* balanceOf(const AccountStatement& statement, std::initializer_list<BalanceKind> kinds)
{
    for (const BalanceKind kind : kinds)
        for (const auto& balance : statement.balances)
            if (balance.kind == kind)
                return &balance;
    return nullptr;
}

std::string titleOf(const AccountStatement& statement)
{
    std::string title = "statement";
    if (!statement.id.empty())
        title += " " + statement.id;
    if (!statement.account.id.empty())
        title += " of account " + statement.account.id;
    return title;
}

std::string amountText(const ExactAmount& amount, const std::string& currency)
{
    return amount.text(minorDigits(currency)) + (currency.empty() ? "" : " " + currency);
}

void checkSum(StatementFile& file, AccountStatement& statement)
{
    SumCheck& sum = statement.sum;
    if (const auto* opening = balanceOf(statement, {BalanceKind::Opening, BalanceKind::IntermediateOpening}))
        sum.opening = *opening;
    if (const auto* closing = balanceOf(statement, {BalanceKind::Closing, BalanceKind::IntermediateClosing}))
        sum.closing = *closing;
    bool oneCurrency = true;
    const std::string currency = sum.opening ? sum.opening->currency : sum.closing ? sum.closing->currency : statement.account.currency;
    for (const auto& entry : statement.entries) {
        if (entry.status != "booked" || entry.duplicate)
            continue;
        sum.entries += entry.amount;
        ++sum.counted;
        if (!entry.currency.empty() && !currency.empty() && entry.currency != currency) {
            oneCurrency = false;
            file.problem(Severity::Error, "entry-currency", "an entry in " + entry.currency + " stands in an account that is kept in " + currency
                    + "; ask the bank for a statement in one currency", entry.place);
        }
    }
    if (sum.opening && sum.closing && sum.opening->currency != sum.closing->currency) {
        oneCurrency = false;
        file.problem(Severity::Error, "balance-currency", titleOf(statement) + " opens in " + sum.opening->currency + " and closes in "
                + sum.closing->currency + ": its sum cannot be checked; ask the bank for a correct file", sum.closing->place);
    }
    if (!oneCurrency) {
        sum.status = SumStatus::Contradictory;
        return;
    }
    if (sum.opening && sum.closing) {
        sum.computed = sum.opening->amount + sum.entries;
        sum.difference = sum.closing->amount - *sum.computed;
        sum.status = sum.difference->isZero() ? SumStatus::Exact : SumStatus::Differs;
        if (sum.status == SumStatus::Differs)
            file.problem(Severity::Error, "sum-differs", titleOf(statement) + ": opening " + amountText(sum.opening->amount, currency) + " and "
                    + std::to_string(sum.counted) + " entries of " + amountText(sum.entries, currency) + " make "
                    + amountText(*sum.computed, currency) + ", but it closes with " + amountText(sum.closing->amount, currency) + ": "
                    + amountText(*sum.difference, currency) + " are missing; get the file again", sum.closing->place);
        return;
    }
    if (sum.closing)
        sum.computed = sum.closing->amount - sum.entries;
    else if (sum.opening)
        sum.computed = sum.opening->amount + sum.entries;
    if (statement.carriesBalances && sum.opening && !sum.closing)
        file.problem(Severity::Error, "closing-missing", titleOf(statement) + " has an opening balance and no closing balance: the file is cut; get it again",
            statement.place);
}

void checkTotal(StatementFile& file, const DeclaredTotals& totals, const char* what, const std::optional<std::uint64_t>& said, std::uint64_t counted)
{
    if (said && *said != counted)
        file.problem(Severity::Error, "count-differs", std::string("the file states ") + std::to_string(*said) + " " + what + " and holds "
                + std::to_string(counted) + "; get it again", totals.place);
}

void checkTotal(StatementFile& file, const DeclaredTotals& totals, const char* what, const std::optional<ExactAmount>& said, const ExactAmount& counted)
{
    if (said && *said != counted)
        file.problem(Severity::Error, "total-differs", std::string("the file states ") + said->text(2) + " as the sum of " + what + " and its entries make "
                + counted.text(2) + ", " + (*said - counted).text(2) + " less; get it again", totals.place);
}

void checkTotals(StatementFile& file, const AccountStatement& statement)
{
    const auto& totals = statement.totals;
    std::uint64_t credits = 0;
    std::uint64_t debits = 0;
    ExactAmount creditSum;
    ExactAmount debitSum;
    for (const auto& entry : statement.entries) {
        if (entry.amount.isNegative()) {
            ++debits;
            debitSum += -entry.amount;
        } else {
            ++credits;
            creditSum += entry.amount;
        }
    }
    checkTotal(file, totals, "entries", totals.entries, credits + debits);
    checkTotal(file, totals, "credits", totals.credits, credits);
    checkTotal(file, totals, "debits", totals.debits, debits);
    checkTotal(file, totals, "the credits", totals.creditSum, creditSum);
    checkTotal(file, totals, "the debits", totals.debitSum, debitSum);
    checkTotal(file, totals, "all entries", totals.netSum, creditSum - debitSum);
}

void markDuplicates(StatementFile& file)
{
    std::set<std::string> statements;
    std::map<std::string, int> seen;
    for (auto& statement : file.statements) {
        const std::string account = accountKey(statement.account);
        statement.duplicate = (!statement.entries.empty() || !statement.balances.empty()) && !statements.insert(contentOf(statement, account)).second;
        if (statement.duplicate)
            file.problem(Severity::Warning, "statement-twice", titleOf(statement) + " stands in the file twice; it is counted once", statement.place);
        std::map<std::string, int> again; // a repeated statement starts over
        auto& counts = statement.duplicate ? again : seen;
        for (auto& entry : statement.entries) {
            const std::string content = contentOf(entry, account);
            const int before = counts[content]++;
            const bool unique = statement.idsAreUnique && !saysNothing(entry.id);
            entry.duplicate = statement.duplicate || (before > 0 && unique);
            if (before > 0 && unique && !statement.duplicate)
                file.problem(Severity::Warning, "entry-twice", "the entry with id " + entry.id + " stands in the file twice; it is counted once", entry.place);
            entry.fingerprint = contentFingerprint(unique ? content : content + kUnit + std::to_string(before));
        }
    }
}

// A statement that follows another of the same account must open where that one closed.
void checkContinuity(StatementFile& file)
{
    std::map<std::string, const AccountStatement*> last;
    for (const auto& statement : file.statements) {
        if (statement.duplicate)
            continue;
        const AccountStatement*& before = last[accountKey(statement.account) + kUnit + statement.account.currency];
        if (before != nullptr && before->sum.closing && statement.sum.opening && before->sum.closing->currency == statement.sum.opening->currency
            && before->sum.closing->amount != statement.sum.opening->amount)
            file.problem(Severity::Warning, "gap", titleOf(statement) + " opens with " + statement.sum.opening->amount.text(2) + " and the one before it closed with "
                    + before->sum.closing->amount.text(2) + ": a statement between them is missing", statement.sum.opening->place);
        before = &statement;
    }
}

} // namespace

std::string accountKey(const StatementAccountId& account)
{
    return account.iban.empty() ? account.bank + '/' + account.id : account.iban;
}

std::string contentFingerprint(std::string_view text)
{
    Hasher first;
    Hasher second;
    first.add(std::uint64_t{0x73746D74}).add(text);
    second.add(std::uint64_t{0x656E7472}).add(text).add(first.value());
    return first.hex() + second.hex();
}

void finishStatements(StatementFile& file)
{
    markDuplicates(file);
    for (auto& statement : file.statements) {
        if (statement.duplicate) {
            statement.sum.status = SumStatus::NoBalances;
            continue;
        }
        checkSum(file, statement);
        checkTotals(file, statement);
        if (statement.account.id.empty() && (!statement.entries.empty() || !statement.balances.empty()))
            file.problem(Severity::Warning, "account-missing", "the statement does not say whose it is; to import it, say the account of the book with --account", statement.place);
        if (!statement.complete)
            file.problem(Severity::Error, "cut", titleOf(statement) + " is cut off before its end; get the file again", statement.place);
    }
    checkContinuity(file);
}

std::string_view name(Severity severity)
{
    return severity == Severity::Note ? "note" : severity == Severity::Warning ? "warning" : "error";
}

std::string_view name(BalanceKind kind)
{
    switch (kind) {
    case BalanceKind::Opening: return "opening";
    case BalanceKind::Closing: return "closing";
    case BalanceKind::IntermediateOpening: return "intermediate-opening";
    case BalanceKind::IntermediateClosing: return "intermediate-closing";
    case BalanceKind::OpeningAvailable: return "opening-available";
    case BalanceKind::ClosingAvailable: return "closing-available";
    case BalanceKind::ForwardAvailable: return "forward-available";
    case BalanceKind::Interim: return "interim";
    case BalanceKind::InterimAvailable: return "interim-available";
    case BalanceKind::Expected: return "expected";
    case BalanceKind::Other: return "other";
    }
    return "other";
}

std::string_view name(SumStatus status)
{
    switch (status) {
    case SumStatus::Exact: return "exact";
    case SumStatus::Differs: return "differs";
    case SumStatus::NoBalances: return "no-balances";
    case SumStatus::Contradictory: return "contradictory";
    }
    return "no-balances";
}

void StatementFile::problem(Severity severity, std::string code, std::string detail, Place place)
{
    if (problems.size() < kListedProblems)
        problems.push_back({severity, std::move(code), std::move(detail), std::move(place)});
    else if (severity == Severity::Error && importable()) // an error must not be lost among notes
        problems.back() = {severity, std::move(code), std::move(detail), std::move(place)};
}

bool StatementFile::importable() const
{
    return std::none_of(problems.begin(), problems.end(), [](const StatementProblem& problem) { return problem.severity == Severity::Error; });
}

std::size_t StatementFile::entryCount() const
{
    std::size_t count = 0;
    for (const auto& statement : statements)
        count += statement.entries.size();
    return count;
}

} // namespace rialto::integration
