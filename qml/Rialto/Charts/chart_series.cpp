// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_series.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace rialto::charts {

ChartSeries::ChartSeries(QObject* parent) : QObject(parent) {}

void ChartSeries::setBars(std::vector<ChartBar> bars)
{
    m_pyramid.assign(std::move(bars));
    m_marks.rebuild(m_pyramid.bars(), m_clock);
    emit changed();
}

void ChartSeries::appendBar(const ChartBar& bar)
{
    if (!m_pyramid.empty() && bar.timeMs <= m_pyramid.bars().back().timeMs) {
        ChartBar replacement = bar;
        replacement.timeMs = m_pyramid.bars().back().timeMs;
        updateLast(replacement);
        return;
    }
    m_pyramid.append(bar);
    m_marks.append(m_pyramid.size() - 1, bar, m_clock);
    emit appended();
}

void ChartSeries::updateLast(const ChartBar& bar)
{
    if (m_pyramid.empty()) {
        appendBar(bar);
        return;
    }
    m_pyramid.replaceLast(bar);
    emit lastChanged();
}

void ChartSeries::clear()
{
    setBars({});
}

void ChartSeries::setPriceDigits(int digits)
{
    digits = std::clamp(digits, 0, 8);
    if (digits == m_priceDigits)
        return;
    m_priceDigits = digits;
    emit changed();
}

void ChartSeries::setTitle(const QString& title)
{
    if (title == m_title)
        return;
    m_title = title;
    emit changed();
}

void ChartSeries::setZone(const QString& zone)
{
    if (zone == this->zone())
        return;
    m_clock = ZoneClock(QTimeZone(zone.toLatin1()));
    m_marks.rebuild(m_pyramid.bars(), m_clock);
    emit changed();
}

bool ChartSeries::intraday() const
{
    constexpr std::int64_t dayMs = 86'400'000;
    const auto& bars = m_pyramid.bars();
    // Gaps of nights and weekends are longer than the bars, so the shortest of a few steps tells.
    std::int64_t shortest = dayMs;
    for (std::size_t i = bars.size() > 20 ? bars.size() - 20 : 1; i < bars.size(); ++i)
        shortest = std::min(shortest, bars[i].timeMs - bars[i - 1].timeMs);
    return shortest < dayMs * 9 / 10;
}

QString ChartSeries::priceText(std::size_t index, Field field) const
{
    if (m_priceText)
        return m_priceText(index, field);
    const ChartBar& bar = m_pyramid.at(index);
    switch (field) {
    case Field::Open: return priceText(bar.open);
    case Field::High: return priceText(bar.high);
    case Field::Low: return priceText(bar.low);
    case Field::Close: return priceText(bar.close);
    }
    return {};
}

QString ChartSeries::priceText(double price) const
{
    return QLocale(QLocale::English).toString(price, 'f', m_priceDigits);
}

QString ChartSeries::volumeText(double volume, bool chinese)
{
    const auto scaled = [](double value, const QString& unit) { return QString::number(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0) + unit; };
    if (chinese) {
        if (volume >= 1e8)
            return scaled(volume / 1e8, QStringLiteral("亿"));
        if (volume >= 1e4)
            return scaled(volume / 1e4, QStringLiteral("万"));
    } else {
        if (volume >= 1e9)
            return scaled(volume / 1e9, QStringLiteral("B"));
        if (volume >= 1e6)
            return scaled(volume / 1e6, QStringLiteral("M"));
        if (volume >= 1e4)
            return scaled(volume / 1e3, QStringLiteral("K"));
    }
    return QLocale(QLocale::English).toString(volume, 'f', volume == std::floor(volume) ? 0 : 2);
}

} // namespace rialto::charts
