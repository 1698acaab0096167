// SPDX-License-Identifier: GPL-3.0-or-later
// Every door of the services with every role, and the rows of doors against the headers: a new one without a row fails here.
#include "support/scripted_broker.h"
#include "support/test_main.h"
#include "support/trading_fixture.h"

#include "services/command_text.h"
#include "services/guard.h"
#include "services/guarded_stores.h"
#include "storage/memory_bar_store.h"
#include "storage/memory_journal.h"

#include <QFile>
#include <QRegularExpression>

#include <map>
#include <set>

using namespace rialto;
using namespace rialto::security;
using rialto::testing::Desk;
using rialto::testing::ScriptedBroker;

class GuardTest : public QObject {
    Q_OBJECT
private slots:
    void everyCallWithEveryRoleAsTheTableSays();
    void everyCommandOfEveryRoleIsAnsweredAsTheTableSays();
    void everyPublicFunctionOfTheServicesHasARow();
    void anUnprotectedBookHasOneLocalAdmin();
    void scopeHidesAndForbidsOtherClients();
    void namesAreMaskedByRoleAndARevealIsKept();
    void storesObeyWhoIsInNow();
    void commandsSurviveTheWayThroughText();
    void aSecondPersonDecides();
    void nobodySpeaksForTheBroker();
    void theDocumentedTableIsTheOneInForce();
    void theClientsInboxIsSignedByWhoIsIn();
};

namespace {

Principal as(Role role, const std::string& user = "someone")
{
    User each;
    each.name = user;
    each.role = role;
    return each.principal();
}

class MemoryDesk final : public SecurityStore {
public:
    struct Kept {
        std::vector<Approval> approvals;
        std::map<std::string, std::string> settings;
    };
    explicit MemoryDesk(Kept& kept) : m_kept(kept) {}
    Result<std::vector<User>> users() override { return std::vector<User>(); }
    Result<void> putUser(const User&) override { return {}; }
    Result<std::int64_t> beginSession(const LoginSession&) override { return std::int64_t{1}; }
    Result<void> endSession(std::int64_t, Timestamp) override { return {}; }
    Result<std::vector<LoginSession>> sessions(int) override { return std::vector<LoginSession>(); }
    Result<std::int64_t> addApproval(const Approval& approval) override
    {
        m_kept.approvals.push_back(approval);
        m_kept.approvals.back().id = std::int64_t(m_kept.approvals.size());
        return m_kept.approvals.back().id;
    }
    Result<bool> decideApproval(const Approval& decided) override
    {
        auto& kept = m_kept.approvals.at(std::size_t(decided.id - 1));
        if (kept.state != ApprovalState::Waiting)
            return false;
        kept = decided;
        return true;
    }
    Result<std::vector<Approval>> approvals(int) override { return m_kept.approvals; }
    Result<std::map<std::string, std::string>> settings() override { return m_kept.settings; }
    Result<void> putSetting(const std::string& key, const std::string& value) override
    {
        m_kept.settings[key] = value;
        return {};
    }

private:
    Kept& m_kept;
};

// Two clients with an account each, a share, money.
class Bed {
public:
    Bed() : services([this] { return make(); }, board)
    {
        RIALTO_CHECK(services.open().ok(), "the book opens");
        must(AddInstrument{rialto::testing::equity(1, "AAA")});
        for (std::uint64_t i = 1; i <= 2; ++i) {
            must(AddClient{{ClientId(i), HouseholdId(), "C-" + std::to_string(i), "Ada Example", "", Date::of(2025, 1, 1)}});
            must(AddAccount{{AccountId(i), ClientId(i), "A-" + std::to_string(i), Desk::usd(), Date::of(2025, 1, 1)}});
            must(MoveCash{"d" + std::to_string(i), AccountId(i), *Money::parse("10000.00", Desk::usd()), ""});
        }
    }
    Result<Reply> tell(EngineHost::Body body)
    {
        Result<Reply> answer = invalid("test.no-answer");
        services.command(std::move(body), [&](const Result<Reply>& reply) { answer = reply; });
        return answer;
    }
    void must(EngineHost::Body body)
    {
        const auto answer = tell(std::move(body));
        RIALTO_CHECK(answer.ok() && answer->accepted, "the bed is made");
    }
    Result<Reply> decide(std::int64_t id, bool approve)
    {
        Result<Reply> answer = invalid("test.no-answer");
        services.decideApproval(id, approve, "", [&](const Result<Reply>& reply) { answer = reply; });
        return answer;
    }

    MarketBoard board;
    MemoryDesk::Kept kept;
    AppServices services;

private:
    Result<HostStart> make()
    {
        EngineHost::Parts parts;
        parts.journal = std::make_unique<storage::MemoryJournal>();
        parts.board = &board;
        parts.makeBroker = [](const Engine&, Journal&) -> Result<std::unique_ptr<BrokerAdapter>> { return std::unique_ptr<BrokerAdapter>(std::make_unique<ScriptedBroker>()); };
        auto host = EngineHost::open(std::move(parts));
        if (!host)
            return host.error();
        HostStart ready{std::move(*host), Timestamp()};
        ready.security = std::make_unique<MemoryDesk>(kept);
        return ready;
    }
};

std::string codeOf(const Result<Reply>& reply)
{
    if (!reply)
        return reply.error().code;
    return reply->accepted ? "accepted" : reply->refusals.empty() ? "refused" : reply->refusals[0].code;
}

const Quantity kTen = Quantity::fromRaw(10 * 100'000'000LL);

} // namespace

void GuardTest::everyCallWithEveryRoleAsTheTableSays()
{
    // Who may what, written down a second time, by permission.
    const std::map<Permission, std::set<Role>> allowed{
        {Permission::SeeMarket, {kRoles.begin(), kRoles.end()}},
        {Permission::SeeBook, {kRoles.begin(), kRoles.end()}},
        {Permission::SeePersonalData, {Role::Advisor, Role::Admin}},
        {Permission::RevealPersonalData, {Role::Compliance, Role::Admin}},
        {Permission::PlaceOrders, {Role::Advisor, Role::Trader, Role::Admin}},
        {Permission::CancelOrders, {Role::Advisor, Role::Trader, Role::Compliance, Role::Admin}},
        {Permission::MoveCash, {Role::Advisor, Role::Admin}},
        {Permission::BookEntries, {Role::Admin}},
        {Permission::EditClients, {Role::Advisor, Role::Admin}},
        {Permission::EditInstruments, {Role::Admin}},
        {Permission::ImportStatements, {Role::Advisor, Role::Admin}},
        {Permission::ImportData, {Role::Analyst, Role::Admin}},
        {Permission::MakeReports, {Role::Analyst, Role::Advisor, Role::Trader, Role::Compliance, Role::Admin}},
        {Permission::ReadAudit, {Role::Compliance, Role::Admin}},
        {Permission::ManageUsers, {Role::Admin}},
        {Permission::BackUp, {Role::Admin}},
        {Permission::Approve, {Role::Compliance, Role::Admin}},
        {Permission::SteerMarket, {Role::Trader, Role::Admin}}};
    QCOMPARE(allowed.size(), kPermissions);
    int pairs = 0;
    for (const ServiceCall call : kServiceCalls)
        for (const Role role : kRoles) {
            const auto answer = guard::check(as(role), call);
            const bool expected = allowed.at(permissionOf(call)).count(role) > 0;
            QVERIFY2(answer.ok() == expected, (std::string(name(call)) + " by " + std::string(name(role))).c_str());
            if (!answer)
                QCOMPARE(answer.error().code, std::string("security.not-permitted"));
            ++pairs;
        }
    Principal locked = as(Role::Admin);
    locked.permissions = {};
    for (const ServiceCall call : kServiceCalls)
        QVERIFY(!guard::check(locked, call).ok());
    qInfo("%d pairs of call and role", pairs);
}

void GuardTest::everyCommandOfEveryRoleIsAnsweredAsTheTableSays()
{
    const std::vector<EngineHost::Body> commands{AddInstrument{rialto::testing::equity(2, "BBB")}, AddClient{{ClientId(9), HouseholdId(), "C-9", "Bo", "", Date::of(2025, 1, 1)}},
        AddAccount{{AccountId(9), ClientId(1), "A-9", Desk::usd(), Date::of(2025, 1, 1)}}, MoveCash{"m", AccountId(1), *Money::parse("1.00", Desk::usd()), ""},
        BookTrade{"t", AccountId(1), InstrumentId(1), kTen, Price::fromRaw(100'000'000), Money::zero(Desk::usd()), Money::zero(Desk::usd())},
        BookIncome{"i", AccountId(1), InstrumentId(1), GroupKind::Dividend, *Money::parse("1.00", Desk::usd()), Money::zero(Desk::usd()), ""}, ImportStatement{"b", {}, {}, {}}, UndoStatement{"b"},
        RecordClients{}, PostFees{}, PostAction{"a", {}}, UndoAction{"a"},
        PlaceOrder{Desk::request("o", 1, Side::Buy, 10, "10.00")}, PlaceGroup{}, PlaceBlock{}, RecordDesk{}, RecordDesk{DeskRecordKind::KillSwitch, "firm", "on a drill", ""}, CancelOrder{"c", OrderId(1)}, ReplaceOrder{"r", OrderId(1), kTen, Price::fromRaw(100'000'000)}};
    // All but what a broker and the host itself say; the desk's record is two doors.
    QCOMPARE(commands.size() + 1, std::variant_size_v<EngineHost::Body>);
    for (const Role role : kRoles)
        for (const auto& command : commands) {
            Bed bed;
            bed.services.setPrincipal(as(role));
            const bool refusedByGuard = codeOf(bed.tell(command)) == "security.not-permitted";
            QVERIFY2(refusedByGuard != permissionsOf(role).has(permissionOf(callOf(command))), (std::string(name(callOf(command))) + " by " + std::string(name(role))).c_str());
        }
}

void GuardTest::everyPublicFunctionOfTheServicesHasARow()
{
    // Function -> its row; "" for what the owner of the object does, or what hands out nothing of the book.
    const std::map<QString, std::map<QString, QString>> doors{
        {"modules/services/app_services.h",
            {{"open", ""}, {"run", ""}, {"stop", ""}, {"advanceTo", ""}, {"hostTime", ""}, {"session", ""}, {"newCommandId", ""}, {"setPrincipal", ""}, {"principal", ""}, {"policyChanged", ""},
                {"refusals", ""}, {"note", ""}, {"command", "ReadBook"}, {"program", "ReadBook"}, {"placeOrder", "PlaceOrder"}, {"cancelOrder", "CancelOrder"}, {"replaceOrder", "ReplaceOrder"}, {"cancelAll", "CancelAll"},
                {"preview", "PreviewOrder"}, {"query", "ReadLedger"}, {"queryClient", "ReadClientLedger"}, {"marks", "ReadMarket"}, {"decideApproval", "DecideApproval"}, {"revealClient", "RevealClient"}, {"book", "ReadBook"},
                {"market", "ReadMarket"}, {"takeAlerts", "ReadAlerts"}, {"setSpeed", "SetSpeed"}, {"stepOnce", "StepOnce"}, {"watchDepth", "WatchDepth"}, {"unwatchDepth", "WatchDepth"}}},
        {"modules/services/security_desk.h",
            {{"addUser", "ChangeUsers"}, {"users", "ListUsers"}, {"setRole", "ChangeUsers"}, {"disable", "ChangeUsers"}, {"enable", "ChangeUsers"}, {"resetPassword", "ChangeUsers"},
                {"changeOwnPassword", "ChangeOwnPassword"}, {"beginSecondFactor", "ChangeOwnFactor"}, {"confirmSecondFactor", "ChangeOwnFactor"}, {"dropSecondFactor", "ChangeOwnFactor"},
                {"sessions", "ListSessions"}, {"approvals", "ListApprovals"}, {"policy", "ReadPolicy"}, {"setPolicy", "ChangePolicy"}}},
        {"modules/services/book_session.h",
            {{"services", ""}, {"directory", ""}, {"security", ""}, {"lockedAt", ""}, {"lock", ""}, {"unlock", ""}, {"open", ""}, {"restore", ""}, {"isProtected", ""}, {"lockScreens", ""}, {"protect", ""}, {"brokers", ""},
                {"bars", "ReadBars"}, {"openBars", "WriteBars"}, {"openImports", "WriteBars"}, {"openTicks", "WriteTicks"}, {"openResearch", "WriteResearch"}, {"exportAudit", "ExportAudit"}, {"firstAlteredFact", "CheckAudit"},
                {"auditLines", "ReadAudit"}, {"backUp", "BackUp"}}}};
    std::set<QString> rows;
    for (const ServiceCall call : kServiceCalls)
        rows.insert(QString::fromUtf8(name(call).data(), qsizetype(name(call).size())));
    static const QRegularExpression function(QStringLiteral("^    (?:virtual |static )?[A-Za-z0-9_:<>*&, ]+[ *&]([a-z][A-Za-z]*)\\("), QRegularExpression::MultilineOption);
    for (const auto& [path, known] : doors) {
        QFile file(QStringLiteral(RIALTO_SOURCE_DIR "/") + path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QSet<QString> found;
        bool inPublic = false;
        bool inClass = false;
        static const QSet<QString> classes{"class AppServices {", "class SecurityDesk {", "class BookSession {", "class BookOpener {"};
        for (const QString& line : text.split(QLatin1Char('\n'))) {
            if (classes.contains(line))
                inClass = true;
            else if (line == QLatin1String("};"))
                inClass = false;
            inPublic = line == QLatin1String("public:") || (inPublic && line != QLatin1String("private:"));
            const auto match = function.match(line);
            if (inClass && inPublic && match.hasMatch())
                found.insert(match.captured(1));
        }
        for (const QString& each : found)
            QVERIFY2(known.count(each) > 0, qPrintable(path + ": " + each + " has no row: give it a permission in services/service_call.h, check it, and name it here"));
        for (const auto& [each, row] : known) {
            QVERIFY2(found.contains(each), qPrintable(path + ": " + each + " is gone"));
            QVERIFY2(row.isEmpty() || rows.count(row) > 0, qPrintable(row));
        }
    }
}

void GuardTest::anUnprotectedBookHasOneLocalAdmin()
{
    Bed bed;
    QCOMPARE(bed.services.principal()->user, std::string("local"));
    QVERIFY(bed.services.principal()->implicit);
    for (const ServiceCall call : kServiceCalls)
        QVERIFY(guard::check(*bed.services.principal(), call).ok());
    QVERIFY(putPolicy(*std::make_unique<MemoryDesk>(bed.kept), {0, 0, true}).ok());
    bed.services.policyChanged();
    QCOMPARE(codeOf(bed.tell(PlaceOrder{Desk::request("o", 1, Side::Buy, 10, "10.00")})), std::string("accepted")); // there is no second person to wait for
}

void GuardTest::scopeHidesAndForbidsOtherClients()
{
    Bed bed;
    bed.must(PlaceOrder{Desk::request("other", 1, Side::Buy, 10, "10.00")});
    Principal advisor = as(Role::Advisor);
    advisor.everyClient = false;
    advisor.clients = {ClientId(2)};
    bed.services.setPrincipal(advisor);
    const auto book = bed.services.book();
    QCOMPARE(book->clients.size(), std::size_t{1});
    QCOMPARE(book->clients[0].id.value, std::uint64_t{2});
    QCOMPARE(book->accounts.size(), std::size_t{1});
    QVERIFY(book->orders.empty());
    for (const auto& row : book->cash)
        QCOMPARE(row.account.value, std::uint64_t{2});
    QCOMPARE(codeOf(bed.tell(MoveCash{"x", AccountId(1), *Money::parse("1.00", Desk::usd()), ""})), std::string("security.client-out-of-scope"));
    QCOMPARE(codeOf(bed.tell(CancelOrder{"x2", OrderId(1)})), std::string("security.client-out-of-scope"));
    QCOMPARE(codeOf(bed.tell(ImportStatement{"b", {}, {}, {}})), std::string("security.client-out-of-scope"));
    QCOMPARE(codeOf(bed.tell(MoveCash{"y", AccountId(2), *Money::parse("1.00", Desk::usd()), ""})), std::string("accepted"));
    bool read = false;
    bed.services.query([&](const Engine&) { read = true; });
    QVERIFY(!read);
    QCOMPARE(bed.services.refusals()->take()->code, std::string("security.client-out-of-scope"));
    Result<Reply> all = invalid("test.no-answer");
    bed.services.cancelAll(AccountId(), [&](const Result<Reply>& reply) { all = reply; });
    QCOMPARE(codeOf(all), std::string("accepted"));
    bed.services.setPrincipal({});
    QVERIFY(bed.services.book()->orders[0].state != OrderState::PendingCancel); // the other client's order was left alone
}

void GuardTest::namesAreMaskedByRoleAndARevealIsKept()
{
    Bed bed;
    for (const Role role : kRoles) {
        bed.services.setPrincipal(as(role));
        const bool plain = role == Role::Advisor || role == Role::Admin;
        QCOMPARE(bed.services.book()->clients[0].name, std::string(plain ? "Ada Example" : "A** E******"));
        QCOMPARE(bed.services.book()->clients[0].number, std::string("C-1"));
    }
    const auto reveal = [&bed](const std::string& why) {
        Result<Client> answer = invalid("test.no-answer");
        bed.services.revealClient(ClientId(1), why, [&](const Result<Client>& client) { answer = client; });
        return answer;
    };
    bed.services.setPrincipal(as(Role::Trader));
    QCOMPARE(reveal("curious").error().code, std::string("security.not-permitted"));
    bed.services.setPrincipal(as(Role::Compliance));
    QCOMPARE(reveal("").error().code, std::string("security.reason-missing"));
    QCOMPARE(reveal("complaint 17")->name, std::string("Ada Example"));
    Principal elsewhere = as(Role::Compliance);
    elsewhere.everyClient = false;
    elsewhere.clients = {ClientId(2)};
    bed.services.setPrincipal(elsewhere);
    QCOMPARE(reveal("complaint 17").error().code, std::string("security.client-out-of-scope"));
}

void GuardTest::storesObeyWhoIsInNow()
{
    Bed bed;
    const auto bars = guarded(std::unique_ptr<market::BarStore>(std::make_unique<storage::MemoryBarStore>()), bed.services);
    QVERIFY(bars->beginWrite().ok());
    bed.services.setPrincipal(as(Role::Trader));
    QCOMPARE(bars->beginWrite().error().code, std::string("security.not-permitted"));
    QVERIFY(bars->series().ok());
    Principal locked = as(Role::Trader);
    locked.permissions = {};
    bed.services.setPrincipal(locked);
    QVERIFY(!bars->series().ok());
    QVERIFY(bed.services.book()->clients.empty());
}

void GuardTest::commandsSurviveTheWayThroughText()
{
    const std::string order = commandText(PlaceOrder{Desk::request("o", 1, Side::Sell, 10, "10.25")});
    const auto back = commandFrom(order);
    QVERIFY(back.ok());
    QCOMPARE(std::get<PlaceOrder>(*back).request, Desk::request("o", 1, Side::Sell, 10, "10.25"));
    for (const EngineHost::Body& body : {EngineHost::Body(MoveCash{"m", AccountId(3), *Money::parse("-12.34", Desk::usd()), "rent \"May\""}),
             EngineHost::Body(AddClient{{ClientId(4), HouseholdId(2), "C-4", "Zoë", "李", Date::of(2026, 2, 3)}}), EngineHost::Body(ReplaceOrder{"r", OrderId(8), kTen, Price::fromRaw(7)}),
             EngineHost::Body(AddAccount{{AccountId(3), ClientId(1), "A-3", Desk::usd(), Date::of(2026, 2, 3)}})}) {
        const auto again = commandFrom(commandText(body));
        QVERIFY(again.ok());
        QCOMPARE(commandText(*again), commandText(body));
    }
    OrderRequest stop = Desk::request("g/1", 1, Side::Sell, 10, "10.25");
    stop.type = OrderType::StopLimit;
    stop.tif = TimeInForce::Gtd;
    stop.terms.trigger = Price::literal("10.50");
    stop.terms.goodTill = Date::of(2026, 5, 6);
    stop.terms.group = "g;=%";
    for (const EngineHost::Body& body : {EngineHost::Body(PlaceGroup{"g", Link::Bracket, {stop, stop}}), EngineHost::Body(PlaceBlock{stop, {{AccountId(1), kTen}}, true})}) {
        const auto again = commandFrom(commandText(body));
        QVERIFY(again.ok());
        QCOMPARE(commandText(*again), commandText(body));
        if (const auto* group = std::get_if<PlaceGroup>(&*again))
            QCOMPARE(group->orders.at(1), stop);
    }
    for (std::size_t length = 0; length < order.size(); ++length)
        QVERIFY(!commandFrom(order.substr(0, length)).ok());
    std::string wrong = order;
    wrong.replace(wrong.find("\"side\":1"), 8, "\"side\":7");
    QVERIFY(!commandFrom(wrong).ok());
}

void GuardTest::aSecondPersonDecides()
{
    Bed bed;
    QVERIFY(putPolicy(*std::make_unique<MemoryDesk>(bed.kept), {50, 0, false}).ok());
    bed.services.policyChanged();
    bed.services.setPrincipal(as(Role::Advisor, "ada"));
    QCOMPARE(QString::fromStdString(codeOf(bed.tell(PlaceOrder{Desk::request("small", 1, Side::Buy, 4, "10.00")}))), QStringLiteral("accepted"));
    QCOMPARE(codeOf(bed.tell(PlaceOrder{Desk::request("large", 1, Side::Buy, 5, "10.00")})), std::string("security.waits-for-approval"));
    OrderRequest cheap = Desk::request("cheap", 1, Side::Sell, 5, "0.02"); // worth what the market pays, whatever its limit says
    QCOMPARE(QString::fromStdString(codeOf(bed.tell(PlaceOrder{cheap}))), QStringLiteral("security.waits-for-approval"));
    bed.kept.approvals.pop_back();
    QCOMPARE(codeOf(bed.tell(MoveCash{"w", AccountId(1), *Money::parse("-100.00", Desk::usd()), ""})), std::string("security.waits-for-approval"));
    QCOMPARE(codeOf(bed.tell(MoveCash{"d", AccountId(1), *Money::parse("100.00", Desk::usd()), ""})), std::string("accepted"));
    QCOMPARE(bed.kept.approvals.size(), std::size_t{2});
    QCOMPARE(bed.services.book()->orders.size(), std::size_t{1});
    QCOMPARE(codeOf(bed.decide(1, true)), std::string("security.own-approval"));
    bed.services.setPrincipal(as(Role::Trader, "tom"));
    QCOMPARE(codeOf(bed.decide(1, true)), std::string("security.not-permitted"));
    bed.services.setPrincipal(as(Role::Compliance, "carla"));
    QCOMPARE(codeOf(bed.decide(7, true)), std::string("security.approval-unknown"));
    QCOMPARE(codeOf(bed.decide(1, true)), std::string("accepted"));
    QCOMPARE(bed.services.book()->orders.size(), std::size_t{2});
    QCOMPARE(codeOf(bed.decide(1, true)), std::string("security.approval-decided"));
    QCOMPARE(bed.services.book()->orders.size(), std::size_t{2});
    QCOMPARE(codeOf(bed.decide(2, false)), std::string("accepted"));
    QCOMPARE(std::string(name(bed.kept.approvals[1].state)), std::string("refused"));
    QCOMPARE(bed.kept.approvals[1].decider, std::string("carla"));
}

void GuardTest::theClientsInboxIsSignedByWhoIsIn()
{
    Bed bed;
    const auto record = [](std::uint64_t id, std::int64_t revision, clients::ApprovalState state, const std::string& asked, const std::string& decided) {
        return RecordClients{{}, {}, {{id, revision, Timestamp(revision), "mallory", clients::Approval{{}, "Open account A-9", asked, state, decided, ""}}}};
    };
    const auto kept = [&bed](std::uint64_t id) { return std::get<clients::Approval>(bed.services.book()->registry->find(clients::RecordKind::Approval, id)->body); };
    bed.services.setPrincipal(as(Role::Admin, "ada"));
    QCOMPARE(codeOf(bed.tell(record(1, 1, clients::ApprovalState::Waiting, "mallory", ""))), std::string("accepted"));
    QCOMPARE(kept(1).requestedBy, std::string("ada"));
    QCOMPARE(codeOf(bed.tell(record(1, 2, clients::ApprovalState::Approved, "mallory", "grace"))), std::string("clients.own-approval"));
    bed.services.setPrincipal(as(Role::Advisor, "bob"));
    QCOMPARE(codeOf(bed.tell(record(1, 2, clients::ApprovalState::Approved, "ada", "grace"))), std::string("security.not-permitted"));
    bed.services.setPrincipal(as(Role::Compliance, "carla"));
    QCOMPARE(codeOf(bed.tell(record(1, 2, clients::ApprovalState::Approved, "nobody", "grace"))), std::string("accepted"));
    bed.services.setPrincipal(as(Role::Admin, "ada"));
    QCOMPARE(kept(1).decidedBy, std::string("carla"));
    QCOMPARE(kept(1).requestedBy, std::string("ada"));
    QCOMPARE(bed.services.book()->registry->find(clients::RecordKind::Approval, 1)->by, std::string("carla"));
}

void GuardTest::nobodySpeaksForTheBroker()
{
    Bed bed;
    QCOMPARE(codeOf(bed.tell(BrokerSaid{})), std::string("security.not-permitted"));
    QCOMPARE(codeOf(bed.tell(Resume{})), std::string("security.not-permitted"));
}

// RIALTO_WRITE_TABLES=1 writes the file anew; look at what changed before you commit it.
void GuardTest::theDocumentedTableIsTheOneInForce()
{
    QString table = QStringLiteral("# Every call of the services, and who may make it\n"
                                   "Generated from `modules/services/service_call.h` by `guard_test` (RIALTO_WRITE_TABLES=1) and compared with it in every run. A user may besides be\n"
                                   "held to some clients; calls that see or touch everybody's data are then refused.\n\n| call | permission |");
    for (const Role role : kRoles)
        table += QLatin1Char(' ') + QString::fromUtf8(name(role).data(), qsizetype(name(role).size())) + QStringLiteral(" |");
    table += QStringLiteral("\n|---|---|") + QStringLiteral(":-:|").repeated(int(kRoles.size())) + QLatin1Char('\n');
    for (const ServiceCall call : kServiceCalls) {
        const auto permission = name(permissionOf(call));
        table += QStringLiteral("| %1 | %2 |").arg(QString::fromUtf8(name(call).data(), qsizetype(name(call).size())), QString::fromUtf8(permission.data(), qsizetype(permission.size())));
        for (const Role role : kRoles)
            table += guard::check(as(role), call) ? QStringLiteral(" yes |") : QStringLiteral("  |");
        table += QLatin1Char('\n');
    }
    QFile file(QStringLiteral(RIALTO_SOURCE_DIR "/docs/security/service-calls.md"));
    if (qEnvironmentVariableIsSet("RIALTO_WRITE_TABLES")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(table.toUtf8()), qint64(table.toUtf8().size()));
        file.close();
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), table);
}

RIALTO_TEST(GuardTest)
#include "guard_test.moc"
