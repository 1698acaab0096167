// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/delivery/report_batch.h"

#include <algorithm>
#include <mutex>
#include <thread>

namespace rialto::reports {

namespace {

Result<std::vector<IssuedReport>> issue(const BatchRequest& request, std::size_t index)
{
    std::vector<IssuedReport> issued;
    for (const Language language : request.languages) {
        const auto document = request.make(index, language);
        if (!document)
            return document.error();
        auto files = writeReport(*document, request.folder, request.formats);
        if (!files)
            return files.error();
        for (auto& file : *files)
            issued.push_back({document->key, language == Language::Chinese ? "zh" : "en", request.issued, std::move(file)});
    }
    return issued;
}

} // namespace

Result<BatchOutcome> runBatch(const BatchRequest& request, const std::atomic<bool>& cancelled, const std::function<void(std::size_t, std::size_t)>& progress)
{
    BatchOutcome outcome;
    std::vector<std::vector<IssuedReport>> done(request.count);
    std::mutex mutex;
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        while (!cancelled) {
            const std::size_t index = next.fetch_add(1);
            if (index >= request.count)
                return;
            auto issued = issue(request, index);
            const std::lock_guard<std::mutex> lock(mutex);
            if (issued)
                done[index] = std::move(*issued);
            else
                outcome.failures.push_back({request.nameOf(index), issued.error()});
            ++outcome.finished;
            if (progress)
                progress(outcome.finished, outcome.failures.size());
        }
    };
    std::vector<std::thread> threads;
    const int others = std::clamp(request.threads, 1, 64) - 1;
    for (int i = 0; i < others; ++i)
        threads.emplace_back(work);
    work();
    for (auto& thread : threads)
        thread.join();
    for (auto& files : done)
        for (auto& file : files)
            outcome.issued.push_back(std::move(file));
    outcome.cancelled = cancelled && outcome.finished < request.count;
    if (!outcome.issued.empty())
        if (const auto written = addToManifest(request.folder, outcome.issued); !written)
            return written.error();
    return outcome;
}

} // namespace rialto::reports
