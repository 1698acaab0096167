// SPDX-License-Identifier: GPL-3.0-or-later
// The numbered cases on every adapter in this process, and adapters that break a promise on purpose: the suite must find them out.
#include "venues.h"

#include "brokers/reconcile/reconciling_adapter.h"
#include "support/test_main.h"

#include <set>

using namespace rialto;
using namespace rialto::testing;

namespace {

std::string failures(const ConformanceReport& report)
{
    std::string text;
    for (const auto& each : report.cases)
        if (each.outcome == CaseOutcome::Failed)
            text += "\n" + std::to_string(each.number) + " " + each.title + ": " + each.detail;
    return text;
}

// Passes everything on; the deceivers below change one thing each.
class Deceiver : public BrokerAdapter {
public:
    explicit Deceiver(std::unique_ptr<BrokerAdapter> inner) : m_inner(std::move(inner)) {}
    std::string id() const override { return m_inner->id(); }
    BrokerCapabilities capabilities() const override { return m_inner->capabilities(); }
    void start() override { m_inner->start(); }
    void stop() override { m_inner->stop(); }
    void submit(const BrokerOrder& order) override { m_inner->submit(order); }
    void replace(OrderId order, Quantity quantity, Price limit) override { m_inner->replace(order, quantity, limit); }
    void cancel(OrderId order) override { m_inner->cancel(order); }
    void subscribe(InstrumentId instrument) override { m_inner->subscribe(instrument); }
    void unsubscribe(InstrumentId instrument) override { m_inner->unsubscribe(instrument); }
    void requestState(Timestamp since) override { m_inner->requestState(since); }
    void poll(Timestamp now, BrokerEventSink& sink) override
    {
        struct Catch : BrokerEventSink {
            std::vector<BrokerEvent> events;
            void onBrokerEvent(const BrokerEvent& event) override { events.push_back(event); }
        } caught;
        m_inner->poll(now, caught);
        for (auto& event : caught.events)
            if (bend(event))
                sink.onBrokerEvent(event);
    }

protected:
    virtual bool bend(BrokerEvent&) { return true; }
    std::unique_ptr<BrokerAdapter> m_inner;
};

struct NewIdsEachTime : Deceiver {
    using Deceiver::Deceiver;
    int serial = 0;
    bool bend(BrokerEvent& event) override
    {
        if (auto* report = std::get_if<ExecutionReport>(&event))
            report->executionId += "-" + std::to_string(++serial);
        return true;
    }
};

struct ForgetsIdempotency : Deceiver {
    using Deceiver::Deceiver;
    int serial = 0;
    void submit(const BrokerOrder& order) override
    {
        auto other = order;
        other.clientOrderId += "-" + std::to_string(++serial);
        m_inner->submit(other);
    }
};

struct SwallowsLastFills : Deceiver {
    using Deceiver::Deceiver;
    bool bend(BrokerEvent& event) override
    {
        const auto* report = std::get_if<ExecutionReport>(&event);
        return report == nullptr || report->event != OrderEvent::LastFill;
    }
};

struct ListsNothing : Deceiver {
    using Deceiver::Deceiver;
    bool bend(BrokerEvent& event) override
    {
        if (auto* state = std::get_if<BrokerState>(&event))
            state->openOrders.clear();
        return true;
    }
};

} // namespace

class ConformanceTest : public QObject {
    Q_OBJECT
private slots:
    void thePaperBrokerKeepsEveryPromise()
    {
        const auto venue = paperVenue();
        const auto report = checkConformance(*venue.adapter, termsOf(venue));
        QVERIFY2(report.failed() == 0, failures(report).c_str());
        QVERIFY(report.passed() >= 30);
        QCOMPARE(report.score(), 100);
    }
    void theSimulatorKeepsEveryPromise()
    {
        const auto venue = simulatorVenue();
        const auto report = checkConformance(*venue.adapter, termsOf(venue));
        QVERIFY2(report.failed() == 0, failures(report).c_str());
        QVERIFY(report.passed() >= 30);
    }
    void reconcilingChangesNothingOfThePromises()
    {
        auto venue = paperVenue();
        // With a short horizon the owner hears states almost from the start.
        ReconcilingAdapter adapter(std::move(venue.adapter), {3 * kNanosPerSecond, 200 * kNanosPerMilli, 100 * kNanosPerMilli, kNanosPerMinute});
        const auto report = checkConformance(adapter, termsOf(venue));
        // Executions that are known are not told again: 503 knows that, as the ids stay the same.
        for (const auto& each : report.cases)
            QVERIFY2(each.outcome != CaseOutcome::Failed || each.number == 503, failures(report).c_str());
    }
    void numbersAreUniqueAndRise()
    {
        int last = 0;
        std::set<std::string> titles;
        for (const auto& each : conformanceCases()) {
            QVERIFY(each.number > last);
            last = each.number;
            QVERIFY(titles.insert(each.title).second);
        }
        QVERIFY(titles.size() >= 30);
    }
    void brokenPromisesAreFoundOut()
    {
        const auto failed = [](BrokerAdapter& adapter, int number) {
            const auto venue = paperVenue();
            auto terms = termsOf(venue);
            terms.patienceNanos = kNanosPerSecond;
            for (const auto& each : checkConformance(adapter, terms).cases)
                if (each.number == number)
                    return each.outcome == CaseOutcome::Failed;
            return false;
        };
        NewIdsEachTime ids(paperAdapter());
        QVERIFY(failed(ids, 503));
        ForgetsIdempotency twice(paperAdapter());
        QVERIFY(failed(twice, 203));
        SwallowsLastFills swallows(paperAdapter());
        QVERIFY(failed(swallows, 401));
        ListsNothing lists(paperAdapter());
        QVERIFY(failed(lists, 501));
    }
};

RIALTO_TEST(ConformanceTest)
#include "conformance_test.moc"
