// SPDX-License-Identifier: GPL-3.0-or-later
// Durable transfers a second, at 1, 100 and 8,190 a transaction: the journal of a book (a group of one transfer each, with its
// checksum and its unique key; without and with the audit log), beside plain SQLite with one row a transfer (WAL, synchronous
// FULL, prepared) and beside the bare disk (one page written and fdatasync), each in this run and in the same folder.
//   storage_speed [folder .] [seconds each 3]
#include "storage/book.h"
#include "storage/connection.h"
#include "storage/sqlite_journal.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#ifdef __unix__
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace rialto;

namespace {

template <class T>
T orDie(Result<T>&& result)
{
    if (!result) {
        std::fprintf(stderr, "storage_speed: %s: %s\n", result.error().code.c_str(), result.error().detail.c_str());
        std::exit(1);
    }
    return std::move(*result);
}

void orDie(Result<void>&& result)
{
    if (!result) {
        std::fprintf(stderr, "storage_speed: %s: %s\n", result.error().code.c_str(), result.error().detail.c_str());
        std::exit(1);
    }
}

Fact transferNumbered(std::uint64_t number)
{
    TransferGroup group;
    group.key = "bench:" + std::to_string(number);
    group.kind = GroupKind::Deposit;
    group.account = AccountId(1 + number % 97);
    group.time = group.knownAt = Timestamp(static_cast<std::int64_t>(number));
    group.tradeDate = group.settleDate = Date::of(2026, 11, 24);
    group.transfers = {{{group.account, Bucket::External}, {group.account, Bucket::Own}, AssetId::of(Currency::literal("USD")), 100}};
    return group;
}

/// How many a second, where each call commits `batch` of them.
double perSecond(double seconds, int batch, const std::function<void(int)>& commit)
{
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    std::uint64_t done = 0;
    double passed = 0;
    do {
        commit(batch);
        done += static_cast<std::uint64_t>(batch);
        passed = std::chrono::duration<double>(Clock::now() - start).count();
    } while (passed < seconds);
    return static_cast<double>(done) / passed;
}

double flushesPerSecond(const std::string& folder, double seconds)
{
#ifdef __linux__
    const std::string path = folder + "/raw";
    const int file = ::open(path.c_str(), O_CREAT | O_WRONLY, 0600);
    const std::vector<char> page(4096, 'x');
    const double flushes = perSecond(seconds, 1, [&](int) {
        if (file < 0 || write(file, page.data(), page.size()) != 4096 || fdatasync(file) != 0) {
            std::perror("storage_speed");
            std::exit(1);
        }
    });
    close(file);
    return flushes;
#else
    static_cast<void>(folder);
    static_cast<void>(seconds);
    return 0;
#endif
}

class PlainTable {
public:
    explicit PlainTable(const std::string& path) : m_connection(orDie(storage::Connection::open({.path = path})))
    {
        orDie(m_connection->execute("CREATE TABLE transfer (id INTEGER PRIMARY KEY, debit INTEGER NOT NULL, credit INTEGER NOT NULL, "
                                    "asset INTEGER NOT NULL, amount INTEGER NOT NULL, time INTEGER NOT NULL)"));
    }
    void commit(int batch)
    {
        auto transaction = orDie(storage::Transaction::begin(*m_connection));
        for (int i = 0; i < batch; ++i) {
            auto insert = orDie(m_connection->statement("INSERT INTO transfer VALUES (?,?,?,?,?,?)"));
            ++m_number;
            insert.bind(m_number).bind(1).bind(2).bind(840).bind(100).bind(m_number);
            static_cast<void>(orDie(insert.run()));
        }
        orDie(transaction.commit());
    }

private:
    std::unique_ptr<storage::Connection> m_connection;
    std::int64_t m_number = 0;
};

class JournalBook {
public:
    JournalBook(const std::string& folder, bool audited) : m_book(orDie(storage::Book::open(folder)))
    {
        m_journal = orDie(storage::SqliteJournal::open(orDie(m_book->connectFacts()),
            audited ? storage::AuditKeyFile{folder + "/audit.key"} : storage::AuditKeyFile{}));
    }
    void commit(int batch)
    {
        std::vector<Fact> facts;
        facts.reserve(static_cast<std::size_t>(batch));
        for (int i = 0; i < batch; ++i)
            facts.push_back(transferNumbered(++m_number));
        orDie(m_journal->append(facts));
    }

private:
    std::unique_ptr<storage::Book> m_book;
    std::unique_ptr<storage::SqliteJournal> m_journal;
    std::uint64_t m_number = 0;
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QTemporaryDir folder((argc > 1 ? std::string(argv[1]) : std::string(".")).append("/storage_speed_XXXXXX").c_str());
    const double seconds = argc > 2 ? std::atof(argv[2]) : 3;
    const std::string path = folder.path().toStdString();
    const double disk = flushesPerSecond(path, seconds);
    std::printf("one page and fdatasync    %9.0f a second\n", disk);
    PlainTable plain(path + "/plain.db");
    JournalBook journal(path + "/book", false);
    JournalBook audited(path + "/audited", true);
    for (const int batch : {1, 100, 8190}) {
        const double base = perSecond(seconds, batch, [&](int n) { plain.commit(n); });
        const double facts = perSecond(seconds, batch, [&](int n) { journal.commit(n); });
        const double told = perSecond(seconds, batch, [&](int n) { audited.commit(n); });
        std::printf("batch %5d: plain SQLite %9.0f, journal %9.0f (%.2f of it), with the audit log %9.0f (%.2f of it) transfers a second\n",
            batch, base, facts, facts / base, told, told / base);
        if (batch == 1 && disk > 0)
            std::printf("one commit takes %.2f (plain), %.2f (journal), %.2f (audited) times the bare flush\n", disk / base, disk / facts, disk / told);
    }
    return 0;
}
