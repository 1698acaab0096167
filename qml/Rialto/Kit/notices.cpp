// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices.h"

namespace rialto::kit {
namespace {

constexpr std::size_t mostKept = 200;

} // namespace

Notices::Notices(QObject* parent) : QAbstractListModel(parent) {}

void Notices::post(int severity, const QString& text, const QString& detail, const QString& when)
{
    if (!m_notices.empty() && m_notices.front().severity == severity && m_notices.front().text == text) {
        Notice& notice = m_notices.front();
        ++notice.times;
        notice.detail = detail;
        notice.when = when;
        emit dataChanged(index(0), index(0));
    } else {
        beginInsertRows({}, 0, 0);
        m_notices.insert(m_notices.begin(), Notice{severity, text, detail, when, 1});
        endInsertRows();
        if (m_notices.size() > mostKept) {
            beginRemoveRows({}, int(mostKept), int(mostKept));
            m_notices.pop_back();
            endRemoveRows();
        }
        emit countChanged();
    }
    ++m_unread;
    emit unreadChanged();
    emit latestChanged();
    emit posted(severity, text, detail);
}

void Notices::dismiss(int row)
{
    if (row < 0 || row >= count())
        return;
    beginRemoveRows({}, row, row);
    m_notices.erase(m_notices.begin() + row);
    endRemoveRows();
    emit countChanged();
    emit latestChanged();
}

void Notices::clear()
{
    beginResetModel();
    m_notices.clear();
    endResetModel();
    emit countChanged();
    emit latestChanged();
    markRead();
}

void Notices::markRead()
{
    if (m_unread == 0)
        return;
    m_unread = 0;
    emit unreadChanged();
}

QString Notices::latestText() const
{
    return m_notices.empty() ? QString() : m_notices.front().text;
}

int Notices::latestSeverity() const
{
    return m_notices.empty() ? int(Info) : m_notices.front().severity;
}

int Notices::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant Notices::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Notice& notice = m_notices[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TextRole: return notice.text;
    case DetailRole: return notice.detail;
    case SeverityRole: return notice.severity;
    case TimesRole: return notice.times;
    case WhenRole: return notice.when;
    default: return {};
    }
}

QHash<int, QByteArray> Notices::roleNames() const
{
    return {{TextRole, "text"}, {DetailRole, "detail"}, {SeverityRole, "severity"}, {TimesRole, "times"}, {WhenRole, "when"}};
}

} // namespace rialto::kit
