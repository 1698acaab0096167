// SPDX-License-Identifier: GPL-3.0-or-later
#include "connector_bed.h"
#include "integration/feed_reader.h"
#include "integration/xml_tree.h"
#include "integration/zip_archive.h"
#include "research/statement_view.h"
#include "support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace rialto;
using namespace rialto::integration;
using namespace rialto::testing;

namespace {

std::string value(const Harvest& harvest, std::size_t series, std::size_t at)
{
    const auto& observation = harvest.series[series].observations[at];
    return observation.date.text() + " " + (observation.value ? observation.value->text() : std::string("none"));
}

QString about(const Harvest& harvest, const char* key)
{
    const auto at = harvest.about.find(key);
    return at == harvest.about.end() ? QString() : QString::fromStdString(at->second);
}

} // namespace

class DeskTest : public QObject {
    Q_OBJECT

private slots:
    void ecbRatesAsXmlAndCsv()
    {
        const auto xml = readText(R"(<?xml version="1.0"?><gesmes:Envelope xmlns:gesmes="g" xmlns="e"><Cube><Cube time="2017-02-28"><Cube currency="USD" rate="1.0597"/><Cube currency="JPY" rate="-1"/></Cube></Cube></gesmes:Envelope>)", "hist.xml");
        QCOMPARE(summary(xml), QString("ecb-eurofxref-xml 2 1 1"));
        QCOMPARE(xml->harvest.rejectedByCode.at("rate-not-positive"), std::int64_t{1});
        const auto csv = readText("Date, USD, JPY, CYP, \n28 February 2017, 1.0597, 118.83, N/A, \n", "eurofxref.csv");
        QCOMPARE(summary(csv), QString("ecb-eurofxref-csv 2 2 0"));
        QCOMPARE(QString::fromStdString(csv->harvest.fixings[0].date.text()), QString("2017-02-28"));
        QCOMPARE(summary(readText(R"(<Envelope><Cube><Cube time="2017-02-28"><Cube currency="USD" rate="1.0597"/></Cube>)", "cut.xml")), QString("import.xml-malformed"));
    }
    void crossesNameTheFixingTheyUse()
    {
        const auto fixings = readText("Date,USD,JPY,GBP\n2017-02-28,1.0597,118.83,0.85305\n2017-02-27,1.0587,118.86,0.85185\n", "h.csv")->harvest.fixings;
        const auto cross = research::crossRate(fixings, "USD", "JPY", Date::of(2017, 3, 4), research::DayRule::Previous);
        QVERIFY(cross.ok());
        // 118.83 / 1.0597 = 112.1355100501..., 1 / 0.85185 = 1.17391559546...
        QCOMPARE(QString::fromStdString(cross->rate.text()), QString("112.1355101"));
        QCOMPARE(QString::fromStdString(cross->used.text()), QString("2017-02-28"));
        const auto inverse = research::crossRate(fixings, "GBP", "EUR", Date::of(2017, 2, 27), research::DayRule::Exact);
        QCOMPARE(QString::fromStdString(inverse->rate.text()), QString("1.173915595"));
        QCOMPARE(research::crossRate(fixings, "USD", "JPY", Date::of(2017, 3, 4), research::DayRule::Exact).error().code, std::string("research.fx-no-fixing"));
        QCOMPARE(research::crossRate(fixings, "USD", "XXX", Date::of(2017, 3, 4), research::DayRule::Previous).error().code, std::string("research.fx-unknown-currency"));
    }
    void vintagesAreAsKnownOnTheDay()
    {
        const auto report = readText(R"({"realtime_start":"1776-07-04","realtime_end":"9999-12-31","observations":[
{"realtime_start":"2014-07-30","realtime_end":"2014-08-27","date":"2014-04-01","value":"17294.7"},
{"realtime_start":"2014-08-28","realtime_end":"9999-12-31","date":"2014-04-01","value":"17311.3"},
{"realtime_start":"2014-10-30","realtime_end":"9999-12-31","date":"2014-07-01","value":"."}]})", "GDP.json");
        QCOMPARE(summary(report), QString("fred-json 3 3 0"));
        const auto& all = report->harvest.series.front().observations;
        QCOMPARE(research::asKnown(all, Date::of(2014, 8, 1)).front().value->text(), std::string("17294.7"));
        QCOMPARE(research::asKnown(all, Date::of(2014, 8, 28)).front().value->text(), std::string("17311.3"));
        QCOMPARE(research::asKnown(all, Date::of(2014, 7, 1)).size(), std::size_t{0});
        QCOMPARE(research::asKnown(all, std::nullopt).size(), std::size_t{2});
        const auto columns = readText("observation_date,GDP_20140730,GDP_20140828\n2014-04-01,17294.7,17311.3\n2014-07-01,.,x\n", "alfred.csv");
        QCOMPARE(summary(columns), QString("statistics-csv 3 2 1"));
    }
    void figuresStayExact()
    {
        if (!haveShared())
            QSKIP("the shared data are not on this machine");
        const auto report = readShared("info/rates/worldbank_gdp_sample.json");
        QCOMPARE(summary(report), QString("worldbank-json 3 3 0"));
        QCOMPARE(value(report->harvest, 0, 1), std::string("2025-01-01 1832641364775.52"));
        QCOMPARE(value(report->harvest, 1, 0), std::string("2025-01-01 none"));
        const auto oecd = readShared("info/rates/usd_short_term_rate_oecd_sdmx.xml");
        QVERIFY2(oecd.ok(), oecd ? "" : oecd.error().text().c_str());
        QCOMPARE(oecd->harvest.rejected, std::int64_t{0});
        QCOMPARE(oecd->harvest.series.size(), std::size_t{1});
        QVERIFY(QString::fromStdString(oecd->harvest.series[0].id).endsWith("USA.M.IR3TIB.PA._Z._Z._Z._Z.N"));
    }
    void sdmxStructureSpecificAndJson()
    {
        const auto xml = readText(R"(<mes:StructureSpecificData xmlns:mes="m"><mes:DataSet><Series FREQ="M" CURRENCY="USD"><Obs TIME_PERIOD="2024-01" OBS_VALUE="1.09"/><Obs TIME_PERIOD="2024-02" OBS_VALUE="NaN"/><Obs TIME_PERIOD="2024-13" OBS_VALUE="1"/></Series></mes:DataSet></mes:StructureSpecificData>)", "e.xml");
        QCOMPARE(summary(xml), QString("sdmx-ml 3 2 1"));
        QCOMPARE(xml->harvest.series[0].id, std::string("M.USD"));
        const auto json = readText(R"({"dataSets":[{"series":{"0:0":{"observations":{"0":[1.0849],"1":[null],"7":[2]}}}}],"structure":{"dimensions":{"series":[{"id":"FREQ","values":[{"id":"D"}]},{"id":"CURRENCY","values":[{"id":"USD","name":"US dollar"}]}],
"observation":[{"id":"TIME_PERIOD","values":[{"id":"2024-05-06"},{"id":"2024-05-07"}]}]}}})", "e.json");
        QCOMPARE(summary(json), QString("sdmx-json 3 2 1"));
        QCOMPARE(value(json->harvest, 0, 0), std::string("2024-05-06 1.0849"));
    }
    void treasuryCurvesAsCsvAndXml()
    {
        const auto csv = readText("Date,\"1 Mo\",\"1.5 Month\",\"2 Mo\",\"1 Yr\",\"10 Yr\"\n06/28/2024,5.47,,5.47,5.09,4.36\n13/28/2024,5.47,,5.47,5.09,4.36\n", "t.csv");
        QCOMPARE(summary(csv), QString("treasury-csv 5 4 1"));
        const auto xml = readText(R"(<feed xmlns="a" xmlns:m="m" xmlns:d="d"><entry><content><m:properties><d:NEW_DATE>2024-06-28T00:00:00</d:NEW_DATE><d:BC_1MONTH>5.47</d:BC_1MONTH><d:BC_10YEAR>4.36</d:BC_10YEAR><d:BC_30YEARDISPLAY>4.51</d:BC_30YEARDISPLAY></m:properties></content></entry></feed>)", "t.xml");
        QCOMPARE(summary(xml), QString("treasury-xml 2 2 0"));
        QCOMPARE(xml->harvest.series[1].id, std::string("UST.10Y"));
    }
    void feedsReadAsTheirReferenceReaderReadsThem()
    {
        QFile file(shared("info/feeds/gofeed_cases.json"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the shared data are not on this machine");
        int compared = 0;
        for (const auto& entry : QJsonDocument::fromJson(file.readAll()).object()["cases"].toArray()) {
            const QJsonObject one = entry.toObject();
            const std::string text = one["xml"].toString().toStdString();
            const auto tree = parseXml(text);
            QVERIFY2(tree.ok(), qPrintable(one["case"].toString()));
            Harvest harvest;
            if (isRssFeed(*tree))
                readRssFeed(*tree, harvest);
            else
                readAtomFeed(*tree, harvest);
            if (!one["expected"].isObject())
                continue;
            const QJsonObject want = one["expected"].toObject();
            const QByteArray where = one["case"].toString().toUtf8();
            const bool unified = one["case"].toString().startsWith("translator");
            const bool atom = isAtomFeed(*tree);
            const auto feed = [&](const char* theirs, const char* ours) {
                if (!want.contains(theirs) || !want[theirs].isString())
                    return;
                ++compared;
                if (about(harvest, ours) != want[theirs].toString())
                    QFAIL(qPrintable(one["case"].toString() + ": " + theirs + " is " + about(harvest, ours)));
            };
            feed("title", "title");
            feed("link", "link");
            feed("description", "description");
            feed("subtitle", "description");
            feed("copyright", "copyright");
            feed("rights", "copyright");
            feed("language", "language");
            feed("updated", "updated");
            feed("feedLink", "feedLink");
            feed("version", "feedVersion");
            const QJsonArray items = want[want.contains("entries") ? "entries" : "items"].toArray();
            QVERIFY2(static_cast<std::size_t>(items.size()) == harvest.documents.size(), where.constData());
            for (int i = 0; i < items.size(); ++i) {
                const QJsonObject item = items[i].toObject();
                const auto& mine = harvest.documents[static_cast<std::size_t>(i)];
                const auto same = [&](const QJsonValue& theirs, const std::string& ours) {
                    if (!theirs.isString())
                        return;
                    ++compared;
                    if (theirs.toString().toStdString() != ours)
                        QFAIL(qPrintable(one["case"].toString() + ": " + theirs.toString() + " is " + QString::fromStdString(ours)));
                };
                same(item["title"], mine.title);
                same(item["description"], mine.summary);
                same(item["summary"], mine.summary);
                same(item["link"], mine.link);
                same(item["id"], mine.id);
                same(item["guid"].isObject() ? item["guid"].toObject()["value"] : item["guid"], mine.id);
                same(item["content"].isObject() ? item["content"].toObject()["value"] : item["content"], mine.content);
                if (unified || !atom)
                    same(item["published"], mine.publishedText);
                if (item["publishedParsed"].isString())
                    QCOMPARE(QString::fromStdString(isoUtc(*mine.published)), item["publishedParsed"].toString());
                if (item["author"].isObject()) {
                    same(item["author"].toObject()["email"], mine.authorEmail);
                    same(item["author"].toObject()["name"], mine.author);
                }
            }
        }
        QVERIFY2(compared > 100, qPrintable(QString::number(compared)));
    }
    void newsItemsMergeByAddressAndByWords()
    {
        using research::Document;
        Document a{"1", "news", "Central bank cuts its key rate by a quarter point", "http://www.Example.com/a/?utm_source=x&id=3#top", "The bank lowered its rate on Thursday.", "", "", "", "", Timestamp(2'000'000'000), "A", {}, {}};
        Document b = a;
        b.id = "2";
        b.source = "B";
        b.link = "https://example.com/a?id=3";
        b.title = "Another headline for the same page";
        Document c = a;
        c.id = "3";
        c.source = "C";
        c.link = "https://other.example/zz";
        Document d{"4", "news", "央行宣布降息二十五个基点", "https://cn.example/1", "市场普遍预期", "", "", "", "", Timestamp(1'000'000'000), "D", {}, {}};
        const std::vector<Document> all{a, b, c, d};
        const auto merged = research::merge(all);
        QCOMPARE(merged.size(), std::size_t{2});
        QCOMPARE(merged[0].copies, 3);
        QCOMPARE(research::canonicalUrl(a.link), std::string("https://example.com/a?id=3"));
        QCOMPARE(research::search(all, "降息").size(), std::size_t{1});
        QCOMPARE(research::search(all, "rate -headline").size(), std::size_t{2});
        QCOMPARE(research::search(all, "\"key rate\"").size(), std::size_t{2});
        QCOMPARE(research::search(all, "rate cuts ecb").size(), std::size_t{0});
    }
    void statementsComeFromTheNewestFilingAndTellRestatements()
    {
        const auto report = readText(R"({"cik":1234,"entityName":"Example","facts":{"us-gaap":{
"Revenues":{"units":{"USD":[{"start":"2022-01-01","end":"2022-12-31","val":1000,"accn":"A1","fy":2022,"fp":"FY","form":"10-K","filed":"2023-02-01"},
 {"start":"2022-01-01","end":"2022-12-31","val":990,"accn":"A2","fy":2023,"fp":"FY","form":"10-K","filed":"2024-02-01"},
 {"start":"2023-01-01","end":"2023-12-31","val":1200,"accn":"A2","fy":2023,"fp":"FY","form":"10-K","filed":"2024-02-01"},
 {"start":"2023-01-01","end":"2023-09-30","val":850,"accn":"Q3","fy":2023,"fp":"Q3","form":"10-Q","filed":"2023-11-01"}]}},
"NetIncomeLoss":{"units":{"USD":[{"start":"2023-01-01","end":"2023-12-31","val":90,"accn":"A2","fy":2023,"fp":"FY","form":"10-K","filed":"2024-02-01"}]}},
"Assets":{"units":{"USD":[{"end":"2023-12-31","val":3000,"accn":"A2","fy":2023,"fp":"FY","form":"10-K","filed":"2024-02-01"},{"end":"bad","val":1,"accn":"A2","fy":2023,"fp":"FY","form":"10-K","filed":"2024-02-01"}]}}}}})", "facts.json");
        QCOMPARE(summary(report), QString("sec-companyfacts 7 6 1"));
        const auto& company = report->harvest.companies.front();
        QCOMPARE(company.cik, std::string("0000001234"));
        const auto view = research::statementView(company, false);
        QVERIFY(view.ok());
        QCOMPARE(view->periods.size(), std::size_t{2});
        QCOMPARE(view->periods[0].figures.at("revenue").value.text(), std::string("1200"));
        QCOMPARE(view->periods[0].figures.at("totalAssets").value.text(), std::string("3000"));
        QCOMPARE(view->periods[1].figures.at("revenue").value.text(), std::string("990"));
        QCOMPARE(view->restatements.size(), std::size_t{1});
        QCOMPARE(view->restatements[0].difference.text(), std::string("-10"));
        QCOMPARE(research::statementView(company, false, Date::of(2023, 6, 1))->periods[0].figures.at("revenue").value.text(), std::string("1000"));
        const auto quarters = research::statementView(company, true);
        QVERIFY(quarters.ok());
        QCOMPARE(quarters->periods[0].figures.at("revenue").value.text(), std::string("350"));
        QVERIFY(!quarters->periods[0].figures.at("revenue").derived.empty());
        const auto margin = std::find_if(view->ratios.begin(), view->ratios.end(), [](const auto& r) { return r.key == "netMargin"; });
        QCOMPARE(margin->values[0]->text(), std::string("0.075"));
    }
    void hostileBytesAreRefusedWithinBounds()
    {
        const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
        QCOMPARE(summary(readText(deep, "d.json")), QString("import.json-depth"));
        std::string nested;
        for (int i = 0; i < 5000; ++i)
            nested += "<a>";
        QCOMPARE(summary(readText(nested, "d.xml")), QString("import.xml-depth"));
        const auto entities = readText(R"(<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>)", "e.xml");
        QCOMPARE(about(entities->harvest, "title"), QString("&b;"));
        QCOMPARE(summary(readText(std::string("PK\x05\x06", 4) + std::string(18, '\0'), "z.zip")), QString("import.empty"));
        QCOMPARE(summary(readText("PK\x03\x04 cut off", "z.zip")), QString("import.zip-damaged"));
        QCOMPARE(summary(readText("\x1f\x8b\x08 nonsense", "z.gz")), QString("import.gzip-damaged"));
        QCOMPARE(summary(readText(R"({"chart":{"result":[{"timestamp":[1,2)", "y.json")), QString("import.json-malformed"));
        QCOMPARE(summary(readText("", "e.csv")), QString("import.empty"));
    }
    void aBookKeepsWhatAFileHolds()
    {
        storage::MemoryBarStore bars;
        storage::MemoryTickStore ticks;
        storage::MemoryResearchStore desk;
        ImportOptions options;
        options.fileName = "h.csv";
        const AnyStores stores{&bars, &ticks, &desk};
        const std::string text = "Date,USD,JPY\n2017-02-28,1.0597,118.83\n";
        QCOMPARE(importAnyBytes(text, options, {}, stores)->kept.inserted, std::int64_t{2});
        QCOMPARE(importAnyBytes(text, options, {}, stores)->kept.unchanged, std::int64_t{2});
        QCOMPARE(desk.fixings(Date::of(2017, 1, 1), Date::of(2017, 12, 31))->size(), std::size_t{2});
    }
};

RIALTO_TEST(DeskTest)
#include "desk_test.moc"
