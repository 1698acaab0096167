// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_job.h"

#include "reports/export/delivery/brand_file.h"
#include "reports/export/pdf/report_pages.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>

namespace rialto::reporting {

namespace {

constexpr double kPreviewDpi = 110;

QString address(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return QStringLiteral("data:image/png;base64,") + QString::fromLatin1(bytes.toBase64());
}

} // namespace

std::shared_ptr<const ReportSource> ReportJob::gather(AppServices& services, const StoreOpener& open, ClientId only)
{
    const auto bars = open ? open() : nullptr;
    if (!bars) {
        failure = unavailable("storage.cannot-open", "price history");
        return nullptr;
    }
    auto source = ReportSource::gather(services, *bars, only);
    if (!source) {
        failure = source.error();
        return nullptr;
    }
    return *source;
}

std::optional<reports::Brand> ReportJob::brand(const ReportWish& wish)
{
    if (wish.brandFile.empty())
        return reports::Brand{};
    auto read = reports::readBrand(wish.brandFile);
    if (!read) {
        failure = read.error();
        return std::nullopt;
    }
    return std::move(*read);
}

void ReportJob::prepare(const ReportWish& wish, AppServices& services, const StoreOpener& open)
{
    const auto source = gather(services, open, wish.client);
    if (!source || cancelled)
        return;
    auto made = source->data(wish.definition, wish.client, wish.period, true);
    if (cancelled)
        return;
    if (!made) {
        failure = made.error();
        return;
    }
    tell(0.5);
    data = std::make_shared<const reports::ReportData>(std::move(*made));
    draw(wish);
}

void ReportJob::draw(const ReportWish& wish)
{
    language = wish.language;
    const auto look = brand(wish);
    if (!look) {
        data.reset();
        return;
    }
    const auto document = reports::buildReport(wish.definition, *data, {wish.in(), *look, true});
    if (!document) {
        failure = document.error();
        data.reset();
        return;
    }
    figures = reports::figuresOf(*document);
    printed = reports::printedFigures(*document);
    const reports::ReportPages drawn(*document);
    for (int page = 0; page < drawn.count() && !cancelled; ++page) {
        pages.append(address(drawn.image(page, kPreviewDpi)));
        tell(0.5 + 0.4 * (page + 1) / drawn.count());
    }
}

void ReportJob::keep(const ReportWish& wish, const std::vector<reports::IssuedReport>& issued)
{
    if (wish.bookFolder.empty() || issued.empty())
        return;
    if (const auto kept = reports::addToRecord(wish.bookFolder, issued); !kept)
        failure = kept.error();
}

void ReportJob::save(const ReportWish& wish, const reports::ReportData& shown)
{
    tell(0.9);
    const auto look = brand(wish);
    if (!look)
        return;
    const auto document = reports::buildReport(wish.definition, shown, {wish.in(), *look, true});
    if (!document) {
        failure = document.error();
        return;
    }
    auto written = reports::writeReport(*document, wish.folder, wish.formats);
    if (!written) {
        failure = written.error();
        return;
    }
    std::vector<reports::IssuedReport> issued;
    for (auto& file : *written) {
        files.push_back(file.path);
        issued.push_back({document->key, wish.language == 1 ? "zh" : "en", isoUtc(document->createdAt), std::move(file)});
    }
    if (const auto kept = reports::addToManifest(wish.folder, issued); !kept)
        failure = kept.error();
    else
        keep(wish, issued);
}

void ReportJob::saveAll(const ReportWish& wish, AppServices& services, const StoreOpener& open, int threads)
{
    batch = true;
    const auto look = brand(wish);
    if (!look)
        return;
    const auto source = gather(services, open, ClientId());
    if (!source)
        return;
    // Only what programs read needs the calculations.
    const bool traced = std::any_of(wish.formats.begin(), wish.formats.end(), [](auto format) { return format != reports::ReportFormat::Pdf; });
    reports::BatchRequest request;
    request.count = source->clients().size();
    request.languages = {wish.in()};
    request.formats = wish.formats;
    request.folder = wish.folder;
    request.issued = isoUtc(services.session().venueTime);
    request.threads = threads;
    request.nameOf = [&](std::size_t index) { return source->clients()[index].number; };
    request.make = [&](std::size_t index, reports::Language in) -> Result<reports::ReportDocument> {
        const auto made = source->data(wish.definition, source->clients()[index].id, wish.period, traced);
        if (!made)
            return made.error();
        return reports::buildReport(wish.definition, *made, {in, *look, traced});
    };
    const auto outcome = reports::runBatch(request, cancelled, [&](std::size_t done, std::size_t) { tell(0.1 + 0.9 * double(done) / double(std::max<std::size_t>(1, request.count))); });
    if (!outcome) {
        failure = outcome.error();
        return;
    }
    for (const auto& issued : outcome->issued)
        files.push_back(issued.file.path);
    failures = outcome->failures.size();
    keep(wish, outcome->issued);
    if (outcome->issued.empty() && !outcome->failures.empty())
        failure = outcome->failures.front().error;
}

} // namespace rialto::reporting
