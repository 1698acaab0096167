// SPDX-License-Identifier: GPL-3.0-or-later
// StatusModel: the line at the foot of the window: environment, the venue's clock, its speed, the connection and how many
// orders work. GUI thread. Texts change at most once a second of venue time or when something else does.
#pragma once

#include "Feed/feed.h"

#include <QVariantList>

namespace rialto {

class StatusModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(QString environment READ environment NOTIFY changed)
    Q_PROPERTY(int environmentTone READ environmentTone NOTIFY changed)
    Q_PROPERTY(QString clock READ clock NOTIFY clockChanged)
    Q_PROPERTY(QString day READ day NOTIFY clockChanged)
    Q_PROPERTY(QString connection READ connection NOTIFY changed)
    Q_PROPERTY(int connectionTone READ connectionTone NOTIFY changed)
    Q_PROPERTY(QString orders READ orders NOTIFY changed)
    Q_PROPERTY(int workingOrders READ workingOrders NOTIFY changed)
    Q_PROPERTY(int speed READ speed NOTIFY changed)
    Q_PROPERTY(int speedIndex READ speedIndex NOTIFY changed)
    Q_PROPERTY(QStringList speeds READ speeds CONSTANT)
    Q_PROPERTY(bool simulated READ simulated NOTIFY changed)

public:
    explicit StatusModel(Feed& feed, QObject* parent = nullptr);

    QString environment() const;
    int environmentTone() const;
    QString clock() const { return m_clock; }
    QString day() const;
    QString connection() const;
    int connectionTone() const;
    QString orders() const;
    int workingOrders() const { return m_working; }
    int speed() const { return m_speed; }
    /// -1 when the speed is none of the four.
    int speedIndex() const;
    QStringList speeds() const;
    bool simulated() const { return m_simulated; }

    Q_INVOKABLE void chooseSpeed(int index);
    Q_INVOKABLE void togglePause();
    /// While paused: lets a tenth of a second of venue time pass.
    Q_INVOKABLE void step();

signals:
    void changed();
    void clockChanged();

private:
    void onSession();
    void onBook();
    void refreshClock();

    Feed& m_feed;
    std::string m_zone;
    QString m_clock;
    std::int64_t m_second = -1;
    int m_speed = 1;
    int m_speedBeforePause = 1;
    int m_working = 0;
    bool m_simulated = true;
    bool m_failed = false;
    ConnectionState m_connection = ConnectionState::Connected;
};

} // namespace rialto
