// SPDX-License-Identifier: GPL-3.0-or-later
// ReportsModel: a client's statement on the screen: choose client, period and language, see its pages, save PDF and CSV. The
// statement is made by one worker thread at a time; nothing of it runs in the GUI thread. Cancel drops the result; the thread
// ends at its next step. GUI thread.
#pragma once

#include "Feed/feed.h"
#include "market/bar_store.h"
#include "reports/statement.h"

#include <QObject>
#include <QStringList>
#include <QThread>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <atomic>
#include <functional>
#include <memory>

namespace rialto::reporting {

/// Opens a store of the worker's own.
using StoreOpener = std::function<std::unique_ptr<market::BarStore>()>;

class ReportsModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(QStringList clients READ clients NOTIFY clientsChanged)
    Q_PROPERTY(int clientIndex READ clientIndex WRITE setClientIndex NOTIFY clientsChanged)
    Q_PROPERTY(QStringList periods READ periods NOTIFY choicesChanged)
    Q_PROPERTY(int period READ period WRITE setPeriod NOTIFY choicesChanged)
    Q_PROPERTY(QString periodText READ periodText NOTIFY choicesChanged)
    Q_PROPERTY(int language READ language WRITE setLanguage NOTIFY choicesChanged)
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

    ReportsModel(Feed& feed, StoreOpener openBars, QObject* parent = nullptr);
    ~ReportsModel() override;

    QStringList clients() const;
    int clientIndex() const { return m_clientIndex; }
    void setClientIndex(int index);
    QStringList periods() const;
    int period() const { return m_period; }
    void setPeriod(int period);
    QString periodText() const;
    /// 0 English, 1 Chinese; follows the program's. A statement that is shown is drawn again in the new language.
    int language() const { return m_language; }
    void setLanguage(int language);
    QString folder() const { return m_folder; }
    void setFolder(const QString& folder);
    bool busy() const { return m_worker != nullptr; }
    double progress() const { return m_progress; }
    QString step() const;
    QString failure() const;
    QString done() const { return m_done; }
    bool ready() const { return m_statement != nullptr && !busy(); }
    /// The pages as pictures, addresses that an Image takes.
    QStringList pages() const { return m_pages; }
    /// {name, path}, newest first.
    QVariantList recent() const { return m_recent; }

    /// Makes the statement and its pages.
    Q_INVOKABLE void prepare();
    /// Writes the statement that is shown as PDF and CSV into the folder.
    Q_INVOKABLE void save();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void openFolder();
    Q_INVOKABLE void open(const QString& path);

signals:
    void clientsChanged();
    void choicesChanged();
    void stateChanged();
    void pagesChanged();
    /// A preview or a saved statement is there, or failed.
    void finished(bool good);

private:
    struct Job;
    std::pair<Date, Date> range() const;
    void forget();
    void drawAgain();
    void start(std::function<void(Job&)> work);
    void finish(const std::shared_ptr<Job>& job);

    Feed& m_feed;
    StoreOpener m_openBars;
    BookPointer m_book;
    int m_clientIndex = 0;
    int m_period = ThisMonth;
    int m_language = 0;
    int m_drawnLanguage = 0;            // of m_pages
    QString m_folder;
    std::shared_ptr<const reports::StatementData> m_statement;
    QStringList m_pages;
    QVariantList m_recent;
    std::optional<Error> m_failure;
    QString m_done;
    double m_progress = 0;
    QThread* m_worker = nullptr;
    std::shared_ptr<Job> m_job;
};

} // namespace rialto::reporting
