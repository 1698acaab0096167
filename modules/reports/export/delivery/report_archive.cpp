// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/delivery/report_archive.h"

#include <nlohmann/json.hpp>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <map>

namespace rialto::reports {
namespace {

using ArchiveJson = nlohmann::ordered_json;

constexpr qint64 kLargest = 256 << 20;

std::string hashOf(const std::string& text)
{
    return QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256).toHex().toStdString();
}

Result<std::string> readAll(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return unavailable("reports.read-failed", path + ": " + file.errorString().toStdString());
    if (file.size() > kLargest)
        return invalid("reports.file-too-large", path);
    return file.readAll().toStdString();
}

ArchiveJson entryOf(const IssuedReport& issued)
{
    return {{"file", issued.file.name}, {"sha256", issued.file.sha256}, {"bytes", issued.file.bytes}, {"report", issued.key}, {"language", issued.language},
        {"format", name(issued.file.format)}, {"issued", issued.issued}};
}

std::string member(const ArchiveJson& object, const char* key)
{
    const auto at = object.is_object() ? object.find(key) : object.end();
    return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

/// The entries by file name, and the digest over them checked.
Result<std::map<std::string, ArchiveJson>> readManifest(const std::string& path)
{
    const auto text = readAll(path);
    if (!text)
        return text.error();
    const ArchiveJson json = ArchiveJson::parse(*text, nullptr, false);
    const auto files = json.is_object() ? json.find("files") : json.end();
    if (json.is_discarded() || !json.is_object() || files == json.end() || !files->is_array())
        return corrupt("reports.manifest-malformed", path);
    if (member(json, "digest") != hashOf(files->dump()))
        return corrupt("reports.manifest-malformed", path + ": its entries do not make its digest; somebody changed it");
    std::map<std::string, ArchiveJson> entries;
    for (const auto& entry : *files) {
        const std::string file = member(entry, "file");
        if (file.empty() || member(entry, "sha256").size() != 64)
            return corrupt("reports.manifest-malformed", path);
        entries[file] = entry;
    }
    return entries;
}

struct Record {
    std::string lastHash;
    std::map<std::string, std::string> issued;   // SHA-256 -> file name
    std::map<std::string, std::string> newest;   // file name -> SHA-256
};

Result<Record> readRecord(const std::string& path)
{
    Record record;
    if (!QFileInfo::exists(QString::fromStdString(path)))
        return record;
    const auto text = readAll(path);
    if (!text)
        return text.error();
    std::size_t start = 0;
    int number = 0;
    while (start < text->size()) {
        std::size_t end = text->find('\n', start);
        if (end == std::string::npos)
            end = text->size();
        const std::string line = text->substr(start, end - start);
        start = end + 1;
        ++number;
        const ArchiveJson json = ArchiveJson::parse(line, nullptr, false);
        if (json.is_discarded() || !json.is_object() || member(json, "before") != record.lastHash)
            return corrupt("reports.record-malformed", path + " line " + std::to_string(number));
        record.lastHash = hashOf(line);
        record.issued[member(json, "sha256")] = member(json, "file");
        record.newest[member(json, "file")] = member(json, "sha256");
    }
    return record;
}

Result<Verdict> verifyManifest(const std::string& path)
{
    const auto entries = readManifest(path);
    if (!entries)
        return entries.error();
    const QDir folder = QFileInfo(QString::fromStdString(path)).dir();
    for (const auto& [file, entry] : *entries) {
        const auto sha = sha256OfFile(folder.filePath(QString::fromStdString(file)).toStdString());
        if (!sha)
            return Verdict{false, {}, member(entry, "sha256"), path, file + " cannot be read"};
        if (*sha != member(entry, "sha256"))
            return Verdict{false, *sha, member(entry, "sha256"), path, file + " is not what was issued"};
    }
    return Verdict{true, {}, {}, path, std::to_string(entries->size()) + " files are as issued"};
}

} // namespace

Result<void> addToManifest(const std::string& folder, const std::vector<IssuedReport>& issued)
{
    const std::string path = QDir(QString::fromStdString(folder)).filePath(kManifestName).toStdString();
    std::map<std::string, ArchiveJson> entries;
    if (QFileInfo::exists(QString::fromStdString(path))) {
        auto known = readManifest(path);
        if (!known)
            return known.error();
        entries = std::move(*known);
    }
    for (const auto& one : issued)
        entries[one.file.name] = entryOf(one);
    ArchiveJson files = ArchiveJson::array();
    for (auto& [file, entry] : entries)
        files.push_back(std::move(entry));
    const std::string digest = hashOf(files.dump());
    const auto written = writeWhole(path, ArchiveJson{{"kind", "rialto-reports"}, {"hash", "SHA-256"}, {"digest", digest}, {"files", std::move(files)}}.dump(1) + "\n");
    if (!written)
        return written.error();
    return {};
}

Result<void> addToRecord(const std::string& bookFolder, const std::vector<IssuedReport>& issued)
{
    const std::string path = QDir(QString::fromStdString(bookFolder)).filePath(kRecordName).toStdString();
    QLockFile lock(QString::fromStdString(path + ".lock"));
    if (!lock.tryLock(10'000))
        return unavailable("reports.write-failed", path + " is in use by another program");
    const auto record = readRecord(path);
    if (!record)
        return record.error();
    std::string before = record->lastHash;
    QByteArray lines;
    for (const auto& one : issued) {
        ArchiveJson entry = entryOf(one);
        entry["before"] = before;
        const std::string line = entry.dump();
        before = hashOf(line);
        lines += QByteArray::fromStdString(line) + '\n';
    }
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append) || file.write(lines) != lines.size() || !file.flush())
        return unavailable("reports.write-failed", path + ": " + file.errorString().toStdString());
    return {};
}

Result<std::vector<CheckedReport>> checkFolder(const std::string& folder, const std::string& bookFolder, const std::atomic<bool>& cancelled)
{
    const QDir dir(QString::fromStdString(folder));
    const std::string path = dir.filePath(kManifestName).toStdString();
    std::vector<CheckedReport> checked;
    if (!QFileInfo::exists(QString::fromStdString(path)))
        return checked;
    const auto entries = readManifest(path);
    if (!entries)
        return entries.error();
    Record record;
    if (!bookFolder.empty()) {
        auto read = readRecord(QDir(QString::fromStdString(bookFolder)).filePath(kRecordName).toStdString());
        if (!read)
            return read.error();
        record = std::move(*read);
    }
    for (const auto& [file, entry] : *entries) {
        if (cancelled)
            break;
        // A name with a way in it would reach out of the folder.
        const std::string own = QFileInfo(QString::fromStdString(file)).fileName().toStdString();
        const auto bytes = entry.find("bytes");
        const bool known = bytes != entry.end() && bytes->is_number_integer();
        CheckedReport one{{member(entry, "report"), member(entry, "language"), member(entry, "issued"),
                              {dir.filePath(QString::fromStdString(own)).toStdString(), own, reportFormat(member(entry, "format")).value_or(ReportFormat::Pdf), member(entry, "sha256"), known ? bytes->get<std::int64_t>() : 0, 0}},
            FileState::AsIssued};
        const auto sha = sha256OfFile(one.issued.file.path);
        if (!sha)
            one.state = FileState::Missing;
        else if (*sha != one.issued.file.sha256)
            one.state = FileState::Changed;
        else if (!bookFolder.empty() && record.issued.count(*sha) == 0)
            one.state = FileState::NotInRecord;
        checked.push_back(std::move(one));
    }
    return checked;
}

Result<Verdict> verifyReport(const std::string& path, const std::string& manifest, const std::string& bookFolder)
{
    const QFileInfo info(QString::fromStdString(path));
    if (info.fileName() == kManifestName)
        return verifyManifest(path);
    const auto sha = sha256OfFile(path);
    if (!sha)
        return sha.error();
    const std::string file = info.fileName().toStdString();
    Verdict verdict{false, *sha, {}, {}, {}};
    const std::string beside = manifest.empty() ? info.dir().filePath(kManifestName).toStdString() : manifest;
    if (!manifest.empty() || QFileInfo::exists(QString::fromStdString(beside))) {
        const auto entries = readManifest(beside);
        if (!entries)
            return entries.error();
        for (const auto& [known, entry] : *entries)
            if (known == file || member(entry, "sha256") == *sha) {
                verdict.expected = member(entry, "sha256");
                verdict.source = beside;
                verdict.good = verdict.expected == *sha;
                if (known == file)
                    break;
            }
    }
    if (!bookFolder.empty()) {
        const std::string log = QDir(QString::fromStdString(bookFolder)).filePath(kRecordName).toStdString();
        const auto record = readRecord(log);
        if (!record)
            return record.error();
        const bool known = record->issued.count(*sha) != 0;
        if (const auto named = record->newest.find(file); known || named != record->newest.end()) {
            verdict.good = known && (verdict.expected.empty() || verdict.good);
            verdict.expected = known ? *sha : named->second;
            verdict.source = log;
        } else if (!verdict.expected.empty()) {
            verdict.good = false;
            verdict.source = log;
            verdict.reason = "the book did not issue " + file;
        }
    }
    if (verdict.expected.empty())
        return notFound("reports.not-issued", file + " is in no manifest" + (bookFolder.empty() ? "" : " and not in the book's record"));
    if (verdict.reason.empty())
        verdict.reason = verdict.good ? file + " is as issued" : file + " is not what was issued";
    return verdict;
}

} // namespace rialto::reports
