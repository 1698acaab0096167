// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_main.h"

#include "domain/order_state.h"

#include <QFile>

using namespace rialto;

class OrderStateTest : public QObject {
    Q_OBJECT
private slots:
    void theWholeTableIsAsItWasAgreed();
    void afterFillsNoStateGoesBackToOpenWithoutAnAlert();
    void finalStatesAcceptOnlyFillsAndLateRefusals();
};

// Golden: RIALTO_UPDATE=1 rewrites it.
void OrderStateTest::theWholeTableIsAsItWasAgreed()
{
    QByteArray table = "state          ";
    for (int e = 0; e < kOrderEvents; ++e)
        table += QByteArray(" ") + QByteArray::fromStdString(std::string(name(static_cast<OrderEvent>(e)))).leftJustified(17);
    table = table.trimmed() + "\n";
    for (int s = 0; s < kOrderStates; ++s) {
        QByteArray row = QByteArray::fromStdString(std::string(name(static_cast<OrderState>(s)))).leftJustified(15);
        for (int e = 0; e < kOrderEvents; ++e) {
            const Transition t = next(static_cast<OrderState>(s), static_cast<OrderEvent>(e));
            const QByteArray cell = t.legal ? QByteArray::fromStdString(std::string(name(t.to))) + (t.alert ? "!" : "") : QByteArray("-");
            row += " " + cell.leftJustified(17);
        }
        while (row.endsWith(' '))
            row.chop(1);
        table += row + "\n";
    }
    QFile golden(QString(RIALTO_SOURCE_DIR) + "/tests/golden/order_state_table.txt");
    if (qEnvironmentVariableIsSet("RIALTO_UPDATE")) {
        QVERIFY(golden.open(QIODevice::WriteOnly));
        golden.write(table);
        return;
    }
    QVERIFY(golden.open(QIODevice::ReadOnly));
    QCOMPARE(table, golden.readAll());
}

void OrderStateTest::afterFillsNoStateGoesBackToOpenWithoutAnAlert()
{
    for (int s = 0; s < kOrderStates; ++s)
        for (int e = 0; e < kOrderEvents; ++e) {
            const Transition t = next(static_cast<OrderState>(s), static_cast<OrderEvent>(e));
            if (t.legal && isFinal(static_cast<OrderState>(s)) && !isFinal(t.to))
                QVERIFY(t.alert);
        }
}

void OrderStateTest::finalStatesAcceptOnlyFillsAndLateRefusals()
{
    for (const auto state : {OrderState::Filled, OrderState::Cancelled, OrderState::Expired}) {
        QVERIFY(next(state, OrderEvent::PartFill).legal && next(state, OrderEvent::PartFill).alert);
        QVERIFY(next(state, OrderEvent::CancelRefused).legal);
        QVERIFY(!next(state, OrderEvent::Accepted).legal);
        QVERIFY(!next(state, OrderEvent::CancelAsked).legal);
    }
}

RIALTO_TEST(OrderStateTest)
#include "order_state_test.moc"
