// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation.h"

#include "Feed/messages.h"
#include "Theme/language.h"
#include "Theme/theme.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QQmlComponent>
#include <QQmlEngine>

namespace rialto {
namespace {

constexpr char kWorkspace[] = "shell/workspace";
constexpr char kSymbol[] = "shell/symbol";
constexpr char kAccount[] = "shell/account";
constexpr char kSymbols[] = "watchlist/symbols";
constexpr char kTable[] = "watchlist/table";
constexpr char kInterval[] = "chart/interval";

QString page(const char* module, const char* file)
{
    return QStringLiteral("qrc:/qt/qml/Rialto/%1/%2.qml").arg(QLatin1String(module), QLatin1String(file));
}

// Settings take a slash for a group; symbols have them ("EUR/USD").
QString chartKey(const QString& symbol) { return QStringLiteral("chart/of/") + QString::fromLatin1(symbol.toUtf8().toPercentEncoding()); }

QString code(UiLanguage language) { return language == UiLanguage::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"); }

} // namespace

Workstation::Workstation(Feed& feed, Parts parts, QObject* parent)
    : QObject(parent), m_feed(feed), m_preferences(parts.settingsFile), m_status(feed), m_market(feed, parts.openBars), m_trading(feed), m_portfolio(feed),
      m_clients(feed, parts.openBars), m_analytics(feed, parts.openBars), m_advice(feed, parts.openBars), m_reports(feed, parts.openBars, parts.bookFolder), m_research(feed, {parts.openResearch, parts.openBars}), m_data(feed, parts.openStores),
      m_simulator(feed), m_commands(feed)
{
    m_feed.setLanguage(m_preferences.language());
    addWorkspaces();
    addCommands();
    restore();
    remember();
    connect(&m_feed, &Feed::alerted, this, &Workstation::onAlerts);
    connect(&m_feed, &Feed::sessionChanged, this, &Workstation::onSession);
    connect(&m_feed, &Feed::languageChanged, this, &Workstation::textsChanged);
    connect(&m_market, &MarketModel::tradeRequested, this, &Workstation::trade);
    connect(&m_market, &MarketModel::symbolSearchRequested, this, [this] { emit commandFieldRequested(true); });
    connect(&m_advice, &advising::AdviceModel::proposalRequested, this, [this](int client) {
        openWorkspace(QStringLiteral("reports"));
        m_reports.show(QStringLiteral("proposal"), client);
    });
    connect(&m_commands, &CommandList::instrumentAdded, m_market.watchlist(), &WatchlistModel::add);
}

void Workstation::addWorkspaces()
{
    m_workspaces = {
        {"market", QT_TR_NOOP("Market"), "chart", page("Market", "MarketWorkspace"), &m_market},
        {"trading", QT_TR_NOOP("Trading"), "swap", page("Trading", "TradingWorkspace"), &m_trading},
        {"portfolio", QT_TR_NOOP("Portfolio"), "users", page("Portfolio", "PortfolioWorkspace"), &m_portfolio},
        {"clients", QT_TR_NOOP("Clients"), "list", page("Clients", "ClientsWorkspace"), &m_clients},
        {"analytics", QT_TR_NOOP("Analytics"), "chart", page("Analytics", "AnalyticsWorkspace"), &m_analytics},
        {"advice", QT_TR_NOOP("Advice"), "check", page("Advice", "AdviceWorkspace"), &m_advice},
        {"research", QT_TR_NOOP("Research"), "news", page("Research", "ResearchWorkspace"), &m_research},
        {"data", QT_TR_NOOP("Data"), "database", page("Data", "DataWorkspace"), &m_data},
        {"reports", QT_TR_NOOP("Reports"), "file", page("Reports", "ReportsWorkspace"), &m_reports},
        {"simulator", QT_TR_NOOP("Simulator"), "clock", page("Simulator", "SimulatorWorkspace"), &m_simulator},
    };
}

void Workstation::speakThrough(QQmlEngine& engine)
{
    // The types of a module are known once something has imported it.
    QQmlComponent known(&engine);
    known.setData("import QtQml\nimport Rialto.Theme\nQtObject {}", QUrl());
    auto* language = engine.singletonInstance<theme::Language*>(qmlTypeId("Rialto.Theme", 1, 0, "Language"));
    if (language == nullptr)
        return;
    language->setCode(code(m_preferences.language()));
    m_feed.setLanguage(m_preferences.language());
    // Models make their texts through the translators, so these are changed first.
    connect(&m_preferences, &Preferences::languageChanged, language, [this, language] {
        language->setCode(code(m_preferences.language()));
        m_feed.setLanguage(m_preferences.language());
    });
    emit textsChanged();
}

void Workstation::restore()
{
    openWorkspace(m_preferences.value(QLatin1String(kWorkspace)).toString());
    m_market.watchlist()->setSymbols(m_preferences.value(QLatin1String(kSymbols)).toStringList());
    const auto table = QJsonDocument::fromJson(m_preferences.value(QLatin1String(kTable)).toString().toUtf8());
    m_market.setTableLayout(table.object().toVariantMap());
    m_market.chart()->tools()->setMemory({
        [this](const QString& symbol) { return QJsonDocument::fromJson(m_preferences.value(chartKey(symbol)).toString().toUtf8()).object().toVariantMap(); },
        [this](const QString& symbol, const QVariantMap& state) {
            m_preferences.setValue(chartKey(symbol), QString::fromUtf8(QJsonDocument(QJsonObject::fromVariantMap(state)).toJson(QJsonDocument::Compact)));
        }});
    m_market.chart()->tools()->setEvents([this](const QString& symbol, std::function<void(QVariantList)> answer) { m_research.eventsOf(symbol, std::move(answer)); });
    m_market.chart()->setInterval(m_preferences.value(QLatin1String(kInterval)).toInt());
    m_feed.selection().setSymbol(m_preferences.value(QLatin1String(kSymbol)).toString());
    m_feed.selection().setAccountNumber(m_preferences.value(QLatin1String(kAccount)).toString());
}

void Workstation::remember()
{
    connect(this, &Workstation::workspaceChanged, this,
        [this] { m_preferences.setValue(QLatin1String(kWorkspace), m_workspaces[std::size_t(m_workspace)].id); });
    connect(m_market.watchlist(), &WatchlistModel::symbolsChanged, this,
        [this] { m_preferences.setValue(QLatin1String(kSymbols), m_market.watchlist()->symbols()); });
    connect(&m_market, &MarketModel::tableLayoutChanged, this, [this] {
        const auto json = QJsonDocument(QJsonObject::fromVariantMap(m_market.tableLayout())).toJson(QJsonDocument::Compact);
        m_preferences.setValue(QLatin1String(kTable), QString::fromUtf8(json));
    });
    connect(m_market.chart(), &ChartModel::intervalChanged, this,
        [this] { m_preferences.setValue(QLatin1String(kInterval), m_market.chart()->interval()); });
    connect(&m_feed.selection(), &Selection::instrumentChanged, this,
        [this] { m_preferences.setValue(QLatin1String(kSymbol), m_feed.selection().symbol()); });
    connect(&m_feed.selection(), &Selection::accountChanged, this,
        [this] { m_preferences.setValue(QLatin1String(kAccount), m_feed.selection().accountNumber()); });
}

QVariantList Workstation::workspaces() const
{
    QVariantList list;
    for (const Workspace& workspace : m_workspaces)
        list << QVariantMap{{"id", workspace.id}, {"title", tr(workspace.title)}, {"icon", workspace.icon}, {"page", workspace.page},
            {"model", QVariant::fromValue(workspace.model)}};
    return list;
}

QStringList Workstation::workspaceTitles() const
{
    QStringList titles;
    for (const Workspace& workspace : m_workspaces)
        titles << tr(workspace.title);
    return titles;
}

void Workstation::setWorkspace(int index)
{
    if (index < 0 || index >= int(m_workspaces.size()) || index == m_workspace)
        return;
    m_workspace = index;
    emit workspaceChanged();
}

bool Workstation::openWorkspace(const QString& id)
{
    for (std::size_t i = 0; i < m_workspaces.size(); ++i)
        if (m_workspaces[i].id == id) {
            setWorkspace(int(i));
            return true;
        }
    return false;
}

QString Workstation::title() const { return tr("Rialto"); }

void Workstation::toggleLanguage() { setChinese(!m_preferences.chinese()); }
void Workstation::setChinese(bool chinese) { m_preferences.setLanguage(chinese ? UiLanguage::Chinese : UiLanguage::English); }

void Workstation::stepScale(int steps) { m_preferences.setScale(qBound(1.0, m_preferences.scale() + 0.1 * steps, 2.0)); }

void Workstation::trade(bool buy)
{
    m_trading.ticket()->setSide(int(buy ? Side::Buy : Side::Sell));
    m_trading.ticket()->takePrice(buy ? 1 : 0);
    openWorkspace(QStringLiteral("trading"));
}

void Workstation::onAlerts(const std::vector<Alert>& alerts)
{
    for (const Alert& alert : alerts) {
        const bool good = alert.code == "host.recovered";
        m_notices.post(good ? kit::Notices::Success : kit::Notices::Warning, message(alert.code, alert.detail), {},
            m_feed.format().timeWithZone(alert.time, "America/New_York"));
    }
}

void Workstation::onSession()
{
    const auto& failure = m_feed.session().failure;
    if (failure && !m_failureTold)
        m_notices.post(kit::Notices::Error, message(*failure));
    m_failureTold = failure.has_value();
}

} // namespace rialto
