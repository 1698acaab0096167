// SPDX-License-Identifier: GPL-3.0-or-later
// Words: columns, cells and names of the administration's tables, in the language of the screens. GUI thread.
#pragma once

#include "list_table.h"

#include "security/user.h"

#include <optional>

namespace rialto::admin::words {

QString role(security::Role role);
/// What the role may, in a sentence.
QString note(security::Role role);

std::vector<kit::TableColumn> userColumns();
std::vector<kit::TableColumn> sessionColumns();
std::vector<kit::TableColumn> approvalColumns();
std::vector<kit::TableColumn> auditColumns();
std::vector<kit::TableColumn> clientColumns();

ListRow row(const security::User& user, const QString& passwordSet);
ListRow row(const security::LoginSession& session, const QString& started, const QString& ended);
ListRow row(const security::Approval& approval, const QString& requested);
/// Nothing when the line is no record (a checkpoint, a header).
std::optional<ListRow> auditRow(const std::string& line);

} // namespace rialto::admin::words
