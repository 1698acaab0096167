// SPDX-License-Identifier: GPL-3.0-or-later
// AdminModel: the lock of a book on the screen: putting it on, users and their roles, sessions, what waits for a second person
// and the policy that asks for one, the audit log, and one client's name revealed with a reason. Everything that touches a
// password or the database runs in one worker thread at a time; `busy` meanwhile. Lists show what the user may see; the Guard
// decides in any case. GUI thread.
#pragma once

#include "gate_model.h"
#include "list_table.h"

#include "Feed/feed.h"
#include "services/book_session.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace rialto::admin {

class AdminModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(bool guarded READ guarded CONSTANT)
    Q_PROPERTY(bool canProtect READ canProtect CONSTANT)
    Q_PROPERTY(QString who READ who NOTIFY changed)
    Q_PROPERTY(QString place READ place CONSTANT)
    Q_PROPERTY(bool managesUsers READ managesUsers NOTIFY changed)
    Q_PROPERTY(bool readsAudit READ readsAudit NOTIFY changed)
    Q_PROPERTY(bool approves READ approves NOTIFY changed)
    Q_PROPERTY(bool reveals READ reveals NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString failure READ failure NOTIFY changed)
    Q_PROPERTY(QString success READ success NOTIFY changed)
    Q_PROPERTY(rialto::admin::ListTable* users READ users CONSTANT)
    Q_PROPERTY(rialto::admin::ListTable* sessions READ sessions CONSTANT)
    Q_PROPERTY(rialto::admin::ListTable* approvals READ approvals CONSTANT)
    Q_PROPERTY(rialto::admin::ListTable* audit READ audit CONSTANT)
    Q_PROPERTY(rialto::admin::ListTable* clients READ clients CONSTANT)
    Q_PROPERTY(QStringList roles READ roles NOTIFY changed)
    Q_PROPERTY(QStringList roleNotes READ roleNotes NOTIFY changed)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    Q_PROPERTY(QString ordersFrom READ ordersFrom NOTIFY changed)
    Q_PROPERTY(QString withdrawalsFrom READ withdrawalsFrom NOTIFY changed)
    Q_PROPERTY(bool clientChanges READ clientChanges NOTIFY changed)
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed)
    Q_PROPERTY(int verdictTone READ verdictTone NOTIFY changed)
    Q_PROPERTY(QString factor READ factor NOTIFY changed)
    Q_PROPERTY(QStringList recoveryCodes READ recoveryCodes NOTIFY changed)
    Q_PROPERTY(QVariantList revealed READ revealed NOTIFY changed)

public:
    using Protect = std::function<void(const SecurityDesk::NewUser&, const std::string& password)>;

    /// `session` may be null, `protect` empty: then the one and the other cannot be done here.
    AdminModel(Feed& feed, BookSession* session, Protect protect, QObject* parent = nullptr);
    ~AdminModel() override;

    bool guarded() const { return desk() != nullptr; }
    bool canProtect() const { return !guarded() && m_protect != nullptr; }
    QString who() const;
    QString place() const;
    bool managesUsers() const { return may(security::Permission::ManageUsers); }
    bool readsAudit() const { return may(security::Permission::ReadAudit); }
    bool approves() const { return may(security::Permission::Approve); }
    bool reveals() const { return may(security::Permission::RevealPersonalData); }
    bool busy() const { return m_worker != nullptr; }
    QString failure() const { return m_failure; }
    /// What was done last.
    QString success() const { return m_success; }
    ListTable* users() { return &m_users; }
    ListTable* sessions() { return &m_sessions; }
    ListTable* approvals() { return &m_approvals; }
    ListTable* audit() { return &m_audit; }
    ListTable* clients() { return &m_clients; }
    /// Words for kRoles, in their order, and what each may do.
    QStringList roles() const;
    QStringList roleNotes() const;
    int waiting() const { return m_waiting; }
    QString ordersFrom() const;
    QString withdrawalsFrom() const;
    bool clientChanges() const { return m_policy.clientChanges; }
    QString verdict() const { return m_verdict; }
    int verdictTone() const { return m_verdictTone; }
    /// The secret of a second factor that was begun.
    QString factor() const { return m_factor; }
    QStringList recoveryCodes() const { return m_recoveryCodes; }
    /// {label, value} of the client whose data was asked for; hidden again after a minute.
    QVariantList revealed() const { return m_revealed; }

    /// Reads everything anew.
    Q_INVOKABLE void refresh();
    /// Puts the lock on; the book closes and opens again behind its door.
    Q_INVOKABLE void protect(const QString& user, const QString& display, const QString& password, const QString& again);
    /// `clients`: numbers with commas; empty: every client.
    Q_INVOKABLE void addUser(const QString& user, const QString& display, int role, const QString& clients, const QString& password);
    Q_INVOKABLE void setRole(int row, int role, const QString& clients);
    Q_INVOKABLE void disable(int row);
    /// Of a user that is shut out: lets them in again.
    Q_INVOKABLE void setPassword(int row, const QString& password);
    Q_INVOKABLE void changeOwnPassword(const QString& old, const QString& password, const QString& again);
    Q_INVOKABLE void beginFactor();
    Q_INVOKABLE void confirmFactor(const QString& code);
    /// A secret on the clipboard is gone after ten seconds.
    Q_INVOKABLE void copySecret(const QString& text);
    Q_INVOKABLE void decide(int row, bool approve, const QString& remark);
    Q_INVOKABLE void setPolicy(const QString& ordersFrom, const QString& withdrawalsFrom, bool clientChanges);
    Q_INVOKABLE void verifyAudit();
    Q_INVOKABLE void exportAudit(const QString& file);
    Q_INVOKABLE QString exportFile() const;
    Q_INVOKABLE void reveal(int row, const QString& reason);
    Q_INVOKABLE void hide();

signals:
    void changed();
    void finished();

private:
    struct Lists;

    SecurityDesk* desk() const { return m_session != nullptr ? m_session->security() : nullptr; }
    bool may(security::Permission permission) const { return m_feed.services().principal()->may(permission); }
    /// Runs `job` in the worker, then `done` here when it went well; the lists are read anew behind it.
    void work(std::function<Result<void>()> job, std::function<void()> done = {});
    void say(const QString& success);
    void complain(const QString& failure);
    void show(const Lists& lists);
    void showClients();
    Result<std::vector<ClientId>> clientsNamed(const QString& numbers) const;
    QString wallTime(Timestamp time) const;

    Feed& m_feed;
    BookSession* m_session;
    Protect m_protect;
    ListTable m_users;
    ListTable m_sessions;
    ListTable m_approvals;
    ListTable m_audit;
    ListTable m_clients;
    security::FourEyesPolicy m_policy;
    int m_waiting = 0;
    QString m_failure;
    QString m_success;
    QString m_verdict;
    int m_verdictTone = 0;
    QString m_factor;
    QStringList m_recoveryCodes;
    QVariantList m_revealed;
    QTimer m_hide;
    QTimer m_clipboard;
    QString m_copied;
    std::shared_ptr<Lists> m_shown;
    QThread* m_worker = nullptr;
};

} // namespace rialto::admin
