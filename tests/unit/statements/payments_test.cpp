// SPDX-License-Identifier: GPL-3.0-or-later
// pain.001: the elements that a schema wants, in its order; wrong payments are named by row. pain.002: what the bank answers.
#include "integration/statements/payment_order.h"
#include "integration/statements/xml_text.h"
#include "support/test_main.h"

#include <QFile>

using namespace rialto;
using namespace rialto::integration;

class PaymentsTest : public QObject {
    Q_OBJECT

    static PaymentOrder order()
    {
        PaymentOrder order;
        order.messageId = "M-1";
        order.created = *parseIso("2026-01-05T10:00:00Z");
        order.debtorName = "Advisor & Co";
        order.debtorIban = "DE89 3704 0044 0532 0130 00";
        order.debtorBic = "COBADEFFXXX";
        order.execution = Date::of(2026, 1, 6);
        order.payments = *readPayments("name,iban,amount,bic,reference,text\nLandlord,NL91ABNA0417164300,200.50,ABNANL2A,R-1,Rent <January>\nShop,DE89370400440532013000,9.95,,R-2,\n");
        return order;
    }
    // The order of the children, by local name.
    static std::vector<std::string> childrenOf(const pugi::xml_node& node)
    {
        std::vector<std::string> names;
        for (const auto& child : node.children())
            names.emplace_back(localName(child.name()));
        return names;
    }

private slots:
    void theDocumentHasTheElementsOfTheSchemaInItsOrder()
    {
        for (const auto version : {PainVersion::V03, PainVersion::V09}) {
            const auto text = painDocument(order(), version);
            QVERIFY(text.ok());
            const auto xml = XmlText::parse(*text);
            QVERIFY(xml.ok());
            const auto message = childOf((*xml)->root(), "CstmrCdtTrfInitn");
            const auto information = childOf(message, "PmtInf");
            using Names = std::vector<std::string>;
            QCOMPARE(childrenOf(childOf(message, "GrpHdr")), (Names{"MsgId", "CreDtTm", "NbOfTxs", "CtrlSum", "InitgPty"}));
            QCOMPARE(childrenOf(information), (Names{"PmtInfId", "PmtMtd", "NbOfTxs", "CtrlSum", "PmtTpInf", "ReqdExctnDt", "Dbtr", "DbtrAcct", "DbtrAgt", "ChrgBr", "CdtTrfTxInf", "CdtTrfTxInf"}));
            QCOMPARE(childrenOf(childOf(information, "CdtTrfTxInf")), (Names{"PmtId", "Amt", "CdtrAgt", "Cdtr", "CdtrAcct", "RmtInf"}));
            QCOMPARE(textAt(message, {"GrpHdr", "CtrlSum"}), std::string("210.45"));
            QCOMPARE(textAt(information, {"DbtrAcct", "Id", "IBAN"}), std::string("DE89370400440532013000"));
            QCOMPARE(textAt(information, {"CdtTrfTxInf", "RmtInf", "Ustrd"}), std::string("Rent <January>"));
            const bool old = version == PainVersion::V03;
            QCOMPARE(old ? textAt(information, {"ReqdExctnDt"}) : textAt(information, {"ReqdExctnDt", "Dt"}), std::string("2026-01-06"));
            QCOMPARE(textAt(information, {"DbtrAgt", "FinInstnId", old ? "BIC" : "BICFI"}), std::string("COBADEFFXXX"));
        }
    }

    // The sample of another program holds placeholders: its structure is ours, its IBAN is none.
    void theSampleOfAnotherProgramHasTheSameStructureAndAWrongIban()
    {
        QFile file(QStringLiteral(RIALTO_SHARED_DATA "/bank_broker/pain/pain.001.001.03_sample.xml"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the shared sample is not here");
        const auto theirs = XmlText::parse(file.readAll().toStdString());
        QVERIFY(theirs.ok());
        const auto ours = XmlText::parse(*painDocument(order(), PainVersion::V03));
        // Every element of theirs that we write too stands in the same order.
        const auto mine = childrenOf(pathOf((*ours)->root(), {"CstmrCdtTrfInitn", "PmtInf"}));
        std::size_t at = 0;
        for (const auto& name : childrenOf(pathOf((*theirs)->root(), {"CstmrCdtTrfInitn", "PmtInf"}))) {
            const auto found = std::find(mine.begin() + static_cast<std::ptrdiff_t>(at), mine.end(), name);
            QVERIFY2(found != mine.end(), name.c_str());
            at = static_cast<std::size_t>(found - mine.begin());
        }
        auto wrong = order();
        wrong.debtorIban = textAt((*theirs)->root(), {"CstmrCdtTrfInitn", "PmtInf", "DbtrAcct", "Id", "IBAN"});
        const auto document = painDocument(wrong, PainVersion::V03);
        QVERIFY(!document);
        QCOMPARE(document.error().code, std::string("payment.malformed"));
    }

    void wrongPaymentsAreNamedByRow()
    {
        QVERIFY(readPayments("name,iban,amount\nA,DE89370400440532013000,1.005\n").error().detail.find("row 2") != std::string::npos);
        QVERIFY(readPayments("name,amount\nA,1\n").error().detail.find("iban") != std::string::npos);
        auto two = order();
        two.payments[1].iban = "DE89370400440532013001";
        QVERIFY(painDocument(two, PainVersion::V09).error().detail.find("row 3") != std::string::npos);
        two = order();
        two.payments[1].endToEndId = two.payments[0].endToEndId;
        QVERIFY(!painDocument(two, PainVersion::V09));
        two = order();
        two.payments[0].amount = Money::zero(Currency::literal("EUR"));
        QVERIFY(!painDocument(two, PainVersion::V09));
        QCOMPARE(painDocument({}, PainVersion::V09).error().code, std::string("payment.empty"));
    }

    void theAnswerOfTheBankIsReadByPayment()
    {
        const auto report = parsePaymentStatus("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.03\"><CstmrPmtStsRpt><GrpHdr><MsgId>B</MsgId></GrpHdr>"
                                               "<OrgnlGrpInfAndSts><OrgnlMsgId>M-1</OrgnlMsgId><OrgnlMsgNmId>pain.001</OrgnlMsgNmId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>"
                                               "<OrgnlPmtInfAndSts><OrgnlPmtInfId>M-1</OrgnlPmtInfId>\n<TxInfAndSts><OrgnlEndToEndId>R-1</OrgnlEndToEndId><TxSts>RJCT</TxSts>"
                                               "<StsRsnInf><Rsn><Cd>AC01</Cd></Rsn><AddtlInf>closed</AddtlInf></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>");
        QVERIFY(report.ok());
        QVERIFY(report->messageId == "M-1" && report->groupStatus == "PART" && report->format == "pain.002.001.03");
        QCOMPARE(report->payments.size(), std::size_t{1});
        QVERIFY(report->payments[0].status == "RJCT" && report->payments[0].reasonCode == "AC01" && report->payments[0].reason == "closed" && report->payments[0].line == 2);
        QVERIFY(!parsePaymentStatus("<Document/>"));
        QVERIFY(!parsePaymentStatus("<Document><CstmrPmtStsRpt/>"));
    }
};

RIALTO_TEST(PaymentsTest)
#include "payments_test.moc"
