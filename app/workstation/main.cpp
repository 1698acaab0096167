// SPDX-License-Identifier: GPL-3.0-or-later
// The workstation: opens a book and the window over it.
#include "options.h"
#include "session_holder.h"
#include "startup_timer.h"
#include "tour.h"

#include "Feed/messages.h"
#include "Theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QTimer>

#include <cstdio>

namespace {

int complain(const rialto::Error& error)
{
    const QString sentence = rialto::message(error);
    std::fprintf(stderr, "rialto: %s\n", qPrintable(error.code == "app.option" ? QString::fromStdString(error.detail) : sentence));
    return error.code == "app.option" ? 2 : 1;
}

// A tour leaves the user's book and settings alone, and looks the same for everyone.
void makeOwnPlaces(rialto::app::Options& options)
{
    QDir().mkpath(options.out);
    if (options.book.directory.empty())
        options.book.directory = QDir(options.out).filePath(QStringLiteral("book")).toStdString();
    if (options.settingsFile.isEmpty())
        options.settingsFile = QDir(options.out).filePath(QStringLiteral("settings.ini"));
    if (options.size.isEmpty())
        options.size = QSize(1440, 900);
    if (options.language.isEmpty())
        options.language = QStringLiteral("en");
    if (options.theme.isEmpty())
        options.theme = QStringLiteral("dark");
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
    auto options = readOptions(application);
    if (!options)
        return complain(options.error());
    if (options->tour)
        makeOwnPlaces(*options);

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
        QTimer::singleShot(options->grabAfterMillis, &application, [&] { QCoreApplication::exit(holder.window()->grabWindow().save(options->grab) ? 0 : 1); });
    Tour tour(holder, options->out);
    QObject::connect(&tour, &Tour::finished, &application, [](int code) { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    if (options->tour)
        tour.start();
    return QApplication::exec();
}
