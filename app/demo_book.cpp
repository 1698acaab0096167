// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_book.h"

#include "base/rng.h"
#include "domain/time_zone.h"

#include <algorithm>

namespace rialto::app {

namespace {

struct DemoClient {
    const char* number;
    const char* name;
    const char* nameZh;
    int household;
    const char* currency;
    int depositThousands;
};

// Invented people; a household number shared is a household shared.
constexpr DemoClient kClients[] = {
    {"C-1001", "Amelia Hartwell", "", 1, "USD", 850}, {"C-1002", "Thomas Hartwell", "", 1, "USD", 420},
    {"C-1003", "Lin Yuchen", "林雨辰", 2, "CNY", 5200}, {"C-1004", "Lin Jiaqi", "林佳琪", 2, "CNY", 1800},
    {"C-1005", "Bram van Oosterveld", "", 3, "EUR", 640}, {"C-1006", "Chiara Montesanto", "", 4, "EUR", 1250},
    {"C-1007", "Chan Wing Sum", "陈咏心", 5, "HKD", 7400}, {"C-1008", "Priya Raghunathan", "", 6, "USD", 310},
    {"C-1009", "Noah Ellingsworth", "", 7, "USD", 2300}, {"C-1010", "Zhao Mingyuan", "赵明远", 8, "CNY", 9600},
    {"C-1011", "Svea Lindholm", "", 9, "EUR", 480}, {"C-1012", "Okonkwo Family Trust", "", 10, "USD", 4100},
};

class Seeder {
public:
    Seeder(EngineHost& host, const std::vector<simulator::Listing>& listings, const DemoHistory& history, std::uint64_t seed)
        : m_host(host), m_listings(listings), m_history(history), m_rng(seed ^ 0xB00CULL)
    {
    }

    Result<void> run()
    {
        const auto& days = m_history.daily.begin()->second;
        say(Date::ofUtc(days.front().start), [&] { addReferenceData(); });
        for (std::size_t d = 0; d < days.size(); ++d)
            say(Date::ofUtc(days[d].start), [&] { liveThrough(d); });
        return m_error ? Result<void>(*m_error) : m_host.commit();
    }

private:
    template <class Action>
    void say(Date day, Action action)
    {
        m_day = day;
        m_time = fromLocal(day, 15 * 60 * kNanosPerMinute, "America/New_York").valueOr(day.startUtc());
        action();
    }

    bool stage(EngineHost::Body body)
    {
        m_time = m_time + kNanosPerSecond;
        const Reply reply = m_host.stagePast(std::move(body), m_time, m_day);
        return reply.accepted;
    }
    // Reference data must be taken; a refusal is a contradiction in the demo itself.
    void must(EngineHost::Body body)
    {
        if (!stage(std::move(body)) && !m_error)
            m_error = corrupt("demo.refused", m_day.text());
    }
    std::string id(const char* kind) { return std::string("demo-") + kind + "-" + std::to_string(++m_sequence); }

    void addReferenceData()
    {
        for (const auto& listing : m_listings)
            must(AddInstrument{listing.instrument});
        std::uint64_t number = 0;
        for (const auto& row : kClients) {
            ++number;
            must(AddClient{{ClientId(number), HouseholdId(static_cast<std::uint64_t>(row.household)), row.number, row.name, row.nameZh, m_day}});
            must(AddAccount{{AccountId(number), ClientId(number), std::string("A-") + (row.number + 2) + "-1", Currency::literal(row.currency), m_day}});
            must(MoveCash{id("cash"), AccountId(number), Money(std::int64_t{row.depositThousands} * 100'000, Currency::literal(row.currency)),
                "Opening deposit"});
        }
    }

    void liveThrough(std::size_t d)
    {
        for (std::size_t c = 0; c < std::size(kClients); ++c) {
            const AccountId account(c + 1);
            // Most of the investing happens in the first weeks; later the book is tended.
            const bool building = d >= 1 && d < 40;
            if (m_rng.chance(building ? 450 : 18))
                buySomething(c, account, d);
            if (!building && m_rng.chance(8))
                sellSomething(account, d);
            if (d > 20 && m_rng.chance(4))
                addMoney(c, account);
        }
        if (d % 62 == 61)
            payIncome(d);
    }

    Price closeOf(InstrumentId instrument, std::size_t d) const { return m_history.daily.at(instrument)[d].close; }

    const simulator::Listing* pair(const Currency& base, const Currency& quote) const
    {
        for (const auto& listing : m_listings)
            if (const auto* details = std::get_if<FxPair>(&listing.instrument.details))
                if (details->base == base && listing.instrument.spec.currency == quote)
                    return &listing;
        return nullptr;
    }

    Money feeOf(const Money& value) const
    {
        const Money fee = scale(value, 1, 1000, Rounding::HalfEven).valueOr(Money::zero(value.currency()));
        return std::max(fee, Money(value.currency().minorPerMajor() * 2, value.currency()), [](const Money& a, const Money& b) { return a < b; });
    }

    // Buys `currency` with the account's own, enough for `need`; both pair directions.
    bool exchangeFor(AccountId account, const Currency& own, const Money& need, std::size_t d)
    {
        if (own == need.currency())
            return true;
        const bool direct = pair(need.currency(), own) != nullptr;
        const auto* listing = direct ? pair(need.currency(), own) : pair(own, need.currency());
        if (listing == nullptr)
            return false;
        const Price rate = closeOf(listing->instrument.id, d);
        const std::int64_t lot = listing->instrument.spec.lot.raw();
        // Base units wanted: the need itself, or the need at the rate; rounded up to whole lots.
        const Int128 base = direct ? Int128(need.minor()) * kFixedOne / need.currency().minorPerMajor()
                                   : Int128(need.minor()) * kFixedOne * kFixedOne / need.currency().minorPerMajor() / rate.raw();
        const std::int64_t lots = narrow(divideRounded(base, lot, Rounding::Up)).value_or(0);
        const Quantity quantity = Quantity::fromRaw((lots + 1) * lot);
        const auto value = valueOf(listing->instrument, rate, quantity);
        if (!value)
            return false;
        const Money cost = direct ? *value : Money(quantity.raw() / (kFixedOne / own.minorPerMajor()), own);
        if (m_host.engine().ledger().availableCash(account, own) < cost)
            return false;
        const Currency quote = listing->instrument.spec.currency;
        return stage(BookTrade{id("fx"), account, listing->instrument.id, direct ? quantity : -quantity, rate, Money::zero(quote), Money::zero(quote)});
    }

    void buySomething(std::size_t client, AccountId account, std::size_t d)
    {
        const auto& listing = m_listings[m_rng.below(static_cast<std::uint32_t>(m_listings.size()))];
        const Instrument& instrument = listing.instrument;
        const auto kind = instrument.assetClass();
        if (kind == AssetClass::Index || kind == AssetClass::Future || kind == AssetClass::Option || kind == AssetClass::FxPair)
            return;
        const Currency own = Currency::literal(kClients[client].currency);
        // People buy at home twice as readily as abroad.
        if (instrument.spec.currency != own && m_rng.chance(500))
            return;
        const Price price = closeOf(instrument.id, d);
        const std::int64_t major = std::int64_t{kClients[client].depositThousands} * m_rng.between(30, 110);
        const auto lotValue = valueOf(instrument, price, instrument.spec.lot);
        if (!lotValue || lotValue->minor() <= 0)
            return;
        // Sizes are meant in the own currency; as a number of the other one they are near enough for a demo, scaled by the rate.
        std::int64_t budget = major * instrument.spec.currency.minorPerMajor();
        if (instrument.spec.currency != own)
            budget = own.code() == "CNY" || own.code() == "HKD" ? budget / 8 : instrument.spec.currency.code() == "CNY" || instrument.spec.currency.code() == "HKD" ? budget * 7 : budget;
        const std::int64_t lots = budget / lotValue->minor();
        if (lots == 0)
            return;
        const Quantity quantity = Quantity::fromRaw(lots * instrument.spec.lot.raw());
        const auto value = valueOf(instrument, price, quantity);
        if (!value)
            return;
        const Money fee = feeOf(*value);
        const Money need = *value + fee;
        if (m_host.engine().ledger().availableCash(account, instrument.spec.currency) < need && !exchangeFor(account, own, need, d))
            return;
        if (m_host.engine().ledger().availableCash(account, instrument.spec.currency) < need)
            return;
        stage(BookTrade{id("buy"), account, instrument.id, quantity, price, fee, Money::zero(instrument.spec.currency)});
    }

    void sellSomething(AccountId account, std::size_t d)
    {
        const auto& listing = m_listings[m_rng.below(static_cast<std::uint32_t>(m_listings.size()))];
        const Instrument& instrument = listing.instrument;
        const Quantity held = m_host.engine().ledger().position(account, instrument.id);
        const std::int64_t lots = held.raw() / instrument.spec.lot.raw() * m_rng.between(300, 700) / 1000;
        if (lots <= 0)
            return;
        const Quantity quantity = Quantity::fromRaw(lots * instrument.spec.lot.raw());
        const Price price = closeOf(instrument.id, d);
        const auto value = valueOf(instrument, price, quantity);
        if (value)
            stage(BookTrade{id("sell"), account, instrument.id, -quantity, price, feeOf(*value), Money::zero(instrument.spec.currency)});
    }

    void addMoney(std::size_t client, AccountId account)
    {
        const Currency own = Currency::literal(kClients[client].currency);
        const std::int64_t thousandths = m_rng.between(10, 60);
        Money amount(std::int64_t{kClients[client].depositThousands} * thousandths * own.minorPerMajor(), own);
        const bool withdraw = m_rng.chance(300);
        stage(MoveCash{id("cash"), account, withdraw ? -amount : amount, withdraw ? "Withdrawal" : "Deposit"});
    }

    // Half a per cent of the value each quarter, 15 % withheld on shares; bonds pay half their yearly coupon every second quarter.
    void payIncome(std::size_t d)
    {
        for (std::size_t c = 0; c < std::size(kClients); ++c)
            for (const auto& listing : m_listings) {
                const Instrument& instrument = listing.instrument;
                const AccountId account(c + 1);
                const Quantity held = m_host.engine().ledger().position(account, instrument.id);
                const auto kind = instrument.assetClass();
                if (!held.isPositive() || (kind != AssetClass::Equity && kind != AssetClass::Fund && kind != AssetClass::Bond))
                    continue;
                const auto* bond = std::get_if<Bond>(&instrument.details);
                if (bond != nullptr && d % 124 != 123)
                    continue;
                const Price rate = bond != nullptr ? Price::fromRaw(bond->couponPercent.raw() / 2)
                                                   : Price::fromRaw(closeOf(instrument.id, d).raw() / 200);
                const auto gross = valueOf(instrument, rate, held);
                if (!gross || gross->minor() <= 0)
                    continue;
                const Money withheld = kind == AssetClass::Equity ? scale(*gross, 15, 100, Rounding::HalfEven).valueOr(Money::zero(gross->currency()))
                                                                  : Money::zero(gross->currency());
                stage(BookIncome{id("income"), account, instrument.id, GroupKind::Dividend, *gross, withheld, ""});
            }
    }

    EngineHost& m_host;
    const std::vector<simulator::Listing>& m_listings;
    const DemoHistory& m_history;
    Rng m_rng;
    Date m_day;
    Timestamp m_time;
    std::uint64_t m_sequence = 0;
    std::optional<Error> m_error;
};

} // namespace

Result<void> seedDemoBook(EngineHost& host, const std::vector<simulator::Listing>& listings, const DemoHistory& history, std::uint64_t seed)
{
    return Seeder(host, listings, history, seed).run();
}

} // namespace rialto::app
