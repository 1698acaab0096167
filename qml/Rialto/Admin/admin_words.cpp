// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin_words.h"

#include "Theme/theme.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace rialto::admin::words {

namespace {

using kit::TableColumn;
using ColumnKind = TableColumn::Kind;
using theme::Theme;

QString say(const char* text) { return QCoreApplication::translate("AdminTable", text); }

QString state(security::ApprovalState state)
{
    switch (state) {
    case security::ApprovalState::Waiting: return say(QT_TRANSLATE_NOOP("AdminTable", "Waiting"));
    case security::ApprovalState::Approved: return say(QT_TRANSLATE_NOOP("AdminTable", "Approved"));
    case security::ApprovalState::Refused: return say(QT_TRANSLATE_NOOP("AdminTable", "Refused"));
    case security::ApprovalState::Withdrawn: return say(QT_TRANSLATE_NOOP("AdminTable", "Withdrawn"));
    }
    return {};
}

int tone(security::ApprovalState state)
{
    switch (state) {
    case security::ApprovalState::Waiting: return Theme::Pending;
    case security::ApprovalState::Approved: return Theme::Success;
    case security::ApprovalState::Refused: return Theme::Rejected;
    case security::ApprovalState::Withdrawn: return Theme::Cancelled;
    }
    return Theme::Neutral;
}

QString from(const std::string& text) { return QString::fromStdString(text); }

} // namespace

QString role(security::Role role)
{
    switch (role) {
    case security::Role::Analyst: return say(QT_TRANSLATE_NOOP("AdminTable", "Analyst"));
    case security::Role::Advisor: return say(QT_TRANSLATE_NOOP("AdminTable", "Advisor"));
    case security::Role::Trader: return say(QT_TRANSLATE_NOOP("AdminTable", "Trader"));
    case security::Role::Compliance: return say(QT_TRANSLATE_NOOP("AdminTable", "Compliance"));
    case security::Role::Admin: return say(QT_TRANSLATE_NOOP("AdminTable", "Admin"));
    case security::Role::ReadOnly: return say(QT_TRANSLATE_NOOP("AdminTable", "Read only"));
    }
    return {};
}

QString note(security::Role role)
{
    switch (role) {
    case security::Role::Analyst: return say(QT_TRANSLATE_NOOP("AdminTable", "Sees the market and the book with personal data masked; imports data and makes reports."));
    case security::Role::Advisor: return say(QT_TRANSLATE_NOOP("AdminTable", "Sees personal data; places orders, moves cash, edits clients, imports statements."));
    case security::Role::Trader: return say(QT_TRANSLATE_NOOP("AdminTable", "Places and cancels orders and steers the simulated market; personal data masked."));
    case security::Role::Compliance: return say(QT_TRANSLATE_NOOP("AdminTable", "Approves, reads the audit log, reveals personal data with a reason, cancels orders."));
    case security::Role::Admin: return say(QT_TRANSLATE_NOOP("AdminTable", "May do everything; but nobody approves what they asked for."));
    case security::Role::ReadOnly: return say(QT_TRANSLATE_NOOP("AdminTable", "Sees the market and the book with personal data masked."));
    }
    return {};
}

std::vector<TableColumn> userColumns()
{
    return {
        {"user", QT_TRANSLATE_NOOP("AdminTable", "User"), 100},
        {"name", QT_TRANSLATE_NOOP("AdminTable", "Name"), 130, ColumnKind::Text, 2},
        {"role", QT_TRANSLATE_NOOP("AdminTable", "Role"), 90},
        {"clients", QT_TRANSLATE_NOOP("AdminTable", "Clients"), 76},
        {"factor", QT_TRANSLATE_NOOP("AdminTable", "Second factor"), 100, ColumnKind::Status},
        {"state", QT_TRANSLATE_NOOP("AdminTable", "State"), 86, ColumnKind::Status},
        {"password", QT_TRANSLATE_NOOP("AdminTable", "Password set"), 146, ColumnKind::Muted},
        {"by", QT_TRANSLATE_NOOP("AdminTable", "Added by"), 80, ColumnKind::Muted},
    };
}

std::vector<TableColumn> sessionColumns()
{
    return {
        {"user", QT_TRANSLATE_NOOP("AdminTable", "User"), 100},
        {"program", QT_TRANSLATE_NOOP("AdminTable", "Program"), 100, ColumnKind::Text, 1},
        {"started", QT_TRANSLATE_NOOP("AdminTable", "From"), 150},
        {"ended", QT_TRANSLATE_NOOP("AdminTable", "Until"), 150, ColumnKind::Status},
    };
}

std::vector<TableColumn> approvalColumns()
{
    return {
        {"id", QT_TRANSLATE_NOOP("AdminTable", "Number"), 66, ColumnKind::Muted},
        {"subject", QT_TRANSLATE_NOOP("AdminTable", "What"), 260, ColumnKind::Text, 3},
        {"by", QT_TRANSLATE_NOOP("AdminTable", "Asked by"), 90},
        {"when", QT_TRANSLATE_NOOP("AdminTable", "Asked"), 146, ColumnKind::Muted},
        {"reason", QT_TRANSLATE_NOOP("AdminTable", "Rule"), 190, ColumnKind::Muted, 2},
        {"state", QT_TRANSLATE_NOOP("AdminTable", "State"), 96, ColumnKind::Status},
        {"decider", QT_TRANSLATE_NOOP("AdminTable", "Decided by"), 90},
        {"remark", QT_TRANSLATE_NOOP("AdminTable", "Remark"), 120, ColumnKind::Muted, 1},
    };
}

std::vector<TableColumn> auditColumns()
{
    return {
        {"seq", QT_TRANSLATE_NOOP("AdminTable", "Record"), 66, ColumnKind::Figure},
        {"time", QT_TRANSLATE_NOOP("AdminTable", "Time (UTC)"), 150, ColumnKind::Muted},
        {"actor", QT_TRANSLATE_NOOP("AdminTable", "Who"), 90},
        {"action", QT_TRANSLATE_NOOP("AdminTable", "Action"), 150},
        {"subject", QT_TRANSLATE_NOOP("AdminTable", "Subject"), 150, ColumnKind::Text, 1},
        {"detail", QT_TRANSLATE_NOOP("AdminTable", "Detail"), 280, ColumnKind::Muted, 3},
    };
}

std::vector<TableColumn> clientColumns()
{
    return {
        {"number", QT_TRANSLATE_NOOP("AdminTable", "Number"), 80, ColumnKind::Muted},
        {"name", QT_TRANSLATE_NOOP("AdminTable", "Name"), 160, ColumnKind::Text, 2},
        {"nameZh", QT_TRANSLATE_NOOP("AdminTable", "Chinese name"), 110, ColumnKind::Text, 1},
    };
}

ListRow row(const security::User& user, const QString& passwordSet)
{
    const bool factor = !user.totpSecret.empty();
    const QString scope = user.everyClient ? say(QT_TRANSLATE_NOOP("AdminTable", "All")) : QString::number(user.clients.size());
    const QString state = user.disabled ? say(QT_TRANSLATE_NOOP("AdminTable", "Shut out")) : say(QT_TRANSLATE_NOOP("AdminTable", "Active"));
    return {from(user.name),
        {from(user.name), from(user.display), role(user.role), scope, factor ? say(QT_TRANSLATE_NOOP("AdminTable", "On")) : say(QT_TRANSLATE_NOOP("AdminTable", "Off")), state, passwordSet,
            from(user.createdBy)},
        {Theme::Neutral, Theme::Neutral, Theme::Neutral, Theme::Neutral, factor ? Theme::Success : Theme::Muted, user.disabled ? Theme::Danger : Theme::Success}, {}};
}

ListRow row(const security::LoginSession& session, const QString& started, const QString& ended)
{
    const bool open = !session.ended;
    return {QString::number(session.id), {from(session.user), from(session.program), started, open ? say(QT_TRANSLATE_NOOP("AdminTable", "No end")) : ended},
        {Theme::Neutral, Theme::Neutral, Theme::Neutral, open ? Theme::Working : Theme::Muted}, {}};
}

ListRow row(const security::Approval& approval, const QString& requested)
{
    return {QString::number(approval.id),
        {QString::number(approval.id), from(approval.subject), from(approval.requester), requested, from(approval.reason), state(approval.state), from(approval.decider), from(approval.remark)},
        {Theme::Neutral, Theme::Neutral, Theme::Neutral, Theme::Neutral, Theme::Neutral, tone(approval.state)}, {qlonglong(approval.id)}};
}

std::optional<ListRow> auditRow(const std::string& line)
{
    const QJsonObject record = QJsonDocument::fromJson(QByteArray::fromRawData(line.data(), qsizetype(line.size()))).object();
    if (!record.contains(QLatin1String("seq")))
        return std::nullopt;
    const qlonglong number = record[QLatin1String("seq")].toInteger();
    const QString time = record[QLatin1String("time")].toString().left(19).replace(QLatin1Char('T'), QLatin1Char(' ')); // to the second
    const QString action = record[QLatin1String("action")].toString();
    const bool refusal = action.contains(QLatin1String("refused"));
    return ListRow{QString::number(number),
        {QString::number(number), time, record[QLatin1String("actor")].toString(), action, record[QLatin1String("subject")].toString(), record[QLatin1String("detail")].toString()},
        {Theme::Neutral, Theme::Neutral, Theme::Neutral, refusal ? Theme::Warning : Theme::Neutral}, {number}};
}

} // namespace rialto::admin::words
