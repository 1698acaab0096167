// SPDX-License-Identifier: GPL-3.0-or-later
// LockKeeper: locks the screen of a protected book: when nobody touched it for so many minutes, on a key, or when somebody asked
// every screen to lock (rialtoctl book lock). A locked session may do nothing, whatever is called; the market goes on. GUI thread.
#pragma once

#include "gate_model.h"

#include "services/book_session.h"

#include <QElapsedTimer>

#include <memory>

namespace rialto::admin {

class LockKeeper : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool guarded READ guarded CONSTANT)
    Q_PROPERTY(bool locked READ locked NOTIFY lockedChanged)
    Q_PROPERTY(int minutes READ minutes WRITE setMinutes NOTIFY minutesChanged)
    Q_PROPERTY(rialto::admin::GateModel* gate READ gate CONSTANT)

public:
    /// `session` may be null (tests): then nothing is ever locked.
    explicit LockKeeper(BookSession* session, QObject* parent = nullptr);
    ~LockKeeper() override;

    bool guarded() const { return m_session != nullptr && m_session->security() != nullptr; }
    bool locked() const { return m_locked; }
    /// Without a touch before the screen locks; 0: never.
    int minutes() const { return int(m_limit / 60'000); }
    void setMinutes(int minutes);
    void setIdleLimit(qint64 milliseconds) { m_limit = milliseconds; }
    GateModel* gate() { return &m_gate; }

    Q_INVOKABLE void lock();
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void lockedChanged();
    void minutesChanged();

private:
    void look();

    BookSession* m_session;
    GateModel m_gate;
    bool m_locked = false;
    qint64 m_limit = 10 * 60'000;
    Timestamp m_asked;           // the last wish of somebody else that was obeyed
    QElapsedTimer m_idle;
    QTimer m_clock;
};

} // namespace rialto::admin
