// SPDX-License-Identifier: GPL-3.0-or-later
#include "Trading/order_ticket_model.h"
#include "Trading/typed_figure.h"
#include "support/screen_desk.h"
#include "support/test_main.h"

using namespace rialto;
using rialto::testing::ScreenDesk;
using trading::OrderTicketModel;

namespace {

void write(OrderTicketModel& ticket, const char* symbol, const char* quantity, const char* price)
{
    ticket.setSymbol(QString::fromLatin1(symbol));
    ticket.setQuantity(QString::fromLatin1(quantity));
    ticket.setPrice(QString::fromLatin1(price));
}

QString entry(const OrderTicketModel& ticket, const QString& label)
{
    for (const QVariant& line : ticket.estimate())
        if (line.toMap().value(QStringLiteral("label")).toString() == label)
            return line.toMap().value(QStringLiteral("value")).toString();
    return {};
}

} // namespace

class TicketTest : public QObject {
    Q_OBJECT

private slots:
    void twoPressesSendOneOrder();
    void aDoubleClickWithoutReviewSendsOneOrder();
    void aNewIntentionAfterAnEditIsASecondOrder();
    void thePreviewTellsCostCashAndPosition();
    void refusalsAreSentencesInTheTicketAndStopTheButton();
    void typedValuesSurviveNewBooksAndQuotes();
    void theSymbolIsFoundByNameAndPrefix();
    void anAmountBecomesWholeLots();
    void pricesStepByTicks();
    void nothingIsShownAsDoneBeforeTheBookSaysSo();
    void figuresAreReadAsPeopleTypeThem();
};

void TicketTest::twoPressesSendOneOrder()
{
    ScreenDesk desk;
    OrderTicketModel ticket(desk.feed);
    write(ticket, "aaa", "100", "10.02");
    ticket.submit();
    QVERIFY(ticket.reviewing());
    QVERIFY2(ticket.reviewText().contains(QStringLiteral("Buy 100 AAA at 10.02 or better")), qPrintable(ticket.reviewText()));
    ticket.submit();
    QVERIFY(ticket.sending());
    ticket.submit();
    desk.settle();
    QVERIFY(!ticket.sending());
    QCOMPARE(desk.broker.submitted.size(), std::size_t(1));
    QCOMPARE(desk.feed.book()->orders.size(), std::size_t(1));
    QVERIFY2(ticket.result().contains(QStringLiteral("Working")), qPrintable(ticket.result()));
}

void TicketTest::aDoubleClickWithoutReviewSendsOneOrder()
{
    ScreenDesk desk;
    OrderTicketModel ticket(desk.feed);
    write(ticket, "AAA", "100", "10.02");
    ticket.setReviewSkipped(true);
    ticket.submit();
    desk.settle(); // the answer is there before the second click
    ticket.submit();
    desk.settle();
    QCOMPARE(desk.broker.submitted.size(), std::size_t(1));
}

void TicketTest::aNewIntentionAfterAnEditIsASecondOrder()
{
    ScreenDesk desk;
    OrderTicketModel ticket(desk.feed);
    write(ticket, "AAA", "100", "10.02");
    ticket.setReviewSkipped(true);
    ticket.submit();
    desk.settle();
    ticket.setQuantity(QStringLiteral("200"));
    ticket.submit();
    desk.settle();
    QCOMPARE(desk.broker.submitted.size(), std::size_t(2));
    QVERIFY(desk.broker.submitted[0].clientOrderId != desk.broker.submitted[1].clientOrderId);
}

void TicketTest::thePreviewTellsCostCashAndPosition()
{
    ScreenDesk desk;
    desk.book(1, 1, 50, "9.00");
    desk.settle();
    OrderTicketModel ticket(desk.feed);
    write(ticket, "AAA", "1,000", "10.02");
    QTRY_VERIFY(!ticket.estimate().isEmpty());
    QCOMPARE(entry(ticket, "Estimated cost"), QStringLiteral("USD 10,020.00"));
    QCOMPARE(entry(ticket, "Set aside with fees"), QStringLiteral("USD 10,070.10"));
    QCOMPARE(entry(ticket, "Available before"), QStringLiteral("USD 99,550.00"));
    QCOMPARE(entry(ticket, "Available after"), QStringLiteral("USD 89,479.90"));
    QCOMPARE(entry(ticket, "Position"), QStringLiteral("50 → 1,050"));
    QVERIFY(ticket.canSend());
}

void TicketTest::refusalsAreSentencesInTheTicketAndStopTheButton()
{
    ScreenDesk desk;
    OrderTicketModel ticket(desk.feed);
    write(ticket, "AAA", "20000", "10.02");
    QTRY_VERIFY(!ticket.refusals().isEmpty());
    QVERIFY2(ticket.refusals().front().startsWith(QStringLiteral("Not enough cash: 201,402.00 needed")), qPrintable(ticket.refusals().front()));
    QVERIFY(!ticket.canSend());
    ticket.submit();
    ticket.submit();
    desk.settle();
    QCOMPARE(desk.feed.book()->orders.size(), std::size_t(0));
    ticket.setSide(1);
    QTRY_VERIFY(!ticket.refusals().isEmpty() && ticket.refusals().front().startsWith(QStringLiteral("Only 0 can be sold")));
}

void TicketTest::typedValuesSurviveNewBooksAndQuotes()
{
    ScreenDesk desk;
    OrderTicketModel ticket(desk.feed);
    write(ticket, "AAA", "1 2x", "10.0");
    desk.deposit(1, "5.00", "USD");
    desk.quote(1, "11.00", "11.02", "11.01", "9.90");
    desk.settle();
    QCOMPARE(ticket.quantity(), QStringLiteral("1 2x"));
    QCOMPARE(ticket.price(), QStringLiteral("10.0"));
    QCOMPARE(ticket.bid(), QStringLiteral("11.00"));
    QVERIFY(ticket.quantityError().contains(QStringLiteral("is not a number")));
}

void TicketTest::theSymbolIsFoundByNameAndPrefix()
{
    ScreenDesk desk;
    OrderTicketModel ticket(desk.feed);
    ticket.setSymbol(QStringLiteral("bb"));
    QCOMPARE(ticket.matches().size(), 1);
    QCOMPARE(ticket.matches().front().toMap().value("symbol").toString(), QStringLiteral("BBB"));
    ticket.setSymbol(QStringLiteral("corp"));
    QVERIFY(ticket.matches().size() > 3);
    ticket.setSymbol(QStringLiteral("bbb"));
    QVERIFY(ticket.matches().isEmpty());
    QCOMPARE(ticket.description(), QStringLiteral("BBB Corp"));
    QCOMPARE(desk.feed.selection().symbol(), QStringLiteral("BBB"));
    ticket.setSymbol(QStringLiteral("zzz"));
    QVERIFY(ticket.symbolError().contains(QStringLiteral("not in the book")));
}

void TicketTest::anAmountBecomesWholeLots()
{
    ScreenDesk desk;
    OrderTicketModel ticket(desk.feed);
    write(ticket, "AAA", "", "10.02");
    ticket.setByAmount(true);
    ticket.setAmount(QStringLiteral("5,000"));
    QCOMPARE(ticket.quantityHint(), QStringLiteral("= 499, before fees")); // 5000 / 10.02 = 499.0019...
    ticket.setReviewSkipped(true);
    ticket.submit();
    desk.settle();
    QCOMPARE(desk.broker.submitted.at(0).quantity, Quantity::of(499));
}

void TicketTest::pricesStepByTicks()
{
    ScreenDesk desk;
    OrderTicketModel ticket(desk.feed);
    write(ticket, "AAA", "100", "10.02");
    ticket.stepPrice(1);
    QCOMPARE(ticket.price(), QStringLiteral("10.03"));
    ticket.stepPrice(-10);
    QCOMPARE(ticket.price(), QStringLiteral("9.93"));
    ticket.stepQuantity(1);
    QCOMPARE(ticket.quantity(), QStringLiteral("200"));
    QCOMPARE(trading::stepped(Price::literal("10.005"), Price::literal("0.01"), 1), Price::literal("10.01"));
    QCOMPARE(trading::stepped(Price::literal("10.005"), Price::literal("0.01"), -1), Price::literal("10.00"));
    QCOMPARE(trading::stepped(Price::literal("0.02"), Price::literal("0.01"), -5), Price::literal("0.01"));
}

void TicketTest::nothingIsShownAsDoneBeforeTheBookSaysSo()
{
    ScreenDesk desk;
    desk.broker.acknowledges = false;
    OrderTicketModel ticket(desk.feed);
    write(ticket, "AAA", "100", "10.02");
    ticket.setReviewSkipped(true);
    ticket.submit();
    desk.settle();
    QVERIFY2(ticket.result().contains(QStringLiteral("Sending")), qPrintable(ticket.result()));
    desk.broker.fill(desk.broker.submitted.at(0).id, 100, "10.02", true);
    desk.settle();
    QVERIFY2(ticket.result().contains(QStringLiteral("Filled · 100 of 100 at 10.02")), qPrintable(ticket.result()));
}

void TicketTest::figuresAreReadAsPeopleTypeThem()
{
    QCOMPARE(*trading::typedQuantity(QStringLiteral(" 1,200 ")), Quantity::of(1200));
    QCOMPARE(*trading::typedPrice(QStringLiteral("１２．５")), Price::literal("12.5"));
    QVERIFY(!trading::typedPrice(QStringLiteral("1e3")));
    QVERIFY(!trading::typedQuantity(QStringLiteral("")));
}

RIALTO_TEST(TicketTest)
#include "ticket_test.moc"
