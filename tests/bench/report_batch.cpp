// SPDX-License-Identifier: GPL-3.0-or-later
// Statements of a book with many clients as PDF: report_batch [clients = 1000] [threads = all] [folder to keep the book in].
// Prints the seconds of gathering, of making the files, and the peak memory.
#include "composition.h"
#include "reports/export/delivery/report_batch.h"
#include "services/report_source.h"

#include <QGuiApplication>
#include <QTemporaryDir>

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include <sys/resource.h>

using namespace rialto;

namespace {

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

int fail(const Error& error)
{
    fmt::print(stderr, "{}\n", error.text());
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    BookOptions options;
    const int wanted = argc > 1 ? std::max(1, std::atoi(argv[1])) : 1000;
    const int threads = argc > 2 ? std::max(1, std::atoi(argv[2])) : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const QTemporaryDir folder;
    options.directory = argc > 3 ? argv[3] : folder.filePath("book").toStdString();
    options.demoClients = wanted;
    app::Composition composition;
    auto start = std::chrono::steady_clock::now();
    const auto session = composition.open(options);
    if (!session)
        return fail(session.error());
    fmt::print("book with {} clients, {} ledger groups: {:.1f} s\n", (*session)->services().book()->clients.size(), (*session)->services().book()->ledgerGroups, secondsSince(start));

    start = std::chrono::steady_clock::now();
    const auto source = ReportSource::gather((*session)->services(), (*session)->bars());
    if (!source)
        return fail(source.error());
    fmt::print("gathered: {:.2f} s\n", secondsSince(start));
    const auto definition = reports::findReport("client-statement");
    const auto& clients = (*source)->clients();
    reports::BatchRequest request;
    request.count = clients.size();
    request.languages = {reports::Language::English};
    request.formats = {reports::ReportFormat::Pdf};
    request.folder = folder.filePath("statements").toStdString();
    request.issued = "2026-01-05T00:00:00Z";
    request.threads = threads;
    request.nameOf = [&](std::size_t index) { return clients[index].number; };
    request.make = [&](std::size_t index, reports::Language language) -> Result<reports::ReportDocument> {
        const auto data = (*source)->data(*definition, clients[index].id, {}, false);
        if (!data)
            return data.error();
        return reports::buildReport(*definition, *data, {language, {}, false});
    };
    start = std::chrono::steady_clock::now();
    std::atomic<bool> cancelled{false};
    const auto outcome = reports::runBatch(request, cancelled, {});
    const double seconds = secondsSince(start);
    if (!outcome)
        return fail(outcome.error());
    std::int64_t bytes = 0;
    for (const auto& issued : outcome->issued)
        bytes += issued.file.bytes;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const double cpu = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec);
    fmt::print("{} statements, {:.1f} MB, {} failed: {:.1f} s on {} threads; cpu {:.0f} s in all; peak memory {:.0f} MiB\n", outcome->issued.size(), static_cast<double>(bytes) / 1e6, outcome->failures.size(), seconds, threads,
        cpu, static_cast<double>(usage.ru_maxrss) / 1024);
    return outcome->failures.empty() ? 0 : 1;
}
