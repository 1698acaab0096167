// SPDX-License-Identifier: GPL-3.0-or-later
// SqliteSecurityStore: the SecurityStore on book.db. Each call is one transaction. Belongs to the thread of its connection.
// Errors: those of storage_error.h.
#pragma once

#include "security/user.h"
#include "storage/connection.h"

#include <memory>

namespace rialto::storage {

class SqliteSecurityStore final : public security::SecurityStore {
public:
    /// The schema "book" must be there.
    explicit SqliteSecurityStore(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}

    Result<std::vector<security::User>> users() override;
    Result<void> putUser(const security::User& user) override;
    Result<std::int64_t> beginSession(const security::LoginSession& session) override;
    Result<void> endSession(std::int64_t id, Timestamp when) override;
    Result<std::vector<security::LoginSession>> sessions(int most) override;
    Result<std::int64_t> addApproval(const security::Approval& approval) override;
    Result<bool> decideApproval(const security::Approval& decided) override;
    Result<std::vector<security::Approval>> approvals(int most) override;
    Result<std::map<std::string, std::string>> settings() override;
    Result<void> putSetting(const std::string& key, const std::string& value) override;

private:
    std::unique_ptr<Connection> m_connection;
};

} // namespace rialto::storage
