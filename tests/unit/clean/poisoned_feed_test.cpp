// SPDX-License-Identifier: GPL-3.0-or-later
// At least sixty kinds of damage in good series: how many are found, kind by kind, and how many good rows are taken for bad.
#include "poisoned_feed.h"

#include "integration/quality/series_quality.h"
#include "support/test_main.h"

#include <QMap>

#include <set>

using namespace rialto;
using namespace rialto::integration;
using namespace rialto::testing;

namespace {

struct Base {
    QString name;
    Feed feed;
    std::set<std::pair<std::string, std::string>> noise; // findings of the good feed: code, day
};

std::vector<Base> basesOf()
{
    std::vector<Base> bases;
    const auto add = [&](const QString& name, Feed feed) {
        if (!feed.empty())
            bases.push_back({name, std::move(feed), {}});
    };
    add("SPY 2012-2014", realFeed("spy", {2012, 1, 3}, {2014, 12, 31}));
    add("IBM 2012-2014", realFeed("ibm", {2012, 1, 3}, {2014, 12, 31}));
    add("QQQ 2016-2018", realFeed("qqq", {2016, 1, 4}, {2018, 12, 31}));
    add("EEM 2012-2014", realFeed("eem", {2012, 1, 3}, {2014, 12, 31}));
    add("seeded 1", seededFeed(1, 750));
    add("seeded 2", seededFeed(2, 750));
    return bases;
}

} // namespace

class PoisonedFeedTest : public QObject {
    Q_OBJECT

private slots:
    void damageIsFoundAndGoodRowsAreLeftAlone()
    {
        std::vector<Base> bases = basesOf();
        std::size_t goodRows = 0;
        std::size_t goodBad = 0;
        std::size_t goodReview = 0;
        for (auto& base : bases) {
            const auto report = assessText(feedText(base.feed));
            QVERIFY(report.ok());
            goodRows += report->rows;
            std::set<std::string> bad;
            std::set<std::string> review;
            for (const auto& finding : report->findings) {
                (finding.severity == FindingSeverity::Bad ? bad : review).insert(finding.time);
                base.noise.insert({finding.code, finding.time});
                if (finding.severity == FindingSeverity::Bad)
                    qInfo("good row flagged: %s %s %s %s", qPrintable(base.name), finding.time.c_str(), finding.code.c_str(), finding.detail.c_str());
            }
            goodBad += bad.size();
            goodReview += review.size();
        }
        for (std::uint64_t seed = 100; seed < 140; ++seed) { // more good rows, so that a rate of one in ten thousand can be seen
            const auto report = assessText(feedText(seededFeed(seed, 750)));
            QVERIFY(report.ok());
            goodRows += report->rows;
            for (const auto& finding : report->findings) {
                ++(finding.severity == FindingSeverity::Bad ? goodBad : goodReview);
                qInfo("good row flagged: seed %d %s %s %s", static_cast<int>(seed), finding.time.c_str(), finding.code.c_str(), finding.detail.c_str());
            }
        }
        const auto kinds = poisonKinds();
        QVERIFY(kinds.size() >= 60);
        constexpr int kTrials = 2;
        int all = 0;
        int caught = 0;
        QStringList weak;
        for (const auto& kind : kinds) {
            Rng rng(2026);
            int found = 0;
            int tried = 0;
            for (const auto& base : bases)
                for (int trial = 0; trial < kTrials; ++trial) {
                    Feed feed = base.feed;
                    const std::size_t at = 30 + static_cast<std::size_t>(rng.below(static_cast<std::uint32_t>(feed.size() - 140)));
                    const auto days = kind.poison(feed, at, rng);
                    std::set<std::string> wanted;
                    for (const QDate& day : days)
                        wanted.insert(day.toString(Qt::ISODate).toStdString());
                    const auto report = assessText(feedText(feed));
                    ++tried;
                    if (!report) { // the file as a whole was refused: nobody takes it for good
                        ++found;
                        continue;
                    }
                    for (const auto& finding : report->findings) {
                        const bool unreadable = finding.code == "time-malformed";
                        if (base.noise.count({finding.code, finding.time}) == 0 && (unreadable || wanted.count(finding.time.substr(0, 10)) > 0)) {
                            ++found;
                            break;
                        }
                    }
                }
            all += tried;
            caught += found;
            qInfo("%-34s %3d of %3d  %5.1f%%", kind.name, found, tried, 100.0 * found / tried);
            if (found * 100 < tried * 90)
                weak << QString("%1 %2/%3").arg(kind.name).arg(found).arg(tried);
        }
        qInfo("%zu kinds, %d of %d found: %.2f%%; good rows: %zu, flagged bad %zu (%.2f in 10,000), for review %zu", kinds.size(), caught, all, 100.0 * caught / all, goodRows, goodBad,
            1e4 * static_cast<double>(goodBad) / static_cast<double>(goodRows), goodReview);
        QVERIFY2(weak.isEmpty(), qPrintable(weak.join("; ")));
        QVERIFY(caught * 1000 >= all * 985);
        QVERIFY(goodBad * 10'000 <= goodRows * 3);
    }

    void theBadPrintsThatAreKnownAreFound()
    {
        QFile list(QStringLiteral(RIALTO_SHARED_DATA "/market/us_daily_raw/expected_bad_ticks.csv"));
        if (!list.open(QIODevice::ReadOnly))
            QSKIP("the shared data is not there");
        QMap<QString, QStringList> wanted;
        for (const QByteArray& line : list.readAll().split('\n').mid(1))
            if (const auto cells = line.trimmed().split(','); cells.size() >= 5 && cells[4] == "bad")
                wanted[cells[0]] << cells[1];
        QVERIFY(!wanted.isEmpty());
        std::size_t rows = 0;
        std::size_t others = 0;
        for (const QString symbol : {"aapl", "eem", "ibm", "qqq", "spy"}) {
            QFile file(QStringLiteral(RIALTO_SHARED_DATA "/market/us_daily_raw/") + symbol + ".csv");
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto report = assessText(file.readAll().toStdString());
            QVERIFY(report.ok());
            rows += report->rows;
            std::set<std::string> bad;
            for (const auto& finding : report->findings)
                if (finding.severity == FindingSeverity::Bad)
                    bad.insert(finding.time);
            for (const QString& day : wanted[symbol])
                QVERIFY2(bad.erase(day.toStdString()) == 1, qPrintable(symbol + " " + day));
            for (const auto& finding : report->findings)
                if (finding.severity == FindingSeverity::Bad && bad.count(finding.time) > 0)
                    qInfo("%s %s %s %s", qPrintable(symbol), finding.time.c_str(), finding.code.c_str(), finding.detail.c_str());
            others += bad.size();
        }
        qInfo("%zu real rows, %zu flagged as bad beside the known bad prints", rows, others);
        QVERIFY(others * 10'000 <= rows * 10);
    }

    void longGapsOfRealFilesAreReported()
    {
        QFile list(QStringLiteral(RIALTO_SHARED_DATA "/market/us_daily_raw/expected_anomalies.csv"));
        if (!list.open(QIODevice::ReadOnly))
            QSKIP("the shared data is not there");
        QMap<QString, QStringList> wanted;
        for (const QByteArray& line : list.readAll().split('\n').mid(1))
            if (const auto cells = line.trimmed().split(','); cells.size() >= 3)
                wanted[cells[0]] << cells[1];
        for (auto each = wanted.begin(); each != wanted.end(); ++each) {
            QFile file(QStringLiteral(RIALTO_SHARED_DATA "/market/us_daily_raw/") + each.key() + ".csv");
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto report = assessText(file.readAll().toStdString());
            std::set<std::string> found;
            for (const auto& finding : report->findings)
                found.insert(finding.time);
            for (const QString& day : each.value())
                QVERIFY2(found.count(day.toStdString()) == 1, qPrintable(each.key() + " " + day));
        }
    }
};

RIALTO_TEST(PoisonedFeedTest)
#include "poisoned_feed_test.moc"
