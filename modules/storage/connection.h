// SPDX-License-Identifier: GPL-3.0-or-later
// Connection: one open SQLite file, for the thread that opened it and no other. SQL text is always a constant of ours with
// bound parameters; statements are prepared once and kept. Only modules/storage uses it, and hands it to its own stores.
//
//   auto insert = connection.statement("INSERT INTO t VALUES (?, ?)");
//   if (!insert) return insert.error();
//   insert->bind(7).bind("text");
//   if (auto done = insert->run(); !done) return done.error();
//
// Errors: those of storage_error.h.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

class QSqlQuery;

namespace rialto::storage {

class Connection;

/// A prepared statement, lent out by its Connection until this handle dies. One loan of the same text at a time.
class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    /// Parameters are bound from left to right; run() and the first step() start over at the first.
    Statement& bind(std::int64_t value);
    Statement& bind(int value) { return bind(std::int64_t{value}); }
    Statement& bind(std::uint64_t value);
    Statement& bind(std::string_view text);
    Statement& bind(const char* text) { return bind(std::string_view(text)); }
    Statement& bind(const std::string& text) { return bind(std::string_view(text)); }
    Statement& bindBytes(std::span<const std::uint8_t> bytes);
    Statement& bindNull();

    /// For INSERT, UPDATE, DELETE: the number of rows touched.
    Result<std::int64_t> run();
    /// For SELECT: true while there is a row to read.
    Result<bool> step();
    /// The key of the row inserted last.
    std::int64_t lastInsertId() const;

    std::int64_t integer(int column) const;
    std::uint64_t unsignedInteger(int column) const { return static_cast<std::uint64_t>(integer(column)); }
    std::string text(int column) const;
    std::string bytes(int column) const;
    bool isNull(int column) const;

private:
    friend class Connection;
    struct Entry;
    Statement(Connection& connection, Entry& entry) : m_connection(&connection), m_entry(&entry) {}
    Result<void> execute();

    Connection* m_connection;
    Entry* m_entry;
    int m_bound = 0;
    bool m_executed = false;
};

enum class Durability {
    Full,  // each commit survives power loss: facts
    Normal // a power loss may undo the newest commits, never damage the file: data that can be imported again
};

class Connection {
public:
    struct Options {
        std::string path;
        Durability durability = Durability::Full;
        bool readOnly = false;
        int busyTimeoutMillis = 5000;
        bool sealed = false; // through the file layer of sealed_vfs.h; the key of its folder must be there
    };

    static Result<std::unique_ptr<Connection>> open(const Options& options);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    Result<Statement> statement(const char* sql);
    /// One statement without parameters, not kept.
    Result<void> execute(std::string_view sql);
    /// SQLite's own fast check of the whole file. Errors: storage.corrupt.
    Result<void> quickCheck();
    const std::string& path() const { return m_path; }

private:
    /// Looking up needs no copy of the text.
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    friend class Statement;
    friend class Transaction;
    Connection() = default;
    void checkThread() const;

    std::string m_path;
    std::string m_name;
    std::thread::id m_thread;
    bool m_inTransaction = false;
    std::unordered_map<std::string, std::unique_ptr<Statement::Entry>, TextHash, std::equal_to<>> m_statements;
};

/// BEGIN IMMEDIATE until commit(); a Transaction that dies without commit() is rolled back.
class Transaction {
public:
    static Result<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    /// After an error nothing of the transaction is kept.
    Result<void> commit();

private:
    explicit Transaction(Connection& connection) : m_connection(&connection) {}
    void rollback();
    Connection* m_connection;
};

} // namespace rialto::storage
