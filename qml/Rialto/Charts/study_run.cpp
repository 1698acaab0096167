// SPDX-License-Identifier: GPL-3.0-or-later
#include "study_run.h"

namespace rialto::charts {
namespace {

constexpr std::size_t looksUpEvery = 8192;

double sourceOf(const ChartBar& bar, const std::string& source)
{
    if (source == "open")
        return bar.open;
    if (source == "high")
        return bar.high;
    if (source == "low")
        return bar.low;
    if (source == "volume")
        return bar.volume;
    if (source == "hl2")
        return (bar.high + bar.low) / 2;
    if (source == "hlc3")
        return (bar.high + bar.low + bar.close) / 3;
    if (source == "hlcc4")
        return (bar.high + bar.low + bar.close + bar.close) / 4;
    if (source == "ohlc4")
        return (bar.open + bar.high + bar.low + bar.close) / 4;
    return bar.close;
}

} // namespace

analytics::Tick tickOf(const ChartBar& bar, const std::string& source, const std::string& secondSource)
{
    return {bar.open, bar.high, bar.low, bar.close, bar.volume, sourceOf(bar, source), sourceOf(bar, secondSource), bar.timeMs};
}

StudyRun::StudyRun(const analytics::Indicator& indicator, std::unique_ptr<analytics::Stream> stream)
    : m_indicator(&indicator), m_stream(std::move(stream)), m_outputs(indicator.outputs.size()), m_values(indicator.outputs.size(), analytics::kNone)
{
}

bool StudyRun::runAll(const BarHistory& history, std::size_t historySize, const std::vector<ChartBar>& tail, const std::atomic<bool>& cancelled)
{
    const std::size_t finished = historySize + (tail.empty() ? 0 : tail.size() - 1);
    std::vector<std::vector<double>> columns(m_outputs.size());
    for (std::vector<double>& column : columns) {
        // Room for what will come, so that the first new bar does not move millions of values on the GUI thread.
        column.reserve(finished + finished / 8 + 1024);
        column.resize(finished);
    }
    for (std::size_t i = 0; i < finished; ++i) {
        if (i % looksUpEvery == 0 && cancelled)
            return false;
        const ChartBar& bar = i < historySize ? (*history)[i] : tail[i - historySize];
        m_stream->update(tickOf(bar, m_indicator->source, m_indicator->secondSource), m_values);
        for (std::size_t k = 0; k < columns.size(); ++k)
            columns[k][i] = m_values[k];
    }
    for (std::size_t k = 0; k < columns.size(); ++k)
        m_outputs[k].assign(std::move(columns[k]));
    m_finished = finished;
    return true;
}

void StudyRun::put(std::size_t index, const std::vector<double>& values)
{
    for (std::size_t k = 0; k < m_outputs.size(); ++k) {
        if (m_outputs[k].size() > index)
            m_outputs[k].replaceLast(values[k]);
        else
            m_outputs[k].append(values[k]);
    }
}

void StudyRun::follow(const BarPyramid& bars)
{
    if (bars.empty())
        return;
    for (; m_finished + 1 < bars.size(); ++m_finished) {
        m_stream->update(tickOf(bars.at(m_finished), m_indicator->source, m_indicator->secondSource), m_values);
        put(m_finished, m_values);
    }
    const auto attempt = m_stream->clone();
    attempt->update(tickOf(bars.back(), m_indicator->source, m_indicator->secondSource), m_values);
    put(m_finished, m_values);
}

void OtherCloses::update(const analytics::Tick& tick, std::span<double> out)
{
    while (m_next < m_closes->size() && (*m_closes)[m_next].timeMs <= tick.time)
        ++m_next;
    out[0] = m_next == 0 ? analytics::kNone : (*m_closes)[m_next - 1].price;
    if (m_next == m_closes->size() && m_latest > 0)
        out[0] = m_latest;
}

const analytics::Indicator& OtherCloses::description()
{
    static const analytics::Indicator one = [] {
        analytics::Indicator indicator;
        indicator.name = "close";
        indicator.outputs = {{"close"}};
        indicator.overlay = true;
        return indicator;
    }();
    return one;
}

} // namespace rialto::charts
