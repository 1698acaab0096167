// SPDX-License-Identifier: GPL-3.0-or-later
// AdviceModel: what a client should do, on the screen: profile, model portfolio, drift, trades with reasons, suitability, losses to
// harvest, and the questionnaire. Made by one worker thread at a time; a newer wish makes an older answer void. Values are
// finished text. GUI thread.
#pragma once

#include "Feed/feed.h"
#include "advice/loss_harvest.h"
#include "market/bar_store.h"
#include "reports/study_data.h"

#include <QObject>
#include <QStringList>
#include <QThread>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace rialto::advising {

/// Opens a store of the worker's own.
using StoreOpener = std::function<std::unique_ptr<market::BarStore>()>;

class AdviceModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(QStringList clients READ clients NOTIFY clientsChanged)
    Q_PROPERTY(int clientIndex READ clientIndex WRITE setClientIndex NOTIFY clientsChanged)
    Q_PROPERTY(QStringList profiles READ profiles NOTIFY choicesChanged)
    Q_PROPERTY(int profileIndex READ profileIndex WRITE setProfileIndex NOTIFY choicesChanged)
    Q_PROPERTY(QStringList bands READ bands CONSTANT)
    Q_PROPERTY(int bandIndex READ bandIndex WRITE setBandIndex NOTIFY choicesChanged)
    Q_PROPERTY(QString shortRate READ shortRate WRITE setShortRate NOTIFY choicesChanged)
    Q_PROPERTY(QString longRate READ longRate WRITE setLongRate NOTIFY choicesChanged)
    Q_PROPERTY(bool ratesFine READ ratesFine NOTIFY choicesChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString failure READ failure NOTIFY changed)
    Q_PROPERTY(QString profileText READ profileText NOTIFY changed)
    Q_PROPERTY(QString suitabilityNow READ suitabilityNow NOTIFY changed)
    Q_PROPERTY(QString suitabilityAfter READ suitabilityAfter NOTIFY changed)
    Q_PROPERTY(bool suitsNow READ suitsNow NOTIFY changed)
    Q_PROPERTY(bool suitsAfter READ suitsAfter NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QStringList weightHeader READ weightHeader NOTIFY changed)
    Q_PROPERTY(QVariantList weights READ weights NOTIFY changed)
    Q_PROPERTY(QVariantList trades READ trades NOTIFY changed)
    Q_PROPERTY(QString harvestSummary READ harvestSummary NOTIFY changed)
    Q_PROPERTY(QStringList harvestHeader READ harvestHeader NOTIFY changed)
    Q_PROPERTY(QVariantList harvest READ harvest NOTIFY changed)
    Q_PROPERTY(QStringList harvestSentences READ harvestSentences NOTIFY changed)
    Q_PROPERTY(QVariantList questions READ questions NOTIFY questionsChanged)
    Q_PROPERTY(QString answersText READ answersText NOTIFY answersChanged)
    Q_PROPERTY(bool answered READ answered NOTIFY answersChanged)

public:
    AdviceModel(Feed& feed, StoreOpener openBars, QObject* parent = nullptr);
    ~AdviceModel() override;

    QStringList clients() const;
    int clientIndex() const { return m_clientIndex; }
    void setClientIndex(int index);
    /// "As assessed", then the five.
    QStringList profiles() const;
    int profileIndex() const { return m_profileIndex; }
    void setProfileIndex(int index);
    QStringList bands() const { return {QStringLiteral("2 %"), QStringLiteral("3 %"), QStringLiteral("5 %"), QStringLiteral("10 %")}; }
    int bandIndex() const { return m_bandIndex; }
    void setBandIndex(int index);
    /// Per cents, as typed.
    QString shortRate() const { return m_shortRate; }
    void setShortRate(const QString& text);
    QString longRate() const { return m_longRate; }
    void setLongRate(const QString& text);
    bool ratesFine() const { return rates().has_value(); }
    bool busy() const { return m_worker != nullptr; }
    bool ready() const { return m_answer != nullptr && !busy(); }
    QString failure() const;
    QString profileText() const;
    QString suitabilityNow() const;
    QString suitabilityAfter() const;
    bool suitsNow() const { return m_answer && m_answer->facts.before.suits; }
    bool suitsAfter() const { return m_answer && m_answer->facts.after.suits; }
    QString summary() const;
    QStringList weightHeader() const;
    QVariantList weights() const;
    /// {text, buys}
    QVariantList trades() const;
    QString harvestSummary() const;
    QStringList harvestHeader() const;
    QVariantList harvest() const;
    QStringList harvestSentences() const;
    /// {text, side, choices: [..], chosen}
    QVariantList questions() const;
    QString answersText() const;
    bool answered() const;

    /// Makes the advice when something changed since.
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void answer(int question, int choice);
    /// Takes the profile of the answers for the proposal; it is kept with nobody.
    Q_INVOKABLE void useAnswers();
    Q_INVOKABLE void requestProposal() { emit proposalRequested(m_clientIndex); }

signals:
    void clientsChanged();
    void choicesChanged();
    void changed();
    void answersChanged();
    void questionsChanged();
    void finished();
    void proposalRequested(int clientIndex);

private:
    struct Answer {
        reports::ProposalFacts facts;
        advice::Harvest harvest;
        Currency base;
        QStringList left;
        std::optional<Error> failure;
    };
    std::optional<advice::TaxRates> rates() const;
    std::optional<clients::AssessmentScore> score() const;
    void forget();
    void start();

    Feed& m_feed;
    StoreOpener m_openBars;
    BookPointer m_book;
    int m_clientIndex = 0;
    int m_profileIndex = 0;
    int m_bandIndex = 2;
    QString m_shortRate = QStringLiteral("0");
    QString m_longRate = QStringLiteral("0");
    std::vector<int> m_answers;
    bool m_stale = true;
    std::shared_ptr<const Answer> m_answer;
    std::optional<Error> m_failure;
    QThread* m_worker = nullptr;
};

} // namespace rialto::advising
