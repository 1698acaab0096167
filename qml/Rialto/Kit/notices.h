// SPDX-License-Identifier: GPL-3.0-or-later
// Notices: the list of things the user should know that need no answer: newest first, the same sentence counted rather than
// repeated, never a dialog. GUI thread. Holds at most 200.
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace rialto::kit {

class Notices : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int unread READ unread NOTIFY unreadChanged)
    Q_PROPERTY(QString latestText READ latestText NOTIFY latestChanged)
    Q_PROPERTY(int latestSeverity READ latestSeverity NOTIFY latestChanged)

public:
    enum Severity { Info, Success, Warning, Error };
    Q_ENUM(Severity)
    enum Role { TextRole = Qt::UserRole + 1, DetailRole, SeverityRole, TimesRole, WhenRole };

    explicit Notices(QObject* parent = nullptr);

    /// `when` is shown as it is given: the caller knows the zone.
    Q_INVOKABLE void post(int severity, const QString& text, const QString& detail = {}, const QString& when = {});
    Q_INVOKABLE void dismiss(int row);
    Q_INVOKABLE void clear();
    Q_INVOKABLE void markRead();

    int count() const { return int(m_notices.size()); }
    int unread() const { return m_unread; }
    QString latestText() const;
    int latestSeverity() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();
    void unreadChanged();
    void latestChanged();
    void posted(int severity, const QString& text, const QString& detail);

private:
    struct Notice {
        int severity = Info;
        QString text, detail, when;
        int times = 1;
    };

    std::vector<Notice> m_notices;
    int m_unread = 0;
};

} // namespace rialto::kit
