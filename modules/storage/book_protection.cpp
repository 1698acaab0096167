// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/book_protection.h"

#include "storage/connection.h"
#include "storage/sealed_vfs.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <array>
#include <filesystem>

#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>
#endif

namespace rialto::storage {

namespace {

constexpr std::array<const char*, 2> kDatabases{"/book.db", "/market.db"};
constexpr const char* kMark = ".sealing";

Error cannotReplace(const std::string& path) { return unavailable("storage.unavailable", path + " cannot be replaced; check the free space and the permissions of the folder"); }

bool remove(const std::string& path) { return !QFile::exists(QString::fromStdString(path)) || QFile::remove(QString::fromStdString(path)); }

bool removeWithLog(const std::string& path) { return remove(path + "-wal") && remove(path + "-shm") && remove(path); }

/// Renames in the folder are on the disk.
void syncFolder(const std::string& directory)
{
#ifndef _WIN32
    if (const int folder = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); folder >= 0) {
        (void)::fsync(folder);
        (void)::close(folder);
    }
#else
    (void)directory;
#endif
}

bool overwrite(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    if (!file.exists())
        return true;
    if (!file.open(QIODevice::ReadWrite))
        return false;
    const QByteArray zeros(qsizetype{1} << 20, '\0');
    for (qint64 left = file.size(); left > 0; left -= zeros.size())
        if (file.write(zeros.constData(), std::min<qint64>(left, zeros.size())) < 0)
            return false;
    if (!file.flush())
        return false;
#ifndef _WIN32
    (void)::fsync(file.handle());
#endif
    return true;
}

/// Copies that a killed backup of the plain book left behind would be the book without its lock.
bool removeBackupCopies(const std::string& directory)
{
    QDir folder(QString::fromStdString(directory));
    for (const QString& left : folder.entryList({QStringLiteral("backup-??????")}, QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot)) {
        QDir copies(folder.filePath(left));
        for (const QFileInfo& copy : copies.entryInfoList(QDir::Files | QDir::Hidden | QDir::NoSymLinks))
            if (!isSealedFile(copy.filePath().toStdString()) && !overwrite(copy.filePath().toStdString()))
                return false;
        if (!copies.removeRecursively())
            return false;
    }
    return true;
}

Result<void> sealedCopy(const std::string& from, const std::string& to, const security::SecretKey& key)
{
    if (!removeWithLog(to))
        return cannotReplace(to);
    {
        auto plain = Connection::open({.path = from});
        if (!plain)
            return plain.error();
        auto copy = (*plain)->statement("VACUUM INTO ?");
        if (!copy)
            return copy.error();
        copy->bind(sealedUri(to));
        if (const auto done = copy->run(); !done)
            return done.error();
    }
    {
        // Opening it for writing makes it a WAL database, and a durable one.
        auto sealed = Connection::open({.path = to, .sealed = true});
        if (!sealed)
            return sealed.error();
        if (auto sound = (*sealed)->quickCheck(); !sound)
            return sound;
    }
    return verifySealedFile(to, key);
}

} // namespace

Result<void> makeSealedCopies(const std::string& directory, const security::SecretKey& key)
{
    if (const auto vfs = sealedVfs(); !vfs)
        return vfs.error();
    const SealedFolder folder(directory, key);
    for (const char* name : kDatabases)
        if (auto copied = sealedCopy(directory + name, directory + name + kMark, key); !copied)
            return copied;
    syncFolder(directory);
    return {};
}

Result<void> finishSealing(const std::string& directory)
{
    for (const char* name : kDatabases) {
        const std::string plain = directory + name;
        const std::string sealed = plain + kMark;
        if (!QFile::exists(QString::fromStdString(sealed)))
            continue;
        if (!isSealedFile(plain) && !overwrite(plain))
            return cannotReplace(plain);
        if (!overwrite(plain + "-wal") || !remove(plain + "-wal") || !remove(plain + "-shm"))
            return cannotReplace(plain);
        std::error_code error;
        std::filesystem::rename(std::filesystem::u8path(sealed), std::filesystem::u8path(plain), error);
        if (error)
            return cannotReplace(plain);
        (void)(remove(sealed + "-wal") && remove(sealed + "-shm"));
    }
    if (!removeBackupCopies(directory))
        return cannotReplace(directory + "/backup-...");
    syncFolder(directory);
    return {};
}

Result<void> dropSealing(const std::string& directory)
{
    for (const char* name : kDatabases)
        if (!removeWithLog(directory + name + kMark))
            return cannotReplace(directory + name + kMark);
    return {};
}

} // namespace rialto::storage
