// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct RenkoState {
    explicit RenkoState(const Values& v) : size(v.real("size")), turn(v.whole("reversal")) {}
    void update(const Tick& t, double* out)
    {
        if (!started) {
            started = true;
            edge = std::floor(t.close / size) * size;
        }
        // Upward bricks begin at the top of the last one; after a fall its top is one brick above `edge`.
        const double up = (t.close - edge) / size, down = (edge - t.close) / size;
        double bricks = 0;
        if (direction >= 0 ? up >= 1 : up >= turn)
            bricks = std::floor(up) - (direction < 0 ? turn - 1 : 0), edge += std::floor(up) * size, direction = 1;
        else if (direction <= 0 ? down >= 1 : down >= turn)
            bricks = -(std::floor(down) - (direction > 0 ? turn - 1 : 0)), edge -= std::floor(down) * size, direction = -1;
        out[0] = edge, out[1] = direction, out[2] = bricks;
    }
    double size, turn, edge = 0;
    int direction = 0;
    bool started = false;
};
} // namespace

Indicator renkoIndicator()
{
    return indicator<RenkoState>({.name = "renko", .title = "Renko bricks", .group = "chart", .inputs = {"close"},
        .parameters = {real("size", 1, "height of a brick", 1e-9, 1e9).also({"brick", "box_size"}), whole("reversal", 2, "bricks that turn the direction", 1, 100)},
        .outputs = {{"renko"}, {"direction", Draw::Line, Place::Told}, {"bricks", Draw::Histogram, Place::Told}},
        .method = "A brick for each full `size` that the close moves on; turning takes `reversal` bricks. renko is the edge of the newest brick, bricks how many this bar made (negative: falling).",
        .overlay = true});
}

} // namespace rialto::analytics
