// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/auction.h"
#include "support/test_main.h"

#include <vector>

using namespace rialto::matching;

class AuctionTest : public QObject {
    Q_OBJECT

    static AuctionOrder buy(std::uint64_t quantity, std::optional<Ticks> price = {}) { return {Side::Buy, price, quantity}; }
    static AuctionOrder sell(std::uint64_t quantity, std::optional<Ticks> price = {}) { return {Side::Sell, price, quantity}; }

    static QString run(UncrossRule rule, const std::vector<AuctionOrder>& orders, std::optional<Ticks> reference = {})
    {
        const AuctionResult r = uncross(orders, rule, reference);
        const QString side = !r.surplusSide ? "none" : *r.surplusSide == Side::Buy ? "buy" : "sell";
        return QString("%1 x %2 %3 %4 %5")
            .arg(r.price ? QString::number(*r.price) : "-")
            .arg(r.volume)
            .arg(side)
            .arg(r.surplus)
            .arg(QString::fromUtf8(name(r.decidedBy).data(), static_cast<int>(name(r.decidedBy).size())));
    }

private slots:
    void nothingCrossesWithoutTheOtherSide()
    {
        QCOMPARE(run(UncrossRule::Xetra, {}), QString("- x 0 none 0 nothing_crosses"));
        QCOMPARE(run(UncrossRule::Xetra, {buy(10, 99), sell(10, 100)}, 100), QString("- x 0 none 0 nothing_crosses"));
        QCOMPARE(run(UncrossRule::Sse, {buy(10)}, 100), QString("- x 0 none 0 nothing_crosses"));
    }

    void marketOrdersAloneTradeAtTheReference()
    {
        QCOMPARE(run(UncrossRule::Euronext, {buy(10), sell(7)}, 100), QString("100 x 7 buy 3 reference_price"));
        QCOMPARE(run(UncrossRule::Euronext, {buy(10), sell(7)}), QString("- x 0 none 0 nothing_crosses"));
    }

    void theLargestVolumeComesFirst()
    {
        // The two published examples of a market order against two limits.
        for (const UncrossRule rule : {UncrossRule::Xetra, UncrossRule::Euronext, UncrossRule::Asx, UncrossRule::Sse, UncrossRule::Szse, UncrossRule::Hkex}) {
            QCOMPARE(run(rule, {buy(80), sell(40, 1002), sell(40, 1004)}, 1000), QString("1004 x 80 none 0 maximum_volume"));
            QCOMPARE(run(rule, {buy(40, 998), buy(40, 996), sell(80)}, 1000), QString("996 x 80 none 0 maximum_volume"));
        }
    }

    void surplusOfBuyersMovesThePriceUp()
    {
        const std::vector<AuctionOrder> orders = {buy(300, 202), buy(200, 201), sell(100, 200), sell(150, 198)};
        QCOMPARE(run(UncrossRule::Xetra, orders, 190), QString("202 x 250 buy 50 minimum_surplus"));
        const std::vector<AuctionOrder> equal = {buy(400, 202), sell(300, 199), sell(1, 205)};
        QCOMPARE(run(UncrossRule::Xetra, equal, 190), QString("202 x 300 buy 100 market_pressure"));
        QCOMPARE(run(UncrossRule::Euronext, equal, 190), QString("202 x 300 buy 100 market_pressure"));
    }

    void surplusOfSellersMovesThePriceDown()
    {
        const std::vector<AuctionOrder> orders = {buy(300, 202), sell(400, 199)};
        QCOMPARE(run(UncrossRule::Xetra, orders, 210), QString("199 x 300 sell 100 market_pressure"));
        QCOMPARE(run(UncrossRule::Hkex, orders, 210), QString("199 x 300 sell 100 market_pressure"));
    }

    void withoutSurplusTheReferenceDecidesWithinTheRange()
    {
        const std::vector<AuctionOrder> orders = {buy(300, 202), sell(300, 199)};
        for (const UncrossRule rule : {UncrossRule::Xetra, UncrossRule::Euronext, UncrossRule::Asx, UncrossRule::Szse}) {
            QCOMPARE(run(rule, orders, 200), QString("200 x 300 none 0 reference_price"));
            QCOMPARE(run(rule, orders, 210), QString("202 x 300 none 0 reference_price"));
            QCOMPARE(run(rule, orders, 150), QString("199 x 300 none 0 reference_price"));
        }
    }

    // HKEX's own example 1 of its closing auction: 24.05, 24.00 and 23.95 are bid and asked, 1,000 shares trade at 24.00.
    void hongKongPricesAreOnesThatSomebodyBidsOrAsks()
    {
        const std::vector<AuctionOrder> orders = {buy(200, 2405), buy(1000, 2400), buy(400, 2395), sell(400, 2395), sell(600, 2400), sell(400, 2405), sell(400, 2405)};
        QCOMPARE(run(UncrossRule::Hkex, orders, 2390), QString("2400 x 1000 buy 200 maximum_volume"));
        const std::vector<AuctionOrder> tied = {buy(300, 202), sell(300, 199)};
        QCOMPARE(run(UncrossRule::Hkex, tied, 200), QString("199 x 300 none 0 reference_price"));
        QCOMPARE(run(UncrossRule::Hkex, tied, 201), QString("202 x 300 none 0 reference_price"));
        const std::vector<AuctionOrder> equallyNear = {buy(300, 202), sell(300, 198)};
        QCOMPARE(run(UncrossRule::Hkex, equallyNear, 200), QString("202 x 300 none 0 reference_price"));
    }

    void equalSurplusOnBothSidesIsDecidedByTheReference()
    {
        // 202 leaves 100 sellers, 201 leaves 100 buyers.
        const std::vector<AuctionOrder> orders = {buy(300, 202), buy(100, 201), sell(300, 199), sell(100, 202)};
        QCOMPARE(run(UncrossRule::Xetra, orders, 205), QString("202 x 300 sell 100 reference_price"));
        QCOMPARE(run(UncrossRule::Xetra, orders, 195), QString("201 x 300 buy 100 reference_price"));
    }

    void shanghaiTakesTheMiddleOfEqualPrices()
    {
        QCOMPARE(run(UncrossRule::Sse, {buy(300, 1002), sell(300, 998)}, 1002), QString("1000 x 300 none 0 middle_price"));
        QCOMPARE(run(UncrossRule::Sse, {buy(300, 1001), sell(300, 998)}, 900), QString("1000 x 300 none 0 middle_price"));
    }

    void chineseRulesWantEveryBetterOrderFilled()
    {
        // At 10 the buyers at 11 would not all be served, so only 11 will do, whatever the previous close.
        const std::vector<AuctionOrder> orders = {buy(200, 11), buy(100, 10), sell(100, 9)};
        QCOMPARE(run(UncrossRule::Sse, orders, 9), QString("11 x 100 buy 100 maximum_volume"));
        QCOMPARE(run(UncrossRule::Szse, orders, 9), QString("11 x 100 buy 100 maximum_volume"));
    }

    void shenzhenPrefersTheLeastDifferenceThenThePreviousClose()
    {
        const std::vector<AuctionOrder> orders = {buy(100, 1100), buy(50, 1000), sell(100, 1000), sell(30, 1100)};
        QCOMPARE(run(UncrossRule::Szse, orders, 1040), QString("1040 x 100 none 0 reference_price"));
    }
};

RIALTO_TEST(AuctionTest)
#include "auction_test.moc"
