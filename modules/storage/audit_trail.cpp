// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/audit_trail.h"

#include "storage/audit_words.h"
#include "security/audit_format.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <QtCore/QUuid>

#include <algorithm>
#include <charconv>

namespace rialto::storage {

namespace {

using security::AuditAnchor;
using security::AuditChain;
using security::KeySeed;
namespace format = security::audit_format;

Timestamp wallTime() { return Timestamp::fromMillis(QDateTime::currentMSecsSinceEpoch()); }

KeySeed freshSeed()
{
    KeySeed seed{};
    if (sodium_init() >= 0)
        randombytes_buf(seed.data(), seed.size());
    return seed;
}

constexpr std::string_view kSealed = "sealed ";

std::string sealText(const std::string& text, const security::SecretKey& key)
{
    std::vector<std::uint8_t> bytes(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size());
    randombytes_buf(bytes.data(), crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(bytes.data() + crypto_secretbox_NONCEBYTES, format::bytes(text), text.size(), bytes.data(), key.data());
    return std::string(kSealed) + format::hex(bytes.data(), bytes.size());
}

/// Empty when it was sealed with another key.
std::string openText(const std::string& sealed, const security::SecretKey& key)
{
    const std::string_view hex = std::string_view(sealed).substr(kSealed.size());
    std::vector<std::uint8_t> bytes(hex.size() / 2);
    constexpr std::size_t kExtra = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (bytes.size() < kExtra || !format::unhex(hex, bytes.data(), bytes.size()))
        return {};
    std::string text(bytes.size() - kExtra, '\0');
    const bool good = crypto_secretbox_open_easy(reinterpret_cast<std::uint8_t*>(text.data()), bytes.data() + crypto_secretbox_NONCEBYTES, bytes.size() - crypto_secretbox_NONCEBYTES,
                          bytes.data(), key.data())
        == 0;
    return good ? text : std::string();
}

/// The audit log's key is not sealed with the very bytes that seal pages.
Result<security::SecretKey> keyOfSeeds(const security::SecretKey& book)
{
    constexpr std::string_view kPurpose = "rialto audit key 1";
    return book.derive({format::bytes(kPurpose), kPurpose.size()});
}

/// One seed a line, in hex; the file is replaced as a whole and is the user's alone.
Result<void> writeSeeds(const AuditKeyFile& keyFile, const std::vector<KeySeed>& seeds)
{
    const std::string& path = keyFile.path;
    std::string text;
    for (const KeySeed& seed : seeds)
        text += format::hex(seed.data(), seed.size()) + "\n";
    if (keyFile.key) {
        const auto key = keyOfSeeds(*keyFile.key);
        if (!key)
            return key.error();
        text = sealText(text, *key);
    }
    QSaveFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly))
        return unavailable("storage.audit-key", path + " cannot be written; check the permissions of the folder");
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QByteArray::fromStdString(text));
    if (!file.commit())
        return unavailable("storage.audit-key", path + " cannot be written; check the free space and the permissions of the folder");
    return {};
}

std::vector<KeySeed> readSeeds(const AuditKeyFile& keyFile)
{
    std::vector<KeySeed> seeds;
    QFile file(QString::fromStdString(keyFile.path));
    if (!file.open(QIODevice::ReadOnly))
        return seeds;
    std::string text = file.read(4096).toStdString();
    if (text.starts_with(kSealed)) {
        const auto key = keyFile.key ? keyOfSeeds(*keyFile.key) : Result<security::SecretKey>(notFound("storage.audit-key"));
        text = key ? openText(text, *key) : std::string();
    }
    for (const QByteArray& line : QByteArray::fromStdString(text).split('\n')) {
        KeySeed seed{};
        if (format::unhex(line.toStdString(), seed.data(), seed.size()))
            seeds.push_back(seed);
    }
    return seeds;
}

/// The value of `"name":"` in a line that this program wrote.
std::string field(const std::string& line, const std::string& name)
{
    const std::string opening = "\"" + name + "\":\"";
    const auto at = line.rfind(opening);
    return at == std::string::npos ? std::string() : line.substr(at + opening.size(), line.find('"', at + opening.size()) - at - opening.size());
}

/// The number after "fact " at the beginning of the detail.
std::int64_t factOf(const std::string& line)
{
    const std::string detail = field(line, "detail");
    std::int64_t number = 0;
    if (detail.starts_with("fact "))
        std::from_chars(detail.data() + 5, detail.data() + detail.size(), number);
    return number;
}

/// Every line but the header opens with the number of the last record: {"seq":N, {"checkpoint":N or {"restart":N.
std::uint64_t sequenceOf(const std::string& line)
{
    std::uint64_t number = 0;
    if (const auto colon = line.find(':'); colon != std::string::npos && !line.starts_with("{\"rialto_audit\""))
        std::from_chars(line.data() + colon + 1, line.data() + line.size(), number);
    return number;
}

/// What the last lines of the log say about where it stands.
struct State {
    bool begun = false;
    AuditAnchor anchor;
    std::string key;          // public half of the one in force
    std::uint64_t unsignedLines = 0;
};

Result<State> stateOf(Connection& connection)
{
    State state;
    auto last = connection.statement("SELECT line FROM audit_line ORDER BY position DESC LIMIT 1");
    if (!last)
        return last.error();
    const auto row = last->step();
    if (!row)
        return row.error();
    if (!*row)
        return state;
    state.begun = true;
    state.anchor.hash = field(last->text(0), "hash");
    state.anchor.sequence = sequenceOf(last->text(0));
    auto key = connection.statement(
        "SELECT line, (SELECT count(*) FROM audit_line AS later WHERE later.position > audit_line.position) FROM audit_line WHERE line NOT LIKE '{\"seq\":%' "
        "ORDER BY position DESC LIMIT 1");
    if (!key)
        return key.error();
    const auto found = key->step();
    if (!found)
        return found.error();
    if (*found) {
        const std::string line = key->text(0);
        state.key = line.starts_with("{\"checkpoint\"") ? field(line, "next") : field(line, "key");
        state.unsignedLines = key->unsignedInteger(1);
    }
    return state;
}

} // namespace

Result<std::unique_ptr<AuditTrail>> AuditTrail::open(Connection& connection, AuditKeyFile keyFile)
{
    std::unique_ptr<AuditTrail> trail(new AuditTrail(connection, std::move(keyFile)));
    if (const auto loaded = trail->load(); !loaded)
        return loaded.error();
    return trail;
}

Result<void> AuditTrail::load()
{
    const auto state = stateOf(m_connection);
    if (!state)
        return state.error();
    const auto seeds = readSeeds(m_keyFile);
    const auto known = std::find_if(seeds.begin(), seeds.end(), [&](const KeySeed& seed) { return AuditChain::publicKeyOf(seed) == state->key; });
    if (state->begun && known != seeds.end()) {
        m_seed = *known;
        m_chain = std::make_unique<AuditChain>(state->anchor, m_seed);
        m_unsigned = state->unsignedLines;
    } else {
        // A new log, or one whose key is gone: then the log itself says that it was begun anew.
        m_seed = freshSeed();
        if (const auto written = writeSeeds(m_keyFile, {m_seed}); !written)
            return written;
        auto transaction = Transaction::begin(m_connection);
        if (!transaction)
            return transaction.error();
        std::string line;
        if (state->begun) {
            m_chain = std::make_unique<AuditChain>(state->anchor, m_seed);
            line = m_chain->restart(m_seed);
        } else {
            m_chain = std::make_unique<AuditChain>(QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(), m_seed);
            line = m_chain->header();
        }
        if (const auto inserted = insert(line); !inserted)
            return inserted;
        if (const auto committed = transaction->commit(); !committed)
            return committed;
    }
    accepted();
    return {};
}

Result<void> AuditTrail::insert(const std::string& line)
{
    auto statement = m_connection.statement("INSERT INTO audit_line (line) VALUES (?)");
    if (!statement)
        return statement.error();
    statement->bind(line);
    const auto done = statement->run();
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> AuditTrail::add(const Fact& fact, std::int64_t sequence, const std::string& actor)
{
    ++m_unsigned;
    return insert(m_chain->append(auditEntryOf(fact, sequence, wallTime(), actor)));
}

Result<void> AuditTrail::seal()
{
    return m_unsigned >= kCheckpointEvery ? moveKey() : Result<void>();
}

Result<void> AuditTrail::note(const AuditNote& note, const std::string& actor)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return transaction.error();
    security::AuditEntry entry;
    entry.time = wallTime();
    entry.actor = actor;
    entry.action = note.action;
    entry.subject = note.subject;
    entry.detail = note.detail;
    auto kept = insert(m_chain->append(entry));
    ++m_unsigned;
    if (kept)
        kept = seal();
    if (kept)
        kept = transaction->commit();
    kept ? accepted() : rolledBack();
    return kept;
}

Result<std::vector<std::string>> AuditTrail::tail(Connection& connection, int most)
{
    auto lines = connection.statement("SELECT line FROM (SELECT position, line FROM audit_line ORDER BY position DESC LIMIT ?) ORDER BY position");
    if (!lines)
        return lines.error();
    lines->bind(most);
    std::vector<std::string> found;
    for (;;) {
        const auto row = lines->step();
        if (!row)
            return row.error();
        if (!*row)
            return found;
        found.push_back(lines->text(0));
    }
}

// The new key is on disk before the line that names it; the old one stays beside it, in case the commit does not happen.
Result<void> AuditTrail::moveKey()
{
    const KeySeed next = freshSeed();
    if (const auto written = writeSeeds(m_keyFile, {m_committedSeed, m_seed, next}); !written)
        return written;
    if (const auto inserted = insert(m_chain->checkpoint(next)); !inserted)
        return inserted;
    m_seed = next;
    m_unsigned = 0;
    return {};
}

Result<void> AuditTrail::sign()
{
    if (m_unsigned == 0)
        return {};
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return transaction.error();
    auto moved = moveKey();
    if (moved)
        moved = transaction->commit();
    if (!moved) {
        rolledBack();
        return moved;
    }
    accepted();
    return writeSeeds(m_keyFile, {m_seed});
}

void AuditTrail::accepted()
{
    m_committed = m_chain->anchor();
    m_committedSeed = m_seed;
    m_committedUnsigned = m_unsigned;
}

void AuditTrail::rolledBack()
{
    m_seed = m_committedSeed;
    m_unsigned = m_committedUnsigned;
    m_chain = std::make_unique<AuditChain>(m_committed, m_seed);
}

Result<AuditAnchor> AuditTrail::exportTo(Connection& connection, const AuditKeyFile& keyFile, Timestamp now, const std::function<bool(const std::string&)>& write)
{
    const auto state = stateOf(connection);
    if (!state)
        return state.error();
    if (!state->begun)
        return notFound("storage.audit-empty", connection.path());
    const auto seeds = readSeeds(keyFile);
    const auto known = std::find_if(seeds.begin(), seeds.end(), [&](const KeySeed& seed) { return AuditChain::publicKeyOf(seed) == state->key; });
    if (known == seeds.end())
        return unavailable("storage.audit-key", keyFile.path + " does not hold the key in force, so that the export cannot be signed");
    auto lines = connection.statement("SELECT line FROM audit_line ORDER BY position");
    if (!lines)
        return lines.error();
    for (;;) {
        const auto row = lines->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        if (!write(lines->text(0) + "\n"))
            return unavailable("storage.audit-export", "the export cannot be written; check the free space");
    }
    const AuditChain chain(state->anchor, *known);
    if (!write(chain.end(now) + "\n"))
        return unavailable("storage.audit-export", "the export cannot be written; check the free space");
    auto record = connection.statement("SELECT line FROM audit_line WHERE line LIKE '{\"seq\":%' ORDER BY position DESC LIMIT 1");
    if (!record)
        return record.error();
    const auto row = record->step();
    if (!row)
        return row.error();
    // An anchor is a record, not the checkpoint that may follow it.
    return AuditAnchor{state->anchor.sequence, *row ? field(record->text(0), "hash") : format::kNoHash};
}

Result<std::optional<std::int64_t>> AuditTrail::firstAlteredFact(Connection& connection, const std::function<Result<void>(const std::function<Result<void>(Fact&&)>&)>& load)
{
    auto lines = connection.statement("SELECT line FROM audit_line WHERE line LIKE '{\"seq\":%' ORDER BY position");
    if (!lines)
        return lines.error();
    std::optional<std::int64_t> altered;
    std::int64_t spokenOf = 0; // the fact of the current line; 0: no line is left
    std::string digest;
    const auto advance = [&]() -> Result<void> {
        const auto row = lines->step();
        if (!row)
            return row.error();
        spokenOf = *row ? factOf(lines->text(0)) : 0;
        digest = *row ? field(lines->text(0), "digest") : std::string();
        return {};
    };
    if (const auto first = advance(); !first)
        return first.error();
    const std::int64_t firstCovered = spokenOf; // older facts are from before there was a log
    std::int64_t sequence = 0;
    const auto loaded = load([&](Fact&& fact) -> Result<void> {
        if (++sequence < firstCovered || altered)
            return {};
        if (spokenOf != sequence || digest != factDigest(fact)) {
            altered = sequence;
            return {};
        }
        return advance();
    });
    if (!loaded)
        return loaded.error();
    if (!altered && spokenOf != 0)
        altered = spokenOf; // the log remembers a fact that is not there
    return altered;
}

} // namespace rialto::storage
