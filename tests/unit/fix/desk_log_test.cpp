// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_main.h"

#include "fuzz/fix_target.h"

#include "api/fix/desk_log.h"
#include "api/fix/fix_terms.h"
#include "net/fix/wire_text.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace rialto;
using namespace rialto::fix;

class DeskLogTest : public QObject {
    Q_OBJECT
private slots:
    void linesComeBackInOrder();
    void aTornLastLineIsDroppedAndWrittenOver();
    void aFolderThatIsNotThereIsAnError();
    void aMessageIsReadFieldByField();
    void aSeparatorInAValueCannotMakeAnotherField();
    void theFuzzersCorpusKeepsItsPromises();
    void timesAreWrittenAsFixWantsThem();
};

namespace {

std::vector<DeskLog::Line> linesOf(const std::string& file, std::unique_ptr<DeskLog>& log)
{
    std::vector<DeskLog::Line> lines;
    auto opened = DeskLog::open(file, [&](const DeskLog::Line& line) { lines.push_back(line); });
    if (opened)
        log = std::move(*opened);
    return lines;
}

} // namespace

void DeskLogTest::linesComeBackInOrder()
{
    QTemporaryDir folder;
    const std::string file = folder.filePath("a.desk").toStdString();
    std::unique_ptr<DeskLog> log;
    QVERIFY(linesOf(file, log).empty());
    QVERIFY(log->append({"T", "1", "N1"}));
    QVERIFY(log->append({"X", "cancel 1", "1", "ok"}));
    const auto lines = linesOf(file, log);
    QCOMPARE(lines.size(), std::size_t(2));
    QCOMPARE(lines[0], (DeskLog::Line{"T", "1", "N1"}));
    QCOMPARE(lines[1], (DeskLog::Line{"X", "cancel 1", "1", "ok"}));
}

void DeskLogTest::aTornLastLineIsDroppedAndWrittenOver()
{
    QTemporaryDir folder;
    QFile raw(folder.filePath("a.desk"));
    QVERIFY(raw.open(QIODevice::WriteOnly));
    raw.write("D\t1\nT\t2\tN");
    raw.close();
    std::unique_ptr<DeskLog> log;
    QCOMPARE(linesOf(raw.fileName().toStdString(), log), (std::vector<DeskLog::Line>{{"D", "1"}}));
    QVERIFY(log->append({"D", "3"}));
    QCOMPARE(linesOf(raw.fileName().toStdString(), log), (std::vector<DeskLog::Line>{{"D", "1"}, {"D", "3"}}));
}

void DeskLogTest::aFolderThatIsNotThereIsAnError()
{
    QTemporaryDir folder;
    const auto opened = DeskLog::open(folder.filePath("no/such/a.desk").toStdString(), [](const DeskLog::Line&) {});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, std::string("fix.desk-log"));
}

void DeskLogTest::aMessageIsReadFieldByField()
{
    const FixMessage message = parseWire("8=FIX.4.4\x01" "9=40\x01" "35=V\x01" "34=2\x01" "43=Y\x01" "262=a\x01" "267=2\x01" "269=0\x01" "269=1\x01" "=x\x01" "nonsense\x01" "58=a=b\x01" "10=000\x01");
    QCOMPARE(message.type, std::string("V"));
    QVERIFY(message.possDup);
    QVERIFY(!message.possResend);
    QCOMPARE(message.all(269), (std::vector<std::string>{"0", "1"}));
    QCOMPARE(message.text(58), std::string("a=b"));
    QVERIFY(message.find(34) == nullptr);
    QCOMPARE(message.fields.size(), std::size_t(5));
}

void DeskLogTest::aSeparatorInAValueCannotMakeAnotherField()
{
    FixMessage message("8");
    message.add(58, "a\x01" "39=2");
    QCOMPARE(parseWire(formatWire("FIX.4.4", message)).text(39), std::string());
}

void DeskLogTest::theFuzzersCorpusKeepsItsPromises()
{
    const QDir folder(QStringLiteral(RIALTO_SOURCE_DIR "/tests/fuzz/corpus/fix"));
    const QStringList names = folder.entryList(QDir::Files);
    QVERIFY(names.size() >= 4);
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        fuzzing::runFixTarget(reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size()));
    }
}

void DeskLogTest::timesAreWrittenAsFixWantsThem()
{
    QCOMPARE(timeText(Timestamp::fromMillis(1'767'623'400'007)), std::string("20260105-14:30:00.007"));
    QCOMPARE(digits(FixVersion::Fix50Sp2), std::string("50SP2"));
    QCOMPARE(beginString(FixVersion::Fix50Sp2), std::string("FIXT.1.1"));
    QVERIFY(!parseFixVersion("FIX.4.3"));
}

RIALTO_TEST(DeskLogTest)
#include "desk_log_test.moc"
