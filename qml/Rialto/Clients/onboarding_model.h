// SPDX-License-Identifier: GPL-3.0-or-later
// OnboardingModel: the guided opening of a client, step by step: who, household and account, papers, risk questionnaire, summary.
// Nothing is in the book until the last step; then client, account, records and the request for approval go in as one commit.
// GUI thread.
#pragma once

#include "Feed/feed.h"
#include "clients/suitability/questionnaire.h"

#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace rialto::clientdesk {

QString profileWord(clients::RiskProfile profile);
QString documentWord(clients::DocumentKind kind);
/// Who works at this desk, as records name them.
std::string deskUser();

class OnboardingModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(int step READ step NOTIFY changed)
    Q_PROPERTY(QStringList steps READ steps NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(int kind MEMBER m_kind NOTIFY changed)
    Q_PROPERTY(QStringList kinds READ kinds NOTIFY changed)
    Q_PROPERTY(QString name MEMBER m_name NOTIFY changed)
    Q_PROPERTY(QString nameZh MEMBER m_nameZh NOTIFY changed)
    Q_PROPERTY(QString born MEMBER m_born NOTIFY changed)
    Q_PROPERTY(QString country MEMBER m_country NOTIFY changed)
    Q_PROPERTY(int household MEMBER m_household NOTIFY changed)
    Q_PROPERTY(QStringList households READ households NOTIFY changed)
    Q_PROPERTY(int currency MEMBER m_currency NOTIFY changed)
    Q_PROPERTY(QStringList currencies READ currencies CONSTANT)
    Q_PROPERTY(QString documentNumber MEMBER m_documentNumber NOTIFY changed)
    Q_PROPERTY(QString documentExpires MEMBER m_documentExpires NOTIFY changed)
    Q_PROPERTY(QVariantList questions READ questions NOTIFY changed)
    Q_PROPERTY(QVariantList summary READ summary NOTIFY changed)

public:
    enum Step { Who, Where, Papers, Risk, Summary };

    explicit OnboardingModel(Feed& feed, QObject* parent = nullptr);

    int step() const { return m_step; }
    QStringList steps() const;
    QString problem() const { return m_problem; }
    QStringList kinds() const;
    QStringList households() const;
    QStringList currencies() const;
    /// {text, choices, answer}.
    QVariantList questions() const;
    QVariantList summary() const;

    Q_INVOKABLE void begin();
    Q_INVOKABLE void answer(int question, int choice);
    Q_INVOKABLE void back();
    /// To the next step, or with the last one into the book.
    Q_INVOKABLE void next();

signals:
    void changed();
    /// The client is in the book.
    void opened(const QString& number);

private:
    QString wrong() const;
    void submit();
    std::vector<clients::PartyId> homes() const;

    Feed& m_feed;
    int m_step = Who;
    QString m_problem;
    int m_kind = 0;
    QString m_name;
    QString m_nameZh;
    QString m_born;
    QString m_country;
    int m_household = 0;
    int m_currency = 0;
    QString m_documentNumber;
    QString m_documentExpires;
    std::vector<int> m_answers;
};

} // namespace rialto::clientdesk
