// SPDX-License-Identifier: GPL-3.0-or-later
// Tour: drives the windows as a person would in their first minutes: quotes, a chart, an order for a client through the
// ticket, the fill, the client's statement, a restart, pictures of every workspace in both looks and languages. Steps run one
// after the other on the GUI thread's timer; the first that fails ends the tour and names itself. Nothing waits in a loop.
#pragma once

#include "session_holder.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <future>
#include <optional>
#include <vector>

namespace rialto::app {

class Tour : public QObject {
    Q_OBJECT

public:
    Tour(SessionHolder& holder, QString out, QObject* parent = nullptr);
    /// Ends with `finished`.
    void start();

signals:
    /// 0 when every step went well.
    void finished(int exitCode);

private:
    /// A step begins once, then is asked until it is done or its time is over. What it says goes into the summary; a step that
    /// fails at once says why in m_failure.
    struct Step {
        QString name;
        std::function<void()> begin;
        std::function<bool()> done;
        int seconds = 20;
    };
    struct Picture {
        QString workspace, overlay;
        bool dark = true;
        bool chinese = false;
    };
    /// What must be the same after a restart.
    struct BookFacts {
        std::vector<std::string> lines;
        friend bool operator==(const BookFacts&, const BookFacts&) = default;
    };

    void addSteps();
    void addMarketSteps();
    void addOrderSteps();
    void addProfitStep();
    void addReportSteps();
    void addPictureSteps();
    void addRestartSteps();
    void tick();
    void fail(const QString& why);
    void end(int code);
    void say(const QString& words) { m_said = words; }

    Workstation& workstation() { return m_holder.workstation(); }
    const BookSnapshot& book() { return *m_holder.feed().book(); }
    QObject* ticket();
    void chooseAccount();
    Money cashOf(AccountId account, const Currency& currency);
    Quantity heldOf(AccountId account, InstrumentId instrument);
    Money costOf(AccountId account, InstrumentId instrument, const Currency& currency);
    bool profitIsShown();
    BookFacts facts();
    void writeReports();
    void show(const Picture& picture);
    void shoot(const Picture& picture);

    SessionHolder& m_holder;
    QString m_out;
    QTimer m_timer;
    std::vector<Step> m_steps;
    std::size_t m_at = 0;
    bool m_begun = false;
    QElapsedTimer m_stepTime, m_wholeTime;
    QString m_said, m_failure;
    QStringList m_files;

    AccountId m_account;
    InstrumentId m_instrument;
    Money m_cashBefore, m_costBefore;
    Quantity m_heldBefore;
    std::size_t m_fillsBefore = 0;
    std::size_t m_ordersBefore = 0;
    std::future<Result<std::vector<std::string>>> m_writing;
    std::future<Result<std::size_t>> m_checking;
    BookFacts m_factsBefore;
    QString m_symbolBefore;
    int m_workspaceBefore = 0;
    int m_pictures = 0;
    int m_wait = 0;
};

} // namespace rialto::app
