// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"

#include "storage/sealed_vfs.h"
#include "storage/storage_error.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QUuid>
#include <QtCore/QVariant>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

namespace rialto::storage {

struct Statement::Entry {
    QSqlQuery query;
    bool lent = false;
};

namespace {

QString toQString(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

} // namespace

Statement::Statement(Statement&& other) noexcept
    : m_connection(other.m_connection), m_entry(other.m_entry), m_bound(other.m_bound), m_executed(other.m_executed)
{
    other.m_entry = nullptr;
}

Statement::~Statement()
{
    if (m_entry == nullptr)
        return;
    m_entry->query.finish();
    m_entry->lent = false;
}

Statement& Statement::bind(std::int64_t value)
{
    m_entry->query.bindValue(m_bound++, QVariant(qlonglong{value}));
    return *this;
}

Statement& Statement::bind(std::uint64_t value)
{
    return bind(static_cast<std::int64_t>(value));
}

Statement& Statement::bind(std::string_view text)
{
    const QString value = toQString(text);
    // A null QString would be stored as NULL; an empty text is a text.
    m_entry->query.bindValue(m_bound++, value.isNull() ? QVariant(QStringLiteral("")) : QVariant(value));
    return *this;
}

Statement& Statement::bindBytes(std::span<const std::uint8_t> bytes)
{
    const QByteArray copy(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    m_entry->query.bindValue(m_bound++, QVariant(copy));
    return *this;
}

Statement& Statement::bindNull()
{
    m_entry->query.bindValue(m_bound++, QVariant());
    return *this;
}

Result<void> Statement::execute()
{
    m_connection->checkThread();
    m_bound = 0;
    if (!m_entry->query.exec())
        return toError(m_entry->query.lastError(), m_connection->m_path);
    return {};
}

Result<std::int64_t> Statement::run()
{
    m_executed = false;
    if (auto done = execute(); !done)
        return done.error();
    return std::int64_t{m_entry->query.numRowsAffected()};
}

Result<bool> Statement::step()
{
    if (!m_executed) {
        if (auto done = execute(); !done)
            return done.error();
        m_executed = true;
    }
    if (m_entry->query.next())
        return true;
    m_executed = false;
    if (m_entry->query.lastError().isValid())
        return toError(m_entry->query.lastError(), m_connection->m_path);
    return false;
}

std::int64_t Statement::lastInsertId() const { return m_entry->query.lastInsertId().toLongLong(); }
std::int64_t Statement::integer(int column) const { return m_entry->query.value(column).toLongLong(); }
bool Statement::isNull(int column) const { return m_entry->query.isNull(column); }

std::string Statement::text(int column) const
{
    const QByteArray utf8 = m_entry->query.value(column).toString().toUtf8();
    return {utf8.constData(), static_cast<std::size_t>(utf8.size())};
}

std::string Statement::bytes(int column) const
{
    const QByteArray raw = m_entry->query.value(column).toByteArray();
    return {raw.constData(), static_cast<std::size_t>(raw.size())};
}

Result<std::unique_ptr<Connection>> Connection::open(const Options& options)
{
    std::unique_ptr<Connection> connection(new Connection);
    connection->m_path = options.path;
    connection->m_thread = std::this_thread::get_id();
    const QString name = QStringLiteral("rialto-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    connection->m_name = name.toStdString();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        if (!database.isValid())
            return unavailable("storage.driver-missing", "the Qt driver QSQLITE is not installed (package libqt6sql6-sqlite)");
        QString file = toQString(options.path);
        if (options.sealed) {
            const auto vfs = sealedVfs();
            if (!vfs)
                return vfs.error();
            file = toQString(sealedUri(options.path));
        }
        database.setDatabaseName(file);
        QString how = QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(options.busyTimeoutMillis);
        if (options.readOnly)
            how += QStringLiteral(";QSQLITE_OPEN_READONLY");
        database.setConnectOptions(how);
        if (!database.open())
            return toError(database.lastError(), options.path);
    }
    std::vector<std::string_view> settings{"PRAGMA foreign_keys=ON", "PRAGMA temp_store=MEMORY"};
    if (!options.readOnly) {
        settings.insert(settings.begin(), "PRAGMA journal_mode=WAL");
        settings.push_back(options.durability == Durability::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
    }
    for (const auto setting : settings)
        if (auto done = connection->execute(setting); !done)
            return done.error();
    return connection;
}

Connection::~Connection()
{
    m_statements.clear();
    QSqlDatabase::database(QString::fromStdString(m_name), false).close();
    QSqlDatabase::removeDatabase(QString::fromStdString(m_name));
}

void Connection::checkThread() const
{
    RIALTO_CHECK(std::this_thread::get_id() == m_thread, "a database connection belongs to the thread that opened it");
}

Result<Statement> Connection::statement(const char* sql)
{
    checkThread();
    auto found = m_statements.find(std::string_view(sql));
    if (found == m_statements.end()) {
        auto entry = std::make_unique<Statement::Entry>();
        entry->query = QSqlQuery(QSqlDatabase::database(QString::fromStdString(m_name), false));
        entry->query.setForwardOnly(true);
        if (!entry->query.prepare(QString::fromUtf8(sql)))
            return toError(entry->query.lastError(), m_path);
        found = m_statements.emplace(sql, std::move(entry)).first;
    }
    const auto& slot = found->second;
    RIALTO_CHECK(!slot->lent, "a prepared statement is used twice at the same time");
    slot->lent = true;
    return Statement(*this, *slot);
}

Result<void> Connection::execute(std::string_view sql)
{
    checkThread();
    QSqlQuery query(QSqlDatabase::database(QString::fromStdString(m_name), false));
    if (!query.exec(toQString(sql)))
        return toError(query.lastError(), m_path);
    return {};
}

Result<void> Connection::quickCheck()
{
    auto check = statement("PRAGMA quick_check(1)");
    if (!check)
        return check.error();
    const auto row = check->step();
    if (!row)
        return row.error();
    if (*row && check->text(0) == "ok")
        return {};
    return corrupt("storage.corrupt", m_path + ": " + (*row ? check->text(0) : std::string("the check gave no answer")));
}

Result<Transaction> Transaction::begin(Connection& connection)
{
    RIALTO_CHECK(!connection.m_inTransaction, "transactions do not nest");
    auto start = connection.statement("BEGIN IMMEDIATE");
    if (!start)
        return start.error();
    if (auto done = start->run(); !done)
        return done.error();
    connection.m_inTransaction = true;
    return Transaction(connection);
}

Transaction::Transaction(Transaction&& other) noexcept : m_connection(other.m_connection) { other.m_connection = nullptr; }

Transaction::~Transaction()
{
    if (m_connection != nullptr)
        rollback();
}

Result<void> Transaction::commit()
{
    RIALTO_CHECK(m_connection != nullptr, "a transaction is committed once");
    {
        auto end = m_connection->statement("COMMIT");
        auto done = end ? end->run() : Result<std::int64_t>(end.error());
        if (!done) {
            rollback();
            return done.error();
        }
    }
    m_connection->m_inTransaction = false;
    m_connection = nullptr;
    return {};
}

void Transaction::rollback()
{
    // SQLite rolls back by itself after some errors (a full disk); then there is nothing left to undo.
    (void)m_connection->execute("ROLLBACK");
    m_connection->m_inTransaction = false;
    m_connection = nullptr;
}

} // namespace rialto::storage
