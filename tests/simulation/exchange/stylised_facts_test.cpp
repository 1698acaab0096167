// SPDX-License-Identifier: GPL-3.0-or-later
// Does the demo market look like a market? The facts that Cont (2001, "Empirical properties of asset returns") lists for real
// ones, measured over two simulated days and printed: fat tails, no memory in returns but a long one in their size, more
// trading at the open and the close, spreads that widen with volatility. The bounds are wide: they catch a broken market, not
// another seed.
#include "support/simulator_fixture.h"
#include "support/test_main.h"

#include <array>
#include <cmath>
#include <map>

using namespace rialto;
using namespace rialto::testing;
using simulator::Listing;
using simulator::SimulatedExchange;

namespace {

constexpr int kDays = 2;
constexpr int kMinutes = 390;

struct Series {
    std::vector<double> returns; // of a minute, inside days
    std::vector<double> spreads; // at the minute, parts of the price
    std::array<double, 13> volume{};
    double trades = 0;
    double traded = 0;
    double onesided = 0;
    double farPrints = 0; // trades more than 2 % off the value
};

double mean(const std::vector<double>& x)
{
    double sum = 0;
    for (const double each : x)
        sum += each;
    return sum / static_cast<double>(x.size());
}

double correlation(const std::vector<double>& x, const std::vector<double>& y)
{
    const double mx = mean(x);
    const double my = mean(y);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mx) * (x[i] - mx);
        yy += (y[i] - my) * (y[i] - my);
        xy += (x[i] - mx) * (y[i] - my);
    }
    return xy / std::sqrt(xx * yy);
}

double autocorrelation(const std::vector<double>& x, std::size_t lag)
{
    return correlation({x.begin(), x.end() - static_cast<std::ptrdiff_t>(lag)}, {x.begin() + static_cast<std::ptrdiff_t>(lag), x.end()});
}

std::vector<double> sizes(const std::vector<double>& x)
{
    std::vector<double> absolute;
    for (const double each : x)
        absolute.push_back(std::fabs(each));
    return absolute;
}

double kurtosis(const std::vector<double>& x)
{
    const double m = mean(x);
    double second = 0;
    double fourth = 0;
    for (const double each : x) {
        second += std::pow(each - m, 2);
        fourth += std::pow(each - m, 4);
    }
    const auto n = static_cast<double>(x.size());
    return fourth / n / std::pow(second / n, 2);
}

double number(std::int64_t raw) { return static_cast<double>(raw) / 1e8; }

/// Averages over the instruments of a measure.
template <class Measure>
double over(const std::vector<const Series*>& all, Measure measure)
{
    double sum = 0;
    for (const Series* each : all)
        sum += measure(*each);
    return sum / static_cast<double>(all.size());
}

} // namespace

class StylisedFactsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void returnsHaveFatTailsAndNoMemory();
    void volatilityClusters();
    void tradingFollowsTheUOfTheDay();
    void spreadsAreSmallAndWidenWithVolatility();
    void everyInstrumentLives();
    void derivedInstrumentsFollowWhatTheyDeriveFrom();

private:
    std::vector<const Series*> liquid() const;
    std::vector<Listing> m_listings;
    std::vector<Series> m_series;
};

void StylisedFactsTest::initTestCase()
{
    auto config = demoConfig(7);
    m_listings = config.listings;
    m_series.resize(m_listings.size());
    SimulatedExchange exchange(std::move(config));
    EventLog log;
    std::vector<double> before(m_listings.size(), 0);
    for (int day = 0; day < kDays; ++day) {
        for (int minute = 0; minute < kMinutes; ++minute) {
            exchange.advance(exchange.session().open + ((minute + 1) * kNanosPerMinute - 1), log);
            for (std::size_t i = 0; i < m_listings.size(); ++i) {
                Series& series = m_series[i];
                const Quote quote = exchange.quote(m_listings[i].instrument.id);
                const bool both = quote.bidSize.isPositive() && quote.askSize.isPositive();
                if (!both) {
                    series.onesided += 1;
                    continue;
                }
                const double mid = number(quote.bid.raw() + quote.ask.raw()) / 2;
                if (minute > 0 && before[i] > 0) {
                    series.returns.push_back(std::log(mid / before[i]));
                    series.spreads.push_back(number(quote.ask.raw() - quote.bid.raw()) / mid);
                }
                before[i] = mid;
            }
            for (const TradePrint& print : log.trades) {
                Series& series = m_series[print.instrument.value - 1];
                const double fair = number(exchange.fairValue(print.instrument).raw());
                series.trades += 1;
                series.traded += number(print.quantity.raw());
                series.volume[static_cast<std::size_t>(minute / 30)] += number(print.quantity.raw());
                series.farPrints += std::fabs(number(print.price.raw()) / fair - 1) > 0.02 ? 1 : 0;
            }
            log = {};
        }
        exchange.advance(exchange.session().close, log);
    }
    std::printf("%-15s %7s %7s %7s %7s %7s %7s %7s %7s\n", "instrument", "kurt", "acf r", "acf|r|1", "|r|15", "spr bp", "trades", "volume", "far");
    for (std::size_t i = 0; i < m_listings.size(); ++i) {
        const Series& series = m_series[i];
        if (!m_listings[i].instrument.tradable())
            continue;
        std::printf("%-15s %7.1f %7.2f %7.2f %7.2f %7.2f %7.2f %7.2f %7.0f\n", m_listings[i].instrument.symbol.c_str(), kurtosis(series.returns),
                    autocorrelation(series.returns, 1), autocorrelation(sizes(series.returns), 1), autocorrelation(sizes(series.returns), 15),
                    mean(series.spreads) * 1e4, series.trades / kDays / m_listings[i].tradesPerDay,
                    series.traded / kDays / number(m_listings[i].dailyVolume.raw()), series.farPrints);
    }
}

std::vector<const Series*> StylisedFactsTest::liquid() const
{
    std::vector<const Series*> found;
    for (std::size_t i = 0; i < m_listings.size(); ++i)
        if (m_listings[i].instrument.assetClass() == AssetClass::Equity && m_listings[i].tradesPerDay >= 2000)
            found.push_back(&m_series[i]);
    return found;
}

void StylisedFactsTest::returnsHaveFatTailsAndNoMemory()
{
    const double tails = over(liquid(), [](const Series& s) { return kurtosis(s.returns); });
    const double memory = over(liquid(), [](const Series& s) { return autocorrelation(s.returns, 1); });
    std::printf("minute returns: kurtosis %.1f (normal: 3), autocorrelation at 1 %.3f\n", tails, memory);
    QVERIFY(tails > 3.8 && tails < 60);
    QVERIFY(std::fabs(memory) < 0.12);
}

void StylisedFactsTest::volatilityClusters()
{
    std::array<double, 4> at{};
    const std::array<std::size_t, 4> lags = {1, 5, 15, 40};
    for (std::size_t i = 0; i < lags.size(); ++i)
        at[i] = over(liquid(), [&](const Series& s) { return autocorrelation(sizes(s.returns), lags[i]); });
    std::printf("sizes of minute returns: autocorrelation %.2f at 1, %.2f at 5, %.2f at 15, %.2f at 40\n", at[0], at[1], at[2], at[3]);
    QVERIFY(at[0] > 0.12);
    QVERIFY(at[1] > 0.08);
    QVERIFY(at[3] > 0); // long memory: still there after forty minutes
    QVERIFY(at[0] > at[3]);
}

void StylisedFactsTest::tradingFollowsTheUOfTheDay()
{
    std::array<double, 13> share{};
    for (const Series* series : liquid())
        for (std::size_t i = 0; i < share.size(); ++i)
            share[i] += series->volume[i] / series->traded / static_cast<double>(liquid().size());
    std::printf("volume by half hour, per cent:");
    for (const double each : share)
        std::printf(" %.1f", each * 100);
    std::printf("\n");
    QVERIFY(share.front() > 1.5 * share[6]);
    QVERIFY(share.back() > 1.2 * share[6]);
}

void StylisedFactsTest::spreadsAreSmallAndWidenWithVolatility()
{
    const double spread = over(liquid(), [](const Series& s) { return mean(s.spreads); });
    const double link = over(liquid(), [](const Series& s) { return correlation(s.spreads, sizes(s.returns)); });
    std::printf("spread %.2f bp on average; correlation with the size of the minute's return %.2f\n", spread * 1e4, link);
    QVERIFY(spread * 1e4 > 0.2 && spread * 1e4 < 15);
    QVERIFY(link > 0.05);
}

void StylisedFactsTest::everyInstrumentLives()
{
    for (std::size_t i = 0; i < m_listings.size(); ++i) {
        if (!m_listings[i].instrument.tradable())
            continue;
        const QByteArray symbol = QByteArray::fromStdString(m_listings[i].instrument.symbol);
        QVERIFY2(m_series[i].onesided == 0, symbol);
        QVERIFY2(m_series[i].trades > 100, symbol);
        const double pace = m_series[i].trades / kDays / m_listings[i].tradesPerDay;
        const double volume = m_series[i].traded / kDays / number(m_listings[i].dailyVolume.raw());
        QVERIFY2(pace > 0.4 && pace < 2.5, symbol);
        QVERIFY2(volume > 0.3 && volume < 3.5, symbol);
        QVERIFY2(m_series[i].farPrints < m_series[i].trades / 50 || m_listings[i].instrument.assetClass() == AssetClass::Option, symbol);
    }
}

void StylisedFactsTest::derivedInstrumentsFollowWhatTheyDeriveFrom()
{
    // The index future (35) and the index fund (29) move with each other; a call (39) with its share (1), its put (40) against it.
    const auto together = [&](std::size_t a, std::size_t b) { return correlation(m_series[a - 1].returns, m_series[b - 1].returns); };
    std::map<std::string, std::size_t> id;
    for (const Listing& listing : m_listings)
        id[listing.instrument.symbol] = listing.instrument.id.value;
    std::printf("correlation of minute returns: future and fund %.2f, share and call %.2f, share and put %.2f\n",
                together(id["RXNM6"], id["RXF"]), together(id["MERI"], id["MERI 2606C180"]), together(id["MERI"], id["MERI 2606P180"]));
    QVERIFY(together(id["RXNM6"], id["RXF"]) > 0.7);
    QVERIFY(together(id["MERI"], id["MERI 2606C180"]) > 0.4);
    QVERIFY(together(id["MERI"], id["MERI 2606P180"]) < -0.4);
}

RIALTO_TEST(StylisedFactsTest)
#include "stylised_facts_test.moc"
