// SPDX-License-Identifier: GPL-3.0-or-later
#include "party_table.h"

#include "Theme/theme.h"

#include <QCoreApplication>

namespace rialto::clientdesk {

namespace {

using kit::TableColumn;
using ColumnKind = TableColumn::Kind;

std::vector<TableColumn> partyColumns()
{
    return {
        {"number", QT_TRANSLATE_NOOP("PartyTable", "Number"), 76, ColumnKind::Muted},
        {"name", QT_TRANSLATE_NOOP("PartyTable", "Name"), 190, ColumnKind::Text, 2},
        {"kind", QT_TRANSLATE_NOOP("PartyTable", "Kind"), 86},
        {"household", QT_TRANSLATE_NOOP("PartyTable", "Household"), 78, ColumnKind::Muted},
        {"worth", QT_TRANSLATE_NOOP("PartyTable", "Worth"), 118, ColumnKind::Figure},
        {"review", QT_TRANSLATE_NOOP("PartyTable", "Review"), 116, ColumnKind::Status},
        {"papers", QT_TRANSLATE_NOOP("PartyTable", "Papers"), 116, ColumnKind::Status},
        {"mandates", QT_TRANSLATE_NOOP("PartyTable", "Breaches"), 76, ColumnKind::Figure},
        {"tasks", QT_TRANSLATE_NOOP("PartyTable", "Tasks"), 58, ColumnKind::Figure},
        {"rating", QT_TRANSLATE_NOOP("PartyTable", "Risk"), 76},
    };
}

QString say(const char* text) { return QCoreApplication::translate("PartyTable", text); }

} // namespace

PartyTable::PartyTable(const Format& format, QObject* parent) : TableModel("PartyTable", partyColumns(), parent), m_format(format) {}

QString PartyTable::word(clients::PartyKind kind)
{
    switch (kind) {
    case clients::PartyKind::Household: return say(QT_TRANSLATE_NOOP("PartyTable", "Household"));
    case clients::PartyKind::Person: return say(QT_TRANSLATE_NOOP("PartyTable", "Person"));
    case clients::PartyKind::Company: return say(QT_TRANSLATE_NOOP("PartyTable", "Company"));
    case clients::PartyKind::Trust: return say(QT_TRANSLATE_NOOP("PartyTable", "Trust"));
    }
    return {};
}

QString PartyTable::word(clients::RiskRating rating)
{
    switch (rating) {
    case clients::RiskRating::Unrated: return say(QT_TRANSLATE_NOOP("PartyTable", "Unrated"));
    case clients::RiskRating::Low: return say(QT_TRANSLATE_NOOP("PartyTable", "Low"));
    case clients::RiskRating::Medium: return say(QT_TRANSLATE_NOOP("PartyTable", "Medium"));
    case clients::RiskRating::High: return say(QT_TRANSLATE_NOOP("PartyTable", "High"));
    }
    return {};
}

QString PartyTable::dueText(DueState state, const std::optional<int>& days)
{
    if (!days)
        return state == DueState::Overdue ? say(QT_TRANSLATE_NOOP("PartyTable", "Missing")) : say(QT_TRANSLATE_NOOP("PartyTable", "Fine"));
    if (*days < 0)
        return say(QT_TRANSLATE_NOOP("PartyTable", "%1 days late")).arg(-*days);
    return state == DueState::Fine ? say(QT_TRANSLATE_NOOP("PartyTable", "Fine")) : say(QT_TRANSLATE_NOOP("PartyTable", "In %1 days")).arg(*days);
}

int PartyTable::dueTone(DueState state) { return state == DueState::Fine ? theme::Theme::Success : state == DueState::DueSoon ? theme::Theme::Warning : theme::Theme::Danger; }

QString PartyTable::text(int row, int column) const
{
    const PartyRow& it = m_rows[std::size_t(row)];
    switch (column) {
    case Number: return it.number;
    case Name: return m_format.language() == UiLanguage::Chinese && !it.nameZh.isEmpty() ? it.nameZh : it.name;
    case Kind: return word(it.kind);
    case Household: return it.household;
    case Worth: return m_format.money(it.worth);
    case Review: return it.kind == clients::PartyKind::Household ? QString() : dueText(it.review, it.reviewDays);
    case Papers: return it.kind == clients::PartyKind::Household ? QString() : dueText(it.papers, it.paperDays);
    case Mandates: return it.breaches == 0 ? QString() : QString::number(it.breaches);
    case Tasks: return it.tasks == 0 ? QString() : QString::number(it.tasks);
    case Rating: return it.kind == clients::PartyKind::Household ? QString() : word(it.rating);
    default: return {};
    }
}

int PartyTable::tone(int row, int column) const
{
    const PartyRow& it = m_rows[std::size_t(row)];
    switch (column) {
    case Review: return it.kind == clients::PartyKind::Household ? theme::Theme::Neutral : dueTone(it.review);
    case Papers: return it.kind == clients::PartyKind::Household ? theme::Theme::Neutral : dueTone(it.papers);
    case Mandates: return it.breaches > 0 ? theme::Theme::Danger : theme::Theme::Neutral;
    default: return theme::Theme::Neutral;
    }
}

QVariant PartyTable::sortKey(int row, int column) const
{
    const PartyRow& it = m_rows[std::size_t(row)];
    switch (column) {
    case Worth: return qint64(it.worth.minor());
    case Review: return qint64(it.reviewDays.value_or(it.review == DueState::Overdue ? -100000 : 100000));
    case Papers: return qint64(it.paperDays.value_or(100000));
    case Mandates: return qint64(it.breaches);
    case Tasks: return qint64(it.tasks);
    case Rating: return qint64(it.rating);
    default: return text(row, column);
    }
}

void PartyTable::setRows(std::vector<PartyRow> rows)
{
    const bool same = rows.size() == m_rows.size() && std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const PartyRow& a, const PartyRow& b) { return a.id == b.id; });
    if (same && !rows.empty()) {
        m_rows = std::move(rows);
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int PartyTable::rowOf(clients::PartyId id) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].id == id)
            return int(i);
    return -1;
}

} // namespace rialto::clientdesk
