// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule pack holds its own vectors, from the texts of its authority; each runs through the verb.
#include "support/console.h"

#include "ledger/input/tax_rules.h"

using namespace rialto;
using namespace rialto::testing;

class TaxRulesTest : public QObject {
    Q_OBJECT

    Console m_console;

private slots:
    void theVectorsOfThePacksComeOut_data()
    {
        QTest::addColumn<QByteArray>("pack");
        QTest::addColumn<int>("index");
        for (const std::string_view text : taxRuleTexts()) {
            const auto json = cli::Json::parse(text);
            for (std::size_t i = 0; i < json["vectors"].size(); ++i)
                QTest::newRow((json["id"].get<std::string>() + ": " + json["vectors"][i]["name"].get<std::string>()).c_str())
                    << QByteArray(text.data(), static_cast<qsizetype>(text.size())) << static_cast<int>(i);
        }
    }
    void theVectorsOfThePacksComeOut()
    {
        QFETCH(QByteArray, pack);
        QFETCH(int, index);
        const auto json = cli::Json::parse(pack.toStdString());
        const auto& vector = json["vectors"][static_cast<std::size_t>(index)];
        QByteArray rows = "date,action,quantity,price,fees\n";
        for (const auto& row : vector["rows"])
            rows += (row.get<std::string>() + "\n").c_str();
        const auto answer = m_console.json({"lots", m_console.write("v.csv", rows), "--rules", json["id"].get<std::string>()});
        QVERIFY(answer["basis_conserved"].get<bool>());
        QVERIFY(!vector["expect"].empty());
        for (const auto& [path, value] : vector["expect"].items()) {
            const cli::Json::json_pointer at(path);
            QVERIFY2(answer.contains(at), path.c_str());
            QCOMPARE(answer[at].get<std::string>(), value.get<std::string>());
        }
    }
    void aBrokenPackIsRefused()
    {
        for (const char* text : {"", "[]", "{\"id\":\"x\"}", "{\"id\":\"x\",\"version\":\"1\",\"kind\":\"wash_sale\"}",
                 "{\"id\":\"x\",\"version\":\"1\",\"kind\":\"wash_sale\",\"days_before\":-1,\"days_after\":30}",
                 "{\"id\":\"x\",\"version\":\"1\",\"kind\":\"dividend_by_holding\",\"bands\":[{\"months\":1,\"rate\":\"0.2\"}]}"})
            QCOMPARE(TaxRules::parse(text).error().code, std::string("lots.rules-malformed"));
    }
    void aMethodThatTheRuleForbidsIsRefused()
    {
        const auto path = m_console.write("v.csv", "date,action,quantity,price\n2020-01-01,buy,1,1\n");
        QCOMPARE(m_console.run({"lots", path, "--rules", "us-wash-sale", "--method", "average"}), cli::kFailed);
        QCOMPARE(m_console.run({"lots", path, "--rules", "cn-dividend", "--method", "lifo"}), cli::kFailed);
        QCOMPARE(m_console.run({"lots", path, "--rules", "moon"}), cli::kFailed);
    }
};

RIALTO_TEST(TaxRulesTest)
#include "tax_rules_test.moc"
