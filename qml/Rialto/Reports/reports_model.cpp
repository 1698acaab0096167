// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports_model.h"

#include "Feed/messages.h"
#include "reports/export/pdf/report_pages.h"
#include "reports/export/pdf/statement_files.h"
#include "reports/report.h"
#include "services/statement_service.h"

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
    std::shared_ptr<const reports::StatementData> statement;
    int language = 0;                      // of the pages
    QStringList pages;
    std::vector<std::string> files;

    /// The statement as pages in the job's language; false after a failure.
    bool draw()
    {
        const auto document = reports::buildClientStatement(*statement, language == 1 ? reports::Language::Chinese : reports::Language::English);
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
};

ReportsModel::ReportsModel(Feed& feed, StoreOpener openBars, QObject* parent)
    : QObject(parent), m_feed(feed), m_openBars(std::move(openBars)), m_book(feed.book()),
      m_folder(QDir::toNativeSeparators(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/Rialto")))
{
    m_language = feed.format().chinese() ? 1 : 0;
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
    if (busy() || !m_statement || m_drawnLanguage == m_language)
        return;
    start([statement = m_statement, language = m_language](Job& job) {
        job.statement = statement;
        job.language = language;
        job.draw();
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
    m_statement.reset();
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
    if (!job->cancelled) {
        m_failure = job->failure;
        if (job->statement) {
            m_statement = job->statement;
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
            m_done = tr("Saved %n file(s) in %1.", nullptr, int(job->files.size())).arg(m_folder);
    }
    m_job.reset();
    emit stateChanged();
    emit finished(!job->cancelled && !job->failure);
    if (!job->cancelled && !job->failure)
        drawAgain();
}

void ReportsModel::prepare()
{
    if (busy() || !m_book || m_clientIndex >= int(m_book->clients.size()))
        return;
    const auto [from, to] = range();
    const StatementRequest request{m_book->clients[std::size_t(m_clientIndex)].id, from, to};
    start([request, language = m_language, &services = m_feed.services(), open = m_openBars](Job& job) {
        const auto bars = open ? open() : nullptr;
        if (!bars) {
            job.failure = unavailable("storage.cannot-open", "price history");
            return;
        }
        auto statement = makeStatement(services, *bars, request);
        if (job.cancelled)
            return;
        if (!statement) {
            job.failure = statement.error();
            return;
        }
        job.tell(0.5);
        job.statement = std::make_shared<const reports::StatementData>(std::move(*statement));
        job.language = language;
        if (!job.draw())
            job.statement.reset();
    });
}

void ReportsModel::save()
{
    if (!ready())
        return;
    const auto language = m_language == 1 ? reports::Language::Chinese : reports::Language::English;
    start([statement = m_statement, language, folder = QDir::fromNativeSeparators(m_folder).toStdString()](Job& job) {
        job.tell(0.9);
        const auto files = reports::writeStatementFiles(*statement, folder, {{language}, true});
        if (files)
            job.files = *files;
        else
            job.failure = files.error();
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
