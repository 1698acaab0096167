// SPDX-License-Identifier: GPL-3.0-or-later
// ReportJob: one piece of work of the Reports screen: a preview, saved files, or a batch of all clients. Its functions run in the
// worker thread; the model reads it when that has ended, and may set `cancelled` at any time.
#pragma once

#include "market/bar_store.h"
#include "reports/explanation.h"
#include "reports/export/delivery/report_batch.h"
#include "reports/printed_figures.h"
#include "services/report_source.h"

#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rialto::reporting {

/// Opens a store of the worker's own.
using StoreOpener = std::function<std::unique_ptr<market::BarStore>()>;

/// What is asked for, copied from the screen.
struct ReportWish {
    reports::ReportDefinition definition;
    ClientId client;                       // none: about the market
    ReportPeriod period;
    int language = 0;                      // 0 English, 1 Chinese
    std::string brandFile;                 // may be empty
    std::vector<reports::ReportFormat> formats;
    std::string folder;
    std::string bookFolder;                // whose record is kept; may be empty

    reports::Language in() const { return language == 1 ? reports::Language::Chinese : reports::Language::English; }
};

struct ReportJob {
    std::atomic<bool> cancelled{false};
    std::function<void(double)> tell;      // how far, 0 to 1
    std::optional<Error> failure;
    std::shared_ptr<const reports::ReportData> data;
    reports::ReportFigures figures;
    std::vector<reports::PrintedFigure> printed;
    int language = 0;                      // of the pages
    QStringList pages;                     // pictures as addresses
    std::vector<std::string> files;
    std::size_t failures = 0;              // of a batch
    bool batch = false;

    /// Reads the book, then draws.
    void prepare(const ReportWish& wish, AppServices& services, const StoreOpener& open);
    /// `data` as pages; drops it after a failure.
    void draw(const ReportWish& wish);
    /// Writes the report that `shown` makes.
    void save(const ReportWish& wish, const reports::ReportData& shown);
    /// The report of every client, on `threads` threads.
    void saveAll(const ReportWish& wish, AppServices& services, const StoreOpener& open, int threads);

private:
    std::shared_ptr<const ReportSource> gather(AppServices& services, const StoreOpener& open, ClientId only);
    std::optional<reports::Brand> brand(const ReportWish& wish);
    void keep(const ReportWish& wish, const std::vector<reports::IssuedReport>& issued);
};

} // namespace rialto::reporting
