// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/statement_booking.h"

#include "integration/statements/statement_check.h"
#include "integration/text_encoding.h"

#include <algorithm>
#include <map>

namespace rialto::cli {

namespace {

using namespace integration;

std::string memoOf(const StatementEntry& entry)
{
    std::string memo;
    for (const std::string* part : {&entry.counterparty, &entry.text, &entry.reference, &entry.code})
        if (!part->empty() && memo.size() < 400)
            memo += (memo.empty() ? "" : " | ") + *part;
    for (char& c : memo)
        c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    memo.resize(std::min<std::size_t>(memo.size(), 500));
    // Fields of fixed width may end inside a character; the book holds whole ones.
    for (std::size_t bad = invalidUtf8At(memo, true); bad != std::string::npos; bad = invalidUtf8At(memo, true))
        memo.erase(bad, 1);
    return memo;
}

/// Half even to the minor unit: brokers keep fractions of cents.
std::optional<Money> moneyOf(const ExactAmount& amount, const Currency& currency, bool& rounded)
{
    if (const auto exact = amount.toMoney(currency))
        return exact;
    Int128 unit = 1;
    for (int i = currency.digits(); i < ExactAmount::kPlaces; ++i)
        unit *= 10;
    rounded = amount.raw() % unit != 0;
    const auto minor = narrow(divideRounded(amount.raw(), unit, Rounding::HalfEven));
    return minor ? std::optional<Money>(Money(*minor, currency)) : std::nullopt;
}

/// Something of the currency stands in the account and was not taken back.
bool holdsAnything(const Engine& engine, AccountId account, const Currency& currency)
{
    const AssetId asset = AssetId::of(currency);
    for (const auto& group : engine.ledger().groups()) {
        if (group.account != account || group.kind == GroupKind::Reversal || engine.ledger().contains("reversal:" + group.key))
            continue;
        if (std::any_of(group.transfers.begin(), group.transfers.end(), [&](const Transfer& transfer) { return transfer.asset == asset; }))
            return true;
    }
    return false;
}

class Planner {
public:
    Planner(const Engine& engine, const StatementFile& file, const BookingOptions& options) : m_engine(engine), m_file(file), m_options(options) {}

    Result<StatementBooking> plan()
    {
        for (const auto& problem : m_file.problems)
            if (problem.severity == Severity::Error && !m_options.acceptProblems)
                return invalid("statement.not-importable", problem.detail + " [" + problem.code + "]; nothing was imported. Where the bank itself is wrong, --accept-problems imports it nevertheless");
        m_known = importedFingerprints(m_engine.ledger());
        std::string content;
        for (const auto& statement : m_file.statements) {
            if (statement.duplicate || (statement.entries.empty() && !statement.sum.closing))
                continue;
            if (const auto done = take(statement); !done)
                return done.error();
            for (const auto& entry : statement.entries)
                content += entry.fingerprint;
            content += accountKey(statement.account) + statement.account.currency;
        }
        if (m_booking.accounts.empty())
            return invalid("statement.nothing", "the file holds no entry and no balance to import");
        // A batch that was undone may come again under a name of its own.
        const std::string base = contentFingerprint(content).substr(0, 12);
        const auto batches = importedBatches(m_engine.ledger());
        m_booking.input.batch = base;
        for (int again = 2; batches.count(m_booking.input.batch) != 0; ++again)
            m_booking.input.batch = base + "-" + std::to_string(again);
        return std::move(m_booking);
    }

private:
    Result<void> take(const AccountStatement& statement)
    {
        const auto currency = Currency::parse(statement.account.currency);
        if (!currency)
            return invalid("statement.currency-unknown", "line " + std::to_string(statement.place.line) + ": the currency \"" + statement.account.currency.substr(0, 12)
                    + "\" of the statement is not known; say it with --currency");
        auto account = accountFor(statement, *currency);
        if (!account)
            return account.error();
        auto booked = std::find_if(m_booking.accounts.begin(), m_booking.accounts.end(), [&](const BookedAccount& known) { return known.account.id == account->id && known.currency == *currency; });
        if (booked == m_booking.accounts.end()) {
            m_booking.accounts.push_back({&statement, *account, *currency, m_created, std::nullopt});
            booked = m_booking.accounts.end() - 1;
            if (const auto opened = enterOpening(statement, *booked); !opened)
                return opened.error();
        }
        booked->statement = &statement;
        for (const auto& entry : statement.entries) {
            if (entry.status != "booked" || entry.duplicate || entry.amount.isZero())
                continue;
            if (m_known.count(entry.fingerprint) != 0) {
                m_booking.known.push_back(entry.fingerprint);
                continue;
            }
            bool rounded = false;
            const auto amount = moneyOf(entry.amount, *currency, rounded);
            const auto day = entry.booked ? entry.booked : entry.value ? entry.value : statement.to;
            if (!amount || !day)
                return invalid(amount ? "statement.date-missing" : "statement.amount-range", "line " + std::to_string(entry.place.line)
                        + (amount ? ": the entry has no date" : ": the amount is larger than the book can hold") + "; nothing was imported");
            m_booking.roundedEntries += rounded ? 1 : 0;
            if (!amount->isZero())
                m_booking.input.entries.push_back({entry.fingerprint, account->id, *amount, *day, entry.value.value_or(*day), memoOf(entry)});
        }
        return {};
    }

    // The file's opening balance (or the one that its closing balance implies) is where a new account begins.
    Result<void> enterOpening(const AccountStatement& statement, BookedAccount& booked)
    {
        if (holdsAnything(m_engine, booked.account.id, booked.currency))
            return {};
        std::optional<ExactAmount> amount;
        std::optional<Date> day = statement.from;
        if (statement.sum.opening) {
            amount = statement.sum.opening->amount;
            day = statement.sum.opening->date ? statement.sum.opening->date : day;
        } else if (statement.sum.closing) {
            amount = statement.sum.computed;
        }
        for (const auto& entry : statement.entries)
            if (const auto other = entry.booked ? entry.booked : entry.value; other && (!day || *other < *day))
                day = other;
        if (!day && statement.sum.closing)
            day = statement.sum.closing->date;
        if (!amount || amount->isZero() || !day)
            return {};
        bool rounded = false;
        const auto money = moneyOf(*amount, booked.currency, rounded);
        if (!money)
            return invalid("statement.amount-range", "the opening balance is larger than the book can hold; nothing was imported");
        if (money->isZero())
            return {};
        booked.opening = *money;
        m_booking.input.entries.push_back({contentFingerprint("opening" + accountKey(statement.account) + booked.currency.code() + day->text() + amount->text()), booked.account.id,
            *money, *day, *day, "Opening balance"});
        return {};
    }

    Result<Account> accountFor(const AccountStatement& statement, const Currency& currency)
    {
        m_created = false;
        auto found = bookAccountOf(m_engine, statement.account, m_options.account);
        if (!found)
            return found.error();
        if (*found)
            return **found;
        const std::string number = statement.account.iban.empty() ? statement.account.id : statement.account.iban;
        if (number.empty())
            return invalid("statement.account-missing", "the file does not say whose account it is; say the account of the book with --account");
        for (const auto& account : m_booking.input.accounts)
            if (account.number == number)
                return m_created = true, account;
        if (!m_options.mayCreate)
            return notFound("statement.account-unknown", "the book has no account " + number);
        m_created = true;
        std::uint64_t clientId = 1;
        std::uint64_t accountId = 1;
        if (!m_engine.clients().empty())
            clientId = m_engine.clients().rbegin()->first.value + 1;
        if (!m_engine.accounts().empty())
            accountId = m_engine.accounts().rbegin()->first.value + 1;
        Account account;
        account.id = AccountId(accountId + m_booking.input.accounts.size());
        account.number = number;
        account.base = currency;
        account.opened = statement.from.value_or(Date());
        for (const auto& [id, client] : m_engine.clients())
            if (client.number == "IMPORTED")
                account.client = id;
        if (!account.client.valid()) {
            if (m_booking.input.clients.empty()) {
                Client client;
                client.id = ClientId(clientId);
                client.number = "IMPORTED";
                client.name = "Imported accounts";
                client.nameZh = "导入的账户";
                client.since = account.opened;
                m_booking.input.clients.push_back(client);
            }
            account.client = m_booking.input.clients.front().id;
        }
        m_booking.input.accounts.push_back(account);
        return account;
    }

    const Engine& m_engine;
    const StatementFile& m_file;
    const BookingOptions& m_options;
    StatementBooking m_booking;
    std::map<std::string, const TransferGroup*> m_known;
    bool m_created = false;
};

} // namespace

Result<std::optional<Account>> bookAccountOf(const Engine& engine, const integration::StatementAccountId& id, const std::string& told)
{
    for (const auto& [key, account] : engine.accounts()) {
        if (!told.empty() ? account.number == told || std::to_string(key.value) == told
                          : !account.number.empty() && (account.number == id.iban || account.number == id.id))
            return std::optional<Account>(account);
    }
    if (!told.empty()) {
        std::string list;
        for (const auto& [key, account] : engine.accounts())
            if (list.size() < 200)
                list += (list.empty() ? "" : ", ") + account.number;
        return notFound("statement.account-unknown", "the book has no account " + told + "; it has: " + list + ". Without --account the file's own account is opened");
    }
    return std::optional<Account>();
}

Result<StatementBooking> planBooking(const Engine& engine, const integration::StatementFile& file, const BookingOptions& options)
{
    return Planner(engine, file, options).plan();
}

} // namespace rialto::cli
