// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/market_rules.h"
#include "matching/auction.h"
#include "matching/mbo_book.h"
#include "support/test_main.h"

#include <QFile>

using namespace rialto::matching;

class MarketRulesTest : public QObject {
    Q_OBJECT

private slots:
    void limitsEqualTheExchangesOwn()
    {
        QFile file(QString(RIALTO_SHARED_DATA) + "/trading/cn_rules/limit_prices_20190625_dev.csv");
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the exchange's limit prices are not here: shared/data is absent");
        const MarketRules* rules = venueProfile("cn-szse-main");
        QVERIFY(rules != nullptr);
        file.readLine();
        int rows = 0;
        while (!file.atEnd()) {
            const QList<QByteArray> fields = file.readLine().trimmed().split(',');
            const auto cents = [&](int column) { return fields[column].toDouble() * 100 + 0.5; };
            const PriceLimits limits = rules->priceLimits(static_cast<std::int64_t>(cents(2)));
            QCOMPARE(*limits.upper, static_cast<std::int64_t>(cents(4)));
            QCOMPARE(*limits.lower, static_cast<std::int64_t>(cents(5)));
            ++rows;
        }
        QCOMPARE(rows, 6);
    }

    void halvesOfATickRoundUpAndCheapSharesMoveAtLeastOneTick()
    {
        const MarketRules& rules = *venueProfile("cn-sse-main");
        QCOMPARE(*rules.priceLimits(1005).upper, std::int64_t{1106}); // 11.055
        QCOMPARE(*rules.priceLimits(1005).lower, std::int64_t{905});  // 9.045
        QCOMPARE(*rules.priceLimits(3).upper, std::int64_t{4});
        QCOMPARE(*rules.priceLimits(3).lower, std::int64_t{2});
        QCOMPARE(*rules.priceLimits(1).lower, std::int64_t{1});
        QCOMPARE(*venueProfile("cn-star")->priceLimits(1000).upper, std::int64_t{1200});
        QCOMPARE(*venueProfile("cn-st")->priceLimits(1000).lower, std::int64_t{950});
        QVERIFY(!venueProfile("crypto-spot")->priceLimits(1000).upper);
    }

    void americanBandsDependOnThePrice()
    {
        const MarketRules& rules = *venueProfile("us-nms-tier1");
        QCOMPARE(*rules.priceLimits(1'000'000).upper, std::int64_t{1'050'000});
        QCOMPARE(*rules.priceLimits(20'000).upper, std::int64_t{24'000});
        QCOMPARE(*rules.priceLimits(5'000).upper, std::int64_t{6'500}); // 0.15 is less than 75 %
    }

    void lotsAndTicksAreChecked()
    {
        const MarketRules& rules = *venueProfile("cn-sse-main");
        const PriceLimits limits = rules.priceLimits(1000);
        const auto code = [&](bool buy, std::int64_t price, std::int64_t quantity, std::int64_t holding = 0) {
            return QString::fromStdString(rules.refusal(buy, price, quantity, limits, holding).value_or("ok"));
        };
        QCOMPARE(code(true, 1000, 200), QString("ok"));
        QCOMPARE(code(true, 1000, 50), QString("market.below_minimum"));
        QCOMPARE(code(true, 1000, 150), QString("market.odd_lot"));
        QCOMPARE(code(true, 1101, 100), QString("market.price_outside_limits"));
        QCOMPARE(code(false, 1000, 50, 350), QString("ok"));
        QCOMPARE(code(false, 1000, 150, 350), QString("ok"));
        QCOMPARE(code(false, 1000, 20, 350), QString("market.odd_lot"));
        const MarketRules& hongKong = *venueProfile("hk");
        QCOMPARE(QString::fromStdString(hongKong.refusal(true, 400'100, 100, {}, 0).value_or("ok")), QString("market.price_off_tick"));
        QCOMPARE(hongKong.tickAt(400'000), std::int64_t{200});
    }

    void everyProfileNamesItsSourceAndAKnownAuctionRule()
    {
        QVERIFY(venueProfiles().size() >= 13);
        for (const MarketRules& rules : venueProfiles()) {
            QVERIFY(!rules.source.empty());
            QVERIFY(rules.openingRule.empty() || uncrossRule(rules.openingRule));
        }
        QVERIFY(!MarketRules::parse("{}"));
        QVERIFY(!MarketRules::parse("<html>"));
    }

    void feedBookFollowsTheFeed()
    {
        MboBook book;
        QVERIFY(book.add(1, Side::Buy, 100, 5));
        QVERIFY(book.add(2, Side::Buy, 100, 5));
        QVERIFY(!book.add(2, Side::Buy, 100, 5));
        QVERIFY(book.cancel(1, 2));
        QCOMPARE(book.top(Side::Buy, 1)[0].size, std::uint64_t{8});
        QVERIFY(book.modify(1, Side::Buy, 101, 9));
        QCOMPARE(book.top(Side::Buy, 9).size(), std::size_t{2});
        QVERIFY(book.cancel(1, 9));
        QVERIFY(!book.cancel(1, 9));
        QCOMPARE(book.orders(Side::Buy), std::size_t{1});
        book.clear();
        QCOMPARE(book.levels(Side::Buy), std::size_t{0});
    }
};

RIALTO_TEST(MarketRulesTest)
#include "market_rules_test.moc"
