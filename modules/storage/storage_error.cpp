// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storage_error.h"

#include "storage/sealed_vfs.h"

#include <QtCore/QString>
#include <QtSql/QSqlError>

namespace rialto::storage {

namespace {

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html); extended codes carry them in the low byte.
enum Primary { Busy = 5, Locked = 6, ReadOnly = 8, Io = 10, Corrupt = 11, Full = 13, CannotOpen = 14, Constraint = 19, NotADatabase = 26 };
enum Extended { KeyBroken = 1555, UniqueBroken = 2067 };

} // namespace

Error toError(const QSqlError& error, const std::string& path)
{
    bool numeric = false;
    const int native = error.nativeErrorCode().toInt(&numeric);
    QString words = error.databaseText().isEmpty() ? error.text() : error.databaseText();
    if (words.isEmpty())
        words = QStringLiteral("unknown error");
    std::string detail = path + ": " + words.trimmed().toStdString();
    if (numeric)
        detail += " (SQLite " + std::to_string(native) + ")";
    if (const auto damage = takeSealedDamage())
        return corrupt("storage.page-damaged", *damage + " is not what was written; restore the newest backup of the book");
    switch (numeric ? native & 0xff : 0) {
    case Busy:
    case Locked: return unavailable("storage.locked", detail);
    case ReadOnly: return unavailable("storage.read-only", detail);
    case Io: return unavailable("storage.io", detail);
    case Corrupt:
    case NotADatabase: return corrupt("storage.corrupt", detail);
    case Full: return unavailable("storage.disk-full", detail);
    case CannotOpen: return unavailable("storage.cannot-open", detail);
    case Constraint:
        return native == UniqueBroken || native == KeyBroken ? conflict("storage.conflict", detail) : invalid("storage.constraint", detail);
    default: return unavailable("storage.failed", detail);
    }
}

} // namespace rialto::storage
