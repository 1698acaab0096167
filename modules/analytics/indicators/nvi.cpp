// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/volume_index.h"

#include <functional>

namespace rialto::analytics {

Indicator nviIndicator()
{
    return indicator<VolumeIndex<std::less<>>>({.name = "nvi", .title = "Negative volume index", .group = "volume", .inputs = {"value", "volume"},
        .parameters = {real("start", 1000, "first value", 1e-6, 1e9)},
        .method = "Moves with the value on bars whose volume is below that of the bar before (Dysart, Fosback)."});
}

} // namespace rialto::analytics
