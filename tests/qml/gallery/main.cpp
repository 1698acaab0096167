// SPDX-License-Identifier: GPL-3.0-or-later
#include "Theme/theme.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQmlContext>
#include <QQuickWindow>
#include <QTimer>

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    rialto::theme::prepareApplication(application);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{"grab", "Write the picture to FILE and leave.", "FILE"}, {"light", "Light look."}, {"zh", "Chinese."}, {"red-up", "Red is up."},
                       {"scale", "1 to 2.", "FACTOR", "1"}, {"page", "Page number.", "N", "0"}, {"popups", "Open menus and popovers."}, {"size", "WxH", "WxH", "1280x720"}});
    parser.process(application);

    const QStringList size = parser.value("size").split('x');
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties({{"dark", !parser.isSet("light")}, {"redUp", parser.isSet("red-up")}, {"factor", parser.value("scale").toDouble()},
                                 {"chinese", parser.isSet("zh")}, {"popups", parser.isSet("popups")}, {"page", parser.value("page").toInt()}, {"width", size.value(0).toInt()}, {"height", size.value(1).toInt()}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Rialto/Gallery/Gallery.qml")));
    if (engine.rootObjects().isEmpty())
        return 1;
    if (parser.isSet("grab")) {
        QTimer::singleShot(1200, &application, [&] {
            auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
            const bool saved = window != nullptr && window->grabWindow().save(parser.value("grab"));
            QCoreApplication::exit(saved ? 0 : 1);
        });
    }
    return QGuiApplication::exec();
}
