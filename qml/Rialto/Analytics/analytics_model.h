// SPDX-License-Identifier: GPL-3.0-or-later
// AnalyticsModel: a client's performance and risk on the screen. The figures are made by one worker thread at a time; a newer
// wish makes an older answer void. Values are finished text; the charts' numbers are for the eye. GUI thread.
#pragma once

#include "backtest_model.h"

#include "Feed/feed.h"
#include "market/bar_store.h"
#include "services/portfolio_analysis.h"

#include <QObject>
#include <QStringList>
#include <QThread>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>

namespace rialto::analysis {

/// Opens a store of the worker's own.
using StoreOpener = std::function<std::unique_ptr<market::BarStore>()>;

class AnalyticsModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(rialto::analysis::BacktestModel* backtest READ backtest CONSTANT)
    Q_PROPERTY(QStringList clients READ clients NOTIFY clientsChanged)
    Q_PROPERTY(int clientIndex READ clientIndex WRITE setClientIndex NOTIFY clientsChanged)
    Q_PROPERTY(QStringList periods READ periods NOTIFY choicesChanged)
    Q_PROPERTY(int period READ period WRITE setPeriod NOTIFY choicesChanged)
    Q_PROPERTY(QString periodText READ periodText NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString failure READ failure NOTIFY changed)
    Q_PROPERTY(QVariantList groups READ groups NOTIFY changed)
    Q_PROPERTY(QList<double> times READ times NOTIFY changed)
    Q_PROPERTY(QVariantList growth READ growth NOTIFY changed)
    Q_PROPERTY(QVariantList underWater READ underWater NOTIFY changed)
    Q_PROPERTY(QVariantMap distribution READ distribution NOTIFY changed)
    Q_PROPERTY(QVariantList years READ years NOTIFY changed)
    Q_PROPERTY(QVariantList falls READ falls NOTIFY changed)

public:
    enum Period { ThisYear, OneYear, SinceInception };

    AnalyticsModel(Feed& feed, StoreOpener openBars, QObject* parent = nullptr);
    ~AnalyticsModel() override;

    BacktestModel* backtest() { return &m_backtest; }
    QStringList clients() const;
    int clientIndex() const { return m_clientIndex; }
    void setClientIndex(int index);
    QStringList periods() const;
    int period() const { return m_period; }
    void setPeriod(int period);
    /// "6 Jan 2025 – 5 Jan 2026 · 261 days".
    QString periodText() const;
    bool busy() const { return m_worker != nullptr; }
    bool ready() const { return m_analysis.points.size() > 1; }
    QString failure() const;
    /// {title, note, entries: [{label, value, tone}]}: figures by what they tell, each group with its conventions.
    QVariantList groups() const;
    QList<double> times() const;
    QVariantList growth() const;
    QVariantList underWater() const;
    /// Counts of days by return, for a bar chart: {beyond, losses, gains, edges: [{at, text}], tallest}; empty without days.
    QVariantMap distribution() const;
    /// {year, cells: [{text, tone} x 12], total: {text, tone}}, newest first.
    QVariantList years() const;
    /// {depth, text}: the five deepest falls.
    QVariantList falls() const;

    /// Computes, unless what is shown is still true.
    Q_INVOKABLE void refresh();

signals:
    void clientsChanged();
    void choicesChanged();
    void changed();
    void finished();

private:
    struct Job;
    Date from() const;
    void forget();
    void start();
    void finish(const std::shared_ptr<Job>& job);

    BacktestModel m_backtest;
    Feed& m_feed;
    StoreOpener m_openBars;
    BookPointer m_book;
    int m_clientIndex = 0;
    int m_period = SinceInception;
    PortfolioAnalysis m_analysis;
    bool m_stale = true;
    std::optional<Error> m_failure;
    QThread* m_worker = nullptr;
    std::shared_ptr<Job> m_job;
};

} // namespace rialto::analysis
