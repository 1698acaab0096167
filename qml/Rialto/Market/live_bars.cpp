// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_bars.h"

#include <algorithm>

namespace rialto {
namespace {

Timestamp flooredTo(Timestamp time, std::int64_t length)
{
    const std::int64_t rest = ((time.nanos % length) + length) % length;
    return Timestamp(time.nanos - rest);
}

} // namespace

void LiveBars::add(const std::vector<TradePrint>& prints)
{
    for (const TradePrint& print : prints) {
        auto& bars = m_bars[print.instrument];
        const Timestamp start = flooredTo(print.time, kNanosPerMinute);
        if (bars.empty() || start > bars.back().start) {
            bars.push_back({start, print.price, print.price, print.price, print.price, print.quantity});
            if (bars.size() > kMinutesKept)
                bars.erase(bars.begin(), bars.begin() + kMinutesKept / 10);
            continue;
        }
        if (start < bars.back().start)
            continue; // a venue's prints come in order; one that does not has no bar to change any more
        Bar& bar = bars.back();
        bar.high = std::max(bar.high, print.price);
        bar.low = std::min(bar.low, print.price);
        bar.close = print.price;
        bar.volume += print.quantity;
    }
}

const std::vector<Bar>& LiveBars::minutes(InstrumentId instrument) const
{
    static const std::vector<Bar> none;
    const auto found = m_bars.find(instrument);
    return found == m_bars.end() ? none : found->second;
}

std::vector<Bar> resampled(const std::vector<Bar>& bars, int seconds)
{
    std::vector<Bar> result;
    const std::int64_t length = std::int64_t(seconds) * kNanosPerSecond;
    for (const Bar& bar : bars) {
        const Timestamp start = flooredTo(bar.start, length);
        if (result.empty() || result.back().start != start) {
            result.push_back(bar);
            result.back().start = start;
        } else {
            result.back() = market::merged(result.back(), bar);
        }
    }
    return result;
}

std::vector<Bar> joined(std::vector<Bar> stored, const std::vector<Bar>& live)
{
    if (stored.empty())
        return live;
    std::vector<Bar> result;
    result.reserve(stored.size() + live.size());
    auto left = stored.begin();
    auto right = live.begin();
    while (left != stored.end() || right != live.end()) {
        if (right == live.end() || (left != stored.end() && left->start < right->start))
            result.push_back(*left++);
        else if (left == stored.end() || right->start < left->start)
            result.push_back(*right++);
        else {
            Bar both = right->volume < left->volume ? *left : *right;
            both.high = std::max(left->high, right->high);
            both.low = std::min(left->low, right->low);
            both.close = right->close; // what is live is the younger one
            result.push_back(both);
            ++left;
            ++right;
        }
    }
    return result;
}

} // namespace rialto
