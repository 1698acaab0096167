// SPDX-License-Identifier: GPL-3.0-or-later
// The messages of the SDK: those that its README shows are read, hostile ones are refused, frames survive any cut.
#include "support/test_main.h"

#include "brokers/faults/fault_injector.h"
#include "brokers/wire/broker_message.h"
#include "brokers/wire/frame.h"
#include "fuzz/broker_message_target.h"

#include <QDir>
#include <QRegularExpression>

using namespace rialto;

namespace {
constexpr char kShown[] = "`([{]\"is\".*?[}])`"; // a message in the README
}

class MessageTest : public QObject {
    Q_OBJECT
private slots:
    void everyMessageOfTheReadmeIsRead()
    {
        QFile file(QStringLiteral(RIALTO_SOURCE_DIR "/sdk/broker/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        auto found = QRegularExpression(QLatin1String(kShown)).globalMatch(text);
        int read = 0;
        while (found.hasNext()) {
            const std::string message = found.next().captured(1).toStdString();
            if (message.find("refused") != std::string::npos)
                continue;
            QVERIFY2(parseVerb(message).ok() || parseEvent(message).ok(), message.c_str());
            ++read;
        }
        QVERIFY(read >= 14);
    }
    void aReportKeepsEveryField()
    {
        ExecutionReport report;
        report.executionId = "E-1";
        report.order = OrderId(18'446'744'073'709'551'615ULL);
        report.event = OrderEvent::Replaced;
        report.brokerOrderId = "b";
        report.lastQuantity = Quantity::literal("0.00000001");
        report.lastPrice = Price::literal("-12.5");
        report.fee = Money(123, Currency::literal("USD"));
        report.tax = Money(7, Currency::literal("USD"));
        report.newQuantity = Quantity::literal("2800000000");
        report.newLimit = Price::literal("3.25");
        report.reason = "a.b";
        report.time = Timestamp(1'700'000'000'000'000'001);
        const auto back = parseEvent(toMessage(BrokerEvent(report)));
        QVERIFY(back.ok());
        QVERIFY(std::get<ExecutionReport>(*back) == report);
    }
    void hostileMessagesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("no kind") << QByteArray("{}");
        QTest::newRow("kind is a number") << QByteArray(R"({"is":1})");
        QTest::newRow("negative order") << QByteArray(R"({"is":"cancel","order":-1})");
        QTest::newRow("order with a fraction") << QByteArray(R"({"is":"cancel","order":1.5})");
        QTest::newRow("instrument too large") << QByteArray(R"({"is":"subscribe","instrument":4294967296})");
        QTest::newRow("quantity as a number") << QByteArray(R"({"is":"replace","order":1,"quantity":1,"limit":"1"})");
        QTest::newRow("negative quantity") << QByteArray(R"({"is":"replace","order":1,"quantity":"-1","limit":"1"})");
        QTest::newRow("quantity out of range") << QByteArray(R"({"is":"replace","order":1,"quantity":"99999999999999999999","limit":"1"})");
        QTest::newRow("fill of nothing") << QByteArray(R"({"is":"report","executionId":"x","order":1,"event":"LastFill","time":1})");
        QTest::newRow("unknown event") << QByteArray(R"({"is":"report","executionId":"x","order":1,"event":"Vanished","time":1})");
        QTest::newRow("no execution id") << QByteArray(R"({"is":"report","executionId":"","order":1,"event":"Accepted","time":1})");
        QTest::newRow("unknown currency") << QByteArray(R"({"is":"report","executionId":"x","order":1,"event":"Accepted","time":1,"currency":"???","fee":"1"})");
        QTest::newRow("time beyond") << QByteArray(R"({"is":"state","open":[],"time":18446744073709551615})");
        QTest::newRow("level of three") << QByteArray(R"({"is":"depth","instrument":1,"bids":[["1","1",1]],"asks":[],"time":1})");
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("cut") << QByteArray(R"({"is":"cancel","order")");
    }
    void hostileMessagesAreRefused()
    {
        QFETCH(QByteArray, message);
        QVERIFY(!parseVerb(message.toStdString()).ok());
        QVERIFY(!parseEvent(message.toStdString()).ok());
    }
    void aMessageAboveTheLimitIsNotRead()
    {
        const std::string large = "{\"is\":\"start\",\"x\":\"" + std::string(kLargestMessage, 'x') + "\"}";
        const auto read = parseVerb(large);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, std::string("broker.message-too-large"));
    }
    void framesComeWholeHoweverTheyAreCut()
    {
        const std::string bytes = frame(FrameKind::Verb, "one") + frame(FrameKind::Alive, "") + frame(FrameKind::Event, std::string(3000, 'e'));
        for (std::size_t piece = 1; piece < 40; ++piece) {
            FrameReader reader(4096);
            std::vector<FrameReader::Frame> frames;
            for (std::size_t at = 0; at < bytes.size(); at += piece) {
                reader.add(std::string_view(bytes).substr(at, piece));
                while (auto each = reader.next())
                    frames.push_back(std::move(*each));
            }
            QCOMPARE(frames.size(), std::size_t(3));
            QCOMPARE(frames[0].content, std::string("one"));
            QVERIFY(frames[1].kind == FrameKind::Alive && frames[1].content.empty());
            QCOMPARE(frames[2].content.size(), std::size_t(3000));
        }
    }
    void afterABrokenFrameNothingIsBelieved()
    {
        FrameReader reader(10);
        reader.add(frame(FrameKind::Verb, "12345678901"));
        QVERIFY(!reader.next() && reader.broken());
        reader.add(frame(FrameKind::Verb, "1"));
        QVERIFY(!reader.next());
    }
    void theFuzzersCorpusKeepsItsPromises()
    {
        const QDir corpus(QStringLiteral(RIALTO_SOURCE_DIR "/tests/fuzz/corpus/broker_message"));
        const auto names = corpus.entryList(QDir::Files);
        QVERIFY(names.size() > 10);
        for (const QString& name : names) {
            QFile file(corpus.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            // Whole, cut short, and with one byte changed.
            for (qsizetype cut = 0; cut <= bytes.size(); cut += 3)
                fuzzing::runBrokerMessageTarget(reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size() - cut));
            for (qsizetype at = 0; at < bytes.size(); ++at) {
                QByteArray bent = bytes;
                bent[at] = static_cast<char>(bent[at] ^ (1 << (at % 8)));
                fuzzing::runBrokerMessageTarget(reinterpret_cast<const std::uint8_t*>(bent.constData()), static_cast<std::size_t>(bent.size()));
            }
        }
    }
    void faultRatesAreReadAsTheyAreDocumented()
    {
        const auto rates = parseFaultRates("drop=50,duplicate=20,delay=100,reorder=50,disconnect=5,restart=1");
        QVERIFY(rates.ok());
        QCOMPARE(rates->drop, 50U);
        QCOMPARE(rates->restart, 1U);
        QVERIFY(!parseFaultRates("")->any());
        for (const char* wrong : {"drop", "drop=", "drop=1001", "drop=-1", "rain=5", "drop=5,,", "=5"})
            QVERIFY2(!parseFaultRates(wrong).ok(), wrong);
    }
};

RIALTO_TEST(MessageTest)
#include "message_test.moc"
