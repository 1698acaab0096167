// SPDX-License-Identifier: GPL-3.0-or-later
// Random books: deposits, trades, shorts, currencies, income, fees, statements and corporate actions with their undoing.
// RIALTO_EVENTS=100000 RIALTO_SEED=7 for a long run; the suite runs a short one over several seeds.
#include "base/rng.h"
#include "ledger/corporate_posting.h"
#include "ledger/tax_lots.h"
#include "support/test_main.h"
#include "support/trading_fixture.h"

#include <map>

using namespace rialto;
using rialto::testing::Desk;

namespace {

const Currency kUsd = Currency::literal("USD");
const char* const kShares[] = {"AAA", "BBB", "CCC", "DDD", "EEE"};

class RandomBook {
public:
    explicit RandomBook(std::uint64_t seed) : m_rng(seed)
    {
        for (std::uint32_t i = 1; i < std::size(kShares); ++i)
            m_desk.say(AddInstrument{rialto::testing::equity(10 + i, kShares[i])});
        m_desk.say(MoveCash{"start", AccountId(1), Money(500'000'000, kUsd), "start"});
    }

    void step()
    {
        const std::string id = "e" + std::to_string(++m_count);
        const auto dice = m_rng.below(1000);
        if (dice < 620)
            trade(id);
        else if (dice < 680)
            tell(MoveCash{id, AccountId(1), Money(m_rng.between(-20'000, 60'000), kUsd), "cash"});
        else if (dice < 740)
            tell(BookIncome{id, AccountId(1), share(), GroupKind::Dividend, Money(m_rng.between(1, 9'000), kUsd), Money(m_rng.between(0, 900), kUsd), ""});
        else if (dice < 790)
            tell(PostFees{{{id, AccountId(1), Money(m_rng.between(1, 5'000), kUsd), m_desk.day, "fee"}}});
        else if (dice < 830)
            tell(BookTrade{id, AccountId(1), InstrumentId(3), Quantity::of(1000 * m_rng.between(-5, 5)), Price::fromRaw(m_rng.between(90'000'000, 130'000'000)), Money(100, kUsd), Money::zero(kUsd)});
        else if (dice < 870)
            statement(id);
        else if (dice < 920)
            action(id);
        else if (dice < 950 && !m_actions.empty())
            tell(UndoAction{m_actions[m_rng.below(static_cast<std::uint32_t>(m_actions.size()))]});
        else
            m_desk.day = m_desk.day + 1;
    }

    /// Each asset sums to zero over all accounts.
    bool balanced() const
    {
        std::map<std::uint64_t, std::int64_t> sums;
        for (const auto& row : m_desk.engine.ledger().trialBalance())
            sums[row.asset.key] += row.balance;
        return std::all_of(sums.begin(), sums.end(), [](const auto& each) { return each.second == 0; });
    }

    /// What was paid for shares less what actions paid out is what the open lots cost less what the closed ones gained, and
    /// lots and ledger agree on the shares.
    QString basisFault() const
    {
        const auto& ledger = m_desk.engine.ledger();
        std::int64_t paid = 0;
        for (const auto& group : ledger.groups()) {
            const bool isAction = group.kind == GroupKind::CorporateAction;
            if ((group.kind != GroupKind::Trade && !isAction) || group.instrument == InstrumentId(3) || ledger.contains("reversal:" + group.key))
                continue;
            for (const auto& transfer : group.transfers)
                if (!transfer.asset.isInstrument())
                    paid += transfer.from.bucket == Bucket::Own ? transfer.amount : -transfer.amount;
        }
        std::int64_t basis = 0;
        for (const char* symbol : kShares) {
            const Instrument& instrument = *m_desk.engine.findInstrument(symbol);
            const LotBook lots = lotsOf(ledger.groups(), AccountId(1), instrument, Date(INT32_MAX));
            if (lots.quantity() != ledger.position(AccountId(1), instrument.id))
                return QStringLiteral("%1: lots hold %2, the ledger %3").arg(QString::fromLatin1(symbol), QString::fromStdString(lots.quantity().text()), QString::fromStdString(ledger.position(AccountId(1), instrument.id).text()));
            basis += lots.cost(kUsd).minor() - lots.realisedGain(kUsd).minor();
        }
        return basis == paid ? QString() : QStringLiteral("basis %1, paid %2").arg(basis).arg(paid);
    }

    bool rebuildsEqual() const
    {
        Engine again;
        for (auto fact : m_desk.facts)
            if (!again.restore(std::move(fact)).ok())
                return false;
        return again.hash() == m_desk.engine.hash() && again.ledger().check().ok();
    }

    std::size_t posted() const { return m_posted; }
    std::size_t undone() const { return m_undone; }

private:
    InstrumentId share() { return m_desk.engine.findInstrument(kShares[m_rng.below(5)])->id; }

    template <class Body>
    bool tell(Body body)
    {
        const auto result = m_desk.say(std::move(body));
        if constexpr (std::is_same_v<Body, UndoAction>)
            m_undone += result.reply.accepted && !result.reply.repeated ? 1 : 0;
        return result.reply.accepted;
    }

    void trade(const std::string& id)
    {
        std::int64_t size = m_rng.between(1, 400);
        if (m_rng.chance(470))
            size = -size; // more than is held: a short position
        tell(BookTrade{id, AccountId(1), share(), Quantity::of(size), Price::fromRaw(m_rng.between(50, 40'000) * 1'000'000), Money(m_rng.between(0, 400), kUsd), Money(m_rng.between(0, 90), kUsd)});
    }

    void statement(const std::string& id)
    {
        if (m_batches.size() > 3 && m_rng.chance(300)) {
            tell(UndoStatement{m_batches[m_rng.below(static_cast<std::uint32_t>(m_batches.size()))]});
            return;
        }
        std::vector<ImportedEntry> entries;
        for (int i = 0; i < 3; ++i)
            entries.push_back({id + "-" + std::to_string(i), AccountId(1), Money(m_rng.between(1, 5'000), kUsd), m_desk.day, m_desk.day, "entry"});
        if (tell(ImportStatement{id, {}, {}, entries}))
            m_batches.push_back(id);
    }

    void action(const std::string& id)
    {
        const auto from = m_rng.below(5);
        const std::string symbol = kShares[from];
        const std::string other = kShares[(from + 1 + m_rng.below(4)) % 5];
        const auto ratio = [&] { return " ratio=" + std::to_string(m_rng.between(1, 7)) + ":" + std::to_string(m_rng.between(1, 7)); };
        const std::string whole = m_rng.chance(300) ? " whole lieu=" + std::to_string(m_rng.between(1, 90)) : std::string();
        std::string line;
        switch (m_rng.below(9)) {
        case 0: line = "split " + symbol + ratio() + whole; break;
        case 1: line = "bonus " + symbol + ratio() + whole; break;
        case 2: line = "spin_off " + symbol + ratio() + " target=" + other + " basis=0." + std::to_string(m_rng.between(0, 99)) + whole; break;
        case 3: line = "rights " + symbol + ratio() + " target=" + other + " basis=0.0" + std::to_string(m_rng.between(0, 9)); break;
        case 4: line = "merger " + symbol + ratio() + " target=" + other + (m_rng.chance(500) ? " price=2.37" : "") + (m_rng.chance(400) ? " fair=31.5" : ""); break;
        case 5: line = "return_of_capital " + symbol + " price=" + std::to_string(m_rng.between(0, 20)) + ".11"; break;
        case 6: line = "ticker_change " + symbol + " target=" + other; break;
        case 7: line = "delisting " + symbol + (m_rng.chance(500) ? " price=0.07" : ""); break;
        default: line = "dividend " + symbol + " price=0.31 tax=15%"; break;
        }
        const auto terms = ActionTerms::parse(line, m_desk.day);
        RIALTO_CHECK(terms.ok(), "the test's terms are understood");
        if (tell(PostAction{id, *terms})) {
            ++m_posted;
            m_actions.push_back(id);
        }
    }

    Rng m_rng;
    Desk m_desk;
    int m_count = 0;
    std::size_t m_posted = 0;
    std::size_t m_undone = 0;
    std::vector<std::string> m_actions;
    std::vector<std::string> m_batches;
};

} // namespace

class BookEventsTest : public QObject {
    Q_OBJECT

private slots:
    void everyStepBalancesAndConservesTheBasis_data()
    {
        QTest::addColumn<qulonglong>("seed");
        if (!qEnvironmentVariableIsEmpty("RIALTO_SEED")) {
            QTest::newRow("asked") << qEnvironmentVariable("RIALTO_SEED").toULongLong();
            return;
        }
        for (const qulonglong seed : {1, 2, 3, 4})
            QTest::addRow("seed %llu", seed) << seed;
    }
    void everyStepBalancesAndConservesTheBasis()
    {
        QFETCH(qulonglong, seed);
        const int events = qEnvironmentVariableIsEmpty("RIALTO_EVENTS") ? 1500 : qEnvironmentVariableIntValue("RIALTO_EVENTS");
        const int every = std::max(25, events / 60);
        RandomBook book(seed);
        for (int i = 1; i <= events; ++i) {
            book.step();
            QVERIFY2(book.balanced(), qPrintable(QStringLiteral("seed %1, event %2: an asset does not sum to zero").arg(seed).arg(i)));
            if (i % every != 0 && i != events)
                continue;
            const QString fault = book.basisFault();
            QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("seed %1, event %2: %3").arg(seed).arg(i).arg(fault)));
        }
        QVERIFY(book.rebuildsEqual());
        QVERIFY2(book.posted() > std::size_t(events) / 60 && book.undone() > 0, "actions and their undoing took part");
        qInfo("seed %llu: %d events, %zu corporate actions, %zu undone", seed, events, book.posted(), book.undone());
    }
};

RIALTO_TEST(BookEventsTest)
#include "book_events_test.moc"
