// SPDX-License-Identifier: GPL-3.0-or-later
// ChartStudies: the indicators and compared symbols of one chart: which they are, with which parameters, and their values.
// What there is to choose from, its parameters, outputs and where they are drawn is the catalogue of modules/analytics; nothing
// of it is repeated here. GUI thread; whole series are worked out on a thread of its own, and only what the newest bars add
// here. `state` is what has to be remembered.
#pragma once

#include "chart_series.h"
#include "study_run.h"

#include <QObject>
#include <QPointer>
#include <QThread>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>
#include <vector>

namespace rialto::charts {

struct ChartStudy {
    int id = 0;
    QString name;                        // of the catalogue; of a comparison the symbol
    std::vector<std::string> parameters; // "period=14"
    bool compare = false;
    bool visible = true;
    int colour = 0;                      // first of Theme.series that it takes
    QString title;                       // "RSI 14"
    const analytics::Indicator* indicator = nullptr;
    std::shared_ptr<const std::vector<OtherCloses::Close>> closes; // of a comparison
    std::unique_ptr<StudyRun> run;       // nothing while it is being worked out
    bool overlay() const { return indicator->overlay; }
};

class ChartStudies : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(rialto::charts::ChartSeries* series READ series WRITE setSeries NOTIFY seriesChanged)
    /// {id, title, name, overlay, compare, visible, colour, parameters: [{name, label, text, choices, index, meaning}]}
    Q_PROPERTY(QVariantList entries READ entries NOTIFY entriesChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// A code such as "zh_CN": the language of titles.
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY entriesChanged)

public:
    static constexpr int most = 24;

    explicit ChartStudies(QObject* parent = nullptr);
    ~ChartStudies() override;

    ChartSeries* series() const { return m_series; }
    void setSeries(ChartSeries* series);
    const std::vector<ChartStudy>& studies() const { return m_studies; }
    QVariantList entries() const;
    bool busy() const;
    QString language() const { return m_language; }
    void setLanguage(const QString& language);

    /// The catalogue's entries whose name, title or alias holds the words: {name, title, group, overlay}; all without words.
    Q_INVOKABLE QVariantList search(const QString& words) const;
    /// The id; 0 when there is no such indicator or there are too many.
    Q_INVOKABLE int add(const QString& name);
    Q_INVOKABLE void remove(int id);
    Q_INVOKABLE void setVisible(int id, bool visible);
    /// "" or why not.
    Q_INVOKABLE QString setParameter(int id, const QString& parameter, const QString& text);
    /// Another symbol's closes, in time order, drawn as percent; replaces an older one of that symbol.
    int compare(const QString& symbol, std::vector<OtherCloses::Close> closes);
    void setLatest(const QString& symbol, double price);
    QStringList compared() const;

    /// [{name, parameters, visible}]; comparisons as {compare}. What is not known any more is left out.
    QVariantList state() const;
    /// Comparisons are for the caller to fill again: `compared` says which were asked for.
    QStringList setState(const QVariantList& state);

signals:
    void seriesChanged();
    void entriesChanged();
    /// Values are different: paint.
    void changed();
    /// What has to be remembered is different.
    void stateChanged();

private:
    struct Job;
    ChartStudy* find(int id);
    std::optional<int> insert(ChartStudy study);
    void describe(ChartStudy& study) const;
    void start(ChartStudy& study);
    void startAll();
    void followAll();
    void take(int id, const std::shared_ptr<std::atomic<bool>>& cancelled, std::unique_ptr<StudyRun> run);

    QPointer<ChartSeries> m_series;
    std::vector<ChartStudy> m_studies;
    std::vector<std::pair<int, std::shared_ptr<std::atomic<bool>>>> m_running;
    QThread m_thread;
    QObject* m_worker = nullptr; // lives in m_thread, deleted there
    QString m_language = QStringLiteral("en");
    int m_lastId = 0;
};

} // namespace rialto::charts
