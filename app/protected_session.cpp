// SPDX-License-Identifier: GPL-3.0-or-later
#include "protected_session.h"

#include "process_privacy.h"

#include "security/password_policy.h"
#include "security/sealed_stream.h"
#include "storage/book_protection.h"
#include "storage/sqlite_journal.h"
#include "storage/sqlite_security_store.h"

#include <QDateTime>
#include <QElapsedTimer>

namespace rialto::app {

namespace {

security::PasswordCost costHere()
{
    return security::calibrate([](const security::PasswordCost& cost) -> std::int64_t {
        QElapsedTimer timer;
        timer.start();
        const auto derived = security::deriveForNobody("how long does it take here", cost);
        return derived ? timer.elapsed() : std::int64_t{60'000}; // no memory for more: that is enough
    });
}

} // namespace

Timestamp wallTime() { return Timestamp::fromMillis(QDateTime::currentMSecsSinceEpoch()); }

bool isProtectedBook(const std::string& directory) { return storage::KeyRingFile(directory).exists() || storage::isSealedFile(directory + "/book.db"); }

Result<std::unique_ptr<ProtectedSession>> ProtectedSession::atTheDoor(const std::string& directory, const BookOptions& options)
{
    if (!options.credentials)
        return refused("security.login-needed", directory);
    keepMemoryPrivate();
    auto credentials = options.credentials();
    if (!credentials)
        return credentials.error();
    const storage::KeyRingFile ring(directory);
    if (!ring.exists())
        return corrupt("security.key-ring-missing", ring.path());
    auto key = openKey(ring, *credentials, wallTime());
    security::wipe(credentials->password);
    if (!key)
        return key.error();
    return std::unique_ptr<ProtectedSession>(new ProtectedSession(directory, std::move(*key), std::move(*credentials)));
}

Result<std::unique_ptr<security::SecurityStore>> ProtectedSession::openStore() const
{
    auto connection = m_book->connectFacts();
    if (!connection)
        return connection.error();
    return std::unique_ptr<security::SecurityStore>(std::make_unique<storage::SqliteSecurityStore>(std::move(*connection)));
}

Result<void> ProtectedSession::enter(const storage::Book& book, AppServices& services, const std::string& program)
{
    m_book = &book;
    const auto store = openStore();
    if (!store)
        return store.error();
    auto admitted = admit(m_ring, **store, m_credentials, wallTime());
    if (!admitted)
        return admitted.error();
    m_user = admitted->user.name;
    m_note = admitted->note;
    const auto session = (*store)->beginSession({0, m_user, program, wallTime(), std::nullopt});
    if (!session)
        return session.error();
    m_session = *session;
    services.setPrincipal(admitted->user.principal());
    m_desk = std::make_unique<SecurityDesk>(SecurityDesk::Parts{&services, [this] { return openStore(); }, &m_ring, m_key, storage::systemRandom, wallTime, costHere});
    return {};
}

AuditNote ProtectedSession::beginning() const { return {"session.begun", "session " + std::to_string(m_session), m_note}; }

ProtectedSession::~ProtectedSession()
{
    if (m_session == 0)
        return;
    if (const auto store = openStore(); store)
        (void)(*store)->endSession(m_session, wallTime()); // a session without an end says that the program died
}

Timestamp ProtectedSession::lockedAt() const
{
    const auto ring = m_ring.read();
    return ring ? ring->lockedAt() : Timestamp();
}

void ProtectedSession::lock(AppServices& services)
{
    services.note({"session.locked", "session " + std::to_string(m_session), ""});
    security::Principal nobody;
    nobody.user = m_user;
    nobody.role = security::Role::ReadOnly;
    nobody.permissions = {};
    nobody.everyClient = false;
    nobody.implicit = false;
    services.setPrincipal(nobody);
}

Result<void> ProtectedSession::unlock(AppServices& services, const Credentials& credentials)
{
    const auto key = openKey(m_ring, credentials, wallTime());
    if (!key)
        return key.error();
    const auto store = openStore();
    if (!store)
        return store.error();
    auto admitted = admit(m_ring, **store, credentials, wallTime());
    if (!admitted)
        return admitted.error();
    m_user = admitted->user.name;
    services.setPrincipal(admitted->user.principal());
    services.note({"session.unlocked", "session " + std::to_string(m_session), admitted->note});
    return {};
}

Result<void> protectBook(const std::string& directory, const SecurityDesk::NewUser& admin, const std::string& password)
{
    const storage::KeyRingFile file(directory);
    if (file.exists())
        return conflict("security.protected-already", directory);
    if (auto good = security::checkUserName(admin.name); !good)
        return good;
    if (auto good = security::checkNewPassword(password, false, {admin.name, admin.display}); !good)
        return good;
    keepMemoryPrivate();
    const auto key = security::SecretKey::random(storage::systemRandom);
    if (!key)
        return key.error();
    auto ring = security::KeyRing::make(storage::systemRandom);
    if (auto set = ring.set(admin.name, password, *key, costHere(), storage::systemRandom); !set)
        return set;
    auto book = storage::Book::open(directory); // the lock, until the last step
    if (!book)
        return book.error();
    {
        auto connection = (*book)->connectFacts();
        if (!connection)
            return connection.error();
        storage::SqliteSecurityStore store(std::move(*connection));
        security::User user;
        user.name = admin.name;
        user.display = admin.display;
        user.role = security::Role::Admin;
        user.created = user.passwordSet = wallTime();
        user.createdBy = "local";
        if (auto put = store.putUser(user); !put)
            return put;
    }
    const std::string place = (*book)->directory();
    if (auto copied = storage::makeSealedCopies(place, *key); !copied)
        return copied;
    if (auto written = file.write(ring); !written)
        return written;
    if (auto finished = storage::finishSealing(place); !finished)
        return finished;
    book->reset();
    // The first line of the protected book's log; its key is sealed from here on.
    auto sealed = storage::Book::open(place, storage::Book::Access::Write, *key);
    if (!sealed)
        return sealed.error();
    auto facts = (*sealed)->connectFacts();
    if (!facts)
        return facts.error();
    auto journal = storage::SqliteJournal::open(std::move(*facts), {place + "/audit.key", *key});
    if (!journal)
        return journal.error();
    (*journal)->setActor(admin.name);
    return (*journal)->note({"book.protected", "user " + admin.name, "admin"});
}

} // namespace rialto::app
