// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/key_ring_file.h"

#include <QtCore/QFile>
#include <QtCore/QLockFile>
#include <QtCore/QSaveFile>

#include <sodium.h>

namespace rialto::storage {

namespace {

constexpr qint64 kLargestRing = qint64{16} << 20;
constexpr int kPatienceMillis = 30'000; // a trial of a password takes a second or so

} // namespace

void systemRandom(std::span<std::uint8_t> bytes)
{
    RIALTO_CHECK(sodium_init() >= 0, "libsodium can be started");
    randombytes_buf(bytes.data(), bytes.size());
}

bool KeyRingFile::exists() const { return QFile::exists(QString::fromStdString(m_path)); }

Result<security::KeyRing> KeyRingFile::read() const
{
    QFile file(QString::fromStdString(m_path));
    if (!file.open(QIODevice::ReadOnly))
        return notFound("storage.no-file", m_path);
    if (file.size() > kLargestRing)
        return corrupt("security.key-ring", m_path + " is too large to be one");
    auto ring = security::KeyRing::parse(file.readAll().toStdString());
    if (!ring)
        return Error{ring.error().kind, ring.error().code, m_path + ": " + ring.error().detail};
    return ring;
}

Result<void> KeyRingFile::write(const security::KeyRing& ring) const
{
    QSaveFile file(QString::fromStdString(m_path));
    if (!file.open(QIODevice::WriteOnly))
        return unavailable("storage.unavailable", m_path + " cannot be written; check the permissions of the folder");
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QByteArray::fromStdString(ring.text()));
    if (!file.commit()) // on the disk before it takes the old one's name
        return unavailable("storage.unavailable", m_path + " cannot be written; check the free space and the permissions of the folder");
    return {};
}

Result<void> KeyRingFile::update(const std::function<Result<void>(security::KeyRing&)>& change) const
{
    QLockFile lock(QString::fromStdString(m_path + ".lock"));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(kPatienceMillis))
        return unavailable("security.key-ring-busy", "another program is trying a password at this book; try again");
    auto ring = read();
    if (!ring)
        return ring.error();
    const std::string before = ring->text();
    auto changed = change(*ring);
    if (ring->text() != before)
        if (auto written = write(*ring); !written)
            return written;
    return changed;
}

} // namespace rialto::storage
