// SPDX-License-Identifier: GPL-3.0-or-later
#include "session_holder.h"

#include "composition.h"

#include <chrono>

namespace rialto::app {

Timestamp SteadyClock::now()
{
    return Timestamp(std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count());
}

Result<std::unique_ptr<BookSession>> SessionHolder::openBook()
{
    auto session = Composition().prepare(m_options.book);
    if (!session)
        return session.error();
    if (const auto running = (*session)->services().run(m_clock, m_options.speed); !running)
        return running.error();
    return session;
}

void SessionHolder::prepare()
{
    m_opening = std::async(std::launch::async, [this] { return openBook(); });
}

Result<void> SessionHolder::open()
{
    if (!m_opening.valid())
        prepare();
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    auto opened = m_opening.get();
    if (!opened)
        return opened.error();
    m_session = std::move(*opened);
    m_feed = std::make_unique<Feed>(m_session->services());
    m_feed->tick();
    Workstation::Parts parts;
    parts.settingsFile = m_options.settingsFile;
    parts.bookFolder = QString::fromStdString(m_session->directory());
    parts.openBars = [session = m_session.get()]() -> std::unique_ptr<market::BarStore> {
        auto bars = session->openBars();
        return bars ? std::move(*bars) : nullptr;
    };
    parts.openResearch = [session = m_session.get()]() -> std::unique_ptr<research::ResearchStore> {
        auto desk = session->openResearch();
        return desk ? std::move(*desk) : nullptr;
    };
    parts.openStores = [session = m_session.get()]() -> std::unique_ptr<data::Stores> {
        auto bars = session->openBars();
        auto ticks = session->openTicks();
        auto desk = session->openResearch();
        auto log = session->openImports();
        if (!bars || !ticks || !desk || !log)
            return nullptr;
        return std::make_unique<data::Stores>(data::Stores{std::move(*bars), std::move(*ticks), std::move(*desk), std::move(*log)});
    };
    m_workstation = std::make_unique<Workstation>(*m_feed, std::move(parts));
    Preferences& preferences = *m_workstation->preferences();
    if (!m_options.language.isEmpty())
        preferences.setLanguage(m_options.language == QLatin1String("zh") ? UiLanguage::Chinese : UiLanguage::English);
    if (!m_options.theme.isEmpty())
        preferences.setDark(m_options.theme == QLatin1String("dark"));
    if (!m_options.size.isEmpty())
        preferences.setWindowSize(m_options.size);
    if (!m_options.workspace.isEmpty())
        m_workstation->openWorkspace(m_options.workspace);
    if (!m_options.symbol.isEmpty())
        m_feed->selection().setSymbol(m_options.symbol);
    m_workstation->speakThrough(*m_engine);
    m_engine->setInitialProperties({{QStringLiteral("workstation"), QVariant::fromValue(m_workstation.get())}});
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Rialto/Shell/Main.qml")));
    if (m_engine->rootObjects().isEmpty())
        return corrupt("app.window", "Main.qml could not be loaded");
    m_feed->start();
    return {};
}

void SessionHolder::close()
{
    if (m_opening.valid())
        (void)m_opening.get(); // a book that was opened for nobody closes again
    m_engine.reset();
    m_workstation.reset();
    m_feed.reset();
    m_session.reset();
}

QQuickWindow* SessionHolder::window() const
{
    return m_engine && !m_engine->rootObjects().isEmpty() ? qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst()) : nullptr;
}

} // namespace rialto::app
