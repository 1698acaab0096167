// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_main.h"

#include "fuzz/basket_target.h"
#include "oms/basket.h"

#include <QDirIterator>
#include <QFile>

using namespace rialto;

class BasketTest : public QObject {
    Q_OBJECT
private slots:
    void columnsAreFoundByNameInAnyOrder();
    void aSpreadsheetsClipboardIsRead();
    void withoutAHeaderTheColumnsHaveTheirPlaces();
    void aWrongLineIsToldAndDoesNotHideTheOthers();
    void whatIsFilledInSaysTheType();
    void theCorpusIsReplayed();
};

void BasketTest::columnsAreFoundByNameInAnyOrder()
{
    const auto rows = parseBasket("Symbol;Qty;Side;Account;Limit Price;Time in force;Good till\nMERI;100;Buy;A-1;41.20;GTD;2026-03-01\n");
    QVERIFY(rows.ok());
    QCOMPARE(rows->size(), std::size_t(1));
    const auto& row = rows->front();
    QVERIFY2(row.error.empty(), row.error.c_str());
    QCOMPARE(row.line, std::size_t(2));
    QCOMPARE(row.account + row.symbol, std::string("A-1MERI"));
    QCOMPARE(row.request.quantity.text(), std::string("100"));
    QCOMPARE(row.request.type, OrderType::Limit);
    QCOMPARE(row.request.tif, TimeInForce::Gtd);
    QCOMPARE(row.request.terms.goodTill.text(), std::string("2026-03-01"));
}

void BasketTest::aSpreadsheetsClipboardIsRead()
{
    const auto rows = parseBasket("\xEF\xBB\xBF" "account\tsymbol\tside\tquantity\ttype\r\nA-1\tMERI\t买入\t1,250\tMarket\r\n\r\nA-2\tMERI\tsell\t1,234,567\tmarket\r\n");
    QVERIFY(rows.ok());
    QCOMPARE(rows->size(), std::size_t(2));
    QVERIFY((*rows)[0].error.empty() && (*rows)[1].error.empty());
    QCOMPARE((*rows)[0].request.quantity.text(), std::string("1250"));
    QCOMPARE((*rows)[1].request.quantity.text(), std::string("1234567"));
    QCOMPARE((*rows)[1].line, std::size_t(4));
}

void BasketTest::withoutAHeaderTheColumnsHaveTheirPlaces()
{
    const auto rows = parseBasket("A-1,MERI,buy,100,41.20\nA-1,MERI,sell,5\n");
    QVERIFY(rows.ok());
    QCOMPARE((*rows)[0].request.limit.text(), std::string("41.2"));
    QCOMPARE((*rows)[1].request.type, OrderType::Market);
}

void BasketTest::aWrongLineIsToldAndDoesNotHideTheOthers()
{
    const auto rows = parseBasket("account,symbol,side,quantity,type,limit\nA-1,MERI,hold,100,,\nA-1,MERI,buy,1,5,0\nA-1,,buy,5,,\nA-1,MERI,buy,-5,,\nA-1,MERI,buy,7,limit,\nA-1,MERI,buy,7,,1\n");
    QVERIFY(rows.ok());
    QCOMPARE(rows->size(), std::size_t(6));
    for (std::size_t i = 0; i < 5; ++i)
        QVERIFY2(!(*rows)[i].error.empty(), std::to_string(i).c_str());
    QVERIFY((*rows)[5].error.empty());
    QCOMPARE(parseBasket("").error().code, std::string("oms.basket-empty"));
    QCOMPARE(parseBasket("account,account,symbol,side,quantity\n").error().code, std::string("oms.basket-columns"));
    QCOMPARE(parseBasket("symbol,side,quantity\n").error().code, std::string("oms.basket-columns"));
    QCOMPARE(parseBasket(std::string(2'000'000, 'x')).error().code, std::string("oms.basket-size"));
    QCOMPARE(parseBasket("1,23,4").value().front().error.empty(), false);
}

void BasketTest::whatIsFilledInSaysTheType()
{
    const auto rows = parseBasket("account,symbol,side,quantity,limit,trigger\nA,M,buy,1,,\nA,M,buy,1,5,\nA,M,buy,1,,6\nA,M,buy,1,5,6\n");
    QCOMPARE((*rows)[0].request.type, OrderType::Market);
    QCOMPARE((*rows)[1].request.type, OrderType::Limit);
    QCOMPARE((*rows)[2].request.type, OrderType::Stop);
    QCOMPARE((*rows)[3].request.type, OrderType::StopLimit);
}

void BasketTest::theCorpusIsReplayed()
{
    QDirIterator files(QStringLiteral(RIALTO_SOURCE_DIR "/tests/fuzz/corpus/basket"), QDir::Files);
    int count = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        fuzzing::runBasketTarget(reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
        ++count;
    }
    QVERIFY(count >= 4);
}

RIALTO_TEST(BasketTest)
#include "basket_test.moc"
