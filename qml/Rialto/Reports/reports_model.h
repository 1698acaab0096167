// SPDX-License-Identifier: GPL-3.0-or-later
// ReportsModel: the reports of the catalogue on the screen: choose report, client, period, language and brand, see the pages and
// the calculation of each figure, save them in the formats chosen, or save the report of every client. All is made by one worker
// thread at a time (report_job.h); nothing of it runs in the GUI thread. Cancel drops a preview at its next step, and lets a
// batch finish the files under way. GUI thread.
#pragma once

#include "archive_model.h"
#include "figure_model.h"
#include "report_job.h"

#include "Feed/feed.h"

#include <QObject>
#include <QList>
#include <QStringList>
#include <QThread>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>

namespace rialto::reporting {

class ReportsModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(QStringList reports READ reports NOTIFY choicesChanged)
    Q_PROPERTY(int reportIndex READ reportIndex WRITE setReportIndex NOTIFY choicesChanged)
    Q_PROPERTY(QString description READ description NOTIFY choicesChanged)
    Q_PROPERTY(bool ofClient READ ofClient NOTIFY choicesChanged)
    Q_PROPERTY(QStringList formatNames READ formatNames CONSTANT)
    Q_PROPERTY(QList<bool> formats READ formats NOTIFY choicesChanged)
    Q_PROPERTY(bool batching READ batching NOTIFY stateChanged)
    Q_PROPERTY(QStringList clients READ clients NOTIFY clientsChanged)
    Q_PROPERTY(int clientIndex READ clientIndex WRITE setClientIndex NOTIFY clientsChanged)
    Q_PROPERTY(QStringList periods READ periods NOTIFY choicesChanged)
    Q_PROPERTY(int period READ period WRITE setPeriod NOTIFY choicesChanged)
    Q_PROPERTY(QString periodText READ periodText NOTIFY choicesChanged)
    Q_PROPERTY(int language READ language WRITE setLanguage NOTIFY choicesChanged)
    Q_PROPERTY(QString brandFile READ brandFile WRITE setBrandFile NOTIFY choicesChanged)
    Q_PROPERTY(rialto::reporting::FigureModel* figures READ figures CONSTANT)
    Q_PROPERTY(rialto::reporting::ArchiveModel* archive READ archive CONSTANT)
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY choicesChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY stateChanged)
    Q_PROPERTY(double progress READ progress NOTIFY stateChanged)
    Q_PROPERTY(QString step READ step NOTIFY stateChanged)
    Q_PROPERTY(QString failure READ failure NOTIFY stateChanged)
    Q_PROPERTY(QString done READ done NOTIFY stateChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY stateChanged)
    Q_PROPERTY(QStringList pages READ pages NOTIFY pagesChanged)
    Q_PROPERTY(QVariantList recent READ recent NOTIFY stateChanged)

public:
    enum Period { ThisMonth, LastMonth, ThisYear, SinceInception };

    /// `bookFolder`: where the record of issued reports is kept; empty: none is kept.
    ReportsModel(Feed& feed, StoreOpener openBars, const QString& bookFolder = {}, QObject* parent = nullptr);
    ~ReportsModel() override;

    /// The catalogue in the program's language.
    QStringList reports() const;
    int reportIndex() const { return m_reportIndex; }
    void setReportIndex(int index);
    QString description() const;
    /// About a client; otherwise about the market, and client and batch are no question.
    bool ofClient() const { return definition().scope == reports::ReportScope::Client; }
    QStringList formatNames() const;
    QList<bool> formats() const { return m_formats; }
    Q_INVOKABLE void setFormat(int index, bool on);
    bool batching() const { return m_batching; }
    QStringList clients() const;
    int clientIndex() const { return m_clientIndex; }
    void setClientIndex(int index);
    QStringList periods() const;
    int period() const { return m_period; }
    void setPeriod(int period);
    QString periodText() const;
    /// 0 English, 1 Chinese; follows the program's. A report that is shown is drawn again in the new language.
    int language() const { return m_language; }
    void setLanguage(int language);
    /// A JSON file (reports/export/delivery/brand_file.h); empty: the house's own look.
    QString brandFile() const { return m_brandFile; }
    void setBrandFile(const QString& file);
    FigureModel* figures() { return &m_figures; }
    ArchiveModel* archive() { return &m_archive; }
    QString folder() const { return m_folder; }
    void setFolder(const QString& folder);
    bool busy() const { return m_worker != nullptr; }
    double progress() const { return m_progress; }
    QString step() const;
    QString failure() const;
    QString done() const { return m_done; }
    bool ready() const { return m_data != nullptr && !busy(); }
    /// The pages as pictures, addresses that an Image takes.
    QStringList pages() const { return m_pages; }
    /// {name, path}, newest first.
    QVariantList recent() const { return m_recent; }

    /// Chooses the report (by its id) and the client, and makes it; a busy model only chooses.
    void show(const QString& report, int client);
    /// Makes the report and its pages.
    Q_INVOKABLE void prepare();
    /// Writes the report that is shown into the folder, in the formats chosen.
    Q_INVOKABLE void save();
    /// Writes the chosen report of every client, with as many threads as there are cores.
    Q_INVOKABLE void saveAll();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void openFolder();
    Q_INVOKABLE void open(const QString& path);

signals:
    void clientsChanged();
    void choicesChanged();
    void stateChanged();
    void pagesChanged();
    /// A preview, a saved report or a batch is there, or failed.
    void finished(bool good);

private:
    const reports::ReportDefinition& definition() const { return m_catalogue[std::size_t(m_reportIndex)]; }
    std::pair<Date, Date> range() const;
    void forget();
    void drawAgain();
    ReportWish wish() const;
    void start(std::function<void(ReportJob&)> work);
    void finish(const std::shared_ptr<ReportJob>& job);

    Feed& m_feed;
    StoreOpener m_openBars;
    BookPointer m_book;
    const std::vector<reports::ReportDefinition> m_catalogue;
    int m_reportIndex = 0;
    QList<bool> m_formats;
    bool m_batching = false;
    int m_clientIndex = 0;
    int m_period = ThisMonth;
    int m_language = 0;
    int m_drawnLanguage = 0;            // of m_pages
    QString m_folder;
    QString m_brandFile;
    QString m_bookFolder;
    FigureModel m_figures;
    ArchiveModel m_archive;
    std::shared_ptr<const reports::ReportData> m_data;
    QStringList m_pages;
    QVariantList m_recent;
    std::optional<Error> m_failure;
    QString m_done;
    double m_progress = 0;
    QThread* m_worker = nullptr;
    std::shared_ptr<ReportJob> m_job;
};

} // namespace rialto::reporting
