// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/simulator_checkpoint.h"

#include <charconv>

namespace rialto::simulator {

namespace {

constexpr std::string_view kHead = "rialto-simulator-checkpoint 1";

class LineWriter {
public:
    explicit LineWriter(std::string& text) : m_text(text) {}
    template <class Number>
    LineWriter& add(Number number)
    {
        if (!m_text.empty() && m_text.back() != '\n')
            m_text += ' ';
        m_text += std::to_string(number);
        return *this;
    }
    LineWriter& add(const std::array<std::uint64_t, 4>& words)
    {
        for (const std::uint64_t word : words)
            add(word);
        return *this;
    }
    LineWriter& add(const FairValues::Memory& memory)
    {
        return add(memory.value).add(memory.pressure).add(memory.variance).add(memory.slow).add(memory.rng);
    }
    void end() { m_text += '\n'; }

private:
    std::string& m_text;
};

class LineReader {
public:
    explicit LineReader(std::string_view line) : m_rest(line) {}
    template <class Number>
    LineReader& get(Number& number)
    {
        while (!m_rest.empty() && m_rest.front() == ' ')
            m_rest.remove_prefix(1);
        const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), number);
        m_good = m_good && error == std::errc();
        m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
        return *this;
    }
    LineReader& get(std::array<std::uint64_t, 4>& words)
    {
        for (std::uint64_t& word : words)
            get(word);
        return *this;
    }
    LineReader& get(FairValues::Memory& memory)
    {
        return get(memory.value).get(memory.pressure).get(memory.variance).get(memory.slow).get(memory.rng);
    }
    template <class Value>
    LineReader& getFixed(Value& value)
    {
        std::int64_t raw = 0;
        get(raw);
        value = Value::fromRaw(raw);
        return *this;
    }
    bool complete() const { return m_good && m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_good = true;
};

Error malformed(int line) { return invalid("simulator.checkpoint-malformed", "line " + std::to_string(line)); }

// Values that no run of the simulator writes would break its arithmetic later.
bool plausible(const FairValues::Memory& memory)
{
    constexpr std::int64_t kMost = std::int64_t{1} << 52;
    return memory.value >= 0 && memory.pressure > -kMost && memory.pressure < kMost && memory.variance >= 0
           && memory.variance < kMost && memory.slow > 0 && memory.slow < 100'000;
}

} // namespace

std::string toText(const SimulatorCheckpoint& checkpoint)
{
    std::string text(kHead);
    text += '\n';
    LineWriter(text).add(checkpoint.time.nanos).add(checkpoint.printSequence).add(checkpoint.market).add(checkpoint.latency).end();
    for (const InstrumentMemory& each : checkpoint.instruments)
        LineWriter(text)
            .add(each.instrument.value)
            .add(each.fair)
            .add(each.agents)
            .add(each.last.raw())
            .add(each.lastSize.raw())
            .add(each.open.raw())
            .add(each.high.raw())
            .add(each.low.raw())
            .add(each.previousClose.raw())
            .add(each.volume.raw())
            .add(each.trades)
            .end();
    return text;
}

Result<SimulatorCheckpoint> parseCheckpoint(std::string_view text)
{
    SimulatorCheckpoint checkpoint;
    int number = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos)
            return malformed(number + 1);
        LineReader line(text.substr(0, end));
        if (number == 0) {
            if (text.substr(0, end) != kHead)
                return malformed(1);
        } else if (number == 1) {
            line.get(checkpoint.time.nanos).get(checkpoint.printSequence).get(checkpoint.market).get(checkpoint.latency);
            if (!line.complete() || !plausible(checkpoint.market))
                return malformed(2);
        } else {
            InstrumentMemory each;
            line.get(each.instrument.value).get(each.fair).get(each.agents);
            line.getFixed(each.last).getFixed(each.lastSize).getFixed(each.open).getFixed(each.high).getFixed(each.low);
            line.getFixed(each.previousClose).getFixed(each.volume).get(each.trades);
            if (!line.complete() || !plausible(each.fair))
                return malformed(number + 1);
            checkpoint.instruments.push_back(each);
        }
        text.remove_prefix(end + 1);
        ++number;
    }
    if (number < 2)
        return malformed(number + 1);
    return checkpoint;
}

} // namespace rialto::simulator
