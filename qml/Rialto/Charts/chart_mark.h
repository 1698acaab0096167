// SPDX-License-Identifier: GPL-3.0-or-later
// ChartMark: something that happened at a moment of the chart: a trade of one's own at its price, or an event (a dividend, a split,
// news, a filing, a note) at the lower edge. ChartLink joins an entry with its exit. Values.
#pragma once

#include <QString>
#include <QVariantList>

#include <vector>

namespace rialto::charts {

struct ChartMark {
    enum Kind { Bought, Sold, Event };
    double timeMs = 0;
    double price = 0;   ///< of trades
    Kind kind = Event;
    QString letter;     ///< of events: "D"
    QString text;       ///< what the legend says at its bar
};

struct ChartLink {
    double fromMs = 0, fromPrice = 0, toMs = 0, toPrice = 0;
    bool gain = false;
};

/// {time, price, kind, letter, text}; in order of time afterwards.
std::vector<ChartMark> marksFrom(const QVariantList& list);
/// {from, fromPrice, to, toPrice, gain}
std::vector<ChartLink> linksFrom(const QVariantList& list);

} // namespace rialto::charts
