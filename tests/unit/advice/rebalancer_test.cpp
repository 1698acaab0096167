// SPDX-License-Identifier: GPL-3.0-or-later
// Rebalancing and harvesting against amounts worked by hand, and the wash-sale examples of IRS Publication 550.
#include "advice/advice_words.h"
#include "advice/loss_harvest.h"
#include "advice/model_portfolio.h"
#include "advice/rebalancer.h"
#include "support/test_main.h"

#include <random>

using namespace rialto;
using namespace rialto::advice;

namespace {

const Currency kUsd = Currency::literal("USD");

Money usd(const char* text) { return *Money::parse(text, kUsd); }

PlanPosition position(const char* symbol, const char* quantity, const char* price, std::vector<HeldLot> lots = {}, const char* step = "1")
{
    PlanPosition one;
    one.symbol = symbol;
    one.quantity = Quantity::literal(quantity);
    one.price = Price::literal(price);
    one.spec.currency = kUsd;
    one.spec.lot = Quantity::literal(step);
    one.spec.multiplier = {1, 1};
    one.lots = std::move(lots);
    return one;
}

RebalanceOptions options(const char* cash)
{
    RebalanceOptions given;
    given.today = Date::of(2026, 1, 5);
    given.cash = usd(cash);
    given.cashNeed = usd("0");
    given.leastTrade = usd("0");
    return given;
}

constexpr std::int64_t kPercent = kFixedOne / 100;

} // namespace

class RebalancerTest : public QObject {
    Q_OBJECT

private slots:
    void insideTheBandsNothingIsTraded()
    {
        // 62 % and 38 % of 10,000 are within 5 points of 60 and 40.
        const auto plan = rebalance({position("A", "62", "100"), position("B", "38", "100")}, {{"A", 60 * kPercent}, {"B", 40 * kPercent}}, options("0"));
        QVERIFY(plan.ok());
        QVERIFY(plan->trades.empty());
        QCOMPARE(plan->breaches, 0);
        QVERIFY(!summary(*plan, false).empty());
    }
    void outsideTheBandsBothGoToTheirTargets()
    {
        // 70 % and 30 % of 10,000: sell 10 A, buy 10 B.
        const auto plan = rebalance({position("A", "70", "100"), position("B", "30", "100")}, {{"A", 60 * kPercent}, {"B", 40 * kPercent}}, options("0"));
        QVERIFY(plan.ok());
        QCOMPARE(plan->trades.size(), std::size_t(2));
        QCOMPARE(plan->trades[0].symbol, std::string("A"));
        QVERIFY(plan->trades[0].side == Side::Sell && plan->trades[0].quantity == Quantity::of(10));
        QVERIFY(plan->trades[1].side == Side::Buy && plan->trades[1].quantity == Quantity::of(10));
        QVERIFY(plan->trades[0].reason == TradeReason::AboveBand && plan->trades[1].reason == TradeReason::BelowBand);
        QCOMPARE(plan->turnover, 10 * kPercent);
        QCOMPARE(plan->breachesAfter, 0);
        QVERIFY(plan->cashAfter.isZero());
    }
    void theEdgeOfTheBandAndHalfTheWay()
    {
        auto given = options("0");
        given.goal = RebalanceGoal::BandEdge;
        const std::vector<PlanPosition> held{position("A", "70", "100"), position("B", "30", "100")};
        const std::vector<TargetWeight> targets{{"A", 60 * kPercent}, {"B", 40 * kPercent}};
        auto plan = rebalance(held, targets, given);
        QVERIFY(plan.ok());
        QVERIFY(plan->trades[0].quantity == Quantity::of(5));   // to 65 %
        given.goal = RebalanceGoal::Halfway;
        plan = rebalance(held, targets, given);
        QVERIFY(plan.ok());
        QVERIFY(plan->trades[0].quantity == Quantity::of(7));   // to 62.5 %: 7.5 pieces, whole ones downwards
    }
    void theNarrowerBandCounts()
    {
        // A small position of 2 % that should be 4 %: within 5 points, but not within a quarter of its target.
        auto given = options("5600");
        const std::vector<PlanPosition> held{position("A", "42", "100"), position("B", "2", "100")};
        const std::vector<TargetWeight> targets{{"A", 42 * kPercent}, {"B", 4 * kPercent}};
        QCOMPARE(rebalance(held, targets, given)->trades.size(), std::size_t(0));
        given.relativeBand = 25 * kPercent;
        const auto plan = rebalance(held, targets, given);
        QVERIFY(plan.ok());
        QCOMPARE(plan->trades.size(), std::size_t(1));
        QVERIFY(plan->trades[0].symbol == "B" && plan->trades[0].quantity == Quantity::of(2));
    }
    void whatTheModelDoesNotNameLeaves()
    {
        const auto plan = rebalance({position("A", "90", "100"), position("X", "3.5", "100")}, {{"A", 95 * kPercent}}, options("650"));
        QVERIFY(plan.ok());
        QCOMPARE(plan->trades.size(), std::size_t(1));
        QVERIFY(plan->trades[0].symbol == "X" && plan->trades[0].quantity == Quantity::literal("3.5"));
        QVERIFY(plan->trades[0].reason == TradeReason::NotInModel);
    }
    void cashThatIsNeededIsRaisedFromTheMostOverweight()
    {
        // 10,000 in all, 1,000 to be paid out of 400 of cash: 600 are missing. Of 9,000 A should be 60 % and is 57/90.
        auto given = options("400");
        given.cashNeed = usd("1000");
        const auto plan = rebalance({position("A", "57", "100"), position("B", "39", "100")}, {{"A", 60 * kPercent}, {"B", 40 * kPercent}}, given);
        QVERIFY(plan.ok());
        QCOMPARE(plan->whole, usd("9000"));
        Money raised = usd("0");
        for (const auto& trade : plan->trades) {
            QVERIFY(trade.side == Side::Sell);
            QVERIFY(trade.reason == TradeReason::CashNeeded);
            raised += trade.value;
        }
        QCOMPARE(raised, usd("600"));
        QVERIFY(plan->cashAfter.isZero());
        given.cashNeed = usd("100000");
        const auto short_ = rebalance({position("A", "57", "100")}, {{"A", 60 * kPercent}}, given);
        QVERIFY(!short_.ok());
        QCOMPARE(short_.error().code, std::string("advice.no-value"));
    }
    void spareCashGoesWhereMostIsMissing()
    {
        // 20 % cash in a model of none: B is 10 points short, A as well; both are bought up to their targets.
        const auto plan = rebalance({position("A", "50", "100"), position("B", "30", "100")}, {{"A", 60 * kPercent}, {"B", 40 * kPercent}}, options("2000"));
        QVERIFY(plan.ok());
        QCOMPARE(plan->bought, usd("2000"));
        QVERIFY(plan->cashAfter.isZero());
    }
    void salesTakeTheLotsInTheOrderAskedFor()
    {
        const std::vector<HeldLot> lots{{"old", Date::of(2020, 1, 2), Quantity::of(10), usd("500")}, {"dear", Date::of(2025, 6, 2), Quantity::of(10), usd("1200")}, {"mid", Date::of(2024, 3, 1), Quantity::of(10), usd("900")}};
        const Date today = Date::of(2026, 1, 5);
        const auto first = [&](LotOrder order, TaxRates tax = {}) { return chooseLots(lots, Quantity::of(15), usd("1500"), order, today, tax); };
        QCOMPARE(first(LotOrder::FirstIn)[0].lot.id, std::string("old"));
        QCOMPARE(first(LotOrder::LastIn)[0].lot.id, std::string("dear"));
        QCOMPARE(first(LotOrder::HighestCost)[1].lot.id, std::string("mid"));
        QCOMPARE(first(LotOrder::LowestCost)[0].lot.id, std::string("old"));
        // Losses at the short rate save most, then the smaller gain.
        const auto least = first(LotOrder::LeastTax, {37 * kPercent, 20 * kPercent});
        QCOMPARE(least[0].lot.id, std::string("dear"));
        QCOMPARE(least[1].lot.id, std::string("mid"));
        QCOMPARE(least[0].gain(), usd("-200"));
        QCOMPARE(least[1].lot.cost, usd("450"));
        QCOMPARE(least[1].gain(), usd("50"));
        QVERIFY(least[1].longTerm && !least[0].longTerm);
        Money proceeds = usd("0");
        for (const auto& sale : least)
            proceeds += sale.proceeds;
        QCOMPARE(proceeds, usd("1500"));
    }
    void aYearIsOverOnTheDayAfterTheAnniversary()
    {
        QVERIFY(!heldLong(Date::of(2025, 1, 5), Date::of(2026, 1, 5)));
        QVERIFY(heldLong(Date::of(2025, 1, 5), Date::of(2026, 1, 6)));
        QVERIFY(!heldLong(Date::of(2024, 2, 29), Date::of(2025, 3, 1)));
        QVERIFY(heldLong(Date::of(2024, 2, 29), Date::of(2025, 3, 2)));
    }
    void impossibleTargetsAreRefused()
    {
        const std::vector<PlanPosition> held{position("A", "1", "100")};
        QCOMPARE(rebalance(held, {{"A", 60 * kPercent}, {"A", 40 * kPercent}}, options("0")).error().code, std::string("advice.target-twice"));
        QCOMPARE(rebalance(held, {{"B", 60 * kPercent}}, options("0")).error().code, std::string("advice.price-missing"));
        QCOMPARE(rebalance(held, {{"A", 101 * kPercent}}, options("0")).error().code, std::string("advice.target-weights"));
    }
    void nothingIsLostWhateverIsHeld()
    {
        // Values before and after are the same to the cent, cash is never negative, and no sale exceeds what is held.
        std::mt19937_64 random(20260105);
        for (int run = 0; run < 400; ++run) {
            std::vector<PlanPosition> held;
            std::vector<TargetWeight> targets;
            const int count = 1 + static_cast<int>(random() % 8);
            for (int i = 0; i < count; ++i) {
                auto one = position(("S" + std::to_string(i)).c_str(), "1", "1");
                one.quantity = Quantity::fromRaw(static_cast<std::int64_t>(random() % 500) * kFixedOne);
                one.price = Price::fromRaw(static_cast<std::int64_t>(1 + random() % 20'000) * 1'000'000);
                one.spec.lot = Quantity::of(1 + static_cast<std::int64_t>(random() % 3) * 9);
                held.push_back(one);
                if (random() % 4 != 0)
                    targets.push_back({one.symbol, kFixedOne / count});
            }
            auto given = options("0");
            given.cash = Money(static_cast<std::int64_t>(random() % 5'000'000), kUsd);
            given.cashNeed = Money(static_cast<std::int64_t>(random() % 2'000'000), kUsd);
            given.scope = random() % 2 == 0 ? RebalanceScope::All : RebalanceScope::Breached;
            const auto plan = rebalance(held, targets, given);
            if (!plan) {
                QVERIFY(plan.error().code == "advice.no-value" || plan.error().code == "advice.cash-short");
                continue;
            }
            Money before = usd("0");
            Money after = usd("0");
            for (const auto& line : plan->lines) {
                before += line.value;
                after += line.valueAfter;
                QVERIFY(line.symbol.empty() || line.valueAfter.minor() >= 0);
            }
            QCOMPARE(before, plan->whole);
            QCOMPARE(after, plan->whole);
            QVERIFY(plan->cashAfter.minor() >= 0);
        }
    }

    void aPurchaseAfterTheSaleTakesTheLossAway()
    {
        // IRS Publication 550, wash sales: 100 shares bought for 1,000, sold for 750, 100 bought back within 30 days: the
        // loss of 250 is not deductible.
        HarvestOptions given;
        given.today = Date::of(2026, 1, 5);
        given.base = kUsd;
        given.leastLoss = usd("0");
        given.tax = {30 * kPercent, 20 * kPercent};
        const std::vector<PlanPosition> held{position("X", "100", "7.50", {{"1", Date::of(2025, 9, 1), Quantity::of(100), usd("1000")}})};
        auto harvest = findLosses(held, given);
        QVERIFY(harvest.ok());
        QCOMPARE(harvest->usable, usd("-250"));
        QCOMPARE(harvest->saving, usd("75"));
        given.planned["X"] = Quantity::of(100);
        harvest = findLosses(held, given);
        QCOMPARE(harvest->loss, usd("-250"));
        QCOMPARE(harvest->usable, usd("0"));
        QCOMPARE(harvest->positions[0].lots[0].disallowed, usd("-250"));
        QCOMPARE(harvest->positions[0].notBefore, Date::of(2026, 2, 5));
        // Less bought than sold: only that part of the loss is lost.
        given.planned["X"] = Quantity::of(50);
        QCOMPARE(findLosses(held, given)->usable, usd("-125"));
    }
    void aPurchaseBeforeTheSaleCountsToo()
    {
        HarvestOptions given;
        given.today = Date::of(2026, 1, 5);
        given.base = kUsd;
        given.leastLoss = usd("100");
        const std::vector<PlanPosition> held{position("X", "130", "8", {{"1", Date::of(2024, 9, 1), Quantity::of(100), usd("1000")}, {"2", Date::of(2025, 12, 20), Quantity::of(30), usd("235")}})};
        const auto harvest = findLosses(held, given);
        QVERIFY(harvest.ok());
        QCOMPARE(harvest->positions[0].lots.size(), std::size_t(1));   // the new lot stands at a gain of 5
        QCOMPARE(harvest->positions[0].boughtLately, Quantity::of(30));
        QCOMPARE(harvest->usable, usd("-140"));                        // 70 of 100 shares count
        QCOMPARE(harvest->unrealisedGain, usd("5"));
        given.washDays = 0;
        QCOMPARE(findLosses(held, given)->usable, usd("-200"));
    }

    void houseModelsSuitTheirProfiles()
    {
        for (const auto& model : houseModels()) {
            clients::MandateBook book;
            for (const auto& each : model.weights)
                book.holdings.push_back({each.symbol, each.symbol.rfind("RTB", 0) == 0 ? AssetClass::Bond : AssetClass::Fund, "USD", {}, each.weight, false});
            book.cash.push_back({"USD", model.cash()});
            QVERIFY2(clients::suitabilityOf(model.profile, book).suits, model.title.c_str());
            QVERIFY(model.cash() >= 0);
        }
        QCOMPARE(houseModels().size(), std::size_t(5));
    }
    void modelsAreReadOrRefusedWithTheLine()
    {
        const auto models = readModels("profile,symbol,weight\nbalanced,AAA,40%\nbalanced,BBB,0.35\nBalanced,cash,0.25\ngrowth,AAA,1\n");
        QVERIFY(models.ok());
        QCOMPARE(models->size(), std::size_t(2));
        QCOMPARE((*models)[0].cash(), 25 * kPercent);
        for (const char* wrong : {"", "symbol,weight\nA,1\n", "profile,symbol,weight\nbrave,A,1\n", "profile,symbol,weight\ngrowth,A,1.2\n", "profile,symbol,weight\ngrowth,A,0.6\ngrowth,B,0.6\n", "profile,symbol,weight\ngrowth,A,0.1\ngrowth,A,0.1\n"})
            QVERIFY2(!readModels(wrong).ok(), wrong);
    }
    void sentencesSayTheNumbersInBothLanguages()
    {
        const auto plan = rebalance({position("A", "70", "100", {{"1", Date::of(2020, 1, 2), Quantity::of(70), usd("3500")}}), position("B", "30", "100")}, {{"A", 60 * kPercent}, {"B", 40 * kPercent}}, options("0"));
        QVERIFY(plan.ok());
        const auto english = sentence(plan->trades[0], kUsd, false);
        for (const char* part : {"Sell 10 A", "1,000.00 USD", "70.0 %", "60.0 %", "10.0 points", "gain of 500.00 USD"})
            QVERIFY2(english.find(part) != std::string::npos, english.c_str());
        const auto chinese = sentence(plan->trades[0], kUsd, true);
        QVERIFY2(chinese.find("卖出 10 A") != std::string::npos && chinese.find("{") == std::string::npos, chinese.c_str());
    }
};

RIALTO_TEST(RebalancerTest)
#include "rebalancer_test.moc"
