// SPDX-License-Identifier: GPL-3.0-or-later
// ClientsDeskModel: the door of the Clients workspace. A worker values every party (it reads prices from bars); what is chosen
// is shown from that at once. Values are finished text. Changes go to the engine as records; a refusal is told in `failure`.
// GUI thread.
#pragma once

#include "Feed/feed.h"
#include "market/bar_store.h"
#include "onboarding_model.h"
#include "party_table.h"

#include <QObject>
#include <QThread>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>

namespace rialto::clientdesk {

/// Opens a store of the worker's own.
using StoreOpener = std::function<std::unique_ptr<market::BarStore>()>;

class ClientsDeskModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(rialto::clientdesk::PartyTable* parties READ parties CONSTANT)
    Q_PROPERTY(rialto::clientdesk::OnboardingModel* onboarding READ onboarding CONSTANT)
    Q_PROPERTY(int row READ row WRITE setRow NOTIFY pageChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY stateChanged)
    Q_PROPERTY(QString failure READ failure NOTIFY stateChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY stateChanged)
    Q_PROPERTY(QString name READ name NOTIFY pageChanged)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY pageChanged)
    Q_PROPERTY(QVariantList tree READ tree NOTIFY pageChanged)
    Q_PROPERTY(QVariantList figures READ figures NOTIFY pageChanged)
    Q_PROPERTY(QVariantList review READ review NOTIFY pageChanged)
    Q_PROPERTY(QVariantList holdings READ holdings NOTIFY pageChanged)
    Q_PROPERTY(QVariantList documents READ documents NOTIFY pageChanged)
    Q_PROPERTY(QVariantList rules READ rules NOTIFY pageChanged)
    Q_PROPERTY(QVariantList fees READ fees NOTIFY pageChanged)
    Q_PROPERTY(QVariantList tasks READ tasks NOTIFY pageChanged)
    Q_PROPERTY(QVariantList approvals READ approvals NOTIFY stateChanged)

public:
    ClientsDeskModel(Feed& feed, StoreOpener openBars, QObject* parent = nullptr);
    ~ClientsDeskModel() override;

    PartyTable* parties() { return &m_parties; }
    OnboardingModel* onboarding() { return &m_onboarding; }
    int row() const { return m_parties.rowOf(m_current); }
    void setRow(int row);
    bool busy() const { return m_worker != nullptr; }
    QString failure() const { return m_failure; }
    QString summary() const;
    QString name() const;
    QString subtitle() const;
    /// {depth, title, detail, share, here, row}: the household, its members and what they own, as an indented tree.
    QVariantList tree() const;
    QVariantList figures() const;
    QVariantList review() const;
    /// {symbol, name, quantity, value, part}.
    QVariantList holdings() const;
    /// {title, detail, state, tone}.
    QVariantList documents() const;
    QVariantList rules() const;
    QVariantList fees() const;
    /// {id, title, detail, tone}.
    QVariantList tasks() const;
    QVariantList approvals() const;

    /// Values everybody again, unless what is shown is still true.
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void finishTask(qulonglong id);
    Q_INVOKABLE void decide(qulonglong id, bool approve, const QString& reason);
    /// The review was done today; the next one follows from the risk rating (0 low, 1 medium, 2 high).
    Q_INVOKABLE void recordReview(int rating);

signals:
    void stateChanged();
    void pageChanged();
    void finished();

private:
    struct Job;
    const ClientOverview* page() const;
    void start();
    void finish(const std::shared_ptr<Job>& job);
    void send(clients::RecordKind kind, std::uint64_t id, clients::RecordBody body);
    QString nodeName(const clients::Node& node) const;

    Feed& m_feed;
    StoreOpener m_openBars;
    BookPointer m_book;
    PartyTable m_parties;
    OnboardingModel m_onboarding;
    clients::PartyId m_current;
    std::shared_ptr<Job> m_job;   // of the worker that runs
    std::shared_ptr<Job> m_shown; // what the screen tells
    QString m_failure;
    bool m_stale = true;
    QThread* m_worker = nullptr;
};

} // namespace rialto::clientdesk
