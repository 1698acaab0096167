// SPDX-License-Identifier: GPL-3.0-or-later
// DataModel: files into the book, and how far its series can be trusted. GUI thread; all reading, judging and writing is done by a
// worker thread with store connections of its own, one job at a time.
#pragma once

#include "watched_bar_store.h"

#include "Feed/feed.h"
#include "integration/quality/stored_series.h"
#include "market/import_log.h"
#include "market/tick_store.h"
#include "research/research_store.h"

#include <QObject>
#include <QStringList>
#include <QThread>
#include <QTimer>
#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>

namespace rialto::data {

struct Stores {
    std::unique_ptr<market::BarStore> bars;
    std::unique_ptr<market::TickStore> ticks;
    std::unique_ptr<research::ResearchStore> desk;
    std::unique_ptr<market::ImportLog> log;
};
/// Stores of the calling thread; nothing when the book cannot be opened.
using StoresOpener = std::function<std::unique_ptr<Stores>()>;

class DataModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(QString file READ file NOTIFY fileChanged)
    Q_PROPERTY(QString fileName READ fileName NOTIFY fileChanged)
    Q_PROPERTY(QString symbol READ symbol WRITE setSymbol NOTIFY fileChanged)
    Q_PROPERTY(QString mapping READ mapping WRITE setMapping NOTIFY fileChanged)
    Q_PROPERTY(bool checked READ checked NOTIFY fileChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(bool importing READ importing NOTIFY busyChanged)
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged)
    Q_PROPERTY(QString progressText READ progressText NOTIFY progressChanged)
    Q_PROPERTY(QString result READ result NOTIFY fileChanged)
    Q_PROPERTY(bool refused READ refused NOTIFY fileChanged)
    Q_PROPERTY(QVariantList previewEntries READ previewEntries NOTIFY fileChanged)
    Q_PROPERTY(QVariantList problemRows READ problemRows NOTIFY fileChanged)
    Q_PROPERTY(QVariantList seriesRows READ seriesRows NOTIFY seriesChanged)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
    Q_PROPERTY(QString currentTitle READ currentTitle NOTIFY currentChanged)
    Q_PROPERTY(bool quarantined READ quarantined NOTIFY currentChanged)
    Q_PROPERTY(QVariantList findingRows READ findingRows NOTIFY currentChanged)
    Q_PROPERTY(QVariantList repairRows READ repairRows NOTIFY currentChanged)
    Q_PROPERTY(QVariantList decisionRows READ decisionRows NOTIFY currentChanged)
    Q_PROPERTY(QList<double> times READ times NOTIFY currentChanged)
    Q_PROPERTY(QVariantList lines READ lines NOTIFY currentChanged)
    Q_PROPERTY(QVariantList importRows READ importRows NOTIFY seriesChanged)
    Q_PROPERTY(QString failure READ failure NOTIFY seriesChanged)

public:
    DataModel(Feed& feed, StoresOpener open, QObject* parent = nullptr);
    ~DataModel() override;

    QString file() const { return m_file; }
    QString fileName() const;
    QString symbol() const { return m_symbol; }
    void setSymbol(const QString& symbol);
    QString mapping() const { return m_mapping; }
    void setMapping(const QString& mapping);
    bool checked() const { return m_checked; }
    bool busy() const { return m_jobs > 0; }
    bool importing() const { return m_importing; }
    double progress() const;
    QString progressText() const;
    QString result() const { return m_result; }
    bool refused() const { return m_refused; }
    QVariantList previewEntries() const { return m_preview; }
    QVariantList problemRows() const { return m_problems; }
    QVariantList seriesRows() const { return m_seriesRows; }
    int current() const { return m_current; }
    void setCurrent(int index);
    QString currentTitle() const;
    bool quarantined() const { return m_quarantined; }
    QVariantList findingRows() const { return m_findings; }
    QVariantList repairRows() const { return m_repairRows; }
    QVariantList decisionRows() const { return m_decisionRows; }
    QList<double> times() const { return m_times; }
    QVariantList lines() const { return m_lines; }
    QVariantList importRows() const { return m_importRows; }
    QString failure() const { return m_failure; }

    /// Reads and checks; stores nothing.
    Q_INVOKABLE void check(const QUrl& file);
    Q_INVOKABLE void checkAgain();
    Q_INVOKABLE void startImport();
    Q_INVOKABLE void cancel() { m_watch->stop = true; }
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void applyRepairs();
    Q_INVOKABLE void undo(int decisionRow);
    Q_INVOKABLE void setQuarantine(bool held, const QString& reason);

signals:
    void fileChanged();
    void busyChanged();
    void progressChanged();
    void seriesChanged();
    void currentChanged();

private:
    using Work = std::function<std::function<void()>(Stores&)>;
    void inWorker(Work work);
    void readFile(bool keep);
    void readCurrent();
    std::function<void()> failed(const Error& error);

    Feed& m_feed;
    StoresOpener m_open;
    QThread m_thread;
    QObject* m_worker = nullptr;
    QTimer m_ticking;
    std::shared_ptr<WatchedBarStore::Watch> m_watch = std::make_shared<WatchedBarStore::Watch>();
    int m_jobs = 0;
    bool m_importing = false, m_checked = false, m_refused = false;
    QString m_file, m_symbol, m_mapping, m_result, m_failure;
    std::int64_t m_expected = 0;
    QVariantList m_preview, m_problems, m_seriesRows, m_importRows;
    std::vector<market::SeriesKey> m_keys;
    int m_current = 0;
    bool m_quarantined = false;
    QVariantList m_findings, m_repairRows, m_decisionRows, m_lines;
    QList<double> m_times;
    std::vector<integration::BarRepair> m_repairs;
    std::vector<market::Decision> m_decisions;
};

} // namespace rialto::data
