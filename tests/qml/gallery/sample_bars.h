// SPDX-License-Identifier: GPL-3.0-or-later
// Invented bars for the gallery and the benchmark: the same seed gives the same bars.
#pragma once

#include "Charts/chart_series.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace rialto::gallery {

inline std::vector<charts::ChartBar> sampleBars(std::size_t count, std::int64_t firstMs, std::int64_t stepMs, quint32 seed = 5)
{
    std::vector<charts::ChartBar> bars;
    bars.reserve(count);
    quint32 state = seed;
    const auto draw = [&state] {
        state = state * 1664525u + 1013904223u;
        return double(state >> 8) / double(1u << 24);
    };
    double price = 180;
    std::int64_t time = firstMs;
    for (std::size_t i = 0; i < count; ++i) {
        charts::ChartBar bar;
        bar.timeMs = time;
        bar.open = price;
        const double swing = price * 0.012;
        price = std::max(5.0, price + (draw() + draw() + draw() - 1.496) * swing);
        bar.close = price;
        bar.high = std::max(bar.open, bar.close) + draw() * swing * 0.5;
        bar.low = std::min(bar.open, bar.close) - draw() * swing * 0.5;
        bar.volume = std::round(2e6 * (0.4 + draw() + 60 * std::abs(bar.close / bar.open - 1)));
        bars.push_back(bar);
        time += stepMs;
        const std::int64_t day = time / 86'400'000;
        // No bars on Saturdays and Sundays.
        if (const std::int64_t weekday = (day + 3) % 7; weekday >= 5)
            time += (7 - weekday) * 86'400'000;
    }
    return bars;
}

class SampleSeries : public charts::ChartSeries
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit SampleSeries(QObject* parent = nullptr) : ChartSeries(parent)
    {
        setZone(QStringLiteral("America/New_York"));
        setTitle(QStringLiteral("NVLT \u00b7 1D"));
        fill(1500, 86'400);
    }

    Q_INVOKABLE void fill(int count, int stepSeconds)
    {
        setBars(sampleBars(std::size_t(count), 1'577'975'400'000, std::int64_t(stepSeconds) * 1000));
    }
    Q_INVOKABLE void tick(double change)
    {
        charts::ChartBar bar = pyramid().back();
        bar.close += change;
        bar.high = std::max(bar.high, bar.close);
        bar.low = std::min(bar.low, bar.close);
        updateLast(bar);
    }
};

} // namespace rialto::gallery
