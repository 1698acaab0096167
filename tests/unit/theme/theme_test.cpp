// SPDX-License-Identifier: GPL-3.0-or-later
#include "Theme/theme.h"
#include "support/test_main.h"

#include <QFontMetricsF>
#include <QTest>
#include <QQmlComponent>
#include <QQmlEngine>

using namespace rialto::theme;

class ThemeTest : public QObject
{
    Q_OBJECT
private slots:
    void everyTextColourIsReadableOnEveryGround_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("scheme");
        QTest::addColumn<bool>("follows");
        for (int dark = 0; dark < 2; ++dark)
            for (int scheme = 0; scheme < 3; ++scheme)
                for (int follows = 0; follows < 2; ++follows)
                    QTest::addRow("dark %d scheme %d follows %d", dark, scheme, follows) << bool(dark) << scheme << bool(follows);
    }

    void everyTextColourIsReadableOnEveryGround()
    {
        QFETCH(bool, dark);
        QFETCH(int, scheme);
        QFETCH(bool, follows);
        const Palette p = makePalette(dark, UpDown(scheme), follows);
        const QList<QColor> inks{p.text, p.textMuted, p.textFaint, p.accent, p.up, p.down, p.flat, p.buy, p.sell, p.success, p.warning, p.danger,
                                 p.info, p.pending, p.working, p.filled, p.held, p.cancelled, p.rejected, p.expired, p.simulation, p.paper, p.live};
        int index = 0;
        for (const QColor& ink : inks) {
            for (const QColor& ground : {p.window, p.surface, p.raised, p.field, p.hover})
                QVERIFY2(contrastRatio(ink, ground) >= 4.5, qPrintable(QStringLiteral("ink %1 %2 on %3: %4").arg(index).arg(ink.name(), ground.name()).arg(contrastRatio(ink, ground))));
            ++index;
        }
        for (const QColor& fill : {p.accentFill, p.accentFillHover, p.buyFill, p.sellFill, p.buyFillHover, p.sellFillHover, p.dangerFill, p.dangerFillHover})
            QVERIFY2(contrastRatio(p.onFill, fill) >= 4.5, qPrintable(fill.name()));
    }

    void redUpSwapsTheColoursOfGreenUp()
    {
        const Palette west = makePalette(true, UpDown::GreenUp, true);
        const Palette east = makePalette(true, UpDown::RedUp, true);
        QCOMPARE(east.up, west.down);
        QCOMPARE(east.down, west.up);
        QVERIFY(west.up != west.down);
    }

    void scaleMultipliesLengthsAndFontsWithinItsLimits()
    {
        Theme theme;
        const int row = theme.rowHeight();
        const int font = theme.bodyFont().pixelSize();
        theme.setScale(2.0);
        QCOMPARE(theme.rowHeight(), row * 2);
        QCOMPARE(theme.bodyFont().pixelSize(), font * 2);
        theme.setScale(9.0);
        QCOMPARE(theme.scale(), 2.0);
    }

    void digitsOfTheFigureFontAreEquallyWide()
    {
        const QFontMetricsF metrics(Theme().figureFont());
        for (char digit = '1'; digit <= '9'; ++digit)
            QCOMPARE(metrics.horizontalAdvance(QLatin1Char(digit)), metrics.horizontalAdvance(QLatin1Char('0')));
    }

    void aBindingThroughAThemeFunctionFollowsTheLook()
    {
        QQmlEngine engine;
        engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        QQmlComponent component(&engine);
        component.setData("import QtQuick\nimport Rialto.Theme\nQtObject { property color ink: Theme.colourOf(Theme.Up); property color up: Theme.up\n"
                          "function light() { Theme.dark = false } }", QUrl());
        QScopedPointer<QObject> object(component.create());
        QVERIFY2(object, qPrintable(component.errorString()));
        QCOMPARE(object->property("ink").value<QColor>(), object->property("up").value<QColor>());
        const QColor before = object->property("ink").value<QColor>();
        QMetaObject::invokeMethod(object.data(), "light");
        QVERIFY(object->property("ink").value<QColor>() != before);
        QCOMPARE(object->property("ink").value<QColor>(), object->property("up").value<QColor>());
    }
};

RIALTO_TEST(ThemeTest)
#include "theme_test.moc"
