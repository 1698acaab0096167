// SPDX-License-Identifier: GPL-3.0-or-later
// SessionHolder: an open book together with the window over it, in the one order in which they can be made and unmade:
// services, feed, workstation, QML engine. `close` and `open` again is a restart of everything but the process. GUI thread.
#pragma once

#include "options.h"

#include "Feed/feed.h"
#include "Shell/workstation.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <future>
#include <memory>

namespace rialto::app {

/// The computer's steady clock: the market's speed must not jump when someone sets the time.
class SteadyClock final : public Clock {
public:
    Timestamp now() override;
};

class SessionHolder {
public:
    explicit SessionHolder(Options options) : m_options(std::move(options)) {}
    ~SessionHolder() { close(); }

    /// Begins to open the book on another thread while the caller prepares the screen.
    void prepare();
    /// Waits for the book and shows the window; of a protected book the door first, unless the command line gave the password:
    /// the window comes once somebody is in. Errors: those of the book.
    Result<void> open();
    void close();

    /// Is somebody in? Before that there is no workstation.
    bool opened() const { return m_workstation != nullptr; }
    Workstation& workstation() { return *m_workstation; }
    Feed& feed() { return *m_feed; }
    BookSession& session() { return *m_session; }
    QQuickWindow* window() const;

private:
    Result<std::unique_ptr<BookSession>> openBook(const BookOptions& options);
    Result<void> showWindow();
    void showGate();
    void protect(const SecurityDesk::NewUser& admin, const std::string& password);
    bool asksAtTheDoor() const;


    Options m_options;
    SteadyClock m_clock;
    std::future<Result<std::unique_ptr<BookSession>>> m_opening;
    std::unique_ptr<BookSession> m_session;
    std::unique_ptr<Feed> m_feed;
    std::unique_ptr<Workstation> m_workstation;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    std::unique_ptr<Preferences> m_gatePreferences;
    std::unique_ptr<admin::GateModel> m_gate;
    std::unique_ptr<QQmlApplicationEngine> m_gateEngine;
};

} // namespace rialto::app
