// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock_keeper.h"

#include <QCoreApplication>
#include <QEvent>

namespace rialto::admin {

namespace {

constexpr int kLookMillis = 2000;

GateModel::Entry unlockOf(BookSession* session)
{
    return [session](const Credentials& credentials) -> Result<void> {
        return session != nullptr ? session->unlock(credentials) : Result<void>(refused("security.not-protected", ""));
    };
}

} // namespace

LockKeeper::LockKeeper(BookSession* session, QObject* parent)
    : QObject(parent), m_session(session), m_gate(session != nullptr ? QString::fromStdString(session->directory()) : QString(), unlockOf(session), this)
{
    if (!guarded())
        return;
    m_asked = session->lockedAt();
    m_gate.setUser(QString::fromStdString(session->services().principal()->user));
    connect(&m_gate, &GateModel::entered, this, [this] {
        m_locked = false;
        m_asked = m_session->lockedAt();
        m_idle.restart();
        emit lockedChanged();
    });
    connect(&m_clock, &QTimer::timeout, this, &LockKeeper::look);
    m_idle.start();
    m_clock.start(kLookMillis);
    QCoreApplication::instance()->installEventFilter(this);
}

LockKeeper::~LockKeeper() = default;

void LockKeeper::setMinutes(int minutes)
{
    if (minutes < 0 || minutes > 24 * 60 || minutes == this->minutes())
        return;
    m_limit = qint64(minutes) * 60'000;
    emit minutesChanged();
}

void LockKeeper::lock()
{
    if (!guarded() || m_locked)
        return;
    m_session->lock();
    m_locked = true;
    m_gate.reset();
    emit lockedChanged();
}

bool LockKeeper::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate: m_idle.restart(); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

void LockKeeper::look()
{
    if (m_locked)
        return;
    const Timestamp asked = m_session->lockedAt(); // a small file
    if ((m_limit > 0 && m_idle.elapsed() >= m_limit) || m_asked < asked) {
        m_asked = asked;
        lock();
    }
}

} // namespace rialto::admin
