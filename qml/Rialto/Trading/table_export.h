// SPDX-License-Identifier: GPL-3.0-or-later
// TableExport: writes rows of a table as CSV (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read Chinese). A
// QML singleton; GUI thread: what is on the screen is small.
#pragma once

#include <QAbstractItemModel>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace rialto::trading {

class TableExport : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool failed READ failed NOTIFY done)

public:
    explicit TableExport(QObject* parent = nullptr) : QObject(parent) {}

    bool failed() const { return m_failed; }
    /// Into <documents>/Rialto/<name>-<number>.csv, never over a file that is there. Answers with a sentence for the user.
    Q_INVOKABLE QString save(const QList<int>& rows, const QList<int>& columns, QAbstractItemModel* model, const QString& name);

    static QString csv(const QAbstractItemModel& model, const QList<int>& rows, const QList<int>& columns);

signals:
    void done();

private:
    bool m_failed = false;
};

} // namespace rialto::trading
