// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/console.h"

#include "analytics/attribution/linking.h"
#include "base/rng.h"

#include <fstream>

using namespace rialto;
using namespace rialto::testing;

class AttributionVerbTest : public QObject {
    Q_OBJECT

    Console m_console;

    // C. Bacon, Practical Portfolio Performance Measurement and Attribution: the three-country example.
    static constexpr const char* kBacon = "sector,wp,wb,rp,rb\nUK equities,40%,40%,20%,10%\nJapanese equities,30%,20%,-5%,-4%\nUS equities,30%,40%,6%,8%\n";

    static double number(Rng& rng, double low, double high) { return low + (high - low) * static_cast<double>(rng.next() >> 11) * 0x1p-53; }

private slots:
    void theSharedCaseComesOut()
    {
        const auto path = sharedAnalytics("attribution/brinson_bacon_single_period.json");
        std::ifstream file(path);
        if (!file)
            QSKIP("the shared data is not here");
        const auto expected = cli::Json::parse(file)["expected"];
        const auto answer = m_console.json({"attribution", path});
        for (const auto& [name, value] : expected.items()) {
            const auto& ours = answer[name];
            for (std::size_t i = 0; i < (value.is_array() ? value.size() : 1); ++i) {
                const double theirs = value.is_array() ? value[i].get<double>() : value.get<double>();
                const double mine = value.is_array() ? ours[i].get<double>() : ours.get<double>();
                QVERIFY2(std::fabs(mine - theirs) < 1e-12, name.c_str());
            }
        }
    }
    void baconsPrintedEffectsComeOutOfCsv()
    {
        const auto answer = m_console.json({"attribution", m_console.write("bacon.csv", kBacon)});
        // Bacon prints, arithmetic: UK 0, Japan -1.04 %, US -0.16 %; geometric allocation -1.13 %, selection 2.95 % (of 1.79 %).
        QVERIFY(std::fabs(answer["bf_allocation"][1].get<double>() + 0.0104) < 1e-12);
        QVERIFY(std::fabs(answer["bf_allocation"][2].get<double>() + 0.0016) < 1e-12);
        QVERIFY(std::fabs(answer["total_geometric_allocation"].get<double>() + 0.0113) < 5e-5);
        QVERIFY(std::fabs(answer["total_geometric_selection"].get<double>() - 0.0295) < 5e-5);
        QVERIFY(std::fabs(answer["geometric_excess"].get<double>() - 0.0179) < 5e-5);
    }
    void geometricEffectsCompoundToTheExcess()
    {
        const auto a = m_console.json({"attribution", m_console.write("bacon.csv", kBacon)});
        const double together = (1 + a["total_geometric_allocation"].get<double>()) * (1 + a["total_geometric_selection"].get<double>()) - 1;
        QVERIFY(std::fabs(together - a["geometric_excess"].get<double>()) < 1e-14);
    }
    void linkedEffectsAddUpToTheExcessOverAllPeriods()
    {
        Rng rng(7);
        QByteArray text = "period,sector,wp,wb,rp,rb\n";
        for (int t = 1; t <= 6; ++t) {
            const double p = number(rng, 0.1, 0.9);
            const double b = number(rng, 0.1, 0.9);
            text += QByteArray::number(t) + ",a," + QByteArray::number(p, 'g', 17) + "," + QByteArray::number(b, 'g', 17) + "," + QByteArray::number(number(rng, -0.2, 0.2), 'g', 17) + ","
                + QByteArray::number(number(rng, -0.2, 0.2), 'g', 17) + "\n";
            text += QByteArray::number(t) + ",b," + QByteArray::number(1 - p, 'g', 17) + "," + QByteArray::number(1 - b, 'g', 17) + ","
                + QByteArray::number(number(rng, -0.2, 0.2), 'g', 17) + "," + QByteArray::number(number(rng, -0.2, 0.2), 'g', 17) + "\n";
        }
        for (const char* model : {"bf", "bhb"}) {
            const auto answer = m_console.json({"attribution", m_console.write("months.csv", text), "--model", model});
            for (const char* method : {"carino", "menchero", "grap", "frongello"})
                QVERIFY2(std::fabs(answer["linked"][method]["excess"].get<double>() - answer["excess"].get<double>()) < 1e-13, method);
            const auto& frongello = answer["linked"]["frongello"];
            double stepped = 0;
            for (const char* effect : {"allocation", "selection", "interaction"}) {
                double sum = 0;
                for (const auto& step : frongello["steps"][effect])
                    sum += step.get<double>();
                QVERIFY(std::fabs(sum - frongello[std::string("total_") + effect].get<double>()) < 1e-13);
                stepped += sum;
            }
            QVERIFY(std::fabs(stepped - answer["excess"].get<double>()) < 1e-13);
        }
    }
    void equalReturnsNeedNoCorrection()
    {
        const std::vector<double> same{0.1, -0.05, 0.02};
        for (const auto method : {analytics::LinkingMethod::Carino, analytics::LinkingMethod::Menchero, analytics::LinkingMethod::Grap}) {
            const auto factors = analytics::linkingFactors(same, same, method);
            QVERIFY(factors.ok());
            for (const double each : *factors)
                QVERIFY(std::isfinite(each) && each > 0.9 && each < 1.2);
        }
    }
    void currencyEffectsAddUpAndAHedgeIsSeenInThem()
    {
        const QByteArray text = "market,wp,wb,rp,rb,cash,fx,hp,hb\nGermany,0.5,0.6,0.08,0.07,0.03,0.02,0.2,0.6\nUS,0.5,0.4,0.11,0.105,0.05,-0.01,0.8,0.4\n";
        const auto answer = m_console.json({"attribution", m_console.write("world.csv", text)});
        const auto& ks = answer["karnosky_singer"];
        QVERIFY(std::fabs(ks["total"]["total"].get<double>() - ks["excess"].get<double>()) < 1e-15);
        // By hand: base cash returns 5 % and 4 %, benchmark cash 4.6 %; exposures differ by -0.4 and +0.4.
        QVERIFY(std::fabs(ks["total"]["currency"].get<double>() - (-0.4 * 0.004 + 0.4 * -0.006)) < 1e-15);
    }
    void filesThatCannotBeUsedAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("weights") << QByteArray("sector,wp,wb,rp,rb\na,0.5,1,0.1,0.1\n") << "add up";
        QTest::newRow("column") << QByteArray("sector,wp,wb,rp\na,1,1,0.1\n") << "'rb'";
        QTest::newRow("json") << QByteArray("{\"wp\":[1],\"wb\":[1],\"rp\":[0.1,0.2],\"rb\":[0.1]}") << "'rp' has 2";
        QTest::newRow("word") << QByteArray("{\"wp\":[1],\"wb\":[1],\"rp\":[\"x\"],\"rb\":[0.1]}") << "no number";
        QTest::newRow("nothing") << QByteArray("[]") << "no period";
    }
    void filesThatCannotBeUsedAreRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        QCOMPARE(m_console.run({"attribution", m_console.write("bad.txt", text)}), cli::kFailed);
        QVERIFY2(QString::fromStdString(m_console.error).contains(said), m_console.error.c_str());
    }
};

RIALTO_TEST(AttributionVerbTest)
#include "attribution_verb_test.moc"
