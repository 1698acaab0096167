// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/audit_format.h"
#include "security/totp.h"
#include "support/test_main.h"

#include <set>

using namespace rialto;
using namespace rialto::security;

class TotpTest : public QObject {
    Q_OBJECT
private slots:
    void sha1IsThatOfTheStandard();
    void countersGiveTheCodesOfRfc4226();
    void timesGiveTheCodesOfRfc6238();
    void aCodeCountsOnceAndOnlyNearItsTime();
    void secretsAreWrittenAsRfc4648Says();
    void recoveryCodesDifferAndIgnoreHowTheyAreTyped();
};

namespace {

std::string hexOf(const std::string& bytes) { return audit_format::hex(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()); }
const std::string kSecret = "12345678901234567890"; // of both RFCs

} // namespace

void TotpTest::sha1IsThatOfTheStandard()
{
    // FIPS 180 examples.
    QCOMPARE(hexOf(sha1("abc")), std::string("a9993e364706816aba3e25717850c26c9cd0d89d"));
    QCOMPARE(hexOf(sha1("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")), std::string("84983e441c3bd26ebaae4aa1f95129e5e54670f1"));
    QCOMPARE(hexOf(sha1("")), std::string("da39a3ee5e6b4b0d3255bfef95601890afd80709"));
    QCOMPARE(hexOf(sha1(std::string(1'000'000, 'a'))), std::string("34aa973cd4c4daa4f61eeb2bdbad27316534016f"));
}

void TotpTest::countersGiveTheCodesOfRfc4226()
{
    const std::vector<std::string> codes{"755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"}; // appendix D
    for (std::size_t i = 0; i < codes.size(); ++i)
        QCOMPARE(hotp(kSecret, i), codes[i]);
}

void TotpTest::timesGiveTheCodesOfRfc6238()
{
    // Appendix B, SHA-1, eight digits.
    const std::vector<std::pair<std::int64_t, std::string>> codes{{59, "94287082"}, {1111111109, "07081804"}, {1111111111, "14050471"}, {1234567890, "89005924"}, {2000000000, "69279037"}};
    for (const auto& [seconds, code] : codes)
        QCOMPARE(hotp(kSecret, totpStep(Timestamp(seconds * kNanosPerSecond)), 8), code);
}

void TotpTest::aCodeCountsOnceAndOnlyNearItsTime()
{
    const Timestamp now(1'700'000'000 * kNanosPerSecond);
    const std::string code = hotp(kSecret, totpStep(now));
    const auto used = acceptTotp(kSecret, code, now, 0);
    QVERIFY(used.has_value());
    QVERIFY(!acceptTotp(kSecret, code, now, *used));
    QVERIFY(acceptTotp(kSecret, code, now + kTotpPeriod, 0));
    QVERIFY(!acceptTotp(kSecret, code, now + 2 * kTotpPeriod, 0));
    QVERIFY(!acceptTotp(kSecret, "", now, 0));
    QVERIFY(!acceptTotp(kSecret, code + "0", now, 0));
    QVERIFY(!acceptTotp("", hotp("", totpStep(now)), now, 0));
}

void TotpTest::secretsAreWrittenAsRfc4648Says()
{
    QCOMPARE(toBase32("f"), std::string("MY"));
    QCOMPARE(toBase32("fo"), std::string("MZXQ"));
    QCOMPARE(toBase32("foo"), std::string("MZXW6"));
    QCOMPARE(toBase32("foob"), std::string("MZXW6YQ"));
    QCOMPARE(toBase32("fooba"), std::string("MZXW6YTB"));
    QCOMPARE(toBase32("foobar"), std::string("MZXW6YTBOI"));
    QVERIFY(otpauthUri("a&b", kSecret).find("Rialto:a%26b?secret=") != std::string::npos);
}

void TotpTest::recoveryCodesDifferAndIgnoreHowTheyAreTyped()
{
    std::uint32_t state = 2463534242; // Marsaglia's xorshift
    const auto codes = newRecoveryCodes([&state](std::span<std::uint8_t> bytes) {
        for (auto& byte : bytes) {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            byte = static_cast<std::uint8_t>(state >> 11);
        }
    });
    QCOMPARE(codes.size(), std::size_t{10});
    QCOMPARE(std::set<std::string>(codes.begin(), codes.end()).size(), std::size_t{10});
    std::string typed = codes[0];
    for (char& c : typed)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    std::erase(typed, '-');
    QCOMPARE(recoveryHash(typed), recoveryHash(codes[0]));
    QVERIFY(recoveryHash(codes[1]) != recoveryHash(codes[0]));
}

RIALTO_TEST(TotpTest)
#include "totp_test.moc"
