// SPDX-License-Identifier: GPL-3.0-or-later
// Feed: brings what the engine publishes to the view models, once a frame. It is the only reader of the market board; view
// models connect to its signals and never look for themselves. GUI thread. Tests call `tick` instead of starting the timer.
#pragma once

#include "format.h"
#include "selection.h"
#include "services/app_services.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <vector>

namespace rialto {

using BookPointer = std::shared_ptr<const BookSnapshot>;

class Feed : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(int speed READ speed WRITE setSpeed NOTIFY sessionChanged)
    Q_PROPERTY(bool simulated READ simulated NOTIFY sessionChanged)
    Q_PROPERTY(rialto::Selection* selection READ selectionPointer CONSTANT)

public:
    explicit Feed(AppServices& services, QObject* parent = nullptr);

    AppServices& services() const { return m_services; }
    const BookPointer& book() const { return m_book; }
    const SessionStatus& session() const { return m_session; }
    int speed() const { return m_session.speed; }
    void setSpeed(int speed);
    bool simulated() const { return m_session.simulated; }
    /// The language of the screens; the workstation sets it when it changes translators.
    const Format& format() const { return m_format; }
    void setLanguage(UiLanguage language);
    /// Hides amounts of money; every text is made anew, as for another language.
    void setPrivate(bool on);
    bool isPrivate() const { return m_private; }
    /// The user's current instrument and account, shared by all panels.
    Selection& selection() const { return *m_selection; }
    Selection* selectionPointer() const { return m_selection; }

    /// One drain every `milliseconds`; the screen needs no more.
    void start(int milliseconds = 33);
    void tick();
    /// More changes in this frame than any screen shows.
    bool busy() const { return m_busy; }
    /// True for the models of this phase (0 to 3) when they should show what has gathered: in each frame while the market is
    /// quiet, in turns while it is not, so that no frame bears everything.
    bool turnOf(int phase) const { return !m_busy || m_frame % 4 == unsigned(phase); }
    /// Runs in the GUI thread, from whichever thread it is called; does nothing when the feed is gone by then.
    void inGuiThread(std::function<void()> action);

    /// Sends a command; the handler is called in the GUI thread.
    void command(EngineHost::Body body, ReplyHandler handler);
    /// `read` runs where the engine lives, then `done` in the GUI thread, when both are still there.
    void query(std::function<void(const Engine&)> read, std::function<void()> done);
    /// The same for one client's part of it; who may not see it gets `done` alone.
    void queryClient(ClientId client, std::function<void(const Engine&)> read, std::function<void()> done);
    /// What the order would need and whether it would be refused; the handler is called in the GUI thread.
    void preview(OrderRequest request, std::function<void(const OrderPreview&)> handler);

signals:
    /// After the other signals of a frame; models that take turns show their gathered changes here.
    void frameEnded();
    void marketChanged(const rialto::MarketBoard::Changes& changes);
    void bookChanged(const rialto::BookPointer& book);
    void sessionChanged();
    void languageChanged();
    void alerted(const std::vector<rialto::Alert>& alerts);

private:
    std::function<void(const Engine&)> reader(std::function<void(const Engine&)> read, std::function<void()> done);
    std::function<void(const Error&)> teller(std::function<void()> done);

    AppServices& m_services;
    QTimer m_timer;
    BookPointer m_book;
    SessionStatus m_session;
    unsigned m_frame = 0;
    bool m_busy = false;
    bool m_private = false;
    Format m_format;
    Selection* m_selection;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace rialto
