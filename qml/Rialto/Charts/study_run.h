// SPDX-License-Identifier: GPL-3.0-or-later
// StudyRun: one indicator followed along a chart's bars: the values of every finished bar and those of the bar in progress,
// which is tried on a copy of the stream. Following costs the same whatever the length of the series; `runAll` is for a worker
// thread. Belongs to one thread at a time and may be moved between them.
#pragma once

#include "bar_pyramid.h"
#include "value_pyramid.h"

#include "analytics/indicator_core/indicator.h"

#include <QString>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace rialto::charts {

/// What an indicator's `value` and `second` read of a bar.
analytics::Tick tickOf(const ChartBar& bar, const std::string& source, const std::string& secondSource);

class StudyRun
{
public:
    StudyRun(const analytics::Indicator& indicator, std::unique_ptr<analytics::Stream> stream);

    /// Everything from the first bar on. False when `cancelled` was set meanwhile.
    bool runAll(const BarHistory& history, std::size_t historySize, const std::vector<ChartBar>& tail, const std::atomic<bool>& cancelled);
    /// Finishes the bars that are no longer the last one, and tries the last.
    void follow(const BarPyramid& bars);

    const analytics::Indicator& indicator() const { return *m_indicator; }
    const ValuePyramid& output(std::size_t index) const { return m_outputs[index]; }
    std::size_t outputs() const { return m_outputs.size(); }
    std::size_t size() const { return m_outputs.empty() ? 0 : m_outputs.front().size(); }
    analytics::Stream& stream() { return *m_stream; }

private:
    void put(std::size_t index, const std::vector<double>& values);

    const analytics::Indicator* m_indicator;
    std::unique_ptr<analytics::Stream> m_stream;
    std::vector<ValuePyramid> m_outputs;
    std::vector<double> m_values;
    std::size_t m_finished = 0;
};

/// The closes of another symbol as an indicator: at each bar its newest close that is not later. Prices of the running bar come
/// through `setLatest`.
class OtherCloses final : public analytics::Stream
{
public:
    struct Close {
        std::int64_t timeMs;
        double price;
    };
    explicit OtherCloses(std::shared_ptr<const std::vector<Close>> closes) : m_closes(std::move(closes)) {}
    void update(const analytics::Tick& tick, std::span<double> out) override;
    std::unique_ptr<analytics::Stream> clone() const override { return std::make_unique<OtherCloses>(*this); }
    void setLatest(double price) { m_latest = price; }
    /// How charts describe it: one line over the candles.
    static const analytics::Indicator& description();

private:
    std::shared_ptr<const std::vector<Close>> m_closes;
    std::size_t m_next = 0;
    double m_latest = analytics::kNone;
};

} // namespace rialto::charts
