// SPDX-License-Identifier: GPL-3.0-or-later
// Random streams of all order types and phases through the promises of tests/fuzz/matching_target.h, and damaged snapshots.
// RIALTO_EVENTS=100000000 runs that many events; the seed of a failing stream is printed before it stops.
#include "base/rng.h"
#include "fuzz/matching_target.h"
#include "support/test_main.h"

using rialto::Rng;
using rialto::fuzzing::MatchingRun;

class CommandStreamTest : public QObject {
    Q_OBJECT

    static std::vector<std::uint8_t> randomBytes(std::uint64_t seed, std::size_t size)
    {
        Rng rng(seed);
        std::vector<std::uint8_t> bytes(size);
        for (auto& byte : bytes)
            byte = static_cast<std::uint8_t>(rng.next() >> 56U);
        return bytes;
    }

private slots:
    void everyPromiseHoldsForRandomStreams()
    {
        const std::uint64_t wanted =
            qEnvironmentVariableIsSet("RIALTO_EVENTS") ? qEnvironmentVariable("RIALTO_EVENTS").toULongLong() : 300'000;
        constexpr std::size_t kCommands = 3'000;
        std::uint64_t events = 0;
        for (std::uint64_t seed = 1; events < wanted; ++seed) {
            qputenv("RIALTO_STREAM_SEED", QByteArray::number(static_cast<qulonglong>(seed))); // seen in a core dump
            const auto bytes = randomBytes(seed, kCommands * 64);
            events += MatchingRun().run({bytes.data(), bytes.size()}, kCommands);
        }
        QVERIFY(events >= wanted);
    }

    void unpricedOrdersBesideFarLevelsKeepEveryPromise()
    {
        const auto bytes = randomBytes(323, 192'000); // once traded with an order that was not there
        QVERIFY(MatchingRun().run({bytes.data(), bytes.size()}, 3'000) != 0);
    }

    void theSameStreamEndsInTheSameState()
    {
        const auto bytes = randomBytes(5, 60'000);
        MatchingRun first;
        MatchingRun second;
        MatchingRun other;
        first.run({bytes.data(), bytes.size()}, 1'000);
        second.run({bytes.data(), bytes.size()}, 1'000);
        other.run({bytes.data(), bytes.size()}, 990);
        QCOMPARE(first.hash(), second.hash());
        QVERIFY(first.hash() != other.hash());
    }

    void damagedSnapshotsAreRefusedOrWork()
    {
        const auto bytes = randomBytes(9, 60'000);
        MatchingRun run;
        run.run({bytes.data(), bytes.size()}, 900);
        const auto words = run.snapshot();
        Rng rng(3);
        for (int i = 0; i < 3'000; ++i) {
            auto damaged = words;
            for (std::uint32_t hits = 1 + rng.below(3); hits != 0; --hits)
                damaged[rng.below(static_cast<std::uint32_t>(damaged.size()))] ^= std::uint64_t{1} << rng.below(64);
            rialto::fuzzing::runSnapshotTarget(reinterpret_cast<const std::uint8_t*>(damaged.data()), damaged.size() * 8);
        }
        QVERIFY(rialto::matching::MatchingEngine::restored(words));
    }
};

RIALTO_TEST(CommandStreamTest)
#include "command_stream_test.moc"
