// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite_journal.h"

#include "storage/fact_cells.h"

#include <QtCore/QByteArrayView>

#include <array>
#include <utility>

namespace rialto::storage {

namespace {

// By FactKind. Column order is that of the tables.
constexpr std::array<const char*, kFactKinds> kInsert{
    "INSERT INTO instrument VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    "INSERT INTO client VALUES (?,?,?,?,?,?,?)",
    "INSERT INTO account VALUES (?,?,?,?,?,?)",
    "INSERT INTO customer_order VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    "INSERT INTO execution VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    "INSERT INTO transfer_group VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
    "INSERT INTO client_record VALUES (?,?,?,?,?,?,?)",
    "INSERT INTO desk_record VALUES (?,?,?,?,?,?,?)",
};
constexpr std::array<const char*, kFactKinds> kSelect{
    "SELECT * FROM instrument ORDER BY seq",
    "SELECT * FROM client ORDER BY seq",
    "SELECT * FROM account ORDER BY seq",
    "SELECT * FROM customer_order ORDER BY seq",
    "SELECT * FROM execution ORDER BY seq",
    "SELECT * FROM transfer_group ORDER BY seq",
    "SELECT * FROM client_record ORDER BY seq",
    "SELECT * FROM desk_record ORDER BY seq",
};
constexpr const char* kInsertTransfer = "INSERT INTO transfer VALUES (?,?,?,?,?,?,?,?)";
constexpr const char* kInsertReservation = "INSERT INTO reservation_change VALUES (?,?,?,?,?,?)";
constexpr const char* kSelectTransfers = "SELECT * FROM transfer ORDER BY seq, position";
constexpr const char* kSelectReservations = "SELECT * FROM reservation_change ORDER BY seq, position";

bool validText(const Cells& cells)
{
    for (const Cell& cell : cells)
        if (const auto* text = std::get_if<std::string>(&cell))
            if (!QByteArrayView(text->data(), static_cast<qsizetype>(text->size())).isValidUtf8())
                return false;
    return true;
}

void bindCells(Statement& statement, const Cells& cells)
{
    for (const Cell& cell : cells) {
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            statement.bind(*number);
        else if (const auto* text = std::get_if<std::string>(&cell))
            statement.bind(*text);
        else
            statement.bindNull();
    }
}

Cells readCells(const Statement& statement, int firstColumn, std::string_view types)
{
    Cells cells;
    cells.reserve(types.size());
    for (std::size_t i = 0; i < types.size(); ++i) {
        const int column = firstColumn + static_cast<int>(i);
        const char type = types[i];
        if (type == 'A' && statement.isNull(column))
            continue;
        if ((type == 'I' || type == 'T') && statement.isNull(column))
            cells.emplace_back(Null{});
        else if (type == 'i' || type == 'I')
            cells.emplace_back(statement.integer(column));
        else
            cells.emplace_back(statement.text(column));
    }
    return cells;
}

/// A table read from front to back, in step with the others.
class Cursor {
public:
    static Result<Cursor> open(Connection& connection, const char* sql)
    {
        auto statement = connection.statement(sql);
        if (!statement)
            return statement.error();
        Cursor cursor(std::move(*statement));
        if (auto first = cursor.advance(); !first)
            return first.error();
        return cursor;
    }
    /// Is the current row that of the fact?
    bool at(std::int64_t seq) const { return m_hasRow && m_statement.integer(0) == seq; }
    bool hasRow() const { return m_hasRow; }
    const Statement& row() const { return m_statement; }
    Result<void> advance()
    {
        const auto row = m_statement.step();
        if (!row)
            return row.error();
        m_hasRow = *row;
        return {};
    }

private:
    explicit Cursor(Statement statement) : m_statement(std::move(statement)) {}
    Statement m_statement;
    bool m_hasRow = false;
};

Error damaged(const Connection& connection, std::int64_t seq)
{
    return corrupt("storage.corrupt", connection.path() + ": fact " + std::to_string(seq) + " is damaged; restore the newest backup of the book");
}

class Loader {
public:
    explicit Loader(Connection& connection) : m_connection(connection) {}

    Result<void> run(const std::function<Result<void>(Fact&&)>& visit)
    {
        for (const char* sql : kSelect)
            if (auto opened = openCursor(sql); !opened)
                return opened;
        for (const char* sql : {kSelectTransfers, kSelectReservations})
            if (auto opened = openCursor(sql); !opened)
                return opened;
        auto facts = Cursor::open(m_connection, "SELECT seq, kind, checksum FROM fact ORDER BY seq");
        if (!facts)
            return facts.error();
        for (; facts->hasRow();) {
            const std::int64_t seq = facts->row().integer(0);
            const std::int64_t kind = facts->row().integer(1);
            if (kind < 0 || kind >= kFactKinds)
                return damaged(m_connection, seq);
            auto fact = read(seq, static_cast<FactKind>(kind), facts->row().unsignedInteger(2));
            if (!fact)
                return fact.error();
            if (auto taken = visit(std::move(*fact)); !taken)
                return taken;
            if (auto next = facts->advance(); !next)
                return next;
        }
        for (const auto& cursor : m_cursors)
            if (cursor.hasRow()) // a row that belongs to no fact
                return damaged(m_connection, cursor.row().integer(0));
        return {};
    }

private:
    Result<void> openCursor(const char* sql)
    {
        auto cursor = Cursor::open(m_connection, sql);
        if (!cursor)
            return cursor.error();
        m_cursors.push_back(std::move(*cursor));
        return {};
    }

    Result<Fact> read(std::int64_t seq, FactKind kind, std::uint64_t checksum)
    {
        Cursor& cursor = m_cursors[static_cast<std::size_t>(kind)];
        if (!cursor.at(seq))
            return damaged(m_connection, seq);
        Hasher hasher;
        const Cells cells = readCells(cursor.row(), 1, cellTypes(kind));
        addTo(hasher, cells);
        if (auto next = cursor.advance(); !next)
            return next.error();
        auto fact = factFrom(kind, cells);
        if (fact && kind == FactKind::Group)
            if (auto done = readLegs(seq, std::get<TransferGroup>(*fact), hasher); !done)
                return done.error();
        if (!fact || hasher.value() != checksum)
            return damaged(m_connection, seq);
        return fact;
    }

    Result<void> readLegs(std::int64_t seq, TransferGroup& group, Hasher& hasher)
    {
        for (Cursor& cursor = m_cursors[kFactKinds]; cursor.at(seq);) {
            const Cells cells = readCells(cursor.row(), 2, kTransferCells);
            addTo(hasher, cells);
            const auto transfer = transferFrom(cells);
            if (!transfer)
                return damaged(m_connection, seq);
            group.transfers.push_back(*transfer);
            if (auto next = cursor.advance(); !next)
                return next;
        }
        for (Cursor& cursor = m_cursors[kFactKinds + 1]; cursor.at(seq);) {
            const Cells cells = readCells(cursor.row(), 2, kReservationCells);
            addTo(hasher, cells);
            const auto change = reservationFrom(cells);
            if (!change)
                return damaged(m_connection, seq);
            group.reservations.push_back(*change);
            if (auto next = cursor.advance(); !next)
                return next;
        }
        return {};
    }

    Connection& m_connection;
    std::vector<Cursor> m_cursors;
};

} // namespace

SqliteJournal::SqliteJournal(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}

SqliteJournal::~SqliteJournal()
{
    if (m_audit)
        static_cast<void>(m_audit->sign()); // what could not be signed now is signed after the next start
}

Result<std::unique_ptr<SqliteJournal>> SqliteJournal::open(std::unique_ptr<Connection> connection, const AuditKeyFile& auditKeyFile)
{
    std::unique_ptr<SqliteJournal> journal(new SqliteJournal(std::move(connection)));
    auto last = journal->m_connection->statement("SELECT coalesce(max(seq), 0) FROM fact");
    if (!last)
        return last.error();
    const auto row = last->step();
    if (!row)
        return row.error();
    journal->m_lastSeq = last->integer(0);
    if (!auditKeyFile.path.empty()) {
        auto audit = AuditTrail::open(*journal->m_connection, auditKeyFile);
        if (!audit)
            return audit.error();
        journal->m_audit = std::move(*audit);
    }
    return journal;
}

Result<void> SqliteJournal::append(const std::vector<Fact>& facts)
{
    if (facts.empty())
        return {};
    auto done = appendAll(facts);
    if (m_audit)
        done ? m_audit->accepted() : m_audit->rolledBack();
    if (done)
        m_lastSeq += static_cast<std::int64_t>(facts.size());
    return done;
}

Result<void> SqliteJournal::appendAll(const std::vector<Fact>& facts)
{
    auto transaction = Transaction::begin(*m_connection);
    if (!transaction)
        return transaction.error();
    std::int64_t seq = m_lastSeq;
    for (const Fact& fact : facts) {
        if (auto done = insert(++seq, fact); !done)
            return done.error().code == "storage.conflict" ? conflict("journal.duplicate", uniqueKey(fact)) : done.error();
        if (m_audit)
            if (auto told = m_audit->add(fact, seq, m_actor); !told)
                return told;
    }
    if (m_audit)
        if (auto sealed = m_audit->seal(); !sealed)
            return sealed;
    return transaction->commit();
}

Result<void> SqliteJournal::insert(std::int64_t seq, const Fact& fact)
{
    const auto runWith = [this](const char* sql, std::int64_t number, std::optional<std::int64_t> position, const Cells& cells) -> Result<void> {
        if (!validText(cells))
            return invalid("storage.text-not-utf8", "a text of the fact is not valid UTF-8");
        auto statement = m_connection->statement(sql);
        if (!statement)
            return statement.error();
        statement->bind(number);
        if (position)
            statement->bind(*position);
        bindCells(*statement, cells);
        const auto done = statement->run();
        return done ? Result<void>() : Result<void>(done.error());
    };

    Hasher hasher;
    const Cells cells = cellsOf(fact);
    addTo(hasher, cells);
    const auto* group = std::get_if<TransferGroup>(&fact);
    if (group != nullptr) {
        for (const auto& transfer : group->transfers)
            addTo(hasher, cellsOf(transfer));
        for (const auto& change : group->reservations)
            addTo(hasher, cellsOf(change));
    }
    const Cells head{static_cast<std::int64_t>(fact.index()), static_cast<std::int64_t>(hasher.value())};
    if (auto done = runWith("INSERT INTO fact VALUES (?,?,?)", seq, std::nullopt, head); !done)
        return done;
    Cells row = cells;
    row.resize(cellTypes(static_cast<FactKind>(fact.index())).size(), Null{});
    if (auto done = runWith(kInsert[fact.index()], seq, std::nullopt, row); !done)
        return done;
    if (group == nullptr)
        return {};
    std::int64_t position = 0;
    for (const auto& transfer : group->transfers)
        if (auto done = runWith(kInsertTransfer, seq, position++, cellsOf(transfer)); !done)
            return done;
    position = 0;
    for (const auto& change : group->reservations)
        if (auto done = runWith(kInsertReservation, seq, position++, cellsOf(change)); !done)
            return done;
    return {};
}

Result<void> SqliteJournal::load(const std::function<Result<void>(Fact&&)>& visit) { return Loader(*m_connection).run(visit); }

Result<void> SqliteJournal::note(const AuditNote& note) { return m_audit ? m_audit->note(note, m_actor) : Result<void>(); }

Result<std::optional<std::string>> SqliteJournal::setting(const std::string& key)
{
    auto query = m_connection->statement("SELECT value FROM setting WHERE key = ?");
    if (!query)
        return query.error();
    query->bind(key);
    const auto row = query->step();
    if (!row)
        return row.error();
    return *row ? std::optional(query->text(0)) : std::optional<std::string>();
}

Result<void> SqliteJournal::setSetting(const std::string& key, const std::string& value)
{
    auto upsert = m_connection->statement("INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    if (!upsert)
        return upsert.error();
    upsert->bind(key).bind(value);
    const auto done = upsert->run();
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace rialto::storage
