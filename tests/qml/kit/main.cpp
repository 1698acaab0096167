// SPDX-License-Identifier: GPL-3.0-or-later
#include "Theme/theme.h"
#include "sample_bars.h"
#include "sample_quotes.h"

#include <QGuiApplication>
#include <QQmlEngine>
#include <QtQuickTest/quicktest.h>

class Setup : public QObject
{
    Q_OBJECT
public slots:
    void applicationAvailable() { rialto::theme::prepareApplication(*qGuiApp); }
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        qmlRegisterType<rialto::gallery::SampleQuotes>("Rialto.Samples", 1, 0, "SampleQuotes");
        qmlRegisterType<rialto::gallery::SampleSeries>("Rialto.Samples", 1, 0, "SampleSeries");
    }
};

QUICK_TEST_MAIN_WITH_SETUP(rialto_kit, Setup)
#include "main.moc"
