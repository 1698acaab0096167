// SPDX-License-Identifier: GPL-3.0-or-later
#include "data_model.h"

#include "Feed/messages.h"
#include "Theme/theme.h"
#include "integration/column_role.h"
#include "integration/connectors/recorded_import.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <map>

namespace rialto::data {
namespace {

constexpr std::size_t kProblemsShown = 500;
constexpr std::size_t kImportsShown = 50;

QString utf8(const std::string& text) { return QString::fromStdString(text); }
QVariantMap row(const QStringList& cells, int tone = 0) { return {{QStringLiteral("cells"), cells}, {QStringLiteral("tone"), tone}}; }
QVariantMap entry(const QString& label, const QString& value) { return {{QStringLiteral("label"), label}, {QStringLiteral("value"), value}, {QStringLiteral("tone"), 0}}; }
Timestamp wallClock() { return Timestamp::fromMillis(QDateTime::currentMSecsSinceEpoch()); }
std::string user() { return qEnvironmentVariable("USER", QStringLiteral("user")).toStdString(); }

} // namespace

DataModel::DataModel(Feed& feed, StoresOpener open, QObject* parent) : QObject(parent), m_feed(feed), m_open(std::move(open)), m_worker(new QObject)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("data"));
    m_thread.start();
    m_ticking.setInterval(100);
    connect(&m_ticking, &QTimer::timeout, this, &DataModel::progressChanged);
    connect(&feed, &Feed::languageChanged, this, &DataModel::refresh);
}

DataModel::~DataModel()
{
    m_watch->stop = true;
    m_thread.quit();
    m_thread.wait();
}

void DataModel::inWorker(Work work)
{
    if (!m_open)
        return;
    if (++m_jobs == 1)
        emit busyChanged();
    QMetaObject::invokeMethod(m_worker, [this, work = std::move(work), open = m_open] {
        const auto stores = open();
        const std::function<void()> done = stores ? work(*stores) : failed(unavailable("storage.cannot-open", "the book's market data"));
        QMetaObject::invokeMethod(this, [this, done] {
            if (done)
                done();
            if (--m_jobs == 0)
                emit busyChanged();
        }, Qt::QueuedConnection);
    }, Qt::QueuedConnection);
}

std::function<void()> DataModel::failed(const Error& error)
{
    return [this, sentence = message(error)] {
        m_failure = sentence;
        emit seriesChanged();
    };
}

QString DataModel::fileName() const { return QFileInfo(m_file).fileName(); }

void DataModel::setSymbol(const QString& symbol)
{
    if (symbol == m_symbol)
        return;
    m_symbol = symbol;
    checkAgain();
}

void DataModel::setMapping(const QString& mapping)
{
    if (mapping == m_mapping)
        return;
    m_mapping = mapping;
    checkAgain();
}

void DataModel::check(const QUrl& file)
{
    m_file = file.isLocalFile() ? file.toLocalFile() : file.toString();
    m_symbol.clear();
    m_mapping.clear();
    checkAgain();
}

void DataModel::checkAgain()
{
    if (!m_file.isEmpty())
        readFile(false);
}

void DataModel::startImport()
{
    if (m_checked && !m_refused && !m_importing)
        readFile(true);
}

double DataModel::progress() const { return m_expected > 0 ? std::min(1.0, double(m_watch->bars.load()) / double(m_expected)) : 0.0; }
QString DataModel::progressText() const { return tr("%1 bars written").arg(m_feed.format().count(m_watch->bars.load())); }

void DataModel::readFile(bool keep)
{
    m_watch->stop = false;
    m_watch->bars = 0;
    m_importing = keep;
    m_result.clear();
    if (keep)
        m_ticking.start();
    emit busyChanged();
    emit fileChanged();
    inWorker([this, keep, path = m_file.toStdString(), symbol = m_symbol.toStdString(), mapping = m_mapping.toStdString(), watch = m_watch](Stores& stores) -> std::function<void()> {
        integration::ImportOptions options;
        options.symbol = symbol;
        options.dryRun = !keep;
        std::optional<Error> wrong;
        if (!mapping.empty()) {
            auto parsed = integration::parseMapping(mapping);
            if (parsed)
                options.mapping = std::move(*parsed);
            else
                wrong = parsed.error();
        }
        Result<integration::AnyReport> report = wrong ? Result<integration::AnyReport>(*wrong) : Result<integration::AnyReport>(invalid("import.no-rows", path));
        if (!wrong && keep) {
            WatchedBarStore watched(*stores.bars, *watch);
            report = integration::importRecorded(path, options, {&watched, stores.ticks.get(), stores.desk.get()}, *stores.log, wallClock());
        } else if (!wrong) {
            report = integration::importAnyFile(path, options, {});
        }
        if (!report)
            return [this, keep, sentence = message(report.error())] {
                m_importing = false;
                m_ticking.stop();
                m_checked = true;
                m_refused = !keep;
                m_result = sentence;
                m_preview.clear();
                m_problems.clear();
                emit busyChanged();
                emit fileChanged();
            };
        const auto& harvest = report->harvest;
        const Format& format = m_feed.format();
        QVariantList preview{entry(tr("Format"), utf8(harvest.format)), entry(tr("Holds"), utf8(harvest.kind)), entry(tr("Encoding"), utf8(harvest.encoding)),
            entry(tr("Rows"), format.count(harvest.rowsRead)), entry(tr("Accepted"), format.count(harvest.accepted)), entry(tr("Repaired"), format.count(harvest.repairedRows())),
            entry(tr("Quarantined"), format.count(harvest.rejected))};
        if (report->first && report->last)
            preview << entry(tr("From"), format.date(Date::ofUtc(*report->first))) << entry(tr("To"), format.date(Date::ofUtc(*report->last)));
        QStringList symbols;
        for (std::size_t i = 0; i < report->symbols.size() && i < 6; ++i)
            symbols << utf8(report->symbols[i]);
        preview << entry(tr("Symbols"), symbols.join(QLatin1Char(' ')) + (report->symbols.size() > 6 ? QStringLiteral(" +%1").arg(report->symbols.size() - 6) : QString()));
        QVariantList problems;
        for (const auto& sentence : harvest.assumptions)
            problems << row({tr("assumed"), QString(), utf8(sentence)});
        for (const auto& [code, count] : harvest.repairedByCode)
            problems << row({tr("repaired"), format.count(count), utf8(code)});
        for (std::size_t i = 0; i < harvest.rejectedRows.size() && i < kProblemsShown; ++i) {
            const auto& each = harvest.rejectedRows[i];
            problems << row({tr("quarantined"), tr("line %1").arg(each.line), utf8(each.code) + (each.column.empty() ? QString() : QStringLiteral(" · ") + utf8(each.column)) + QStringLiteral("  ") + utf8(each.detail)}, theme::Theme::Warning);
        }
        std::int64_t inserted = 0, changed = 0, unchanged = 0;
        for (const auto& each : report->series) {
            inserted += each.counts.inserted;
            changed += each.counts.changed;
            unchanged += each.counts.unchanged;
        }
        const QString result = keep ? tr("Stored: %1 new, %2 changed, %3 as they were.").arg(format.count(inserted + report->kept.inserted), format.count(changed + report->kept.changed), format.count(unchanged + report->kept.unchanged))
                                    : tr("Nothing is stored yet. Look at it, then import.");
        return [this, keep, preview, problems, result, expected = harvest.accepted] {
            m_importing = false;
            m_ticking.stop();
            m_checked = !keep;
            m_refused = false;
            m_expected = expected;
            m_preview = preview;
            m_problems = problems;
            m_result = result;
            emit busyChanged();
            emit fileChanged();
            if (keep)
                refresh();
        };
    });
}

void DataModel::refresh()
{
    m_failure.clear();
    inWorker([this](Stores& stores) -> std::function<void()> {
        const auto series = stores.bars->series();
        if (!series)
            return failed(series.error());
        const auto decisions = stores.log->decisions("");
        const auto imports = stores.log->imports(kImportsShown);
        if (!decisions || !imports)
            return failed(decisions ? imports.error() : decisions.error());
        std::map<std::string, std::vector<market::Decision>> bySeries;
        for (const auto& each : *decisions)
            bySeries[each.series].push_back(each);
        std::vector<market::SeriesKey> keys;
        QVariantList rows, told;
        const Format& format = m_feed.format();
        for (const auto& info : *series) {
            // Minutes are judged when they are looked at: whole days of them would keep a user waiting.
            if (info.count == 0 || info.key.interval != BarInterval::Day)
                continue;
            const auto bars = stores.bars->read(info.key);
            const auto report = bars ? integration::assessBars(*bars, info.key.interval) : Result<integration::QualityReport>(bars.error());
            const bool held = integration::isQuarantined(bySeries[market::seriesName(info.key)]);
            const QString verdict = held ? tr("in quarantine") : !report ? tr("cannot be judged") : report->verdict == "trusted" ? tr("trusted") : report->verdict == "review" ? tr("to be looked at") : tr("not to be trusted");
            const int tone = held || (report && report->verdict == "quarantine") ? int(theme::Theme::Danger) : report && report->verdict == "review" ? int(theme::Theme::Warning) : 0;
            rows << row({utf8(info.key.symbol), utf8(std::string(name(info.key.interval))), utf8(info.key.source), format.count(info.count), format.date(Date::ofUtc(info.last)),
                report ? QString::number(report->score, 'f', 1) : Format::none(), verdict}, tone);
            keys.push_back(info.key);
        }
        for (const auto& each : *imports)
            told << row({QFileInfo(utf8(each.file)).fileName(), QString::number(each.id), format.dayAndTime(each.time, "UTC"), utf8(each.format), format.count(each.accepted), format.count(each.rejected)});
        return [this, keys, rows, told] {
            m_keys = keys;
            m_seriesRows = rows;
            m_importRows = told;
            emit seriesChanged();
            readCurrent();
        };
    });
}

void DataModel::setCurrent(int index)
{
    if (index == m_current || index < 0 || index >= int(m_keys.size()))
        return;
    m_current = index;
    readCurrent();
}

QString DataModel::currentTitle() const
{
    if (m_current >= int(m_keys.size()))
        return {};
    const auto& key = m_keys[std::size_t(m_current)];
    return utf8(key.symbol) + QStringLiteral(" · ") + utf8(std::string(name(key.interval))) + QStringLiteral(" · ") + utf8(key.source);
}

void DataModel::readCurrent()
{
    if (m_current >= int(m_keys.size()))
        return;
    inWorker([this, key = m_keys[std::size_t(m_current)]](Stores& stores) -> std::function<void()> {
        const auto bars = stores.bars->read(key);
        const auto first = market::readFirstKnown(*stores.bars, key);
        const auto decisions = stores.log->decisions(market::seriesName(key));
        if (!bars || !first || !decisions)
            return failed(!bars ? bars.error() : !first ? first.error() : decisions.error());
        QVariantList findings, repairs, told;
        if (const auto report = integration::assessBars(*bars, key.interval))
            for (std::size_t i = 0; i < report->findings.size() && i < kProblemsShown; ++i) {
                const auto& each = report->findings[i];
                findings << row({utf8(each.code), utf8(each.time), utf8(each.detail)}, each.severity == integration::FindingSeverity::Bad ? int(theme::Theme::Danger) : 0);
            }
        std::vector<integration::BarRepair> proposed;
        if (auto found = integration::proposedRepairs(*bars, key.interval))
            proposed = std::move(*found);
        for (std::size_t i = 0; i < proposed.size() && i < kProblemsShown; ++i)
            repairs << row({utf8(Date::ofUtc(proposed[i].start).text()) + QStringLiteral("  ") + utf8(proposed[i].field), utf8(proposed[i].before), utf8(proposed[i].after), utf8(proposed[i].reason)});
        for (auto each = decisions->rbegin(); each != decisions->rend(); ++each)
            told << row({utf8(each->kind) + QStringLiteral(" #%1").arg(each->id) + (each->undoneBy ? tr(", undone") : QString()),
                each->barStart ? utf8(Date::ofUtc(*each->barStart).text()) + QLatin1Char(' ') + utf8(each->field) : QString(), utf8(each->before), utf8(each->after), utf8(each->reason)}, each->undoneBy ? int(theme::Theme::Muted) : 0);
        QList<double> times;
        QVariantList now, before;
        std::map<std::int64_t, double> former;
        for (const Bar& bar : *first)
            former[bar.start.nanos] = double(bar.close.raw()) / double(kFixedOne);
        for (const Bar& bar : *bars) {
            times << double(bar.start.millis());
            now << double(bar.close.raw()) / double(kFixedOne);
            before << (former.count(bar.start.nanos) != 0 ? former[bar.start.nanos] : now.back().toDouble());
        }
        QVariantList lines{QVariantMap{{QStringLiteral("name"), tr("now")}, {QStringLiteral("values"), now}, {QStringLiteral("colour"), 0}}};
        if (before != now)
            lines << QVariantMap{{QStringLiteral("name"), tr("as it came")}, {QStringLiteral("values"), before}, {QStringLiteral("colour"), 4}};
        return [this, findings, repairs, told, times, lines, proposed, kept = *decisions] {
            m_findings = findings;
            m_repairRows = repairs;
            m_decisionRows = told;
            m_times = times;
            m_lines = lines;
            m_repairs = proposed;
            m_decisions = kept;
            m_quarantined = integration::isQuarantined(kept);
            emit currentChanged();
        };
    });
    emit currentChanged();
}

void DataModel::applyRepairs()
{
    if (m_repairs.empty() || m_current >= int(m_keys.size()))
        return;
    inWorker([this, key = m_keys[std::size_t(m_current)], repairs = m_repairs](Stores& stores) -> std::function<void()> {
        const auto done = integration::applyRepairs(*stores.bars, *stores.log, key, repairs, user(), wallClock());
        return done ? std::function<void()>([this] { refresh(); }) : failed(done.error());
    });
}

void DataModel::undo(int decisionRow)
{
    const int index = int(m_decisions.size()) - 1 - decisionRow;
    if (index < 0 || index >= int(m_decisions.size()))
        return;
    inWorker([this, repair = m_decisions[std::size_t(index)]](Stores& stores) -> std::function<void()> {
        const auto done = integration::undoRepair(*stores.bars, *stores.log, repair, user(), wallClock());
        return done ? std::function<void()>([this] { refresh(); }) : failed(done.error());
    });
}

void DataModel::setQuarantine(bool held, const QString& reason)
{
    if (m_current >= int(m_keys.size()) || held == m_quarantined)
        return;
    inWorker([this, held, key = m_keys[std::size_t(m_current)], reason = reason.toStdString()](Stores& stores) -> std::function<void()> {
        const auto id = stores.log->decide({0, wallClock(), held ? "quarantine" : "release", market::seriesName(key), {}, {}, {}, {}, reason, user(), {}});
        return id ? std::function<void()>([this] { refresh(); }) : failed(id.error());
    });
}

} // namespace rialto::data
