// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest_model.h"

#include "Feed/messages.h"
#include "Theme/theme.h"
#include "reports/export/delivery/report_archive.h"
#include "reports/report.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>

namespace rialto::analysis {

namespace {

struct StrategyWords {
    const char* name;
    const char* title;
    const char* rules;
};

/// Of the strategies that come with the program; another one speaks for itself, in English.
constexpr StrategyWords kStrategyWords[] = {
    {"buy_and_hold", QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "Buy and hold"), QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "Buys once and holds: what every other strategy must beat.")},
    {"channel_breakout", QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "Breakout of a channel"), QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "Buys a close above the highest of the last closes, sells one below the lowest; sized by the average true range.")},
    {"fixed_weights", QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "Fixed weights"), QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "Holds fixed shares and restores them when one has drifted out of its band.")},
    {"momentum_rotation", QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "The strongest of many"), QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "Holds the series that rose most, and looks again every so many bars.")},
    {"rsi_reversion", QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "Relative strength, against the move"), QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "Buys when the relative strength index is low, sells when it is high.")},
    {"sma_cross", QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "Crossing of two averages"), QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "Holds while the fast average is above the slow one.")},
};

/// What the parameters of these mean; tr() finds them by their English.
constexpr const char* kMeanings[] = {
    QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "share of the capital that is invested"), QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "closes of the upper edge"),
    QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "closes of the lower edge"), QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "bars of the average true range"),
    QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "of equity, a range"), QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "weight of the first series"),
    QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "allowed drift of a weight"), QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "bars over which the rise is measured"),
    QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "bars between two looks"), QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "how many are held"),
    QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "bars of the index"), QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "buy below"),
    QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "sell above"), QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "bars of the fast average"),
    QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "bars of the slow average"), QT_TRANSLATE_NOOP("rialto::analysis::BacktestModel", "sell short below; futures only"),
};

constexpr std::size_t kMostTripRows = 500;

const StrategyWords* wordsOf(const std::string& name)
{
    for (const auto& each : kStrategyWords)
        if (name == each.name)
            return &each;
    return nullptr;
}

std::int64_t hundredMillionths(double ratio) { return std::isfinite(ratio) && std::fabs(ratio) < 1e9 ? std::llround(ratio * 1e8) : 0; }

QVariantMap line(const QString& label, const QString& value, int tone = theme::Theme::Neutral)
{
    return {{QStringLiteral("label"), label}, {QStringLiteral("value"), value}, {QStringLiteral("tone"), tone}};
}

std::string defaultOf(const analytics::Parameter& parameter)
{
    if (parameter.kind == analytics::Parameter::Kind::Choice)
        return parameter.choices[std::size_t(parameter.fallback)];
    return QString::number(parameter.fallback, 'g', 10).toStdString();
}

} // namespace

BacktestModel::BacktestModel(Feed& feed, StoreOpener openBars, QObject* parent)
    : QObject(parent), m_feed(feed), m_openBars(std::move(openBars)), m_folder(QDir::toNativeSeparators(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/Rialto")))
{
    static_assert(std::size(kMeanings) > 0, "the words are there for the translators");
    for (std::size_t i = 0; i < backtest::strategyCatalogue().size(); ++i)
        if (backtest::strategyCatalogue()[i].name == "sma_cross")
            m_strategyIndex = int(i);
    connect(&feed, &Feed::languageChanged, this, [this] {
        emit choicesChanged();
        emit parametersChanged();
        emit changed();
    });
}

BacktestModel::~BacktestModel()
{
    if (m_worker == nullptr)
        return;
    m_job->cancelled = true;
    m_worker->disconnect(this);
    m_worker->wait();
    delete m_worker;
}

const backtest::StrategyDefinition& BacktestModel::strategy() const { return backtest::strategyCatalogue()[std::size_t(m_strategyIndex)]; }

QStringList BacktestModel::strategies() const
{
    QStringList list;
    for (const auto& each : backtest::strategyCatalogue()) {
        const auto* words = wordsOf(each.name);
        list.append(words != nullptr ? tr(words->title) : QString::fromStdString(each.title));
    }
    return list;
}

QString BacktestModel::rules() const
{
    const auto* words = wordsOf(strategy().name);
    return words != nullptr ? tr(words->rules) : QString::fromStdString(strategy().rules);
}

void BacktestModel::setStrategyIndex(int index)
{
    if (index == m_strategyIndex || index < 0 || index >= int(backtest::strategyCatalogue().size()))
        return;
    m_strategyIndex = index;
    m_values.clear();
    forget();
    emit choicesChanged();
    emit parametersChanged();
}

QVariantList BacktestModel::parameters() const
{
    QVariantList list;
    for (const auto& each : strategy().parameters) {
        const QString name = QString::fromStdString(each.name);
        const auto own = m_values.find(name);
        QStringList choices;
        for (const auto& choice : each.choices)
            choices.append(QString::fromStdString(choice));
        const QString value = own == m_values.end() ? QString::fromStdString(defaultOf(each)) : own->second;
        list.append(QVariantMap{{QStringLiteral("name"), name}, {QStringLiteral("meaning"), tr(each.meaning.c_str())}, {QStringLiteral("value"), value}, {QStringLiteral("choices"), choices}, {QStringLiteral("place"), choices.indexOf(value)}});
    }
    return list;
}

void BacktestModel::setParameter(const QString& name, const QString& value)
{
    if (const auto known = m_values.find(name); known != m_values.end() && known->second == value)
        return;
    m_values[name] = value.trimmed();
    forget();
}

QStringList BacktestModel::series() const
{
    QStringList list;
    for (const auto& each : m_series)
        list.append(QString::fromStdString(each.key.symbol) + QStringLiteral(" · ") + QString::fromStdString(each.key.source) + QStringLiteral(" · ") + m_feed.format().count(each.count));
    return list;
}

void BacktestModel::setSeriesIndex(int index)
{
    if (index == m_seriesIndex || index < 0 || index >= int(m_series.size()))
        return;
    m_seriesIndex = index;
    forget();
    emit choicesChanged();
}

void BacktestModel::setCash(const QString& cash)
{
    if (cash == m_cash)
        return;
    m_cash = cash;
    forget();
    emit choicesChanged();
}

void BacktestModel::setFolder(const QString& folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    emit choicesChanged();
}

void BacktestModel::forget()
{
    cancel();
    m_run.reset();
    m_failure.reset();
    m_done.clear();
    emit changed();
}

QString BacktestModel::failure() const { return m_failure ? message(*m_failure) : QString(); }

void BacktestModel::start(std::function<void(Job&)> work)
{
    m_job = std::make_shared<Job>();
    m_failure.reset();
    m_done.clear();
    m_worker = QThread::create([job = m_job, work = std::move(work)] { work(*job); });
    connect(m_worker, &QThread::finished, this, [this, job = m_job] {
        m_worker->deleteLater();
        m_worker = nullptr;
        m_job.reset();
        if (!job->cancelled) {
            m_failure = job->failure;
            if (job->run)
                m_run = job->run;
            if (!job->series.empty()) {
                m_series = std::move(job->series);
                m_seriesIndex = std::min(m_seriesIndex, int(m_series.size()) - 1);
                for (std::size_t i = 0; i < m_series.size() && m_run == nullptr; ++i)
                    if (m_series[i].key.symbol == m_feed.selection().symbol().toStdString())
                        m_seriesIndex = int(i);
                emit seriesChanged();
                emit choicesChanged();
            }
            if (!job->files.empty())
                m_done = tr("Saved %n file(s) in %1.", nullptr, int(job->files.size())).arg(m_folder);
        }
        emit changed();
        emit finished();
    });
    m_worker->start();
    emit changed();
}

void BacktestModel::refresh()
{
    if (busy() || !m_series.empty())
        return;
    start([open = m_openBars](Job& job) {
        const auto bars = open ? open() : nullptr;
        if (!bars) {
            job.failure = unavailable("storage.cannot-open", "price history");
            return;
        }
        auto all = bars->series();
        if (!all) {
            job.failure = all.error();
            return;
        }
        for (auto& each : *all)
            if (each.key.interval == BarInterval::Day && each.count > 1)
                job.series.push_back(std::move(each));
    });
}

void BacktestModel::run()
{
    if (busy() || m_series.empty())
        return;
    const auto& book = m_feed.book();
    const auto key = m_series[std::size_t(m_seriesIndex)].key;
    std::optional<Instrument> instrument;
    if (book && book->instruments)
        for (const auto& each : *book->instruments)
            if (each.symbol == key.symbol)
                instrument = each;
    if (!instrument) {
        m_failure = notFound("services.price-missing", key.symbol);
        emit changed();
        return;
    }
    const auto cash = Money::parse(m_cash.trimmed().toStdString(), instrument->spec.currency);
    if (!cash || cash->minor() <= 0) {
        m_failure = invalid("domain.number-malformed", m_cash.toStdString());
        emit changed();
        return;
    }
    std::vector<std::string> pairs;
    for (const auto& [name, value] : m_values)
        pairs.push_back(name.toStdString() + "=" + value.toStdString());
    m_run.reset();
    start([key, instrument = *instrument, cash = *cash, pairs, definition = &strategy(), open = m_openBars](Job& job) {
        const auto store = open ? open() : nullptr;
        if (!store) {
            job.failure = unavailable("storage.cannot-open", "price history");
            return;
        }
        const auto values = backtest::strategyValues(*definition, pairs);
        auto bars = store->read(key);
        if (!values || !bars) {
            job.failure = values ? bars.error() : values.error();
            return;
        }
        backtest::BacktestInput input;
        input.cash = cash;
        input.series.push_back({instrument, std::move(*bars)});
        input.cancelled = [&job] { return job.cancelled.load(); };
        const auto strategy = definition->make(*values);
        auto result = backtest::runBacktest(input, *strategy);
        if (!result) {
            job.failure = result.error();
            return;
        }
        auto run = std::make_shared<Run>();
        run->head.strategy = definition->name;
        run->head.parameters = pairs;
        const auto rule = input.venue.fees.ruleFor(instrument);
        run->head.costs = formatDecimal(rule.commissionPpm, 2, 0) + " bp, " + Money(rule.minimumMinor, cash.currency()).text() + " " + cash.currency().code() + " / order";
        run->head.halfSpreadPpm = input.venue.halfSpreadPpm;
        run->head.participationPpm = input.venue.participationPpm;
        run->head.createdAt = input.series.front().bars.empty() ? Timestamp() : input.series.front().bars.back().start;
        run->figures = backtest::figures(*result);
        run->points = backtest::dailyReturns(*result);
        run->result = std::move(*result);
        job.run = std::move(run);
    });
}

void BacktestModel::save()
{
    if (!ready())
        return;
    start([run = m_run, chinese = m_feed.format().chinese(), folder = QDir::fromNativeSeparators(m_folder).toStdString()](Job& job) {
        const auto definition = reports::findReport("backtest-tear-sheet");
        if (!definition) {
            job.failure = definition.error();
            return;
        }
        const auto document = reports::buildReport(*definition, tearSheetData(run->result, run->head), {chinese ? reports::Language::Chinese : reports::Language::English, {}, true});
        if (!document) {
            job.failure = document.error();
            return;
        }
        auto files = reports::writeReport(*document, folder, {reports::ReportFormat::Pdf, reports::ReportFormat::Html});
        if (!files) {
            job.failure = files.error();
            return;
        }
        std::vector<reports::IssuedReport> issued;
        for (auto& file : *files) {
            job.files.push_back(file.path);
            issued.push_back({document->key, chinese ? "zh" : "en", isoUtc(document->createdAt), std::move(file)});
        }
        if (const auto kept = reports::addToManifest(folder, issued); !kept)
            job.failure = kept.error();
    });
}

void BacktestModel::cancel()
{
    if (busy())
        m_job->cancelled = true;
}

QString BacktestModel::periodText() const
{
    if (!m_run || m_run->result.days.empty())
        return {};
    const auto& format = m_feed.format();
    return format.date(m_run->result.days.front().day) + QStringLiteral(" – ") + format.date(m_run->result.days.back().day) + QStringLiteral(" · ") + format.moneyWithCode(m_run->result.end);
}

QVariantList BacktestModel::groups() const
{
    if (!m_run)
        return {};
    const Format& format = m_feed.format();
    const auto& f = m_run->figures;
    const auto percent = [&](double value) { return std::isfinite(value) ? format.percent(hundredMillionths(value)) : Format::none(); };
    const auto gain = [&](const QString& label, double value) {
        return line(label, std::isfinite(value) ? format.signedPercent(hundredMillionths(value)) : Format::none(), value > 0 ? theme::Theme::Up : value < 0 ? theme::Theme::Down : theme::Theme::Neutral);
    };
    const auto ratio = [](double value) { return std::isfinite(value) ? QString::number(value, 'f', 2).replace(QLatin1Char('-'), QChar(0x2212)) : Format::none(); };
    const auto group = [](const QString& title, const QVariantList& entries) { return QVariantMap{{QStringLiteral("title"), title}, {QStringLiteral("entries"), entries}}; };
    return {group(tr("Return"), {gain(tr("In all"), f.totalReturn), gain(tr("A year"), f.annualReturn), gain(tr("Best day"), f.bestDay), gain(tr("Worst day"), f.worstDay)}),
        group(tr("Risk"), {line(tr("Volatility"), percent(f.volatility)), gain(tr("Deepest fall"), -f.maxDrawdown), line(tr("Sharpe"), ratio(f.sharpe)), line(tr("Sortino"), ratio(f.sortino)), line(tr("Calmar"), ratio(f.calmar)),
            line(tr("Exposure"), percent(f.exposure))}),
        group(tr("Trades"), {line(tr("Round trips"), format.count(f.trips)), line(tr("Won"), percent(f.winRate)), line(tr("Gains over losses"), ratio(f.profitFactor)), line(tr("Costs"), format.moneyWithCode(m_run->result.fees + m_run->result.taxes)),
            line(tr("Turnover, times a year"), ratio(f.turnoverAYear))})};
}

QList<double> BacktestModel::times() const
{
    QList<double> times;
    if (m_run)
        for (const auto& day : m_run->result.days)
            times.append(double(day.day.startUtc().millis()));
    return times;
}

QVariantList BacktestModel::capital() const
{
    QVariantList values;
    if (m_run)
        for (const auto& day : m_run->result.days)
            values.append(backtest::major(day.equity));
    return {QVariantMap{{QStringLiteral("name"), tr("Capital")}, {QStringLiteral("values"), values}, {QStringLiteral("colour"), 0}}};
}

QVariantList BacktestModel::underWater() const
{
    QVariantList values;
    double highest = m_run ? backtest::major(m_run->result.start) : 0;
    if (m_run)
        for (const auto& day : m_run->result.days) {
            const double now = backtest::major(day.equity);
            highest = std::max(highest, now);
            values.append(highest > 0 ? (now / highest - 1) * 100 : 0);
        }
    return {QVariantMap{{QStringLiteral("name"), tr("Below the peak")}, {QStringLiteral("values"), values}, {QStringLiteral("colour"), 4}}};
}

QStringList BacktestModel::tripHeader() const { return {tr("Opened"), tr("Closed"), tr("Side"), tr("Largest"), tr("Invested"), tr("Profit"), tr("Bars")}; }

QVariantList BacktestModel::trips() const
{
    QVariantList rows;
    if (!m_run)
        return rows;
    const auto& format = m_feed.format();
    const auto& all = m_run->result.trips;
    for (std::size_t i = all.size(); i-- > 0 && rows.size() < qsizetype(kMostTripRows);) {
        const auto& trip = all[i];
        rows.append(QVariantMap{{QStringLiteral("cells"), QStringList{format.date(Date::ofUtc(trip.opened)), trip.open ? tr("still open") : format.date(Date::ofUtc(trip.closed)), trip.side == Side::Buy ? tr("long") : tr("short"),
            format.quantity(trip.largest), format.money(trip.invested), format.signedMoney(trip.profit), format.count(trip.bars)}},
            {QStringLiteral("tone"), trip.profit.isNegative() ? int(theme::Theme::Down) : int(theme::Theme::Up)}, {QStringLiteral("strong"), false}});
    }
    return rows;
}

} // namespace rialto::analysis
