// SPDX-License-Identifier: GPL-3.0-or-later
// SimulatorModel: the simulator's laboratory on the screen: clock, speed, settings, halts, own orders, timelines and branches. One worker
// thread at a time lives through the steps; what the user asks meanwhile waits for the next turn. Values are finished text. GUI thread.
#pragma once

#include "Feed/feed.h"
#include "lab.h"

#include <QObject>
#include <QStringList>
#include <QThread>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>

namespace rialto::simulation {

class SimulatorModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(QStringList venues READ venues CONSTANT)
    Q_PROPERTY(int venueIndex READ venueIndex WRITE setVenueIndex NOTIFY settingsChanged)
    Q_PROPERTY(QStringList instruments READ instruments NOTIFY settingsChanged)
    Q_PROPERTY(int instrumentIndex READ instrumentIndex WRITE setInstrumentIndex NOTIFY settingsChanged)
    Q_PROPERTY(QString seed READ seed WRITE setSeed NOTIFY settingsChanged)
    Q_PROPERTY(QStringList speeds READ speeds NOTIFY textsChanged)
    Q_PROPERTY(int speedIndex READ speedIndex WRITE setSpeedIndex NOTIFY settingsChanged)
    /// {key, label, value, most, text}: agents' mix, latency and faults, each a slider.
    Q_PROPERTY(QVariantList agents READ agents NOTIFY settingsChanged)
    Q_PROPERTY(QVariantList lines READ lines NOTIFY settingsChanged)
    Q_PROPERTY(bool playing READ playing NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool halted READ halted NOTIFY changed)
    Q_PROPERTY(QString clock READ clock NOTIFY changed)
    Q_PROPERTY(QString phase READ phase NOTIFY changed)
    Q_PROPERTY(QString failure READ failure NOTIFY changed)
    Q_PROPERTY(int stepCount READ stepCount NOTIFY changed)
    Q_PROPERTY(int cursor READ cursor WRITE setCursor NOTIFY cursorChanged)
    Q_PROPERTY(QString cursorText READ cursorText NOTIFY cursorChanged)
    /// 0 to 1: where snapshots of the active timeline stand.
    Q_PROPERTY(QVariantList snapshots READ snapshots NOTIFY changed)
    /// In the venue's wall time.
    Q_PROPERTY(QList<double> times READ times NOTIFY changed)
    Q_PROPERTY(QVariantList prices READ prices NOTIFY changed)
    Q_PROPERTY(int priceDigits READ priceDigits NOTIFY changed)
    /// {name, active, cells: [text]} a timeline; `comparisonHeads` above them.
    Q_PROPERTY(QVariantList comparison READ comparison NOTIFY changed)
    Q_PROPERTY(QStringList comparisonHeads READ comparisonHeads NOTIFY textsChanged)
    /// {bidSize, bidPrice, askPrice, askSize, bidOwn, askOwn}.
    Q_PROPERTY(QVariantList ladder READ ladder NOTIFY changed)
    /// {id, text, queue, open, tone}.
    Q_PROPERTY(QVariantList orders READ orders NOTIFY changed)

public:
    explicit SimulatorModel(Feed& feed, QObject* parent = nullptr);
    ~SimulatorModel() override;

    QStringList venues() const { return m_venues; }
    int venueIndex() const { return int(m_venues.indexOf(m_settings.venue)); }
    void setVenueIndex(int index);
    QStringList instruments() const { return m_instruments; }
    int instrumentIndex() const { return int(m_instruments.indexOf(m_symbol)); }
    void setInstrumentIndex(int index);
    QString seed() const { return QString::number(m_settings.seed); }
    void setSeed(const QString& seed);
    QStringList speeds() const;
    int speedIndex() const { return m_speed; }
    void setSpeedIndex(int index);
    QVariantList agents() const;
    QVariantList lines() const;
    bool playing() const { return m_playing; }
    bool busy() const { return m_worker != nullptr; }
    bool halted() const { return m_view.halted; }
    QString clock() const;
    QString phase() const;
    QString failure() const;
    int stepCount() const;
    int cursor() const { return m_cursor; }
    void setCursor(int step);
    QString cursorText() const;
    QVariantList snapshots() const;
    QList<double> times() const;
    QVariantList prices() const;
    int priceDigits() const { return m_view.instrument.spec.priceDigits; }
    QVariantList comparison() const;
    QStringList comparisonHeads() const;
    QVariantList ladder() const;
    QVariantList orders() const;

    /// Opens the laboratory when nothing has been shown yet.
    Q_INVOKABLE void begin();
    /// A new market with the settings as they stand.
    Q_INVOKABLE void restart();
    Q_INVOKABLE void play();
    Q_INVOKABLE void pause();
    Q_INVOKABLE void step(int steps);
    Q_INVOKABLE void setValue(const QString& key, double value);
    Q_INVOKABLE void stepSeed(int steps);
    Q_INVOKABLE void halt();
    Q_INVOKABLE void resume();
    Q_INVOKABLE void place(bool buy, bool market);
    Q_INVOKABLE void cancel(int order);
    Q_INVOKABLE void rewind();
    Q_INVOKABLE void branch();
    Q_INVOKABLE void choose(int line);

signals:
    void settingsChanged();
    void textsChanged();
    void changed();
    void cursorChanged();
    void settled();

private:
    struct Job;
    using Wish = std::function<Result<void>(Lab&)>;
    QVariantMap slider(const char* key, const QString& label, double value, double most, const QString& text) const;
    void wish(Wish wish);
    void applySettings();
    void turn();
    void finish(const std::shared_ptr<Job>& job);
    void listInstruments();
    const LabView::Line* activeLine() const;

    Feed& m_feed;
    QStringList m_venues;
    QStringList m_instruments;
    QString m_symbol;
    LabSettings m_settings;
    int m_speed = 1;
    bool m_playing = false;
    bool m_followsEnd = true; // the cursor stays at the newest step
    int m_cursor = 0;
    int m_wanted = 0; // steps asked for
    LabView m_view;
    std::unique_ptr<Lab> m_lab; // null while a worker has it
    std::vector<Wish> m_wishes;
    bool m_wantsNew = false;
    bool m_settingsNew = false; // not yet told to the running timeline
    QThread* m_worker = nullptr;
    QTimer m_timer;
};

} // namespace rialto::simulation
