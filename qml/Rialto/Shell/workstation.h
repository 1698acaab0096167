// SPDX-License-Identifier: GPL-3.0-or-later
// Workstation: the one object behind the window. It owns a view model of each kind over a Feed and what they share: the user's
// preferences, notices, commands and workspaces. A workspace is an entry of `workspaces`: a page whose root has a required
// property `model`. GUI thread; the feed outlives it.
#pragma once

#include "command_list.h"
#include "preferences.h"
#include "status_model.h"

#include "Advice/advice_model.h"
#include "Analytics/analytics_model.h"
#include "Clients/clients_desk_model.h"
#include "Data/data_model.h"
#include "Kit/notices.h"
#include "Market/market_model.h"
#include "Portfolio/portfolio_model.h"
#include "Reports/reports_model.h"
#include "Research/research_model.h"
#include "Simulator/simulator_model.h"
#include "Trading/trading_model.h"

#include <QVariantList>

class QQmlEngine;

namespace rialto {

class Workstation : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(rialto::Preferences* preferences READ preferences CONSTANT)
    Q_PROPERTY(rialto::Selection* selection READ selection CONSTANT)
    Q_PROPERTY(rialto::StatusModel* status READ status CONSTANT)
    Q_PROPERTY(rialto::CommandList* commands READ commands CONSTANT)
    Q_PROPERTY(rialto::kit::Notices* notices READ notices CONSTANT)
    Q_PROPERTY(rialto::MarketModel* market READ market CONSTANT)
    Q_PROPERTY(QVariantList workspaces READ workspaces NOTIFY textsChanged)
    Q_PROPERTY(QStringList workspaceTitles READ workspaceTitles NOTIFY textsChanged)
    Q_PROPERTY(int workspace READ workspace WRITE setWorkspace NOTIFY workspaceChanged)
    Q_PROPERTY(QVariantList shortcuts READ shortcuts NOTIFY textsChanged)
    Q_PROPERTY(QString title READ title NOTIFY textsChanged)

public:
    struct Parts {
        BarStoreOpener openBars;   // empty: charts show only what is seen live
        QString settingsFile;      // empty: the user's own
        data::StoresOpener openStores{};            // empty: nothing can be imported
        std::function<std::unique_ptr<research::ResearchStore>()> openResearch{}; // empty: the information desk knows nothing
        QString bookFolder{};                       // empty: no record of issued reports is kept
    };
    Workstation(Feed& feed, Parts parts, QObject* parent = nullptr);

    /// Before the window is loaded: the language of the engine follows the preferences from here on.
    void speakThrough(QQmlEngine& engine);

    Feed& feed() { return m_feed; }
    Preferences* preferences() { return &m_preferences; }
    Selection* selection() { return &m_feed.selection(); }
    StatusModel* status() { return &m_status; }
    CommandList* commands() { return &m_commands; }
    kit::Notices* notices() { return &m_notices; }
    MarketModel* market() { return &m_market; }
    trading::TradingModel* trading() { return &m_trading; }
    portfolio::PortfolioModel* portfolio() { return &m_portfolio; }
    clientdesk::ClientsDeskModel* clientsDesk() { return &m_clients; }
    advising::AdviceModel* advice() { return &m_advice; }
    analysis::AnalyticsModel* analytics() { return &m_analytics; }
    reporting::ReportsModel* reports() { return &m_reports; }
    desk::ResearchModel* research() { return &m_research; }
    data::DataModel* data() { return &m_data; }
    simulation::SimulatorModel* simulator() { return &m_simulator; }

    /// {id, title, icon, page, model}; `page` is the address of the QML file.
    QVariantList workspaces() const;
    QStringList workspaceTitles() const;
    int workspace() const { return m_workspace; }
    void setWorkspace(int index);
    /// False when there is none of that name.
    bool openWorkspace(const QString& id);
    /// Groups of {title, entries: [{keys, title}]} for the cheat sheet.
    QVariantList shortcuts() const;
    QString title() const;

    Q_INVOKABLE void toggleDark() { m_preferences.setDark(!m_preferences.dark()); }
    Q_INVOKABLE void toggleLanguage();
    Q_INVOKABLE void setChinese(bool chinese);
    /// Text a tenth larger or smaller.
    Q_INVOKABLE void stepScale(int steps);

signals:
    void textsChanged();
    void workspaceChanged();
    void cheatSheetRequested();
    /// The command field should open; `adding`: to add to the watchlist.
    void commandFieldRequested(bool adding);
    void overlaysDismissed();
    void quitRequested();

private:
    struct Workspace {
        QString id;
        const char* title;
        QString icon;
        QString page;
        QObject* model;
    };
    void addWorkspaces();
    void addCommands();
    void restore();
    void remember();
    void onAlerts(const std::vector<Alert>& alerts);
    void onSession();
    void trade(bool buy);

    Feed& m_feed;
    Preferences m_preferences;
    kit::Notices m_notices;
    StatusModel m_status;
    MarketModel m_market;
    trading::TradingModel m_trading;
    portfolio::PortfolioModel m_portfolio;
    clientdesk::ClientsDeskModel m_clients;
    analysis::AnalyticsModel m_analytics;
    advising::AdviceModel m_advice;
    reporting::ReportsModel m_reports;
    desk::ResearchModel m_research;
    data::DataModel m_data;
    simulation::SimulatorModel m_simulator;
    CommandList m_commands;
    std::vector<Workspace> m_workspaces;
    int m_workspace = 0;
    bool m_failureTold = false;
};

} // namespace rialto
