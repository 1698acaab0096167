// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition.h"

#include "demo_book.h"
#include "demo_desk.h"
#include "demo_firm.h"
#include "protected_session.h"
#include "replay_file.h"

#include "simulator/demo_instruments.h"
#include "brokers/faults/fault_injector.h"
#include "brokers/reconcile/reconciling_adapter.h"
#include "brokers/simulator/simulator_adapter.h"
#include "services/guard.h"
#include "services/guarded_stores.h"
#include "storage/book.h"
#include "storage/book_backup.h"
#include "storage/sqlite_bar_store.h"
#include "storage/sqlite_import_log.h"
#include "storage/sqlite_journal.h"
#include "storage/sqlite_research_store.h"
#include "storage/sqlite_security_store.h"
#include "storage/sqlite_tick_store.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace rialto::app {

namespace {

constexpr char kSeedKey[] = "demo.seed";
constexpr char kFirstDayKey[] = "demo.first-day";
// Far from the ids of the demo instruments, which never change.
constexpr InstrumentId kReplayedInstrument(9001);
constexpr int kDaysOfPast = 400; // more than the year that a demo book looks back on

constexpr char kRunKey[] = "simulator.run";

struct DemoTerms {
    std::uint64_t seed = 0;
    Date firstDay;
};

// The terms of a book are fixed when it is made; later starts read them back.
Result<DemoTerms> termsOf(Journal& journal, const BookOptions& options, Date firstDay)
{
    const auto seed = journal.setting(kSeedKey);
    const auto day = journal.setting(kFirstDayKey);
    if (!seed)
        return seed.error();
    if (!day)
        return day.error();
    DemoTerms terms{options.seed, firstDay};
    if (seed->has_value() && day->has_value()) {
        const auto number = parseDecimal(**seed, 0);
        const auto date = Date::parse(**day);
        if (!number || !date)
            return corrupt("demo.terms", **seed + " " + **day);
        return DemoTerms{static_cast<std::uint64_t>(*number), *date};
    }
    if (const auto saved = journal.setSetting(kSeedKey, std::to_string(terms.seed)); !saved)
        return saved.error();
    if (const auto saved = journal.setSetting(kFirstDayKey, terms.firstDay.text()); !saved)
        return saved.error();
    return terms;
}

// Counts the starts of a book, so that no execution id of the simulator is ever used twice.
Result<std::string> nextRunId(Journal& journal)
{
    const auto stored = journal.setting(kRunKey);
    if (!stored)
        return stored.error();
    const auto last = parseDecimal(stored->value_or("0"), 0);
    const std::string run = std::to_string((last ? *last : 0) + 1);
    if (const auto saved = journal.setSetting(kRunKey, run); !saved)
        return saved.error();
    return run;
}

Result<std::unique_ptr<BrokerAdapter>> makeSimulator(const Engine& engine, Journal& journal, const DemoTerms& terms,
    std::vector<simulator::Listing> listings, const std::optional<ReplayFile>& replay)
{
    simulator::SimulatorConfig config;
    if (replay)
        config.replays.push_back(replay->series);
    config.seed = terms.seed;
    config.start = terms.firstDay.startUtc();
    config.listings = std::move(listings);
    auto run = nextRunId(journal);
    if (!run)
        return run.error();
    config.runId = std::move(*run);
    const auto text = journal.setting(EngineHost::checkpointKey());
    if (!text)
        return text.error();
    if (text->has_value()) {
        auto checkpoint = simulator::parseCheckpoint(**text);
        if (!checkpoint)
            return checkpoint.error();
        // A killed program's last facts may be younger than its last checkpoint; time never runs backwards in a book.
        if (checkpoint->time < engine.now())
            checkpoint->time = engine.now();
        config.checkpoint = std::move(*checkpoint);
    } else if (config.start < engine.now()) {
        config.start = engine.now();
    }
    return std::unique_ptr<BrokerAdapter>(std::make_unique<simulator::SimulatorAdapter>(std::move(config)));
}

RiskLimits demoLimits()
{
    RiskLimits limits;
    limits.maxNotionalMajor = 50'000'000;
    limits.maxOpenOrdersPerAccount = 500;
    return limits;
}

class Session final : public BookSession {
public:
    Session(std::unique_ptr<storage::Book> book, BookOptions options, std::unique_ptr<ProtectedSession> protection)
        : m_book(std::move(book)), m_options(std::move(options)), m_protection(std::move(protection)), m_services([this] { return makeHost(); }, m_board)
    {
    }

    std::optional<security::SecretKey> key() const { return m_protection ? std::optional(m_protection->key()) : std::nullopt; }
    Result<void> enter() { return m_protection ? m_protection->enter(*m_book, m_services, m_options.program) : Result<void>(); }
    SecurityDesk* security() override { return m_protection ? &m_protection->desk() : nullptr; }
    Timestamp lockedAt() const override { return m_protection ? m_protection->lockedAt() : Timestamp(); }
    void lock() override
    {
        if (m_protection)
            m_protection->lock(m_services);
    }
    Result<void> unlock(const Credentials& credentials) override { return m_protection ? m_protection->unlock(m_services, credentials) : Result<void>(); }

    AppServices& services() override { return m_services; }
    market::BarStore& bars() override
    {
        if (!m_bars) {
            auto opened = openBars();
            RIALTO_CHECK(opened.ok(), "the bar store of an open book cannot be opened");
            m_bars = std::move(*opened);
        }
        return *m_bars;
    }
    Result<std::unique_ptr<market::BarStore>> openBars() override
    {
        auto connection = m_book->connectMarket();
        if (!connection)
            return connection.error();
        return guarded(std::unique_ptr<market::BarStore>(std::make_unique<storage::SqliteBarStore>(std::move(*connection))), m_services);
    }
    Result<std::unique_ptr<market::TickStore>> openTicks() override
    {
        auto connection = m_book->connectMarket();
        if (!connection)
            return connection.error();
        return guarded(std::unique_ptr<market::TickStore>(std::make_unique<storage::SqliteTickStore>(std::move(*connection))), m_services);
    }
    Result<std::unique_ptr<research::ResearchStore>> openResearch() override
    {
        auto connection = m_book->connectMarket();
        if (!connection)
            return connection.error();
        return guarded(std::unique_ptr<research::ResearchStore>(std::make_unique<storage::SqliteResearchStore>(std::move(*connection))), m_services);
    }
    Result<std::unique_ptr<market::ImportLog>> openImports() override
    {
        auto connection = m_book->connectMarket();
        if (!connection)
            return connection.error();
        return guarded(std::unique_ptr<market::ImportLog>(std::make_unique<storage::SqliteImportLog>(std::move(*connection))), m_services);
    }
    const std::string& directory() const override { return m_book->directory(); }
    Result<std::string> exportAudit(const std::string& file) override
    {
        if (const auto allowed = guard::checkWhole(*m_services.principal(), ServiceCall::ExportAudit); !allowed)
            return allowed.error();
        auto facts = m_book->connectFacts();
        if (!facts)
            return facts.error();
        QSaveFile out(QString::fromStdString(file));
        if (!out.open(QIODevice::WriteOnly))
            return unavailable("storage.audit-export", file + " cannot be written");
        const auto anchor = storage::AuditTrail::exportTo(**facts, auditKeyFile(), Timestamp::fromMillis(QDateTime::currentMSecsSinceEpoch()),
            [&out](const std::string& line) { return out.write(line.data(), qint64(line.size())) == qint64(line.size()); });
        if (!anchor)
            return anchor.error();
        if (!out.commit())
            return unavailable("storage.audit-export", file + " cannot be written; check the free space");
        return std::to_string(anchor->sequence) + ":" + anchor->hash;
    }
    Result<std::vector<std::string>> auditLines(int most) override
    {
        if (const auto allowed = guard::checkWhole(*m_services.principal(), ServiceCall::ReadAudit); !allowed)
            return allowed.error();
        auto facts = m_book->connectFacts();
        if (!facts)
            return facts.error();
        return storage::AuditTrail::tail(**facts, most);
    }
    Result<std::optional<std::int64_t>> firstAlteredFact() override
    {
        if (const auto allowed = guard::checkWhole(*m_services.principal(), ServiceCall::CheckAudit); !allowed)
            return allowed.error();
        auto lines = m_book->connectFacts();
        if (!lines)
            return lines.error();
        auto facts = m_book->connectFacts();
        if (!facts)
            return facts.error();
        auto journal = storage::SqliteJournal::open(std::move(*facts));
        if (!journal)
            return journal.error();
        return storage::AuditTrail::firstAlteredFact(**lines, [&journal](const std::function<Result<void>(Fact&&)>& visit) { return (*journal)->load(visit); });
    }

private:
    storage::AuditKeyFile auditKeyFile() const
    {
        return {m_book->directory() + "/audit.key", m_protection ? std::optional(m_protection->key()) : std::nullopt};
    }

    // In the thread that the engine will live on.
    Result<HostStart> makeHost()
    {
        auto facts = m_book->connectFacts();
        if (!facts)
            return facts.error();
        auto journal = storage::SqliteJournal::open(std::move(*facts), auditKeyFile());
        if (!journal)
            return journal.error();
        std::optional<ReplayFile> replay;
        if (!m_options.replayFile.empty()) {
            auto read = readReplayFile(m_options.replayFile, kReplayedInstrument);
            if (!read)
                return read.error();
            replay = std::move(*read);
        }
        const auto terms = termsOf(**journal, m_options, replay ? replay->firstDay : demoFirstDay());
        if (!terms)
            return terms.error();
        if (replay && replay->firstDay < terms->firstDay)
            return conflict("replay.book-is-younger", terms->firstDay.text());
        auto connection = m_book->connectMarket();
        if (!connection)
            return connection.error();
        auto bars = std::make_unique<storage::SqliteBarStore>(std::move(*connection)); // the engine's own, whoever is logged in
        const auto demo = simulator::demoListings(terms->firstDay);
        auto listings = demo;
        if (replay)
            listings.push_back(replay->listing);

        market::BarStore& store = *bars;
        EngineHost::Parts parts;
        parts.journal = std::move(*journal);
        parts.recorder = std::make_unique<MarketRecorder>(std::move(bars), "sim");
        parts.board = &m_board;
        parts.limits = demoLimits();
        parts.makeBroker = [&](const Engine& engine, Journal& stored) -> Result<std::unique_ptr<BrokerAdapter>> {
            auto made = makeSimulator(engine, stored, *terms, listings, replay);
            if (!made)
                return made;
            m_simulator = static_cast<simulator::SimulatorAdapter*>(made->get());
            if (!m_options.faults.any())
                return made;
            auto line = std::make_unique<FaultInjector>(std::move(*made), m_options.faults, m_options.faultSeed);
            return std::unique_ptr<BrokerAdapter>(std::make_unique<ReconcilingAdapter>(std::move(line)));
        };
        parts.checkpoint = [this](BrokerAdapter&) { return simulator::toText(m_simulator->checkpoint()); };
        auto host = EngineHost::open(std::move(parts));
        if (!host)
            return host.error();
        if ((*host)->engine().instruments().empty()) {
            const DemoHistory history = demoHistory(demo, terms->firstDay, terms->seed);
            // Bars first: they are no facts, and a book killed in between is simply seeded again.
            if (const auto stored = storeHistory(store, demo, history); !stored)
                return stored.error();
            auto desk = openResearch();
            if (!desk)
                return desk.error();
            if (const auto stored = storeSampleDesk(**desk, terms->firstDay); !stored)
                return stored.error();
            // A real instrument gets no invented past.
            if (replay)
                (*host)->stagePast(AddInstrument{replay->listing.instrument}, (terms->firstDay - kDaysOfPast).startUtc(), terms->firstDay - kDaysOfPast);
            if (const auto seeded = seedDemoBook(**host, demo, history, terms->seed); !seeded)
                return seeded.error();
            if (const auto firm = seedDemoFirm(**host, demo, history, terms->seed, m_options.demoClients); !firm)
                return firm.error();
        }
        const Timestamp start = (*host)->broker().venueTime(Timestamp());
        HostStart ready{std::move(*host), start};
        if (m_protection) {
            ready.host->setActor(m_services.principal()->user);
            if (const auto told = ready.host->note(m_protection->beginning()); !told)
                return told.error();
            auto users = m_book->connectFacts();
            if (!users)
                return users.error();
            ready.security = std::make_unique<storage::SqliteSecurityStore>(std::move(*users));
        }
        return ready;
    }

    std::unique_ptr<storage::Book> m_book;
    BookOptions m_options;
    simulator::SimulatorAdapter* m_simulator = nullptr; // the host's, inside whatever is around it
    std::unique_ptr<ProtectedSession> m_protection; // null: the book is not protected
    MarketBoard m_board;
    AppServices m_services;
    std::unique_ptr<market::BarStore> m_bars;
};

} // namespace

std::string defaultBookDirectory()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath("rialto/demo").toStdString();
}

std::string replayBookDirectory(const std::string& file)
{
    const QString stem = QFileInfo(QString::fromStdString(file)).completeBaseName();
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath("rialto/replay-" + stem).toStdString();
}

// A replayed day happens on its own date, so it has a book of its own.
std::string directoryOf(const BookOptions& options)
{
    if (!options.directory.empty())
        return options.directory;
    return options.replayFile.empty() ? defaultBookDirectory() : replayBookDirectory(options.replayFile);
}

Result<std::unique_ptr<BookSession>> Composition::prepare(const BookOptions& options)
{
    const std::string directory = directoryOf(options);
    if (!options.create && !QFileInfo::exists(QDir(QString::fromStdString(directory)).filePath("book.db")))
        return notFound("storage.no-book", directory);
    std::unique_ptr<ProtectedSession> protection;
    if (isProtectedBook(directory)) {
        auto opened = ProtectedSession::atTheDoor(directory, options);
        if (!opened)
            return opened.error();
        protection = std::move(*opened);
    }
    auto book = storage::Book::open(directory, storage::Book::Access::Write, protection ? std::optional(protection->key()) : std::nullopt);
    if (!book)
        return book.error();
    auto session = std::make_unique<Session>(std::move(*book), options, std::move(protection));
    if (const auto entered = session->enter(); !entered)
        return entered.error();
    return std::unique_ptr<BookSession>(std::move(session));
}

Result<std::unique_ptr<BookSession>> Composition::open(const BookOptions& options)
{
    auto session = prepare(options);
    if (!session)
        return session.error();
    if (const auto opened = (*session)->services().open(); !opened)
        return opened.error();
    return session;
}

namespace {

Result<std::vector<BackupEntry>> entriesOf(const Result<std::vector<storage::BackedUpFile>>& files)
{
    if (!files)
        return files.error();
    std::vector<BackupEntry> entries;
    for (const auto& file : *files)
        entries.push_back({file.name, file.bytes, file.hash});
    return entries;
}

} // namespace

Result<std::vector<BackupEntry>> Composition::backUp(const BookOptions& options, const std::string& file, const std::string& password)
{
    const std::string directory = options.directory.empty() ? defaultBookDirectory() : options.directory;
    if (isProtectedBook(directory)) {
        // The way in is the same for everybody; whoever backs up must be allowed to.
        BookOptions there = options;
        there.directory = directory;
        there.create = false;
        const auto session = open(there);
        if (!session)
            return session.error();
        if (const auto allowed = guard::checkWhole(*(*session)->services().principal(), ServiceCall::BackUp); !allowed)
            return allowed.error();
        (*session)->services().note({"book.backed-up", "book", ""});
        const auto key = static_cast<Session&>(**session).key();
        return entriesOf(storage::backUpBook(directory, file, password, {}, key));
    }
    return entriesOf(storage::backUpBook(directory, file, password));
}

Result<std::vector<BackupEntry>> Composition::restore(const std::string& file, const std::string& directory, const std::string& password)
{
    return entriesOf(storage::restoreBook(file, directory, password));
}

bool Composition::isProtected(const std::string& directory) const { return isProtectedBook(directory.empty() ? defaultBookDirectory() : directory); }

Result<void> Composition::lockScreens(const std::string& directory)
{
    const storage::KeyRingFile ring(directory.empty() ? defaultBookDirectory() : directory);
    if (!ring.exists())
        return notFound("security.not-protected", directory);
    return ring.update([](security::KeyRing& keys) -> Result<void> {
        keys.lockScreens(wallTime());
        return {};
    });
}

Result<void> Composition::protect(const BookOptions& options, const SecurityDesk::NewUser& admin, const std::string& password)
{
    const std::string directory = options.directory.empty() ? defaultBookDirectory() : options.directory;
    if (!QFileInfo::exists(QDir(QString::fromStdString(directory)).filePath("book.db")))
        return notFound("storage.no-book", directory);
    if (isProtectedBook(directory))
        return conflict("security.protected-already", directory);
    return protectBook(directory, admin, password);
}

} // namespace rialto::app
