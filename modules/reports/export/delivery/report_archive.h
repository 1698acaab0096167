// SPDX-License-Identifier: GPL-3.0-or-later
// ReportArchive: what was issued and how it looked to the byte. Beside the files lies manifest.json with the SHA-256 of each; the
// book keeps reports.log, one line an issued file, each line carrying the hash of the line before it, so that neither a file nor
// a manifest nor a line can be changed unseen by whoever holds the other. One writer at a time.
#pragma once

#include "base/clock.h"
#include "reports/export/delivery/report_files.h"

#include <atomic>
#include <string>
#include <vector>

namespace rialto::reports {

struct IssuedReport {
    std::string key;             // of the report: id, client, period
    std::string language;        // "en", "zh"
    std::string issued;          // ISO 8601 UTC, of the book's clock
    ReportFile file;
};

inline constexpr const char* kManifestName = "manifest.json";
inline constexpr const char* kRecordName = "reports.log";

/// Adds to the folder's manifest; a file of the same name is replaced in it. Errors: reports.manifest-malformed, reports.write-failed.
Result<void> addToManifest(const std::string& folder, const std::vector<IssuedReport>& issued);
/// Appends to the book's record. Errors: reports.record-malformed, reports.write-failed.
Result<void> addToRecord(const std::string& bookFolder, const std::vector<IssuedReport>& issued);

enum class FileState { AsIssued, Changed, Missing, NotInRecord };

struct CheckedReport {
    IssuedReport issued;         // as the folder's manifest says
    FileState state = FileState::AsIssued;
};

/// Every file of the folder's manifest, by name, compared with it and, when `bookFolder` is given, with the book's record; nothing
/// when the folder has no manifest. `cancelled` is looked at before each file. Errors: reports.manifest-malformed,
/// reports.record-malformed.
Result<std::vector<CheckedReport>> checkFolder(const std::string& folder, const std::string& bookFolder, const std::atomic<bool>& cancelled);

struct Verdict {
    bool good = false;
    std::string sha256;          // of the file as it is
    std::string expected;        // as issued; "" when nobody knows the file
    std::string source;          // the manifest or record that says so
    std::string reason;          // one sentence
};

/// Compares the file with the manifest beside it (or `manifest`) and, when `bookFolder` is given, with the book's record.
/// A manifest itself is checked with all its files. Errors: reports.read-failed, reports.manifest-malformed, reports.record-malformed,
/// reports.not-issued (neither knows the file).
Result<Verdict> verifyReport(const std::string& path, const std::string& manifest, const std::string& bookFolder);

} // namespace rialto::reports
