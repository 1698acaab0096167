// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/book.h"

#include "storage/book_protection.h"
#include "storage/migrations.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QLockFile>

namespace rialto::storage {

Book::Book(std::string directory, Access access) : m_directory(std::move(directory)), m_access(access) {}
Book::~Book() = default;

Result<std::unique_ptr<Book>> Book::open(const std::string& directory, Access access, std::optional<security::SecretKey> key)
{
    const QString path = QString::fromStdString(directory);
    const QFileInfo info(path);
    if (info.exists() && !info.isDir())
        return invalid("storage.not-a-directory", directory + " is a file; a book is a directory");
    std::unique_ptr<Book> book(new Book(QDir(path).absolutePath().toStdString(), access));
    if (key)
        book->m_sealed = std::make_unique<SealedFolder>(directory, *key);
    else if (isSealedFile(book->m_directory + "/book.db"))
        return refused("security.login-needed", directory);
    if (access == Access::Read) {
        if (!QFileInfo::exists(path + QStringLiteral("/book.db")))
            return notFound("storage.no-book", directory + " holds no book (no book.db)");
        auto facts = book->connectFacts();
        if (!facts)
            return facts.error();
        if (auto same = checkSchema(**facts, builtInMigrations("book")); !same)
            return same.error();
        return book;
    }
    if (!info.exists() && !QDir().mkpath(path))
        return unavailable("storage.read-only", "the directory " + directory + " cannot be made; check the permissions of the folder it is in");
    if (auto locked = book->lock(); !locked)
        return locked.error();
    // What a protection left half done is finished, or taken away, before anything else.
    if (auto settled = key ? finishSealing(book->m_directory) : dropSealing(book->m_directory); !settled)
        return settled.error();
    if (key)
        if (auto sound = verifySealedFile(book->m_directory + "/book.db", *key); !sound)
            return sound.error();
    if (auto ready = book->prepare(); !ready)
        return ready.error();
    return book;
}

Result<void> Book::lock()
{
    auto lock = std::make_unique<QLockFile>(QString::fromStdString(m_directory + "/book.lock"));
    lock->setStaleLockTime(0); // never by age: a workstation stays open for weeks
    if (!lock->tryLock(0)) {
        // Removal succeeds only when no living process holds the system's lock on it, so a crash never locks a book for ever,
        // even where process numbers repeat (containers).
        if (lock->error() == QLockFile::LockFailedError && lock->removeStaleLockFile())
            lock->tryLock(0);
    }
    if (lock->isLocked()) {
        m_lock = std::move(lock);
        return {};
    }
    if (lock->error() == QLockFile::LockFailedError) {
        qint64 pid = 0;
        QString host;
        QString application;
        lock->getLockInfo(&pid, &host, &application);
        return unavailable("storage.locked", "the book " + m_directory + " is open in another program (" + application.toStdString() + ", process "
                + std::to_string(pid) + " on " + host.toStdString() + "); close it there first");
    }
    return unavailable("storage.read-only", "the book " + m_directory + " cannot be locked for writing; check the permissions of the folder");
}

Result<void> Book::prepare()
{
    auto facts = connectFacts();
    if (!facts)
        return facts.error();
    if (auto sound = (*facts)->quickCheck(); !sound)
        return sound.error();
    if (auto done = applyMigrations(**facts, builtInMigrations("book")); !done)
        return done.error();
    auto market = connectMarket();
    if (!market)
        return market.error();
    if (auto done = applyMigrations(**market, builtInMigrations("market")); !done)
        return done.error();
    return {};
}

Result<std::unique_ptr<Connection>> Book::connectFacts() const
{
    return Connection::open({.path = m_directory + "/book.db", .durability = Durability::Full, .readOnly = readOnly(), .sealed = m_sealed != nullptr});
}

Result<std::unique_ptr<Connection>> Book::connectMarket() const
{
    return Connection::open({.path = m_directory + "/market.db", .durability = Durability::Normal, .readOnly = readOnly(), .sealed = m_sealed != nullptr});
}

} // namespace rialto::storage
