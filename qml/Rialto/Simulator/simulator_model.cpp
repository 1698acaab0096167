// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator_model.h"

#include "matching/market_rules.h"
#include "simulator/demo_instruments.h"
#include "simulator/venue_listings.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rialto::simulation {

namespace {

/// Steps in one turn, and how long until the next.
struct Speed {
    int steps;
    int pauseMs;
};
constexpr std::array<Speed, 4> kSpeeds = {{{1, 1000}, {1, 200}, {3, 100}, {10, 0}}};

double milliseconds(std::int64_t nanos) { return double(nanos) / double(kNanosPerMilli); }

} // namespace

struct SimulatorModel::Job {
    std::unique_ptr<Lab> lab;
    LabSettings settings;
    QString symbol;
    std::vector<Wish> wishes;
    std::size_t steps = 0;
    LabView view;
    std::optional<Error> failure;
};

SimulatorModel::SimulatorModel(Feed& feed, QObject* parent) : QObject(parent), m_feed(feed)
{
    m_venues.append(QStringLiteral("demo"));
    for (const auto& profile : matching::venueProfiles()) {
        simulator::SimulatorConfig config;
        config.listings = simulator::demoListings(Date::of(2026, 3, 2));
        if (simulator::listAt(profile, config))
            m_venues.append(QString::fromStdString(profile.id));
    }
    listInstruments();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_playing)
            return;
        m_wanted += kSpeeds[std::size_t(m_speed)].steps;
        applySettings();
        turn();
    });
    connect(&feed, &Feed::languageChanged, this, [this] {
        emit textsChanged();
        emit settingsChanged();
        emit changed();
        emit cursorChanged();
    });
}

SimulatorModel::~SimulatorModel()
{
    if (m_worker == nullptr)
        return;
    m_worker->disconnect(this);
    m_worker->wait();
    delete m_worker;
}

void SimulatorModel::listInstruments()
{
    simulator::SimulatorConfig config;
    config.listings = simulator::demoListings(Date::of(2026, 3, 2));
    if (const auto* rules = matching::venueProfile(m_settings.venue.toStdString()); rules != nullptr && !simulator::listAt(*rules, config))
        config.listings.clear();
    m_instruments.clear();
    for (const auto& listing : config.listings)
        if (listing.instrument.tradable())
            m_instruments.append(QString::fromStdString(listing.instrument.symbol));
    if (!m_instruments.contains(m_symbol))
        m_symbol = m_instruments.value(0);
}

// --- What the user sets ----------------------------------------------------------------------------------------------------

void SimulatorModel::setVenueIndex(int index)
{
    if (index < 0 || index >= m_venues.size() || m_venues[index] == m_settings.venue)
        return;
    m_settings.venue = m_venues[index];
    listInstruments();
    emit settingsChanged();
    restart();
}

void SimulatorModel::setInstrumentIndex(int index)
{
    if (index < 0 || index >= m_instruments.size() || m_instruments[index] == m_symbol)
        return;
    m_symbol = m_instruments[index];
    emit settingsChanged();
    restart();
}

void SimulatorModel::setSeed(const QString& seed)
{
    bool good = false;
    const qulonglong number = seed.trimmed().toULongLong(&good);
    if (good)
        m_settings.seed = number;
    emit settingsChanged();
}

void SimulatorModel::stepSeed(int steps)
{
    m_settings.seed = steps < 0 && m_settings.seed < std::uint64_t(-steps) ? 0 : m_settings.seed + std::uint64_t(std::int64_t(steps));
    emit settingsChanged();
}

QStringList SimulatorModel::speeds() const { return {tr("1 min/s"), tr("5 min/s"), tr("30 min/s"), tr("Fastest")}; }

void SimulatorModel::setSpeedIndex(int index)
{
    if (index < 0 || index >= int(kSpeeds.size()) || index == m_speed)
        return;
    m_speed = index;
    emit settingsChanged();
}

QVariantMap SimulatorModel::slider(const char* key, const QString& label, double value, double most, const QString& text) const
{
    return {{QStringLiteral("key"), QString::fromLatin1(key)}, {QStringLiteral("label"), label}, {QStringLiteral("value"), value}, {QStringLiteral("most"), most},
        {QStringLiteral("text"), text}};
}

QVariantList SimulatorModel::agents() const
{
    const auto percent = [](std::int64_t perMille) { return QString::number(perMille / 10) + QStringLiteral(" %"); };
    const auto& mix = m_settings.mix;
    return {slider("makers", tr("Market makers"), double(mix.makers), 3000, percent(mix.makers)), slider("crowd", tr("Noise traders"), double(mix.crowd), 3000, percent(mix.crowd)),
        slider("trend", tr("Trend followers"), double(mix.trend), 3000, percent(mix.trend)), slider("large", tr("Large orders"), double(mix.large), 3000, percent(mix.large))};
}

QVariantList SimulatorModel::lines() const
{
    const auto ms = [](std::int64_t nanos) { return QString::number(nanos / kNanosPerMilli) + QStringLiteral(" ms"); };
    const auto rate = [](std::uint32_t perMille) { return QString::number(double(perMille) / 10, 'f', 1) + QStringLiteral(" %"); };
    const auto& latency = m_settings.latency;
    const auto& faults = m_settings.faults;
    return {slider("order", tr("Order latency"), milliseconds(latency.orderNanos), 500, ms(latency.orderNanos)),
        slider("cancel", tr("Cancel latency"), milliseconds(latency.cancelNanos), 500, ms(latency.cancelNanos)),
        slider("jitter", tr("Jitter"), milliseconds(latency.jitterNanos), 500, ms(latency.jitterNanos)),
        slider("reject", tr("Rejected orders"), faults.rejectPerMille, 500, rate(faults.rejectPerMille)),
        slider("drop", tr("Lost messages"), faults.dropPerMille, 500, rate(faults.dropPerMille)),
        slider("report", tr("Lost reports"), faults.dropReportPerMille, 500, rate(faults.dropReportPerMille))};
}

void SimulatorModel::setValue(const QString& key, double value)
{
    const auto whole = std::int64_t(std::llround(std::clamp(value, 0.0, 3000.0)));
    const auto nanos = whole * kNanosPerMilli;
    if (key == QLatin1String("makers"))
        m_settings.mix.makers = whole;
    else if (key == QLatin1String("crowd"))
        m_settings.mix.crowd = whole;
    else if (key == QLatin1String("trend"))
        m_settings.mix.trend = whole;
    else if (key == QLatin1String("large"))
        m_settings.mix.large = whole;
    else if (key == QLatin1String("order"))
        m_settings.latency.orderNanos = nanos;
    else if (key == QLatin1String("cancel"))
        m_settings.latency.cancelNanos = nanos;
    else if (key == QLatin1String("jitter"))
        m_settings.latency.jitterNanos = nanos;
    else if (key == QLatin1String("reject"))
        m_settings.faults.rejectPerMille = std::uint32_t(std::min<std::int64_t>(whole, 1000));
    else if (key == QLatin1String("drop"))
        m_settings.faults.dropPerMille = std::uint32_t(std::min<std::int64_t>(whole, 1000));
    else if (key == QLatin1String("report"))
        m_settings.faults.dropReportPerMille = std::uint32_t(std::min<std::int64_t>(whole, 1000));
    else
        return;
    emit settingsChanged();
    m_settingsNew = true;
}

// What was changed counts for the running timeline from its next step on; a branch takes it for itself instead.
void SimulatorModel::applySettings()
{
    if (!std::exchange(m_settingsNew, false))
        return;
    m_wishes.push_back([settings = m_settings](Lab& lab) {
        lab.change(settings);
        return Result<void>();
    });
}

// --- The worker ------------------------------------------------------------------------------------------------------------

void SimulatorModel::begin()
{
    if (m_lab == nullptr && !busy())
        restart();
}

void SimulatorModel::restart()
{
    m_playing = false;
    m_wantsNew = true;
    m_wishes.clear();
    m_settingsNew = false;
    m_wanted = 30; // so that there is something to see
    m_followsEnd = true;
    turn();
}

void SimulatorModel::play()
{
    if (m_playing)
        return;
    m_playing = true;
    emit changed();
    m_timer.start(0);
}

void SimulatorModel::pause()
{
    m_playing = false;
    m_wanted = 0;
    emit changed();
}

void SimulatorModel::step(int steps)
{
    m_wanted += std::clamp(steps, 1, 390);
    applySettings();
    turn();
}

void SimulatorModel::wish(Wish wish)
{
    m_wishes.push_back(std::move(wish));
    turn();
}

void SimulatorModel::halt()
{
    applySettings();
    m_wanted += 1;
    wish([](Lab& lab) { lab.halt(true); return Result<void>(); });
}

void SimulatorModel::resume()
{
    applySettings();
    m_wanted += 1;
    wish([](Lab& lab) { lab.halt(false); return Result<void>(); });
}

void SimulatorModel::place(bool buy, bool market)
{
    applySettings();
    m_wanted += 1;
    wish([buy, market](Lab& lab) { lab.place(buy ? Side::Buy : Side::Sell, market); return Result<void>(); });
}

void SimulatorModel::cancel(int order)
{
    m_wanted += 1;
    wish([order](Lab& lab) { lab.cancel(OrderId(std::uint64_t(order))); return Result<void>(); });
}

void SimulatorModel::rewind()
{
    pause();
    m_followsEnd = true;
    wish([step = std::size_t(m_cursor)](Lab& lab) { return lab.rewind(step); });
}

void SimulatorModel::branch()
{
    pause();
    m_settingsNew = false;
    wish([step = std::size_t(m_cursor), settings = m_settings](Lab& lab) { return lab.branch(step, settings); });
}

void SimulatorModel::choose(int line)
{
    wish([line](Lab& lab) { lab.choose(std::size_t(std::max(line, 0))); return Result<void>(); });
}

void SimulatorModel::turn()
{
    if (busy() || (m_lab == nullptr && !m_wantsNew))
        return;
    auto job = std::make_shared<Job>();
    job->lab = m_wantsNew ? nullptr : std::move(m_lab);
    m_lab.reset();
    m_wantsNew = false;
    job->settings = m_settings;
    job->symbol = m_symbol;
    job->wishes.swap(m_wishes);
    job->steps = std::size_t(std::exchange(m_wanted, 0));
    m_worker = QThread::create([job] {
        if (job->lab == nullptr) {
            auto opened = Lab::open(job->settings, job->symbol);
            if (!opened) {
                job->failure = opened.error();
                return;
            }
            job->lab = std::move(*opened);
        }
        for (const Wish& each : job->wishes)
            if (const auto done = each(*job->lab); !done)
                job->failure = done.error();
        job->lab->run(job->steps);
        job->view = job->lab->view();
    });
    connect(m_worker, &QThread::finished, this, [this, job] { finish(job); });
    m_worker->start();
    emit changed();
}

void SimulatorModel::finish(const std::shared_ptr<Job>& job)
{
    m_worker->deleteLater();
    m_worker = nullptr;
    if (job->lab != nullptr) {
        m_lab = std::move(job->lab);
        m_view = std::move(job->view);
    }
    m_view.failure = job->failure;
    if (m_followsEnd || m_cursor > stepCount())
        m_cursor = stepCount();
    emit changed();
    emit cursorChanged();
    const LabView::Line* line = activeLine();
    if (line != nullptr && line->steps.size() >= Lab::kMostSteps)
        m_playing = false;
    if (m_wantsNew || !m_wishes.empty() || m_wanted > 0)
        turn();
    else if (m_playing)
        m_timer.start(kSpeeds[std::size_t(m_speed)].pauseMs);
    if (!busy())
        emit settled();
}

} // namespace rialto::simulation
