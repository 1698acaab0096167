// SPDX-License-Identifier: GPL-3.0-or-later
// Binance spot: the published signature, the numbered cases against our venue in this process and over real sockets through
// the adapter host, and what the venue does wrong.
#include "venues.h"

#include "brokers/host/remote_adapter.h"
#include "brokers/reconcile/reconciling_adapter.h"
#include "support/test_main.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <chrono>

using namespace rialto;
using namespace rialto::testing;

namespace {

std::string failed(const ConformanceReport& report)
{
    std::string text;
    for (const auto& each : report.cases)
        if (each.outcome == CaseOutcome::Failed)
            text += "\n" + std::to_string(each.number) + " " + each.title + ": " + each.detail;
    return text;
}

constexpr char kEnd[] = "\r\n\r\n";

// HTTP/1.1 on the loopback, one request after the other on a connection, bodies of zero bytes only.
class LoopbackServer : public QTcpServer {
public:
    explicit LoopbackServer(BinanceVenue& venue) : m_venue(venue)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(*socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }
    QByteArray keysSeen;

private:
    void read(QTcpSocket& socket)
    {
        m_bytes[&socket] += socket.readAll();
        QByteArray& bytes = m_bytes[&socket];
        for (qsizetype end = bytes.indexOf(kEnd); end >= 0; end = bytes.indexOf(kEnd)) {
            const QList<QByteArray> lines = bytes.left(end).split('\n');
            bytes.remove(0, end + 4);
            const QList<QByteArray> first = lines[0].trimmed().split(' ');
            QByteArray key;
            for (const QByteArray& line : lines)
                if (line.toLower().startsWith("x-mbx-apikey:"))
                    key = line.mid(13).trimmed();
            keysSeen += key;
            m_venue.millis = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count() + 1234; // their clock differs
            m_venue.trade();
            const auto [status, body] = m_venue.answer(first.value(0).toStdString(), first.value(1).toStdString(), key.toStdString());
            socket.write("HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(qsizetype(body.size())) + "\r\n\r\n" + QByteArray::fromStdString(body));
        }
    }
    BinanceVenue& m_venue;
    QHash<QTcpSocket*, QByteArray> m_bytes;
};

} // namespace

class BinanceTest : public QObject {
    Q_OBJECT
private slots:
    void theSignatureIsThatOfTheDocumentation()
    {
        // binance-spot-api-docs, rest-api.md: "HMAC Keys", example 1.
        const binance::Parameters order{{"symbol", "LTCBTC"}, {"side", "BUY"}, {"type", "LIMIT"}, {"timeInForce", "GTC"}, {"quantity", "1"}, {"price", "0.1"}, {"recvWindow", "5000"}, {"timestamp", "1499827319559"}};
        const std::string query = binance::queryOf(order);
        QCOMPARE(query, std::string("symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559"));
        QCOMPARE(binance::signatureOf(query, "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"), std::string("c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71"));
    }
    void onlyOurClientOrderIdsAreOurOrders()
    {
        QCOMPARE(binance::orderOf("R17").value, std::uint64_t(17));
        for (const char* other : {"", "17", "web_17", "R", "R1x", "R12345678901234567890", "6gCrw2kRUAF9CvJDGP16IP"})
            QVERIFY2(!binance::orderOf(other).valid(), other);
    }
    void feesAreRoundedUpToACent()
    {
        const Currency usd = Currency::literal("USD");
        QCOMPARE(binance::feeOf("0.10000001", usd)->minor(), std::int64_t(11));
        QCOMPARE(binance::feeOf("0.10", usd)->minor(), std::int64_t(10));
        QVERIFY(!binance::feeOf("-1", usd).ok());
        QVERIFY(!binance::feeOf("1e3", usd).ok());
    }
    void settingsWithoutKeysAreRefusedAndKeysAreNotRepeated()
    {
        const auto none = binance::readTerms(binanceSettings("https://x"), "");
        QVERIFY(!none.ok());
        QCOMPARE(none.error().code, std::string("broker.secret-missing"));
        const auto wrong = binance::readTerms("{}", nlohmann::json{{"key", "SESAME"}, {"secret", "OPEN"}}.dump());
        QVERIFY(!wrong.ok());
        QVERIFY(wrong.error().text().find("SESAME") == std::string::npos && wrong.error().text().find("OPEN") == std::string::npos);
    }
    void theCasesHoldInOneProcess()
    {
        const auto venue = binanceVenue(20);
        const auto report = checkConformance(*venue.adapter, termsOf(venue));
        QVERIFY2(report.failed() == 0, failed(report).c_str());
        QVERIFY(report.passed() >= 28);
        QCOMPARE(static_cast<BinanceVenue*>(venue.keep.get())->badSignatures, 0);
    }
    void theCasesHoldOverSocketsThroughTheHost()
    {
        BinanceVenue venue;
        LoopbackServer server(venue);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        HostTerms host;
        host.program = RIALTO_BIN_DIR "/rialto-adapter-host";
        host.adapter = "binance";
        host.settings = binanceSettings("http://127.0.0.1:" + std::to_string(server.serverPort()));
        host.secret = binanceSecret();
        auto remote = RemoteAdapter::open(host);
        QVERIFY2(remote.ok(), remote.ok() ? "" : remote.error().text().c_str());
        auto terms = termsOf(binanceVenue(20));
        terms.patienceNanos = 4 * kNanosPerSecond;
        terms.letPass = [] {
            QCoreApplication::processEvents();
            QThread::msleep(2);
            return Timestamp(std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count());
        };
        const auto report = checkConformance(**remote, terms);
        QVERIFY2(report.failed() == 0, failed(report).c_str());
        QVERIFY(server.keysSeen.contains(BinanceVenue::kKey));
        QCOMPARE(venue.badSignatures, 0);
    }
    void anIdIsNotUsedAgainAfterItsEndAlthoughTheVenueWouldTakeIt()
    {
        const auto venue = binanceVenue(100);
        auto& server = *static_cast<BinanceVenue*>(venue.keep.get());
        EventLog log;
        Timestamp now = Timestamp::fromMillis(server.millis);
        const auto run = [&](int polls) {
            for (int i = 0; i < polls; ++i) {
                now = now + 100 * kNanosPerMilli;
                venue.adapter->poll(now, log);
            }
        };
        venue.adapter->start();
        run(30);
        const auto order = brokerOrder(5, InstrumentId(1), Side::Buy, "2", "101", TimeInForce::Gtc);
        venue.adapter->submit(order);
        run(50);
        QCOMPARE(log.filled(OrderId(5)), Quantity::of(2));
        venue.adapter->submit(order);
        run(50);
        QCOMPARE(server.orders.size(), std::size_t(1));
        QCOMPARE(server.trades.size(), std::size_t(2));
    }
};

RIALTO_TEST(BinanceTest)
#include "binance_test.moc"
