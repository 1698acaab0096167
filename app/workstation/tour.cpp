// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour.h"

#include <QDir>

#include <cstdio>

namespace rialto::app {
namespace {

constexpr int kTickMillis = 50;

void print(const QString& line)
{
    std::printf("%s\n", line.toUtf8().constData());
    std::fflush(stdout);
}

} // namespace

Tour::Tour(SessionHolder& holder, QString out, QObject* parent) : QObject(parent), m_holder(holder), m_out(std::move(out))
{
    connect(&m_timer, &QTimer::timeout, this, &Tour::tick);
    addSteps();
}

void Tour::addSteps()
{
    addMarketSteps();
    addOrderSteps();
    addProfitStep();
    addReportSteps();
    addPictureSteps();
    addRestartSteps();
}

void Tour::start()
{
    m_wholeTime.start();
    if (!QDir().mkpath(m_out)) {
        print(QStringLiteral("rialto: the folder %1 cannot be made").arg(m_out));
        end(1);
        return;
    }
    print(QStringLiteral("Tour of %1 on the book %2").arg(workstation().title(), QString::fromStdString(m_holder.session().directory())));
    m_timer.start(kTickMillis);
}

void Tour::tick()
{
    if (m_at == m_steps.size())
        return end(0);
    Step& step = m_steps[m_at];
    if (!m_begun) {
        m_begun = true;
        m_stepTime.start();
        m_said.clear();
        if (step.begin)
            step.begin();
    }
    const bool done = m_failure.isEmpty() && (!step.done || step.done());
    if (!m_failure.isEmpty() || (!done && m_stepTime.elapsed() > step.seconds * 1000)) {
        const QString why = !m_failure.isEmpty() ? m_failure : QStringLiteral("nothing came of it in %1 s%2").arg(step.seconds).arg(m_said.isEmpty() ? QString() : QStringLiteral("; ") + m_said);
        print(QStringLiteral("  FAILED  %1: %2").arg(step.name, why));
        std::fprintf(stderr, "rialto: the step \"%s\" failed: %s\n", qPrintable(step.name), qPrintable(why));
        return end(1);
    }
    if (!done)
        return;
    print(QStringLiteral("  ok  %1%2  (%3 s)").arg(step.name, m_said.isEmpty() ? QString() : QStringLiteral(": ") + m_said).arg(double(m_stepTime.elapsed()) / 1000.0, 0, 'f', 1));
    m_begun = false;
    ++m_at;
}

void Tour::fail(const QString& why)
{
    if (m_failure.isEmpty())
        m_failure = why;
}

void Tour::end(int code)
{
    m_timer.stop();
    if (code == 0) {
        const auto& facts = book();
        print(QStringLiteral("Orders %1, fills %2, ledger balanced over %3 groups, %4 pictures; all in %5 s.").arg(facts.orders.size()).arg(facts.fills.size()).arg(facts.ledgerGroups).arg(m_pictures).arg(double(m_wholeTime.elapsed()) / 1000.0, 0, 'f', 1));
        print(QStringLiteral("Files in %1:").arg(m_out));
        for (const QString& file : m_files)
            print(QStringLiteral("  ") + QDir(m_out).relativeFilePath(file));
    }
    emit finished(code);
}

void Tour::addPictureSteps()
{
    const auto workspaces = workstation().workspaces();
    std::vector<Picture> pictures;
    for (const bool chinese : {false, true})
        for (const bool dark : {true, false}) {
            for (const QVariant& workspace : workspaces)
                pictures.push_back({workspace.toMap().value("id").toString(), {}, dark, chinese});
            pictures.push_back({QStringLiteral("market"), QStringLiteral("command-field"), dark, chinese});
            pictures.push_back({QStringLiteral("market"), QStringLiteral("keys"), dark, chinese});
        }
    const int count = int(pictures.size());
    m_steps.push_back({QStringLiteral("pictures of every workspace, light and dark, English and Chinese"),
        [this] {
            m_pictures = 0;
            m_wait = 0;
        },
        [this, pictures = std::move(pictures), count] {
            if (m_pictures == count) {
                workstation().preferences()->setDark(true);
                workstation().setChinese(false);
                say(QString::number(count));
                return true;
            }
            const Picture& picture = pictures[std::size_t(m_pictures)];
            if (m_wait == 0)
                show(picture);
            if (++m_wait < 8) // a few frames for what was just opened
                return false;
            shoot(picture);
            m_wait = 0;
            ++m_pictures;
            return false;
        },
        120});
}

void Tour::show(const Picture& picture)
{
    workstation().preferences()->setDark(picture.dark);
    workstation().setChinese(picture.chinese);
    if (!workstation().openWorkspace(picture.workspace))
        fail(QStringLiteral("there is no workspace \"%1\"").arg(picture.workspace));
    if (picture.overlay == QLatin1String("command-field"))
        emit workstation().commandFieldRequested(false);
    else if (picture.overlay == QLatin1String("keys"))
        emit workstation().cheatSheetRequested();
}

void Tour::shoot(const Picture& picture)
{
    const QString name = QStringLiteral("%1-%2-%3.png")
                             .arg(picture.overlay.isEmpty() ? picture.workspace : picture.overlay, picture.dark ? QStringLiteral("dark") : QStringLiteral("light"),
                                 picture.chinese ? QStringLiteral("zh") : QStringLiteral("en"));
    const QString path = QDir(m_out).filePath(name);
    if (!m_holder.window()->grabWindow().save(path))
        fail(QStringLiteral("%1 cannot be written").arg(path));
    m_files << path;
    if (!picture.overlay.isEmpty())
        emit workstation().overlaysDismissed();
}

} // namespace rialto::app
