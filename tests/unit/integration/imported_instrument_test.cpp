// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/imported_instrument.h"
#include "support/test_main.h"

using namespace rialto;
using namespace rialto::integration;

class ImportedInstrumentTest : public QObject {
    Q_OBJECT

private slots:
    void theSymbolsSpellingDecides_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<int>("assetClass");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("zone");
        QTest::newRow("US share") << "SPY" << int(AssetClass::Equity) << "USD" << "America/New_York";
        QTest::newRow("Shanghai") << "600000.SH" << int(AssetClass::Equity) << "CNY" << "Asia/Shanghai";
        QTest::newRow("Shenzhen, small letters") << "000001.sz" << int(AssetClass::Equity) << "CNY" << "Asia/Shanghai";
        QTest::newRow("Chinese code") << "000300" << int(AssetClass::Equity) << "CNY" << "Asia/Shanghai";
        QTest::newRow("Hong Kong") << "0700.HK" << int(AssetClass::Equity) << "HKD" << "Asia/Hong_Kong";
        QTest::newRow("index") << "^GSPC" << int(AssetClass::Index) << "USD" << "America/New_York";
        QTest::newRow("pair") << "EURJPY" << int(AssetClass::FxPair) << "JPY" << "America/New_York";
        QTest::newRow("pair with a stroke") << "eur/usd" << int(AssetClass::FxPair) << "USD" << "America/New_York";
        QTest::newRow("coin") << "BTCUSDT" << int(AssetClass::Crypto) << "USD" << "UTC";
        QTest::newRow("six letters that are no pair") << "ABCDEF" << int(AssetClass::Equity) << "USD" << "America/New_York";
    }
    void theSymbolsSpellingDecides()
    {
        QFETCH(QString, symbol);
        const auto made = importedInstrument(InstrumentId(20'001), symbol.toStdString(), {});
        QTEST(int(made.instrument.assetClass()), "assetClass");
        QTEST(QString::fromStdString(made.instrument.spec.currency.code()), "currency");
        QTEST(QString::fromStdString(made.instrument.timeZone), "zone");
        QVERIFY(!made.instrument.tradable());
    }

    void aStrayDecimalMakesNoFinerTick()
    {
        std::vector<Bar> bars(200, {Timestamp(), Price::literal("10.01"), Price::literal("10.2"), Price::literal("10"), Price::literal("10.1"), Quantity::of(1)});
        bars[7].close = Price::literal("10.1234");
        QCOMPARE(importedInstrument(InstrumentId(20'001), "SPY", bars).instrument.spec.priceDigits, 2);
    }

    void theFinestPriceMakesTheTick()
    {
        const std::vector<Bar> bars{{Timestamp(), Price::literal("1.1"), Price::literal("1.12345"), Price::literal("1"), Price::literal("1.12"), Quantity::of(1)}};
        const auto made = importedInstrument(InstrumentId(20'001), "EURUSD", bars);
        QCOMPARE(made.instrument.spec.tick, Price::literal("0.00001"));
        QCOMPARE(made.instrument.spec.priceDigits, 5);
    }

    void whatTheUserSaysWins()
    {
        const auto made = importedInstrument(InstrumentId(20'001), "VOD", {}, "Europe/London", Currency::literal("GBP"));
        QCOMPARE(QString::fromStdString(made.instrument.timeZone), QStringLiteral("Europe/London"));
        QCOMPARE(made.instrument.spec.currency, Currency::literal("GBP"));
    }
};

RIALTO_TEST(ImportedInstrumentTest)
#include "imported_instrument_test.moc"
