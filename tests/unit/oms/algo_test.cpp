// SPDX-License-Identifier: GPL-3.0-or-later
// The algorithms against a market that a test makes: what rests at the best price fills now and then, what crosses fills.
// Expected figures are reckoned by hand from the definitions in the headers.
#include "support/test_main.h"

#include "base/rng.h"
#include "oms/algo.h"

#include <algorithm>
#include <map>

using namespace rialto;

namespace {

constexpr std::int64_t kMinute = kNanosPerMinute;

AlgoTerms terms(int quantity, int minutes)
{
    AlgoTerms out;
    out.quantity = Quantity::of(quantity);
    out.tick = Price::literal("0.01");
    out.start = Timestamp(0);
    out.end = Timestamp(minutes * kMinute);
    return out;
}

Result<std::unique_ptr<Algo>> make(const std::string& id, const AlgoTerms& with)
{
    for (const auto& each : allAlgos())
        if (each.id == id)
            return each.make(with);
    return notFound("test.no-such-algo", id);
}

struct Run {
    std::map<std::int64_t, Quantity> filledAt; // by minute
    Quantity filled;
    Quantity market;
    Price worst;
    bool tooMuch = false;
};

// Trades `volume` a second between others; what rests fills with chance `fills` per mille a second.
Run play(const std::string& id, const AlgoTerms& with, std::uint32_t fills, int volume, std::uint64_t seed, bool moves = false)
{
    Rng rng(seed);
    Run run;
    auto algo = make(id, with);
    RIALTO_CHECK(algo.ok(), "the test's terms are good");
    Quantity working;
    Price workingPrice;
    Price bid = Price::literal("99.99");
    const bool buy = with.side == Side::Buy;
    const auto fill = [&](Quantity quantity, Price price) {
        run.filled += quantity;
        run.market += quantity;
        run.worst = run.filled == quantity ? price : buy ? std::max(run.worst, price) : std::min(run.worst, price);
    };
    for (Timestamp now = with.start; now <= with.end + 5 * kNanosPerSecond; now = now + kNanosPerSecond) {
        if (moves)
            bid = Price::fromRaw(bid.raw() + (static_cast<std::int64_t>(rng.next() % 3) - 1) * 1'000'000);
        Quote quote;
        quote.bid = bid;
        quote.ask = Price::fromRaw(bid.raw() + 1'000'000 * static_cast<std::int64_t>(moves ? 1 + rng.next() % 3 : 1));
        quote.bidSize = quote.askSize = Quantity::of(500);
        run.market += Quantity::of(volume);
        if (working.isPositive() && workingPrice == (buy ? quote.bid : quote.ask) && rng.chance(fills)) {
            const Quantity part = std::min(working, Quantity::of(30));
            working -= part;
            fill(part, workingPrice);
        }
        const AlgoStep step = (*algo)->onMarket({now, quote, run.market, run.filled, working, workingPrice});
        if (step.cancel)
            working = Quantity();
        if (step.place && !working.isPositive()) {
            run.tooMuch = run.tooMuch || step.place->quantity > with.quantity - run.filled || !step.place->quantity.isPositive();
            const bool crosses = buy ? step.place->limit >= quote.ask : step.place->limit <= quote.bid;
            if (crosses) {
                fill(std::min(step.place->quantity, Quantity::of(500)), buy ? quote.ask : quote.bid);
            } else if (step.place->tif != TimeInForce::Ioc) {
                working = step.place->quantity;
                workingPrice = step.place->limit;
            }
        }
        run.filledAt[now.nanos / kMinute] = run.filled;
    }
    return run;
}

} // namespace

class AlgoTest : public QObject {
    Q_OBJECT
private slots:
    void sixAlgorithmsAreThere();
    void noAlgorithmSendsMoreThanIsWantedOrGoesBeyondTheLimit();
    void theSameMarketGivesTheSameOrders();
    void timeWeightedIsHalfDoneHalfWay();
    void volumeWeightedFollowsTheCurve();
    void percentOfVolumeTakesItsPart();
    void shortfallIsAheadOfTimeWeightedByTheTrajectory();
    void icebergShowsOnePieceAtATime();
    void sniperTakesOnlyWhatIsGoodEnough();
    void termsThatMakeNoSenseAreRefused();
};

void AlgoTest::sixAlgorithmsAreThere()
{
    std::string ids;
    for (const auto& each : allAlgos())
        ids += each.id + " ";
    QCOMPARE(ids, std::string("iceberg implementation-shortfall pov sniper twap vwap "));
}

void AlgoTest::noAlgorithmSendsMoreThanIsWantedOrGoesBeyondTheLimit()
{
    for (const auto& each : allAlgos())
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            Rng rng(seed);
            AlgoTerms with = terms(1 + static_cast<int>(rng.next() % 5000), 1 + static_cast<int>(rng.next() % 20));
            with.side = rng.next() % 2 == 0 ? Side::Buy : Side::Sell;
            with.curve = {3, 1, 2};
            if (rng.next() % 2 == 0)
                with.limit = Price::literal(with.side == Side::Buy ? "100.05" : "99.95");
            const Run run = play(each.id, with, 300, 40, seed, true);
            const auto told = each.id + " seed " + std::to_string(seed);
            QVERIFY2(!run.tooMuch && run.filled <= with.quantity, told.c_str());
            if (with.limit && run.filled.isPositive())
                QVERIFY2(with.side == Side::Buy ? run.worst <= *with.limit : run.worst >= *with.limit, told.c_str());
        }
}

void AlgoTest::theSameMarketGivesTheSameOrders()
{
    AlgoTerms with = terms(2000, 20);
    with.curve = {1, 2};
    for (const auto& each : allAlgos())
        QCOMPARE(play(each.id, with, 300, 40, 7, true).filledAt == play(each.id, with, 300, 40, 7, true).filledAt, true);
}

void AlgoTest::timeWeightedIsHalfDoneHalfWay()
{
    const Run run = play("twap", terms(6000, 60), 500, 100, 3);
    QCOMPARE(run.filled.text(), std::string("6000"));
    const std::int64_t half = run.filledAt.at(29).raw() / kFixedOne;
    QVERIFY2(half >= 2400 && half <= 3300, qPrintable(QString::number(half))); // within two clips of 300 behind the schedule
}

void AlgoTest::volumeWeightedFollowsTheCurve()
{
    AlgoTerms with = terms(6000, 60);
    with.curve = {3, 1, 2}; // half in the first third
    const Run run = play("vwap", with, 500, 100, 3);
    QCOMPARE(run.filled.text(), std::string("6000"));
    const std::int64_t third = run.filledAt.at(19).raw() / kFixedOne;
    const std::int64_t second = run.filledAt.at(39).raw() / kFixedOne;
    QVERIFY2(third >= 2400 && third <= 3000, qPrintable(QString::number(third)));
    QVERIFY2(second >= 3400 && second <= 4000, qPrintable(QString::number(second)));
}

void AlgoTest::percentOfVolumeTakesItsPart()
{
    AlgoTerms with = terms(100'000, 60);
    with.participationPerMille = 100;
    with.clip = Quantity::of(50);
    const Run run = play("pov", with, 500, 100, 3);
    // others trade 100 a second for an hour; a tenth of everything is a ninth of that: 40,000
    const std::int64_t filled = run.filled.raw() / kFixedOne;
    QVERIFY2(filled >= 39'500 && filled <= 40'100, qPrintable(QString::number(filled)));
}

void AlgoTest::shortfallIsAheadOfTimeWeightedByTheTrajectory()
{
    AlgoTerms with = terms(6000, 60);
    with.urgency = 4;
    const Run run = play("implementation-shortfall", with, 500, 100, 3);
    QCOMPARE(run.filled.text(), std::string("6000"));
    // half way sinh(2)/sinh(4) = 3.62686/27.28992 = 0.13290 is left: 5202.6 are due
    const std::int64_t half = run.filledAt.at(29).raw() / kFixedOne;
    QVERIFY2(half >= 4600 && half <= 5203, qPrintable(QString::number(half)));
}

void AlgoTest::icebergShowsOnePieceAtATime()
{
    AlgoTerms with = terms(1000, 10);
    with.display = Quantity::of(70);
    auto algo = make("iceberg", with);
    Quote quote;
    quote.bid = Price::literal("10.00");
    quote.ask = Price::literal("10.02");
    quote.bidSize = quote.askSize = Quantity::of(100);
    const auto first = (*algo)->onMarket({Timestamp(0), quote, Quantity(), Quantity(), Quantity(), Price()});
    QCOMPARE(first.place->quantity.text(), std::string("70"));
    QCOMPARE(first.place->limit.text(), std::string("10"));
    QVERIFY(!(*algo)->onMarket({Timestamp(1), quote, Quantity(), Quantity(), Quantity::of(20), quote.bid}).place);
    QVERIFY((*algo)->onMarket({Timestamp(1), quote, Quantity(), Quantity(), Quantity::of(20), Price::literal("9.99")}).cancel);
    const auto last = (*algo)->onMarket({Timestamp(2), quote, Quantity(), Quantity::of(980), Quantity(), Price()});
    QCOMPARE(last.place->quantity.text(), std::string("20"));
}

void AlgoTest::sniperTakesOnlyWhatIsGoodEnough()
{
    AlgoTerms with = terms(1000, 10);
    with.limit = Price::literal("10.01");
    auto algo = make("sniper", with);
    Quote quote;
    quote.bid = Price::literal("10.00");
    quote.ask = Price::literal("10.02");
    quote.bidSize = quote.askSize = Quantity::of(100);
    QVERIFY(!(*algo)->onMarket({Timestamp(0), quote, Quantity(), Quantity(), Quantity(), Price()}).place);
    quote.ask = Price::literal("10.01");
    const auto taken = (*algo)->onMarket({Timestamp(1), quote, Quantity(), Quantity(), Quantity(), Price()});
    QCOMPARE(taken.place->quantity.text(), std::string("100")); // what stands there
    QCOMPARE(taken.place->tif, TimeInForce::Ioc);
}

void AlgoTest::termsThatMakeNoSenseAreRefused()
{
    AlgoTerms none = terms(0, 10);
    QVERIFY(!make("twap", none));
    QVERIFY(!make("twap", terms(10, 0)));
    QVERIFY(!make("vwap", terms(10, 10))); // no curve
    AlgoTerms pov = terms(10, 10);
    pov.participationPerMille = 501;
    QVERIFY(!make("pov", pov));
    AlgoTerms fast = terms(10, 10);
    fast.urgency = 11;
    QVERIFY(!make("implementation-shortfall", fast));
}

RIALTO_TEST(AlgoTest)
#include "algo_test.moc"
