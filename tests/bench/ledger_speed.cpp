// SPDX-License-Identifier: GPL-3.0-or-later
// A book with a million postings: milliseconds for its trial balance (now, and as of a day as known at an instant), one
// client's holdings with their lots, and a year's profit and loss of that client.
//   ledger_speed [postings 1000000] [accounts 2000]
#include "base/rng.h"
#include "ledger/posting.h"
#include "ledger/tax_lots.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using namespace rialto;

namespace {

Instrument share(std::uint32_t id)
{
    Instrument it;
    it.id = InstrumentId(id);
    it.symbol = "S" + std::to_string(id);
    it.mic = "XSIM";
    it.name = it.symbol;
    it.calendarId = "WEEKDAYS";
    it.timeZone = "UTC";
    it.spec = {Currency::literal("USD"), Price::literal("0.01"), Quantity::of(1), {1, 1}, 2, 2};
    return it;
}

template <class Action>
void measure(const char* what, Action action)
{
    double best = 1e9;
    for (int run = 0; run < 5; ++run) {
        const auto begin = std::chrono::steady_clock::now();
        action();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
        best = std::min(best, took.count());
    }
    std::printf("%-52s %9.2f ms\n", what, best);
}

} // namespace

int main(int argc, char** argv)
{
    const std::size_t postings = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    const std::size_t accounts = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 2000;
    const Currency usd = Currency::literal("USD");
    std::vector<Instrument> instruments;
    for (std::uint32_t i = 1; i <= 200; ++i)
        instruments.push_back(share(i));
    Rng rng(11);
    Ledger ledger;
    std::size_t legs = 0;
    const Date first = Date::of(2020, 1, 1);
    const auto begin = std::chrono::steady_clock::now();
    for (std::size_t n = 0; legs < postings; ++n) {
        const Date day = first + static_cast<std::int32_t>(legs * 2000 / postings);
        const AccountId account(1 + rng.below(static_cast<std::uint32_t>(accounts)));
        const Instrument& instrument = instruments[(account.value * 7 + rng.below(12)) % instruments.size()];
        const std::int64_t size = rng.between(1, 300) * (rng.chance(450) ? -1 : 1);
        auto group = n % 20 == 0
            ? depositGroup(std::to_string(n), account, Money(rng.between(1, 1'000'000), usd), day.startUtc(), day, "")
            : *bookedTradeGroup(ledger, std::to_string(n), account, instrument, Quantity::of(size), Price::fromRaw(rng.between(500, 50'000) * 1'000'000), Money(250, usd), Money::zero(usd), day.startUtc(), day,
                  day + 2);
        legs += group.transfers.size();
        if (!ledger.apply(std::move(group)).ok())
            return 1;
    }
    const std::chrono::duration<double> filled = std::chrono::steady_clock::now() - begin;
    std::printf("%zu postings in %zu groups, %zu accounts, posted in %.2f s (%.0f postings a second in memory)\n", legs, ledger.groups().size(), accounts, filled.count(), static_cast<double>(legs) / filled.count());
    std::size_t kept = 0;
    measure("trial balance", [&] { kept += ledger.trialBalance().size(); });
    const Timestamp middle = (first + 1000).startUtc();
    measure("trial balance as of a day, as known at an instant", [&] { kept += trialBalance(ledger.groups(), middle, middle).size(); });
    const AccountId client(17);
    measure("a client's holdings with lots", [&] {
        for (const auto& instrument : instruments)
            if (!ledger.position(client, instrument.id).isZero())
                kept += lotsOf(ledger.groups(), client, instrument, Date(INT32_MAX)).open.size();
    });
    measure("a client's profit and loss of a year", [&] {
        std::vector<TransferGroup> own;
        for (const auto& group : ledger.groups())
            if (group.account == client)
                own.push_back(group);
        Money sum = Money::zero(usd);
        for (const auto& instrument : instruments)
            for (const auto& gain : lotsOf(own, client, instrument, Date(INT32_MAX)).realised)
                if (gain.disposed.year() == 2023)
                    sum += gain.gain();
        kept += static_cast<std::size_t>(sum.minor() & 1);
    });
    std::printf("(%zu)\n", kept);
    return 0;
}
