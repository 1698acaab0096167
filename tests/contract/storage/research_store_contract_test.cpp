// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/book.h"
#include "storage/memory_research_store.h"
#include "storage/sqlite_research_store.h"
#include "support/test_main.h"

#include <QTemporaryDir>

using namespace rialto;
using namespace rialto::research;
using namespace rialto::storage;

namespace {

struct Desk {
    QTemporaryDir dir;
    std::unique_ptr<Book> book;
    std::unique_ptr<ResearchStore> store;

    explicit Desk(const QString& kind)
    {
        if (kind == "memory") {
            store = std::make_unique<MemoryResearchStore>();
            return;
        }
        book = std::move(*Book::open(dir.path().toStdString()));
        store = std::make_unique<SqliteResearchStore>(std::move(*book->connectMarket()));
    }
};

Observation seen(Date date, const char* value, Date from)
{
    return {date, *Decimal::parse(value), from, kStillKnown};
}

} // namespace

class ResearchStoreContractTest : public QObject {
    Q_OBJECT

    static void kinds()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("memory") << "memory";
        QTest::newRow("sqlite") << "sqlite";
    }

private slots:
    void everyVintageIsKeptAndPuttingAgainChangesNothing_data() { kinds(); }
    void everyVintageIsKeptAndPuttingAgainChangesNothing()
    {
        QFETCH(QString, kind);
        Desk desk(kind);
        const Date day = Date::of(2014, 4, 1);
        Series gdp{"GDP", "fred", "Gross product", "billions", "Q", {seen(day, "17294.7", Date::of(2014, 7, 30)), seen(day, "17311.3", Date::of(2014, 8, 28))}};
        QCOMPARE(desk.store->putSeries(gdp)->inserted, std::int64_t{2});
        QCOMPARE(desk.store->putSeries(gdp)->unchanged, std::int64_t{2});
        gdp.observations[1].value = Decimal::parse("17312").value();
        gdp.observations.push_back({Date::of(2014, 7, 1), std::nullopt, kAlwaysKnown, kStillKnown});
        const auto counts = *desk.store->putSeries(gdp);
        QCOMPARE(counts.changed, std::int64_t{1});
        QCOMPARE(counts.inserted, std::int64_t{1});
        const auto back = desk.store->series("fred", "GDP");
        QVERIFY(back.ok());
        QVERIFY(*back == gdp);
        QCOMPARE(desk.store->seriesList()->size(), std::size_t{1});
        QCOMPARE(desk.store->series("fred", "NONE").error().code, std::string("research.series-unknown"));
    }
    void documentsAreKeptByKindAndId_data() { kinds(); }
    void documentsAreKeptByKindAndId()
    {
        QFETCH(QString, kind);
        Desk desk(kind);
        Document item{"guid-1", "news", "央行降息", "https://example.com/a", "s", "c", "Name", "a@b.c", "yesterday", Timestamp(5), "feed", {"AAPL", "600000.SH"}, {"rates"}};
        Document other = item;
        other.id.clear();
        other.link = "http://www.example.com/a/";
        other.published.reset();
        const std::vector<Document> both{item, other};
        QCOMPARE(desk.store->putDocuments(both)->inserted, std::int64_t{2});
        QCOMPARE(desk.store->putDocuments(both)->unchanged, std::int64_t{2});
        const auto back = *desk.store->documents("news");
        QCOMPARE(back.size(), std::size_t{2});
        QVERIFY(back[0] == item);
        QCOMPARE(back[1].id, std::string("https://example.com/a"));
        QCOMPARE(desk.store->documents("filing")->size(), std::size_t{0});
        QCOMPARE(desk.store->documents("")->size(), std::size_t{2});
    }
    void fixingsComeBackByDay_data() { kinds(); }
    void fixingsComeBackByDay()
    {
        QFETCH(QString, kind);
        Desk desk(kind);
        std::vector<Fixing> rates{{Date::of(2017, 2, 27), "EUR", "USD", *Decimal::parse("1.0587"), "ecb"}, {Date::of(2017, 2, 28), "EUR", "JPY", *Decimal::parse("118.83"), "ecb"},
            {Date::of(2017, 2, 28), "EUR", "USD", *Decimal::parse("1.0597"), "ecb"}};
        QCOMPARE(desk.store->putFixings(rates)->inserted, std::int64_t{3});
        rates[0].rate = *Decimal::parse("1.0588");
        const auto counts = *desk.store->putFixings(rates);
        QCOMPARE(counts.changed, std::int64_t{1});
        QCOMPARE(counts.unchanged, std::int64_t{2});
        QVERIFY(*desk.store->fixings(Date::of(2017, 2, 1), Date::of(2017, 3, 1)) == rates);
        QCOMPARE(desk.store->fixings(Date::of(2017, 2, 28), Date::of(2017, 2, 28))->size(), std::size_t{2});
    }
    void aCompanyIsFoundByNumberAndSymbol_data() { kinds(); }
    void aCompanyIsFoundByNumberAndSymbol()
    {
        QFETCH(QString, kind);
        Desk desk(kind);
        CompanyFact assets{"us-gaap", "Assets", "USD", std::nullopt, Date::of(2023, 12, 31), *Decimal::parse("123456789012345.67"), "A1", 2023, "FY", "10-K", Date::of(2024, 2, 1)};
        CompanyFact revenue = assets;
        revenue.conceptName = "Revenues";
        revenue.start = Date::of(2023, 1, 1);
        const Company company{"0000320193", "Apple Inc.", "AAPL", {assets, revenue}};
        QCOMPARE(desk.store->putCompany(company)->inserted, std::int64_t{2});
        QCOMPARE(desk.store->putCompany(company)->unchanged, std::int64_t{2});
        QVERIFY(*desk.store->company("aapl") == company);
        QVERIFY(*desk.store->company("320193") == company);
        QCOMPARE(desk.store->company("MSFT").error().code, std::string("research.company-unknown"));
    }
};

RIALTO_TEST(ResearchStoreContractTest)
#include "research_store_contract_test.moc"
