// SPDX-License-Identifier: GPL-3.0-or-later
#include "Data/data_model.h"
#include "Research/research_model.h"
#include "demo_desk.h"
#include "storage/book.h"
#include "storage/sqlite_bar_store.h"
#include "storage/sqlite_import_log.h"
#include "storage/sqlite_research_store.h"
#include "storage/sqlite_tick_store.h"
#include "support/panel_view.h"
#include "support/screen_desk.h"
#include "support/test_main.h"

#include <QFile>
#include <QTemporaryDir>

using namespace rialto;
using namespace rialto::testing;

namespace {

struct DeskBook {
    DeskBook() : book(std::move(*storage::Book::open(folder.filePath(QStringLiteral("book")).toStdString()))) {}
    std::unique_ptr<market::BarStore> bars() { return std::make_unique<storage::SqliteBarStore>(*book->connectMarket()); }
    std::unique_ptr<research::ResearchStore> desk() { return std::make_unique<storage::SqliteResearchStore>(*book->connectMarket()); }
    desk::Openers openers()
    {
        return {[this] { return desk(); }, [this] { return bars(); }};
    }
    data::StoresOpener stores()
    {
        return [this] {
            return std::make_unique<data::Stores>(data::Stores{bars(), std::make_unique<storage::SqliteTickStore>(*book->connectMarket()), desk(), std::make_unique<storage::SqliteImportLog>(*book->connectMarket())});
        };
    }
    QUrl file(const char* name, const QByteArray& text)
    {
        QFile out(folder.filePath(QLatin1String(name)));
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
            qFatal("a file of the test cannot be written");
        return QUrl::fromLocalFile(out.fileName());
    }
    QTemporaryDir folder;
    std::unique_ptr<storage::Book> book;
};

research::Document item(const char* id, const char* title, const char* symbol)
{
    research::Document document;
    document.kind = "news";
    document.id = id;
    document.title = title;
    document.symbols = {symbol};
    document.published = Date::of(2026, 1, 2).startUtc();
    return document;
}

QString cell(const QVariantList& rows, int row, int column) { return rows.value(row).toMap().value(QStringLiteral("cells")).toStringList().value(column); }

/// Sixty days; the fortieth close is a hundred times too big, as a unit error makes it.
QByteArray damaged()
{
    QByteArray text("Date,Open,High,Low,Close,Volume\n");
    for (int i = 0; i < 60; ++i) {
        const double price = 50 + (i % 7) * 0.3;
        const double scale = i == 40 ? 100 : 1;
        text += Date(19'700 + i).text().c_str();
        for (const double value : {price * scale, (price + 0.5) * scale, (price - 0.5) * scale, (price + 0.1) * scale})
            text += "," + QByteArray::number(value, 'f', 2);
        text += "," + QByteArray::number(1000 + i) + "\n";
    }
    return text;
}

} // namespace

class DeskScreensTest : public QObject {
    Q_OBJECT
private slots:
    void newsIsFoundByWordsAlsoInChinese()
    {
        DeskBook book;
        const std::vector<research::Document> items{item("1", "Meridale wins a large order", "MERI"), item("2", "沃特萨汽车召回一万辆汽车", "VOTE")};
        QVERIFY(book.desk()->putDocuments(items).ok());
        ScreenDesk screen;
        desk::ResearchModel model(screen.feed, book.openers());
        model.refresh();
        QTRY_VERIFY(!model.busy());
        QCOMPARE(model.news().size(), 2);
        model.search(QStringLiteral("召回"));
        QCOMPARE(model.news().size(), 1);
        QVERIFY(model.news().first().toMap()["title"].toString().contains(QStringLiteral("沃特萨")));
        model.search(QStringLiteral("order -large"));
        QVERIFY(model.news().isEmpty());
    }

    void aNoteIsKeptWithAHistory()
    {
        DeskBook book;
        ScreenDesk screen;
        desk::ResearchModel model(screen.feed, book.openers());
        QVERIFY(!model.saveNote(0, QStringLiteral("  "), QStringLiteral("text"), 0, {}).isEmpty());
        QVERIFY(model.saveNote(0, QStringLiteral("Margins"), QStringLiteral("**hold**"), 5, QStringLiteral("AAA, BBB")).isEmpty());
        QTRY_VERIFY(!model.busy());
        QCOMPARE(model.notes().size(), 1);
        QCOMPARE(model.notes().first().toMap()["symbols"].toString(), QStringLiteral("AAA BBB"));
        const int id = model.notes().first().toMap()["id"].toInt();
        QVERIFY(model.saveNote(id, QStringLiteral("Margins"), QStringLiteral("**fall**"), 3, QStringLiteral("AAA")).isEmpty());
        QTRY_COMPARE(model.noteHistory().size(), 2);
        QCOMPARE(cell(model.noteHistory(), 0, 1), QStringLiteral("Hold"));
        QCOMPARE(cell(model.noteHistory(), 1, 1), QStringLiteral("Buy"));
        QVariantList events;
        model.eventsOf(QStringLiteral("AAA"), [&events](const QVariantList& told) { events = told; });
        QTRY_COMPARE(events.size(), 1);
    }

    void everyPageOpensWithTheSamplesOfTheDemoBookAndWithoutAWarning()
    {
        DeskBook book;
        QVERIFY(app::storeSampleDesk(*book.desk(), Date::of(2026, 1, 5)).ok());
        ScreenDesk screen;
        desk::ResearchModel model(screen.feed, book.openers());
        for (const QSize size : {QSize(1440, 840), QSize(1280, 660)}) {
            PanelView view(screen.feed, "Research/ResearchWorkspace.qml", &model, size);
            QTRY_VERIFY(!model.busy());
            for (int page = desk::ResearchModel::News; page <= desk::ResearchModel::Screener; ++page) {
                model.setPage(page);
                QTRY_VERIFY(!model.busy());
                QVERIFY(!model.empty());
                QTest::qWait(50);
                view.shoot(QStringLiteral("research_%1_%2").arg(page).arg(size.width()));
            }
            QVERIFY2(view.warnings().isEmpty(), qPrintable(view.warnings().join(QLatin1Char('\n'))));
        }
        QCOMPARE(model.companies().size(), 1);
        QVERIFY(model.restatementRows().size() >= 1);
        QVERIFY(model.cross().contains(QStringLiteral("fixed")));
        QCOMPARE(model.curveRows().size(), 5);
    }

    void anEmptyDeskSaysHowToFillIt()
    {
        DeskBook book;
        ScreenDesk screen;
        desk::ResearchModel model(screen.feed, book.openers());
        PanelView view(screen.feed, "Research/ResearchWorkspace.qml", &model, QSize(1280, 660));
        QTRY_VERIFY(!model.busy());
        QVERIFY(model.empty());
        QVERIFY(model.importHint().contains(QStringLiteral("rialtoctl import")));
        view.shoot(QStringLiteral("research_empty"));
        QVERIFY2(view.warnings().isEmpty(), qPrintable(view.warnings().join(QLatin1Char('\n'))));
    }

    void theDataWorkspaceShowsAFileAndASeriesWithoutAWarning()
    {
        DeskBook book;
        ScreenDesk screen;
        data::DataModel model(screen.feed, book.stores());
        for (const QSize size : {QSize(1440, 840), QSize(1280, 660)}) {
            PanelView view(screen.feed, "Data/DataWorkspace.qml", &model, size);
            QTRY_VERIFY(!model.busy());
            model.check(book.file("ACME.csv", damaged()));
            QTRY_VERIFY(!model.busy());
            view.shoot(QStringLiteral("data_checked_%1").arg(size.width()));
            model.startImport();
            QTRY_VERIFY(!model.busy());
            view.shoot(QStringLiteral("data_stored_%1").arg(size.width()));
            QVERIFY2(view.warnings().isEmpty(), qPrintable(view.warnings().join(QLatin1Char('\n'))));
        }
    }

    void aConditionThatCannotBeReadSaysWhere()
    {
        DeskBook book;
        ScreenDesk screen;
        desk::ResearchModel model(screen.feed, book.openers());
        model.setCondition(QStringLiteral("rsi(14) <"));
        model.runScreen();
        QVERIFY(!model.screenNote().isEmpty());
        QVERIFY(model.screenRows().isEmpty());
    }

    void aFileIsCheckedWithoutBeingStoredAndThenImported()
    {
        DeskBook book;
        ScreenDesk screen;
        data::DataModel model(screen.feed, book.stores());
        model.check(book.file("ACME.csv", damaged()));
        QTRY_VERIFY(!model.busy());
        QVERIFY2(model.checked() && !model.refused(), qPrintable(model.result()));
        QVERIFY(book.bars()->series()->empty());
        model.startImport();
        QTRY_VERIFY(!model.busy());
        QCOMPARE(book.bars()->series()->size(), std::size_t(1));
        QCOMPARE(model.seriesRows().size(), 1);
        QCOMPARE(model.importRows().size(), 1);
        model.check(book.file("page.csv", "<!DOCTYPE html><html><body>Too many requests</body></html>"));
        QTRY_VERIFY(!model.busy());
        QVERIFY(model.refused());
    }

    void aRepairIsADecisionThatCanBeUndone()
    {
        DeskBook book;
        ScreenDesk screen;
        data::DataModel model(screen.feed, book.stores());
        model.check(book.file("ACME.csv", damaged()));
        QTRY_VERIFY(!model.busy());
        model.startImport();
        QTRY_VERIFY(!model.busy());
        const market::SeriesKey key = book.bars()->series()->front().key;
        const auto closeOf = [&] { return (*book.bars()->read(key))[40].close; };
        const Price before = closeOf();
        QVERIFY(!model.repairRows().isEmpty());
        model.applyRepairs();
        QTRY_VERIFY(!model.busy());
        QVERIFY(closeOf() < before);
        QVERIFY(model.lines().size() == 2);
        QCOMPARE((*market::readFirstKnown(*book.bars(), key))[40].close, before);
        for (int guard = 0; guard < 20 && closeOf() != before; ++guard) {
            int standing = 0;
            while (standing < model.decisionRows().size() && (!cell(model.decisionRows(), standing, 0).startsWith(QStringLiteral("repair")) || cell(model.decisionRows(), standing, 0).contains(QStringLiteral("undone"))))
                ++standing;
            model.undo(standing);
            QTRY_VERIFY(!model.busy());
        }
        QCOMPARE(closeOf(), before);
        model.setQuarantine(true, QStringLiteral("wrong unit"));
        QTRY_VERIFY(!model.busy());
        QVERIFY(model.quarantined());
        model.setQuarantine(false, QStringLiteral("looked at"));
        QTRY_VERIFY(!model.busy());
        QVERIFY(!model.quarantined());
    }
};

RIALTO_TEST(DeskScreensTest)
#include "desk_screens_test.moc"
