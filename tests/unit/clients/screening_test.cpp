// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/input/screening_list.h"
#include "clients/mandates/mandate_rules.h"
#include "clients/suitability/questionnaire.h"
#include "support/test_main.h"

using namespace rialto;
using namespace rialto::clients;

class ScreeningTest : public QObject {
    Q_OBJECT

    static Screener screener()
    {
        return Screener(*readScreeningList("name,id,aliases,country,date_of_birth,program\n"
                                           "\"PETROV, Ivan Sergeyevich\",1,Vanya Petrov,RU,1962-05-17,SDN\n"
                                           "陈志强,2,Chan Chi Keung,CN,,PEP\n"
                                           "Müller & Söhne GmbH,3,,DE,,EU\n"
                                           "Abdul Rahman Al-Farsi,4,,SA,1970,UN\n"));
    }
    static int best(const Screener& list, const ScreenedName& who)
    {
        const auto hits = list.screen(who, 700);
        return hits.empty() ? 0 : hits.front().score;
    }

private slots:
    // Winkler 1990, table of the original paper: MARTHA/MARHTA 0.961, DWAYNE/DUANE 0.840, DIXON/DICKSONX 0.813.
    void similarityIsJaroWinkler()
    {
        QCOMPARE(Screener::similarity("martha", "marhta"), 961);
        QCOMPARE(Screener::similarity("dwayne", "duane"), 840);
        QCOMPARE(Screener::similarity("dixon", "dicksonx"), 813);
        QCOMPARE(Screener::similarity("abc", "xyz"), 0);
    }
    void wordsMayStandInAnyOrder()
    {
        const auto list = screener();
        QVERIFY(best(list, {"Ivan Petrov", "", std::nullopt, ""}) >= 850);
        QVERIFY(best(list, {"Ivan Sergeyevich Petrov", "", std::nullopt, ""}) == 1000);
    }
    void otherScriptsAreReadAsLatin()
    {
        const auto list = screener();
        QVERIFY(best(list, {"Иван Сергеевич Петров", "", std::nullopt, ""}) >= 900);
        QVERIFY(best(list, {"Muller und Sohne", "", std::nullopt, ""}) >= 700);
        QVERIFY(best(list, {"MULLER SOHNE GMBH", "", std::nullopt, ""}) >= 990);
        QVERIFY(best(list, {"Abdulrahman Alfarsi", "", std::nullopt, ""}) >= 850);
    }
    void chineseNamesAreComparedByCharacterAndBySound()
    {
        const auto list = screener();
        QCOMPARE(best(list, {"", "陈志强", std::nullopt, ""}), 1000);
        QCOMPARE(best(list, {"", "陳志強", std::nullopt, ""}), 1000); // traditional
        QVERIFY(best(list, {"Chen Zhiqiang", "", std::nullopt, ""}) >= 850);
        const int otherCharacters = best(list, {"", "陈志墙", std::nullopt, ""});
        QVERIFY(otherCharacters > 700 && otherCharacters < 950);
        QCOMPARE(best(list, {"", "王小明", std::nullopt, ""}), 0);
    }
    void ageAndCountryAreTold()
    {
        const auto list = screener();
        const auto same = list.screen({"Ivan Petrov", "", Date::of(1962, 5, 17), "RU"}, 700);
        const auto other = list.screen({"Ivan Petrov", "", Date::of(1990, 1, 1), "US"}, 700);
        QVERIFY(same.front().score > other.front().score);
        QVERIFY(std::find(same.front().reasons.begin(), same.front().reasons.end(), "the same date of birth") != same.front().reasons.end());
        QVERIFY(!same.front().pairs.empty());
    }
    void ordinaryNamesDoNotHit()
    {
        const auto list = screener();
        for (const char* name : {"Amelia Hartwell", "Thomas Hartwell", "Chiara Montesanto", "Noah Ellingsworth", "Svea Lindholm", "Priya Raghunathan"})
            QVERIFY2(list.screen({name, "", std::nullopt, ""}).empty(), name);
    }
    void theTreasurysListIsUnderstood()
    {
        const auto list = readScreeningList("36,\"AEROCARIBBEAN AIRLINES\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n"
                                            "2674,\"ABBAS, Abu\",\"individual\",\"NS-PLC\",\"Director\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 10 Dec 1948; a.k.a. 'ZAYDAN, Muhammad'.\"\n\x1a\n");
        QVERIFY2(list.ok(), list ? "" : list.error().text().c_str());
        QCOMPARE(list->size(), std::size_t{2});
        QCOMPARE((*list)[1].names.size(), std::size_t{2});
        QVERIFY((*list)[1].born == Date::of(1948, 12, 10));
        QVERIFY(!readScreeningList("name,id\n,3\n").ok());
        QVERIFY(!readScreeningList("").ok());
        QVERIFY(!readScreeningList("colour,size\nred,3\n").ok());
    }

    void mandatesSayWhatBreaksThem()
    {
        const auto rules = parseMandate("# house rules\nno options, futures\nmax 10 % in any position\nmin 5% in cash.\nonly currencies USD, EUR\nwarn: at most 40 percent in equities\n"
                                        "max 2 positions\nno shorts\nno borrowing\nno MERI\n");
        QVERIFY2(rules.ok(), rules ? "" : rules.error().text().c_str());
        QCOMPARE(rules->size(), std::size_t{9});
        MandateBook book;
        book.holdings = {{"ABCD", AssetClass::Equity, "USD", "XSIM", 50'000, false}, {"BOND", AssetClass::Bond, "EUR", "XSIM", 9'000, false},
            {"OPT", AssetClass::Option, "JPY", "XSIM", -1'000, true}};
        book.cash = {{"USD", 42'000}};
        const auto outcomes = checkMandate(*rules, book);
        QVERIFY(!outcomes[0].kept && outcomes[0].why == "OPT");
        QVERIFY(!outcomes[1].kept && outcomes[1].why == "ABCD 50 %"); // bond 9 % is within
        QCOMPARE(outcomes[1].excess, std::int64_t{40'000});
        QVERIFY(outcomes[2].kept && outcomes[2].measured == "42 %");
        QVERIFY(!outcomes[3].kept && outcomes[3].why == "OPT");
        QVERIFY(!outcomes[4].kept && outcomes[4].rule->warning);
        QVERIFY(!outcomes[5].kept && outcomes[5].measured == "3 positions");
        QVERIFY(!outcomes[6].kept);
        QVERIFY(outcomes[7].kept);
        QVERIFY(outcomes[8].kept);
    }
    void brokenRulesNameTheirLine()
    {
        for (const auto& [text, line] : {std::pair{"sell everything", "line 1"}, std::pair{"no options\nmax ten % in cash", "line 2"}, std::pair{"max 10 % in", "line 1"}, std::pair{"no", "line 1"},
                 std::pair{"only any position", "line 1"}, std::pair{"max 3 bananas", "line 1"}, std::pair{"only currencies XXY", "line 1"}, std::pair{"no options futures", "line 1"}, std::pair{"\n# nothing\n", "no rule"}}) {
            const auto rules = parseMandate(text);
            QVERIFY2(!rules.ok(), text);
            QVERIFY2(rules.error().detail.find(line) != std::string::npos, rules.error().detail.c_str());
        }
    }
    void appetiteDoesNotOutweighMeans()
    {
        const auto score = scoreOf(standardQuestionnaire(), {0, 0, 0, 0, 3, 3, 3, 3});
        QVERIFY(score.ok());
        QCOMPARE(score->tolerance, 1000);
        QCOMPARE(score->capacity, 0);
        QVERIFY(score->profile == RiskProfile::Conservative);
        QVERIFY(!scoreOf(standardQuestionnaire(), {0, 0, 0}).ok());
        QVERIFY(!scoreOf(standardQuestionnaire(), {0, 0, 0, 0, 3, 3, 3, 4}).ok());
        MandateBook shares;
        shares.holdings = {{"ABCD", AssetClass::Equity, "USD", "X", 100, false}};
        QVERIFY(!suitabilityOf(RiskProfile::Conservative, shares).suits);
        QVERIFY(suitabilityOf(RiskProfile::Growth, shares).suits);
    }
};

RIALTO_TEST(ScreeningTest)
#include "screening_test.moc"
