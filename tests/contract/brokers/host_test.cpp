// SPDX-License-Identifier: GPL-3.0-or-later
// The adapter in a process of its own: the same cases through the socket, and the process killed at random moments under load: this
// side stays up and reconciles, and what it believes in the end is what the broker's own journal says. RIALTO_KILLS=50 makes a long run.
#include "venues.h"

#include "brokers/host/remote_adapter.h"
#include "brokers/reconcile/reconciling_adapter.h"
#include "oms/order_manager.h"
#include "support/test_main.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>

#include <chrono>
#include <csignal>
#include <map>
#include <set>

#ifndef _WIN32
#include <unistd.h>
#endif

using namespace rialto;
using namespace rialto::testing;

namespace {

Timestamp wallTime()
{
    return Timestamp(std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count());
}

std::string paperSettings(const QTemporaryDir& folder)
{
    return R"({"instruments":[{"id":1,"symbol":"DEMO","price":"100"}],"currency":"USD","journal":")" + folder.filePath("paper.jsonl").toStdString() + "\"}";
}

HostTerms hostTerms(const std::string& settings)
{
    HostTerms terms;
    terms.program = RIALTO_BIN_DIR "/rialto-adapter-host";
    terms.adapter = "plugin";
    terms.library = RIALTO_BIN_DIR "/rialto-paper-broker.so";
    terms.settings = settings;
    terms.firstPauseMillis = 20;
    terms.longestPauseMillis = 100;
    return terms;
}

} // namespace

class HostTest : public QObject {
    Q_OBJECT
private slots:
    void theCasesHoldThroughTheHost()
    {
        QTemporaryDir folder;
        auto remote = RemoteAdapter::open(hostTerms(paperSettings(folder)));
        QVERIFY2(remote.ok(), remote.ok() ? "" : remote.error().text().c_str());
        auto terms = termsOf(paperVenue());
        terms.letPass = [] {
            QThread::msleep(3);
            return wallTime();
        };
        terms.patienceNanos = 2 * kNanosPerSecond;
        const auto report = checkConformance(**remote, terms);
        std::string wrong;
        for (const auto& each : report.cases)
            if (each.outcome == CaseOutcome::Failed)
                wrong += "\n" + std::to_string(each.number) + " " + each.title + ": " + each.detail;
        QVERIFY2(wrong.empty(), wrong.c_str());
        QVERIFY(report.passed() >= 30);
    }
    void settingsThatCannotBeUsedAreToldWithTheReason()
    {
        const auto remote = RemoteAdapter::open(hostTerms("{}"));
        QVERIFY(!remote.ok());
        QCOMPARE(remote.error().code, std::string("broker.host-refused"));
        QVERIFY(remote.error().detail.find("instruments") != std::string::npos);
    }
    void aHostThatIsNotThereIsAnError()
    {
        auto terms = hostTerms("{}");
        terms.program = "/nowhere/rialto-adapter-host";
        const auto remote = RemoteAdapter::open(terms);
        QVERIFY(!remote.ok());
        QCOMPARE(remote.error().code, std::string("broker.host-missing"));
    }
    void keysStandInNoArgumentAndNoEnvironment()
    {
#ifdef __linux__
        QTemporaryDir folder;
        auto terms = hostTerms(paperSettings(folder));
        terms.secret = R"({"key":"SESAME-OPEN-7431"})";
        auto remote = RemoteAdapter::open(terms);
        QVERIFY(remote.ok());
        for (const char* name : {"cmdline", "environ"}) {
            QFile file(QStringLiteral("/proc/%1/%2").arg((*remote)->hostPid()).arg(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(bytes.size() > 10);
            QVERIFY(!bytes.contains("SESAME"));
        }
#else
        QSKIP("reads /proc");
#endif
    }
    void aHostThatHangsIsReplaced()
    {
#ifndef _WIN32
        QTemporaryDir folder;
        auto terms = hostTerms(paperSettings(folder));
        terms.silenceMillis = 700;
        auto remote = RemoteAdapter::open(terms);
        QVERIFY(remote.ok());
        (*remote)->start();
        EventLog log;
        QElapsedTimer time;
        time.start();
        while (time.elapsed() < 10'000 && log.connections.empty()) {
            QThread::msleep(5);
            (*remote)->poll(wallTime(), log);
        }
        const auto first = (*remote)->hostPid();
        ::kill(static_cast<pid_t>(first), SIGSTOP);
        time.restart();
        while (time.elapsed() < 10'000 && ((*remote)->hostPid() == first || log.connections.size() < 3)) {
            QThread::msleep(10);
            (*remote)->poll(wallTime(), log);
        }
        QVERIFY((*remote)->hostPid() != first);
        QVERIFY(log.connections.size() >= 3);
        QCOMPARE(log.connections[1].reason, std::string("broker.host-silent"));
        QVERIFY(log.connections.back().state == ConnectionState::Connected);
#else
        QSKIP("needs SIGSTOP");
#endif
    }
    void killedAtRandomUnderLoadNothingIsLostOrDoubled()
    {
#ifndef _WIN32
        const int kills = qEnvironmentVariableIsSet("RIALTO_KILLS") ? qEnvironmentVariableIntValue("RIALTO_KILLS") : 8;
        QTemporaryDir folder;
        const std::string settings = paperSettings(folder);
        auto opened = RemoteAdapter::open(hostTerms(settings));
        QVERIFY(opened.ok());
        RemoteAdapter& remote = **opened;
        ReconcilingAdapter broker(std::move(*opened), {150 * kNanosPerMilli, 500 * kNanosPerMilli, 60 * kNanosPerMilli, 10 * kNanosPerMinute});

        struct OurBook : BrokerEventSink {
            OrderManager orders;
            std::map<OrderId, std::string> absent;
            int lost = 0;
            int fills = 0;
            int serial = 0;
            bool connected = false;
            void onBrokerEvent(const BrokerEvent& event) override
            {
                if (const auto* report = std::get_if<ExecutionReport>(&event)) {
                    const auto applied = orders.apply(*report, Money::zero(Currency::literal("USD")));
                    fills += applied && applied->outcome == OrderManager::Outcome::Applied && report->lastQuantity.isPositive() ? 1 : 0;
                    if (report->event == OrderEvent::ConfirmedAbsent)
                        absent[report->order] = report->executionId;
                } else if (const auto* changed = std::get_if<ConnectionChanged>(&event)) {
                    connected = changed->state == ConnectionState::Connected;
                    if (changed->state != ConnectionState::Lost)
                        return;
                    ++lost;
                    for (const OrderId id : orders.openOrders()) {
                        ExecutionReport gone;
                        gone.executionId = "lost:" + std::to_string(++serial);
                        gone.order = id;
                        gone.event = OrderEvent::Lost;
                        const auto applied = orders.apply(gone, Money());
                        RIALTO_CHECK(applied.ok(), "every open order may be lost");
                    }
                }
            }
        } side;
        Rng rng(20261124);
        broker.start();
        int killed = 0;
        QElapsedTimer time;
        time.start();
        qint64 nextKill = 150;
        while (killed < kills && time.elapsed() < 120'000) {
            const std::uint32_t burst = rng.below(6);
            for (std::uint32_t i = 0; i < burst; ++i) {
                Order intent;
                intent.id = side.orders.nextId();
                intent.request.commandId = "K" + std::to_string(intent.id.value);
                intent.request.instrument = InstrumentId(1);
                intent.request.quantity = Quantity::of(10);
                intent.request.limit = Price::of(rng.chance(600) ? 101 : 90);
                QVERIFY(side.orders.add(intent).ok());
                BrokerOrder order = brokerOrder(intent.id.value, InstrumentId(1), Side::Buy, "10", intent.request.limit.text().c_str());
                order.clientOrderId = intent.request.commandId;
                broker.submit(order);
                if (rng.chance(200))
                    broker.cancel(OrderId(1 + rng.below(static_cast<std::uint32_t>(intent.id.value))));
            }
            QThread::msleep(2);
            broker.poll(wallTime(), side);
            if (time.elapsed() >= nextKill && remote.hostPid() > 0) {
                ::kill(static_cast<pid_t>(remote.hostPid()), SIGKILL);
                ++killed;
                nextKill = time.elapsed() + 50 + rng.below(250);
            }
        }
        QCOMPARE(killed, kills);
        const qint64 end = time.elapsed() + 20'000;
        int quiet = 0;
        while (time.elapsed() < end && quiet < 300) {
            QThread::msleep(3);
            broker.poll(wallTime(), side);
            quiet = side.connected && broker.undecided() == 0 ? quiet + 1 : 0;
        }
        QCOMPARE(broker.undecided(), std::size_t(0));
        QVERIFY(side.lost > 0);
        broker.stop();

        // The journal's word: a fresh adapter over a copy of it.
        QVERIFY(QFile::copy(folder.filePath("paper.jsonl"), folder.filePath("copy.jsonl")));
        const auto truth = paperAdapter(folder.filePath("copy.jsonl").toStdString());
        EventLog log;
        truth->start();
        truth->requestState(Timestamp(1));
        truth->poll(wallTime(), log);
        QCOMPARE(log.states.size(), std::size_t(1));
        std::set<std::string> ids;
        std::map<OrderId, Quantity> filled;
        std::set<OrderId> known;
        for (const auto& report : log.reports) {
            QVERIFY2(ids.insert(report.executionId).second, "an execution id was used twice");
            filled[report.order] += report.lastQuantity;
            if (report.event == OrderEvent::Accepted)
                known.insert(report.order);
        }
        std::set<OrderId> open(log.states[0].openOrders.begin(), log.states[0].openOrders.end());
        int absent = 0;
        for (const auto& [id, order] : side.orders.orders()) {
            const std::string who = "order " + std::to_string(id.value) + " " + std::string(name(order.state)) + " " + log.story(id);
            QVERIFY2(order.filled == filled[id], who.c_str());
            QVERIFY2(order.state != OrderState::Unknown && order.state != OrderState::PendingNew, who.c_str());
            QVERIFY2((known.count(id) != 0) != (side.absent.count(id) != 0), who.c_str());
            QVERIFY2(order.open() == (open.count(id) != 0), who.c_str());
            absent += side.absent.count(id) != 0 ? 1 : 0;
        }
        qInfo("%d kills of the host in %lld ms: %zu orders, %d fills, %d confirmed absent, %d starts of the host, %llu verbs lost; nothing lost, nothing doubled", killed,
            static_cast<long long>(time.elapsed()), side.orders.orders().size(), side.fills, absent, remote.starts(), static_cast<unsigned long long>(remote.lostVerbs()));
#else
        QSKIP("needs SIGKILL");
#endif
    }
};

RIALTO_TEST(HostTest)
#include "host_test.moc"
