// SPDX-License-Identifier: GPL-3.0-or-later
// runBatch(): many reports at once, on as many threads as asked for; each is made, written whole and let go before the next, so
// that memory does not grow with their number. Cancelling lets the files under way be finished and starts no more. Needs a
// QGuiApplication for PDF. Blocks until done: a worker thread or the console.
#pragma once

#include "reports/export/delivery/report_archive.h"
#include "reports/report_document.h"

#include <atomic>
#include <functional>
#include <string>
#include <vector>

namespace rialto::reports {

struct BatchRequest {
    std::size_t count = 0;                   // of reports, each in every language
    /// Called from several threads at a time.
    std::function<Result<ReportDocument>(std::size_t index, Language language)> make;
    std::function<std::string(std::size_t index)> nameOf;    // for what failed
    std::vector<Language> languages;
    std::vector<ReportFormat> formats;
    std::string folder;
    std::string issued;                      // time, for the manifest
    int threads = 1;
};

struct BatchFailure {
    std::string name;
    Error error;
};

struct BatchOutcome {
    std::vector<IssuedReport> issued;        // in the order of the request
    std::vector<BatchFailure> failures;
    std::size_t finished = 0;                // reports that were written or failed
    bool cancelled = false;
};

/// `progress` is called after each report, never by two threads at a time. The manifest is written at the end, also after a
/// cancel. Errors: those of addToManifest.
Result<BatchOutcome> runBatch(const BatchRequest& request, const std::atomic<bool>& cancelled, const std::function<void(std::size_t done, std::size_t failed)>& progress);

} // namespace rialto::reports
