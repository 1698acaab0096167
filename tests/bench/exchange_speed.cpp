// SPDX-License-Identifier: GPL-3.0-or-later
// exchange_speed [minutes] [seed]: runs the demo market at full speed and prints what a simulated second costs, in processor
// time, so that other work on the machine does not count. Once in sixty polls a second, as a window does at speed 1, and once
// in one go; both must make the same trades.
#include "simulator/demo_instruments.h"
#include "brokers/simulator/simulator_adapter.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace rialto;

namespace {

struct Counter : BrokerEventSink {
    std::uint64_t quotes = 0;
    void onBrokerEvent(const BrokerEvent& event) override { quotes += std::holds_alternative<Quote>(event) ? 1 : 0; }
};

double cpuSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

simulator::SimulatorConfig demo(std::uint64_t seed)
{
    const Date day = Date::of(2026, 3, 2);
    simulator::SimulatorConfig config;
    config.seed = seed;
    config.runId = "bench";
    config.start = day.startUtc();
    config.listings = simulator::demoListings(day);
    return config;
}

} // namespace

int main(int argc, char** argv)
{
    const std::int64_t minutes = argc > 1 ? std::atoll(argv[1]) : 390;
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
    const double seconds = static_cast<double>(minutes) * 60;

    simulator::SimulatorAdapter adapter(demo(seed));
    adapter.start();
    Counter counter;
    const double pollStart = cpuSeconds();
    for (std::int64_t poll = 0; poll <= minutes * 3600; ++poll)
        adapter.poll(Timestamp(poll * kNanosPerSecond / 60), counter);
    const double polled = cpuSeconds() - pollStart;
    const auto counters = adapter.exchange().counters();

    simulator::SimulatedExchange exchange(demo(seed));
    Counter ignored;
    const double start = cpuSeconds();
    exchange.advanceBy(minutes * kNanosPerMinute, ignored);
    const double spent = cpuSeconds() - start;
    const bool same = adapter.exchange().tradeHash() == exchange.tradeHash();

    const auto each = [&](std::uint64_t count) { return static_cast<double>(count) / seconds; };
    std::printf("instruments=%zu simulated_s=%.0f acts=%llu commands=%llu trades=%llu quotes=%llu\n", exchange.listings().size(),
                seconds, static_cast<unsigned long long>(counters.acts), static_cast<unsigned long long>(counters.commands),
                static_cast<unsigned long long>(counters.trades), static_cast<unsigned long long>(counter.quotes));
    std::printf("per simulated second: acts=%.1f commands=%.1f trades=%.2f quotes=%.1f\n", each(counters.acts),
                each(counters.commands), each(counters.trades), each(counter.quotes));
    std::printf("60 polls a second: cpu_us_per_simulated_s=%.1f percent_of_a_core_at_1x=%.4f\n", polled / seconds * 1e6,
                polled / seconds * 100);
    std::printf("in one go: cpu_us_per_simulated_s=%.1f acts_per_s=%.0f commands_per_s=%.0f times_real=%.0f\n", spent / seconds * 1e6,
                static_cast<double>(counters.acts) / spent, static_cast<double>(counters.commands) / spent, seconds / spent);
    std::printf("same_trades=%s trade_hash=%016llx\n", same ? "yes" : "NO", static_cast<unsigned long long>(exchange.tradeHash()));
    return same ? 0 : 1;
}
