// SPDX-License-Identifier: GPL-3.0-or-later
// ResearchModel: what the information desk knows, as finished texts for its pages. Everything is read and worked out on a worker
// thread, one job at a time in the order of the wishes; a newer wish of the same kind makes an older answer void. GUI thread.
#pragma once

#include "Feed/feed.h"
#include "market/bar_store.h"
#include "research/research_store.h"
#include "services/screen_service.h"

#include <QObject>
#include <QStringList>
#include <QThread>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <map>
#include <memory>

namespace rialto::desk {

struct Openers {
    std::function<std::unique_ptr<research::ResearchStore>()> desk;
    std::function<std::unique_ptr<market::BarStore>()> bars;
};

class ResearchModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(int page READ page WRITE setPage NOTIFY pageChanged)
    Q_PROPERTY(QStringList pages READ pages NOTIFY textsChanged)
    Q_PROPERTY(QVariantList counts READ counts NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(bool empty READ empty NOTIFY changed)
    Q_PROPERTY(QString age READ age NOTIFY changed)
    Q_PROPERTY(QString failure READ failure NOTIFY changed)
    Q_PROPERTY(QString importHint READ importHint NOTIFY textsChanged)
    // News
    Q_PROPERTY(QVariantList news READ news NOTIFY newsChanged)
    Q_PROPERTY(bool onlySelected READ onlySelected WRITE setOnlySelected NOTIFY newsChanged)
    // Filings
    Q_PROPERTY(QStringList companies READ companies NOTIFY changed)
    Q_PROPERTY(int company READ company WRITE setCompany NOTIFY statementChanged)
    Q_PROPERTY(bool quarterly READ quarterly WRITE setQuarterly NOTIFY statementChanged)
    Q_PROPERTY(QStringList statementHeader READ statementHeader NOTIFY statementChanged)
    Q_PROPERTY(QVariantList statementRows READ statementRows NOTIFY statementChanged)
    Q_PROPERTY(QVariantList restatementRows READ restatementRows NOTIFY statementChanged)
    // Macro
    Q_PROPERTY(QVariantList series READ series NOTIFY seriesChanged)
    Q_PROPERTY(QString asKnown READ asKnown WRITE setAsKnown NOTIFY seriesChanged)
    Q_PROPERTY(QList<double> seriesTimes READ seriesTimes NOTIFY seriesChanged)
    Q_PROPERTY(QVariantList seriesLines READ seriesLines NOTIFY seriesChanged)
    Q_PROPERTY(QVariantList observationRows READ observationRows NOTIFY seriesChanged)
    // Rates and currencies
    Q_PROPERTY(QStringList currencies READ currencies NOTIFY changed)
    Q_PROPERTY(int fromCurrency READ fromCurrency WRITE setFromCurrency NOTIFY ratesChanged)
    Q_PROPERTY(int toCurrency READ toCurrency WRITE setToCurrency NOTIFY ratesChanged)
    Q_PROPERTY(QString cross READ cross NOTIFY ratesChanged)
    Q_PROPERTY(QList<double> rateTimes READ rateTimes NOTIFY ratesChanged)
    Q_PROPERTY(QVariantList rateLines READ rateLines NOTIFY ratesChanged)
    Q_PROPERTY(QVariantList curveRows READ curveRows NOTIFY changed)
    // Notes
    Q_PROPERTY(QVariantList notes READ notes NOTIFY changed)
    Q_PROPERTY(QVariantList noteHistory READ noteHistory NOTIFY noteChanged)
    Q_PROPERTY(QStringList ratings READ ratings NOTIFY textsChanged)
    // Screener
    Q_PROPERTY(QString condition READ condition WRITE setCondition NOTIFY screenChanged)
    Q_PROPERTY(QStringList screenHeader READ screenHeader NOTIFY screenChanged)
    Q_PROPERTY(QVariantList screenRows READ screenRows NOTIFY screenChanged)
    Q_PROPERTY(QString screenNote READ screenNote NOTIFY screenChanged)

public:
    enum Page { News, Filings, Macro, Rates, Notes, Screener };
    Q_ENUM(Page)

    ResearchModel(Feed& feed, Openers openers, QObject* parent = nullptr);
    ~ResearchModel() override;

    int page() const { return m_page; }
    void setPage(int page);
    QStringList pages() const;
    QVariantList counts() const;
    bool busy() const { return m_jobs > 0; }
    bool empty() const;
    /// How old the newest of the page is.
    QString age() const;
    QString failure() const { return m_failure; }
    QString importHint() const;

    /// {id, title, detail, summary, link, sample}
    QVariantList news() const { return m_news; }
    bool onlySelected() const { return m_onlySelected; }
    void setOnlySelected(bool only);
    Q_INVOKABLE void search(const QString& words);

    QStringList companies() const;
    int company() const { return m_company; }
    void setCompany(int company);
    bool quarterly() const { return m_quarterly; }
    void setQuarterly(bool quarterly);
    QStringList statementHeader() const { return m_statementHeader; }
    QVariantList statementRows() const { return m_statementRows; }
    QVariantList restatementRows() const { return m_restatementRows; }

    /// {id, title, detail, chosen, colour}
    QVariantList series() const;
    QString asKnown() const { return m_asKnown; }
    void setAsKnown(const QString& day);
    Q_INVOKABLE void toggleSeries(int index);
    QList<double> seriesTimes() const { return m_seriesTimes; }
    QVariantList seriesLines() const { return m_seriesLines; }
    QVariantList observationRows() const { return m_observationRows; }

    QStringList currencies() const { return m_currencies; }
    int fromCurrency() const { return m_from; }
    void setFromCurrency(int index);
    int toCurrency() const { return m_to; }
    void setToCurrency(int index);
    QString cross() const { return m_cross; }
    QList<double> rateTimes() const { return m_rateTimes; }
    QVariantList rateLines() const { return m_rateLines; }
    QVariantList curveRows() const { return m_curveRows; }

    /// {id, title, detail, body, rating, ratingText, tone}
    QVariantList notes() const;
    QVariantList noteHistory() const { return m_noteHistory; }
    QStringList ratings() const;
    Q_INVOKABLE void openNote(int id);
    /// `id` 0 is a new note; it is attached to the symbols, separated by spaces or commas. "" or why not.
    Q_INVOKABLE QString saveNote(int id, const QString& title, const QString& body, int rating, const QString& symbols);

    QString condition() const { return m_condition; }
    void setCondition(const QString& condition);
    Q_INVOKABLE void runScreen();
    Q_INVOKABLE void followScreenRow(int row);
    QStringList screenHeader() const { return m_screenHeader; }
    QVariantList screenRows() const { return m_screenRows; }
    QString screenNote() const { return m_screenNote; }

    /// Reads everything again.
    Q_INVOKABLE void refresh();
    /// What happened to a symbol, for the marks of its chart; answers in the GUI thread.
    void eventsOf(const QString& symbol, std::function<void(QVariantList)> answer);

signals:
    void pageChanged();
    void textsChanged();
    void changed();
    void busyChanged();
    void newsChanged();
    void statementChanged();
    void seriesChanged();
    void ratesChanged();
    void noteChanged();
    void screenChanged();

private:
    struct Known;
    using Work = std::function<std::function<void()>(research::ResearchStore&)>;
    void inWorker(Work work);
    void fail(const QString& sentence);
    void filterNews();
    void readStatement();
    void readSeries();
    void readRates();
    QString ageOf(Timestamp newest) const;
    QString ratingText(const std::string& rating) const;

    Feed& m_feed;
    Openers m_openers;
    QThread m_thread;
    QObject* m_worker = nullptr;
    std::shared_ptr<Known> m_known;
    int m_jobs = 0, m_page = News;
    QString m_failure;
    QVariantList m_news;
    QString m_words;
    bool m_onlySelected = false;
    int m_company = 0;
    bool m_quarterly = false;
    QStringList m_statementHeader;
    QVariantList m_statementRows, m_restatementRows;
    std::vector<int> m_chosen{0};
    QString m_asKnown;
    QList<double> m_seriesTimes, m_rateTimes;
    QVariantList m_seriesLines, m_observationRows, m_rateLines, m_curveRows, m_noteHistory;
    QStringList m_currencies;
    int m_from = 0, m_to = 1;
    QString m_cross;
    QString m_condition = QStringLiteral("rsi(14) < 45 and close > sma(50)");
    QStringList m_screenHeader;
    QVariantList m_screenRows;
    QString m_screenNote;
};

} // namespace rialto::desk
