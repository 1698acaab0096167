// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports_model.h"

#include "Feed/messages.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

namespace rialto::reporting {

namespace {

constexpr qsizetype kRecent = 12;

std::vector<reports::ReportFormat> chosenFormats(const QList<bool>& chosen)
{
    std::vector<reports::ReportFormat> formats;
    const auto names = reports::reportFormatNames();
    for (std::size_t i = 0; i < names.size(); ++i)
        if (const auto format = reports::reportFormat(names[i]); format && chosen.value(qsizetype(i)))
            formats.push_back(*format);
    return formats;
}

/// A study is made where its subject is: a backtest, a note.
std::vector<reports::ReportDefinition> offered()
{
    auto catalogue = reports::reportCatalog();
    catalogue.erase(std::remove_if(catalogue.begin(), catalogue.end(), [](const auto& report) { return report.scope == reports::ReportScope::Study; }), catalogue.end());
    return catalogue;
}

} // namespace

ReportsModel::ReportsModel(Feed& feed, StoreOpener openBars, const QString& bookFolder, QObject* parent)
    : QObject(parent), m_feed(feed), m_openBars(std::move(openBars)), m_book(feed.book()), m_catalogue(offered()),
      m_folder(QDir::toNativeSeparators(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/Rialto"))), m_bookFolder(bookFolder), m_figures(feed),
      m_archive(feed, bookFolder)
{
    m_archive.setFolder(m_folder);
    connect(&m_archive, &ArchiveModel::openRequested, this, &ReportsModel::open);
    m_language = feed.format().chinese() ? 1 : 0;
    for (const auto& name : reports::reportFormatNames())
        m_formats.append(name == "pdf" || name == "csv");
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

void ReportsModel::show(const QString& report, int client)
{
    for (std::size_t i = 0; i < m_catalogue.size(); ++i)
        if (m_catalogue[i].id == report.toStdString())
            setReportIndex(int(i));
    setClientIndex(client);
    prepare();
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
    start([data = m_data, wish = wish()](ReportJob& job) {
        job.data = data;
        job.draw(wish);
    });
}

void ReportsModel::setBrandFile(const QString& file)
{
    if (file == m_brandFile)
        return;
    m_brandFile = file;
    forget();
    emit choicesChanged();
}

void ReportsModel::setFolder(const QString& folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    m_archive.setFolder(folder);
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
    m_figures.clear();
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

void ReportsModel::start(std::function<void(ReportJob&)> work)
{
    m_job = std::make_shared<ReportJob>();
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

void ReportsModel::finish(const std::shared_ptr<ReportJob>& job)
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
            m_figures.setReport(std::move(job->figures), std::move(job->printed));
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
    const bool wrote = !job->files.empty();
    m_job.reset();
    emit stateChanged();
    if (wrote)
        m_archive.refresh();
    emit finished(!job->cancelled && !job->failure);
    if (!job->cancelled && !job->failure)
        drawAgain();
}

ReportWish ReportsModel::wish() const
{
    const auto [from, to] = range();
    return {definition(), ofClient() && m_book && m_clientIndex < int(m_book->clients.size()) ? m_book->clients[std::size_t(m_clientIndex)].id : ClientId(), {from, to}, m_language,
        QDir::fromNativeSeparators(m_brandFile).trimmed().toStdString(), chosenFormats(m_formats), QDir::fromNativeSeparators(m_folder).toStdString(), m_bookFolder.toStdString()};
}

void ReportsModel::prepare()
{
    if (busy() || !m_book || (ofClient() && m_clientIndex >= int(m_book->clients.size())))
        return;
    start([wish = wish(), &services = m_feed.services(), open = m_openBars](ReportJob& job) { job.prepare(wish, services, open); });
}

void ReportsModel::save()
{
    if (!ready())
        return;
    start([data = m_data, wish = wish()](ReportJob& job) { job.save(wish, *data); });
}

void ReportsModel::saveAll()
{
    if (busy() || !m_book || !ofClient())
        return;
    m_batching = true;
    start([wish = wish(), &services = m_feed.services(), open = m_openBars, threads = std::max(1, QThread::idealThreadCount())](ReportJob& job) { job.saveAll(wish, services, open, threads); });
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
