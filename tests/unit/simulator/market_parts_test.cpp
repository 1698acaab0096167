// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that the simulated venue is made of: clock, fees, integer analysis, instruments, checkpoint.
#include "support/simulator_fixture.h"
#include "support/test_main.h"

#include "simulator/integer_math.h"

#include <cmath>
#include <set>

using namespace rialto;
using namespace rialto::testing;
using namespace rialto::simulator;

class MarketPartsTest : public QObject {
    Q_OBJECT
private slots:
    void sessionsSkipWeekendsHolidaysAndChangesOfTheClock();
    void livelinessIsAUWithAMeanOfOne();
    void squareRootIsExact();
    void waitsAreExponential();
    void optionValuesMatchTheNormalModel();
    void aCommissionGrowsWithTheValueAndTaxesFollowTheSide();
    void feeRulesOfACurrencyGoBeforeGeneralOnes();
    void instrumentsAreSoundAndCoverEveryClass();
    void instrumentsOfABookNeverChange();
    void indexFollowsItsParts();
    void checkpointTextGoesBothWays();
    void damagedCheckpointsAreErrors();
};

void MarketPartsTest::sessionsSkipWeekendsHolidaysAndChangesOfTheClock()
{
    const SessionClock clock;
    const Session friday = clock.at(Date::of(2026, 3, 6).startUtc());
    QCOMPARE(friday.day.text(), std::string("2026-03-06"));
    QCOMPARE(isoUtc(friday.open), std::string("2026-03-06T14:30:00Z"));
    QCOMPARE(isoUtc(friday.close), std::string("2026-03-06T21:00:00Z"));
    // The weekend of the spring change: Monday opens an hour earlier in UTC.
    QCOMPARE(isoUtc(clock.after(friday.day).open), std::string("2026-03-09T13:30:00Z"));
    QCOMPARE(clock.after(Date::of(2026, 4, 2)).day.text(), std::string("2026-04-06")); // Good Friday, weekend
    // The first instant that is not in a session belongs to the next one.
    QCOMPARE(clock.at(friday.close).day.text(), std::string("2026-03-09"));
    QCOMPARE(clock.at(friday.close + -1).day.text(), std::string("2026-03-06"));
    QCOMPARE(clock.previous(Date::of(2026, 3, 9)).text(), std::string("2026-03-06"));
}

void MarketPartsTest::livelinessIsAUWithAMeanOfOne()
{
    const Session session = SessionClock().at(demoDay().startUtc());
    std::int64_t sum = 0;
    for (int minute = 0; minute < 390; ++minute)
        sum += livelinessPerMille(session, session.open + minute * kNanosPerMinute);
    QVERIFY(std::abs(sum / 390 - 1000) < 10);
    const auto at = [&](int minute) { return livelinessPerMille(session, session.open + minute * kNanosPerMinute); };
    QVERIFY(at(0) > 2 * at(200) && at(389) > 2 * at(200));
    QCOMPARE(livelinessPerMille(session, session.open + -kNanosPerMinute), at(0));
}

void MarketPartsTest::squareRootIsExact()
{
    for (std::int64_t value = 0; value < 20000; ++value) {
        const std::int64_t root = squareRoot(value);
        QVERIFY(root * root <= value && (root + 1) * (root + 1) > value);
    }
    QCOMPARE(squareRoot(-4), std::int64_t(0));
    QCOMPARE(squareRoot(3037000499LL * 3037000499LL), std::int64_t(3037000499));
    QCOMPARE(squareRoot(3037000499LL * 3037000499LL - 1), std::int64_t(3037000498));
    QCOMPARE(squareRoot(std::numeric_limits<std::int64_t>::max()), std::int64_t(3037000499));
}

void MarketPartsTest::waitsAreExponential()
{
    Rng rng(5);
    double sum = 0;
    int beyondTwo = 0;
    constexpr int kDraws = 200'000;
    for (int i = 0; i < kDraws; ++i) {
        const std::int64_t wait = exponential(rng, 1'000'000'000);
        QVERIFY(wait >= 0);
        sum += static_cast<double>(wait) / 1e9;
        beyondTwo += wait > 2'000'000'000 ? 1 : 0;
    }
    QVERIFY(std::fabs(sum / kDraws - 1.04) < 0.02);
    QVERIFY(std::fabs(beyondTwo / static_cast<double>(kDraws) - std::exp(-2)) < 0.03);
}

void MarketPartsTest::optionValuesMatchTheNormalModel()
{
    const auto density = [](double x) { return std::exp(-x * x / 2) / std::sqrt(2 * std::acos(-1.0)); };
    const auto below = [](double x) { return std::erfc(-x / std::sqrt(2.0)) / 2; };
    constexpr std::int64_t kForward = 184 * kFixedOne;
    for (const std::int64_t deviation : {kFixedOne / 10, 9 * kFixedOne, 40 * kFixedOne})
        for (std::int64_t strike = 100 * kFixedOne; strike <= 260 * kFixedOne; strike += kFixedOne) {
            const double s = static_cast<double>(deviation);
            const double m = static_cast<double>(kForward - strike);
            const double call = m * below(m / s) + s * density(m / s);
            QVERIFY(std::fabs(static_cast<double>(bachelierCall(kForward, strike, deviation)) - call) < s * 3e-4);
            QCOMPARE(bachelierCall(kForward, strike, deviation) - bachelierPut(kForward, strike, deviation), kForward - strike);
        }
    QCOMPARE(bachelierCall(kForward, kForward - 5, 0), std::int64_t(5));
    QCOMPARE(bachelierPut(kForward, kForward - 5, 0), std::int64_t(0));
}

void MarketPartsTest::aCommissionGrowsWithTheValueAndTaxesFollowTheSide()
{
    Instrument instrument = demoListings(demoDay()).at(17).instrument; // an equity in HKD
    QCOMPARE(instrument.spec.currency.code(), std::string("HKD"));
    const FeeSchedule fees;
    FeeSoFar soFar;
    // 0.03 % of the value, at least 3.00; 0.1 % tax on either side.
    Fee fee = fees.charge(instrument, Side::Sell, Price::of(10), Quantity::of(500), soFar);
    QCOMPARE(fee.commission.text(), std::string("3.00"));
    QCOMPARE(fee.tax.text(), std::string("5.00"));
    fee = fees.charge(instrument, Side::Sell, Price::of(10), Quantity::of(500), soFar);
    QCOMPARE(fee.commission.text(), std::string("0.00")); // 3.00 in all
    fee = fees.charge(instrument, Side::Sell, Price::of(10), Quantity::of(9000), soFar);
    QCOMPARE(fee.commission.text(), std::string("27.00")); // 30.00 in all
    QCOMPARE(soFar.value.text(), std::string("100000.00"));
}

void MarketPartsTest::feeRulesOfACurrencyGoBeforeGeneralOnes()
{
    FeeSchedule fees = FeeSchedule::free();
    Instrument instrument = demoListings(demoDay()).front().instrument;
    QCOMPARE(fees.ruleFor(instrument).commissionPpm, std::int64_t(0));
    fees.set(AssetClass::Equity, "USD", {7, 0, 0, 0, 0});
    fees.set(AssetClass::Equity, "", {9, 0, 0, 0, 0});
    fees.set(AssetClass::Bond, "USD", {11, 0, 0, 0, 0});
    QCOMPARE(fees.ruleFor(instrument).commissionPpm, std::int64_t(7));
    instrument.spec.currency = Currency::literal("EUR");
    QCOMPARE(fees.ruleFor(instrument).commissionPpm, std::int64_t(9));
    fees.set(AssetClass::Equity, "EUR", {8, 0, 0, 0, 0});
    QCOMPARE(fees.ruleFor(instrument).commissionPpm, std::int64_t(8));
}

void MarketPartsTest::instrumentsAreSoundAndCoverEveryClass()
{
    const auto listings = demoListings(demoDay());
    QVERIFY(listings.size() >= 40);
    std::set<std::string> symbols;
    std::set<AssetClass> classes;
    std::set<std::string> currencies;
    for (std::size_t i = 0; i < listings.size(); ++i) {
        const Instrument& instrument = listings[i].instrument;
        const char* symbol = instrument.symbol.c_str();
        QCOMPARE(instrument.id.value, static_cast<std::uint32_t>(i + 1));
        QVERIFY2(symbols.insert(instrument.symbol).second, symbol);
        classes.insert(instrument.assetClass());
        currencies.insert(instrument.spec.currency.code());
        QVERIFY2(!instrument.name.empty() && !instrument.nameZh.empty() && instrument.mic == "XSIM", symbol);
        QVERIFY2(instrument.spec.tick.isPositive() && instrument.spec.lot.isPositive() && listings[i].startPrice.isPositive(), symbol);
        QVERIFY2(instrument.calendarId == "XNYS" || instrument.calendarId == "TARGET" || instrument.calendarId == "24x7", symbol);
        // A price of whole ticks shows in the digits that the screen has.
        const std::int64_t shown = [&] {
            std::int64_t unit = kFixedOne;
            for (int digit = 0; digit < instrument.spec.priceDigits; ++digit)
                unit /= 10;
            return unit;
        }();
        QVERIFY2(instrument.spec.tick.raw() % shown == 0, symbol);
        if (instrument.tradable())
            QVERIFY2(listings[i].dailyVolume.raw() / instrument.spec.lot.raw() >= 1000, symbol);
        if (const auto* future = std::get_if<Future>(&instrument.details)) {
            QVERIFY2(future->underlying.value < instrument.id.value && future->expiry > demoDay(), symbol);
            QVERIFY2(future->initialMargin.currency() == instrument.spec.currency && !future->initialMargin.isZero(), symbol);
        }
        if (const auto* option = std::get_if<Option>(&instrument.details))
            QVERIFY2(option->underlying.value < instrument.id.value && option->expiry - demoDay() >= 60, symbol);
        for (const BasketPart& part : listings[i].basket)
            QVERIFY2(part.instrument.value < instrument.id.value, symbol);
    }
    QCOMPARE(classes.size(), std::size_t(8));
    for (const char* currency : {"USD", "EUR", "CNY", "HKD"})
        QVERIFY(currencies.count(currency) == 1);
}

void MarketPartsTest::instrumentsOfABookNeverChange()
{
    const auto first = demoListings(demoDay());
    const auto again = demoListings(demoDay());
    for (std::size_t i = 0; i < first.size(); ++i)
        QVERIFY(first[i].instrument == again[i].instrument);
    // Another first day moves expiries and nothing else.
    const auto later = demoListings(Date::of(2027, 1, 4));
    for (std::size_t i = 0; i < first.size(); ++i) {
        const AssetClass kind = first[i].instrument.assetClass();
        if (kind != AssetClass::Future && kind != AssetClass::Option && kind != AssetClass::Bond)
            QVERIFY(first[i].instrument == later[i].instrument);
    }
}

void MarketPartsTest::indexFollowsItsParts()
{
    const auto listings = demoListings(demoDay());
    std::size_t index = 0;
    std::size_t share = 0;
    for (std::size_t i = 0; i < listings.size(); ++i) {
        index = listings[i].instrument.symbol == "RX9" ? i : index;
        share = listings[i].instrument.symbol == "QUIL" ? i : share;
    }
    FairValues values(listings, 1);
    QCOMPARE(values.fair(index), listings[index].startPrice.raw());
    FairValues::Memory memory = values.memory(share);
    memory.value = memory.value * 109 / 100; // 9 % on one of nine
    values.restore(share, memory);
    const auto expected = static_cast<double>(listings[index].startPrice.raw()) * 1.01;
    QVERIFY(std::fabs(static_cast<double>(values.fair(index)) - expected) < 1e3);
}

void MarketPartsTest::checkpointTextGoesBothWays()
{
    SimulatedExchange exchange(demoConfig());
    EventLog log;
    exchange.advanceBy(90 * kNanosPerSecond, log);
    const std::string text = toText(exchange.checkpoint());
    QVERIFY(text.size() < 30'000);
    const auto read = parseCheckpoint(text);
    QVERIFY(read.ok());
    QCOMPARE(toText(*read), text);
    QCOMPARE(read->time, exchange.time());
}

void MarketPartsTest::damagedCheckpointsAreErrors()
{
    SimulatedExchange exchange(demoConfig());
    const std::string text = toText(exchange.checkpoint());
    std::vector<std::string> damaged = {"", "x", "rialto-simulator-checkpoint 1\n", "rialto-simulator-checkpoint 2\n1 2 3\n",
                                        text.substr(0, text.size() / 2), text + "1 2 3\n", text + "line"};
    std::string letter = text;
    letter[text.size() / 3] = 'x';
    damaged.push_back(letter);
    for (const std::string& each : damaged) {
        const auto read = parseCheckpoint(each);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, std::string("simulator.checkpoint-malformed"));
    }
}

RIALTO_TEST(MarketPartsTest)
#include "market_parts_test.moc"
