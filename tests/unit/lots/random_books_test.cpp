// SPDX-License-Identifier: GPL-3.0-or-later
// Random histories under every method: basis conserved to the unit after each event, and the same events give the same state.
// RIALTO_LOT_EVENTS=100000 asks for more than the suite's few thousand a method.
#include "support/test_main.h"

#include "base/rng.h"
#include "domain/fixed.h"
#include "fuzz/lots_target.h"
#include "ledger/lots/lot_keeper.h"

#include <QDir>
#include <QFile>

using namespace rialto;

namespace {

LotEvent randomEvent(Rng& rng, std::size_t row)
{
    static const char* kSymbols[] = {"A", "B", "C"};
    LotEvent event;
    event.row = row;
    event.date = Date(static_cast<std::int32_t>(15000 + row / 3));
    event.symbol = kSymbols[rng.below(3)];
    event.currency = "USD";
    event.price = ExactDecimal::of(rng.between(1, 100'000), 3);
    event.quantity = rng.between(1, 100) * kFixedOne + (rng.chance(200) ? rng.between(0, 99'999'999) : 0);
    event.fees = ExactDecimal::of(rng.between(0, 999), 2);
    event.taxes = ExactDecimal::of(rng.between(0, 99), 2);
    event.fxRate = ExactDecimal::of(rng.between(8000, 12'000), 4);
    const auto kind = rng.below(100);
    if (kind < 45)
        event.action = LotAction::Buy;
    else if (kind < 86)
        event.action = LotAction::Sell;
    else if (kind < 90)
        event.action = LotAction::Dividend;
    else if (kind < 93) {
        event.action = LotAction::ReturnOfCapital;
        event.price = ExactDecimal::of(rng.between(1, 500), 3);
    } else if (kind < 97) {
        event.action = LotAction::Split;
        event.ratio = rng.chance(500) ? ShareRatio{3, 2} : ShareRatio{2, 3};
    } else {
        event.action = rng.chance(500) ? LotAction::SpinOff : LotAction::Merger;
        event.target = kSymbols[rng.below(3)];
        event.ratio = ShareRatio{rng.between(1, 3), rng.between(2, 4)};
        event.basisShare = ExactDecimal::of(rng.between(0, 50), 2);
        event.price = ExactDecimal{};
    }
    return event;
}

} // namespace

class RandomBooksTest : public QObject {
    Q_OBJECT

private slots:
    void basisIsConservedUnderEveryMethod_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<bool>("shorts");
        QTest::addColumn<bool>("wash");
        for (const LotMethod method : {LotMethod::Fifo, LotMethod::Lifo, LotMethod::Hifo, LotMethod::Average, LotMethod::Specific})
            for (const bool shorts : {false, true})
                for (const bool wash : {false, true})
                    if (!(wash && method == LotMethod::Average))
                        QTest::addRow("%s%s%s", std::string(name(method)).c_str(), shorts ? ", shorts" : "", wash ? ", wash sales" : "")
                            << static_cast<int>(method) << shorts << wash;
    }
    void basisIsConservedUnderEveryMethod()
    {
        QFETCH(int, method);
        QFETCH(bool, shorts);
        QFETCH(bool, wash);
        const int asked = qEnvironmentVariableIntValue("RIALTO_LOT_EVENTS");
        const std::size_t count = asked > 0 ? static_cast<std::size_t>(asked) : 700;
        LotOptions options;
        options.method = static_cast<LotMethod>(method);
        options.allowShort = shorts;
        options.deferDividendTax = true;
        if (wash)
            options.washSale = WashSaleRule{};
        LotKeeper keeper(options);
        LotKeeper again(options);
        Rng rng(7);
        std::size_t applied = 0;
        for (std::size_t row = 1; row <= count; ++row) {
            const LotEvent event = randomEvent(rng, row);
            const std::uint64_t before = keeper.hash();
            const auto done = keeper.apply(event);
            QCOMPARE(again.apply(event).ok(), done.ok());
            applied += done.ok() ? 1 : 0;
            if (!done)
                QCOMPARE(keeper.hash(), before);
            QVERIFY2(keeper.check().ok(), qPrintable(QString("row %1").arg(row)));
            for (; !keeper.actions().empty() && done && event.action != LotAction::Dividend;) {
                QVERIFY(keeper.actions().back().conserves());
                break;
            }
        }
        QVERIFY(applied > count / 4);
        QCOMPARE(keeper.hash(), again.hash());
    }
    void anActionIsUndoneByPuttingTheLotsBack()
    {
        LotKeeper keeper(LotOptions{});
        Rng rng(3);
        for (std::size_t row = 1; row < 60; ++row) {
            LotEvent event = randomEvent(rng, row);
            event.symbol = "A";
            event.action = LotAction::Buy;
            QVERIFY(keeper.apply(event).ok());
        }
        LotEvent split = randomEvent(rng, 99);
        split.symbol = "A";
        split.action = LotAction::Split;
        split.ratio = ShareRatio{3, 7};
        const auto before = keeper.lots();
        const auto outcome = applyAction(before, {split, true, ExactDecimal::of(5, 0)}, 8, 1);
        QVERIFY(outcome.ok() && outcome->conserves());
        std::int64_t left = 0;
        for (const Lot& lot : outcome->after)
            left += lot.quantity;
        QCOMPARE(left % kFixedOne, std::int64_t(0)); // the fraction was paid in cash
        QVERIFY(*undoAction(outcome->after, *outcome) == before);
        auto changed = outcome->after;
        changed.pop_back();
        QCOMPARE(undoAction(changed, *outcome).error().code, std::string("lots.undo-refused"));
    }
    void damagedFilesKeepTheirPromises()
    {
        const QDir dir(QStringLiteral(RIALTO_SOURCE_DIR "/tests/fuzz/corpus/lots"));
        Rng rng(11);
        int files = 0;
        for (const QString& each : dir.entryList(QDir::Files, QDir::Name)) {
            QFile file(dir.filePath(each));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            ++files;
            for (int i = 0; i < 150; ++i) {
                QByteArray damaged = bytes;
                for (std::int64_t n = i == 0 ? 0 : rng.between(1, 4); n > 0 && !damaged.isEmpty(); --n) {
                    constexpr char kSpecial[] = "\"\r\n,;\t.-+0\0\xFF:@e9";
                    const auto at = static_cast<qsizetype>(rng.below(static_cast<std::uint32_t>(damaged.size())));
                    if (rng.chance(300))
                        damaged.remove(at, rng.between(1, 8));
                    else
                        damaged[at] = kSpecial[rng.below(sizeof kSpecial - 1)];
                }
                fuzzing::runLotsTarget(reinterpret_cast<const std::uint8_t*>(damaged.constData()), static_cast<std::size_t>(damaged.size()));
            }
        }
        QVERIFY(files >= 3);
    }
};

RIALTO_TEST(RandomBooksTest)
#include "random_books_test.moc"
