// SPDX-License-Identifier: GPL-3.0-or-later
// DeskControls: what stops things in a hurry: the kill switch of the firm, and closing or turning round positions. GUI thread.
#pragma once

#include "Feed/feed.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace rialto::trading {

class DeskControls : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(bool killed READ killed NOTIFY changed)
    Q_PROPERTY(QString notice READ notice NOTIFY changed)

public:
    explicit DeskControls(Feed& feed, QObject* parent = nullptr);

    bool killed() const { return m_killed; }
    QString notice() const { return m_notice; }
    /// On: every open order is cancelled, here and at the broker, and new ones are refused until it is off.
    Q_INVOKABLE void kill(bool on);
    /// Market orders that close the position of the current account in the current instrument; `reverse` goes on to as much
    /// the other way.
    Q_INVOKABLE void closePosition(bool reverse);

signals:
    void changed();

private:
    void refresh();
    void hear(const Result<Reply>& reply);

    Feed& m_feed;
    bool m_killed = false;
    bool m_asking = false;
    QString m_notice;
};

} // namespace rialto::trading
