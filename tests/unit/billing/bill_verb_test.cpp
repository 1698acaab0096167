// SPDX-License-Identifier: GPL-3.0-or-later
// Expected figures are worked out by hand in the comments.
#include "clients/input/fee_schedule_json.h"
#include "support/console.h"

using namespace rialto;
using namespace rialto::testing;

class BillVerbTest : public QObject {
    Q_OBJECT

    Console m_console;
    cli::Json run(const QByteArray& schedule, const QByteArray& values, std::vector<std::string> more = {}, int code = cli::kOk)
    {
        std::vector<std::string> all{"bill", "--schedule", m_console.write("s.json", schedule), "--values", m_console.write("v.csv", values)};
        all.insert(all.end(), more.begin(), more.end());
        return m_console.json(all, code);
    }
    static std::string feeOf(const cli::Json& answer, std::size_t period, std::size_t group) { return answer["periods"][period]["groups"][group]["fee"]; }
    static constexpr char kTiers[] = R"("tiers":[{"up_to":1000000,"rate":"1%"},{"up_to":5000000,"rate":"0.8%"},{"rate":"0.5%"}])";

private slots:
    // 1,000,000 at 1 % is 10,000; 1,400,000 at 0.8 % is 11,200; a quarter of 21,200 is 5,300.
    void eachSliceOfAValuePaysItsOwnRate()
    {
        const auto answer = run(QByteArray("{\"currency\":\"USD\",\"type\":\"marginal\",") + kTiers + "}", "account,date,value\nA,2026-09-30,2400000\n");
        QCOMPARE(feeOf(answer, 0, 0), std::string("5300.00"));
        QCOMPARE(answer["periods"][0]["period"].get<std::string>(), std::string("2026Q3"));
    }
    // The whole 2,400,000 at 0.8 % is 19,200 a year.
    void aCliffPutsTheWholeValueInOneTier()
    {
        const auto answer = run(QByteArray("{\"type\":\"cliff\",") + kTiers + "}", "account,date,value\nA,2026-09-30,2400000\nB,2026-09-30,1000000\nC,2026-09-30,1000000.01\n");
        QCOMPARE(feeOf(answer, 0, 0), std::string("4800.00"));
        QCOMPARE(feeOf(answer, 0, 1), std::string("2500.00")); // up to and with 1,000,000: 1 %
        QCOMPARE(feeOf(answer, 0, 2), std::string("2000.00"));
    }
    // Household of 1,500,000: 10,000 + 4,000 = 14,000 a year, 3,500 a quarter, shared 2:1; alone they would pay 2,500 + 1,250.
    void aHouseholdReachesTheLowerTierTogether()
    {
        const QByteArray values = "account,household,date,value\nA,H1,2026-09-30,1000000\nB,H1,2026-09-30,500000\n";
        const auto together = run(QByteArray("{\"aggregate\":\"household\",") + kTiers + "}", values);
        QCOMPARE(feeOf(together, 0, 0), std::string("3500.00"));
        QCOMPARE(together["periods"][0]["groups"][0]["accounts"][0]["fee"].get<std::string>(), std::string("2333.33"));
        QCOMPARE(together["periods"][0]["groups"][0]["accounts"][1]["fee"].get<std::string>(), std::string("1166.67"));
        const auto alone = run(QByteArray("{\"aggregate\":\"account\",") + kTiers + "}", values);
        QCOMPARE(alone["total"].get<std::string>(), std::string("3750.00"));
    }
    // Opened on 16 August: 46 of 92 days, half of a quarter of 1 % of 400,000.
    void anAccountPaysForTheDaysItWasOpen()
    {
        const QByteArray values = "account,date,value,opened\nA,2026-09-30,400000,2026-08-16\n";
        QCOMPARE(feeOf(run(R"({"type":"marginal","rate":"1%"})", values), 0, 0), std::string("500.00"));
        QCOMPARE(feeOf(run(R"({"type":"marginal","rate":"1%","proration":"none"})", values), 0, 0), std::string("1000.00"));
        // 4,000 x 46 / 365 = 504.1095...
        QCOMPARE(feeOf(run(R"({"type":"marginal","rate":"1%","day_count":"actual/365"})", values), 0, 0), std::string("504.11"));
        // 30/360: 16 August to 30 September is 15 + 30 = 45 days; 4,000 x 45 / 360 = 500.
        QCOMPARE(feeOf(run(R"({"type":"marginal","rate":"1%","day_count":"30/360"})", values), 0, 0), std::string("500.00"));
    }
    void aMinimumAndAMaximumBound()
    {
        const QByteArray values = "account,date,value,opened\nSmall,2026-09-30,10000,\nBig,2026-09-30,90000000,\nNew,2026-09-30,10000,2026-08-16\n";
        const auto answer = run(R"({"rate":"1%","type":"marginal","minimum":250,"maximum":"20000"})", values);
        QCOMPARE(feeOf(answer, 0, 0), std::string("250.00"));
        QCOMPARE(feeOf(answer, 0, 1), std::string("20000.00"));
        QCOMPARE(feeOf(answer, 0, 2), std::string("125.00"));
    }
    void flatAndTradeFeesStandBesideTiers()
    {
        // 100 a year is 25 a quarter; 3 trades at 9.95 and 0.1 % of 12,000 is 29.85 + 12.00.
        const auto answer = run(R"({"components":[{"type":"marginal","rate":"0.5%"},{"type":"flat","amount":100},{"type":"per_trade","amount":"9.95","rate":"0.1%"}]})",
            "account,date,value,trades,traded\nA,2026-09-30,100000,3,12000\n");
        QCOMPARE(feeOf(answer, 0, 0), std::string("191.85"));
        QCOMPARE(answer["periods"][0]["groups"][0]["lines"].size(), std::size_t{3});
    }
    // 100 to 120: 20 % of 20 is 4. Down to 110: nothing. To 130: 20 % of 10 above 120 is 2.
    void aPerformanceFeeWaitsForTheHighWaterMark()
    {
        const QByteArray values = "account,date,value\nA,2022-12-31,100\nA,2023-12-31,120\nA,2024-12-31,110\nA,2025-12-31,130\n";
        const auto answer = run(R"({"type":"performance","rate":"20%","period":"year"})", values);
        QCOMPARE(answer["periods"].size(), std::size_t{4});
        QCOMPARE(feeOf(answer, 0, 0), std::string("0.00"));
        QCOMPARE(feeOf(answer, 1, 0), std::string("4.00"));
        QCOMPARE(feeOf(answer, 2, 0), std::string("0.00"));
        QCOMPARE(feeOf(answer, 3, 0), std::string("2.00"));
        // After the fee the mark is 116, so that 130 has gained 14.
        QCOMPARE(feeOf(run(R"({"type":"performance","rate":"20%","period":"year","high_water_mark":"net"})", values), 3, 0), std::string("2.80"));
        const auto only = run(R"({"type":"performance","rate":"20%","period":"year"})", values, {"--period", "2025"});
        QCOMPARE(only["periods"].size(), std::size_t{1});
        QCOMPARE(feeOf(only, 0, 0), std::string("2.00"));
    }
    // Mark 1,000,000, 200,000 paid in, 1,320,000 at the end: gain 120,000. Hurdle 5 % of 1,200,000 is 60,000.
    void aHurdleAndMoneyPaidInAreNoGain()
    {
        const QByteArray values = "account,date,value,flow,hwm\nA,2025-12-31,1320000,200000,1000000\n";
        QCOMPARE(feeOf(run(R"({"type":"performance","rate":"20%","hurdle":"5%","period":"year"})", values), 0, 0), std::string("12000.00"));
        QCOMPARE(feeOf(run(R"({"type":"performance","rate":"20%","hurdle":"5%","hurdle_type":"soft","period":"year"})", values), 0, 0), std::string("24000.00"));
        QCOMPARE(feeOf(run(R"({"type":"performance","rate":"20%","hurdle":"15%","period":"year"})", values), 0, 0), std::string("0.00"));
    }
    // 0.3 % of 167 is 0.501, a quarter 0.12525: half a cent does not decide. 2 % of 1.00 a quarter is half a cent exactly.
    void roundingIsTheScheduleOwn()
    {
        const QByteArray values = "account,date,value\nA,2026-09-30,1\n";
        for (const auto& [rounding, fee] : {std::pair{"half_up", "0.01"}, std::pair{"half_even", "0.00"}, std::pair{"down", "0.00"}, std::pair{"up", "0.01"}})
            QCOMPARE(feeOf(run(QByteArray(R"({"type":"marginal","rate":"2%","rounding":")") + rounding + "\"}", values), 0, 0), std::string(fee));
    }
    void otherCurrenciesAreConverted()
    {
        const auto answer = run(R"({"type":"marginal","rate":"1%","currency":"USD"})", "account,date,value,currency,fx_rate\nA,2026-09-30,100000,EUR,1.10\n");
        QCOMPARE(feeOf(answer, 0, 0), std::string("275.00"));
        run(R"({"type":"marginal","rate":"1%"})", "account,date,value,currency\nA,2026-09-30,100000,EUR\n", {}, cli::kFailed);
        QVERIFY(m_console.text.find("row 2") != std::string::npos);
    }
    void valuesWithoutDatesAreThoseOfThePeriod()
    {
        QCOMPARE(feeOf(run(R"({"type":"marginal","rate":"1%"})", "account,value\nA,400000\n", {"--period", "2026Q3"}), 0, 0), std::string("1000.00"));
        run(R"({"type":"marginal","rate":"1%"})", "account,value\nA,400000\n", {}, cli::kFailed);
        run(R"({"type":"marginal","rate":"1%"})", "account,value\nA,400000\n", {"--period", "2026-07"}, cli::kFailed);
    }
    void averagesAreOfThePeriod()
    {
        // Plain mean of 100,000 and 300,000 is 200,000; by days: 31 of 92 days at 100,000 and 61 at 300,000 is 232,608.70.
        const QByteArray values = "account,date,value\nA,2026-07-01,100000\nA,2026-08-01,300000\n";
        QCOMPARE(run(R"({"type":"marginal","rate":"1%","value":"average"})", values)["periods"][0]["groups"][0]["value"].get<std::string>(), std::string("200000.00"));
        QCOMPARE(run(R"({"type":"marginal","rate":"1%","value":"daily_average"})", values)["periods"][0]["groups"][0]["value"].get<std::string>(), std::string("232608.70"));
        QCOMPARE(run(R"({"type":"marginal","rate":"1%","value":"start"})", values)["periods"][0]["groups"][0]["value"].get<std::string>(), std::string("100000.00"));
    }
    void centsOfAGroupAlwaysAddUp()
    {
        QByteArray values = "account,household,date,value\n";
        for (int i = 0; i < 7; ++i)
            values += QByteArray("A") + QByteArray::number(i) + ",H,2026-09-30," + QByteArray::number(10000 + 333 * i) + "." + QByteArray::number(10 + i) + "\n";
        const auto answer = run(R"({"type":"marginal","rate":"0.97%","minimum":"333.33","aggregate":"household"})", values);
        const auto& group = answer["periods"][0]["groups"][0];
        std::int64_t sum = 0;
        for (const auto& account : group["accounts"])
            sum += *parseDecimal(account["fee"].get<std::string>(), 2);
        QCOMPARE(sum, *parseDecimal(group["fee"].get<std::string>(), 2));
        QCOMPARE(group["fee"].get<std::string>(), std::string("333.33"));
    }
    void brokenFilesAreRefusedWithTheirPlace()
    {
        const auto refused = [&](const QByteArray& schedule, const QByteArray& values, const char* word) {
            run(schedule, values, {}, cli::kFailed);
            return m_console.text.find(word) != std::string::npos;
        };
        const QByteArray good = R"({"type":"marginal","rate":"1%"})";
        QVERIFY(refused("{", "account,value\n", "billing.schedule-malformed"));
        QVERIFY(refused(R"({"type":"marginal","tiers":[{"up_to":100,"rate":"1%"}]})", "account,value\nA,1\n", "billing.tiers"));
        QVERIFY(refused(R"({"type":"marginal","tiers":[{"up_to":100,"rate":"1%"},{"up_to":50,"rate":"1%"},{"rate":0}]})", "account,value\nA,1\n", "billing.tiers"));
        QVERIFY(refused(R"({"type":"marginal","rate":"150%"})", "account,value\nA,1\n", "rate"));
        QVERIFY(refused(R"({"type":"lottery"})", "account,value\nA,1\n", "type"));
        QVERIFY(refused("{}", "account,value\nA,1\n", "billing.schedule-empty"));
        QVERIFY(refused(good, "account,date,value\nA,2026-09-31,1\n", "row 2, column 'date'"));
        QVERIFY(refused(good, "account,date,value\nA,2026-09-30,1\nB,2026-09-30,x1\n", "row 3, column 'value'"));
        QVERIFY(refused(good, "account,date,value\nA,2026-09-30,1\nA,2026-09-30,2\n", "billing.row-twice"));
        QVERIFY(refused(good, "account,date\nA,2026-09-30\n", "billing.column-missing"));
        QVERIFY(refused(good, "", "file-empty"));
        QVERIFY(refused(good, "account,date,value\nA,2026-09-30,99999999999999999999\n", "row 2"));
    }
    void aScheduleSurvivesItsOwnText()
    {
        const auto schedule = clients::readFeeSchedule(
            R"({"id":"std","name":"Std","currency":"JPY","period":"month","components":[{"type":"cliff","tiers":[{"from":0,"rate":0.01},{"from":500,"rate_bps":50}]},
                {"type":"performance","rate":"20%","hurdle":"3%","hurdle_type":"soft"},{"type":"flat","amount":7,"each":"account"}],"minimum":3,"rounding":"down"})");
        QVERIFY2(schedule.ok(), schedule ? "" : schedule.error().text().c_str());
        const auto again = clients::readFeeSchedule(clients::writeFeeSchedule(*schedule));
        QVERIFY2(again.ok(), again ? "" : again.error().text().c_str());
        QVERIFY(*again == *schedule);
    }
};

RIALTO_TEST(BillVerbTest)
#include "bill_verb_test.moc"
