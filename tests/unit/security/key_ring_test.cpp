// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/key_ring.h"
#include "security/lockout.h"
#include "security/password_policy.h"
#include "support/test_main.h"

#include <algorithm>

using namespace rialto;
using namespace rialto::security;

class KeyRingTest : public QObject {
    Q_OBJECT
private slots:
    void onlyTheRightPasswordOpens();
    void tenThousandWrongPasswordsLetNobodyInAndMostAreNotEvenLookedAt();
    void waitingTimesGrowAndEnd();
    void aClockThatIsSetBackOpensNothing();
    void alteredAndMovedEntriesDoNotOpen();
    void damagedRingsAreToldAndNeverCrash();
    void calibrationNeverGoesBelowTheFloor();
    void newPasswordsFollowThePolicy_data();
    void newPasswordsFollowThePolicy();
};

namespace {

constexpr PasswordCost kCheap{1, 8}; // what unwrapKey still takes; users get calibrate()
const std::string kPassword = "herring under the red bridge";

void counting(std::span<std::uint8_t> bytes)
{
    static std::uint8_t next = 1;
    for (auto& byte : bytes)
        byte = next++;
}

struct Bed {
    SecretKey key = *SecretKey::random(counting);
    KeyRing ring = KeyRing::make(counting);
    Bed()
    {
        RIALTO_CHECK(ring.set("anna", kPassword, key, kCheap, counting).ok(), "a key can be wrapped");
        RIALTO_CHECK(ring.set("bob", "another long sentence here", key, kCheap, counting).ok(), "a key can be wrapped");
    }
};

bool same(const SecretKey& a, const SecretKey& b) { return std::equal(a.bytes().begin(), a.bytes().end(), b.bytes().begin()); }

} // namespace

void KeyRingTest::onlyTheRightPasswordOpens()
{
    Bed bed;
    auto ring = *KeyRing::parse(bed.ring.text());
    const auto opened = ring.open("anna", kPassword, Timestamp(1));
    QVERIFY(opened.ok());
    QVERIFY(same(*opened, bed.key));
    for (const char* wrong : {"", "herring under the red bridgE", "another long sentence here", "herring under the red bridge "})
        QCOMPARE(ring.open("anna", wrong, Timestamp(1)).error().code, std::string("security.password"));
    QCOMPARE(ring.failures("anna"), 4);
    QCOMPARE(ring.open("nobody", kPassword, Timestamp(1)).error().code, std::string("security.password"));
    ring.succeeded("anna");
    QCOMPARE(ring.failures("anna"), 0);
}

void KeyRingTest::tenThousandWrongPasswordsLetNobodyInAndMostAreNotEvenLookedAt()
{
    Bed bed;
    int looked = 0;
    int waited = 0;
    Timestamp now(kNanosPerDay);
    for (int i = 0; i < 10'000; ++i) {
        now = now + kNanosPerSecond; // a guess a second, for almost three hours
        const auto opened = bed.ring.open("anna", "guess number " + std::to_string(i), now);
        QVERIFY(!opened.ok());
        (opened.error().code == "security.wait" ? waited : looked) += 1;
    }
    QCOMPARE(looked + waited, 10'000);
    QVERIFY2(looked <= 20, std::to_string(looked).c_str());
    QCOMPARE(bed.ring.failures("anna"), looked);
    QCOMPARE(bed.ring.open("anna", kPassword, now).error().code, std::string("security.wait")); // the right one too
    QVERIFY(bed.ring.open("anna", kPassword, bed.ring.openAgain("anna")).ok());
    QVERIFY(bed.ring.open("bob", "another long sentence here", now).ok()); // others are not hindered
    qInfo("10,000 guesses: %d looked at, %d told to wait", looked, waited);
}

void KeyRingTest::waitingTimesGrowAndEnd()
{
    QCOMPARE(waitAfter(0), std::int64_t{0});
    QCOMPARE(waitAfter(4), std::int64_t{0});
    QCOMPARE(waitAfter(5), 15 * kNanosPerSecond);
    QCOMPARE(waitAfter(6), 30 * kNanosPerSecond);
    QCOMPARE(waitAfter(20), 60 * kNanosPerMinute);
    QCOMPARE(waitAfter(100), kNanosPerDay);
    QCOMPARE(waitAfter(1'000'000'000), kNanosPerDay);
    for (int i = 1; i < 200; ++i)
        QVERIFY(waitAfter(i) >= waitAfter(i - 1));
}

void KeyRingTest::aClockThatIsSetBackOpensNothing()
{
    Bed bed;
    const Timestamp now(kNanosPerDay * 100);
    for (int i = 0; i < kFreeFailures; ++i)
        QVERIFY(!bed.ring.open("anna", "wrong", now).ok());
    const Timestamp before(kNanosPerDay);
    QCOMPARE(bed.ring.open("anna", kPassword, before).error().code, std::string("security.wait"));
    QVERIFY(bed.ring.open("anna", kPassword, before + 15 * kNanosPerSecond).ok()); // and it does not shut for a hundred days
}

void KeyRingTest::alteredAndMovedEntriesDoNotOpen()
{
    Bed bed;
    const std::string text = bed.ring.text();
    int altered = 0;
    for (std::size_t at = text.find("\"users\""); at < text.size(); at += 3) {
        std::string other = text;
        other[at] = other[at] == '1' ? '2' : '1';
        auto ring = KeyRing::parse(other);
        if (!ring)
            continue; // told
        const auto opened = ring->open("anna", kPassword, Timestamp(kNanosPerDay * 100'000));
        if (opened)
            QVERIFY(same(*opened, bed.key)); // of a part that is not anna's key
        else
            ++altered;
    }
    QVERIFY(altered > 10);
    // Bob's entry under Anna's name, and a whole ring of another book.
    auto other = KeyRing::make(counting);
    QVERIFY(other.set("anna", kPassword, *SecretKey::random(counting), kCheap, counting).ok());
    const auto idAt = text.find(bed.ring.bookId());
    std::string moved = other.text();
    moved.replace(moved.find(other.bookId()), other.bookId().size(), text.substr(idAt, other.bookId().size()));
    auto parsed = KeyRing::parse(moved);
    QVERIFY(parsed.ok());
    QVERIFY(!parsed->open("anna", kPassword, Timestamp(1)).ok());
}

void KeyRingTest::damagedRingsAreToldAndNeverCrash()
{
    const std::string text = Bed().ring.text();
    for (std::size_t length = 0; length < text.size(); length += 7)
        QVERIFY(!KeyRing::parse(text.substr(0, length)).ok());
    for (const char* hostile : {"", "[]", "{}", "null", "{\"kind\":\"rialto-keys-1\"}", "{\"kind\":7}"})
        QCOMPARE(KeyRing::parse(hostile).error().code, std::string("security.key-ring"));
    QVERIFY(!KeyRing::parse(std::string(100'000, '[')).ok());
}

void KeyRingTest::calibrationNeverGoesBelowTheFloor()
{
    const auto quick = calibrate([](const PasswordCost&) { return std::int64_t{100'000}; });
    QCOMPARE(quick.passes, kLeastCost.passes);
    QCOMPARE(quick.mebibytes, kLeastCost.mebibytes);
    QVERIFY(kLeastCost.passes >= 3 && kLeastCost.mebibytes >= 64);
    const auto slow = calibrate([](const PasswordCost& cost) { return std::int64_t{cost.passes} * cost.mebibytes / 2; });
    QVERIFY(std::int64_t{slow.passes} * slow.mebibytes / 2 >= 500);
    QVERIFY(slow.mebibytes <= 256 && slow.passes <= 20);
    const auto endless = calibrate([](const PasswordCost&) { return std::int64_t{0}; });
    QCOMPARE(endless.passes, kMostCost.passes);
}

void KeyRingTest::newPasswordsFollowThePolicy_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("second");
    QTest::addColumn<QString>("code");
    QTest::newRow("sentence") << "herring under the red bridge" << false << "";
    QTest::newRow("letters only, no rules of composition") << "quixotictramlineoboe" << false << "";
    QTest::newRow("fourteen characters") << "xk3vq9mzt2plw8" << false << "security.password-short";
    QTest::newRow("fifteen characters") << "xk3vq9mzt2plw8r" << false << "";
    QTest::newRow("eight with a code") << "xk3vq9mz" << true << "";
    QTest::newRow("seven with a code") << "xk3vq9m" << true << "security.password-short";
    QTest::newRow("fifteen Chinese characters") << QString::fromUtf8("桥下红鲱鱼看雨落石板路边听风声") << false << "";
    QTest::newRow("fourteen Chinese characters") << QString::fromUtf8("桥下红鲱鱼看雨落石板路边听风") << false << "security.password-short";
    QTest::newRow("common words") << "Password123456789!" << false << "security.password-common";
    QTest::newRow("common words, digits for letters") << "P4$$w0rd-qw3rty-l3tm31n" << false << "security.password-common";
    QTest::newRow("a run") << "abcdefghijklmnop" << false << "security.password-common";
    QTest::newRow("one key") << "aaaaaaaaaaaaaaaaaaaa" << false << "security.password-common";
    QTest::newRow("a repeated piece") << "xq7xq7xq7xq7xq7xq7" << false << "security.password-common";
    QTest::newRow("own name") << "anna.weberanna.weber" << false << "security.password-common";
    QTest::newRow("the famous four words") << "correct horse battery staple" << false << "security.password-common";
    QTest::newRow("a thousand characters") << QString("herring under the bridge ").repeated(41) << false << "security.password-long";
}

void KeyRingTest::newPasswordsFollowThePolicy()
{
    QFETCH(QString, password);
    QFETCH(bool, second);
    QFETCH(QString, code);
    const auto good = checkNewPassword(password.toStdString(), second, {"anna.weber"});
    QCOMPARE(good ? std::string() : good.error().code, code.toStdString());
    QCOMPARE(checkNewPassword("\xff\xfe not a text at all", false).error().code, std::string("security.password-not-utf8"));
}

RIALTO_TEST(KeyRingTest)
#include "key_ring_test.moc"
