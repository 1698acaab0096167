// SPDX-License-Identifier: GPL-3.0-or-later
// The workstation: opens a book and the window over it.
#include "options.h"
#include "session_holder.h"
#include "startup_timer.h"

#include "Feed/messages.h"
#include "Theme/theme.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

namespace {

int complain(const rialto::Error& error)
{
    const QString sentence = rialto::message(error);
    std::fprintf(stderr, "rialto: %s\n", qPrintable(error.code == "app.option" ? QString::fromStdString(error.detail) : sentence));
    return error.code == "app.option" ? 2 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    using namespace rialto::app;
    (void)millisSinceProcessStart();
    // QtCharts draws through the widgets' application object.
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Rialto"));
    QCoreApplication::setApplicationName(QStringLiteral("rialto"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RIALTO_VERSION));
    const auto options = readOptions(application);
    if (!options)
        return complain(options.error());

    SessionHolder holder(*options);
    holder.prepare();
    rialto::theme::prepareApplication(application);
    if (const auto opened = holder.open(); !opened)
        return complain(opened.error());
    QQuickWindow* window = holder.window();
    if (options->startupTime)
        QObject::connect(window, &QQuickWindow::frameSwapped, &application, [] {
            std::printf("first frame after %.0f ms\n", millisSinceProcessStart());
            std::fflush(stdout);
            QCoreApplication::exit(0);
        });
    if (!options->grab.isEmpty())
        QTimer::singleShot(options->grabAfterMillis, &application, [&] { QCoreApplication::exit(window->grabWindow().save(options->grab) ? 0 : 1); });
    return QApplication::exec();
}
