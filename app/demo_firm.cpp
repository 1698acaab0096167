// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_firm.h"

#include "base/rng.h"
#include "clients/suitability/questionnaire.h"
#include "domain/time_zone.h"

#include <algorithm>
#include <array>

namespace rialto::app {

namespace {

using namespace clients;

struct Origin {
    const char* country;
    const char* currency;
    std::array<const char*, 8> family;
    std::array<const char*, 8> familyZh;
    std::array<const char*, 8> given;
    std::array<const char*, 8> givenZh;
};

// Invented combinations of common names.
constexpr Origin kOrigins[] = {
    {"US", "USD", {"Whitcombe", "Hollander", "Pruitt", "Castellanos", "Abernathy", "Lindqvist", "Okafor", "Delacroix"}, {}, {"Margaret", "Daniel", "Rosalind", "Theodore", "Josephine", "Marcus", "Imani", "Everett"}, {}},
    {"GB", "USD", {"Ashdown", "Fairweather", "Penhaligon", "Thornbury", "Mackintosh", "Llewellyn", "Bannerjee", "Osei"}, {}, {"Harriet", "Alistair", "Beatrix", "Rupert", "Fiona", "Gareth", "Anjali", "Kwame"}, {}},
    {"DE", "EUR", {"Reinhardt", "Vogelsang", "Brandstetter", "Kessler", "Morgenroth", "Steinbach", "Yilmaz", "Novak"}, {}, {"Annelise", "Matthias", "Friederike", "Joachim", "Katharina", "Lukas", "Elif", "Tomas"}, {}},
    {"FR", "EUR", {"Beaumont", "Delorme", "Charpentier", "Rousselle", "Lefebvre", "Marchetti", "Benali", "Duquesne"}, {}, {"Solange", "Etienne", "Mathilde", "Laurent", "Camille", "Giulia", "Nadia", "Olivier"}, {}},
    {"CN", "CNY", {"Chen", "Wang", "Zhou", "Huang", "Sun", "Xu", "Guo", "Shan"}, {"陈", "王", "周", "黄", "孙", "徐", "郭", "单"}, {"Siyuan", "Zixuan", "Wenbo", "Yutong", "Haoran", "Meiling", "Jianguo", "Xinyi"},
        {"思远", "子萱", "文博", "雨桐", "浩然", "美玲", "建国", "欣怡"}},
    {"HK", "HKD", {"Cheung", "Leung", "Wong", "Lam", "Yip", "Kwok", "Tsang", "Ho"}, {"张", "梁", "黄", "林", "叶", "郭", "曾", "何"}, {"Ka Man", "Chi Wai", "Mei Yee", "Siu Ming", "Wai Han", "Tsz Kit", "Lai Fong", "Hoi Yan"},
        {"嘉敏", "志伟", "美仪", "小明", "慧娴", "子杰", "丽芳", "海恩"}},
};
constexpr const char* kAdvisors[] = {"m.harding", "l.zhang", "s.okoro", "c.brandt", "j.ferrer"};
constexpr const char* kTrades[] = {"Holdings", "Partners", "Logistics", "Precision", "Estates", "Foods", "Instruments", "Marine"};
constexpr const char* kMandates[] = {
    "max 15 % in any position\nno options, futures\nno shorts\nno borrowing\n",
    "max 60 % in equities\nmin 5 % in cash\nwarn: max 12 % in any position\nno crypto\n",
    "only bonds, funds, cash\nmax 25 % in any position\nno borrowing\n",
    "max 20 positions\nmax 20 % in any position\nwarn: min 3 % in cash\n",
};
constexpr const char* kSchedule =
    R"({"id":"standard","name":"Standard advisory","currency":"USD","period":"quarter","type":"marginal","aggregate":"household","tiers":[{"up_to":1000000,"rate":"1%"},{"up_to":5000000,"rate":"0.75%"},{"rate":"0.5%"}],"minimum":250})";
constexpr const char* kTasks[] = {"Annual review meeting", "Update proof of address", "Discuss excess cash", "Send performance report", "Confirm new beneficiary", "Prepare tax papers"};
constexpr const char* kRequests[] = {"Open an account in a second currency", "Lower the advisory fee", "Accept a deposit above the limit", "Lift the mandate's cash limit", "Change of address"};

class FirmSeeder {
public:
    FirmSeeder(EngineHost& host, const std::vector<simulator::Listing>& listings, const DemoHistory& history, std::uint64_t seed)
        : m_host(host), m_listings(listings), m_history(history), m_rng(seed ^ 0xF1F2ULL)
    {
        const auto& days = history.daily.begin()->second;
        for (const auto& bar : days)
            m_days.push_back(Date::ofUtc(bar.start));
        m_today = m_days.back() + 1;
        for (const auto& [key, record] : host.engine().registry().records())
            m_next[key.kind] = key.id + 1;
        m_client = host.engine().clients().empty() ? 1 : host.engine().clients().rbegin()->first.value + 1;
        m_account = host.engine().accounts().empty() ? 1 : host.engine().accounts().rbegin()->first.value + 1;
    }

    Result<void> run(int count)
    {
        adopt();
        while (m_made < count)
            family(count);
        requests();
        record();
        invest();
        return m_error ? Result<void>(*m_error) : m_host.commit();
    }

private:
    std::int64_t between(std::int64_t low, std::int64_t high) { return m_rng.between(low, high); }
    template <class Item, std::size_t Size>
    const Item& pick(const Item (&items)[Size])
    {
        return items[m_rng.below(static_cast<std::uint32_t>(Size))];
    }

    std::uint64_t add(RecordBody body, const char* by = nullptr)
    {
        ClientRecord record;
        record.body = std::move(body);
        auto& next = m_next.try_emplace(record.kind(), 1).first->second;
        record.id = next++;
        record.by = by != nullptr ? by : pick(kAdvisors);
        const std::uint64_t id = record.id;
        m_input.records.push_back(std::move(record));
        return id;
    }

    // The clients of the demo book get their records too.
    void adopt()
    {
        std::map<HouseholdId, PartyId> homes;
        for (const auto& [id, client] : m_host.engine().clients()) {
            if (m_host.engine().registry().partyOf(id).valid())
                continue;
            const bool trust = client.name.find("Trust") != std::string::npos;
            const PartyId party(add(Party{trust ? PartyKind::Trust : PartyKind::Person, client.number, client.name, client.nameZh, birthday(), "", id, false}));
            if (client.household.valid() && !trust) {
                auto& home = homes[client.household];
                if (!home.valid()) {
                    const std::string surname = client.nameZh.empty() ? client.name.substr(client.name.rfind(' ') + 1) : client.name.substr(0, client.name.find(' '));
                    home = PartyId(add(Party{PartyKind::Household, "H-" + std::to_string(1000 + client.household.value), surname + " household", "", std::nullopt, "", ClientId(), false}));
                    add(FeeAgreement{Node::of(home), kSchedule, std::nullopt, std::nullopt});
                }
                add(Ownership{home, Node::of(party), kWhole, "member"});
            }
            papers(party, trust ? PartyKind::Trust : PartyKind::Person);
        }
    }

    std::optional<Date> birthday() { return Date::of(static_cast<int>(between(1938, 1998)), static_cast<unsigned>(between(1, 12)), static_cast<unsigned>(between(1, 28))); }

    std::string numberOf(char letter) { return std::string(1, letter) + "-" + std::to_string(2000 + ++m_made); }

    PartyId client(PartyKind kind, std::string name, std::string nameZh, const Origin& origin, std::optional<Date> born)
    {
        const std::string number = numberOf('C');
        const Date opened = m_days.front() - static_cast<std::int32_t>(between(60, 2600));
        const ClientId id(m_client++);
        m_input.clients.push_back({id, HouseholdId(), number, name, nameZh, opened});
        const PartyId party(add(Party{kind, number, std::move(name), std::move(nameZh), born, origin.country, id, false}));
        const int accounts = m_rng.chance(250) ? 2 : 1;
        for (int a = 1; a <= accounts; ++a) {
            const Currency currency = Currency::literal(a == 1 ? origin.currency : "USD");
            const AccountId account(m_account++);
            m_input.accounts.push_back({account, id, "A-" + number.substr(2) + "-" + std::to_string(a), currency, opened});
            const std::int64_t size = kind == PartyKind::Person ? between(120, 2400) : between(900, 9000);
            const std::int64_t scale = currency.code() == "CNY" || currency.code() == "HKD" ? 7 : 1;
            m_funds.push_back({account, Money(size * 1000 * scale * currency.minorPerMajor(), currency), static_cast<std::size_t>(between(0, 3))});
        }
        papers(party, kind);
        return party;
    }

    void papers(PartyId party, PartyKind kind)
    {
        const bool high = m_rng.chance(80);
        const auto rating = high ? RiskRating::High : m_rng.chance(300) ? RiskRating::Medium : RiskRating::Low;
        const int years = rating == RiskRating::High ? 1 : rating == RiskRating::Medium ? 2 : 3;
        const Date reviewed = m_today - static_cast<std::int32_t>(between(10, years * 365 + 25));
        if (m_rng.chance(940))
            add(Kyc{party, KycStatus::Approved, rating, high && m_rng.chance(400), reviewed, reviewed + years * 365, high ? "Source of wealth documented; enhanced review" : "Salary and savings"});
        else
            add(Kyc{party, KycStatus::InProgress, RiskRating::Unrated, false, std::nullopt, m_today + static_cast<std::int32_t>(between(5, 40)), "Waiting for papers"});
        const Date issued = m_today - static_cast<std::int32_t>(between(200, 3600));
        const std::string serial = std::to_string(between(10'000'000, 99'999'999));
        add(Document{party, kind == PartyKind::Person ? DocumentKind::Passport : kind == PartyKind::Trust ? DocumentKind::TrustDeed : DocumentKind::CompanyRegister, serial, "", issued,
            kind == PartyKind::Trust ? std::nullopt : std::optional(issued + 3652), false});
        const Date proof = m_today - static_cast<std::int32_t>(between(20, 760));
        add(Document{party, DocumentKind::ProofOfAddress, "", "Utility bill", proof, proof + 730, false});
        if (kind == PartyKind::Person && m_rng.chance(800)) {
            std::vector<int> answers;
            for (const auto& question : standardQuestionnaire().questions)
                answers.push_back(static_cast<int>(m_rng.below(static_cast<std::uint32_t>(question.choices.size()))));
            if (const auto score = scoreOf(standardQuestionnaire(), answers))
                add(Assessment{party, standardQuestionnaire().id, answers, score->score, score->profile, reviewed});
        }
        if (m_rng.chance(380))
            add(Mandate{Node::of(party), "Investment policy", pick(kMandates), m_rng.chance(850)});
        if (m_rng.chance(260))
            add(Task{party, pick(kTasks), m_today + static_cast<std::int32_t>(between(-20, 75)), pick(kAdvisors), TaskState::Open, ""});
        if (m_rng.chance(25))
            add(ScreeningHit{party, "demo-list.csv", std::to_string(between(100, 999)), "A similar name", static_cast<int>(between(855, 930)), m_rng.chance(500) ? HitDecision::Open : HitDecision::FalsePositive,
                "Other date of birth"});
    }

    std::pair<std::string, std::string> nameOf(const Origin& origin, std::size_t family)
    {
        const auto given = m_rng.below(8);
        const bool chinese = origin.familyZh[0] != nullptr;
        const std::string latin = chinese ? std::string(origin.family[family]) + " " + origin.given[given] : std::string(origin.given[given]) + " " + origin.family[family];
        return {latin, chinese ? std::string(origin.familyZh[family]) + origin.givenZh[given] : std::string()};
    }

    void family(int count)
    {
        const Origin& origin = pick(kOrigins);
        const std::size_t surname = m_rng.below(8);
        const bool chinese = origin.familyZh[0] != nullptr;
        const PartyId home(add(Party{PartyKind::Household, "H-" + std::to_string(2000 + m_made + 1), std::string(origin.family[surname]) + " household",
            chinese ? std::string(origin.familyZh[surname]) + "家" : std::string(), std::nullopt, origin.country, ClientId(), false}));
        add(FeeAgreement{Node::of(home), kSchedule, std::nullopt, std::nullopt});
        std::vector<PartyId> adults;
        const int members = std::min<int>(static_cast<int>(between(1, 3)), count - m_made);
        std::string firstName;
        for (int i = 0; i < members; ++i) {
            auto [name, nameZh] = nameOf(origin, surname);
            if (name == firstName)
                name += " Jr";
            firstName = firstName.empty() ? name : firstName;
            const PartyId person = client(PartyKind::Person, name, nameZh, origin, birthday());
            add(Ownership{home, Node::of(person), kWhole, "member"});
            add(Contact{person, ContactKind::Email, "client" + std::to_string(2000 + m_made) + "@example.org", false});
            adults.push_back(person);
        }
        if (m_made < count && m_rng.chance(220)) {
            const PartyId company = client(PartyKind::Company, std::string(origin.family[surname]) + " " + pick(kTrades) + (std::string(origin.country) == "DE" ? " GmbH" : " Ltd"),
                chinese ? std::string(origin.familyZh[surname]) + "氏控股有限公司" : std::string(), origin, Date::of(static_cast<int>(between(1985, 2020)), 6, 1));
            std::int64_t left = kWhole;
            for (std::size_t i = 0; i < adults.size(); ++i) {
                const std::int64_t share = i + 1 == adults.size() ? left : left * 6 / 10;
                add(Ownership{adults[i], Node::of(company), share, i == 0 ? "director" : "shareholder"});
                left -= share;
            }
            if (m_made < count && m_rng.chance(350)) {
                const PartyId trust = client(PartyKind::Trust, std::string(origin.family[surname]) + " Family Trust", chinese ? std::string(origin.familyZh[surname]) + "氏家族信托" : std::string(), origin,
                    Date::of(static_cast<int>(between(1995, 2022)), 3, 1));
                add(Ownership{company, Node::of(trust), kWhole / 2, "corporate settlor"});
                add(Ownership{adults.front(), Node::of(trust), kWhole / 2, "settlor"});
            }
        }
    }

    void requests()
    {
        std::size_t at = 0;
        std::vector<PartyId> parties;
        for (const auto& record : m_input.records)
            if (const auto* party = std::get_if<Party>(&record.body); party != nullptr && party->client.valid())
                parties.emplace_back(record.id);
        for (const char* request : kRequests)
            add(Approval{parties[(at += 7) % parties.size()], request, kAdvisors[at % 5], ApprovalState::Waiting, "", ""}, kAdvisors[at % 5]);
    }

    void record() { stage(m_days.front(), std::exchange(m_input, {})); }

    void stage(Date day, EngineHost::Body body)
    {
        if (day != m_stagedDay) {
            m_stagedDay = day;
            m_time = fromLocal(day, 15 * 60 * kNanosPerMinute + 30 * kNanosPerMinute, "America/New_York").valueOr(day.startUtc());
        }
        m_time = m_time + kNanosPerSecond / 100;
        const Reply reply = m_host.stagePast(std::move(body), m_time, day);
        if (!reply.accepted && !m_error)
            m_error = corrupt("demo.refused", day.text() + (reply.refusals.empty() ? "" : " " + reply.refusals.front().code + " " + reply.refusals.front().detail));
    }

    struct Fund {
        AccountId account;
        Money money;
        std::size_t style;
    };

    // Money comes in on the first days and is invested over the weeks after, in what trades in the account's own currency.
    void invest()
    {
        std::size_t sequence = 0;
        for (const Fund& fund : m_funds)
            stage(m_days[1], MoveCash{"firm-cash-" + std::to_string(++sequence), fund.account, fund.money, "Opening deposit"});
        std::vector<std::vector<const simulator::Listing*>> choices(m_funds.size());
        for (std::size_t f = 0; f < m_funds.size(); ++f)
            for (const auto& listing : m_listings) {
                const auto kind = listing.instrument.assetClass();
                const bool suits = kind == AssetClass::Bond || kind == AssetClass::Fund || (kind == AssetClass::Equity && m_funds[f].style != 0);
                if (suits && listing.instrument.spec.currency == m_funds[f].money.currency())
                    choices[f].push_back(&listing);
            }
        for (std::size_t d = 2; d < std::min<std::size_t>(m_days.size(), 60); d += 5)
            for (std::size_t f = 0; f < m_funds.size(); ++f) {
                if (choices[f].empty() || !m_rng.chance(650))
                    continue;
                const Instrument& instrument = choices[f][m_rng.below(static_cast<std::uint32_t>(choices[f].size()))]->instrument;
                const Price price = m_history.daily.at(instrument.id)[d].close;
                const auto lot = valueOf(instrument, price, instrument.spec.lot);
                const std::int64_t budget = m_funds[f].money.minor() / 1000 * between(40, 120);
                const std::int64_t lots = lot && lot->minor() > 0 ? budget / lot->minor() : 0;
                const auto value = valueOf(instrument, price, Quantity::fromRaw(instrument.spec.lot.raw() * std::max<std::int64_t>(lots, 1)));
                if (lots == 0 || !value || m_host.engine().ledger().availableCash(m_funds[f].account, value->currency()).minor() < value->minor() * 11 / 10)
                    continue;
                const Money fee(std::max<std::int64_t>(value->minor() / 1000, value->currency().minorPerMajor()), value->currency());
                stage(m_days[d], BookTrade{"firm-buy-" + std::to_string(++sequence), m_funds[f].account, instrument.id, Quantity::fromRaw(instrument.spec.lot.raw() * lots), price, fee,
                                     Money::zero(value->currency())});
            }
    }

    EngineHost& m_host;
    const std::vector<simulator::Listing>& m_listings;
    const DemoHistory& m_history;
    Rng m_rng;
    std::vector<Date> m_days;
    Date m_today;
    Date m_stagedDay;
    Timestamp m_time;
    std::map<RecordKind, std::uint64_t> m_next;
    std::uint64_t m_client = 1;
    std::uint64_t m_account = 1;
    int m_made = 0;
    RecordClients m_input;
    std::vector<Fund> m_funds;
    std::optional<Error> m_error;
};

} // namespace

Result<void> seedDemoFirm(EngineHost& host, const std::vector<simulator::Listing>& listings, const DemoHistory& history, std::uint64_t seed, int clients)
{
    return FirmSeeder(host, listings, history, seed).run(clients);
}

} // namespace rialto::app
