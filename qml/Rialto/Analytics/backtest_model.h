// SPDX-License-Identifier: GPL-3.0-or-later
// BacktestModel: a strategy over stored daily series on the screen: pick strategy, parameters and series, run, see figures, the
// capital's curve, its falls and the round trips, and save a tear sheet. The run is done by one worker thread at a time through
// the engine that trades live (modules/backtest). Values are finished text; the charts' numbers are for the eye. GUI thread.
#pragma once

#include "Feed/feed.h"
#include "backtest/statistics.h"
#include "market/bar_store.h"
#include "services/tear_sheet.h"

#include <QObject>
#include <QStringList>
#include <QThread>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace rialto::analysis {

class BacktestModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the analytics model")
    Q_PROPERTY(QStringList strategies READ strategies NOTIFY choicesChanged)
    Q_PROPERTY(int strategyIndex READ strategyIndex WRITE setStrategyIndex NOTIFY choicesChanged)
    Q_PROPERTY(QString rules READ rules NOTIFY choicesChanged)
    Q_PROPERTY(QVariantList parameters READ parameters NOTIFY parametersChanged)
    Q_PROPERTY(QStringList series READ series NOTIFY seriesChanged)
    Q_PROPERTY(int seriesIndex READ seriesIndex WRITE setSeriesIndex NOTIFY choicesChanged)
    Q_PROPERTY(QString cash READ cash WRITE setCash NOTIFY choicesChanged)
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY choicesChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString failure READ failure NOTIFY changed)
    Q_PROPERTY(QString done READ done NOTIFY changed)
    Q_PROPERTY(QString periodText READ periodText NOTIFY changed)
    Q_PROPERTY(QVariantList groups READ groups NOTIFY changed)
    Q_PROPERTY(QList<double> times READ times NOTIFY changed)
    Q_PROPERTY(QVariantList capital READ capital NOTIFY changed)
    Q_PROPERTY(QVariantList underWater READ underWater NOTIFY changed)
    Q_PROPERTY(QStringList tripHeader READ tripHeader NOTIFY changed)
    Q_PROPERTY(QVariantList trips READ trips NOTIFY changed)

public:
    using StoreOpener = std::function<std::unique_ptr<market::BarStore>()>;

    BacktestModel(Feed& feed, StoreOpener openBars, QObject* parent = nullptr);
    ~BacktestModel() override;

    QStringList strategies() const;
    int strategyIndex() const { return m_strategyIndex; }
    void setStrategyIndex(int index);
    QString rules() const;
    /// {name, meaning, value, choices}
    QVariantList parameters() const;
    QStringList series() const;
    int seriesIndex() const { return m_seriesIndex; }
    void setSeriesIndex(int index);
    QString cash() const { return m_cash; }
    void setCash(const QString& cash);
    QString folder() const { return m_folder; }
    void setFolder(const QString& folder);
    bool busy() const { return m_worker != nullptr; }
    bool ready() const { return m_run != nullptr && !busy(); }
    QString failure() const;
    QString done() const { return m_done; }
    QString periodText() const;
    QVariantList groups() const;
    QList<double> times() const;
    QVariantList capital() const;
    QVariantList underWater() const;
    QStringList tripHeader() const;
    QVariantList trips() const;

    /// Reads which series the book has.
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void setParameter(const QString& name, const QString& value);
    Q_INVOKABLE void run();
    Q_INVOKABLE void cancel();
    /// Writes the tear sheet of the run as PDF and HTML into the folder, in the language of the screens.
    Q_INVOKABLE void save();

signals:
    void choicesChanged();
    void parametersChanged();
    void seriesChanged();
    void changed();
    void finished();

private:
    struct Run {
        backtest::BacktestResult result;
        backtest::Figures figures;
        TearSheetHead head;
        std::vector<analytics::ReturnPoint> points;
    };
    struct Job {
        std::atomic<bool> cancelled{false};
        std::optional<Error> failure;
        std::shared_ptr<const Run> run;
        std::vector<std::string> files;
        std::vector<market::SeriesInfo> series;
    };
    const backtest::StrategyDefinition& strategy() const;
    void start(std::function<void(Job&)> work);
    void forget();

    Feed& m_feed;
    StoreOpener m_openBars;
    int m_strategyIndex = 0;
    std::map<QString, QString> m_values;    // what was changed from the defaults
    std::vector<market::SeriesInfo> m_series;
    int m_seriesIndex = 0;
    QString m_cash = QStringLiteral("100000");
    QString m_folder;
    QString m_done;
    std::optional<Error> m_failure;
    std::shared_ptr<const Run> m_run;
    QThread* m_worker = nullptr;
    std::shared_ptr<Job> m_job;
};

} // namespace rialto::analysis
