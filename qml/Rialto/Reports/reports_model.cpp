// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports_model.h"

#include "Feed/messages.h"
#include "reports/export/delivery/report_batch.h"
#include "reports/export/pdf/report_pages.h"
#include "services/report_source.h"

#include <QBuffer>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

namespace rialto::reporting {

namespace {

constexpr double kPreviewDpi = 110;
constexpr qsizetype kRecent = 12;

QString address(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return QStringLiteral("data:image/png;base64,") + QString::fromLatin1(bytes.toBase64());
}

} // namespace

struct ReportsModel::Job {
    std::atomic<bool> cancelled{false};
    std::function<void(double)> tell;      // from the worker
    std::optional<Error> failure;
    std::shared_ptr<const reports::ReportData> data;
    int language = 0;                      // of the pages
    QStringList pages;
    std::vector<std::string> files;
    std::size_t failures = 0;              // of a batch
    bool batch = false;

    /// The report as pages in the job's language; false after a failure.
    bool draw(const reports::ReportDefinition& definition)
    {
        const auto document = reports::buildReport(definition, *data, {languageOf(language), {}, false});
        if (!document) {
            failure = document.error();
            return false;
        }
        const reports::ReportPages drawn(*document);
        for (int page = 0; page < drawn.count() && !cancelled; ++page) {
            pages.append(address(drawn.image(page, kPreviewDpi)));
            tell(0.5 + 0.4 * (page + 1) / drawn.count());
        }
        return true;
    }
    static reports::Language languageOf(int index) { return index == 1 ? reports::Language::Chinese : reports::Language::English; }
    /// What is in the book, or the failure.
    std::shared_ptr<const ReportSource> gather(AppServices& services, const StoreOpener& open, ClientId only)
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
};

ReportsModel::ReportsModel(Feed& feed, StoreOpener openBars, QObject* parent)
    : QObject(parent), m_feed(feed), m_openBars(std::move(openBars)), m_book(feed.book()), m_catalogue(reports::reportCatalog()),
      m_folder(QDir::toNativeSeparators(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/Rialto")))
{
    m_language = feed.format().chinese() ? 1 : 0;
    for (const auto& name : reports::reportFormatNames())
        m_formats.append(name == "pdf");
    for (std::size_t i = 0; i < m_catalogue.size(); ++i)
        if (m_catalogue[i].id == "client-statement")
            m_reportIndex = int(i);
    connect(&feed, &Feed::bookChanged, this, [this](const BookPointer& book) {
        const bool clientsNew = !m_book || m_book->clients.size() != book->clients.size();
        const bool dayNew = !m_book || m_book->tradingDay != book->tradingDay;
        m_book = book;
        if (clientsNew)
            emit clientsChanged();
        if (dayNew)
            emit choicesChanged();
    });
    connect(&feed, &Feed::languageChanged, this, [this] {
        setLanguage(m_feed.format().chinese() ? 1 : 0);
        emit clientsChanged();
        emit choicesChanged();
        emit stateChanged();
    });
}

ReportsModel::~ReportsModel()
{
    if (m_worker == nullptr)
        return;
    m_job->cancelled = true;
    m_worker->disconnect(this);
    m_worker->wait();
    delete m_worker;
}

QStringList ReportsModel::reports() const
{
    QStringList list;
    for (const auto& report : m_catalogue)
        list.append(m_feed.format().pick(report.title.en, report.title.zh));
    return list;
}

void ReportsModel::setReportIndex(int index)
{
    if (index == m_reportIndex || index < 0 || index >= int(m_catalogue.size()))
        return;
    m_reportIndex = index;
    forget();
    emit choicesChanged();
}

QString ReportsModel::description() const { return m_feed.format().pick(definition().description.en, definition().description.zh); }

QStringList ReportsModel::formatNames() const
{
    QStringList list;
    for (const auto& name : reports::reportFormatNames())
        list.append(QString::fromStdString(name).toUpper());
    return list;
}

void ReportsModel::setFormat(int index, bool on)
{
    if (index < 0 || index >= m_formats.size() || m_formats[index] == on)
        return;
    m_formats[index] = on;
    // Nothing at all is no choice.
    if (!m_formats.contains(true))
        m_formats[0] = true;
    emit choicesChanged();
}

QStringList ReportsModel::clients() const
{
    QStringList list;
    if (m_book)
        for (const Client& client : m_book->clients)
            list.append(QString::fromStdString(client.number) + QStringLiteral(" · ") + m_feed.format().pick(client.name, client.nameZh));
    return list;
}

void ReportsModel::setClientIndex(int index)
{
    if (index == m_clientIndex || !m_book || index < 0 || index >= int(m_book->clients.size()))
        return;
    m_clientIndex = index;
    forget();
    emit clientsChanged();
    emit choicesChanged();
}

QStringList ReportsModel::periods() const { return {tr("This month"), tr("Last month"), tr("This year"), tr("Since the beginning")}; }

void ReportsModel::setPeriod(int period)
{
    if (period == m_period || period < ThisMonth || period > SinceInception)
        return;
    m_period = period;
    forget();
    emit choicesChanged();
}

void ReportsModel::setLanguage(int language)
{
    if (language == m_language || language < 0 || language > 1)
        return;
    m_language = language;
    drawAgain();
    emit choicesChanged();
}

// The same figures in the other language; a busy worker is followed by this when it ends.
void ReportsModel::drawAgain()
{
    if (busy() || !m_data || m_drawnLanguage == m_language)
        return;
    start([data = m_data, definition = definition(), language = m_language](Job& job) {
        job.data = data;
        job.language = language;
        job.draw(definition);
    });
}

void ReportsModel::setFolder(const QString& folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    emit choicesChanged();
}

std::pair<Date, Date> ReportsModel::range() const
{
    const Date today = m_book ? m_book->tradingDay : Date();
    const Date monthStart = Date::of(today.year(), today.month(), 1);
    switch (m_period) {
    case LastMonth: {
        const Date end = monthStart - 1;
        return {Date::of(end.year(), end.month(), 1), end};
    }
    case ThisYear: return {Date::of(today.year(), 1, 1), today};
    case SinceInception: {
        Date first = today;
        if (m_book && m_clientIndex < int(m_book->clients.size())) {
            const Client& client = m_book->clients[std::size_t(m_clientIndex)];
            for (const Account& account : m_book->accounts)
                if (account.client == client.id && account.opened < first)
                    first = account.opened;
        }
        return {first, today};
    }
    default: return {monthStart, today};
    }
}

QString ReportsModel::periodText() const
{
    const auto [from, to] = range();
    return m_feed.format().date(from) + QStringLiteral(" – ") + m_feed.format().date(to);
}

// What is shown no longer belongs to the choices.
void ReportsModel::forget()
{
    cancel();
    m_data.reset();
    m_failure.reset();
    m_done.clear();
    if (!m_pages.isEmpty()) {
        m_pages.clear();
        emit pagesChanged();
    }
    emit stateChanged();
}

QString ReportsModel::step() const
{
    if (!busy())
        return {};
    if (m_job->cancelled)
        return tr("Stopping…");
    if (m_batching)
        return m_progress < 0.1 ? tr("Reading the book") : tr("Making the reports of all clients");
    return m_progress < 0.5 ? tr("Reading the book") : m_progress < 0.9 ? tr("Setting pages") : tr("Writing");
}

QString ReportsModel::failure() const { return m_failure ? message(*m_failure) : QString(); }

void ReportsModel::start(std::function<void(Job&)> work)
{
    m_job = std::make_shared<Job>();
    m_failure.reset();
    m_done.clear();
    m_progress = 0.05;
    // The model waits for its worker before it goes, so `this` outlives the thread; the queue drops calls to a dead object.
    m_job->tell = [this](double progress) {
        QMetaObject::invokeMethod(this, [this, progress] {
            m_progress = progress;
            emit stateChanged();
        }, Qt::QueuedConnection);
    };
    m_worker = QThread::create([job = m_job, work = std::move(work)] { work(*job); });
    connect(m_worker, &QThread::finished, this, [this, job = m_job] { finish(job); });
    m_worker->start();
    emit stateChanged();
}

void ReportsModel::finish(const std::shared_ptr<Job>& job)
{
    m_worker->deleteLater();
    m_worker = nullptr;
    m_batching = false;
    // The files of a batch that was stopped are whole, and stay.
    if (!job->cancelled || job->batch) {
        m_failure = job->failure;
        if (job->data) {
            m_data = job->data;
            m_pages = job->pages;
            m_drawnLanguage = job->language;
            emit pagesChanged();
        }
        for (const std::string& file : job->files) {
            const QFileInfo info(QString::fromStdString(file));
            m_recent.prepend(QVariantMap{{QStringLiteral("name"), info.fileName()}, {QStringLiteral("path"), info.absoluteFilePath()}});
        }
        while (m_recent.size() > kRecent)
            m_recent.removeLast();
        if (!job->files.empty())
            m_done = tr("Saved %n file(s) in %1.", nullptr, int(job->files.size())).arg(m_folder) + (job->failures == 0 ? QString() : QStringLiteral(" ") + tr("%n report(s) could not be made.", nullptr, int(job->failures)));
    }
    m_job.reset();
    emit stateChanged();
    emit finished(!job->cancelled && !job->failure);
    if (!job->cancelled && !job->failure)
        drawAgain();
}

void ReportsModel::prepare()
{
    if (busy() || !m_book || (ofClient() && m_clientIndex >= int(m_book->clients.size())))
        return;
    const auto [from, to] = range();
    const ReportPeriod period{from, to};
    const ClientId client = ofClient() ? m_book->clients[std::size_t(m_clientIndex)].id : ClientId();
    start([period, client, definition = definition(), language = m_language, &services = m_feed.services(), open = m_openBars](Job& job) {
        const auto source = job.gather(services, open, client);
        if (!source || job.cancelled)
            return;
        auto data = source->data(definition, client, period, true);
        if (job.cancelled)
            return;
        if (!data) {
            job.failure = data.error();
            return;
        }
        job.tell(0.5);
        job.data = std::make_shared<const reports::ReportData>(std::move(*data));
        job.language = language;
        if (!job.draw(definition))
            job.data.reset();
    });
}

namespace {

std::vector<reports::ReportFormat> chosenFormats(const QList<bool>& chosen)
{
    std::vector<reports::ReportFormat> formats;
    const auto names = reports::reportFormatNames();
    for (std::size_t i = 0; i < names.size(); ++i)
        if (const auto format = reports::reportFormat(names[i]); format && chosen.value(qsizetype(i)))
            formats.push_back(*format);
    return formats;
}

} // namespace

void ReportsModel::save()
{
    if (!ready())
        return;
    start([data = m_data, definition = definition(), language = m_language, formats = chosenFormats(m_formats), folder = QDir::fromNativeSeparators(m_folder).toStdString()](Job& job) {
        job.tell(0.9);
        const auto document = reports::buildReport(definition, *data, {Job::languageOf(language), {}, true});
        if (!document) {
            job.failure = document.error();
            return;
        }
        auto files = reports::writeReport(*document, folder, formats);
        if (!files) {
            job.failure = files.error();
            return;
        }
        std::vector<reports::IssuedReport> issued;
        for (auto& file : *files) {
            job.files.push_back(file.path);
            issued.push_back({document->key, language == 1 ? "zh" : "en", isoUtc(document->createdAt), std::move(file)});
        }
        if (const auto kept = reports::addToManifest(folder, issued); !kept)
            job.failure = kept.error();
    });
}

void ReportsModel::saveAll()
{
    if (busy() || !m_book || !ofClient())
        return;
    const auto [from, to] = range();
    const ReportPeriod period{from, to};
    m_batching = true;
    start([period, definition = definition(), language = m_language, formats = chosenFormats(m_formats), folder = QDir::fromNativeSeparators(m_folder).toStdString(), &services = m_feed.services(), open = m_openBars](Job& job) {
        job.batch = true;
        const auto source = job.gather(services, open, ClientId());
        if (!source)
            return;
        reports::BatchRequest request;
        request.count = source->clients().size();
        request.languages = {Job::languageOf(language)};
        request.formats = formats;
        request.folder = folder;
        request.issued = isoUtc(services.session().venueTime);
        request.threads = std::max(1, QThread::idealThreadCount());
        request.nameOf = [&](std::size_t index) { return source->clients()[index].number; };
        request.make = [&](std::size_t index, reports::Language in) -> Result<reports::ReportDocument> {
            const auto data = source->data(definition, source->clients()[index].id, period, true);
            if (!data)
                return data.error();
            return reports::buildReport(definition, *data, {in, {}, true});
        };
        const auto outcome = reports::runBatch(request, job.cancelled, [&](std::size_t done, std::size_t) { job.tell(0.1 + 0.9 * double(done) / double(request.count)); });
        if (!outcome) {
            job.failure = outcome.error();
            return;
        }
        for (const auto& issued : outcome->issued)
            job.files.push_back(issued.file.path);
        job.failures = outcome->failures.size();
        if (outcome->issued.empty() && !outcome->failures.empty())
            job.failure = outcome->failures.front().error;
    });
}

void ReportsModel::cancel()
{
    if (!busy())
        return;
    m_job->cancelled = true;
    emit stateChanged();
}

void ReportsModel::openFolder() { QDesktopServices::openUrl(QUrl::fromLocalFile(QDir::fromNativeSeparators(m_folder))); }
void ReportsModel::open(const QString& path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }

} // namespace rialto::reporting
