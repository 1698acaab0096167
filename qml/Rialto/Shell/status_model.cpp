// SPDX-License-Identifier: GPL-3.0-or-later
#include "status_model.h"

#include "Theme/theme.h"

#include <algorithm>
#include <array>

namespace rialto {
namespace {

constexpr std::array<int, 4> kSpeeds{0, 1, 10, 60};
constexpr std::int64_t kStep = 100 * kNanosPerMilli;

} // namespace

StatusModel::StatusModel(Feed& feed, QObject* parent) : QObject(parent), m_feed(feed)
{
    connect(&feed, &Feed::sessionChanged, this, &StatusModel::onSession);
    connect(&feed, &Feed::bookChanged, this, &StatusModel::onBook);
    connect(&feed, &Feed::languageChanged, this, [this] {
        refreshClock();
        emit changed();
    });
    onBook();
    onSession();
    refreshClock();
}

void StatusModel::onBook()
{
    const auto& book = m_feed.book();
    if (!book)
        return;
    // The venue's zone is that of its instruments; the first one speaks for the book.
    if (book->instruments && !book->instruments->empty())
        m_zone = book->instruments->front().timeZone;
    const int working = int(std::count_if(book->orders.begin(), book->orders.end(), [](const Order& order) { return order.open(); }));
    if (working != m_working) {
        m_working = working;
        emit changed();
    }
}

void StatusModel::onSession()
{
    const SessionStatus& session = m_feed.session();
    if (session.speed > 0)
        m_speedBeforePause = session.speed;
    const bool same = session.speed == m_speed && session.simulated == m_simulated && session.connection == m_connection
        && session.failure.has_value() == m_failed;
    m_speed = session.speed;
    m_simulated = session.simulated;
    m_connection = session.connection;
    m_failed = session.failure.has_value();
    if (!same)
        emit changed();
    if (session.venueTime.nanos / kNanosPerSecond != m_second)
        refreshClock();
}

void StatusModel::refreshClock()
{
    const Timestamp time = m_feed.session().venueTime;
    m_second = time.nanos / kNanosPerSecond;
    m_clock = time.nanos > 0 ? m_feed.format().timeWithZone(time, m_zone.empty() ? "UTC" : m_zone) : Format::none();
    emit clockChanged();
}

QString StatusModel::environment() const { return m_simulated ? tr("SIM") : tr("LIVE"); }
int StatusModel::environmentTone() const { return m_simulated ? theme::Theme::Simulation : theme::Theme::Live; }
QString StatusModel::day() const { return m_feed.session().tradingDay.days > 0 ? m_feed.format().shortDate(m_feed.session().tradingDay) : QString(); }

QString StatusModel::connection() const
{
    if (m_failed)
        return tr("Book not writable");
    switch (m_connection) {
    case ConnectionState::Connected: return m_speed == 0 ? tr("Paused") : m_simulated ? tr("Simulated exchange") : tr("Connected");
    case ConnectionState::Connecting: return tr("Connecting");
    case ConnectionState::Lost: return tr("Connection lost");
    case ConnectionState::Stopped: return tr("Stopped");
    }
    return {};
}

int StatusModel::connectionTone() const
{
    if (m_failed || m_connection == ConnectionState::Lost)
        return theme::Theme::Danger;
    if (m_connection == ConnectionState::Connected)
        return m_speed == 0 ? theme::Theme::Warning : theme::Theme::Success;
    return theme::Theme::Warning;
}

QString StatusModel::orders() const
{
    return m_working == 1 ? tr("1 order working") : tr("%1 orders working").arg(m_feed.format().count(m_working));
}

int StatusModel::speedIndex() const
{
    const auto found = std::find(kSpeeds.begin(), kSpeeds.end(), m_speed);
    return found == kSpeeds.end() ? -1 : int(found - kSpeeds.begin());
}

QStringList StatusModel::speeds() const
{
    QStringList words;
    for (const int speed : kSpeeds)
        words << QStringLiteral("%1\u00d7").arg(speed);
    return words;
}

void StatusModel::chooseSpeed(int index)
{
    if (index < 0 || index >= int(kSpeeds.size()))
        return;
    m_feed.setSpeed(kSpeeds[std::size_t(index)]);
    onSession();
}

void StatusModel::togglePause()
{
    m_feed.setSpeed(m_speed == 0 ? m_speedBeforePause : 0);
    onSession();
}

void StatusModel::step()
{
    if (m_speed == 0)
        m_feed.services().stepOnce(kStep);
}

} // namespace rialto
