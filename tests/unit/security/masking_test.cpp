// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/masking.h"
#include "support/test_main.h"

using namespace rialto::security;

class MaskingTest : public QObject {
    Q_OBJECT
private slots:
    void namesKeepTheSurnameOrInitials();
    void numbersKeepTheirEnds();
    void runningTextLosesWhatPointsToAPerson();
    void brokenTextIsMaskedWhole();
};

void MaskingTest::namesKeepTheSurnameOrInitials()
{
    QCOMPARE(maskName("王小明"), std::string("王**"));
    QCOMPARE(maskName("李四"), std::string("李*"));
    QCOMPARE(maskName("欧阳修"), std::string("欧阳*"));
    QCOMPARE(maskName("欧阳"), std::string("欧*"));
    QCOMPARE(maskName("王"), std::string("*"));
    QCOMPARE(maskName("Ada Example"), std::string("A** E******"));
    QCOMPARE(maskName("Jean-Luc O'Neil"), std::string("J***-L** O'N***"));
    QCOMPARE(maskName(""), std::string(""));
}

void MaskingTest::numbersKeepTheirEnds()
{
    QCOMPARE(maskPhone("13812345678"), std::string("138****5678"));
    QCOMPARE(maskPhone("138 1234 5678"), std::string("138 **** 5678"));
    QCOMPARE(maskPhone("+44 20 7946 0958"), std::string("+44 ** **** 0958"));
    QCOMPARE(maskPhone("12345"), std::string("*2345"));
    QCOMPARE(maskIdCard("11010519491231002X"), std::string("110105********002X"));
    QCOMPARE(maskBankCard("6222 0212 3456 7890"), std::string("6222 02** **** 7890"));
    QCOMPARE(maskIban("DE89370400440532013000"), std::string("DE89**************3000"));
    QCOMPARE(maskEmail("ada@example.com"), std::string("a**@example.com"));
    QCOMPARE(maskEmail("no address"), std::string("n* *******"));
}

void MaskingTest::runningTextLosesWhatPointsToAPerson()
{
    // The ID card is the example of GB 11643, the IBAN that of ISO 13616, the card number passes Luhn's test.
    QCOMPARE(maskText("mail ada@example.com, ID 11010519491231002X, IBAN DE89370400440532013000, card 4111111111111111, tel 13812345678."),
        std::string("mail a**@example.com, ID 110105********002X, IBAN DE89**************3000, card 411111******1111, tel 138****5678."));
    QCOMPARE(maskText("订单 12345678 手机13812345678完"), std::string("订单 12345678 手机138****5678完"));
    // Wrong check digits are other numbers.
    for (const char* other : {"110105194912310021", "4111111111111112", "DE88370400440532013000", "order 20260105", "a@b", ""})
        QCOMPARE(maskText(other), std::string(other));
}

void MaskingTest::brokenTextIsMaskedWhole()
{
    QCOMPARE(maskName("\xff\xfe"), std::string("***"));
    QVERIFY(maskText("\xff 13812345678").find("1234") == std::string::npos);
}

RIALTO_TEST(MaskingTest)
#include "masking_test.moc"
