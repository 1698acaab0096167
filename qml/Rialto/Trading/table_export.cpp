// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_export.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

namespace rialto::trading {

namespace {

QString cell(QString text)
{
    // A figure for a spreadsheet: a hyphen it can read, no separators, nothing for an unknown value.
    static const QRegularExpression figure(QStringLiteral("^[+\u2212-]?[0-9,]+(\\.[0-9]+)?%?$"));
    if (text == QStringLiteral("\u2013"))
        return {};
    if (figure.match(text).hasMatch()) {
        text.replace(QChar(0x2212), QLatin1Char('-')).remove(QLatin1Char(',')).remove(QLatin1Char('+'));
        return text;
    }
    // Text that a spreadsheet would run as a formula is told to be text.
    if (!text.isEmpty() && QStringLiteral("=+-@\t").contains(text[0]))
        text.prepend(QLatin1Char('\''));
    if (text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"')) || text.contains(QLatin1Char('\n')))
        return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    return text;
}

} // namespace

QString TableExport::csv(const QAbstractItemModel& model, const QList<int>& rows, const QList<int>& columns)
{
    QString text;
    QStringList line;
    for (const int column : columns)
        line.append(cell(model.headerData(column, Qt::Horizontal).toString()));
    text += line.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    for (const int row : rows) {
        line.clear();
        for (const int column : columns)
            line.append(cell(model.index(row, column).data().toString()));
        text += line.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    }
    return text;
}

QString TableExport::save(const QList<int>& rows, const QList<int>& columns, QAbstractItemModel* model, const QString& name)
{
    m_failed = true;
    if (model == nullptr)
        return tr("There is nothing to save.");
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/Rialto"));
    QString path;
    for (int number = 1; path.isEmpty() || QFile::exists(path); ++number)
        path = folder.filePath(QStringLiteral("%1-%2.csv").arg(name).arg(number, 3, 10, QLatin1Char('0')));
    QSaveFile file(path);
    const bool written = folder.mkpath(QStringLiteral(".")) && file.open(QIODevice::WriteOnly)
        && file.write("\xEF\xBB\xBF" + csv(*model, rows, columns).toUtf8()) > 0 && file.commit();
    m_failed = !written;
    emit done();
    return written ? tr("Saved %n row(s) in %1.", nullptr, int(rows.size())).arg(QDir::toNativeSeparators(path))
                   : tr("%1 could not be written. Check that the folder may be written and the disk has room.").arg(QDir::toNativeSeparators(path));
}

} // namespace rialto::trading
