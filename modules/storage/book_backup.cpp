// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/book_backup.h"

#include "storage/book.h"
#include "storage/sealed_vfs.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QTemporaryDir>

#include <sodium.h>

#include <algorithm>
#include <array>

namespace rialto::storage {

namespace {

using security::Bytes;

constexpr std::array<const char*, 4> kFiles{"book.db", "market.db", "audit.key", "book.keys"};
constexpr std::size_t kBuffer = std::size_t{64} << 10;
constexpr std::size_t kLongestName = 64;

struct Hash {
    crypto_generichash_state state;
    Hash() { crypto_generichash_init(&state, nullptr, 0, 32); }
    void add(Bytes bytes) { crypto_generichash_update(&state, bytes.data(), bytes.size()); }
    std::array<std::uint8_t, 32> value()
    {
        std::array<std::uint8_t, 32> digest{};
        crypto_generichash_final(&state, digest.data(), digest.size());
        return digest;
    }
};

std::string hexOf(const std::array<std::uint8_t, 32>& digest)
{
    return QByteArray(reinterpret_cast<const char*>(digest.data()), qsizetype(digest.size())).toHex().toStdString();
}

Error cannotWrite(const QString& path) { return unavailable("storage.unavailable", path.toStdString() + " cannot be written; check the free space and the permissions"); }
Error notABackup(const std::string& why) { return corrupt("backup.not-a-backup", why); }

/// The archive inside the seal, entry by entry: u16 length of the name, name, u64 size, bytes, 32 bytes of hash; u16 0 at the end.
class Packer {
public:
    Packer(const QDir& folder, std::vector<BackedUpFile>& packed) : m_folder(folder), m_packed(packed) {}

    Result<std::size_t> read(std::span<std::uint8_t> buffer)
    {
        while (m_waiting.isEmpty() && !m_done)
            if (const auto moved = step(); !moved)
                return moved.error();
        const auto size = std::min(buffer.size(), std::size_t(m_waiting.size()));
        std::copy_n(m_waiting.constData(), size, buffer.begin());
        m_waiting.remove(0, qsizetype(size));
        return size;
    }

private:
    Result<void> step()
    {
        if (m_file.isOpen()) {
            m_waiting = m_file.read(kBuffer);
            if (!m_waiting.isEmpty()) {
                m_hash.add(Bytes(reinterpret_cast<const std::uint8_t*>(m_waiting.constData()), std::size_t(m_waiting.size())));
                m_read += std::uint64_t(m_waiting.size());
                return {};
            }
            if (m_read != m_packed.back().bytes)
                return unavailable("storage.unavailable", m_file.fileName().toStdString() + " changed while it was read");
            const auto digest = m_hash.value();
            m_packed.back().hash = hexOf(digest);
            m_waiting = QByteArray(reinterpret_cast<const char*>(digest.data()), qsizetype(digest.size()));
            m_file.close();
            return {};
        }
        while (m_next < kFiles.size() && !m_folder.exists(QString::fromLatin1(kFiles[m_next])))
            ++m_next;
        if (m_next == kFiles.size()) {
            m_waiting = QByteArray(2, '\0');
            m_done = true;
            return {};
        }
        m_file.setFileName(m_folder.filePath(QString::fromLatin1(kFiles[m_next])));
        if (!m_file.open(QIODevice::ReadOnly))
            return unavailable("storage.unavailable", m_file.fileName().toStdString() + " cannot be read");
        m_packed.push_back({kFiles[m_next++], std::uint64_t(m_file.size()), {}});
        m_hash = Hash();
        m_read = 0;
        const QByteArray name = QByteArray::fromStdString(m_packed.back().name);
        m_waiting.append(char(name.size() & 0xFF)).append(char(name.size() >> 8)).append(name);
        for (int i = 0; i < 8; ++i)
            m_waiting.append(char(m_packed.back().bytes >> (8 * i) & 0xFF));
        return {};
    }

    QDir m_folder;
    std::vector<BackedUpFile>& m_packed;
    QFile m_file;
    Hash m_hash;
    std::uint64_t m_read = 0;
    std::size_t m_next = 0;
    QByteArray m_waiting;
    bool m_done = false;
};

/// Takes the archive apart as it comes. Names are only those that a book has: no path leads out of the folder.
class Unpacker {
public:
    /// Without a folder the files are only checked.
    Unpacker(const QString& folder, std::vector<BackedUpFile>& files) : m_folder(folder), m_files(files) {}

    Result<void> write(Bytes bytes)
    {
        m_waiting.append(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
        for (bool moved = true; moved;) {
            const auto stepped = step();
            if (!stepped)
                return stepped.error();
            moved = *stepped;
        }
        return {};
    }
    bool complete() const { return m_ended && m_waiting.isEmpty(); }

private:
    Result<bool> step()
    {
        if (m_ended)
            return m_waiting.isEmpty() ? Result<bool>(false) : Result<bool>(notABackup("something follows the end of the archive"));
        if (!m_inFile)
            return beginFile();
        const auto take = qsizetype(std::min<std::uint64_t>(m_left, std::uint64_t(m_waiting.size())));
        if (take > 0) {
            m_hash.add(Bytes(reinterpret_cast<const std::uint8_t*>(m_waiting.constData()), std::size_t(take)));
            if (m_file.isOpen() && m_file.write(m_waiting.constData(), take) != take)
                return cannotWrite(m_file.fileName());
            m_waiting.remove(0, take);
            m_left -= std::uint64_t(take);
            return true;
        }
        if (m_left > 0 || m_waiting.size() < 32)
            return false;
        const auto digest = m_hash.value();
        if (!std::equal(digest.begin(), digest.end(), reinterpret_cast<const std::uint8_t*>(m_waiting.constData())))
            return notABackup(m_files.back().name + " is not what was backed up");
        m_files.back().hash = hexOf(digest);
        m_waiting.remove(0, 32);
        m_inFile = false;
        if (m_file.isOpen() && (!m_file.flush() || m_file.error() != QFileDevice::NoError))
            return cannotWrite(m_file.fileName());
        m_file.close();
        return true;
    }

    Result<bool> beginFile()
    {
        if (m_waiting.size() < 2)
            return false;
        const auto byte = [this](qsizetype i) { return std::uint64_t(std::uint8_t(m_waiting[i])); };
        const auto length = qsizetype(byte(0) | byte(1) << 8);
        if (length == 0) {
            m_waiting.remove(0, 2);
            m_ended = true;
            return true;
        }
        if (length > qsizetype(kLongestName))
            return notABackup("a name is longer than that of any file of a book");
        if (m_waiting.size() < 2 + length + 8)
            return false;
        const std::string name = m_waiting.mid(2, length).toStdString();
        const auto known = [&name](const char* each) { return name == each; };
        if (std::none_of(kFiles.begin(), kFiles.end(), known) || std::any_of(m_files.begin(), m_files.end(), [&name](const BackedUpFile& each) { return each.name == name; }))
            return notABackup("a file that no book has");
        m_left = 0;
        for (int i = 0; i < 8; ++i)
            m_left |= byte(2 + length + i) << (8 * i);
        m_waiting.remove(0, 2 + length + 8);
        m_files.push_back({name, m_left, {}});
        m_hash = Hash();
        m_inFile = true;
        if (m_folder.isEmpty())
            return true;
        m_file.setFileName(QDir(m_folder).filePath(QString::fromStdString(name)));
        if (!m_file.open(QIODevice::WriteOnly))
            return cannotWrite(m_file.fileName());
        if (name == "audit.key" || name == "book.keys")
            m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        return true;
    }

    QString m_folder;
    std::vector<BackedUpFile>& m_files;
    QByteArray m_waiting;
    QFile m_file;
    Hash m_hash;
    std::uint64_t m_left = 0;
    bool m_inFile = false;
    bool m_ended = false;
};

Result<std::vector<BackedUpFile>> unpack(const QString& path, const QString& folder, const std::string& password)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return notFound("storage.no-file", path.toStdString());
    std::vector<BackedUpFile> files;
    Unpacker unpacker(folder, files);
    const auto read = [&file](std::span<std::uint8_t> buffer) -> Result<std::size_t> {
        const auto got = file.read(reinterpret_cast<char*>(buffer.data()), qint64(buffer.size()));
        return got < 0 ? Result<std::size_t>(unavailable("storage.unavailable", file.fileName().toStdString() + " cannot be read")) : Result<std::size_t>(std::size_t(got));
    };
    if (const auto opened = security::unseal(password, read, [&unpacker](Bytes bytes) { return unpacker.write(bytes); }); !opened)
        return opened.error();
    if (!unpacker.complete() || files.empty())
        return notABackup("the archive is not complete");
    return files;
}

/// As of one moment, whoever writes meanwhile.
Result<void> copyDatabase(Connection& connection, const QString& target, bool sealed)
{
    auto statement = connection.statement("VACUUM INTO ?");
    if (!statement)
        return statement.error();
    statement->bind(sealed ? sealedUri(target.toStdString()) : target.toStdString());
    const auto done = statement->run();
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace

Result<std::vector<BackedUpFile>> backUpBook(const std::string& directory, const std::string& file, const std::string& password, const security::PasswordCost& cost,
    const std::optional<security::SecretKey>& key)
{
    const QString target = QFileInfo(QString::fromStdString(file)).absoluteFilePath();
    if (QFileInfo::exists(target))
        return conflict("backup.exists", file + " is there already; choose another name");
    auto book = Book::open(directory, Book::Access::Read, key);
    if (!book)
        return book.error();
    auto facts = (*book)->connectFacts();
    if (!facts)
        return facts.error();
    auto market = (*book)->connectMarket();
    if (!market)
        return market.error();
    // Copies lie beside the book, on the same disk, and go with this folder.
    const QTemporaryDir copies(QString::fromStdString(directory) + "/backup-XXXXXX");
    if (!copies.isValid())
        return cannotWrite(QString::fromStdString(directory));
    if (const auto copied = copyDatabase(**facts, copies.filePath("book.db"), key.has_value()); !copied)
        return copied.error();
    if (const auto copied = copyDatabase(**market, copies.filePath("market.db"), key.has_value()); !copied)
        return copied.error();
    for (const char* name : {"audit.key", "book.keys"}) {
        const QString kept = QString::fromStdString(directory) + QLatin1Char('/') + QLatin1String(name);
        if (QFile::exists(kept) && !QFile::copy(kept, copies.filePath(QLatin1String(name))))
            return cannotWrite(copies.path());
    }

    std::vector<BackedUpFile> packed;
    Packer packer(QDir(copies.path()), packed);
    security::Salt salt{};
    if (sodium_init() < 0)
        return unavailable("security.no-memory", "libsodium cannot be started");
    randombytes_buf(salt.data(), salt.size());
    QSaveFile out(target);
    if (!out.open(QIODevice::WriteOnly))
        return cannotWrite(target);
    const auto sealed = security::seal(
        password, salt, cost, [&packer](std::span<std::uint8_t> buffer) { return packer.read(buffer); },
        [&out](Bytes bytes) -> Result<void> {
            return out.write(reinterpret_cast<const char*>(bytes.data()), qint64(bytes.size())) == qint64(bytes.size()) ? Result<void>() : Result<void>(cannotWrite(out.fileName()));
        });
    if (!sealed)
        return sealed.error();
    if (!out.commit())
        return cannotWrite(target);
    const auto checked = unpack(target, {}, password);
    if (!checked)
        return checked.error();
    const bool same = std::equal(checked->begin(), checked->end(), packed.begin(), packed.end(), [](const BackedUpFile& a, const BackedUpFile& b) { return a.name == b.name && a.hash == b.hash; });
    if (!same)
        return corrupt("backup.differs", file + " does not read back as it was written; try another disk");
    return packed;
}

Result<std::vector<BackedUpFile>> restoreBook(const std::string& file, const std::string& directory, const std::string& password)
{
    const QString target = QFileInfo(QString::fromStdString(directory)).absoluteFilePath();
    if (QFileInfo::exists(target))
        return conflict("backup.exists", directory + " is there already; restore into a new folder");
    const QDir parent = QFileInfo(target).absoluteDir();
    if (!QDir().mkpath(parent.path()))
        return cannotWrite(parent.path());
    QTemporaryDir beside(parent.filePath(QFileInfo(target).fileName() + "-restoring-XXXXXX"));
    if (!beside.isValid())
        return cannotWrite(parent.path());
    auto files = unpack(QFileInfo(QString::fromStdString(file)).absoluteFilePath(), beside.path(), password);
    if (!files)
        return files;
    if (!QFile::exists(beside.filePath(QStringLiteral("book.keys")))) {
        // SQLite's own check, and schema steps that are newer than the backup.
        const auto book = Book::open(beside.path().toStdString());
        if (!book)
            return book.error();
    }
    if (!QDir().rename(beside.path(), target))
        return cannotWrite(target);
    beside.setAutoRemove(false);
    return files;
}

} // namespace rialto::storage
