// SPDX-License-Identifier: GPL-3.0-or-later
// One seeded day of the living exchange, measured by MarketStatistics (what `rialtoctl sim run` prints) and held against what the
// literature reports of real markets. Bounds are the literature's ranges where it gives any, and are said with each.
#include "simulator/market_statistics.h"
#include "support/simulator_fixture.h"
#include "support/test_main.h"

#include <cmath>

using namespace rialto;
using namespace rialto::testing;
using simulator::MarketStatistics;
using simulator::SimulatedExchange;

class MarketFactsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void tailsAreFat();
    void returnsHaveNoMemory();
    void volatilityClustersAndForgetsSlowly();
    void volumeFollowsAUOverTheDay();
    void spreadsAreAFewTicks();
    void depthGrowsBehindTheBestPrice();
    void thinInstrumentsDoNotCount();

private:
    std::vector<simulator::Listing> m_listings;
    std::vector<MarketStatistics::Figures> m_figures;
    MarketStatistics::Figures m_average;
};

void MarketFactsTest::initTestCase()
{
    auto config = demoConfig(20010223);
    m_listings = config.listings;
    SimulatedExchange exchange(std::move(config));
    MarketStatistics statistics(m_listings);
    const Timestamp close = exchange.session().close;
    while (exchange.time() + 10 * kNanosPerSecond <= close && exchange.session().close == close) {
        exchange.advanceBy(10 * kNanosPerSecond, statistics);
        statistics.sample(exchange);
    }
    for (const auto& each : statistics.figures())
        for (const auto& listing : m_listings)
            if (listing.instrument.id == each.instrument && listing.instrument.assetClass() == AssetClass::Equity && listing.tradesPerDay >= 2000)
                m_figures.push_back(each);
    m_average = MarketStatistics::average(m_figures, 1000);
    std::printf("%zu shares, one day: kurtosis %.1f, acf of returns %.3f, of their sizes %.2f %.2f %.2f %.2f at 1, 5, 15, 40, spread %.1f ticks (%.1f bp)\n",
                m_figures.size(), m_average.kurtosis, m_average.returnMemory, m_average.sizeMemory[0], m_average.sizeMemory[1], m_average.sizeMemory[2],
                m_average.sizeMemory[3], m_average.spreadTicks, m_average.spreadBp);
    std::printf("volume by half hour:");
    for (const double share : m_average.volumeShare)
        std::printf(" %.3f", share);
    std::printf("\ndepth of levels 1 to 5 over that of the best:");
    for (const double depth : m_average.depth)
        std::printf(" %.2f", depth);
    std::printf("\n");
    QVERIFY(m_figures.size() >= 10);
}

void MarketFactsTest::tailsAreFat()
{
    // Cont (2001), section 2 and table 1: 16 for five-minute returns of S&P futures, 60 and 74 for two currencies; 3 is normal.
    QVERIFY(m_average.kurtosis > 4 && m_average.kurtosis < 75);
    int fat = 0;
    for (const auto& each : m_figures)
        fat += each.kurtosis > 3 ? 1 : 0;
    QVERIFY(fat >= static_cast<int>(m_figures.size()) * 9 / 10);
}

void MarketFactsTest::returnsHaveNoMemory()
{
    // Cont (2001), fact 1: insignificant beyond very small scales. Two standard errors of one share's 389 returns are 0.10.
    QVERIFY(std::fabs(m_average.returnMemory) < 0.10);
}

void MarketFactsTest::volatilityClustersAndForgetsSlowly()
{
    // Cont (2001), facts 6 and 8: positive over long lags, decaying slowly (as a power of 0.2 to 0.4 of the lag: from lag 1 to lag 15 to
    // between a half and a third).
    QVERIFY(m_average.sizeMemory[0] > 0.10 && m_average.sizeMemory[0] < 0.50);
    QVERIFY(m_average.sizeMemory[1] > 0.05);
    QVERIFY(m_average.sizeMemory[2] > 0.02);
    // Over 40 minutes one day says little: with its own mean taken off, 389 values are biased downwards by about what is to be seen.
    // Two days are measured for that (stylised_facts_test).
    QVERIFY(m_average.sizeMemory[3] > -0.10);
    QVERIFY(m_average.sizeMemory[0] > m_average.sizeMemory[2]);
}

void MarketFactsTest::volumeFollowsAUOverTheDay()
{
    // P. Jain, G. Joh, Journal of Financial and Quantitative Analysis 23 (1988) 269-283: hourly NYSE volume is highest in the first and the
    // last hour and lowest at noon, by a factor of about two. Admati and Pfleiderer (1988) explain it.
    const auto& share = m_average.volumeShare;
    const double first = share[0] + share[1];
    const double noon = share[6] + share[7];
    const double last = share[11] + share[12];
    QVERIFY(first > 1.5 * noon && first < 4 * noon);
    QVERIFY(last > 1.5 * noon && last < 4 * noon);
    double sum = 0;
    for (const double each : share)
        sum += each;
    QVERIFY(std::fabs(sum - 1) < 1e-9);
}

void MarketFactsTest::spreadsAreAFewTicks()
{
    // K. Dayri, M. Rosenbaum, "Large tick assets", Market Microstructure and Liquidity 1 (2015): liquid large-tick shares trade at one to two
    // ticks, others at a handful; a few basis points either way.
    for (const auto& each : m_figures) {
        int usual = 0;
        for (const auto& listing : m_listings)
            if (listing.instrument.id == each.instrument)
                usual = listing.spreadTicks;
        QVERIFY2(each.spreadTicks >= 1 && each.spreadTicks <= 2.0 * usual + 1, each.symbol.c_str());
    }
    QVERIFY(m_average.spreadBp > 0.5 && m_average.spreadBp < 20);
}

void MarketFactsTest::depthGrowsBehindTheBestPrice()
{
    // J.-P. Bouchaud, M. Mezard, M. Potters, Quantitative Finance 2 (2002) 251-256: the average book is not fullest at the best price
    // but some ticks behind it.
    const double behind = std::max({m_average.depth[1], m_average.depth[2], m_average.depth[3], m_average.depth[4]});
    QVERIFY(behind > 1.0);
    for (const double each : m_average.depth)
        QVERIFY(each > 0.2);
}

void MarketFactsTest::thinInstrumentsDoNotCount()
{
    std::vector<MarketStatistics::Figures> none;
    QVERIFY(std::isnan(MarketStatistics::average(none, 1).kurtosis));
    MarketStatistics::Figures few;
    few.trades = 5;
    few.kurtosis = 9;
    QVERIFY(std::isnan(MarketStatistics::average({few}, 10).kurtosis)); // below the least number of trades
}

RIALTO_TEST(MarketFactsTest)
#include "market_facts_test.moc"
