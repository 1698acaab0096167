// SPDX-License-Identifier: GPL-3.0-or-later
// GateModel: a user, a password and perhaps a one-time code at the door of a protected book. A trial takes half a second and
// more, so it runs in a thread of its own; what it answers is shown as a sentence, and a wait is counted down. It decides
// nothing: `entry` is the services' login. GUI thread, except that `entry` and a job run in the worker.
#pragma once

#include "services/login.h"

#include <QObject>
#include <QThread>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>
#include <optional>

namespace rialto::admin {

class GateModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString place READ place CONSTANT)
    Q_PROPERTY(QString user READ user NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString work READ work NOTIFY changed)
    Q_PROPERTY(QString failure READ failure NOTIFY changed)
    Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY changed)
    Q_PROPERTY(bool codeAsked READ codeAsked NOTIFY changed)

public:
    using Entry = std::function<Result<void>(const Credentials&)>;

    GateModel(QString place, Entry entry, QObject* parent = nullptr);
    ~GateModel() override;

    /// The book's folder.
    QString place() const { return m_place; }
    QString user() const { return m_user; }
    void setUser(const QString& user);
    bool busy() const { return m_worker != nullptr; }
    /// What takes so long.
    QString work() const { return m_work; }
    QString failure() const;
    /// Until the next password is looked at.
    int waitSeconds() const { return m_wait; }
    /// The user has a second factor: a code is needed too.
    bool codeAsked() const { return m_codeAsked; }
    /// For `run`: what putting the lock on is called.
    static QString sealing();
    /// The door as it was before anybody tried.
    void reset();

    Q_INVOKABLE void enter(const QString& user, const QString& password, const QString& code);
    /// Something else that ends with the door open, such as putting the lock on.
    void run(const QString& work, std::function<Result<void>()> job);

signals:
    void changed();
    void entered();

private:
    void finish(const Result<void>& result);
    void countDown();

    QString m_place;
    Entry m_entry;
    QString m_user;
    QString m_work;
    std::optional<Error> m_failure;
    int m_wait = 0;
    bool m_codeAsked = false;
    QTimer m_second;
    QThread* m_worker = nullptr;
    std::shared_ptr<Result<void>> m_result;
};

/// From a text field; the bytes are wiped with `security::wipe` by who takes them.
std::string bytesOf(const QString& text);

} // namespace rialto::admin
