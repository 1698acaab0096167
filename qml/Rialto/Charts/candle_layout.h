// SPDX-License-Identifier: GPL-3.0-or-later
// CandleLayout: the areas and scales of one frame of the price chart; the same numbers serve drawing and the mouse. A value.
#pragma once

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace rialto::charts {

enum class PriceAxis { Linear, Log, Percent };

/// A strip under the prices with a scale of its own.
struct StudyPane {
    int study = 0;     ///< id
    double edge = 0;           ///< where its strip begins, with the words
    double top = 0, bottom = 0; ///< of its scale
    double low = 0, high = 1;
    double yOf(double value) const { return bottom - (value - low) / (high - low) * (bottom - top); }
    double valueAt(double y) const { return low + (bottom - y) / (bottom - top) * (high - low); }
};

struct CandleLayout {
    double plotWidth = 0, plotHeight = 0;
    double mainBottom = 0;             ///< where the panes of studies begin
    double priceTop = 0, priceBottom = 0;
    double volumeTop = 0, volumeBottom = 0;
    double low = 0, high = 1;
    PriceAxis axis = PriceAxis::Linear; ///< Log only where all prices in sight are above zero
    double base = 0;                   ///< what 0 % is
    std::vector<StudyPane> panes;
    std::vector<std::pair<int, double>> factors; ///< of compared symbols: by how much their prices are multiplied

    double yOf(double price) const { return priceBottom - share(price) * (priceBottom - priceTop); }
    double priceAt(double y) const
    {
        const double part = (priceBottom - y) / (priceBottom - priceTop);
        return axis == PriceAxis::Log ? low * std::pow(high / low, part) : low + part * (high - low);
    }
    const StudyPane* paneAt(double y) const
    {
        for (const StudyPane& pane : panes)
            if (y >= pane.top && y < pane.bottom)
                return &pane;
        return nullptr;
    }

private:
    double share(double price) const
    {
        // Nothing at or below zero has a place on a logarithmic axis; it lies far below.
        return axis == PriceAxis::Log ? std::log(std::max(price, low * 1e-6) / low) / std::log(high / low) : (price - low) / (high - low);
    }
};

} // namespace rialto::charts
