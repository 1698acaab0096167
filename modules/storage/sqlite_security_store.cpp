// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite_security_store.h"

#include "security/audit_format.h"

#include <charconv>
#include <sstream>

namespace rialto::storage {

namespace {

using security::Approval;
using security::LoginSession;
using security::User;

std::string hexOfBytes(const std::string& bytes)
{
    return security::audit_format::hex(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::string bytesOfHex(const std::string& hex)
{
    std::string bytes(hex.size() / 2, '\0');
    const bool good = security::audit_format::unhex(hex, reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size());
    return good ? bytes : std::string();
}

std::vector<std::string> wordsOf(const std::string& text)
{
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;)
        words.push_back(word);
    return words;
}

std::string spaced(const std::vector<std::string>& words)
{
    std::string text;
    for (const auto& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

Result<User> userFrom(const Statement& row)
{
    User user;
    user.name = row.text(0);
    user.display = row.text(1);
    const auto role = row.integer(2);
    if (role < 0 || role >= static_cast<std::int64_t>(security::kRoles.size()))
        return corrupt("storage.corrupt", "user " + user.name + " has a role that does not exist");
    user.role = static_cast<security::Role>(role);
    user.everyClient = row.integer(3) != 0;
    for (const auto& word : wordsOf(row.text(4))) {
        std::uint64_t id = 0;
        std::from_chars(word.data(), word.data() + word.size(), id);
        user.clients.push_back(ClientId(id));
    }
    user.disabled = row.integer(5) != 0;
    user.totpSecret = bytesOfHex(row.text(6));
    user.totpPending = bytesOfHex(row.text(7));
    user.totpLastStep = row.unsignedInteger(8);
    user.recoveryHashes = wordsOf(row.text(9));
    user.created = Timestamp(row.integer(10));
    user.createdBy = row.text(11);
    user.passwordSet = Timestamp(row.integer(12));
    return user;
}

Result<void> done(const Result<std::int64_t>& rows) { return rows ? Result<void>() : Result<void>(rows.error()); }

} // namespace

Result<std::vector<User>> SqliteSecurityStore::users()
{
    auto query = m_connection->statement("SELECT * FROM security_user ORDER BY name");
    if (!query)
        return query.error();
    std::vector<User> users;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return users;
        auto user = userFrom(*query);
        if (!user)
            return user.error();
        users.push_back(std::move(*user));
    }
}

Result<void> SqliteSecurityStore::putUser(const User& user)
{
    auto put = m_connection->statement("INSERT OR REPLACE INTO security_user VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)");
    if (!put)
        return put.error();
    std::vector<std::string> clients;
    for (const ClientId client : user.clients)
        clients.push_back(std::to_string(client.value));
    put->bind(user.name).bind(user.display).bind(static_cast<int>(user.role)).bind(user.everyClient ? 1 : 0).bind(spaced(clients)).bind(user.disabled ? 1 : 0);
    put->bind(hexOfBytes(user.totpSecret)).bind(hexOfBytes(user.totpPending)).bind(user.totpLastStep).bind(spaced(user.recoveryHashes));
    put->bind(user.created.nanos).bind(user.createdBy).bind(user.passwordSet.nanos);
    return done(put->run());
}

Result<std::int64_t> SqliteSecurityStore::beginSession(const LoginSession& session)
{
    auto put = m_connection->statement("INSERT INTO security_session (user, program, started_at) VALUES (?,?,?)");
    if (!put)
        return put.error();
    put->bind(session.user).bind(session.program).bind(session.started.nanos);
    if (const auto ran = put->run(); !ran)
        return ran.error();
    return put->lastInsertId();
}

Result<void> SqliteSecurityStore::endSession(std::int64_t id, Timestamp when)
{
    auto put = m_connection->statement("UPDATE security_session SET ended_at = ? WHERE id = ? AND ended_at IS NULL");
    if (!put)
        return put.error();
    put->bind(when.nanos).bind(id);
    return done(put->run());
}

Result<std::vector<LoginSession>> SqliteSecurityStore::sessions(int most)
{
    auto query = m_connection->statement("SELECT id, user, program, started_at, ended_at FROM security_session ORDER BY id DESC LIMIT ?");
    if (!query)
        return query.error();
    query->bind(most);
    std::vector<LoginSession> sessions;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return sessions;
        LoginSession session{query->integer(0), query->text(1), query->text(2), Timestamp(query->integer(3)), std::nullopt};
        if (!query->isNull(4))
            session.ended = Timestamp(query->integer(4));
        sessions.push_back(std::move(session));
    }
}

Result<std::int64_t> SqliteSecurityStore::addApproval(const Approval& approval)
{
    auto put = m_connection->statement(
        "INSERT INTO security_approval (requester, requested_at, subject, command, reason, state, decider, remark) VALUES (?,?,?,?,?,?,'','')");
    if (!put)
        return put.error();
    put->bind(approval.requester).bind(approval.requested.nanos).bind(approval.subject).bind(approval.command).bind(approval.reason).bind(static_cast<int>(approval.state));
    if (const auto ran = put->run(); !ran)
        return ran.error();
    return put->lastInsertId();
}

Result<bool> SqliteSecurityStore::decideApproval(const Approval& decided)
{
    auto put = m_connection->statement("UPDATE security_approval SET state = ?, decider = ?, decided_at = ?, remark = ? WHERE id = ? AND state = 0");
    if (!put)
        return put.error();
    put->bind(static_cast<int>(decided.state)).bind(decided.decider).bind(decided.decided.value_or(Timestamp()).nanos).bind(decided.remark).bind(decided.id);
    const auto rows = put->run();
    return rows ? Result<bool>(*rows == 1) : Result<bool>(rows.error());
}

Result<std::vector<Approval>> SqliteSecurityStore::approvals(int most)
{
    auto query = m_connection->statement(
        "SELECT id, requester, requested_at, subject, command, reason, state, decider, decided_at, remark FROM security_approval ORDER BY id DESC LIMIT ?");
    if (!query)
        return query.error();
    query->bind(most);
    std::vector<Approval> approvals;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return approvals;
        Approval approval;
        approval.id = query->integer(0);
        approval.requester = query->text(1);
        approval.requested = Timestamp(query->integer(2));
        approval.subject = query->text(3);
        approval.command = query->text(4);
        approval.reason = query->text(5);
        const auto state = query->integer(6);
        if (state < 0 || state > static_cast<std::int64_t>(security::ApprovalState::Withdrawn))
            return corrupt("storage.corrupt", "approval " + std::to_string(approval.id) + " has a state that does not exist");
        approval.state = static_cast<security::ApprovalState>(state);
        approval.decider = query->text(7);
        if (!query->isNull(8))
            approval.decided = Timestamp(query->integer(8));
        approval.remark = query->text(9);
        approvals.push_back(std::move(approval));
    }
}

Result<std::map<std::string, std::string>> SqliteSecurityStore::settings()
{
    auto query = m_connection->statement("SELECT key, value FROM security_setting");
    if (!query)
        return query.error();
    std::map<std::string, std::string> settings;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return settings;
        settings[query->text(0)] = query->text(1);
    }
}

Result<void> SqliteSecurityStore::putSetting(const std::string& key, const std::string& value)
{
    auto put = m_connection->statement("INSERT OR REPLACE INTO security_setting VALUES (?,?)");
    if (!put)
        return put.error();
    put->bind(key).bind(value);
    return done(put->run());
}

} // namespace rialto::storage
