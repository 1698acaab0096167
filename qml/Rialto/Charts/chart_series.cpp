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
    m_marks.rebuild(m_pyramid, m_clock);
    emit changed();
}

void ChartSeries::appendBar(const ChartBar& bar)
{
    if (!m_pyramid.empty() && bar.timeMs <= m_pyramid.back().timeMs) {
        ChartBar replacement = bar;
        replacement.timeMs = m_pyramid.back().timeMs;
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
    m_marks.rebuild(m_pyramid, m_clock);
    emit changed();
}

bool ChartSeries::intraday() const
{
    constexpr std::int64_t dayMs = 86'400'000;
    // Gaps of nights and weekends are longer than the bars, so the shortest of a few steps tells.
    std::int64_t shortest = dayMs;
    for (std::size_t i = m_pyramid.size() > 20 ? m_pyramid.size() - 20 : 1; i < m_pyramid.size(); ++i)
        shortest = std::min(shortest, m_pyramid.at(i).timeMs - m_pyramid.at(i - 1).timeMs);
    return shortest < dayMs * 9 / 10;
}

QString ChartSeries::priceText(std::size_t index, Field field) const
{
    if (m_priceText && m_format == PriceFormat::Decimal)
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
    if (m_format == PriceFormat::Decimal || !(std::abs(price) < 1e12))
        return QLocale(QLocale::English).toString(price, 'f', m_priceDigits);
    const int parts = m_format == PriceFormat::Eighths ? 8 : m_format == PriceFormat::ThirtySeconds ? 32 : 64;
    // Halves of a part are told, as the last digit of a quote in thirty-seconds is: 110'165 is 110 and 16.5/32.
    const auto halves = std::llround(std::abs(price) * parts * 2);
    const auto whole = halves / (2 * parts);
    const auto rest = halves % (2 * parts);
    QString text = QLocale(QLocale::English).toString(qlonglong(whole)) + QLatin1Char('\'') + QStringLiteral("%1").arg(rest / 2, parts == 8 ? 1 : 2, 10, QLatin1Char('0'));
    if (rest % 2 != 0)
        text += QLatin1Char('5');
    return price < 0 && halves != 0 ? QLatin1Char('-') + text : text;
}

void ChartSeries::setPriceFormat(PriceFormat format)
{
    if (format == m_format)
        return;
    m_format = format;
    emit changed();
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
