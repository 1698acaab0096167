// SPDX-License-Identifier: GPL-3.0-or-later
// The administration over a real protected demo book with an engine of its own. RIALTO_SHOTS=DIR writes pictures.
#include "Admin/admin_model.h"
#include "Admin/lock_keeper.h"
#include "composition.h"
#include "support/panel_view.h"
#include "support/test_main.h"

#include <QClipboard>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace rialto;
using namespace rialto::admin;
using rialto::testing::PanelView;

namespace {

constexpr char kPassword[] = "herring under the red bridge";
constexpr char kOther[] = "twelve quiet trombones at dusk";

class StandingClock final : public Clock {
public:
    Timestamp now() override { return Timestamp(std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count()); }
};

} // namespace

class AdminScreenTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    StandingClock m_clock;

    std::string book() const { return m_folder.filePath("book").toStdString(); }
    std::unique_ptr<BookSession> enter(const char* user, const char* password)
    {
        BookOptions options;
        options.directory = book();
        options.create = false;
        options.credentials = [user, password]() -> Result<Credentials> { return Credentials{user, password, {}}; };
        auto session = app::Composition().prepare(options);
        RIALTO_CHECK(session.ok(), "the protected book opens");
        RIALTO_CHECK((*session)->services().run(m_clock, 0).ok(), "the engine runs");
        return std::move(*session);
    }
    /// Waits until the worker is back.
    static void settle(AdminModel& model) { QTRY_VERIFY_WITH_TIMEOUT(!model.busy(), 60'000); }

private slots:
    void initTestCase()
    {
        BookOptions options;
        options.directory = book();
        QVERIFY(app::Composition().open(options).ok());
        SecurityDesk::NewUser anna;
        anna.name = "anna";
        anna.display = "Anna Example";
        const auto done = app::Composition().protect(options, anna, kPassword);
        QVERIFY2(done.ok(), done ? "" : done.error().text().c_str());
    }

    void theDoorTellsWaitsAndAsksForACode()
    {
        std::string answer = "security.password";
        int tries = 0;
        GateModel gate("book", [&](const Credentials& credentials) -> Result<void> {
            ++tries;
            if (credentials.password != "right")
                return refused(answer, answer == "security.wait" ? "after 5 wrong passwords the next one is looked at in 2 s" : "");
            const auto code = credentials.code();
            return code ? Result<void>() : Result<void>(code.error());
        });
        QSignalSpy entered(&gate, &GateModel::entered);
        gate.enter("anna", "wrong", "");
        QTRY_VERIFY(!gate.busy());
        QVERIFY(!gate.failure().isEmpty());
        QCOMPARE(gate.waitSeconds(), 0);
        answer = "security.wait";
        gate.enter("anna", "wrong", "");
        QTRY_VERIFY(!gate.busy());
        QCOMPARE(gate.waitSeconds(), 2);
        QVERIFY(gate.failure().contains(QStringLiteral("2 s")));
        gate.enter("anna", "right", "123456"); // not looked at before the wait is over
        QCOMPARE(tries, 2);
        QTRY_COMPARE_WITH_TIMEOUT(gate.waitSeconds(), 0, 5000);
        gate.enter("anna", "right", "");
        QTRY_VERIFY(!gate.busy());
        QVERIFY(gate.codeAsked());
        QCOMPARE(entered.count(), 0);
        gate.enter("anna", "right", "123456");
        QTRY_COMPARE(entered.count(), 1);
        QVERIFY(!gate.codeAsked());
    }

    void aLockedScreenMayDoNothingUntilTheRightPassword()
    {
        const auto session = enter("anna", kPassword);
        LockKeeper keeper(session.get());
        QVERIFY(keeper.guarded());
        keeper.lock();
        QVERIFY(keeper.locked());
        QVERIFY(!session->services().principal()->may(security::Permission::SeeMarket));
        QTRY_VERIFY(session->services().book()->clients.empty());
        keeper.gate()->enter("anna", kOther, "");
        QTRY_VERIFY_WITH_TIMEOUT(!keeper.gate()->busy(), 30'000);
        QVERIFY(keeper.locked());
        QVERIFY(!keeper.gate()->failure().isEmpty());
        keeper.gate()->enter("anna", kPassword, "");
        QTRY_VERIFY_WITH_TIMEOUT(!keeper.locked(), 30'000);
        QVERIFY(session->services().principal()->may(security::Permission::ManageUsers));
        QTRY_VERIFY(!session->services().book()->clients.empty());
        keeper.setIdleLimit(100);
        QTRY_VERIFY_WITH_TIMEOUT(keeper.locked(), 10'000); // nobody touched it
        Feed feed(session->services());
        PanelView view(feed, "Admin/LockScreen.qml", &keeper, {900, 600});
        QVERIFY(view.item("gatePassword") != nullptr);
        view.shoot(QStringLiteral("admin-lock"));
        QCOMPARE(view.warnings(), QStringList());
    }

    void anAskForAllScreensLocksThisOne()
    {
        const auto session = enter("anna", kPassword);
        LockKeeper keeper(session.get());
        QVERIFY(app::Composition().lockScreens(book()).ok());
        QTRY_VERIFY_WITH_TIMEOUT(keeper.locked(), 10'000);
    }

    void usersApprovalsAuditAndReveal()
    {
        const auto session = enter("anna", kPassword);
        Feed feed(session->services());
        AdminModel model(feed, session.get(), {});
        model.refresh();
        settle(model);
        QVERIFY(model.guarded());
        QCOMPARE(model.users()->rowCount(), 1);
        model.addUser("bob", "Bob Sample", int(std::find(security::kRoles.begin(), security::kRoles.end(), security::Role::Compliance) - security::kRoles.begin()), "", "short");
        settle(model);
        QVERIFY(!model.failure().isEmpty());
        QCOMPARE(model.users()->rowCount(), 1);
        model.addUser("bob", "Bob Sample", int(std::find(security::kRoles.begin(), security::kRoles.end(), security::Role::Compliance) - security::kRoles.begin()), "", kOther);
        settle(model);
        QCOMPARE(model.failure(), QString());
        QCOMPARE(model.users()->rowCount(), 2);
        model.disable(0); // the last admin
        settle(model);
        QVERIFY(!model.failure().isEmpty());
        model.setPolicy("abc", "", false);
        QVERIFY(!model.failure().isEmpty());
        model.setPolicy("", "0", true);
        settle(model);
        QCOMPARE(model.withdrawalsFrom(), QStringLiteral("0"));
        const Account account = feed.book()->accounts.front();
        bool asked = false;
        session->services().command(MoveCash{AppServices::newCommandId(), account.id, *Money::parse("-10.00", account.base), "to her bank"}, [&asked](const Result<Reply>& reply) {
            asked = reply.ok() && !reply->accepted && reply->refusals.front().code == "security.waits-for-approval";
        });
        QTRY_VERIFY(asked);
        model.refresh();
        settle(model);
        QCOMPARE(model.waiting(), 1);
        QSignalSpy finished(&model, &AdminModel::finished);
        model.decide(0, true, "");
        QTRY_VERIFY_WITH_TIMEOUT(finished.count() > 0 && !model.busy(), 30'000);
        QCOMPARE(model.waiting(), 1); // nobody approves what they asked for
        QVERIFY(model.audit()->rowCount() > 5);
        model.verifyAudit();
        settle(model);
        QVERIFY2(model.verdictTone() == theme::Theme::Success, qPrintable(model.verdict() + model.failure()));
        model.reveal(0, "");
        QTRY_VERIFY(!model.failure().isEmpty());
        QVERIFY(model.revealed().isEmpty());
        model.reveal(0, "complaint 17");
        QTRY_VERIFY(!model.revealed().isEmpty());
        model.copySecret("JBSWY3DPEHPK3PXP");
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("JBSWY3DPEHPK3PXP"));
        QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->text().isEmpty(), 15'000);

        PanelView view(feed, "Admin/AdminWorkspace.qml", &model, {1280, 800});
        settle(model);
        const char* names[] = {"users", "approvals", "audit", "reveal", "access"};
        for (int page = 0; page < 5; ++page) {
            view.window().rootObject()->setProperty("page", page);
            view.shoot(QStringLiteral("admin-%1").arg(QLatin1String(names[page])));
        }
        QCOMPARE(view.warnings(), QStringList());
    }

    void whoMayNotSeesMaskedNamesAndNoUsers()
    {
        const auto session = enter("bob", kOther);
        Feed feed(session->services());
        AdminModel model(feed, session.get(), {});
        model.refresh();
        settle(model);
        QCOMPARE(model.users()->rowCount(), 0);
        QVERIFY(!model.managesUsers());
        QVERIFY(model.approves());
        const QString masked = model.clients()->text(0, 1);
        QVERIFY2(masked.contains(QLatin1Char('*')), qPrintable(masked));
        QSignalSpy finished(&model, &AdminModel::finished);
        model.decide(0, true, "fine");
        QTRY_VERIFY_WITH_TIMEOUT(finished.count() > 0 && !model.busy(), 30'000);
        QCOMPARE(model.waiting(), 0);
        PanelView view(feed, "Admin/AdminWorkspace.qml", &model, {1280, 800});
        settle(model);
        view.window().rootObject()->setProperty("page", 3);
        view.shoot(QStringLiteral("admin-masked"));
        model.reveal(0, "complaint 17");
        QTRY_VERIFY(!model.revealed().isEmpty());
        QVERIFY(!model.revealed()[1].toMap()["value"].toString().contains(QLatin1Char('*')));
        view.shoot(QStringLiteral("admin-revealed"));
    }

    void theLockIsOfferedWhereThereIsNone()
    {
        BookOptions options;
        options.directory = m_folder.filePath("plain").toStdString();
        auto session = app::Composition().prepare(options);
        QVERIFY(session.ok());
        QVERIFY((*session)->services().run(m_clock, 0).ok());
        Feed feed((*session)->services());
        std::string taken;
        AdminModel model(feed, session->get(), [&taken](const SecurityDesk::NewUser& admin, const std::string& password) { taken = admin.name + ":" + password; });
        QVERIFY(model.canProtect());
        LockKeeper keeper(session->get());
        QVERIFY(!keeper.guarded());
        keeper.lock();
        QVERIFY(!keeper.locked());
        PanelView view(feed, "Admin/AdminWorkspace.qml", &model, {1280, 800});
        settle(model);
        view.shoot(QStringLiteral("admin-protect"));
        QCOMPARE(view.warnings(), QStringList());
        model.protect("anna", "", "too short", "too short");
        QVERIFY(taken.empty() && !model.failure().isEmpty());
        model.protect("anna", "", kPassword, kOther);
        QVERIFY(taken.empty());
        model.protect("anna", "", kPassword, kPassword);
        QCOMPARE(taken, std::string("anna:") + kPassword);
    }
};

RIALTO_TEST(AdminScreenTest)
#include "admin_screen_test.moc"
