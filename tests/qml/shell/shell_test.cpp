// SPDX-License-Identifier: GPL-3.0-or-later
#include "Shell/workstation.h"
#include "Theme/theme.h"
#include "support/screen_desk.h"
#include "support/test_main.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>

using namespace rialto;
using namespace rialto::testing;

class ShellTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString settings(const char* name) { return m_folder.filePath(QString::fromLatin1(name)); }

    struct Window {
        Window(ScreenDesk& desk, const QString& file) : workstation(desk.feed, {{}, file})
        {
            theme::prepareApplication(*qobject_cast<QGuiApplication*>(QCoreApplication::instance()));
            engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
            QObject::connect(&engine, &QQmlEngine::warnings, &engine, [this](const QList<QQmlError>& errors) {
                for (const auto& error : errors)
                    warnings << error.toString();
            });
            workstation.speakThrough(engine);
            engine.setInitialProperties({{"workstation", QVariant::fromValue(&workstation)}});
            engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Rialto/Shell/Main.qml")));
            window = engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
            if (window != nullptr) {
                window->requestActivate();
                (void)QTest::qWaitForWindowExposed(window);
            }
        }
        bool commandFieldIsOpen() const { return window->findChild<QObject*>("commandPopover")->property("opened").toBool(); }

        Workstation workstation;
        QQmlApplicationEngine engine;
        QQuickWindow* window = nullptr;
        QStringList warnings;
    };

private slots:
    void commandsAreFoundBySymbolNameAndPinyin()
    {
        ScreenDesk desk;
        CommandList list(desk.feed);
        const auto first = [&](const QString& query) {
            list.setQuery(query);
            return list.count() > 0 ? list.data(list.index(0), CommandList::TitleRole).toString() : QString();
        };
        QCOMPARE(first("bbb"), QStringLiteral("BBB"));
        QCOMPARE(first("eee corp"), QStringLiteral("EEE"));
        QCOMPARE(first(QStringLiteral("欧元")), QStringLiteral("EEE"));
        if (PinyinInitials().of(QStringLiteral("欧元")) == QLatin1String("oy"))
            QCOMPARE(first("oygs"), QStringLiteral("EEE"));
        QCOMPARE(first("ada"), QStringLiteral("A-1"));
        QCOMPARE(first("nothing like it"), QString());
    }

    void choosingAHitMovesTheSelection()
    {
        ScreenDesk desk;
        CommandList list(desk.feed);
        list.setQuery("bbb");
        QVERIFY(list.run(0));
        QCOMPARE(desk.feed.selection().symbol(), QStringLiteral("BBB"));
        list.setQuery("bo s");
        QVERIFY(list.run(0));
        QCOMPARE(desk.feed.selection().accountNumber(), QStringLiteral("A-2"));
        QVERIFY(!list.run(999));
    }

    void whatTheUserLeftIsThereAgain()
    {
        const QString file = settings("left.ini");
        {
            ScreenDesk desk;
            Workstation workstation(desk.feed, {{}, file});
            workstation.openWorkspace("portfolio");
            workstation.toggleDark();
            workstation.setChinese(true);
            workstation.market()->watchlist()->setSymbols({"BBB", "EEE"});
            workstation.market()->chart()->setInterval(ChartModel::OneHour);
            desk.feed.selection().setSymbol("EEE");
        }
        ScreenDesk desk;
        Workstation workstation(desk.feed, {{}, file});
        QCOMPARE(workstation.workspaces()[workstation.workspace()].toMap()["id"].toString(), QStringLiteral("portfolio"));
        QVERIFY(!workstation.preferences()->dark());
        QVERIFY(workstation.preferences()->chinese());
        QCOMPARE(workstation.preferences()->upDown(), int(theme::Theme::RedUp));
        QCOMPARE(workstation.market()->watchlist()->symbols(), (QStringList{"BBB", "EEE"}));
        QCOMPARE(workstation.market()->chart()->interval(), int(ChartModel::OneHour));
        QCOMPARE(workstation.selection()->symbol(), QStringLiteral("EEE"));
    }

    void redIsUpInChineseUntilTheUserChooses()
    {
        Preferences preferences(settings("colours.ini"));
        preferences.setLanguage(UiLanguage::English);
        QCOMPARE(preferences.upDown(), int(theme::Theme::GreenUp));
        preferences.setLanguage(UiLanguage::Chinese);
        QCOMPARE(preferences.upDown(), int(theme::Theme::RedUp));
        preferences.setUpDown(theme::Theme::BlueOrange);
        preferences.setLanguage(UiLanguage::English);
        QCOMPARE(preferences.upDown(), int(theme::Theme::BlueOrange));
    }

    void pausingRemembersTheSpeed()
    {
        ScreenDesk desk;
        StatusModel status(desk.feed);
        status.chooseSpeed(2);
        QCOMPARE(status.speed(), 10);
        status.togglePause();
        QCOMPARE(status.speed(), 0);
        QCOMPARE(status.speedIndex(), 0);
        status.togglePause();
        QCOMPARE(status.speed(), 10);
    }

    void theWindowIsDrivenByKeysAlone()
    {
        ScreenDesk desk;
        Window shell(desk, settings("keys.ini"));
        QVERIFY(shell.window != nullptr);
        QTest::keyClick(shell.window, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(shell.commandFieldIsOpen());
        for (const char c : {'b', 'b', 'b'})
            QTest::keyClick(shell.window, c);
        QTest::keyClick(shell.window, Qt::Key_Return);
        QTRY_VERIFY(!shell.commandFieldIsOpen());
        QCOMPARE(desk.feed.selection().symbol(), QStringLiteral("BBB"));
        // The tenth has 0; what comes after has none.
        for (int i = 0; i < std::min(10, int(shell.workstation.workspaces().size())); ++i) {
            QTest::keyClick(shell.window, i == 9 ? Qt::Key_0 : Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
            QTRY_COMPARE(shell.workstation.workspace(), i);
        }
        const bool dark = shell.workstation.preferences()->dark();
        QTest::keyClick(shell.window, Qt::Key_T, Qt::ControlModifier);
        QTRY_COMPARE(shell.workstation.preferences()->dark(), !dark);
        QTest::keyClick(shell.window, Qt::Key_F1);
        QTRY_VERIFY(shell.window->findChild<QObject*>("cheatSheet")->property("opened").toBool());
        QTest::keyClick(shell.window, Qt::Key_Escape);
        QTRY_VERIFY(!shell.window->findChild<QObject*>("cheatSheet")->property("opened").toBool());
        QCOMPARE(shell.warnings, QStringList());
    }

    void aLetterThatNobodyWantedBeginsASearch()
    {
        ScreenDesk desk;
        Window shell(desk, settings("letters.ini"));
        shell.workstation.openWorkspace("market");
        QTest::keyClick(shell.window, 'e');
        QTRY_VERIFY(shell.commandFieldIsOpen());
        QCOMPARE(shell.workstation.commands()->query(), QStringLiteral("e"));
        QTest::keyClick(shell.window, Qt::Key_Escape);
        QTRY_VERIFY(!shell.commandFieldIsOpen());
    }

    void theLanguageChangesWhileTheWindowIsOpen()
    {
        ScreenDesk desk;
        Window shell(desk, settings("language.ini"));
        shell.workstation.setChinese(false);
        QCOMPARE(shell.workstation.workspaceTitles().first(), QStringLiteral("Market"));
        shell.workstation.setChinese(true);
        QCOMPARE(shell.workstation.workspaceTitles().first(), QStringLiteral("行情"));
        QCOMPARE(shell.window->findChild<QObject*>("environmentBadge")->property("text").toString(), QStringLiteral("模拟"));
        QCOMPARE(shell.workstation.market()->watchlist()->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("代码"));
        shell.workstation.setChinese(false);
        QCOMPARE(shell.window->findChild<QObject*>("environmentBadge")->property("text").toString(), QStringLiteral("SIM"));
    }

    void alertsBecomeNoticesWithoutADialog()
    {
        ScreenDesk desk;
        Workstation workstation(desk.feed, {{}, settings("alerts.ini")});
        emit desk.feed.alerted({{"oms.fill-after-cancel", "", OrderId(1), desk.now}});
        QCOMPARE(workstation.notices()->count(), 1);
        QVERIFY(!workstation.notices()->latestText().contains("oms."));
    }
};

RIALTO_TEST(ShellTest)
#include "shell_test.moc"
