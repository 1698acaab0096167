// SPDX-License-Identifier: GPL-3.0-or-later
#include "session_holder.h"

#include "composition.h"

#include "security/sealed_stream.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace rialto::app {

Timestamp SteadyClock::now()
{
    return Timestamp(std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count());
}

Result<std::unique_ptr<BookSession>> SessionHolder::openBook(const BookOptions& options)
{
    auto session = Composition().prepare(options);
    if (!session)
        return session.error();
    if (const auto running = (*session)->services().run(m_clock, m_options.speed); !running)
        return running.error();
    return session;
}

bool SessionHolder::asksAtTheDoor() const { return !m_options.hasCredentials && Composition().isProtected(directoryOf(m_options.book)); }

void SessionHolder::prepare()
{
    if (!asksAtTheDoor())
        m_opening = std::async(std::launch::async, [this] { return openBook(m_options.book); });
}

Result<void> SessionHolder::open()
{
    if (!m_opening.valid() && asksAtTheDoor()) {
        showGate();
        return m_gateEngine->rootObjects().isEmpty() ? Result<void>(corrupt("app.window", "GateWindow.qml could not be loaded")) : Result<void>();
    }
    if (!m_opening.valid())
        prepare();
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    auto opened = m_opening.get();
    if (!opened)
        return opened.error();
    m_session = std::move(*opened);
    return showWindow();
}

void SessionHolder::showGate()
{
    m_gatePreferences = std::make_unique<Preferences>(m_options.settingsFile);
    if (!m_options.language.isEmpty())
        m_gatePreferences->setLanguage(m_options.language == QLatin1String("zh") ? UiLanguage::Chinese : UiLanguage::English);
    if (!m_options.theme.isEmpty())
        m_gatePreferences->setDark(m_options.theme == QLatin1String("dark"));
    if (!m_options.size.isEmpty())
        m_gatePreferences->setWindowSize(m_options.size);
    // The worker puts the open session into m_session; nobody looks at it before `entered`.
    m_gate = std::make_unique<admin::GateModel>(QString::fromStdString(directoryOf(m_options.book)), [this](const Credentials& credentials) -> Result<void> {
        BookOptions options = m_options.book;
        options.create = false;
        options.credentials = [&credentials]() -> Result<Credentials> { return credentials; };
        auto session = openBook(options);
        if (!session)
            return session.error();
        m_session = std::move(*session);
        return {};
    });
    QObject::connect(m_gate.get(), &admin::GateModel::entered, m_gate.get(), [this] {
        m_engine = std::make_unique<QQmlApplicationEngine>();
        m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        if (const auto shown = showWindow(); !shown)
            return QCoreApplication::exit(1);
        m_gateEngine.reset(); // after the other window is there: the last one that closes ends the program
    });
    m_gateEngine = std::make_unique<QQmlApplicationEngine>();
    m_gateEngine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    speak(*m_gateEngine, m_gatePreferences->language());
    m_gateEngine->setInitialProperties({{QStringLiteral("gate"), QVariant::fromValue(m_gate.get())}, {QStringLiteral("preferences"), QVariant::fromValue(m_gatePreferences.get())}});
    m_gateEngine->load(QUrl(QStringLiteral("qrc:/qt/qml/Rialto/Shell/GateWindow.qml")));
}

// Nobody may have the book open while the lock is put on; so everything closes, and opens again for who put it on.
void SessionHolder::protect(const SecurityDesk::NewUser& admin, const std::string& password)
{
    const std::shared_ptr<std::string> secret(new std::string(password), [](std::string* bytes) {
        security::wipe(*bytes);
        delete bytes;
    });
    QTimer::singleShot(0, QCoreApplication::instance(), [this, admin, secret] {
        BookOptions there = m_options.book;
        there.directory = m_session->directory();
        showGate();
        m_gate->setUser(QString::fromStdString(admin.name));
        close();
        m_gate->run(admin::GateModel::sealing(), [this, there, admin, secret]() -> Result<void> {
            if (const auto done = Composition().protect(there, admin, *secret); !done)
                return done.error();
            BookOptions options = there;
            options.create = false;
            options.credentials = [&]() -> Result<Credentials> { return Credentials{admin.name, *secret, {}}; };
            auto session = openBook(options);
            if (!session)
                return session.error();
            m_session = std::move(*session);
            return {};
        });
    });
}

Result<void> SessionHolder::showWindow()
{
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
    parts.session = m_session.get();
    parts.protect = [this](const SecurityDesk::NewUser& admin, const std::string& password) { protect(admin, password); };
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
    if (!m_workstation && m_gateEngine)
        return m_gateEngine->rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(m_gateEngine->rootObjects().constFirst());
    return m_engine && !m_engine->rootObjects().isEmpty() ? qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst()) : nullptr;
}

} // namespace rialto::app
