// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/report_options.h"

#include "reports/export/delivery/report_batch.h"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <thread>

#if defined(__unix__) || defined(__APPLE__)
#include <sys/resource.h>
#endif

namespace rialto::cli {

namespace {

struct BatchOptions {
    std::string report = "client-statement";
    std::vector<std::string> clients;
    int threads = 0;
    ReportOptions options;
};

std::atomic<bool> g_interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may set it");

void onInterrupt(int)
{
    g_interrupted = true;
}

/// In MiB; 0 where the system does not say.
double peakMemory()
{
#if defined(__linux__)
    rusage usage{};
    return getrusage(RUSAGE_SELF, &usage) == 0 ? static_cast<double>(usage.ru_maxrss) / 1024 : 0;
#else
    return 0;
#endif
}

Result<std::vector<Client>> chosen(const ReportSource& source, const std::vector<std::string>& numbers)
{
    if (numbers.empty())
        return source.clients();
    std::vector<Client> clients;
    for (const auto& number : numbers) {
        auto client = source.client(number);
        if (!client)
            return client.error();
        clients.push_back(std::move(*client));
    }
    return clients;
}

int makeBatch(Context& context, const BatchOptions& wanted)
{
    const auto definition = reports::findReport(wanted.report);
    if (!definition)
        return context.fail(notFound("reports.unknown", wanted.report.substr(0, 60) + "; 'rialtoctl report list' names them"));
    if (definition->scope != reports::ReportScope::Client) {
        context.err << "rialtoctl: " << definition->id << " is not about a client; 'rialtoctl report " << definition->id << "' makes it\n";
        return kUsage;
    }
    const auto asked = wanted.options.period();
    const auto brand = wanted.options.brand();
    if (!asked || !brand)
        return context.fail(asked ? brand.error() : asked.error());
    const auto session = context.open();
    if (!session)
        return kFailed;
    const auto started = std::chrono::steady_clock::now();
    const auto source = ReportSource::gather(session->services(), session->bars());
    if (!source)
        return context.fail(source.error());
    const auto clients = chosen(**source, wanted.clients);
    if (!clients)
        return context.fail(clients.error());

    reports::BatchRequest request;
    request.count = clients->size();
    request.languages = wanted.options.languageList();
    request.formats = wanted.options.formatList();
    request.folder = wanted.options.folder;
    request.issued = isoUtc(session->services().session().venueTime);
    request.threads = wanted.threads > 0 ? wanted.threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    // Only what programs read needs the calculations.
    const bool traced = std::any_of(request.formats.begin(), request.formats.end(), [](auto format) { return format != reports::ReportFormat::Pdf; });
    request.nameOf = [&](std::size_t index) { return (*clients)[index].number; };
    request.make = [&](std::size_t index, reports::Language language) -> Result<reports::ReportDocument> {
        const auto data = (*source)->data(*definition, (*clients)[index].id, *asked, traced);
        if (!data)
            return data.error();
        return reports::buildReport(*definition, *data, {language, *brand, traced});
    };
    g_interrupted = false;
    const auto before = std::signal(SIGINT, onInterrupt);
    const auto outcome = reports::runBatch(request, g_interrupted, [&](std::size_t done, std::size_t failed) {
        if (done == request.count || done % 10 == 0)
            context.err << "\rrialtoctl: " << done << " of " << request.count << (failed > 0 ? ", " + std::to_string(failed) + " failed" : std::string()) << std::flush;
    });
    std::signal(SIGINT, before);
    context.err << '\n';
    if (!outcome)
        return context.fail(outcome.error());
    if (!outcome->issued.empty())
        if (const auto kept = reports::addToRecord(session->directory(), outcome->issued); !kept)
            return context.fail(kept.error());
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    const double peak = peakMemory();
    Json failures = Json::array();
    for (const auto& failure : outcome->failures) {
        failures.push_back({{"client", failure.name}, {"code", failure.error.code}, {"detail", failure.error.detail}});
        if (!context.json)
            context.err << "rialtoctl: " << failure.name << ": " << failure.error.text() << '\n';
    }
    Json files = Json::array();
    std::int64_t bytes = 0;
    for (const auto& one : outcome->issued) {
        files.push_back(toJson(one));
        bytes += one.file.bytes;
    }
    const auto made = outcome->finished - outcome->failures.size();
    context.ok({{"report", definition->id}, {"clients", request.count}, {"made", made}, {"failed", outcome->failures.size()}, {"cancelled", outcome->cancelled}, {"seconds", seconds}, {"threads", request.threads},
                   {"peakMemoryMiB", peak}, {"bytes", bytes}, {"failures", failures}, {"files", files}},
        fmt::format("{} of {} reports, {} files, {:.1f} MB in {:.1f} s on {} threads; peak memory {:.0f} MiB\n", made, request.count, outcome->issued.size(), static_cast<double>(bytes) / 1e6, seconds, request.threads, peak));
    if (outcome->cancelled)
        context.err << "rialtoctl: cancelled; every file that is there is whole\n";
    return outcome->cancelled || !outcome->failures.empty() ? kFailed : kOk;
}

} // namespace

Command reportBatchCommand()
{
    return {{"report", "batch"}, "A report for every client, or those listed, on all cores; Ctrl-C leaves whole files only",
        {"rialtoctl report batch --out statements", "rialtoctl report batch --report performance-review --clients C-1001,C-1003 --as-of 2026-01-05 --format pdf,xlsx --lang en,zh --out reports --json"},
        [](CLI::App& app) -> Action {
            auto wanted = std::make_shared<BatchOptions>();
            app.add_option("--report", wanted->report, "Name in the catalogue")->capture_default_str();
            app.add_option("--clients,--client", wanted->clients, "Client numbers with commas (default: all)")->delimiter(',');
            app.add_option("--threads", wanted->threads, "How many at a time (default: one a core)")->check(CLI::Range(1, 64));
            wanted->options.addTo(app);
            return [wanted](Context& context) { return makeBatch(context, *wanted); };
        }};
}

} // namespace rialto::cli
