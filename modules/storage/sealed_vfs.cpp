// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sealed_vfs.h"

#include "storage/sealed_pages.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUrl>

#include <sodium.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <mutex>
#include <new>
#include <utility>
#include <vector>

namespace rialto::storage {

namespace {

using namespace sealed;

constexpr const char* kName = "rialto-sealed";

// SQLite keeps one list of VFSs a process, and hands them file names and nothing else; so the keys lie here, by folder.
std::mutex g_mutex;
struct Shared {
    security::SecretKey key;
    int users = 0;
};
std::map<std::string, Shared> g_keys;
thread_local std::optional<std::string> t_damage;

std::string canonical(const std::string& directory)
{
    const QString path = QFileInfo(QString::fromStdString(directory)).canonicalFilePath();
    return path.isEmpty() ? QDir::cleanPath(QString::fromStdString(directory)).toStdString() : path.toStdString();
}

/// Of the folder or one above it.
std::optional<security::SecretKey> keyFor(std::string path)
{
    std::replace(path.begin(), path.end(), '\\', '/');
    const std::lock_guard lock(g_mutex);
    for (auto slash = path.rfind('/'); slash != std::string::npos && slash > 0; slash = path.rfind('/', slash - 1))
        if (const auto found = g_keys.find(path.substr(0, slash)); found != g_keys.end())
            return found->second.key;
    return std::nullopt;
}

enum class Kind { Database, Log, Memory };

/// The part of an open file that C++ owns.
struct State {
    Kind kind = Kind::Memory;
    std::string path;
    sqlite3_file* database = nullptr; // of a log: the file that it belongs to
    std::optional<security::SecretKey> book;
    std::optional<security::SecretKey> key; // of this file, once it has an id
    FileId id{};
    std::vector<std::uint8_t> memory;
    std::array<std::uint8_t, static_cast<std::size_t>(kLargestPiece)> sealedBuffer{};
    std::array<std::uint8_t, static_cast<std::size_t>(kPage)> plainBuffer{};
    ~State()
    {
        sodium_memzero(memory.data(), memory.size());
        sodium_memzero(plainBuffer.data(), plainBuffer.size());
    }
    Piece piece(sqlite3_int64 at) const { return kind == Kind::Log ? pieceOfLog(at) : pieceOfDatabase(at); }
};

struct SealedFile {
    sqlite3_file base;
    State* state;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_vfs* realVfs(sqlite3_vfs* vfs) { return static_cast<sqlite3_vfs*>(vfs->pAppData); }
SealedFile& fileOf(sqlite3_file* file) { return *reinterpret_cast<SealedFile*>(file); }

int closeFile(sqlite3_file* file)
{
    SealedFile& sealedFile = fileOf(file);
    int code = SQLITE_OK;
    if (sealedFile.state->kind != Kind::Memory)
        code = sealedFile.real()->pMethods->xClose(sealedFile.real());
    delete sealedFile.state;
    sealedFile.state = nullptr;
    return code;
}

int readMemory(State& state, void* buffer, int amount, sqlite3_int64 at)
{
    const auto size = static_cast<sqlite3_int64>(state.memory.size());
    const auto there = std::clamp<sqlite3_int64>(size - at, 0, amount);
    std::memcpy(buffer, state.memory.data() + std::min(at, size), static_cast<std::size_t>(there));
    if (there == amount)
        return SQLITE_OK;
    std::memset(static_cast<char*>(buffer) + there, 0, static_cast<std::size_t>(amount - there));
    return SQLITE_IOERR_SHORT_READ;
}

/// The log's keys hang on the id of its database, which may have been written after the log was opened.
int findKey(SealedFile& file)
{
    State& state = *file.state;
    if (state.key)
        return SQLITE_OK;
    if (state.kind == Kind::Log) {
        const SealedFile& database = fileOf(state.database);
        if (database.state == nullptr || !database.state->key)
            return SQLITE_NOTADB;
        state.id = database.state->id;
    }
    auto key = keyOf(*state.book, state.id, state.kind == Kind::Log);
    if (!key)
        return SQLITE_NOMEM;
    state.key = std::move(*key);
    return SQLITE_OK;
}

int damaged(const State& state, const Piece& piece)
{
    t_damage = (piece.kind == 'p' ? "page " : "frame ") + std::to_string(piece.number) + " of " + state.path;
    return SQLITE_IOERR_DATA;
}

int readFile(sqlite3_file* sqliteFile, void* buffer, int amount, sqlite3_int64 at)
{
    SealedFile& file = fileOf(sqliteFile);
    State& state = *file.state;
    if (state.kind == Kind::Memory)
        return readMemory(state, buffer, amount, at);
    // SQLite reads whole frames only when it looks for the end of the log after a crash. A torn tail is no damage then: it is handed
    // over as zeros, and SQLite's own checksums end the log there.
    const bool recovering = state.kind == Kind::Log && (amount == kFrameHeader + kPage || at < kWalHeader);
    auto* out = static_cast<std::uint8_t*>(buffer);
    for (const sqlite3_int64 end = at + amount; at < end;) {
        const Piece piece = state.piece(at);
        const auto skip = static_cast<std::size_t>(at - piece.at);
        const auto take = std::min(static_cast<std::size_t>(piece.size) - skip, static_cast<std::size_t>(end - at));
        const int code = file.real()->pMethods->xRead(file.real(), state.sealedBuffer.data(), static_cast<int>(piece.size + kExtra), piece.sealedAt);
        if (code == SQLITE_IOERR_SHORT_READ) {
            std::memset(out, 0, static_cast<std::size_t>(end - at));
            return SQLITE_IOERR_SHORT_READ;
        }
        if (code != SQLITE_OK)
            return code;
        if (const int found = findKey(file); found != SQLITE_OK)
            return found;
        if (!openPiece(*state.key, piece, state.sealedBuffer.data(), state.plainBuffer.data())) {
            if (!recovering)
                return damaged(state, piece);
            state.plainBuffer.fill(0);
        }
        std::memcpy(out, state.plainBuffer.data() + skip, take);
        out += take;
        at += static_cast<sqlite3_int64>(take);
    }
    return SQLITE_OK;
}

/// A new database gets its id with its first page.
int beginDatabase(SealedFile& file)
{
    State& state = *file.state;
    if (state.key || state.kind != Kind::Database)
        return findKey(file);
    randombytes_buf(state.id.data(), state.id.size());
    const auto header = fileHeader(state.id);
    const int code = file.real()->pMethods->xWrite(file.real(), header.data(), static_cast<int>(header.size()), 0);
    return code == SQLITE_OK ? findKey(file) : code;
}

int writeFile(sqlite3_file* sqliteFile, const void* buffer, int amount, sqlite3_int64 at)
{
    SealedFile& file = fileOf(sqliteFile);
    State& state = *file.state;
    if (state.kind == Kind::Memory) {
        const auto end = static_cast<std::size_t>(at + amount);
        if (state.memory.size() < end)
            state.memory.resize(end);
        std::memcpy(state.memory.data() + at, buffer, static_cast<std::size_t>(amount));
        return SQLITE_OK;
    }
    if (const int begun = beginDatabase(file); begun != SQLITE_OK)
        return begun;
    const auto* in = static_cast<const std::uint8_t*>(buffer);
    for (const sqlite3_int64 end = at + amount; at < end;) {
        const Piece piece = state.piece(at);
        if (at != piece.at || end - at < piece.size)
            return SQLITE_IOERR_WRITE; // another page size than ours
        sealPiece(*state.key, piece, in, state.sealedBuffer.data());
        const int code = file.real()->pMethods->xWrite(file.real(), state.sealedBuffer.data(), static_cast<int>(piece.size + kExtra), piece.sealedAt);
        if (code != SQLITE_OK)
            return code;
        in += piece.size;
        at += piece.size;
    }
    return SQLITE_OK;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    SealedFile& sealedFile = fileOf(file);
    State& state = *sealedFile.state;
    if (state.kind == Kind::Memory) {
        state.memory.resize(std::min(state.memory.size(), static_cast<std::size_t>(size)));
        return SQLITE_OK;
    }
    return sealedFile.real()->pMethods->xTruncate(sealedFile.real(), state.kind == Kind::Log ? sealedSizeOfLog(size) : sealedSizeOfDatabase(size));
}

int fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    SealedFile& sealedFile = fileOf(file);
    const State& state = *sealedFile.state;
    if (state.kind == Kind::Memory) {
        *size = static_cast<sqlite3_int64>(state.memory.size());
        return SQLITE_OK;
    }
    const int code = sealedFile.real()->pMethods->xFileSize(sealedFile.real(), size);
    if (code == SQLITE_OK)
        *size = state.kind == Kind::Log ? plainSizeOfLog(*size) : plainSizeOfDatabase(*size);
    return code;
}

int fileControl(sqlite3_file* file, int what, void* argument)
{
    SealedFile& sealedFile = fileOf(file);
    // These speak of sizes of the plain file, or would read round us.
    if (sealedFile.state->kind == Kind::Memory || what == SQLITE_FCNTL_SIZE_HINT || what == SQLITE_FCNTL_CHUNK_SIZE || what == SQLITE_FCNTL_MMAP_SIZE)
        return SQLITE_NOTFOUND;
    return sealedFile.real()->pMethods->xFileControl(sealedFile.real(), what, argument);
}

// A plain call of the real file; memory has nothing to do.
#define RIALTO_PASS(name, parameters, arguments)                                                                       \
    int name parameters                                                                                                \
    {                                                                                                                  \
        SealedFile& sealedFile = fileOf(file);                                                                         \
        return sealedFile.state->kind == Kind::Memory ? SQLITE_OK : sealedFile.real()->pMethods->arguments;            \
    }
RIALTO_PASS(syncFile, (sqlite3_file * file, int flags), xSync(sealedFile.real(), flags))
RIALTO_PASS(lockFile, (sqlite3_file * file, int level), xLock(sealedFile.real(), level))
RIALTO_PASS(unlockFile, (sqlite3_file * file, int level), xUnlock(sealedFile.real(), level))
RIALTO_PASS(shmMap, (sqlite3_file * file, int region, int size, int extend, void volatile** memory), xShmMap(sealedFile.real(), region, size, extend, memory))
RIALTO_PASS(shmLock, (sqlite3_file * file, int offset, int count, int flags), xShmLock(sealedFile.real(), offset, count, flags))
RIALTO_PASS(shmUnmap, (sqlite3_file * file, int remove), xShmUnmap(sealedFile.real(), remove))
#undef RIALTO_PASS

int checkReserved(sqlite3_file* file, int* held)
{
    *held = 0;
    SealedFile& sealedFile = fileOf(file);
    return sealedFile.state->kind == Kind::Memory ? SQLITE_OK : sealedFile.real()->pMethods->xCheckReservedLock(sealedFile.real(), held);
}

void shmBarrier(sqlite3_file* file)
{
    SealedFile& sealedFile = fileOf(file);
    if (sealedFile.state->kind != Kind::Memory)
        sealedFile.real()->pMethods->xShmBarrier(sealedFile.real());
}

int sectorSize(sqlite3_file*) { return 4096; }
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

const sqlite3_io_methods kMethods{2, closeFile, readFile, writeFile, truncateFile, syncFile, fileSize, lockFile, unlockFile, checkReserved, fileControl, sectorSize,
    characteristics, shmMap, shmLock, shmBarrier, shmUnmap, nullptr, nullptr};

/// An existing database tells its id; an empty file, or one whose header was never finished, has none yet.
int readId(SealedFile& file)
{
    sqlite3_int64 size = 0;
    if (const int code = file.real()->pMethods->xFileSize(file.real(), &size); code != SQLITE_OK)
        return code;
    if (size < kFileHeader)
        return SQLITE_OK;
    std::array<std::uint8_t, kFileHeader> header{};
    if (const int code = file.real()->pMethods->xRead(file.real(), header.data(), static_cast<int>(header.size()), 0); code != SQLITE_OK)
        return code;
    if (!readFileHeader(header, file.state->id)) {
        t_damage = "the header of " + file.state->path;
        return SQLITE_NOTADB;
    }
    return findKey(file);
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* sqliteFile, int flags, int* outFlags)
{
    SealedFile& file = fileOf(sqliteFile);
    file.base.pMethods = nullptr;
    file.state = new (std::nothrow) State;
    if (file.state == nullptr)
        return SQLITE_NOMEM;
    State& state = *file.state;
    state.path = name == nullptr ? "" : name;
    const bool database = (flags & SQLITE_OPEN_MAIN_DB) != 0;
    if (name == nullptr || (!database && (flags & SQLITE_OPEN_WAL) == 0)) {
        file.base.pMethods = &kMethods;
        if (outFlags != nullptr)
            *outFlags = flags;
        return SQLITE_OK;
    }
    state.kind = database ? Kind::Database : Kind::Log;
    if (!database)
        state.database = sqlite3_database_file_object(name); // reads what SQLite put before the name: no copy of it will do
    state.book = keyFor(state.path);
    int code = state.book ? realVfs(vfs)->xOpen(realVfs(vfs), name, file.real(), flags, outFlags) : SQLITE_CANTOPEN;
    const bool opened = code == SQLITE_OK;
    if (opened && database)
        code = readId(file);
    if (code == SQLITE_OK) {
        file.base.pMethods = &kMethods;
        return code;
    }
    if (opened)
        file.real()->pMethods->xClose(file.real());
    delete file.state;
    file.state = nullptr;
    return code;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int sync)
{
    const int code = realVfs(vfs)->xDelete(realVfs(vfs), name, sync);
    return code == SQLITE_IOERR_DELETE_NOENT ? SQLITE_OK : code; // a journal that was kept in memory
}
int accessFile(sqlite3_vfs* vfs, const char* name, int flags, int* answer) { return realVfs(vfs)->xAccess(realVfs(vfs), name, flags, answer); }
int fullPath(sqlite3_vfs* vfs, const char* name, int size, char* out) { return realVfs(vfs)->xFullPathname(realVfs(vfs), name, size, out); }
int randomness(sqlite3_vfs* vfs, int size, char* out) { return realVfs(vfs)->xRandomness(realVfs(vfs), size, out); }
int sleepMicros(sqlite3_vfs* vfs, int micros) { return realVfs(vfs)->xSleep(realVfs(vfs), micros); }
int currentTime(sqlite3_vfs* vfs, double* days) { return realVfs(vfs)->xCurrentTime(realVfs(vfs), days); }
int lastError(sqlite3_vfs* vfs, int size, char* out) { return realVfs(vfs)->xGetLastError(realVfs(vfs), size, out); }
int currentTime64(sqlite3_vfs* vfs, sqlite3_int64* millis) { return realVfs(vfs)->xCurrentTimeInt64(realVfs(vfs), millis); }

} // namespace

Result<std::string> sealedVfs()
{
    static sqlite3_vfs vfs{};
    const std::lock_guard lock(g_mutex);
    if (vfs.zName == nullptr) {
        sqlite3_vfs* real = sqlite3_vfs_find(nullptr);
        if (sodium_init() < 0 || real == nullptr || real->iVersion < 2)
            return unavailable("storage.sealed-vfs", "SQLite or libsodium cannot be started");
        vfs.iVersion = 2;
        vfs.szOsFile = static_cast<int>(sizeof(SealedFile)) + real->szOsFile;
        vfs.mxPathname = real->mxPathname;
        vfs.pAppData = real;
        vfs.xOpen = openFile;
        vfs.xDelete = deleteFile;
        vfs.xAccess = accessFile;
        vfs.xFullPathname = fullPath;
        vfs.xRandomness = randomness;
        vfs.xSleep = sleepMicros;
        vfs.xCurrentTime = currentTime;
        vfs.xGetLastError = lastError;
        vfs.xCurrentTimeInt64 = currentTime64;
        vfs.zName = kName;
        if (sqlite3_vfs_register(&vfs, 0) != SQLITE_OK) {
            vfs.zName = nullptr;
            return unavailable("storage.sealed-vfs", "SQLite does not take the file layer");
        }
    }
    return std::string(kName);
}

SealedFolder::SealedFolder(const std::string& directory, const security::SecretKey& key) : m_directory(canonical(directory))
{
    const std::lock_guard lock(g_mutex);
    ++g_keys.insert_or_assign(m_directory, Shared{key, g_keys.count(m_directory) > 0 ? g_keys.at(m_directory).users : 0}).first->second.users;
}

SealedFolder::~SealedFolder()
{
    const std::lock_guard lock(g_mutex);
    if (const auto found = g_keys.find(m_directory); found != g_keys.end() && --found->second.users == 0)
        g_keys.erase(found);
}

std::string sealedUri(const std::string& path)
{
    QByteArray encoded = QUrl::toPercentEncoding(QString::fromStdString(path), "/:");
    if (!encoded.startsWith('/'))
        encoded.prepend('/'); // "C:/..." of Windows
    return "file:" + encoded.toStdString() + "?vfs=" + kName;
}

bool isSealedFile(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) && file.read(qint64(kMagic.size())) == QByteArray(kMagic.data(), qsizetype(kMagic.size()));
}

Result<void> verifySealedFile(const std::string& path, const security::SecretKey& bookKey)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return unavailable("storage.unavailable", path + " cannot be read");
    const QByteArray header = file.read(kFileHeader);
    FileId id{};
    if (!readFileHeader({reinterpret_cast<const std::uint8_t*>(header.constData()), std::size_t(header.size())}, id))
        return corrupt("storage.not-sealed", path + " does not begin as a sealed database");
    const auto key = keyOf(bookKey, id, false);
    if (!key)
        return key.error();
    std::array<std::uint8_t, static_cast<std::size_t>(kPage)> plain{};
    for (sqlite3_int64 at = 0;; at += kPage) {
        const Piece piece = pieceOfDatabase(at);
        const QByteArray bytes = file.read(kLargestPiece);
        if (bytes.isEmpty())
            break;
        if (bytes.size() != kLargestPiece || !openPiece(*key, piece, reinterpret_cast<const std::uint8_t*>(bytes.constData()), plain.data()))
            return corrupt("storage.page-damaged", "page " + std::to_string(piece.number) + " of " + path + " is not what was written; restore the newest backup of the book");
    }
    sodium_memzero(plain.data(), plain.size());
    return {};
}

std::optional<std::string> takeSealedDamage() { return std::exchange(t_damage, std::nullopt); }

} // namespace rialto::storage
