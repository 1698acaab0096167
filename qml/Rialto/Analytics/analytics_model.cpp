// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics_model.h"

#include "Feed/messages.h"
#include "Theme/theme.h"
#include "services/statement_service.h"

#include <algorithm>
#include <cmath>

namespace rialto::analysis {

namespace {

std::int64_t e8Of(double ratio) { return std::llround(ratio * 1e8); }

int toneOf(double value) { return value > 0 ? theme::Theme::Up : value < 0 ? theme::Theme::Down : theme::Theme::Neutral; }

QVariantMap entry(const QString& label, const QString& value, int tone = theme::Theme::Neutral)
{
    return {{QStringLiteral("label"), label}, {QStringLiteral("value"), value}, {QStringLiteral("tone"), tone}};
}

} // namespace

struct AnalyticsModel::Job {
    StatementRequest request;
    Date from;
    PortfolioAnalysis analysis;
    std::optional<Error> failure;
};

AnalyticsModel::AnalyticsModel(Feed& feed, StoreOpener openBars, QObject* parent)
    : QObject(parent), m_backtest(feed, openBars), m_feed(feed), m_openBars(std::move(openBars)), m_book(feed.book())
{
    connect(&feed, &Feed::bookChanged, this, [this](const BookPointer& book) {
        const bool clientsNew = !m_book || m_book->clients.size() != book->clients.size();
        m_stale = m_stale || !m_book || m_book->ledgerGroups != book->ledgerGroups || m_book->tradingDay != book->tradingDay;
        m_book = book;
        if (clientsNew)
            emit clientsChanged();
    });
    connect(&feed, &Feed::languageChanged, this, [this] {
        emit clientsChanged();
        emit choicesChanged();
        emit changed();
    });
}

AnalyticsModel::~AnalyticsModel()
{
    if (m_worker == nullptr)
        return;
    m_worker->disconnect(this);
    m_worker->wait();
    delete m_worker;
}

QStringList AnalyticsModel::clients() const
{
    QStringList list;
    if (m_book)
        for (const Client& client : m_book->clients)
            list.append(QString::fromStdString(client.number) + QStringLiteral(" · ") + m_feed.format().pick(client.name, client.nameZh));
    return list;
}

void AnalyticsModel::setClientIndex(int index)
{
    if (index == m_clientIndex || !m_book || index < 0 || index >= int(m_book->clients.size()))
        return;
    m_clientIndex = index;
    forget();
    emit clientsChanged();
    refresh();
}

QStringList AnalyticsModel::periods() const { return {tr("This year"), tr("One year"), tr("Since the beginning")}; }

void AnalyticsModel::setPeriod(int period)
{
    if (period == m_period || period < ThisYear || period > SinceInception)
        return;
    m_period = period;
    forget();
    emit choicesChanged();
    refresh();
}

Date AnalyticsModel::from() const
{
    const Date today = m_book ? m_book->tradingDay : Date();
    switch (m_period) {
    case ThisYear: return Date::of(today.year(), 1, 1);
    case OneYear: return today - 364;
    default: return {};
    }
}

QString AnalyticsModel::periodText() const
{
    if (!ready())
        return {};
    return m_feed.format().date(m_analysis.from) + QStringLiteral(" – ") + m_feed.format().date(m_analysis.to) + QStringLiteral(" · ")
        + tr("%1 trading days").arg(m_analysis.points.size());
}

QString AnalyticsModel::failure() const
{
    if (m_failure)
        return message(*m_failure);
    return !busy() && !m_stale && !ready() ? tr("There are too few days to say anything yet.") : QString();
}

void AnalyticsModel::forget()
{
    m_stale = true;
    m_failure.reset();
    m_analysis = {};
    emit changed();
}

void AnalyticsModel::refresh()
{
    if (m_stale && !busy() && m_book && m_clientIndex < int(m_book->clients.size()))
        start();
}

void AnalyticsModel::start()
{
    m_stale = false;
    m_failure.reset();
    m_job = std::make_shared<Job>();
    m_job->request = {m_book->clients[std::size_t(m_clientIndex)].id, Date(), Date()};
    m_job->from = from();
    m_worker = QThread::create([job = m_job, &services = m_feed.services(), open = m_openBars] {
        const auto bars = open ? open() : nullptr;
        if (!bars) {
            job->failure = unavailable("storage.cannot-open", "price history");
            return;
        }
        const auto statement = makeStatement(services, *bars, job->request);
        if (statement)
            job->analysis = analysePortfolio(statement->series, job->from);
        else
            job->failure = statement.error();
    });
    connect(m_worker, &QThread::finished, this, [this, job = m_job] { finish(job); });
    m_worker->start();
    emit changed();
}

void AnalyticsModel::finish(const std::shared_ptr<Job>& job)
{
    m_worker->deleteLater();
    m_worker = nullptr;
    m_job.reset();
    if (job->request.client == m_book->clients[std::size_t(m_clientIndex)].id && job->from == from()) {
        m_failure = job->failure;
        m_analysis = std::move(job->analysis);
    } else {
        m_stale = true;
    }
    emit changed();
    emit finished();
    if (m_stale && !m_failure)
        refresh();
}

QVariantList AnalyticsModel::groups() const
{
    const Format& format = m_feed.format();
    const auto percent = [&format](const std::optional<double>& value) { return value ? format.percent(e8Of(*value)) : Format::none(); };
    const auto gain = [&](const QString& label, const std::optional<double>& value) {
        return entry(label, value ? format.signedPercent(e8Of(*value)) : Format::none(), value ? toneOf(*value) : theme::Theme::Neutral);
    };
    const auto ratio = [](const std::optional<double>& value) {
        return value ? QString::number(*value, 'f', 2).replace(QLatin1Char('-'), QChar(0x2212)) : Format::none();
    };
    const auto day = [&](const std::optional<analytics::ReturnPoint>& point) {
        return point ? format.signedPercent(e8Of(point->rate)) + QStringLiteral(" · ") + format.date(point->date) : Format::none();
    };
    const auto& a = m_analysis;
    const auto group = [](const QString& title, const QString& note, const QVariantList& entries) {
        return QVariantMap{{QStringLiteral("title"), title}, {QStringLiteral("note"), note}, {QStringLiteral("entries"), entries}};
    };
    return {
        group(tr("Return"), tr("Time-weighted by the day, before tax on gains; money-weighted since the book's first day."),
            {gain(tr("Of the period"), a.totalReturn), gain(tr("A year"), a.annualReturn), gain(tr("Money-weighted, a year"), a.moneyWeighted), entry(tr("Gaining months"), percent(a.gainingMonths)),
                entry(tr("Best day"), day(a.bestDay), theme::Theme::Up), entry(tr("Worst day"), day(a.worstDay), theme::Theme::Down)}),
        group(tr("Risk"), tr("Deviations a year, from trading days. Value at risk: of the days that were, 95 %, one day."),
            {entry(tr("Volatility"), percent(a.volatility)), entry(tr("Downside deviation"), percent(a.downsideDeviation)),
                gain(tr("Deepest fall"), a.falls.empty() ? std::nullopt : std::optional(-a.falls.front().depth)), gain(tr("Value at risk"), a.valueAtRisk), gain(tr("Expected shortfall"), a.expectedShortfall)}),
        group(tr("Ratios"), tr("Return over risk; the risk-free rate is taken as zero."),
            {entry(tr("Sharpe"), ratio(a.sharpe)), entry(tr("Sortino"), ratio(a.sortino)), entry(tr("Calmar"), ratio(a.calmar))}),
    };
}

QList<double> AnalyticsModel::times() const
{
    QList<double> times;
    for (const auto& point : m_analysis.points)
        times.append(double(point.date.startUtc().millis()));
    return times;
}

QVariantList AnalyticsModel::growth() const
{
    QVariantList values;
    for (const auto& point : m_analysis.points)
        values.append((point.index - 1) * 100);
    return {QVariantMap{{QStringLiteral("name"), tr("Return")}, {QStringLiteral("values"), values}, {QStringLiteral("colour"), 0}}};
}

QVariantList AnalyticsModel::underWater() const
{
    QVariantList values;
    for (const double fall : m_analysis.underWater)
        values.append(fall * 100);
    return {QVariantMap{{QStringLiteral("name"), tr("Below the peak")}, {QStringLiteral("values"), values}, {QStringLiteral("colour"), 4}}};
}

QVariantMap AnalyticsModel::distribution() const
{
    if (!ready())
        return {};
    double low = 0, high = 0;
    for (const auto& point : m_analysis.points) {
        low = std::min(low, point.rate);
        high = std::max(high, point.rate);
    }
    // Some two dozen bars of a round width, with zero on an edge.
    const double rough = std::max((high - low) / 24, 1e-6);
    const double decade = std::pow(10.0, std::floor(std::log10(rough)));
    const double step = rough <= decade ? decade : rough <= 2 * decade ? 2 * decade : rough <= 5 * decade ? 5 * decade : 10 * decade;
    const int first = int(std::floor(low / step)), last = int(std::floor(high / step));
    const int count = last - first + 1;
    std::vector<int> beyond(std::size_t(count), 0), losses = beyond, gains = beyond;
    int tallest = 0;
    for (const auto& point : m_analysis.points) {
        const auto bar = std::size_t(std::clamp(int(std::floor(point.rate / step)) - first, 0, count - 1));
        const bool isBeyond = m_analysis.valueAtRisk && point.rate <= *m_analysis.valueAtRisk && point.rate < 0;
        ++(isBeyond ? beyond : point.rate < 0 ? losses : gains)[bar];
        tallest = std::max(tallest, beyond[bar] + losses[bar] + gains[bar]);
    }
    const auto list = [](const std::vector<int>& counts) {
        QVariantList values;
        for (const int each : counts)
            values.append(each);
        return values;
    };
    QVariantList edges;
    const int every = std::max(1, count / 6);
    const int digits = std::max(0, -int(std::floor(std::log10(step * 100) + 1e-9)));
    for (int edge = first; edge <= last + 1; ++edge)
        if (edge % every == 0)
            edges.append(QVariantMap{{QStringLiteral("at"), edge - first - 0.5},
                {QStringLiteral("text"), QString::number(edge * step * 100, 'f', digits).replace(QLatin1Char('-'), QChar(0x2212))}});
    return {{QStringLiteral("beyond"), list(beyond)}, {QStringLiteral("losses"), list(losses)}, {QStringLiteral("gains"), list(gains)}, {QStringLiteral("edges"), edges},
        {QStringLiteral("tallest"), tallest}};
}

QVariantList AnalyticsModel::years() const
{
    QVariantList rows;
    const auto cell = [this](double rate) { return QVariantMap{{QStringLiteral("text"), m_feed.format().signedPercent(e8Of(rate))}, {QStringLiteral("tone"), toneOf(rate)}}; };
    const QVariantMap none{{QStringLiteral("text"), QString()}, {QStringLiteral("tone"), theme::Theme::Neutral}};
    for (std::size_t first = 0; first < m_analysis.months.size();) {
        const int year = m_analysis.months[first].year;
        QVariantList cells;
        for (int month = 0; month < 12; ++month)
            cells.append(none);
        double whole = 1;
        for (; first < m_analysis.months.size() && m_analysis.months[first].year == year; ++first) {
            const auto& month = m_analysis.months[first];
            cells[int(month.month) - 1] = cell(month.rate);
            whole *= 1 + month.rate;
        }
        rows.prepend(QVariantMap{{QStringLiteral("year"), QString::number(year)}, {QStringLiteral("cells"), cells}, {QStringLiteral("total"), cell(whole - 1)}});
    }
    return rows;
}

QVariantList AnalyticsModel::falls() const
{
    QVariantList rows;
    const Format& format = m_feed.format();
    for (const auto& fall : m_analysis.falls)
        rows.append(QVariantMap{{QStringLiteral("depth"), format.signedPercent(e8Of(-fall.depth))},
            {QStringLiteral("text"), fall.recovered ? tr("%1 to %2, made up on %3").arg(format.date(fall.start), format.date(fall.trough), format.date(*fall.recovered))
                                                    : tr("%1 to %2, not made up yet").arg(format.date(fall.start), format.date(fall.trough))}});
    return rows;
}

} // namespace rialto::analysis
